//! Corrections in the database.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use db::{Result, Tx, sql};

use super::model::{Correction, Field};

/// The corrections of activities, by the activities' ids.
pub async fn list(tx: &mut Tx, activity_ids: &[&str]) -> Result<HashMap<String, Vec<Correction>>> {
    let mut found: HashMap<String, Vec<Correction>> = HashMap::new();
    if activity_ids.is_empty() {
        return Ok(found);
    }
    let rows: Vec<(String, String, String, String, String)> = tx
        .all(
            sql("SELECT activity_id, field, language, value, source_value FROM corrections")
                .filter_in("activity_id", activity_ids)
                .and_then("ORDER BY activity_id, field, language"),
        )
        .await?;
    for (activity_id, field, language, value, source_value) in rows {
        if let Some(field) = Field::of(&field) {
            found.entry(activity_id).or_default().push(Correction { field, language, value, source_value });
        }
    }
    Ok(found)
}

/// Keeps a correction, in place of an earlier one of the same field.
pub async fn set(tx: &mut Tx, activity_id: &str, correction: &Correction, now: DateTime<Utc>) -> Result<()> {
    tx.execute(
        sql("INSERT INTO corrections (activity_id, field, language, value, source_value, made_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (activity_id, field, language) DO UPDATE SET value = excluded.value, source_value = excluded.source_value, made_at = excluded.made_at")
            .bind(activity_id)
            .bind(correction.field.code())
            .bind(&correction.language)
            .bind(&correction.value)
            .bind(&correction.source_value)
            .bind(now),
    )
    .await?;
    Ok(())
}

/// Takes a correction back.
pub async fn remove(tx: &mut Tx, activity_id: &str, field: Field, language: &str) -> Result<()> {
    tx.execute(
        sql("DELETE FROM corrections")
            .filter("activity_id = ?", Some(activity_id))
            .filter("field = ?", Some(field.code()))
            .filter("language = ?", Some(language)),
    )
    .await?;
    Ok(())
}

/// Activities with corrections, those put right lately first: ids and names.
pub async fn corrected(tx: &mut Tx, limit: i64) -> Result<Vec<(String, String)>> {
    tx.all(
        sql("SELECT corrections.activity_id, COALESCE(MAX(activity_texts.name), '') AS name FROM corrections LEFT JOIN activity_texts ON activity_texts.activity_id = corrections.activity_id AND activity_texts.language = 'fi' GROUP BY corrections.activity_id ORDER BY MAX(corrections.made_at) DESC, corrections.activity_id LIMIT ?")
            .bind(limit),
    )
    .await
}

/// How many activities have corrections.
pub async fn count(tx: &mut Tx) -> Result<i64> {
    let (count,): (i64,) = tx.one(sql("SELECT COUNT(DISTINCT activity_id) FROM corrections")).await?;
    Ok(count)
}
