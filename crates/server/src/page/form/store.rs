//! What form posts were answered with, in the database.

use chrono::{DateTime, Utc};
use db::{Result, Tx, sql};
use sha2::{Digest, Sha256};

/// What the first post with this key was answered with, if there was one.
pub async fn answered(tx: &mut Tx, key: &str) -> Result<Option<String>> {
    let row: Option<(String,)> =
        tx.optional(sql("SELECT location FROM answered_posts").filter("key = ?", Some(&hash(key)))).await?;
    Ok(row.map(|(location,)| location))
}

/// Keeps the answer to a post in the same transaction as what it wrote.
pub async fn answer(tx: &mut Tx, key: &str, location: &str, now: DateTime<Utc>) -> Result<()> {
    if key.is_empty() || key.len() > 64 {
        return Ok(());
    }
    tx.execute(
        sql("INSERT INTO answered_posts (key, location, at) VALUES (?, ?, ?)").bind(hash(key)).bind(location).bind(now),
    )
    .await?;
    Ok(())
}

/// A key may lead to what only its sender may see, so the database knows its hash alone.
fn hash(key: &str) -> String {
    Sha256::digest(key.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Forgets answers older than this moment.
pub async fn forget_answers(tx: &mut Tx, before: DateTime<Utc>) -> Result<u64> {
    tx.execute(sql("DELETE FROM answered_posts").filter("at < ?", Some(before))).await
}
