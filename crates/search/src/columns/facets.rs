//! The facet values of a segment's documents.

use super::bits::Bits;
use super::values::Values;
use std::borrow::Cow;
use std::collections::HashMap;
use tantivy::columnar::StrColumn;

/// Facet values both by document (for counting a few documents) and, for the frequent ones, by value (for filtering and for counting many).
/// Values are numbered within the segment, rare ones first.
pub(crate) struct Facets {
    documents: u32,
    /// For each value its number in [`Values`].
    numbers: Vec<u32>,
    /// For each value how many documents have it, deleted ones included.
    totals: Vec<u32>,
    by_number: HashMap<u32, u32>,
    /// Values from here on have bits, those before a list of documents.
    first_frequent: u32,
    bits: Vec<Bits>,
    /// Where the list of each rare value begins.
    list_starts: Vec<u32>,
    lists: Vec<u32>,
    /// Where each document's values begin.
    starts: Vec<u32>,
    /// Each document's values, ascending: the rare ones first.
    of_documents: Numbers,
}

/// Numbers of values, in two bytes where that is enough.
enum Numbers {
    Short(Vec<u16>),
    Long(Vec<u32>),
}

/// A value gets bits when at least one document in this many has it: then bits are smaller than a list would be.
const FREQUENT: u32 = 64;

impl Facets {
    /// Lays out the columns of all dimensions, in the order of the settings; a dimension that no document of the segment has is `None`.
    pub(crate) fn new(documents: u32, columns: &[Option<StrColumn>], values: &Values) -> std::io::Result<Facets> {
        // First pass: how many documents have each value.
        let mut numbers = Vec::new();
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
        let mut starts = Vec::with_capacity(documents as usize + 1);
        let mut all = Vec::with_capacity(totals.iter().map(|total| *total as usize).sum());
        let mut own = Vec::new();
        for document in 0..documents {
            starts.push(all.len() as u32);
            own.clear();
            for (column, first) in columns.iter().zip(&first_of_dimension) {
                let Some(column) = column else { continue };
                own.extend(column.term_ords(document).map(|ord| renamed[first + ord as usize]));
            }
            own.sort_unstable();
            for value in &own {
                match value.checked_sub(first_frequent) {
                    Some(index) => bits[index as usize].add(document),
                    None => {
                        let end = &mut list_ends[*value as usize];
                        lists[*end as usize] = document;
                        *end += 1;
                    }
                }
            }
            all.extend_from_slice(&own);
        }
        starts.push(all.len() as u32);

        let numbers: Vec<u32> = order.iter().map(|old| numbers[*old]).collect();
        let of_documents = if numbers.len() <= usize::from(u16::MAX) {
            Numbers::Short(all.into_iter().map(|value| value as u16).collect())
        } else {
            Numbers::Long(all)
        };
        Ok(Facets {
            documents,
            totals: order.iter().map(|old| totals[*old]).collect(),
            by_number: (0..).zip(&numbers).map(|(value, number)| (*number, value)).collect(),
            numbers,
            first_frequent,
            bits,
            list_starts,
            lists,
            starts,
            of_documents,
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

    fn count_few(&self, among: &Bits, hits: usize) -> Vec<u32> {
        let mut counts = vec![0; self.numbers.len()];
        // Steps of walking through the documents' own values, against comparing all bits of every frequent value.
        let own =
            hits * (self.starts.last().copied().unwrap_or_default() as usize / (self.documents as usize).max(1) + 1);
        let compared = self.bits.len() * among.words().len();
        let upto = if own <= compared + hits * 2 { u32::MAX } else { self.first_frequent };
        match &self.of_documents {
            Numbers::Short(all) => self.count_own(all, among, upto, &mut counts),
            Numbers::Long(all) => self.count_own(all, among, upto, &mut counts),
        }
        if upto != u32::MAX {
            for (value, bits) in (self.first_frequent as usize..).zip(&self.bits) {
                counts[value] = bits.count_common(among) as u32;
            }
        }
        counts
    }

    fn count_own<T: Copy + Into<u32>>(&self, all: &[T], among: &Bits, upto: u32, counts: &mut [u32]) {
        for document in among.iter() {
            let own = self.starts[document as usize] as usize..self.starts[document as usize + 1] as usize;
            for value in &all[own] {
                let value: u32 = (*value).into();
                if value >= upto {
                    break;
                }
                counts[value as usize] += 1;
            }
        }
    }
}
