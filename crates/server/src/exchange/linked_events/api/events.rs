//! `/v1/event/`: what happens.

use std::cmp::Ordering;
use std::collections::HashSet;
use std::sync::Arc;

use axum::Extension;
use axum::extract::Path;
use axum::response::Response;
use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::Europe::Helsinki;
use serde_json::Value;

use super::{Paging, framed};
use crate::app::App;
use crate::error::Error;
use crate::exchange::linked_events::calendar::{Calendar, Entries, Entry, Time};
use crate::exchange::linked_events::parameters::{OF_EVENT, OF_EVENTS};
use crate::exchange::linked_events::record::{self, Inside};
use crate::exchange::open::parameters::Given;
use crate::exchange::open::problem::{Problem, Result};
use crate::exchange::open::{Asked, formats};
use crate::finding::query::SearchForm;
use crate::finding::understanding;
use crate::i18n::Language;
use crate::reference;

/// The most activities that words may find.
const MOST_FOUND: usize = 10_000;

/// An event of the list: an activity, or one time of a series.
#[derive(Debug, Clone, Copy)]
struct Row<'a> {
    entry: &'a Entry,
    time: Option<&'a Time>,
    starts: DateTime<Utc>,
    ends: DateTime<Utc>,
}

/// What the list is to hold.
struct Wanted {
    start: Option<DateTime<Utc>>,
    end: Option<DateTime<Utc>>,
    /// The activities the words find.
    found: Option<HashSet<String>>,
    keywords: Vec<String>,
    places: Vec<String>,
    municipalities: Vec<String>,
    languages: Vec<String>,
    publishers: Vec<String>,
    types: Vec<&'static str>,
    above: Option<String>,
    changed_since: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
}

/// The list, the series and their times one by one.
pub(super) async fn list(asked: Asked, Extension(calendar): Extension<Calendar>) -> Result<Response> {
    let given = asked.given(&OF_EVENTS)?;
    let wanted = Wanted::read(&asked, &given)?;
    let (mut tx, stamp) = asked.begin().await?;
    let made = async {
        let entries = calendar.entries(&mut tx, stamp.number, asked.ui.now).await?;
        let mut rows = rows(&entries, &wanted);
        sort(&mut rows, given.choice("sort")?.unwrap_or("-last_modified_time"));
        let paging = Paging::of(&given, rows.len())?;
        let shown: Vec<Row<'_>> = rows.iter().skip(paging.offset()).take(paging.size).copied().collect();
        let mut ids: Vec<String> = shown.iter().map(|row| row.entry.id.clone()).collect();
        ids.dedup();
        let listed = asked.app.shelf.list(&mut tx, &ids).await?;
        let inside = inside(&given)?;
        let told = shown.iter().filter_map(|row| {
            let found = listed.iter().find(|listed| listed.activity.id == row.entry.id)?;
            Some(record::event(&asked.ui.origin, found, row.entry, row.time, inside))
        });
        let told: Vec<Value> = told.collect();
        Ok(framed(&asked, paging, rows.len(), told))
    };
    asked.unless_known(asked.tag_of_now(stamp), stamp, made).await
}

/// One event: an activity, or one of its times.
pub(super) async fn one(
    asked: Asked,
    Extension(calendar): Extension<Calendar>,
    Path(id): Path<String>,
) -> Result<Response> {
    let given = asked.given(&OF_EVENT)?;
    let id = record::own(&id).ok_or(Problem::NotFound)?;
    let (mut tx, stamp) = asked.begin().await?;
    let entries = calendar.entries(&mut tx, stamp.number, asked.ui.now).await?;
    let (entry, time) = found(&entries, id).ok_or(Problem::NotFound)?;
    let listed =
        asked.app.shelf.list(&mut tx, std::slice::from_ref(&entry.id)).await?.pop().ok_or(Problem::NotFound)?;
    let told = record::event(&asked.ui.origin, &listed, entry, time, inside(&given)?);
    Ok(asked.record(&told, Some(entry.changed_at)))
}

fn found<'a>(entries: &'a Entries, id: &str) -> Option<(&'a Arc<Entry>, Option<&'a Time>)> {
    if let Some(entry) = entries.get(id) {
        return Some((entry, None));
    }
    entries.values().filter(|entry| entry.is_series).find_map(|entry| {
        let time = entry.times.iter().find(|time| time.id == id)?;
        Some((entry, Some(time)))
    })
}

fn inside(given: &Given) -> Result<Inside> {
    let wanted = given.choices("include")?;
    let has = |name: &str| wanted.contains(&name);
    Ok(Inside {
        location: has("location"),
        keywords: has("keywords"),
        audience: has("audience"),
        in_language: has("in_language"),
        super_event: has("super_event"),
        sub_events: has("sub_events"),
    })
}

