//! A service of HSDS as an activity.

use std::collections::HashMap;

use serde_json::Value;

use super::super::checks;
use super::super::ids::{self, Hasher};
use super::super::json::fields::{Object, has, object, objects, text, texts, whole, whole_number};
use super::super::json::telling::{LONGEST_NAME, LONGEST_TEXT, Telling};
use super::super::reason::Reason;
use super::super::record::{ActivityDraft, Arranger, Attachment, Content, Draft, Link, Subject};
use super::price;
use super::{kept, organization, own, place, schedule, terms};
use crate::activities::model::{Activity, ActivityPlace, ActivityText, LinkMeaning};
use crate::organizations::model::State;
use crate::reference;
use crate::text::{Texts, slug};
use crate::times::Schedule;

/// Places of one activity.
const MOST_PLACES: usize = 500;

/// What our own columns keep of a service.
const OURS: [&str; 20] = [
    "id",
    "name",
    "description",
    "url",
    "email",
    "status",
    "application_process",
    "fees",
    "fees_description",
    "minimum_age",
    "maximum_age",
    "assured_date",
    "last_modified",
    "service_at_locations",
    "organization",
    "organization_id",
    "attributes",
    "text_language",
    "translations",
    "tarjotin",
];

/// The id an activity has here.
pub(super) fn id_of(telling: &Telling<'_>, reference: &str) -> String {
    ids::own_or_derived(telling.source_id, Subject::Activity.as_str(), reference)
}

/// Reads a service with the organization in it. `arranger` is who it stands under, `part` that it was met inside
/// another record. Faults have been reported and persons taken out.
pub(super) fn read(telling: &mut Telling<'_>, record: &Object, pointer: &str, arranger: Option<Arranger>, part: bool) {
    telling.reading.read += 1;
    let reference = text(record, "id").to_owned();
    let mut is_whole = true;
    for (name, reason) in [("id", Reason::MissingId), ("name", Reason::MissingName)] {
        if text(record, name).is_empty() {
            telling.reject(&format!("{pointer}/{name}"), reason, "");
            is_whole = false;
        }
    }
    if is_whole && let Some(code) = checks::identity_code_inside(record) {
        telling.reject(pointer, Reason::IdentityCode, &code);
        is_whole = false;
    }
    if !is_whole {
        telling.refuse();
        telling.reading.still_there.push((Subject::Activity, reference));
        return;
    }
    let mut hasher = Hasher::new();
    hasher.add(if telling.keep_contacts { "contacts" } else { "" });
    hasher.add_object(record);
    let mut organization = None;
    let arranger = match object(record, "organization").filter(|found| !text(found, "name").is_empty()) {
        Some(found) => {
            let draft = organization::read(telling, found, &format!("{pointer}/organization"), true);
            let id = organization::id_of(telling, &draft.reference);
            organization = Some(Box::new(draft));
            Arranger::Id(id)
        }
        None => match text(record, "organization_id") {
            "" => arranger.unwrap_or_default(),
            id => Arranger::Id(organization::id_of(telling, id)),
        },
    };
    let id = id_of(telling, &reference);
    let draft = ActivityDraft { organization, ..draft(telling, record, pointer, id, arranger) };
    let at = telling.spot(pointer);
    let content = Content::Activity(Box::new(draft));
    telling.reading.drafts.push(Draft { at, reference, hash: hasher.done(), part, content });
}

fn draft(telling: &mut Telling<'_>, record: &Object, pointer: &str, id: String, arranger: Arranger) -> ActivityDraft {
    let is_own = has(record, "tarjotin");
    let told = own::read(telling, record, pointer);
    let (places, attachments) = places(telling, record, pointer, &id);
    let (schedules, not_understood) = schedules(telling, record, pointer, &places);
    let (phone, _) = phone(record);
    let texts = said(telling, record, pointer);
    let name = texts.get("fi").or_else(|| texts.values().next()).map_or("", |text| text.name.as_str());
    let wanted = if told.slug.is_empty() { slug(name) } else { slug(&told.slug) };
    let (age_min, age_max) = ages(telling, record, pointer);
    let (languages, unknown_languages) = languages(telling, record, pointer, &told.languages);
    let keep = |list: &str, part: &Value| {
        let is_derived = is_own && (kept::is_derived(&id, list, part) || told.says_itself(list));
        let is_told = match (list, part.as_object()) {
            ("phones", Some(part)) => text(part, "number") == phone && kept::says_only(part, &["number", "type"]),
            ("languages", Some(part)) => {
                kept::says_only(part, &["name", "code"]) && !unknown_languages.contains(&text(part, "id").to_owned())
            }
            ("schedules", Some(part)) => !not_understood.contains(&text(part, "id").to_owned()),
            _ => false,
        };
        !is_derived && !is_told
    };
    let activity = Activity {
        kind: told.kind.unwrap_or("support").to_owned(),
        step: told.step,
        target_groups: told.target_groups.clone(),
        languages,
        price: told.price.unwrap_or_else(|| price::read(record, telling.today)),
        age_min,
        age_max,
        group_size: told.group_size,
        hours: told.hours,
        support_form: told.support_form.clone(),
        phone: phone.to_owned(),
        email: text(record, "email").to_owned(),
        website: checks::web_address(text(record, "url")).unwrap_or_default(),
        sign_up: told.sign_up.clone(),
        state: state(record),
        verified_on: verified_on(telling, record, pointer),
        hsds: kept::rest(record, &OURS, keep),
        source_id: Some(telling.source_id.to_owned()),
        thresholds: told.thresholds,
        interests: told.interests,
        situations: told.situations,
        texts,
        places,
        schedules,
        id,
        ..Activity::default()
    };
    ActivityDraft {
        activity,
        slug: wanted,
        arranger,
        organization: None,
        links: links(record),
        attributes: terms::attributes(telling, record),
        attachments,
        keeps_places: !has(record, "service_at_locations"),
        own_places: false,
    }
}

