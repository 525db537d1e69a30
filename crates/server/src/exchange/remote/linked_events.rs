//! Interfaces of Linked Events version 1: pages of events, each naming the next, with their places and keywords inside.

use serde_json::Value;
use url::Url;

use super::Gathered;
use super::error::RemoteError;
use super::pages::{Page, Sorting};
use super::run::{Run, asking, below, shown};

const FILE: &str = "events.ndjson";

struct Everything;

impl Sorting for Everything {
    fn keeps(&mut self, _: &Value) -> bool {
        true
    }
}

pub(super) async fn gather(run: &mut Run<'_>) -> Result<Gathered, RemoteError> {
    let mut next = match &run.ledger.state.next {
        Some(next) => Some(Url::parse(next).map_err(|_| RemoteError::NoList(next.clone()))?),
        None if run.ledger.state.stage == 0 => Some(first(&run.url)),
        None => None,
    };
    while let Some(url) = next {
        let (page, _) = run.page(&url, "data", FILE, Everything).await?;
        next = next_of(&url, &page)?;
        let total = page.frame.as_ref().and_then(|frame| frame.get("meta")?.get("count")?.as_u64());
        // How many pages that is, as far as the first tells how many are on each.
        if run.ledger.state.of_pages.is_none() && page.records > 0 {
            run.ledger.state.of_pages = total.map(|total| total.div_ceil(page.records));
        }
        run.ledger.state.next = next.as_ref().map(|next| next.as_str().to_owned());
        if next.is_none() {
            run.ledger.state.stage = 1;
        }
        run.settle(&url, &page, FILE, page.kept)?;
    }
    Ok(run.gathered())
}

/// The first page: events of today and later, unless the address says otherwise.
fn first(url: &Url) -> Url {
    let last = url.path_segments().and_then(|mut path| path.rfind(|segment| !segment.is_empty()));
    // A list, or a single event; else the interface itself.
    let is_inside = url.path().contains("/event/") || matches!(last, Some("event" | "search"));
    let mut url = if is_inside { url.clone() } else { below(url, &["event", ""]) };
    if !url.query_pairs().any(|(name, _)| name == "start" || name == "end") {
        url = asking(url, "start", "today");
    }
    asking(asking(url, "include", "location,keywords"), "page_size", "100")
}

/// The page after this one. Behind a proxy interfaces often name it with http; on another host it is nobody's wish.
fn next_of(url: &Url, page: &Page) -> Result<Option<Url>, RemoteError> {
    let told = page.frame.as_ref().and_then(|frame| frame.get("meta")?.get("next")?.as_str());
    let Some(told) = told.filter(|told| !told.is_empty()) else { return Ok(None) };
    let mut next = url.join(told).map_err(|_| RemoteError::NoList(shown(url)))?;
    if url.scheme() == "https" && next.scheme() == "http" && next.port().is_none() {
        next.set_scheme("https").map_err(|()| RemoteError::NoList(shown(url)))?;
    }
    if (next.host(), next.port_or_known_default()) != (url.host(), url.port_or_known_default()) {
        return Err(RemoteError::Elsewhere(shown(url)));
    }
    Ok(Some(next))
}
