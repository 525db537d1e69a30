//! What searches see: the documents of one moment.

use super::schema::Schema;
use crate::Result;
use crate::analysis::Level;
use crate::columns::{Bits, Columns, Values};
use std::collections::HashMap;
use std::sync::Arc;
use tantivy::index::SegmentId;
use tantivy::{InvertedIndexReader, Searcher, SegmentReader};

/// The documents of one moment; a search keeps its own until it is done.
pub(crate) struct Snapshot {
    searcher: Option<Searcher>,
    pub(crate) segments: Vec<Segment>,
    pub(crate) position: Option<u64>,
}

/// A segment of the index.
pub(crate) struct Segment {
    pub(crate) columns: Arc<Columns>,
    /// The words of each level, in the order of [`Level::ALL`].
    pub(crate) words: Vec<Arc<InvertedIndexReader>>,
    /// The documents that are not deleted.
    pub(crate) alive: Bits,
    pub(crate) count: usize,
}

impl Snapshot {
    /// Nothing.
    pub(crate) fn empty() -> Snapshot {
        Snapshot { searcher: None, segments: Vec::new(), position: None }
    }

    /// What a searcher sees; columns of segments that the last snapshot has too are taken over.
    pub(crate) fn new(
        searcher: Searcher,
        position: Option<u64>,
        last: &Snapshot,
        schema: &Schema,
        values: &Values,
    ) -> Result<Snapshot> {
        let known: HashMap<SegmentId, &Arc<Columns>> = last
            .readers()
            .iter()
            .map(SegmentReader::segment_id)
            .zip(last.segments.iter().map(|segment| &segment.columns))
            .collect();
        let mut segments = Vec::new();
        for reader in searcher.segment_readers() {
            let columns = match known.get(&reader.segment_id()) {
                Some(columns) => Arc::clone(columns),
                None => Arc::new(Columns::new(reader, schema, values)?),
            };
            let mut alive = Bits::all(reader.max_doc());
            if let Some(bits) = reader.alive_bitset() {
                for document in (0..reader.max_doc()).filter(|document| bits.is_deleted(*document)) {
                    alive.remove(document);
                }
            }
            let words = Level::ALL
                .into_iter()
                .map(|level| reader.inverted_index(schema.level(level)))
                .collect::<tantivy::Result<Vec<_>>>()?;
            segments.push(Segment { columns, words, alive, count: reader.num_docs() as usize });
        }
        Ok(Snapshot { searcher: Some(searcher), segments, position })
    }

    /// The engine's readers, in the order of the segments.
    pub(crate) fn readers(&self) -> &[SegmentReader] {
        self.searcher.as_ref().map(Searcher::segment_readers).unwrap_or_default()
    }

    /// The engine's searcher, when there is one.
    pub(crate) fn searcher(&self) -> Option<&Searcher> {
        self.searcher.as_ref()
    }

    /// How many documents there are.
    pub(crate) fn count(&self) -> usize {
        self.segments.iter().map(|segment| segment.count).sum()
    }
}
