//! From a query to hits.

mod counting;
mod filtering;
mod listing;
mod matching;
mod ordering;
mod ordinary;
mod plan;
mod reasons;
mod scoring;
mod suggesting;
mod vocabulary;
mod weights;

pub(crate) use ordinary::ordinary_words;
pub(crate) use plan::mentioned;
pub(crate) use suggesting::suggest;

use crate::columns::{BEST_MERIT, Bits, Columns, Today};
use crate::index::{Index, Segment, Snapshot};
use crate::{Hit, Query, Result, Results};
use counting::Counting;
use filtering::Passing;
use listing::SortBy;
use ordering::{Best, Candidate, LOOK_AHEAD, varied};
use plan::Plan;
use scoring::{SIDE_BY_SIDE, Scored, each_bit};
use std::borrow::Cow;
use vocabulary::Vocabulary;

/// Pages farther down than this are empty: nobody reads them, and robots should not cost much.
const LAST_PLACE: usize = 10_000;

pub(crate) fn search(index: &Index, query: &Query<'_>) -> Result<Results> {
    let snapshot = index.snapshot();
    let plan = Plan::new(query, index.analyser(), Vocabulary::new(&snapshot, index.schema()), snapshot.count())?;
    let found = find(index, &snapshot, query, &plan)?;
    Ok(Results {
        hits: hits(query, &snapshot, &plan, &found.page)?,
        total: found.total,
        facets: found
            .counting
            .map(|counting| counting.done(query, index.settings(), index.values()))
            .unwrap_or_default(),
        did_you_mean: plan.corrected,
    })
}

/// What was found, before it is put into words.
struct Found {
    page: Vec<Candidate>,
    total: usize,
    counting: Option<Counting>,
}

fn find(index: &Index, snapshot: &Snapshot, query: &Query<'_>, plan: &Plan) -> Result<Found> {
    let sort_by = SortBy::new(query);
    let places = query.offset.saturating_add(query.limit).min(LAST_PLACE);
    let mut best = Best::new(places + LOOK_AHEAD);
    let mut counting = query.count_facets.then(|| Counting::new(index.values()));
    let mut total = 0;

    let passings: Vec<Passing> = snapshot
        .segments
        .iter()
        .map(|segment| Passing::new(query, segment, index.settings(), index.values()))
        .collect();
    let matches = if plan.asked { matches(snapshot, plan, &passings)? } else { Vec::new() };
    let least = matches.iter().map(Scored::most).fold(0.0, f32::max) * weights::LEAST_OF_BEST;

    for (number, (segment, passing)) in snapshot.segments.iter().zip(passings).enumerate() {
        let columns = &segment.columns;
        let today = columns.today(query.today);
        let boosts = Boosts::new(query, index, segment, &today);
        let matched = if plan.asked {
            let mut best = (sort_by == SortBy::Score).then_some(&mut best);
            gather(&matches[number], least, number, columns, &passing, &boosts, &mut best)
        } else {
            passing.gate.clone()
        };
        let found = passing.keep(&matched, None);
        total += found.count();
        if !plan.asked || sort_by != SortBy::Score {
            listing::list(query, sort_by, number, segment, &found, &boosts, &mut best);
        }
        if let Some(counting) = &mut counting {
            counting.add(segment, &passing, &matched, &found);
        }
    }

    let mut candidates = best.sorted();
    if sort_by == SortBy::Title {
        candidates = listing::by_sort_key(snapshot, candidates)?;
    }
    if sort_by == SortBy::Score {
        candidates = varied(candidates, places, |candidate| {
            snapshot.segments[candidate.segment].columns.provider(candidate.document)
        });
    }
    let page = candidates.into_iter().take(places).skip(query.offset).collect();
    Ok(Found { page, total, counting })
}

/// The documents of every segment that have enough of the words.
fn matches(snapshot: &Snapshot, plan: &Plan, passings: &[Passing]) -> Result<Vec<Scored>> {
    let each = snapshot.segments.iter().zip(passings).enumerate();
    each.map(|(number, (segment, passing))| matching::matches(plan, number, segment, &passing.gate)).collect()
}

