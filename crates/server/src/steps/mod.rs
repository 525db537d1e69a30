//! The step model (T3): five steps a region names in its own words. A map, not a ladder: one may start anywhere.

pub mod pages;
pub mod store;
