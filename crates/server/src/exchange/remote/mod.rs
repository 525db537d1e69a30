//! Reading sources over the network: what stands at an address becomes files for the importers.
//!
//! Shows [`gather`], what is asked of it ([`RemoteRequest`]), what it gives ([`Gathered`]: files for an
//! [`ImportRequest`](super::import::ImportRequest)), why not ([`RemoteError`]), [`forget`] for when the import is done, and
//! the addresses of the Finnish Service Catalogue ([`ptv`]).
//!
//! An interface is read page by page, each record a line of a file on the disk; beside them a ledger remembers the page
//! that comes next, so that a run that was killed, or met a network that was down, goes on from there. What cannot pass
//! leaves nothing behind.

mod charset;
mod error;
mod file;
mod hsds;
mod ledger;
mod linked_events;
mod pages;
pub mod ptv;
mod run;

use std::path::Path;

use chrono::{DateTime, Utc};

pub use self::error::RemoteError;
use self::ledger::Ledger;
use self::run::Run;
use super::fetch::{Fetcher, Validators};
use super::import::{Format, ImportFile};

/// How a source is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// One file.
    File,
    /// An interface with pages.
    Api,
}

/// How far gathering goes before it is taken for endless.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// Pages and single records that are asked for.
    pub pages: u64,
    /// Bytes of all of them.
    pub bytes: u64,
    /// Bytes of one page.
    pub page_bytes: u64,
}

impl Default for Bounds {
    fn default() -> Self {
        Bounds { pages: 50_000, bytes: 4_000_000_000, page_bytes: 64_000_000 }
    }
}

/// What is to be gathered.
#[derive(Debug, Clone)]
pub struct RemoteRequest {
    /// The address, as it was typed: of a file, of an interface, or of a list in one.
    pub address: String,
    /// How the data is written.
    pub format: Format,
    /// File or interface; `None`: as the format and the ending of the address suggest.
    pub way: Option<Way>,
    /// Only what changed since: the start of the last good run. Taken by HSDS interfaces alone; the others are read whole.
    pub modified_after: Option<DateTime<Utc>>,
    /// The version of a file that was imported last.
    pub validators: Validators,
    /// The present moment.
    pub now: DateTime<Utc>,
    /// How far it goes.
    pub bounds: Bounds,
}

impl RemoteRequest {
    /// A request for everything at an address.
    pub fn new(address: impl Into<String>, format: Format, now: DateTime<Utc>) -> Self {
        RemoteRequest {
            address: address.into(),
            format,
            way: None,
            modified_after: None,
            validators: Validators::default(),
            now,
            bounds: Bounds::default(),
        }
    }
}

/// How far gathering is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Gathering {
    /// Pages and single records asked for, of all lists.
    pub pages: u64,
    /// How many pages the present list has, where it says so.
    pub of_pages: Option<u64>,
    /// Records kept.
    pub records: u64,
    /// Bytes fetched.
    pub bytes: u64,
}

/// Told how far gathering is, after each page.
pub type Told<'a> = &'a (dyn Fn(Gathering) + Send + Sync);

/// What was gathered.
#[derive(Debug, Clone)]
pub struct Gathered {
    /// The files in the folder; none when nothing was modified.
    pub files: Vec<ImportFile>,
    /// Only what changed: for [`ImportRequest::partial`](super::import::ImportRequest), so that nothing is thought gone.
    pub partial: bool,
    /// The version, for the next time; of interfaces there is none.
    pub validators: Validators,
    /// The version that was imported last is still the newest.
    pub not_modified: bool,
    /// Pages and single records asked for.
    pub pages: u64,
    /// Records kept; of a file nobody has counted them.
    pub records: u64,
    /// Bytes fetched.
    pub bytes: u64,
}

/// Gathers a source into a folder of its own, which no other run uses meanwhile.
///
/// After the import call [`forget`]. After an error that [may pass](RemoteError::may_pass) what was gathered stays for
/// the next call with the same request; after any other nothing is left.
///
/// # Errors
/// See [`RemoteError`].
pub async fn gather(
    fetcher: &Fetcher,
    asked: &RemoteRequest,
    folder: &Path,
    told: Told<'_>,
) -> Result<Gathered, RemoteError> {
    let address = file::of_web(&asked.address);
    let url = fetcher.check(&address);
    let url = url.map_err(|error| RemoteError::Fetch { address: run::shown_as_typed(&address), error })?;
    let way = asked.way.unwrap_or_else(|| file::way(&url, asked.format));
    let question = format!("{way:?} {:?} {url} {:?}", asked.format, asked.modified_after);
    let ledger = Ledger::open(folder, &question, asked.now)?;
    let mut run = Run { fetcher, asked, url, ledger, told };
    let done = match (way, asked.format) {
        (Way::Api, Format::Hsds) => hsds::gather(&mut run).await,
        (Way::Api, Format::Ptv) => ptv::gather(&mut run).await,
        (Way::Api, Format::LinkedEvents) => linked_events::gather(&mut run).await,
        (Way::File, _) | (Way::Api, Format::Table | Format::Lahella | Format::ICal) => file::gather(&mut run).await,
    };
    if let Err(error) = &done
        && !error.may_pass()
    {
        ledger::forget(folder)?;
    }
    done
}

/// Removes what was gathered into a folder: after the import, or when a source is removed.
///
/// # Errors
/// When a file cannot be removed.
pub fn forget(folder: &Path) -> std::io::Result<()> {
    ledger::forget(folder)
}

#[cfg(test)]
mod tests;
