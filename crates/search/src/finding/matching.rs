//! Goes through the documents that have words of the query, a stretch of a segment at a time, and scores them.
//!
//! For every stretch of documents each word of the query has a row of numbers: what its alternatives are worth together for each document. The rows
//! stay in the processor's nearest memory, and stretches without a document that passes the filters are skipped.

use super::plan::{Alternative, Plan};
use super::weights;
use crate::Result;
use crate::analysis::Impact;
use crate::columns::Bits;
use crate::index::Segment;
use tantivy::postings::BlockSegmentPostings;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, TERMINATED};

/// Documents in a stretch.
const STRETCH: usize = 4096;
const WORDS: usize = STRETCH / 64;
/// When fewer than one document in this many passes the filters, they are looked up one by one.
const SPARSE: usize = 64;

/// A document that has enough of the query.
pub(super) struct Match {
    pub(super) document: DocId,
    /// Between 0 and 1.
    pub(super) score: f32,
}

/// Calls `take` for every document of the gate that has enough of the query, in ascending order.
pub(super) fn matches(
    plan: &Plan,
    number: usize,
    segment: &Segment,
    gate: &Bits,
    mut take: impl FnMut(Match),
) -> Result<()> {
    let rows: Vec<Row> = rows(plan);
    let mut cursors = cursors(plan, number, segment)?;
    let mut scores = vec![0f32; slots(plan) * STRETCH];
    if gate.count() * SPARSE < gate.words().len() * 64 {
        for document in gate.iter() {
            let mut touched = false;
            for cursor in &mut cursors {
                cursor.seek(document);
                touched |= cursor.add(document, &mut scores[cursor.slot * STRETCH]);
            }
            if touched {
                if let Some(score) = score(&rows, &scores, 0) {
                    take(Match { document, score });
                }
                scores.iter_mut().step_by(STRETCH).for_each(|score| *score = 0.0);
            }
        }
        return Ok(());
    }
    let mut dirty = vec![false; slots(plan)];

    while let Some(next) = cursors.iter().map(Cursor::document).min().filter(|next| *next != TERMINATED) {
        let Some(next) = next_in_gate(gate, next) else { return Ok(()) };
        let begin = next - next % STRETCH as u32;
        let end = begin + STRETCH as u32;
        let mut touched = [0u64; WORDS];
        cursors.retain_mut(|cursor| {
            cursor.seek(next);
            let row = &mut scores[cursor.slot * STRETCH..(cursor.slot + 1) * STRETCH];
            if cursor.document() < end {
                dirty[cursor.slot] = true;
                cursor.fill(begin, end, row, &mut touched);
            }
            cursor.document() != TERMINATED
        });
        for (index, word) in touched.iter().enumerate() {
            let mut word = word & gate.words().get(begin as usize / 64 + index).copied().unwrap_or_default();
            while word != 0 {
                let at = index * 64 + word.trailing_zeros() as usize;
                word &= word - 1;
                if let Some(score) = score(&rows, &scores, at) {
                    take(Match { document: begin + at as u32, score });
                }
            }
        }
        for (slot, dirty) in dirty.iter_mut().enumerate().filter(|(_, dirty)| **dirty) {
            scores[slot * STRETCH..(slot + 1) * STRETCH].fill(0.0);
            *dirty = false;
        }
    }
    Ok(())
}

/// What the document at a place of the rows is worth; `None` when it has too little of the query.
fn score(rows: &[Row], scores: &[f32], at: usize) -> Option<f32> {
    let (mut sum, mut coverage) = (0.0, 0.0);
    for row in rows {
        let (score, covered) = row.score(scores, at);
        sum += row.importance * score;
        coverage += row.importance * covered;
    }
    (coverage >= weights::LEAST_COVERAGE).then_some(sum * (1.0 - weights::COORDINATION * 0.5 * (1.0 - coverage)))
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

/// Where a word's numbers are among the slots.
struct Row {
    importance: f32,
    whole: usize,
    parts: Vec<(f32, usize)>,
}

impl Row {
    /// How well a document answers to the word, and whether it does at all (a part of a compound: partly).
    fn score(&self, scores: &[f32], at: usize) -> (f32, f32) {
        let whole = scores[self.whole * STRETCH + at];
        if self.parts.is_empty() {
            return (whole, (whole / weights::WELL_MATCHED).min(1.0));
        }
        let (mut score, mut covered) = (0.0, 0.0);
        for (share, slot) in &self.parts {
            let part = scores[slot * STRETCH + at];
            score += share * part;
            covered += if part > 0.0 { *share } else { 0.0 };
        }
        // Both parts side by side are nearly the compound; one of them alone is a guess.
        score *= weights::IN_PARTS * covered;
        if whole > 0.0 { (whole.max(score), 1.0) } else { (score, covered) }
    }
}

fn rows(plan: &Plan) -> Vec<Row> {
    let mut slot = 0;
    let mut take = || {
        slot += 1;
        slot - 1
    };
    plan.words
        .iter()
        .map(|word| Row {
            importance: word.importance,
            whole: take(),
            parts: word.parts.iter().map(|(share, _)| (*share, take())).collect(),
        })
        .collect()
}

fn slots(plan: &Plan) -> usize {
    plan.words.iter().map(|word| 1 + word.parts.len()).sum()
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
    /// the document is about it, and never more than 1.
    fn fill(&mut self, begin: DocId, end: DocId, row: &mut [f32], touched: &mut [u64; WORDS]) {
        loop {
            let (documents, impacts) = (self.postings.docs(), self.postings.freqs());
            for (document, impact) in documents[self.at..].iter().zip(&impacts[self.at..]) {
                if *document >= end {
                    return;
                }
                let at = (document - begin) as usize;
                let worth = self.worth[(*impact as usize).min(Impact::COUNT - 1)];
                row[at] += worth * (1.0 - row[at]);
                touched[at / 64] |= 1 << (at % 64);
                self.at += 1;
            }
            self.postings.advance();
            self.at = 0;
            if self.postings.docs().is_empty() {
                return;
            }
        }
    }
}
