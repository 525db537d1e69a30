//! Sources: where the tray's records come from, as the keeper manages them, and the runs that bring them in.
//!
//! A source is tried first: what a run would do is shown, and only when the keeper has agreed do records come in. Then
//! it is read again as often as was said. Shows its pages' [`routes`] and, for the job list, [`jobs`].

pub mod jobs;
pub mod model;
mod pages;
mod receiving;
mod remembering;
pub mod store;

pub use pages::routes;

#[cfg(test)]
mod tests;
