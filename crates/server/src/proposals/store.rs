//! Proposals, changes and co-operation profiles in the database.

use chrono::{DateTime, TimeDelta, Utc};
use db::{Result, Tx, sql};

use super::model::{Answers, Change, FIELDS};
use crate::i18n::Language;
use crate::reference;

/// Drafts that nobody touches are forgotten after this.
const KEEP_DRAFTS: TimeDelta = TimeDelta::days(90);
/// Where letters about a decided proposal go is forgotten after this; the privacy page promises it.
const KEEP_CONTACT: TimeDelta = TimeDelta::days(30);
/// A proposal that was decided, or that nobody decided, is forgotten after this.
const KEEP_DECIDED: TimeDelta = TimeDelta::days(365);

/// How far a proposal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Being written.
    Open,
    /// Waits for the coordinator.
    Sent,
    /// The coordinator has asked something.
    Asked,
    /// On the tray.
    Published,
    /// Not on the tray, and why is told.
    Declined,
}

impl Stage {
    /// As the database says it; named in `text/*/proposals.ftl` as `propose-stage-…`.
    pub fn code(&self) -> &'static str {
        match self {
            Stage::Open => "open",
            Stage::Sent => "sent",
            Stage::Asked => "asked",
            Stage::Published => "published",
            Stage::Declined => "declined",
        }
    }

    fn of(code: &str) -> Stage {
        [Stage::Sent, Stage::Asked, Stage::Published, Stage::Declined]
            .into_iter()
            .find(|stage| stage.code() == code)
            .unwrap_or(Stage::Open)
    }

    /// Whether it can be written on.
    pub fn is_open(&self) -> bool {
        matches!(self, Stage::Open | Stage::Sent | Stage::Asked)
    }
}

/// A proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Its id.
    pub id: String,
    /// How far it is.
    pub stage: Stage,
    /// Who began it; none: somebody without an account.
    pub account_id: Option<String>,
    /// What it changes; none: something new.
    pub activity_id: Option<String>,
    /// The organization on the tray it belongs to; none: a new one.
    pub organization_id: Option<String>,
    /// The negotiation it came from; '' none.
    pub negotiation_id: String,
    /// What the tray said when the form was opened.
    pub base: Answers,
    /// What was answered.
    pub answers: Answers,
    /// The language of the form and of its texts.
    pub language: Language,
    /// Where letters about it go; '' nowhere.
    pub contact: String,
    /// What the coordinator asked or answered.
    pub note: String,
    /// When it was begun.
    pub made_at: DateTime<Utc>,
    /// When it was sent.
    pub sent_at: Option<DateTime<Utc>>,
}

impl Proposal {
    /// What it calls what it proposes; '' before a name was answered.
    pub fn name(&self) -> &str {
        self.answers.get("name").map_or("", String::as_str)
    }

    /// The code of the municipality where it happens, as it was answered or as its postal code says.
    pub fn municipality(&self) -> Option<&'static str> {
        let said = |code: &str| self.answers.get(code).map_or("", String::as_str);
        reference::municipality_named(said("municipality"))
            .or_else(|| Some(reference::postal_code(said("postal_code"))?.municipality))
            .map(|found| found.code)
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    state: String,
    account_id: Option<String>,
    activity_id: Option<String>,
    organization_id: Option<String>,
    negotiation_id: String,
    base: String,
    answers: String,
    language: String,
    contact: String,
    note: String,
    made_at: DateTime<Utc>,
    sent_at: Option<DateTime<Utc>>,
}

impl From<Row> for Proposal {
    fn from(row: Row) -> Self {
        Proposal {
            id: row.id,
            stage: Stage::of(&row.state),
            account_id: row.account_id,
            activity_id: row.activity_id,
            organization_id: row.organization_id,
            negotiation_id: row.negotiation_id,
            base: unpacked(&row.base),
            answers: unpacked(&row.answers),
            language: Language::named(&row.language).unwrap_or_default(),
            contact: row.contact,
            note: row.note,
            made_at: row.made_at,
            sent_at: row.sent_at,
        }
    }
}

/// The database holds what [`packed`] wrote; anything else would be a fault of ours, and an empty form shows it.
fn unpacked(text: &str) -> Answers {
    serde_json::from_str(text).unwrap_or_default()
}

fn packed(answers: &Answers) -> String {
    serde_json::Value::from_iter(answers.clone()).to_string()
}

const SELECT: &str = "SELECT id, state, account_id, activity_id, organization_id, negotiation_id, base, answers, language, contact, note, made_at, sent_at FROM proposals";

/// One proposal.
pub async fn find(tx: &mut Tx, id: &str) -> Result<Option<Proposal>> {
    let row: Option<Row> = tx.optional(sql(SELECT).filter("id = ?", Some(id))).await?;
    Ok(row.map(Proposal::from))
}

