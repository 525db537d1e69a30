//! An activity, or one time of it, as an event.

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Value, json};

use super::{SOURCE, ended, finnish, id, keyword, language, place, pointer, said, words};
use crate::activities::card;
use crate::activities::model::{Activity, ActivityText, Listed, Price};
use crate::exchange::linked_events::calendar::{Entry, Time, keyword_id};
use crate::exchange::open::formats;
use crate::exchange::open::occurrence::{Occurrence, occurrences};
use crate::i18n::Language;
use crate::places::model::{Confidentiality, Place};
use crate::times::SessionState;
use crate::times::words::note_and_open_end;
use crate::vocabulary::{INTERESTS, KINDS, SITUATIONS, Vocabulary};

/// What stands inside an event instead of being pointed to.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::exchange::linked_events) struct Inside {
    pub(in crate::exchange::linked_events) location: bool,
    pub(in crate::exchange::linked_events) keywords: bool,
    pub(in crate::exchange::linked_events) audience: bool,
    pub(in crate::exchange::linked_events) in_language: bool,
    pub(in crate::exchange::linked_events) super_event: bool,
    pub(in crate::exchange::linked_events) sub_events: bool,
}

/// An activity with times to come, or one of its times.
pub(in crate::exchange::linked_events) fn event(
    origin: &str,
    listed: &Listed,
    entry: &Entry,
    time: Option<&Time>,
    inside: Inside,
) -> Value {
    let activity = &listed.activity;
    let occurrence =
        time.or(entry.times.first().filter(|_| !entry.is_series)).and_then(|time| occurrence(activity, time));
    let (starts, ends) = match &occurrence {
        Some(one) => (Some(one.session.starts), Some(one.session.ends)),
        None => (entry.times.first().map(|time| time.starts), entry.times.iter().map(|time| time.ends).max()),
    };
    let place_told = match &occurrence {
        Some(one) => one.place(),
        None => activity.main_place(),
    };
    let is_whole_series = time.is_none() && entry.is_series;
    let texts = &activity.texts;
    let mut record = json!({
        "id": id(time.map_or(&entry.id, |time| &time.id)),
        "name": said(texts, |text| text.name.clone()),
        "short_description": said(texts, |text| text.summary.clone()),
        "description": said(texts, paragraphs),
        "start_time": starts.map(moment),
        "end_time": ends.map(moment),
        "has_start_time": true,
        "has_end_time": occurrence.as_ref().is_none_or(|one| !note_and_open_end(one.schedule).1),
        "event_status": status(entry, occurrence.as_ref()),
        "publication_status": "public",
        "type_id": type_id(&activity.kind),
        "location": place_told.map_or(Value::Null, |at| location(origin, at, inside)),
        "location_extra_info": finnish(&occurrence.as_ref().map(note).unwrap_or_default()),
        "keywords": keywords(origin, &[(KINDS, vec![activity.known_kind().to_owned()]), (INTERESTS, activity.interests.clone())], inside.keywords),
        "audience": keywords(origin, &[(SITUATIONS, activity.situations.clone())], inside.audience),
        "audience_min_age": activity.age_min,
        "audience_max_age": activity.age_max,
        "in_language": languages(origin, activity, inside.in_language),
        "provider": said(&listed.organization.texts, |text| text.name.clone()),
        "provider_contact_info": finnish(if activity.phone.is_empty() { &listed.organization.phone } else { &activity.phone }),
        "info_url": words(|language| format!("{origin}{}{}", language.prefix(), activity.address())),
        "external_links": links(activity),
        "offers": offers(activity),
    });
    let mut rest = json!({
        "images": [],
        "videos": [],
        "super_event": null,
        "super_event_type": is_whole_series.then_some("recurring"),
        "sub_event_type": time.map(|_| "sub_recurring"),
        "sub_events": [],
        "maximum_attendee_capacity": activity.group_size,
        "minimum_attendee_capacity": null,
        "remaining_attendee_capacity": null,
        "enrolment_start_time": null,
        "enrolment_end_time": null,
        "is_virtualevent": activity.promises("online") && activity.places.is_empty(),
        "data_source": SOURCE,
        "publisher": id(&activity.organization_id),
        "custom_data": null,
        "created_time": moment(activity.made_at),
        "last_modified_time": moment(activity.changed_at),
        "date_published": moment(activity.made_at),
        "deleted": false,
        "replaced_by": null,
    });
    if let (Value::Object(record), Value::Object(rest)) = (&mut record, &mut rest) {
        record.append(rest);
    }
    if time.is_some() {
        record["super_event"] = match inside.super_event {
            true => event(origin, listed, entry, None, Inside::default()),
            false => pointer(origin, "event", &id(&entry.id)),
        };
    }
    if is_whole_series {
        let below = entry.times.iter().map(|time| match inside.sub_events {
            true => event(origin, listed, entry, Some(time), Inside { sub_events: false, ..inside }),
            false => pointer(origin, "event", &id(&time.id)),
        });
        record["sub_events"] = below.collect::<Vec<_>>().into();
    }
    ended(record, origin, "event", "Event/LinkedEvent")
}

