//! `/service_at_locations`: activities at places.

use axum::extract::Path;
use axum::response::Response;
use db::Tx;
use serde_json::Value;

use super::{Asked, Told, begin, known_id};
use crate::error::Error;
use crate::exchange::hsds::parameters::Format;
use crate::exchange::hsds::problem::Result;
use crate::exchange::hsds::record::{self, Beside, Depth};
use crate::exchange::hsds::store::{self, Pair, PairFilter};
use crate::exchange::hsds::{answer, lines, load};

/// The parameters of the standard that this list has.
pub(in crate::exchange::hsds) const HERE: [&str; 6] =
    ["page", "per_page", "format", "full", "organization_id", "modified_after"];

/// The list.
pub(super) async fn list(asked: Asked) -> Result<Response> {
    asked.parameters.only(&HERE)?;
    let told = asked.told()?;
    let depth = load::depth(asked.parameters.yes("full")?);
    let filter = PairFilter {
        organization_id: asked.parameters.id("organization_id")?,
        changed_since: asked.parameters.moment("modified_after")?,
    };
    let paging = asked.paging()?;
    let format = asked.parameters.format()?;
    let (mut tx, stamp) = begin(&asked).await?;
    let tag = asked.tag(stamp, b"");
    if tag.is_known(&asked.headers) {
        return Ok(answer::unchanged(&tag, stamp.at));
    }
    if format == Format::Lines {
        let all = store::all_pairs(&mut tx, &filter).await?;
        drop(tx);
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
