//! `/organizations`: who arranges.

use axum::extract::Path;
use axum::response::Response;
use serde_json::Value;

use super::{Asked, Told, begin, known_id, some};
use crate::app::App;
use crate::error::Error;
use crate::exchange::hsds::parameters::{Format, Paging};
use crate::exchange::hsds::problem::Result;
use crate::exchange::hsds::record::{self, Depth};
use crate::exchange::hsds::{answer, lines, load, store};
use crate::organizations;
use crate::organizations::model::State;
use crate::organizations::store::OrganizationFilter;

/// The parameters of the standard that this list has.
pub(in crate::exchange::hsds) const HERE: [&str; 6] = ["search", "page", "per_page", "format", "full", "full_service"];

/// Organizations on a page when each brings all it arranges.
const PER_PAGE_WITH_SERVICES: usize = 10;

#[derive(Clone)]
struct Wanted {
    told: Told,
    full: bool,
    with_services: bool,
    /// Ids in order, when words were looked for.
    ids: Option<Vec<String>>,
}

/// The list.
pub(super) async fn list(asked: Asked) -> Result<Response> {
    asked.parameters.only(&HERE)?;
    let with_services = asked.parameters.yes("full_service")?;
    let mut wanted =
        Wanted { told: asked.told()?, full: asked.parameters.yes("full")? || with_services, with_services, ids: None };
    let mut paging = asked.paging()?;
    if with_services {
        paging = Paging { per_page: paging.per_page.min(PER_PAGE_WITH_SERVICES), ..paging };
    }
    let format = asked.parameters.format()?;
    let (mut tx, stamp) = begin(&asked).await?;
    let tag = asked.tag(stamp, b"");
    if tag.is_known(&asked.headers) {
        return Ok(answer::unchanged(&tag, stamp.at));
    }
    if let Some(words) = asked.parameters.text("search") {
        wanted.ids = Some(named(&store::organization_names(&mut tx).await?, words));
    }
    if format == Format::Lines {
        let app = asked.app.clone();
        return Ok(asked.lines(stamp, &tag, move |offset| {
            let (app, wanted) = (app.clone(), wanted.clone());
            async move { Ok(some(wanted.records(&app, lines::BATCH, offset).await?)) }
        }));
    }
    let total = match &wanted.ids {
        Some(ids) => ids.len() as i64,
        None => organizations::store::count(&mut tx, &OrganizationFilter::default()).await?,
    };
    drop(tx);
    let contents = wanted.records(&asked.app, paging.per_page, paging.offset()).await?;
    Ok(asked.page(stamp, &tag, paging, total, contents))
}

/// One organization with its places and what it arranges.
pub(super) async fn one(asked: Asked, Path(id): Path<String>) -> Result<Response> {
    let id = known_id(&id)?;
    let told = asked.told()?;
    let depth = load::depth(asked.parameters.yes("full_service")?);
    let mut tx = asked.app.db.read().await?;
    let found = organizations::store::find(&mut tx, &id).await?.filter(|found| found.state == State::Published);
    let found = found.ok_or(Error::NotFound)?;
    let record = load::organization(&mut tx, &found, &told.reader(), Some(depth)).await?;
    Ok(asked.record(&record, Some(found.changed_at)))
}

impl Wanted {
    async fn records(&self, app: &App, limit: usize, offset: usize) -> std::result::Result<Vec<Value>, Error> {
        let mut tx = app.db.read().await?;
        let found = match &self.ids {
            None => {
                organizations::store::page(&mut tx, &OrganizationFilter::default(), limit as i64, offset as i64).await?
            }
            Some(ids) => {
                let ids: Vec<String> = ids.iter().skip(offset).take(limit).cloned().collect();
                let mut found =
                    if ids.is_empty() { Vec::new() } else { organizations::store::list(&mut tx, &ids).await? };
                found.sort_by_key(|organization| ids.iter().position(|id| *id == organization.id));
                found
            }
        };
        let reader = self.told.reader();
        let mut records = Vec::with_capacity(found.len());
        for organization in &found {
            records.push(if self.full {
                let services = self.with_services.then_some(Depth::Full);
                load::organization(&mut tx, organization, &reader, services).await?
            } else {
                record::organization(organization, &reader, Depth::List).into()
            });
        }
        Ok(records)
    }
}

/// The ids of those that have every word in what they are called or say of themselves, in the order given.
fn named(all: &[(String, String)], words: &str) -> Vec<String> {
    let words: Vec<String> = words.split_whitespace().take(20).map(str::to_lowercase).collect();
    let mut ids: Vec<String> = Vec::new();
    for (id, text) in all {
        let text = text.to_lowercase();
        if words.iter().all(|word| text.contains(word)) && ids.last() != Some(id) {
            ids.push(id.clone());
        }
    }
    ids
}
