//! What protects readers on every answer: headers, and no state change from another site's page.

use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
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
pub async fn headers(State(app): State<App>, request: Request, next: Next) -> Response {
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
    if app.public_url.as_ref().is_some_and(|url| url.starts_with("https://")) {
        // A year, as ASVS 5, 3.4.1 asks.
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));
    }
    response
}

/// The network address a request came from, only to count how often it tries; never stored, never logged.
#[derive(Debug, Clone)]
pub struct Peer(pub String);

impl FromRequestParts<App> for Peer {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let direct = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
        let told = if app.behind_proxy { told_by_proxy(&parts.headers) } else { None };
        Ok(Peer(told.or(direct).map(network).unwrap_or_default()))
    }
}

/// What the nearest proxy says: the last address is the one it saw itself; earlier ones anybody may have written.
fn told_by_proxy(headers: &HeaderMap) -> Option<IpAddr> {
    let last = headers.get_all("x-forwarded-for").iter().next_back()?;
    last.to_str().ok()?.rsplit(',').next()?.trim().parse().ok()
}

/// Who counts as one: an address of version 4, and of version 6 the network a household has.
fn network(address: IpAddr) -> String {
    match address {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => address.segments()[..4].iter().map(|part| format!("{part:x}:")).collect(),
    }
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::*;
    use crate::tests::Town;

    #[tokio::test]
    async fn errors_are_protected_as_pages_are() {
        for town in Town::on_every_engine().await {
            for path in ["/", "/ei-ole", "/yllapito", "/hsds/services/ei-ole"] {
                let page = town.opens(path).await;
                for name in [
                    header::CONTENT_SECURITY_POLICY,
                    header::X_CONTENT_TYPE_OPTIONS,
                    header::REFERRER_POLICY,
                    header::STRICT_TRANSPORT_SECURITY,
                ] {
                    assert!(page.headers.contains_key(&name), "{path} has no {name}");
                }
            }
        }
    }

    #[tokio::test]
    async fn who_asks_is_told_by_the_nearest_proxy_only_where_there_is_one() {
        let town = Town::on_every_engine().await.remove(0);
        let request = || {
            Request::builder()
                .header("x-forwarded-for", "198.51.100.1, 198.51.100.2")
                .header("x-forwarded-for", "198.51.100.3, 2001:db8:1:2:3::4")
                .body(Body::empty())
                .expect("a request")
                .into_parts()
                .0
        };
        let Ok(peer) = Peer::from_request_parts(&mut request(), &town.app).await;
        assert_eq!(peer.0, "", "without a proxy nobody is believed");
        assert_eq!(told_by_proxy(&request().headers), Some("2001:db8:1:2:3::4".parse().expect("an address")));
        assert_eq!(network("2001:db8:1:2:3::4".parse().expect("an address")), "2001:db8:1:2:");
        assert_eq!(network("198.51.100.3".parse().expect("an address")), "198.51.100.3");
    }
}
