//! The handlers of the open data: read what is asked, load, answer.

mod about;
mod locations;
mod organizations;
mod package;
mod pairs;
mod services;
mod terms;
mod wanted;

use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::{Arc, Mutex};

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use axum::response::Response;
use axum::routing::get;
use axum::{Extension, Router, middleware};
use chrono::{DateTime, Utc};
use db::Tx;
use serde_json::Value;

use super::answer::{self, Tag};
use super::parameters::{Format, MOST_OFFSET, MOST_PER_PAGE, PER_PAGE, Paging, Parameters};
use super::problem::Result;
use super::record::Reader;
use super::store::{self, Stamp};
use super::{formats, lines};
use crate::app::App;
use crate::error::Error;
use crate::i18n::Language;
use crate::page::Ui;
use crate::region::Region;

pub(super) use locations::HERE as LOCATIONS_HERE;
pub(super) use organizations::HERE as ORGANIZATIONS_HERE;
pub(super) use pairs::HERE as PAIRS_HERE;
pub(super) use services::HERE as SERVICES_HERE;
pub(super) use terms::{TAXONOMIES_HERE, TERMS_HERE};

/// The addresses of the open data.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/hsds", get(about::about))
        .route("/hsds/", get(about::about))
        .route("/hsds/openapi.json", get(about::openapi))
        .route("/hsds/datapackage.zip", get(package::package))
        .route("/hsds/services", get(services::list))
        .route("/hsds/services/{id}", get(services::one))
        .route("/hsds/organizations", get(organizations::list))
        .route("/hsds/organizations/{id}", get(organizations::one))
        .route("/hsds/locations", get(locations::list))
        .route("/hsds/locations/{id}", get(locations::one))
        .route("/hsds/service_at_locations", get(pairs::list))
        .route("/hsds/service_at_locations/{id}", get(pairs::one))
        .route("/hsds/taxonomies", get(terms::taxonomies))
        .route("/hsds/taxonomies/{id}", get(terms::taxonomy))
        .route("/hsds/taxonomy_terms", get(terms::terms))
        .route("/hsds/taxonomy_terms/{id}", get(terms::term))
        .layer(Extension(Totals::default()))
        .layer(middleware::from_fn(answer::to_everyone))
}

/// A request for open data.
struct Asked {
    app: App,
    ui: Ui,
    parameters: Parameters,
    headers: HeaderMap,
    totals: Totals,
}

impl FromRequestParts<App> for Asked {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> std::result::Result<Self, Infallible> {
        Ok(Asked {
            app: app.clone(),
            ui: Ui::of(parts, app),
            parameters: Parameters::read(parts.uri.query().unwrap_or_default()),
            headers: parts.headers.clone(),
            totals: parts.extensions.get::<Totals>().cloned().unwrap_or_default(),
        })
    }
}

/// Who the records of an answer are told to; lives as long as the answer is being made.
#[derive(Clone)]
struct Told {
    region: Arc<Region>,
    language: Language,
    origin: String,
}

impl Told {
    fn reader(&self) -> Reader<'_> {
        Reader { language: self.language, steps: &self.region.steps, origin: &self.origin }
    }
}

impl Asked {
    fn told(&self) -> Result<Told> {
        Ok(Told {
            region: self.ui.region.clone(),
            language: self.parameters.language()?,
            origin: self.ui.origin.clone(),
        })
    }

    fn paging(&self) -> Result<Paging> {
        self.parameters.paging(PER_PAGE, MOST_PER_PAGE, MOST_OFFSET)
    }

    /// The version of a list: how far the log is, where we are asked, and what for. The day is in it because a few
    /// words (names a region gives its steps) change without an event.
    fn tag(&self, stamp: Stamp, more: &[u8]) -> Tag {
        Tag::of(&[
            self.ui.region.instance.as_bytes(),
            &stamp.number.to_le_bytes(),
            self.ui.today().to_string().as_bytes(),
            self.ui.origin.as_bytes(),
            self.ui.path.as_bytes(),
            self.ui.query.as_bytes(),
            more,
        ])
    }