/// The time as the schedules have it now.
fn occurrence<'a>(activity: &'a Activity, time: &Time) -> Option<Occurrence<'a>> {
    let around = occurrences(activity, time.starts - chrono::TimeDelta::minutes(1), time.ends, 100);
    around.into_iter().find(|one| one.id() == time.id)
}

fn status(entry: &Entry, occurrence: Option<&Occurrence<'_>>) -> &'static str {
    match occurrence.map(|one| one.session.state) {
        Some(SessionState::Cancelled) => "EventCancelled",
        Some(SessionState::Moved { .. }) => "EventRescheduled",
        Some(SessionState::Planned) => "EventScheduled",
        None if entry.times.iter().all(|time| time.is_cancelled) => "EventCancelled",
        None => "EventScheduled",
    }
}

/// What is said of this time.
fn note(one: &Occurrence<'_>) -> String {
    let day = one.day();
    let of_day = one.schedule.exceptions.iter().rev().find(|exception| exception.day == day);
    let said = of_day.map_or("", |exception| exception.note.as_str());
    if said.is_empty() { note_and_open_end(one.schedule).0.to_owned() } else { said.to_owned() }
}

fn type_id(kind: &str) -> &'static str {
    match kind {
        "course" => "Course",
        "volunteering" => "Volunteering",
        _ => "General",
    }
}

fn location(origin: &str, at: &Place, inside: Inside) -> Value {
    match (at.confidentiality, inside.location) {
        (Confidentiality::Hidden, _) => Value::Null,
        (_, true) => place(origin, at, 0).map_or(Value::Null, without_counts),
        (_, false) => pointer(origin, "place", &id(&at.id)),
    }
}

/// Inside an event nobody asks how many others there are.
fn without_counts(mut record: Value) -> Value {
    if let Value::Object(record) = &mut record {
        record.retain(|name, _| name != "n_events" && name != "has_upcoming_events");
    }
    record
}

fn keywords(origin: &str, lists: &[(Vocabulary, Vec<String>)], whole: bool) -> Vec<Value> {
    let known =
        lists.iter().flat_map(|(list, codes)| codes.iter().filter_map(move |code| Some((list, list.code(code)?))));
    known
        .map(|(list, code)| match whole {
            true => without_counts(keyword(origin, list, code, 0)),
            false => pointer(origin, "keyword", &id(&keyword_id(list, code))),
        })
        .collect()
}

fn languages(origin: &str, activity: &Activity, whole: bool) -> Vec<Value> {
    let codes = activity.languages.iter().filter(|code| *code != Language::EasyFinnish.code());
    codes.map(|code| if whole { language(origin, code) } else { pointer(origin, "language", code) }).collect()
}

/// Its pages elsewhere.
fn links(activity: &Activity) -> Vec<Value> {
    let website = formats::uri(&activity.website);
    website.into_iter().map(|link| json!({"name": "website", "link": link, "language": "fi"})).collect()
}

/// What it costs; nothing of places to work, whose pay is no price.
fn offers(activity: &Activity) -> Vec<Value> {
    if activity.price == Price::Unknown || activity.is_position() {
        return Vec::new();
    }
    let is_free = activity.price == Price::Free;
    vec![json!({
        "is_free": is_free,
        "price": if is_free { Value::Null } else { words(|language| card::price(activity, language)) },
        "description": said(&activity.texts, |text| text.price_note.clone()),
        "info_url": null,
    })]
}

/// A description is HTML there.
fn paragraphs(text: &ActivityText) -> String {
    let parts = [&text.description, &text.atmosphere, &text.how_to_join, &text.welcome];
    let lines = parts.into_iter().flat_map(|part| part.lines()).map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| format!("<p>{}</p>", escaped(line))).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn moment(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Secs, true)
}
