//! What the addresses of Linked Events may be asked; the names are theirs.

use crate::exchange::open::parameters::{Kind, Parameter};

const fn row(name: &'static str, kind: Kind) -> Parameter {
    Parameter { name, kind }
}

/// Records on a page when nothing else is asked, and the most.
const PAGE_SIZE: Kind = Kind::Whole(1, 100, Some(20));
const PAGE: Parameter = row("page", Kind::Whole(1, 1_000_000, Some(1)));
const SIZE: Parameter = row("page_size", PAGE_SIZE);
const FORMAT: Parameter = row("format", Kind::Choice(|| vec!["json", "jsonld"]));
const INCLUDE: Parameter = row("include", Kind::Choices(|| INCLUDED.to_vec()));

/// What can stand inside an event instead of being pointed to.
const INCLUDED: [&str; 6] = ["location", "keywords", "audience", "in_language", "super_event", "sub_events"];
/// By what events can be in order; with a `-` the other way round.
const ORDERS: [&str; 8] = [
    "start_time",
    "-start_time",
    "end_time",
    "-end_time",
    "name",
    "-name",
    "last_modified_time",
    "-last_modified_time",
];

/// Of `/v1/event/`.
pub(super) static OF_EVENTS: [Parameter; 16] = [
    PAGE,
    SIZE,
    FORMAT,
    INCLUDE,
    row("start", Kind::Words),
    row("end", Kind::Words),
    row("text", Kind::Words),
    row("keyword", Kind::List),
    row("location", Kind::List),
    row("division", Kind::List),
    row("language", Kind::List),
    row("publisher", Kind::List),
    row("super_event_type", Kind::Choices(|| vec!["recurring", "umbrella", "none"])),
    row("super_event", Kind::Words),
    row("last_modified_since", Kind::Moment),
    row("sort", Kind::Choice(|| ORDERS.to_vec())),
];

/// Of lists of places and keywords.
pub(super) static OF_LISTS: [Parameter; 4] = [PAGE, SIZE, FORMAT, row("text", Kind::Words)];

/// Of one event.
pub(super) static OF_EVENT: [Parameter; 2] = [FORMAT, INCLUDE];

/// Of anything else that is one.
pub(super) static OF_ONE: [Parameter; 1] = [FORMAT];
