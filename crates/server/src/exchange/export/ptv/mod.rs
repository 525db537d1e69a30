//! An activity as the Finnish Service Catalogue (Palvelutietovaranto, PTV, Open API version 11) has it, to be copied over
//! there: a service, and a channel for each of its places.
//!
//! In the shape that PTV answers with, framed as a page of its answers; our own import reads it back. What PTV demands
//! and nobody has told here (a service class, a subject) is for whoever copies to choose. Nothing that is not public is
//! here: places come as they are loaded.

mod hours;
mod posts;

use axum::extract::Path;
use axum::response::Response;
use serde_json::{Value, json};

use super::asked::{Asked, file};
use super::text_in;
use crate::activities::card;
use crate::activities::model::{Activity, ActivityText, Listed, Price};
use crate::error::{Error, Result};
use crate::exchange::open::answer::Tag;
use crate::exchange::open::formats;
use crate::i18n::Language;
use crate::page::{Ui, form};
use crate::places::model::{Confidentiality, Place, Precision};
use crate::reference::{self, Point};
use crate::times::Schedule;

/// The languages PTV has texts in, and ours for each.
const LANGUAGES: [(&str, &str); 5] = [("fi", "fi"), ("sv", "sv"), ("en", "en"), ("se", "se"), ("smn", "smn")];
/// The most signs PTV takes of a name, a summary, and any other text.
const LONGEST_NAME: usize = 100;
const LONGEST_SUMMARY: usize = 150;
const LONGEST_TEXT: usize = 2_500;
/// Places of one service.
const MOST_PLACES: usize = 50;

/// The document of an activity; with `?muoto=post` the bodies that PTV takes its places in with.
pub(super) async fn document(asked: Asked, Path(slug): Path<String>) -> Result<Response> {
    let listed = asked.app.shelf.at(&mut asked.app.db.read().await?, &slug).await?.ok_or(Error::NotFound)?;
    let document = of(&listed, &asked.ui);
    let told = match form::value_in(&asked.ui.query, "muoto").as_deref() {
        Some("post") => posts::of(document["itemList"].as_array().map_or(&[], Vec::as_slice)),
        _ => document,
    };
    let text = format!("{told:#}\n");
    let version = Tag::of(&[text.as_bytes()]);
    if let Some(known) = asked.has(&version) {
        return Ok(known);
    }
    Ok(file(text, "application/json", "", &version))
}

fn of(listed: &Listed, ui: &Ui) -> Value {
    let activity = &listed.activity;
    let channels = channels(listed, ui);
    let mut items = vec![service(listed, &channels, ui)];
    items.extend(channels.into_iter().map(|channel| channel.record));
    json!({
        "pageNumber": 1, "pageSize": items.len(), "pageCount": 1, "itemList": items,
        "source": page(activity, ui), "posts": format!("{}/ptv.json?muoto=post", page(activity, ui)),
    })
}

/// A channel and what the service calls it.
struct Channel {
    id: String,
    name: String,
    record: Value,
}

fn service(listed: &Listed, channels: &[Channel], ui: &Ui) -> Value {
    let Listed { activity, organization } = listed;
    let named: Vec<Value> =
        channels.iter().map(|one| json!({"serviceChannel": {"id": one.id, "name": one.name}})).collect();
    let groups: Vec<Value> = activity
        .target_groups
        .iter()
        .filter_map(|code| reference::target_group(code))
        .map(|term| json!({"code": term.code, "uri": term.uri, "name": named_in(term.name(Language::Finnish))}))
        .collect();
    json!({
        "id": activity.id,
        "sourceId": activity.id,
        "generalDescriptionId": null,
        "type": "Service",
        "serviceChargeType": charge(activity.price),
        "publishingStatus": "Published",
        "modified": activity.changed_at.format("%Y-%m-%dT%H:%M:%S").to_string(),
        "languages": languages(activity),
        "serviceNames": texts(activity, "Name", LONGEST_NAME, |text| text.name.clone()),
        "serviceDescriptions": descriptions(activity),
        "keywords": keywords(activity),
        "targetGroups": groups,
        "serviceClasses": [],
        "ontologyTerms": [],
        "lifeEvents": [],
        "areaType": "LimitedType",
        "areas": areas(activity),
        "organizations": [{
            "roleType": "Responsible",
            "organization": {"id": organization.id, "name": organization.name(Language::Finnish).text},
        }],
        "serviceChannels": named,
        "webPages": [{"language": "fi", "url": page(activity, ui), "value": activity.name(Language::Finnish).text}],
    })
}

