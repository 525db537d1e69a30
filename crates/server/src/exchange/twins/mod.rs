//! Twins: one activity that came from two sources, proposed to the keeper, whose decision later runs remember.

pub mod model;
mod pages;
pub mod store;

pub use pages::routes;

#[cfg(test)]
mod tests;
