//! Tables out: CSV that Excel opens right and `.xlsx`.

use std::collections::HashSet;

use rust_xlsxwriter::{Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::{Delimiter, Table};

/// How a CSV file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CsvOptions {
    /// What stands between the cells.
    pub delimiter: Delimiter,
    /// Whether a byte order mark comes first. Without it Excel takes UTF-8 for something else.
    pub byte_order_mark: bool,
    /// Whether a cell that a spreadsheet would run as a formula gets an apostrophe in front. Reading takes it away again.
    pub guard_formulas: bool,
}

impl Default for CsvOptions {
    fn default() -> Self {
        Self { delimiter: Delimiter::Semicolon, byte_order_mark: true, guard_formulas: true }
    }
}

/// Why a workbook could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// Longer than the 32,767 characters that a cell of a workbook holds.
    #[error("The text on row {row}, column {column} of {table:?} is too long for a workbook.")]
    #[allow(missing_docs, reason = "the sentence says what the fields are")]
    CellTooLong { table: String, row: usize, column: usize },
    /// More rows than the 1,048,576 or more columns than the 16,384 that a sheet has.
    #[error("{0:?} is too large for a sheet of a workbook.")]
    SheetTooLarge(String),
    /// Anything else.
    #[error("The workbook could not be written.")]
    Workbook(#[source] XlsxError),
}

/// A CSV file for people: UTF-8 with a byte order mark, CRLF between rows, formulas guarded.
pub fn write_csv(table: &Table, delimiter: Delimiter) -> Vec<u8> {
    write_csv_as(table, &CsvOptions { delimiter, ..CsvOptions::default() })
}

/// A CSV file in the given way.
pub fn write_csv_as(table: &Table, options: &CsvOptions) -> Vec<u8> {
    let mut text = String::new();
    if options.byte_order_mark {
        text.push('\u{feff}');
    }
    write_line(&mut text, &table.headings, options);
    for row in &table.rows {
        write_line(&mut text, &row.cells, options);
    }
    text.into_bytes()
}

pub(crate) fn write_line(out: &mut String, cells: &[impl AsRef<str>], options: &CsvOptions) {
    // Every delimiter and not only the one in use: whoever reads the file has to find out which one it is.
    let quoted = [';', ',', '\t', '"', '\r', '\n', '\u{1a}'];
    for (index, cell) in cells.iter().map(AsRef::as_ref).enumerate() {
        if index > 0 {
            out.push(options.delimiter.as_char());
        }
        let guard = if options.guard_formulas && is_formula(cell) { "'" } else { "" };
        let edges = cell.starts_with(char::is_whitespace) || cell.ends_with(char::is_whitespace);
        if edges || cell.contains(quoted) || index == 0 && cell.starts_with(['\u{feff}', '<']) {
            out.push('"');
            out.push_str(guard);
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(guard);
            out.push_str(cell);
        }
    }
    out.push_str("\r\n");
}

/// The text of a cell that was written with a guard, without it.
pub(super) fn unguarded(cell: &str) -> Option<&str> {
    cell.strip_prefix('\'').filter(|text| is_formula(text))
}

/// Whether a spreadsheet would run the text as a formula. Plain numbers and telephone numbers are none. Apostrophes in
/// front do not count, so that what was guarded can be told from what was written with an apostrophe.
fn is_formula(cell: &str) -> bool {
    let text = cell.trim_start_matches('\'');
    match text.chars().next() {
        Some('=' | '@' | '\t' | '\r' | '\n' | '＝' | '＠' | '＋' | '－') => true,
        Some('+' | '-') => !is_number(&text[1..]),
        _ => false,
    }
}

/// Digits with spaces, dots and commas between them: `-12,5`, `+358 40 123 4567`.
fn is_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '\u{a0}' | '.' | ','))
}

const MOST_ROWS: usize = 1_048_576;
const MOST_COLUMNS: usize = 16_384;
const MOST_CELL: usize = 32_767;
const WIDEST: usize = 60;

