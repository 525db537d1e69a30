//! Calendars to subscribe to (RFC 5545): of one activity, of what an organization arranges, of an area and of any search.
//!
//! A schedule has the same UID in every one of them and in every language, so that who subscribes to two sees it once.

use std::borrow::Borrow;

use axum::extract::Path;
use axum::response::Response;
use fluent_bundle::FluentValue;

use super::asked::{Asked, file};
use super::searched;
use crate::activities;
use crate::activities::card;
use crate::activities::model::{Activity, Listed};
use crate::activities::store::ActivityFilter;
use crate::error::{Error, Result};
use crate::finding::query::SearchForm;
use crate::organizations;
use crate::page::Ui;
use crate::places::model::Place;
use crate::times::Schedule;
use crate::times::ical::{self, CalendarEvent, Cover};

/// The most activities of one calendar: more than anyone looks at, and a file a phone can still read.
const MOST: usize = 1_000;
/// Times that ended longer ago than this are left out of long calendars.
const KEPT: chrono::TimeDelta = chrono::TimeDelta::days(60);

/// What a calendar is.
pub const KIND: &str = "text/calendar; charset=utf-8";

/// The times of what a search finds: an area (`?kunta=398`), a village (`?q=`), or anything else.
pub(super) async fn of_search(asked: Asked) -> Result<Response> {
    let version = asked.version().await?;
    if let Some(known) = asked.has(&version) {
        return Ok(known);
    }
    let form = searched::soonest(SearchForm::read(&asked.ui.query));
    let hits = searched::hits(&asked, &form, 0, MOST)?;
    let mut tx = asked.app.db.read().await?;
    let listed = searched::listed(&mut tx, &hits.ids).await?;
    let title = searched::title(&mut tx, &SearchForm { order: Default::default(), ..form }, &asked.ui).await?;
    drop(tx);
    let text = long(&title, &listed, hits.total, &asked.ui);
    Ok(file(text, KIND, "haku.ics", &version))
}

/// The times of what an organization arranges.
pub(super) async fn of_organization(asked: Asked, Path(slug): Path<String>) -> Result<Response> {
    let version = asked.version().await?;
    if let Some(known) = asked.has(&version) {
        return Ok(known);
    }
    let mut tx = asked.app.db.read().await?;
    let organization = organizations::store::find_by_slug(&mut tx, &slug).await?.ok_or(Error::NotFound)?;
    let filter = ActivityFilter { organization_id: Some(organization.id.clone()), ..ActivityFilter::default() };
    let total = activities::store::count(&mut tx, &filter).await?;
    let activities = activities::store::page(&mut tx, &filter, MOST as i64, 0).await?;
    drop(tx);
    let name = organization.name(asked.ui.language).text.to_owned();
    let listed: Vec<Listed> =
        activities.into_iter().map(|activity| Listed { activity, organization: organization.clone() }).collect();
    let text = long(&name, &listed, usize::try_from(total).unwrap_or_default(), &asked.ui);
    Ok(file(text, KIND, &format!("{slug}.ics"), &version))
}

/// The calendar of one activity, with all its times.
pub fn of_activity(listed: &Listed, ui: &Ui) -> String {
    let cover = Cover { name: listed.activity.name(ui.language).text, description: "" };
    written(&cover, std::slice::from_ref(listed), ui, |_| true)
}

/// A calendar of many activities. What it leaves out is said in its description.
fn long(title: &str, listed: &[Listed], total: usize, ui: &Ui) -> String {
    let brand = ui.brand();
    let name = if title.is_empty() { brand.clone() } else { format!("{title} – {brand}") };
    let description = if total > MOST {
        let values = [("count", FluentValue::from(MOST as i64)), ("total", FluentValue::from(total as i64))];
        ui.language.with("export-calendar-cut", &values)
    } else {
        String::new()
    };
    let since = ui.now - KEPT;
    let recent = |schedule: &Schedule| !crate::times::is_over(std::slice::from_ref(schedule), since);
    written(&Cover { name: &name, description: &description }, listed, ui, recent)
}

/// What every time of an activity says.
struct Said<'a> {
    activity: &'a Activity,
    description: String,
    url: String,
}

fn written<L: Borrow<Listed>>(cover: &Cover<'_>, listed: &[L], ui: &Ui, wanted: impl Fn(&Schedule) -> bool) -> String {
    let said: Vec<Said<'_>> = listed
        .iter()
        .map(|listed| {
            let listed: &Listed = listed.borrow();
            let activity = &listed.activity;
            Said {
                activity,
                description: activity.summary(ui.language).map(|said| said.text.to_owned()).unwrap_or_default(),
                url: format!("{}{}", ui.origin, ui.link(activity.address())),
            }
        })
        .collect();
    let times: Vec<(&Said<'_>, &Schedule, Option<&Place>, String)> = said
        .iter()
        .flat_map(|said| said.activity.schedules.iter().map(move |schedule| (said, schedule)))
        .filter(|(_, schedule)| wanted(schedule))
        .map(|(said, schedule)| {
            let place = place_of(said.activity, schedule);
            (said, schedule, place, place.map(|place| location(place, ui)).unwrap_or_default())
        })
        .collect();
    let events: Vec<CalendarEvent<'_>> = times
        .iter()
        .map(|(said, schedule, place, location)| CalendarEvent {
            schedule,
            title: said.activity.name(ui.language).text,
            description: &said.description,
            location,
            url: &said.url,
            point: place.and_then(|place| place.point),
            language: ui.language,
            uid_host: None,
        })
        .collect();
    ical::covered(cover, &events, host(&ui.origin), ui.now)
}

/// Where a time is: at its own place, else at the activity's first.
fn place_of<'a>(activity: &'a Activity, schedule: &Schedule) -> Option<&'a Place> {
    let own = activity.places.iter().map(|at| &at.place).find(|place| schedule.place_id.as_ref() == Some(&place.id));
    own.or_else(|| activity.main_place())
}

/// A place in one line, as much as may be said.
fn location(place: &Place, ui: &Ui) -> String {
    [card::where_in_words(place, ui.language).as_str(), place.street.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

/// The host of an origin, without its port.
fn host(origin: &str) -> &str {
    origin.split_once("://").map_or("tarjotin", |(_, host)| host).split(':').next().unwrap_or("tarjotin")
}
