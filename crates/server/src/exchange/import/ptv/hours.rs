//! Service hours of PTV as schedules: the usual week, hours past midnight, and the days that differ.

use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta, Weekday};

use super::super::checks;
use super::super::json::fields::{Object, objects, text};
use super::super::json::telling::Telling;
use super::super::reason::Reason;
use super::said::{self, LONGEST_TEXT};
use crate::times::{Change, Exception, Schedule, ScheduleKind};

/// Schedules of one channel.
const MOST: usize = 60;
/// Days of one exception: a summer, not an error of a year.
const LONGEST_EXCEPTION: i64 = 200;

const DAYS: [(&str, &str, Weekday); 7] = [
    ("Monday", "MO", Weekday::Mon),
    ("Tuesday", "TU", Weekday::Tue),
    ("Wednesday", "WE", Weekday::Wed),
    ("Thursday", "TH", Weekday::Thu),
    ("Friday", "FR", Weekday::Fri),
    ("Saturday", "SA", Weekday::Sat),
    ("Sunday", "SU", Weekday::Sun),
];

/// One stretch of a week: the days (from Monday) and the hours.
type Stretch = (Vec<usize>, NaiveTime, NaiveTime);

/// The schedules of a channel; their ids are for the activity to give.
pub(super) fn read(telling: &mut Telling<'_>, record: &Object, modified: Option<NaiveDate>) -> Vec<Schedule> {
    let begins = modified.unwrap_or(telling.today).min(telling.today);
    let (mut schedules, mut differing): (Vec<Schedule>, Vec<Exception>) = (Vec::new(), Vec::new());
    for (at, part) in objects(record, "serviceHours").take(MOST) {
        let pointer = format!("/serviceHours/{at}");
        if text(part, "serviceHourType") == "Exceptional" {
            match exceptional(telling, part) {
                Some((exceptions, instead)) => {
                    differing.extend(exceptions);
                    schedules.extend(instead);
                }
                None => telling.ask(&pointer, Reason::Schedule, text(part, "validFrom")),
            }
            continue;
        }
        match usual(telling, part, begins) {
            Ok(more) => schedules.extend(more),
            Err(value) => telling.ask(&pointer, Reason::Schedule, &value),
        }
    }
    for schedule in schedules.iter_mut().filter(|schedule| !schedule.rule.is_empty()) {
        schedule.exceptions.clone_from(&differing);
    }
    schedules.retain(|schedule| match schedule.check() {
        Ok(()) => true,
        Err(problem) => {
            telling.ask("/serviceHours", Reason::from(&problem), problem.piece());
            false
        }
    });
    schedules.truncate(MOST);
    schedules
}

fn is(part: &Object, name: &str) -> bool {
    part.get(name).and_then(serde_json::Value::as_bool) == Some(true)
}

fn day_of(part: &Object, name: &str) -> Option<NaiveDate> {
    checks::iso_day(text(part, name).split('T').next().unwrap_or(""))
}

/// The hours of every week.
fn usual(telling: &mut Telling<'_>, part: &Object, begins: NaiveDate) -> Result<Vec<Schedule>, String> {
    if is(part, "isClosed") {
        return Ok(Vec::new());
    }
    let first_day = day_of(part, "validFrom").unwrap_or(begins);
    let last_day = day_of(part, "validTo");
    if last_day.is_some_and(|last| last < first_day) {
        return Err(text(part, "validTo").to_owned());
    }
    let notes = said::plain(telling, part, "additionalInformation", LONGEST_TEXT);
    let stretches = if is(part, "isAlwaysOpen") {
        vec![((0..7).collect(), NaiveTime::MIN, NaiveTime::MIN)]
    } else {
        stretches(part)?
    };
    Ok(together(stretches)
        .into_iter()
        .map(|(days, opens, closes)| Schedule {
            rule: format!("FREQ=WEEKLY;BYDAY={}", days.iter().map(|day| DAYS[*day].1).collect::<Vec<_>>().join(",")),
            last_day,
            note: said::best(&notes).to_owned(),
            ..Schedule::once(ScheduleKind::Hours, first_day, opens, closes)
        })
        .collect())
}

