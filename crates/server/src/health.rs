//! Whether the service is alive, ready and how busy: for the keeper's monitoring, not for readers.

use std::time::Instant;

use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Json, Response};
use axum::routing::get;
use serde_json::json;

use crate::app::App;
use crate::error::{Error, Result};

/// An index further behind than this is not ready to answer for everybody.
const MOST_LAG: i64 = 5_000;

/// `/live`, `/ready`, `/metrics`.
pub fn routes() -> Router<App> {
    Router::new().route("/live", get(live)).route("/ready", get(ready)).route("/metrics", get(show_metrics))
}

/// The process answers.
async fn live() -> Json<serde_json::Value> {
    Json(json!({"live": true}))
}

/// The database answers and the search index is near the end of the event log.
async fn ready(State(app): State<App>) -> Response {
    let lag = app.lag().await;
    let ready = lag.as_ref().is_ok_and(|lag| *lag <= MOST_LAG);
    let body = json!({
        "ready": ready,
        "database": lag.is_ok(),
        "index_lag": lag.ok(),
        "documents": app.index.count(),
        "dictionary": app.index.analyser().has_dictionary(),
    });
    let status = if ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, [(header::CACHE_CONTROL, "no-store")], Json(body)).into_response()
}

/// Counts in Prometheus' text format.
async fn show_metrics(State(app): State<App>) -> Result<Response> {
    let handle = app.metrics.as_ref().ok_or(Error::NotFound)?;
    metrics::gauge!("index_documents").set(app.index.count() as f64);
    metrics::gauge!("index_lag_events").set(app.lag().await? as f64);
    let mut response = handle.render().into_response();
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; version=0.0.4; charset=utf-8"));
    Ok(response)
}

/// Counts and times every request by its route, never by its address: an address may hold what somebody looks for.
pub async fn measure(request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let route = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str).to_owned();
    let response = next.run(request).await;
    let status = response.status().as_u16().to_string();
    metrics::counter!("http_requests_total", "route" => route.clone(), "status" => status).increment(1);
    metrics::histogram!("http_request_seconds", "route" => route).record(begun.elapsed().as_secs_f64());
    response
}
