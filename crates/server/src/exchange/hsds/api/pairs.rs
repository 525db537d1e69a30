//! `/service_at_locations`: activities at places.

use std::collections::HashSet;

use axum::extract::Path;
use axum::response::Response;
use db::Tx;
use search::Near;
use serde_json::Value;

use super::wanted::Wanted;
use super::{Asked, Told, begin, known_id};
use crate::app::App;
use crate::error::Error;
use crate::exchange::hsds::parameters::Format;
use crate::exchange::hsds::problem::Result;
use crate::exchange::hsds::record::{self, Beside, Depth};
use crate::exchange::hsds::store::{self, Pair, PairFilter};
use crate::exchange::hsds::{answer, lines, load};
use crate::places;
use crate::places::model::Place;
use crate::reference::{self, Point};

/// The parameters of the standard that this list has.
pub(in crate::exchange::hsds) const HERE: [&str; 16] = [
    "search",
    "page",
    "per_page",
    "format",
    "full",
    "taxonomy_term_id",
    "taxonomy_id",
    "organization_id",
    "modified_after",
    "postcode",
    "proximity",
    "minimum_age",
    "maximum_age",
    "day",
    "start_time",
    "end_time",
];

/// The list.
pub(super) async fn list(asked: Asked) -> Result<Response> {
    asked.parameters.only(&HERE)?;
    let wanted = Wanted::read(&asked)?;
    let (told, depth) = (wanted.told.clone(), wanted.depth);
    let filter = PairFilter {
        organization_id: wanted.filter.organization_id.clone(),
        changed_since: wanted.filter.changed_since,
    };
    let paging = asked.paging()?;
    let format = asked.parameters.format()?;
    let (mut tx, stamp) = begin(&asked).await?;
    let tag = asked.tag(stamp, wanted.index_state(&asked.app).as_bytes());
    if tag.is_known(&asked.headers) {
        return Ok(answer::unchanged(&tag, stamp.at));
    }
    if format == Format::Lines || wanted.narrows() {
        let mut all = store::all_pairs(&mut tx, &filter).await?;
        drop(tx);
        if wanted.narrows() {
            all = narrowed(&asked.app, &wanted, all).await?;
        }
        if format == Format::Json {
            let some: Vec<Pair> = all.iter().skip(paging.offset()).take(paging.per_page).cloned().collect();
            let contents = records(&mut asked.app.db.read().await?, &some, &told, depth).await?;
            return Ok(asked.page(stamp, &tag, paging, all.len() as i64, contents));
        }
        let app = asked.app.clone();
        return Ok(asked.lines(stamp, &tag, move |offset| {
            let batch: Vec<Pair> = all.iter().skip(offset).take(lines::BATCH).cloned().collect();
            let (app, told) = (app.clone(), told.clone());
            async move {
                if batch.is_empty() {
                    return Ok(None);
                }
                let mut tx = app.db.read().await?;
                Ok(Some(records(&mut tx, &batch, &told, depth).await?))
            }
        }));
    }
    let list = format!("pairs {filter:?}");
    let total = match asked.totals.get(&list, stamp) {
        Some(total) => total,
        None => store::count_pairs(&mut tx, &filter).await?,
    };
    asked.totals.put(list, stamp, total);
    let pairs = store::pairs(&mut tx, &filter, paging.per_page as i64, paging.offset() as i64).await?;
    let contents = records(&mut tx, &pairs, &told, depth).await?;
    Ok(asked.page(stamp, &tag, paging, total, contents))
}

/// Those of the pairs whose activity is wanted; where a distance is told, also the place.
async fn narrowed(app: &App, wanted: &Wanted, mut pairs: Vec<Pair>) -> Result<Vec<Pair>> {
    let services: HashSet<String> = wanted.all_ids(app).await?.into_iter().collect();
    pairs.retain(|pair| services.contains(&pair.activity_id));
    let Some(Near { lat, lon, max_km: Some(most) }) = wanted.near else { return Ok(pairs) };
    let mut ids: Vec<String> = pairs.iter().map(|pair| pair.place_id.clone()).collect();
    ids.sort_unstable();
    ids.dedup();
    let from = Point { lat, lon };
    let mut near: HashSet<String> = HashSet::new();
    let mut tx = app.db.read().await?;
    for some in ids.chunks(lines::BATCH) {
        let places = places::store::list(&mut tx, some).await?;
        let is_near = |place: &Place| {
            let far = |(lat, lon): (f64, f64)| reference::distance_km(from, Point { lat, lon });
            place.point.is_some_and(|point| far(point) <= most)
        };
        near.extend(places.into_iter().filter(is_near).map(|place| place.id));
    }
    pairs.retain(|pair| near.contains(&pair.place_id));
    Ok(pairs)
}

/// One activity at one place.
pub(super) async fn one(asked: Asked, Path(id): Path<String>) -> Result<Response> {
    let id = known_id(&id)?;
    let told = asked.told()?;
    let mut tx = asked.app.db.read().await?;
    let pair = store::find_pair(&mut tx, &id).await?.ok_or(Error::NotFound)?;
    let records = records(&mut tx, &[pair], &told, Depth::Full).await?;
    let record = records.first().ok_or(Error::NotFound)?;
    Ok(asked.record(record, None))
}

async fn records(tx: &mut Tx, pairs: &[Pair], told: &Told, depth: Depth) -> db::Result<Vec<Value>> {
    let mut ids: Vec<String> = pairs.iter().map(|pair| pair.activity_id.clone()).collect();
    ids.sort_unstable();
    ids.dedup();
    let listed = load::listed(tx, &ids).await?;
    let beside = load::beside(tx, &listed, depth).await?;
    let nothing = Beside::default();
    let reader = told.reader();
    let told = pairs.iter().filter_map(|pair| {
        let listed = listed.iter().find(|listed| listed.activity.id == pair.activity_id)?;
        let at = listed.activity.places.iter().find(|at| at.link_id == pair.link_id)?;
        record::service_at_location(listed, at, beside.get(&pair.activity_id).unwrap_or(&nothing), &reader, depth)
    });
    Ok(told.collect())
}
