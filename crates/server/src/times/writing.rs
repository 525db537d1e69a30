//! A schedule written back in the grammar that [`super::words::parse`] reads, for export.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

use super::lexicon;
use super::model::{Schedule, ScheduleKind};
use super::shape::{Shape, Weekdays};
use super::words::note_and_open_end;

/// Writes a schedule so that reading it gives the same one, except for its id, its place and a zone other than
/// Helsinki, which the grammar has no words for. A rule without words is written as it is: `FREQ=… 10–12 alkaen …`.
pub fn to_words(schedule: &Schedule) -> String {
    let first = written_day(schedule.first_day);
    let (days, once, times) = match Shape::of(schedule) {
        Some((shape, times)) if starts_on_its_day(schedule, &shape) && shape.rule(times) == schedule.rule => {
            (written_shape(&shape, schedule.first_day), shape == Shape::Once, times)
        }
        _ => (schedule.rule.clone(), false, None),
    };
    let mut words = match schedule.kind {
        ScheduleKind::Hours => "auki ".to_owned(),
        ScheduleKind::Session => String::new(),
    };
    words.push_str(&days);
    words.push(' ');
    let (note, open_end) = note_and_open_end(schedule);
    if open_end {
        words.push_str(&format!("klo {}", written_hour(schedule.opens)));
    } else {
        words.push_str(&written_hours(schedule.opens, schedule.closes));
    }
    if !once {
        words.push_str(&format!(" alkaen {first}"));
    }
    if let Some(last) = schedule.last_day.filter(|_| !once) {
        words.push_str(&format!(" asti {}", written_day(last)));
    }
    if let Some(times) = times {
        words.push_str(&format!(", {times} kertaa"));
    }
    words.push_str(&written_note(note));
    words
}

/// Whether reading the words would begin on the same day: they begin on the first day they name.
fn starts_on_its_day(schedule: &Schedule, shape: &Shape) -> bool {
    let every_turn =
        Schedule { rule: shape.every_turn().rule(None), last_day: None, exceptions: Vec::new(), ..schedule.clone() };
    super::days::Days::of(&every_turn, schedule.first_day).next() == Some(schedule.first_day)
}

fn written_shape(shape: &Shape, first: NaiveDate) -> String {
    let every = |interval: u16| match interval {
        1 => String::new(),
        2 => "joka toinen ".to_owned(),
        n => format!("joka {n}. "),
    };
    match shape {
        Shape::Once => format!("{} {}", lexicon::short(first.weekday()), written_day(first)),
        Shape::Daily { interval: 1 } => "joka päivä".to_owned(),
        Shape::Daily { interval } => format!("{}päivä", every(*interval)),
        Shape::Weekly { days, interval } => format!("{}{}", every(*interval), written_weekdays(*days)),
        Shape::Weeks { even, days } => {
            format!("{} viikkoina {}", if *even { "parillisina" } else { "parittomina" }, written_weekdays(*days))
        }
        Shape::MonthlyWeekday { which, days } => {
            let which: Vec<String> =
                which.iter().map(|n| if *n < 0 { "viimeinen".to_owned() } else { format!("{n}.") }).collect();
            format!("kuukauden {} {}", which.join(" ja "), written_weekdays(*days))
        }
        Shape::MonthlyDay { day: -1 } => "kuukauden viimeinen päivä".to_owned(),
        Shape::MonthlyDay { day } => format!("kuukauden {day}. päivä"),
        Shape::Yearly => format!("vuosittain {}.{}.", first.day(), first.month()),
    }
}

fn written_weekdays(days: Weekdays) -> String {
    match days.unbroken() {
        Some((first, last)) if days.len() > 2 => format!("{}–{}", lexicon::short(first), lexicon::short(last)),
        _ => days.iter().map(lexicon::short).collect::<Vec<_>>().join(", "),
    }
}

pub(super) fn written_day(day: NaiveDate) -> String {
    format!("{}.{}.{}", day.day(), day.month(), day.year())
}

pub(super) fn written_hours(opens: NaiveTime, closes: NaiveTime) -> String {
    let closes = if closes == NaiveTime::MIN { "24".to_owned() } else { written_hour(closes) };
    format!("{}–{closes}", written_hour(opens))
}

fn written_hour(hour: NaiveTime) -> String {
    match hour.minute() {
        0 => hour.hour().to_string(),
        minute => format!("{}.{minute:02}", hour.hour()),
    }
}

/// A note in parentheses; those it has itself, and line breaks, would end it.
pub(super) fn written_note(note: &str) -> String {
    let note: String = note
        .chars()
        .map(|c| match c {
            '(' => '[',
            ')' => ']',
            '\n' | '\r' => ' ',
            c => c,
        })
        .collect();
    let note = note.trim();
    if note.is_empty() { String::new() } else { format!(" ({note})") }
}
