//! Reads words that name a time: days, parts of a day, and both in one word ("tiistai-iltana").

use chrono::{DateTime, Datelike, TimeDelta, Timelike, Utc};
use chrono_tz::Europe::Helsinki;

use crate::finding::document::day_number;

/// Days that words name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Days {
    /// What is left of today.
    Today,
    /// Tomorrow.
    Tomorrow,
    /// The day after tomorrow.
    AfterTomorrow,
    /// What is left of this week.
    ThisWeek,
    /// From Monday to Sunday next.
    NextWeek,
    /// Saturdays and Sundays.
    Weekend,
    /// One weekday, 0 is Monday.
    Weekday(u8),
}

/// Parts of a day that words name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Over by noon.
    Morning,
    /// In working hours.
    Daytime,
    /// Over between one and six.
    Afternoon,
    /// Going on past six.
    Evening,
}

/// A time that words name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// Some days.
    Days(Days),
    /// A part of each day.
    Part(Part),
}

const WEEKDAYS: [&str; 7] = ["ma", "ti", "ke", "to", "pe", "la", "su"];

impl Moment {
    /// As addresses and the keys of texts say it.
    pub fn code(self) -> &'static str {
        match self {
            Moment::Days(Days::Today) => "tanaan",
            Moment::Days(Days::Tomorrow) => "huomenna",
            Moment::Days(Days::AfterTomorrow) => "ylihuomenna",
            Moment::Days(Days::ThisWeek) => "viikko",
            Moment::Days(Days::NextWeek) => "ensi-viikko",
            Moment::Days(Days::Weekend) => "viikonloppu",
            Moment::Days(Days::Weekday(day)) => WEEKDAYS[usize::from(day) % 7],
            Moment::Part(Part::Morning) => "aamu",
            Moment::Part(Part::Daytime) => "paiva",
            Moment::Part(Part::Afternoon) => "iltapaiva",
            Moment::Part(Part::Evening) => "ilta",
        }
    }
}

/// What a sequence of lower-case words begins with: the moments it names and how many words it takes.
pub(super) fn read(words: &[&str]) -> Option<(Vec<Moment>, usize)> {
    for length in [3, 2] {
        if let Some(phrase) = words.get(..length).map(|words| words.join(" "))
            && let Some((moments, _)) = PHRASES.iter().find(|(_, phrases)| phrases.contains(&phrase.as_str()))
        {
            return Some((moments.to_vec(), length));
        }
    }
    let word = *words.first()?;
    if let Some((moment, _)) = WORDS.iter().find(|(_, words)| words.contains(&word)) {
        return Some((vec![*moment], 1));
    }
    if TONIGHT.contains(&word) {
        return Some((vec![Moment::Days(Today), Moment::Part(Evening)], 1));
    }
    weekday(word).map(|moments| (moments, 1))
}

use Days::{AfterTomorrow, NextWeek, ThisWeek, Today, Tomorrow, Weekend};
use Part::{Afternoon, Daytime, Evening, Morning};

/// Times in several words. They come before single words.
const PHRASES: [(&[Moment], &[&str]); 9] = [
    (&[Moment::Days(NextWeek)], &["ensi viikolla", "ensi viikoksi", "nästa vecka", "next week"]),
    (&[Moment::Days(ThisWeek)], &["tällä viikolla", "tän viikon", "denna vecka", "den här veckan", "this week"]),
    (
        &[Moment::Days(Weekend)],
        &["ensi viikonloppuna", "tänä viikonloppuna", "viikon loppuna", "på veckoslutet", "på helgen", "at weekends"],
    ),
    (&[Moment::Days(Today)], &["tänä päivänä", "i dag"]),
    (&[Moment::Days(Tomorrow)], &["i morgon"]),
    (&[Moment::Days(AfterTomorrow)], &["i övermorgon", "day after tomorrow"]),
    (&[Moment::Days(Today), Moment::Part(Evening)], &["tänä iltana", "i kväll", "this evening"]),
    (&[Moment::Part(Evening)], &["på kvällen", "på kvällarna", "in the evening", "after work", "töiden jälkeen"]),
    (&[Moment::Part(Morning)], &["på morgonen", "på förmiddagen", "in the morning"]),
];

