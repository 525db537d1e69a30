//! `/api/v1/places`: places that anyone may know of.

use axum::extract::Path;
use axum::response::Response;
use serde_json::{Value, json};

use super::{reader, with_next};
use crate::error::Error;
use crate::exchange::api::{cursor, endpoints, record, store};
use crate::exchange::open::problem::Result;
use crate::exchange::open::{Asked, known_id};
use crate::places;

/// The list. Places of which only the area is public are told with their activities.
pub(in crate::exchange::api) async fn list(asked: Asked) -> Result<Response> {
    let given = asked.given(&endpoints::OF_PLACES)?;
    let reader = reader(&asked, &given)?;
    let after = cursor::place(&asked.ui.path, &given)?.unwrap_or_default();
    let limit = given.size("limit")?;
    let (mut tx, stamp) = asked.begin().await?;
    let made = async {
        let municipalities = given.choices("municipality")?;
        let mut ids = store::place_ids_after(&mut tx, &after, &municipalities, limit as i64 + 1).await?;
        let more = ids.len() > limit;
        ids.truncate(limit);
        let mut found = places::store::list(&mut tx, &ids).await?;
        found.sort_by(|one, other| one.id.cmp(&other.id));
        let data: Vec<Value> =
            found.iter().filter_map(|place| record::place(place, &reader)).map(Value::from).collect();
        let last = ids.last().filter(|_| more);
        Ok(with_next(json!({"data": data}), last.map(|last| cursor::mark(&asked.ui.path, last))))
    };
    asked.unless_known(asked.tag(stamp, b""), stamp, made).await
}

/// One place, as much of it as is public, with what happens there.
pub(in crate::exchange::api) async fn one(asked: Asked, Path(id): Path<String>) -> Result<Response> {
    let given = asked.given(&endpoints::OF_ONE)?;
    let reader = reader(&asked, &given)?;
    let id = known_id(&id)?;
    let mut tx = asked.app.db.read().await?;
    let place = places::store::find(&mut tx, &id).await?.ok_or(Error::NotFound)?;
    let mut told = record::place(&place, &reader).ok_or(Error::NotFound)?;
    told.list("activities", store::activity_ids_at(&mut tx, &id).await?);
    Ok(asked.record(&told.into(), None))
}
