//! Twins in the database: pairs that wait for a decision, and what was decided.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use db::{Result, Tx, sql};

use super::model::{self, Decision, Proposal, ordered};
use crate::activities::model::Activity;
use crate::exchange::corrections::model::{Correction, Field};
use crate::exchange::corrections::store as corrections;
use crate::organizations::model::State;
use crate::{activities, events, organizations};

/// Activities that are compared for one page; a provider with more is compared as far as that.
const MOST_ACTIVITIES: usize = 2_000;
/// Pairs on one page.
const MOST_PAIRS: usize = 200;
/// Ids in one statement.
const AT_ONCE: usize = 4_000;

/// Pairs that wait, and where to go on.
#[derive(Debug, Default)]
pub struct Waiting {
    /// The pairs.
    pub pairs: Vec<Proposal>,
    /// What to give to [`waiting`] for those after these; none when these were the last.
    pub next: Option<String>,
}

/// The pairs that wait for a decision, provider by provider, beginning after one (`''` from the first). Only providers
/// with activities from several sources are looked at.
pub async fn waiting(tx: &mut Tx, after: &str) -> Result<Waiting> {
    let mut providers: Vec<Vec<String>> = shared_providers(tx).await?;
    providers.retain(|ids| ids.first().is_some_and(|first| first.as_str() > after));
    let mut waiting = Waiting::default();
    let mut compared = 0;
    for (at, ids) in providers.iter().enumerate() {
        let found = published_of(tx, ids, MOST_ACTIVITIES).await?;
        compared += found.len();
        let decided = decided_among(tx, &found).await?;
        let listed = activities::store::list(tx, &found).await?;
        let listed = activities::store::with_organizations(tx, listed).await?;
        waiting.pairs.extend(model::proposals(&listed, &decided, MOST_PAIRS));
        if (compared >= MOST_ACTIVITIES || waiting.pairs.len() >= MOST_PAIRS) && at + 1 < providers.len() {
            waiting.next = ids.first().cloned();
            break;
        }
    }
    Ok(waiting)
}

/// Providers whose activities come from more than one source, each with all its ids.
async fn shared_providers(tx: &mut Tx) -> Result<Vec<Vec<String>>> {
    let rows: Vec<(String, String)> = tx
        .all(
            sql("SELECT DISTINCT organization_id, COALESCE(source_id, '') FROM activities")
                .filter("state = ?", Some(State::Published.as_str())),
        )
        .await?;
    let mut sources: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut all = BTreeSet::new();
    for (organization_id, source_id) in rows {
        all.insert(source_id.clone());
        sources.entry(organization_id).or_default().insert(source_id);
    }
    if all.len() < 2 {
        return Ok(Vec::new());
    }
    let ids: Vec<String> = sources.keys().cloned().collect();
    let mut found = Vec::new();
    for ids in ids.chunks(AT_ONCE) {
        found.extend(organizations::store::list(tx, ids).await?);
    }
    let mut providers = model::providers(&found);
    providers.retain(|ids| {
        let of_all: BTreeSet<&String> = ids.iter().filter_map(|id| sources.get(id)).flatten().collect();
        of_all.len() > 1
    });
    Ok(providers)
}

/// The ids of what organizations have published.
async fn published_of(tx: &mut Tx, organization_ids: &[String], limit: usize) -> Result<Vec<String>> {
    let mut found: Vec<String> = Vec::new();
    for ids in organization_ids.chunks(AT_ONCE) {
        let rows: Vec<(String,)> = tx
            .all(
                sql("SELECT id FROM activities")
                    .filter_in("organization_id", ids)
                    .filter("state = ?", Some(State::Published.as_str()))
                    .and_then("ORDER BY id LIMIT ?")
                    .bind(limit as i64),
            )
            .await?;
        found.extend(rows.into_iter().map(|(id,)| id));
    }
    found.truncate(limit);
    Ok(found)
}

/// The pairs among these activities that somebody has decided about.
async fn decided_among(tx: &mut Tx, ids: &[String]) -> Result<BTreeSet<(String, String)>> {
    if ids.is_empty() {
        return Ok(BTreeSet::new());
    }
    let rows: Vec<(String, String)> =
        tx.all(sql("SELECT one_id, other_id FROM twins").filter_in("one_id", ids)).await?;
    Ok(rows.into_iter().collect())
}

/// How two ids were decided about.
pub async fn find(tx: &mut Tx, one: &str, other: &str) -> Result<Option<Decision>> {
    let (one, other) = ordered(one, other);
    let row: Option<(String, Option<String>)> = tx
        .optional(
            sql("SELECT decision, kept_id FROM twins")
                .filter("one_id = ?", Some(one))
                .filter("other_id = ?", Some(other)),
        )
        .await?;
    Ok(row.map(|(decision, kept)| match kept {
        Some(kept) if decision == "same" => Decision::Same(kept),
        _ => Decision::Different,
    }))
}

