//! What every way of gathering does: fetch, read a page into lines, keep the ledger, tell.

use std::sync::Arc;

use url::Url;

use super::charset::{self, Letters};
use super::error::RemoteError;
use super::ledger::Ledger;
use super::pages::{self, Page, Sorting};
use super::{Gathered, Gathering, RemoteRequest, Told};
use crate::exchange::fetch::{Asked, FetchError, Fetched, Fetcher, Validators};

/// A run.
pub(super) struct Run<'a> {
    pub(super) fetcher: &'a Fetcher,
    pub(super) asked: &'a RemoteRequest,
    /// The address that was asked for, checked.
    pub(super) url: Url,
    pub(super) ledger: Ledger,
    pub(super) told: Told<'a>,
}

const JSON: &str = "application/json, */*;q=0.5";

impl Run<'_> {
    /// Fetches a page and reads its records into the lines of a file. The page counts when it is [settled](Self::settle).
    pub(super) async fn page<S: Sorting>(
        &mut self,
        url: &Url,
        list: &'static str,
        file: &str,
        sorting: S,
    ) -> Result<(Page, S), RemoteError> {
        let page = self.fetch(url, JSON, None, self.asked.bounds.page_bytes).await?;
        self.is_text(page.file.path(), &page.charset, url).await?;
        let lines = self.ledger.lines(file)?;
        let address = shown(url);
        tokio::task::spawn_blocking(move || pages::read(page.file, list, lines, sorting, &address)).await?
    }

    /// Fetches one record and adds it to the lines of a file; false: it is not there any more.
    pub(super) async fn record(&mut self, url: &Url, file: &str) -> Result<bool, RemoteError> {
        let page = match self.fetch(url, JSON, None, self.asked.bounds.page_bytes).await {
            Ok(page) => page,
            Err(RemoteError::Fetch { error: FetchError::NotFound(_), .. }) => return Ok(false),
            Err(error) => return Err(error),
        };
        self.is_text(page.file.path(), &page.charset, url).await?;
        let path = self.ledger.folder().join(file);
        let address = shown(url);
        tokio::task::spawn_blocking(move || pages::add(page.file, &path, &address)).await?
    }

    /// Fetches within the bounds of the run.
    pub(super) async fn fetch(
        &mut self,
        url: &Url,
        accept: &str,
        known: Option<&Validators>,
        most_bytes: u64,
    ) -> Result<Fetched, RemoteError> {
        let bounds = &self.asked.bounds;
        if self.ledger.state.pages >= bounds.pages {
            return Err(RemoteError::Endless(shown(url)));
        }
        self.ledger.state.pages += 1;
        let asked =
            Asked { address: url.as_str(), accept, known, folder: self.ledger.folder(), most_bytes: Some(most_bytes) };
        let fetched = self.fetcher.fetch(asked).await;
        let fetched = fetched.map_err(|error| RemoteError::Fetch { address: shown(url), error })?;
        self.ledger.state.bytes += fetched.bytes;
        if self.ledger.state.bytes > bounds.bytes {
            return Err(RemoteError::TooMuch(shown(url)));
        }
        Ok(fetched)
    }

    /// Makes a text that was fetched UTF-8.
    pub(super) async fn is_text(&self, path: &std::path::Path, charset: &str, url: &Url) -> Result<(), RemoteError> {
        let (path, charset): (Arc<std::path::Path>, String) = (path.into(), charset.to_owned());
        match tokio::task::spawn_blocking(move || charset::to_utf8(&path, &charset)).await?? {
            Letters::Read => Ok(()),
            Letters::Unknown => Err(RemoteError::Charset(shown(url))),
        }
    }

    /// Counts a page that was read whole; refuses one that was met before on this list.
    pub(super) fn settle(&mut self, url: &Url, page: &Page, file: &str, kept: u64) -> Result<(), RemoteError> {
        let state = &mut self.ledger.state;
        if page.records > 0 && !state.met.insert(page.mark) {
            return Err(RemoteError::Endless(shown(url)));
        }
        state.records += kept;
        state.page += 1;
        self.ledger.settle(file)?;
        self.tell();
        Ok(())
    }

    /// Tells how far the run is.
    pub(super) fn tell(&self) {
        let state = &self.ledger.state;
        let (pages, of_pages, records, bytes) = (state.pages, state.of_pages, state.records, state.bytes);
        (self.told)(Gathering { pages, of_pages, records, bytes });
    }

    /// The end of an interface.
    pub(super) fn gathered(&self) -> Gathered {
        let state = &self.ledger.state;
        Gathered {
            files: self.ledger.files(),
            partial: state.partial,
            validators: Validators::default(),
            not_modified: false,
            pages: state.pages,
            records: state.records,
            bytes: state.bytes,
        }
    }
}

/// An address as it is told: without what stands behind the question mark, which may be a key, and without passwords.
pub(super) fn shown(url: &Url) -> String {
    let mut shown = url.clone();
    shown.set_query(None);
    shown.set_fragment(None);
    // Only addresses that have a host can have these.
    let _ = shown.set_password(None);
    let _ = shown.set_username("");
    shown.into()
}

/// An address that nobody has checked, as it is told.
pub(super) fn shown_as_typed(address: &str) -> String {
    Url::parse(address).map_or_else(|_| address.to_owned(), |url| shown(&url))
}

/// The address with some more segments in its path.
pub(super) fn below(base: &Url, segments: &[&str]) -> Url {
    let mut url = base.clone();
    if let Ok(mut path) = url.path_segments_mut() {
        path.pop_if_empty().extend(segments);
    }
    url
}

/// The address with a parameter, unless it stands there already.
pub(super) fn asking(mut url: Url, name: &str, value: &str) -> Url {
    if !url.query_pairs().any(|(known, _)| known == name) {
        url.query_pairs_mut().append_pair(name, value);
    }
    url
}

/// The address with a parameter that takes the place of one that stands there.
pub(super) fn with(url: &Url, name: &str, value: &str) -> Url {
    let others: Vec<(String, String)> =
        url.query_pairs().filter(|(known, _)| known != name).map(|(name, value)| (name.into(), value.into())).collect();
    let mut url = url.clone();
    url.query_pairs_mut().clear().extend_pairs(others).append_pair(name, value);
    url
}
