//! The tabular data package of HSDS: a zip, or the CSV files that are in one. All tables are read before the first record
//! is whole, so they must fit into memory.

use std::fs::File;
use std::io::{Cursor, Read};

use documents::package::{PackageError, files_in_zip};
use documents::table::{Limits as TableLimits, read_csv_from};
use serde_json::{Number, Value};

use super::super::checks;
use super::super::json::fields::Object;
use super::super::reason::Reason;
use super::super::request::{Content, ImportFile};

/// Bytes of all tables together.
const MOST_BYTES: u64 = 600_000_000;

/// Fields that hold numbers; in a table everything is text.
const NUMBERS: [&str; 14] = [
    "amount",
    "available",
    "count",
    "extension",
    "interval",
    "latitude",
    "longitude",
    "maximum",
    "maximum_age",
    "minimum_age",
    "step",
    "timezone",
    "updated",
    "year_incorporated",
];

/// Whether a file is a package or a table of one.
pub(super) fn is_of_one(file: &ImportFile) -> bool {
    let name = file.name.to_lowercase();
    name.ends_with(".csv") || name.ends_with(".zip")
}

/// The tables of a file, by their names, as lists of rows.
pub(super) fn tables(file: &ImportFile) -> Result<Vec<(String, Value)>, (Reason, String)> {
    let size = super::super::request::size(file);
    if size > MOST_BYTES {
        return Err((Reason::FileTooLarge, MOST_BYTES.to_string()));
    }
    let unreadable = |error: std::io::Error| (Reason::FileUnreadable, error.to_string());
    let mut bytes = Vec::new();
    match &file.content {
        Content::Bytes(here) => bytes.extend_from_slice(here),
        Content::Path(path) => {
            File::open(path).and_then(|open| open.take(MOST_BYTES).read_to_end(&mut bytes)).map_err(unreadable)?;
        }
    }
    let files = if file.name.to_lowercase().ends_with(".zip") {
        files_in_zip(Cursor::new(bytes), ".csv", MOST_BYTES).map_err(|error| match error {
            PackageError::TooLarge(most) => (Reason::FileTooLarge, most.to_string()),
            PackageError::Zip(_) => (Reason::Damaged, String::new()),
            PackageError::Io(error) => unreadable(error),
        })?
    } else {
        vec![(file.name.to_lowercase(), bytes)]
    };
    files.into_iter().map(|(name, bytes)| Ok((name.to_lowercase(), rows(bytes)?))).collect()
}

/// The rows of a table; an empty cell says nothing.
fn rows(bytes: Vec<u8>) -> Result<Value, (Reason, String)> {
    let limits = TableLimits { bytes: MOST_BYTES, rows: 5_000_000, ..TableLimits::default() };
    let damaged = |_| (Reason::Damaged, String::new());
    let mut table = match read_csv_from(Cursor::new(bytes), &limits) {
        Ok(table) => table,
        // A table nobody filled is often left with nothing in it.
        Err(documents::table::TableError::Empty) => return Ok(Value::Array(Vec::new())),
        Err(error) => return Err(damaged(error)),
    };
    let headings: Vec<String> = table.headings().iter().map(|heading| checks::clean(heading)).collect();
    let mut rows = Vec::new();
    for row in table.by_ref() {
        let row = row.map_err(damaged)?;
        let cells = headings.iter().enumerate().map(|(at, heading)| (heading, row.cell(at)));
        let object: Object = cells
            .filter(|(_, cell)| !cell.trim().is_empty())
            .map(|(heading, cell)| (heading.clone(), value(heading, cell)))
            .collect();
        rows.push(Value::Object(object));
    }
    Ok(Value::Array(rows))
}

fn value(heading: &str, cell: &str) -> Value {
    let number = || -> Option<Number> {
        let cell = cell.trim();
        cell.parse::<i64>().map(Number::from).ok().or_else(|| Number::from_f64(cell.parse().ok()?))
    };
    let number = if NUMBERS.contains(&heading) { number() } else { None };
    number.map_or_else(|| Value::String(cell.to_owned()), Value::Number)
}
