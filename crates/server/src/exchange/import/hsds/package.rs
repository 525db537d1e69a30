//! The tabular data package of HSDS: a zip, or the CSV files that are in one. Rows of one table point to those of others
//! in any order, so all of them are read, onto the disk, before the first record is whole.

use std::fs::File;
use std::io::{self, Cursor, Read, Seek, SeekFrom};

use documents::package::{PackageError, names_in_zip, unpack_from_zip};
use documents::table::{Limits as TableLimits, TableError, read_csv_from};

use super::super::checks;
use super::super::reason::Reason;
use super::super::request::{Content, ImportFile, size};
use super::spool::{Spool, Spooled};
use crate::exchange::hsds::package::tables::{TABLES, in_file};

/// Bytes of all tables together.
const MOST_BYTES: u64 = 4_000_000_000;
/// Rows in one table.
const MOST_ROWS: usize = 5_000_000;
/// Characters in one cell.
const MOST_CHARS: usize = 1_000_000;

/// Whether a file is a package or a table of one.
pub(super) fn is_of_one(file: &ImportFile) -> bool {
    is_zip(file) || file.name.to_lowercase().ends_with(".csv")
}

/// Whether a file is a whole package.
pub(super) fn is_zip(file: &ImportFile) -> bool {
    file.name.to_lowercase().ends_with(".zip")
}

type Fault = (Reason, String);

trait Seeking: Read + Seek {}
impl<T: Read + Seek> Seeking for T {}

fn open(file: &ImportFile) -> io::Result<Box<dyn Seeking + '_>> {
    Ok(match &file.content {
        Content::Bytes(bytes) => Box::new(Cursor::new(&bytes[..])),
        Content::Path(path) => Box::new(File::open(path)?),
    })
}

/// The rows of all tables of a zip, put together; what the tables are called when none of them is of HSDS.
pub(super) fn of_zip(file: &ImportFile) -> Result<Result<Spooled, Vec<String>>, Fault> {
    let mut names: Vec<(Option<usize>, String)> = names_in_zip(open(file).map_err(unreadable)?, ".csv")
        .map_err(fault)?
        .into_iter()
        .map(|name| (in_file(&name.to_lowercase()), name))
        .collect();
    names.sort();
    let mut spool = Spool::new().map_err(unreadable)?;
    let mut left = MOST_BYTES;
    for (number, name) in &names {
        let Some(number) = number else { continue };
        let mut table = tempfile::tempfile().map_err(unreadable)?;
        let got = unpack_from_zip(open(file).map_err(unreadable)?, name, left, &mut table).map_err(fault)?;
        left -= got;
        table.seek(SeekFrom::Start(0)).map_err(unreadable)?;
        rows(table, *number, &mut spool)?;
    }
    done(spool, names.into_iter().map(|(_, name)| name))
}

/// The rows of tables that were given one by one, put together.
pub(super) fn of_tables(files: &[&ImportFile]) -> Result<Result<Spooled, Vec<String>>, Fault> {
    if files.iter().map(|file| size(file)).sum::<u64>() > MOST_BYTES {
        return Err((Reason::FileTooLarge, MOST_BYTES.to_string()));
    }
    let mut files: Vec<(Option<usize>, &ImportFile)> =
        files.iter().map(|file| (in_file(&file.name.to_lowercase()), *file)).collect();
    files.sort_by_key(|(number, _)| *number);
    let mut spool = Spool::new().map_err(unreadable)?;
    for (number, file) in &files {
        let Some(number) = number else { continue };
        rows(open(file).map_err(unreadable)?, *number, &mut spool)?;
    }
    done(spool, files.into_iter().map(|(_, file)| file.name.clone()))
}

fn done(spool: Spool, names: impl Iterator<Item = String>) -> Result<Result<Spooled, Vec<String>>, Fault> {
    if spool.has_records() { spool.done().map(Ok).map_err(unreadable) } else { Ok(Err(names.take(5).collect())) }
}

/// Adds the rows of a table; an empty cell says nothing.
fn rows(table: impl Read + Seek, number: usize, spool: &mut Spool) -> Result<(), Fault> {
    let limits = TableLimits { bytes: MOST_BYTES, rows: MOST_ROWS, cell_chars: MOST_CHARS, ..TableLimits::default() };
    spool.begin(number);
    let damaged = |_| (Reason::Damaged, TABLES[number].file.to_owned());
    let mut rows = match read_csv_from(table, &limits) {
        Ok(rows) => rows,
        // A table nobody filled is often left with nothing in it.
        Err(TableError::Empty) => return Ok(()),
        Err(error) => return Err(damaged(error)),
    };
    let headings: Vec<String> = rows.headings().iter().map(|heading| checks::clean(heading)).collect();
    for row in rows.by_ref() {
        let row = row.map_err(damaged)?;
        let object = TABLES[number].object(&headings, |at| row.cell(at).to_owned());
        spool.add(number, &object).map_err(unreadable)?;
    }
    Ok(())
}

fn fault(error: PackageError) -> Fault {
    match error {
        PackageError::TooLarge(most) => (Reason::FileTooLarge, most.to_string()),
        PackageError::Zip(_) => (Reason::Damaged, String::new()),
        PackageError::Io(error) => unreadable(error),
    }
}

fn unreadable(error: io::Error) -> Fault {
    (Reason::FileUnreadable, error.to_string())
}
