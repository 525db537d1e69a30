//! Needs in the database.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use db::{Result, Tx, sql};

use super::model::digits;
use crate::events;

/// How long counts and wishes are kept: two years show whether a gap was filled.
const KEEP_NEEDS: TimeDelta = TimeDelta::days(730);
/// How long a request for a call waits; the privacy page promises it.
const KEEP_CALLS: TimeDelta = TimeDelta::days(30);
/// More than this do not wait: nobody could call them all, and a robot must not fill the table.
pub const MOST_WAITING: i64 = 500;

/// Notes that on this day something was looked for and not found. Words must hold nobody's name: see
/// [`search::Index::common_words`].
pub async fn count_miss(tx: &mut Tx, day: NaiveDate, words: &str, municipality: &str) -> Result<()> {
    tx.execute(
        sql("INSERT INTO misses (day, words, municipality) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
            .bind(day.to_string())
            .bind(words)
            .bind(municipality),
    )
    .await?;
    Ok(())
}

/// Words that were looked for and not found.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Missed {
    /// In their base forms.
    pub words: String,
    /// The code of the municipality they were looked for in; '' anywhere.
    pub municipality: String,
    /// On how many days.
    pub days: i64,
    /// The last of them.
    pub last: String,
}

/// What was looked for and not found since a day, the most often missed first.
pub async fn missed(tx: &mut Tx, since: NaiveDate, limit: i64) -> Result<Vec<Missed>> {
    tx.all(
        sql("SELECT words, municipality, COUNT(*) AS days, MAX(day) AS last FROM misses WHERE day >= ? GROUP BY words, municipality ORDER BY COUNT(*) DESC, MAX(day) DESC, words, municipality LIMIT ?")
            .bind(since.to_string())
            .bind(limit),
    )
    .await
}

/// A wish for something the area does not have.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Wish {
    /// The day it was left.
    pub day: String,
    /// In the reader's words.
    pub wish: String,
    /// The code of the municipality it is for; '' any.
    pub municipality: String,
}

/// Stores a wish and returns the number of its event.
pub async fn add_wish(tx: &mut Tx, wish: &Wish, now: DateTime<Utc>) -> Result<i64> {
    let id = db::new_id();
    tx.execute(
        sql("INSERT INTO wishes (id, day, wish, municipality) VALUES (?, ?, ?, ?)")
            .bind(&id)
            .bind(&wish.day)
            .bind(&wish.wish)
            .bind(&wish.municipality),
    )
    .await?;
    events::record(tx, "wish.left", &id, now).await
}

/// Wishes since a day, the newest first.
pub async fn wishes(tx: &mut Tx, since: NaiveDate, limit: i64) -> Result<Vec<Wish>> {
    tx.all(
        sql("SELECT day, wish, municipality FROM wishes WHERE day >= ? ORDER BY day DESC, id DESC LIMIT ?")
            .bind(since.to_string())
            .bind(limit),
    )
    .await
}

/// A wish to be called.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct CallRequest {
    /// What to call them; may be empty.
    pub name: String,
    /// As they typed it.
    pub phone: String,
    /// One of [`SUITS`](super::model::SUITS).
    pub suits: String,
    /// The language of the page it was sent from.
    pub language: String,
}

/// What became of a request for a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// It waits; the number of its event.
    Waits(i64),
    /// So many wait that one more would only be forgotten.
    TooMany,
}

/// Stores a request for a call; one for the same number takes the place of the earlier one.
pub async fn ask_for_call(tx: &mut Tx, request: &CallRequest, now: DateTime<Utc>) -> Result<Asked> {
    let waiting = waiting_calls(tx).await?;
    let number = digits(&request.phone);
    let same = waiting.iter().find(|known| digits(&known.request.phone) == number);
    if let Some(same) = same {
        tx.execute(sql("DELETE FROM call_requests").filter("id = ?", Some(&same.id))).await?;
    } else if waiting.len() as i64 >= MOST_WAITING {
        return Ok(Asked::TooMany);
    }
    let id = db::new_id();
    tx.execute(
        sql("INSERT INTO call_requests (id, made_at, name, phone, suits, language) VALUES (?, ?, ?, ?, ?, ?)")
            .bind(&id)
            .bind(now)
            .bind(&request.name)
            .bind(&request.phone)
            .bind(&request.suits)
            .bind(&request.language),
    )
    .await?;
    Ok(Asked::Waits(events::record(tx, "call.asked", &id, now).await?))
}

/// A request for a call that nobody has answered yet.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct WaitingCall {
    /// Its id.
    pub id: String,
    /// When it was sent.
    pub made_at: DateTime<Utc>,
    /// Whom to call.
    #[sqlx(flatten)]
    pub request: CallRequest,
}

/// Requests nobody has answered yet, oldest first.
pub async fn waiting_calls(tx: &mut Tx) -> Result<Vec<WaitingCall>> {
    tx.all(
        sql("SELECT id, made_at, name, phone, suits, language FROM call_requests ORDER BY made_at, id LIMIT ?")
            .bind(MOST_WAITING),
    )
    .await
}

/// Deletes a request that was answered; `false` when none waits by that id.
pub async fn mark_called(tx: &mut Tx, id: &str, now: DateTime<Utc>) -> Result<bool> {
    let called = tx.execute(sql("DELETE FROM call_requests").filter("id = ?", Some(id))).await?;
    if called > 0 {
        events::record(tx, "call.made", id, now).await?;
    }
    Ok(called > 0)
}

/// Deletes counts and wishes of two years ago and requests nobody answered in a month; says how many.
pub async fn forget_old(tx: &mut Tx, now: DateTime<Utc>) -> Result<u64> {
    let before = (now - KEEP_NEEDS).date_naive().to_string();
    let misses = tx.execute(sql("DELETE FROM misses").filter("day < ?", Some(&before))).await?;
    let wishes = tx.execute(sql("DELETE FROM wishes").filter("day < ?", Some(&before))).await?;
    let calls = tx.execute(sql("DELETE FROM call_requests").filter("made_at < ?", Some(now - KEEP_CALLS))).await?;
    Ok(misses + wishes + calls)
}
