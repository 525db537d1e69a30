//! CSV as people and their programs really write it.
//!
//! Read here and not with the `csv` crate because a reader who is told "line 214" must find the problem on line 214:
//! line breaks inside quotes, empty lines and lone CRs are all counted, and a quotation mark that is never closed is an
//! error at the line where it stands instead of one enormous cell.

use std::io::{Cursor, Read, Seek};

use super::shape::{Found, Purse, Shape};
use super::text::{Chars, survey};
use super::write::unguarded;
use super::{Delimiter, Encoding, Limit, Limits, Reason, Row, Table, TableError};

pub(super) fn read(bytes: &[u8], file_name: &str, limits: &Limits) -> Result<Table, TableError> {
    let mut rows = read_csv_from(Cursor::new(bytes), limits)?;
    let mut purse = Purse::new(limits);
    let mut kept = Vec::new();
    for row in &mut rows {
        let row = row?;
        purse.pay(&row)?;
        kept.push(row);
    }
    Ok(Table { name: stem(file_name), encoding: rows.encoding, headings: rows.shape.into_headings(), rows: kept })
}

/// Reads a CSV file row by row, so that a large one is never whole in memory. Goes through the file twice: once to see
/// how it is encoded, then for the rows. [`Limits::memory`] does not count here.
///
/// ```
/// let file = std::io::Cursor::new("nimi;paikka\nKuoro;Kirjasto\n");
/// let mut rows = documents::table::read_csv_from(file, &Default::default())?;
/// assert_eq!(rows.headings(), ["nimi", "paikka"]);
/// assert_eq!(rows.next().transpose()?.map(|row| row.cell(1).to_owned()), Some("Kirjasto".to_owned()));
/// # Ok::<(), documents::table::TableError>(())
/// ```
pub fn read_csv_from<R: Read + Seek>(mut reader: R, limits: &Limits) -> Result<CsvRows<R>, TableError> {
    let (encoding, mark) = survey(&mut reader, limits)?;
    let mut rows = CsvRows {
        chars: Chars::new(reader, encoding, mark)?,
        encoding,
        delimiter: Delimiter::default(),
        shape: Shape::new(limits),
        limits: *limits,
        line: 1,
        after_return: false,
        ended: false,
    };
    rows.find_delimiter()?;
    let mut anything = false;
    while rows.shape.headings().is_empty() {
        let Some(found) = rows.record(&mut anything)? else {
            return Err(if anything { TableError::NoHeadings } else { TableError::Empty });
        };
        rows.shape.accept(found)?;
    }
    Ok(rows)
}

/// The rows of a CSV file, read one at a time. Ends after the first error.
pub struct CsvRows<R> {
    chars: Chars<R>,
    encoding: Encoding,
    delimiter: Delimiter,
    shape: Shape,
    limits: Limits,
    line: usize,
    after_return: bool,
    ended: bool,
}

impl<R> CsvRows<R> {
    /// The cells of the heading row, trimmed.
    pub fn headings(&self) -> &[String] {
        self.shape.headings()
    }

    /// How the text of the file is encoded.
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// What stands between the cells.
    pub fn delimiter(&self) -> Delimiter {
        self.delimiter
    }
}

impl<R: Read> Iterator for CsvRows<R> {
    type Item = Result<Row, TableError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            let row = match self.record(&mut false) {
                Ok(Some(found)) => self.shape.accept(found),
                Ok(None) => break,
                Err(error) => Err(error),
            };
            self.ended = row.is_err();
            if let Some(row) = row.transpose() {
                return Some(row);
            }
        }
        self.ended = true;
        None
    }
}

enum At {
    CellStart,
    Cell,
    Quoted,
    /// After the quote that closes a cell, past this many spaces.
    QuoteEnd(usize),
}

/// The text of a cell while it is being read.
struct Cell {
    text: String,
    chars: usize,
    most: usize,
    row: usize,
}

impl Cell {
    fn push(&mut self, c: char) -> Result<(), TableError> {
        if self.chars == self.most {
            return Err(TableError::too_large(Limit::CellChars, self.most as u64, Some(self.row)));
        }
        self.chars += 1;
        self.text.push(c);
        Ok(())
    }

    fn take(&mut self) -> String {
        self.chars = 0;
        std::mem::take(&mut self.text)
    }