/// A channel for each place one can go to; without one, a phone channel with the hours.
fn channels(listed: &Listed, ui: &Ui) -> Vec<Channel> {
    let activity = &listed.activity;
    let places: Vec<(&str, &Place)> = activity
        .places
        .iter()
        .filter(|at| at.place.confidentiality == Confidentiality::Public && !at.place.street.is_empty())
        .map(|at| (at.link_id.as_str(), &at.place))
        .take(MOST_PLACES)
        .collect();
    if places.is_empty() {
        let phone = first_said(&activity.phone, &listed.organization.phone);
        let id = formats::part_id(&activity.id, "ptv-phone");
        let all: Vec<&Schedule> = activity.schedules.iter().collect();
        return match phone {
            "" => Vec::new(),
            _ => vec![channel(listed, "Phone", id, None, &all, ui)],
        };
    }
    places
        .iter()
        .enumerate()
        .map(|(at, (link, place))| {
            let id = if formats::is_id(link) { (*link).to_owned() } else { formats::part_id(&activity.id, &place.id) };
            // A time without a place of its own is at the first.
            let here: Vec<&Schedule> = activity
                .schedules
                .iter()
                .filter(|schedule| match &schedule.place_id {
                    Some(own) if places.iter().any(|(_, place)| place.id == *own) => *own == place.id,
                    _ => at == 0,
                })
                .collect();
            channel(listed, "ServiceLocation", id, Some(place), &here, ui)
        })
        .collect()
}

fn channel(
    listed: &Listed,
    kind: &str,
    id: String,
    place: Option<&Place>,
    schedules: &[&Schedule],
    ui: &Ui,
) -> Channel {
    let Listed { activity, organization } = listed;
    let own_name = activity.name(Language::Finnish).text;
    let name = place.map(|place| place.name.as_str()).filter(|name| !name.is_empty()).unwrap_or(own_name);
    let name = within(name, LONGEST_NAME);
    let (phone, email) =
        (first_said(&activity.phone, &organization.phone), first_said(&activity.email, &organization.email));
    let mut record = json!({
        "id": id,
        "sourceId": id,
        "serviceChannelType": kind,
        "organizationId": organization.id,
        "publishingStatus": "Published",
        "modified": activity.changed_at.format("%Y-%m-%dT%H:%M:%S").to_string(),
        "serviceChannelNames": [{"language": "fi", "type": "Name", "value": name}],
        "displayNameType": [{"language": "fi", "type": "Name"}],
        "serviceChannelDescriptions": texts(activity, "Summary", LONGEST_SUMMARY, |text| text.summary.clone())
            .into_iter()
            .chain(texts(activity, "Description", LONGEST_TEXT, description))
            .collect::<Vec<_>>(),
        "languages": languages(activity),
        "phoneNumbers": phones(phone),
        "emails": if email.is_empty() { json!([]) } else { json!([{"language": "fi", "value": email}]) },
        "webPages": [{
            "language": "fi",
            "url": formats::uri(first_said(&activity.website, &organization.website))
                .unwrap_or_else(|| page(activity, ui)),
            "value": name,
        }],
        "serviceHours": hours::of(schedules, ui),
        "services": [{"service": {"id": activity.id, "name": own_name}}],
    });
    if let (Some(place), Some(record)) = (place, record.as_object_mut()) {
        record.insert("addresses".to_owned(), json!([address(place)]));
    }
    Channel { id, name, record }
}

