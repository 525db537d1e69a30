//! Gaps: what the tray lacks, as a table of areas, steps and themes, beside what people have wished and looked for.
//!
//! Shows its store to the desk, which counts empty cells. A place that is hidden from people is hidden here too: what
//! happens there counts among what has no place.

pub mod model;
mod pages;
mod picture;
pub mod store;

pub use pages::routes;

#[cfg(test)]
mod tests;
