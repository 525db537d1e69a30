//! What makes rows of cells a table: the heading row, empty rows, short and long rows, and the limits.

use super::{Limit, Limits, Row, TableError};

/// The cells of one row while it is being read. Cells past `width` are counted but not kept.
#[derive(Debug, Clone)]
pub(super) struct Found {
    line: usize,
    width: usize,
    cells: Vec<String>,
    extra: usize,
    blank: bool,
}

impl Found {
    pub(super) fn put(&mut self, index: usize, text: String) {
        let empty = is_blank(&text);
        if index >= self.width {
            if !empty {
                self.blank = false;
                self.extra = self.extra.max(index + 1 - self.width);
            }
            return;
        }
        self.blank &= empty;
        if text.is_empty() {
            return;
        }
        if index >= self.cells.len() {
            self.cells.resize(index + 1, String::new());
        }
        self.cells[index] = text;
    }

    /// The same text in `times` cells from `index` on.
    pub(super) fn put_times(&mut self, index: usize, times: usize, text: String) {
        let end = index.saturating_add(times);
        if times == 0 || is_blank(&text) && times > 1 {
            return;
        }
        for index in index..end.min(self.width) {
            self.put(index, text.clone());
        }
        if end > self.width {
            self.put(end - 1, text);
        }
    }

    /// The same cells on another line.
    pub(super) fn at(&self, line: usize) -> Self {
        Self { line, ..self.clone() }
    }

    pub(super) fn line(&self) -> usize {
        self.line
    }

    pub(super) fn is_blank(&self) -> bool {
        self.blank
    }
}

/// Takes rows one by one; the first that is not empty gives the headings.
#[derive(Debug)]
pub(super) struct Shape {
    limits: Limits,
    headings: Vec<String>,
    rows: usize,
}

impl Shape {
    pub(super) fn new(limits: &Limits) -> Self {
        Self { limits: *limits, headings: Vec::new(), rows: 0 }
    }

    pub(super) fn headings(&self) -> &[String] {
        &self.headings
    }

    pub(super) fn into_headings(self) -> Vec<String> {
        self.headings
    }

    /// An empty row at `line`, to be filled and handed to [`Self::accept`].
    pub(super) fn row(&self, line: usize) -> Found {
        let width = if self.headings.is_empty() { self.limits.columns } else { self.headings.len() };
        Found { line, width, cells: Vec::new(), extra: 0, blank: true }
    }

    /// Refuses a cell that is too long, before it is stored.
    pub(super) fn check(&self, text: &str, line: usize) -> Result<(), TableError> {
        let most = self.limits.cell_chars;
        if text.len() > most && text.chars().count() > most {
            return Err(TableError::too_large(Limit::CellChars, most as u64, Some(line)));
        }
        Ok(())
    }

    /// The row as part of the table, or nothing when it was empty or the heading row.
    pub(super) fn accept(&mut self, found: Found) -> Result<Option<Row>, TableError> {
        if found.blank {
            return Ok(None);
        }
        if self.headings.is_empty() {
            if found.extra > 0 {
                return Err(TableError::too_large(Limit::Columns, self.limits.columns as u64, Some(found.line)));
            }
            self.headings = found.cells.iter().map(|cell| trimmed(cell).to_owned()).collect();
            while self.headings.last().is_some_and(String::is_empty) {
                self.headings.pop();
            }
            return Ok(None);
        }
        self.rows += 1;
        if self.rows > self.limits.rows {
            return Err(TableError::too_large(Limit::Rows, self.limits.rows as u64, Some(found.line)));
        }
        let mut cells = found.cells;
        cells.resize(self.headings.len(), String::new());
        Ok(Some(Row { line: found.line, cells, extra_cells: found.extra }))
    }
}

/// The memory that the tables of one file have taken so far.
#[derive(Debug)]
pub(super) struct Purse {
    most: usize,
    left: usize,
}

impl Purse {
    pub(super) fn new(limits: &Limits) -> Self {
        Self { most: limits.memory, left: limits.memory }
    }

    pub(super) fn pay(&mut self, row: &Row) -> Result<(), TableError> {
        let price =
            row.cells.iter().map(|cell| size_of::<String>() + cell.capacity()).sum::<usize>() + size_of::<Row>();
        match self.left.checked_sub(price) {
            Some(left) => self.left = left,
            None => return Err(TableError::too_large(Limit::Memory, self.most as u64, Some(row.line))),
        }
        Ok(())
    }
}

/// Without white space and byte order marks around it: files glued together carry the latter in their middle.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}')
}

fn is_blank(text: &str) -> bool {
    trimmed(text).is_empty()
}
