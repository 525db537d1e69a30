//! Accounts, roles and secrets, and how long what a secret opens stays open.

use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};

use crate::contacts;

/// The longest name of an account, in characters.
pub const LONGEST_NAME: usize = 100;
/// How long an invitation waits to be used.
pub const INVITATION_WAITS: TimeDelta = TimeDelta::days(7);
/// How long a sign-in link waits to be used.
pub const LINK_WAITS: TimeDelta = TimeDelta::minutes(30);
/// A session ends this long after it began (ASVS 5, 7.3.2) …
pub const SESSION_LASTS: TimeDelta = TimeDelta::days(14);
/// … or when nothing was done with it for so long (7.3.1).
pub const SESSION_IDLE: TimeDelta = TimeDelta::hours(24);
/// That a session is in use is noted no more often than this.
pub const NOTED_EVERY: TimeDelta = TimeDelta::minutes(10);

/// Who somebody is to the tray.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Keeps the service running, and everything on it.
    Keeper,
    /// Gathers the tray of an area (T2).
    Coordinator,
    /// Keeps an organization's pages and decides who else does.
    Leader,
    /// Keeps an organization's pages.
    Editor,
    /// Guides people in an organization (T4).
    Counsellor,
}

impl Role {
    /// All of them, the one who may most first.
    pub const ALL: [Role; 5] = [Role::Keeper, Role::Coordinator, Role::Leader, Role::Editor, Role::Counsellor];

    /// As the database and forms say it; named in `text/*/accounts.ftl` as `role-…`.
    pub fn code(&self) -> &'static str {
        match self {
            Role::Keeper => "keeper",
            Role::Coordinator => "coordinator",
            Role::Leader => "leader",
            Role::Editor => "editor",
            Role::Counsellor => "counsellor",
        }
    }

    /// The role of a code.
    pub fn of(code: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.code() == code)
    }

    /// Whether it is a role in one organization.
    pub fn is_of_organization(&self) -> bool {
        matches!(self, Role::Leader | Role::Editor | Role::Counsellor)
    }
}

/// A role somebody has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Which.
    pub role: Role,
    /// In which organization; '' for the roles that are about the whole tray.
    pub organization_id: String,
    /// The municipalities a coordinator answers for; none: all of the region.
    pub areas: Vec<String>,
}

/// Who is signed in, and what they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// The account's id.
    pub id: String,
    /// What they are called.
    pub name: String,
    /// What they may do follows from these.
    pub standings: Vec<Standing>,
}

/// A mail address as accounts are found by it: in small letters; `None` when it is none.
pub fn email_key(typed: &str) -> Option<String> {
    let email = typed.trim().to_lowercase();
    contacts::is_email(&email).then_some(email)
}

/// A browser and a system in a word or two, from what a browser says of itself: enough to know one's own phone again.
pub fn device(user_agent: &str) -> String {
    let first = |names: &[(&str, &str)]| {
        names.iter().find(|(sign, _)| user_agent.contains(sign)).map_or(String::new(), |(_, name)| (*name).to_owned())
    };
    let browser = first(&[
        ("Edg", "Edge"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox", "Firefox"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ]);
    let system = first(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "Mac"),
        ("Linux", "Linux"),
    ]);
    [browser, system].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

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
    fn a_device_is_told_in_a_word_or_two() {
        let phone = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36";
        assert_eq!(device(phone), "Chrome, Android");
        assert_eq!(device("curl/8"), "");
    }

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
