//! Negotiations in the database.

use chrono::{DateTime, NaiveDate, Utc};
use db::{Result, Tx, sql};

use super::model::{Contact, KEEP_CONTACT, Negotiation, Note, Stage};
use crate::{events, text};

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    name: String,
    organization_id: Option<String>,
    contact_name: String,
    contact_phone: String,
    contact_email: String,
    reason: String,
    stage: String,
    next_step: String,
    next_day: Option<String>,
    keeper_name: String,
    changed_at: DateTime<Utc>,
}

impl From<Row> for Negotiation {
    fn from(row: Row) -> Self {
        Negotiation {
            id: row.id,
            name: row.name,
            organization_id: row.organization_id,
            contact: Contact { name: row.contact_name, phone: row.contact_phone, email: row.contact_email },
            reason: row.reason,
            stage: Stage::of(&row.stage).unwrap_or_default(),
            next_step: row.next_step,
            next_day: row.next_day.and_then(|day| day.parse().ok()),
            keeper_name: row.keeper_name,
            changed_at: row.changed_at,
        }
    }
}

const SELECT: &str = "SELECT id, name, organization_id, contact_name, contact_phone, contact_email, reason, stage, next_step, next_day, keeper_name, changed_at FROM negotiations";

/// The entry with an id.
pub async fn find(tx: &mut Tx, id: &str) -> Result<Option<Negotiation>> {
    let row: Option<Row> = tx.optional(sql(SELECT).filter("id = ?", Some(id))).await?;
    Ok(row.map(Negotiation::from))
}

/// Entries by name; only those at a stage when one is given.
pub async fn list(tx: &mut Tx, stage: Option<Stage>, limit: i64) -> Result<Vec<Negotiation>> {
    let rows: Vec<Row> = tx
        .all(
            sql(SELECT)
                .filter("stage = ?", stage.map(Stage::code))
                .and_then("ORDER BY sort_key, id LIMIT ?")
                .bind(limit),
        )
        .await?;
    Ok(rows.into_iter().map(Negotiation::from).collect())
}

/// How many entries there are at each stage.
pub async fn counts(tx: &mut Tx) -> Result<Vec<(Stage, i64)>> {
    let rows: Vec<(String, i64)> = tx.all(sql("SELECT stage, COUNT(*) FROM negotiations GROUP BY stage")).await?;
    Ok(rows.into_iter().filter_map(|(stage, count)| Some((Stage::of(&stage)?, count))).collect())
}

/// Whose next step is on this day or before it, the longest waiting first. Who has declined is left in peace.
pub async fn due(tx: &mut Tx, until: NaiveDate, limit: i64) -> Result<Vec<Negotiation>> {
    let rows: Vec<Row> = tx
        .all(
            sql(SELECT)
                .filter("next_day <= ?", Some(until.to_string()))
                .filter("stage <> ?", Some(Stage::Declined.code()))
                .and_then("ORDER BY next_day, sort_key, id LIMIT ?")
                .bind(limit),
        )
        .await?;
    Ok(rows.into_iter().map(Negotiation::from).collect())
}

/// How many [`due`] would list.
pub async fn count_due(tx: &mut Tx, until: NaiveDate) -> Result<i64> {
    let (count,): (i64,) = tx
        .one(
            sql("SELECT COUNT(*) FROM negotiations")
                .filter("next_day <= ?", Some(until.to_string()))
                .filter("stage <> ?", Some(Stage::Declined.code())),
        )
        .await?;
    Ok(count)
}

