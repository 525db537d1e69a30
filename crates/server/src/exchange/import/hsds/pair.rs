//! An activity at a place (service_at_location) that stands on its own, with both, one or neither inside it.

use super::super::ids;
use super::super::json::fields::{Object, object, text};
use super::super::json::telling::Telling;
use super::super::reason::Reason;
use super::super::record::{Attachment, Content, Draft};
use super::{place, service};

/// Reads an activity at a place that stands on its own.
pub(super) fn alone(telling: &mut Telling<'_>, record: &Object) {
    let service_id = match object(record, "service") {
        Some(service) => text(service, "id"),
        None => text(record, "service_id"),
    };
    let location_id = match object(record, "location") {
        Some(location) => text(location, "id"),
        None => text(record, "location_id"),
    };
    if service_id.is_empty() || location_id.is_empty() {
        telling.reading.read += 1;
        let missing = if service_id.is_empty() { "/service/id" } else { "/location/id" };
        telling.reject(missing, Reason::MissingId, "");
        telling.refuse();
        return;
    }
    let attachment = Attachment {
        activity_id: service::id_of(telling, service_id),
        place_id: place::id_of(telling, location_id),
        link_id: ids::own_or_derived(telling.source_id, "service_at_location", text(record, "id")),
    };
    match object(record, "service") {
        Some(service) if !text(service, "name").is_empty() => service::read(telling, service, "/service", None, true),
        _ => telling.reading.read += 1,
    }
    let at = telling.spot("");
    let mut push = |content| {
        let reference = text(record, "id").to_owned();
        telling.reading.drafts.push(Draft { at: at.clone(), reference, hash: String::new(), part: true, content });
    };
    push(Content::At(attachment));
    if let Some(location) = object(record, "location") {
        let place = place::read(telling, location, "/location");
        let reference = text(location, "id").to_owned();
        let content = Content::Place(Box::new(place));
        telling.reading.drafts.push(Draft { at, reference, hash: String::new(), part: true, content });
    }
}
