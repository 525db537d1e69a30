//! An event of Linked Events as an activity.

use std::collections::{BTreeSet, HashMap};

use super::super::checks;
use super::super::html;
use super::super::ids::{self, Hasher};
use super::super::interests;
use super::super::json::fields::{Object, object, objects, text, whole};
use super::super::json::telling::{LONGEST_NAME, LONGEST_TEXT, Telling};
use super::super::reason::Reason;
use super::super::record::{ActivityDraft, Arranger, Draft, Subject};
use super::id_of;
use super::sessions::{self, Held};
use crate::activities::model::{Activity, ActivityPlace, ActivityText, Price};
use crate::organizations::model::State;
use crate::places::model::Place;
use crate::reference;
use crate::text::{Texts, slug};
use crate::times::Schedule;
use crate::vocabulary::LANGUAGES;

/// Schedules of one activity.
const MOST_SCHEDULES: usize = 200;

/// The text for readers of Finnish, or of any language when there is none.
pub(super) fn best(said: &Object) -> &str {
    let of = |language: &str| Some(text(said, language)).filter(|words| !words.is_empty());
    of("fi")
        .or_else(|| said.values().filter_map(serde_json::Value::as_str).find(|words| !words.trim().is_empty()))
        .unwrap_or("")
}

/// Reads an event with all its times.
pub(super) fn read(
    telling: &mut Telling<'_>,
    record: &Object,
    reference: &str,
    times: Vec<Held>,
    place: Option<Place>,
    keywords: &HashMap<String, Vec<(String, String)>>,
) {
    let dawn = telling.dawn();
    if !times.is_empty() && times.iter().all(|time| time.over < dawn) {
        return telling.note_over("/end_time");
    }
    let named = named(record, keywords);
    let texts = texts(telling, record, &named);
    if texts.values().all(|text| text.name.is_empty()) {
        telling.reject("/name", Reason::MissingName, "");
        telling.refuse();
        telling.still_there(reference);
        return;
    }
    let id = ids::own_or_derived(telling.source_id, Subject::Activity.as_str(), reference);
    let mut hasher = Hasher::new();
    hasher.add_object(record);
    hasher.add(&format!("{times:?}{place:?}"));
    let held_often = times.len() > 1;
    if times.iter().any(|time| time.is_span) {
        telling.ask("/end_time", Reason::Schedule, text(record, "end_time"));
    }
    let schedules = sessions::schedules(times)
        .into_iter()
        .take(MOST_SCHEDULES)
        .enumerate()
        .map(|(position, schedule)| Schedule { id: ids::derived(&id, "schedule", &position.to_string()), ..schedule })
        .collect();
    let website = object(record, "info_url").and_then(|said| checks::web_address(best(said)));
    let provider = object(record, "provider").map_or("", best);
    let provider = checks::within(checks::clean(&html::to_text(provider)), LONGEST_NAME).0;
    let (age_min, age_max) = ages(record);
    let activity = Activity {
        kind: kind(record, held_often).to_owned(),
        interests: interests::called(
            named.iter().filter(|(language, _)| language == "fi").map(|(_, name)| name.as_str()),
        ),
        languages: languages(record),
        price: price(record),
        age_min,
        age_max,
        group_size: whole(record, "maximum_attendee_capacity").filter(|size| (1..=100_000).contains(size)),
        website: website.unwrap_or_default(),
        state: if text(record, "event_status") == "EventPostponed" { State::Paused } else { State::Published },
        verified_on: checks::iso_day(text(record, "last_modified_time").split('T').next().unwrap_or(""))
            .filter(|day| *day <= telling.today),
        source_id: Some(telling.source_id.to_owned()),
        places: places(record, reference, place),
        schedules,
        id,
        ..Activity::default()
    };
    let name = texts.get("fi").or_else(|| texts.values().next()).map_or("", |text| text.name.as_str());
    let draft = ActivityDraft {
        slug: slug(name),
        activity: Activity { texts, ..activity },
        arranger: if provider.is_empty() { Arranger::Source } else { Arranger::Named(provider) },
        own_places: true,
        ..ActivityDraft::default()
    };
    let at = telling.spot("");
    telling.reading.drafts.push(Draft::of_activity(at, reference, hasher.done(), draft));
}

