//! What all pages share: the reader, the frame round a page, its style sheet and script, errors, forms.

pub mod assets;
pub mod errors;
pub mod form;
pub mod language;
pub mod ui;

pub use ui::{Head, Ui};

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::error::Result;

/// Turns a page into an answer. Public pages may be kept for a minute by those in between; what a cookie changes
/// (light, dark, text size) is said in `Vary`.
pub fn show(page: &impl Template) -> Result<Response> {
    answer(page, StatusCode::OK, "private, max-age=0, must-revalidate")
}

/// A page for one signed-in person: nobody keeps it.
pub fn show_privately(page: &impl Template) -> Result<Response> {
    answer(page, StatusCode::OK, "no-store")
}

/// A page that answers a form with problems: nothing was saved, everything typed is still there.
pub fn unprocessable(page: &impl Template) -> Result<Response> {
    answer(page, StatusCode::UNPROCESSABLE_ENTITY, "no-store")
}

/// A page with a status of its own.
pub fn answer(page: &impl Template, status: StatusCode, cache: &'static str) -> Result<Response> {
    let mut response = (status, page.render()?).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    headers.insert(header::VARY, HeaderValue::from_static("Cookie"));
    Ok(response)
}
