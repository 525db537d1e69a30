//! Our own table with Finnish headings, as CSV or a spreadsheet: one row per activity, organization or setting.

mod activity;
mod cells;
mod columns;
mod organization;
pub(super) mod place;
pub(super) mod template;

use std::fs::File;
use std::io::{BufReader, Cursor, Read, Seek, SeekFrom};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use documents::table::{self, CsvRows, Row, TableError};

use self::cells::Cells;
use self::columns::{Headings, TableKind};
use super::checks;
use super::ids::Hasher;
use super::reason::{Reason, Weight};
use super::record::{Reading, Subject};
use super::report::{Problem, Spot};
use super::request::{Content, ImportFile, ImportRequest};
use crate::clock::today;
use crate::i18n::Language;

/// A reader of bytes that can go back.
trait Bytes: Read + Seek {}
impl<T: Read + Seek> Bytes for T {}

/// A table that has been opened.
struct Opened<'a> {
    file: &'a ImportFile,
    /// The name of the sheet when there are several.
    sheet: Option<String>,
    headings: Headings,
    rows: Rows,
    /// Its part of the file, in bytes.
    size: u64,
}

enum Rows {
    /// Row by row, with how many bytes are read.
    Csv(Box<CsvRows<Box<dyn Bytes>>>, Arc<AtomicU64>),
    Sheet(std::vec::IntoIter<Row>),
}

/// Says where in the file its reader is.
struct Counted {
    bytes: Box<dyn Bytes>,
    at: Arc<AtomicU64>,
}

impl Read for Counted {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let read = self.bytes.read(into)?;
        self.at.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

impl Seek for Counted {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        let at = self.bytes.seek(to)?;
        self.at.store(at, Ordering::Relaxed);
        Ok(at)
    }
}

/// Reads every table of a request and hands each row on; stops when nobody takes it any more.
pub(super) fn read(request: &ImportRequest, source_id: &str, take: &mut dyn FnMut(Reading) -> bool) {
    let started = Instant::now();
    let mut tables = Vec::new();
    for file in &request.files {
        let reading = open(file, request, &mut tables);
        if !take(reading) {
            return;
        }
    }
    tables.sort_by_key(|table| table.headings.kind);
    let mut before = 0;
    for table in tables {
        let size = table.size;
        let over = |started: Instant| started.elapsed() > request.limits.time;
        if !each_row(table, source_id, request, before, take, &|| over(started)) {
            return;
        }
        before += size;
    }
}

/// Opens one file: a CSV file is read row by row later, a spreadsheet at once.
fn open<'a>(file: &'a ImportFile, request: &ImportRequest, tables: &mut Vec<Opened<'a>>) -> Reading {
    let mut reading = Reading::default();
    let whole = Problem {
        file: file.name.clone(),
        spot: Spot::File,
        field: String::new(),
        reason: Reason::FileUnreadable,
        value: String::new(),
        weight: Weight::File,
    };
    let mut refuse = |reason, value: String| {
        reading.problems.push(Problem { reason, value, ..whole.clone() });
        reading.incomplete = true;
    };
    let bytes: Result<Box<dyn Bytes>, std::io::Error> = match &file.content {
        Content::Bytes(bytes) => Ok(Box::new(Cursor::new(bytes.clone()))),
        Content::Path(path) => File::open(path).map(|file| Box::new(BufReader::new(file)) as Box<dyn Bytes>),
    };
    let (mut bytes, size) = match bytes.and_then(|mut bytes| bytes.seek(SeekFrom::End(0)).map(|size| (bytes, size))) {
        Ok(opened) => opened,
        Err(error) => {
            refuse(Reason::FileUnreadable, error.to_string());
            return reading;
        }
    };
    if size > request.limits.file_bytes {
        refuse(Reason::FileTooLarge, request.limits.file_bytes.to_string());
        return reading;
    }
    match tables_in(&mut bytes, file) {
        Ok(found) => {
            let several = found.len() > 1;
            let size = size / found.len().max(1) as u64;
            for (name, headings, rows) in found {
                let at = if several { Spot::SheetLine(name.clone(), 1) } else { Spot::File };
                match Headings::read(&headings) {
                    Ok(headings) => {
                        reading.whole_organizations |= headings.kind == TableKind::Organizations;
                        for (reason, value) in &headings.notes {
                            let (reason, value) = (reason.clone(), value.clone());
                            let spot = at.clone();
                            let weight = Weight::Note;
                            reading.problems.push(Problem { spot, reason, value, weight, ..whole.clone() });
                        }
                        tables.push(Opened { file, sheet: several.then_some(name), headings, rows, size });
                    }
                    Err((Reason::UnknownTable, _)) if several && is_guide(&headings) => {}
                    // A workbook may have a sheet of something else beside its tables.
                    Err((Reason::UnknownTable, value)) if several => {
                        let reason = Reason::UnknownTable;
                        let value = if value.is_empty() { name } else { value };
                        reading.problems.push(Problem {
                            spot: at,
                            reason,
                            value,
                            weight: Weight::Note,
                            ..whole.clone()
                        });
                    }
                    Err((reason, value)) => {
                        reading.incomplete = true;
                        reading.problems.push(Problem { spot: at, reason, value, ..whole.clone() });
                    }
                }
            }
        }
        Err(error) => {
            let (reason, line) = table_fault(&error);
            let spot = line.map_or(Spot::File, Spot::Line);
            reading.problems.push(Problem { reason, spot, ..whole });
            reading.incomplete = true;
        }
    }
    reading
}

