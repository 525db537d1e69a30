//! Questions and their answers in the database.

use chrono::{DateTime, Utc};
use db::{Result, Tx, sql};

use crate::events;

/// Something no reader understood, that waits for a person.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Question {
    /// The source it came from.
    pub source_id: String,
    /// Its name.
    pub source: String,
    /// The key of the sentence.
    pub reason: String,
    /// What stood there.
    pub value: String,
    /// In how many places.
    pub places: i64,
    /// One of them.
    pub pointer: String,
    /// Whether records stayed out because of it.
    pub rejected: bool,
}

impl Question {
    /// Whether a word can be said for it; the others are put right at the source, or passed over.
    pub fn takes_word(&self) -> bool {
        matches!(
            self.reason.as_str(),
            "import-unknown-label"
                | "import-unknown-municipality"
                | "import-unknown-language"
                | "import-unknown-target-group"
        )
    }
}

/// What waits, the most frequent first; the same word of one source is one question.
pub async fn list(tx: &mut Tx, source_id: Option<&str>, limit: i64) -> Result<Vec<Question>> {
    tx.all(
        sql("SELECT import_runs.source_id, sources.name AS source, reason, value, COUNT(*) AS places, MIN(pointer) AS pointer, import_questions.rejected AS rejected FROM import_questions JOIN import_runs ON import_runs.id = import_questions.run_id JOIN sources ON sources.id = import_runs.source_id")
            .filter("import_runs.source_id = ?", source_id)
            .and_then("GROUP BY import_runs.source_id, sources.name, reason, value, import_questions.rejected ORDER BY COUNT(*) DESC, sources.name, reason, value LIMIT ?")
            .bind(limit),
    )
    .await
}

/// How many things wait for a person.
pub async fn count(tx: &mut Tx) -> Result<i64> {
    let (count,): (i64,) = tx
        .one(sql("SELECT COUNT(*) FROM (SELECT DISTINCT import_runs.source_id, reason, value FROM import_questions JOIN import_runs ON import_runs.id = import_questions.run_id) AS asked"))
        .await?;
    Ok(count)
}

/// Keeps what a person has decided about a value, and takes the question off the list.
pub async fn answer(
    tx: &mut Tx,
    source_id: &str,
    reason: &str,
    value: &str,
    answer: &str,
    now: DateTime<Utc>,
) -> Result<i64> {
    tx.execute(
        sql("INSERT INTO import_answers (source_id, reason, value, answer, decided_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (source_id, reason, value) DO UPDATE SET answer = excluded.answer, decided_at = excluded.decided_at")
            .bind(source_id)
            .bind(reason)
            .bind(value)
            .bind(answer)
            .bind(now),
    )
    .await?;
    tx.execute(
        sql("DELETE FROM import_questions")
            .filter("reason = ?", Some(reason))
            .filter("value = ?", Some(value))
            .filter("run_id IN (SELECT id FROM import_runs WHERE source_id = ?)", Some(source_id)),
    )
    .await?;
    // What has not changed is passed over by its hash; now it reads otherwise.
    tx.execute(
        sql("UPDATE source_records SET hash = CASE WHEN substr(hash, 1, 6) = 'whole:' THEN 'whole:' ELSE 'part:' END")
            .filter("source_id = ?", Some(source_id)),
    )
    .await?;
    tx.execute(
        sql("UPDATE sources SET good_run_at = NULL, etag = '', last_modified = ''").filter("id = ?", Some(source_id)),
    )
    .await?;
    events::record(tx, "source.changed", source_id, now).await
}

/// What has been decided for a source: reason, value and answer.
pub async fn answers(tx: &mut Tx, source_id: &str) -> Result<Vec<(String, String, String)>> {
    tx.all(sql("SELECT reason, value, answer FROM import_answers").filter("source_id = ?", Some(source_id))).await
}
