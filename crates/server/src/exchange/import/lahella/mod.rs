//! Activities in the shape of Lähellä.fi's interface, which its makers have not described: the field names are those that
//! others have seen. Pictures are not read.

mod times;

use serde_json::{Map, Value};

use super::checks;
use super::html;
use super::ids::{self, Hasher};
use super::interests;
use super::json::fields::{Object, object, objects, text, texts};
use super::json::stream::Shape;
use super::json::telling::{LONGEST_NAME, LONGEST_TEXT, Telling};
use super::json::{self, Files, Part};
use super::personal;
use super::reason::Reason;
use super::record::{ActivityDraft, Draft, Reading, Subject};
use super::request::ImportRequest;
use crate::activities::model::{Activity, ActivityPlace, ActivityText, Price};
use crate::organizations::model::State;
use crate::places::model::known_point;
use crate::places::model::{Place, Precision};
use crate::reference;
use crate::text::{Texts, slug};
use crate::times::{Schedule, is_over};
use crate::vocabulary::LANGUAGES;

const SHAPE: Shape = Shape { list: "items", open: Err };

/// Places of one activity.
const MOST_PLACES: usize = 50;

/// Reads every file of a request and hands each record on; stops when nobody takes it any more.
pub(super) fn read(request: &ImportRequest, source_id: &str, take: &mut dyn FnMut(Reading) -> bool) {
    let mut files = Files::new(request, &SHAPE);
    for file in &request.files {
        let mut part = |part: Part| {
            let sorted = json::sorted(part, &file.name, request, source_id, is_activity, Reason::NotLahella);
            match sorted {
                Some((mut telling, Some(((), record)))) => {
                    activity(&mut telling, &record);
                    telling.reading
                }
                Some((telling, None)) => telling.reading,
                None => Reading::default(),
            }
        };
        if !files.read(file, &mut part, take) {
            return;
        }
    }
}

fn is_activity(record: &Map<String, Value>) -> Option<()> {
    object(record, "traits").filter(|traits| traits.contains_key("translations")).map(|_| ())
}

fn activity(telling: &mut Telling<'_>, record: &Object) {
    let nothing = Object::new();
    let traits = object(record, "traits").unwrap_or(&nothing);
    let reference = match text(record, "_key") {
        "" => text(record, "id"),
        key => key,
    };
    if reference.is_empty() {
        return telling.refuse_record("/_key", Reason::MissingId, "");
    }
    let texts = said(telling, traits);
    if texts.values().all(|text| text.name.is_empty()) {
        telling.still_there(reference);
        return telling.refuse_record("/traits/translations", Reason::MissingName, "");
    }
    telling.reading.read = 1;
    let id = ids::own_or_derived(telling.source_id, Subject::Activity.as_str(), reference);
    let (places, schedules) = channels(telling, traits, &id, reference);
    if is_over(&schedules, telling.dawn()) {
        return telling.note_over("/traits/channels");
    }
    let (phone, email, website) = contacts(telling, traits);
    let (age_min, age_max) = ages(traits);
    let mut hasher = Hasher::new();
    hasher.add(if telling.keep_contacts { "contacts" } else { "" });
    hasher.add_object(record);
    let name = texts.get("fi").or_else(|| texts.values().next()).map_or("", |text| text.name.as_str());
    let slug = slug(name);
    let activity = Activity {
        kind: kind(text(traits, "type")).to_owned(),
        interests: interests::called(self::texts(traits, "theme").map(bare)),
        languages: languages(traits),
        price: price(traits),
        age_min,
        age_max,
        phone,
        email,
        website,
        sign_up: checks::web_address(text(traits, "registrationUrl")).unwrap_or_default(),
        state: if text(record, "status") == "published" { State::Published } else { State::Draft },
        source_id: Some(telling.source_id.to_owned()),
        texts,
        places,
        schedules,
        id,
        ..Activity::default()
    };
    let draft = ActivityDraft { activity, slug, own_places: true, ..ActivityDraft::default() };
    let at = telling.spot("");
    telling.reading.drafts.push(Draft::of_activity(at, reference, hasher.done(), draft));
}

