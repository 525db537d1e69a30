//! A request for a file, the version it has of it, and the answer.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::error::Result;
use crate::events;
use crate::exchange::open::answer::{Tag, kept, unchanged};
use crate::page::Ui;

/// Who asks for a file.
pub(super) struct Asked {
    pub(super) app: App,
    pub(super) ui: Ui,
    headers: HeaderMap,
}

impl FromRequestParts<App> for Asked {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        Ok(Asked { app: app.clone(), ui: Ui::of(parts, app), headers: parts.headers.clone() })
    }
}

impl Asked {
    /// The version of what is at this address now. Ask before anything else: an answer may then be newer than it says,
    /// never older. What the index holds counts as well as the log, and the hour does because lists know "today", "still
    /// to come" and "this evening".
    pub(super) async fn version(&self) -> Result<Tag> {
        let newest = events::newest(&mut self.app.db.read().await?).await?;
        let followed = self.app.signal.position();
        Ok(Tag::of(&[
            self.ui.region.instance.as_bytes(),
            &newest.to_le_bytes(),
            &followed.to_le_bytes(),
            self.ui.now.format("%Y%m%d%H").to_string().as_bytes(),
            self.ui.language.code().as_bytes(),
            self.ui.origin.as_bytes(),
            self.ui.path.as_bytes(),
            self.ui.query.as_bytes(),
        ]))
    }

    /// "You have it already", when that is so.
    pub(super) fn has(&self, version: &Tag) -> Option<Response> {
        version.is_known(&self.headers).then(|| unchanged(version, None))
    }
}

/// A file as an answer; with a name it is saved, without one it is shown.
pub(super) fn file(body: impl IntoResponse, kind: &'static str, name: &str, version: &Tag) -> Response {
    let mut response = kept(body.into_response(), version, None);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=300"));
    let simple = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    if !name.is_empty()
        && name.chars().all(simple)
        && let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""))
    {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    response
}
