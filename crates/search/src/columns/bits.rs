//! A set of the documents of a segment, one bit each.

/// Documents of a segment by number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Bits {
    words: Vec<u64>,
}

impl Bits {
    pub(crate) fn none(documents: u32) -> Bits {
        Bits { words: vec![0; (documents as usize).div_ceil(64)] }
    }

    pub(crate) fn all(documents: u32) -> Bits {
        let mut words = vec![u64::MAX; (documents as usize).div_ceil(64)];
        if let Some(last) = words.last_mut()
            && !documents.is_multiple_of(64)
        {
            *last = (1 << (documents % 64)) - 1;
        }
        Bits { words }
    }

    pub(crate) fn words(&self) -> &[u64] {
        &self.words
    }

    pub(crate) fn has(&self, document: u32) -> bool {
        self.words[document as usize / 64] >> (document % 64) & 1 == 1
    }

    pub(crate) fn add(&mut self, document: u32) {
        self.words[document as usize / 64] |= 1 << (document % 64);
    }

    /// Adds so many documents one after the other.
    pub(crate) fn add_run(&mut self, first: u32, count: u32) {
        let (mut at, end) = (first, first + count);
        while at < end {
            let (bit, own) = (at % 64, (end - at).min(64 - at % 64));
            self.words[at as usize / 64] |= (u64::MAX >> (64 - own)) << bit;
            at += own;
        }
    }

    pub(crate) fn remove(&mut self, document: u32) {
        self.words[document as usize / 64] &= !(1 << (document % 64));
    }

    /// Leaves none.
    pub(crate) fn clear(&mut self) {
        self.words.fill(0);
    }

    /// Sets 64 documents at once.
    pub(crate) fn set_word(&mut self, index: usize, word: u64) {
        self.words[index] = word;
    }

    pub(crate) fn keep(&mut self, others: &Bits) {
        for (word, other) in self.words.iter_mut().zip(&others.words) {
            *word &= other;
        }
    }

    pub(crate) fn leave_out(&mut self, others: &Bits) {
        for (word, other) in self.words.iter_mut().zip(&others.words) {
            *word &= !other;
        }
    }

    pub(crate) fn join(&mut self, others: &Bits) {
        for (word, other) in self.words.iter_mut().zip(&others.words) {
            *word |= other;
        }
    }

    /// Keeps the documents of which something holds.
    pub(crate) fn retain(&mut self, mut holds: impl FnMut(u32) -> bool) {
        for (index, word) in self.words.iter_mut().enumerate() {
            let mut rest = *word;
            while rest != 0 {
                let bit = rest.trailing_zeros();
                rest &= rest - 1;
                if !holds(index as u32 * 64 + bit) {
                    *word &= !(1 << bit);
                }
            }
        }
    }

    pub(crate) fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    pub(crate) fn count_common(&self, others: &Bits) -> usize {
        self.words.iter().zip(&others.words).map(|(word, other)| (word & other).count_ones() as usize).sum()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.words.iter().enumerate().filter(|(_, word)| **word != 0).flat_map(|(index, word)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                if rest == 0 {
                    return None;
                }
                let bit = rest.trailing_zeros();
                rest &= rest - 1;
                Some(index as u32 * 64 + bit)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_is_exactly_all() {
        for documents in [0, 1, 63, 64, 65, 200] {
            let all = Bits::all(documents);
            assert_eq!(all.count(), documents as usize);
            assert_eq!(all.iter().collect::<Vec<_>>(), (0..documents).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_run_is_each_of_its_documents() {
        for (first, count) in [(0, 0), (0, 1), (3, 61), (3, 62), (0, 64), (63, 2), (5, 190), (199, 1)] {
            let mut run = Bits::none(200);
            run.add_run(first, count);
            assert_eq!(run.iter().collect::<Vec<_>>(), (first..first + count).collect::<Vec<_>>());
        }
    }

    #[test]
    fn sets_meet_and_join() {
        let mut one = Bits::none(130);
        let mut other = Bits::none(130);
        one.add(3);
        one.add(129);
        other.add(129);
        assert_eq!(one.count_common(&other), 1);
        one.keep(&other);
        assert!(one.has(129) && !one.has(3));
        one.remove(129);
        one.join(&other);
        assert_eq!(one.iter().collect::<Vec<_>>(), [129]);
        other.leave_out(&one);
        assert_eq!(other.count(), 0);
        one.add(64);
        one.retain(|document| document < 100);
        assert_eq!(one.iter().collect::<Vec<_>>(), [64]);
    }
}
