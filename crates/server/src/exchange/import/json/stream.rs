//! Records out of a JSON file one at a time, whatever frame they stand in: one object, an array, a page of an API, or
//! JSON lines. However long the file, one record is in memory.

use std::cell::Cell;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read, Seek, SeekFrom};
use std::rc::Rc;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::super::reason::Reason;
use super::super::report::Spot;
use super::super::request::{Content, ImportFile, Limits};

/// How much of the beginning of a file tells what it is.
const BEGINNING: usize = 64 * 1024;

/// What is handed on from a file.
pub(in super::super) enum Met {
    /// A value and where it stands.
    Record(Value, At),
    /// The frame of a page: everything of it but the records.
    Frame(Map<String, Value>),
    /// A line or the rest of the file that cannot be read.
    Fault { spot: Spot, reason: Reason, value: String, is_line: bool },
}

/// Where a record stands.
#[derive(Debug, Clone, PartialEq)]
pub(in super::super) struct At {
    /// The line of JSON lines.
    pub(in super::super) line: Option<usize>,
    /// A JSON Pointer, '' for a whole document.
    pub(in super::super) pointer: String,
}

/// The records inside an object, each with its pointer, or the object back.
pub(in super::super) type Opened = Result<Vec<(String, Value)>, Map<String, Value>>;

/// How the documents of a source are framed.
pub(in super::super) struct Shape {
    /// The list of a page that holds its records.
    pub(in super::super) list: &'static str,
    /// Takes an object apart that is no record but holds some, each with its pointer; gives back one that is a record.
    pub(in super::super) open: fn(Map<String, Value>) -> Opened,
}

/// Takes what was met, with the bytes read so far; false: no more.
pub(in super::super) type Take<'a> = &'a mut dyn FnMut(Met, u64) -> bool;

/// Reads a file.
pub(in super::super) fn read(file: &ImportFile, shape: &Shape, limits: &Limits, take: Take<'_>) {
    let whole = |reason, value: String| Met::Fault { spot: Spot::File, reason, value, is_line: false };
    let size = super::super::request::size(file);
    if size > limits.file_bytes {
        take(whole(Reason::FileTooLarge, limits.file_bytes.to_string()), 0);
        return;
    }
    let done = match &file.content {
        Content::Bytes(bytes) => read_from(Cursor::new(bytes.clone()), file, shape, limits, take),
        Content::Path(path) => File::open(path).and_then(|open| read_from(open, file, shape, limits, take)),
    };
    if let Err(error) = done {
        take(whole(Reason::FileUnreadable, error.to_string()), size);
    }
}

fn read_from(
    mut bytes: impl Read + Seek,
    file: &ImportFile,
    shape: &Shape,
    limits: &Limits,
    take: Take<'_>,
) -> io::Result<()> {
    let mut beginning = Vec::new();
    bytes.by_ref().take(BEGINNING as u64).read_to_end(&mut beginning)?;
    let mark = if beginning.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    let text = beginning.get(mark..).unwrap_or_default();
    if text.iter().all(u8::is_ascii_whitespace) && beginning.len() < BEGINNING {
        take(Met::Fault { spot: Spot::File, reason: Reason::FileEmpty, value: String::new(), is_line: false }, 0);
        return Ok(());
    }
    let in_lines = is_in_lines(text, &file.name, limits, &mut bytes, mark)?;
    bytes.seek(SeekFrom::Start(mark as u64))?;
    if in_lines { lines(bytes, limits, take) } else { document(bytes, shape, limits, take) }
}

/// JSON lines: told by the name, or by a whole object on the first line and something after it.
fn is_in_lines(
    text: &[u8],
    name: &str,
    limits: &Limits,
    bytes: &mut (impl Read + Seek),
    mark: usize,
) -> io::Result<bool> {
    let name = name.to_lowercase();
    if name.ends_with(".ndjson") || name.ends_with(".jsonl") {
        return Ok(true);
    }
    if text.iter().find(|byte| !byte.is_ascii_whitespace()) != Some(&b'{') {
        return Ok(false);
    }
    bytes.seek(SeekFrom::Start(mark as u64))?;
    let mut reader = BufReader::new(bytes);
    let mut line = Vec::new();
    reader.by_ref().take(limits.record_bytes as u64).read_until(b'\n', &mut line)?;
    if serde_json::from_slice::<Map<String, Value>>(&line).is_err() {
        return Ok(false);
    }
    let rest = reader.fill_buf()?;
    Ok(rest.iter().any(|byte| !byte.is_ascii_whitespace()))
}

fn lines(bytes: impl Read, limits: &Limits, take: Take<'_>) -> io::Result<()> {
    let mut reader = BufReader::with_capacity(256 * 1024, bytes);
    let mut line = Vec::new();
    let (mut number, mut read) = (0, 0);
    loop {
        line.clear();
        let most = limits.record_bytes as u64;
        let got = reader.by_ref().take(most).read_until(b'\n', &mut line)?;
        if got == 0 {
            return Ok(());
        }
        number += 1;
        read += got as u64;
        let fault = |reason, value: String| Met::Fault { spot: Spot::Line(number), reason, value, is_line: true };
        let met = if got as u64 == most && line.last() != Some(&b'\n') {
            read += skip_line(&mut reader)?;
            fault(Reason::RecordTooLarge, most.to_string())
        } else if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        } else {
            match serde_json::from_slice::<Value>(&line) {
                Ok(value) => Met::Record(value, At { line: Some(number), pointer: String::new() }),
                Err(error) => fault(reason_of(&error), String::new()),
            }
        };
        if !take(met, read) {
            return Ok(());
        }
    }
}

