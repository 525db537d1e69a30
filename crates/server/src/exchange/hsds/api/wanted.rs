//! What a list of services is to hold, read from the address and looked up; lists of services at places go by it too.

use std::collections::HashSet;

use chrono::{DateTime, NaiveTime, Utc, Weekday};
use search::{Filter, Near, Sort};
use serde_json::{Value, json};

use super::{Asked, Told};
use crate::app::App;
use crate::clock::today;
use crate::error::Error;
use crate::exchange::hsds::parameters::Paging;
use crate::exchange::hsds::problem::{Problem, Result};
use crate::exchange::hsds::record::Depth;
use crate::exchange::hsds::store::{self, ServiceFilter};
use crate::exchange::hsds::{formats, held, load, vocabularies};
use crate::finding::query::SearchForm;
use crate::finding::understanding;
use crate::reference;

/// The most hits of the search index that are looked through.
pub(super) const MOST_HITS: usize = 10_000;
/// What a list of services is to hold.
#[derive(Clone)]
pub(super) struct Wanted {
    pub(super) told: Told,
    pub(super) depth: Depth,
    pub(super) minimal: bool,
    words: String,
    pub(super) filter: ServiceFilter,
    /// A dimension of the search index and its values: terms of our own lists, or a municipality.
    facet: Option<(&'static str, Vec<String>)>,
    /// From where, and how far.
    pub(super) near: Option<Near>,
    day: Option<Weekday>,
    /// Not to begin before, not to end after.
    hours: (Option<NaiveTime>, Option<NaiveTime>),
    now: DateTime<Utc>,
}

pub(super) fn minimal(id: &str, at: DateTime<Utc>) -> Value {
    let at = formats::moment(at);
    // HSDS calls it `modified_date` where it speaks of this list and `last_modified` everywhere else.
    json!({"id": id, "last_modified": at, "modified_date": at})
}

impl Wanted {
    /// Reads it from the address.
    pub(super) fn read(asked: &Asked) -> Result<Self> {
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
            day: parameters.weekday("day")?,
            hours: (parameters.clock("start_time")?, parameters.clock("end_time")?),
            now: asked.ui.now,
        })
    }

    /// Words, our own terms and distances are the index's work; everything else the database's.
    pub(super) fn asks_index(&self) -> bool {
        !self.words.is_empty() || self.facet.is_some() || self.near.is_some()
    }

    /// Days and hours are looked up in all times at once.
    pub(super) fn asks_times(&self) -> bool {
        self.day.is_some() || self.hours.0.is_some() || self.hours.1.is_some()
    }

    /// Whether anything but whose they are and when they changed narrows the list.
    pub(super) fn narrows(&self) -> bool {
        let filter = &self.filter;
        let has_term = filter.term_id.is_some() || filter.taxonomy_id.is_some();
        self.asks_index() || self.asks_times() || has_term || filter.youngest.is_some() || filter.oldest.is_some()
    }

    /// What the list depends on beside the event log: how far the index is, and the minute of the search.
    pub(super) fn index_state(&self, app: &App) -> String {
        if !self.asks_index() {
            return String::new();
        }
        format!("{}/{}", app.signal.position(), self.now.timestamp() / 60)
    }

    /// What only the database can tell, beside what the index does.
    fn asks_both(&self) -> bool {
        let filter = &self.filter;
        let of_filter = filter.changed_since.is_some() || filter.youngest.is_some() || filter.oldest.is_some();
        of_filter || self.asks_times()
    }

    /// What is held on the day and within the hours asked for.
    async fn held(&self, app: &App) -> Result<HashSet<String>> {
        let (from, to) = self.hours;
        let times = store::held(&mut app.db.read().await?, from, to, today(self.now)).await?;
        let fits = |time: &store::Held| self.day.is_none_or(|day| held::is_on(&time.rule, &time.first_day, day));
        Ok(times.into_iter().filter(fits).map(|time| time.activity_id).collect())
    }

    /// A page of what the index finds, ranked as on the search page, and how much there is in all.
    pub(super) async fn found(&self, app: &App, paging: Paging) -> Result<(i64, Vec<Value>)> {
        let (total, ids) = if self.asks_both() || !self.asks_index() {
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
    pub(super) async fn all_ids(&self, app: &App) -> Result<Vec<String>> {
        let mut ids = match self.asks_index() {
            true => self.hits(app, MOST_HITS, 0).await?.1,
            false => store::service_ids(&mut app.db.read().await?, &self.filter, i64::MAX, 0).await?,
        };
        if self.asks_times() {
            let held = self.held(app).await?;
            ids.retain(|id| held.contains(id));
        }
        if self.asks_index() && self.asks_both() {
            let allowed = store::all_service_ids(&mut app.db.read().await?, &self.filter).await?;
            ids.retain(|id| allowed.contains(id));
        }
        Ok(ids)
    }

    /// These of it.
    pub(super) async fn records(&self, app: &App, ids: &[String]) -> std::result::Result<Vec<Value>, Error> {
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
