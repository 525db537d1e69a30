//! What of an activity the search index knows.

use chrono::{DateTime, Utc};
use search::{Document, Field, Text};

use crate::activities::model::{Activity, Listed, Price};
use crate::i18n::Language;
use crate::organizations::model::Organization;
use crate::reference;
use crate::times;
use crate::vocabulary::{INTERESTS, KINDS, SITUATIONS, SUPPORT_FORMS, THRESHOLDS, Vocabulary};

/// The facet dimensions of the index.
pub const DIMENSIONS: [&str; 13] = [
    "kind",
    "step",
    "threshold",
    "interest",
    "situation",
    "target_group",
    "language",
    "municipality",
    "neighbourhood",
    "organization",
    "support_form",
    "age",
    "term",
];

/// The dimensions whose values mention concepts: who tells a situation is looking for what is meant for it, even where
/// no text says so.
pub const TELLING: [&str; 1] = ["situation"];

/// How far ahead the ends of sessions are indexed. [`super::follower`] looks again every week.
pub const HORIZON_DAYS: u32 = 120;
/// More sessions than this of one activity are not indexed; ten a week for the whole horizon fit.
const MOST_SESSIONS: usize = 180;

/// Days since 2000-01-01, as the index counts them.
pub fn day_number(day: chrono::NaiveDate) -> i32 {
    let start = chrono::NaiveDate::from_ymd_opt(2000, 1, 1).unwrap_or_default();
    i32::try_from((day - start).num_days()).unwrap_or(0)
}

/// The document of a published activity. `terms` are the ids of imported taxonomy terms that describe it.
pub fn document(listed: &Listed, terms: &[String], now: DateTime<Utc>) -> Document {
    let Listed { activity, organization } = listed;
    Document {
        id: activity.id.clone(),
        texts: texts(activity, organization),
        facets: facets(activity, organization, terms),
        points: activity.places.iter().filter_map(|at| at.place.point).collect(),
        ends: times::ends_local(&activity.schedules, now, HORIZON_DAYS, MOST_SESSIONS),
        checked_day: activity.verified_on.map(day_number),
        provider: organization.id.clone(),
        sort_key: crate::text::sort_key(activity.name(Language::Finnish).text).into_bytes(),
    }
}

fn texts(activity: &Activity, organization: &Organization) -> Vec<Text> {
    let mut texts = Vec::new();
    let mut add = |language: &str, field: Field, text: &str| {
        if !text.is_empty() {
            texts.push(Text::new(language, field, text));
        }
    };
    for (language, said) in &activity.texts {
        add(language, Field::Title, &said.name);
        add(language, Field::Keywords, &said.keywords);
        add(language, Field::Body, &said.summary);
        add(language, Field::Body, &said.description);
        add(language, Field::Body, &said.atmosphere);
        add(language, Field::Body, &said.how_to_join);
    }
    for (language, said) in &organization.texts {
        add(language, Field::Provider, &said.name);
    }
    for at in &activity.places {
        add("fi", Field::Place, &at.place.name);
        add("fi", Field::Place, &at.place.neighbourhood);
        if let Some(municipality) = reference::municipality(&at.place.municipality) {
            add("fi", Field::Place, municipality.name(Language::Finnish));
            add("sv", Field::Place, municipality.name(Language::Swedish));
        }
    }
    for language in [Language::Finnish, Language::Swedish, Language::English] {
        let mut labels = |list: Vocabulary, codes: &[String]| {
            for code in codes {
                let field = if list.set == THRESHOLDS.set { Field::Ease } else { Field::Interests };
                texts.push(Text::new(language.code(), field, list.name(code, language)));
            }
        };
        labels(KINDS, std::slice::from_ref(&activity.kind));
        labels(INTERESTS, &activity.interests);
        labels(SITUATIONS, &activity.situations);
        labels(THRESHOLDS, &activity.thresholds);
        if !activity.support_form.is_empty() {
            labels(SUPPORT_FORMS, std::slice::from_ref(&activity.support_form));
        }
    }
    texts
}

/// The classes an age filter asks for: an activity is for everyone whose class it touches.
pub const AGE_CLASSES: [(&str, i64, i64); 4] =
    [("child", 0, 12), ("youth", 13, 17), ("young_adult", 18, 29), ("senior", 60, 120)];

fn facets(activity: &Activity, organization: &Organization, terms: &[String]) -> Vec<(&'static str, String)> {
    let mut facets = vec![("kind", activity.kind.clone()), ("organization", organization.id.clone())];
    facets.extend(activity.step.map(|step| ("step", step.to_string())));
    facets.extend(activity.thresholds.iter().map(|code| ("threshold", code.clone())));
    if activity.price == Price::Free
        && !activity.is_position()
        && !activity.thresholds.iter().any(|code| code == "free")
    {
        facets.push(("threshold", "free".to_owned()));
    }
    facets.extend(activity.interests.iter().map(|code| ("interest", code.clone())));
    facets.extend(activity.situations.iter().map(|code| ("situation", code.clone())));
    facets.extend(activity.target_groups.iter().map(|code| ("target_group", code.clone())));
    facets.extend(activity.languages.iter().map(|code| ("language", code.clone())));
    if !activity.support_form.is_empty() {
        facets.push(("support_form", activity.support_form.clone()));
    }
    for at in &activity.places {
        if !at.place.municipality.is_empty() {
            facets.push(("municipality", at.place.municipality.clone()));
        }
        if !at.place.neighbourhood.is_empty() {
            facets.push(("neighbourhood", at.place.neighbourhood.to_lowercase()));
        }
    }
    let (youngest, oldest) = (activity.age_min.unwrap_or(0), activity.age_max.unwrap_or(120));
    if activity.age_min.is_some() || activity.age_max.is_some() {
        facets.extend(
            AGE_CLASSES
                .iter()
                .filter(|(_, from, to)| youngest <= *to && oldest >= *from)
                .map(|(name, _, _)| ("age", (*name).to_owned())),
        );
    }
    facets.extend(terms.iter().map(|id| ("term", id.clone())));
    facets
}
