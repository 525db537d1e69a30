//! Activities for other programs: the calendar file.

use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};

use super::card;
use crate::app::App;
use crate::error::{Error, Result};
use crate::page::Ui;
use crate::times::ical::{self, CalendarEvent};

/// The times of an activity as an iCalendar file (RFC 5545).
pub async fn calendar(ui: Ui, State(app): State<App>, Path(slug): Path<String>) -> Result<Response> {
    let listed = app.shelf.at(&mut app.db.read().await?, &slug).await?.ok_or(Error::NotFound)?;
    let activity = &listed.activity;
    let title = activity.name(ui.language).text;
    let description = activity.summary(ui.language).map(|said| said.text).unwrap_or_default();
    let place = activity.main_place();
    let location = place
        .map(|place| {
            [card::where_in_words(place, ui.language).as_str(), place.street.as_str()]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(", ")
        })
        .unwrap_or_default();
    let url = format!("{}{}", ui.origin, ui.link(activity.address()));
    let host = ui.origin.split_once("://").map_or("tarjotin", |(_, host)| host).split(':').next().unwrap_or("tarjotin");
    let events: Vec<CalendarEvent<'_>> = activity
        .schedules
        .iter()
        .map(|schedule| CalendarEvent {
            schedule,
            title,
            description,
            location: &location,
            url: &url,
            point: place.and_then(|place| place.point),
            language: ui.language,
            uid_host: None,
        })
        .collect();
    let mut response = ical::calendar(&events, host, ui.now).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=300"));
    if let Ok(name) = HeaderValue::from_str(&format!("attachment; filename=\"{}.ics\"", activity.slug)) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(response)
}