/// The documents of a segment that are worth at least so much; those that pass the choices may be among the best.
fn gather(
    scored: &Scored,
    least: f32,
    number: usize,
    columns: &Columns,
    passing: &Passing,
    boosts: &Boosts<'_>,
    best: &mut Option<&mut Best>,
) -> Bits {
    let mut matched = Bits::none(columns.documents);
    let consider = |best: &mut Best, document: u32, score: f32| {
        if score * boosts.most < best.least() {
            return;
        }
        let boost = boosts.but_nearness(document);
        if score * boost >= best.least() {
            let (score, tie) = (score * boosts.with_nearness(document, boost), columns.ties[document as usize]);
            best.add(Candidate { score, tie, segment: number, document });
        }
    };
    for many in &scored.many {
        let bits = many.at_least(least);
        matched.set_word(many.word as usize, bits);
        if let Some(best) = best
            && many.most * boosts.most >= best.least()
        {
            let first = many.word * SIDE_BY_SIDE as u32;
            each_bit(bits & passing.chosen(many.word), |bit| consider(best, first + bit as u32, many.scores[bit]));
        }
    }
    for (document, score) in scored.single.iter().filter(|(_, score)| *score >= least) {
        matched.add(*document);
        if let Some(best) = best {
            let (word, bit) = (document / SIDE_BY_SIDE as u32, document % SIDE_BY_SIDE as u32);
            if passing.chosen(word) >> bit & 1 == 1 {
                consider(best, *document, *score);
            }
        }
    }
    matched
}

fn hits(query: &Query<'_>, snapshot: &Snapshot, plan: &Plan, page: &[Candidate]) -> Result<Vec<Hit>> {
    let mut reasons = reasons::reasons(plan, snapshot, page)?.into_iter();
    page.iter()
        .map(|candidate| {
            let columns = &snapshot.segments[candidate.segment].columns;
            Ok(Hit {
                id: columns.id(candidate.document)?,
                score: candidate.score,
                reason: reasons.next().unwrap_or_default(),
                distance_km: query
                    .near
                    .and_then(|near| columns.points.distance(candidate.document, near.lat, near.lon)),
                next_end: columns.days.next_end(candidate.document, query.now),
            })
        })
        .collect()
}

/// What raises and lowers a document besides its words.
struct Boosts<'a> {
    query: &'a Query<'a>,
    columns: &'a Columns,
    today: &'a Today,
    /// The documents that have what the words seem to ask for (a facet value, a session at the time), and its weight.
    soft: Vec<(Cow<'a, Bits>, f32)>,
    /// The greatest that [`Boosts::of`] can be.
    most: f32,
}

impl<'a> Boosts<'a> {
    fn new(query: &'a Query<'a>, index: &Index, segment: &'a Segment, today: &'a Today) -> Boosts<'a> {
        let (columns, alive) = (&segment.columns, &segment.alive);
        let values = query.soft.iter().filter_map(|soft| {
            let dimension = index.settings().dimensions.iter().position(|known| *known == soft.dimension)?;
            let number = index.values().find(dimension as u8, soft.value)?;
            Some((columns.facets.having(number), bounded(soft.weight)))
        });
        let time = query
            .soft_time
            .iter()
            .map(|soft| (Cow::Owned(columns.days.within(&soft.windows, alive)), bounded(soft.weight)));
        let soft: Vec<(Cow<'a, Bits>, f32)> = values.chain(time).collect();
        let most = soft.iter().map(|(_, weight)| weight.max(1.0)).product::<f32>() * BEST_MERIT;
        Boosts { query, columns, today, soft, most }
    }

    fn of(&self, document: u32) -> f32 {
        self.with_nearness(document, self.but_nearness(document))
    }

    /// All but what takes long to work out, which only lowers.
    fn but_nearness(&self, document: u32) -> f32 {
        let mut boost = self.columns.merit(document, self.today);
        for (having, weight) in &self.soft {
            if having.has(document) {
                boost *= weight;
            }
        }
        boost
    }

    fn with_nearness(&self, document: u32, boost: f32) -> f32 {
        self.query
            .near
            .map_or(boost, |near| boost * weights::nearness(self.columns.points.distance(document, near.lat, near.lon)))
    }

    /// Whether the boosts are the same for every query of the day.
    fn are_plain(&self) -> bool {
        self.query.near.is_none() && self.soft.is_empty()
    }
}

/// A weight as it is used: no wish of the words outweighs everything.
fn bounded(weight: f32) -> f32 {
    if weight.is_nan() { 1.0 } else { weight.clamp(0.1, 10.0) }
}
