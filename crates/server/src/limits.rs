//! How often somebody may try: counts in memory, by a hash of who it is, forgotten with time.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};

/// What is limited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum What {
    /// Letters to one mail address that one network address asks for: who is a nuisance is held up, nobody else.
    LettersToFrom,
    /// Letters to one mail address: nobody's box is filled.
    LettersTo,
    /// Letters asked for from one network address: a library with one address for all still gets by.
    LettersFrom,
    /// Proposals from one network address.
    ProposalsFrom,
}

impl What {
    /// So many in so long.
    fn most(self) -> (usize, TimeDelta) {
        match self {
            What::LettersToFrom => (5, TimeDelta::hours(1)),
            What::LettersTo => (20, TimeDelta::hours(1)),
            What::LettersFrom => (60, TimeDelta::hours(1)),
            What::ProposalsFrom => (60, TimeDelta::hours(1)),
        }
    }
}

/// Hash of what is counted, and the moments of its uses.
type Uses = HashMap<(What, [u8; 8]), Vec<DateTime<Utc>>>;

/// What was tried lately, and when what is old was last forgotten. Each instance counts for itself.
#[derive(Debug, Default)]
pub struct Limits(Mutex<(Uses, DateTime<Utc>)>);

/// How often what is old is forgotten.
const FORGET_EVERY: TimeDelta = TimeDelta::minutes(10);

/// So many are remembered; while the memory is full nobody new gets in, and nothing grows without end.
const MOST_KEPT: usize = 50_000;

impl Limits {
    /// Counts a try; `false` when there were too many.
    pub fn allows(&self, what: What, who: &str, now: DateTime<Utc>) -> bool {
        let (most, window) = what.most();
        let mut hash = [0; 8];
        hash.copy_from_slice(&Sha256::digest(who.as_bytes())[..8]);
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (all, forgotten_at) = &mut *kept;
        if all.len() >= MOST_KEPT || now - *forgotten_at > FORGET_EVERY {
            all.retain(|(what, _), uses| uses.last().is_some_and(|last| now - *last < what.most().1));
            *forgotten_at = now;
            if all.len() >= MOST_KEPT && !all.contains_key(&(what, hash)) {
                return false;
            }
        }
        let uses = all.entry((what, hash)).or_default();
        uses.retain(|at| now - *at < window);
        if uses.len() >= most {
            return false;
        }
        uses.push(now);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn so_many_and_after_a_while_again() {
        let limits = Limits::default();
        let now = crate::tests::town_now();
        assert!((0..20).all(|_| limits.allows(What::LettersTo, "a@b.example", now)));
        assert!(!limits.allows(What::LettersTo, "a@b.example", now));
        assert!(limits.allows(What::LettersTo, "c@b.example", now), "somebody else is not held up");
        assert!(limits.allows(What::LettersTo, "a@b.example", now + TimeDelta::hours(1)));
    }
}
