//! Sources, runs and questions as the keeper sees them, in the database.

use chrono::{DateTime, TimeDelta, Utc};
use db::{Result, Sql, Tx, sql};

use super::model::{Every, Reach, Run, RunState, Source, Told};
use crate::events;
use crate::exchange::import::model::Format;

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    name: String,
    format: String,
    reach: String,
    address: String,
    licence: String,
    attribution: String,
    every_hours: i64,
    next_run_at: Option<DateTime<Utc>>,
    approved_at: Option<DateTime<Utc>>,
    good_run_at: Option<DateTime<Utc>>,
    whole_run_at: Option<DateTime<Utc>>,
    etag: String,
    last_modified: String,
}

impl From<Row> for Source {
    fn from(row: Row) -> Self {
        Source {
            id: row.id,
            name: row.name,
            format: Format::of(&row.format),
            reach: Reach::of(&row.reach).unwrap_or_default(),
            address: row.address,
            licence: row.licence,
            attribution: row.attribution,
            every: Every::of(row.every_hours).unwrap_or_default(),
            next_run_at: row.next_run_at,
            approved_at: row.approved_at,
            good_run_at: row.good_run_at,
            whole_run_at: row.whole_run_at,
            etag: row.etag,
            last_modified: row.last_modified,
        }
    }
}

const SELECT: &str = "SELECT id, name, format, reach, address, licence, attribution, every_hours, next_run_at, approved_at, good_run_at, whole_run_at, etag, last_modified FROM sources";

/// All sources by name, at most 500.
pub async fn list(tx: &mut Tx) -> Result<Vec<Source>> {
    let rows: Vec<Row> = tx.all(sql(SELECT).and_then("ORDER BY name, id LIMIT 500")).await?;
    Ok(rows.into_iter().map(Source::from).collect())
}

/// One source.
pub async fn find(tx: &mut Tx, id: &str) -> Result<Option<Source>> {
    let row: Option<Row> = tx.optional(sql(SELECT).filter("id = ?", Some(id))).await?;
    Ok(row.map(Source::from))
}

/// A run that began so long ago was cut off: nobody is at it any more.
const CUT_OFF: TimeDelta = TimeDelta::days(1);

/// Sources that are due and have no run on the way.
pub async fn due(tx: &mut Tx, now: DateTime<Utc>) -> Result<Vec<Source>> {
    let rows: Vec<Row> = tx
        .all(
            sql(SELECT)
                .filter("next_run_at <= ?", Some(now))
                .filter_if(true, "approved_at IS NOT NULL")
                .filter(
                    "NOT EXISTS (SELECT 1 FROM import_runs WHERE import_runs.source_id = sources.id AND import_runs.state IN ('waiting', 'running') AND import_runs.started_at > ?)",
                    Some(now - CUT_OFF),
                )
                .and_then("ORDER BY next_run_at, id LIMIT 50"),
        )
        .await?;
    Ok(rows.into_iter().map(Source::from).collect())
}

/// Adds a source or changes how it is reached; what its runs have noted stays, except its version when the address is
/// another one. Another address or format is another source: it is tried and agreed to anew. Returns the number of the event.
pub async fn save(tx: &mut Tx, source: &Source, now: DateTime<Utc>) -> Result<i64> {
    tx.execute(
        sql("INSERT INTO sources (id, name, format, licence, attribution, made_at, reach, address, every_hours, next_run_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET approved_at = CASE WHEN sources.address = excluded.address AND sources.format = excluded.format THEN sources.approved_at ELSE NULL END, format = excluded.format, licence = excluded.licence, attribution = excluded.attribution, etag = CASE WHEN sources.address = excluded.address THEN sources.etag ELSE '' END, last_modified = CASE WHEN sources.address = excluded.address THEN sources.last_modified ELSE '' END, good_run_at = CASE WHEN sources.address = excluded.address THEN sources.good_run_at ELSE NULL END, reach = excluded.reach, address = excluded.address, every_hours = excluded.every_hours, next_run_at = excluded.next_run_at")
            .bind(&source.id)
            .bind(&source.name)
            .bind(source.format.code())
            .bind(&source.licence)
            .bind(&source.attribution)
            .bind(now)
            .bind(source.reach.code())
            .bind(&source.address)
            .bind(source.every.hours())
            .bind(source.next_run_at),
    )
    .await?;
    events::record(tx, "source.changed", &source.id, now).await
}

/// Notes that the keeper has seen what a first run would do.
pub async fn approve(tx: &mut Tx, id: &str, now: DateTime<Utc>) -> Result<i64> {
    tx.execute(
        sql("UPDATE sources SET approved_at = ?")
            .bind(now)
            .filter("id = ?", Some(id))
            .filter_if(true, "approved_at IS NULL"),
    )
    .await?;
    events::record(tx, "source.changed", id, now).await
}

