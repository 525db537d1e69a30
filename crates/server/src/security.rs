//! What protects readers on every answer: headers, and no state change from another site's page.

use std::convert::Infallible;
use std::net::SocketAddr;

use axum::extract::{ConnectInfo, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use tower_http::csrf::CsrfLayer;

use crate::app::App;

/// Nothing from anywhere else, nothing inline (operations plan, "Security"). `manifest-src` and `worker-src` let the
/// page be installed, `connect-src` lets the own script fetch the own pages.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// Refuses a state change that another site's page asks for, by `Sec-Fetch-Site` and `Origin`.
pub fn cross_origin() -> CsrfLayer {
    CsrfLayer::new()
}

/// Puts the headers on an answer. A feature that set one itself keeps its own.
pub async fn headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (
            HeaderName::from_static("permissions-policy"),
            "camera=(), microphone=(), geolocation=(self), interest-cohort=()",
        ),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    ] {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}

/// The network address a request came from, only to count how often it tries; never stored, never logged.
#[derive(Debug, Clone)]
pub struct Peer(pub String);

impl FromRequestParts<App> for Peer {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let direct = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip().to_string());
        // Behind a proxy the last address is the one the proxy itself saw; earlier ones anybody may have written.
        let told = parts.headers.get("x-forwarded-for").filter(|_| app.behind_proxy);
        let told = told.and_then(|told| told.to_str().ok()).and_then(|told| told.rsplit(',').next());
        Ok(Peer(told.map(|told| told.trim().to_owned()).or(direct).unwrap_or_default()))
    }
}
