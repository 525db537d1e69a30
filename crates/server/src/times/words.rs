//! Times as people write them in Finnish: `ti 10–13`, `joka toinen to 17–19 alkaen 8.10.2026`, `auki ma–pe 9–15`.
//!
//! Times are separated by ` / ` or a line break; inside one, `ma 10–12 ja ke 13–15` is two. A time that repeats and does
//! not say since when begins with its first day from `today` on.
//!
//! An end that was not written (`ti 17`) is not made up for people: the session lasts an hour for whatever has to
//! calculate, and its note is [`END_UNKNOWN`], by which [`super::tell`] leaves the end out and words the reason.

use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta};

use super::TimesProblem;
use super::days::Days;
use super::model::{Schedule, check_year};
use super::problem::piece;
use super::reading::{Said, Stretch, read};
use super::shape::Shape;
use super::tokens::{Written, tokens};

pub use super::exceptions::exceptions_to_words;
pub use super::writing::to_words;

/// What the note of a schedule begins with when nobody knows its end.
pub const END_UNKNOWN: &str = "Päättymisaikaa ei ole kerrottu.";

/// The note without [`END_UNKNOWN`], and whether it was there.
pub fn note_and_open_end(schedule: &Schedule) -> (&str, bool) {
    match schedule.note.strip_prefix(END_UNKNOWN) {
        Some(rest) => (rest.trim_start(), true),
        None => (&schedule.note, false),
    }
}

/// Hours that are written without a zone are on this clock.
pub(super) const ZONE: chrono_tz::Tz = chrono_tz::Europe::Helsinki;

/// More bytes than the times of one activity need.
const LONGEST: usize = 8_000;
/// More times than one activity has.
const MOST: usize = 100;

/// Reads the times of one activity and the days that differ. The schedules have no id yet.
///
/// A date without a year is the next such day from `today` on; after `alkaen` it is the nearest one. An exception from
/// today on must fall on a day when something is held; one that is past may be about nothing any more.
///
/// # Errors
/// The first problem with the piece it is about.
///
/// ```
/// # use tarjotin::times::words::parse;
/// let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
/// let schedules = parse("ti 10–13 / joka toinen to 17–19 alkaen 8.10.2026", "peruttu 1.12.2026", today).unwrap();
/// assert_eq!(schedules[0].rule, "FREQ=WEEKLY;BYDAY=TU");
/// ```
pub fn parse(text: &str, exceptions: &str, today: NaiveDate) -> Result<Vec<Schedule>, TimesProblem> {
    check_year(today)?;
    let mut schedules = Vec::new();
    for stretch in stretches(text)? {
        schedules.extend(schedules_of(&stretch, today)?);
        if schedules.len() > MOST {
            return Err(TimesProblem::TooMany { piece: schedules.len().to_string() });
        }
    }
    super::exceptions::add(&mut schedules, exceptions, today)?;
    for schedule in &schedules {
        schedule.check()?;
    }
    Ok(schedules)
}

/// The stretches between slashes and line breaks, those in parentheses left alone.
pub(super) fn stretches(text: &str) -> Result<Vec<String>, TimesProblem> {
    if text.len() > LONGEST {
        return Err(TimesProblem::TooMany { piece: piece(text) });
    }
    let text = text.replace("24/7", "joka päivä 0–24");
    let mut inside = false;
    let split = text.split(|c| {
        match c {
            '(' => inside = true,
            ')' => inside = false,
            _ => {}
        }
        c == '\n' || c == '\r' || (c == '/' && !inside)
    });
    Ok(split.map(str::trim).filter(|stretch| !stretch.is_empty()).map(str::to_owned).collect())
}

