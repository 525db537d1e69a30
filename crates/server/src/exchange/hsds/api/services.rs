//! `/services`: activities, found as the search page finds them.

use std::sync::Arc;

use axum::extract::Path;
use axum::response::Response;
use chrono::{DateTime, Utc};
use db::Tx;
use search::{Filter, Near, Sort};
use serde_json::{Value, json};

use super::{Asked, Told, begin, known_id};
use crate::app::App;
use crate::error::Error;
use crate::exchange::hsds::parameters::{Format, MOST_PER_PAGE, PER_PAGE, Paging};
use crate::exchange::hsds::problem::{Problem, Result};
use crate::exchange::hsds::record::Depth;
use crate::exchange::hsds::store::{self, MARK_EVERY, ServiceFilter, Stamp};
use crate::exchange::hsds::{answer, formats, lines, load, vocabularies};
use crate::finding::query::SearchForm;
use crate::finding::understanding;
use crate::reference;

/// The parameters of the standard that this list has.
pub(in crate::exchange::hsds) const HERE: [&str; 14] = [
    "search",
    "page",
    "per_page",
    "format",
    "taxonomy_term_id",
    "taxonomy_id",
    "organization_id",
    "modified_after",
    "minimal",
    "full",
    "postcode",
    "proximity",
    "minimum_age",
    "maximum_age",
];

/// The most hits of the search index that are looked through.
const MOST_HITS: usize = 10_000;
/// Ids and times only are short: this many stand on a page of them.
const MOST_MINIMAL: usize = 10_000;

