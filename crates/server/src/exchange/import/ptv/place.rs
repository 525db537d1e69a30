//! An address of PTV as a place. Coordinates are metres of ETRS-TM35FIN in text, whatever the fields are called.

use super::super::ids;
use super::super::json::fields::{Object, object, objects, text};
use super::super::json::telling::Telling;
use super::super::reason::Reason;
use super::said::{self, LONGEST_NAME, LONGEST_TEXT, Said};
use crate::places::model::known_point;
use crate::places::model::{Place, Precision};
use crate::reference;

/// The places of a channel: where one can go.
pub(super) fn of_channel(telling: &mut Telling<'_>, record: &Object, names: &Said) -> Vec<Place> {
    let id = text(record, "id");
    let mut places = Vec::new();
    for (at, address) in objects(record, "addresses") {
        let pointer = format!("/addresses/{at}");
        let door = object(address, "streetAddress").or_else(|| object(address, "otherAddress"));
        // A box is no place to go to, and an address abroad is no place of ours.
        let Some(door) = door.filter(|_| text(address, "type") != "Postal") else { continue };
        let name = telling.clean("/serviceChannelNames", said::best(names), LONGEST_NAME);
        let place = of_address(telling, door, address, &pointer);
        let id = ids::derived(telling.source_id, "place", &format!("{id}:{at}"));
        places.push(Place { id, name, ..place });
    }
    places
}

fn of_address(telling: &mut Telling<'_>, door: &Object, address: &Object, pointer: &str) -> Place {
    let mut text_of = |list: &str, most: usize| {
        let said = said::plain(telling, door, list, most);
        said::best(&said).to_owned()
    };
    let (street, office, directions) = (
        text_of("street", LONGEST_NAME),
        text_of("postOffice", LONGEST_NAME),
        text_of("additionalInformation", LONGEST_TEXT),
    );
    let street = format!("{street} {}", text(door, "streetNumber")).trim().to_owned();
    let postal = reference::postal_code(text(door, "postalCode"));
    if postal.is_none() && !text(door, "postalCode").is_empty() {
        telling.ask(&format!("{pointer}/postalCode"), Reason::UnknownPostalCode, text(door, "postalCode"));
    }
    let code = object(door, "municipality").map_or("", |municipality| text(municipality, "code"));
    let municipality = reference::municipality_now(code);
    if municipality.is_none() && !code.is_empty() {
        telling.ask(&format!("{pointer}/municipality/code"), Reason::UnknownMunicipality, code);
    }
    let municipality = municipality.or_else(|| postal.map(|postal| postal.municipality));
    let (point, precision) = match exact(telling, door, address, pointer) {
        Some(point) => (Some(point), Precision::Exact),
        None => known_point(postal, municipality),
    };
    Place {
        street,
        postal_code: postal.map_or_else(|| text(door, "postalCode").to_owned(), |postal| postal.code.to_owned()),
        city: postal.map_or(office, |postal| postal.place.to_owned()),
        municipality: municipality.map_or("", |found| found.code).to_owned(),
        point,
        precision,
        directions,
        ..Place::default()
    }
}

/// The point of the address, else of its main entrance.
fn exact(telling: &mut Telling<'_>, door: &Object, address: &Object, pointer: &str) -> Option<(f64, f64)> {
    let entrance = objects(address, "entrances")
        .map(|(_, entrance)| entrance)
        .find(|entrance| entrance.get("isMainEntrance").and_then(serde_json::Value::as_bool) == Some(true))
        .and_then(|entrance| object(entrance, "coordinates"));
    for told in [Some(door), entrance].into_iter().flatten() {
        let metres = |name: &str| text(told, name).replace(',', ".").parse::<f64>().ok();
        let (Some(north), Some(east)) = (metres("latitude"), metres("longitude")) else { continue };
        match reference::of_tm35fin(north, east) {
            Some(point) => return Some((point.lat, point.lon)),
            None => telling.ask(&format!("{pointer}/latitude"), Reason::OutsideFinland, &format!("{north} {east}")),
        }
    }
    None
}
