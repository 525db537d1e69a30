//! What the open interfaces for programs share: `answer` is round every answer, `problem` is what stands in place of
//! one, `parameters` are the tables that both read what is asked and tell of it, `shape` what records look like,
//! `openapi` the parts of their documents.

pub(crate) mod answer;
mod asked;
pub(crate) mod formats;
pub(in crate::exchange) mod occurrence;
pub(in crate::exchange) mod openapi;
pub(in crate::exchange) mod parameters;
pub(in crate::exchange) mod problem;
pub(in crate::exchange) mod shape;
pub(in crate::exchange) mod store;

pub(in crate::exchange) use asked::{Asked, known_id};
pub(crate) use formats::uri;
pub use problem::{is_for_programs, problem};
