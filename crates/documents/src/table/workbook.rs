//! Workbooks: which kind a file is, and whether it is safe to open.

use std::io::{BufReader, Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use super::shape::Purse;
use super::{Limit, Limits, Table, TableError, ods, xlsx};

/// A workbook as it lies in memory.
pub(super) type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

enum Kind {
    Xlsx,
    Ods,
}

pub(super) fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// What to say of a file in the container that `.xls` and workbooks with a password share.
///
/// `.xls` is refused and not read: the reader in reach lays every sheet out cell by cell in memory before it can be
/// asked how large it is, so that a file of a few kilobytes takes down the server.
pub(super) fn old_kind(bytes: &[u8]) -> Option<TableError> {
    if !bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return None;
    }
    let protected: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let is_protected = bytes.windows(protected.len()).any(|part| part == protected);
    Some(if is_protected { TableError::Protected } else { TableError::OtherSpreadsheet })
}

pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Vec<Table>, TableError> {
    // The readers of workbooks have panicked on broken ones before; here it is one more way for a file to be broken.
    catch_unwind(AssertUnwindSafe(|| read_kind(bytes, limits)))
        .unwrap_or_else(|_| Err(TableError::damaged("the reader gave up")))
}

fn read_kind(bytes: &[u8], limits: &Limits) -> Result<Vec<Table>, TableError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(TableError::damaged)?;
    check_declared_size(&mut archive, limits)?;
    let kind = kind(&archive)?;
    check_contents(&mut archive, limits)?;
    let mut purse = Purse::new(limits);
    let tables = match kind {
        Kind::Xlsx => xlsx::read(bytes, limits, &mut purse)?,
        Kind::Ods => ods::read(&mut archive, limits, &mut purse)?,
    };
    if tables.is_empty() { Err(TableError::NoHeadings) } else { Ok(tables) }
}

fn kind(archive: &Archive<'_>) -> Result<Kind, TableError> {
    let names: Vec<String> = archive.file_names().filter_map(Result::ok).map(|name| plain(&name)).collect();
    let has = |name: &str| names.iter().any(|it| it == name);
    if names.iter().any(|name| name.ends_with("workbook.bin") || name.ends_with("index/document.iwa")) {
        Err(TableError::OtherSpreadsheet)
    } else if has("[content_types].xml") && names.iter().any(|name| name.starts_with("xl/")) {
        Ok(Kind::Xlsx)
    } else if has("content.xml") {
        Ok(Kind::Ods)
    } else {
        Err(TableError::NotATable)
    }
}

/// Names are compared the way the workbook reader finds them: some programs write `XL\Workbook.xml`.
fn plain(name: &str) -> String {
    name.to_lowercase().replace('\\', "/").trim_start_matches('/').to_owned()
}

fn check_declared_size(archive: &mut Archive<'_>, limits: &Limits) -> Result<(), TableError> {
    let mut declared = 0_u64;
    for index in 0..archive.len() {
        declared = declared.saturating_add(archive.by_index_raw(index).map_err(TableError::damaged)?.size());
    }
    if declared > limits.unpacked_bytes { Err(unpacked(limits)) } else { Ok(()) }
}

/// Unpacks everything once into nothing: what the archive declares about itself may be a lie.
fn check_contents(archive: &mut Archive<'_>, limits: &Limits) -> Result<(), TableError> {
    let mut total = 0_u64;
    let mut buffer = vec![0; 64 * 1024];
    for index in 0..archive.len() {
        let mut size = 0_u64;
        let mut strings = false;
        // A file that cannot be unpacked is reported when the reader needs it, which it may not.
        if let Ok(mut file) = archive.by_index(index) {
            strings = file.name().is_ok_and(|name| plain(&name).ends_with("sharedstrings.xml"));
            while let Ok(read @ 1..) = file.read(&mut buffer) {
                size += read as u64;
                if total + size > limits.unpacked_bytes {
                    return Err(unpacked(limits));
                }
            }
        }
        total += size;
        if strings {
            let file = archive.by_index(index).map_err(TableError::damaged)?;
            check_string_count(BufReader::new(file), size)?;
        }
    }
    Ok(())
}

/// The reader sets memory aside for as many strings as the file says it has, before it sees one: a false number would
/// end the whole process.
fn check_string_count(file: impl std::io::BufRead, size: u64) -> Result<(), TableError> {
    const SMALLEST: u64 = "<si/>".len() as u64;
    const MOST: u64 = 20_000_000;
    let mut xml = Reader::from_reader(file);
    xml.config_mut().expand_empty_elements = true;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(TableError::damaged)? {
            Event::Start(element) if element.local_name().as_ref() == "sst" => {
                for attribute in element.attributes().with_checks(false) {
                    let attribute = attribute.map_err(TableError::damaged)?;
                    if attribute.key.as_ref() == "uniqueCount" {
                        let digits: String = attribute.value.chars().filter(char::is_ascii_digit).collect();
                        let count = if digits.is_empty() { 0 } else { digits.parse().unwrap_or(u64::MAX) };
                        if count > MOST.min(size / SMALLEST) {
                            return Err(TableError::damaged("a false number of strings"));
                        }
                    }
                }
                return Ok(());
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

fn unpacked(limits: &Limits) -> TableError {
    TableError::too_large(Limit::UnpackedBytes, limits.unpacked_bytes, None)
}
