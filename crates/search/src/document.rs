//! What the index is told about one thing that can be found.

/// One thing that can be found. What is not said here cannot be searched, filtered, counted or sorted by.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    /// Names the document; putting another one of the same id replaces it. At most about 60 kB, in practice a UUID.
    pub id: String,
    /// The words, each with their language and the part of the document that they come from.
    pub texts: Vec<Text>,
    /// Facet dimension (one of [`Settings::dimensions`](crate::Settings::dimensions); others are passed over) and value; any number of values.
    pub facets: Vec<(&'static str, String)>,
    /// Public places as (latitude, longitude) in degrees, WGS 84.
    pub points: Vec<(f64, f64)>,
    /// When coming sessions end, in local minutes since 2000-01-01 00:00. The order does not matter.
    pub ends: Vec<i64>,
    /// The local day (days since 2000-01-01) when someone last confirmed that the information is right.
    pub checked_day: Option<i32>,
    /// Who provides it. One provider does not fill the first page.
    pub provider: String,
    /// What [`Sort::Title`](crate::Sort::Title) orders by: bytes made by a collator for the language of the list.
    pub sort_key: Vec<u8>,
}

/// Words in one language from one part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// BCP 47: `fi`, `fi-x-selko`, `sv`, `en`, `ru`, `uk`, `ar`, `so` … An unknown language is found by whole words and prefixes.
    pub language: String,
    /// Which part of the document.
    pub field: Field,
    /// The words as people read them (plain text).
    pub text: String,
}

impl Text {
    /// Words of a part of a document in a language.
    pub fn new(language: impl Into<String>, field: Field, text: impl Into<String>) -> Text {
        Text { language: language.into(), field, text: text.into() }
    }
}

/// The part of a document that words come from, from the most telling to the least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The name.
    Title,
    /// Words that its editor chose for finding it.
    Keywords,
    /// Labels of its codes: interests, kinds, situations.
    Interests,
    /// The name of whoever provides it.
    Provider,
    /// Names of places: the venue, the municipality.
    Place,
    /// The description.
    Body,
    /// Labels of what makes coming easy: that no name is asked, that children may come along. No document is about that.
    Ease,
}
