//! Fault reports in the database.

use chrono::{DateTime, TimeDelta, Utc};
use db::{Result, Tx, sql};

use crate::events;

/// How long a handled report is kept, so that the same fault told twice is recognised.
const KEEP_HANDLED: TimeDelta = TimeDelta::days(30);
/// How long a report waits for somebody; the privacy page promises it.
const KEEP_WAITING: TimeDelta = TimeDelta::days(365);

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

/// A report that waits for somebody to handle it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Waiting {
    /// Its id.
    pub id: String,
    /// When it was sent.
    pub made_at: DateTime<Utc>,
    /// The activity it is about, as its address says it.
    pub slug: String,
    /// What was told.
    #[sqlx(flatten)]
    pub report: Report,
}

/// Reports nobody has handled yet, oldest first.
pub async fn waiting(tx: &mut Tx, limit: i64) -> Result<Vec<Waiting>> {
    tx.all(
        sql("SELECT fault_reports.id, fault_reports.made_at, slug, about, message, contact FROM fault_reports JOIN activities ON activities.id = activity_id WHERE handled_at IS NULL ORDER BY fault_reports.made_at, fault_reports.id LIMIT ?")
            .bind(limit),
    )
    .await
}

/// Marks a report handled and forgets how to answer; `false` when none waits by that id.
pub async fn mark_handled(tx: &mut Tx, id: &str, now: DateTime<Utc>) -> Result<bool> {
    let handled = tx
        .execute(
            sql("UPDATE fault_reports SET handled_at = ?, contact = '' WHERE id = ? AND handled_at IS NULL")
                .bind(now)
                .bind(id),
        )
        .await?;
    if handled > 0 {
        events::record(tx, "fault.handled", id, now).await?;
    }
    Ok(handled > 0)
}

/// Deletes reports that were handled a month ago, and those nobody handled in a year; says how many.
pub async fn forget_old(tx: &mut Tx, now: DateTime<Utc>) -> Result<u64> {
    tx.execute(
        sql("DELETE FROM fault_reports WHERE handled_at < ? OR made_at < ?")
            .bind(now - KEEP_HANDLED)
            .bind(now - KEEP_WAITING),
    )
    .await
}
