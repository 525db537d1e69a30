//! Linked Events version 1 (Helsinki, Turku, Tampere …): events, places and keywords as JSON, whole answers or records.
//!
//! A thing that repeats is many events there, one for each time, under one that stands for all: here it is one activity
//! with its times. What is over is left out. Pictures are never read: most may be used with the event only.

mod event;
mod place;
mod sessions;

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use self::sessions::Held;
use super::json::fields::{Object, has, object, text, whole};
use super::json::stream::Shape;
use super::json::telling::Telling;
use super::json::twice::{self, Gathering};
use super::reason::Reason;
use super::record::Reading;
use super::request::ImportRequest;
use crate::places::model::Place;

/// What a record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Event,
    Place,
    Keyword,
    /// Pictures, sets of keywords, organizations: known, and not read.
    Other,
}

fn kind_of(record: &Object) -> Option<Kind> {
    match text(record, "@type") {
        "Event/LinkedEvent" | "Event" => return Some(Kind::Event),
        "Place" => return Some(Kind::Place),
        "Keyword" => return Some(Kind::Keyword),
        "ImageObject" | "KeywordSet" | "Organization" | "Language" | "Image" => return Some(Kind::Other),
        _ => {}
    }
    let any = |names: &[&str]| names.iter().any(|name| record.contains_key(*name));
    if any(&["start_time", "super_event", "event_status"]) {
        Some(Kind::Event)
    } else if any(&["street_address", "position"]) {
        Some(Kind::Place)
    } else if any(&["alt_labels"]) {
        Some(Kind::Keyword)
    } else {
        None
    }
}

/// What the first time through the files gathers for the second.
#[derive(Default)]
struct Gathered {
    places: HashMap<String, Place>,
    /// Names of keywords in Finnish, Swedish and English.
    keywords: HashMap<String, Vec<(String, String)>>,
    /// The events of the files, by id.
    events: HashSet<String>,
    /// Events that stand for one thing at many times: they say so, or the times do.
    series: HashSet<String>,
    /// The times of events under another, by that one's id.
    times: HashMap<String, Vec<Held>>,
}

impl Gathered {
    /// The event that stands for one of many times; none for an event of its own.
    fn parent_of<'a>(&self, record: &'a Object) -> Option<&'a str> {
        let parent = id_of(record.get("super_event")?)?;
        self.series.contains(parent).then_some(parent)
    }
}

/// The id of what a field holds or points to (`{"@id": "https://…/v1/place/tprek:1/"}`).
fn id_of(value: &Value) -> Option<&str> {
    let found = match value {
        Value::String(id) => id.as_str(),
        Value::Object(object) => match text(object, "id") {
            "" => text(object, "@id").trim_end_matches('/').rsplit('/').next().unwrap_or(""),
            id => id,
        },
        _ => "",
    };
    (!found.is_empty()).then_some(found)
}

/// Reads every file of a request and hands each record on; stops when nobody takes it any more.
pub(super) fn read(request: &ImportRequest, source_id: &str, take: &mut dyn FnMut(Reading) -> bool) {
    twice::read(Gathered::default(), request, source_id, take);
}

impl Gathering for Gathered {
    type Kind = Kind;

    const SHAPE: Shape = Shape { list: "data", open: Err };
    const OTHERWISE: Reason = Reason::NotLinkedEvents;

    fn kind_of(record: &Object) -> Option<Kind> {
        kind_of(record)
    }

    /// Pictures have numbers.
    fn has_id(kind: Kind) -> bool {
        kind != Kind::Other
    }

    /// Of places and keywords nobody needs all.
    fn page(kind: Option<Kind>, records: i64, frame: &Object) -> Option<(i64, i64)> {
        let total = whole(object(frame, "meta")?, "count")?;
        (kind == Some(Kind::Event)).then_some((records, total))
    }

    fn first_time(&mut self, telling: &mut Telling<'_>, kind: Kind, record: &Object) {
        let id = text(record, "id");
        telling.reading.read = u64::from(kind != Kind::Event);
        match kind {
            Kind::Event => {
                self.events.insert(id.to_owned());
                if text(record, "super_event_type") == "recurring" {
                    self.series.insert(id.to_owned());
                }
                let Some(parent) = record.get("super_event").and_then(id_of) else { return };
                if text(record, "sub_event_type") == "sub_recurring" {
                    self.series.insert(parent.to_owned());
                }
                if let Some(held) = sessions::held(record) {
                    self.times.entry(parent.to_owned()).or_default().push(held);
                }
            }
            Kind::Place => {
                let place = place::read(telling, record);
                self.places.insert(id.to_owned(), place);
            }
            Kind::Keyword => {
                let names = object(record, "name").into_iter().flatten();
                let names = names.filter_map(|(language, name)| Some((language.clone(), name.as_str()?.to_owned())));
                self.keywords.insert(id.to_owned(), names.collect());
            }
            Kind::Other => {}
        }
    }

    /// Parts of a festival are things of their own, whose times are no times of it.
    fn between(&mut self) {
        let series = &self.series;
        self.times.retain(|parent, _| series.contains(parent));
    }

    fn second_time(&mut self, telling: &mut Telling<'_>, kind: Kind, record: &Object) {
        if kind == Kind::Event {
            self.event(telling, record);
        }
    }
}

impl Gathered {
    /// An event of its own, or the first met of the times of one that is not in the files.
    fn event(&mut self, telling: &mut Telling<'_>, record: &Object) {
        telling.reading.read = 1;
        if record.get("deleted").and_then(Value::as_bool) == Some(true) || text(record, "publication_status") == "draft"
        {
            return;
        }
        let (reference, times) = match self.parent_of(record).map(str::to_owned) {
            None => {
                let id = text(record, "id").to_owned();
                let own = || sessions::held(record).into_iter().collect();
                let times = self.times.remove(&id).unwrap_or_else(own);
                (id, times)
            }
            Some(parent) if self.events.contains(&parent) => return,
            Some(parent) => match self.times.remove(&parent) {
                Some(times) => (parent, times),
                None => return,
            },
        };
        let place = record.get("location").and_then(|location| {
            let inside = location.as_object().filter(|place| has(place, "name") || has(place, "position"));
            match inside {
                Some(inside) => Some(place::read(telling, inside)),
                None => self.places.get(id_of(location)?).cloned(),
            }
        });
        event::read(telling, record, &reference, times, place, &self.keywords);
    }
}