/// Times in one word.
const WORDS: [(Moment, &[&str]); 10] = [
    (Moment::Days(Today), &["tänään", "tänää", "nyt", "heti", "idag", "today", "now"]),
    (Moment::Days(Tomorrow), &["huomenna", "huomen", "huomiseksi", "imorgon", "tomorrow"]),
    (Moment::Days(AfterTomorrow), &["ylihuomenna", "övermorgon"]),
    (
        Moment::Days(Weekend),
        &[
            "viikonloppuna",
            "viikonloppuisin",
            "viikonloput",
            "viikonloppu",
            "vklp",
            "helgen",
            "helger",
            "helg",
            "veckoslut",
            "veckosluten",
            "weekend",
            "weekends",
        ],
    ),
    (
        Moment::Part(Evening),
        &[
            "illalla",
            "iltaisin",
            "ilta",
            "iltana",
            "illaksi",
            "iltasella",
            "kväll",
            "kvällen",
            "kvällar",
            "kvällstid",
            "evening",
            "evenings",
        ],
    ),
    (
        Moment::Part(Morning),
        &[
            "aamulla",
            "aamuisin",
            "aamupäivällä",
            "aamupäivisin",
            "aamusta",
            "förmiddag",
            "förmiddagen",
            "morgonen",
            "morning",
            "mornings",
        ],
    ),
    (
        Moment::Part(Afternoon),
        &["iltapäivällä", "iltapäivisin", "eftermiddag", "eftermiddagen", "afternoon", "afternoons"],
    ),
    (Moment::Part(Daytime), &["päivisin", "päiväsaikaan", "dagtid", "daytime"]),
    (Moment::Days(ThisWeek), &["viikolla"]),
    (Moment::Days(NextWeek), &["ensiviikolla"]),
];

/// The names of the weekdays in the languages of the pages, as beginnings of words.
const NAMES: [[&str; 3]; 7] = [
    ["maanantai", "måndag", "monday"],
    ["tiistai", "tisdag", "tuesday"],
    ["keskiviikko", "onsdag", "wednesday"],
    ["torstai", "torsdag", "thursday"],
    ["perjantai", "fredag", "friday"],
    ["lauantai", "lördag", "saturday"],
    ["sunnuntai", "söndag", "sunday"],
];

/// What may follow the name of a weekday and still leave it one: "torstaikerho" is a club.
const ENDINGS: [&str; 16] =
    ["", "na", "sin", "isin", "n", "ksi", "ta", "hin", "t", "kin", "naki", "en", "ar", "arna", "s", "ens"];

/// One word for an evening that is today's.
const TONIGHT: [&str; 2] = ["ikväll", "tonight"];

fn weekday(word: &str) -> Option<Vec<Moment>> {
    let (day, rest) = (0_u8..).zip(NAMES).find_map(|(day, names)| {
        names.iter().find_map(|name| word.strip_prefix(name)).map(|rest| (day, rest.trim_start_matches('-')))
    })?;
    let day = Moment::Days(Days::Weekday(day));
    let part = match rest {
        "iltana" | "iltaisin" | "illalla" | "illat" | "ilta" | "illaksi" | "kväll" | "kvällar" => Some(Evening),
        "aamuna" | "aamuisin" | "aamulla" | "aamu" | "morgon" => Some(Morning),
        "iltapäivänä" | "iltapäivisin" | "iltapäivällä" | "eftermiddag" => Some(Afternoon),
        _ => None,
    };
    match part {
        Some(part) => Some(vec![day, Moment::Part(part)]),
        None if ENDINGS.contains(&rest) => Some(vec![day]),
        None => None,
    }
}

/// How far ahead a weekday is looked for, in days.
const AHEAD: i64 = 28;

