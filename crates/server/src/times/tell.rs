//! Times told to people, in every language of the pages; what the words are is in `text/*/times.ftl`.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, Timelike, Utc, Weekday};
use chrono_tz::Tz;
use fluent_bundle::FluentValue;

use crate::i18n::Language;

use super::days::Days;
use super::model::{Schedule, ScheduleKind, Session, SessionState};
use super::shape::{Shape, Weekdays};
use super::words::{ZONE, note_and_open_end};

/// A date this many days ahead is told without its year: ten months.
const NEAR: i64 = 304;

/// When something is: "tiistaisin klo 10–13", "avoinna ma–pe klo 9–15", "ti 24.11.2026 klo 10–11.30". A schedule with a
/// last day is told with both its ends. See [`tell_on`] for one that knows what day it is.
pub fn tell(schedule: &Schedule, language: Language) -> String {
    whole(language, &told(schedule, language, None))
}

/// The same, told on a day: a beginning is told only when it is still to come ("alkaen 7.1.2027"), and a rule without
/// words by its next three dates.
pub fn tell_on(schedule: &Schedule, language: Language, today: NaiveDate) -> String {
    whole(language, &told(schedule, language, Some(today)))
}

/// When one session is, said at the instant `now`: "tänään klo 10–13", "ti 24.11. klo 10–11.30", "nyt auki, klo 15 asti",
/// "peruttu: huomenna klo 10–13". `schedule` is the one it was made of; days are those of its zone.
pub fn tell_session(session: &Session, schedule: &Schedule, language: Language, now: DateTime<Utc>) -> String {
    let local = |instant: DateTime<Utc>| instant.with_timezone(&schedule.zone).naive_local();
    let (starts, ends, today) = (local(session.starts), local(session.ends), local(now).date());
    let open_end = note_and_open_end(schedule).1;
    let running = session.starts <= now && now < session.ends && session.state != SessionState::Cancelled;
    let when = match (running, schedule.kind) {
        (true, ScheduleKind::Hours) if ends - starts >= TimeDelta::days(1) => {
            language.t("times-open-now-round-the-clock").into_owned()
        }
        (true, _) if open_end => language.t("times-on-now-unknown").into_owned(),
        (true, kind) => {
            let key = if kind == ScheduleKind::Hours { "times-open-now" } else { "times-on-now" };
            language.with(key, &[("until", closing(ends.time(), language).into())])
        }
        (false, _) => {
            let hours = hours(starts.time(), ends.time(), open_end, language);
            let soon = (0..=1).contains(&(starts.date() - today).num_days());
            let (key, name) = if soon { ("times-days-hours", "days") } else { ("times-date-hours", "date") };
            language.with(key, &[(name, near_day(starts.date(), language, today).into()), ("hours", hours.into())])
        }
    };
    let said = match session.state {
        SessionState::Planned => when,
        SessionState::Cancelled => language.with("times-cancelled", &[("when", when.into())]),
        SessionState::Moved { from } if from == starts.date() => when,
        SessionState::Moved { from } => {
            language.with("times-moved", &[("when", when.into()), ("from", near_day(from, language, today).into())])
        }
    };
    whole(language, &said)
}

/// A day said on another: "tänään", "huomenna", "ti 24.11.", "ti 24.11.2028".
pub fn tell_day(day: NaiveDate, language: Language, today: NaiveDate) -> String {
    whole(language, &near_day(day, language, today))
}

/// A moment said on another, by Finland's clock: "tänään klo 10.15", "ti 24.11. klo 9.00".
pub fn tell_moment(instant: DateTime<Utc>, language: Language, now: DateTime<Utc>) -> String {
    let local = |instant: DateTime<Utc>| instant.with_timezone(&ZONE).naive_local();
    let (at, today) = (local(instant), local(now).date());
    let time = closing(at.time(), language);
    let said =
        language.with("times-at", &[("day", near_day(at.date(), language, today).into()), ("time", time.into())]);
    whole(language, &said)
}

/// A date in full: `12.3.2026`, "12 March 2026".
pub fn tell_date(day: NaiveDate, language: Language) -> String {
    date("times-date", day, language)
}

/// A range of dates, the year once when it is the same: `7.9.–30.11.2026`.
pub fn tell_dates(from: NaiveDate, to: NaiveDate, language: Language) -> String {
    if from == to {
        return tell_date(from, language);
    }
    let key = if from.year() == to.year() { "times-date-short" } else { "times-date" };
    let (from, to) = (date(key, from, language), tell_date(to, language));
    language.with("times-date-range", &[("from", from.into()), ("to", to.into())])
}

