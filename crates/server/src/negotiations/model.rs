//! What is kept of a negotiation, and for how long.

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc};

/// The longest name, next step and mail address, in characters.
pub const LONGEST_LINE: usize = 200;
/// The longest reason, in characters.
pub const LONGEST_REASON: usize = 1_000;
/// The longest note, in characters.
pub const LONGEST_NOTE: usize = 5_000;
/// A call is due when its day is no more than this ahead.
pub const DUE_WITHIN: TimeDelta = TimeDelta::days(7);
/// Who declined, and whom nobody has dealt with for so long, is not kept as a contact any more.
pub const KEEP_CONTACT: TimeDelta = TimeDelta::days(730);

/// How far a negotiation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Stage {
    /// Nobody has called yet.
    #[default]
    ToContact,
    /// There has been talk.
    Talked,
    /// It is agreed what comes on the tray.
    Agreed,
    /// What was agreed can be found on the tray.
    OnTray,
    /// Not now.
    Declined,
}

impl Stage {
    /// All of them in the order they follow each other.
    pub const ALL: [Stage; 5] = [Stage::ToContact, Stage::Talked, Stage::Agreed, Stage::OnTray, Stage::Declined];

    /// As the database, addresses and forms say it.
    pub fn code(self) -> &'static str {
        match self {
            Stage::ToContact => "to_contact",
            Stage::Talked => "talked",
            Stage::Agreed => "agreed",
            Stage::OnTray => "on_tray",
            Stage::Declined => "declined",
        }
    }

    /// The stage of a code.
    pub fn of(code: &str) -> Option<Stage> {
        Stage::ALL.into_iter().find(|stage| stage.code() == code)
    }

    /// The key of its name.
    pub fn key(self) -> String {
        format!("negotiations-stage-{}", self.code())
    }
}

/// Whom to call: personal data. Never public, never logged.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Contact {
    /// What they are called.
    pub name: String,
    /// Their number.
    pub phone: String,
    /// Their mail address.
    pub email: String,
}

impl Contact {
    /// Whether nothing is kept of anybody.
    pub fn is_empty(&self) -> bool {
        self.name.is_empty() && self.phone.is_empty() && self.email.is_empty()
    }
}

/// Says nothing of whom it is about, wherever it is printed.
impl std::fmt::Debug for Contact {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str("Contact(…)")
    }
}

/// One provider in the book.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Negotiation {
    /// Its id.
    pub id: String,
    /// The provider, as the coordinator calls it.
    pub name: String,
    /// The organization on the tray, when it is there.
    pub organization_id: Option<String>,
    /// Whom to call.
    pub contact: Contact,
    /// What is looked for.
    pub reason: String,
    /// How far it is.
    pub stage: Stage,
    /// What happens next, in words.
    pub next_step: String,
    /// When.
    pub next_day: Option<NaiveDate>,
    /// Who of us does it.
    pub keeper_name: String,
    /// When it was last changed. A form carries it, so that two who change the same entry notice each other.
    pub changed_at: DateTime<Utc>,
}

impl Negotiation {
    /// Its page, without the language.
    pub fn address(&self) -> String {
        format!("/yllapito/neuvottelut/{}", self.id)
    }

    /// Whether the day of the next step has gone by.
    pub fn is_late(&self, today: NaiveDate) -> bool {
        self.next_day.is_some_and(|day| day < today)
    }
}

/// What was said or agreed on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// When it was said.
    pub day: NaiveDate,
    /// In the coordinator's words.
    pub note: String,
    /// Who of us wrote it down.
    pub author: String,
}

/// A day as a form gives it: `2026-11-24` from a date field, `24.11.2026` where the browser has none.
pub fn day(typed: &str) -> Option<NaiveDate> {
    let typed = typed.trim();
    let finnish = || {
        let mut parts = typed.split('.').map(str::trim);
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        let is_whole = parts.next().is_none();
        NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).filter(|_| is_whole)
    };
    let found = NaiveDate::parse_from_str(typed, "%Y-%m-%d").ok().or_else(finnish)?;
    (2000..2100).contains(&found.year()).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_as_people_and_browsers_write_them() {
        let expected = NaiveDate::from_ymd_opt(2026, 11, 4);
        for good in ["2026-11-04", "4.11.2026", " 04.11.2026 ", "4. 11. 2026"] {
            assert_eq!(day(good), expected, "{good}");
        }
        for bad in ["", "huomenna", "31.2.2026", "4.11.", "4.11.2026.1", "0026-11-04", "4.11.12026"] {
            assert_eq!(day(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_contact_is_not_printed() {
        let entry = Negotiation {
            contact: Contact { name: "Liisa".to_owned(), phone: "040 123".to_owned(), email: "l@k.fi".to_owned() },
            ..Negotiation::default()
        };
        let printed = format!("{entry:?}");
        assert!(!printed.contains("Liisa") && !printed.contains("040") && !printed.contains("l@k"), "{printed}");
    }

    #[test]
    fn every_stage_has_its_code() {
        for stage in Stage::ALL {
            assert_eq!(Stage::of(stage.code()), Some(stage));
        }
        assert_eq!(Stage::of("maybe"), None);
    }
}
