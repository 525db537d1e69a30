//! Walking the transducer along a word.

use std::ops::ControlFlow;

use crate::symbols::EPSILON;
use crate::transducer::{FINAL, Transducer};

/// The most arcs one word may try. Of the words of running text the worst needs a few thousand; the bound is for
/// files made to hang their reader.
const STEPS: u32 = 100_000;
/// The most arcs one path may have. A word has at most 80 letters, and few arcs between letters read nothing.
const DEPTH: usize = 1_000;

/// A state on the path being tried.
struct Place {
    /// The next arc to try, and the end of the state's arcs.
    next: u32,
    end: u32,
    /// How many letters are read so far.
    read: u16,
    /// Whether `next` is past the arcs that read nothing.
    reading: bool,
    /// What to put back when the walk leaves this state: a feature and its earlier value.
    undo: Option<(u16, u16)>,
}

/// Gives `found` what the transducer writes on each path that reads exactly `word` (as symbols), until it breaks.
pub(crate) fn walk(transducer: &Transducer, word: &[u16], mut found: impl FnMut(&[u16]) -> ControlFlow<()>) {
    let first_letter = transducer.symbols.first_letter();
    let mut features = vec![0u16; transducer.symbols.features()];
    let mut path: Vec<Place> = Vec::with_capacity(96);
    // One symbol for each place but the first: what the arc that led there wrote.
    let mut written: Vec<u16> = Vec::with_capacity(96);
    let start = transducer.state(0);
    path.push(Place { next: start.start, end: start.end, read: 0, reading: false, undo: None });

    let mut steps = 0;
    while let Some(place) = path.last_mut() {
        let arc = if place.next < place.end { transducer.arc(place.next) } else { None };
        let Some(arc) = arc else {
            leave(&mut path, &mut written, &mut features);
            continue;
        };
        steps += 1;
        if steps > STEPS {
            return;
        }
        if arc.input == FINAL {
            place.next += 1;
            if usize::from(place.read) == word.len() && found(&written).is_break() {
                return;
            }
            continue;
        }

        let mut undo = None;
        let mut read = place.read;
        if arc.input >= first_letter {
            let Some(letter) = word.get(usize::from(place.read)).copied() else {
                leave(&mut path, &mut written, &mut features);
                continue;
            };
            if !place.reading {
                place.reading = true;
                let arcs = transducer.arcs(place.next..place.end);
                let skipped = if arcs.len() > 8 {
                    arcs.partition_point(|arc| arc.input < letter)
                } else {
                    arcs.iter().take_while(|arc| arc.input < letter).count()
                };
                if skipped > 0 {
                    place.next += u32::try_from(skipped).unwrap_or(u32::MAX);
                    continue;
                }
            }
            if arc.input != letter {
                leave(&mut path, &mut written, &mut features);
                continue;
            }
            read += 1;
        } else if arc.input != EPSILON
            && let Some(flag) = transducer.symbols.flag(arc.input)
            && let Some(feature) = features.get_mut(usize::from(flag.feature))
        {
            let Some(value) = flag.operation.apply(*feature) else {
                place.next += 1;
                continue;
            };
            undo = Some((flag.feature, *feature));
            *feature = value;
        }

        place.next += 1;
        if path.len() >= DEPTH {
            restore(&mut features, undo);
            continue;
        }
        let state = transducer.state(arc.target());
        path.push(Place { next: state.start, end: state.end, read, reading: false, undo });
        written.push(arc.output);
    }
}

fn leave(path: &mut Vec<Place>, written: &mut Vec<u16>, features: &mut [u16]) {
    if let Some(place) = path.pop() {
        restore(features, place.undo);
        written.pop();
    }
}

fn restore(features: &mut [u16], undo: Option<(u16, u16)>) {
    if let Some((feature, value)) = undo
        && let Some(place) = features.get_mut(usize::from(feature))
    {
        *place = value;
    }
}
