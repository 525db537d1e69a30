//! The Finnish Service Catalogue's Open API, version 11: pages of services, then the channels, organizations and general
//! descriptions that they name, some dozens at a time.
//!
//! Any list of that interface may be the address: of whole records (`…/Service/list/area/Municipality/code/398`) or of ids
//! and names (`…/Service/area/Municipality/code/398`), and a single record too. It is read whole each time, because when a
//! channel changes its hours nothing is told of the service.

use std::collections::BTreeSet;

use serde_json::Value;
use url::Url;

use super::Gathered;
use super::error::RemoteError;
use super::pages::{Page, Sorting};
use super::run::{Run, below, shown, with};
use crate::exchange::fetch::FetchError;

/// Where the catalogue is.
pub const CATALOGUE: &str = "https://api.palvelutietovaranto.suomi.fi/api/v11";

/// The address of a municipality's services in a catalogue (usually [`CATALOGUE`]), by its code: `398` is Lahti.
pub fn of_municipality(catalogue: &str, code: &str) -> String {
    let code: String = code.chars().filter(char::is_ascii_digit).collect();
    format!("{}/Service/list/area/Municipality/code/{code}", catalogue.trim_end_matches('/'))
}

/// The address of an organization's services in a catalogue, by its id, which is a UUID.
pub fn of_organization(catalogue: &str, id: &str) -> String {
    let id: String = id.chars().filter(|letter| letter.is_ascii_hexdigit() || *letter == '-').collect();
    format!("{}/Service/list/organization?organizationId={id}", catalogue.trim_end_matches('/'))
}

/// The kinds of records: what their part of the interface is called, what only they have, and their file. In the order
/// they are fetched, because each names some of those that follow.
const KINDS: [(&str, &str, &str); 4] = [
    ("Service", "serviceNames", "services.ndjson"),
    ("ServiceChannel", "serviceChannelNames", "channels.ndjson"),
    ("Organization", "organizationNames", "organizations.ndjson"),
    ("GeneralDescription", "descriptions", "descriptions.ndjson"),
];

/// Records asked for at once. A hundred are allowed, and sometimes more than the catalogue can do in its own time.
const AT_ONCE: usize = 50;
/// What is said of records that came already, so that they are not asked for.
const HERE: &str = "here";