fn address(place: &Place) -> Value {
    let (street, number) = street_and_number(&place.street);
    let municipality = reference::municipality(&place.municipality)
        .map(|found| json!({"code": found.code, "name": names_of(found)}))
        .unwrap_or(Value::Null);
    let mut door = json!({
        "street": [{"language": "fi", "value": street}],
        "streetNumber": number,
        "postalCode": place.postal_code,
        "postOffice": [{"language": "fi", "value": place.city}],
        "municipality": municipality,
        "additionalInformation": match place.directions.as_str() {
            "" => json!([]),
            words => json!([{"language": "fi", "value": within(words, LONGEST_SUMMARY)}]),
        },
    });
    // Metres of ETRS-TM35FIN in text, whatever the fields are called. PTV finds what is only near by itself.
    let exact = place.point.filter(|_| place.precision == Precision::Exact);
    let metres = exact.and_then(|(lat, lon)| reference::to_tm35fin(Point { lat, lon }));
    if let (Some((north, east)), Some(door)) = (metres, door.as_object_mut()) {
        door.insert("latitude".to_owned(), json!(format!("{north:.3}")));
        door.insert("longitude".to_owned(), json!(format!("{east:.3}")));
        door.insert("coordinateState".to_owned(), json!("EnteredByUser"));
    }
    json!({"type": "Location", "subType": "Single", "streetAddress": door, "country": "FI"})
}

/// `Torikatu 5 B` as PTV keeps it: the name, and the number with what follows it.
fn street_and_number(street: &str) -> (&str, &str) {
    let number = street
        .match_indices(' ')
        .find(|(at, _)| street[at + 1..].starts_with(|first: char| first.is_ascii_digit()))
        .map(|(at, _)| at);
    match number {
        Some(at) => (street[..at].trim(), street[at..].trim()),
        None => (street.trim(), ""),
    }
}

fn phones(phone: &str) -> Value {
    if phone.is_empty() {
        return json!([]);
    }
    let compact = phone.replace([' ', '\u{a0}', '-'], "");
    let (prefix, number) = match compact.strip_prefix("+358") {
        Some(rest) => ("+358", rest.to_owned()),
        // A number without its zero is how PTV writes it after the country.
        None => match compact.strip_prefix('0').filter(|rest| rest.bytes().all(|byte| byte.is_ascii_digit())) {
            Some(rest) => ("+358", rest.to_owned()),
            None => ("", compact),
        },
    };
    json!([{
        "type": "Phone", "language": "fi", "prefixNumber": prefix, "number": number,
        "isFinnishServiceNumber": prefix.is_empty(), "serviceChargeType": "Chargeable", "additionalInformation": null,
    }])
}

fn descriptions(activity: &Activity) -> Vec<Value> {
    let mut all = texts(activity, "Summary", LONGEST_SUMMARY, |text| text.summary.clone());
    all.extend(texts(activity, "Description", LONGEST_TEXT, description));
    all.extend(texts(activity, "UserInstruction", LONGEST_TEXT, |text| text.how_to_join.clone()));
    for (theirs, ours) in LANGUAGES {
        let Some(language) = Language::named(ours) else { continue };
        let Some(text) = text_in(activity, ours) else { continue };
        let sum = match activity.price {
            Price::Paid(Some(_)) => card::price(activity, language),
            _ => String::new(),
        };
        let words: Vec<&str> = [sum.as_str(), &text.price_note].into_iter().filter(|part| !part.is_empty()).collect();
        if !words.is_empty() {
            let value = within(&words.join(", "), LONGEST_TEXT);
            all.push(json!({"language": theirs, "type": "ChargeTypeAdditionalInfo", "value": value}));
        }
    }
    all
}

/// What one does there and what it is like there, or in short when nothing more is told: PTV demands a description.
fn description(text: &ActivityText) -> String {
    let parts = [text.description.as_str(), &text.atmosphere];
    let whole = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n");
    if whole.is_empty() { text.summary.clone() } else { whole }
}

