//! The open API for developers, `/api/v1`: activities found as on the search page, who arranges, places, what happens
//! when, and what can be filtered by.
//!
//! `endpoints` is the table of all of it: addresses, parameters, what comes back. Requests are read by it, the OpenAPI
//! document (`openapi`) and the page for people (`pages`, `/rajapinta`) are made of it. `shape` is the table of the
//! records, `record` makes them, `search` asks the index, `answers` are the handlers.

mod answers;
mod cursor;
mod endpoints;
mod openapi;
mod pages;
mod record;
mod search;
mod shape;
mod store;

use axum::routing::get;
use axum::{Router, middleware};

use super::open::answer;
use crate::app::App;

/// The addresses of the open API, and of the page about it.
pub fn routes() -> Router<App> {
    let mut open = Router::new().route("/api/v1/", get(answers::about));
    for endpoint in &endpoints::ALL {
        open = open.route(endpoint.path, (endpoint.handler)());
    }
    open.layer(middleware::from_fn(answer::to_everyone)).merge(pages::routes())
}

#[cfg(test)]
mod tests;
