//! How far the tray is: what the version of an answer is made of.

use chrono::{DateTime, Utc};
use db::{Result, Tx, sql};

/// How far the event log is: what every answer's ETag is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub(in crate::exchange) struct Stamp {
    /// The number of the newest event.
    pub(in crate::exchange) number: i64,
    /// When that was; none when nothing has happened yet.
    pub(in crate::exchange) at: Option<DateTime<Utc>>,
}

/// Reads it. Ask before anything else: an answer may then be newer than its ETag says, never older.
pub(in crate::exchange) async fn stamp(tx: &mut Tx) -> Result<Stamp> {
    tx.one(
        sql("SELECT counters.value AS number, events.at AS at FROM counters LEFT JOIN events ON events.number = counters.value")
            .filter("counters.name = ?", Some("event")),
    )
    .await
}
