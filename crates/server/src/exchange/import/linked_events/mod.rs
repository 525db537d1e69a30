//! Linked Events version 1 (Helsinki, Turku, Tampere …): events, places and keywords as JSON, whole answers or records.
//!
//! A thing that repeats is many events there, one for each time, under one that stands for all: here it is one activity
//! with its times. What is over is left out. Pictures are never read: most may be used with the event only.

mod event;
mod place;
mod sessions;

use std::collections::HashMap;

use serde_json::Value;

use self::sessions::Held;
use super::json::fields::{Object, has, object, text, whole};
use super::json::stream::Shape;
use super::json::telling::Telling;
use super::json::{self, Files, Pages, Part, Sorted};
use super::reason::Reason;
use super::record::Reading;
use super::request::ImportRequest;
use crate::places::model::Place;

const SHAPE: Shape = Shape { list: "data", open: Err };

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
    /// The times of what repeats, by the id of the event that stands for all of them.
    times: HashMap<String, Vec<Held>>,
    /// Events that stand for others.
    parents: HashMap<String, bool>,
}

impl Gathered {
    /// The event that stands for one of many times; none for an event of its own.
    fn parent_of<'a>(&self, record: &'a Object) -> Option<&'a str> {
        let parent = id_of(record.get("super_event")?)?;
        let repeats = text(record, "sub_event_type") == "sub_recurring" || self.parents.get(parent) == Some(&true);
        repeats.then_some(parent)
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
    let mut gathered = Gathered::default();
    // Whether an event stands for many times is told by itself, which may come after them.
    let mut silent = |_: Reading| true;
    let mut files = Files::new(request, &SHAPE);
    for file in &request.files {
        let mut part = |part| {
            if let Some((_, Some((Kind::Event, record)))) = of_part(part, &file.name, request, source_id) {
                let repeats = text(&record, "super_event_type") == "recurring";
                gathered.parents.insert(text(&record, "id").to_owned(), repeats);
            }
            Reading::default()
        };
        if !files.read(file, &mut part, &mut silent) {
            break;
        }
    }
    let mut pages: HashMap<Option<Kind>, Pages<'_>> = HashMap::new();
    let mut files = Files::new(request, &SHAPE);
    for file in &request.files {
        let (mut kind_of_page, mut records) = (None, 0);
        let mut part = |part| {
            if let Part::Frame(frame) = &part {
                let total = object(frame, "meta").and_then(|meta| whole(meta, "count")).unwrap_or(0);
                pages.entry(kind_of_page).or_default().meet(records, total, &file.name);
            }
            records += 1;
            match of_part(part, &file.name, request, source_id) {
                Some((mut telling, Some((kind, record)))) => {
                    kind_of_page = Some(kind);
                    gathered.gather(&mut telling, kind, &record);
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
    if let Some(missing) = pages.remove(&Some(Kind::Event)).and_then(Pages::missing)
        && !take(missing)
    {
        return;
    }
    let mut files = Files::new(request, &SHAPE);
    for file in &request.files {
        let mut part = |part| match of_part(part, &file.name, request, source_id) {
            Some((mut telling, Some((Kind::Event, record)))) => {
                gathered.event(&mut telling, &record);
                telling.reading
            }
            _ => Reading::default(),
        };
        // What is wrong with the file itself was told before.
        let mut take_once = |reading: Reading| reading.incomplete || take(reading);
        if !files.read(file, &mut part, &mut take_once) {
            return;
        }
    }
}

/// What a record is and what is told of it; none for the frame of a page.
fn of_part<'a>(
    part: Part,
    file: &'a str,
    request: &ImportRequest,
    source_id: &'a str,
) -> Option<(Telling<'a>, Sorted<Kind>)> {
    let (mut telling, sorted) = json::sorted(part, file, request, source_id, kind_of, Reason::NotLinkedEvents)?;
    let Some((kind, record)) = sorted else { return Some((telling, None)) };
    // Pictures have numbers.
    if kind != Kind::Other && text(&record, "id").is_empty() {
        telling.refuse_record("/id", Reason::MissingId, "");
        return Some((telling, None));
    }
    Some((telling, Some((kind, record))))
}

impl Gathered {
    fn gather(&mut self, telling: &mut Telling<'_>, kind: Kind, record: &Object) {
        let id = text(record, "id");
        match kind {
            Kind::Event => {
                if let Some(parent) = self.parent_of(record).map(str::to_owned)
                    && let Some(held) = sessions::held(record)
                {
                    self.times.entry(parent).or_default().push(held);
                }
            }
            Kind::Place => {
                let place = place::read(telling, record);
                self.places.insert(id.to_owned(), place);
                telling.reading.read = 1;
            }
            Kind::Keyword => {
                let names = object(record, "name").into_iter().flatten();
                let names = names.filter_map(|(language, name)| Some((language.clone(), name.as_str()?.to_owned())));
                self.keywords.insert(id.to_owned(), names.collect());
                telling.reading.read = 1;
            }
            Kind::Other => telling.reading.read = 1,
        }
    }

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
            Some(parent) if self.parents.contains_key(&parent) => return,
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
