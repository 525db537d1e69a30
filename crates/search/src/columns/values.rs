//! A number for every facet value of the index, so that counts of segments can be added up without comparing text.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

/// Facet values by number. Numbers are given in the order of appearance and live as long as the index is open.
#[derive(Default)]
pub(crate) struct Values {
    known: RwLock<Known>,
}

#[derive(Default)]
struct Known {
    numbers: HashMap<(u8, Arc<str>), u32>,
    names: Vec<(u8, Arc<str>)>,
}

impl Values {
    /// The number of a value of a dimension, a new one when it was not known.
    pub(crate) fn number(&self, dimension: u8, name: &str) -> u32 {
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        let name: Arc<str> = name.into();
        if let Some(number) = known.numbers.get(&(dimension, Arc::clone(&name))) {
            return *number;
        }
        let number = known.names.len() as u32;
        known.names.push((dimension, Arc::clone(&name)));
        known.numbers.insert((dimension, name), number);
        number
    }

    /// The number of a value, when any document has ever had it.
    pub(crate) fn find(&self, dimension: u8, name: &str) -> Option<u32> {
        self.known.read().unwrap_or_else(PoisonError::into_inner).numbers.get(&(dimension, name.into())).copied()
    }

    /// Looks at dimension and name of each number.
    pub(crate) fn with_names<T>(&self, look: impl FnOnce(&[(u8, Arc<str>)]) -> T) -> T {
        look(&self.known.read().unwrap_or_else(PoisonError::into_inner).names)
    }
}
