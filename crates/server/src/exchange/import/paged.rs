//! A page of an interface as it was fetched: its records one at a time, and its frame.

use std::path::Path;

use serde_json::{Map, Value};

use super::json::stream::{self, Met, Shape};
use super::reason::Reason;
use super::request::{ImportFile, Limits};

/// What a document turned out to be.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::exchange) enum Paged {
    /// A page: everything of it but its records.
    Page(Map<String, Value>),
    /// An array of records, with no frame round it.
    Array,
    /// One object, which was handed on as a record.
    Object,
}

/// Reads a page and hands on the records in its list `list`; false: no more. One record is in memory at a time.
///
/// # Errors
/// When it is no JSON, or a record is too large or too deep.
pub(in crate::exchange) fn read(
    page: &Path,
    list: &'static str,
    take: &mut dyn FnMut(Value) -> bool,
) -> Result<Paged, Reason> {
    let shape = Shape { list, open: Err };
    let mut paged = Paged::Array;
    let mut fault = None;
    stream::read(&ImportFile::at(page), &shape, &Limits::default(), &mut |met, _| match met {
        Met::Record(value, at) => {
            if at.pointer.is_empty() {
                paged = Paged::Object;
            }
            take(value)
        }
        Met::Frame(frame) => {
            paged = Paged::Page(frame);
            true
        }
        Met::Fault { reason, .. } => {
            fault = Some(reason);
            false
        }
    });
    match fault {
        Some(reason) => Err(reason),
        None => Ok(paged),
    }
}
