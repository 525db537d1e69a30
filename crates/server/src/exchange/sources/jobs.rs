//! Runs on the job list: what is due, and reading a source from its files or address to the tray.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use chrono::{DateTime, Utc};
use db::Tx;

use super::model::{Reach, Run, RunState, Source, Told};
use super::{receiving, remembering, store};
use crate::app::App;
use crate::exchange::fetch::Validators;
use crate::exchange::import::{self, Answers, ImportError, ImportFile, ImportRequest, Progress};
use crate::exchange::questions;
use crate::exchange::remote::{self, Gathering, RemoteRequest, Way};
use crate::jobs::{self, Kind};

/// How often a run says how far it is.
const SAY_EVERY: Duration = Duration::from_secs(1);

/// Why a run has to be tried again; what a source itself does wrong is told on the run instead.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The database.
    #[error(transparent)]
    Database(#[from] db::Error),
    /// The import.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// The folder of what was gathered.
    #[error("files cannot be removed: {0}")]
    Disk(#[from] std::io::Error),
}

/// Puts a run of a source on the list and gives its id.
pub async fn ask(tx: &mut Tx, source_id: &str, dry: bool, now: DateTime<Utc>) -> db::Result<String> {
    let id = db::new_id();
    store::ask_for_run(tx, &id, source_id, dry, now).await?;
    jobs::add(tx, &format!("run:{id}"), Kind::Run, &id, now).await?;
    Ok(id)
}

/// Puts a run of every source that is due on the list.
pub async fn ask_for_due(app: &App) -> db::Result<()> {
    let now = app.now();
    let mut tx = app.db.write().await?;
    for source in store::due(&mut tx, now).await? {
        ask(&mut tx, &source.id, false, now).await?;
    }
    tx.commit().await
}

/// Removes files that were sent and never agreed to.
pub fn tidy(app: &App) -> usize {
    receiving::forget_old(&app.spool, app.now().into())
}

/// Does one run. Asked again after it was cut off, it goes on: what came in stays, and nothing comes in twice.
///
/// # Errors
/// When the database or the disk fails; then the run is tried again later.
pub async fn perform(app: &App, run_id: &str) -> Result<(), RunError> {
    let mut tx = app.db.read().await?;
    let Some(run) = store::find_run(&mut tx, run_id).await?.filter(|run| run.state.goes_on()) else { return Ok(()) };
    let Some(mut source) = store::find(&mut tx, &run.source_id).await? else { return Ok(()) };
    let answers = Answers::new(questions::store::answers(&mut tx, &source.id).await?);
    drop(tx);

    let said = Arc::new(Said::default());
    let saying = tokio::spawn(say(app.clone(), run_id.to_owned(), Arc::clone(&said)));
    let done = read(app, &run, &mut source, answers, &said).await;
    saying.abort();
    let told = done?;

    let state = if told.failure.is_empty() { RunState::Done } else { RunState::Failed };
    let now = app.now();
    source.next_run_at = source.every.next(now);
    let mut tx = app.db.write().await?;
    if !run.dry {
        store::note_read(&mut tx, &source).await?;
    }
    let number = store::end_run(&mut tx, run_id, state, &told, now).await?;
    tx.commit().await?;
    app.wrote(number).await;
    Ok(())
}

/// What there is to read of a source.
struct Found {
    files: Vec<ImportFile>,
    partial: bool,
    validators: Validators,
}

/// Reads a source and says what came of it; a source that cannot be reached is no fault of ours.
async fn read(app: &App, run: &Run, source: &mut Source, answers: Answers, said: &Arc<Said>) -> Result<Told, RunError> {
    let found = match source.reach {
        Reach::Upload => sent(app, source),
        Reach::File | Reach::Api => match gather(app, run, source, said).await {
            Ok(found) => found,
            Err(told) => return Ok(told),
        },
    };
    let Some(found) = found else {
        return Ok(match source.reach {
            Reach::Upload => Told::failed(|language| language.t("run-no-files").into_owned()),
            Reach::File | Reach::Api => Told { unchanged: true, ..Told::default() },
        });
    };
    let watched = Arc::clone(said);
    let request = ImportRequest {
        licence: source.licence.clone(),
        attribution: source.attribution.clone(),
        dry_run: run.dry,
        partial: found.partial,
        answers,
        run_id: Some(run.id.clone()),
        watcher: Arc::new(move |progress: Progress| {
            watched.set(progress.records, progress.bytes.saturating_mul(100) / progress.of_bytes.max(1));
        }),
        ..ImportRequest::new(source.format, source.name.clone(), found.files, app.now())
    };
    // On a thread of its own: an import is no future that may move between threads.
    let (db, here) = (app.db.clone(), tokio::runtime::Handle::current());
    let imported = tokio::task::spawn_blocking(move || here.block_on(import::run(&db, request)));
    let told = remembering::told(&imported.await.map_err(ImportError::Thread)??);
    if !run.dry {
        // A run that read nothing good has not seen this version.
        if told.weights[0] == 0 {
            source.good_run_at = Some(run.started_at);
            if !found.partial {
                source.whole_run_at = Some(run.started_at);
            }
            source.etag = found.validators.etag;
            source.last_modified = found.validators.last_modified;
        }
    }
    // What was sent waits for somebody to agree; what was fetched is fetched again, because it may change meanwhile.
    if !run.dry || source.reach != Reach::Upload {
        clear(app, source).await?;
    }
    Ok(told)
}

/// The files that were sent for a source; none when there are none.
fn sent(app: &App, source: &Source) -> Option<Found> {
    let files = receiving::files(&receiving::folder(&app.spool, &source.id));
    let files: Vec<ImportFile> = files.into_iter().map(ImportFile::at).collect();
    (!files.is_empty()).then(|| Found { files, partial: false, validators: Validators::default() })
}

/// Fetches a source. `None`: it has not changed. In a dry run everything is fetched, so that what is shown is whole.
async fn gather(app: &App, run: &Run, source: &Source, said: &Arc<Said>) -> Result<Option<Found>, Told> {
    let since_last = !run.dry && source.approved_at.is_some();
    let changed_since = source.changed_since(app.now()).filter(|_| since_last);
    let asked = RemoteRequest {
        way: Some(if source.reach == Reach::Api { Way::Api } else { Way::File }),
        modified_after: changed_since,
        validators: if since_last {
            Validators { etag: source.etag.clone(), last_modified: source.last_modified.clone() }
        } else {
            Validators::default()
        },
        ..RemoteRequest::new(source.address.clone(), source.format, app.now())
    };
    let heard = Arc::clone(said);
    let tell = move |gathering: Gathering| {
        let pages = gathering.of_pages.unwrap_or_default().max(gathering.pages).max(1);
        heard.set(gathering.records, gathering.pages.saturating_mul(100) / pages);
    };
    let gathered = remote::gather(&app.fetcher, &asked, &folder(app, source), &tell).await;
    let gathered = gathered.map_err(|error| Told::failed(|language| error.tell(language)))?;
    Ok((!gathered.not_modified).then_some(Found {
        files: gathered.files,
        partial: gathered.partial,
        validators: gathered.validators,
    }))
}

/// Where what is fetched of a source lies until it has come in.
fn folder(app: &App, source: &Source) -> std::path::PathBuf {
    app.spool.join("fetched").join(&source.id)
}

/// Removes the files of a source that have come in.
async fn clear(app: &App, source: &Source) -> Result<(), RunError> {
    match source.reach {
        Reach::Upload => receiving::forget(&receiving::folder(&app.spool, &source.id)).await,
        Reach::File | Reach::Api => remote::forget(&folder(app, source))?,
    }
    Ok(())
}

/// How far a run is.
#[derive(Default)]
struct Said {
    records: AtomicI64,
    percent: AtomicI64,
}

impl Said {
    fn set(&self, records: u64, percent: u64) {
        self.records.store(i64::try_from(records).unwrap_or(i64::MAX), Ordering::Relaxed);
        self.percent.store(percent.min(99) as i64, Ordering::Relaxed);
    }
}

/// Writes down how far a run is until the task is ended.
async fn say(app: App, run_id: String, said: Arc<Said>) {
    loop {
        let (records, percent) = (said.records.load(Ordering::Relaxed), said.percent.load(Ordering::Relaxed));
        let written = async {
            let mut tx = app.db.write().await?;
            store::note_progress(&mut tx, &run_id, records, percent).await?;
            tx.commit().await
        };
        if let Err(error) = written.await {
            tracing::warn!(%error, "how far a run is could not be written down");
        }
        tokio::time::sleep(SAY_EVERY).await;
    }
}