    /// A list, unless the one who asks has this version of it.
    fn page(&self, stamp: Stamp, tag: &Tag, paging: Paging, total: i64, contents: Vec<Value>) -> Response {
        let total = usize::try_from(total).unwrap_or_default();
        answer::kept(answer::json(&answer::page(paging, total, contents)), tag, stamp.at)
    }

    /// The list of everything, a record a line; `next` gives some records from a position on, and nothing at the end.
    fn lines<F, Fut>(&self, stamp: Stamp, tag: &Tag, mut next: F) -> Response
    where
        F: FnMut(usize) -> Fut + Send + 'static,
        Fut: Future<Output = std::result::Result<Option<Vec<Value>>, Error>> + Send + 'static,
    {
        let body = lines::body(move |position| {
            let records = next(position * lines::BATCH);
            async move {
                let records = records.await?;
                Ok(records.map(|records| lines::written(&records)))
            }
        });
        let mut response = Response::new(body);
        let kind = axum::http::HeaderValue::from_static("application/x-ndjson");
        response.headers_mut().insert(axum::http::header::CONTENT_TYPE, kind);
        answer::kept(response, tag, stamp.at)
    }

    /// A list that is there whole: a page of it, or all of it a record a line.
    fn all(&self, stamp: Stamp, tag: &Tag, paging: Paging, format: Format, records: Vec<Value>) -> Response {
        if format == Format::Lines {
            return answer::kept(answer::text("application/x-ndjson", lines::written(&records)), tag, stamp.at);
        }
        let total = records.len() as i64;
        let some = records.into_iter().skip(paging.offset()).take(paging.per_page).collect();
        self.page(stamp, tag, paging, total, some)
    }

    /// One record. Its version is made of itself, so that it stays the same while others change.
    fn record(&self, record: &Value, changed: Option<DateTime<Utc>>) -> Response {
        let body = record.to_string();
        let tag = Tag::of(&[body.as_bytes()]);
        if tag.is_known(&self.headers) {
            return answer::unchanged(&tag, changed);
        }
        answer::kept(answer::text("application/json", body), &tag, changed)
    }
}

/// An id of an address as the database has it; anything but a UUID is nobody's.
fn known_id(id: &str) -> Result<String> {
    if formats::is_id(id) { Ok(id.to_ascii_lowercase()) } else { Err(Error::NotFound.into()) }
}

/// Records, or nothing when there are none: the end of what is read a part at a time.
fn some(records: Vec<Value>) -> Option<Vec<Value>> {
    if records.is_empty() { None } else { Some(records) }
}

/// What is true of a list until the next event.
#[derive(Clone, Default)]
struct Known {
    /// The event it was read at.
    number: i64,
    /// How many records the list has.
    total: Option<i64>,
    /// Where its far pages begin.
    marks: Option<Arc<store::Marks>>,
}

/// How long lists are and where their pages begin, kept until the next event: counting costs more than a page does.
#[derive(Clone, Default)]
struct Totals(Arc<Mutex<HashMap<String, Known>>>);

/// More filters than this are not remembered.
const MOST_TOTALS: usize = 500;

impl Totals {
    fn get(&self, list: &str, stamp: Stamp) -> Option<i64> {
        self.known(list, stamp)?.total
    }

    fn put(&self, list: String, stamp: Stamp, total: i64) {
        self.learn(list, stamp, |known| known.total = Some(total));
    }

    fn known(&self, list: &str, stamp: Stamp) -> Option<Known> {
        self.0.lock().ok()?.get(list).filter(|known| known.number == stamp.number).cloned()
    }

    fn learn(&self, list: String, stamp: Stamp, what: impl FnOnce(&mut Known)) {
        let Ok(mut all) = self.0.lock() else { return };
        if all.len() >= MOST_TOTALS {
            all.clear();
        }
        let known = all.entry(list).or_default();
        if known.number != stamp.number {
            *known = Known { number: stamp.number, ..Known::default() };
        }
        what(known);
    }
}

/// Begins an answer: the version first, then everything else.
async fn begin(asked: &Asked) -> Result<(Tx, Stamp)> {
    let mut tx = asked.app.db.read().await?;
    let stamp = store::stamp(&mut tx).await?;
    Ok((tx, stamp))
}
