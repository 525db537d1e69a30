//! Records into answers: what the form shows of something that is on the tray already.

use super::Answers;
use crate::activities::model::{Activity, Price, price};
use crate::i18n::Language;
use crate::organizations::model::Organization;
use crate::places::model::Place;
use crate::reference;
use crate::times::words::{exceptions_to_words, to_words};

/// What an activity says, in this language. `place` is its main place with everything in it.
pub fn of_activity(activity: &Activity, place: Option<&Place>, language: &str) -> Answers {
    let said = activity.texts.get(language).cloned().unwrap_or_default();
    let number = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
    let price_note = match activity.price {
        Price::Paid(Some((from, to))) if said.price_note.is_empty() => price::sum(from, to),
        Price::Paid(Some((from, to))) => format!("{}, {}", price::sum(from, to), said.price_note),
        _ => said.price_note,
    };
    let hours = match activity.hours {
        Some((from, to)) if from == to => from.to_string(),
        Some((from, to)) => format!("{from}–{to}"),
        None => String::new(),
    };
    let exceptions: Vec<String> =
        activity.schedules.iter().map(exceptions_to_words).filter(|words| !words.is_empty()).collect();
    let mut answers: Answers = [
        ("name", said.name),
        ("summary", said.summary),
        ("description", said.description),
        ("how_to_join", said.how_to_join),
        ("welcome", said.welcome),
        ("length", said.length),
        ("price", activity.price.code().to_owned()),
        ("price_note", price_note),
        ("kind", activity.kind.clone()),
        ("step", activity.step.map(|step| step.to_string()).unwrap_or_default()),
        ("thresholds", activity.thresholds.join(" ")),
        ("interests", activity.interests.join(" ")),
        ("situations", activity.situations.join(" ")),
        ("languages", activity.languages.join(" ")),
        ("age_min", number(activity.age_min)),
        ("age_max", number(activity.age_max)),
        ("group_size", number(activity.group_size)),
        ("hours", hours),
        ("support_form", activity.support_form.clone()),
        ("phone", activity.phone.clone()),
        ("email", activity.email.clone()),
        ("website", activity.website.clone()),
        ("sign_up", activity.sign_up.clone()),
        ("times", activity.schedules.iter().map(to_words).collect::<Vec<_>>().join("\n")),
        ("exceptions", exceptions.join("\n")),
    ]
    .map(|(field, answer)| (field.to_owned(), answer))
    .into();
    if let Some(place) = place {
        let municipality = reference::municipality(&place.municipality);
        answers.extend(
            [
                ("place_name", place.name.clone()),
                ("street", place.street.clone()),
                ("postal_code", place.postal_code.clone()),
                ("municipality", municipality.map_or("", |found| found.name(Language::Finnish)).to_owned()),
                ("neighbourhood", place.neighbourhood.clone()),
                ("directions", place.directions.clone()),
                ("confidentiality", place.confidentiality.as_str().to_owned()),
            ]
            .map(|(field, answer)| (field.to_owned(), answer)),
        );
    }
    answers
}

/// What an organization says, in this language, with its co-operation profile (expects, offers).
pub fn of_organization(organization: &Organization, together: &(String, String), language: &str) -> Answers {
    let said = organization.texts.get(language).cloned().unwrap_or_default();
    [
        ("org_name", said.name),
        ("org_summary", said.summary),
        ("org_kind", organization.kind.clone()),
        ("business_id", organization.business_id.clone()),
        ("org_website", organization.website.clone()),
        ("org_phone", organization.phone.clone()),
        ("org_email", organization.email.clone()),
        ("expects", together.0.clone()),
        ("offers", together.1.clone()),
    ]
    .map(|(field, answer)| (field.to_owned(), answer))
    .into()
}
