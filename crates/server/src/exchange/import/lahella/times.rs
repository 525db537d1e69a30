//! Times of Lähellä.fi's interface: a beginning in milliseconds, and how it repeats.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta};
use chrono_tz::Europe::Helsinki;
use serde_json::Value;

use super::super::checks;
use super::super::json::fields::{Object, object, objects, text, whole, whole_number};
use super::super::reason::Reason;
use crate::times::{Change, Exception, Schedule, ScheduleKind};

const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// The schedules of an event, without ids.
pub(super) fn read(event: &Object) -> Result<Vec<Schedule>, (Reason, String)> {
    let wrong = |what: &str| (Reason::Schedule, what.to_owned());
    let (first_day, opens) = moment(event.get("start")).ok_or_else(|| wrong("start"))?;
    let Some(recurrence) = object(event, "recurrence") else {
        let closes = moment(event.get("end")).map_or(opens + TimeDelta::hours(1), |(_, closes)| closes);
        return checked(Schedule::once(ScheduleKind::Session, first_day, opens, closes)).map(|schedule| vec![schedule]);
    };
    let weeks = match text(recurrence, "period") {
        "" | "P1W" => 1,
        period => period.trim_start_matches('P').trim_end_matches('W').parse::<u32>().map_err(|_| wrong(period))?,
    };
    let last_day = moment(recurrence.get("end")).map(|(day, _)| day);
    let excluded: Vec<Exception> = recurrence
        .get("exclude")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|day| moment(Some(day)))
        .map(|(day, _)| Exception { day, what: Change::Closed, note: String::new() })
        .collect();
    let mut schedules = Vec::new();
    for (_, part) in objects(recurrence, "daySpecificTimes") {
        // Counted from Monday, which is 0.
        let day = whole(part, "weekday")
            .and_then(|day| DAYS.get(usize::try_from(day).ok()?))
            .ok_or_else(|| wrong("weekday"))?;
        let hour = |name: &str| checks::hour(text(part, name)).ok_or_else(|| wrong(name));
        let interval = if weeks > 1 { format!(";INTERVAL={weeks}") } else { String::new() };
        let schedule = Schedule {
            rule: format!("FREQ=WEEKLY{interval};BYDAY={day}"),
            last_day,
            exceptions: excluded.clone(),
            ..Schedule::once(ScheduleKind::Session, first_day, hour("startTime")?, hour("endTime")?)
        };
        schedules.push(checked(schedule)?);
    }
    Ok(schedules)
}

/// A moment in milliseconds, or written out, as the day and hour in Finland.
fn moment(value: Option<&Value>) -> Option<(NaiveDate, NaiveTime)> {
    let value = value?;
    let moment = match value.as_str() {
        Some(text) => checks::moment(text)?,
        None => DateTime::from_timestamp_millis(whole_number(value)?)?,
    };
    let local = moment.with_timezone(&Helsinki);
    Some((local.date_naive(), local.time()))
}

fn checked(schedule: Schedule) -> Result<Schedule, (Reason, String)> {
    match schedule.check() {
        Ok(()) => Ok(schedule),
        Err(problem) => Err((Reason::from(&problem), problem.piece().to_owned())),
    }
}