/// What a list of services is to hold.
#[derive(Clone)]
struct Wanted {
    told: Told,
    depth: Depth,
    minimal: bool,
    words: String,
    filter: ServiceFilter,
    /// A dimension of the search index and its values: terms of our own lists, or a municipality.
    facet: Option<(&'static str, Vec<String>)>,
    near: Option<Near>,
    now: DateTime<Utc>,
}

/// The list.
pub(super) async fn list(asked: Asked) -> Result<Response> {
    asked.parameters.only(&HERE)?;
    let wanted = Wanted::read(&asked)?;
    let format = asked.parameters.format()?;
    let paging = match wanted.minimal {
        true => asked.parameters.paging(MOST_MINIMAL, MOST_MINIMAL)?,
        false => {
            let paging = asked.parameters.paging(PER_PAGE, MOST_MINIMAL)?;
            Paging { per_page: paging.per_page.min(MOST_PER_PAGE), ..paging }
        }
    };
    let (mut tx, stamp) = begin(&asked).await?;
    let index_state = format!("{}/{}", asked.app.signal.position(), wanted.now.timestamp() / 60);
    let tag = asked.tag(stamp, if wanted.asks_index() { index_state.as_bytes() } else { b"" });
    if tag.is_known(&asked.headers) {
        return Ok(answer::unchanged(&tag, stamp.at));
    }
    if format == Format::Lines {
        drop(tx);
        let ids = wanted.all_ids(&asked.app).await?;
        let app = asked.app.clone();
        return Ok(asked.lines(stamp, &tag, move |offset| {
            let batch: Vec<String> = ids.iter().skip(offset).take(lines::BATCH).cloned().collect();
            let (app, wanted) = (app.clone(), wanted.clone());
            async move { if batch.is_empty() { Ok(None) } else { wanted.records(&app, &batch).await.map(Some) } }
        }));
    }
    if wanted.asks_index() {
        drop(tx);
        let (total, contents) = wanted.found(&asked.app, paging).await?;
        return Ok(asked.page(stamp, &tag, paging, total, contents));
    }
    let list = format!("services {:?}", wanted.filter);
    let total = match asked.totals.get(&list, stamp) {
        Some(total) => total,
        None => store::count_services(&mut tx, &wanted.filter).await?,
    };
    asked.totals.put(list.clone(), stamp, total);
    let (limit, offset) = (paging.per_page as i64, paging.offset() as i64);
    let contents = if wanted.minimal {
        let changes = store::changes(&mut tx, &wanted.filter, limit, offset).await?;
        changes.into_iter().map(|(id, at)| minimal(&id, at)).collect()
    } else {
        let ids = page_ids(&asked, &mut tx, &wanted.filter, (list, stamp), limit, offset).await?;
        let listed = asked.app.shelf.list(&mut tx, &ids).await?;
        load::told(&mut tx, &listed, &wanted.told.reader(), wanted.depth).await?
    };
    Ok(asked.page(stamp, &tag, paging, total, contents))
}

/// The ids of a page. A far page is entered at a mark: walking there from the beginning costs more than all the rest.
async fn page_ids(
    asked: &Asked,
    tx: &mut Tx,
    filter: &ServiceFilter,
    (list, stamp): (String, Stamp),
    limit: i64,
    offset: i64,
) -> Result<Vec<String>> {
    if offset < MARK_EVERY {
        return Ok(store::service_ids(tx, filter, limit, offset).await?);
    }
    let marks = match asked.totals.known(&list, stamp).and_then(|known| known.marks) {
        Some(marks) => marks,
        None => {
            let marks = Arc::new(store::marks(tx, filter).await?);
            asked.totals.learn(list, stamp, |known| known.marks = Some(marks.clone()));
            marks
        }
    };
    let before = usize::try_from(offset / MARK_EVERY).unwrap_or(usize::MAX);
    let Some(mark) = marks.get(before - 1) else { return Ok(Vec::new()) };
    Ok(store::service_ids_after(tx, filter, Some(mark), limit, offset % MARK_EVERY).await?)
}

/// One service in full.
pub(super) async fn one(asked: Asked, Path(id): Path<String>) -> Result<Response> {
    let id = known_id(&id)?;
    let told = asked.told()?;
    let mut tx = asked.app.db.read().await?;
    let listed = asked.app.shelf.list(&mut tx, &[id]).await?;
    let changed = listed.first().map(|found| found.activity.changed_at);
    let records = load::told(&mut tx, &listed, &told.reader(), Depth::Full).await?;
    let record = records.first().ok_or(Error::NotFound)?;
    Ok(asked.record(record, changed))
}

fn minimal(id: &str, at: DateTime<Utc>) -> Value {
    let at = formats::moment(at);
    // HSDS calls it `modified_date` where it speaks of this list and `last_modified` everywhere else.
    json!({"id": id, "last_modified": at, "modified_date": at})
}

impl Wanted {
    fn read(asked: &Asked) -> Result<Self> {
        let parameters = &asked.parameters;
        let mut filter = ServiceFilter {
            organization_id: parameters.id("organization_id")?,
            changed_since: parameters.moment("modified_after")?,
            youngest: parameters.number("minimum_age", 0, 150)?,
            oldest: parameters.number("maximum_age", 0, 150)?,
            ..ServiceFilter::default()
        };
        let mut facet = None;
        if let Some(id) = parameters.id("taxonomy_term_id")? {
            match vocabularies::term_by_id(&id) {
                Some(term) => facet = Some((term.taxonomy.set, vec![term.code.to_owned()])),
                None => filter.term_id = Some(id),
            }
        }
        if let Some(id) = parameters.id("taxonomy_id")? {
            match vocabularies::taxonomy_by_id(&id) {
                Some(own) if facet.is_none() => {
                    facet = Some((own.set, own.codes().into_iter().map(str::to_owned).collect()))
                }
                Some(_) => {}
                None => filter.taxonomy_id = Some(id),
            }
        }
        let near = near(asked)?;
        Ok(Wanted {
            told: asked.told()?,
            depth: load::depth(parameters.yes("full")?),
            minimal: parameters.yes("minimal")?,
            words: parameters
                .text("search")
                .unwrap_or_default()
                .chars()
                .filter(|c| !c.is_control())
                .take(300)
                .collect(),
            filter,
            facet,
            near,
            now: asked.ui.now,
        })
    }

    /// Words, our own terms and distances are the index's work; everything else the database's.
    fn asks_index(&self) -> bool {
        !self.words.is_empty() || self.facet.is_some() || self.near.is_some()
    }

    /// What only the database can tell, beside what the index does.
    fn asks_both(&self) -> bool {
        let filter = &self.filter;
        filter.changed_since.is_some() || filter.youngest.is_some() || filter.oldest.is_some()
    }

