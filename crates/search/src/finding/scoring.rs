//! What documents are worth, given what each word of the query is worth in them; 64 documents side by side, so that the
//! processor works several out at a time.

use super::matching::STRETCH;
use super::plan::Plan;
use super::weights;

/// Documents that are scored together: those of one word of [`Bits`](crate::columns::Bits).
pub(super) const SIDE_BY_SIDE: usize = 64;
/// Fewer than this are scored one after the other.
const FEW: u32 = 6;

/// The documents of a segment that have enough of the query.
#[derive(Default)]
pub(super) struct Scored {
    /// Where many stand side by side.
    pub(super) many: Vec<SideBySide>,
    /// Others, with their scores.
    pub(super) single: Vec<(u32, f32)>,
}

/// 64 documents side by side.
pub(super) struct SideBySide {
    /// Which 64, by the number of their word in [`Bits`](crate::columns::Bits).
    pub(super) word: u32,
    /// Between 0 and 1; 0 when the document has too little of the query or does not pass the filters.
    pub(super) scores: [f32; SIDE_BY_SIDE],
    /// The greatest of them.
    pub(super) most: f32,
}

impl Scored {
    /// Scores the documents of a stretch from the word `at` on that some words of the query touch and that pass the filters.
    pub(super) fn add(&mut self, rows: &Rows, scores: &[f32], at: usize, word: u32, touched: u64, open: u64) {
        let at = at * SIDE_BY_SIDE;
        if (touched & open).count_ones() < FEW {
            let first = word * SIDE_BY_SIDE as u32;
            each_bit(touched & open, |bit| self.add_one(first + bit as u32, rows.score(scores, at + bit)));
            return;
        }
        self.many.push(SideBySide { word, scores: [0.0; SIDE_BY_SIDE], most: 0.0 });
        if let Some(added) = self.many.last_mut() {
            rows.score_side_by_side(scores, at, &mut added.scores);
            each_bit(touched & !open, |bit| added.scores[bit] = 0.0);
            added.most = greatest(&added.scores);
        }
    }

    /// Adds a document when it is worth anything.
    pub(super) fn add_one(&mut self, document: u32, score: f32) {
        if score > 0.0 {
            self.single.push((document, score));
        }
    }

    /// The greatest score.
    pub(super) fn most(&self) -> f32 {
        let many = self.many.iter().map(|many| many.most);
        many.chain(self.single.iter().map(|(_, score)| *score)).fold(0.0, f32::max)
    }
}

impl SideBySide {
    /// Those that are worth at least so much, one bit each.
    pub(super) fn at_least(&self, least: f32) -> u64 {
        // Eight answers of a byte each, multiplied so that they meet in the highest byte, the first one lowest.
        const MEET: u64 = 0x0102_0408_1020_4080;
        let least = least.max(f32::MIN_POSITIVE);
        let answers = self.scores.map(|score| u8::from(score >= least));
        let (eights, _) = answers.as_chunks::<8>();
        let bits = eights.iter().map(|eight| u64::from_le_bytes(*eight).wrapping_mul(MEET) >> 56);
        bits.enumerate().fold(0, |all, (nth, bits)| all | bits << (nth * 8))
    }
}

/// The greatest number, or 0; eight are compared at a time.
fn greatest(numbers: &[f32; SIDE_BY_SIDE]) -> f32 {
    let mut greatest = [0f32; 8];
    for eight in numbers.as_chunks::<8>().0 {
        for (greatest, number) in greatest.iter_mut().zip(eight) {
            *greatest = if *number > *greatest { *number } else { *greatest };
        }
    }
    greatest.into_iter().fold(0.0, f32::max)
}

/// Calls `take` with every bit that is set.
pub(super) fn each_bit(mut bits: u64, mut take: impl FnMut(usize)) {
    while bits != 0 {
        take(bits.trailing_zeros() as usize);
        bits &= bits - 1;
    }
}

/// The words of the query, each with the rows of numbers that say what it is worth in each document of a stretch.
pub(super) struct Rows {
    rows: Vec<Row>,
    slots: usize,
}

struct Row {
    importance: f32,
    whole: usize,
    parts: Vec<(f32, usize)>,
}

impl Rows {
    pub(super) fn new(plan: &Plan) -> Rows {
        let mut slots = 0;
        let mut take = || {
            slots += 1;
            slots - 1
        };
        let row = |word: &super::plan::PlannedWord| Row {
            importance: word.importance,
            whole: take(),
            parts: word.parts.iter().map(|(share, _)| (*share, take())).collect(),
        };
        Rows { rows: plan.words.iter().map(row).collect(), slots }
    }

    /// How many rows of numbers there are: for each word one, and one for each of its parts.
    pub(super) fn slots(&self) -> usize {
        self.slots
    }

