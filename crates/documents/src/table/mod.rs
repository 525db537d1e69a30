//! A table as people keep one: a heading row and rows of text, read from and written to CSV and spreadsheets.

mod csv;
mod error;
mod ods;
mod shape;
mod text;
mod value;
mod workbook;
mod write;
mod xlsx;

pub use csv::{CsvRows, read_csv_from};
pub use error::{Limit, Reason, TableError};
pub use text::{Delimiter, Encoding, western};
pub(crate) use write::write_line;
pub use write::{CsvOptions, WriteError, write_csv, write_csv_as, write_xlsx};

/// A sheet of a workbook, or the whole of a CSV file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The name of the sheet; for CSV the file name without its ending.
    pub name: String,
    /// The cells of the first row that is not empty, trimmed. Empty headings at the end are left out.
    pub headings: Vec<String>,
    /// The rows under the headings that are not empty.
    pub rows: Vec<Row>,
    /// How the text of the file was encoded.
    pub encoding: Encoding,
}

impl Table {
    /// A table to write, without rows.
    pub fn new(name: impl Into<String>, headings: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self { name: name.into(), headings: headings.into_iter().map(Into::into).collect(), ..Self::default() }
    }

    /// Adds a row to the end, on the line it would have as the next row of a sheet.
    pub fn push(&mut self, cells: impl IntoIterator<Item = impl Into<String>>) {
        let line = self.rows.last().map_or(1, |row| row.line) + 1;
        self.rows.push(Row { line, cells: cells.into_iter().map(Into::into).collect(), extra_cells: 0 });
    }
}

/// One row under the headings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// Where a reader finds the row: the line of the file it starts on, or its number in the sheet. From 1.
    pub line: usize,
    /// As many cells as there are headings: a short row is filled up with empty ones.
    pub cells: Vec<String>,
    /// How many cells the row goes past the last heading. Their text is not kept; above zero something is wrong in the
    /// row, most often a delimiter inside a text that should have been in quotes.
    pub extra_cells: usize,
}

impl Row {
    /// The cell at `index`, from zero; empty when the row has no such cell.
    pub fn cell(&self, index: usize) -> &str {
        self.cells.get(index).map_or("", String::as_str)
    }
}

/// How much is read before a file is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Size of the file in bytes.
    pub bytes: u64,
    /// Size in bytes of what is packed inside a workbook.
    pub unpacked_bytes: u64,
    /// Sheets in a workbook.
    pub sheets: usize,
    /// Rows in one table.
    pub rows: usize,
    /// Headings in one table.
    pub columns: usize,
    /// Characters in one cell.
    pub cell_chars: usize,
    /// Bytes that the tables of one file may take when read, counting their cells and the text in them.
    pub memory: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 100_000_000,
            unpacked_bytes: 400_000_000,
            sheets: 100,
            rows: 200_000,
            columns: 400,
            cell_chars: 50_000,
            memory: 600_000_000,
        }
    }
}

/// Reads the tables of a file within the default limits: every visible sheet with something in it, or the one table of
/// a CSV file. What the file is is seen from its content; `file_name` only names the table of a CSV file.
///
/// Reads `.xlsx` (and `.xlsm`), `.ods` and CSV with `;`, `,` or tab between cells. Dates come as `2026-05-31`, with
/// ` 13:30` when they have a time, times as `13:30`, numbers without a needless `.0`, everything else as the text is.
pub fn read(bytes: &[u8], file_name: &str) -> Result<Vec<Table>, TableError> {
    read_within(bytes, file_name, &Limits::default())
}

/// Reads the tables of a file within the given limits.
pub fn read_within(bytes: &[u8], file_name: &str, limits: &Limits) -> Result<Vec<Table>, TableError> {
    if bytes.len() as u64 > limits.bytes {
        return Err(TableError::too_large(Limit::FileBytes, limits.bytes, None));
    }
    if workbook::is_zip(bytes) {
        return workbook::read(bytes, limits);
    }
    if let Some(refusal) = workbook::old_kind(bytes) {
        return Err(refusal);
    }
    csv::read(bytes, file_name, limits).map(|table| vec![table])
}
