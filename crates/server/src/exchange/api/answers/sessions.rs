//! `/api/v1/sessions`: what happens between two moments, in the order it begins.

use std::collections::HashSet;
use std::sync::Arc;

use axum::response::Response;
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Europe::Helsinki;
use serde_json::{Value, json};

use super::{reader, with_next};
use crate::activities::model::Listed;
use crate::exchange::api::record::{self, Reader};
use crate::exchange::api::search::Search;
use crate::exchange::api::{cursor, endpoints, store};
use crate::exchange::open::occurrence::occurrences;
use crate::exchange::open::problem::Result;
use crate::exchange::open::{Asked, formats};

/// What is asked when no end is named.
const USUAL: TimeDelta = TimeDelta::days(7);
/// The longest window.
const LONGEST: TimeDelta = TimeDelta::days(62);
/// How far ahead the search index surely knows what happens: its horizon less the days until it is rolled on.
const AHEAD: TimeDelta = TimeDelta::days(110);
/// Nothing lasts longer, but for the hour that an autumn day has twice.
const LONGEST_SESSION: TimeDelta = TimeDelta::hours(25);
/// Activities loaded at a time.
const BATCH: usize = 200;
/// Times of one activity in one slice of the window.
const MOST_OF_ONE: usize = 500;

/// A window of time.
#[derive(Debug, Clone, Copy)]
struct Window {
    from: DateTime<Utc>,
    to: DateTime<Utc>,
}

impl Window {
    /// What is over is never told, and what is too far ahead to be known is cut off; the answer says what is left.
    fn of(from: Option<DateTime<Utc>>, to: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Self {
        let from = from.map_or(now, |from| from.clamp(now, now + AHEAD));
        let to = to.unwrap_or(from + USUAL).min(from + LONGEST).min(now + AHEAD);
        Window { from, to: to.max(from) }
    }
}

/// What a page goes on after.
type Key = (DateTime<Utc>, String);

/// The list.
pub(in crate::exchange::api) async fn list(asked: Asked) -> Result<Response> {
    let given = asked.given(&endpoints::OF_SESSIONS)?;
    let reader = reader(&asked, &given)?;
    let search = Search::read(&asked.app, &given, asked.ui.now)?;
    let limit = given.size("limit")?;
    let after = cursor::place(&asked.ui.path, &given)?.map(|place| key(&place)).transpose()?;
    let window = Window::of(given.moment("from")?, given.moment("to")?, asked.ui.now);
    let (tx, stamp) = asked.begin().await?;
    drop(tx);
    let made = async {
        let mut found = gathered(&asked, &search, window, after, limit, &reader).await?;
        let more = found.len() > limit;
        found.truncate(limit);
        let next = found
            .last()
            .filter(|_| more)
            .map(|((starts, id), _)| cursor::mark(&asked.ui.path, &format!("{}|{id}", starts.timestamp_millis())));
        let data: Vec<Value> = found.into_iter().map(|(_, told)| told).collect();
        let (from, to) = (formats::moment(window.from), formats::moment(window.to));
        Ok(with_next(json!({"from": from, "to": to, "data": data}), next))
    };
    asked.unless_known(asked.tag_of_now(stamp), stamp, made).await
}

fn key(place: &str) -> Result<Key> {
    let read = || {
        let (starts, id) = place.split_once('|')?;
        Some((DateTime::from_timestamp_millis(starts.parse().ok()?)?, id.to_owned()))
    };
    read().ok_or_else(cursor::refused)
}

/// The first times after a key, one more than asked for when there are more. The window is gone through in slices that
/// grow, so that a page of a large tray loads what happens first and not all of it.
async fn gathered(
    asked: &Asked,
    search: &Search,
    window: Window,
    after: Option<Key>,
    limit: usize,
    reader: &Reader<'_>,
) -> Result<Vec<(Key, Value)>> {
    let cancelled = cancelled(asked, search, window).await?;
    let mut found: Vec<(Key, Value)> = Vec::new();
    let mut from = after.as_ref().map_or(window.from, |(starts, _)| (*starts).max(window.from));
    let mut length = TimeDelta::days(1);
    while from < window.to && found.len() <= limit {
        let slice = Window { from, to: (from + length).min(window.to) };
        let mut ids = search.ids(&asked.app, Some((slice.from, slice.to + LONGEST_SESSION)))?;
        let known: HashSet<&String> = ids.iter().collect();
        let more: Vec<String> = cancelled.iter().filter(|id| !known.contains(id)).cloned().collect();
        ids.extend(more);
        let mut part: Vec<(Key, (Arc<Listed>, usize))> = Vec::new();
        let mut tx = asked.app.db.read().await?;
        for batch in ids.chunks(BATCH) {
            for listed in asked.app.shelf.list(&mut tx, batch).await? {
                let all = occurrences(&listed.activity, window.from, slice.to, MOST_OF_ONE);
                for (at, one) in all.iter().enumerate() {
                    let key = (one.session.starts, one.id());
                    let is_of_slice = from == window.from || one.session.starts >= slice.from;
                    if is_of_slice && after.as_ref().is_none_or(|after| key > *after) {
                        part.push((key, (listed.clone(), at)));
                    }
                }
            }
        }
        part.sort_by(|(one, _), (other, _)| one.cmp(other));
        for (key, (listed, at)) in part.into_iter().take(limit + 1 - found.len()) {
            let all = occurrences(&listed.activity, window.from, slice.to, MOST_OF_ONE);
            found.extend(all.get(at).map(|one| (key, record::happening(one, &listed, reader))));
        }
        from = slice.to;
        length = length * 2;
    }
    Ok(found)
}

/// Those that pass the filters and have a time called off in the window: the index knows only what is held.
async fn cancelled(asked: &Asked, search: &Search, window: Window) -> Result<Vec<String>> {
    let day = |time: DateTime<Utc>| time.with_timezone(&Helsinki).date_naive();
    let mut tx = asked.app.db.read().await?;
    let ids = store::cancelled_between(&mut tx, day(window.from - LONGEST_SESSION), day(window.to)).await?;
    if ids.is_empty() {
        return Ok(ids);
    }
    let passing: HashSet<String> = search.ids(&asked.app, None)?.into_iter().collect();
    Ok(ids.into_iter().filter(|id| passing.contains(id)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_is_never_over_and_never_too_far() {
        let now = "2026-11-24T08:00:00Z".parse::<DateTime<Utc>>().expect("a time");
        let hours = |from: i64| Some(now + TimeDelta::hours(from));
        let told = |from, to| {
            let window = Window::of(from, to, now);
            ((window.from - now).num_hours(), (window.to - now).num_hours())
        };
        assert_eq!(told(None, None), (0, 7 * 24));
        assert_eq!(told(hours(-48), hours(5)), (0, 5));
        assert_eq!(told(hours(10), hours(5)), (10, 10));
        assert_eq!(told(None, hours(24 * 1000)), (0, 62 * 24));
        assert_eq!(told(hours(24 * 1000), None), (110 * 24, 110 * 24));
    }
}
