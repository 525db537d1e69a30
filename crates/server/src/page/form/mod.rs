//! Forms: what was typed, what is wrong with it, and the key that recognises a repeat.

mod store;

pub use store::{answer, answered, forget_answers};

use axum::http::HeaderValue;
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};

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
