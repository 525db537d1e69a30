//! Fault reports in the database.

use chrono::{DateTime, Utc};
use db::{Result, Tx, sql};

use crate::events;

/// A fault as a reader told it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Report {
    /// One of [`super::ABOUTS`].
    pub about: String,
    /// In the reader's words; may be empty.
    pub message: String,
    /// How to answer, if they want to be answered.
    pub contact: String,
}

/// Stores a report and returns the number of its event.
pub async fn add(tx: &mut Tx, activity_id: &str, report: &Report, now: DateTime<Utc>) -> Result<i64> {
    let id = db::new_id();
    tx.execute(
        sql("INSERT INTO fault_reports (id, activity_id, about, message, contact, made_at) VALUES (?, ?, ?, ?, ?, ?)")
            .bind(&id)
            .bind(activity_id)
            .bind(&report.about)
            .bind(&report.message)
            .bind(&report.contact)
            .bind(now),
    )
    .await?;
    events::record(tx, "fault.reported", &id, now).await
}

/// Reports nobody has handled yet, oldest first.
pub async fn waiting(tx: &mut Tx, limit: i64) -> Result<Vec<Report>> {
    tx.all(
        sql("SELECT about, message, contact FROM fault_reports WHERE handled_at IS NULL ORDER BY made_at, id LIMIT ?")
            .bind(limit),
    )
    .await
}
