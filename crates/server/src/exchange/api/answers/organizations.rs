//! `/api/v1/organizations`: who arranges.

use axum::extract::Path;
use axum::response::Response;
use serde_json::{Value, json};

use super::{reader, with_next};
use crate::error::Error;
use crate::exchange::api::{cursor, endpoints, record, store};
use crate::exchange::open::problem::Result;
use crate::exchange::open::{Asked, known_id};
use crate::organizations::model::State;
use crate::{activities, organizations, places};

/// The list, in the order of the names.
pub(in crate::exchange::api) async fn list(asked: Asked) -> Result<Response> {
    let given = asked.given(&endpoints::OF_ORGANIZATIONS)?;
    let reader = reader(&asked, &given)?;
    let (offset, limit) = (cursor::offset(&asked.ui.path, &given)?, given.size("limit")?);
    let (mut tx, stamp) = asked.begin().await?;
    let made = async {
        let types = given.choices("type")?;
        let all = store::organizations(&mut tx, &types, given.words("q")?.unwrap_or_default()).await?;
        let ids: Vec<String> = all.iter().skip(offset).take(limit).cloned().collect();
        let mut found = organizations::store::list(&mut tx, &ids).await?;
        found.sort_by_key(|organization| ids.iter().position(|id| *id == organization.id));
        let data: Vec<Value> = found.iter().map(|one| record::organization(one, &reader).into()).collect();
        let after = offset.saturating_add(limit);
        let next = (after < all.len()).then(|| cursor::mark(&asked.ui.path, &after.to_string()));
        Ok(with_next(json!({"data": data, "total": all.len()}), next))
    };
    asked.unless_known(asked.tag(stamp, b""), stamp, made).await
}

/// One organization with its places and how much it arranges.
pub(in crate::exchange::api) async fn one(asked: Asked, Path(id): Path<String>) -> Result<Response> {
    let given = asked.given(&endpoints::OF_ONE)?;
    let reader = reader(&asked, &given)?;
    let id = known_id(&id)?;
    let mut tx = asked.app.db.read().await?;
    let found = organizations::store::find(&mut tx, &id).await?.filter(|found| found.state == State::Published);
    let found = found.ok_or(Error::NotFound)?;
    let mut told = record::organization(&found, &reader);
    let place_ids = store::place_ids_of(&mut tx, &id).await?;
    let mut at = places::store::list(&mut tx, &place_ids).await?;
    at.sort_by(|one, other| one.id.cmp(&other.id));
    told.list("places", at.iter().filter_map(|place| record::place(place, &reader)));
    told.value("activities_total", Some(activities::store::ids_of(&mut tx, &id).await?.len()));
    Ok(asked.record(&told.into(), Some(found.changed_at)))
}
