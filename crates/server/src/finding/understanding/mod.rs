//! Reads everyday words that name a time, a place, a price, an ease, a language or a situation out of what was typed.
//!
//! What is understood weighs and is shown as a chip; it never hides anything the reader did not choose to hide, and a
//! chip taken off weighs no more (search plan, "Understanding the query"). Times and places are known here; all other
//! words come from the concepts (`text/concepts`), by the codes they are linked to.

pub mod areas;
mod moments;

use chrono::{DateTime, Utc};
use search::{Mentioned, Near, Query, Soft, SoftTime};

use self::areas::Areas;
use self::moments::Moment;
use super::query::{CODE_FILTERS, SearchForm};
use crate::app::App;
use crate::error::Result;
use crate::i18n::Language;
use crate::page::Ui;
use crate::reference;
use crate::vocabulary::POSITION_KINDS;

/// How much each kind of understood fact lifts what has it: a named time, place or way of working is nearly a wish, an
/// interest that a word hints at is a lean.
const LIFTS: [(&str, f32); 11] = [
    ("step", 1.6),
    ("municipality", 2.0),
    ("neighbourhood", 2.0),
    ("threshold", 2.0),
    ("kind", 1.4),
    ("support_form", 1.4),
    ("language", 1.6),
    ("situation", 2.0),
    ("interest", 1.35),
    ("target_group", 1.2),
    ("age", 1.2),
];
/// The same for a kind of place to work (P6): who says "palkkatukipaikka" looks for nothing else.
const LIFT_OF_POSITION: f32 = 2.2;
/// The same for a time.
const LIFT_OF_TIME: f32 = 2.0;
/// The kinds of paid work: who asks for work and does not say of which kind looks for these.
const PAID: [&str; 2] = ["part_time", "wage_subsidy"];
/// How much that lifts them.
const LIFT_OF_PAID: f32 = 1.5;
/// What one can come along to: who asks for company or something to do, and tells no trouble, looks for this.
const COMING_ALONG: [&str; 3] = ["open_activity", "group", "event"];
/// How much that lifts it.
const LIFT_OF_COMING_ALONG: f32 = 1.3;
/// What a time does to places to work when work is not asked for.
const LIFT_OF_WORK_HOURS: f32 = 0.5;
/// More facts than this are not read out of one search.
const MOST_FACTS: usize = 12;
/// More words than this are not read.
const MOST_WORDS: usize = 30;

/// Something the words ask for.
#[derive(Debug, Clone, PartialEq)]
pub enum Fact {
    /// A value of a facet dimension.
    Code {
        /// The dimension.
        dimension: &'static str,
        /// The value, as the index has it.
        value: String,
    },
    /// A time.
    When(Moment),
    /// Near a postal code: its number and its point.
    Near(String, (f64, f64)),
}

impl Fact {
    /// Names the fact in addresses.
    pub fn key(&self) -> String {
        match self {
            Fact::Code { dimension, value } => format!("{dimension}.{value}"),
            Fact::When(moment) => format!("milloin.{}", moment.code()),
            Fact::Near(code, _) => format!("lahella.{code}"),
        }
    }

    /// What the chip says.
    pub fn label(&self, ui: &Ui) -> String {
        match self {
            Fact::Code { dimension: "municipality", value } => {
                reference::municipality(value).map_or(value.clone(), |found| found.name(ui.language).to_owned())
            }
            Fact::Code { dimension: "neighbourhood", value } => capitalised(value),
            Fact::Code { dimension: "step", value } => {
                value.parse::<u8>().map_or(value.clone(), |step| format!("{step} {}", ui.step(&step)))
            }
            Fact::Code { dimension, value } => CODE_FILTERS
                .iter()
                .find(|filter| filter.dimension == *dimension)
                .map_or_else(|| value.clone(), |filter| ui.name(&filter.list, value)),
            Fact::When(moment) => ui.t(&format!("when-{}", moment.code())).into_owned(),
            Fact::Near(code, _) => ui.with("chip-near", "place", code),
        }
    }
}

/// What was understood.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Understood {
    /// The words that are left to search for.
    pub words: String,
    /// What the words ask for, in their order; what the reader took off is not among them.
    pub facts: Vec<Fact>,
    windows: Vec<(i64, i64)>,
    /// Words among those left that a fact says already.
    light: Vec<String>,
    /// Whether something to do is asked for, whatever it is.
    something: bool,
}

