//! From text to what is indexed and looked for.

mod entry;
mod finnish;
mod language;
mod mentions;
mod morphology;
mod spoken;
mod stem;
mod text;

pub(crate) use entry::{BACKWARDS, Entry, HEAD, Impact, Level, MODIFIER, ROOT, SHORTEST_END, WEAK, backwards, marked};
pub(crate) use finnish::FinnishWord;
pub(crate) use language::{Language, is_function_word, is_light, turns_meaning};
pub(crate) use mentions::{Heard, Mention, Mentions};
pub use morphology::{Morphology, Reading};
pub(crate) use stem::stem;
pub(crate) use text::{Word, folded, words};

use crate::{Concept, Concepts};
use finnish::Finnish;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

/// Changes whenever the same text would be indexed otherwise than before: it is part of the index's identity.
const VERSION: u32 = 11;

/// Takes words apart. One is made at start and shared; it remembers words that it has met.
pub struct Analyser {
    finnish: Finnish,
    concepts: Concepts,
    mentions: Mentions,
}

impl Analyser {
    /// An analyser with Voikko's dictionary (`Some(Arc::new(dictionary))`), or without one.
    pub fn new(morphology: Option<Arc<dyn Morphology>>) -> Analyser {
        Analyser { finnish: Finnish::new(morphology), concepts: Concepts::default(), mentions: Mentions::default() }
    }

    /// The same with concepts.
    pub fn with_concepts(mut self, concepts: Concepts) -> Analyser {
        self.mentions = Mentions::new(&concepts, &self);
        self.concepts = concepts;
        self
    }

    /// Whether Finnish words are taken apart with a dictionary.
    pub fn has_dictionary(&self) -> bool {
        self.finnish.morphology().is_some()
    }

    /// Differs when documents must be indexed again: the code's version, the dictionary's fingerprint and the concepts.
    pub fn identity(&self) -> String {
        let dictionary = self.finnish.morphology().map_or("none".into(), Morphology::fingerprint);
        let mut hasher = DefaultHasher::new();
        self.concepts.list().hash(&mut hasher);
        format!("analyser {VERSION}, dictionary {dictionary}, concepts {:016x}", hasher.finish())
    }

    /// What a Finnish word is, with its hyphens.
    pub(crate) fn finnish(&self, word: &Word) -> Arc<FinnishWord> {
        self.finnish.word(&word.spelled())
    }

    /// What a Finnish word without hyphens is.
    pub(crate) fn finnish_word(&self, word: &str) -> Arc<FinnishWord> {
        self.finnish.word(word)
    }

    /// Whether the dictionary knows a Finnish word only as an inflected form. Plurals ("lapset") and names of doings
    /// ("pelaaminen"), which it has under the verb, are as good as base forms.
    pub(crate) fn is_inflected(&self, word: &Word) -> bool {
        let finnish = self.finnish(word);
        finnish.known && !finnish.bases.contains(&word.raw) && !word.raw.ends_with('t') && !is_doing(&word.raw)
    }

    /// The base form of a word that the dictionary has other than as a name.
    pub(crate) fn base_of_no_name(&self, word: &str) -> Option<String> {
        let readings = self.finnish.morphology()?.read(word);
        let no_name = |reading: &&Reading| !reading.function && !reading.base.starts_with(char::is_uppercase);
        readings.iter().find(no_name).map(|reading| reading.base.clone())
    }

    /// The concepts by number.
    pub(crate) fn concepts(&self) -> &[Concept] {
        self.concepts.list()
    }

    /// The concepts, made ready for finding them in text.
    pub(crate) fn mentions(&self) -> &Mentions {
        &self.mentions
    }

    /// What identifies a word across its forms in a language: its base forms and how it is written, or where they are unknown
    /// the word and its stem.
    pub(crate) fn keys(&self, word: &Word, language: Language) -> Vec<String> {
        if language == Language::Finnish {
            let finnish = self.finnish(word);
            if finnish.known {
                let inflected = (!finnish.bases.contains(&word.raw)).then(|| as_written(&word.raw));
                return finnish.bases.iter().cloned().chain(inflected).collect();
            }
            return vec![word.raw.clone(), format!("{}:{}", language.mark(), finnish.stem)];
        }
        vec![word.raw.clone(), format!("{}:{}", language.mark(), stem(&word.raw, language))]
    }

    /// What identifies a word of a label. It stands there in its base form where it has one, so other readings are not meant:
    /// "vanhempi" is a parent, not somebody older, and "syöpä" no eater.
    pub(crate) fn label_keys(&self, word: &Word, language: Language) -> Vec<String> {
        let keys = self.keys(word, language);
        let is_base = language == Language::Finnish
            && self.finnish(word).known
            && keys.contains(&word.raw)
            && !is_doing(&word.raw);
        if is_base { vec![word.raw.clone()] } else { keys }
    }
}

/// Whether a word names a doing: the dictionary has it under its verb as well.
fn is_doing(word: &str) -> bool {
    word.ends_with("minen")
}

/// The key of an inflected word in this form only.
pub(crate) fn as_written(raw: &str) -> String {
    format!("={raw}")
}
