//! Answers into records, and what is wrong with them.

use chrono::NaiveDate;

use super::{Answers, Field, Input, Part};
use crate::activities::model::{Activity, Price, price};
use crate::contacts;
use crate::i18n::Language;
use crate::organizations::model::Organization;
use crate::places::model::{Confidentiality, Place, known_point};
use crate::reference;
use crate::text;
use crate::times::{self, Schedule, TimesProblem};

/// Hours a week that anyone works.
const MOST_HOURS: i64 = 60;

/// What is wrong with an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The field's code.
    pub field: &'static str,
    /// The sentence for the one who answered.
    pub sentence: String,
}

/// What is wrong in a part. `today` is the day times are read on.
pub fn check(part: Part, answers: &Answers, language: Language, today: NaiveDate) -> Vec<Fault> {
    part.fields()
        .filter_map(|field| {
            let answer = answers.get(field.code).map_or("", String::as_str);
            let sentence = wrong(field, answer, answers, language, today)?;
            Some(Fault { field: field.code, sentence })
        })
        .collect()
}

fn wrong(field: &Field, answer: &str, answers: &Answers, language: Language, today: NaiveDate) -> Option<String> {
    let say = |key: &str| Some(language.t(key).into_owned());
    if answer.is_empty() {
        return match field.code {
            "name" => say("propose-problem-name"),
            "kind" => say("propose-problem-kind"),
            "org_name" => say("propose-problem-org-name"),
            _ => None,
        };
    }
    if answer.chars().count() > field.most {
        return Some(language.with("propose-problem-long", &[("most", field.most.into())]));
    }
    if text::holds_identity_code(answer) {
        return say("problem-identity-code");
    }
    let unknown =
        |list: &crate::vocabulary::Vocabulary| answer.split_whitespace().any(|code| list.code(code).is_none());
    match (field.code, field.input) {
        (_, Input::One(list) | Input::Many(list)) if unknown(list) => say("propose-problem-choice"),
        ("step", _) if number(answer, 1, 5).is_none() => say("propose-problem-choice"),
        ("business_id", _) if !contacts::is_business_id(answer) => say("propose-problem-business-id"),
        (_, Input::Keys("email")) if !contacts::is_email(answer) => say("sign-in-problem-email"),
        (_, Input::Keys("tel")) if !contacts::is_phone(answer) => say("propose-problem-phone"),
        (_, Input::Keys("url")) if contacts::typed_web_address(answer).is_none() => say("propose-problem-website"),
        ("postal_code", _) if reference::postal_code(answer).is_none() => say("propose-problem-postal-code"),
        ("municipality", _) if reference::municipality_named(answer).is_none() => say("propose-problem-municipality"),
        ("age_min" | "age_max", _) if number(answer, 0, 120).is_none() => say("propose-problem-age"),
        ("age_max", _) if in_order(answers).is_none() => say("propose-problem-age-order"),
        ("group_size", _) if number(answer, 1, 100_000).is_none() => say("propose-problem-number"),
        ("hours", _) if hours(answer).is_none() => say("propose-problem-hours"),
        ("times", _) => times::words::parse(answer, "", today).err().map(|problem| problem.tell(language)),
        // Where the times themselves are wrong, that is said there.
        ("exceptions", _) => {
            let regular = answers.get("times").map_or("", String::as_str);
            times::words::parse(regular, "", today).ok()?;
            times::words::parse(regular, answer, today).err().map(|problem| problem.tell(language))
        }
        _ => None,
    }
}

fn number(text: &str, least: i64, most: i64) -> Option<i64> {
    text.parse().ok().filter(|number| (least..=most).contains(number))
}

fn in_order(answers: &Answers) -> Option<()> {
    let age = |code: &str| answers.get(code).and_then(|age| age.parse::<i64>().ok());
    match (age("age_min"), age("age_max")) {
        (Some(youngest), Some(oldest)) if youngest > oldest => None,
        _ => Some(()),
    }
}

