//! Sources and what they have told, in the database: `sources`, `source_records`, `import_runs`, `import_questions`.

pub(super) mod fresh;
pub(super) mod terms;
pub(super) mod tray;

use chrono::{DateTime, Utc};
use db::{Result, Tx, sql};

use super::record::Subject;

/// Adds the source, or notes its licence and whom to name when they are told anew.
pub(super) async fn save_source(
    tx: &mut Tx,
    id: &str,
    name: &str,
    format: &str,
    (licence, attribution): (&str, &str),
    now: DateTime<Utc>,
) -> Result<()> {
    tx.execute(
        sql("INSERT INTO sources (id, name, format, licence, attribution, made_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET format = excluded.format, licence = CASE WHEN excluded.licence = '' THEN sources.licence ELSE excluded.licence END, attribution = CASE WHEN excluded.attribution = '' THEN sources.attribution ELSE excluded.attribution END")
            .bind(id)
            .bind(name)
            .bind(format)
            .bind(licence)
            .bind(attribution)
            .bind(now),
    )
    .await?;
    Ok(())
}

/// Begins a run.
pub(super) async fn start_run(tx: &mut Tx, id: &str, source_id: &str, now: DateTime<Utc>) -> Result<()> {
    tx.execute(
        sql("INSERT INTO import_runs (id, source_id, started_at, state) VALUES (?, ?, ?, 'running') ON CONFLICT (id) DO UPDATE SET state = excluded.state")
            .bind(id)
            .bind(source_id)
            .bind(now),
    )
    .await?;
    Ok(())
}

/// What a run came to, in the order of the columns: added, changed, unchanged, gone, rejected, dropped contacts.
pub(super) async fn finish_run(tx: &mut Tx, id: &str, counts: [u64; 6], now: DateTime<Utc>) -> Result<()> {
    let mut statement = sql(
        "UPDATE import_runs SET added = ?, changed = ?, unchanged = ?, gone = ?, rejected = ?, dropped_contacts = ?, state = 'done', finished_at = ?",
    );
    for count in counts {
        statement = statement.bind(i64::try_from(count).unwrap_or(i64::MAX));
    }
    tx.execute(statement.bind(now).filter("id = ?", Some(id))).await?;
    Ok(())
}

/// The name and the licence of a source, for the page of what came from it.
pub async fn source(tx: &mut Tx, id: &str) -> Result<Option<(String, String)>> {
    tx.optional(sql("SELECT name, licence FROM sources").filter("id = ?", Some(id))).await
}

/// What a source has told of one record.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(super) struct Told {
    pub(super) reference: String,
    pub(super) subject_id: String,
    pub(super) hash: String,
    pub(super) gone: bool,
}

/// What a source has told of these records.
pub(super) async fn told(tx: &mut Tx, source_id: &str, subject: Subject, references: &[&str]) -> Result<Vec<Told>> {
    tx.all(
        sql("SELECT reference, subject_id, hash, gone FROM source_records")
            .filter("source_id = ?", Some(source_id))
            .filter("subject = ?", Some(subject.as_str()))
            .filter_in("reference", references),
    )
    .await
}

/// What a source has told that is not gone, after a reference: for walking through all of it.
pub(super) async fn told_after(tx: &mut Tx, source_id: &str, subject: Subject, after: &str) -> Result<Vec<Told>> {
    tx.all(
        sql("SELECT reference, subject_id, hash, gone FROM source_records")
            .filter("source_id = ?", Some(source_id))
            .filter("subject = ?", Some(subject.as_str()))
            .filter_if(true, "NOT gone")
            .filter("reference > ?", Some(after))
            .and_then("ORDER BY reference LIMIT 1000"),
    )
    .await
}

/// Notes what a source tells of a record now.
pub(super) async fn note(tx: &mut Tx, source_id: &str, subject: Subject, told: &Told, run_id: &str) -> Result<()> {
    tx.execute(
        sql("INSERT INTO source_records (source_id, reference, subject, subject_id, hash, last_run, gone) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (source_id, subject, reference) DO UPDATE SET subject_id = excluded.subject_id, hash = excluded.hash, last_run = excluded.last_run, gone = excluded.gone")
            .bind(source_id)
            .bind(&told.reference)
            .bind(subject.as_str())
            .bind(&told.subject_id)
            .bind(&told.hash)
            .bind(run_id)
            .bind(told.gone),
    )
    .await?;
    Ok(())
}

/// Notes that these records were met in a run, unchanged.
pub(super) async fn met(
    tx: &mut Tx,
    source_id: &str,
    subject: Subject,
    references: &[&str],
    run_id: &str,
) -> Result<()> {
    if references.is_empty() {
        return Ok(());
    }
    tx.execute(
        sql("UPDATE source_records SET last_run = ?")
            .bind(run_id)
            .filter("source_id = ?", Some(source_id))
            .filter("subject = ?", Some(subject.as_str()))
            .filter_in("reference", references),
    )
    .await?;
    Ok(())
}

/// Puts a question into the queue. Asked again in a later run, it is the same question.
pub(super) async fn ask(tx: &mut Tx, question: &Question<'_>) -> Result<()> {
    tx.execute(
        sql("INSERT INTO import_questions (id, run_id, pointer, reason, value, rejected) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET run_id = excluded.run_id")
            .bind(question.id)
            .bind(question.run_id)
            .bind(question.pointer)
            .bind(question.reason)
            .bind(question.value)
            .bind(question.rejected),
    )
    .await?;
    Ok(())
}

/// Something for a person to settle.
pub(super) struct Question<'a> {
    pub(super) id: &'a str,
    pub(super) run_id: &'a str,
    /// Where it stands in which file.
    pub(super) pointer: &'a str,
    /// The Fluent key of the sentence.
    pub(super) reason: &'a str,
    pub(super) value: &'a str,
    /// Whether the whole record stayed out because of it.
    pub(super) rejected: bool,
}

/// Forgets what earlier runs of a source asked and this one did not ask again: it has been put right at the source.
pub(super) async fn forget_questions(tx: &mut Tx, source_id: &str, run_id: &str) -> Result<()> {
    tx.execute(
        sql("DELETE FROM import_questions")
            .filter("run_id IN (SELECT id FROM import_runs WHERE source_id = ?)", Some(source_id))
            .filter("run_id <> ?", Some(run_id)),
    )
    .await?;
    Ok(())
}

/// The value of a setting in one language.
pub(super) async fn setting(tx: &mut Tx, name: &str, language: &str) -> Result<Option<String>> {
    let row: Option<(String,)> = tx
        .optional(
            sql("SELECT value FROM region_settings")
                .filter("name = ?", Some(name))
                .filter("language = ?", Some(language)),
        )
        .await?;
    Ok(row.map(|(value,)| value))
}

/// Everything that waits for a person, as a test looks at it.
#[cfg(test)]
pub(super) async fn questions(tx: &mut Tx) -> Result<Vec<(String, String, bool)>> {
    tx.all(sql("SELECT pointer, reason, rejected FROM import_questions ORDER BY pointer, reason")).await
}
