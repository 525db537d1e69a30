//! Formats whose records speak of each other, whichever comes first: the files are gone through twice, and of the first
//! time only what the others need is kept.

use std::collections::HashMap;
use std::hash::Hash;

use super::super::reason::Reason;
use super::super::record::Reading;
use super::super::request::ImportRequest;
use super::fields::{Object, text};
use super::stream::Shape;
use super::telling::Telling;
use super::{Files, Pages, Part, sorted};

/// What a format gathers the first time and hands on the second.
pub(in super::super) trait Gathering {
    /// What a record can be.
    type Kind: Copy + Eq + Hash;

    const SHAPE: Shape;
    /// Why a record that is nothing of the format stays out.
    const OTHERWISE: Reason;

    fn kind_of(record: &Object) -> Option<Self::Kind>;

    /// Whether records of a kind are told apart by an `id` of text.
    fn has_id(kind: Self::Kind) -> bool;

    /// Of the page of a kind with so many records: how many it counts for, and how many there should be.
    fn page(kind: Option<Self::Kind>, records: i64, frame: &Object) -> Option<(i64, i64)>;

    fn first_time(&mut self, telling: &mut Telling<'_>, kind: Self::Kind, record: &Object);

    /// All files were gone through once.
    fn between(&mut self);

    fn second_time(&mut self, telling: &mut Telling<'_>, kind: Self::Kind, record: &Object);
}

/// Reads every file of a request and hands each record on; stops when nobody takes it any more.
pub(in super::super) fn read<G: Gathering>(
    mut gathering: G,
    request: &ImportRequest,
    source_id: &str,
    take: &mut dyn FnMut(Reading) -> bool,
) {
    let mut pages: HashMap<Option<G::Kind>, Pages<'_>> = HashMap::new();
    let mut files = Files::new(request, &G::SHAPE);
    for file in &request.files {
        let (mut kind_of_page, mut records) = (None, 0);
        let mut part = |part| {
            if let Part::Frame(frame) = &part
                && let Some((count, total)) = G::page(kind_of_page, records, frame)
            {
                pages.entry(kind_of_page).or_default().meet(count, total, &file.name);
            }
            records += 1;
            match of_part::<G>(part, &file.name, request, source_id) {
                Some((mut telling, Some((kind, record)))) => {
                    kind_of_page = Some(kind);
                    gathering.first_time(&mut telling, kind, &record);
                    telling.reading
                }
                Some((telling, None)) => telling.reading,
                None => Reading::default(),
            }
        };
        if !files.read(file, &mut part, take) {
            return;
        }
    }
    if let Some(missing) = pages.into_values().find_map(Pages::missing)
        && !take(missing)
    {
        return;
    }
    gathering.between();
    let mut files = Files::new(request, &G::SHAPE);
    for file in &request.files {
        let mut part = |part| match of_part::<G>(part, &file.name, request, source_id) {
            Some((mut telling, Some((kind, record)))) => {
                gathering.second_time(&mut telling, kind, &record);
                telling.reading
            }
            // What is wrong was told the first time.
            Some((_, None)) | None => Reading::default(),
        };
        let mut take_once = |reading: Reading| reading.incomplete || take(reading);
        if !files.read(file, &mut part, &mut take_once) {
            return;
        }
    }
}

type Known<'a, K> = (Telling<'a>, super::Sorted<K>);

/// What a record is and what is told of it; none for the frame of a page.
fn of_part<'a, G: Gathering>(
    part: Part,
    file: &'a str,
    request: &'a ImportRequest,
    source_id: &'a str,
) -> Option<Known<'a, G::Kind>> {
    let (mut telling, known) = sorted(part, file, request, source_id, G::kind_of, G::OTHERWISE)?;
    let is_nameless = |(kind, record): &(G::Kind, Object)| G::has_id(*kind) && text(record, "id").is_empty();
    if known.as_ref().is_some_and(is_nameless) {
        telling.refuse_record("/id", Reason::MissingId, "");
        return Some((telling, None));
    }
    Some((telling, known))
}
