//! Work that is done later: a table of jobs, and the loop that takes them. A job is done at least once.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use db::{Result, Tx, sql};

use crate::accounts;
use crate::activities::faults;
use crate::app::App;
use crate::exchange::{hsds, sources};
use crate::freshness;
use crate::letters;
use crate::page::form;
use crate::{needs, negotiations, proposals};

/// A job whose worker has not said for so long that it lives is taken again.
const LEASE: TimeDelta = TimeDelta::minutes(2);
/// How often a worker says so.
const ALIVE: Duration = Duration::from_secs(30);
/// After this many tries a job is left for a person to look at.
const MOST_ATTEMPTS: i64 = 8;
/// How often the table is looked at.
const LOOK_AGAIN: Duration = Duration::from_secs(20);
/// Answers to form posts are remembered this long: a phone may send again much later.
const REMEMBER_POSTS: TimeDelta = TimeDelta::days(30);

/// Jobs that are done are remembered this long.
const REMEMBER_JOBS: TimeDelta = TimeDelta::days(7);

/// What can be done later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Forgets what is not needed any more; every day.
    Tidy,
    /// Puts the runs of sources that are due on the list.
    Sources,
    /// Reads a source; the payload is the run's id.
    Run,
    /// Makes a new data package when the tray has changed.
    Package,
    /// Sends a letter; the payload is its id.
    Letter,
    /// Asks whether activities are still true.
    Freshness,
}

impl Kind {
    const ALL: [Kind; 6] = [Kind::Tidy, Kind::Sources, Kind::Run, Kind::Package, Kind::Letter, Kind::Freshness];

    fn as_str(self) -> &'static str {
        match self {
            Kind::Tidy => "tidy",
            Kind::Sources => "sources",
            Kind::Run => "run",
            Kind::Package => "package",
            Kind::Letter => "letter",
            Kind::Freshness => "freshness",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        Kind::ALL.into_iter().find(|kind| kind.as_str() == code)
    }

    /// When to do it again after it was done.
    fn again(self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        match self {
            Kind::Tidy | Kind::Freshness => Some(now + TimeDelta::days(1)),
            Kind::Sources => Some(now + TimeDelta::minutes(5)),
            Kind::Run | Kind::Letter => None,
            Kind::Package => Some(now + hsds::package::LOOK_AGAIN),
        }
    }
}

