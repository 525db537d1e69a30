//! What the index knows of a word: in how many documents it is, which words begin with it, which are spelled almost like it.

use crate::Result;
use crate::analysis::Level;
use crate::index::{Schema, Snapshot};
use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};
use tantivy::Term;
use tantivy::postings::TermInfo;
use tantivy::query::FuzzyTermQuery;

/// A word of the index found in every segment that has it.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// Segment number and where the segment keeps the word's documents.
    pub(super) places: Vec<(usize, TermInfo)>,
    /// In how many documents it is, deleted ones included.
    pub(super) documents: u32,
}

/// The words of a snapshot.
#[derive(Clone, Copy)]
pub(super) struct Vocabulary<'a> {
    snapshot: &'a Snapshot,
    schema: &'a Schema,
}

/// A word that is spelled almost like another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Similar {
    pub(super) word: String,
    pub(super) distance: usize,
    pub(super) documents: u32,
}

/// Words of one beginning that are looked at in a segment.
const MOST_LOOKED_AT: usize = 5_000;

impl<'a> Vocabulary<'a> {
    pub(super) fn new(snapshot: &'a Snapshot, schema: &'a Schema) -> Vocabulary<'a> {
        Vocabulary { snapshot, schema }
    }

    /// The word on a level, when any document has it.
    pub(super) fn find(&self, level: Level, word: &str) -> Result<Option<Found>> {
        let mut found = Found { places: Vec::new(), documents: 0 };
        for (number, segment) in self.snapshot.segments.iter().enumerate() {
            if let Some(place) = segment.words[level as usize].terms().get(word.as_bytes())? {
                found.documents += place.doc_freq;
                found.places.push((number, place));
            }
        }
        Ok((!found.places.is_empty()).then_some(found))
    }

    /// The most frequent words that begin with some letters (longer than them) and in how many documents they are.
    pub(super) fn beginning_with(&self, level: Level, letters: &str, most: usize) -> Result<Vec<(String, u32)>> {
        let mut frequent: HashMap<&str, u32> = HashMap::new();
        for of_segment in self.snapshot.segments.iter().filter_map(|segment| segment.columns.frequent(level)) {
            for (word, documents) in of_segment.beginning_with(letters) {
                *frequent.entry(word).or_default() += documents;
            }
        }
        // All others are in fewer documents.
        if frequent.len() >= most {
            return Ok(most_frequent(frequent, most));
        }
        let mut counts: HashMap<String, u32> = HashMap::new();
        for segment in &self.snapshot.segments {
            let terms = segment.words[level as usize].terms();
            let mut stream = terms.range().gt(letters.as_bytes()).into_stream()?;
            // A word that is frequent in all is frequent in some segment: of each the first are enough.
            let mut first: BinaryHeap<Reverse<(u32, String)>> = BinaryHeap::new();
            let mut looked_at = 0;
            while stream.advance() && stream.key().starts_with(letters.as_bytes()) && looked_at < MOST_LOOKED_AT {
                looked_at += 1;
                let documents = stream.value().doc_freq;
                let full = first.len() >= most * 2;
                if full && first.peek().is_some_and(|Reverse((least, _))| documents <= *least) {
                    continue;
                }
                if let Ok(word) = std::str::from_utf8(stream.key()) {
                    first.push(Reverse((documents, word.to_owned())));
                    if full {
                        first.pop();
                    }
                }
            }
            for Reverse((documents, word)) in first {
                *counts.entry(word).or_default() += documents;
            }
        }
        Ok(most_frequent(counts, most))
    }

    /// The most frequent words whose beginning is one edit away from some letters.
    pub(super) fn beginning_almost_with(
        &self,
        levels: &[Level],
        letters: &str,
        most: usize,
    ) -> Result<Vec<(String, u32)>> {
        let mut counts: HashMap<String, u32> = HashMap::new();
        for level in levels {
            let term = Term::from_field_text(self.schema.level(*level), letters);
            let automaton = FuzzyTermQuery::new_prefix(term, 1, true).automaton()?;
            for segment in &self.snapshot.segments {
                let mut stream = segment.words[*level as usize].terms().search(&automaton).into_stream()?;
                let mut looked_at = 0;
                while stream.advance() && looked_at < MOST_LOOKED_AT {
                    looked_at += 1;
                    if let Ok(word) = std::str::from_utf8(stream.key()) {
                        let count = counts.entry(word.to_owned()).or_default();
                        *count = (*count).max(stream.value().doc_freq);
                    }
                }
            }
        }
        Ok(most_frequent(counts, most))
    }

    /// Words within an edit distance (a swap of neighbours is one edit), the likeliest first: nearest, same first letter, most frequent.
    pub(super) fn similar(&self, levels: &[Level], word: &str, distance: u8) -> Result<Vec<Similar>> {
        let mut found: HashMap<String, u32> = HashMap::new();
        for level in levels {
            let term = Term::from_field_text(self.schema.level(*level), word);
            let automaton = FuzzyTermQuery::new(term, distance, true).automaton()?;
            for segment in &self.snapshot.segments {
                let mut stream = segment.words[*level as usize].terms().search(&automaton).into_stream()?;
                while stream.advance() {
                    if let Ok(similar) = std::str::from_utf8(stream.key()) {
                        let documents = stream.value().doc_freq;
                        *found.entry(similar.to_owned()).or_default() += documents;
                    }
                }
            }
        }
        let first = word.chars().next();
        let mut similar: Vec<Similar> = found
            .into_iter()
            .map(|(other, documents)| Similar { distance: edits(word, &other), word: other, documents })
            .collect();
        similar.sort_unstable_by(|one, other| {
            let rank = |similar: &Similar| (similar.distance, similar.word.chars().next() != first);
            (rank(one), other.documents, &one.word).cmp(&(rank(other), one.documents, &other.word))
        });
        Ok(similar)
    }
}

fn most_frequent<W: Ord + std::hash::Hash + Into<String>>(counts: HashMap<W, u32>, most: usize) -> Vec<(String, u32)> {
    let mut words: Vec<(W, u32)> = counts.into_iter().collect();
    let order = |one: &(W, u32), other: &(W, u32)| (other.1, &one.0).cmp(&(one.1, &other.0));
    if words.len() > most {
        words.select_nth_unstable_by(most, order);
        words.truncate(most);
    }
    words.sort_unstable_by(order);
    words.into_iter().map(|(word, count)| (word.into(), count)).collect()
}

/// How many letters must be changed, added, left out or swapped with their neighbour to come from one word to the other.
pub(super) fn edits(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut before = vec![0; other.len() + 1];
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (row, letter) in one.iter().enumerate() {
        let mut now = vec![row + 1];
        for (column, theirs) in other.iter().enumerate() {
            let mut least =
                (last[column] + usize::from(letter != theirs)).min(last[column + 1] + 1).min(now[column] + 1);
            if row > 0 && column > 0 && *letter == other[column - 1] && one[row - 1] == *theirs {
                least = least.min(before[column - 1] + 1);
            }
            now.push(least);
        }
        before = std::mem::replace(&mut last, now);
    }
    last[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_count_swaps_as_one() {
        for (one, other, count) in [
            ("kahvila", "kahvila", 0),
            ("kavila", "kahvila", 1),
            ("masenuns", "masennus", 1),
            ("", "ab", 2),
            ("språk", "sprak", 1),
        ] {
            assert_eq!(edits(one, other), count, "{one} {other}");
        }
    }
}
