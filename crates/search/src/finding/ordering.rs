//! The best of many, in an order that does not depend on segments.

use std::cmp::Ordering;
use std::collections::{BinaryHeap, HashMap};

/// A document that may become a hit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Candidate {
    /// The greater, the earlier.
    pub(super) score: f32,
    /// Decides between equals.
    pub(super) tie: u32,
    pub(super) segment: usize,
    pub(super) document: u32,
}

impl Eq for Candidate {}

impl Ord for Candidate {
    /// The better is the lesser, so that sorting puts it first.
    fn cmp(&self, other: &Self) -> Ordering {
        let place = |candidate: &Candidate| (candidate.tie, candidate.segment, candidate.document);
        other.score.total_cmp(&self.score).then_with(|| place(self).cmp(&place(other)))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Keeps the best so many.
pub(super) struct Best {
    most: usize,
    // The worst of them on top.
    kept: BinaryHeap<Candidate>,
}

impl Best {
    pub(super) fn new(most: usize) -> Best {
        Best { most, kept: BinaryHeap::with_capacity(most.min(1024) + 1) }
    }

    /// How many are kept.
    pub(super) fn room(&self) -> usize {
        self.most
    }

    /// Keeps all of another's too, however many that makes.
    pub(super) fn join(&mut self, other: Best) {
        self.kept.extend(other.kept);
    }

    /// What a candidate must score at least to have a chance.
    pub(super) fn least(&self) -> f32 {
        if self.kept.len() < self.most {
            f32::NEG_INFINITY
        } else {
            self.kept.peek().map_or(f32::INFINITY, |worst| worst.score)
        }
    }

    pub(super) fn add(&mut self, candidate: Candidate) {
        if self.kept.len() < self.most {
            self.kept.push(candidate);
        } else if let Some(mut worst) = self.kept.peek_mut()
            && candidate < *worst
        {
            *worst = candidate;
        }
    }

    /// The best first.
    pub(super) fn sorted(self) -> Vec<Candidate> {
        self.kept.into_sorted_vec()
    }
}

/// A provider has so many of every ten places before others of comparable score.
const OF_ONE_PROVIDER: usize = 3;
const PLACES: usize = 10;
/// How far below others may be looked for.
pub(super) const LOOK_AHEAD: usize = 30;
/// What is comparable.
const COMPARABLE: f32 = 0.6;

/// Lets others come before the fourth hit of one provider in ten places. What is on a page does not depend on how many pages were asked for,
/// as long as [`LOOK_AHEAD`] more candidates are given than places are read.
pub(super) fn varied(
    mut candidates: Vec<Candidate>,
    places: usize,
    provider: impl Fn(&Candidate) -> Option<u64>,
) -> Vec<Candidate> {
    let mut taken: HashMap<u64, usize> = HashMap::new();
    for place in 0..places.min(candidates.len()) {
        if place % PLACES == 0 {
            taken.clear();
        }
        let score = candidates[place].score;
        let end = candidates.len().min(place + LOOK_AHEAD);
        let next = (place..end)
            .take_while(|at| candidates[*at].score >= score * COMPARABLE)
            .find(|at| {
                provider(&candidates[*at])
                    .is_none_or(|provider| taken.get(&provider).copied().unwrap_or_default() < OF_ONE_PROVIDER)
            })
            .unwrap_or(place);
        candidates[place..=next].rotate_right(1);
        if let Some(provider) = provider(&candidates[place]) {
            *taken.entry(provider).or_default() += 1;
        }
    }
    candidates
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidates(scores: &[f32]) -> Vec<Candidate> {
        (0..).zip(scores).map(|(at, score)| Candidate { score: *score, tie: at, segment: 0, document: at }).collect()
    }

    #[test]
    fn the_best_are_kept_in_order() {
        let mut best = Best::new(2);
        for candidate in candidates(&[0.1, 0.9, 0.5, 0.9]) {
            best.add(candidate);
        }
        assert_eq!(best.least(), 0.9);
        assert_eq!(best.sorted().iter().map(|candidate| candidate.document).collect::<Vec<_>>(), [1, 3]);
    }

    #[test]
    fn one_provider_does_not_fill_the_page() {
        let scores: Vec<f32> = (0..12).map(|at| 1.0 - at as f32 / 100.0).collect();
        let all = varied(candidates(&scores), 12, |candidate| Some(u64::from(candidate.document >= 6)));
        let order: Vec<u32> = all.iter().map(|candidate| candidate.document).collect();
        assert_eq!(order[..6], [0, 1, 2, 6, 7, 8]);
        assert_eq!(order.len(), 12);
    }

    #[test]
    fn what_is_much_worse_does_not_come_first_for_variety() {
        let all =
            varied(candidates(&[1.0, 1.0, 1.0, 1.0, 0.3]), 5, |candidate| Some(u64::from(candidate.document == 4)));
        assert_eq!(all.last().map(|candidate| candidate.document), Some(4));
    }
}
