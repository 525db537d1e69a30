//! Terms of taxonomies that came with a source.

use serde_json::Value;

use super::Record;
use crate::exchange::hsds::formats;

/// A taxonomy as a source told it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ImportedTaxonomy {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) uri: String,
    pub(crate) version: String,
}

impl ImportedTaxonomy {
    /// As `/taxonomies` tells it.
    pub(crate) fn record(&self) -> Value {
        let mut record = Record::of(&self.id);
        record
            .text("name", first([&self.name, &self.id]))
            .text("description", first([&self.description, &self.name, &self.id]));
        record.value("uri", formats::uri(&self.uri)).text("version", &self.version);
        record.into()
    }
}

/// A term as a source told it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ImportedTerm {
    pub(crate) id: String,
    pub(crate) taxonomy_id: Option<String>,
    pub(crate) taxonomy: Option<String>,
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) parent_id: String,
    pub(crate) term_uri: String,
}

impl ImportedTerm {
    /// As `/taxonomy_terms` and attributes tell it.
    pub(crate) fn record(&self) -> Record {
        let mut record = Record::of(&self.id);
        record.text("code", &self.code).text("name", first([&self.name, &self.code, &self.id]));
        record.text("description", first([&self.description, &self.name, &self.code, &self.id]));
        if formats::is_id(&self.parent_id) {
            record.text("parent_id", &self.parent_id);
        }
        record
            .text("taxonomy", self.taxonomy.as_deref().unwrap_or_default())
            .value("taxonomy_id", self.taxonomy_id.as_deref());
        record.value("term_uri", formats::uri(&self.term_uri));
        record
    }
}

/// The first of several texts that says something.
pub(super) fn first<const N: usize>(texts: [&str; N]) -> &str {
    texts.into_iter().find(|text| !text.trim().is_empty()).unwrap_or_default()
}