/// Words that say nothing about what is looked for.
const EMPTY: [&str; 28] = [
    "jotain",
    "jotakin",
    "tekemistä",
    "tekeminen",
    "tekemisen",
    "mitä",
    "missä",
    "mistä",
    "mihin",
    "mikä",
    "voisi",
    "voi",
    "voiko",
    "haluan",
    "haluaisin",
    "etsin",
    "tarvitsen",
    "tarviin",
    "something",
    "någonting",
    "något",
    "find",
    "where",
    "what",
    "vad",
    "var",
    "söker",
    "looking",
];

/// Words that ask for something to do.
const SOMETHING: [&str; 12] = [
    "jotain",
    "jotakin",
    "jotai",
    "tekemistä",
    "tekeminen",
    "tekemisen",
    "puuhaa",
    "ajankulua",
    "menoa",
    "something",
    "någonting",
    "något",
];

/// Reads what was typed into a search form.
///
/// # Errors
/// When the index cannot be read.
pub fn understand(app: &App, form: &SearchForm, language: Language, now: DateTime<Utc>) -> Result<Understood> {
    if form.words.trim().is_empty() {
        return Ok(Understood::default());
    }
    let areas = app.areas.areas(&app.index)?;
    let mentioned = app.index.mentioned(&form.words, language.code());
    Ok(read(&form.words, &mentioned, &areas, &form.ignored, now))
}

fn read(typed: &str, mentioned: &[Mentioned], areas: &Areas, ignored: &[String], now: DateTime<Utc>) -> Understood {
    let mut reading = Reading { facts: Vec::new(), ignored };
    let (mut left, mut empty): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
    // The words left that say what a fact says already, and how many of them say that it should be free.
    let (mut light, mut free) = (Vec::new(), 0);
    let typed: Vec<(&str, String)> = typed
        .split_whitespace()
        .take(MOST_WORDS)
        .map(|word| (word, word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()))
        .filter(|(_, plain)| !plain.is_empty())
        .collect();
    let plain: Vec<&str> = typed.iter().map(|(_, plain)| plain.as_str()).collect();
    let something = plain.iter().any(|word| SOMETHING.contains(word));
    let mut at = 0;
    while at < typed.len() {
        let (word, plain_word) = (typed[at].0, plain[at]);
        at += 1;
        if let Some((moments, length)) = moments::read(&plain[at - 1..]) {
            let facts = moments.into_iter().map(Fact::When);
            // A time that was taken off is looked for as a word again.
            if reading.learn_all(facts) {
                at += length - 1;
            } else {
                left.push(word);
            }
            continue;
        }
        if let Some(step) = step(&plain[at - 1..]) {
            reading.learn(Fact::Code { dimension: "step", value: step.to_string() });
            at += 1;
            continue;
        }
        if let Some(postal) = reference::postal_code(plain_word).filter(|_| plain_word.len() == 5) {
            reading.learn(Fact::Near(plain_word.to_owned(), (postal.lat, postal.lon)));
            continue;
        }
        let place = areas.get(plain_word).map(|area| ("neighbourhood", area.clone())).or_else(|| {
            reference::municipality_inflected(plain_word).map(|found| ("municipality", found.code.to_string()))
        });
        if let Some((dimension, value)) = place
            && reading.learn(Fact::Code { dimension, value })
        {
            light.push(plain_word.to_owned());
        }
        // The index knows "osa-aikatyö" without its hyphen.
        let joined: String = plain_word.chars().filter(|letter| letter.is_alphanumeric()).collect();
        let linked: Vec<&Mentioned> = mentioned.iter().filter(|one| one.words.contains(&joined)).collect();
        for (list, code) in linked.iter().flat_map(|one| &one.links) {
            if let Some((dimension, _)) = LIFTS.iter().find(|(dimension, _)| dimension == list) {
                reading.learn(Fact::Code { dimension, value: code.clone() });
            }
        }
        let is_free =
            linked.iter().any(|one| one.links.iter().any(|(list, code)| list == "threshold" && code == "free"));
        if EMPTY.contains(&plain_word) {
            empty.push(word);
            continue;
        }
        if is_free && !ignored.iter().any(|key| key == "threshold.free") {
            free += 1;
            light.push(plain_word.to_owned());
        }
        left.push(word);
    }
    let facts = reading.facts;
    // Alone it is no subject: everything free is meant, and what costs nothing without saying so is free too.
    if free == left.len() {
        left.clear();
    }
    // "Something today" is a whole question; "something" alone is a word like any other.
    if left.is_empty() && facts.is_empty() {
        left = empty;
    }
    let moments: Vec<Moment> =
        facts.iter().filter_map(|fact| if let Fact::When(moment) = fact { Some(*moment) } else { None }).collect();
    Understood { words: left.join(" "), windows: moments::windows(&moments, now), facts, light, something }
}