/// Missing is taken for active, as most sources mean it. A word HSDS does not know has been reported: nobody knows
/// whether such an activity is there to come to, so it is not shown.
fn state(record: &Object) -> State {
    match record.get("status") {
        None => State::Published,
        Some(status) => match status.as_str() {
            Some("active") => State::Published,
            Some("temporarily closed") => State::Paused,
            Some("defunct") => State::Gone,
            _ => State::Draft,
        },
    }
}

fn said(telling: &mut Telling<'_>, record: &Object, pointer: &str) -> Texts<ActivityText> {
    let plain = super::language(telling, record, pointer);
    let mut texts = Texts::new();
    let price_note = if text(record, "fees_description").is_empty() { "fees" } else { "fees_description" };
    let mut clean = |name: &str, most| telling.clean(&format!("{pointer}/{name}"), text(record, name), most);
    let said = ActivityText {
        name: clean("name", LONGEST_NAME),
        description: clean("description", LONGEST_TEXT),
        price_note: clean(price_note, LONGEST_TEXT),
        how_to_join: clean("application_process", LONGEST_TEXT),
        ..ActivityText::default()
    };
    texts.insert(plain, said);
    for (at, part) in objects(record, "translations") {
        let pointer = format!("{pointer}/translations/{at}");
        let Some(language) = super::language_of(telling, part, "language", &pointer) else { continue };
        let mut clean = |name: &str, most| telling.clean(&format!("{pointer}/{name}"), text(part, name), most);
        let said = ActivityText {
            name: clean("name", LONGEST_NAME),
            summary: clean("summary", LONGEST_TEXT),
            description: clean("description", LONGEST_TEXT),
            atmosphere: clean("atmosphere", LONGEST_TEXT),
            how_to_join: clean("how_to_join", LONGEST_TEXT),
            welcome: clean("welcome", LONGEST_TEXT),
            price_note: clean("price_note", LONGEST_TEXT),
            length: clean("length", LONGEST_TEXT),
            keywords: clean("keywords", LONGEST_TEXT),
        };
        // Of the plain fields' language a translation tells all there is: the plain ones are made of it.
        if said != ActivityText::default() {
            texts.insert(language, said);
        }
    }
    texts
}

fn places(
    telling: &mut Telling<'_>,
    record: &Object,
    pointer: &str,
    id: &str,
) -> (Vec<ActivityPlace>, Vec<Attachment>) {
    let (mut places, mut attachments): (Vec<ActivityPlace>, _) = (Vec::new(), Vec::new());
    let count = objects(record, "service_at_locations").count();
    if count > MOST_PLACES {
        telling.ask(&format!("{pointer}/service_at_locations"), Reason::TooMany, &MOST_PLACES.to_string());
    }
    for (at, part) in objects(record, "service_at_locations").take(MOST_PLACES) {
        let link_id = match text(part, "id") {
            "" => ids::derived(id, "activity-at", &at.to_string()),
            link => ids::own_or_derived(telling.source_id, "service_at_location", link),
        };
        match object(part, "location").filter(|location| has(location, "id")) {
            Some(location) => {
                let place = place::read(telling, location, &format!("{pointer}/service_at_locations/{at}/location"));
                places.push(ActivityPlace { link_id, place });
            }
            None => match text(part, "location_id") {
                "" => {}
                location => attachments.push(Attachment {
                    activity_id: id.to_owned(),
                    place_id: place::id_of(telling, location),
                    link_id,
                }),
            },
        }
    }
    (places, attachments)
}

