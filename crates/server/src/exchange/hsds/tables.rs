//! What is public as the tables that the importer reads: the same headings, names for codes, times in words.

use std::collections::HashMap;

use documents::table::Table;

use super::record::Beside;
use super::store::ToldIn;
use crate::activities::card;
use crate::activities::model::{ActivityText, Listed};
use crate::i18n::Language;
use crate::organizations::model::Organization;
use crate::reference;
use crate::times::{Schedule, words};
use crate::vocabulary::{
    CONFIDENTIALITIES, INTERESTS, KINDS, LANGUAGES, ORGANIZATION_TYPES, SITUATIONS, SUPPORT_FORMS, THRESHOLDS,
    Vocabulary,
};

/// The headings that do not depend on a language.
const FACTS: [&str; 31] = [
    "tunnus",
    "järjestäjä",
    "laji",
    "askel",
    "kynnys",
    "kiinnostukset",
    "elämäntilanteet",
    "kohderyhmät",
    "kielet",
    "ikä alkaen",
    "ikä enintään",
    "ryhmän koko",
    "tunteja viikossa",
    "tukimuoto",
    "paikka",
    "katuosoite",
    "postinumero",
    "kunta",
    "kylä tai kaupunginosa",
    "leveysaste",
    "pituusaste",
    "sijainnin julkisuus",
    "ajat",
    "poikkeukset",
    "puhelin",
    "sähköposti",
    "verkkosivu",
    "ilmoittautuminen",
    "mitä tämän jälkeen",
    "vaihtoehdot",
    "tarkistettu",
];

const ORGANIZATION: [&str; 9] =
    ["tunnus", "nimi", "tyyppi", "lyhyesti", "kuvaus", "y-tunnus", "verkkosivu", "sähköposti", "puhelin"];