struct Reading<'a> {
    facts: Vec<Fact>,
    ignored: &'a [String],
}

impl Reading<'_> {
    /// Takes a fact in; `false` when the reader took it off.
    fn learn(&mut self, fact: Fact) -> bool {
        if self.ignored.contains(&fact.key()) {
            return false;
        }
        if self.facts.len() < MOST_FACTS && !self.facts.contains(&fact) {
            self.facts.push(fact);
        }
        true
    }

    fn learn_all(&mut self, facts: impl Iterator<Item = Fact>) -> bool {
        let mut any = false;
        for fact in facts {
            any |= self.learn(fact);
        }
        any
    }
}

/// "askel 2", in the languages of the pages.
fn step(words: &[&str]) -> Option<u8> {
    let [name, number, ..] = words else { return None };
    let number = number.parse::<u8>().ok().filter(|number| (1..=5).contains(number))?;
    ["askel", "askeleella", "askelma", "steg", "steget", "step"].contains(name).then_some(number)
}

fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

impl Understood {
    /// The code of the municipality that the words name, when they name one.
    pub fn municipality(&self) -> Option<&str> {
        let mut named = self.facts.iter().filter_map(|fact| match fact {
            Fact::Code { dimension: "municipality", value } => Some(value.as_str()),
            _ => None,
        });
        named.next().filter(|_| named.next().is_none())
    }

    /// Lets what was understood weigh in a question to the index.
    pub fn weigh<'a>(&'a self, query: &mut Query<'a>) {
        query.words = &self.words;
        query.light = self.light.iter().map(String::as_str).collect();
        for fact in &self.facts {
            match fact {
                Fact::Code { dimension, value } => {
                    query.soft.push(Soft { dimension, value, weight: lift(dimension, value) });
                }
                Fact::Near(_, (lat, lon)) if query.near.is_none() => {
                    query.near = Some(Near { lat: *lat, lon: *lon, max_km: None });
                }
                Fact::Near(..) | Fact::When(_) => {}
            }
        }
        // Hours of work are no time to come along, unless work is asked for.
        if !self.windows.is_empty() && !self.asks_for_work() {
            let kinds = POSITION_KINDS.iter();
            query.soft.extend(kinds.map(|kind| Soft { dimension: "kind", value: kind, weight: LIFT_OF_WORK_HOURS }));
        }
        let mut lift_kinds = |kinds: &[&'static str], weight: f32| {
            query.soft.extend(kinds.iter().map(|value| Soft { dimension: "kind", value, weight }));
        };
        if self.asks_for_any_work() {
            lift_kinds(&PAID, LIFT_OF_PAID);
        } else if self.asks_to_come_along() {
            lift_kinds(&COMING_ALONG, LIFT_OF_COMING_ALONG);
        }
        if !self.windows.is_empty() {
            query.soft_time = Some(SoftTime { windows: self.windows.clone(), weight: LIFT_OF_TIME });
        }
    }
}

fn lift(dimension: &str, value: &str) -> f32 {
    if dimension == "kind" && POSITION_KINDS.contains(&value) {
        return LIFT_OF_POSITION;
    }
    LIFTS.iter().find(|(known, _)| *known == dimension).map_or(1.0, |(_, lift)| *lift)
}

impl Understood {
    fn asks_for_work(&self) -> bool {
        self.asks_for_kind_of_work() || self.has("interest", "work")
    }

    fn asks_for_any_work(&self) -> bool {
        self.has("interest", "work") && !self.asks_for_kind_of_work()
    }

    fn asks_for_kind_of_work(&self) -> bool {
        POSITION_KINDS.iter().any(|kind| self.has("kind", kind))
    }

    fn asks_to_come_along(&self) -> bool {
        let situation = |fact: &Fact| matches!(fact, Fact::Code { dimension: "situation", .. });
        self.something || self.has("interest", "company") && !self.facts.iter().any(situation)
    }

