//! Stories of times: a group over the year, what people write, what they are told.

mod calendar;
mod demo;
mod phrases;
mod recurrence;
mod stories;
mod telling;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Europe::Helsinki;

use super::words::parse;
use super::{Schedule, ScheduleKind};

/// A Sunday.
fn today() -> NaiveDate {
    day(2026, 11, 22)
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn at(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}

/// The instant Helsinki's clocks show this.
fn helsinki(day: NaiveDate, hour: u32, minute: u32) -> DateTime<Utc> {
    Helsinki.from_local_datetime(&day.and_time(at(hour, minute))).earliest().unwrap().with_timezone(&Utc)
}

fn written(text: &str) -> Vec<Schedule> {
    parse(text, "", today()).unwrap_or_else(|problem| panic!("{text}: {problem}"))
}

fn written_with(text: &str, exceptions: &str) -> Vec<Schedule> {
    parse(text, exceptions, today()).unwrap_or_else(|problem| panic!("{text} / {exceptions}: {problem}"))
}

fn repeating(rule: &str, first_day: NaiveDate) -> Schedule {
    Schedule {
        id: "s1".into(),
        kind: ScheduleKind::Session,
        first_day,
        opens: at(10, 0),
        closes: at(13, 0),
        zone: Helsinki,
        rule: rule.into(),
        last_day: None,
        place_id: None,
        note: String::new(),
        exceptions: Vec::new(),
    }
}
