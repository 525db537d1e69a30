//! When activities were asked about, in the database.

use chrono::{DateTime, NaiveDate, Utc};
use db::{Result, Tx, sql};

use super::model::Asked;
use crate::activities;
use crate::activities::model::Activity;
use crate::clock;
use crate::organizations::model::State;

/// An activity that may have to be asked about.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub(super) activity_id: String,
    pub(super) organization_id: String,
    pub(super) asked: Asked,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    organization_id: String,
    verified_on: Option<String>,
    made_at: DateTime<Utc>,
    asked_at: Option<DateTime<Utc>>,
    rounds: Option<i64>,
}

/// Published activities after an id that nobody has confirmed since a day. What a source keeps true by itself is not
/// asked about: only what people sent in, in the form or in a file.
pub(super) async fn candidates(tx: &mut Tx, before: NaiveDate, after: &str, limit: i64) -> Result<Vec<Candidate>> {
    let rows: Vec<Row> = tx
        .all(
            sql("SELECT activities.id, organization_id, verified_on, made_at, asked_at, rounds FROM activities LEFT JOIN freshness ON freshness.activity_id = activities.id WHERE state = 'published' AND activities.id > ? AND (verified_on IS NULL OR verified_on < ?) AND (source_id IS NULL OR source_id IN (SELECT id FROM sources WHERE reach = 'upload')) ORDER BY activities.id LIMIT ?")
                .bind(after)
                .bind(before.to_string())
                .bind(limit),
        )
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| Candidate {
            asked: Asked {
                verified_on: row.verified_on.and_then(|day| day.parse().ok()),
                made_on: clock::today(row.made_at),
                asked_at: row.asked_at,
                rounds: row.rounds.unwrap_or(0),
            },
            activity_id: row.id,
            organization_id: row.organization_id,
        })
        .collect())
}

/// Notes that it was asked.
pub(super) async fn asked(tx: &mut Tx, activity_id: &str, now: DateTime<Utc>) -> Result<()> {
    tx.execute(
        sql("INSERT INTO freshness (activity_id, asked_at, rounds) VALUES (?, ?, 1) ON CONFLICT (activity_id) DO UPDATE SET asked_at = excluded.asked_at, rounds = freshness.rounds + 1")
            .bind(activity_id)
            .bind(now),
    )
    .await?;
    Ok(())
}

/// Lets an activity rest: nobody finds it until somebody wakes it.
pub(super) async fn rest(tx: &mut Tx, activity_id: &str, now: DateTime<Utc>) -> Result<()> {
    activities::store::set_state(tx, activity_id, State::Paused, now).await?;
    tx.execute(
        sql("INSERT INTO freshness (activity_id, rests_since) VALUES (?, ?) ON CONFLICT (activity_id) DO UPDATE SET rests_since = excluded.rests_since")
            .bind(activity_id)
            .bind(now),
    )
    .await?;
    Ok(())
}

/// Whether an activity rests because nobody answered for it.
pub async fn rests(tx: &mut Tx, activity_id: &str) -> Result<bool> {
    let row: Option<(String,)> = tx
        .optional(
            sql("SELECT activity_id FROM freshness WHERE rests_since IS NOT NULL AND activity_id = ?")
                .bind(activity_id),
        )
        .await?;
    Ok(row.is_some())
}

/// Activities that rest because nobody answered, the latest first; at most 100.
pub async fn resting(tx: &mut Tx) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = tx
        .all(sql("SELECT activity_id FROM freshness WHERE rests_since IS NOT NULL ORDER BY rests_since DESC LIMIT 100"))
        .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Somebody says that the facts are true: the counting begins anew, and what rested is shown again.
pub async fn confirm(tx: &mut Tx, activity: &Activity, now: DateTime<Utc>) -> Result<()> {
    activities::store::set_verified(tx, &activity.id, clock::today(now), now).await?;
    if activity.state == State::Paused && rests(tx, &activity.id).await? {
        activities::store::set_state(tx, &activity.id, State::Published, now).await?;
    }
    tx.execute(
        sql("UPDATE freshness SET asked_at = NULL, rounds = 0, rests_since = NULL")
            .filter("activity_id = ?", Some(&activity.id)),
    )
    .await?;
    Ok(())
}