/// An `.xlsx` workbook with a sheet for each table: a bold heading row that stays in view, columns as wide as their text
/// (up to a point, after which it wraps), and every cell a text, so that nothing is run and no zero is lost.
pub fn write_xlsx(tables: &[Table]) -> Result<Vec<u8>, WriteError> {
    let mut book = Workbook::new();
    let mut names = HashSet::new();
    for table in tables {
        let sheet = book.add_worksheet();
        sheet.set_name(sheet_name(&table.name, &mut names)).map_err(WriteError::Workbook)?;
        write_sheet(sheet, table)?;
    }
    book.save_to_buffer().map_err(WriteError::Workbook)
}

fn write_sheet(sheet: &mut Worksheet, table: &Table) -> Result<(), WriteError> {
    let heading = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    let body = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_num_format("@");
    let mut widths = Vec::new();
    write_row(sheet, table, 0, &table.headings, &heading, &mut widths)?;
    for (index, row) in table.rows.iter().enumerate() {
        write_row(sheet, table, index + 1, &row.cells, &body, &mut widths)?;
    }
    for (column, width) in widths.into_iter().enumerate() {
        let column = u16::try_from(column).map_err(|_| WriteError::SheetTooLarge(table.name.clone()))?;
        sheet.set_column_width(column, (width + 2) as f64).map_err(WriteError::Workbook)?;
    }
    sheet.set_freeze_panes(1, 0).map_err(WriteError::Workbook)?;
    sheet.set_repeat_rows(0, 0).map_err(WriteError::Workbook)?;
    Ok(())
}

fn write_row(
    sheet: &mut Worksheet,
    table: &Table,
    row: usize,
    cells: &[String],
    format: &Format,
    widths: &mut Vec<usize>,
) -> Result<(), WriteError> {
    if row >= MOST_ROWS || cells.len() > MOST_COLUMNS {
        return Err(WriteError::SheetTooLarge(table.name.clone()));
    }
    if widths.len() < cells.len() {
        widths.resize(cells.len(), 6);
    }
    for (column, text) in cells.iter().enumerate() {
        if text.is_empty() {
            continue;
        }
        // A workbook counts in UTF-16.
        if text.len() > MOST_CELL && text.encode_utf16().count() > MOST_CELL {
            return Err(WriteError::CellTooLong { table: table.name.clone(), row: row + 1, column: column + 1 });
        }
        let width = text.lines().map(|line| line.chars().take(WIDEST).count()).max().unwrap_or(0);
        widths[column] = widths[column].max(width);
        sheet.write_string_with_format(row as u32, column as u16, text, format).map_err(WriteError::Workbook)?;
    }
    Ok(())
}

/// A name that a workbook allows: up to 31 characters, some signs left out, and not twice in any case of letters.
fn sheet_name(wanted: &str, taken: &mut HashSet<String>) -> String {
    let allowed = |c: char| !c.is_control() && !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\');
    let clean: String = wanted.chars().map(|c| if allowed(c) { c } else { ' ' }).collect();
    let clean = clean.trim_matches(|c: char| c.is_whitespace() || c == '\'');
    // Excel keeps `History` for itself.
    let clean = if clean.is_empty() || clean.eq_ignore_ascii_case("history") { "Sheet" } else { clean };
    let mut number = 1;
    loop {
        let ending = if number == 1 { String::new() } else { format!(" {number}") };
        let mut name = shortened(clean, 31 - ending.len());
        name.push_str(&ending);
        if taken.insert(name.to_lowercase()) {
            return name;
        }
        number += 1;
    }
}

/// The start of a text that takes up to `most` UTF-16 units.
fn shortened(text: &str, most: usize) -> String {
    let mut units = 0;
    let start: String = text
        .chars()
        .take_while(|c| {
            units += c.len_utf16();
            units <= most
        })
        .collect();
    start.trim_end_matches(|c: char| c.is_whitespace() || c == '\'').to_owned()
}
