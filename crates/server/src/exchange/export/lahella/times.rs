//! Times as Lähellä.fi keeps them: a beginning in milliseconds, and the days of every so many weeks.
//!
//! What repeats in another way is written out as single times for the coming months.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use crate::page::Ui;
use crate::times::{self, Change, Schedule, SessionState};

const AHEAD: TimeDelta = TimeDelta::days(180);
const MOST_SINGLE: usize = 60;
const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// The events of a channel; what is over is left out.
pub(super) fn of(schedules: &[&Schedule], ui: &Ui) -> Vec<Value> {
    schedules
        .iter()
        .filter(|schedule| !times::is_over(std::slice::from_ref(schedule), ui.now))
        .flat_map(|schedule| match weekly(schedule) {
            Some((weeks, days)) => {
                let mut events: Vec<Value> = repeated(schedule, weeks, &days).into_iter().collect();
                events.extend(moved(schedule, ui.now));
                events
            }
            None => single(schedule, ui.now),
        })
        .collect()
}

/// Every how many weeks, and on which days counted from Monday, when the rule says no more than that.
fn weekly(schedule: &Schedule) -> Option<(u32, Vec<usize>)> {
    if schedule.rule == "FREQ=DAILY" {
        return Some((1, (0..7).collect()));
    }
    let (mut weeks, mut days) = (1, None);
    for part in schedule.rule.split(';') {
        match part.split_once('=')? {
            ("FREQ", "WEEKLY") => {}
            ("INTERVAL", every) => weeks = every.parse().ok()?,
            ("BYDAY", named) => {
                let places = named.split(',').map(|code| DAYS.iter().position(|known| *known == code));
                days = Some(places.collect::<Option<Vec<usize>>>()?);
            }
            _ => return None,
        }
    }
    Some((weeks, days?))
}

fn repeated(schedule: &Schedule, weeks: u32, days: &[usize]) -> Option<Value> {
    let first = first(schedule)?;
    let clock = |time: chrono::NaiveTime| time.format("%H:%M").to_string();
    let specific: Vec<Value> = days
        .iter()
        .map(|day| json!({"weekday": day, "startTime": clock(schedule.opens), "endTime": clock(schedule.closes)}))
        .collect();
    let excluded: Vec<i64> = schedule
        .exceptions
        .iter()
        .filter_map(|exception| instant(schedule, exception.day.and_time(schedule.opens)))
        .map(|at| at.timestamp_millis())
        .collect();
    let end = schedule.last_day.and_then(|day| instant(schedule, day.and_time(schedule.opens)));
    Some(json!({
        "start": first.timestamp_millis(),
        "timeZone": schedule.zone.name(),
        "type": "4",
        "recurrence": {
            "period": format!("P{weeks}W"),
            "end": end.map(|at| at.timestamp_millis()),
            "daySpecificTimes": specific,
            "exclude": excluded,
        },
    }))
}

/// The beginning of the first day. A rule of several weeks is counted from its week, so that day and not the first session.
fn first(schedule: &Schedule) -> Option<DateTime<Utc>> {
    instant(schedule, schedule.first_day.and_time(schedule.opens))
}

fn instant(schedule: &Schedule, local: chrono::NaiveDateTime) -> Option<DateTime<Utc>> {
    local.and_local_timezone(schedule.zone).earliest().map(|at| at.with_timezone(&Utc))
}

/// The sessions that are held on another day than the rule says.
fn moved(schedule: &Schedule, now: DateTime<Utc>) -> Vec<Value> {
    if !schedule.exceptions.iter().any(|exception| matches!(exception.what, Change::Moved { .. })) {
        return Vec::new();
    }
    coming(schedule, now, |state| matches!(state, SessionState::Moved { .. }))
}

fn single(schedule: &Schedule, now: DateTime<Utc>) -> Vec<Value> {
    coming(schedule, now, |state| state != SessionState::Cancelled)
}

fn coming(schedule: &Schedule, now: DateTime<Utc>, wanted: impl Fn(SessionState) -> bool) -> Vec<Value> {
    times::sessions(std::slice::from_ref(schedule), now, now + AHEAD, MOST_SINGLE)
        .into_iter()
        .filter(|session| wanted(session.state))
        .map(|session| {
            json!({
                "start": session.starts.timestamp_millis(),
                "end": session.ends.timestamp_millis(),
                "timeZone": schedule.zone.name(),
                "type": "1",
            })
        })
        .collect()
}
