//! What was gathered so far, kept beside the spool: a run that was killed goes on where it was.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::exchange::fetch::ENDING;
use crate::exchange::import::ImportFile;

/// The ledger's own file.
const NAME: &str = "ledger.json";
/// What was gathered longer ago than this is gathered anew: the source has moved on.
const FRESH: TimeDelta = TimeDelta::hours(24);

/// How far a run is.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct State {
    /// What is gathered; another question begins anew.
    question: String,
    /// When it began.
    began: DateTime<Utc>,
    /// Which of the source's lists is read.
    pub(super) stage: usize,
    /// The page of that list that comes next, from 1.
    pub(super) page: u64,
    /// The address of that page, where pages name the next.
    pub(super) next: Option<String>,
    /// How many pages that list has, as far as it says.
    pub(super) of_pages: Option<u64>,
    /// Pages of that list that were met, each by what stands on it.
    pub(super) met: BTreeSet<u64>,
    /// This list does not take the parameters that only some take.
    pub(super) plain: bool,
    /// Only what changed was asked for.
    pub(super) partial: bool,
    /// Records that must still be fetched, by kind.
    pub(super) wanted: BTreeMap<String, BTreeSet<String>>,
    /// Pages read in all.
    pub(super) pages: u64,
    /// Records kept in all.
    pub(super) records: u64,
    /// Bytes fetched in all.
    pub(super) bytes: u64,
    /// The files and how many bytes of each are whole.
    files: BTreeMap<String, u64>,
}

/// The ledger of one folder. Two runs never share a folder.
pub(super) struct Ledger {
    folder: PathBuf,
    pub(super) state: State,
}

impl Ledger {
    /// Opens the ledger of a folder: what is there goes on if it is fresh and the answer to the same question.
    pub(super) fn open(folder: &Path, question: &str, now: DateTime<Utc>) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        let before = fs::read(folder.join(NAME)).ok().and_then(|text| serde_json::from_slice::<State>(&text).ok());
        let before = before.filter(|state| state.question == question && now - state.began < FRESH);
        let mut ledger = Ledger { folder: folder.to_owned(), state: State::default() };
        match before.filter(|state| ledger.cut(state).is_ok()) {
            Some(state) => {
                ledger.state = state;
                clear(folder, |name| name.ends_with(&format!(".{ENDING}")))?;
            }
            None => {
                forget(folder)?;
                fs::create_dir_all(folder)?;
                ledger.state = State { question: question.to_owned(), began: now, page: 1, ..State::default() };
            }
        }
        Ok(ledger)
    }

    /// Cuts files back to what is whole.
    fn cut(&self, state: &State) -> io::Result<()> {
        for (name, bytes) in &state.files {
            let file = OpenOptions::new().write(true).open(self.folder.join(name))?;
            if file.metadata()?.len() < *bytes {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            file.set_len(*bytes)?;
        }
        Ok(())
    }

    /// The folder.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// A file of lines to write on, after what is whole of it.
    pub(super) fn lines(&self, name: &str) -> io::Result<File> {
        let path = self.folder.join(name);
        let file = OpenOptions::new().create(true).append(true).open(path)?;
        file.set_len(self.state.files.get(name).copied().unwrap_or(0))?;
        Ok(file)
    }

    /// Notes that what stands in a file up to now is whole, and how far the run is.
    pub(super) fn settle(&mut self, name: &str) -> io::Result<()> {
        let bytes = fs::metadata(self.folder.join(name))?.len();
        self.state.files.insert(name.to_owned(), bytes);
        self.save()
    }

    /// Goes on to the next list.
    pub(super) fn next_stage(&mut self) -> io::Result<()> {
        self.state.stage += 1;
        (self.state.page, self.state.next, self.state.of_pages, self.state.plain) = (1, None, None, false);
        self.state.met.clear();
        self.save()
    }

    /// Writes the state beside and puts it in place, so that there is always a whole one.
    pub(super) fn save(&self) -> io::Result<()> {
        let beside = self.folder.join(format!("{NAME}.{ENDING}"));
        fs::write(&beside, serde_json::to_vec(&self.state)?)?;
        fs::rename(beside, self.folder.join(NAME))
    }

    /// What was gathered, for the importer.
    pub(super) fn files(&self) -> Vec<ImportFile> {
        let full = self.state.files.iter().filter(|(_, bytes)| **bytes > 0);
        full.map(|(name, _)| ImportFile::at(self.folder.join(name))).collect()
    }
}

/// Removes everything that gathering has put into a folder, and the folder when nothing else is in it.
pub(super) fn forget(folder: &Path) -> io::Result<()> {
    clear(folder, |name| {
        name == NAME || name.ends_with(".ndjson") || name.ends_with(&format!(".{ENDING}")) || name.starts_with(FETCHED)
    })?;
    // Not empty: somebody else's files are in it.
    let _ = fs::remove_dir(folder);
    Ok(())
}

/// How a file that was fetched whole is called in the spool.
pub(super) const FETCHED: &str = "fetched";

fn clear(folder: &Path, is_ours: impl Fn(&str) -> bool) -> io::Result<()> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    for entry in entries {
        let entry = entry?;
        if entry.file_type()?.is_file() && is_ours(&entry.file_name().to_string_lossy()) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}
