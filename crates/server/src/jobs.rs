//! Work that is done later: a table of jobs, and the loop that takes them. A job is done at least once.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use db::{Result, Tx, sql};

use crate::activities::faults;
use crate::app::App;
use crate::exchange::hsds;
use crate::needs;
use crate::page::form;

/// A job that took longer than this is thought dead and taken again.
const LEASE: TimeDelta = TimeDelta::minutes(10);
/// After this many tries a job is left for a person to look at.
const MOST_ATTEMPTS: i64 = 8;
/// How often the table is looked at.
const LOOK_AGAIN: Duration = Duration::from_secs(20);
/// Answers to form posts are remembered this long: a phone may send again much later.
const REMEMBER_POSTS: TimeDelta = TimeDelta::days(30);

/// What can be done later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Forgets what is not needed any more; every day.
    Tidy,
    /// Makes a new data package when the tray has changed.
    Package,
}

impl Kind {
    fn as_str(self) -> &'static str {
        match self {
            Kind::Tidy => "tidy",
            Kind::Package => "package",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        [Kind::Tidy, Kind::Package].into_iter().find(|kind| kind.as_str() == code)
    }

    /// When to do it again after it was done.
    fn again(self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        match self {
            Kind::Tidy => Some(now + TimeDelta::days(1)),
            Kind::Package => Some(now + hsds::package::LOOK_AGAIN),
        }
    }
}

#[derive(sqlx::FromRow)]
struct Taken {
    id: String,
    kind: String,
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
            Ok(false) => tokio::time::sleep(LOOK_AGAIN).await,
            Err(error) => {
                tracing::error!(%error, "the job list could not be read");
                tokio::time::sleep(LOOK_AGAIN).await;
            }
        }
    }
}

async fn begin(app: &App) -> Result<()> {
    let mut tx = app.db.write().await?;
    add(&mut tx, "tidy", Kind::Tidy, "", app.now()).await?;
    add(&mut tx, "package", Kind::Package, "", app.now()).await?;
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
            sql("UPDATE jobs SET taken_until = ?, attempts = attempts + 1 WHERE id = (SELECT id FROM jobs WHERE finished_at IS NULL AND run_at <= ? AND (taken_until IS NULL OR taken_until < ?) AND attempts < ? ORDER BY run_at, id LIMIT 1) AND (taken_until IS NULL OR taken_until < ?) RETURNING id, kind, attempts")
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
    match perform(app, kind).await {
        Ok(()) => finish(app, &taken.id, kind).await?,
        Err(error) => {
            tracing::error!(%error, job = taken.id, attempts = taken.attempts, "a job failed and will be tried again");
            fail(app, &taken, &error.to_string()).await?;
        }
    }
    Ok(true)
}

async fn perform(app: &App, kind: Kind) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    match kind {
        Kind::Package => Ok(hsds::package::renew(app).await?),
        Kind::Tidy => {
            let mut tx = app.db.write().await?;
            let forgotten = form::forget_answers(&mut tx, app.now() - REMEMBER_POSTS).await?;
            let reports = faults::forget_old(&mut tx, app.now()).await?;
            let needs = needs::store::forget_old(&mut tx, app.now()).await?;
            tracing::info!(
                forgotten,
                reports,
                needs,
                "old answers to forms, reports of faults and needs are forgotten"
            );
            Ok(tx.commit().await?)
        }
    }
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
