//! Reads everyday words that name a time, a price, an ease or a place out of what was typed.
//!
//! What is understood weighs and is shown; it never hides anything the reader did not choose to hide (search plan,
//! "Understanding the query").

use chrono::{DateTime, Utc};
use search::{Query, Soft, SoftTime};

use super::query::When;
use crate::reference;

/// How much an understood fact lifts what has it.
const LIFT: f32 = 1.6;

/// What was understood.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Understood {
    /// The words that are left to search for.
    pub words: String,
    /// Facet dimension and value that the words ask for.
    pub facts: Vec<(&'static str, String)>,
    /// When, if the words say so.
    pub when: Option<When>,
    windows: Vec<(i64, i64)>,
}

/// Words that name a time, in Finnish, Swedish and English.
const TIMES: [(When, &[&str]); 5] = [
    (When::Today, &["tänään", "tänä", "idag", "today", "nyt", "heti"]),
    (When::Tomorrow, &["huomenna", "huomiseksi", "imorgon", "tomorrow"]),
    (When::Weekend, &["viikonloppuna", "viikonloppuisin", "helgen", "helg", "weekend", "lauantaina", "sunnuntaina"]),
    (When::Evening, &["illalla", "iltaisin", "ilta", "iltana", "kväll", "kvällen", "ikväll", "evening", "tonight"]),
    (When::ThisWeek, &["viikolla", "veckan", "week"]),
];

/// Beginnings of words that name a fact: dimension, value, beginnings. Whole words end with a dot.
const FACTS: [(&str, &str, &[&str]); 10] = [
    ("threshold", "free", &["ilmai", "maksuto", "gratis.", "kostnadsfri", "avgiftsfri", "free."]),
    ("threshold", "no_sign_up", &["ilmoittautumatta", "utan anmälan", "walk-in"]),
    ("threshold", "anonymous", &["nimettöm", "anonyym", "anonymt", "anonymous"]),
    ("threshold", "online", &["etänä.", "etäryhmä", "netissä.", "verkossa.", "online.", "på nätet"]),
    ("threshold", "wheelchair", &["pyörätuoli", "esteet", "rullstol", "wheelchair", "tillgänglig"]),
    ("threshold", "transport", &["kyydi", "kuljetu", "skjuts", "transport"]),
    ("threshold", "quiet", &["rauhalli", "hiljai", "lugn"]),
    ("kind", "part_time", &["osa-aika", "osaaika", "deltid", "part-time"]),
    ("kind", "work_trial", &["työkokeilu", "arbetsprövning"]),
    ("kind", "wage_subsidy", &["palkkatu", "lönesubvention"]),
];

/// Words that say nothing about what is looked for.
const EMPTY: [&str; 13] = [
    "jotain",
    "jotakin",
    "tekemistä",
    "tekeminen",
    "mitä",
    "missä",
    "voisi",
    "voi",
    "haluan",
    "haluaisin",
    "something",
    "någonting",
    "något",
];

/// Reads what was typed.
pub fn understand(typed: &str, now: DateTime<Utc>) -> Understood {
    let mut understood = Understood::default();
    let mut left: Vec<&str> = Vec::new();
    let mut empty: Vec<&str> = Vec::new();
    for word in typed.split_whitespace().take(30) {
        let plain: String = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        if plain.is_empty() {
            continue;
        }
        if let Some((when, _)) = TIMES.iter().find(|(_, words)| words.contains(&plain.as_str())) {
            understood.when.get_or_insert(*when);
        } else if let Some((dimension, value, _)) =
            FACTS.iter().find(|(_, _, words)| words.iter().any(|known| names(&plain, known)))
        {
            understood.facts.push((dimension, (*value).to_owned()));
            // A kind or an ease may also stand in a name: the word goes on being looked for.
            if *value != "free" {
                left.push(word);
            }
        } else if let Some(municipality) = reference::municipality_inflected(&plain) {
            understood.facts.push(("municipality", municipality.code.to_string()));
            left.push(word);
        } else if EMPTY.contains(&plain.as_str()) {
            empty.push(word);
        } else {
            left.push(word);
        }
    }
    // "Something today" is a whole question; "something" alone is a word like any other.
    if left.is_empty() && understood.when.is_none() && understood.facts.is_empty() {
        left = empty;
    }
    understood.words = left.join(" ");
    understood.windows = understood.when.map(|when| when.windows(now)).unwrap_or_default();
    understood
}

fn names(word: &str, known: &str) -> bool {
    match known.strip_suffix('.') {
        Some(whole) => word == whole,
        None => word.starts_with(known),
    }
}

impl Understood {
    /// Lets what was understood weigh in a question to the index.
    pub fn weigh<'a>(&'a self, query: &mut Query<'a>) {
        query.words = &self.words;
        query.soft.extend(self.facts.iter().map(|(dimension, value)| Soft { dimension, value, weight: LIFT }));
        if !self.windows.is_empty() {
            query.soft_time = Some(SoftTime { windows: self.windows.clone(), weight: LIFT });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str) -> Understood {
        understand(typed, "2026-11-24T10:00:00Z".parse().expect("a time"))
    }

    #[test]
    fn free_things_to_do_today() {
        let understood = read("ilmaista tekemistä tänään");
        assert_eq!(understood.words, "");
        assert_eq!(understood.facts, [("threshold", "free".to_owned())]);
        assert_eq!(understood.when, Some(When::Today));
    }

    #[test]
    fn a_place_weighs_and_is_still_looked_for() {
        let understood = read("kuoro Lahdessa");
        assert_eq!(understood.words, "kuoro Lahdessa");
        assert_eq!(understood.facts, [("municipality", "398".to_owned())]);
    }

    #[test]
    fn other_words_stay() {
        assert_eq!(read("velkoja ulosotossa").words, "velkoja ulosotossa");
        assert_eq!(read("tekemistä").words, "tekemistä");
    }
}
