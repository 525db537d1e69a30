//! Times of a calendar's event as schedules.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use chrono_tz::{Europe::Helsinki, Tz};
use icalendar::parser::Property;

use super::super::reason::Reason;
use super::Event;
use crate::times::{Change, Exception, Schedule, ScheduleKind};

/// Longer than this it is no time one comes to.
const LONGEST_HOURS: i64 = 24;

/// A day, or a local time in a zone.
#[derive(Debug, Clone, Copy)]
struct When {
    day: NaiveDate,
    /// None for a whole day.
    hour: Option<NaiveTime>,
    zone: Tz,
}

type Wrong = (Reason, String);

/// The schedules of an event and of the single times that differ from it, without ids. What is called off is told as
/// such.
pub(super) fn read(base: &Event<'_>, differing: &[Event<'_>]) -> Result<Vec<Schedule>, Wrong> {
    let wrong = |name: &str| (Reason::Schedule, format!("{name} {}", base.text(name)));
    let starts = base.component.find_prop("DTSTART").and_then(when).ok_or_else(|| wrong("DTSTART"))?;
    let (closes, days) = ends(base, starts).ok_or_else(|| wrong("DTEND"))?;
    let rule = base.text("RRULE").to_ascii_uppercase();
    let kind = if starts.hour.is_some() { ScheduleKind::Session } else { ScheduleKind::Hours };
    let mut schedule = Schedule {
        zone: starts.zone,
        rule,
        ..Schedule::once(kind, starts.day, starts.hour.unwrap_or(NaiveTime::MIN), closes)
    };
    if days > 1 {
        if !schedule.rule.is_empty() {
            return Err(wrong("RRULE"));
        }
        "FREQ=DAILY".clone_into(&mut schedule.rule);
        schedule.last_day = Some(starts.day + TimeDelta::days(days - 1));
    }
    for day in moments(base, "EXDATE") {
        schedule.exceptions.push(Exception { day: day.day, what: Change::Closed, note: String::new() });
    }
    for other in differing {
        let Some(day) = other.component.find_prop("RECURRENCE-ID").and_then(when) else { continue };
        if let Some(what) = change(other, day.day, &schedule) {
            schedule.exceptions.push(Exception { day: day.day, what, note: String::new() });
        }
    }
    if base.is_cancelled() && schedule.rule.is_empty() {
        schedule.exceptions.push(Exception { day: starts.day, what: Change::Cancelled, note: String::new() });
    }
    let more = moments(base, "RDATE").into_iter().map(|when| Schedule {
        first_day: when.day,
        opens: when.hour.unwrap_or(schedule.opens),
        rule: String::new(),
        last_day: None,
        exceptions: Vec::new(),
        ..schedule.clone()
    });
    let all: Vec<Schedule> = std::iter::once(schedule.clone()).chain(more).collect();
    for schedule in &all {
        schedule.check().map_err(|problem| (Reason::from(&problem), problem.piece().to_owned()))?;
    }
    Ok(all)
}

/// What became of a time; none when it is as ever.
fn change(other: &Event<'_>, usual: NaiveDate, schedule: &Schedule) -> Option<Change> {
    if other.is_cancelled() {
        return Some(Change::Cancelled);
    }
    let starts = other.component.find_prop("DTSTART").and_then(when)?;
    let opens = starts.hour.unwrap_or(schedule.opens);
    let (closes, _) = ends(other, starts).unwrap_or((schedule.closes, 1));
    let is_as_ever = (starts.day, opens, closes) == (usual, schedule.opens, schedule.closes);
    (!is_as_ever).then_some(Change::Moved { day: starts.day, opens, closes })
}

/// The hour an event ends, and over how many whole days it goes; none when it lasts longer than anyone stays.
fn ends(event: &Event<'_>, starts: When) -> Option<(NaiveTime, i64)> {
    let told = event.component.find_prop("DTEND").and_then(when);
    let Some(opens) = starts.hour else {
        let days = told.map_or(1, |ends| (ends.day - starts.day).num_days());
        return Some((NaiveTime::MIN, days.max(1)));
    };
    let begins = starts.day.and_time(opens);
    let ends = match told {
        Some(ends) => ends.day.and_time(ends.hour.unwrap_or(NaiveTime::MIN)),
        None => begins + duration(&event.text("DURATION")).unwrap_or(TimeDelta::hours(1)),
    };
    let length = ends - begins;
    (length > TimeDelta::zero() && length <= TimeDelta::hours(LONGEST_HOURS)).then(|| (ends.time(), 1))
}

/// All moments of a property that may be there many times, each with many values.
fn moments(event: &Event<'_>, name: &str) -> Vec<When> {
    let properties =
        event.component.properties.iter().filter(|property| property.name.as_str().eq_ignore_ascii_case(name));
    properties
        .flat_map(|property| {
            let zone = zone(property);
            property.val.as_str().split(',').filter_map(move |value| moment(value, zone)).collect::<Vec<_>>()
        })
        .collect()
}

fn when(property: &Property<'_>) -> Option<When> {
    moment(property.val.as_str(), zone(property))
}

/// The zone a property names; Finland's when it names none, or one that nobody knows.
fn zone(property: &Property<'_>) -> Tz {
    let named = property.params.iter().find(|param| param.key.as_str().eq_ignore_ascii_case("TZID"));
    let name = named.and_then(|param| param.val.as_ref()).map_or("", |value| value.as_str()).trim_matches('"');
    name.parse().unwrap_or(Helsinki)
}

/// `20261128`, `20261128T120000` or, in world time, `20261128T100000Z`, which is told in Finland's.
fn moment(text: &str, zone: Tz) -> Option<When> {
    let text = text.trim();
    if text.len() == 8 {
        let day = NaiveDate::parse_from_str(text, "%Y%m%d").ok()?;
        return Some(When { day, hour: None, zone });
    }
    let local = NaiveDateTime::parse_from_str(text.trim_end_matches(['Z', 'z']), "%Y%m%dT%H%M%S").ok()?;
    if text.ends_with(['Z', 'z']) {
        let here = DateTime::<Utc>::from_naive_utc_and_offset(local, Utc).with_timezone(&Helsinki);
        return Some(When { day: here.date_naive(), hour: Some(here.time()), zone: Helsinki });
    }
    Some(When { day: local.date(), hour: Some(local.time()), zone })
}

/// `PT1H30M`, `P1D`.
fn duration(text: &str) -> Option<TimeDelta> {
    let text = text.trim().strip_prefix('P')?;
    let (mut total, mut number) = (TimeDelta::zero(), String::new());
    for sign in text.chars() {
        match sign {
            '0'..='9' if number.len() < 6 => number.push(sign),
            'T' => {}
            unit => {
                let count: i64 = number.parse().ok()?;
                number.clear();
                total += match unit {
                    'W' => TimeDelta::weeks(count),
                    'D' => TimeDelta::days(count),
                    'H' => TimeDelta::hours(count),
                    'M' => TimeDelta::minutes(count),
                    'S' => TimeDelta::seconds(count),
                    _ => return None,
                };
            }
        }
    }
    Some(total)
}
