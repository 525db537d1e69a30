//! `/locations`: places that anyone may know of.

use axum::extract::Path;
use axum::response::Response;

use super::{Asked, begin, known_id, some};
use crate::error::Error;
use crate::exchange::hsds::parameters::Format;
use crate::exchange::hsds::problem::Result;
use crate::exchange::hsds::{answer, lines, load};
use crate::places;

/// The parameters of the standard that this list has.
pub(in crate::exchange::hsds) const HERE: [&str; 4] = ["page", "per_page", "format", "full"];

/// The list of public places. Places of which only the area is public are told with their activities.
pub(super) async fn list(asked: Asked) -> Result<Response> {
    asked.parameters.only(&HERE)?;
    let told = asked.told()?;
    asked.parameters.yes("full")?;
    let paging = asked.paging()?;
    let format = asked.parameters.format()?;
    let (mut tx, stamp) = begin(&asked).await?;
    let tag = asked.tag(stamp, b"");
    if tag.is_known(&asked.headers) {
        return Ok(answer::unchanged(&tag, stamp.at));
    }
    if format == Format::Lines {
        let app = asked.app.clone();
        return Ok(asked.lines(stamp, &tag, move |offset| {
            let (app, told) = (app.clone(), told.clone());
            async move {
                let mut tx = app.db.read().await?;
                let places = places::store::page(&mut tx, lines::BATCH as i64, offset as i64).await?;
                Ok(some(load::locations(&mut tx, &places, &told.reader()).await?))
            }
        }));
    }
    let total = match asked.totals.get("locations", stamp) {
        Some(total) => total,
        None => places::store::count_public(&mut tx).await?,
    };
    asked.totals.put("locations".to_owned(), stamp, total);
    let places = places::store::page(&mut tx, paging.per_page as i64, paging.offset() as i64).await?;
    let contents = load::locations(&mut tx, &places, &told.reader()).await?;
    Ok(asked.page(stamp, &tag, paging, total, contents))
}

/// One place, as much of it as is public.
pub(super) async fn one(asked: Asked, Path(id): Path<String>) -> Result<Response> {
    let id = known_id(&id)?;
    let told = asked.told()?;
    let mut tx = asked.app.db.read().await?;
    let place = places::store::find(&mut tx, &id).await?.ok_or(Error::NotFound)?;
    let records = load::locations(&mut tx, &[place], &told.reader()).await?;
    let record = records.first().ok_or(Error::NotFound)?;
    Ok(asked.record(record, None))
}
