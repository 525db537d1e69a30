//! `/services`: activities, found as the search page finds them.

use std::sync::Arc;

use axum::extract::Path;
use axum::response::Response;
use db::Tx;

use super::wanted::{Wanted, minimal};
use super::{Asked, begin, known_id};
use crate::error::Error;
use crate::exchange::hsds::parameters::{Format, MOST_PER_PAGE, PER_PAGE, Paging};
use crate::exchange::hsds::problem::Result;
use crate::exchange::hsds::record::Depth;
use crate::exchange::hsds::store::{self, MARK_EVERY, ServiceFilter, Stamp};
use crate::exchange::hsds::{answer, lines, load};

/// The parameters of the standard that this list has.
pub(in crate::exchange::hsds) const HERE: [&str; 17] = [
    "search",
    "page",
    "per_page",
    "format",
    "taxonomy_term_id",
    "taxonomy_id",
    "organization_id",
    "modified_after",
    "minimal",
    "full",
    "postcode",
    "proximity",
    "minimum_age",
    "maximum_age",
    "day",
    "start_time",
    "end_time",
];

/// Ids and times only are short: this many stand on a page of them.
const MOST_MINIMAL: usize = 10_000;

/// The list.
pub(super) async fn list(asked: Asked) -> Result<Response> {
    asked.parameters.only(&HERE)?;
    let wanted = Wanted::read(&asked)?;
    let format = asked.parameters.format()?;
    let paging = match wanted.minimal {
        true => asked.parameters.paging(MOST_MINIMAL, MOST_MINIMAL)?,
        false => {
            let paging = asked.parameters.paging(PER_PAGE, MOST_MINIMAL)?;
            Paging { per_page: paging.per_page.min(MOST_PER_PAGE), ..paging }
        }
    };
    let (mut tx, stamp) = begin(&asked).await?;
    let tag = asked.tag(stamp, wanted.index_state(&asked.app).as_bytes());
    if tag.is_known(&asked.headers) {
        return Ok(answer::unchanged(&tag, stamp.at));
    }
    if format == Format::Lines {
        drop(tx);
        let ids = wanted.all_ids(&asked.app).await?;
        let app = asked.app.clone();
        return Ok(asked.lines(stamp, &tag, move |offset| {
            let batch: Vec<String> = ids.iter().skip(offset).take(lines::BATCH).cloned().collect();
            let (app, wanted) = (app.clone(), wanted.clone());
            async move { if batch.is_empty() { Ok(None) } else { wanted.records(&app, &batch).await.map(Some) } }
        }));
    }
    if wanted.asks_index() || wanted.asks_times() {
        drop(tx);
        let (total, contents) = wanted.found(&asked.app, paging).await?;
        return Ok(asked.page(stamp, &tag, paging, total, contents));
    }
    let list = format!("services {:?}", wanted.filter);
    let total = match asked.totals.get(&list, stamp) {
        Some(total) => total,
        None => store::count_services(&mut tx, &wanted.filter).await?,
    };
    asked.totals.put(list.clone(), stamp, total);
    let (limit, offset) = (paging.per_page as i64, paging.offset() as i64);
    let contents = if wanted.minimal {
        let changes = store::changes(&mut tx, &wanted.filter, limit, offset).await?;
        changes.into_iter().map(|(id, at)| minimal(&id, at)).collect()
    } else {
        let ids = page_ids(&asked, &mut tx, &wanted.filter, (list, stamp), limit, offset).await?;
        let listed = asked.app.shelf.list(&mut tx, &ids).await?;
        load::told(&mut tx, &listed, &wanted.told.reader(), wanted.depth).await?
    };
    Ok(asked.page(stamp, &tag, paging, total, contents))
}

/// The ids of a page. A far page is entered at a mark: walking there from the beginning costs more than all the rest.
async fn page_ids(
    asked: &Asked,
    tx: &mut Tx,
    filter: &ServiceFilter,
    (list, stamp): (String, Stamp),
    limit: i64,
    offset: i64,
) -> Result<Vec<String>> {
    if offset < MARK_EVERY {
        return Ok(store::service_ids(tx, filter, limit, offset).await?);
    }
    let marks = match asked.totals.known(&list, stamp).and_then(|known| known.marks) {
        Some(marks) => marks,
        None => {
            let marks = Arc::new(store::marks(tx, filter).await?);
            asked.totals.learn(list, stamp, |known| known.marks = Some(marks.clone()));
            marks
        }
    };
    let before = usize::try_from(offset / MARK_EVERY).unwrap_or(usize::MAX);
    let Some(mark) = marks.get(before - 1) else { return Ok(Vec::new()) };
    Ok(store::service_ids_after(tx, filter, Some(mark), limit, offset % MARK_EVERY).await?)
}

/// One service in full.
pub(super) async fn one(asked: Asked, Path(id): Path<String>) -> Result<Response> {
    let id = known_id(&id)?;
    let told = asked.told()?;
    let mut tx = asked.app.db.read().await?;
    let listed = asked.app.shelf.list(&mut tx, &[id]).await?;
    let changed = listed.first().map(|found| found.activity.changed_at);
    let records = load::told(&mut tx, &listed, &told.reader(), Depth::Full).await?;
    let record = records.first().ok_or(Error::NotFound)?;
    Ok(asked.record(record, changed))
}
