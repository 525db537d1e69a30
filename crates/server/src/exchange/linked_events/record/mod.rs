//! Our records as Linked Events tell them. Every field of theirs is there, also where we have nothing to say: programs
//! read them without asking.

mod event;
mod keyword;
mod place;

use serde_json::{Map, Value, json};

use crate::i18n::Language;
use crate::text::Texts;
use crate::vocabulary::Vocabulary;

pub(super) use event::{Inside, event};
pub(super) use keyword::{keyword, language};
pub(super) use place::place;

/// What ids begin with: the source of the data.
pub(super) const SOURCE: &str = "tarjotin";
/// The context of every record.
const CONTEXT: &str = "http://schema.org";
/// The languages that Linked Events have words in; Finnish stands first.
const LANGUAGES: [&str; 5] = ["fi", "sv", "en", "ru", "ar"];
/// The languages of our own words.
const PAGES: [Language; 3] = [Language::Finnish, Language::Swedish, Language::English];

/// An id of ours as theirs.
pub(super) fn id(own: &str) -> String {
    format!("{SOURCE}:{own}")
}

/// An id of theirs as ours; none for what is of another source.
pub(super) fn own(id: &str) -> Option<&str> {
    id.strip_prefix(SOURCE)?.strip_prefix(':')
}

/// Points to a record.
pub(super) fn pointer(origin: &str, what: &str, id: &str) -> Value {
    json!({"@id": address(origin, what, id)})
}

fn address(origin: &str, what: &str, id: &str) -> String {
    format!("{origin}/v1/{what}/{id}/")
}

/// Adds what every record ends with.
fn ended(mut record: Value, origin: &str, what: &str, kind: &str) -> Value {
    let own_address = record["id"].as_str().map(|id| address(origin, what, id)).unwrap_or_default();
    record["@id"] = own_address.into();
    record["@context"] = CONTEXT.into();
    record["@type"] = kind.into();
    record
}

/// Words by language, or null when there are none. What is said in none of the languages Linked Events know is told in
/// the one it is in.
fn said<T>(texts: &Texts<T>, field: impl Fn(&T) -> String) -> Value {
    let spoken = |tag: &str| Some(field(texts.get(tag)?)).filter(|words| !words.is_empty());
    let mut told: Map<String, Value> =
        LANGUAGES.iter().filter_map(|tag| Some(((*tag).to_owned(), spoken(tag)?.into()))).collect();
    if told.is_empty() {
        let any = texts.keys().find_map(|tag| Some((tag.clone(), Value::from(spoken(tag)?))));
        told.extend(any);
    }
    if told.is_empty() { Value::Null } else { told.into() }
}

/// Our own words by language, or null when they are empty.
fn words(words: impl Fn(Language) -> String) -> Value {
    let told: Map<String, Value> = PAGES
        .into_iter()
        .map(|language| (language.code().to_owned(), words(language)))
        .filter(|(_, words)| !words.is_empty())
        .map(|(tag, words)| (tag, words.into()))
        .collect();
    if told.is_empty() { Value::Null } else { told.into() }
}

/// A text of which we know only the Finnish, or null.
fn finnish(text: &str) -> Value {
    if text.is_empty() { Value::Null } else { json!({"fi": text}) }
}

/// The name of a code in each language.
fn name(list: &Vocabulary, code: &str) -> Value {
    words(|language| list.name(code, language))
}
