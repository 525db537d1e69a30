//! The handlers: read what is asked, load, answer.

mod events;
mod places;
mod words;

use axum::response::Response;
use axum::routing::get;
use axum::{Extension, Router, middleware};
use serde_json::{Value, json};

use super::calendar::Calendar;
use super::parameters::OF_ONE;
use crate::app::App;
use crate::exchange::open::parameters::Given;
use crate::exchange::open::problem::{Problem, Result};
use crate::exchange::open::{Asked, answer};

/// The addresses, each with a slash at its end and without.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/v1", get(about))
        .route("/v1/", get(about))
        .route("/v1/event", get(events::list))
        .route("/v1/event/", get(events::list))
        .route("/v1/event/{id}", get(events::one))
        .route("/v1/event/{id}/", get(events::one))
        .route("/v1/place", get(places::list))
        .route("/v1/place/", get(places::list))
        .route("/v1/place/{id}", get(places::one))
        .route("/v1/place/{id}/", get(places::one))
        .route("/v1/keyword", get(words::keywords))
        .route("/v1/keyword/", get(words::keywords))
        .route("/v1/keyword/{id}", get(words::keyword))
        .route("/v1/keyword/{id}/", get(words::keyword))
        .route("/v1/language", get(words::languages))
        .route("/v1/language/", get(words::languages))
        .route("/v1/language/{id}", get(words::language))
        .route("/v1/language/{id}/", get(words::language))
        .layer(Extension(Calendar::default()))
        .layer(middleware::from_fn(answer::to_everyone))
}

/// `/v1`: what there is.
async fn about(asked: Asked) -> Result<Response> {
    asked.given(&OF_ONE)?;
    let told: serde_json::Map<String, Value> = ["event", "place", "keyword", "language"]
        .into_iter()
        .map(|what| (what.to_owned(), format!("{}/v1/{what}/", asked.ui.origin).into()))
        .collect();
    Ok(asked.record(&told.into(), None))
}

/// Which page of a list is asked for.
#[derive(Debug, Clone, Copy)]
struct Paging {
    page: usize,
    size: usize,
}

impl Paging {
    /// The page of a list with so many records.
    ///
    /// # Errors
    /// There is no such page.
    fn of(given: &Given, total: usize) -> Result<Self> {
        let (page, size) = (given.size("page")?, given.size("page_size")?);
        if page > 1 && (page - 1) * size >= total { Err(Problem::NotFound) } else { Ok(Paging { page, size }) }
    }

    fn offset(self) -> usize {
        (self.page - 1) * self.size
    }
}

/// A page of a list, as Linked Events frame it.
fn framed(asked: &Asked, paging: Paging, total: usize, data: Vec<Value>) -> Value {
    let to = |page: usize| {
        let pairs = form_urlencoded::parse(asked.ui.query.as_bytes()).filter(|(name, _)| name != "page");
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(pairs).append_pair("page", &page.to_string());
        format!("{}{}?{}", asked.ui.origin, asked.ui.path, query.finish())
    };
    let next = (paging.page * paging.size < total).then(|| to(paging.page + 1));
    let previous = (paging.page > 1).then(|| to(paging.page - 1));
    json!({"meta": {"count": total, "next": next, "previous": previous}, "data": data})
}
