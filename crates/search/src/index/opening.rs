//! Opening the index, or making it anew.

use super::Index;
use super::folder::Folder;
use super::schema::{self, IMPACTS, Impacts, Schema};
use super::snapshot::Snapshot;
use crate::columns::Values;
use crate::{Analyser, Error, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicI32;
use std::sync::{Arc, Mutex, RwLock};
use tantivy::indexer::LogMergePolicy;
use tantivy::{IndexReader, IndexWriter, ReloadPolicy};

/// How the index is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Where it lies. It is disposable: what is needed to make it anew is elsewhere.
    pub folder: PathBuf,
    /// The facet dimensions, at most 32, lower-case ASCII.
    pub dimensions: Vec<&'static str>,
    /// Those of the dimensions whose values mention the concepts they are linked to ([`crate::Concept::links`]). What very
    /// many documents share says nothing of one, and makes every search slower.
    pub telling: Vec<&'static str>,
    /// Memory for changes that are not yet written, in bytes; at least 15 MB.
    pub writer_memory: usize,
    /// Threads that rebuild; 0: as many as the machine has, at most 8.
    pub rebuild_threads: usize,
}

impl Settings {
    /// An index in a folder with these facet dimensions.
    pub fn new(folder: impl Into<PathBuf>, dimensions: impl IntoIterator<Item = &'static str>) -> Settings {
        Settings {
            folder: folder.into(),
            dimensions: dimensions.into_iter().collect(),
            telling: Vec::new(),
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

/// Lies in every folder that we made, so that nobody's documents are wiped because of a mistake in the settings.
const MARK: &str = "tarjotin-search-index";
/// The engine needs this much for a thread, and some more.
const LEAST_MEMORY: usize = 15_000_000;
/// A rebuild has the machine for itself.
const REBUILD_MEMORY_OF_A_THREAD: usize = 100_000_000;

pub(super) fn open(settings: Settings, analyser: Arc<Analyser>) -> Result<Opened> {
    let schema = Schema::new(&settings)?;
    let identity = format!(
        "schema {}; {}; {}; {}",
        schema::VERSION,
        analyser.identity(),
        settings.dimensions.join(" "),
        settings.telling.join(" "),
    );
    check_folder(&settings.folder)?;
    let (engine, reader, position, fresh) = match open_kept(&settings.folder, &identity) {
        Ok((engine, reader, position)) => (engine, reader, position, false),
        Err(why) => {
            tracing::info!("the search index is made anew: {why}");
            let (engine, reader) = make(&settings.folder, &schema, &identity)?;
            (engine, reader, None, true)
        }
    };
    let writer = writer(&engine, &settings)?;
    let values = Values::default();
    let snapshot = Snapshot::new(reader.searcher(), position, &Snapshot::empty(), &schema, &values)?;
    let index = Index {
        settings,
        analyser,
        schema,
        identity,
        engine,
        reader,
        writer: Mutex::new(Some(writer)),
        values,
        snapshot: RwLock::new(Arc::new(snapshot)),
        today: AtomicI32::new(0),
    };
    Ok(Opened { index, fresh, position })
}

/// What is written with every commit: the position and, for the next start, the identity.
pub(super) fn payload(position: Option<u64>, identity: &str) -> String {
    format!("{}\n{identity}", position.map(|position| position.to_string()).unwrap_or_default())
}

/// The writer between rebuilds.
pub(super) fn writer(engine: &tantivy::Index, settings: &Settings) -> Result<IndexWriter> {
    let writer = engine.writer_with_num_threads(1, settings.writer_memory.max(LEAST_MEMORY))?;
    writer.set_merge_policy(Box::new(merging()));
    Ok(writer)
}

/// The writer of a rebuild.
pub(super) fn rebuilding_writer(engine: &tantivy::Index, settings: &Settings, threads: usize) -> Result<IndexWriter> {
    let memory = settings.writer_memory.max(REBUILD_MEMORY_OF_A_THREAD * threads);
    let writer = engine.writer_with_num_threads(threads, memory)?;
    writer.set_merge_policy(Box::new(merging()));
    Ok(writer)
}

/// Large segments stay as they are: merging them would cost their columns' making for little gain.
fn merging() -> LogMergePolicy {
    let mut policy = LogMergePolicy::default();
    policy.set_max_docs_before_merge(250_000);
    policy.set_del_docs_ratio_before_merge(0.3);
    policy
}

/// Creates the folder; refuses one that holds something else.
fn check_folder(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    let mark = folder.join(MARK);
    if !mark.exists() {
        if fs::read_dir(folder)?.next().is_some() {
            return Err(Error::NotAnIndex(folder.to_owned()));
        }
        fs::write(mark, "A search index that can be made anew at any time.\n")?;
    }
    Ok(())
}

/// Opens what is there, or says why it cannot be used.
fn open_kept(folder: &Path, identity: &str) -> Result<(tantivy::Index, IndexReader, Option<u64>), String> {
    let told = |error: tantivy::TantivyError| error.to_string();
    let directory = Folder::open(folder).map_err(|error| error.to_string())?;
    let engine = tantivy::Index::open(directory).map_err(told)?;
    let payload = engine.load_metas().map_err(told)?.payload.unwrap_or_default();
    let (position, kept_identity) = payload.split_once('\n').unwrap_or_default();
    if kept_identity != identity {
        return Err(format!("it is of another identity ({kept_identity:?})"));
    }
    let broken = engine.validate_checksum().map_err(told)?;
    if let Some(file) = broken.iter().next() {
        return Err(format!("{} is broken", file.display()));
    }
    let reader = prepare(&engine).map_err(told)?;
    Ok((engine, reader, position.parse().ok()))
}

/// Makes an empty index in place of what is there.
fn make(folder: &Path, schema: &Schema, identity: &str) -> Result<(tantivy::Index, IndexReader)> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.file_name().is_some_and(|name| name != MARK) {
            if path.is_dir() { fs::remove_dir_all(path)? } else { fs::remove_file(path)? }
        }
    }
    let directory = Folder::open(folder).map_err(tantivy::TantivyError::from)?;
    let engine = tantivy::Index::open_or_create(directory, schema.engine.clone())?;
    engine.tokenizers().register(IMPACTS, Impacts::default());
    // The identity is written at once: an index that stays empty is still ours.
    let mut writer: IndexWriter = engine.writer_with_num_threads(1, LEAST_MEMORY)?;
    let mut commit = writer.prepare_commit()?;
    commit.set_payload(&payload(None, identity));
    commit.commit()?;
    drop(writer);
    let reader = prepare(&engine)?;
    Ok((engine, reader))
}

fn prepare(engine: &tantivy::Index) -> tantivy::Result<IndexReader> {
    engine.tokenizers().register(IMPACTS, Impacts::default());
    engine.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()
}