/// Keeps whole records and notes what they name.
#[derive(Default)]
struct Naming {
    /// The kind of records a list of ids and names is about.
    of_list: Option<&'static str>,
    named: Vec<(&'static str, String)>,
    here: Vec<String>,
}

impl Naming {
    fn names(&mut self, kind: &'static str, id: Option<&Value>) {
        if let Some(id) = id.and_then(Value::as_str).filter(|id| is_id(id)) {
            self.named.push((kind, id.to_ascii_lowercase()));
        }
    }
}

impl Sorting for Naming {
    fn keeps(&mut self, record: &Value) -> bool {
        let is_whole = KINDS.iter().any(|(_, own, _)| record.get(own).is_some());
        if !is_whole {
            if let Some(kind) = self.of_list {
                self.names(kind, record.get("id"));
            }
            // What is nothing of the catalogue is told by the importer.
            return self.of_list.is_none() || record.get("id").is_none();
        }
        self.here.extend(record.get("id").and_then(Value::as_str).map(str::to_ascii_lowercase));
        for (list, inner, kind) in
            [("serviceChannels", "serviceChannel", "ServiceChannel"), ("organizations", "organization", "Organization")]
        {
            for part in record.get(list).and_then(Value::as_array).into_iter().flatten() {
                self.names(kind, part.get(inner).and_then(|inner| inner.get("id")));
            }
        }
        self.names("Organization", record.get("organizationId"));
        self.names("GeneralDescription", record.get("generalDescriptionId"));
        true
    }
}

pub(super) async fn gather(run: &mut Run<'_>) -> Result<Gathered, RemoteError> {
    let Some((root, first)) = root_of(&run.url) else {
        return Err(RemoteError::WholeCountry(shown(&run.url)));
    };
    while run.ledger.state.stage == 0 {
        if !list(run, first).await? {
            run.ledger.next_stage()?;
        }
    }
    while let Some((kind, _, file)) = KINDS.get(run.ledger.state.stage - 1).copied() {
        while some(run, &root, kind, file).await? {}
        run.ledger.next_stage()?;
    }
    Ok(run.gathered())
}

/// Reads the next page of the list that was asked for; false: it was the last.
async fn list(run: &mut Run<'_>, kind: &'static str) -> Result<bool, RemoteError> {
    let number = run.ledger.state.page;
    let url = with(&run.url, "page", &number.to_string());
    let file = KINDS.iter().find(|(name, ..)| *name == kind).map_or("records.ndjson", |(_, _, file)| file);
    let naming = Naming { of_list: Some(kind), ..Naming::default() };
    let (page, naming) = run.page(&url, "itemList", file, naming).await?;
    note(run, naming);
    run.ledger.state.of_pages = page.number("pageCount");
    run.settle(&url, &page, file, page.kept)?;
    Ok(!is_last(&page, number))
}

fn is_last(page: &Page, number: u64) -> bool {
    // A page without records may hold `null` for its list.
    page.is_record
        || page.records == 0
        || page.frame.is_none()
        || page.number("pageCount").is_none_or(|all| number >= all)
}

/// Fetches some of the records of a kind that were named; false: none are left.
async fn some(run: &mut Run<'_>, root: &Url, kind: &'static str, file: &'static str) -> Result<bool, RemoteError> {
    let wanted = run.ledger.state.wanted.get(kind);
    let ids: Vec<String> = wanted.into_iter().flatten().take(AT_ONCE).cloned().collect();
    if ids.is_empty() {
        return Ok(false);
    }
    let url = with(&below(root, &[kind, "list"]), "guids", &ids.join(","));
    match run.page(&url, "itemList", file, Naming::default()).await {
        Ok((page, naming)) => {
            asked_for(run, kind, &ids);
            note(run, naming);
            run.settle(&url, &page, file, page.kept)?;
        }
        // None of them is published any more.
        Err(RemoteError::Fetch { error: FetchError::NotFound(_), .. }) => {
            asked_for(run, kind, &ids);
            run.ledger.save()?;
        }
        Err(error) => return Err(error),
    }
    Ok(true)
}

/// Strikes ids off the list, whether they came or not.
fn asked_for(run: &mut Run<'_>, kind: &str, ids: &[String]) {
    let wanted = &mut run.ledger.state.wanted;
    if let Some(wanted) = wanted.get_mut(kind) {
        wanted.retain(|id| !ids.contains(id));
    }
    wanted.entry(HERE.to_owned()).or_default().extend(ids.iter().cloned());
}

/// Notes what the records of a page name and has not come yet.
fn note(run: &mut Run<'_>, naming: Naming) {
    let wanted = &mut run.ledger.state.wanted;
    let mut here: BTreeSet<String> = wanted.remove(HERE).unwrap_or_default();
    here.extend(naming.here);
    for (kind, id) in naming.named {
        wanted.entry(kind.to_owned()).or_default().insert(id);
    }
    wanted.values_mut().for_each(|ids| ids.retain(|id| !here.contains(id)));
    wanted.insert(HERE.to_owned(), here);
}

/// The interface an address belongs to, and the kind of records it lists; none for the interface itself, which would be
/// the whole country.
fn root_of(url: &Url) -> Option<(Url, &'static str)> {
    let segments: Vec<&str> = url.path_segments()?.filter(|segment| !segment.is_empty()).collect();
    let named = |segment: &str| KINDS.iter().find(|(kind, ..)| kind.eq_ignore_ascii_case(segment));
    let (at, kind) = segments.iter().enumerate().find_map(|(at, segment)| Some((at, named(segment)?.0)))?;
    // `…/Service` alone lists everything there is.
    segments.get(at + 1)?;
    let mut root = url.clone();
    root.set_query(None);
    root.set_path(&segments.get(..at)?.join("/"));
    Some((root, kind))
}

/// Whether an id is one of the catalogue's: nothing else goes into an address.
fn is_id(id: &str) -> bool {
    id.len() == 36 && id.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
}