/// The note of a schedule for people; that nobody knows its end is said in their language.
pub fn tell_note(schedule: &Schedule, language: Language) -> String {
    match note_and_open_end(schedule) {
        (note, false) => note.to_owned(),
        ("", true) => language.t("times-end-unknown").into_owned(),
        (note, true) => format!("{} {note}", language.t("times-end-unknown")),
    }
}

/// An instant for `<time datetime>`, with the offset of its zone: `2026-11-24T10:00+02:00`.
pub fn iso_local(instant: DateTime<Utc>, zone: Tz) -> String {
    instant.with_timezone(&zone).format("%Y-%m-%dT%H:%M%:z").to_string()
}

fn told(schedule: &Schedule, language: Language, today: Option<NaiveDate>) -> String {
    let open_end = note_and_open_end(schedule).1;
    let hours = hours(schedule.opens, schedule.closes, open_end, language);
    let shape = Shape::of(schedule);
    let key = if matches!(shape, Some((Shape::Once, _))) { "times-date-hours" } else { "times-days-hours" };
    let (days, times) = match shape {
        Some((shape, times)) => (told_shape(&shape, schedule, language), times),
        None => return told_by_dates(schedule, language, today.unwrap_or(schedule.first_day), &hours),
    };
    let name = if key == "times-date-hours" { "date" } else { "days" };
    let mut said = language.with(key, &[(name, days.into()), ("hours", hours.into())]);
    if schedule.kind == ScheduleKind::Hours {
        said = language.with("times-open", &[("when", said.into())]);
    }
    if schedule.rule.is_empty() {
        return said;
    }
    if let Some(times) = times {
        said = language.with("times-count", &[("when", said.into()), ("count", times.into())]);
    }
    let last = match times {
        Some(_) => Days::of(schedule, schedule.first_day).last(),
        None => schedule.last_day,
    };
    let to_come = today.is_none_or(|today| schedule.first_day > today);
    match (last, to_come) {
        (Some(last), true) => {
            let range = tell_dates(schedule.first_day, last, language);
            language.with("times-in-range", &[("when", said.into()), ("range", range.into())])
        }
        (Some(last), false) => {
            let date = tell_date(last, language);
            language.with("times-until", &[("when", said.into()), ("date", date.into())])
        }
        (None, true) if today.is_some() => {
            let date = tell_date(schedule.first_day, language);
            language.with("times-starting", &[("when", said.into()), ("date", date.into())])
        }
        (None, _) => said,
    }
}

fn told_shape(shape: &Shape, schedule: &Schedule, language: Language) -> String {
    let n = |n: u16| FluentValue::from(i64::from(n));
    match shape {
        Shape::Once => dated(schedule.first_day, "times-date", language),
        Shape::Daily { interval: 1 } => language.t("times-every-day").into_owned(),
        Shape::Daily { interval } => language.with("times-every-nth-day", &[("n", n(*interval))]),
        Shape::Weekly { days, interval: 1 } => weekdays(*days, language),
        Shape::Weekly { days, interval } => match (days.len(), days.iter().next()) {
            (1, Some(day)) => language.with(
                "times-every-nth-weekday",
                &[("n", n(*interval)), ("day", weekday("times-weekday", day, language).into())],
            ),
            _ => language
                .with("times-every-nth-week", &[("n", n(*interval)), ("days", weekdays(*days, language).into())]),
        },
        Shape::Weeks { even, days } => {
            let key = if *even { "times-even-weeks" } else { "times-odd-weeks" };
            language.with(key, &[("days", weekdays(*days, language).into())])
        }
        Shape::MonthlyWeekday { which, days } => {
            let which = which.iter().map(|n| language.with("times-which", &[("n", i64::from((*n).max(0)).into())]));
            let days = days.iter().map(|day| weekday("times-weekday-of-month", day, language));
            let (which, days) = (listed(which.collect(), language), listed(days.collect(), language));
            language.with("times-of-month", &[("which", which.into()), ("days", days.into())])
        }
        Shape::MonthlyDay { day: -1 } => language.t("times-last-day-of-month").into_owned(),
        Shape::MonthlyDay { day } => language.with("times-day-of-month", &[("day", i64::from(*day).into())]),
        Shape::Yearly => {
            let date = date("times-date-short", schedule.first_day, language);
            language.with("times-every-year", &[("date", date.into())])
        }
    }
}

