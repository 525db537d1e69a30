//! Accounts, roles, links and sessions in the database.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use db::{Result, Tx, sql};

use super::model::{Actor, NOTED_EVERY, Role, SESSION_IDLE, SESSION_LASTS, Secret, Standing, holds};
use crate::vocabulary::{packed, unpacked};

/// Somebody with an account.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Account {
    /// The account's id.
    pub id: String,
    /// What they are called.
    pub name: String,
    /// Their mail address; none for a keeper who signs in from the terminal only.
    pub email: Option<String>,
    /// The language of their letters.
    pub language: String,
}

const SELECT: &str = "SELECT id, name, email, language FROM accounts";

/// One account.
pub async fn find(tx: &mut Tx, id: &str) -> Result<Option<Account>> {
    tx.optional(sql(SELECT).filter("id = ?", Some(id))).await
}

/// The account of a mail address (in small letters).
pub async fn find_by_email(tx: &mut Tx, email: &str) -> Result<Option<Account>> {
    tx.optional(sql(SELECT).filter("email = ?", Some(email))).await
}

/// Accounts by name, at most 1,000, each with its roles.
pub async fn list(tx: &mut Tx) -> Result<Vec<(Account, Vec<Standing>)>> {
    let accounts: Vec<Account> = tx.all(sql(SELECT).and_then("ORDER BY name, id LIMIT 1000")).await?;
    let ids: Vec<&str> = accounts.iter().map(|account| account.id.as_str()).collect();
    let mut standings = standings(tx, &ids).await?;
    Ok(accounts
        .into_iter()
        .map(|account| {
            let own = standings.remove(&account.id).unwrap_or_default();
            (account, own)
        })
        .collect())
}

/// The keeper's account of this name, made when it is not there.
pub async fn keeper(tx: &mut Tx, name: &str, now: DateTime<Utc>) -> Result<Account> {
    let known: Option<Account> = tx
        .optional(
            sql("SELECT id, name, email, language FROM accounts WHERE name = ? AND id IN (SELECT account_id FROM roles WHERE role = 'keeper') ORDER BY made_at LIMIT 1")
                .bind(name),
        )
        .await?;
    if let Some(known) = known {
        return Ok(known);
    }
    let account = Account { id: db::new_id(), name: name.to_owned(), email: None, language: "fi".to_owned() };
    add(tx, &account, now).await?;
    let standing = Standing { role: Role::Keeper, organization_id: String::new(), areas: Vec::new() };
    give(tx, &account.id, &standing, now).await?;
    Ok(account)
}

/// Adds an account.
pub async fn add(tx: &mut Tx, account: &Account, now: DateTime<Utc>) -> Result<()> {
    tx.execute(
        sql("INSERT INTO accounts (id, name, email, language, made_at) VALUES (?, ?, ?, ?, ?)")
            .bind(&account.id)
            .bind(&account.name)
            .bind(account.email.clone())
            .bind(&account.language)
            .bind(now),
    )
    .await?;
    Ok(())
}

/// Changes what somebody is called and the language of their letters.
pub async fn rename(tx: &mut Tx, id: &str, name: &str, language: &str) -> Result<()> {
    tx.execute(sql("UPDATE accounts SET name = ?, language = ?").bind(name).bind(language).filter("id = ?", Some(id)))
        .await?;
    Ok(())
}

/// Gives a role; one that is there keeps its day and takes the new areas.
pub async fn give(tx: &mut Tx, account_id: &str, standing: &Standing, now: DateTime<Utc>) -> Result<()> {
    tx.execute(
        sql("INSERT INTO roles (account_id, role, organization_id, areas, made_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (account_id, role, organization_id) DO UPDATE SET areas = excluded.areas")
            .bind(account_id)
            .bind(standing.role.code())
            .bind(&standing.organization_id)
            .bind(packed(&standing.areas))
            .bind(now),
    )
    .await?;
    Ok(())
}

/// Takes a role away; `false` when it was not there.
pub async fn take_away(tx: &mut Tx, account_id: &str, role: Role, organization_id: &str) -> Result<bool> {
    let taken = tx
        .execute(
            sql("DELETE FROM roles")
                .filter("account_id = ?", Some(account_id))
                .filter("role = ?", Some(role.code()))
                .filter("organization_id = ?", Some(organization_id)),
        )
        .await?;
    Ok(taken > 0)
}

/// Who keeps an organization's pages and can be written to: accounts with a mail address.
pub async fn of_organization(tx: &mut Tx, organization_id: &str) -> Result<Vec<Account>> {
    tx.all(
        sql("SELECT id, name, email, language FROM accounts WHERE email IS NOT NULL AND id IN (SELECT account_id FROM roles WHERE organization_id = ? AND role IN ('leader', 'editor')) ORDER BY name, id LIMIT 50")
            .bind(organization_id),
    )
    .await
}