/// The opening hours of a week. From–to days may mean each of the days, or, past midnight, one stretch over them.
fn stretches(part: &Object) -> Result<Vec<Stretch>, String> {
    let past_midnight = text(part, "serviceHourType") == "OverMidnight";
    let mut stretches = Vec::new();
    for (_, hour) in objects(part, "openingHour") {
        let day = |name: &str| DAYS.iter().position(|(named, ..)| *named == text(hour, name));
        let from = day("dayFrom").ok_or_else(|| text(hour, "dayFrom").to_owned())?;
        let to = day("dayTo").unwrap_or(from);
        let opens = checks::hour(text(hour, "from")).ok_or_else(|| text(hour, "from").to_owned())?;
        let closes = checks::hour(text(hour, "to")).ok_or_else(|| text(hour, "to").to_owned())?;
        let days: Vec<usize> = (0..=(to + 7 - from) % 7).map(|after| (from + after) % 7).collect();
        if !past_midnight {
            stretches.push((days, opens, closes));
            continue;
        }
        match days.as_slice() {
            [first, _] if closes <= opens => stretches.push((vec![*first], opens, closes)),
            [first] => stretches.push((vec![*first], opens, closes)),
            [first, between @ .., last] => {
                stretches.push((vec![*first], opens, NaiveTime::MIN));
                if !between.is_empty() {
                    stretches.push((between.to_vec(), NaiveTime::MIN, NaiveTime::MIN));
                }
                if closes > NaiveTime::MIN {
                    stretches.push((vec![*last], NaiveTime::MIN, closes));
                }
            }
            [] => {}
        }
    }
    Ok(stretches)
}

/// Days with the same hours, in one.
fn together(stretches: Vec<Stretch>) -> Vec<Stretch> {
    let mut all: Vec<Stretch> = Vec::new();
    for (days, opens, closes) in stretches {
        match all.iter_mut().find(|(_, known_opens, known_closes)| (*known_opens, *known_closes) == (opens, closes)) {
            Some((known, ..)) => known.extend(days),
            None => all.push((days, opens, closes)),
        }
    }
    for (days, ..) in &mut all {
        days.sort_unstable();
        days.dedup();
    }
    all
}

/// Days that differ: closed, and the hours that hold instead.
fn exceptional(telling: &mut Telling<'_>, part: &Object) -> Option<(Vec<Exception>, Vec<Schedule>)> {
    let first = day_of(part, "validFrom")?;
    let last = day_of(part, "validTo").unwrap_or(first);
    let length = (last - first).num_days();
    if !(0..=LONGEST_EXCEPTION).contains(&length) {
        return None;
    }
    let notes = said::plain(telling, part, "additionalInformation", LONGEST_TEXT);
    let note = said::best(&notes).to_owned();
    let days: Vec<NaiveDate> = (0..=length).map(|after| first + TimeDelta::days(after)).collect();
    let closed = |day: &NaiveDate| Exception { day: *day, what: Change::Closed, note: note.clone() };
    let exceptions = days.iter().map(closed).collect();
    if is(part, "isClosed") {
        return Some((exceptions, Vec::new()));
    }
    let mut instead = Vec::new();
    for (_, hour) in objects(part, "openingHour") {
        let (Some(opens), Some(closes)) = (checks::hour(text(hour, "from")), checks::hour(text(hour, "to"))) else {
            continue;
        };
        // Without a day of the week the hours are of every day of the time.
        let only = DAYS.iter().find(|(named, ..)| *named == text(hour, "dayFrom")).map(|(.., weekday)| *weekday);
        for day in days.iter().filter(|day| only.is_none_or(|only| day.weekday() == only)) {
            let once = Schedule::once(ScheduleKind::Hours, *day, opens, closes);
            instead.push(Schedule { note: note.clone(), ..once });
        }
    }
    Some((exceptions, instead))
}