/// Notes what came of a run: what version was read, and when the next run is due.
pub async fn note_read(tx: &mut Tx, source: &Source) -> Result<()> {
    tx.execute(
        sql("UPDATE sources SET good_run_at = ?, whole_run_at = ?, etag = ?, last_modified = ?, next_run_at = ?")
            .bind(source.good_run_at)
            .bind(source.whole_run_at)
            .bind(&source.etag)
            .bind(&source.last_modified)
            .bind(source.next_run_at)
            .filter("id = ?", Some(&source.id)),
    )
    .await?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct RunRow {
    id: String,
    source_id: String,
    state: String,
    dry: bool,
    started_at: DateTime<Utc>,
    finished_at: Option<DateTime<Utc>>,
    records: i64,
    percent: i64,
    report: String,
    added: i64,
    changed: i64,
    unchanged: i64,
    gone: i64,
    rejected: i64,
    dropped_contacts: i64,
}

impl From<RunRow> for Run {
    fn from(row: RunRow) -> Self {
        let counted = |count: i64| u64::try_from(count).unwrap_or_default();
        // A run at the terminal leaves only its counts.
        let told = serde_json::from_str(&row.report).unwrap_or_else(|_| Told {
            rejected: counted(row.rejected),
            dropped_contacts: counted(row.dropped_contacts),
            counts: vec![(
                "import-kind-records".to_owned(),
                [row.added, row.changed, row.unchanged, row.gone].map(counted),
            )],
            ..Told::default()
        });
        Run {
            id: row.id,
            source_id: row.source_id,
            state: RunState::of(&row.state),
            dry: row.dry,
            started_at: row.started_at,
            finished_at: row.finished_at,
            records: row.records,
            percent: row.percent,
            told,
        }
    }
}

fn runs() -> Sql {
    sql(
        "SELECT id, source_id, state, dry, started_at, finished_at, records, percent, report, added, changed, unchanged, gone, rejected, dropped_contacts FROM import_runs",
    )
}

/// The latest runs of a source, the last one first.
pub async fn runs_of(tx: &mut Tx, source_id: &str, limit: i64) -> Result<Vec<Run>> {
    let rows: Vec<RunRow> = tx
        .all(
            runs()
                .filter("source_id = ?", Some(source_id))
                .and_then("ORDER BY started_at DESC, id DESC LIMIT ?")
                .bind(limit),
        )
        .await?;
    Ok(rows.into_iter().map(Run::from).collect())
}

/// One run.
pub async fn find_run(tx: &mut Tx, id: &str) -> Result<Option<Run>> {
    let row: Option<RunRow> = tx.optional(runs().filter("id = ?", Some(id))).await?;
    Ok(row.map(Run::from))
}

/// Puts a run on the list.
pub async fn ask_for_run(tx: &mut Tx, id: &str, source_id: &str, dry: bool, now: DateTime<Utc>) -> Result<()> {
    tx.execute(
        sql("INSERT INTO import_runs (id, source_id, started_at, state, dry) VALUES (?, ?, ?, 'waiting', ?)")
            .bind(id)
            .bind(source_id)
            .bind(now)
            .bind(dry),
    )
    .await?;
    Ok(())
}

/// Notes how far a run is.
pub async fn note_progress(tx: &mut Tx, id: &str, records: i64, percent: i64) -> Result<()> {
    tx.execute(
        sql("UPDATE import_runs SET state = 'running', records = ?, percent = ?")
            .bind(records)
            .bind(percent)
            .filter("id = ?", Some(id)),
    )
    .await?;
    Ok(())
}

/// Notes what a run came to.
pub async fn end_run(tx: &mut Tx, id: &str, state: RunState, told: &Told, now: DateTime<Utc>) -> Result<i64> {
    let count = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    let [added, changed, unchanged, gone] = told.total().map(count);
    tx.execute(
        sql("UPDATE import_runs SET state = ?, finished_at = ?, report = ?, records = ?, percent = 100, added = ?, changed = ?, unchanged = ?, gone = ?, rejected = ?, dropped_contacts = ?")
            .bind(state.code())
            .bind(now)
            .bind(serde_json::to_string(told).unwrap_or_default())
            .bind(count(told.read))
            .bind(added)
            .bind(changed)
            .bind(unchanged)
            .bind(gone)
            .bind(count(told.rejected))
            .bind(count(told.dropped_contacts))
            .filter("id = ?", Some(id)),
    )
    .await?;
    events::record(tx, "source.read", id, now).await
}

/// A record that the source no longer has.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Gone {
    /// `activity` or `organization`.
    pub subject: String,
    /// Its id.
    pub subject_id: String,
    /// Its name in Finnish, '' when it has none.
    pub name: String,
}

/// What a source no longer has, by name.
pub async fn gone(tx: &mut Tx, source_id: &str, limit: i64) -> Result<Vec<Gone>> {
    tx.all(
        sql("SELECT source_records.subject, source_records.subject_id, COALESCE(activity_texts.name, organization_texts.name, '') AS name FROM source_records LEFT JOIN activity_texts ON source_records.subject = 'activity' AND activity_texts.activity_id = source_records.subject_id AND activity_texts.language = 'fi' LEFT JOIN organization_texts ON source_records.subject = 'organization' AND organization_texts.organization_id = source_records.subject_id AND organization_texts.language = 'fi'")
            .filter("source_records.source_id = ?", Some(source_id))
            .filter_if(true, "source_records.gone")
            .and_then("ORDER BY source_records.subject, name, source_records.subject_id LIMIT ?")
            .bind(limit),
    )
    .await
}
