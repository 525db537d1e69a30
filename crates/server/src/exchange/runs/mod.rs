//! One reading of a source on a page: how far it is, what it did, and agreeing to what a trial has shown.

mod pages;

pub use pages::routes;
