//! What no reader of a source understood and waits for a person; the answer is followed by every later run.

mod pages;
pub mod store;

pub use pages::routes;
