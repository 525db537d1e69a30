//! The index on disk: opening, changing, rebuilding and asking it.

mod folder;
mod opening;
mod schema;
mod snapshot;
mod writing;

pub use opening::{Opened, Settings};
pub(crate) use schema::Schema;
pub(crate) use snapshot::{Segment, Snapshot};
pub(crate) use writing::read_titles;

use crate::columns::Values;
use crate::finding;
use crate::{Analyser, Document, Mentioned, Query, Result, Results, Suggestion};
use std::sync::atomic::{AtomicI32, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock, mpsc};
use tantivy::{IndexReader, IndexWriter, Term};

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
    schema: Schema,
    identity: String,
    engine: tantivy::Index,
    reader: IndexReader,
    // Empty only after a rebuild that failed half-way; the next change opens it again.
    writer: Mutex<Option<IndexWriter>>,
    values: Values,
    snapshot: RwLock<Arc<Snapshot>>,
    // The day of the last search, to prepare new segments for the next one.
    today: AtomicI32,
}

impl Index {
    /// Opens the index, or makes it anew when it is missing, broken or of another identity (see [`Opened::fresh`]). Takes as long as reading the
    /// index's files once.
    ///
    /// # Errors
    /// When the folder cannot be used, holds something else, or another process has the index open.
    pub fn open(settings: Settings, analyser: Arc<Analyser>) -> Result<Opened> {
        opening::open(settings, analyser)
    }

    /// Makes changes; searches see all of them when it returns, and `position` is remembered with them in one step.
    ///
    /// # Errors
    /// When the disk fails; then nothing has changed.
    pub fn apply(&self, changes: Vec<Change>, position: u64) -> Result<()> {
        // Words are taken apart before anyone has to wait for the writer.
        let changes: Vec<_> = changes
            .into_iter()
            .map(|change| match change {
                Change::Put(document) => {
                    let stored = writing::stored(&document, &self.schema, &self.settings, &self.analyser);
                    (document.id, Some(stored))
                }
                Change::Remove(id) => (id, None),
            })
            .collect();
        let mut kept = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let mut writer = match kept.take() {
            Some(open) => open,
            None => opening::writer(&self.engine, &self.settings)?,
        };
        let written = (|| {
            for (id, document) in changes {
                writer.delete_term(Term::from_field_text(self.schema.id, &id));
                if let Some(document) = document {
                    writer.add_document(document)?;
                }
            }
            self.commit(&mut writer, position)
        })();
        // A writer that failed cannot be trusted to undo: dropped, it leaves what was committed, and the next change
        // opens another.
        if written.is_ok() {
            *kept = Some(writer);
        }
        written
    }

    /// Replaces everything, with all processors. Searches see the old documents until it returns. `progress` is called now and then with the number of
    /// documents so far. Two documents of one id must not come. Documents that are near each other
    /// should come one after the other ([`along_curve`](crate::along_curve)): what is far from a place is then passed over.
    ///
    /// `position` is asked when the documents have ended; `None` says that they were not all: whoever reads them from elsewhere may have been
    /// stopped half-way, and half an index must not pass for a whole one.
    ///
    /// # Errors
    /// When the disk fails or the documents were not all; then the old documents remain.
    pub fn rebuild(
        &self,
        documents: impl Iterator<Item = Document>,
        position: impl FnOnce() -> Option<u64>,
        mut progress: impl FnMut(usize),
    ) -> Result<()> {
        let mut kept = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        // There can be one writer: the small one makes way.
        if let Some(small) = kept.take() {
            small.wait_merging_threads()?;
        }
        let threads = match self.settings.rebuild_threads {
            0 => std::thread::available_parallelism().map_or(1, std::num::NonZero::get).min(8),
            threads => threads,
        };
        let mut writer = opening::rebuilding_writer(&self.engine, &self.settings, threads)?;
        self.write_all(&mut writer, documents, threads, &mut progress)?;
        let position = position().ok_or(crate::Error::Interrupted)?;
        self.commit(&mut writer, position)?;
        writer.wait_merging_threads()?;
        *kept = Some(opening::writer(&self.engine, &self.settings)?);
        // Merges went on after the commit.
        self.show(Some(position))
    }

