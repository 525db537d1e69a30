//! Forms: what was typed, what is wrong with it, and the key that recognises a repeat.

use axum::http::HeaderValue;
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use db::{Result, Tx, sql};
use sha2::{Digest, Sha256};

/// What is wrong with a form: pairs of the field's id and a sentence in the reader's language, in the order of the
/// page. The error summary links each sentence to its field.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems(pub Vec<(&'static str, String)>);

impl Problems {
    /// Adds a problem of a field.
    pub fn add(&mut self, field: &'static str, sentence: impl Into<String>) {
        self.0.push((field, sentence.into()));
    }

    /// Whether all is well.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is wrong with one field.
    pub fn of(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|(id, _)| *id == field).map(|(_, sentence)| sentence.as_str())
    }
}

/// A form's key: made with the form, sent back with it. Two posts with one key are one post.
pub fn new_key() -> String {
    db::new_id()
}

/// What the first post with this key was answered with, if there was one.
pub async fn answered(tx: &mut Tx, key: &str) -> Result<Option<String>> {
    let row: Option<(String,)> =
        tx.optional(sql("SELECT location FROM answered_posts").filter("key = ?", Some(&hash(key)))).await?;
    Ok(row.map(|(location,)| location))
}

/// Keeps the answer to a post in the same transaction as what it wrote.
pub async fn answer(tx: &mut Tx, key: &str, location: &str, now: DateTime<Utc>) -> Result<()> {
    if key.is_empty() || key.len() > 64 {
        return Ok(());
    }
    tx.execute(
        sql("INSERT INTO answered_posts (key, location, at) VALUES (?, ?, ?)").bind(hash(key)).bind(location).bind(now),
    )
    .await?;
    Ok(())
}

/// A key may lead to what only its sender may see, so the database knows its hash alone.
fn hash(key: &str) -> String {
    Sha256::digest(key.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Forgets answers older than this moment.
pub async fn forget_answers(tx: &mut Tx, before: DateTime<Utc>) -> Result<u64> {
    tx.execute(sql("DELETE FROM answered_posts").filter("at < ?", Some(before))).await
}

/// The first value of a name in the query of an address.
pub fn value_in(query: &str, wanted: &str) -> Option<String> {
    form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == wanted).map(|(_, value)| value.into_owned())
}

/// Sends the reader on after a post, so that reloading does not post again.
pub fn see_other(location: &str) -> Response {
    let mut response = Redirect::to(location).into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