/// A text in each language of PTV that says something.
fn texts(activity: &Activity, kind: &str, longest: usize, of: impl Fn(&ActivityText) -> String) -> Vec<Value> {
    LANGUAGES
        .iter()
        .filter_map(|(theirs, ours)| Some((theirs, of(text_in(activity, ours)?))))
        .filter(|(_, words)| !words.trim().is_empty())
        .map(|(language, words)| json!({"language": language, "type": kind, "value": within(&words, longest)}))
        .collect()
}

fn keywords(activity: &Activity) -> Vec<Value> {
    LANGUAGES
        .iter()
        .filter_map(|(theirs, ours)| Some((theirs, text_in(activity, ours)?)))
        .flat_map(|(language, text)| {
            let words = text.keywords.split(',').map(str::trim).filter(|word| !word.is_empty());
            words.map(|word| json!({"language": *language, "value": word})).collect::<Vec<_>>()
        })
        .collect()
}

fn areas(activity: &Activity) -> Vec<Value> {
    let mut codes: Vec<&str> = activity.places.iter().map(|at| at.place.municipality.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    let found: Vec<Value> = codes
        .into_iter()
        .filter_map(reference::municipality)
        .map(|found| json!({"code": found.code, "name": names_of(found)}))
        .collect();
    if found.is_empty() { Vec::new() } else { vec![json!({"type": "Municipality", "municipalities": found})] }
}

fn names_of(found: &reference::Municipality) -> Value {
    let of = |language: Language| json!({"language": language.code(), "value": found.name(language)});
    json!([of(Language::Finnish), of(Language::Swedish), of(Language::English)])
}

fn named_in(finnish: &str) -> Value {
    json!([{"language": "fi", "value": finnish}])
}

/// The languages one gets by with; easy Finnish is Finnish to PTV. It demands one.
fn languages(activity: &Activity) -> Vec<String> {
    let mut codes: Vec<String> = activity
        .languages
        .iter()
        .map(|code| if code == Language::EasyFinnish.code() { "fi".to_owned() } else { code.clone() })
        .collect();
    if codes.is_empty() {
        codes.push("fi".to_owned());
    }
    let mut met = std::collections::BTreeSet::new();
    codes.retain(|code| met.insert(code.clone()));
    codes
}

fn charge(price: Price) -> Value {
    match price {
        Price::Free => json!("FreeOfCharge"),
        Price::Paid(_) => json!("Chargeable"),
        Price::Donation | Price::Unknown => Value::Null,
    }
}

/// A text no longer than PTV takes, cut between words.
fn within(text: &str, most: usize) -> String {
    let text = text.trim();
    let Some((end, _)) = text.char_indices().nth(most.saturating_sub(1)) else { return text.to_owned() };
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut = text[..end].rfind(char::is_whitespace).filter(|gap| *gap > end / 2).unwrap_or(end);
    format!("{}…", text[..cut].trim_end_matches([' ', ',', '.', '\n']))
}

fn first_said<'a>(own: &'a str, other: &'a str) -> &'a str {
    if own.is_empty() { other } else { own }
}

fn page(activity: &Activity, ui: &Ui) -> String {
    format!("{}{}", ui.origin, activity.address())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_street_and_its_number() {
        for (whole, parts) in [
            ("Torikatu 5 B", ("Torikatu", "5 B")),
            ("Vanha Lahdentie 12–14", ("Vanha Lahdentie", "12–14")),
            ("Kylätalo", ("Kylätalo", "")),
            ("3. linja 7", ("3. linja", "7")),
        ] {
            assert_eq!(street_and_number(whole), parts);
        }
    }

    #[test]
    fn a_text_is_no_longer_than_it_may_be() {
        assert_eq!(within("yksi kaksi kolme", 12), "yksi kaksi…");
        assert_eq!(within("yksi kaksi", 10), "yksi kaksi");
        assert!(within(&"ä".repeat(300), LONGEST_SUMMARY).chars().count() <= LONGEST_SUMMARY);
    }
}