/// The word of a code (`ht_urheilu`, `city/FI/Helsinki`).
fn bare(code: &str) -> &str {
    code.rsplit(['_', '/', ':']).next().unwrap_or(code)
}

fn said(telling: &mut Telling<'_>, traits: &Object) -> Texts<ActivityText> {
    let mut texts = Texts::new();
    for (language, part) in object(traits, "translations").into_iter().flatten() {
        let Some(part) = part.as_object() else { continue };
        let Some(code) = code_of(language) else {
            telling.ask("/traits/translations", Reason::UnknownLanguage, language);
            continue;
        };
        let mut of = |field: &str, most| {
            telling.clean(&format!("/traits/translations/{language}/{field}"), &html::to_text(text(part, field)), most)
        };
        let said = ActivityText {
            name: of("name", LONGEST_NAME),
            summary: of("summary", LONGEST_TEXT),
            description: of("description", LONGEST_TEXT),
            how_to_join: of("registration", LONGEST_TEXT),
            price_note: of("pricing", LONGEST_TEXT),
            ..ActivityText::default()
        };
        if said != ActivityText::default() {
            texts.insert(code, said);
        }
    }
    texts
}

fn code_of(language: &str) -> Option<String> {
    let ours = LANGUAGES.code(&language.to_lowercase());
    ours.or_else(|| reference::language(language).map(|known| known.code)).map(str::to_owned)
}

fn languages(traits: &Object) -> Vec<String> {
    let mut codes: Vec<String> = Vec::new();
    for code in texts(traits, "locale").filter_map(code_of) {
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes
}

fn kind(of_lahella: &str) -> &'static str {
    match of_lahella {
        "hobby" => "group",
        "course" => "course",
        "event" => "event",
        "voluntary" | "volunteering" => "volunteering",
        "support" => "support",
        _ => "open_activity",
    }
}

fn price(traits: &Object) -> Price {
    match texts(traits, "pricing").next() {
        Some("free") => Price::Free,
        Some("paid") => Price::Paid(None),
        _ => Price::Unknown,
    }
}

/// From the youngest to the oldest of the age groups (`ageGroup/range:18-29`).
fn ages(traits: &Object) -> (Option<i64>, Option<i64>) {
    let ranges: Vec<(i64, i64)> = texts(traits, "demographic")
        .filter_map(|code| code.strip_prefix("ageGroup/range:"))
        .filter_map(|range| {
            let (from, to) = range.split_once('-')?;
            Some((checks::age(from.parse().ok()?)?, checks::age(to.parse().ok()?).unwrap_or(120)))
        })
        .collect();
    let oldest = ranges.iter().map(|(_, to)| *to).max().filter(|oldest| *oldest < 99);
    (ranges.iter().map(|(from, _)| *from).min().filter(|youngest| *youngest > 0), oldest)
}

/// Phone, mail and page; those that lead to one person are left out and counted.
fn contacts(telling: &mut Telling<'_>, traits: &Object) -> (String, String, String) {
    let (mut phone, mut email, mut website) = (String::new(), String::new(), String::new());
    for (_, contact) in objects(traits, "contacts") {
        let value = text(contact, "value");
        let notes = object(contact, "translations").into_iter().flatten();
        let mut notes = notes.filter_map(|(_, said)| said.as_object()).map(|said| text(said, "description"));
        let is_person = notes.any(personal::names_somebody) || personal::is_somebodys(value);
        if is_person && !telling.keep_contacts && text(contact, "type") != "www" {
            telling.reading.dropped_contacts += 1;
            continue;
        }
        match text(contact, "type") {
            "phone" if phone.is_empty() && checks::is_phone(value) => value.clone_into(&mut phone),
            "email" if email.is_empty() && checks::is_email(value) => value.clone_into(&mut email),
            "www" if website.is_empty() => website = checks::typed_web_address(value).unwrap_or_default(),
            _ => {}
        }
    }
    (phone, email, website)
}

