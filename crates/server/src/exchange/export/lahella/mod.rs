//! An activity for Lähellä.fi: its fields in the order of that service's form, to be copied over one by one, and the same
//! as JSON in the shape its interface has been seen to have. Our own import reads it back.
//!
//! Lähellä.fi does not describe its codes, so only those that have been seen are written; what else it asks for is told in
//! words on the page.

mod sheet;
mod times;

pub(super) use sheet::sheet;

use axum::extract::Path;
use axum::response::Response;
use serde_json::{Map, Value, json};

use super::asked::{Asked, file};
use super::text_in;
use crate::activities::card;
use crate::activities::model::{Activity, ActivityPlace, ActivityText, Listed, Price};
use crate::error::{Error, Result};
use crate::exchange::open::answer::Tag;
use crate::exchange::open::formats;
use crate::i18n::Language;
use crate::page::Ui;
use crate::places::model::{Confidentiality, Place};
use crate::reference;
use crate::times::Schedule;

/// The languages of its texts.
const TONGUES: [(Language, &str); 3] =
    [(Language::Finnish, "fi"), (Language::Swedish, "sv"), (Language::English, "en")];
/// Its themes that have been seen, by our interests.
const THEMES: [(&str, &str); 2] = [("exercise", "ht_urheilu"), ("wellbeing", "ht_hyvinvointi")];
/// The oldest of its age groups.
const OLDEST: i64 = 99;

/// The JSON of an activity.
pub(super) async fn document(asked: Asked, Path(slug): Path<String>) -> Result<Response> {
    let listed = asked.app.shelf.at(&mut asked.app.db.read().await?, &slug).await?.ok_or(Error::NotFound)?;
    let text = format!("{:#}\n", of(&listed, &asked.ui));
    let version = Tag::of(&[text.as_bytes()]);
    if let Some(known) = asked.has(&version) {
        return Ok(known);
    }
    Ok(file(text, "application/json", "", &version))
}

fn of(listed: &Listed, ui: &Ui) -> Value {
    let activity = &listed.activity;
    let said: Map<String, Value> = TONGUES
        .iter()
        .filter_map(|(language, tag)| {
            Some((*tag, translation(activity, text_in(activity, language.code())?, *language)))
        })
        .map(|(tag, text)| (tag.to_owned(), text))
        .collect();
    let tags: Vec<&String> = said.keys().collect();
    let web = |address: &str| address.starts_with("https://") || address.starts_with("http://");
    json!({
        "_key": activity.id,
        "status": "published",
        "traits": {
            "type": kind(activity),
            "requiredLocales": tags,
            "translations": said,
            "theme": THEMES.iter().filter(|(ours, _)| activity.interests.iter().any(|code| code == ours))
                .map(|(_, theirs)| *theirs).collect::<Vec<_>>(),
            "format": [],
            "locale": activity.languages.iter().map(|code| locale(code)).collect::<Vec<_>>(),
            "demographic": demographic(activity),
            "region": regions(activity),
            "pricing": match activity.price {
                Price::Free => json!(["free"]),
                Price::Paid(_) => json!(["paid"]),
                Price::Donation | Price::Unknown => json!([]),
            },
            "contacts": contacts(listed),
            "channels": channels(activity, ui),
            "registrationRequired": !activity.sign_up.is_empty() && !activity.promises("no_sign_up"),
            "registrationUrl": if web(&activity.sign_up) { activity.sign_up.as_str() } else { "" },
        }
    })
}

/// The texts of one language as its form keeps them: paragraphs of HTML.
fn translation(activity: &Activity, text: &ActivityText, language: Language) -> Value {
    json!({
        "name": text.name,
        "summary": html(&text.summary),
        "description": html(&description(text)),
        "pricing": html(&pricing(activity, text, language)),
        "registration": html(&registration(activity, text)),
    })
}

/// What one does there and what it is like there.
fn description(text: &ActivityText) -> String {
    let parts = [text.description.as_str(), &text.atmosphere];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
}