/// The stretches of time that moments mean together, in the index's local minutes: a session must end within one.
/// Several days are any of them, and so are several parts; days and parts hold at once.
pub(super) fn windows(moments: &[Moment], now: DateTime<Utc>) -> Vec<(i64, i64)> {
    if moments.is_empty() {
        return Vec::new();
    }
    let local = now.with_timezone(&Helsinki);
    let today = i64::from(day_number(local.date_naive()));
    let soonest = today * 1440 + i64::from(local.hour() * 60 + local.minute()) + 1;
    let weekday = i64::from(local.weekday().num_days_from_monday());
    let days = moments.iter().filter_map(|moment| match moment {
        Moment::Days(days) => Some(*days),
        Moment::Part(_) => None,
    });
    let named: Vec<Days> = days.collect();
    let is_named = |offset: i64| {
        let on = (local.date_naive() + TimeDelta::days(offset)).weekday().num_days_from_monday();
        named.is_empty() && offset < 14
            || named.iter().any(|days| match days {
                Days::Today => offset == 0,
                Days::Tomorrow => offset == 1,
                Days::AfterTomorrow => offset == 2,
                Days::ThisWeek => offset <= 6 - weekday,
                Days::NextWeek => (7 - weekday..14 - weekday).contains(&offset),
                Days::Weekend => on >= 5,
                Days::Weekday(day) => on == u32::from(*day),
            })
    };
    let parts: Vec<(i64, i64)> = moments
        .iter()
        .filter_map(|moment| match moment {
            Moment::Part(Part::Morning) => Some((6 * 60, 12 * 60 + 31)),
            Moment::Part(Part::Daytime) => Some((9 * 60, 16 * 60 + 31)),
            Moment::Part(Part::Afternoon) => Some((13 * 60, 18 * 60 + 1)),
            // What goes on past six is an evening thing, whenever it began; what ends at midnight belongs to the day.
            Moment::Part(Part::Evening) => Some((18 * 60 + 1, 24 * 60 + 1)),
            Moment::Days(_) => None,
        })
        .collect();
    let parts = if parts.is_empty() { vec![(1, 24 * 60 + 1)] } else { parts };
    (0..AHEAD)
        .filter(|offset| is_named(*offset))
        .flat_map(|offset| {
            parts.iter().map(move |(from, to)| ((today + offset) * 1440 + from, (today + offset) * 1440 + to))
        })
        .map(|(from, to)| (from.max(soonest), to))
        .filter(|(from, to)| from < to)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<&'static str> {
        let words: Vec<&str> = text.split(' ').collect();
        read(&words).map(|(moments, _)| moments.into_iter().map(Moment::code).collect()).unwrap_or_default()
    }

    #[test]
    fn days_are_read_in_three_languages() {
        assert_eq!(codes("tiistaisin"), ["ti"]);
        assert_eq!(codes("keskiviikkoisin"), ["ke"]);
        assert_eq!(codes("tiistai-iltana"), ["ti", "ilta"]);
        assert_eq!(codes("lauantaiaamuisin"), ["la", "aamu"]);
        assert_eq!(codes("på kvällen"), ["ilta"]);
        assert_eq!(codes("torsdagar"), ["to"]);
        assert_eq!(codes("mondays"), ["ma"]);
        assert_eq!(codes("i kväll"), ["tanaan", "ilta"]);
        assert_eq!(codes("tonight"), ["tanaan", "ilta"]);
        assert_eq!(codes("tisdagskvällar"), [""; 0]);
        assert_eq!(codes("ensi viikolla jotain"), ["ensi-viikko"]);
        assert!(codes("torstaikerho").is_empty());
        assert!(codes("viikate").is_empty());
    }

    #[test]
    fn days_and_parts_hold_together() {
        // Tuesday 24 November 2026, noon in Finland.
        let now = "2026-11-24T10:00:00Z".parse().expect("a time");
        let day = i64::from(day_number(chrono::NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day"))) * 1440;
        let tuesday = Moment::Days(Days::Weekday(1));
        let evenings = windows(&[tuesday, Moment::Part(Part::Evening)], now);
        assert_eq!(evenings.first(), Some(&(day + 18 * 60 + 1, day + 1441)));
        assert_eq!(evenings.len(), 4);
        assert_eq!(windows(&[Moment::Days(Days::Today)], now), [(day + 12 * 60 + 1, day + 1441)]);
        let next = windows(&[Moment::Days(Days::NextWeek)], now);
        assert_eq!((next.len(), next.first().map(|(from, _)| from - day)), (7, Some(6 * 1440 + 1)));
        assert!(windows(&[], now).is_empty());
    }
}