/// Where and when: each channel is a place with times of its own.
fn channels(
    telling: &mut Telling<'_>,
    traits: &Object,
    id: &str,
    reference: &str,
) -> (Vec<ActivityPlace>, Vec<Schedule>) {
    let (mut places, mut schedules) = (Vec::new(), Vec::new());
    for (at, channel) in objects(traits, "channels").take(MOST_PLACES) {
        let pointer = format!("/traits/channels/{at}");
        let place = place(telling, traits, channel, &pointer).map(|place| Place {
            id: ids::derived(telling.source_id, "place", &format!("{reference}:{}", text(channel, "id"))),
            ..place
        });
        for (nth, event) in objects(channel, "events") {
            match times::read(event) {
                Ok(more) => {
                    schedules.extend(more.into_iter().map(|schedule| Schedule {
                        place_id: place.as_ref().map(|place| place.id.clone()),
                        ..schedule
                    }))
                }
                Err((reason, value)) => telling.ask(&format!("{pointer}/events/{nth}"), reason, &value),
            }
        }
        if let Some(place) = place {
            places.push(ActivityPlace { link_id: ids::derived(&place.id, "activity-at", reference), place });
        }
    }
    for (position, schedule) in schedules.iter_mut().enumerate() {
        schedule.id = ids::derived(id, "schedule", &position.to_string());
    }
    (places, schedules)
}

fn place(telling: &mut Telling<'_>, traits: &Object, channel: &Object, pointer: &str) -> Option<Place> {
    let is_place = texts(channel, "type").any(|kind| kind == "place");
    let said = object(channel, "translations")?;
    let said = object(said, "fi").or_else(|| said.values().find_map(Value::as_object)).filter(|_| is_place)?;
    let nothing = Object::new();
    let address = object(said, "address").unwrap_or(&nothing);
    let postal = reference::postal_code(text(address, "postalCode"));
    if postal.is_none() && !text(address, "postalCode").is_empty() {
        telling.ask(
            &format!("{pointer}/translations/fi/address/postalCode"),
            Reason::UnknownPostalCode,
            text(address, "postalCode"),
        );
    }
    let region = || texts(traits, "region").map(bare).find_map(reference::municipality_named);
    let municipality = postal
        .map(|postal| postal.municipality)
        .or_else(|| reference::municipality_named(text(address, "city")))
        .or_else(region);
    let center = object(channel, "map").and_then(|map| object(map, "center"));
    let coordinates: Vec<f64> = center
        .and_then(|center| center.get("coordinates")?.as_array())
        .into_iter()
        .flatten()
        .filter_map(Value::as_f64)
        .collect();
    // GeoJSON: east before north.
    let exact = match coordinates.as_slice() {
        [east, north] if reference::is_in_finland(*north, *east) => Some((*north, *east)),
        [] => None,
        other => {
            telling.ask(&format!("{pointer}/map/center"), Reason::OutsideFinland, &format!("{other:?}"));
            None
        }
    };
    let (point, precision) =
        exact.map_or_else(|| known_point(postal, municipality), |point| (Some(point), Precision::Exact));
    Some(Place {
        name: telling.clean(
            &format!("{pointer}/translations/fi/summary"),
            &html::to_text(text(said, "summary")),
            LONGEST_NAME,
        ),
        street: checks::clean(text(address, "street")),
        postal_code: postal.map_or("", |postal| postal.code).to_owned(),
        city: postal.map_or_else(|| checks::clean(text(address, "city")), |postal| postal.place.to_owned()),
        municipality: municipality.map_or("", |found| found.code).to_owned(),
        point,
        precision,
        ..Place::default()
    })
}
