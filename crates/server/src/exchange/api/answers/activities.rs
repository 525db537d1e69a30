//! `/api/v1/activities`: found as the search page finds them.

use axum::extract::Path;
use axum::response::Response;

use super::{reader, with_next};
use crate::activities;
use crate::activities::model::LinkMeaning;
use crate::error::Error;
use crate::exchange::api::record::{self, Depth};
use crate::exchange::api::search::{MOST_HITS, Search};
use crate::exchange::api::{cursor, endpoints, store};
use crate::exchange::hsds::record::Record;
use crate::exchange::open::occurrence::occurrences;
use crate::exchange::open::problem::Result;
use crate::exchange::open::{Asked, known_id};

/// How far ahead the next time is looked for.
const HORIZON: chrono::TimeDelta = chrono::TimeDelta::days(370);

/// The list.
pub(in crate::exchange::api) async fn list(asked: Asked) -> Result<Response> {
    let given = asked.given(&endpoints::OF_ACTIVITIES)?;
    let reader = reader(&asked, &given)?;
    let search = Search::read(&asked.app, &given, asked.ui.now)?;
    let (offset, limit) = (cursor::offset(&asked.ui.path, &given)?, given.size("limit")?);
    let (tx, stamp) = asked.begin().await?;
    drop(tx);
    let made = async {
        let (total, told) = search.page(&asked.app, offset, limit, &reader).await?;
        let after = offset + limit;
        let more = after < total.min(MOST_HITS);
        Ok(with_next(told, more.then(|| cursor::mark(&asked.ui.path, &after.to_string()))))
    };
    asked.unless_known(asked.tag_of_now(stamp), stamp, made).await
}

/// One activity with everything it says, its next time and what it leads to.
pub(in crate::exchange::api) async fn one(asked: Asked, Path(id): Path<String>) -> Result<Response> {
    let given = asked.given(&endpoints::OF_ONE)?;
    let reader = reader(&asked, &given)?;
    let id = known_id(&id)?;
    let mut tx = asked.app.db.read().await?;
    let listed = asked.app.shelf.list(&mut tx, std::slice::from_ref(&id)).await?.pop().ok_or(Error::NotFound)?;
    let mut told = record::activity(&listed, &reader, Depth::Full);
    let coming = occurrences(&listed.activity, asked.ui.now, asked.ui.now + HORIZON, 1);
    if let Some(next) = coming.first() {
        told.record("next_session", record::session(next));
    }
    for (name, meaning) in [("leads_to", LinkMeaning::Next), ("alternatives", LinkMeaning::Alternative)] {
        let ids = activities::store::linked(&mut tx, &id, meaning).await?;
        let shown = asked.app.shelf.list(&mut tx, &ids).await?;
        told.list(name, shown.iter().map(|listed| listed.activity.id.clone()));
    }
    if let Some(source_id) = &listed.activity.source_id
        && let Some((name, licence, attribution)) = store::source(&mut tx, source_id).await?
    {
        let mut source = Record::default();
        source.value("name", Some(name)).text("licence", &licence).text("attribution", &attribution);
        told.record("source", source);
    }
    Ok(asked.record(&told.into(), Some(listed.activity.changed_at)))
}