/// Adds an entry and returns the number of its event.
pub async fn add(tx: &mut Tx, entry: &Negotiation, now: DateTime<Utc>) -> Result<i64> {
    tx.execute(
        sql("INSERT INTO negotiations (id, name, sort_key, organization_id, contact_name, contact_phone, contact_email, reason, stage, stage_since, next_step, next_day, keeper_name, made_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .bind(&entry.id)
            .bind(&entry.name)
            .bind(text::sort_key(&entry.name))
            .bind(entry.organization_id.clone())
            .bind(&entry.contact.name)
            .bind(&entry.contact.phone)
            .bind(&entry.contact.email)
            .bind(&entry.reason)
            .bind(entry.stage.code())
            .bind(now)
            .bind(&entry.next_step)
            .bind(entry.next_day.map(|day| day.to_string()))
            .bind(&entry.keeper_name)
            .bind(now)
            .bind(now),
    )
    .await?;
    events::record(tx, "negotiation.changed", &entry.id, now).await
}

/// Changes the entry that was last changed at `entry.changed_at`, and returns the number of its event; `None` when
/// somebody else has changed it since: nothing is written then.
pub async fn change(tx: &mut Tx, entry: &Negotiation, now: DateTime<Utc>) -> Result<Option<i64>> {
    let changed = tx
        .execute(
            sql("UPDATE negotiations SET name = ?, sort_key = ?, organization_id = ?, contact_name = ?, contact_phone = ?, contact_email = ?, reason = ?, stage_since = CASE WHEN stage = ? THEN stage_since ELSE ? END, stage = ?, next_step = ?, next_day = ?, keeper_name = ?, changed_at = ?")
                .bind(&entry.name)
                .bind(text::sort_key(&entry.name))
                .bind(entry.organization_id.clone())
                .bind(&entry.contact.name)
                .bind(&entry.contact.phone)
                .bind(&entry.contact.email)
                .bind(&entry.reason)
                .bind(entry.stage.code())
                .bind(now)
                .bind(entry.stage.code())
                .bind(&entry.next_step)
                .bind(entry.next_day.map(|day| day.to_string()))
                .bind(&entry.keeper_name)
                .bind(now)
                .filter("id = ?", Some(&entry.id))
                .filter("changed_at = ?", Some(entry.changed_at)),
        )
        .await?;
    if changed == 0 {
        return Ok(None);
    }
    Ok(Some(events::record(tx, "negotiation.changed", &entry.id, now).await?))
}

/// Writes down what was said.
pub async fn add_note(tx: &mut Tx, id: &str, note: &Note, now: DateTime<Utc>) -> Result<()> {
    tx.execute(
        sql("INSERT INTO negotiation_notes (id, negotiation_id, day, note, author, made_at) VALUES (?, ?, ?, ?, ?, ?)")
            .bind(db::new_id())
            .bind(id)
            .bind(note.day.to_string())
            .bind(&note.note)
            .bind(&note.author)
            .bind(now),
    )
    .await?;
    Ok(())
}

/// What was said, the newest first.
pub async fn notes(tx: &mut Tx, id: &str) -> Result<Vec<Note>> {
    let rows: Vec<(String, String, String)> = tx
        .all(
            sql("SELECT day, note, author FROM negotiation_notes")
                .filter("negotiation_id = ?", Some(id))
                .and_then("ORDER BY day DESC, made_at DESC, id DESC"),
        )
        .await?;
    Ok(rows.into_iter().filter_map(|(day, note, author)| Some(Note { day: day.parse().ok()?, note, author })).collect())
}

/// Removes whom to call; what was said stays. `None` when there is no such entry.
pub async fn forget_contact(tx: &mut Tx, id: &str, now: DateTime<Utc>) -> Result<Option<i64>> {
    let found = tx
        .execute(
            sql("UPDATE negotiations SET contact_name = '', contact_phone = '', contact_email = '', changed_at = ?")
                .bind(now)
                .filter("id = ?", Some(id)),
        )
        .await?;
    if found == 0 {
        return Ok(None);
    }
    Ok(Some(events::record(tx, "negotiation.changed", id, now).await?))
}

/// Removes whom to call where that was declined, or nothing was written down, two years ago; says how many.
pub async fn forget_old(tx: &mut Tx, now: DateTime<Utc>) -> Result<u64> {
    let before = now - KEEP_CONTACT;
    tx.execute(
        sql("UPDATE negotiations SET contact_name = '', contact_phone = '', contact_email = '' WHERE (changed_at < ? OR stage = 'declined' AND stage_since < ?) AND (contact_name <> '' OR contact_phone <> '' OR contact_email <> '')")
            .bind(before)
            .bind(before),
    )
    .await
}

/// The organizations a typed name, address or id may mean, by id: those that are gone are none.
pub async fn organizations_called(tx: &mut Tx, typed: &str) -> Result<Vec<String>> {
    let slug = typed.rsplit('/').next().unwrap_or(typed);
    let rows: Vec<(String,)> = tx
        .all(
            sql("SELECT DISTINCT organizations.id FROM organizations LEFT JOIN organization_texts ON organization_texts.organization_id = organizations.id WHERE organizations.state <> 'gone' AND (organizations.id = ? OR organizations.slug = ? OR organization_texts.name = ?) ORDER BY organizations.id")
                .bind(typed)
                .bind(slug)
                .bind(typed),
        )
        .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}
