//! What the analyser needs of a dictionary of Finnish.

/// A way to read a word.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// The base form: "kielikahvila" for "kielikahvilassa".
    pub base: String,
    /// Base forms of the parts of a compound, in order; empty for other words.
    pub parts: Vec<String>,
    /// Base forms of words that it is derived from: "työtön" for "työttömyys".
    pub roots: Vec<String>,
}

/// A dictionary that knows how Finnish words are inflected, compounded and derived.
pub trait Morphology: Send + Sync {
    /// The readings of a word in lower case; empty when it is unknown.
    fn read(&self, word: &str) -> Vec<Reading>;

    /// Differs when the dictionary does.
    fn fingerprint(&self) -> String;
}