    fn has(&self, dimension: &str, value: &str) -> bool {
        self.facts
            .iter()
            .any(|fact| matches!(fact, Fact::Code { dimension: own, value: had } if *own == dimension && had == value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mentioned(concept: &str, words: &[&str], links: &[(&str, &str)]) -> Mentioned {
        Mentioned {
            concept: concept.to_owned(),
            words: words.iter().map(|word| (*word).to_owned()).collect(),
            links: links.iter().map(|(list, code)| ((*list).to_owned(), (*code).to_owned())).collect(),
        }
    }

    fn keys(typed: &str, known: &[Mentioned], ignored: &[&str]) -> (String, Vec<String>) {
        let areas = Areas::from([("liipolassa".to_owned(), "liipola".to_owned())]);
        let ignored: Vec<String> = ignored.iter().map(|key| (*key).to_owned()).collect();
        let understood = read(typed, known, &areas, &ignored, "2026-11-24T10:00:00Z".parse().expect("a time"));
        (understood.words, understood.facts.iter().map(Fact::key).collect())
    }

    #[test]
    fn free_things_to_do_today() {
        let free = [mentioned("free", &["ilmaista"], &[("threshold", "free")])];
        let understood = keys("Ilmaista tekemistä tänään", &free, &[]);
        assert_eq!(understood, (String::new(), vec!["threshold.free".to_owned(), "milloin.tanaan".to_owned()]));
        let taken_off = keys("Ilmaista tekemistä tänään", &free, &["threshold.free", "milloin.tanaan"]);
        assert_eq!(taken_off, ("Ilmaista tänään".to_owned(), vec![]));
    }

    #[test]
    fn places_weigh_and_are_still_looked_for() {
        let understood = keys("kuoro Lahdessa, Liipolassa", &[], &[]);
        assert_eq!(understood.0, "kuoro Lahdessa, Liipolassa");
        assert_eq!(understood.1, ["municipality.398", "neighbourhood.liipola"]);
        assert_eq!(keys("kahvila 15900", &[], &[]), ("kahvila".to_owned(), vec!["lahella.15900".to_owned()]));
    }

    #[test]
    fn a_situation_is_told_in_several_words() {
        let debt = [mentioned("debt", &["rahat", "loppu"], &[("situation", "debt"), ("life_event", "KE13")])];
        let understood = keys("rahat loppu", &debt, &[]);
        assert_eq!(understood, ("rahat loppu".to_owned(), vec!["situation.debt".to_owned()]));
    }

    #[test]
    fn work_is_paid_and_company_is_to_come_along_to() {
        let work = mentioned("work", &["töitä"], &[("interest", "work")]);
        let trial = mentioned("work-trial", &["työkokeilu"], &[("kind", "work_trial")]);
        let company = mentioned("company", &["seuraa"], &[("interest", "company")]);
        let lonely = mentioned("loneliness", &["yksin"], &[("situation", "lonely"), ("interest", "company")]);
        let lifted = |typed: &str, known: &[Mentioned]| -> Vec<String> {
            let now = "2026-11-24T10:00:00Z".parse().expect("a time");
            let understood = read(typed, known, &Areas::new(), &[], now);
            let mut query = Query::default();
            understood.weigh(&mut query);
            let kinds = query.soft.iter().filter(|soft| soft.dimension == "kind");
            kinds.map(|soft| soft.value.to_owned()).collect()
        };
        assert_eq!(lifted("töitä", std::slice::from_ref(&work)), PAID);
        assert_eq!(lifted("työkokeilu töitä", &[work, trial]), ["work_trial"]);
        assert_eq!(lifted("seuraa", &[company]), COMING_ALONG);
        assert_eq!(lifted("jotain kivaa", &[]), COMING_ALONG);
        assert!(lifted("yksin", &[lonely]).is_empty());
    }

    #[test]
    fn a_hyphen_hides_nothing() {
        let part_time = [mentioned("part-time-work", &["osaaikatyötä"], &[("kind", "part_time")])];
        assert_eq!(keys("osa-aikatyötä vanhusten kanssa", &part_time, &[]).1, ["kind.part_time"]);
    }

    #[test]
    fn other_words_stay() {
        assert_eq!(keys("velkoja ulosotossa", &[], &[]), ("velkoja ulosotossa".to_owned(), vec![]));
        assert_eq!(keys("tekemistä", &[], &[]), ("tekemistä".to_owned(), vec![]));
        assert_eq!(keys("askel 2 ryhmiä", &[], &[]), ("ryhmiä".to_owned(), vec!["step.2".to_owned()]));
    }
}