    /// What the document at a place of the rows is worth; 0 when it has too little of the query.
    pub(super) fn score(&self, scores: &[f32], at: usize) -> f32 {
        let (mut sum, mut coverage) = (0.0, 0.0);
        for row in &self.rows {
            let whole = scores[row.whole * STRETCH + at];
            let (mut parts, mut covered) = (0.0, 0.0);
            for (share, slot) in &row.parts {
                let part = scores[slot * STRETCH + at];
                parts += share * part;
                covered += if part > 0.0 { *share } else { 0.0 };
            }
            let (score, covered) = row.judge(whole, parts, covered);
            sum += row.importance * score;
            coverage += row.importance * covered;
        }
        worth(sum, coverage)
    }

    /// The same numbers for 64 documents side by side.
    fn score_side_by_side(&self, scores: &[f32], at: usize, to: &mut [f32; SIDE_BY_SIDE]) {
        let mut coverages = [0f32; SIDE_BY_SIDE];
        let slot = |slot: usize| &scores[slot * STRETCH + at..slot * STRETCH + at + SIDE_BY_SIDE];
        for row in &self.rows {
            let (mut parts, mut covered) = ([0f32; SIDE_BY_SIDE], [0f32; SIDE_BY_SIDE]);
            for (share, part) in &row.parts {
                for ((parts, covered), part) in parts.iter_mut().zip(&mut covered).zip(slot(*part)) {
                    *parts += share * part;
                    *covered += if *part > 0.0 { *share } else { 0.0 };
                }
            }
            let whole = slot(row.whole);
            for at in 0..SIDE_BY_SIDE {
                let (score, covered) = row.judge(whole[at], parts[at], covered[at]);
                to[at] += row.importance * score;
                coverages[at] += row.importance * covered;
            }
        }
        for (sum, coverage) in to.iter_mut().zip(&coverages) {
            *sum = worth(*sum, *coverage);
        }
    }
}

impl Row {
    /// How well a document answers to the word and how far it does, given what the word as a whole and its parts are worth
    /// and how much of the parts is there.
    fn judge(&self, whole: f32, parts: f32, covered: f32) -> (f32, f32) {
        if self.parts.is_empty() {
            let had = whole / weights::WELL_MATCHED;
            return (whole, if had < 1.0 { had } else { 1.0 });
        }
        // Both parts side by side are nearly the compound; one of them alone is a guess.
        let parts = parts * weights::IN_PARTS * covered;
        (if parts > whole { parts } else { whole }, if whole > 0.0 { 1.0 } else { covered })
    }
}

/// What is left of a sum when so much of the query is covered: nothing when it is too little.
fn worth(sum: f32, coverage: f32) -> f32 {
    let whole = sum * (1.0 - weights::COORDINATION * 0.5 * (1.0 - coverage));
    if coverage >= weights::LEAST_COVERAGE { whole } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// However many documents are scored together, each is worth the same.
        #[test]
        fn side_by_side_as_one_by_one(
            numbers in proptest::collection::vec(prop_oneof![Just(0f32), 0f32..1.0], 4 * SIDE_BY_SIDE),
            touched: u64,
            open: u64,
        ) {
            let row = |importance, whole, parts| Row { importance, whole, parts };
            let rows = Rows { rows: vec![row(0.6, 0, vec![]), row(0.4, 1, vec![(0.7, 2), (0.3, 3)])], slots: 4 };
            let mut scores = vec![0f32; 4 * STRETCH];
            for (slot, numbers) in numbers.chunks(SIDE_BY_SIDE).enumerate() {
                each_bit(touched, |bit| scores[slot * STRETCH + SIDE_BY_SIDE + bit] = numbers[bit]);
            }
            let mut expected = [0f32; SIDE_BY_SIDE];
            each_bit(touched & open, |bit| expected[bit] = rows.score(&scores, SIDE_BY_SIDE + bit));
            let mut scored = Scored::default();
            scored.add(&rows, &scores, 1, 7, touched, open);
            let mut found = [0f32; SIDE_BY_SIDE];
            scored.single.iter().for_each(|(document, score)| found[*document as usize - 7 * SIDE_BY_SIDE] = *score);
            for many in &scored.many {
                prop_assert_eq!(many.word, 7);
                let worth = |least: f32| (0..SIDE_BY_SIDE).filter(|bit| many.scores[*bit] >= least).map(|bit| 1 << bit).sum::<u64>();
                prop_assert_eq!(many.at_least(0.2), worth(0.2));
                prop_assert_eq!(many.at_least(0.0), worth(f32::MIN_POSITIVE));
                found = many.scores;
            }
            prop_assert_eq!(found, expected);
            prop_assert_eq!(scored.most(), expected.into_iter().fold(0.0, f32::max));
        }
    }
}
