//! The most frequent words of a segment.
//!
//! A few letters begin tens of thousands of words. Who wants the most frequent of them is served with those that many
//! documents have, without going through the others.

use std::cmp::Reverse;
use tantivy::InvertedIndexReader;

/// The most frequent words of a level, in alphabetical order of their bytes, each with its number of documents.
pub(crate) struct Frequent {
    words: Vec<(Box<str>, u32)>,
}

/// How many are kept.
const MOST: usize = 16_000;

impl Frequent {
    pub(crate) fn new(words: &InvertedIndexReader) -> std::io::Result<Frequent> {
        let terms = words.terms();
        let mut counts: Vec<u32> = Vec::with_capacity(terms.num_terms());
        let mut stream = terms.stream()?;
        while stream.advance() {
            counts.push(stream.value().doc_freq);
        }
        let least = if counts.len() > MOST {
            *counts.select_nth_unstable_by_key(MOST - 1, |count| Reverse(*count)).1
        } else {
            0
        };
        let mut words = Vec::with_capacity(counts.len().min(MOST));
        let mut stream = terms.stream()?;
        while stream.advance() && words.len() < 2 * MOST {
            let count = stream.value().doc_freq;
            if count >= least
                && let Ok(word) = std::str::from_utf8(stream.key())
            {
                words.push((word.into(), count));
            }
        }
        Ok(Frequent { words })
    }

    /// Those that begin with some letters and go on.
    pub(crate) fn beginning_with<'a>(&'a self, letters: &'a str) -> impl Iterator<Item = (&'a str, u32)> {
        let first = self.words.partition_point(|(word, _)| word.as_ref() <= letters);
        self.words[first..]
            .iter()
            .take_while(move |(word, _)| word.starts_with(letters))
            .map(|(word, count)| (&**word, *count))
    }
}