/// Why a job failed.
#[derive(Debug, thiserror::Error)]
enum JobError {
    #[error(transparent)]
    Database(#[from] db::Error),
    #[error(transparent)]
    Run(#[from] sources::jobs::RunError),
    #[error(transparent)]
    Package(#[from] hsds::export::ExportError),
    #[error(transparent)]
    Letter(#[from] letters::jobs::LetterError),
}

#[derive(sqlx::FromRow)]
struct Taken {
    id: String,
    kind: String,
    payload: String,
    attempts: i64,
}

/// Puts a job on the list in the same transaction as what it belongs to. The same id twice is one job.
pub async fn add(tx: &mut Tx, id: &str, kind: Kind, payload: &str, run_at: DateTime<Utc>) -> Result<()> {
    tx.execute(
        sql("INSERT INTO jobs (id, kind, payload, run_at) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING")
            .bind(id)
            .bind(kind.as_str())
            .bind(payload)
            .bind(run_at),
    )
    .await?;
    Ok(())
}

/// Takes jobs until the task is dropped.
pub async fn run(app: App) {
    if let Err(error) = begin(&app).await {
        tracing::error!(%error, "the jobs that come again could not be put on the list");
    }
    loop {
        match work(&app).await {
            Ok(true) => {}
            Ok(false) => {
                let _ = tokio::time::timeout(LOOK_AGAIN, app.works.notified()).await;
            }
            Err(error) => {
                tracing::error!(%error, "the job list could not be read");
                tokio::time::sleep(LOOK_AGAIN).await;
            }
        }
    }
}

async fn begin(app: &App) -> Result<()> {
    let mut tx = app.db.write().await?;
    for kind in [Kind::Tidy, Kind::Sources, Kind::Package, Kind::Freshness] {
        add(&mut tx, kind.as_str(), kind, "", app.now()).await?;
    }
    tx.commit().await
}

/// Does one job that is due; `false` when there is none.
///
/// # Errors
/// When the list itself cannot be read or written; a job that fails is noted on its row and tried again later.
pub async fn work(app: &App) -> Result<bool> {
    let now = app.now();
    let mut tx = app.db.write().await?;
    let taken: Option<Taken> = tx
        .optional(
            sql("UPDATE jobs SET taken_until = ?, attempts = attempts + 1 WHERE id = (SELECT id FROM jobs WHERE finished_at IS NULL AND run_at <= ? AND (taken_until IS NULL OR taken_until < ?) AND attempts < ? ORDER BY run_at, id LIMIT 1) AND (taken_until IS NULL OR taken_until < ?) RETURNING id, kind, payload, attempts")
                .bind(now + LEASE)
                .bind(now)
                .bind(now)
                .bind(MOST_ATTEMPTS)
                .bind(now),
        )
        .await?;
    tx.commit().await?;
    let Some(taken) = taken else { return Ok(false) };
    let Some(kind) = Kind::from_code(&taken.kind) else {
        tracing::error!(kind = taken.kind, "a job of a kind this program does not know");
        return fail(app, &taken, "unknown kind").await.map(|()| true);
    };
    let alive = tokio::spawn(stay_alive(app.clone(), taken.id.clone()));
    let done = perform(app, kind, &taken.payload).await;
    alive.abort();
    match done {
        Ok(()) => finish(app, &taken.id, kind).await?,
        Err(error) => {
            tracing::error!(%error, job = taken.id, attempts = taken.attempts, "a job failed and will be tried again");
            fail(app, &taken, &error.to_string()).await?;
        }
    }
    Ok(true)
}

/// Holds on to a job until the task is ended: a long one is not taken by another worker.
async fn stay_alive(app: App, id: String) {
    loop {
        tokio::time::sleep(ALIVE).await;
        let held = async {
            let mut tx = app.db.write().await?;
            tx.execute(sql("UPDATE jobs SET taken_until = ?").bind(app.now() + LEASE).filter("id = ?", Some(&id)))
                .await?;
            tx.commit().await
        };
        if let Err(error) = held.await {
            tracing::warn!(%error, job = id, "a job could not be held on to");
        }
    }
}

async fn perform(app: &App, kind: Kind, payload: &str) -> Result<(), JobError> {
    match kind {
        Kind::Sources => Ok(sources::jobs::ask_for_due(app).await?),
        Kind::Run => Ok(sources::jobs::perform(app, payload).await?),
        Kind::Package => Ok(hsds::package::renew(app).await?),
        Kind::Letter => Ok(letters::jobs::perform(app, payload).await?),
        Kind::Freshness => Ok(freshness::jobs::perform(app).await?),
        Kind::Tidy => {
            let mut tx = app.db.write().await?;
            let forgotten = form::forget_answers(&mut tx, app.now() - REMEMBER_POSTS).await?;
            let reports = faults::forget_old(&mut tx, app.now()).await?;
            let sign_ins = accounts::store::forget_old(&mut tx, app.now()).await?;
            let needs = needs::store::forget_old(&mut tx, app.now()).await?;
            let proposals = proposals::store::forget_old(&mut tx, app.now()).await?;
            let letters = letters::store::forget_old(&mut tx, app.now()).await?;
            let jobs = forget_done(&mut tx, app.now()).await?;
            let contacts = negotiations::store::forget_old(&mut tx, app.now()).await?;
            tracing::info!(
                forgotten,
                reports,
                needs,
                sign_ins,
                letters,
                proposals,
                jobs,
                contacts,
                "what is old is forgotten: answers to forms, faults, needs, sign-ins, letters, proposals, contacts, jobs"
            );
            tx.commit().await?;
            sources::jobs::tidy(app);
            Ok(())
        }
    }
}

/// Forgets jobs that were done some days ago.
async fn forget_done(tx: &mut Tx, now: DateTime<Utc>) -> Result<u64> {
    tx.execute(sql("DELETE FROM jobs").filter("finished_at < ?", Some(now - REMEMBER_JOBS))).await
}

async fn finish(app: &App, id: &str, kind: Kind) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.write().await?;
    let statement = match kind.again(now) {
        Some(next) => sql("UPDATE jobs SET run_at = ?, taken_until = NULL, attempts = 0, failure = NULL").bind(next),
        None => sql("UPDATE jobs SET finished_at = ?, taken_until = NULL, failure = NULL").bind(now),
    };
    tx.execute(statement.filter("id = ?", Some(id))).await?;
    tx.commit().await
}

/// Waits longer after each try: a minute, two, four …
async fn fail(app: &App, taken: &Taken, reason: &str) -> Result<()> {
    let wait = TimeDelta::minutes(1 << taken.attempts.clamp(0, 8));
    let mut tx = app.db.write().await?;
    tx.execute(
        sql("UPDATE jobs SET run_at = ?, taken_until = NULL, failure = ?")
            .bind(app.now() + wait)
            .bind(reason)
            .filter("id = ?", Some(&taken.id)),
    )
    .await?;
    tx.commit().await
}