    fn write_all(
        &self,
        writer: &mut IndexWriter,
        documents: impl Iterator<Item = Document>,
        threads: usize,
        progress: &mut impl FnMut(usize),
    ) -> Result<()> {
        writer.delete_all_documents()?;
        let written = AtomicUsize::new(0);
        let shared: &IndexWriter = writer;
        std::thread::scope(|scope| {
            let (send, receive) = mpsc::sync_channel::<Vec<Document>>(threads * 2);
            let receive = Arc::new(Mutex::new(receive));
            let workers: Vec<_> = (0..threads)
                .map(|_| {
                    let receive = Arc::clone(&receive);
                    let written = &written;
                    scope.spawn(move || -> Result<()> {
                        loop {
                            let batch = receive.lock().unwrap_or_else(PoisonError::into_inner).recv();
                            let Ok(batch) = batch else { return Ok(()) };
                            for document in batch {
                                shared.add_document(writing::stored(
                                    &document,
                                    &self.schema,
                                    &self.settings,
                                    &self.analyser,
                                ))?;
                                written.fetch_add(1, Ordering::Relaxed);
                            }
                        }
                    })
                })
                .collect();
            // Workers that all failed would otherwise leave the sender waiting.
            drop(receive);
            let mut batch = Vec::with_capacity(BATCH);
            for document in documents {
                batch.push(document);
                if batch.len() == BATCH {
                    progress(written.load(Ordering::Relaxed));
                    if send.send(std::mem::replace(&mut batch, Vec::with_capacity(BATCH))).is_err() {
                        break;
                    }
                }
            }
            // When nobody receives any more, the workers tell why.
            let _ = send.send(batch);
            drop(send);
            for worker in workers {
                worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
            }
            Ok::<(), crate::Error>(())
        })?;
        progress(written.load(Ordering::Relaxed));
        Ok(())
    }

    fn commit(&self, writer: &mut IndexWriter, position: u64) -> Result<()> {
        let mut commit = writer.prepare_commit()?;
        commit.set_payload(&opening::payload(Some(position), &self.identity));
        commit.commit()?;
        self.show(Some(position))
    }

    /// Lets searches see what is committed.
    fn show(&self, position: Option<u64>) -> Result<()> {
        self.reader.reload()?;
        let last = self.snapshot();
        let snapshot = Snapshot::new(self.reader.searcher(), position, &last, &self.schema, &self.values)?;
        let today = self.today();
        for segment in &snapshot.segments {
            segment.columns.order(&segment.columns.today(today));
        }
        *self.snapshot.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(snapshot);
        Ok(())
    }

    pub(crate) fn snapshot(&self) -> Arc<Snapshot> {
        Arc::clone(&self.snapshot.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The day of the last search.
    pub(crate) fn today(&self) -> i32 {
        self.today.load(Ordering::Relaxed)
    }

    pub(crate) fn schema(&self) -> &Schema {
        &self.schema
    }

    pub(crate) fn values(&self) -> &Values {
        &self.values
    }

    /// The position that came with the last change.
    pub fn position(&self) -> Option<u64> {
        self.snapshot().position
    }

    /// How many documents there are.
    pub fn count(&self) -> usize {
        self.snapshot().count()
    }

    /// Finds. Takes milliseconds of one processor and waits for nobody.
    ///
    /// # Errors
    /// When the disk fails. Whatever was typed is no error.
    pub fn search(&self, query: &Query<'_>) -> Result<Results> {
        self.today.store(query.today, Ordering::Relaxed);
        finding::search(self, query)
    }

    /// How what is being typed could go on: words and titles by prefix, with slips of the finger forgiven.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn suggest(&self, typed: &str, language: &str, limit: usize) -> Result<Vec<Suggestion>> {
        finding::suggest(self, typed, language, limit)
    }

    /// The concepts that some words mention, the longest mention first.
    pub fn mentioned(&self, words: &str, language: &str) -> Vec<Mentioned> {
        finding::mentioned(&self.analyser, words, language)
    }

    /// Base forms of those of some words that everybody has: in the dictionary and no name, or in the thesaurus. Names,
    /// numbers, addresses and words nobody knows are left out, so that what is kept tells nothing of who typed it.
    pub fn ordinary_words(&self, words: &str, language: &str) -> Vec<String> {
        finding::ordinary_words(&self.analyser, words, language)
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

/// How many documents a thread takes at a time when rebuilding.
const BATCH: usize = 64;
