//! Letters that wait, and the hashes of the links in letters, in the database.

use chrono::{DateTime, TimeDelta, Utc};
use db::{Result, Tx, sql};

use super::model::{Kind, Letter, Opens};
use crate::accounts::model::Secret;
use crate::i18n::Language;

/// A letter that could not be sent for so long is given up.
const GIVEN_UP: TimeDelta = TimeDelta::days(7);

/// Adds a letter that waits.
pub(super) async fn add(tx: &mut Tx, id: &str, letter: &Letter, now: DateTime<Utc>) -> Result<()> {
    tx.execute(
        sql("INSERT INTO letters (id, kind, recipient, language, subject_id, note, made_at) VALUES (?, ?, ?, ?, ?, ?, ?)")
            .bind(id)
            .bind(letter.kind.code())
            .bind(&letter.recipient)
            .bind(letter.language.code())
            .bind(&letter.subject_id)
            .bind(&letter.note)
            .bind(now),
    )
    .await?;
    Ok(())
}

/// A letter that waits; `None` when it was sent, or is of a kind nobody knows.
pub(super) async fn find(tx: &mut Tx, id: &str) -> Result<Option<Letter>> {
    let row: Option<(String, String, String, String, String)> = tx
        .optional(sql("SELECT kind, recipient, language, subject_id, note FROM letters").filter("id = ?", Some(id)))
        .await?;
    Ok(row.and_then(|(kind, recipient, language, subject_id, note)| {
        let language = Language::named(&language).unwrap_or_default();
        Some(Letter { kind: Kind::of(&kind)?, recipient, language, subject_id, note })
    }))
}

/// Forgets a letter that was sent.
pub(super) async fn remove(tx: &mut Tx, id: &str) -> Result<()> {
    tx.execute(sql("DELETE FROM letters").filter("id = ?", Some(id))).await?;
    Ok(())
}

/// Adds a link of a letter.
pub async fn add_key(tx: &mut Tx, key: &Secret, opens: Opens, subject_id: &str, now: DateTime<Utc>) -> Result<()> {
    tx.execute(
        sql("INSERT INTO letter_keys (hash, opens, subject_id, expires_at) VALUES (?, ?, ?, ?)")
            .bind(key.hash())
            .bind(opens.code())
            .bind(subject_id)
            .bind(now + opens.waits()),
    )
    .await?;
    Ok(())
}

/// What a link of a letter opens, when it still does.
pub async fn opened(tx: &mut Tx, key: &Secret, opens: Opens, now: DateTime<Utc>) -> Result<Option<String>> {
    let row: Option<(String,)> = tx
        .optional(
            sql("SELECT subject_id FROM letter_keys")
                .filter("hash = ?", Some(key.hash()))
                .filter("opens = ?", Some(opens.code()))
                .filter("expires_at > ?", Some(now)),
        )
        .await?;
    Ok(row.map(|(subject_id,)| subject_id))
}

/// Ends the links of letters about an organization's activities: somebody who kept them does not any more. Those who do
/// are written to again.
pub async fn end_keys_of(tx: &mut Tx, organization_id: &str) -> Result<()> {
    tx.execute(
        sql("DELETE FROM letter_keys WHERE opens = 'activity' AND subject_id IN (SELECT id FROM activities WHERE organization_id = ?)")
            .bind(organization_id),
    )
    .await?;
    Ok(())
}

/// Forgets links that open nothing any more, and letters nobody could send.
pub async fn forget_old(tx: &mut Tx, now: DateTime<Utc>) -> Result<u64> {
    let keys = tx.execute(sql("DELETE FROM letter_keys").filter("expires_at <= ?", Some(now))).await?;
    let letters = tx.execute(sql("DELETE FROM letters").filter("made_at <= ?", Some(now - GIVEN_UP))).await?;
    Ok(keys + letters)
}
