//! A place.

use serde_json::{Value, json};

use super::{SOURCE, ended, finnish, id, words};
use crate::places::model::{Confidentiality, Place};
use crate::reference;
use crate::text::slug;

/// A place, as much of it as anyone may see; none for one that is hidden. Of a place whose area only is public the
/// municipality is all there is.
pub(in crate::exchange::linked_events) fn place(origin: &str, place: &Place, count: usize) -> Option<Value> {
    if place.confidentiality == Confidentiality::Hidden {
        return None;
    }
    let municipality = reference::municipality(&place.municipality);
    let town = || words(|language| municipality.map(|found| found.name(language).to_owned()).unwrap_or_default());
    let divisions: Vec<Value> = municipality
        .iter()
        .map(|found| {
            json!({
                "type": "muni",
                "ocd_id": format!("ocd-division/country:fi/kunta:{}", slug(found.names.fi)),
                "municipality": null,
                "name": {"fi": found.names.fi, "sv": found.names.sv},
            })
        })
        .collect();
    let position = place.point.map(|(lat, lon)| json!({"type": "Point", "coordinates": [lon, lat]}));
    let name = if place.name.is_empty() { &place.neighbourhood } else { &place.name };
    let record = json!({
        "id": id(&place.id),
        "name": if name.is_empty() { town() } else { finnish(name) },
        "description": null,
        "street_address": finnish(&place.street),
        "postal_code": Some(&place.postal_code).filter(|code| !code.is_empty()),
        "post_office_box_num": null,
        "address_locality": if municipality.is_some() { town() } else { finnish(&place.city) },
        "address_region": municipality.map(|found| found.region.names.fi),
        "address_country": "FI",
        "address_extra_info": finnish(&place.directions),
        "position": position,
        "divisions": divisions,
        "email": null,
        "telephone": null,
        "contact_type": null,
        "info_url": null,
        "image": null,
        "parent": null,
        "n_events": count,
        "has_upcoming_events": count > 0,
        "data_source": SOURCE,
        "publisher": place.organization_id.as_deref().map(id),
        "deleted": false,
        "replaced_by": null,
        "custom_data": null,
        "created_time": null,
        "last_modified_time": null,
    });
    Some(ended(record, origin, "place", "Place"))
}
