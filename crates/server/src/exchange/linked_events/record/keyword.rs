//! A code of ours as a keyword, and a language.

use serde_json::{Value, json};

use super::{PAGES, SOURCE, ended, id, name};
use crate::exchange::linked_events::calendar::keyword_id;
use crate::vocabulary::{LANGUAGES, Vocabulary};

/// A keyword.
pub(in crate::exchange::linked_events) fn keyword(origin: &str, list: &Vocabulary, code: &str, count: usize) -> Value {
    let record = json!({
        "id": id(&keyword_id(list, code)),
        "name": name(list, code),
        "alt_labels": [],
        "aggregate": false,
        "deprecated": false,
        "n_events": count,
        "has_upcoming_events": count > 0,
        "image": null,
        "data_source": SOURCE,
        "publisher": null,
        "replaced_by": null,
        "created_time": null,
        "last_modified_time": null,
    });
    ended(record, origin, "keyword", "Keyword")
}

/// A language one gets by with.
pub(in crate::exchange::linked_events) fn language(origin: &str, code: &str) -> Value {
    let is_of_pages = PAGES.iter().any(|language| language.code() == code);
    let record = json!({"id": code, "name": name(&LANGUAGES, code), "translation_available": is_of_pages});
    ended(record, origin, "language", "Language")
}
