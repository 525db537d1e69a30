//! The times of an event, folded: what is held every week on the same day at the same hour is one schedule, and the weeks
//! it is not held are its exceptions.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, Utc, Weekday};
use chrono_tz::Europe::Helsinki;

use super::super::checks;
use super::super::json::fields::{Object, text};
use crate::times::{Change, Exception, Schedule, ScheduleKind};

/// Times on one day of the week and hour that make a rule.
const LEAST_OF_A_RULE: usize = 3;
/// Weeks in a row without it, after which it is another series.
const LONGEST_PAUSE: i64 = 10;
/// Longer than this it is no time one comes to, but a span in which something can be seen.
const LONGEST: i64 = 24;

/// One time an event is held, in local time.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Held {
    day: NaiveDate,
    opens: NaiveTime,
    closes: NaiveTime,
    /// The moment it is over.
    pub(super) over: DateTime<Utc>,
    cancelled: bool,
    /// It lasts for days: it has no hours.
    pub(super) is_span: bool,
}

/// When an event is held; none when it does not say.
pub(super) fn held(record: &Object) -> Option<Held> {
    let cancelled = text(record, "event_status") == "EventCancelled";
    let (starts, ends) = (moment(text(record, "start_time"), false)?, moment(text(record, "end_time"), true));
    let ends = ends.filter(|ends| *ends > starts).unwrap_or(starts + TimeDelta::hours(1));
    let (local_start, local_end) = (starts.with_timezone(&Helsinki), ends.with_timezone(&Helsinki));
    Some(Held {
        day: local_start.date_naive(),
        opens: local_start.time(),
        closes: local_end.time(),
        over: ends,
        cancelled,
        is_span: ends - starts > TimeDelta::hours(LONGEST),
    })
}

/// A moment, or a day: its beginning, or as an end its last moment.
fn moment(text: &str, is_end: bool) -> Option<DateTime<Utc>> {
    checks::moment(text).or_else(|| {
        let day = checks::iso_day(text)?;
        let day = if is_end { day.succ_opt()? } else { day };
        Some(day.and_time(NaiveTime::MIN).and_local_timezone(Helsinki).earliest()?.with_timezone(&Utc))
    })
}

/// The schedules of all times; their ids are for the activity to give.
pub(super) fn schedules(mut times: Vec<Held>) -> Vec<Schedule> {
    times.sort_unstable();
    times.dedup_by(|one, other| (one.day, one.opens, one.closes) == (other.day, other.opens, other.closes));
    let mut alike: BTreeMap<(u32, NaiveTime, NaiveTime), Vec<Held>> = BTreeMap::new();
    for time in times.into_iter().filter(|time| !time.is_span) {
        alike.entry((time.day.weekday().num_days_from_monday(), time.opens, time.closes)).or_default().push(time);
    }
    let mut schedules: Vec<Schedule> = alike.into_values().flat_map(in_series).collect();
    schedules.sort_by_key(|schedule| (schedule.first_day, schedule.opens));
    schedules
}

/// Times on the same day of the week at the same hours, as one series or several.
fn in_series(times: Vec<Held>) -> Vec<Schedule> {
    let mut series: Vec<Vec<Held>> = Vec::new();
    for time in times {
        match series.last_mut() {
            Some(last) if last.last().is_some_and(|before| (time.day - before.day).num_weeks() <= LONGEST_PAUSE) => {
                last.push(time);
            }
            _ => series.push(vec![time]),
        }
    }
    series
        .into_iter()
        .flat_map(|series| if series.len() < LEAST_OF_A_RULE { one_by_one(&series) } else { vec![weekly(&series)] })
        .collect()
}

fn one_by_one(series: &[Held]) -> Vec<Schedule> {
    series
        .iter()
        .map(|time| Schedule { exceptions: exceptions(std::slice::from_ref(time)), ..schedule(time) })
        .collect()
}

fn weekly(series: &[Held]) -> Schedule {
    let first = &series[0];
    let last = series.last().map_or(first.day, |last| last.day);
    let mut differing = exceptions(series);
    let mut day = first.day;
    while day < last {
        day += TimeDelta::weeks(1);
        if series.binary_search_by_key(&day, |time| time.day).is_err() {
            differing.push(Exception { day, what: Change::Closed, note: String::new() });
        }
    }
    Schedule {
        rule: format!("FREQ=WEEKLY;BYDAY={}", code(first.day.weekday())),
        last_day: Some(last),
        exceptions: differing,
        ..schedule(first)
    }
}

fn exceptions(series: &[Held]) -> Vec<Exception> {
    let cancelled = series.iter().filter(|time| time.cancelled);
    cancelled.map(|time| Exception { day: time.day, what: Change::Cancelled, note: String::new() }).collect()
}

fn schedule(time: &Held) -> Schedule {
    Schedule::once(ScheduleKind::Session, time.day, time.opens, time.closes)
}

fn code(day: Weekday) -> &'static str {
    ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][day.num_days_from_monday() as usize]
}
