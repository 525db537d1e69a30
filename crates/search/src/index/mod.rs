//! The index on disk: opening, changing, rebuilding and asking it.

use crate::{Analyser, Document, Query, Result, Results, Suggestion};
use std::path::PathBuf;
use std::sync::Arc;

/// How the index is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Where it lies. It is disposable: what is needed to make it anew is elsewhere.
    pub folder: PathBuf,
    /// The facet dimensions, at most 32, lower-case ASCII.
    pub dimensions: Vec<&'static str>,
    /// Memory for changes that are not yet written, in bytes; at least 15 MB.
    pub writer_memory: usize,
    /// Threads that rebuild; 0: as many as the machine has.
    pub rebuild_threads: usize,
}

impl Settings {
    /// An index in a folder with these facet dimensions.
    pub fn new(folder: impl Into<PathBuf>, dimensions: impl IntoIterator<Item = &'static str>) -> Settings {
        Settings {
            folder: folder.into(),
            dimensions: dimensions.into_iter().collect(),
            writer_memory: 20_000_000,
            rebuild_threads: 0,
        }
    }
}

/// An index that was opened.
pub struct Opened {
    /// The index.
    pub index: Index,
    /// Whether it was made anew (it was missing, broken, or of another version, dictionary, concepts or dimensions): it is empty.
    pub fresh: bool,
    /// The position of the last change that it holds.
    pub position: Option<u64>,
}

/// One change.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Adds a document or replaces the one of the same id.
    Put(Document),
    /// Removes the document of this id; nothing happens when there is none.
    Remove(String),
}

/// An index of documents. Share it as `Arc<Index>`; one process may have it open at a time.
pub struct Index {
    settings: Settings,
    analyser: Arc<Analyser>,
}

impl Index {
    /// Opens the index, or makes it anew when it is missing, broken or of another identity (see [`Opened::fresh`]).
    ///
    /// # Errors
    /// When the folder cannot be used, holds something else, or another process has the index open.
    pub fn open(settings: Settings, analyser: Arc<Analyser>) -> Result<Opened> {
        Ok(Opened { index: Index { settings, analyser }, fresh: true, position: None })
    }

    /// Makes changes; searches see all of them when it returns, and `position` is remembered with them in one step.
    pub fn apply(&self, _changes: Vec<Change>, _position: u64) -> Result<()> {
        Ok(())
    }

    /// Replaces everything, with all processors. Searches see the old documents until it returns. `progress` is called now and then with the number
    /// of documents so far.
    pub fn rebuild(
        &self,
        documents: impl Iterator<Item = Document>,
        _position: u64,
        mut progress: impl FnMut(usize),
    ) -> Result<()> {
        progress(documents.count());
        Ok(())
    }

    /// The position that came with the last change.
    pub fn position(&self) -> Option<u64> {
        None
    }

    /// How many documents there are.
    pub fn count(&self) -> usize {
        0
    }

    /// Finds.
    pub fn search(&self, _query: &Query<'_>) -> Result<Results> {
        Ok(Results::default())
    }

    /// How what is being typed could go on: words and titles by prefix, with slips of the finger forgiven.
    pub fn suggest(&self, _typed: &str, _language: &str, _limit: usize) -> Result<Vec<Suggestion>> {
        Ok(Vec::new())
    }

    /// The analyser, for whoever wants to read words the same way.
    pub fn analyser(&self) -> &Arc<Analyser> {
        &self.analyser
    }

    /// The settings that it was opened with.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }
}
