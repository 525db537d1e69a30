//! The search of a service directory: documents in, hits and facet counts out; it knows no feature.
//!
//! Finnish first: a word is looked for as it was written, by its base forms, by the parts of a compound, by the words it is derived from
//! and by its Snowball stem; then by prefix, without its diacritics and with a slip of the finger. Other languages are looked for by their
//! stems, and [`Concepts`] join everyday words, official words and languages. Everything works without Voikko's dictionary, only less well.

mod analysis;
mod columns;
mod concepts;
mod curve;
mod document;
mod error;
mod finding;
mod index;
mod query;
mod results;

pub use analysis::{Analyser, Morphology, Reading};
pub use concepts::{Concept, Concepts};
pub use curve::along_curve;
pub use document::{Document, Field, Text};
pub use error::{Error, Result};
pub use index::{Change, Index, Opened, Settings};
pub use query::{Filter, Near, Query, Soft, SoftTime, Sort};
pub use results::{FacetCounts, Hit, How, MatchedWord, Mentioned, Reason, Results, Suggestion, SuggestionKind};
