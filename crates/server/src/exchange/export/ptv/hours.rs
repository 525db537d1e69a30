//! Times as service hours of PTV: the usual week, hours past midnight, and the days that differ.
//!
//! PTV knows weeks and single days. What repeats in another way (every other week, once a month) is written out day by
//! day for the coming months.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use serde_json::{Value, json};

use crate::page::Ui;
use crate::times::{self, Change, Schedule, SessionState, words};

/// How far ahead days are written out.
const AHEAD: TimeDelta = TimeDelta::days(120);
/// Single days of one channel.
const MOST_DAYS: usize = 60;

const DAYS: [(&str, &str); 7] = [
    ("MO", "Monday"),
    ("TU", "Tuesday"),
    ("WE", "Wednesday"),
    ("TH", "Thursday"),
    ("FR", "Friday"),
    ("SA", "Saturday"),
    ("SU", "Sunday"),
];

/// The hours of a channel.
pub(super) fn of(schedules: &[&Schedule], ui: &Ui) -> Vec<Value> {
    let live: Vec<Schedule> = schedules
        .iter()
        .filter(|schedule| !times::is_over(std::slice::from_ref(schedule), ui.now))
        .map(|schedule| (*schedule).clone())
        .collect();
    let mut all = Vec::new();
    let mut days: BTreeMap<NaiveDate, &str> = BTreeMap::new();
    for schedule in &live {
        match weekdays(schedule) {
            Some(weekdays) => {
                all.extend(weekly(schedule, &weekdays));
                days.extend(differing(schedule, ui.today()));
            }
            None => days.extend(day_by_day(schedule, ui)),
        }
    }
    all.extend(days.into_iter().take(MOST_DAYS).map(|(day, words)| single(day, words, &live)));
    all
}

/// The days of a plain weekly or daily rule, by their place in the week.
fn weekdays(schedule: &Schedule) -> Option<Vec<usize>> {
    if schedule.rule == "FREQ=DAILY" {
        return Some((0..7).collect());
    }
    let named = schedule.rule.strip_prefix("FREQ=WEEKLY;BYDAY=")?;
    named.split(',').map(|code| DAYS.iter().position(|(known, ..)| *known == code)).collect()
}

fn weekly(schedule: &Schedule, days: &[usize]) -> Vec<Value> {
    let (opens, closes) = (schedule.opens, schedule.closes);
    if days.len() == 7 && opens == closes {
        return vec![hours(schedule, "DaysOfTheWeek", true, Vec::new())];
    }
    let past_midnight = closes <= opens;
    let opening = |day: usize| {
        let to = if past_midnight { json!(DAYS[(day + 1) % 7].1) } else { Value::Null };
        json!({"dayFrom": DAYS[day].1, "dayTo": to, "from": clock(opens), "to": clock(closes)})
    };
    if past_midnight {
        // PTV keeps each night as hours of its own.
        return days.iter().map(|day| hours(schedule, "OverMidnight", false, vec![opening(*day)])).collect();
    }
    vec![hours(schedule, "DaysOfTheWeek", false, days.iter().map(|day| opening(*day)).collect())]
}

fn hours(schedule: &Schedule, kind: &str, always: bool, opening: Vec<Value>) -> Value {
    json!({
        "serviceHourType": kind,
        "validFrom": midnight(schedule.first_day),
        "validTo": schedule.last_day.map(midnight),
        "isClosed": false,
        "validForNow": schedule.last_day.is_none(),
        "isAlwaysOpen": always,
        "isReservation": false,
        "additionalInformation": note(words::note_and_open_end(schedule).0),
        "openingHour": opening,
    })
}

/// The coming days that differ from the usual week, each with why.
fn differing(schedule: &Schedule, today: NaiveDate) -> Vec<(NaiveDate, &str)> {
    let mut days = Vec::new();
    for exception in schedule.exceptions.iter().filter(|exception| exception.day >= today) {
        days.push((exception.day, exception.note.as_str()));
        if let Change::Moved { day, .. } = exception.what {
            days.push((day, exception.note.as_str()));
        }
    }
    days
}

/// The days of the coming sessions.
fn day_by_day<'a>(schedule: &'a Schedule, ui: &Ui) -> Vec<(NaiveDate, &'a str)> {
    let note = words::note_and_open_end(schedule).0;
    times::sessions(std::slice::from_ref(schedule), ui.now, ui.now + AHEAD, MOST_DAYS)
        .into_iter()
        .filter(|session| session.state != SessionState::Cancelled)
        .map(|session| (session.starts.with_timezone(&schedule.zone).date_naive(), note))
        .collect()
}

/// One day as it is: with everything that is held on it, because such a day counts instead of the usual ones; closed
/// when nothing is.
fn single(day: NaiveDate, words: &str, schedules: &[Schedule]) -> Value {
    let from = day.and_time(NaiveTime::MIN).and_utc() - TimeDelta::days(1);
    let opening: Vec<Value> = times::sessions(schedules, from, from + TimeDelta::days(3), 200)
        .into_iter()
        .filter(|session| session.state != SessionState::Cancelled)
        .filter_map(|session| {
            let zone = schedules[session.schedule].zone;
            let (starts, ends) = (session.starts.with_timezone(&zone), session.ends.with_timezone(&zone));
            (starts.date_naive() == day).then(|| (clock(starts.time()), clock(ends.time())))
        })
        .map(|(from, to)| json!({"dayFrom": null, "dayTo": null, "from": from, "to": to}))
        .collect();
    json!({
        "serviceHourType": "Exceptional",
        "validFrom": midnight(day),
        "validTo": midnight(day),
        "isClosed": opening.is_empty(),
        "validForNow": false,
        "isAlwaysOpen": false,
        "isReservation": false,
        "additionalInformation": note(words),
        "openingHour": opening,
    })
}

fn note(words: &str) -> Value {
    if words.is_empty() { json!([]) } else { json!([{"language": "fi", "value": words}]) }
}

fn midnight(day: NaiveDate) -> String {
    format!("{day}T00:00:00")
}

fn clock(time: NaiveTime) -> String {
    time.format("%H:%M:%S").to_string()
}
