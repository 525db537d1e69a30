//! The facet values of a segment's documents.

use super::bits::Bits;
use super::values::Values;
use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use tantivy::columnar::StrColumn;

/// Facet values both by document (for counting a few documents) and, for the frequent ones, by value (for filtering and for counting many).
/// Values are numbered within the segment, rare ones first.
pub(crate) struct Facets {
    documents: u32,
    /// For each value its number in [`Values`], and its dimension.
    numbers: Vec<u32>,
    dimensions: Vec<u8>,
    /// For each value how many documents have it, deleted ones included.
    totals: Vec<u32>,
    by_number: HashMap<u32, u32>,
    /// Values from here on have bits, those before a list of documents.
    first_frequent: u32,
    bits: Vec<Bits>,
    /// Where the list of each rare value begins.
    list_starts: Vec<u32>,
    lists: Vec<u32>,
    /// Each document's rare values, and its frequent ones: many hits are counted by the rare ones alone.
    rare: OfDocuments,
    frequent: OfDocuments,
}

/// Values by document.
struct OfDocuments {
    /// Where each document's values begin.
    starts: Vec<u32>,
    values: Numbers,
}

/// Numbers of values, in two bytes where that is enough.
enum Numbers {
    Short(Vec<u16>),
    Long(Vec<u32>),
}

/// A value gets bits when at least one document in this many has it: then bits are smaller than a list would be.
const FREQUENT: u32 = 64;
/// How much longer it takes to count one value that a document has than to compare 64 documents' bits.
const WALKING: usize = 4;

impl Facets {
    /// Lays out the columns of all dimensions, in the order of the settings; a dimension that no document of the segment has is `None`.
    pub(crate) fn new(documents: u32, columns: &[Option<StrColumn>], values: &Values) -> std::io::Result<Facets> {
        // First pass: how many documents have each value.
        let (mut numbers, mut dimensions) = (Vec::new(), Vec::new());
        let mut totals: Vec<u32> = Vec::new();
        let mut first_of_dimension = Vec::new();
        for (dimension, column) in columns.iter().enumerate() {
            first_of_dimension.push(numbers.len());
            let Some(column) = column else { continue };
            let first = numbers.len();
            let mut name = String::new();
            for ord in 0..column.num_terms() as u64 {
                column.ord_to_str(ord, &mut name)?;
                numbers.push(values.number(dimension as u8, &name));
                dimensions.push(dimension as u8);
            }
            totals.resize(numbers.len(), 0);
            for document in 0..documents {
                for ord in column.term_ords(document) {
                    totals[first + ord as usize] += 1;
                }
            }
        }

        // Rare values get the lower numbers.
        let frequent = |value: &usize| totals[*value] >= (documents / FREQUENT).max(1);
        let mut order: Vec<usize> = (0..numbers.len()).filter(|value| !frequent(value)).collect();
        let first_frequent = order.len() as u32;
        order.extend((0..numbers.len()).filter(frequent));
        let mut renamed = vec![0u32; order.len()];
        for (new, old) in order.iter().enumerate() {
            renamed[*old] = new as u32;
        }

        // Second pass: the values of each document.
        let mut bits = vec![Bits::none(documents); order.len() - first_frequent as usize];
        let mut list_starts = vec![0; first_frequent as usize + 1];
        for (value, old) in order[..first_frequent as usize].iter().enumerate() {
            list_starts[value + 1] = list_starts[value] + totals[*old];
        }
        let mut lists = vec![0; list_starts[first_frequent as usize] as usize];
        let mut list_ends = list_starts.clone();
        let (mut rare, mut frequent) = (Vec::new(), Vec::new());
        let (mut rare_starts, mut frequent_starts) = (vec![0], vec![0]);
        for document in 0..documents {
            for (column, first) in columns.iter().zip(&first_of_dimension) {
                let Some(column) = column else { continue };
                for value in column.term_ords(document).map(|ord| renamed[first + ord as usize]) {
                    if let Some(index) = value.checked_sub(first_frequent) {
                        bits[index as usize].add(document);
                        frequent.push(value);
                    } else {
                        let end = &mut list_ends[value as usize];
                        lists[*end as usize] = document;
                        *end += 1;
                        rare.push(value);
                    }
                }
            }
            rare_starts.push(rare.len() as u32);
            frequent_starts.push(frequent.len() as u32);
        }

        let numbers: Vec<u32> = order.iter().map(|old| numbers[*old]).collect();
        let short = numbers.len() <= usize::from(u16::MAX);
        Ok(Facets {
            documents,
            totals: order.iter().map(|old| totals[*old]).collect(),
            dimensions: order.iter().map(|old| dimensions[*old]).collect(),
            by_number: (0..).zip(&numbers).map(|(value, number)| (*number, value)).collect(),
            numbers,
            first_frequent,
            bits,
            list_starts,
            lists,
            rare: OfDocuments { starts: rare_starts, values: Numbers::new(rare, short) },
            frequent: OfDocuments { starts: frequent_starts, values: Numbers::new(frequent, short) },
        })
    }