#[derive(sqlx::FromRow)]
struct RoleRow {
    account_id: String,
    role: String,
    organization_id: String,
    areas: String,
}

/// The roles of these accounts, by account.
pub async fn standings(tx: &mut Tx, account_ids: &[&str]) -> Result<HashMap<String, Vec<Standing>>> {
    let rows: Vec<RoleRow> = tx
        .all(
            sql("SELECT account_id, role, organization_id, areas FROM roles")
                .filter_in("account_id", account_ids)
                .and_then("ORDER BY made_at, role, organization_id"),
        )
        .await?;
    let mut found: HashMap<String, Vec<Standing>> = HashMap::new();
    for row in rows {
        if let Some(role) = Role::of(&row.role) {
            let standing = Standing { role, organization_id: row.organization_id, areas: unpacked(&row.areas) };
            found.entry(row.account_id).or_default().push(standing);
        }
    }
    Ok(found)
}

/// Adds a link that signs in once, for so long. Earlier ones stay: who asks for a link does not end an invitation.
pub async fn add_link(
    tx: &mut Tx,
    secret: &Secret,
    account_id: &str,
    waits: TimeDelta,
    now: DateTime<Utc>,
) -> Result<()> {
    tx.execute(
        sql("INSERT INTO sign_in_links (hash, account_id, expires_at) VALUES (?, ?, ?)")
            .bind(secret.hash())
            .bind(account_id)
            .bind(now + waits),
    )
    .await?;
    Ok(())
}

/// Whose link this is, when it can still be used.
pub async fn of_link(tx: &mut Tx, secret: &Secret, now: DateTime<Utc>) -> Result<Option<Account>> {
    tx.optional(
        sql("SELECT accounts.id, accounts.name, accounts.email, accounts.language FROM sign_in_links JOIN accounts ON accounts.id = sign_in_links.account_id")
            .filter("sign_in_links.hash = ?", Some(secret.hash()))
            .filter("expires_at > ?", Some(now)),
    )
    .await
}

/// Uses a link up, with every other one of the account, and begins a session; `None` when the link opens nothing (any more).
pub async fn sign_in(
    tx: &mut Tx,
    link: &Secret,
    session: &Secret,
    device: &str,
    now: DateTime<Utc>,
) -> Result<Option<Account>> {
    let Some(account) = of_link(tx, link, now).await? else { return Ok(None) };
    // Of two who come at the same moment one finds the row gone.
    let used = tx.execute(sql("DELETE FROM sign_in_links").filter("hash = ?", Some(link.hash()))).await?;
    if used == 0 {
        return Ok(None);
    }
    tx.execute(sql("DELETE FROM sign_in_links").filter("account_id = ?", Some(&account.id))).await?;
    tx.execute(
        sql("INSERT INTO sign_ins (hash, id, account_id, device, made_at, seen_at) VALUES (?, ?, ?, ?, ?, ?)")
            .bind(session.hash())
            .bind(db::new_id())
            .bind(&account.id)
            .bind(device)
            .bind(now)
            .bind(now),
    )
    .await?;
    Ok(Some(account))
}

/// A session that holds.
#[derive(Debug, Clone)]
pub struct Held {
    /// Whose it is.
    pub actor: Actor,
    /// Whether its use should be noted ([`seen`]).
    pub is_due: bool,
}

/// The session of a cookie, when it holds.
pub async fn session(tx: &mut Tx, secret: &Secret, now: DateTime<Utc>) -> Result<Option<Held>> {
    let row: Option<(String, String, DateTime<Utc>, DateTime<Utc>)> = tx
        .optional(
            sql("SELECT accounts.id, accounts.name, sign_ins.made_at, sign_ins.seen_at FROM sign_ins JOIN accounts ON accounts.id = sign_ins.account_id")
                .filter("sign_ins.hash = ?", Some(secret.hash())),
        )
        .await?;
    let Some((id, name, _, seen_at)) = row.filter(|(_, _, made_at, seen_at)| holds(*made_at, *seen_at, now)) else {
        return Ok(None);
    };
    let standings = standings(tx, &[&id]).await?.remove(&id).unwrap_or_default();
    Ok(Some(Held { actor: Actor { id, name, standings }, is_due: now - seen_at >= NOTED_EVERY }))
}

/// Notes that a session is in use.
pub async fn seen(tx: &mut Tx, secret: &Secret, now: DateTime<Utc>) -> Result<()> {
    tx.execute(sql("UPDATE sign_ins SET seen_at = ?").bind(now).filter("hash = ?", Some(secret.hash()))).await?;
    Ok(())
}

