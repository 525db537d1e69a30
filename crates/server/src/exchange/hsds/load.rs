//! Records with everything that belongs to them, from the database, a page or a batch at a time.

use std::borrow::Borrow;
use std::collections::HashMap;

use db::{Result, Tx};
use serde_json::Value;

use super::record::{self, Beside, Depth, Reader};
use super::store;
use crate::activities::model::Listed;
use crate::places::model::Place;
use crate::vocabulary::unpacked;
use crate::{activities, organizations};

/// Whether a list tells its records in full.
pub(super) fn depth(full: bool) -> Depth {
    if full { Depth::Full } else { Depth::List }
}

/// The published activities with these ids as services, in the order of the ids.
pub(super) async fn services(tx: &mut Tx, ids: &[String], reader: &Reader<'_>, depth: Depth) -> Result<Vec<Value>> {
    let listed = listed(tx, ids).await?;
    told(tx, &listed, reader, depth).await
}

/// The published activities with these ids, each with who arranges it.
pub(super) async fn listed(tx: &mut Tx, ids: &[String]) -> Result<Vec<Listed>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let found = activities::store::list(tx, ids).await?;
    activities::store::with_organizations(tx, found).await
}

/// These activities as services.
pub(super) async fn told(
    tx: &mut Tx,
    listed: &[impl Borrow<Listed>],
    reader: &Reader<'_>,
    depth: Depth,
) -> Result<Vec<Value>> {
    let beside = beside(tx, listed, depth).await?;
    let nothing = Beside::default();
    Ok(listed
        .iter()
        .map(Borrow::borrow)
        .map(|listed: &Listed| {
            record::service(listed, beside.get(&listed.activity.id).unwrap_or(&nothing), reader, depth)
        })
        .collect())
}

/// What stands beside these activities; nothing when only the plain fields are told.
pub(super) async fn beside(
    tx: &mut Tx,
    listed: &[impl Borrow<Listed>],
    depth: Depth,
) -> Result<HashMap<String, Beside>> {
    let activities = listed.iter().map(|listed| &listed.borrow().activity);
    if depth == Depth::List {
        return Ok(HashMap::new());
    }
    let ids: Vec<String> = activities.clone().map(|activity| activity.id.clone()).collect();
    let sources = activities.filter_map(|activity| Some((activity.id.clone(), activity.source_id.clone()?))).collect();
    store::beside(tx, &ids, &sources).await
}

/// Places as locations, with what published activities promise there. Hidden ones are left out.
pub(super) async fn locations(tx: &mut Tx, places: &[Place], reader: &Reader<'_>) -> Result<Vec<Value>> {
    let ids: Vec<String> = places.iter().map(|place| place.id.clone()).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut facts: HashMap<String, Vec<String>> = HashMap::new();
    for (place_id, packed) in store::promises(tx, &ids).await? {
        let known = facts.entry(place_id).or_default();
        for code in unpacked(&packed) {
            if !known.contains(&code) {
                known.push(code);
            }
        }
    }
    Ok(places
        .iter()
        .filter_map(|place| {
            let facts = facts.get(&place.id).map(Vec::as_slice).unwrap_or_default();
            record::location(place, facts, reader, Depth::Full)
        })
        .collect())
}

/// The most activities that stand inside one organization; `/services?organization_id=` has the rest.
pub(super) const MOST_SERVICES: i64 = 200;

/// An organization with its places, and with its activities when they are wanted.
pub(super) async fn organization(
    tx: &mut Tx,
    organization: &organizations::model::Organization,
    reader: &Reader<'_>,
    services_in: Option<Depth>,
) -> Result<Value> {
    let mut record = record::organization(organization, reader, Depth::Full);
    let place_ids = store::place_ids(tx, &organization.id).await?;
    let places = crate::places::store::list(tx, &place_ids).await?;
    record.list("locations", locations(tx, &places, reader).await?);
    if let Some(depth) = services_in {
        let filter =
            store::ServiceFilter { organization_id: Some(organization.id.clone()), ..store::ServiceFilter::default() };
        let total = store::count_services(tx, &filter).await?;
        let ids = store::service_ids(tx, &filter, MOST_SERVICES, 0).await?;
        record.list("services", services(tx, &ids, reader, depth).await?);
        record.within("tarjotin", "services_total", total);
    }
    Ok(record.into())
}