/// Remembers a decision about two activities. When they are the same, the one that does not stay is hidden, also from
/// later runs of its source. Returns the number of the last event.
pub async fn decide(
    tx: &mut Tx,
    one: &Activity,
    other: &Activity,
    decision: &Decision,
    now: DateTime<Utc>,
) -> Result<i64> {
    let (first, second) = ordered(&one.id, &other.id);
    let (code, kept) = match decision {
        Decision::Same(kept) => ("same", Some(kept.clone())),
        Decision::Different => ("different", None),
    };
    tx.execute(
        sql("INSERT INTO twins (one_id, other_id, decision, kept_id, decided_at) VALUES (?, ?, ?, ?, ?)")
            .bind(first)
            .bind(second)
            .bind(code)
            .bind(kept.clone())
            .bind(now),
    )
    .await?;
    if let Some(kept) = kept {
        hide(tx, if one.id == kept { other } else { one }, now).await?;
    }
    events::record(tx, "twins.decided", first, now).await
}

async fn hide(tx: &mut Tx, activity: &Activity, now: DateTime<Utc>) -> Result<()> {
    // What was made here has no source that could bring it back.
    if activity.source_id.is_some() {
        let known = state_correction(tx, &activity.id).await?;
        let correction = Correction {
            field: Field::State,
            language: String::new(),
            value: State::Draft.as_str().to_owned(),
            source_value: known.map_or_else(|| activity.state.as_str().to_owned(), |known| known.source_value),
        };
        corrections::set(tx, &activity.id, &correction, now).await?;
    }
    activities::store::set_state(tx, &activity.id, State::Draft, now).await
}

async fn state_correction(tx: &mut Tx, activity_id: &str) -> Result<Option<Correction>> {
    let known = corrections::list(tx, &[activity_id]).await?.remove(activity_id).unwrap_or_default();
    Ok(known.into_iter().find(|one| one.field == Field::State))
}

/// Takes a decision back: what it hid is seen again, and the pair waits anew. Returns the number of the last event.
pub async fn take_back(tx: &mut Tx, one: &str, other: &str, now: DateTime<Utc>) -> Result<Option<i64>> {
    let Some(decision) = find(tx, one, other).await? else { return Ok(None) };
    let (first, second) = ordered(one, other);
    tx.execute(sql("DELETE FROM twins").filter("one_id = ?", Some(first)).filter("other_id = ?", Some(second))).await?;
    if let Decision::Same(kept) = decision {
        show(tx, if first == kept { second } else { first }, now).await?;
    }
    Ok(Some(events::record(tx, "twins.decided", first, now).await?))
}

/// Shows again what a decision hid. What its source no longer has stays gone, and what another decision hides too stays
/// hidden.
async fn show(tx: &mut Tx, id: &str, now: DateTime<Utc>) -> Result<()> {
    let Some(activity) = activities::store::find(tx, id).await? else { return Ok(()) };
    let (others,): (i64,) = tx
        .one(
            sql("SELECT COUNT(*) FROM twins WHERE decision = 'same' AND kept_id <> ? AND (one_id = ? OR other_id = ?)")
                .bind(id)
                .bind(id)
                .bind(id),
        )
        .await?;
    if others > 0 {
        return Ok(());
    }
    match state_correction(tx, id).await? {
        // The keeper had opened it against its source before.
        Some(known) if known.source_value != State::Published.as_str() && activity.state == State::Draft => {
            let correction = Correction { value: State::Published.as_str().to_owned(), ..known };
            corrections::set(tx, id, &correction, now).await?;
        }
        Some(_) => corrections::remove(tx, id, Field::State, "").await?,
        None => {}
    }
    if activity.state == State::Draft {
        activities::store::set_state(tx, id, State::Published, now).await?;
    }
    Ok(())
}

/// A decision as its list shows it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Decided {
    /// The smaller id.
    pub one_id: String,
    /// Its name in Finnish, or its address when it has none.
    pub one: String,
    /// Whether people see it.
    pub one_state: String,
    /// The other id.
    pub other_id: String,
    /// Its name.
    pub other: String,
    /// Whether people see it.
    pub other_state: String,
    /// The one that stays; none when they are different.
    pub kept_id: Option<String>,
    /// When it was decided.
    pub decided_at: DateTime<Utc>,
}

impl Decided {
    /// The name of the one that stays.
    pub fn kept(&self) -> Option<&str> {
        let kept = self.kept_id.as_ref()?;
        Some(if *kept == self.one_id { &self.one } else { &self.other })
    }

    /// Whether nobody sees the one that was to stay any more: then the hidden one may be wanted again.
    pub fn kept_is_unseen(&self) -> bool {
        let state = |kept: &String| if *kept == self.one_id { &self.one_state } else { &self.other_state };
        self.kept_id.as_ref().is_some_and(|kept| state(kept) != State::Published.as_str())
    }
}

/// What was decided, the latest first.
pub async fn decisions(tx: &mut Tx, limit: i64) -> Result<Vec<Decided>> {
    tx.all(
        sql("SELECT twins.one_id, COALESCE(NULLIF(one_texts.name, ''), one.slug) AS one, one.state AS one_state, twins.other_id, COALESCE(NULLIF(other_texts.name, ''), other.slug) AS other, other.state AS other_state, twins.kept_id, twins.decided_at FROM twins JOIN activities one ON one.id = twins.one_id JOIN activities other ON other.id = twins.other_id LEFT JOIN activity_texts one_texts ON one_texts.activity_id = twins.one_id AND one_texts.language = 'fi' LEFT JOIN activity_texts other_texts ON other_texts.activity_id = twins.other_id AND other_texts.language = 'fi' ORDER BY twins.decided_at DESC, twins.one_id, twins.other_id LIMIT ?")
            .bind(limit),
    )
    .await
}