/// A session as its owner sees it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct SignIn {
    /// By which it is ended.
    pub id: String,
    /// Browser and system in a word or two; may be ''.
    pub device: String,
    /// When it began.
    pub made_at: DateTime<Utc>,
    /// When it was last used, to some minutes.
    pub seen_at: DateTime<Utc>,
    hash: String,
}

impl SignIn {
    /// Whether it is this one.
    pub fn is(&self, secret: &Secret) -> bool {
        self.hash == secret.hash()
    }
}

/// The sessions of an account that hold, the last used one first.
pub async fn sign_ins(tx: &mut Tx, account_id: &str, now: DateTime<Utc>) -> Result<Vec<SignIn>> {
    tx.all(
        sql("SELECT id, device, made_at, seen_at, hash FROM sign_ins")
            .filter("account_id = ?", Some(account_id))
            .filter("made_at > ?", Some(now - SESSION_LASTS))
            .filter("seen_at > ?", Some(now - SESSION_IDLE))
            .and_then("ORDER BY seen_at DESC, id LIMIT 100"),
    )
    .await
}

/// Ends one session.
pub async fn sign_out(tx: &mut Tx, secret: &Secret) -> Result<()> {
    tx.execute(sql("DELETE FROM sign_ins").filter("hash = ?", Some(secret.hash()))).await?;
    Ok(())
}

/// Ends one of an account's sessions by its id.
pub async fn end_session(tx: &mut Tx, account_id: &str, id: &str) -> Result<()> {
    tx.execute(sql("DELETE FROM sign_ins").filter("account_id = ?", Some(account_id)).filter("id = ?", Some(id)))
        .await?;
    Ok(())
}

/// Ends every session of an account, and its links.
pub async fn sign_out_everywhere(tx: &mut Tx, account_id: &str) -> Result<u64> {
    tx.execute(sql("DELETE FROM sign_in_links").filter("account_id = ?", Some(account_id))).await?;
    tx.execute(sql("DELETE FROM sign_ins").filter("account_id = ?", Some(account_id))).await
}

/// Removes an account with its roles, links and sessions. What it changed on the tray stays, without a name.
pub async fn remove(tx: &mut Tx, id: &str) -> Result<()> {
    sign_out_everywhere(tx, id).await?;
    // Letters about what it kept open nothing any more; who still keeps that is written to again.
    tx.execute(
        sql("DELETE FROM letter_keys WHERE opens = 'activity' AND subject_id IN (SELECT id FROM activities WHERE organization_id IN (SELECT organization_id FROM roles WHERE account_id = ?))")
            .bind(id),
    )
    .await?;
    tx.execute(sql("DELETE FROM roles").filter("account_id = ?", Some(id))).await?;
    // Its drafts may hold what not everybody may see: their links end, and what was not decided goes.
    tx.execute(
        sql("DELETE FROM letter_keys WHERE subject_id IN (SELECT id FROM proposals WHERE account_id = ?)").bind(id),
    )
    .await?;
    tx.execute(
        sql("DELETE FROM proposals").filter("account_id = ?", Some(id)).filter_in("state", &["open", "asked", "sent"]),
    )
    .await?;
    tx.execute(sql("UPDATE proposals SET account_id = NULL, contact = ''").filter("account_id = ?", Some(id))).await?;
    tx.execute(sql("DELETE FROM accounts").filter("id = ?", Some(id))).await?;
    Ok(())
}

/// Holds the roles of keepers until the transaction ends.
pub async fn hold_keepers(tx: &mut Tx) -> Result<()> {
    tx.execute(sql("UPDATE roles SET made_at = made_at WHERE role = 'keeper'")).await?;
    Ok(())
}

/// Whether an account is the only keeper's.
pub async fn is_last_keeper(tx: &mut Tx, id: &str) -> Result<bool> {
    let rows: Vec<(String,)> = tx.all(sql("SELECT account_id FROM roles WHERE role = 'keeper' LIMIT 2")).await?;
    Ok(rows.len() == 1 && rows[0].0 == id)
}

/// Forgets links and sessions that open nothing any more.
pub async fn forget_old(tx: &mut Tx, now: DateTime<Utc>) -> Result<u64> {
    let links = tx.execute(sql("DELETE FROM sign_in_links").filter("expires_at <= ?", Some(now))).await?;
    let idle = tx.execute(sql("DELETE FROM sign_ins").filter("seen_at <= ?", Some(now - SESSION_IDLE))).await?;
    let old = tx.execute(sql("DELETE FROM sign_ins").filter("made_at <= ?", Some(now - SESSION_LASTS))).await?;
    Ok(links + idle + old)
}
