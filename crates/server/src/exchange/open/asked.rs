//! A request for open data, and the answers to it that carry their version.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use axum::response::Response;
use chrono::{DateTime, Utc};
use db::Tx;
use serde_json::Value;

use super::answer::{self, Tag};
use super::formats;
use super::parameters::{Given, Parameter};
use super::problem::Result;
use super::store::{self, Stamp};
use crate::app::App;
use crate::error::Error;
use crate::page::Ui;

/// A request of a program.
pub(in crate::exchange) struct Asked {
    pub(in crate::exchange) app: App,
    pub(in crate::exchange) ui: Ui,
    pub(in crate::exchange) headers: HeaderMap,
}

impl FromRequestParts<App> for Asked {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> std::result::Result<Self, Infallible> {
        Ok(Asked::of(parts, app))
    }
}

impl Asked {
    /// The request behind these parts.
    pub(in crate::exchange) fn of(parts: &Parts, app: &App) -> Self {
        Asked { app: app.clone(), ui: Ui::of(parts, app), headers: parts.headers.clone() }
    }

    /// What is asked, when all of it is among these parameters and can be.
    pub(in crate::exchange) fn given(&self, known: &'static [Parameter]) -> Result<Given> {
        Given::read(&self.ui.query, known)
    }

    /// Begins an answer: the version first, then everything else.
    pub(in crate::exchange) async fn begin(&self) -> Result<(Tx, Stamp)> {
        let mut tx = self.app.db.read().await?;
        let stamp = store::stamp(&mut tx).await?;
        Ok((tx, stamp))
    }

    /// The version of a list: how far the log is, where we are asked, and what for. The day is in it because a few
    /// words (names a region gives its steps) change without an event.
    pub(in crate::exchange) fn tag(&self, stamp: Stamp, more: &[u8]) -> Tag {
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

    /// The version of a list whose order or times go on with the clock and the search index.
    pub(in crate::exchange) fn tag_of_now(&self, stamp: Stamp) -> Tag {
        let state = format!("{}/{}", self.app.signal.position(), self.ui.now.timestamp() / 60);
        self.tag(stamp, state.as_bytes())
    }

    /// The answer of this version that `made` makes, unless the one who asks has it already.
    pub(in crate::exchange) async fn unless_known(
        &self,
        tag: Tag,
        stamp: Stamp,
        made: impl Future<Output = Result<Value>>,
    ) -> Result<Response> {
        if tag.is_known(&self.headers) {
            return Ok(answer::unchanged(&tag, stamp.at));
        }
        Ok(answer::kept(answer::json(&made.await?), &tag, stamp.at))
    }

    /// One record. Its version is made of itself, so that it stays the same while others change.
    pub(in crate::exchange) fn record(&self, record: &Value, changed: Option<DateTime<Utc>>) -> Response {
        let body = record.to_string();
        let tag = Tag::of(&[body.as_bytes()]);
        if tag.is_known(&self.headers) {
            return answer::unchanged(&tag, changed);
        }
        answer::kept(answer::text("application/json", body), &tag, changed)
    }
}

/// An id of an address as the database has it; anything but a UUID is nobody's.
pub(in crate::exchange) fn known_id(id: &str) -> Result<String> {
    if formats::is_id(id) { Ok(id.to_ascii_lowercase()) } else { Err(Error::NotFound.into()) }
}
