//! The days that differ, as people write them: `ei 24.12.2026–6.1.2027`, `peruttu 1.12.2026`, `8.12.2026 siirtyy 9.12.2026 10–13`.

use chrono::{NaiveDate, NaiveTime};

use super::TimesProblem;
use super::days::Days;
use super::model::{Change, Exception, MOST_EXCEPTIONS, Schedule};
use super::problem::piece;
use super::reading::{Said, read};
use super::tokens::{Placed, Token, tokens};
use super::words::{coming, range, stretches};
use super::writing::{written_day, written_hours, written_note};

/// Longer than any holiday: a range over this is a typing error.
const LONGEST_RANGE: i64 = 800;

/// Adds to every schedule the exceptions that fall on its days.
pub(super) fn add(schedules: &mut [Schedule], text: &str, today: NaiveDate) -> Result<(), TimesProblem> {
    for stretch in stretches(text)? {
        let said = Difference::read(&stretch, today)?;
        let mut met = 0;
        for schedule in schedules.iter_mut() {
            let days: Vec<NaiveDate> = Days::of(schedule, said.from).take_while(|day| *day <= said.to).collect();
            met += usize::from(!days.is_empty());
            for day in days {
                let what = match said.moved_to {
                    None => said.what.clone(),
                    Some((to, hours)) => {
                        let (opens, closes) = hours.unwrap_or((schedule.opens, schedule.closes));
                        Change::Moved { day: to, opens, closes }
                    }
                };
                schedule.exceptions.push(Exception { day, what, note: said.note.clone() });
            }
            if schedule.exceptions.len() > MOST_EXCEPTIONS {
                return Err(TimesProblem::TooMany { piece: piece(&stretch) });
            }
        }
        // A holiday may fall on a free day; a cancelled or a moved day that was not to be is a typing error. What is
        // past is let be: the group may have begun later.
        if met == 0 && said.what != Change::Closed && said.from >= today {
            return Err(TimesProblem::NotHeldThen { piece: piece(&stretch) });
        }
        if met > 1 && said.moved_to.is_some_and(|(_, hours)| hours.is_some()) {
            return Err(TimesProblem::Unclear { piece: piece(&stretch) });
        }
    }
    Ok(())
}

/// The exceptions of a schedule in the grammar that [`super::words::parse`] reads.
pub fn exceptions_to_words(schedule: &Schedule) -> String {
    let mut parts = Vec::new();
    let mut rest = schedule.exceptions.as_slice();
    while let [exception, ..] = rest {
        let mut taken = 1;
        let day = written_day(exception.day);
        let words = match &exception.what {
            Change::Cancelled => format!("peruttu {day}"),
            Change::Moved { day: to, opens, closes } => {
                format!("{day} siirtyy {} {}", written_day(*to), written_hours(*opens, *closes))
            }
            Change::Closed => {
                taken = closed_in_a_row(schedule, rest);
                match rest.get(taken - 1) {
                    Some(last) if taken > 1 => format!("ei {day}–{}", written_day(last.day)),
                    _ => format!("ei {day}"),
                }
            }
        };
        parts.push(words + &written_note(&exception.note));
        rest = &rest[taken..];
    }
    parts.join(" / ")
}

/// How many of the first exceptions are closed days that follow each other without a held day between.
fn closed_in_a_row(schedule: &Schedule, exceptions: &[Exception]) -> usize {
    let Some(first) = exceptions.first() else { return 0 };
    let near = |day: NaiveDate| (day - first.day).num_days() <= LONGEST_RANGE;
    let row = exceptions
        .iter()
        .zip(Days::of(schedule, first.day))
        .take_while(|(exception, day)| {
            exception.what == Change::Closed && exception.note == first.note && exception.day == *day && near(*day)
        })
        .count();
    row.max(1)
}

struct Difference {
    what: Change,
    from: NaiveDate,
    to: NaiveDate,
    moved_to: Option<(NaiveDate, Option<(NaiveTime, NaiveTime)>)>,
    note: String,
}

impl Difference {
    fn read(text: &str, today: NaiveDate) -> Result<Difference, TimesProblem> {
        let unclear = || TimesProblem::Unclear { piece: piece(text) };
        let tokens = tokens(text)?;
        let (mut what, mut moves, mut left) = (None, None, Vec::new());
        for placed in tokens {
            match &placed.token {
                Token::Word(word) => match word.as_str() {
                    "ei" | "suljettu" | "kiinni" | "tauko" | "tauolla" => what = Some(Change::Closed),
                    // "ei ole 24.12."
                    "ole" => {}
                    "peruttu" | "perutaan" | "peruutettu" | "peruuntuu" => what = Some(Change::Cancelled),
                    "siirtyy" | "siirretty" | "siirretään" | "siirto" => moves = Some(left.len()),
                    _ => left.push(placed),
                },
                _ => left.push(placed),
            }
        }
        let said = one(text, &left)?;
        let note = note(&left);
        if let Some(at) = moves {
            return Self::moved(text, today, &left, at).map(|moved| Difference { note, ..moved });
        }
        let what = what.ok_or_else(|| match left.iter().find(|placed| matches!(placed.token, Token::Word(_))) {
            Some(word) => TimesProblem::UnknownWord { piece: piece(&text[word.from..word.to]) },
            None => unclear(),
        })?;
        if !said.hours.is_empty() || said.is_particular() || said.daily || said.yearly || !said.which.is_empty() {
            return Err(unclear());
        }
        let (from, to) = match (said.from, said.until, said.dates.as_slice()) {
            (Some(from), Some(until), []) => range(&from, &until, today)?,
            (None, None, [date]) => {
                let day = coming(date, today)?;
                (day, day)
            }
            _ => return Err(unclear()),
        };
        if to < from {
            return Err(TimesProblem::EndsBeforeItStarts { piece: piece(text) });
        }
        if (to - from).num_days() > LONGEST_RANGE {
            return Err(TimesProblem::TooMany { piece: piece(text) });
        }
        Ok(Difference { what, from, to, moved_to: None, note })
    }

    fn moved(text: &str, today: NaiveDate, left: &[Placed], at: usize) -> Result<Difference, TimesProblem> {
        let unclear = || TimesProblem::Unclear { piece: piece(text) };
        let (before, after) = left.split_at(at);
        let [date] = one(text, before)?.dates[..] else { return Err(unclear()) };
        let from = coming(&date, today)?;
        let target = one(text, after)?;
        let to = match target.dates[..] {
            [date] => coming(&date, from.min(today))?,
            [] => from,
            _ => return Err(unclear()),
        };
        let hours = match target.hours[..] {
            [] => None,
            [(opens, Some(closes))] => Some((opens, closes)),
            _ => return Err(unclear()),
        };
        if to == from && hours.is_none() {
            return Err(unclear());
        }
        let moved_to = Some((to, hours));
        // The placeholder is never used: every day of a move gets the target.
        Ok(Difference { what: Change::Cancelled, from, to: from, moved_to, note: String::new() })
    }
}

fn one(text: &str, tokens: &[Placed]) -> Result<Said, TimesProblem> {
    let mut times = read(text, tokens)?.times;
    match (times.pop(), times.pop()) {
        (Some(said), None) => Ok(said),
        _ => Err(TimesProblem::Unclear { piece: piece(text) }),
    }
}

fn note(tokens: &[Placed]) -> String {
    tokens
        .iter()
        .find_map(|placed| match &placed.token {
            Token::Note(note) => Some(note.clone()),
            _ => None,
        })
        .unwrap_or_default()
}