/// Times of the service and of its places, each once; a list of a place names the place.
fn schedules(
    telling: &mut Telling<'_>,
    record: &Object,
    pointer: &str,
    places: &[ActivityPlace],
) -> (Vec<Schedule>, Vec<String>) {
    let by_link: HashMap<String, String> = places.iter().map(|at| (at.link_id.clone(), at.place.id.clone())).collect();
    let source_id = telling.source_id;
    let of_link = |part: &Object| {
        let link = text(part, "service_at_location_id");
        by_link.get(&ids::own_or_derived(source_id, "service_at_location", link)).cloned()
    };
    let (mut schedules, left) = schedule::read_all(telling, record, pointer, of_link);
    let mut not_understood: Vec<String> = objects(record, "schedules")
        .filter(|(at, _)| left.contains(at))
        .map(|(_, part)| text(part, "id").to_owned())
        .collect();
    not_understood.sort_unstable();
    for (at, part) in objects(record, "service_at_locations").take(MOST_PLACES) {
        let place_id = object(part, "location").map(|location| place::id_of(telling, text(location, "id")));
        let pointer = format!("{pointer}/service_at_locations/{at}");
        let (more, _) = schedule::read_all(telling, part, &pointer, |_| place_id.clone());
        for one in more {
            if !schedules.iter().any(|known| known.id == one.id) {
                schedules.push(one);
            }
        }
    }
    (schedules, not_understood)
}

/// A number of the service, else of one of its places.
fn phone(record: &Object) -> (&str, bool) {
    match organization::phone(record) {
        ("", _) => objects(record, "service_at_locations")
            .map(|(_, part)| organization::phone(part))
            .find(|(number, _)| !number.is_empty())
            .unwrap_or(("", false)),
        found => found,
    }
}

fn ages(telling: &mut Telling<'_>, record: &Object, pointer: &str) -> (Option<i64>, Option<i64>) {
    let mut age = |name: &str| {
        let value = record.get(name).filter(|value| !value.is_null())?;
        let age = whole_number(value).and_then(checks::age);
        if age.is_none() {
            telling.ask(&format!("{pointer}/{name}"), Reason::Age, &value.to_string());
        }
        age
    };
    match (age("minimum_age"), age("maximum_age")) {
        (Some(youngest), Some(oldest)) if youngest > oldest => {
            telling.ask(&format!("{pointer}/maximum_age"), Reason::AgeOrder, &format!("{youngest}–{oldest}"));
            (None, None)
        }
        ages => ages,
    }
}

/// Codes of languages, and the ids of entries that were not understood.
fn languages(telling: &mut Telling<'_>, record: &Object, pointer: &str, own: &[String]) -> (Vec<String>, Vec<String>) {
    let mut codes: Vec<String> = own.to_vec();
    let mut unknown = Vec::new();
    for (at, part) in objects(record, "languages") {
        let (code, name) = (text(part, "code"), text(part, "name"));
        let found = reference::language(code).or_else(|| reference::IsoLanguage::from_name(name));
        match found {
            // Our own list tells easy Finnish apart, which HSDS has no code for.
            Some(_) if !own.is_empty() => {}
            Some(language) if codes.iter().any(|code| code == language.code) => {}
            Some(language) => codes.push(language.code.to_owned()),
            None => {
                if !(code.is_empty() && name.is_empty()) {
                    let told = if name.is_empty() { code } else { name };
                    telling.ask(&format!("{pointer}/languages/{at}"), Reason::UnknownLanguage, told);
                }
                unknown.push(text(part, "id").to_owned());
            }
        }
    }
    (codes, unknown)
}

fn verified_on(telling: &mut Telling<'_>, record: &Object, pointer: &str) -> Option<chrono::NaiveDate> {
    let own = object(record, "tarjotin").map_or("", |own| text(own, "verified_on"));
    let told = if own.is_empty() { text(record, "assured_date") } else { own };
    let day = checks::iso_day(told.split('T').next().unwrap_or(told))?;
    if day > telling.today {
        telling.ask(&format!("{pointer}/assured_date"), Reason::FutureDate, told);
        return None;
    }
    Some(day)
}

fn links(record: &Object) -> Option<Vec<Link>> {
    let links = object(object(record, "tarjotin")?, "links")?;
    let of = |name: &str, meaning: LinkMeaning| -> Vec<Link> {
        texts(links, name).map(|id| Link { meaning, reference: id.to_owned() }).collect()
    };
    Some([of("next", LinkMeaning::Next), of("alternative", LinkMeaning::Alternative)].concat())
}

/// Hours a week, from–to.
pub(super) fn hours(own: &Object) -> Option<(i64, i64)> {
    let hours: Vec<i64> = own.get("hours")?.as_array()?.iter().filter_map(whole_number).collect();
    match hours.as_slice() {
        [from, to] if 0 <= *from && from <= to && 0 < *to && *to <= 60 => Some((*from, *to)),
        _ => None,
    }
}

/// People in a group.
pub(super) fn group_size(own: &Object) -> Option<i64> {
    whole(own, "group_size").filter(|size| (1..=100_000).contains(size))
}
