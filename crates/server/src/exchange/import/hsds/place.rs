//! A location as a place.

use super::super::checks;
use super::super::ids;
use super::super::json::fields::{Object, has, number, object, objects, text};
use super::super::json::telling::{LONGEST_NAME, LONGEST_TEXT, Telling};
use super::super::reason::Reason;
use super::super::record::{Content, Draft};
use super::kept;
use super::organization;
use crate::places::model::known_point;
use crate::places::model::{Confidentiality, Place, Precision};
use crate::reference::{self, Municipality, PostalCode};

/// What our own columns keep of a location.
const OURS: [&str; 9] = [
    "id",
    "name",
    "organization_id",
    "latitude",
    "longitude",
    "transportation",
    "tarjotin",
    "addresses",
    "text_language",
];

/// Reads a location that stands on its own.
pub(super) fn alone(telling: &mut Telling<'_>, record: &Object) {
    telling.reading.read += 1;
    if text(record, "id").is_empty() {
        telling.reject("/id", Reason::MissingId, "");
        telling.refuse();
        return;
    }
    let place = read(telling, record, "");
    let at = telling.spot("");
    let reference = text(record, "id").to_owned();
    let content = Content::Place(Box::new(place));
    telling.reading.drafts.push(Draft { at, reference, hash: String::new(), part: false, content });
}

/// The id of a location.
pub(super) fn id_of(telling: &Telling<'_>, location_id: &str) -> String {
    ids::own_or_derived(telling.source_id, "location", location_id)
}

/// The place a location tells of; the caller has seen that it has an id.
pub(super) fn read(telling: &mut Telling<'_>, record: &Object, pointer: &str) -> Place {
    let nothing = Object::new();
    let own = object(record, "tarjotin").unwrap_or(&nothing);
    let address = address(record);
    let country = address.map_or("", |(_, address)| text(address, "country"));
    let in_finland = matches!(country.to_ascii_uppercase().as_str(), "FI" | "FIN" | "FINLAND" | "SUOMI");
    let postal_code = address.map_or("", |(_, address)| text(address, "postal_code"));
    let city = address.map_or("", |(_, address)| text(address, "city"));
    let city = telling.meant(&Reason::UnknownMunicipality, city);
    // Five digits may be a postal code of another country: only a Finnish address is looked up.
    let postal = if in_finland { reference::postal_code(postal_code) } else { None };
    let municipality = municipality(own, postal, in_finland.then_some(city));
    if let Some((at, _)) = address.filter(|_| in_finland) {
        let at = format!("{pointer}/addresses/{at}");
        if postal.is_none() && !postal_code.is_empty() {
            telling.ask(&format!("{at}/postal_code"), Reason::UnknownPostalCode, postal_code);
        }
        if municipality.is_none() && !city.is_empty() {
            telling.ask(&format!("{at}/city"), Reason::UnknownMunicipality, city);
        }
    }
    let confidentiality = match text(own, "confidentiality") {
        "" => Confidentiality::Public,
        code => Confidentiality::from_code(code),
    };
    let (point, precision) = point(telling, record, own, pointer, postal, municipality);
    let directions = match text(own, "directions") {
        "" => text(record, "transportation"),
        directions => directions,
    };
    let directions = telling.clean(&format!("{pointer}/transportation"), directions, LONGEST_TEXT);
    let organization_id = text(record, "organization_id");
    let id = id_of(telling, text(record, "id"));
    // Our own export gives a place that has no name the name of its municipality.
    let name = text(record, "name");
    let is_own = has(record, "tarjotin");
    let name = if is_own && municipality.is_some_and(|found| found.names.all().contains(&name)) { "" } else { name };
    let keep = |name: &str, part: &serde_json::Value| {
        let is_usual = name == "location_type" && part == "physical";
        let is_derived = is_own && kept::is_derived(&id, name, part);
        !is_usual && !is_derived
    };
    Place {
        organization_id: (!organization_id.is_empty()).then(|| organization::id_of(telling, organization_id)),
        name: telling.clean(&format!("{pointer}/name"), name, LONGEST_NAME),
        street: address.map_or_else(String::new, |(_, address)| street(address)),
        postal_code: postal.map_or_else(|| checks::clean(postal_code), |postal| postal.code.to_owned()),
        city: postal.filter(|_| is_own).map_or_else(|| checks::clean(city), |postal| postal.place.to_owned()),
        municipality: municipality.map_or("", |found| found.code).to_owned(),
        neighbourhood: checks::clean(text(own, "neighbourhood")),
        point,
        precision,
        confidentiality,
        directions,
        hsds: with_addresses(kept::rest(record, &OURS, keep), record, in_finland),
        id,
    }
}

/// The address of the door: the first physical one, else the first.
fn address(record: &Object) -> Option<(usize, &Object)> {
    let physical = |(_, address): &(usize, &Object)| text(address, "address_type") == "physical";
    objects(record, "addresses").find(physical).or_else(|| objects(record, "addresses").next())
}

fn street(address: &Object) -> String {
    let lines = [text(address, "address_1"), text(address, "address_2")];
    let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).map(checks::clean).collect();
    checks::within(lines.join(", "), LONGEST_NAME).0
}

/// Addresses our columns cannot tell are kept as they are: every one that is not Finnish, and further ones.
fn with_addresses(rest: Option<String>, record: &Object, in_finland: bool) -> Option<String> {
    let told = address(record).map(|(at, _)| at);
    let left: Vec<serde_json::Value> = objects(record, "addresses")
        .filter(|(at, _)| !(in_finland && Some(*at) == told))
        .map(|(_, address)| serde_json::Value::Object(address.clone()))
        .collect();
    if left.is_empty() {
        return rest;
    }
    let mut object = rest.and_then(|text| serde_json::from_str::<Object>(&text).ok()).unwrap_or_default();
    object.insert("addresses".to_owned(), left.into());
    Some(serde_json::Value::Object(object).to_string())
}

fn municipality(own: &Object, postal: Option<&PostalCode>, city: Option<&str>) -> Option<&'static Municipality> {
    let code = text(own, "municipality");
    if !code.is_empty() {
        return reference::municipality_now(code);
    }
    postal.map(|postal| postal.municipality).or_else(|| reference::municipality_named(city?))
}

fn point(
    telling: &mut Telling<'_>,
    record: &Object,
    own: &Object,
    pointer: &str,
    postal: Option<&PostalCode>,
    municipality: Option<&Municipality>,
) -> (Option<(f64, f64)>, Precision) {
    match (number(record, "latitude"), number(record, "longitude")) {
        (Some(latitude), Some(longitude)) => {
            let precision = match text(own, "precision") {
                "" => Precision::Exact,
                code => Precision::from_code(code),
            };
            return (Some((latitude, longitude)), precision);
        }
        (Some(half), None) if !record.contains_key("longitude") => {
            telling.ask(&format!("{pointer}/longitude"), Reason::HalfPoint, &half.to_string());
        }
        (None, Some(half)) if !record.contains_key("latitude") => {
            telling.ask(&format!("{pointer}/latitude"), Reason::HalfPoint, &half.to_string());
        }
        _ => {}
    }
    // What our own export says has no point has none on purpose.
    if text(own, "precision") == "none" { (None, Precision::None) } else { known_point(postal, municipality) }
}