/// One thing an activity says: its heading, its words, and how many say it.
type Column = (&'static str, fn(&ActivityText) -> &str, fn(&ToldIn) -> i64);

const TEXTS: [Column; 9] = [
    ("nimi", |text| &text.name, |told| told.names),
    ("lyhyesti", |text| &text.summary, |told| told.summaries),
    ("kuvaus", |text| &text.description, |told| told.descriptions),
    ("millaista siellä on", |text| &text.atmosphere, |told| told.atmospheres),
    ("näin pääset mukaan", |text| &text.how_to_join, |told| told.joinings),
    ("vastaanotto", |text| &text.welcome, |told| told.welcomes),
    (PRICE, |text| &text.price_note, |told| told.price_notes),
    ("kesto", |text| &text.length, |told| told.lengths),
    ("hakusanat", |text| &text.keywords, |told| told.keywords),
];

/// The note on the price stands in one cell with the price.
const PRICE: &str = "hinta";

/// The columns of texts: Finnish always, other languages where something is said in them.
fn texts(told: &[ToldIn]) -> Vec<(Column, &str)> {
    let finnish = TEXTS.into_iter().map(|column| (column, "fi"));
    let others = told.iter().filter(|told| told.language != "fi").flat_map(|told| {
        TEXTS.into_iter().filter(|(_, _, count)| count(told) > 0).map(|column| (column, told.language.as_str()))
    });
    finnish.chain(others).collect()
}

/// The table of activities, without rows.
pub(super) fn activities(told: &[ToldIn]) -> Table {
    let texts = texts(told).into_iter().map(|((heading, _, _), language)| match language {
        "fi" => heading.to_owned(),
        "fi-x-selko" => format!("{heading} (selko)"),
        other => format!("{heading} ({other})"),
    });
    Table::new("Toiminta", FACTS.iter().map(|heading| (*heading).to_owned()).chain(texts))
}

/// The row of an activity; `slugs` names what is linked from it.
pub(super) fn activity(
    listed: &Listed,
    beside: Option<&Beside>,
    slugs: &HashMap<String, String>,
    told: &[ToldIn],
) -> Vec<String> {
    let Listed { activity, organization } = listed;
    let finnish = Language::Finnish;
    let named = |list: &Vocabulary, codes: &[String]| {
        codes.iter().map(|code| list.name(code, finnish)).collect::<Vec<_>>().join(", ")
    };
    let number = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
    let linked = |ids: Option<&Vec<String>>| {
        ids.into_iter().flatten().filter_map(|id| slugs.get(id).cloned()).collect::<Vec<_>>().join(", ")
    };
    let place = activity.main_place().cloned().unwrap_or_default();
    let (latitude, longitude) = place.point.unzip();
    let degrees = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
    let languages: Vec<String> = activity.languages.iter().map(|code| language(code)).collect();
    let confidentiality = match activity.places.is_empty() {
        true => String::new(),
        false => CONFIDENTIALITIES.name(place.confidentiality.as_str(), finnish),
    };
    let exceptions = exceptions(&activity.schedules);
    let facts: [String; FACTS.len()] = [
        activity.slug.clone(),
        organization.name(finnish).text.to_owned(),
        KINDS.name(&activity.kind, finnish),
        number(activity.step.map(i64::from)),
        named(&THRESHOLDS, &activity.thresholds),
        named(&INTERESTS, &activity.interests),
        named(&SITUATIONS, &activity.situations),
        activity.target_groups.join(", "),
        languages.join(", "),
        number(activity.age_min),
        number(activity.age_max),
        number(activity.group_size),
        match activity.hours {
            Some((from, to)) if from == to => from.to_string(),
            Some((from, to)) => format!("{from}–{to}"),
            None => String::new(),
        },
        if activity.support_form.is_empty() {
            String::new()
        } else {
            SUPPORT_FORMS.name(&activity.support_form, finnish)
        },
        place.name.clone(),
        place.street.clone(),
        place.postal_code.clone(),
        reference::municipality(&place.municipality).map(|found| found.name(finnish).to_owned()).unwrap_or_default(),
        place.neighbourhood.clone(),
        degrees(latitude),
        degrees(longitude),
        confidentiality,
        activity.schedules.iter().map(words::to_words).collect::<Vec<_>>().join(" / "),
        exceptions.join(" / "),
        activity.phone.clone(),
        activity.email.clone(),
        activity.website.clone(),
        activity.sign_up.clone(),
        linked(beside.map(|beside| &beside.next)),
        linked(beside.map(|beside| &beside.alternative)),
        activity.verified_on.map(|day| day.to_string()).unwrap_or_default(),
    ];
    let price = card::price(activity, finnish);
    let said = texts(told).into_iter().map(|((heading, field, _), language)| {
        let words = activity.texts.get(language).map(field).unwrap_or_default();
        match (heading, words) {
            (PRICE, "") if language == "fi" => price.clone(),
            (PRICE, "") => String::new(),
            (PRICE, note) if price.is_empty() => note.to_owned(),
            (PRICE, note) => format!("{price}, {note}"),
            (_, words) => words.to_owned(),
        }
    });
    facts.into_iter().chain(said).collect()
}

/// The days that differ. They are read for all times of the activity at once, so a range that is true of one of several
/// would close days of the others: then each day stands for itself.
fn exceptions(schedules: &[Schedule]) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    let mut tell = |words: String| {
        if !words.is_empty() && !told.contains(&words) {
            told.push(words);
        }
    };
    match schedules {
        [one] => tell(words::exceptions_to_words(one)),
        several => {
            for schedule in several {
                for exception in &schedule.exceptions {
                    tell(words::exceptions_to_words(&Schedule {
                        exceptions: vec![exception.clone()],
                        ..schedule.clone()
                    }));
                }
            }
        }
    }
    told
}

/// A language as the importer reads it back.
fn language(code: &str) -> String {
    match LANGUAGES.code(code) {
        Some(code) => LANGUAGES.name(code, Language::Finnish),
        None => {
            reference::language(code).map_or_else(|| code.to_owned(), |known| known.name(Language::Finnish).to_owned())
        }
    }
}

/// The table of organizations, without rows.
pub(super) fn organizations() -> Table {
    Table::new("Järjestäjät", ORGANIZATION)
}

/// The row of an organization.
pub(super) fn organization(organization: &Organization) -> [String; ORGANIZATION.len()] {
    let said = organization.texts.get("fi").cloned().unwrap_or_default();
    let kind = ORGANIZATION_TYPES.code(&organization.kind).unwrap_or("other");
    [
        organization.slug.clone(),
        organization.name(Language::Finnish).text.to_owned(),
        ORGANIZATION_TYPES.name(kind, Language::Finnish),
        said.summary,
        said.description,
        organization.business_id.clone(),
        organization.website.clone(),
        organization.email.clone(),
        organization.phone.clone(),
    ]
}
