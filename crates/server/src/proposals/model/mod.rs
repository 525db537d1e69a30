//! The fields of the form, and what is said in them.

mod reading;
mod steps;
mod writing;

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use crate::i18n::Language;
use crate::vocabulary::{
    CONFIDENTIALITIES, INTERESTS, KINDS, LANGUAGES, ORGANIZATION_TYPES, POSITION_KINDS, PRICES, SITUATIONS,
    SUPPORT_FORMS, THRESHOLDS, Vocabulary,
};

pub use reading::{Fault, check, read_activity, read_organization, read_place, times};
pub use steps::{Suggested, suggested};
pub use writing::{of_activity, of_organization};

/// What was answered: the code of a field and its text. A field with several codes has blanks between them. A field that
/// is not there was not answered.
pub type Answers = BTreeMap<String, String>;

/// A part of the form: one page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// Who arranges.
    Organizer,
    /// What one does there.
    What,
    /// When and where.
    When,
    /// For whom, and what makes coming easy.
    Whom,
    /// Hours and support of a place to work (P6).
    Work,
    /// How to get in touch.
    Contact,
    /// What partners should know (P16).
    Together,
}

impl Part {
    /// In the order of the form.
    pub const ALL: [Part; 7] =
        [Part::Organizer, Part::What, Part::When, Part::Whom, Part::Work, Part::Contact, Part::Together];

    /// As addresses say it; named in `text/*/proposals.ftl` as `propose-part-…`.
    pub fn code(&self) -> &'static str {
        match self {
            Part::Organizer => "jarjestaja",
            Part::What => "mita",
            Part::When => "milloin",
            Part::Whom => "kenelle",
            Part::Work => "tyo",
            Part::Contact => "yhteys",
            Part::Together => "yhdessa",
        }
    }

    /// The part of an address.
    pub fn of(code: &str) -> Option<Part> {
        Part::ALL.into_iter().find(|part| part.code() == code)
    }

    /// The parts this proposal has. Hours and support are asked of places to work only; who arranges is not asked when
    /// the organization is on the tray, unless its own facts are in the answers to be changed.
    pub fn asked(answers: &Answers, organization_is_known: bool) -> Vec<Part> {
        let is_position = answers.get("kind").is_some_and(|kind| POSITION_KINDS.contains(&kind.as_str()));
        let asks_organizer = !organization_is_known || answers.contains_key("org_name");
        Part::ALL
            .into_iter()
            .filter(|part| match part {
                Part::Work => is_position,
                Part::Organizer | Part::Together => asks_organizer,
                _ => true,
            })
            .collect()
    }

    /// Its fields.
    pub fn fields(&self) -> impl Iterator<Item = &'static Field> {
        let part = *self;
        FIELDS.iter().filter(move |field| field.part == part)
    }

    /// Whether anything of it was answered.
    pub fn is_begun(&self, answers: &Answers) -> bool {
        self.fields().any(|field| answers.get(field.code).is_some_and(|answer| !answer.is_empty()))
    }
}

