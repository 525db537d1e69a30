//! Ids that are the same on every run, and hashes that tell whether a record has changed.

use sha2::{Digest, Sha256};
use uuid::Uuid;

/// Raised when the same record is read in another way than before, so that everything is read anew once.
const READING: &str = "1";

/// The id of a source.
pub fn source(name: &str) -> String {
    Uuid::new_v5(&Uuid::NAMESPACE_URL, format!("tarjotin:source:{name}").as_bytes()).to_string()
}

/// An id of version 5 for a thing that has none of its own, under the id of what it belongs to.
pub(super) fn derived(under: &str, what: &str, reference: &str) -> String {
    let under = Uuid::try_parse(under).unwrap_or(Uuid::NAMESPACE_URL);
    Uuid::new_v5(&under, format!("{what}:{reference}").as_bytes()).to_string()
}

/// Whether a text is a UUID as HSDS writes them, with hyphens.
pub(super) fn is_uuid(text: &str) -> bool {
    text.len() == 36 && Uuid::try_parse(text).is_ok()
}

/// The id when it is a UUID as HSDS writes them, in small letters.
pub(super) fn uuid(text: &str) -> Option<String> {
    if text.len() != 36 {
        return None;
    }
    let id = Uuid::try_parse(text).ok()?;
    // Some programs write this where they have no id.
    (!id.is_nil()).then(|| id.to_string())
}

/// Bytes in a reference; an index of PostgreSQL takes not many more.
const LONGEST_REFERENCE: usize = 400;

/// What a source calls a record, short enough for an index: of a longer one the beginning and a hash of all of it.
pub(super) fn reference(text: String) -> String {
    if text.len() <= LONGEST_REFERENCE {
        return text;
    }
    let end = text.floor_char_boundary(LONGEST_REFERENCE / 2);
    format!("{}…{}", &text[..end], Uuid::new_v5(&Uuid::NAMESPACE_URL, text.as_bytes()))
}

/// A record's own id when it is a UUID, else one made of the source and the reference.
pub(super) fn own_or_derived(source_id: &str, what: &str, reference: &str) -> String {
    uuid(reference).unwrap_or_else(|| derived(source_id, what, reference))
}

/// The hash of everything that decides how a record is read.
pub(super) struct Hasher(Sha256);

impl Hasher {
    pub(super) fn new() -> Self {
        let mut hash = Hasher(Sha256::new());
        hash.add(READING);
        hash
    }

    /// Adds a value of JSON; the order of properties does not matter, and `last_modified` says nothing itself.
    pub(super) fn add_json(&mut self, value: &serde_json::Value) {
        use serde_json::Value;
        match value {
            Value::Null => {}
            Value::Array(parts) => {
                self.add("[");
                parts.iter().for_each(|part| self.add_json(part));
                self.add("]");
            }
            Value::Object(object) => self.add_object(object),
            Value::String(text) => self.add(text),
            other => self.add(&other.to_string()),
        }
    }

    /// Adds an object of JSON.
    pub(super) fn add_object(&mut self, object: &serde_json::Map<String, serde_json::Value>) {
        let mut names: Vec<&String> = object.keys().filter(|name| *name != "last_modified").collect();
        names.sort_unstable();
        self.add("{");
        for name in names {
            self.add(name);
            if let Some(value) = object.get(name) {
                self.add_json(value);
            }
        }
        self.add("}");
    }

    /// Adds a text; its length keeps `ab` + `c` from being `a` + `bc`.
    pub(super) fn add(&mut self, text: &str) {
        self.0.update((text.len() as u64).to_le_bytes());
        self.0.update(text.as_bytes());
    }

    pub(super) fn done(self) -> String {
        self.0.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
    }
}

/// The id our own export gives a part that has no row of its own, so that such a part is known when it comes back.
pub(super) fn derived_part(record_id: &str, part: &str) -> String {
    let record =
        Uuid::try_parse(record_id).unwrap_or_else(|_| Uuid::new_v5(&Uuid::NAMESPACE_URL, record_id.as_bytes()));
    Uuid::new_v5(&record, part.as_bytes()).to_string()
}

/// The id our own export gives one of our lists or a term of it, from its URN.
pub(super) fn of_urn(urn: &str) -> String {
    Uuid::new_v5(&Uuid::NAMESPACE_URL, urn.as_bytes()).to_string()
}
