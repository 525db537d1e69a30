//! `/v1/keyword/` and `/v1/language/`: our codes.

use axum::Extension;
use axum::extract::Path;
use axum::response::Response;
use serde_json::Value;

use super::{Paging, framed};
use crate::exchange::linked_events::calendar::{Calendar, Entries, KEYWORDS, keyword_id};
use crate::exchange::linked_events::parameters::{OF_LISTS, OF_ONE};
use crate::exchange::linked_events::record;
use crate::exchange::open::Asked;
use crate::exchange::open::problem::{Problem, Result};
use crate::vocabulary::{LANGUAGES, Vocabulary};

/// The list of keywords.
pub(super) async fn keywords(asked: Asked, Extension(calendar): Extension<Calendar>) -> Result<Response> {
    let given = asked.given(&OF_LISTS)?;
    let (mut tx, stamp) = asked.begin().await?;
    let made = async {
        let entries = calendar.entries(&mut tx, stamp.number, asked.ui.now).await?;
        let codes = KEYWORDS.iter().flat_map(|list| list.codes.iter().map(move |code| (list, *code)));
        let told = codes.map(|(list, code)| record::keyword(&asked.ui.origin, list, code, count(&entries, list, code)));
        let told: Vec<Value> = told.filter(|told| is_called(told, given.words("text").ok().flatten())).collect();
        page(&asked, told, &given)
    };
    asked.unless_known(asked.tag_of_now(stamp), stamp, made).await
}

/// One keyword.
pub(super) async fn keyword(
    asked: Asked,
    Extension(calendar): Extension<Calendar>,
    Path(id): Path<String>,
) -> Result<Response> {
    asked.given(&OF_ONE)?;
    let (list, code) = record::own(&id).and_then(code_of).ok_or(Problem::NotFound)?;
    let (mut tx, stamp) = asked.begin().await?;
    let entries = calendar.entries(&mut tx, stamp.number, asked.ui.now).await?;
    Ok(asked.record(&record::keyword(&asked.ui.origin, list, code, count(&entries, list, code)), None))
}

/// The list of languages.
pub(super) async fn languages(asked: Asked) -> Result<Response> {
    let given = asked.given(&OF_LISTS)?;
    let told = LANGUAGES.codes.iter().map(|code| record::language(&asked.ui.origin, code));
    let told = told.filter(|told| is_called(told, given.words("text").ok().flatten())).collect();
    Ok(asked.record(&page(&asked, told, &given)?, None))
}

/// One language.
pub(super) async fn language(asked: Asked, Path(id): Path<String>) -> Result<Response> {
    asked.given(&OF_ONE)?;
    let code = LANGUAGES.code(&id).ok_or(Problem::NotFound)?;
    Ok(asked.record(&record::language(&asked.ui.origin, code), None))
}

fn page(asked: &Asked, told: Vec<Value>, given: &crate::exchange::open::parameters::Given) -> Result<Value> {
    let paging = Paging::of(given, told.len())?;
    let total = told.len();
    let data = told.into_iter().skip(paging.offset()).take(paging.size).collect();
    Ok(framed(asked, paging, total, data))
}

fn count(entries: &Entries, list: &Vocabulary, code: &str) -> usize {
    let id = keyword_id(list, code);
    entries.values().filter(|entry| entry.keywords.contains(&id)).count()
}

fn code_of(id: &str) -> Option<(&'static Vocabulary, &'static str)> {
    let (set, code) = id.split_once('-')?;
    let list = KEYWORDS.iter().find(|list| list.set == set)?;
    Some((list, list.code(code)?))
}

/// Whether one of a record's names holds these words.
fn is_called(record: &Value, words: Option<&str>) -> bool {
    let words = words.unwrap_or_default().to_lowercase();
    let mut names = record["name"].as_object().into_iter().flat_map(serde_json::Map::values);
    words.is_empty() || names.any(|name| name.as_str().is_some_and(|name| name.to_lowercase().contains(&words)))
}
