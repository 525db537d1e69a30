//! Goes through the documents that have words of the query, a stretch of a segment at a time, and scores them.
//!
//! For every stretch of documents each word of the query has a row of numbers: what its alternatives are worth together for each document. The rows
//! stay in the processor's nearest memory, and stretches without a document that passes the filters are skipped.

use super::plan::{Alternative, Plan};
use super::scoring::{Rows, SIDE_BY_SIDE, Scored};
use super::weights;
use crate::Result;
use crate::analysis::Impact;
use crate::columns::Bits;
use crate::index::Segment;
use tantivy::postings::BlockSegmentPostings;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, TERMINATED};

/// Documents in a stretch.
pub(super) const STRETCH: usize = 4096;
const WORDS: usize = STRETCH / SIDE_BY_SIDE;
/// When fewer than one document in this many passes the filters, they are looked up one by one.
const SPARSE: usize = 64;
/// When fewer than one document in this many of a stretch passes, the others are not even added up.
const FEW: usize = 4;

/// The documents of the gate that have enough of the query, with their scores, in ascending order.
pub(super) fn matches(plan: &Plan, number: usize, segment: &Segment, gate: &Bits) -> Result<Scored> {
    let rows = Rows::new(plan);
    let mut cursors = cursors(plan, number, segment)?;
    let mut scores = vec![0f32; rows.slots() * STRETCH];
    if gate.count() * SPARSE < gate.words().len() * SIDE_BY_SIDE {
        return Ok(one_by_one(&rows, &mut cursors, gate, &mut scores));
    }
    let mut found = Scored::default();
    let mut dirty = vec![false; rows.slots()];
    while let Some(next) = cursors.iter().map(Cursor::document).min().filter(|next| *next != TERMINATED) {
        let Some(next) = next_in_gate(gate, next) else { break };
        let begin = next - next % STRETCH as u32;
        let end = begin + STRETCH as u32;
        let first = begin as usize / SIDE_BY_SIDE;
        let open = &gate.words()[first..gate.words().len().min(first + WORDS)];
        let sparse = open.iter().map(|word| word.count_ones() as usize).sum::<usize>() * FEW < STRETCH;
        let mut touched = [0u64; WORDS];
        cursors.retain_mut(|cursor| {
            cursor.seek(next);
            let row = &mut scores[cursor.slot * STRETCH..(cursor.slot + 1) * STRETCH];
            if cursor.document() < end {
                dirty[cursor.slot] = true;
                cursor.fill(begin, end, row, &mut touched, sparse.then_some(open));
            }
            cursor.document() != TERMINATED
        });
        for ((at, touched), open) in touched.iter().enumerate().zip(open) {
            if touched & open != 0 {
                found.add(&rows, &scores, at, (first + at) as u32, *touched, *open);
            }
        }
        for (slot, dirty) in dirty.iter_mut().enumerate().filter(|(_, dirty)| **dirty) {
            scores[slot * STRETCH..(slot + 1) * STRETCH].fill(0.0);
            *dirty = false;
        }
    }
    Ok(found)
}

fn one_by_one(rows: &Rows, cursors: &mut [Cursor], gate: &Bits, scores: &mut [f32]) -> Scored {
    let mut found = Scored::default();
    for document in gate.iter() {
        let mut touched = false;
        for cursor in &mut *cursors {
            cursor.seek(document);
            touched |= cursor.add(document, &mut scores[cursor.slot * STRETCH]);
        }
        if touched {
            found.add_one(document, rows.score(scores, 0));
            scores.iter_mut().step_by(STRETCH).for_each(|score| *score = 0.0);
        }
    }
    found
}

/// The first document from `from` on that may be found, or a document before it in the same stretch.
fn next_in_gate(gate: &Bits, from: DocId) -> Option<DocId> {
    let first = from as usize / 64;
    let word = gate.words().get(first)? & (u64::MAX << (from % 64));
    if word != 0 {
        return Some(from);
    }
    let later = gate.words()[first + 1..].iter().position(|word| *word != 0)?;
    Some(((first + 1 + later) * 64) as u32)
}

/// Goes through the documents of one alternative.
struct Cursor {
    slot: usize,
    /// What each impact is worth here.
    worth: [f32; Impact::COUNT],
    postings: BlockSegmentPostings,
    at: usize,
}

fn cursors(plan: &Plan, number: usize, segment: &Segment) -> Result<Vec<Cursor>> {
    let mut cursors = Vec::new();
    let mut slot = 0;
    for word in &plan.words {
        for alternatives in std::iter::once(&word.whole).chain(word.parts.iter().map(|(_, part)| part)) {
            for alternative in alternatives {
                if let Some(postings) = postings(alternative, number, segment)? {
                    let worth = weights::PLACES.map(|place| place * alternative.weight);
                    cursors.push(Cursor { slot, worth, postings, at: 0 });
                }
            }
            slot += 1;
        }
    }
    Ok(cursors)
}

/// The documents of an alternative in a segment, with impacts.
pub(super) fn postings(
    alternative: &Alternative,
    number: usize,
    segment: &Segment,
) -> Result<Option<BlockSegmentPostings>> {
    let Some((_, place)) = alternative.found.places.iter().find(|(at, _)| *at == number) else { return Ok(None) };
    let words = &segment.words[alternative.level as usize];
    Ok(Some(words.read_block_postings_from_terminfo(place, IndexRecordOption::WithFreqs)?))
}

impl Cursor {
    fn document(&self) -> DocId {
        self.postings.docs().get(self.at).copied().unwrap_or(TERMINATED)
    }

    fn seek(&mut self, document: DocId) {
        if self.document() < document {
            self.at = self.postings.seek(document);
        }
    }

    /// Adds what the document is worth to a number, when the alternative has it; says whether it does.
    fn add(&mut self, document: DocId, to: &mut f32) -> bool {
        if self.document() != document {
            return false;
        }
        let impact = self.postings.freqs().get(self.at).copied().unwrap_or_default();
        *to += self.worth[(impact as usize).min(Impact::COUNT - 1)] * (1.0 - *to);
        true
    }

    /// Adds the worth of every document before `end` to what is in the row: several ways to say a word are evidence that
    /// the document is about it, and never more than 1. Of the documents that `open` names, where it does.
    fn fill(&mut self, begin: DocId, end: DocId, row: &mut [f32], touched: &mut [u64; WORDS], open: Option<&[u64]>) {
        loop {
            let (documents, impacts) = (self.postings.docs(), self.postings.freqs());
            for (document, impact) in documents[self.at..].iter().zip(&impacts[self.at..]) {
                if *document >= end {
                    return;
                }
                let at = (document - begin) as usize;
                self.at += 1;
                if open.is_some_and(|open| open[at / 64] >> (at % 64) & 1 == 0) {
                    continue;
                }
                let worth = self.worth[(*impact as usize).min(Impact::COUNT - 1)];
                row[at] += worth * (1.0 - row[at]);
                touched[at / 64] |= 1 << (at % 64);
            }
            self.postings.advance();
            self.at = 0;
            if self.postings.docs().is_empty() {
                return;
            }
        }
    }
}
