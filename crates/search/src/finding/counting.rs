//! How many of the found documents have each facet value.

use super::filtering::Passing;
use crate::columns::{Bits, Values};
use crate::index::Segment;
use crate::{FacetCounts, Query, Settings};

/// Adds up the counts of all segments.
pub(super) struct Counting {
    /// By number in [`Values`]: among what was found.
    found: Vec<u32>,
    /// The same for the values of each dimension that is filtered by "at least one of", without that filter.
    sideways: Vec<(usize, Vec<u32>)>,
}

impl Counting {
    pub(super) fn new(values: &Values) -> Counting {
        Counting { found: vec![0; values.with_names(<[_]>::len)], sideways: Vec::new() }
    }

    /// Adds a segment: `matched` has the words and passes the gate, `found` passes the choices as well.
    pub(super) fn add(&mut self, segment: &Segment, passing: &Passing, matched: &Bits, found: &Bits) {
        let facets = &segment.columns.facets;
        facets.count(found, &mut self.found);
        for (dimension, _) in &passing.choices {
            let known = self.sideways.iter().position(|(known, _)| known == dimension);
            let at = known.unwrap_or_else(|| {
                self.sideways.push((*dimension, vec![0; self.found.len()]));
                self.sideways.len() - 1
            });
            facets.count_dimension(*dimension, &passing.keep(matched, Some(*dimension)), &mut self.sideways[at].1);
        }
    }

    /// The counts by dimension, with names.
    pub(super) fn done(self, query: &Query<'_>, settings: &Settings, values: &Values) -> Vec<FacetCounts> {
        let mut numbered: Vec<Vec<(u32, u32)>> = vec![Vec::new(); settings.dimensions.len()];
        values.with_names(|names| {
            for (number, (dimension, _)) in names.iter().enumerate().take(self.found.len()) {
                let dimension = usize::from(*dimension);
                let counts = self
                    .sideways
                    .iter()
                    .find(|(known, _)| *known == dimension)
                    .map_or(&self.found, |(_, counts)| counts);
                if counts[number] > 0 {
                    numbered[dimension].push((counts[number], number as u32));
                }
            }
            settings
                .dimensions
                .iter()
                .zip(numbered)
                .map(|(dimension, mut counts)| {
                    let order = |one: &(u32, u32), other: &(u32, u32)| {
                        (other.0, &names[one.1 as usize].1).cmp(&(one.0, &names[other.1 as usize].1))
                    };
                    if counts.len() > query.facet_values {
                        counts.select_nth_unstable_by(query.facet_values, order);
                        counts.truncate(query.facet_values);
                    }
                    counts.sort_unstable_by(order);
                    FacetCounts {
                        dimension,
                        values: counts
                            .into_iter()
                            .map(|(count, number)| (names[number as usize].1.to_string(), count as usize))
                            .collect(),
                    }
                })
                .collect()
        })
    }
}
