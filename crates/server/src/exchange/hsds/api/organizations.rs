//! `/organizations`: who arranges.

use std::collections::HashSet;

use axum::extract::Path;
use axum::response::Response;
use db::Tx;
use serde_json::Value;

use super::{Asked, Told, begin, known_id, some};
use crate::app::App;
use crate::error::Error;
use crate::exchange::hsds::parameters::{Format, Paging};
use crate::exchange::hsds::problem::Result;
use crate::exchange::hsds::record::{self, Depth};
use crate::exchange::hsds::vocabularies::{self, OwnTerm};
use crate::exchange::hsds::{answer, lines, load, store};
use crate::organizations;
use crate::organizations::model::State;
use crate::organizations::store::OrganizationFilter;

/// The parameters of the standard that this list has.
pub(in crate::exchange::hsds) const HERE: [&str; 8] =
    ["search", "page", "per_page", "format", "full", "full_service", "taxonomy_term_id", "taxonomy_id"];

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
    let (term_id, taxonomy_id) = (asked.parameters.id("taxonomy_term_id")?, asked.parameters.id("taxonomy_id")?);
    let (mut tx, stamp) = begin(&asked).await?;
    let tag = asked.tag(stamp, b"");
    if tag.is_known(&asked.headers) {
        return Ok(answer::unchanged(&tag, stamp.at));
    }
    if let Some(words) = asked.parameters.text("search") {
        wanted.ids = Some(named(&store::organization_names(&mut tx).await?, words));
    }
    if let Some(described) = described(&mut tx, term_id.as_deref(), taxonomy_id.as_deref()).await? {
        let known: HashSet<&String> = described.iter().collect();
        wanted.ids = Some(match wanted.ids.take() {
            Some(ids) => ids.into_iter().filter(|id| known.contains(id)).collect(),
            None => described,
        });
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

/// The ids of those that a term, and some term of a taxonomy, describes, in the order of their names. None: neither is
/// asked for.
async fn described(tx: &mut Tx, term_id: Option<&str>, taxonomy_id: Option<&str>) -> db::Result<Option<Vec<String>>> {
    let of_type = |term: &OwnTerm| (term.taxonomy.set == ORGANIZATION_TYPE).then_some(term.code);
    let of_term = match term_id.map(|id| (id, vocabularies::term_by_id(id))) {
        None => None,
        // Of our own lists organizations have one.
        Some((_, Some(term))) => Some(match of_type(term) {
            Some(code) => store::organization_ids(tx, Some(code)).await?,
            None => Vec::new(),
        }),
        Some((id, None)) => Some(said_to_be(tx, |attribute| names(attribute, "taxonomy_term_id", "id", id)).await?),
    };
    let of_taxonomy = match taxonomy_id.map(|id| (id, vocabularies::taxonomy_by_id(id))) {
        None => None,
        Some((_, Some(own))) if own.set == ORGANIZATION_TYPE => Some(store::organization_ids(tx, None).await?),
        Some((_, Some(_))) => Some(Vec::new()),
        Some((id, None)) => {
            let terms = store::term_ids(tx, id).await?;
            let fits = |attribute: &Value| {
                names(attribute, "", "taxonomy_id", id)
                    || terms.iter().any(|term| names(attribute, "taxonomy_term_id", "id", term))
            };
            Some(said_to_be(tx, fits).await?)
        }
    };
    Ok(match (of_term, of_taxonomy) {
        (Some(mut one), Some(other)) => {
            one.retain(|id| other.contains(id));
            Some(one)
        }
        (one, other) => one.or(other),
    })
}

/// What attributes of organizations that are of our own list say as `link_type`.
const ORGANIZATION_TYPE: &str = "organization_type";

/// Whether an attribute names an id, itself or by the term inside it.
fn names(attribute: &Value, field: &str, of_term: &str, id: &str) -> bool {
    attribute[field] == id || attribute["taxonomy_term"][of_term] == id
}

/// The ids of those of which a source said such an attribute.
async fn said_to_be(tx: &mut Tx, fits: impl Fn(&Value) -> bool) -> db::Result<Vec<String>> {
    let said = store::organizations_with_terms(tx).await?;
    let is_said = |stored: &str| {
        let stored: Value = serde_json::from_str(stored).unwrap_or_default();
        stored["attributes"].as_array().is_some_and(|attributes| attributes.iter().any(&fits))
    };
    Ok(said.into_iter().filter(|(_, stored)| is_said(stored)).map(|(id, _)| id).collect())
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
