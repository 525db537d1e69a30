//! Secrets, and how long what they open stays open.

use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};

/// How long a sign-in link waits to be used.
pub const LINK_WAITS: TimeDelta = TimeDelta::minutes(30);
/// A session ends this long after it began (ASVS 5, 7.3.2) …
pub const SESSION_LASTS: TimeDelta = TimeDelta::days(14);
/// … or when nothing was done with it for so long (7.3.1).
pub const SESSION_IDLE: TimeDelta = TimeDelta::hours(24);
/// That a session is in use is noted no more often than this.
pub const NOTED_EVERY: TimeDelta = TimeDelta::minutes(10);

/// 256 bits that nobody can guess. Only their hash is stored.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret([u8; 32]);

impl Secret {
    /// A new one from the machine's source of randomness.
    ///
    /// # Errors
    /// When the machine gives none.
    pub fn new() -> Result<Secret, getrandom::Error> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes)?;
        Ok(Secret(bytes))
    }

    /// As it stands in a link or a cookie; `None` when it is none.
    pub fn read(text: &str) -> Option<Secret> {
        let digits = text.as_bytes();
        if digits.len() != 64 || !digits.iter().all(u8::is_ascii_hexdigit) {
            return None;
        }
        let mut bytes = [0; 32];
        for (at, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(text.get(at * 2..at * 2 + 2)?, 16).ok()?;
        }
        Some(Secret(bytes))
    }

    /// For a link or a cookie.
    pub fn text(&self) -> String {
        written(&self.0)
    }

    /// For the database. A hash without salt is enough: nobody has a list of 2^256 secrets.
    pub fn hash(&self) -> String {
        written(&Sha256::digest(self.0))
    }
}

fn written(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Says nothing of what it holds, wherever it is printed.
impl std::fmt::Debug for Secret {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str("Secret(…)")
    }
}

/// Whether a session still holds.
pub fn holds(made_at: DateTime<Utc>, seen_at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    now < made_at + SESSION_LASTS && now < seen_at + SESSION_IDLE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_read_as_it_was_written() {
        let secret = Secret::new().expect("randomness");
        assert_eq!(Secret::read(&secret.text()), Some(secret.clone()));
        assert_ne!(secret.hash(), secret.text());
        assert_ne!(Secret::new().expect("randomness"), secret);
        assert_eq!(format!("{secret:?}"), "Secret(…)");
        for none in ["", "0", &"g".repeat(64), &"ä".repeat(32), &"0".repeat(65)] {
            assert_eq!(Secret::read(none), None, "{none}");
        }
    }

    #[test]
    fn a_session_ends_when_it_is_old_or_idle() {
        let made: DateTime<Utc> = "2026-11-24T08:00:00Z".parse().expect("a time");
        let day = TimeDelta::days(1);
        assert!(holds(made, made, made + day - TimeDelta::seconds(1)));
        assert!(!holds(made, made, made + day));
        assert!(holds(made, made + day * 13, made + day * 13 + TimeDelta::hours(23)));
        assert!(!holds(made, made + day * 14 - TimeDelta::hours(1), made + day * 14));
    }
}