/// A rule without words is told by what comes of it.
fn told_by_dates(schedule: &Schedule, language: Language, today: NaiveDate, hours: &str) -> String {
    let dates: Vec<String> = Days::of(schedule, today)
        .filter(|day| schedule.exceptions.iter().all(|exception| exception.day != *day))
        .take(3)
        .map(|day| dated(day, if is_near(day, today) { "times-date-short" } else { "times-date" }, language))
        .collect();
    if dates.is_empty() {
        return language.t("times-over").into_owned();
    }
    language.with("times-next-dates", &[("dates", listed(dates, language).into()), ("hours", hours.into())])
}

fn near_day(day: NaiveDate, language: Language, today: NaiveDate) -> String {
    match (day - today).num_days() {
        0 => language.t("times-today").into_owned(),
        1 => language.t("times-tomorrow").into_owned(),
        _ if is_near(day, today) => dated(day, "times-date-short", language),
        _ => dated(day, "times-date", language),
    }
}

fn is_near(day: NaiveDate, today: NaiveDate) -> bool {
    day.year() == today.year() || (0..=NEAR).contains(&(day - today).num_days())
}

/// A date with its weekday.
fn dated(day: NaiveDate, key: &str, language: Language) -> String {
    let weekday = weekday("times-weekday-of-date", day.weekday(), language);
    language.with("times-date-weekday", &[("weekday", weekday.into()), ("date", date(key, day, language).into())])
}

fn date(key: &str, day: NaiveDate, language: Language) -> String {
    let month_name = language.with("times-month", &[("month", i64::from(day.month()).into())]);
    language.with(
        key,
        &[
            ("day", day.day().to_string().into()),
            ("month", day.month().to_string().into()),
            ("month_name", month_name.into()),
            ("year", day.year().to_string().into()),
        ],
    )
}

fn weekdays(days: Weekdays, language: Language) -> String {
    let many = days.len() > 2;
    match days.unbroken() {
        _ if days.len() == 7 => return language.t("times-every-day").into_owned(),
        Some((first, last)) if many => {
            let first = weekday("times-weekday-first", first, language);
            let last = weekday("times-weekday-last", last, language);
            return language.with("times-day-range", &[("first", first.into()), ("last", last.into())]);
        }
        _ => {}
    }
    let key = if many { "times-weekdays-many" } else { "times-weekdays" };
    let names = days.iter().map(|day| weekday(key, day, language)).collect();
    language.with("times-on-days", &[("days", listed(names, language).into())])
}

fn weekday(key: &str, day: Weekday, language: Language) -> String {
    language.with(key, &[("day", i64::from(day.number_from_monday()).into())])
}

/// "ma, ke ja pe".
fn listed(mut names: Vec<String>, language: Language) -> String {
    let Some(last) = names.pop() else { return String::new() };
    if names.is_empty() {
        return last;
    }
    language.with("times-and", &[("first", names.join(", ").into()), ("last", last.into())])
}

fn hours(opens: NaiveTime, closes: NaiveTime, open_end: bool, language: Language) -> String {
    let from = hour(opens, language);
    if open_end {
        language.with("times-hours-from", &[("from", from.into())])
    } else if opens == closes {
        language.t("times-round-the-clock").into_owned()
    } else {
        language.with("times-hours", &[("from", from.into()), ("to", closing(closes, language).into())])
    }
}

fn closing(closes: NaiveTime, language: Language) -> String {
    if closes == NaiveTime::MIN { language.t("times-midnight").into_owned() } else { hour(closes, language) }
}

fn hour(time: NaiveTime, language: Language) -> String {
    let hour = time.hour().to_string();
    match time.minute() {
        0 => language.with("times-hour", &[("hour", hour.into())]),
        minute => {
            language.with("times-hour-minute", &[("hour", hour.into()), ("minute", format!("{minute:02}").into())])
        }
    }
}

/// Easy Finnish is told in sentences, so it begins with a capital.
fn whole(language: Language, said: &str) -> String {
    let mut letters = said.chars();
    match (language, letters.next()) {
        (Language::EasyFinnish, Some(first)) => first.to_uppercase().chain(letters).collect(),
        _ => said.to_owned(),
    }
}