    /// A page of what the index finds, ranked as on the search page, and how much there is in all.
    async fn found(&self, app: &App, paging: Paging) -> Result<(i64, Vec<Value>)> {
        let (total, ids) = if self.asks_both() {
            let ids = self.all_ids(app).await?;
            (ids.len(), ids.into_iter().skip(paging.offset()).take(paging.per_page).collect())
        } else {
            self.hits(app, paging.per_page, paging.offset()).await?
        };
        let mut tx = app.db.read().await?;
        let listed = app.shelf.list(&mut tx, &ids).await?;
        let records = if self.minimal {
            listed.iter().map(|listed| minimal(&listed.activity.id, listed.activity.changed_at)).collect()
        } else {
            load::told(&mut tx, &listed, &self.told.reader(), self.depth).await?
        };
        Ok((i64::try_from(total.min(MOST_HITS)).unwrap_or(i64::MAX), records))
    }

    /// Ids from the index: the same form, the same understanding of the words and the same question as the search page.
    async fn hits(&self, app: &App, limit: usize, offset: usize) -> Result<(usize, Vec<String>)> {
        let form = SearchForm {
            words: self.words.clone(),
            organization: self.filter.organization_id.clone(),
            page: 1,
            ..SearchForm::default()
        };
        let terms = self.imported_terms(app).await?;
        let understood = understanding::understand(app, &form, self.told.language, self.now)?;
        let steps = form.step_values();
        let mut query = form.query(&steps, self.told.language, self.now);
        understood.weigh(&mut query);
        if let Some((dimension, values)) = &self.facet {
            query.filters.push(Filter::any(dimension, values.iter().map(String::as_str)));
        }
        if let Some(terms) = &terms {
            query.filters.push(Filter::any("term", terms.iter().map(String::as_str)));
        }
        query.near = self.near;
        if form.words.is_empty() {
            query.sort = if self.near.is_some() { Sort::Nearest } else { Sort::Title };
        }
        let offset = offset.min(MOST_HITS);
        (query.limit, query.offset, query.count_facets) = (limit.min(MOST_HITS - offset), offset, false);
        let results = app.index.search(&query).map_err(Error::from)?;
        Ok((results.total, results.hits.into_iter().map(|hit| hit.id).collect()))
    }

    /// The ids of imported terms the index is to filter by; an unknown taxonomy has one that nothing has.
    async fn imported_terms(&self, app: &App) -> Result<Option<Vec<String>>> {
        if let Some(id) = &self.filter.term_id {
            return Ok(Some(vec![id.clone()]));
        }
        let Some(id) = &self.filter.taxonomy_id else { return Ok(None) };
        let mut ids = store::term_ids(&mut app.db.read().await?, id).await?;
        if ids.is_empty() {
            ids.push(id.clone());
        }
        Ok(Some(ids))
    }

    /// The ids of everything the list holds, in its order.
    async fn all_ids(&self, app: &App) -> Result<Vec<String>> {
        if !self.asks_index() {
            return Ok(store::service_ids(&mut app.db.read().await?, &self.filter, i64::MAX, 0).await?);
        }
        let (_, mut ids) = self.hits(app, MOST_HITS, 0).await?;
        if self.asks_both() {
            let allowed = store::all_service_ids(&mut app.db.read().await?, &self.filter).await?;
            ids.retain(|id| allowed.contains(id));
        }
        Ok(ids)
    }

    async fn records(&self, app: &App, ids: &[String]) -> std::result::Result<Vec<Value>, Error> {
        let mut tx = app.db.read().await?;
        if self.minimal {
            let listed = load::listed(&mut tx, ids).await?;
            return Ok(listed.iter().map(|listed| minimal(&listed.activity.id, listed.activity.changed_at)).collect());
        }
        Ok(load::services(&mut tx, ids, &self.told.reader(), self.depth).await?)
    }
}

/// From where, and how far: `proximity` is in metres from the middle of the postal code.
fn near(asked: &Asked) -> Result<Option<Near>> {
    let parameters = &asked.parameters;
    let metres = parameters.number("proximity", 1, 1_000_000)?;
    let Some(code) = parameters.sent("postcode") else {
        return match metres {
            None => Ok(None),
            Some(_) => Err(Problem::Parameter { name: "proximity", wants: "a postcode beside it".to_owned() }),
        };
    };
    let wants = || Problem::Parameter { name: "postcode", wants: "a Finnish postal code of five digits".to_owned() };
    let postal = reference::postal_code(code).ok_or_else(wants)?;
    // Without a distance the ten kilometres one goes by bicycle.
    let max_km = Some(metres.map_or(10.0, |metres| metres as f64 / 1000.0));
    Ok(Some(Near { lat: postal.lat, lon: postal.lon, max_km }))
}
