//! A schedule of HSDS as a time of an activity.

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use chrono_tz::{Europe::Helsinki, Tz};

use super::super::checks;
use super::super::ids;
use super::super::json::fields::{Object, has, number, object, objects, text, whole};
use super::super::json::telling::{LONGEST_TEXT, Telling};
use super::super::reason::Reason;
use crate::times::words::END_UNKNOWN;
use crate::times::{Change, Exception, Schedule, ScheduleKind};

/// Times of one activity.
const MOST: usize = 200;

/// The times a list tells of, and the places in it of those that could not be understood.
pub(super) fn read_all(
    telling: &mut Telling<'_>,
    record: &Object,
    pointer: &str,
    place_id: impl Fn(&Object) -> Option<String>,
) -> (Vec<Schedule>, Vec<usize>) {
    let (mut schedules, mut left) = (Vec::new(), Vec::new());
    for (at, part) in objects(record, "schedules").take(MOST) {
        let pointer = format!("{pointer}/schedules/{at}");
        match read(telling, part, place_id(part)) {
            Ok(schedule) => schedules.push(schedule),
            Err((reason, value)) => {
                telling.ask(&pointer, reason, &value);
                left.push(at);
            }
        }
    }
    (schedules, left)
}

fn read(telling: &Telling<'_>, part: &Object, place_id: Option<String>) -> Result<Schedule, (Reason, String)> {
    let nothing = Object::new();
    let is_own = has(part, "tarjotin");
    let own = object(part, "tarjotin").unwrap_or(&nothing);
    let opens = checks::hour(text(part, "opens_at")).ok_or((Reason::Schedule, "opens_at".to_owned()))?;
    let closes = checks::hour(text(part, "closes_at"));
    let day = |name: &str| checks::iso_day(text(part, name).split('T').next().unwrap_or(""));
    let rule = if is_own { text(own, "rule").to_owned() } else { rule(part)? };
    let once = rule.is_empty();
    let first_day = day("dtstart").or_else(|| day("valid_from"));
    let until = checks::iso_day(text(own, "last_day")).filter(|_| is_own);
    let last_day = if is_own { until } else { [day("until"), day("valid_to")].into_iter().flatten().min() };
    let first_day = match first_day {
        Some(day) => day,
        // A thing that repeats and has no beginning goes on now; a thing that happens once has to say when.
        None if once => return Err((Reason::Schedule, "dtstart".to_owned())),
        None => last_day.map_or(telling.today, |last| last.min(telling.today)),
    };
    let schedule = Schedule {
        id: ids::own_or_derived(telling.source_id, "schedule", text(part, "id")),
        kind: if text(own, "kind") == "session" { ScheduleKind::Session } else { ScheduleKind::Hours },
        first_day,
        opens,
        closes: closes.unwrap_or_else(|| opens.overflowing_add_signed(TimeDelta::hours(1)).0),
        zone: zone(part, own),
        rule,
        last_day: if once && !is_own { None } else { last_day },
        place_id,
        note: if is_own { checks::clean(text(own, "note")) } else { note(part, closes) },
        exceptions: exceptions(own),
    };
    match schedule.check() {
        Ok(()) => Ok(schedule),
        Err(problem) => Err((Reason::from(&problem), problem.piece().to_owned())),
    }
}

/// The rule in the words of RFC 5545, from those parts that go together there.
fn rule(part: &Object) -> Result<String, (Reason, String)> {
    let days = text(part, "byday").to_ascii_uppercase().replace(' ', "");
    let month_days = text(part, "bymonthday").replace(' ', "");
    let weeks = text(part, "byweekno").replace(' ', "");
    let numbered = days.contains(|c: char| c.is_ascii_digit());
    let every = match text(part, "freq") {
        // Open Referral UK data often leaves it out: days of the week repeat weekly, numbered ones monthly.
        "" if days.is_empty() && month_days.is_empty() => return Ok(String::new()),
        "" if numbered || days.is_empty() => "MONTHLY",
        "" => "WEEKLY",
        every => every,
    };
    let mut parts = Vec::new();
    let mut add = |name: &str, value: &str| {
        if !value.is_empty() {
            parts.push(format!("{name}={value}"));
        }
    };
    if every == "WEEKLY" && !weeks.is_empty() && !days.is_empty() {
        add("FREQ", "YEARLY");
        add("BYWEEKNO", &weeks);
        add("BYDAY", &days);
        return Ok(parts.join(";"));
    }
    add("FREQ", every);
    let interval = whole(part, "interval").filter(|interval| *interval > 1).map(|interval| interval.to_string());
    add("INTERVAL", &interval.unwrap_or_default());
    if has(part, "count") {
        let count = whole(part, "count").ok_or((Reason::Schedule, "count".to_owned()))?;
        add("COUNT", &count.to_string());
    }
    add("WKST", text(part, "wkst"));
    add("BYDAY", &days);
    if every == "MONTHLY" {
        add("BYMONTHDAY", &month_days);
    }
    Ok(parts.join(";"))
}

/// The zone: Finland's, unless the offset is of another part of the world.
fn zone(part: &Object, own: &Object) -> Tz {
    if let Ok(zone) = text(own, "zone").parse() {
        return zone;
    }
    match number(part, "timezone") {
        // 2 in winter, 3 in summer: a source writes one of them for the whole year.
        None => Helsinki,
        Some(hours) if hours == 2.0 || hours == 3.0 => Helsinki,
        // The names of fixed offsets have their sign turned round.
        Some(hours) if hours.fract() == 0.0 && hours.abs() <= 12.0 => {
            let name = if hours == 0.0 { "Etc/GMT".to_owned() } else { format!("Etc/GMT{:+}", -(hours as i64)) };
            name.parse().unwrap_or(Helsinki)
        }
        Some(_) => Helsinki,
    }
}

/// What is said beside the hours.
fn note(part: &Object, closes: Option<NaiveTime>) -> String {
    let mut said: Vec<String> = Vec::new();
    if closes.is_none() {
        said.push(END_UNKNOWN.to_owned());
    }
    for name in ["description", "notes", "attending_type"] {
        let words = checks::clean(text(part, name));
        if !words.is_empty() && !said.contains(&words) {
            said.push(words);
        }
    }
    said.extend(checks::web_address(text(part, "schedule_link")));
    checks::within(said.join(" "), LONGEST_TEXT).0
}

fn exceptions(own: &Object) -> Vec<Exception> {
    let day = |object: &Object, name: &str| -> Option<NaiveDate> { checks::iso_day(text(object, name)) };
    objects(own, "exceptions")
        .filter_map(|(_, part)| {
            let what = match text(part, "kind") {
                "moved" => Change::Moved {
                    day: day(part, "new_day")?,
                    opens: checks::hour(text(part, "new_opens"))?,
                    closes: checks::hour(text(part, "new_closes"))?,
                },
                "closed" => Change::Closed,
                "cancelled" => Change::Cancelled,
                _ => return None,
            };
            Some(Exception { day: day(part, "day")?, what, note: checks::clean(text(part, "note")) })
        })
        .collect()
}
