//! The parts of town and villages where something is, with the forms their names take in a sentence.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use search::{Index, Query};

use crate::reference;

/// More names than this are not read from the index.
const MOST: usize = 5_000;

/// Forms of names, lower case, with the name as the index has it.
pub type Areas = HashMap<String, String>;

/// The areas of the index, made anew when the index has changed.
#[derive(Debug, Default)]
pub struct Known(Mutex<Option<(Option<u64>, Arc<Areas>)>>);

impl Known {
    /// The areas that published activities are in.
    pub fn areas(&self, index: &Index) -> search::Result<Arc<Areas>> {
        let position = index.position();
        if let Some((known, areas)) = &*self.0.lock().unwrap_or_else(PoisonError::into_inner)
            && *known == position
        {
            return Ok(areas.clone());
        }
        let query = Query { limit: 0, count_facets: true, facet_values: MOST, ..Query::default() };
        let counted = index.search(&query)?.facets;
        let mut areas = Areas::new();
        for (name, _) in
            counted.into_iter().filter(|facet| facet.dimension == "neighbourhood").flat_map(|facet| facet.values)
        {
            for form in reference::inflected(&name) {
                areas.insert(form.to_lowercase(), name.clone());
            }
            areas.insert(name.to_lowercase(), name);
        }
        let areas = Arc::new(areas);
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((position, areas.clone()));
        Ok(areas)
    }
}
