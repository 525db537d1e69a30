//! Taxonomies, their terms, and terms on records.

use super::super::checks;
use super::super::ids;
use super::super::json::fields::{Object, has, object, objects, text};
use super::super::json::telling::{LONGEST_NAME, LONGEST_TEXT, Telling};
use super::super::reason::Reason;
use super::super::record::{Attribute, Content, Draft, Taxonomy, Term};
use crate::reference;
use crate::vocabulary::{INTERESTS, KINDS, SITUATIONS, SUPPORT_FORMS, THRESHOLDS, Vocabulary};

/// Reads a taxonomy and the terms in it.
pub(super) fn taxonomy(telling: &mut Telling<'_>, record: &Object) {
    telling.reading.read += 1;
    if !has_name_and_id(telling, record) {
        return;
    }
    let taxonomy = taxonomy_of(telling, record);
    push(telling, text(record, "id"), false, Content::Taxonomy(taxonomy.clone()));
    for (at, part) in objects(record, "taxonomy_terms") {
        telling.reading.read += 1;
        if text(part, "name").is_empty() || text(part, "id").is_empty() {
            telling.begin();
            telling.reject(&format!("/taxonomy_terms/{at}/name"), Reason::MissingName, "");
            telling.refuse();
            continue;
        }
        let term = Term { taxonomy: Some(taxonomy.clone()), ..term_of(telling.source_id, part) };
        push(telling, text(part, "id"), true, Content::Term(term));
    }
}

/// Reads a term.
pub(super) fn term(telling: &mut Telling<'_>, record: &Object) {
    telling.reading.read += 1;
    if has_name_and_id(telling, record) {
        let term = term_of(telling.source_id, record);
        push(telling, text(record, "id"), false, Content::Term(term));
    }
}

fn has_name_and_id(telling: &mut Telling<'_>, record: &Object) -> bool {
    let mut is_whole = true;
    for (name, reason) in [("id", Reason::MissingId), ("name", Reason::MissingName)] {
        if text(record, name).is_empty() {
            telling.reject(&format!("/{name}"), reason, "");
            is_whole = false;
        }
    }
    if !is_whole {
        telling.refuse();
    }
    is_whole
}

fn push(telling: &mut Telling<'_>, reference: &str, part: bool, content: Content) {
    let at = telling.spot("");
    telling.reading.drafts.push(Draft { at, reference: reference.to_owned(), hash: String::new(), part, content });
}

fn taxonomy_of(telling: &Telling<'_>, record: &Object) -> Taxonomy {
    let short = |name| checks::within(checks::clean(text(record, name)), LONGEST_NAME).0;
    Taxonomy {
        id: ids::own_or_derived(telling.source_id, "taxonomy", text(record, "id")),
        name: short("name"),
        description: checks::within(checks::clean(text(record, "description")), LONGEST_TEXT).0,
        uri: checks::web_address(text(record, "uri")).unwrap_or_default(),
        version: short("version"),
    }
}

fn term_of(source_id: &str, record: &Object) -> Term {
    let short = |name| checks::within(checks::clean(text(record, name)), LONGEST_NAME).0;
    let detail = object(record, "taxonomy_detail");
    let taxonomy_id = detail.map_or("", |detail| text(detail, "id"));
    let taxonomy_id = if taxonomy_id.is_empty() { text(record, "taxonomy_id") } else { taxonomy_id };
    let taxonomy_name = match text(record, "taxonomy") {
        "" => detail.map_or("", |detail| text(detail, "name")),
        name => name,
    };
    let taxonomy = match (taxonomy_id, taxonomy_name) {
        ("", "") => None,
        ("", name) => Some(ids::derived(source_id, "taxonomy", name)),
        (id, _) => Some(ids::own_or_derived(source_id, "taxonomy", id)),
    };
    let clean = |text: &str| checks::within(checks::clean(text), LONGEST_TEXT).0;
    Term {
        id: ids::own_or_derived(source_id, "term", text(record, "id")),
        taxonomy: taxonomy.map(|id| Taxonomy {
            name: if taxonomy_name.is_empty() { id.clone() } else { clean(taxonomy_name) },
            description: detail.map_or_else(String::new, |detail| clean(text(detail, "description"))),
            uri: detail.and_then(|detail| checks::web_address(text(detail, "uri"))).unwrap_or_default(),
            version: detail.map_or_else(String::new, |detail| clean(text(detail, "version"))),
            id,
        }),
        code: short("code"),
        name: short("name"),
        description: clean(text(record, "description")),
        parent_id: match text(record, "parent_id") {
            "" => String::new(),
            parent => ids::own_or_derived(source_id, "term", parent),
        },
        uri: checks::web_address(text(record, "term_uri")).unwrap_or_default(),
    }
}

/// A term on a record that is one of our own lists: the list and the code.
pub(super) fn of_our_lists(part: &Object) -> Option<(&'static str, String)> {
    let term = object(part, "taxonomy_term");
    let id = match term.map_or("", |term| text(term, "id")) {
        "" => text(part, "taxonomy_term_id"),
        id => id,
    };
    let code = term.map_or("", |term| text(term, "code"));
    let is = |set: &str, code: &str| ids::of_urn(&format!("urn:tarjotin:{set}:{code}")) == id;
    const LISTS: [Vocabulary; 5] = [KINDS, THRESHOLDS, INTERESTS, SITUATIONS, SUPPORT_FORMS];
    let named = text(part, "link_type");
    if let Some(list) = LISTS.iter().find(|list| list.set == named) {
        let found = list.code(code).or_else(|| list.codes.iter().copied().find(|code| is(list.set, code)));
        return found.filter(|code| is(list.set, code)).map(|code| (list.set, code.to_owned()));
    }
    if named == "step" && is("step", code) {
        return Some(("step", code.to_owned()));
    }
    // The national list of target groups has addresses of its own, whoever uses it.
    let uri = term.map_or("", |term| text(term, "term_uri"));
    if uri.contains("uri.suomi.fi/codelist/ptv/") {
        return reference::target_group(uri).map(|group| ("target_group", group.code.to_owned()));
    }
    None
}

/// The terms of other lists on a record; none when the record does not speak of terms.
pub(super) fn attributes(telling: &mut Telling<'_>, record: &Object) -> Option<Vec<Attribute>> {
    if !has(record, "attributes") {
        return None;
    }
    let mut attributes: Vec<Attribute> = Vec::new();
    for (at, part) in objects(record, "attributes") {
        if of_our_lists(part).is_some() {
            continue;
        }
        let term = object(part, "taxonomy_term").filter(|term| has(term, "id") && has(term, "name"));
        let term = term.map(|term| term_of(telling.source_id, term));
        let term_id = match (&term, text(part, "taxonomy_term_id")) {
            (Some(term), _) => term.id.clone(),
            (None, "") => {
                telling.ask(&format!("/attributes/{at}/taxonomy_term"), Reason::UnknownTerm, "");
                continue;
            }
            (None, id) => ids::own_or_derived(telling.source_id, "term", id),
        };
        attributes.push(Attribute {
            id: ids::own_or_derived(telling.source_id, "attribute", text(part, "id")),
            term_id,
            term,
            link_type: checks::within(checks::clean(text(part, "link_type")), 100).0,
            value: checks::within(checks::clean(text(part, "value")), LONGEST_TEXT).0,
        });
    }
    Some(attributes)
}