/// Whether a sheet is the guide of our own template, in whatever language it was downloaded.
fn is_guide(headings: &[String]) -> bool {
    let first = headings.first().map_or("", String::as_str);
    Language::ALL.into_iter().any(|language| language.t("import-template-column") == first)
}

type Found = Vec<(String, Vec<String>, Rows)>;

fn tables_in(bytes: &mut Box<dyn Bytes>, file: &ImportFile) -> Result<Found, TableError> {
    let mut beginning = [0_u8; 8];
    bytes.seek(SeekFrom::Start(0))?;
    let read = read_up_to(bytes, &mut beginning)?;
    bytes.seek(SeekFrom::Start(0))?;
    let beginning = &beginning[..read];
    // A packed file, or the older kind of office file: both are read whole, within the limits of tables.
    if beginning.starts_with(b"PK") || beginning.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        let limits = table::Limits::default();
        let mut all = Vec::new();
        bytes.take(limits.bytes + 1).read_to_end(&mut all)?;
        let tables = table::read_within(&all, &file.name, &limits)?;
        return Ok(tables
            .into_iter()
            .map(|table| (table.name, table.headings, Rows::Sheet(table.rows.into_iter())))
            .collect());
    }
    let limits = table::Limits { bytes: u64::MAX, rows: usize::MAX, ..table::Limits::default() };
    let bytes = std::mem::replace(bytes, Box::new(Cursor::new(Vec::new())));
    let at = Arc::new(AtomicU64::new(0));
    let bytes: Box<dyn Bytes> = Box::new(Counted { bytes, at: at.clone() });
    let rows = table::read_csv_from(bytes, &limits)?;
    let headings = rows.headings().to_vec();
    Ok(vec![(file.name.clone(), headings, Rows::Csv(Box::new(rows), at))])
}

fn read_up_to(bytes: &mut Box<dyn Bytes>, into: &mut [u8]) -> std::io::Result<usize> {
    let mut read = 0;
    while read < into.len() {
        match bytes.read(&mut into[read..])? {
            0 => break,
            more => read += more,
        }
    }
    Ok(read)
}