impl Wanted {
    fn read(asked: &Asked, given: &Given) -> Result<Self> {
        let owned = |name: &'static str| -> Result<Vec<String>> {
            Ok(given.list(name)?.into_iter().map(str::to_owned).collect())
        };
        // An id of another source is of nothing here.
        let ids = |name: &'static str| -> Result<Vec<String>> {
            Ok(given.list(name)?.into_iter().map(|id| record::own(id).unwrap_or("?").to_owned()).collect())
        };
        let now = asked.ui.now;
        Ok(Wanted {
            start: moment(given, "start", now, false)?,
            end: moment(given, "end", now, true)?,
            found: given.words("text")?.map(|words| with_words(&asked.app, words, now)).transpose()?,
            keywords: ids("keyword")?,
            places: ids("location")?,
            municipalities: given.list("division")?.into_iter().map(municipality).collect(),
            languages: owned("language")?,
            publishers: ids("publisher")?,
            types: given.choices("super_event_type")?,
            above: given.words("super_event")?.map(str::to_owned),
            changed_since: given.moment("last_modified_since")?,
            now,
        })
    }

    fn has(&self, entry: &Entry) -> bool {
        let any = |wanted: &[String], have: &[String]| wanted.is_empty() || wanted.iter().any(|one| have.contains(one));
        any(&self.keywords, &entry.keywords)
            && any(&self.places, &entry.places)
            && any(&self.municipalities, &entry.municipalities)
            && any(&self.languages, &entry.languages)
            && any(&self.publishers, std::slice::from_ref(&entry.organization_id))
            && self.found.as_ref().is_none_or(|found| found.contains(&entry.id))
            && self.changed_since.is_none_or(|since| entry.changed_at >= since)
    }

    fn has_row(&self, row: &Row<'_>) -> bool {
        let kind = if row.time.is_none() && row.entry.is_series { "recurring" } else { "none" };
        let is_above = |above: &String| match above.as_str() {
            "none" => row.time.is_none(),
            above => row.time.is_some() && record::own(above) == Some(&row.entry.id),
        };
        row.ends > self.now
            && self.start.is_none_or(|start| row.ends > start)
            && self.end.is_none_or(|end| row.starts < end)
            && (self.types.is_empty() || self.types.contains(&kind))
            && self.above.as_ref().is_none_or(is_above)
    }
}

fn rows<'a>(entries: &'a Entries, wanted: &Wanted) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    for entry in entries.values().filter(|entry| wanted.has(entry)) {
        let coming = || entry.times.iter().filter(|time| time.ends > wanted.now);
        let (Some(first), Some(last)) = (coming().next(), coming().map(|time| time.ends).max()) else { continue };
        rows.push(Row { entry, time: None, starts: first.starts, ends: last });
        if entry.is_series {
            rows.extend(coming().map(|time| Row { entry, time: Some(time), starts: time.starts, ends: time.ends }));
        }
    }
    rows.retain(|row| wanted.has_row(row));
    rows
}

/// In order; what is alike by activity, its series first and then its times.
fn sort(rows: &mut [Row<'_>], order: &str) {
    let (name, is_down) = order.strip_prefix('-').map_or((order, false), |name| (name, true));
    let by = |one: &Row<'_>, other: &Row<'_>| -> Ordering {
        match name {
            "start_time" => one.starts.cmp(&other.starts),
            "end_time" => one.ends.cmp(&other.ends),
            "name" => one.entry.sort_key.cmp(&other.entry.sort_key),
            _ => one.entry.changed_at.cmp(&other.entry.changed_at),
        }
    };
    let place = |row: &Row<'_>| (row.entry.id.clone(), row.time.is_some(), row.starts);
    rows.sort_by(|one, other| {
        let first = if is_down { by(other, one) } else { by(one, other) };
        first.then_with(|| place(one).cmp(&place(other)))
    });
}

/// The activities that have these words, as the search page understands them.
fn with_words(app: &App, words: &str, now: DateTime<Utc>) -> Result<HashSet<String>> {
    let form = SearchForm { words: words.to_owned(), page: 1, ..SearchForm::default() };
    let understood = understanding::understand(app, &form, Language::Finnish, now)?;
    let mut query = form.query(&[], Language::Finnish, now);
    understood.weigh(&mut query);
    (query.limit, query.count_facets) = (MOST_FOUND, false);
    let results = app.index.search(&query).map_err(Error::from)?;
    Ok(results.hits.into_iter().map(|hit| hit.id).collect())
}

/// `now`, `today`, `2h` from now, a day, or a moment. A day as an end is the whole of it.
fn moment(given: &Given, name: &'static str, now: DateTime<Utc>, is_end: bool) -> Result<Option<DateTime<Utc>>> {
    let Some(text) = given.words(name)? else { return Ok(None) };
    let today = now.with_timezone(&Helsinki).date_naive();
    let of_day = |day: NaiveDate| {
        let day = if is_end { day.succ_opt()? } else { day };
        Some(day.and_time(NaiveTime::MIN).and_local_timezone(Helsinki).earliest()?.to_utc())
    };
    let found = match text {
        "now" => Some(now),
        "today" => of_day(today),
        text => match (text.strip_suffix('h').and_then(|hours| hours.parse::<u16>().ok()), text.parse::<NaiveDate>()) {
            (Some(hours), _) => Some(now + TimeDelta::hours(hours.into())),
            (None, Ok(day)) => of_day(day),
            (None, Err(_)) => formats::moment_of(text),
        },
    };
    let wants = || Problem::Parameter {
        name,
        wants: "now, today, 2h, a day such as 2026-12-01 or a moment with its offset".to_owned(),
    };
    found.map(Some).ok_or_else(wants)
}

/// `kunta:lahti`, `ocd-division/country:fi/kunta:lahti` or the name of a municipality.
fn municipality(division: &str) -> String {
    let name = division.rsplit(':').next().unwrap_or(division);
    let by_name = || reference::municipalities().iter().find(|found| crate::text::slug(found.names.fi) == name);
    let found = reference::municipality_named(name).or_else(by_name);
    found.map_or_else(|| "?".to_owned(), |found| found.code.to_owned())
}
