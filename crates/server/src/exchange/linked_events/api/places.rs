//! `/v1/place/`: public places.

use axum::Extension;
use axum::extract::Path;
use axum::response::Response;
use serde_json::Value;

use super::{Paging, framed};
use crate::exchange::linked_events::calendar::{Calendar, Entries};
use crate::exchange::linked_events::parameters::{OF_LISTS, OF_ONE};
use crate::exchange::linked_events::record;
use crate::exchange::linked_events::store;
use crate::exchange::open::problem::{Problem, Result};
use crate::exchange::open::{Asked, known_id};
use crate::places;

/// The list. Places of which only the area is public are told by their address alone.
pub(super) async fn list(asked: Asked, Extension(calendar): Extension<Calendar>) -> Result<Response> {
    let given = asked.given(&OF_LISTS)?;
    let (mut tx, stamp) = asked.begin().await?;
    let made = async {
        let entries = calendar.entries(&mut tx, stamp.number, asked.ui.now).await?;
        let ids = store::place_ids(&mut tx, given.words("text")?.unwrap_or_default()).await?;
        let paging = Paging::of(&given, ids.len())?;
        let shown: Vec<String> = ids.iter().skip(paging.offset()).take(paging.size).cloned().collect();
        let mut found = places::store::list(&mut tx, &shown).await?;
        found.sort_by_key(|place| shown.iter().position(|id| *id == place.id));
        let told = found.iter().filter_map(|place| record::place(&asked.ui.origin, place, count(&entries, &place.id)));
        let told: Vec<Value> = told.collect();
        Ok(framed(&asked, paging, ids.len(), told))
    };
    asked.unless_known(asked.tag_of_now(stamp), stamp, made).await
}

/// One place.
pub(super) async fn one(
    asked: Asked,
    Extension(calendar): Extension<Calendar>,
    Path(id): Path<String>,
) -> Result<Response> {
    asked.given(&OF_ONE)?;
    let id = known_id(record::own(&id).unwrap_or_default())?;
    let (mut tx, stamp) = asked.begin().await?;
    let entries = calendar.entries(&mut tx, stamp.number, asked.ui.now).await?;
    let place = places::store::find(&mut tx, &id).await?.ok_or(Problem::NotFound)?;
    let told = record::place(&asked.ui.origin, &place, count(&entries, &id)).ok_or(Problem::NotFound)?;
    Ok(asked.record(&told, None))
}

fn count(entries: &Entries, place_id: &str) -> usize {
    entries.values().filter(|entry| entry.places.iter().any(|id| id == place_id)).count()
}