/// How a field is answered.
#[derive(Debug, Clone, Copy)]
pub enum Input {
    /// One line.
    Line,
    /// A line a phone has its own keys for: `email`, `tel`, `url`, `numeric`.
    Keys(&'static str),
    /// Several lines.
    Lines,
    /// One of a list.
    One(&'static Vocabulary),
    /// Any of a list.
    Many(&'static Vocabulary),
    /// A step of the step model, or none.
    Step,
}

/// A field of the form. Label and hint stand in `text/*/proposals.ftl` as `field-…` and `field-…-hint`.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// As forms and the database say it.
    pub code: &'static str,
    /// Where it is asked.
    pub part: Part,
    /// How it is answered.
    pub input: Input,
    /// The most characters.
    pub most: usize,
}

const fn field(code: &'static str, part: Part, input: Input, most: usize) -> Field {
    Field { code, part, input, most }
}

use Input::{Keys, Line, Lines, Many, One, Step};

/// Every field, in the order of the form. Only a name, a kind and who arranges are needed; the tray can live without
/// the others.
pub const FIELDS: &[Field] = &[
    field("org_name", Part::Organizer, Line, 200),
    field("org_kind", Part::Organizer, One(&ORGANIZATION_TYPES), 40),
    field("business_id", Part::Organizer, Line, 20),
    field("org_summary", Part::Organizer, Lines, 500),
    field("org_website", Part::Organizer, Keys("url"), 500),
    field("org_phone", Part::Organizer, Keys("tel"), 60),
    field("org_email", Part::Organizer, Keys("email"), 254),
    field("name", Part::What, Line, 200),
    field("kind", Part::What, One(&KINDS), 40),
    field("summary", Part::What, Lines, 300),
    field("description", Part::What, Lines, 5_000),
    field("how_to_join", Part::What, Lines, 1_000),
    field("welcome", Part::What, Line, 300),
    field("price", Part::What, One(&PRICES), 40),
    field("price_note", Part::What, Line, 300),
    field("times", Part::When, Lines, 2_000),
    field("exceptions", Part::When, Lines, 2_000),
    field("place_name", Part::When, Line, 200),
    field("street", Part::When, Line, 200),
    field("postal_code", Part::When, Keys("numeric"), 10),
    field("municipality", Part::When, Line, 100),
    field("neighbourhood", Part::When, Line, 100),
    field("directions", Part::When, Lines, 500),
    field("confidentiality", Part::When, One(&CONFIDENTIALITIES), 40),
    field("thresholds", Part::Whom, Many(&THRESHOLDS), 500),
    field("interests", Part::Whom, Many(&INTERESTS), 500),
    field("situations", Part::Whom, Many(&SITUATIONS), 500),
    field("languages", Part::Whom, Many(&LANGUAGES), 200),
    field("age_min", Part::Whom, Keys("numeric"), 3),
    field("age_max", Part::Whom, Keys("numeric"), 3),
    field("group_size", Part::Whom, Keys("numeric"), 6),
    field("step", Part::Whom, Step, 1),
    field("hours", Part::Work, Line, 20),
    field("support_form", Part::Work, One(&SUPPORT_FORMS), 40),
    field("length", Part::Work, Line, 200),
    field("phone", Part::Contact, Keys("tel"), 60),
    field("email", Part::Contact, Keys("email"), 254),
    field("website", Part::Contact, Keys("url"), 500),
    field("sign_up", Part::Contact, Line, 500),
    field("expects", Part::Together, Lines, 2_000),
    field("offers", Part::Together, Lines, 2_000),
];

impl Field {
    /// The field of a code.
    pub fn of(code: &str) -> Option<&'static Field> {
        FIELDS.iter().find(|field| field.code == code)
    }

    /// Whether it is about the organization and not the activity.
    pub fn is_of_organization(&self) -> bool {
        matches!(self.part, Part::Organizer | Part::Together)
    }

    /// An answer as a reader reads it: codes by their names.
    pub fn told(&self, answer: &str, language: Language) -> String {
        match self.input {
            One(list) | Many(list) => {
                answer.split_whitespace().map(|code| list.name(code, language)).collect::<Vec<_>>().join(", ")
            }
            _ => answer.to_owned(),
        }
    }
}

/// Tells some answers from any others: two that say the same have the same.
pub fn version(all: &[&Answers]) -> String {
    let mut digest = Sha256::new();
    for answers in all {
        for (field, answer) in *answers {
            for part in [field, answer] {
                digest.update((part.len() as u64).to_be_bytes());
                digest.update(part.as_bytes());
            }
        }
        digest.update(u64::MAX.to_be_bytes());
    }
    digest.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// A field with what it was and what it is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The field's code.
    pub field: &'static str,
    /// What it was.
    pub before: String,
    /// What it becomes.
    pub after: String,
}

impl Change {
    /// What the field is called.
    pub fn label(&self, language: Language) -> String {
        language.t(&format!("field-{}", self.field)).into_owned()
    }

