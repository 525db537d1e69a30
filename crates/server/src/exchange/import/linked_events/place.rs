//! A place of Linked Events.

use serde_json::Value;

use super::super::checks;
use super::super::ids;
use super::super::json::fields::{Object, object, objects, text};
use super::super::json::telling::{LONGEST_NAME, LONGEST_TEXT, Telling};
use super::super::reason::Reason;
use super::event::best;
use crate::places::model::known_point;
use crate::places::model::{Place, Precision};
use crate::reference;

/// Reads a place that stands on its own or in an event.
pub(super) fn read(telling: &mut Telling<'_>, record: &Object) -> Place {
    let postal = reference::postal_code(text(record, "postal_code"));
    if postal.is_none() && !text(record, "postal_code").is_empty() {
        telling.ask("/postal_code", Reason::UnknownPostalCode, text(record, "postal_code"));
    }
    let of_division = || {
        let municipalities = objects(record, "divisions").filter(|(_, part)| text(part, "type") == "muni");
        let mut names = municipalities.filter_map(|(_, part)| object(part, "name"));
        names.find_map(|names| reference::municipality_named(best(names)))
    };
    let town = object(record, "address_locality").map_or("", best);
    let municipality =
        postal.map(|postal| postal.municipality).or_else(|| reference::municipality_named(town)).or_else(of_division);
    let (point, precision) = match position(telling, record) {
        Some(point) => (Some(point), Precision::Exact),
        None => known_point(postal, municipality),
    };
    let mut of = |name: &str, most| {
        let told = object(record, name).map_or("", best);
        telling.clean(&format!("/{name}"), told, most)
    };
    Place {
        name: of("name", LONGEST_NAME),
        street: of("street_address", LONGEST_NAME),
        directions: of("address_extra_info", LONGEST_TEXT),
        id: ids::derived(telling.source_id, "place", text(record, "id")),
        postal_code: postal.map_or("", |postal| postal.code).to_owned(),
        city: postal.map_or_else(|| checks::clean(town), |postal| postal.place.to_owned()),
        municipality: municipality.map_or("", |found| found.code).to_owned(),
        point,
        precision,
        ..Place::default()
    }
}

/// GeoJSON: east before north.
fn position(telling: &mut Telling<'_>, record: &Object) -> Option<(f64, f64)> {
    let coordinates = object(record, "position")?.get("coordinates")?.as_array()?;
    let [east, north] = coordinates.as_slice() else { return None };
    let (north, east) = (Value::as_f64(north)?, Value::as_f64(east)?);
    if !reference::is_in_finland(north, east) {
        telling.ask("/position", Reason::OutsideFinland, &format!("{north} {east}"));
        return None;
    }
    Some((north, east))
}