fn schedules_of(text: &str, today: NaiveDate) -> Result<Vec<Schedule>, TimesProblem> {
    let Stretch { kind, note, mut times } = read(text, &tokens(text)?)?;
    if times.len() > 1 && times.iter().any(Said::is_particular) {
        return Err(TimesProblem::Unclear { piece: piece(text) });
    }
    share_range(&mut times);
    let mut schedules = Vec::new();
    for said in &times {
        let meaning = Meaning { said, text, today };
        for mut schedule in meaning.schedules()? {
            schedule.kind = kind;
            if !schedule.note.is_empty() && !note.is_empty() {
                schedule.note.push(' ');
            }
            schedule.note.push_str(&note);
            schedules.push(schedule);
        }
    }
    Ok(schedules)
}

/// "ma 10–12 ja ke 13–15 alkaen 7.9.2026": the only range there is belongs to all of them.
fn share_range(times: &mut [Said]) {
    let mut ranges = times.iter().filter(|said| said.from.is_some() || said.until.is_some());
    let (Some(only), None) = (ranges.next().cloned(), ranges.next()) else { return };
    for said in times.iter_mut().filter(|said| said.dates.is_empty()) {
        (said.from, said.until) = (only.from, only.until);
    }
}

struct Meaning<'a> {
    said: &'a Said,
    text: &'a str,
    today: NaiveDate,
}

impl Meaning<'_> {
    fn unclear(&self) -> TimesProblem {
        TimesProblem::Unclear { piece: piece(self.text) }
    }

    fn schedules(&self) -> Result<Vec<Schedule>, TimesProblem> {
        let said = self.said;
        if said.hours.is_empty() {
            return Err(TimesProblem::NoHours { piece: piece(self.text) });
        }
        let ranged = said.from.is_some() && said.until.is_some();
        if !said.names_days() && !ranged {
            return Err(TimesProblem::NoDay { piece: piece(self.text) });
        }
        let (from, until) = self.range()?;
        let mut made = Vec::new();
        for hours in &said.hours {
            if said.dates.is_empty() || said.yearly {
                made.push(self.repeating(*hours, from, until)?);
            } else {
                for date in &said.dates {
                    made.push(self.once(*hours, date)?);
                }
            }
        }
        Ok(made)
    }

    fn range(&self) -> Result<(Option<NaiveDate>, Option<NaiveDate>), TimesProblem> {
        let (from, until) = match (self.said.from, self.said.until) {
            (Some(from), Some(until)) => range(&from, &until, self.today)?,
            (Some(from), None) => return Ok((Some(nearest(&from, self.today)?), None)),
            (None, Some(until)) => (self.today, coming(&until, self.today)?),
            (None, None) => return Ok((None, None)),
        };
        if until < from {
            return Err(TimesProblem::EndsBeforeItStarts { piece: piece(self.text) });
        }
        Ok((self.said.from.is_some().then_some(from), Some(until)))
    }

    fn once(&self, hours: (NaiveTime, Option<NaiveTime>), date: &Written) -> Result<Schedule, TimesProblem> {
        let said = self.said;
        if said.is_particular() || said.daily || said.month_day.is_some() || said.from.is_some() || said.until.is_some()
        {
            return Err(self.unclear());
        }
        let day = coming(date, self.today)?;
        if !said.weekdays.is_empty() && !said.weekdays.contains(day.weekday()) {
            return Err(TimesProblem::OtherWeekday { piece: piece(self.text) });
        }
        Ok(self.schedule(hours, day, String::new(), None))
    }

    fn repeating(
        &self,
        hours: (NaiveTime, Option<NaiveTime>),
        from: Option<NaiveDate>,
        until: Option<NaiveDate>,
    ) -> Result<Schedule, TimesProblem> {
        let start = from.unwrap_or(self.today);
        if let Some(rule) = &self.said.rule {
            return Ok(self.schedule(hours, start, rule.clone(), until));
        }
        let shape = self.shape()?;
        let rare = matches!(shape, Shape::Daily { interval } | Shape::Weekly { interval, .. } if interval > 1);
        if rare && from.is_none() {
            return Err(TimesProblem::NoStart { piece: piece(self.text) });
        }
        let start = match self.said.dates.as_slice() {
            [date] => coming(date, start)?,
            _ => start,
        };
        let every_turn = self.schedule(hours, start, shape.every_turn().rule(None), until);
        let first = Days::of(&every_turn, start).next();
        let first = first.ok_or_else(|| TimesProblem::NeverHappens { piece: piece(self.text) })?;
        Ok(self.schedule(hours, first, shape.rule(self.said.times), until))
    }

    fn shape(&self) -> Result<Shape, TimesProblem> {
        let Said { weekdays: days, which, month_day, daily, yearly, even, .. } = self.said;
        let interval = self.said.interval.unwrap_or(1);
        let plain = self.said.interval.is_none() && even.is_none();
        let shape = match (days.is_empty(), which.is_empty(), month_day, daily, yearly) {
            (true, true, None, true, false) if even.is_none() => Shape::Daily { interval },
            (true, true, None, false, false) if plain && self.said.until.is_some() => Shape::Daily { interval: 1 },
            (false, true, None, false, false) => match even {
                None => Shape::Weekly { days: *days, interval },
                Some(even) if self.said.interval.is_none() => Shape::Weeks { even: *even, days: *days },
                Some(_) => return Err(self.unclear()),
            },
            (false, false, None, false, false) if plain => Shape::MonthlyWeekday { which: which.clone(), days: *days },
            (true, true, Some(day), false, false) if plain => Shape::MonthlyDay { day: *day },
            (true, true, None, false, true) if plain && self.said.dates.len() == 1 => Shape::Yearly,
            _ => return Err(self.unclear()),
        };
        Ok(shape)
    }

    fn schedule(
        &self,
        (opens, closes): (NaiveTime, Option<NaiveTime>),
        first_day: NaiveDate,
        rule: String,
        last_day: Option<NaiveDate>,
    ) -> Schedule {
        let note = if closes.is_none() { END_UNKNOWN.to_owned() } else { String::new() };
        Schedule {
            id: String::new(),
            kind: super::ScheduleKind::Session,
            first_day,
            opens,
            closes: closes.unwrap_or(opens.overflowing_add_signed(TimeDelta::hours(1)).0),
            zone: ZONE,
            rule,
            last_day,
            place_id: None,
            note,
            exceptions: Vec::new(),
        }
    }
}

