//! The open data: everything public as Open Referral HSDS 3.1 (and its UK profile), to read by anyone, and as a file.
//!
//! `record` turns what we keep into what HSDS says, `shape` is the table of HSDS itself, `vocabularies` are our lists of
//! codes as taxonomies; `load` and `store` fetch, `api` answers.

mod api;
pub mod export;
mod held;
pub(crate) mod lines;
mod load;
mod openapi;
pub mod package;
mod parameters;
pub(crate) mod record;
mod shape;
mod store;
mod tables;
mod vocabularies;

pub use export::{export_ndjson, export_table};

use axum::Router;

use super::open::{answer, formats, problem};
use crate::app::App;

/// The addresses of the open data, all under `/hsds`.
pub fn routes() -> Router<App> {
    api::routes()
}

#[cfg(test)]
mod tests;