/// Hands on the rows of one table; false when nobody takes them any more.
fn each_row(
    table: Opened<'_>,
    source_id: &str,
    request: &ImportRequest,
    before: u64,
    take: &mut dyn FnMut(Reading) -> bool,
    is_over: &dyn Fn() -> bool,
) -> bool {
    let Opened { file, sheet, headings, rows, size } = table;
    let at = |line: usize| Problem {
        file: file.name.clone(),
        spot: match &sheet {
            Some(sheet) => Spot::SheetLine(sheet.clone(), line),
            None => Spot::Line(line),
        },
        field: String::new(),
        reason: Reason::Damaged,
        value: String::new(),
        weight: Weight::File,
    };
    type Each = Box<dyn Iterator<Item = Result<Row, TableError>>>;
    let (rows, place, all): (Each, Arc<AtomicU64>, u64) = match rows {
        Rows::Csv(rows, at) => (Box::new(*rows), at, size),
        Rows::Sheet(rows) => {
            let (at, all) = (Arc::new(AtomicU64::new(0)), rows.len() as u64);
            let counted = at.clone();
            let rows = rows.inspect(move |_| {
                counted.fetch_add(1, Ordering::Relaxed);
            });
            (Box::new(rows.map(Ok)), at, all)
        }
    };
    for row in rows {
        let mut reading = match row {
            Ok(_) if is_over() => {
                let problem = Problem { reason: Reason::TimeOver, spot: Spot::File, ..at(0) };
                take(Reading { problems: vec![problem], incomplete: true, ..Reading::default() });
                return false;
            }
            Ok(mut row) => {
                // No writing has NUL in it, and PostgreSQL does not take it.
                row.cells.iter_mut().for_each(|cell| cell.retain(|c| c != '\0'));
                read_row(&headings, &row, at(row.line), source_id, request)
            }
            Err(error) => {
                let (reason, line) = table_fault(&error);
                let spot = line.map_or(Spot::File, Spot::Line);
                let problem = Problem { reason, spot, ..at(0) };
                Reading { problems: vec![problem], incomplete: true, ..Reading::default() }
            }
        };
        reading.bytes = before + size * place.load(Ordering::Relaxed).min(all) / all.max(1);
        if !take(reading) {
            return false;
        }
    }
    true
}

fn read_row(headings: &Headings, row: &Row, at: Problem, source_id: &str, request: &ImportRequest) -> Reading {
    let mut cells = Cells::new(&headings.columns, row, at, today(request.now), &request.answers);
    let mut reading = Reading { read: 1, ..Reading::default() };
    if cells.has_extra_cells() {
        cells.reject("", Reason::ExtraCells, "");
    }
    if let Some(code) = cells.all().iter().find_map(|cell| checks::identity_code(cell)) {
        cells.reject("", Reason::IdentityCode, code);
    }
    let hash = hash(&cells, headings.kind);
    let draft = match headings.kind {
        _ if cells.is_rejected() => None,
        TableKind::Settings => organization::setting(&mut cells),
        TableKind::Organizations => organization::read(&mut cells, source_id, hash),
        TableKind::Activities => activity::read(&mut cells, source_id, hash),
    };
    if draft.is_none() {
        reading.rejected = 1;
        cells.refuse();
        match headings.kind {
            TableKind::Settings => {}
            TableKind::Organizations => {
                reading.still_there.push((Subject::Organization, organization::reference(&cells)));
            }
            TableKind::Activities => reading.still_there.push((Subject::Activity, activity::reference(&cells))),
        }
    }
    reading.problems = cells.problems;
    reading.drafts.extend(draft);
    reading
}

/// Everything that decides how a row is read, by heading, so that the order of columns does not matter.
fn hash(cells: &Cells<'_>, kind: TableKind) -> String {
    let columns: &[columns::Column] = match kind {
        TableKind::Settings => &columns::SETTING,
        TableKind::Organizations => &columns::ORGANIZATION,
        TableKind::Activities => &columns::ACTIVITY,
    };
    let mut hasher = Hasher::new();
    for column in columns {
        for language in cells.languages() {
            let cell = if column.is_text || language == "fi" { cells.cell_in(column.heading, language) } else { "" };
            if !cell.is_empty() {
                hasher.add(column.heading);
                hasher.add(language);
                hasher.add(cell);
            }
        }
    }
    // "Today" is another day tomorrow.
    if cells.cell("tarkistettu").to_lowercase() == "tänään" {
        hasher.add(&cells.today.to_string());
    }
    hasher.done()
}

/// Why a file could not be read as a table, and from which line on.
fn table_fault(error: &TableError) -> (Reason, Option<usize>) {
    match error {
        TableError::Empty => (Reason::FileEmpty, None),
        TableError::NotATable => (Reason::NotATable, None),
        TableError::OtherSpreadsheet => (Reason::OtherSpreadsheet, None),
        TableError::Protected => (Reason::Protected, None),
        TableError::NoHeadings => (Reason::NoHeadings, None),
        TableError::TooLarge { line, .. } => (Reason::TableTooLarge, *line),
        TableError::Unreadable { line, .. } => (Reason::Damaged, *line),
    }
}
