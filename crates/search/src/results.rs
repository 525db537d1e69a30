//! What was found.

use crate::Field;

/// The answer to a [`Query`](crate::Query).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Results {
    /// The hits of the page that was asked for.
    pub hits: Vec<Hit>,
    /// How many documents were found in all.
    pub total: usize,
    /// Counts for every dimension in the order of the settings, when they were asked for.
    pub facets: Vec<FacetCounts>,
    /// The query with its misspelled words corrected, when nothing was found by them as they were typed (the hits are already by it).
    pub did_you_mean: Option<String>,
}

/// How many of the found documents have each value of a dimension; for a dimension that is filtered by "at least one of", counted as if
/// that filter was not there, so that the reader sees what adding a value would bring.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FacetCounts {
    /// The dimension.
    pub dimension: &'static str,
    /// Value and count, the largest count first, then by value; values of no document are left out.
    pub values: Vec<(String, usize)>,
}

/// A found document.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// [`Document::id`](crate::Document::id).
    pub id: String,
    /// Comparable only with the other hits of the same query.
    pub score: f32,
    /// Why it was found.
    pub reason: Reason,
    /// From [`Query::near`](crate::Query::near) to its nearest public place.
    pub distance_km: Option<f64>,
    /// When its next session ends, in local minutes since 2000-01-01.
    pub next_end: Option<i64>,
}

/// Why a document was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reason {
    /// The query's words that the document has, in the order of the query; for each the strongest match.
    pub matched: Vec<MatchedWord>,
}

/// A word of the query that a document has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatchedWord {
    /// The word as it was typed (lower case).
    pub word: String,
    /// The part of the document where it was found.
    pub field: Field,
    /// How the word and the document's word are related.
    pub how: How,
    /// What the two share: the word, base form, part or stem, or the concept's id.
    pub found: String,
}

/// How a word of the query is related to a word of a document, from the closest to the loosest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// The same word in the same form.
    Exact,
    /// Another form of the same word.
    Base,
    /// A part of a compound, or a word that the other is derived from.
    CompoundPart,
    /// The same Snowball stem.
    Stem,
    /// Another word for the same thing.
    Concept,
    /// The document's word begins with it.
    Prefix,
    /// The same without diacritics.
    Folded,
    /// One or two letters are different.
    Typo,
}

/// How the typing could go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// What to put into the search field.
    pub text: String,
    /// What it is.
    pub kind: SuggestionKind,
}

/// What a suggestion is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SuggestionKind {
    /// A word that documents have.
    Word,
    /// The title of a document.
    Title {
        /// [`Document::id`](crate::Document::id).
        id: String,
    },
}

/// A concept that someone's words mention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mentioned {
    /// The concept's id.
    pub concept: String,
    /// The words that mention it, as typed, in lower case.
    pub words: Vec<String>,
    /// The codes that say the same, each with its list: see [`crate::Concept::links`].
    pub links: Vec<(String, String)>,
}