/// Adds a proposal or replaces the one with its id.
pub async fn save(tx: &mut Tx, proposal: &Proposal, now: DateTime<Utc>) -> Result<()> {
    let decided = (!proposal.stage.is_open()).then_some(now);
    tx.execute(
        sql("INSERT INTO proposals (id, state, account_id, activity_id, organization_id, negotiation_id, base, answers, language, contact, note, made_at, changed_at, sent_at, decided_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET state = excluded.state, activity_id = excluded.activity_id, organization_id = excluded.organization_id, base = excluded.base, answers = excluded.answers, language = excluded.language, contact = excluded.contact, note = excluded.note, changed_at = excluded.changed_at, sent_at = excluded.sent_at, decided_at = excluded.decided_at")
            .bind(&proposal.id)
            .bind(proposal.stage.code())
            .bind(proposal.account_id.clone())
            .bind(proposal.activity_id.clone())
            .bind(proposal.organization_id.clone())
            .bind(&proposal.negotiation_id)
            .bind(packed(&proposal.base))
            .bind(packed(&proposal.answers))
            .bind(proposal.language.code())
            .bind(&proposal.contact)
            .bind(&proposal.note)
            .bind(proposal.made_at)
            .bind(now)
            .bind(proposal.sent_at)
            .bind(decided),
    )
    .await?;
    Ok(())
}

/// Proposals that wait for a coordinator, the longest waiting first; at most 200.
pub async fn waiting(tx: &mut Tx) -> Result<Vec<Proposal>> {
    let rows: Vec<Row> =
        tx.all(sql(SELECT).filter("state = ?", Some("sent")).and_then("ORDER BY sent_at, id LIMIT 200")).await?;
    Ok(rows.into_iter().map(Proposal::from).collect())
}

/// How many wait for a coordinator.
pub async fn count_waiting(tx: &mut Tx) -> Result<i64> {
    let (count,): (i64,) = tx.one(sql("SELECT count(*) FROM proposals").filter("state = ?", Some("sent"))).await?;
    Ok(count)
}

/// Proposals an account has begun and that are not decided, the newest first; at most 100.
pub async fn of_account(tx: &mut Tx, account_id: &str) -> Result<Vec<Proposal>> {
    let rows: Vec<Row> = tx
        .all(
            sql(SELECT)
                .filter("account_id = ?", Some(account_id))
                .filter_in("state", &["open", "sent", "asked"])
                .and_then("ORDER BY made_at DESC, id LIMIT 100"),
        )
        .await?;
    Ok(rows.into_iter().map(Proposal::from).collect())
}

/// Removes a draft.
pub async fn remove(tx: &mut Tx, id: &str) -> Result<()> {
    tx.execute(sql("DELETE FROM proposals").filter("id = ?", Some(id))).await?;
    Ok(())
}

/// A change somebody made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Its id.
    pub id: String,
    /// Of which activity.
    pub activity_id: String,
    /// By whom; '' somebody without an account.
    pub account_id: String,
    /// The language of the texts in it.
    pub language: Language,
    /// What became what, in the order of the form.
    pub fields: Vec<Change>,
    /// When.
    pub at: DateTime<Utc>,
    /// When it was taken back.
    pub undone_at: Option<DateTime<Utc>>,
}

impl Changed {
    /// Whether it brought the activity onto the tray: nothing is of no kind.
    pub fn is_new(&self) -> bool {
        self.fields.iter().any(|change| change.field == "kind" && change.before.is_empty())
    }
}

#[derive(sqlx::FromRow)]
struct ChangedRow {
    id: String,
    activity_id: String,
    account_id: String,
    language: String,
    fields: String,
    at: DateTime<Utc>,
    undone_at: Option<DateTime<Utc>>,
}

impl From<ChangedRow> for Changed {
    fn from(row: ChangedRow) -> Self {
        let fields: std::collections::BTreeMap<String, (String, String)> =
            serde_json::from_str(&row.fields).unwrap_or_default();
        Changed {
            id: row.id,
            activity_id: row.activity_id,
            account_id: row.account_id,
            language: Language::named(&row.language).unwrap_or_default(),
            fields: FIELDS
                .iter()
                .filter_map(|field| {
                    let (before, after) = fields.get(field.code)?.clone();
                    Some(Change { field: field.code, before, after })
                })
                .collect(),
            at: row.at,
            undone_at: row.undone_at,
        }
    }
}

const SELECT_CHANGES: &str = "SELECT id, activity_id, account_id, language, fields, at, undone_at FROM changes";

