//! The small records that belong to a larger one.

use serde_json::Value;

use super::{Reader, Record};
use crate::exchange::hsds::formats::{self, part_id};
use crate::exchange::hsds::vocabularies::OwnTerm;

/// A shared phone number; `of` names the field that points to whose it is.
pub(super) fn phone(owner_id: &str, of: &str, number: &str) -> Option<Value> {
    let number = number.trim();
    if number.is_empty() {
        return None;
    }
    let mut record = Record::of(&part_id(owner_id, "phone"));
    record.text(of, owner_id).text("number", number).text("type", "voice");
    Some(record.into())
}

/// A term of ours on a record.
pub(super) fn attribute(owner_id: &str, entity: &str, term: &OwnTerm, reader: &Reader<'_>) -> Value {
    let mut record = Record::of(&part_id(owner_id, &format!("attribute:{}", term.id)));
    record.text("link_id", owner_id).text("taxonomy_term_id", &term.id);
    record.text("link_type", term.taxonomy.set).text("link_entity", entity);
    record.record("taxonomy_term", term.brief(reader.language, reader.steps));
    record.into()
}

/// The address of a page of ours; none when nobody knows where we are.
pub(super) fn page(reader: &Reader<'_>, path: &str) -> Option<String> {
    if reader.origin.is_empty() { None } else { formats::uri(&format!("{}{path}", reader.origin)) }
}
