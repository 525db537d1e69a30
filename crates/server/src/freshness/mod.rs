//! Keeping the tray true: each activity is asked about from time to time by a letter with one button; what nobody answers
//! for sinks, and at last rests until somebody wakes it.

pub mod jobs;
pub mod model;
mod pages;
pub mod store;

pub use pages::routes;
pub use store::confirm;

#[cfg(test)]
mod tests;
