//! `/taxonomies` and `/taxonomy_terms`: our own lists first, then those that came with sources.

use axum::extract::Path;
use axum::response::Response;
use serde_json::Value;

use super::{Asked, begin, known_id, some};
use crate::error::Error;
use crate::exchange::hsds::parameters::Format;
use crate::exchange::hsds::problem::Result;
use crate::exchange::hsds::store::{self, TermFilter};
use crate::exchange::hsds::vocabularies::{self, OWN, OwnTaxonomy, OwnTerm};
use crate::exchange::hsds::{answer, lines};

/// The parameters of the standard that the list of taxonomies has.
pub(in crate::exchange::hsds) const TAXONOMIES_HERE: [&str; 4] = ["search", "page", "per_page", "format"];
/// The parameters of the standard that the list of terms has.
pub(in crate::exchange::hsds) const TERMS_HERE: [&str; 7] =
    ["search", "page", "per_page", "format", "taxonomy_id", "parent_id", "top_only"];

/// The list of taxonomies.
pub(super) async fn taxonomies(asked: Asked) -> Result<Response> {
    asked.parameters.only(&TAXONOMIES_HERE)?;
    let told = asked.told()?;
    let paging = asked.paging()?;
    let format = asked.parameters.format()?;
    let (mut tx, stamp) = begin(&asked).await?;
    let tag = asked.tag(stamp, b"");
    if tag.is_known(&asked.headers) {
        return Ok(answer::unchanged(&tag, stamp.at));
    }
    let own: Vec<Value> = OWN.iter().map(|taxonomy| taxonomy.record(told.language)).collect();
    if let Some(words) = asked.parameters.text("search") {
        let imported = store::taxonomies(&mut tx, &own_ids(), i64::MAX, 0).await?;
        let all = own.into_iter().chain(imported.iter().map(|taxonomy| taxonomy.record()));
        return Ok(asked.all(stamp, &tag, paging, format, all.filter(|record| says(record, words)).collect()));
    }
    if format == Format::Lines {
        let app = asked.app.clone();
        return Ok(asked.lines(stamp, &tag, move |offset| {
            let (app, own) = (app.clone(), own.clone());
            async move {
                let (mut records, limit, offset) = window(own, lines::BATCH, offset);
                let imported = store::taxonomies(&mut app.db.read().await?, &own_ids(), limit, offset).await?;
                records.extend(imported.iter().map(|taxonomy| taxonomy.record()));
                Ok(some(records))
            }
        }));
    }
    let total = OWN.len() as i64 + store::count_taxonomies(&mut tx, &own_ids()).await?;
    let (mut contents, limit, offset) = window(own, paging.per_page, paging.offset());
    contents
        .extend(store::taxonomies(&mut tx, &own_ids(), limit, offset).await?.iter().map(|taxonomy| taxonomy.record()));
    Ok(asked.page(stamp, &tag, paging, total, contents))
}

/// One taxonomy.
pub(super) async fn taxonomy(asked: Asked, Path(id): Path<String>) -> Result<Response> {
    let id = known_id(&id)?;
    let told = asked.told()?;
    let record = match vocabularies::taxonomy_by_id(&id) {
        Some(own) => own.record(told.language),
        None => store::find_taxonomy(&mut asked.app.db.read().await?, &id).await?.ok_or(Error::NotFound)?.record(),
    };
    Ok(asked.record(&record, None))
}

/// The list of terms.
pub(super) async fn terms(asked: Asked) -> Result<Response> {
    asked.parameters.only(&TERMS_HERE)?;
    let told = asked.told()?;
    let filter = TermFilter {
        taxonomy_id: asked.parameters.id("taxonomy_id")?,
        parent_id: asked.parameters.id("parent_id")?,
        top_only: asked.parameters.yes("top_only")?,
        own: own_ids(),
    };
    let paging = asked.paging()?;
    let format = asked.parameters.format()?;
    let (mut tx, stamp) = begin(&asked).await?;
    let tag = asked.tag(stamp, b"");
    if tag.is_known(&asked.headers) {
        return Ok(answer::unchanged(&tag, stamp.at));
    }
    let own: Vec<&'static OwnTerm> = vocabularies::terms().iter().filter(|term| passes(term, &filter)).collect();
    if let Some(words) = asked.parameters.text("search") {
        let imported = store::terms(&mut tx, &filter, i64::MAX, 0).await?;
        let own = own.iter().map(|term| term.record(told.language, &told.region.steps));
        let all = own.chain(imported.iter().map(|term| Value::from(term.record())));
        return Ok(asked.all(stamp, &tag, paging, format, all.filter(|record| says(record, words)).collect()));
    }
    if format == Format::Lines {
        let app = asked.app.clone();
        return Ok(asked.lines(stamp, &tag, move |offset| {
            let (app, own, told, filter) = (app.clone(), own.clone(), told.clone(), filter.clone());
            async move {
                let (own, limit, offset) = window(own, lines::BATCH, offset);
                let mut records: Vec<Value> =
                    own.iter().map(|term| term.record(told.language, &told.region.steps)).collect();
                let imported = store::terms(&mut app.db.read().await?, &filter, limit, offset).await?;
                records.extend(imported.iter().map(|term| Value::from(term.record())));
                Ok(some(records))
            }
        }));
    }
    let total = own.len() as i64 + store::count_terms(&mut tx, &filter).await?;
    let (own, limit, offset) = window(own, paging.per_page, paging.offset());
    let mut contents: Vec<Value> = own.iter().map(|term| term.record(told.language, &told.region.steps)).collect();
    contents.extend(store::terms(&mut tx, &filter, limit, offset).await?.iter().map(|term| Value::from(term.record())));
    Ok(asked.page(stamp, &tag, paging, total, contents))
}

/// One term.
pub(super) async fn term(asked: Asked, Path(id): Path<String>) -> Result<Response> {
    let id = known_id(&id)?;
    let told = asked.told()?;
    let record = match vocabularies::term_by_id(&id) {
        Some(own) => own.record(told.language, &told.region.steps),
        None => store::find_term(&mut asked.app.db.read().await?, &id).await?.ok_or(Error::NotFound)?.record().into(),
    };
    Ok(asked.record(&record, None))
}

/// Whether every word stands in the code, the name or the description.
fn says(record: &Value, words: &str) -> bool {
    let said = ["code", "name", "description"].map(|name| record[name].as_str().unwrap_or_default().to_lowercase());
    words.split_whitespace().take(20).all(|word| said.iter().any(|text| text.contains(&word.to_lowercase())))
}

fn own_ids() -> Vec<String> {
    OWN.iter().map(OwnTaxonomy::id).collect()
}

fn passes(term: &OwnTerm, filter: &TermFilter) -> bool {
    filter.taxonomy_id.as_ref().is_none_or(|id| *id == term.taxonomy.id())
        && filter.parent_id.as_deref().is_none_or(|id| term.parent_id() == Some(id))
        && !(filter.top_only && term.parent_id().is_some())
}

/// The part of our own that a page shows, and how much of what follows, from where.
fn window<T>(own: Vec<T>, limit: usize, offset: usize) -> (Vec<T>, i64, i64) {
    let count = own.len();
    let shown: Vec<T> = own.into_iter().skip(offset).take(limit).collect();
    let rest = (limit - shown.len()) as i64;
    (shown, rest, offset.saturating_sub(count) as i64)
}
