//! The Finnish words of a written time.

use chrono::Weekday;

use super::shape::Weekdays;

const WEEKDAYS: [(&str, &str, Weekday); 6] = [
    ("ma", "maanantai", Weekday::Mon),
    ("ti", "tiistai", Weekday::Tue),
    ("to", "torstai", Weekday::Thu),
    ("pe", "perjantai", Weekday::Fri),
    ("la", "lauantai", Weekday::Sat),
    ("su", "sunnuntai", Weekday::Sun),
];

/// What may follow the name of a weekday: tiistai-na, tiistai-sin, tiistai-iltaisin.
const ENDINGS: [&str; 15] = [
    "",
    "na",
    "sin",
    "t",
    "sta",
    "hin",
    "n",
    "ta",
    "aamuna",
    "aamuisin",
    "iltana",
    "iltaisin",
    "iltapäivisin",
    "päivisin",
    "ille",
];

const WEDNESDAYS: [&str; 12] = [
    "ke",
    "keskiviikko",
    "keskiviikkona",
    "keskiviikkoisin",
    "keskiviikot",
    "keskiviikosta",
    "keskiviikkoon",
    "keskiviikon",
    "keskiviikkoa",
    "keskiviikkoaamuisin",
    "keskiviikkoiltaisin",
    "keskiviikkoiltana",
];

const MONTHS: [&str; 12] =
    ["tammi", "helmi", "maalis", "huhti", "touko", "kesä", "heinä", "elo", "syys", "loka", "marras", "joulu"];

/// The weekday a word names, in any of its forms.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    if WEDNESDAYS.contains(&word) {
        return Some(Weekday::Wed);
    }
    WEEKDAYS.iter().find_map(|(short, long, day)| {
        let names = word == *short || word.strip_prefix(long).is_some_and(|ending| ENDINGS.contains(&ending));
        names.then_some(*day)
    })
}

/// Whether a weekday is the beginning of a range in words: maanantaista perjantaihin.
pub(super) fn begins_range(word: &str) -> bool {
    word.ends_with("sta")
}

/// The weekdays a word stands for: arkisin, viikonloppuisin.
pub(super) fn weekdays(word: &str) -> Option<Weekdays> {
    match word {
        "arkisin" | "arkena" | "arki" | "arkipäivisin" | "arkipäivinä" | "arkipäivät" | "arkipäivä"
        | "arkiaamuisin" | "arki-iltaisin" => Some(Weekdays::WORKING),
        "viikonloppuisin" | "viikonloppuna" | "viikonloput" | "viikonloppu" => Some(Weekdays::WEEKEND),
        _ => None,
    }
}

/// A part of the day beside hours that already say it: tiistai-iltaisin klo 18–20.
pub(super) fn is_part_of_day(word: &str) -> bool {
    matches!(
        word,
        "aamuisin"
            | "aamuna"
            | "aamulla"
            | "aamupäivisin"
            | "päivisin"
            | "päivällä"
            | "iltapäivisin"
            | "iltaisin"
            | "iltana"
            | "illalla"
    )
}

/// Which one: ensimmäinen 1, toinen 2 … viimeinen -1.
pub(super) fn which(word: &str) -> Option<i8> {
    Some(match word {
        "ensimmäinen" | "ensimmäisenä" | "eka" => 1,
        "toinen" | "toisena" | "toka" => 2,
        "kolmas" | "kolmantena" => 3,
        "neljäs" | "neljäntenä" => 4,
        "viides" | "viidentenä" => 5,
        "viimeinen" | "viimeisenä" | "vika" => -1,
        _ => return None,
    })
}

/// The number of a month from its name: marraskuuta 11.
pub(super) fn month(word: &str) -> Option<u32> {
    let stem = ["kuuta", "kuun", "kuu"].iter().find_map(|ending| word.strip_suffix(ending))?;
    MONTHS.iter().position(|month| *month == stem).and_then(|at| u32::try_from(at + 1).ok())
}

/// The short name of a weekday, as written back.
pub(super) fn short(day: Weekday) -> &'static str {
    WEEKDAYS.iter().find(|(_, _, named)| *named == day).map_or("ke", |(short, ..)| short)
}
