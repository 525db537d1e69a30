//! From text to what is indexed and looked for.

mod morphology;

pub use morphology::{Morphology, Reading};

use crate::Concepts;
use std::sync::Arc;

/// Takes words apart. One is made at start and shared; it remembers words that it has met.
#[derive(Default)]
pub struct Analyser {
    morphology: Option<Arc<dyn Morphology>>,
    concepts: Concepts,
}

impl Analyser {
    /// An analyser with Voikko's dictionary (`Some(Arc::new(dictionary))`), or without one.
    pub fn new(morphology: Option<Arc<dyn Morphology>>) -> Analyser {
        Analyser { morphology, concepts: Concepts::default() }
    }

    /// The same with concepts.
    pub fn with_concepts(mut self, concepts: Concepts) -> Analyser {
        self.concepts = concepts;
        self
    }

    /// Whether Finnish words are taken apart with a dictionary.
    pub fn has_dictionary(&self) -> bool {
        self.morphology.is_some()
    }

    /// Differs when documents must be indexed again: the code's version, the dictionary's fingerprint and the concepts.
    pub fn identity(&self) -> String {
        self.morphology.as_ref().map(|morphology| morphology.fingerprint()).unwrap_or_default()
    }
}