/// Names of the event's keywords with their languages, those told in the event and those of the files.
fn named(record: &Object, keywords: &HashMap<String, Vec<(String, String)>>) -> Vec<(String, String)> {
    let mut named = Vec::new();
    for part in record.get("keywords").and_then(serde_json::Value::as_array).into_iter().flatten() {
        let inside = part.as_object().and_then(|part| object(part, "name"));
        match inside {
            Some(names) => named.extend(
                names.iter().filter_map(|(language, name)| Some((language.clone(), name.as_str()?.to_owned()))),
            ),
            None => named.extend(id_of(part).and_then(|id| keywords.get(id)).into_iter().flatten().cloned()),
        }
    }
    named
}

fn texts(telling: &mut Telling<'_>, record: &Object, named: &[(String, String)]) -> Texts<ActivityText> {
    let languages: BTreeSet<&String> = ["name", "short_description", "description"]
        .iter()
        .filter_map(|field| object(record, field))
        .flat_map(Object::keys)
        .collect();
    let mut texts = Texts::new();
    for language in languages {
        let Some(code) = LANGUAGES.code(language).or_else(|| reference::language(language).map(|known| known.code))
        else {
            telling.ask("/name", Reason::UnknownLanguage, language);
            continue;
        };
        let mut of = |field: &str, most| {
            let told = object(record, field).map_or("", |said| text(said, language));
            telling.clean(&format!("/{field}/{language}"), &html::to_text(told), most)
        };
        let said = ActivityText {
            name: of("name", LONGEST_NAME).split_whitespace().collect::<Vec<_>>().join(" "),
            summary: of("short_description", LONGEST_TEXT),
            description: of("description", LONGEST_TEXT),
            price_note: price_note(record, language),
            keywords: of_language(named, language),
            ..ActivityText::default()
        };
        if said != (ActivityText { keywords: said.keywords.clone(), ..ActivityText::default() }) {
            texts.insert(code.to_owned(), said);
        }
    }
    texts
}

fn of_language(named: &[(String, String)], language: &str) -> String {
    let words: Vec<&str> = named.iter().filter(|(of, _)| of == language).map(|(_, name)| name.as_str()).collect();
    checks::within(checks::clean(&words.join(", ")), LONGEST_TEXT).0
}

/// What the offers say in words.
fn price_note(record: &Object, language: &str) -> String {
    let mut said: Vec<String> = Vec::new();
    for (_, offer) in objects(record, "offers") {
        for field in ["price", "description"] {
            let words = object(offer, field).map_or("", |said| text(said, language));
            let words = checks::clean(&html::to_text(words));
            if !words.is_empty() && !said.contains(&words) {
                said.push(words);
            }
        }
    }
    checks::within(said.join("\n"), LONGEST_TEXT).0
}

fn price(record: &Object) -> Price {
    let free: Vec<Option<bool>> =
        objects(record, "offers").map(|(_, offer)| offer.get("is_free").and_then(serde_json::Value::as_bool)).collect();
    match free.as_slice() {
        [] => Price::Unknown,
        all if all.iter().all(|free| *free == Some(true)) => Price::Free,
        all if all.contains(&Some(false)) => Price::Paid(None),
        _ => Price::Unknown,
    }
}

/// A hobby or what is held again and again is a group; a course says so; the rest happens once.
fn kind(record: &Object, held_often: bool) -> &'static str {
    match text(record, "type_id") {
        "Courses" | "Course" => "course",
        "Volunteering" => "volunteering",
        "Hobbies" => "group",
        _ if held_often => "group",
        _ => "event",
    }
}

fn ages(record: &Object) -> (Option<i64>, Option<i64>) {
    let age = |name: &str| whole(record, name).and_then(checks::age);
    match (age("audience_min_age"), age("audience_max_age")) {
        (Some(youngest), Some(oldest)) if youngest > oldest => (None, None),
        ages => ages,
    }
}

fn languages(record: &Object) -> Vec<String> {
    let told = record.get("in_language").and_then(serde_json::Value::as_array).into_iter().flatten();
    let codes =
        told.filter_map(id_of).filter_map(|code| reference::language(code)).map(|language| language.code.to_owned());
    codes.collect::<BTreeSet<_>>().into_iter().collect()
}

fn places(record: &Object, reference: &str, place: Option<Place>) -> Vec<ActivityPlace> {
    let extra =
        object(record, "location_extra_info").map_or(String::new(), |said| checks::clean(&html::to_text(best(said))));
    let Some(mut place) = place else { return Vec::new() };
    if !extra.is_empty() {
        // A way in that is of this event only: so the place is its own.
        place.id = ids::derived(&place.id, "place-of", reference);
        place.directions = checks::within(extra, LONGEST_TEXT).0;
    }
    let link_id = ids::derived(&place.id, "activity-at", reference);
    vec![ActivityPlace { link_id, place }]
}