    /// What the field says, before or after, as a reader reads it.
    pub fn told(&self, value: &str, language: Language) -> String {
        match Field::of(self.field).map(|field| field.told(value, language)) {
            Some(told) if !told.is_empty() => told,
            _ => language.t("propose-nothing").into_owned(),
        }
    }
}

/// What differs between two sets of answers, in the order of the form.
pub fn changes(before: &Answers, after: &Answers) -> Vec<Change> {
    let said = |answers: &Answers, code: &str| answers.get(code).cloned().unwrap_or_default();
    FIELDS
        .iter()
        .map(|field| Change { field: field.code, before: said(before, field.code), after: said(after, field.code) })
        .filter(|change| change.before != change.after)
        .collect()
}

/// What comes of a change that began from `base` when the record says `now` meanwhile.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Merged {
    /// What the record is to say.
    pub answers: Answers,
    /// Fields that both changed, each to something else. Nothing may be written before a person has chosen.
    pub conflicts: BTreeSet<&'static str>,
}

/// Joins two changes that began from the same answers: what only one touched is taken from that one.
pub fn merge(base: &Answers, mine: &Answers, now: &Answers) -> Merged {
    let mut merged = Merged { answers: now.clone(), conflicts: BTreeSet::new() };
    for change in changes(base, mine) {
        let theirs = now.get(change.field).map_or("", String::as_str);
        if theirs != change.before && theirs != change.after {
            merged.conflicts.insert(change.field);
        }
        merged.answers.insert(change.field.to_owned(), change.after);
    }
    merged
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn answers(pairs: &[(&str, &str)]) -> Answers {
        pairs.iter().map(|(field, answer)| ((*field).to_owned(), (*answer).to_owned())).collect()
    }

    #[test]
    fn two_who_change_different_fields_both_get_their_way() {
        let base = answers(&[("name", "Kutomo"), ("phone", "03 1")]);
        let mine = answers(&[("name", "Kutomo Loimi"), ("phone", "03 1")]);
        let now = answers(&[("name", "Kutomo"), ("phone", "03 2")]);
        let merged = merge(&base, &mine, &now);
        assert_eq!(merged.answers, answers(&[("name", "Kutomo Loimi"), ("phone", "03 2")]));
        assert!(merged.conflicts.is_empty());
    }

    #[test]
    fn two_who_change_one_field_must_be_asked() {
        let base = answers(&[("phone", "03 1")]);
        let merged = merge(&base, &answers(&[("phone", "03 2")]), &answers(&[("phone", "03 3")]));
        assert_eq!(merged.conflicts, BTreeSet::from(["phone"]));
        let same = merge(&base, &answers(&[("phone", "03 2")]), &answers(&[("phone", "03 2")]));
        assert!(same.conflicts.is_empty(), "both say the same");
    }

    fn some() -> impl Strategy<Value = Answers> {
        prop::collection::btree_map(
            prop::sample::select(vec!["name", "phone", "summary"]).prop_map(str::to_owned),
            "[ab]{0,1}",
            0..4,
        )
    }

    proptest! {
        /// Whoever changed nothing changes nothing; whoever changed alone is followed.
        #[test]
        fn a_merge_keeps_both_sides(base in some(), mine in some(), now in some()) {
            prop_assert!(changes(&now, &merge(&base, &base, &now).answers).is_empty());
            prop_assert!(changes(&mine, &merge(&base, &mine, &base).answers).is_empty());
            let merged = merge(&base, &mine, &now);
            for change in changes(&base, &mine) {
                prop_assert_eq!(merged.answers.get(change.field).map_or("", String::as_str), change.after);
            }
        }
    }

    #[test]
    fn no_field_stands_twice_and_every_part_has_some() {
        for (at, field) in FIELDS.iter().enumerate() {
            assert!(FIELDS[..at].iter().all(|before| before.code != field.code), "{}", field.code);
        }
        for part in Part::ALL {
            assert!(part.fields().count() > 0);
            assert_eq!(Part::of(part.code()), Some(part));
        }
    }
}
