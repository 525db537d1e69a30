//! Which documents of a segment pass what the reader chose.

use crate::columns::{Bits, Circle, Values};
use crate::index::Segment;
use crate::{Query, Settings};
use std::borrow::Cow;

/// The documents that pass, kept apart so that counts can leave out the filter of their own dimension.
pub(super) struct Passing {
    /// Pass everything but the filters of [`Passing::choices`].
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
        if !query.windows.is_empty() {
            gate.keep(&columns.days.within(&query.windows, columns.documents));
        }
        if let Some(near) = query.near
            && let Some(max_km) = near.max_km
        {
            let circle = Circle::new(near.lat, near.lon, max_km);
            gate.retain(|document| columns.points.is_within(document, &circle));
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

    /// Whether a document that passes the gate passes the choices too.
    pub(super) fn chosen(&self, document: u32) -> bool {
        self.choices.iter().all(|(_, choice)| choice.has(document))
    }
}
