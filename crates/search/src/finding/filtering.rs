//! Which documents of a segment pass what the reader chose.

use crate::columns::{Bits, Circle, Values};
use crate::index::Segment;
use crate::{Query, Settings};
use std::borrow::Cow;

/// The documents that pass, kept apart so that counts can leave out the filter of their own dimension.
pub(super) struct Passing {
    /// Pass everything but the filters of [`Passing::choices`], of which they miss one at most: no count needs others.
    pub(super) gate: Bits,
    /// Dimension and documents of every "at least one of" filter.
    pub(super) choices: Vec<(usize, Bits)>,
}

impl Passing {
    pub(super) fn new(query: &Query<'_>, segment: &Segment, settings: &Settings, values: &Values) -> Passing {
        let columns = &segment.columns;
        let mut gate = segment.alive.clone();
        let mut choices: Vec<(usize, Bits)> = Vec::new();
        for filter in query.filters.iter().filter(|filter| !filter.values.is_empty()) {
            // A dimension that does not exist has no documents.
            let dimension = settings.dimensions.iter().position(|known| *known == filter.dimension);
            let having = |value: &str| {
                let number = dimension.and_then(|dimension| values.find(dimension as u8, value));
                number.map_or_else(|| Cow::Owned(Bits::none(columns.documents)), |number| columns.facets.having(number))
            };
            if filter.all {
                filter.values.iter().for_each(|value| gate.keep(&having(value)));
                continue;
            }
            let mut any = Bits::none(columns.documents);
            filter.values.iter().for_each(|value| any.join(&having(value)));
            match dimension {
                Some(dimension) if query.count_facets => {
                    match choices.iter_mut().find(|(known, _)| *known == dimension) {
                        Some((_, known)) => known.keep(&any),
                        None => choices.push((dimension, any)),
                    }
                }
                _ => gate.keep(&any),
            }
        }
        if choices.len() > 1 {
            keep_missing_one(&mut gate, &choices);
        }
        // What is looked up document by document comes after what is compared for many at once: the hours of a day, and
        // last the places near the edge of the circle.
        let circle = query.near.and_then(|near| Some(Circle::new(near.lat, near.lon, near.max_km?)));
        let around = circle.map(|circle| (columns.points.keep_around(&mut gate, &circle), circle));
        if !query.windows.is_empty() {
            gate.keep(&columns.days.within(&query.windows, &gate));
        }
        if let Some((unsettled, circle)) = around {
            columns.points.settle(&mut gate, unsettled, &circle);
        }
        Passing { gate, choices }
    }

    /// Those of `found` that pass the choices too, except the one of a dimension.
    pub(super) fn keep(&self, found: &Bits, except: Option<usize>) -> Bits {
        let mut kept = found.clone();
        for (dimension, choice) in &self.choices {
            if except != Some(*dimension) {
                kept.keep(choice);
            }
        }
        kept
    }

    /// Which of 64 documents side by side pass the choices, one bit each.
    pub(super) fn chosen(&self, word: u32) -> u64 {
        self.choices.iter().fold(u64::MAX, |chosen, (_, choice)| chosen & choice.words()[word as usize])
    }
}

/// Keeps the documents that pass all choices but one at most.
fn keep_missing_one(gate: &mut Bits, choices: &[(usize, Bits)]) {
    for index in 0..gate.words().len() {
        let (mut passing, mut missing) = (u64::MAX, u64::MAX);
        for (_, choice) in choices {
            let chosen = choice.words()[index];
            missing = missing & chosen | passing;
            passing &= chosen;
        }
        gate.set_word(index, gate.words()[index] & missing);
    }
}
