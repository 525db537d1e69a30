//! Accounts, links and sessions in the database.

use chrono::{DateTime, Utc};
use db::{Result, Tx, sql};

use super::model::{LINK_WAITS, NOTED_EVERY, SESSION_IDLE, SESSION_LASTS, Secret, holds};

/// Who is signed in.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Account {
    /// The account's id.
    pub id: String,
    /// What it is called.
    pub name: String,
}

/// The keeper's account of this name, made when it is not there.
pub async fn keeper(tx: &mut Tx, name: &str, now: DateTime<Utc>) -> Result<Account> {
    tx.execute(
        sql("INSERT INTO accounts (id, name, role, made_at) VALUES (?, ?, 'keeper', ?) ON CONFLICT (name) DO NOTHING")
            .bind(db::new_id())
            .bind(name)
            .bind(now),
    )
    .await?;
    tx.one(sql("SELECT id, name FROM accounts").filter("name = ?", Some(name))).await
}

/// Adds a link that signs in once. The account's earlier links open nothing any more.
pub async fn add_link(tx: &mut Tx, secret: &Secret, account_id: &str, now: DateTime<Utc>) -> Result<()> {
    tx.execute(sql("DELETE FROM sign_in_links").filter("account_id = ?", Some(account_id))).await?;
    tx.execute(
        sql("INSERT INTO sign_in_links (hash, account_id, expires_at) VALUES (?, ?, ?)")
            .bind(secret.hash())
            .bind(account_id)
            .bind(now + LINK_WAITS),
    )
    .await?;
    Ok(())
}

/// Whose link this is, when it can still be used.
pub async fn of_link(tx: &mut Tx, secret: &Secret, now: DateTime<Utc>) -> Result<Option<Account>> {
    tx.optional(
        sql("SELECT accounts.id, accounts.name FROM sign_in_links JOIN accounts ON accounts.id = sign_in_links.account_id")
            .filter("sign_in_links.hash = ?", Some(secret.hash()))
            .filter("expires_at > ?", Some(now)),
    )
    .await
}

/// Uses a link up and begins a session; `None` when the link opens nothing (any more).
pub async fn sign_in(tx: &mut Tx, link: &Secret, session: &Secret, now: DateTime<Utc>) -> Result<Option<Account>> {
    let Some(account) = of_link(tx, link, now).await? else { return Ok(None) };
    // Of two who come at the same moment one finds the row gone.
    let used = tx.execute(sql("DELETE FROM sign_in_links").filter("hash = ?", Some(link.hash()))).await?;
    if used == 0 {
        return Ok(None);
    }
    tx.execute(
        sql("INSERT INTO sign_ins (hash, account_id, made_at, seen_at) VALUES (?, ?, ?, ?)")
            .bind(session.hash())
            .bind(&account.id)
            .bind(now)
            .bind(now),
    )
    .await?;
    Ok(Some(account))
}

/// A session that holds.
#[derive(Debug, Clone)]
pub struct Session {
    /// Whose it is.
    pub account: Account,
    /// Whether its use should be noted ([`seen`]).
    pub is_due: bool,
}

/// The session of a cookie, when it holds.
pub async fn session(tx: &mut Tx, secret: &Secret, now: DateTime<Utc>) -> Result<Option<Session>> {
    let row: Option<(String, String, DateTime<Utc>, DateTime<Utc>)> = tx
        .optional(
            sql("SELECT accounts.id, accounts.name, sign_ins.made_at, sign_ins.seen_at FROM sign_ins JOIN accounts ON accounts.id = sign_ins.account_id")
                .filter("sign_ins.hash = ?", Some(secret.hash())),
        )
        .await?;
    Ok(row
        .filter(|(_, _, made_at, seen_at)| holds(*made_at, *seen_at, now))
        .map(|(id, name, _, seen_at)| Session { account: Account { id, name }, is_due: now - seen_at >= NOTED_EVERY }))
}

/// Notes that a session is in use.
pub async fn seen(tx: &mut Tx, secret: &Secret, now: DateTime<Utc>) -> Result<()> {
    tx.execute(sql("UPDATE sign_ins SET seen_at = ?").bind(now).filter("hash = ?", Some(secret.hash()))).await?;
    Ok(())
}

/// Ends one session.
pub async fn sign_out(tx: &mut Tx, secret: &Secret) -> Result<()> {
    tx.execute(sql("DELETE FROM sign_ins").filter("hash = ?", Some(secret.hash()))).await?;
    Ok(())
}

/// Ends every session of an account.
pub async fn sign_out_everywhere(tx: &mut Tx, account_id: &str) -> Result<u64> {
    tx.execute(sql("DELETE FROM sign_ins").filter("account_id = ?", Some(account_id))).await
}

/// How many sessions of an account hold.
pub async fn count_sessions(tx: &mut Tx, account_id: &str, now: DateTime<Utc>) -> Result<i64> {
    let (count,): (i64,) = tx
        .one(
            sql("SELECT count(*) FROM sign_ins")
                .filter("account_id = ?", Some(account_id))
                .filter("made_at > ?", Some(now - SESSION_LASTS))
                .filter("seen_at > ?", Some(now - SESSION_IDLE)),
        )
        .await?;
    Ok(count)
}

/// Forgets links and sessions that open nothing any more.
pub async fn forget_old(tx: &mut Tx, now: DateTime<Utc>) -> Result<u64> {
    let links = tx.execute(sql("DELETE FROM sign_in_links").filter("expires_at <= ?", Some(now))).await?;
    let idle = tx.execute(sql("DELETE FROM sign_ins").filter("seen_at <= ?", Some(now - SESSION_IDLE))).await?;
    let old = tx.execute(sql("DELETE FROM sign_ins").filter("made_at <= ?", Some(now - SESSION_LASTS))).await?;
    Ok(links + idle + old)
}
