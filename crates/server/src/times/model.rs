//! What a schedule is, and what may be in one.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, Utc};

use super::TimesProblem;
use super::days::Days;
use super::rule::Rule;

/// The first year a schedule may speak of.
pub(super) const FIRST_YEAR: i32 = 1900;
/// The last year a schedule may speak of; nothing is looked for after it.
pub(super) const LAST_YEAR: i32 = 2200;
/// How many exceptions one schedule may carry: a daily thing closed for over two years.
pub(super) const MOST_EXCEPTIONS: usize = 1000;

/// What a schedule promises to the one who comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ScheduleKind {
    /// Opening hours (aukiolo): come any time between.
    Hours,
    /// It starts at that hour, and everyone is there from the beginning.
    Session,
}

/// One repeating or single time of an activity, in local wall time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    /// Stable over changes; the UID of a calendar event is made of it. Empty until the caller gives one.
    pub id: String,
    /// Opening hours, or something that starts.
    pub kind: ScheduleKind,
    /// Nothing happens before this day. For an interval ("every other Thursday") this day's week is the first.
    pub first_day: NaiveDate,
    /// The local hour it starts.
    pub opens: NaiveTime,
    /// The local hour it ends. At or before `opens` means the next day: 22–2 goes past midnight, 0–0 is round the clock.
    pub closes: NaiveTime,
    /// The zone whose wall clock the hours are on.
    pub zone: chrono_tz::Tz,
    /// An RFC 5545 RRULE value without DTSTART (`FREQ=WEEKLY;BYDAY=TU`); empty means once, on `first_day`.
    pub rule: String,
    /// Nothing starts after this day.
    pub last_day: Option<NaiveDate>,
    /// Where, when it is not where the activity usually is.
    pub place_id: Option<String>,
    /// A word for people: "kesällä ulkona".
    pub note: String,
    /// Days that differ. When two speak of one day, the later in the list holds.
    pub exceptions: Vec<Exception>,
}

/// One day that differs from the rule. A day the rule does not name is passed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    /// The day the rule names.
    pub day: NaiveDate,
    /// What happens to it.
    pub what: Change,
    /// Why, for people.
    pub note: String,
}

/// How a day differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// It was to be, and is not; pages say so.
    Cancelled,
    /// A holiday: it never was to be, and pages say nothing.
    Closed,
    /// It is held at another time.
    Moved {
        /// The new day.
        day: NaiveDate,
        /// The new local hour it starts.
        opens: NaiveTime,
        /// The new local hour it ends; at or before `opens` means the next day.
        closes: NaiveTime,
    },
}

/// One occurrence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Session {
    /// The instant it starts.
    pub starts: DateTime<Utc>,
    /// The instant it ends, always after `starts`.
    pub ends: DateTime<Utc>,
    /// Which of the schedules given made it: an index.
    pub schedule: usize,
    /// Whether it is held.
    pub state: SessionState,
}

/// Whether a session is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionState {
    /// As the schedule says.
    Planned,
    /// Held, but not on the day the schedule says.
    Moved {
        /// The day it was to be.
        from: NaiveDate,
    },
    /// Not held.
    Cancelled,
}

impl Schedule {
    /// Something that is held once, on Finland's clock; without an id.
    pub fn once(kind: ScheduleKind, first_day: NaiveDate, opens: NaiveTime, closes: NaiveTime) -> Self {
        Schedule {
            id: String::new(),
            kind,
            first_day,
            opens,
            closes,
            zone: chrono_tz::Europe::Helsinki,
            rule: String::new(),
            last_day: None,
            place_id: None,
            note: String::new(),
            exceptions: Vec::new(),
        }
    }

    /// Whether the schedule can be kept: years 1900–2200, a rule that is understood and bounded, at least one day to be
    /// held on, and not more exceptions than anyone types. Evaluation of a schedule that fails here finds no sessions.
    ///
    /// # Errors
    /// The first problem, with the piece it is about.
    pub fn check(&self) -> Result<(), TimesProblem> {
        check_year(self.first_day)?;
        if let Some(last) = self.last_day {
            check_year(last)?;
            if last < self.first_day {
                return Err(TimesProblem::EndsBeforeItStarts { piece: written(last) });
            }
        }
        if self.exceptions.len() > MOST_EXCEPTIONS {
            return Err(TimesProblem::TooMany { piece: self.exceptions.len().to_string() });
        }
        for exception in &self.exceptions {
            check_year(exception.day)?;
            if let Change::Moved { day, .. } = exception.what {
                check_year(day)?;
            }
        }
        if !self.rule.is_empty() {
            Rule::parse(&self.rule)?;
        }
        match Days::of(self, self.first_day).next() {
            Some(_) => Ok(()),
            None => Err(TimesProblem::NeverHappens { piece: self.rule.clone() }),
        }
    }

    /// How long one session lasts on the wall clock: over 0, at most 24 hours.
    pub fn length(&self) -> TimeDelta {
        length(self.opens, self.closes)
    }
}

/// How long it is from one hour of the wall clock to the next time it is the other.
pub(super) fn length(opens: NaiveTime, closes: NaiveTime) -> TimeDelta {
    let length = closes - opens;
    if length <= TimeDelta::zero() { length + TimeDelta::days(1) } else { length }
}

/// Refuses a day no schedule speaks of; years far away come from typing errors, and cost iterations.
pub(super) fn check_year(day: NaiveDate) -> Result<(), TimesProblem> {
    if (FIRST_YEAR..=LAST_YEAR).contains(&day.year()) {
        Ok(())
    } else {
        Err(TimesProblem::Year { piece: written(day) })
    }
}

fn written(day: NaiveDate) -> String {
    format!("{}.{}.{}", day.day(), day.month(), day.year())
}
