//! Interfaces of Open Referral (HSDS 3.0, 3.1 and the UK profile): pages of services, then of organizations.

use chrono::SecondsFormat;
use serde_json::Value;
use url::Url;

use super::Gathered;
use super::error::RemoteError;
use super::pages::{Page, Sorting};
use super::run::{Run, asking, below, with};
use crate::exchange::fetch::FetchError;

/// Records asked for on a page; the standard's own is 50.
const PER_PAGE: u64 = 100;

/// The lists, in the order they are read: what they are called, and their file.
const LISTS: [(&str, &str); 2] = [("services", "services.ndjson"), ("organizations", "organizations.ndjson")];

/// Any of these is in a record that was told in full; in lists of the standard only the plain fields are.
const FULL: [&str; 8] = [
    "service_at_locations",
    "schedules",
    "phones",
    "contacts",
    "cost_options",
    "languages",
    "locations",
    "organization_identifiers",
];

/// Keeps records that are told in full and notes the ids of the others.
struct InFull {
    thin: Vec<String>,
}

impl Sorting for InFull {
    fn keeps(&mut self, record: &Value) -> bool {
        let id = record.get("id").and_then(Value::as_str).filter(|id| !id.is_empty());
        match id {
            Some(id) if !FULL.iter().any(|name| record.get(name).is_some()) => {
                self.thin.push(id.to_owned());
                false
            }
            _ => true,
        }
    }
}

pub(super) async fn gather(run: &mut Run<'_>) -> Result<Gathered, RemoteError> {
    let base = base_of(&run.url);
    let state = &mut run.ledger.state;
    if (state.stage, state.page, state.plain) == (0, 1, false) {
        state.partial = run.asked.modified_after.is_some();
    }
    while let Some((name, file)) = LISTS.get(run.ledger.state.stage).copied() {
        let list = below(&base, &[name]);
        while page(run, &list, name, file).await? {}
        run.ledger.next_stage()?;
    }
    Ok(run.gathered())
}

/// Reads the next page of a list; false: it was the last.
async fn page(run: &mut Run<'_>, list: &Url, name: &str, file: &str) -> Result<bool, RemoteError> {
    let number = run.ledger.state.page;
    let url = address(run, list, name, number);
    let read = run.page(&url, "contents", file, InFull { thin: Vec::new() }).await;
    let (page, sorted) = match read {
        Ok(read) => read,
        // Not every interface takes what only the newer ones know.
        Err(RemoteError::Fetch { error: FetchError::Status(400 | 422), .. })
            if number == 1 && !run.ledger.state.plain =>
        {
            run.ledger.state.plain = true;
            if name == "services" {
                run.ledger.state.partial = false;
            }
            return Ok(true);
        }
        // The list of organizations is optional: each service brings its own.
        Err(RemoteError::Fetch { error: FetchError::NotFound(_), .. }) if number == 1 && name != "services" => {
            return Ok(false);
        }
        Err(error) => return Err(error),
    };
    // A bare list that does not know pages is the same again: then it was whole.
    if page.frame.is_none() && run.ledger.state.met.contains(&page.mark) {
        run.ledger.lines(file)?;
        return Ok(false);
    }
    run.ledger.state.of_pages = page.number("total_pages");
    let mut kept = page.kept;
    for id in &sorted.thin {
        kept += u64::from(run.record(&below(list, &[id]), file).await?);
        run.tell();
    }
    let is_last = is_last(&page, number);
    run.settle(&url, &page, file, kept)?;
    Ok(!is_last)
}

fn is_last(page: &Page, number: u64) -> bool {
    let beyond = page.number("total_pages").is_some_and(|total| number >= total);
    match &page.frame {
        None => page.records < PER_PAGE,
        Some(_) => page.records == 0 || beyond || page.says("last_page"),
    }
}

fn address(run: &Run<'_>, list: &Url, name: &str, number: u64) -> Url {
    let mut url = asking(with(list, "page", &number.to_string()), "per_page", &PER_PAGE.to_string());
    if run.ledger.state.plain {
        return url;
    }
    url = asking(url, "full", "true");
    match run.asked.modified_after {
        Some(since) if name == "services" => {
            asking(url, "modified_after", &since.to_rfc3339_opts(SecondsFormat::Secs, true))
        }
        _ => url,
    }
}

/// The address of the interface itself, also when that of its list was given.
fn base_of(url: &Url) -> Url {
    let mut base = url.clone();
    if let Ok(mut path) = base.path_segments_mut() {
        path.pop_if_empty();
    }
    if base.path_segments().and_then(|mut path| path.next_back()) == Some("services")
        && let Ok(mut path) = base.path_segments_mut()
    {
        path.pop();
    }
    base
}