/// Reads past the rest of a line without keeping it.
fn skip_line(reader: &mut impl BufRead) -> io::Result<u64> {
    let mut skipped = 0;
    loop {
        let buffer = reader.fill_buf()?;
        if buffer.is_empty() {
            return Ok(skipped);
        }
        let (used, ended) = match buffer.iter().position(|byte| *byte == b'\n') {
            Some(at) => (at + 1, true),
            None => (buffer.len(), false),
        };
        reader.consume(used);
        skipped += used as u64;
        if ended {
            return Ok(skipped);
        }
    }
}

fn reason_of(error: &serde_json::Error) -> Reason {
    match error.classify() {
        serde_json::error::Category::Io => Reason::RecordTooLarge,
        _ if error.to_string().contains("recursion limit") => Reason::TooDeep,
        _ => Reason::NotJson,
    }
}

/// Counts bytes, and refuses to go on when one record takes too many.
struct Counting<R> {
    inner: R,
    read: Rc<Cell<u64>>,
    /// Where the last record ended.
    since: Rc<Cell<u64>>,
    most: u64,
}

impl<R: Read> Read for Counting<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.read.get().saturating_sub(self.since.get()) > self.most {
            return Err(io::Error::other("a record is too large"));
        }
        let got = self.inner.read(into)?;
        self.read.set(self.read.get() + got as u64);
        Ok(got)
    }
}

fn document(bytes: impl Read, shape: &Shape, limits: &Limits, take: Take<'_>) -> io::Result<()> {
    let (read, since) = (Rc::new(Cell::new(0)), Rc::new(Cell::new(0)));
    let counting =
        Counting { inner: bytes, read: read.clone(), since: since.clone(), most: limits.record_bytes as u64 * 4 };
    let mut walk = Walk { take, shape, read: read.clone(), since, stopped: false };
    let mut json = serde_json::Deserializer::from_reader(BufReader::with_capacity(256 * 1024, counting));
    let done = Top(&mut walk).deserialize(&mut json).and_then(|()| json.end());
    let Walk { take, stopped, .. } = walk;
    if let Err(error) = done
        && !stopped
    {
        let reason = reason_of(&error);
        let value = if reason == Reason::RecordTooLarge { limits.record_bytes.to_string() } else { String::new() };
        let spot = if error.line() > 0 { Spot::Line(error.line()) } else { Spot::File };
        take(Met::Fault { spot, reason, value, is_line: false }, read.get());
    }
    Ok(())
}

struct Walk<'a> {
    take: Take<'a>,
    shape: &'a Shape,
    read: Rc<Cell<u64>>,
    since: Rc<Cell<u64>>,
    stopped: bool,
}

impl Walk<'_> {
    fn met<E: serde::de::Error>(&mut self, met: Met) -> Result<(), E> {
        self.since.set(self.read.get());
        if (self.take)(met, self.read.get()) {
            return Ok(());
        }
        self.stopped = true;
        Err(E::custom("nobody takes more"))
    }

    fn record<E: serde::de::Error>(&mut self, value: Value, pointer: String) -> Result<(), E> {
        self.met(Met::Record(value, At { line: None, pointer }))
    }
}

/// The value a document is.
struct Top<'a, 'b>(&'a mut Walk<'b>);

impl<'de> DeserializeSeed<'de> for Top<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Top<'_, '_> {
    type Value = ();

    fn expecting(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str("an object or an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, sequence: A) -> Result<(), A::Error> {
        each(self.0, "", sequence)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut rest = Map::new();
        let mut is_page = false;
        while let Some(name) = map.next_key::<String>()? {
            if name == self.0.shape.list {
                map.next_value_seed(Contents(self.0))?;
                is_page = true;
            } else {
                rest.insert(name, map.next_value()?);
            }
        }
        if is_page {
            return self.0.met(Met::Frame(rest));
        }
        match (self.0.shape.open)(rest) {
            Ok(records) => records.into_iter().try_for_each(|(pointer, record)| self.0.record(record, pointer)),
            Err(record) => self.0.record(Value::Object(record), String::new()),
        }
    }
}

/// The records of a page.
struct Contents<'a, 'b>(&'a mut Walk<'b>);

impl<'de> DeserializeSeed<'de> for Contents<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Contents<'_, '_> {
    type Value = ();

    fn expecting(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str("an array of records")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, sequence: A) -> Result<(), A::Error> {
        let under = format!("/{}", self.0.shape.list);
        each(self.0, &under, sequence)
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<(), E> {
        Ok(())
    }
}

fn each<'de, A: SeqAccess<'de>>(walk: &mut Walk<'_>, under: &str, mut sequence: A) -> Result<(), A::Error> {
    let mut at = 0_usize;
    while let Some(record) = sequence.next_element::<Value>()? {
        walk.record::<A::Error>(record, format!("{under}/{at}"))?;
        at = at.checked_add(1).ok_or_else(|| A::Error::custom("too many records"))?;
    }
    Ok(())
}
