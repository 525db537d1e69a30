//! What someone looks for.

/// One question to the index. Start from [`Query::default`] and say what is asked.
#[derive(Debug, Clone)]
pub struct Query<'a> {
    /// What was typed. Long or strange input is cut, never refused. Empty lists everything that passes the filters.
    pub words: &'a str,
    /// Words of it, in lower case, that count little: what they say is asked for otherwise too.
    pub light: Vec<&'a str>,
    /// The reader's language (BCP 47); Finnish, Swedish and English are always tried besides.
    pub language: &'a str,
    /// What the reader chose; all of them must hold.
    pub filters: Vec<Filter<'a>>,
    /// What the words seem to ask for: documents that have it come earlier, none is dropped.
    pub soft: Vec<Soft<'a>>,
    /// When the words seem to ask for: documents with a session then come earlier, none is dropped.
    pub soft_time: Option<SoftTime>,
    /// Local minutes since 2000-01-01, from (included) to (excluded): a session must end within one of them. Empty: whenever.
    pub windows: Vec<(i64, i64)>,
    /// From where distances are measured.
    pub near: Option<Near>,
    /// Now, in local minutes since 2000-01-01: sessions that ended before it are over.
    pub now: i64,
    /// Today, in local days since 2000-01-01.
    pub today: i32,
    /// The order of the hits.
    pub sort: Sort,
    /// How many hits to pass over.
    pub offset: usize,
    /// How many hits to return at most.
    pub limit: usize,
    /// Whether to count the values of every facet dimension.
    pub count_facets: bool,
    /// How many values of a dimension to return at most, the most frequent ones.
    pub facet_values: usize,
    /// Whether the last word is still being typed.
    pub last_word_is_prefix: bool,
}

impl Default for Query<'_> {
    fn default() -> Self {
        Query {
            words: "",
            light: Vec::new(),
            language: "fi",
            filters: Vec::new(),
            soft: Vec::new(),
            soft_time: None,
            windows: Vec::new(),
            near: None,
            now: 0,
            today: 0,
            sort: Sort::Relevance,
            offset: 0,
            limit: 20,
            count_facets: false,
            facet_values: 400,
            last_word_is_prefix: false,
        }
    }
}

/// Chosen values of one facet dimension.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter<'a> {
    /// The dimension.
    pub dimension: &'a str,
    /// The chosen values; none means no filter.
    pub values: Vec<&'a str>,
    /// Whether a document must have all of the values (facts such as "free" and "no sign-up") instead of at least one (municipalities).
    pub all: bool,
}

impl<'a> Filter<'a> {
    /// At least one of the values.
    pub fn any(dimension: &'a str, values: impl IntoIterator<Item = &'a str>) -> Filter<'a> {
        Filter { dimension, values: values.into_iter().collect(), all: false }
    }

    /// Every one of the values.
    pub fn all(dimension: &'a str, values: impl IntoIterator<Item = &'a str>) -> Filter<'a> {
        Filter { dimension, values: values.into_iter().collect(), all: true }
    }
}

/// A facet value that the words seem to ask for.
#[derive(Debug, Clone, PartialEq)]
pub struct Soft<'a> {
    /// The dimension.
    pub dimension: &'a str,
    /// The value.
    pub value: &'a str,
    /// What the score of documents that have it is multiplied by; 1.3 is a clear lean. Kept within 0.1–10.
    pub weight: f32,
}

/// A time that the words seem to ask for.
#[derive(Debug, Clone, PartialEq)]
pub struct SoftTime {
    /// As [`Query::windows`].
    pub windows: Vec<(i64, i64)>,
    /// What the score of documents with a session then is multiplied by. Kept within 0.1–10.
    pub weight: f32,
}

/// Where the reader is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Near {
    /// Latitude in degrees.
    pub lat: f64,
    /// Longitude in degrees.
    pub lon: f64,
    /// Leave out what is farther (or has no public place); `None` only prefers what is near.
    pub max_km: Option<f64>,
}

/// The order of the hits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// The best first; without words what is fresh and begins soon.
    #[default]
    Relevance,
    /// What has the next session first; what has none is last.
    Soonest,
    /// The nearest first (needs [`Query::near`], otherwise as [`Sort::Relevance`]); what has no place is last.
    Nearest,
    /// By [`Document::sort_key`](crate::Document::sort_key).
    Title,
}