    /// The documents that have a value.
    pub(crate) fn having(&self, number: u32) -> Cow<'_, Bits> {
        let Some(value) = self.by_number.get(&number) else { return Cow::Owned(Bits::none(self.documents)) };
        if let Some(bits) = self.bits_of(*value) {
            return Cow::Borrowed(bits);
        }
        let mut found = Bits::none(self.documents);
        for document in self.list_of(*value) {
            found.add(*document);
        }
        Cow::Owned(found)
    }

    /// The rare and the frequent values of a dimension: both kinds come in the order of the dimensions.
    fn of_dimension(&self, dimension: usize) -> (Range<u32>, Range<u32>) {
        let (rare, frequent) = self.dimensions.split_at(self.first_frequent as usize);
        let among = |values: &[u8], first: u32| {
            let before = |next: usize| values.partition_point(|own| usize::from(*own) < next) as u32;
            first + before(dimension)..first + before(dimension + 1)
        };
        (among(rare, 0), among(frequent, self.first_frequent))
    }

    fn bits_of(&self, value: u32) -> Option<&Bits> {
        self.bits.get(value.checked_sub(self.first_frequent)? as usize)
    }

    fn list_of(&self, value: u32) -> &[u32] {
        &self.lists[self.list_starts[value as usize] as usize..self.list_starts[value as usize + 1] as usize]
    }

    /// Adds for every value how many of the documents have it to `counts`, which is indexed by [`Values`]' numbers.
    pub(crate) fn count(&self, among: &Bits, counts: &mut [u32]) {
        let hits = among.count();
        let local = if hits > self.documents as usize / 2 {
            // Fewer are left out than taken: count those and subtract.
            let mut others = Bits::all(self.documents);
            for (index, word) in among.words().iter().enumerate() {
                others.set_word(index, others.words()[index] & !word);
            }
            let mut local = self.count_few(&others, self.documents as usize - hits);
            for (count, total) in local.iter_mut().zip(&self.totals) {
                *count = total - *count;
            }
            local
        } else {
            self.count_few(among, hits)
        };
        for (count, number) in local.iter().zip(&self.numbers) {
            counts[*number as usize] += count;
        }
    }

    /// The same for the values of one dimension only.
    pub(crate) fn count_dimension(&self, dimension: usize, among: &Bits, counts: &mut [u32]) {
        let number = |value: u32| self.numbers[value as usize] as usize;
        let (own_rare, own_frequent) = self.of_dimension(dimension);
        for (value, bits) in own_frequent.clone().zip(&self.bits[(own_frequent.start - self.first_frequent) as usize..])
        {
            counts[number(value)] += bits.count_common(among) as u32;
        }
        let listed = self.list_starts[own_rare.end as usize] - self.list_starts[own_rare.start as usize];
        if among.count() * WALKING < listed as usize {
            let mut rare = vec![0; self.first_frequent as usize];
            self.rare.count(among, &mut rare);
            own_rare.for_each(|value| counts[number(value)] += rare[value as usize]);
        } else {
            for value in own_rare {
                let having = self.list_of(value).iter().filter(|document| among.has(**document));
                counts[number(value)] += having.count() as u32;
            }
        }
    }

    fn count_few(&self, among: &Bits, hits: usize) -> Vec<u32> {
        let mut counts = vec![0; self.numbers.len()];
        self.rare.count(among, &mut counts);
        // Looking up a document's own values is far from where the last one's are; comparing bits goes straight on.
        let own = hits * (self.frequent.values.count() / (self.documents as usize).max(1) + 1);
        if own * WALKING <= self.bits.len() * among.words().len() {
            self.frequent.count(among, &mut counts);
        } else {
            for (value, bits) in (self.first_frequent as usize..).zip(&self.bits) {
                counts[value] = bits.count_common(among) as u32;
            }
        }
        counts
    }
}

impl OfDocuments {
    fn count(&self, among: &Bits, counts: &mut [u32]) {
        match &self.values {
            Numbers::Short(values) => self.count_in(values, among, counts),
            Numbers::Long(values) => self.count_in(values, among, counts),
        }
    }

    fn count_in<T: Copy + Into<u32>>(&self, values: &[T], among: &Bits, counts: &mut [u32]) {
        for (index, word) in among.words().iter().enumerate() {
            let mut rest = *word;
            while rest != 0 {
                let document = index * 64 + rest.trailing_zeros() as usize;
                rest &= rest - 1;
                for value in &values[self.starts[document] as usize..self.starts[document + 1] as usize] {
                    counts[(*value).into() as usize] += 1;
                }
            }
        }
    }
}

impl Numbers {
    fn new(values: Vec<u32>, short: bool) -> Numbers {
        if short {
            Numbers::Short(values.into_iter().map(|value| value as u16).collect())
        } else {
            Numbers::Long(values)
        }
    }

    fn count(&self) -> usize {
        match self {
            Numbers::Short(values) => values.len(),
            Numbers::Long(values) => values.len(),
        }
    }
}
