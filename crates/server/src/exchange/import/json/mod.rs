//! Reading JSON of any source: records one at a time out of whatever frame they stand in, and what is told of each.

pub(super) mod fields;
pub(super) mod stream;
pub(super) mod telling;
pub(super) mod twice;

use std::time::Instant;

use serde_json::Value;

use self::fields::Object;
use self::stream::{At, Met, Shape};
use self::telling::Telling;
use super::checks;
use super::reason::{Reason, Weight};
use super::record::Reading;
use super::report::{Problem, Spot};
use super::request::{ImportFile, ImportRequest, size};
use crate::clock::today;

/// What a file is made of.
pub(super) enum Part {
    Record(Value, At),
    /// The frame of a page: everything of it but the records.
    Frame(Object),
}

/// Pages of one kind of record that were met, and how many of them, or of the records in them, the source says there are.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Pages<'a> {
    pub(super) met: i64,
    pub(super) total: i64,
    /// The last file that had one.
    file: &'a str,
}

impl<'a> Pages<'a> {
    /// Counts some more that were met in a file.
    pub(super) fn meet(&mut self, count: i64, total: i64, file: &'a str) {
        self.met += count;
        self.total = self.total.max(total);
        self.file = file;
    }

    /// That some are missing, when they are: what they hold is not gone.
    pub(super) fn missing(self) -> Option<Reading> {
        let value = format!("{}/{}", self.met, self.total);
        (self.met < self.total).then(|| whole_file(self.file, Spot::File, Reason::PagesMissing, value, Weight::Note))
    }
}

/// The files of a request while they are read.
pub(super) struct Files<'a> {
    request: &'a ImportRequest,
    shape: &'a Shape,
    started: Instant,
    /// Bytes of the files that were read whole.
    before: u64,
}

impl<'a> Files<'a> {
    pub(super) fn new(request: &'a ImportRequest, shape: &'a Shape) -> Self {
        Files { request, shape, started: Instant::now(), before: 0 }
    }

    /// Reads a file and hands on what each part of it gives and what is wrong with the file; false: nobody takes more, or
    /// it took too long.
    pub(super) fn read(
        &mut self,
        file: &ImportFile,
        part: &mut dyn FnMut(Part) -> Reading,
        take: &mut dyn FnMut(Reading) -> bool,
    ) -> bool {
        let mut goes_on = true;
        stream::read(file, self.shape, &self.request.limits, &mut |met, bytes| {
            let is_over = self.started.elapsed() > self.request.limits.time;
            let mut reading = match met {
                _ if is_over => whole_file(&file.name, Spot::File, Reason::TimeOver, String::new(), Weight::File),
                Met::Record(value, at) => part(Part::Record(value, at)),
                Met::Frame(frame) => part(Part::Frame(frame)),
                Met::Fault { spot, reason, value, is_line } => {
                    let weight = if is_line { Weight::Rejected } else { Weight::File };
                    let reading = whole_file(&file.name, spot, reason, value, weight);
                    Reading { read: u64::from(is_line), rejected: u64::from(is_line), ..reading }
                }
            };
            reading.bytes = self.before + bytes;
            goes_on = take(reading) && !is_over;
            goes_on
        });
        self.before += size(file);
        goes_on
    }
}

/// What a record is and what it holds; nothing when it was refused, which has then been told.
pub(super) type Sorted<K> = Option<(K, Object)>;

/// Tells what a record is, with what is told of it; `otherwise` when it is nothing of the source's. None for the frame of
/// a page.
pub(super) fn sorted<'a, K>(
    part: Part,
    file: &'a str,
    request: &'a ImportRequest,
    source_id: &'a str,
    kind_of: fn(&Object) -> Option<K>,
    otherwise: Reason,
) -> Option<(Telling<'a>, Sorted<K>)> {
    let Part::Record(value, at) = part else { return None };
    let mut telling = Telling::new(file, at, source_id, today(request.now), request);
    telling.begin();
    let refused = match value {
        Value::Object(mut record) => {
            record.values_mut().for_each(fields::drop_nul);
            match (kind_of(&record), checks::identity_code_inside(&record)) {
                (Some(kind), None) => return Some((telling, Some((kind, record)))),
                (Some(_), Some(code)) => {
                    ["id", "_key"].into_iter().for_each(|name| telling.still_there(fields::text(&record, name)));
                    (Reason::IdentityCode, code)
                }
                (None, _) => (otherwise, record.keys().take(5).cloned().collect::<Vec<_>>().join(", ")),
            }
        }
        other => (Reason::WrongType, other.to_string()),
    };
    telling.refuse_record("", refused.0, &refused.1);
    Some((telling, None))
}

/// What is told of a file: not all of it was read.
pub(super) fn whole_file(file: &str, spot: Spot, reason: Reason, value: String, weight: Weight) -> Reading {
    let problem = Problem { file: file.to_owned(), spot, field: String::new(), reason, value, weight };
    Reading { problems: vec![problem], incomplete: true, ..Reading::default() }
}
