//! One page: its records become lines, and its frame tells what comes after it.

use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Read, Write};
use std::path::Path;

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::error::RemoteError;
use crate::exchange::fetch::Spooled;
use crate::exchange::import::paged::{self, Paged};

/// Decides what becomes of the records of a page.
pub(super) trait Sorting: Send + 'static {
    /// Whether a record is kept as it stands.
    fn keeps(&mut self, record: &Value) -> bool;
}

/// A page that was read.
#[derive(Debug)]
pub(super) struct Page {
    /// Records on it.
    pub(super) records: u64,
    /// Of them, those that were kept.
    pub(super) kept: u64,
    /// What stands on it, to know it again.
    pub(super) mark: u64,
    /// Its frame; `None` for a bare list or record.
    pub(super) frame: Option<Map<String, Value>>,
    /// It was one record, no list.
    pub(super) is_record: bool,
}

impl Page {
    /// A number in the frame.
    pub(super) fn number(&self, name: &str) -> Option<u64> {
        self.frame.as_ref()?.get(name)?.as_u64()
    }

    /// A yes or no in the frame.
    pub(super) fn says(&self, name: &str) -> bool {
        self.frame.as_ref().and_then(|frame| frame.get(name)).and_then(Value::as_bool) == Some(true)
    }
}

/// Reads a page into the lines of a file.
pub(super) fn read<S: Sorting>(
    page: Spooled,
    list: &'static str,
    lines: File,
    mut sorting: S,
    address: &str,
) -> Result<(Page, S), RemoteError> {
    let mut lines = BufWriter::with_capacity(256 * 1024, lines);
    let mut mark = Sha256::new();
    let mut read = Page { records: 0, kept: 0, mark: 0, frame: None, is_record: false };
    let mut lone = None;
    let mut failed = None;
    let paged = paged::read(page.path(), list, &mut |record| {
        read.records += 1;
        match record.get("id").and_then(Value::as_str) {
            Some(id) => mark.update(id),
            None => mark.update(record.to_string()),
        }
        mark.update([0]);
        if read.records == 1 {
            // Only afterwards it is known whether this is the whole document.
            lone = Some(record);
            return true;
        }
        let first = lone.take();
        for record in first.iter().chain([&record]) {
            if let Err(error) = keep(record, &mut sorting, &mut lines, &mut read.kept) {
                failed = Some(error);
                return false;
            }
        }
        true
    });
    if let Some(error) = failed {
        return Err(error.into());
    }
    match paged {
        Ok(Paged::Page(frame)) => read.frame = Some(frame),
        Ok(Paged::Array) => {}
        // An interface that has an error to tell tells it as an object without an id.
        Ok(Paged::Object) if lone.as_ref().is_some_and(|record| record.get("id").is_none()) => {
            return Err(RemoteError::NoList(address.to_owned()));
        }
        Ok(Paged::Object) => read.is_record = true,
        Err(_) => return Err(not_json(page.path(), address)),
    }
    if let Some(record) = lone {
        keep(&record, &mut sorting, &mut lines, &mut read.kept)?;
    }
    lines.flush()?;
    read.mark = mark.finalize().iter().take(8).fold(0, |mark, byte| mark << 8 | u64::from(*byte));
    Ok((read, sorting))
}

/// Adds a single record to the lines of a file.
pub(super) fn add(page: Spooled, lines: &Path, address: &str) -> Result<bool, RemoteError> {
    let mut lines = BufWriter::new(OpenOptions::new().append(true).open(lines)?);
    let mut done = Ok(());
    let paged = paged::read(page.path(), "", &mut |record| {
        done = line(&record, &mut lines);
        true
    });
    done?;
    match paged {
        Ok(Paged::Object) => {}
        Ok(_) => return Err(RemoteError::NoList(address.to_owned())),
        Err(_) => return Err(not_json(page.path(), address)),
    }
    lines.flush()?;
    Ok(true)
}

fn keep(record: &Value, sorting: &mut impl Sorting, lines: &mut impl Write, kept: &mut u64) -> io::Result<()> {
    if sorting.keeps(record) {
        line(record, lines)?;
        *kept += 1;
    }
    Ok(())
}

fn line(record: &Value, lines: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer(&mut *lines, record)?;
    lines.write_all(b"\n")
}

/// Why a file is no JSON: often it is a page for people, of somebody who wants one to sign in or to wait.
pub(super) fn not_json(file: &Path, address: &str) -> RemoteError {
    let mut beginning = [0; 256];
    let read = File::open(file).and_then(|mut file| file.read(&mut beginning)).unwrap_or(0);
    let beginning = beginning.get(..read).unwrap_or_default();
    let first = beginning.strip_prefix(b"\xef\xbb\xbf").unwrap_or(beginning).trim_ascii_start().first();
    if first == Some(&b'<') {
        RemoteError::WebPage(address.to_owned())
    } else {
        RemoteError::NotJson(address.to_owned())
    }
}
