//! Orders documents by something else than their words.

use super::Boosts;
use super::ordering::{Best, Candidate};
use crate::columns::{Bits, Days, Origin, ROUGHNESS};
use crate::index::{Segment, Snapshot};
use crate::{Query, Result, Sort};

/// What the hits are really ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SortBy {
    Score,
    Time,
    Distance,
    Title,
}

impl SortBy {
    pub(super) fn new(query: &Query<'_>) -> SortBy {
        match query.sort {
            Sort::Nearest if query.near.is_some() => SortBy::Distance,
            Sort::Relevance | Sort::Nearest => SortBy::Score,
            Sort::Soonest => SortBy::Time,
            Sort::Title => SortBy::Title,
        }
    }
}

/// Gathers the best of a segment's documents.
pub(super) fn list(
    query: &Query<'_>,
    by: SortBy,
    number: usize,
    segment: &Segment,
    found: &Bits,
    boosts: &Boosts<'_>,
    best: &mut Best,
) {
    let columns = &segment.columns;
    let candidate = |document: u32, score: f32| Candidate {
        score,
        tie: columns.ties[document as usize],
        segment: number,
        document,
    };
    match by {
        SortBy::Score if boosts.are_plain() && best.room() < found.count() / 4 => {
            // Everything is ordered beforehand; the first that were found are the best.
            let order = columns.order(boosts.today).iter().filter(|document| found.has(**document));
            for document in order.take(best.room()) {
                best.add(candidate(*document, boosts.of(*document)));
            }
        }
        SortBy::Score => found.iter().for_each(|document| best.add(candidate(document, boosts.of(document)))),
        SortBy::Time => soonest(query, segment, found, best, candidate),
        SortBy::Distance => {
            let Some(near) = query.near else { return };
            let origin = Origin::new(near.lat, near.lon);
            for document in found.iter() {
                let rough = columns.points.rough_distance(document, &origin);
                if rough.is_some_and(|rough| (-(rough / ROUGHNESS) as f32) < best.least()) {
                    continue;
                }
                let km = columns.points.distance(document, near.lat, near.lon);
                best.add(candidate(document, km.map_or(f32::MIN, |km| -km as f32)));
            }
        }
        SortBy::Title => {
            // Ranks are of one segment, so each segment's first are gathered by themselves and put into order by their keys at the end.
            let mut first = Best::new(best.room());
            for document in found.iter() {
                first.add(candidate(document, -(columns.sort_rank(document) as f32)));
            }
            best.join(first);
        }
    }
}

/// Day by day, so that only the sessions of the first days are looked at.
fn soonest(
    query: &Query<'_>,
    segment: &Segment,
    found: &Bits,
    best: &mut Best,
    candidate: impl Fn(u32, f32) -> Candidate,
) {
    let days = &segment.columns.days;
    let mut left = found.clone();
    let mut taken = 0;
    for (day, on_day) in days.days_since(Days::day(query.now)) {
        if taken >= best.room() {
            return;
        }
        for document in on_day.among(&left) {
            // What is over today comes with a later day.
            if let Some(end) = days.next_end(document, query.now).filter(|end| Days::day(*end) == day) {
                left.remove(document);
                taken += 1;
                // Minutes from now fit a float exactly for thirty years.
                best.add(candidate(document, -((end - query.now) as f32)));
            }
        }
    }
    left.iter().for_each(|document| best.add(candidate(document, f32::MIN)));
}

/// Puts the first of every segment into one order.
pub(super) fn by_sort_key(snapshot: &Snapshot, candidates: Vec<Candidate>) -> Result<Vec<Candidate>> {
    let mut keyed = candidates
        .into_iter()
        .map(|candidate| Ok((snapshot.segments[candidate.segment].columns.sort_key(candidate.document)?, candidate)))
        .collect::<Result<Vec<_>>>()?;
    keyed.sort_by(|(one_key, one), (other_key, other)| (one_key, one.tie).cmp(&(other_key, other.tie)));
    Ok(keyed.into_iter().map(|(_, candidate)| candidate).collect())
}