/// `20` or `10–20`.
fn hours(text: &str) -> Option<(i64, i64)> {
    let mut parts = text.split(['–', '—', '-']).map(|part| part.trim().parse::<i64>().ok());
    let from = parts.next()??;
    let to = parts.next().unwrap_or(Some(from))?;
    (parts.next().is_none() && from <= to && 0 <= from && 0 < to && to <= MOST_HOURS).then_some((from, to))
}

/// The times that were answered, without ids.
///
/// # Errors
/// The first problem with the piece it is about.
pub fn times(answers: &Answers, today: NaiveDate) -> Result<Vec<Schedule>, TimesProblem> {
    let said = |code: &str| answers.get(code).map_or("", String::as_str);
    times::words::parse(said("times"), said("exceptions"), today)
}

/// Lets an organization say what was answered, in this language; what was not asked stays.
pub fn read_organization(answers: &Answers, language: &str, organization: &mut Organization) {
    let answered = |code: &str| answers.get(code).cloned();
    let said = organization.texts.entry(language.to_owned()).or_default();
    set(&mut said.name, answered("org_name"));
    set(&mut said.summary, answered("org_summary"));
    set(&mut organization.kind, answered("org_kind").filter(|kind| !kind.is_empty()));
    set(&mut organization.business_id, answered("business_id"));
    set(&mut organization.website, answered("org_website").map(|typed| web(&typed)));
    set(&mut organization.phone, answered("org_phone"));
    set(&mut organization.email, answered("org_email"));
}

fn set(value: &mut String, answer: Option<String>) {
    if let Some(answer) = answer {
        *value = answer;
    }
}

fn web(typed: &str) -> String {
    contacts::typed_web_address(typed).unwrap_or_default()
}

/// Lets an activity say what was answered, in this language; what was not asked stays. Times that read as before keep
/// their ids and places.
pub fn read_activity(answers: &Answers, language: &str, today: NaiveDate, activity: &mut Activity) {
    let answered = |code: &str| answers.get(code).cloned();
    let codes = |code: &str| answers.get(code).map(|codes| codes.split_whitespace().map(str::to_owned).collect());
    let said = activity.texts.entry(language.to_owned()).or_default();
    set(&mut said.name, answered("name"));
    set(&mut said.summary, answered("summary"));
    set(&mut said.description, answered("description"));
    set(&mut said.how_to_join, answered("how_to_join"));
    set(&mut said.welcome, answered("welcome"));
    set(&mut said.length, answered("length"));
    if let Some(code) = answers.get("price") {
        let note = answers.get("price_note").map_or("", String::as_str);
        (activity.price, said.price_note) = match (code.as_str(), price::read(note)) {
            ("paid", (Price::Paid(cents), rest)) => (Price::Paid(cents), rest),
            (code, _) => (Price::from_code(code, None), note.to_owned()),
        };
    }
    set(&mut activity.kind, answered("kind").filter(|kind| !kind.is_empty()));
    if let Some(step) = answers.get("step") {
        activity.step = step.parse().ok().filter(|step| (1..=5).contains(step));
    }
    for (list, code) in [
        (&mut activity.thresholds, "thresholds"),
        (&mut activity.interests, "interests"),
        (&mut activity.situations, "situations"),
        (&mut activity.languages, "languages"),
    ] {
        if let Some(codes) = codes(code) {
            *list = codes;
        }
    }
    for (value, code) in [
        (&mut activity.age_min, "age_min"),
        (&mut activity.age_max, "age_max"),
        (&mut activity.group_size, "group_size"),
    ] {
        if let Some(answer) = answers.get(code) {
            *value = answer.parse().ok();
        }
    }
    if let Some(answer) = answers.get("hours") {
        activity.hours = hours(answer);
    }
    set(&mut activity.support_form, answered("support_form"));
    set(&mut activity.phone, answered("phone"));
    set(&mut activity.email, answered("email"));
    set(&mut activity.website, answered("website").map(|typed| web(&typed)));
    set(&mut activity.sign_up, answered("sign_up"));
    if (answers.contains_key("times") || answers.contains_key("exceptions"))
        && let Ok(schedules) = times(answers, today)
    {
        let mut before = std::mem::take(&mut activity.schedules).into_iter();
        activity.schedules = schedules
            .into_iter()
            .map(|schedule| match before.next() {
                // The same place in the list is the same time: calendars that people keep follow it.
                Some(known) => Schedule { id: known.id, place_id: known.place_id, ..schedule },
                None => schedule,
            })
            .collect();
    }
}