fn pricing(activity: &Activity, text: &ActivityText, language: Language) -> String {
    let sum = match activity.price {
        Price::Paid(Some(_)) | Price::Donation => card::price(activity, language),
        _ => String::new(),
    };
    [sum.as_str(), &text.price_note].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn registration(activity: &Activity, text: &ActivityText) -> String {
    let own = if activity.sign_up.contains("://") { "" } else { activity.sign_up.as_str() };
    [text.how_to_join.as_str(), own].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Text as its editor writes it: a paragraph for each stretch, its lines kept.
fn html(text: &str) -> String {
    let escaped = |line: &str| line.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    text.split("\n\n")
        .filter(|paragraph| !paragraph.trim().is_empty())
        .map(|paragraph| {
            let lines: Vec<String> = paragraph.trim().lines().map(escaped).collect();
            format!("<p dir=\"ltr\">{}</p>", lines.join("<br>"))
        })
        .collect()
}

fn kind(activity: &Activity) -> &'static str {
    match activity.kind.as_str() {
        "group" => "hobby",
        "course" => "course",
        "event" => "event",
        "volunteering" => "voluntary",
        "support" | "peer_support" => "support",
        _ => "activity",
    }
}

fn locale(code: &str) -> String {
    match code {
        "fi" | "fi-x-selko" => "fi-FI".to_owned(),
        "sv" => "sv-FI".to_owned(),
        other => other.to_owned(),
    }
}

fn demographic(activity: &Activity) -> Vec<String> {
    match (activity.age_min, activity.age_max) {
        (None, None) => Vec::new(),
        (from, to) => vec![format!("ageGroup/range:{}-{}", from.unwrap_or(0), to.unwrap_or(OLDEST))],
    }
}

fn regions(activity: &Activity) -> Vec<String> {
    let mut names: Vec<String> = activity
        .places
        .iter()
        .filter_map(|at| reference::municipality(&at.place.municipality))
        .map(|found| format!("city/FI/{}", found.name(Language::Finnish)))
        .collect();
    names.sort();
    names.dedup();
    names
}

/// The number, the mail box and the page people get.
fn reached(listed: &Listed) -> [(&'static str, &str); 3] {
    let Listed { activity, organization } = listed;
    let first = |own, other| if str::is_empty(own) { other } else { own };
    [
        ("phone", first(activity.phone.as_str(), organization.phone.as_str())),
        ("email", first(&activity.email, &organization.email)),
        ("www", first(&activity.website, &organization.website)),
    ]
}

fn contacts(listed: &Listed) -> Vec<Value> {
    reached(listed)
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(kind, value)| {
            let id = formats::part_id(&listed.activity.id, &format!("lahella-{kind}"));
            json!({"id": id, "type": kind, "value": value, "translations": {}})
        })
        .collect()
}

/// A channel for each place, with the times that are there.
fn channels(activity: &Activity, ui: &Ui) -> Vec<Value> {
    let shown: Vec<&ActivityPlace> = activity.places.iter().collect();
    if shown.is_empty() {
        let all: Vec<&Schedule> = activity.schedules.iter().collect();
        let id = formats::part_id(&activity.id, "lahella-channel");
        return match all.is_empty() {
            true => Vec::new(),
            false => vec![json!({"id": id, "type": [], "translations": {"fi": {}}, "events": times::of(&all, ui)})],
        };
    }
    shown
        .iter()
        .enumerate()
        .map(|(at, one)| {
            let here: Vec<&Schedule> = activity
                .schedules
                .iter()
                .filter(|schedule| match &schedule.place_id {
                    Some(own) if shown.iter().any(|other| other.place.id == *own) => *own == one.place.id,
                    _ => at == 0,
                })
                .collect();
            channel(&one.link_id, &one.place, &here, activity, ui)
        })
        .collect()
}

fn channel(id: &str, place: &Place, schedules: &[&Schedule], activity: &Activity, ui: &Ui) -> Value {
    let municipality = reference::municipality(&place.municipality);
    let city = match place.city.as_str() {
        "" => municipality.map_or("", |found| found.name(Language::Finnish)),
        city => city,
    };
    // What may not be told of a place is not here: it was taken out when the place was loaded.
    let is_place = place.confidentiality != Confidentiality::Hidden;
    let mut record = json!({
        "id": if formats::is_id(id) { id.to_owned() } else { formats::part_id(&activity.id, &place.id) },
        "type": if is_place { json!(["place"]) } else { json!([]) },
        "accessibility": if activity.promises("wheelchair") { json!([]) } else { json!(["ac_unknow"]) },
        "translations": {"fi": {
            "address": {
                "street": place.street,
                "postalCode": place.postal_code,
                "city": city,
                "state": municipality.map_or("", |found| found.region.name(Language::Finnish)),
                "country": "FI",
            },
            "summary": html(&place.name),
        }},
        "events": times::of(schedules, ui),
    });
    // GeoJSON: east before north.
    if let (Some((lat, lon)), Some(record)) = (place.point.filter(|_| is_place), record.as_object_mut()) {
        let map = json!({"center": {"type": "Point", "coordinates": [lon, lat]}, "zoom": 16});
        record.insert("map".to_owned(), map);
    }
    record
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_paragraphs_and_never_markup() {
        assert_eq!(html("A <b>\nC\n\nD & E"), "<p dir=\"ltr\">A &lt;b&gt;<br>C</p><p dir=\"ltr\">D &amp; E</p>");
        assert_eq!(html(""), "");
    }
}
