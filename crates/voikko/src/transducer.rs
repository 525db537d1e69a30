//! The transducer itself: the file's transitions, checked once and laid out for walking.

use std::collections::HashMap;
use std::ops::Range;

use crate::error::Error;
use crate::symbols::{EPSILON, Symbols};

/// The input of an arc that ends a word.
pub(crate) const FINAL: u16 = u16::MAX;

const MAGIC: u32 = 0x0001_3A6E;
const WEIGHTED: usize = 8;
const SYMBOL_COUNT: usize = 16;
const SYMBOLS: usize = 18;
const RECORD: usize = 8;
/// A state's arc count that does not fit its eight bits is written elsewhere.
const MANY: u32 = 255;
const TARGET: u32 = 0x00FF_FFFF;

/// A transition: what it reads, what it writes, and where it leads.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Arc {
    pub(crate) input: u16,
    pub(crate) output: u16,
    /// Low 24 bits: the target state's first arc. High 8 bits, on a state's first arc: how many more follow.
    link: u32,
}

impl Arc {
    #[inline]
    pub(crate) fn target(self) -> u32 {
        self.link & TARGET
    }

    #[inline]
    fn more(self) -> u32 {
        self.link >> 24
    }
}

/// A checked transducer. A state is the number of its first arc; the start state is 0. The arcs of a state stand
/// together, ordered: the one that ends a word, then those that read nothing, then by the letter they read.
#[derive(Debug)]
pub(crate) struct Transducer {
    pub(crate) symbols: Symbols,
    arcs: Vec<Arc>,
    /// How many more arcs follow the first in the few states that have 255 or more.
    crowded: HashMap<u32, u32>,
}

impl Transducer {
    pub(crate) fn read(bytes: &[u8]) -> Result<Transducer, Error> {
        if u32_at(bytes, 0) != Some(MAGIC) {
            return Err(Error::NotADictionary);
        }
        let header = bytes.get(..SYMBOLS).ok_or(Error::Broken("the header is cut short"))?;
        if header[WEIGHTED] != 0 {
            return Err(Error::Unsupported("weighted"));
        }
        let count = u16::from_le_bytes([header[SYMBOL_COUNT], header[SYMBOL_COUNT + 1]]);
        let (symbols, length) = Symbols::read(&bytes[SYMBOLS..], count)?;
        let start = (SYMBOLS + length).next_multiple_of(RECORD);
        let records = bytes.get(start..).ok_or(Error::Broken("the transitions are cut short"))?;
        if records.is_empty() || !records.len().is_multiple_of(RECORD) {
            return Err(Error::Broken("the transitions are cut short"));
        }
        Layout::new(&symbols, records).arrange().map(|(arcs, crowded)| Transducer { symbols, arcs, crowded })
    }

    /// Where the arcs of a state are.
    #[inline]
    pub(crate) fn state(&self, first: u32) -> Range<u32> {
        let more = match self.arcs.get(first as usize).map_or(0, |arc| arc.more()) {
            MANY => self.crowded.get(&first).copied().unwrap_or(0),
            more => more,
        };
        first..first + more + 1
    }

    #[inline]
    pub(crate) fn arc(&self, at: u32) -> Option<Arc> {
        self.arcs.get(at as usize).copied()
    }

    #[inline]
    pub(crate) fn arcs(&self, range: Range<u32>) -> &[Arc] {
        self.arcs.get(range.start as usize..range.end as usize).unwrap_or_default()
    }
}

/// Checks every state that can be reached and lays the states out in the order of a walk in depth: what is read
/// one after the other then lies side by side in memory.
struct Layout<'f> {
    symbols: &'f Symbols,
    records: &'f [u8],
    /// The new place of the state that begins at a record, plus one.
    places: Vec<u32>,
    arcs: Vec<Arc>,
    crowded: HashMap<u32, u32>,
}

impl<'f> Layout<'f> {
    fn new(symbols: &'f Symbols, records: &'f [u8]) -> Layout<'f> {
        let count = records.len() / RECORD;
        Layout { symbols, records, places: vec![0; count], arcs: Vec::with_capacity(count), crowded: HashMap::new() }
    }

    fn arrange(mut self) -> Result<(Vec<Arc>, HashMap<u32, u32>), Error> {
        let mut waiting = vec![0];
        while let Some(state) = waiting.pop() {
            if self.places[state as usize] != 0 {
                continue;
            }
            let first = self.arcs.len();
            self.place(state)?;
            // The last is popped first: the first arc's target follows its state.
            waiting.extend(self.arcs[first..].iter().rev().filter(|arc| arc.input != FINAL).map(|arc| arc.target()));
        }
        for arc in &mut self.arcs {
            let target = if arc.input == FINAL { 0 } else { self.places[arc.target() as usize] - 1 };
            arc.link = arc.link & !TARGET | target;
        }
        Ok((self.arcs, self.crowded))
    }

    /// Copies the arcs of one state, checked, to the end of the layout.
    fn place(&mut self, state: u32) -> Result<(), Error> {
        let head = self.record(state)?;
        let (mut next, more) = match head.more() {
            MANY => {
                let count = self.record(state + 1)?;
                (state + 2, u32::from(count.output) << 16 | u32::from(count.input))
            }
            more => (state + 1, more),
        };
        // In a sound file no record belongs to two states; without this a small hostile file could ask for
        // a layout of any size.
        if self.arcs.len() + more as usize >= self.places.len() {
            return Err(Error::Broken("states overlap or are cut short"));
        }

        let first = self.arcs.len();
        self.push(head)?;
        for _ in 0..more {
            self.push(self.record(next)?)?;
            next += 1;
        }
        self.arcs[first..].sort_by_key(|arc| arc.input.wrapping_add(1));
        let place = u32::try_from(first).map_err(|_| Error::TooLarge)?;
        self.places[state as usize] = place + 1;
        for arc in &mut self.arcs[first..] {
            arc.link &= TARGET;
        }
        self.arcs[first].link |= more.min(MANY) << 24;
        if more >= MANY {
            self.crowded.insert(place, more);
        }
        Ok(())
    }

    fn push(&mut self, mut arc: Arc) -> Result<(), Error> {
        if arc.input == FINAL {
            arc.output = EPSILON;
        } else if usize::from(arc.input) >= self.symbols.count() || usize::from(arc.output) >= self.symbols.count() {
            return Err(Error::Broken("a transition names a symbol that is not there"));
        } else if arc.target() as usize >= self.places.len() {
            return Err(Error::Broken("a transition leads outside the file"));
        }
        // A flag says nothing about the word when it is written.
        if self.symbols.flag(arc.output).is_some() {
            arc.output = EPSILON;
        }
        self.arcs.push(arc);
        Ok(())
    }

    fn record(&self, number: u32) -> Result<Arc, Error> {
        let at = number as usize * RECORD;
        match self.records.get(at..at + RECORD) {
            Some(&[a, b, c, d, e, f, g, h]) => Ok(Arc {
                input: u16::from_le_bytes([a, b]),
                output: u16::from_le_bytes([c, d]),
                link: u32::from_le_bytes([e, f, g, h]),
            }),
            _ => Err(Error::Broken("a state is cut short")),
        }
    }
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4).and_then(|four| four.try_into().ok()).map(u32::from_le_bytes)
}
