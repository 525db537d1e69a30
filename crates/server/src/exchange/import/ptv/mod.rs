//! The Finnish Service Catalogue (Palvelutietovaranto, PTV), Open API version 11: services, service channels, organizations
//! and general descriptions as JSON, whole answers or lists of them.
//!
//! A service says what, its channels where and when: so the files are gone through twice, and a service goes in with its
//! channels in it. A service location that no service of the files speaks of stands for itself.

mod activity;
mod channel;
mod hours;
mod organization;
mod place;
mod said;
mod spoken;

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use self::activity::General;
use self::channel::Channel;
use super::json::fields::{Object, has, text, whole};
use super::json::stream::Shape;
use super::json::telling::Telling;
use super::json::twice::{self, Gathering};
use super::reason::Reason;
use super::record::Reading;
use super::request::ImportRequest;

/// What a record of PTV is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Service,
    Channel,
    Organization,
    General,
}

fn kind_of(record: &Object) -> Option<Kind> {
    let named = [
        ("serviceNames", Kind::Service),
        ("serviceChannelNames", Kind::Channel),
        ("organizationNames", Kind::Organization),
    ];
    let found = named.into_iter().find(|(name, _)| has(record, name)).map(|(_, kind)| kind);
    found.or_else(|| (has(record, "names") && has(record, "descriptions")).then_some(Kind::General))
}

/// Some programs keep answers under the ids of what they are about.
fn open(object: Object) -> Result<Vec<(String, Value)>, Object> {
    let holds_records =
        !object.is_empty() && object.values().all(|value| value.as_object().is_some_and(|one| kind_of(one).is_some()));
    if !holds_records {
        return Err(object);
    }
    Ok(object.into_iter().map(|(id, value)| (format!("/{id}"), value)).collect())
}

/// What the first time through the files gathers for the second.
#[derive(Default)]
struct Gathered {
    /// By id.
    channels: HashMap<String, Channel>,
    /// By id.
    generals: HashMap<String, General>,
    /// The channels of each service as the channels tell them, by the service's id.
    by_service: HashMap<String, Vec<String>>,
    /// Channels that a service of these files speaks of, or that speak of one.
    spoken_of: HashSet<String>,
    services: HashSet<String>,
}

/// Reads every file of a request and hands each record on; stops when nobody takes it any more.
pub(super) fn read(request: &ImportRequest, source_id: &str, take: &mut dyn FnMut(Reading) -> bool) {
    twice::read(Gathered::default(), request, source_id, take);
}

impl Gathering for Gathered {
    type Kind = Kind;

    /// A page of the API, and an object whose fields are records by their ids.
    const SHAPE: Shape = Shape { list: "itemList", open };
    const OTHERWISE: Reason = Reason::NotPtv;

    fn kind_of(record: &Object) -> Option<Kind> {
        kind_of(record)
    }

    fn has_id(_: Kind) -> bool {
        true
    }

    fn page(_: Option<Kind>, _: i64, frame: &Object) -> Option<(i64, i64)> {
        Some((1, whole(frame, "pageCount")?))
    }

    fn first_time(&mut self, telling: &mut Telling<'_>, kind: Kind, record: &Object) {
        let id = text(record, "id").to_owned();
        match kind {
            Kind::Service => {
                self.spoken_of.extend(activity::channels_of(record).map(str::to_owned));
                self.services.insert(id);
                return;
            }
            Kind::Channel => {
                let channel = channel::read(telling, record);
                for service in &channel.services {
                    self.by_service.entry(service.clone()).or_default().push(id.clone());
                }
                self.channels.insert(id, channel);
            }
            Kind::General => {
                self.generals.insert(id, General::read(telling, record));
            }
            Kind::Organization => organization::read(telling, record),
        }
        telling.reading.read = 1;
    }

    fn between(&mut self) {
        let of_these = self.by_service.iter().filter(|(service, _)| self.services.contains(*service));
        self.spoken_of.extend(of_these.flat_map(|(_, channels)| channels.iter().cloned()));
    }

    fn second_time(&mut self, telling: &mut Telling<'_>, kind: Kind, record: &Object) {
        let id = text(record, "id");
        match kind {
            Kind::Service => {
                telling.reading.read = 1;
                let mut ids: Vec<&str> = activity::channels_of(record).collect();
                ids.extend(self.by_service.get(id).into_iter().flatten().map(String::as_str));
                let mut met = HashSet::new();
                let channels: Vec<&Channel> =
                    ids.into_iter().filter(|id| met.insert(*id)).filter_map(|id| self.channels.get(id)).collect();
                let general = self.generals.get(text(record, "generalDescriptionId"));
                activity::read(telling, record, &channels, general);
            }
            Kind::Channel if !self.spoken_of.contains(id) => {
                if let Some(channel) = self.channels.get(id).filter(|channel| channel.is_location) {
                    activity::of_location(telling, id, channel);
                }
            }
            Kind::Channel | Kind::Organization | Kind::General => {}
        }
    }
}
