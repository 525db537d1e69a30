//! What is round every answer to programs: open to every site, kept for a minute, asked again by ETag.

use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use serde_json::Value;
use sha2::{Digest, Sha256};

/// Opens an answer to pages of every site (CORS). Nothing here is behind a login, so there is nothing to protect.
pub(crate) fn open(headers: &mut HeaderMap) {
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static("ETag, Last-Modified, Link"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("cross-origin"));
    // Programs may read all of it; among the hits of a search engine the pages for people should stand.
    headers.insert("x-robots-tag", HeaderValue::from_static("noindex"));
}

/// Answers what browsers ask before asking, and opens every other answer.
pub(crate) async fn to_everyone(request: Request, next: Next) -> Response {
    let asks_before = request.method() == Method::OPTIONS;
    let mut response = if asks_before { StatusCode::NO_CONTENT.into_response() } else { next.run(request).await };
    let headers = response.headers_mut();
    open(headers);
    if asks_before {
        headers.insert(header::ALLOW, HeaderValue::from_static("GET, HEAD, OPTIONS"));
        headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static("GET, HEAD, OPTIONS"));
        headers.insert(
            header::ACCESS_CONTROL_ALLOW_HEADERS,
            HeaderValue::from_static("Accept, Content-Type, If-None-Match"),
        );
        headers.insert(header::ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static("86400"));
    }
    response
}

/// Names a version of an answer. Weak, because compression changes the bytes on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tag(String);

impl Tag {
    /// The version that these parts together name.
    pub(crate) fn of(parts: &[&[u8]]) -> Self {
        let mut hash = Sha256::new();
        hash.update(env!("CARGO_PKG_VERSION"));
        for part in parts {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
        let hash: String = hash.finalize().iter().take(12).map(|byte| format!("{byte:02x}")).collect();
        Tag(format!("W/\"{hash}\""))
    }

    /// Whether the one who asks has this version (RFC 9110, If-None-Match).
    pub(crate) fn is_known(&self, headers: &HeaderMap) -> bool {
        let opaque = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
        headers
            .get_all(header::IF_NONE_MATCH)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
            .any(|tag| tag.trim() == "*" || opaque(tag) == opaque(&self.0))
    }
}

/// An answer with its version and the time of its last change.
pub(crate) fn kept(mut response: Response, tag: &Tag, changed: Option<DateTime<Utc>>) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=60"));
    if let Ok(tag) = HeaderValue::from_str(&tag.0) {
        headers.insert(header::ETAG, tag);
    }
    // RFC 9110's own form of a date; chrono's %Z would say UTC.
    if let Some(date) =
        changed.and_then(|at| HeaderValue::from_str(&at.format("%a, %d %b %Y %H:%M:%S GMT").to_string()).ok())
    {
        headers.insert(header::LAST_MODIFIED, date);
    }
    response
}

/// "You have it already."
pub(crate) fn unchanged(tag: &Tag, changed: Option<DateTime<Utc>>) -> Response {
    kept(StatusCode::NOT_MODIFIED.into_response(), tag, changed)
}

/// A JSON body.
pub(crate) fn json(value: &Value) -> Response {
    text("application/json", value.to_string())
}

/// A body of a kind.
pub(crate) fn text(kind: &'static str, body: String) -> Response {
    let mut response = body.into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_known_version_is_not_sent_again() {
        let tag = Tag::of(&[b"1", b"/hsds/services"]);
        let asks = |value: &str| {
            tag.is_known(&HeaderMap::from_iter([(
                header::IF_NONE_MATCH,
                HeaderValue::from_str(value).expect("a header"),
            )]))
        };
        assert!(asks(&tag.0));
        assert!(asks(&format!("\"x\", {}", tag.0.trim_start_matches("W/"))));
        assert!(asks("*"));
        assert!(!asks("\"x\""));
        assert_ne!(tag, Tag::of(&[b"1/", b"hsds/services"]));
    }
}
