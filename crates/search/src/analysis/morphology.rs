//! What the analyser needs of a dictionary of Finnish.

use voikko::{Dictionary, WordClass};

/// A way to read a word.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// The base form: "kielikahvila" for "kielikahvilassa".
    pub base: String,
    /// Base forms of the parts of a compound, in order; one or none for other words.
    pub parts: Vec<String>,
    /// Base forms of words that it is derived from: "työtön" for "työttömyys".
    pub roots: Vec<String>,
    /// Whether it only holds a sentence together: a pronoun, a conjunction, an adposition.
    pub function: bool,
}

/// A dictionary that knows how Finnish words are inflected, compounded and derived.
pub trait Morphology: Send + Sync {
    /// The readings of a word in lower case, only the likeliest ones; empty when it is unknown.
    fn read(&self, word: &str) -> Vec<Reading>;

    /// Differs when the dictionary does.
    fn fingerprint(&self) -> String;
}

impl Morphology for Dictionary {
    fn read(&self, word: &str) -> Vec<Reading> {
        let analyses = self.analyse(word);
        let fewest = analyses.iter().map(|analysis| analysis.boundaries).min().unwrap_or_default();
        analyses
            .into_iter()
            // "kurssia" is not "kurs" + "sia": more parts than needed are an accident of spelling.
            .filter(|analysis| analysis.boundaries == fewest)
            .map(|analysis| Reading {
                base: analysis.base,
                parts: analysis.parts,
                roots: analysis.roots,
                function: matches!(
                    analysis.class,
                    WordClass::Pronoun | WordClass::Conjunction | WordClass::Adposition | WordClass::Negation
                ),
            })
            .collect()
    }

    fn fingerprint(&self) -> String {
        Dictionary::fingerprint(self).to_owned()
    }
}
