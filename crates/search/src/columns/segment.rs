//! All columns of one segment.

use super::bits::Bits;
use super::days::Days;
use super::facets::Facets;
use super::frequent::Frequent;
use super::points::Points;
use super::values::Values;
use crate::Result;
use crate::analysis::Level;
use crate::index::Schema;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use tantivy::SegmentReader;
use tantivy::columnar::{BytesColumn, Column, StrColumn};

/// The columns of a segment; about 100–150 bytes a document, the rest stays on disk.
pub(crate) struct Columns {
    pub(crate) documents: u32,
    pub(crate) facets: Facets,
    pub(crate) points: Points,
    pub(crate) days: Days,
    /// A number drawn from the id: decides between equals, the same way in every segment and after every merge.
    pub(crate) ties: Vec<u32>,
    /// The day of the last check, days since 2000-01-01; [`UNCHECKED`] when there was none.
    checked: Vec<i16>,
    /// The most frequent words as written, of base forms, and of titles.
    frequent: [(Level, Frequent); 3],
    ids: Option<StrColumn>,
    providers: Option<Column<u64>>,
    sort_keys: Option<BytesColumn>,
    today: Mutex<Option<Arc<Today>>>,
}

/// What is the same for every search of a day.
pub(crate) struct Today {
    day: i32,
    /// Documents with a session within a week.
    pub(crate) soon: Bits,
    order: OnceLock<Vec<u32>>,
}

const UNCHECKED: i16 = i16::MIN;
/// How much a session within a week raises a document.
const SOON: f32 = 1.06;
/// The greatest value of [`Columns::merit`].
pub(crate) const BEST_MERIT: f32 = SOON;

impl Columns {
    pub(crate) fn new(reader: &SegmentReader, schema: &Schema, values: &Values) -> Result<Columns> {
        let documents = reader.max_doc();
        let fast = reader.fast_fields();
        let mut facet_columns = Vec::new();
        for name in schema.facet_columns() {
            facet_columns.push(fast.str(name)?);
        }
        let checked = fast.column_opt::<i64>(Schema::CHECKED)?;
        let ties = fast.column_opt::<u64>(Schema::TIE)?;
        let frequent =
            |level| Ok::<_, crate::Error>((level, Frequent::new(&*reader.inverted_index(schema.level(level))?)?));
        Ok(Columns {
            documents,
            frequent: [frequent(Level::Raw)?, frequent(Level::Base)?, frequent(Level::Title)?],
            facets: Facets::new(documents, &facet_columns, values)?,
            points: Points::new(documents, fast.column_opt::<u64>(Schema::POINT)?.as_ref()),
            days: Days::new(documents, fast.column_opt::<i64>(Schema::END)?),
            ties: (0..documents)
                .map(|document| ties.as_ref().and_then(|column| column.first(document)).unwrap_or_default() as u32)
                .collect(),
            checked: (0..documents)
                .map(|document| {
                    checked.as_ref().and_then(|column| column.first(document)).map_or(UNCHECKED, |day| day as i16)
                })
                .collect(),
            ids: fast.str(Schema::ID)?,
            providers: fast.column_opt::<u64>(Schema::PROVIDER)?,
            sort_keys: fast.bytes(Schema::SORT_KEY)?,
            today: Mutex::default(),
        })
    }

    /// The most frequent words of a level, where they are kept.
    pub(crate) fn frequent(&self, level: Level) -> Option<&Frequent> {
        self.frequent.iter().find(|(own, _)| *own == level).map(|(_, frequent)| frequent)
    }

    /// The document's id.
    pub(crate) fn id(&self, document: u32) -> Result<String> {
        let mut id = String::new();
        if let Some(column) = &self.ids
            && let Some(ord) = column.term_ords(document).next()
        {
            column.ord_to_str(ord, &mut id)?;
        }
        Ok(id)
    }

    /// A number that is the same for documents of the same provider; `None` for those without one.
    pub(crate) fn provider(&self, document: u32) -> Option<u64> {
        self.providers.as_ref().and_then(|column| column.first(document))
    }

    /// Where the document stands among those of the segment when sorted by [`crate::Document::sort_key`].
    pub(crate) fn sort_rank(&self, document: u32) -> u64 {
        self.sort_keys.as_ref().and_then(|column| column.term_ords(document).next()).unwrap_or_default()
    }

    /// [`crate::Document::sort_key`].
    pub(crate) fn sort_key(&self, document: u32) -> Result<Vec<u8>> {
        let mut key = Vec::new();
        if let Some(column) = &self.sort_keys
            && let Some(ord) = column.term_ords(document).next()
        {
            column.ord_to_bytes(ord, &mut key)?;
        }
        Ok(key)
    }

    /// What a document deserves whatever is asked: information that was checked lately, something that happens soon.
    pub(crate) fn merit(&self, document: u32, today: &Today) -> f32 {
        let freshness = freshness(self.checked[document as usize], today.day);
        if today.soon.has(document) { freshness * SOON } else { freshness }
    }

    /// What is the same for every search of a day, made by the first one.
    pub(crate) fn today(&self, day: i32) -> Arc<Today> {
        let mut kept = self.today.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(today) = kept.as_ref().filter(|today| today.day == day) {
            return Arc::clone(today);
        }
        let mut soon = Bits::none(self.documents);
        self.days.on_days(day, day.saturating_add(7), &mut soon);
        let today = Arc::new(Today { day, soon, order: OnceLock::new() });
        *kept = Some(Arc::clone(&today));
        today
    }

    /// All documents, those to be shown first when nothing is asked in particular first.
    pub(crate) fn order<'a>(&self, today: &'a Today) -> &'a [u32] {
        today.order.get_or_init(|| {
            let mut order: Vec<(u32, u32, u32)> = (0..self.documents)
                .map(|document| {
                    (u32::MAX - self.merit(document, today).to_bits(), self.ties[document as usize], document)
                })
                .collect();
            order.sort_unstable();
            order.into_iter().map(|(_, _, document)| document).collect()
        })
    }
}

/// 1 in the first month after a check, .9 after half a year, never below .75.
fn freshness(checked: i16, today: i32) -> f32 {
    if checked == UNCHECKED {
        return 0.85;
    }
    let age = (today - i32::from(checked)).max(0) as f32;
    match age {
        ..=30.0 => 1.0,
        ..=180.0 => 1.0 - (age - 30.0) / 150.0 * 0.1,
        _ => (0.9 - (age - 180.0) / 550.0 * 0.15).max(0.75),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_checked_lately_deserves_more() {
        let ages: Vec<f32> = [0, 30, 100, 180, 400, 5000].map(|age| freshness(8000 - age, 8000)).to_vec();
        assert!(ages.is_sorted_by(|one, other| one >= other), "{ages:?}");
        assert!((freshness(8000 - 180, 8000) - 0.9).abs() < 1e-6);
    }
}
