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
use std::ops::Deref;
use std::sync::{Arc, Mutex};

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::Response;
use axum::routing::get;
use axum::{Extension, Router, middleware};
use db::Tx;
use serde_json::{Value, json};

use super::answer::{self, Tag};
use super::lines;
use super::parameters::{Format, MOST_PER_PAGE, PER_PAGE, Paging, Parameters};
use super::problem::Result;
use super::record::Reader;
use super::store::{self, Stamp};
use crate::app::App;
use crate::error::Error;
use crate::exchange::open::{self, known_id};
use crate::i18n::Language;
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
    open: open::Asked,
    parameters: Parameters,
    totals: Totals,
}

impl Deref for Asked {
    type Target = open::Asked;

    fn deref(&self) -> &open::Asked {
        &self.open
    }
}

impl FromRequestParts<App> for Asked {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> std::result::Result<Self, Infallible> {
        Ok(Asked {
            open: open::Asked::of(parts, app),
            parameters: Parameters::read(parts.uri.query().unwrap_or_default()),
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
        self.parameters.paging(PER_PAGE, MOST_PER_PAGE)
    }

    /// A list, unless the one who asks has this version of it.
    fn page(&self, stamp: Stamp, tag: &Tag, paging: Paging, total: i64, contents: Vec<Value>) -> Response {
        let total = usize::try_from(total).unwrap_or_default();
        answer::kept(answer::json(&framed(paging, total, contents)), tag, stamp.at)
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
    asked.begin().await
}

/// A page of a list, as HSDS frames it.
fn framed(paging: Paging, total: usize, contents: Vec<Value>) -> Value {
    let pages = total.div_ceil(paging.per_page);
    json!({
        "total_items": total,
        "total_pages": pages,
        "page_number": paging.page,
        "size": contents.len(),
        "first_page": paging.page == 1,
        "last_page": paging.page >= pages,
        "empty": contents.is_empty(),
        "contents": contents,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_say_where_they_are() {
        let told = framed(Paging { page: 2, per_page: 2 }, 3, vec![json!({})]);
        assert_eq!(
            (&told["total_pages"], &told["last_page"], &told["first_page"], &told["empty"]),
            (&json!(2), &json!(true), &json!(false), &json!(false))
        );
        let nothing = framed(Paging { page: 1, per_page: 50 }, 0, Vec::new());
        assert_eq!((&nothing["last_page"], &nothing["empty"]), (&json!(true), &json!(true)));
    }
}
