//! Every address of the service: one line per feature, and what is round all of them.

use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::middleware;
use axum::response::Response;
use axum::routing::get;
use tower::util::MapRequestLayer;
use tower::{Layer, Service, ServiceExt};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::timeout::TimeoutLayer;

use crate::app::App;
use crate::page::{assets, errors, language};
use crate::{
    accounts, activities, choosing, curation, desk, exchange, finding, freshness, gaps, health, info, looks, map,
    needs, negotiations, offline, organizations, proposals, providers, security, steps,
};

/// The most a request may send. Forms are small; files have an address of their own.
const MOST_BYTES: usize = 1024 * 1024;
/// The longest a request may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// The whole service.
pub fn service(
    app: App,
) -> impl Service<Request, Response = Response, Error = std::convert::Infallible, Future: Send> + Clone {
    // The language is taken off the address before anything else reads it.
    MapRequestLayer::new(language::take).layer(routes(app))
}

/// The addresses without the language.
pub fn routes(app: App) -> Router {
    Router::new()
        .route("/", get(finding::pages::home))
        .route("/haku", get(finding::pages::search))
        .route("/haku/ehdotukset", get(finding::suggestions::suggest))
        .route("/tyopaikat", get(finding::pages::positions))
        .merge(choosing::pages::routes())
        .merge(activities::pages::routes())
        .merge(organizations::pages::routes())
        .merge(steps::pages::routes())
        .merge(map::pages::routes())
        .merge(needs::pages::routes())
        .merge(info::pages::routes())
        .merge(looks::pages::routes())
        .merge(offline::pages::routes())
        .merge(accounts::pages::routes())
        .merge(desk::pages::routes())
        .merge(proposals::pages::routes())
        .merge(providers::routes())
        .merge(curation::routes())
        .merge(freshness::routes())
        .merge(negotiations::routes())
        .merge(gaps::routes())
        .merge(exchange::sources::routes())
        .merge(exchange::runs::routes())
        .merge(exchange::questions::routes())
        .merge(exchange::corrections::routes())
        .merge(exchange::twins::routes())
        .merge(exchange::hsds::routes())
        .merge(exchange::export::routes())
        .merge(exchange::linked_events::routes())
        .merge(exchange::api::routes())
        .merge(exchange::robots::routes())
        .merge(health::routes())
        .route("/assets/{hash}/{name}", get(assets::serve))
        .layer(DefaultBodyLimit::max(MOST_BYTES))
        .layer(middleware::from_fn_with_state(app.clone(), accounts::gate::gate))
        .layer(security::cross_origin())
        .layer(CatchPanicLayer::custom(errors::OnPanic))
        .layer(TimeoutLayer::with_status_code(axum::http::StatusCode::SERVICE_UNAVAILABLE, PATIENCE))
        .layer(middleware::from_fn_with_state(app.clone(), errors::pages))
        .layer(middleware::from_fn_with_state(app.clone(), security::headers))
        .layer(middleware::from_fn(health::measure))
        .layer(CompressionLayer::new().gzip(true).br(true).compress_when(what_is_large()))
        .with_state(app)
}

/// What is compressed on its way: what is not already.
fn what_is_large() -> impl Predicate {
    DefaultPredicate::new().and(NotForContentType::const_new("application/zip"))
}

/// One request, answered: what tests and benchmarks call.
pub async fn answer(app: &App, request: Request) -> Response {
    match service(app.clone()).oneshot(request).await {
        Ok(response) => response,
        Err(never) => match never {},
    }
}
