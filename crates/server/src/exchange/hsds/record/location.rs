//! A place as HSDS tells it. What is not public was taken out by the store; here nothing is put back.

use serde_json::Value;

use super::{Reader, Record};
use crate::exchange::hsds::formats::{self, part_id};
use crate::exchange::hsds::record::Depth;
use crate::exchange::hsds::shape;
use crate::places::model::{Confidentiality, Place};
use crate::reference;
use crate::vocabulary::THRESHOLDS;

/// The threshold facts that are about the building.
const ACCESS: [&str; 3] = ["wheelchair", "accessible_toilet", "hearing_loop"];

/// A place; `facts` are the threshold codes promised there. `None` for a hidden one.
pub(crate) fn location(place: &Place, facts: &[String], reader: &Reader<'_>, depth: Depth) -> Option<Value> {
    let is_public = match place.confidentiality {
        Confidentiality::Hidden => return None,
        Confidentiality::AreaOnly => false,
        Confidentiality::Public => true,
    };
    let municipality = reference::municipality(&place.municipality);
    let area = municipality.map(|found| found.name(reader.language)).unwrap_or_default();
    let mut record = Record::of(&place.id);
    record.text("location_type", "physical");
    record.value("organization_id", place.organization_id.as_deref().filter(|id| formats::is_id(id)));
    record.text("name", if is_public && !place.name.is_empty() { &place.name } else { area });
    let mut own = Record::default();
    own.text("confidentiality", place.confidentiality.as_str()).text("municipality", &place.municipality);
    own.text("precision", if is_public { place.precision.as_str() } else { "none" });
    if is_public {
        record.text("transportation", &place.directions);
        let point = place.point.filter(|(lat, lon)| lat.is_finite() && lon.is_finite());
        record.value("latitude", point.map(|(lat, _)| lat)).value("longitude", point.map(|(_, lon)| lon));
        own.text("neighbourhood", &place.neighbourhood).text("directions", &place.directions);
    }
    if is_public && depth == Depth::Full {
        record.list("addresses", address(place, area, municipality.map(|found| found.region.name(reader.language))));
    }
    if depth == Depth::Full {
        record.list(
            "accessibility",
            ACCESS.into_iter().filter(|code| facts.iter().any(|fact| fact == code)).map(|code| {
                let mut part = Record::of(&part_id(&place.id, &format!("accessibility:{code}")));
                part.text("location_id", &place.id).text("description", &THRESHOLDS.name(code, reader.language));
                part
            }),
        );
    }
    record.record("tarjotin", own);
    if is_public {
        record.merge(place.hsds.as_deref(), &shape::LOCATION, depth);
    }
    Some(record.into())
}

/// The address, when there is anything of one. HSDS wants every line of it, so what is missing is an empty text.
fn address(place: &Place, area: &str, region: Option<&str>) -> Option<Value> {
    if place.street.is_empty() && place.postal_code.is_empty() {
        return None;
    }
    let mut record = Record::of(&part_id(&place.id, "address"));
    let city = if place.city.is_empty() { area } else { &place.city };
    record.text("location_id", &place.id);
    record.value("address_1", Some(place.street.as_str())).value("city", Some(city));
    if !area.is_empty() && area != city {
        record.text("region", area);
    }
    record.value("state_province", Some(region.unwrap_or(city)));
    record.value("postal_code", Some(place.postal_code.as_str()));
    record.text("country", "FI").text("address_type", "physical");
    Some(record.into())
}
