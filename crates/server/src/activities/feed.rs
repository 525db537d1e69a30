//! Activities for other programs: the calendar file.

use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::error::{Error, Result};
use crate::exchange::export::calendars;
use crate::page::Ui;

/// The times of an activity as an iCalendar file (RFC 5545).
pub async fn calendar(ui: Ui, State(app): State<App>, Path(slug): Path<String>) -> Result<Response> {
    let listed = app.shelf.at(&mut app.db.read().await?, &slug).await?.ok_or(Error::NotFound)?;
    let mut response = calendars::of_activity(&listed, &ui).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(calendars::KIND));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=300"));
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    if let Ok(name) = HeaderValue::from_str(&format!("attachment; filename=\"{}.ics\"", listed.activity.slug)) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(response)
}
