//! What time it is: the machine's, or what a test says. Rules never ask; they are told.

use std::sync::{Arc, RwLock};

use chrono::{DateTime, Duration, NaiveDate, Utc};
use chrono_tz::Europe::Helsinki;

/// Where the time comes from.
#[derive(Debug, Clone, Default)]
pub enum Clock {
    /// The machine.
    #[default]
    System,
    /// Whatever was set last.
    Set(Arc<RwLock<DateTime<Utc>>>),
}

impl Clock {
    /// A clock that stands still until it is moved.
    pub fn standing_at(time: DateTime<Utc>) -> Self {
        Clock::Set(Arc::new(RwLock::new(time)))
    }

    /// The time.
    pub fn now(&self) -> DateTime<Utc> {
        match self {
            Clock::System => Utc::now(),
            Clock::Set(time) => time.read().map_or_else(|poisoned| *poisoned.into_inner(), |time| *time),
        }
    }

    /// Lets time pass on a clock that stands still.
    pub fn pass(&self, time: Duration) {
        if let Clock::Set(at) = self
            && let Ok(mut at) = at.write()
        {
            *at += time;
        }
    }
}

/// The day it is in Finland.
pub fn today(now: DateTime<Utc>) -> NaiveDate {
    now.with_timezone(&Helsinki).date_naive()
}
