//! Negotiations: the coordinator's book of providers, one by one (T2): whom to call, what was said and agreed, what next.
//!
//! Shows its store to the desk, which counts the calls of this week, and to the jobs, which forget. Nothing of it is
//! ever public: no page, export, interface or index reads these tables.

pub mod model;
mod pages;
pub mod store;

pub use pages::{NEW, routes};

#[cfg(test)]
mod tests;
