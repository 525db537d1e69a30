//! The event log: every write appends to it in its own transaction, and what is derived follows it.

use chrono::{DateTime, Utc};
use db::{Db, Result, Tx, sql};
use tokio::sync::watch;

/// One thing that happened to one record.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Event {
    /// Its place in commit order, from 1.
    pub number: i64,
    /// What happened: `activity.changed`, `organization.changed` …
    pub kind: String,
    /// The id of the record it happened to.
    pub subject_id: String,
}

/// Appends to the log inside the writing transaction and returns the number.
///
/// The number comes from a counter row that this statement locks until the transaction ends: numbers follow commit
/// order, so a follower that has seen `n` never misses something below `n`. A sequence would not give that.
pub async fn record(tx: &mut Tx, kind: &'static str, subject_id: &str, now: DateTime<Utc>) -> Result<i64> {
    let (number,): (i64,) =
        tx.one(sql("UPDATE counters SET value = value + 1 WHERE name = 'event' RETURNING value")).await?;
    tx.execute(
        sql("INSERT INTO events (number, kind, subject_id, at) VALUES (?, ?, ?, ?)")
            .bind(number)
            .bind(kind)
            .bind(subject_id)
            .bind(now),
    )
    .await?;
    Ok(number)
}

/// As [`record`] for many records, in their order, with the numbers of all of them taken at once.
pub async fn record_all(tx: &mut Tx, kind: &'static str, subject_ids: &[&str], now: DateTime<Utc>) -> Result<()> {
    let count = subject_ids.len() as i64;
    let (last,): (i64,) =
        tx.one(sql("UPDATE counters SET value = value + ? WHERE name = 'event' RETURNING value").bind(count)).await?;
    let events: Vec<_> = subject_ids.iter().zip(last - count + 1..).collect();
    tx.add("INSERT INTO events (number, kind, subject_id, at)", &events, "", |statement, (id, number)| {
        statement.bind(*number).bind(kind).bind(**id).bind(now)
    })
    .await
}

/// The events after a number, oldest first.
pub async fn after(tx: &mut Tx, number: i64, most: i64) -> Result<Vec<Event>> {
    tx.all(
        sql("SELECT number, kind, subject_id FROM events WHERE number > ? ORDER BY number LIMIT ?")
            .bind(number)
            .bind(most),
    )
    .await
}

/// The number of the newest event; 0 when nothing has happened yet.
pub async fn newest(tx: &mut Tx) -> Result<i64> {
    let (number,): (i64,) = tx.one(sql("SELECT value FROM counters WHERE name = 'event'")).await?;
    Ok(number)
}

/// Tells followers in this process that there is something to read, and writers how far a follower is.
#[derive(Debug, Clone)]
pub struct Signal {
    written: watch::Sender<u64>,
    followed: watch::Sender<i64>,
}

impl Default for Signal {
    fn default() -> Self {
        Signal { written: watch::Sender::new(0), followed: watch::Sender::new(0) }
    }
}

impl Signal {
    /// Something was committed here.
    pub fn wrote(&self) {
        self.written.send_modify(|count| *count += 1);
    }

    /// Waits for [`Signal::wrote`], at most this long: other processes write too and do not tell.
    pub async fn wait(&self, seen: &mut watch::Receiver<u64>, at_most: std::time::Duration) {
        let _ = tokio::time::timeout(at_most, seen.changed()).await;
    }

    /// A receiver for [`Signal::wait`].
    pub fn listen(&self) -> watch::Receiver<u64> {
        self.written.subscribe()
    }

    /// The search index holds everything up to this number.
    pub fn has_followed(&self, number: i64) {
        self.followed.send_replace(number);
    }

    /// How far the search index is.
    pub fn position(&self) -> i64 {
        *self.followed.borrow()
    }

    /// Waits until the index has passed a number, so that an author sees the own change; gives up after `at_most`.
    pub async fn passed(&self, number: i64, at_most: std::time::Duration) -> bool {
        let mut followed = self.followed.subscribe();
        tokio::time::timeout(at_most, followed.wait_for(|position| *position >= number)).await.is_ok()
    }
}

/// How many events the index has still to read.
pub async fn lag(db: &Db, signal: &Signal) -> Result<i64> {
    let mut tx = db.read().await?;
    Ok((newest(&mut tx).await? - signal.position()).max(0))
}