    fn finish(&mut self) -> String {
        let text = self.take();
        if let Some(text) = unguarded(&text) { text.to_owned() } else { text }
    }
}

impl<R: Read> CsvRows<R> {
    /// From the heading line, or from a line `sep=;` before it, as some programs write for Excel.
    fn find_delimiter(&mut self) -> Result<(), TableError> {
        let text = self.chars.at_hand()?;
        let stated = text.split(['\r', '\n']).next().and_then(|line| line.strip_prefix("sep=")).and_then(|rest| {
            let mut rest = rest.chars();
            rest.next().filter(|_| rest.as_str().is_empty()).and_then(Delimiter::from_char)
        });
        if let Some(delimiter) = stated {
            self.delimiter = delimiter;
            while !matches!(self.chars.peek()?, None | Some('\r' | '\n')) {
                self.next_char()?;
            }
        } else {
            self.delimiter = Delimiter::of(text);
        }
        Ok(())
    }

    /// The next record of the file, which an empty line is too. Notes whether there was anything to see in it.
    fn record(&mut self, anything: &mut bool) -> Result<Option<Found>, TableError> {
        if self.chars.peek()?.is_none() {
            return Ok(None);
        }
        let delimiter = self.delimiter.as_char();
        let mut found = self.shape.row(self.line);
        let mut cell = Cell { text: String::new(), chars: 0, most: self.limits.cell_chars, row: self.line };
        let mut index = 0;
        let mut at = At::CellStart;
        let mut quote_line = self.line;
        loop {
            let line = self.line;
            let next = self.next_char()?;
            *anything |= next.is_some_and(|c| !c.is_whitespace());
            at = match (at, next) {
                (At::Quoted, None) => return Err(unclosed(quote_line)),
                (At::Quoted, Some('"')) => At::QuoteEnd(0),
                (At::CellStart, Some('"')) => {
                    quote_line = line;
                    At::Quoted
                }
                (At::QuoteEnd(0), Some('"')) => {
                    cell.push('"')?;
                    At::Quoted
                }
                (At::Quoted, Some(c)) => {
                    cell.push(c)?;
                    At::Quoted
                }
                (_, None | Some('\r' | '\n')) => {
                    if next == Some('\r') && self.chars.peek()? == Some('\n') {
                        self.next_char()?;
                    }
                    found.put(index, cell.finish());
                    return Ok(Some(found));
                }
                (_, Some(c)) if c == delimiter => {
                    found.put(index, cell.finish());
                    index += 1;
                    At::CellStart
                }
                (At::QuoteEnd(spaces), Some(' ')) => At::QuoteEnd(spaces + 1),
                (At::QuoteEnd(_), Some(_)) if line > quote_line => {
                    // What seemed to be closed here is the start of the next quoted cell.
                    return Err(unclosed(quote_line));
                }
                (At::QuoteEnd(spaces), Some(c)) => {
                    // The quotes belong to the text: `"Kahvila" Oiva`.
                    let quoted = cell.take();
                    let spaces = std::iter::repeat_n(' ', spaces);
                    for c in ['"'].into_iter().chain(quoted.chars()).chain(['"']).chain(spaces).chain([c]) {
                        cell.push(c)?;
                    }
                    At::Cell
                }
                (At::CellStart | At::Cell, Some(c)) => {
                    cell.push(c)?;
                    At::Cell
                }
            };
        }
    }

    /// The next character, counting lines: CR, LF and CRLF each end one.
    fn next_char(&mut self) -> Result<Option<char>, TableError> {
        let next = self.chars.next()?;
        match next {
            Some('\0') => return Err(TableError::NotATable),
            // The end of a file written under DOS.
            Some('\u{1a}') if self.chars.peek()?.is_none() => return Ok(None),
            Some('\r') => self.line += 1,
            Some('\n') if !self.after_return => self.line += 1,
            _ => {}
        }
        self.after_return = next == Some('\r');
        Ok(next)
    }
}

fn unclosed(line: usize) -> TableError {
    TableError::Unreadable { line: Some(line), reason: Reason::UnclosedQuote }
}

fn stem(file_name: &str) -> String {
    let name = file_name.rsplit(['/', '\\']).next().unwrap_or(file_name);
    match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem.to_owned(),
        _ => name.to_owned(),
    }
}