/// Notes what somebody changed.
pub async fn add_change(
    tx: &mut Tx,
    activity_id: &str,
    account_id: &str,
    language: Language,
    fields: &[Change],
    now: DateTime<Utc>,
) -> Result<()> {
    let fields: serde_json::Map<String, serde_json::Value> = fields
        .iter()
        .map(|change| (change.field.to_owned(), serde_json::json!([change.before, change.after])))
        .collect();
    tx.execute(
        sql("INSERT INTO changes (id, activity_id, account_id, language, fields, at) VALUES (?, ?, ?, ?, ?, ?)")
            .bind(db::new_id())
            .bind(activity_id)
            .bind(account_id)
            .bind(language.code())
            .bind(serde_json::Value::Object(fields).to_string())
            .bind(now),
    )
    .await?;
    Ok(())
}

/// One change.
pub async fn change(tx: &mut Tx, id: &str) -> Result<Option<Changed>> {
    let row: Option<ChangedRow> = tx.optional(sql(SELECT_CHANGES).filter("id = ?", Some(id))).await?;
    Ok(row.map(Changed::from))
}

/// The newest changes, of one activity or of all; at most 100.
pub async fn changes(tx: &mut Tx, activity_id: Option<&str>) -> Result<Vec<Changed>> {
    let rows: Vec<ChangedRow> = tx
        .all(sql(SELECT_CHANGES).filter("activity_id = ?", activity_id).and_then("ORDER BY at DESC, id DESC LIMIT 100"))
        .await?;
    Ok(rows.into_iter().map(Changed::from).collect())
}

/// Marks a change as taken back; `false` when it was already.
pub async fn mark_undone(tx: &mut Tx, id: &str, now: DateTime<Utc>) -> Result<bool> {
    let undone = tx
        .execute(sql("UPDATE changes SET undone_at = ? WHERE id = ? AND undone_at IS NULL").bind(now).bind(id))
        .await?;
    Ok(undone > 0)
}

/// What an organization expects of partners and is ready for.
pub async fn together(tx: &mut Tx, organization_id: &str) -> Result<(String, String)> {
    let row: Option<(String, String)> = tx
        .optional(sql("SELECT expects, offers FROM cooperation").filter("organization_id = ?", Some(organization_id)))
        .await?;
    Ok(row.unwrap_or_default())
}

/// Sets what an organization expects of partners and is ready for.
pub async fn set_together(tx: &mut Tx, organization_id: &str, expects: &str, offers: &str) -> Result<()> {
    tx.execute(
        sql("INSERT INTO cooperation (organization_id, expects, offers) VALUES (?, ?, ?) ON CONFLICT (organization_id) DO UPDATE SET expects = excluded.expects, offers = excluded.offers")
            .bind(organization_id)
            .bind(expects)
            .bind(offers),
    )
    .await?;
    Ok(())
}

/// How many activities happen at a place.
pub(super) async fn count_at(tx: &mut Tx, place_id: &str) -> Result<i64> {
    let (count,): (i64,) =
        tx.one(sql("SELECT count(*) FROM activity_places").filter("place_id = ?", Some(place_id))).await?;
    Ok(count)
}

/// Holds an activity until the transaction ends: of two who write at once the second sees what the first wrote.
pub async fn hold(tx: &mut Tx, activity_id: &str) -> Result<()> {
    tx.execute(sql("UPDATE activities SET changed_at = changed_at").filter("id = ?", Some(activity_id))).await?;
    Ok(())
}

/// Holds a proposal until the transaction ends, as [`hold`] does an activity.
pub async fn hold_proposal(tx: &mut Tx, id: &str) -> Result<()> {
    tx.execute(sql("UPDATE proposals SET changed_at = changed_at").filter("id = ?", Some(id))).await?;
    Ok(())
}

/// Forgets drafts nobody touches, contacts and proposals that were decided long ago.
pub async fn forget_old(tx: &mut Tx, now: DateTime<Utc>) -> Result<u64> {
    let drafts = tx
        .execute(
            sql("DELETE FROM proposals")
                .filter_in("state", &["open", "asked"])
                .filter("changed_at < ?", Some(now - KEEP_DRAFTS)),
        )
        .await?;
    let waiting = tx
        .execute(
            sql("DELETE FROM proposals")
                .filter("state = ?", Some("sent"))
                .filter("changed_at < ?", Some(now - KEEP_DECIDED)),
        )
        .await?;
    let decided = tx.execute(sql("DELETE FROM proposals").filter("decided_at < ?", Some(now - KEEP_DECIDED))).await?;
    tx.execute(
        sql("UPDATE proposals SET contact = ''")
            .filter("decided_at < ?", Some(now - KEEP_CONTACT))
            .filter("contact <> ?", Some("")),
    )
    .await?;
    Ok(drafts + waiting + decided)
}