/// The place that was answered, over the one there was; `None` when there is none.
pub fn read_place(answers: &Answers, before: Option<Place>) -> Option<Place> {
    const ASKED: [&str; 5] = ["place_name", "street", "postal_code", "municipality", "neighbourhood"];
    if !answers.keys().any(|code| ASKED.contains(&code.as_str()) || code == "directions" || code == "confidentiality") {
        return before;
    }
    let said = |code: &str| answers.get(code).cloned().unwrap_or_default();
    let confidentiality = match said("confidentiality").as_str() {
        // Who chooses nothing changes nothing: a place that was hidden stays so.
        "" => before.as_ref().map_or(Confidentiality::Public, |before| before.confidentiality),
        code => Confidentiality::from_code(code),
    };
    if ASKED.iter().all(|code| said(code).is_empty()) && confidentiality == Confidentiality::Public {
        return None;
    }
    let postal = reference::postal_code(&said("postal_code"));
    let municipality =
        reference::municipality_named(&said("municipality")).or(postal.map(|postal| postal.municipality));
    let moved = before.as_ref().is_none_or(|before| {
        before.street != said("street")
            || before.postal_code != postal.map_or("", |postal| postal.code)
            || before.municipality != municipality.map_or("", |municipality| municipality.code)
    });
    let before = before.unwrap_or_default();
    let (point, precision) = if moved { known_point(postal, municipality) } else { (before.point, before.precision) };
    Some(Place {
        name: said("place_name"),
        street: said("street"),
        postal_code: postal.map_or("", |postal| postal.code).to_owned(),
        city: postal.map_or("", |postal| postal.place).to_owned(),
        municipality: municipality.map_or("", |municipality| municipality.code).to_owned(),
        neighbourhood: said("neighbourhood"),
        directions: said("directions"),
        point,
        precision,
        confidentiality,
        ..before
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(pairs: &[(&str, &str)]) -> Answers {
        pairs.iter().map(|(field, answer)| ((*field).to_owned(), (*answer).to_owned())).collect()
    }

    #[test]
    fn a_hidden_place_stays_hidden_until_somebody_says_otherwise() {
        let shelter = Place {
            name: "Salakoti".to_owned(),
            municipality: "398".to_owned(),
            confidentiality: Confidentiality::Hidden,
            ..Place::default()
        };
        let said = answers(&[("place_name", "Salakoti 2"), ("municipality", "Lahti"), ("confidentiality", "")]);
        let place = read_place(&said, Some(shelter.clone())).expect("a place");
        assert_eq!((place.name.as_str(), place.confidentiality), ("Salakoti 2", Confidentiality::Hidden));
        let said = answers(&[("municipality", "Lahti"), ("confidentiality", "public")]);
        assert_eq!(read_place(&said, Some(shelter)).expect("a place").confidentiality, Confidentiality::Public);
        assert_eq!(read_place(&answers(&[("municipality", "")]), None), None);
    }

    #[test]
    fn hours_as_people_write_them() {
        for (text, read) in
            [("20", Some((20, 20))), ("10–20", Some((10, 20))), ("20-10", None), ("0", None), ("x", None)]
        {
            assert_eq!(hours(text), read, "{text}");
        }
    }
}