/// A written date in a year.
fn in_year(date: &Written, year: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, date.month, date.day)
}

/// The day as written, or the first such day from `after` on when the year is not written.
pub(super) fn coming(date: &Written, after: NaiveDate) -> Result<NaiveDate, TimesProblem> {
    let day = match date.year {
        Some(year) => in_year(date, year),
        // The 29th of February may be eight years away.
        None => (after.year()..=after.year() + 8).filter_map(|year| in_year(date, year)).find(|day| *day >= after),
    };
    certain(day, date)
}

/// The day as written, or the one nearest to `today`: "alkaen 7.9." said in November began two months ago.
fn nearest(date: &Written, today: NaiveDate) -> Result<NaiveDate, TimesProblem> {
    let day = match date.year {
        Some(year) => in_year(date, year),
        None => (today.year() - 4..=today.year() + 4)
            .filter_map(|year| in_year(date, year))
            .min_by_key(|day| (*day - today).num_days().abs()),
    };
    certain(day, date)
}

/// Both ends of a range, where the year may be only in the last one or in neither.
pub(super) fn range(from: &Written, until: &Written, today: NaiveDate) -> Result<(NaiveDate, NaiveDate), TimesProblem> {
    if let Some(year) = from.year {
        let from = certain(in_year(from, year), from)?;
        return Ok((from, coming(until, from)?));
    }
    let until = coming(until, today)?;
    let day = (until.year() - 8..=until.year()).rev().filter_map(|year| in_year(from, year)).find(|day| *day <= until);
    Ok((certain(day, from)?, until))
}

fn certain(day: Option<NaiveDate>, date: &Written) -> Result<NaiveDate, TimesProblem> {
    let year = date.year.map(|year| year.to_string()).unwrap_or_default();
    let day = day.ok_or_else(|| TimesProblem::Date { piece: format!("{}.{}.{year}", date.day, date.month) })?;
    check_year(day)?;
    Ok(day)
}
