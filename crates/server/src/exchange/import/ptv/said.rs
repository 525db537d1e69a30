//! Texts of PTV: lists of values with a language and often a type, in any order.

use std::collections::BTreeMap;

use super::super::json::fields::{Object, objects, text};
use super::super::json::telling::Telling;
use super::super::reason::Reason;
use crate::reference;
use crate::vocabulary::LANGUAGES;

/// A text by language.
pub(super) type Said = BTreeMap<String, String>;

/// Characters of a text beyond which it is cut.
pub(super) use super::super::json::telling::{LONGEST_NAME, LONGEST_TEXT};

/// The texts of a list that have a type, by language; the first of each holds.
pub(super) fn of_type(telling: &mut Telling<'_>, record: &Object, list: &str, kind: &str, most: usize) -> Said {
    of(telling, record, list, "value", most, |part| text(part, "type") == kind)
}

/// The texts of a list without types, by language.
pub(super) fn plain(telling: &mut Telling<'_>, record: &Object, list: &str, most: usize) -> Said {
    of(telling, record, list, "value", most, |_| true)
}

/// The first text of each language.
fn of(
    telling: &mut Telling<'_>,
    record: &Object,
    list: &str,
    field: &str,
    most: usize,
    is_meant: impl Fn(&Object) -> bool,
) -> Said {
    let mut said = Said::new();
    for (at, part) in objects(record, list).filter(|(_, part)| is_meant(part) && !text(part, field).is_empty()) {
        let pointer = format!("/{list}/{at}");
        if let Some(language) = language(telling, part, &pointer) {
            let words = telling.clean(&format!("{pointer}/{field}"), text(part, field), most);
            said.entry(language).or_insert(words);
        }
    }
    said
}

/// All texts of a list, joined by language.
pub(super) fn joined(telling: &mut Telling<'_>, record: &Object, list: &str, between: &str) -> Said {
    let mut said = Said::new();
    for (at, part) in objects(record, list).filter(|(_, part)| !text(part, "value").is_empty()) {
        if let Some(language) = language(telling, part, &format!("/{list}/{at}")) {
            add(&mut said, &language, text(part, "value"), between);
        }
    }
    said
}

/// Adds a text to those of a language.
pub(super) fn add(said: &mut Said, language: &str, words: &str, between: &str) {
    let all = said.entry(language.to_owned()).or_default();
    if words.is_empty() || all.split(between).any(|known| known == words) {
        return;
    }
    if !all.is_empty() {
        all.push_str(between);
    }
    all.push_str(words);
}

/// The language of a text, or a question.
fn language(telling: &mut Telling<'_>, part: &Object, pointer: &str) -> Option<String> {
    let code = text(part, "language");
    let found = code_of(code);
    if found.is_none() {
        telling.ask(&format!("{pointer}/language"), Reason::UnknownLanguage, code);
    }
    found
}

/// Our code of a language.
pub(super) fn code_of(code: &str) -> Option<String> {
    let code = code.to_lowercase();
    let ours = LANGUAGES.code(&code);
    ours.or_else(|| reference::language(&code).map(|language| language.code)).map(str::to_owned)
}

/// The text for readers of Finnish, or of any language when there is none.
pub(super) fn best(said: &Said) -> &str {
    said.get("fi").or_else(|| said.values().next()).map_or("", String::as_str)
}
