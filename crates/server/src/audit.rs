//! The audit log: who did what, hash-chained, so that a row that was changed or taken out is noticed.

use chrono::{DateTime, SecondsFormat, SubsecRound, Utc};
use db::{Result, Tx, sql};
use sha2::{Digest, Sha256};

/// One row.
#[derive(Debug, Clone, sqlx::FromRow)]
struct Row {
    number: i64,
    at: DateTime<Utc>,
    account_id: String,
    action: String,
    subject_id: String,
    hash: String,
}

/// What the first row is chained to.
const BEGINNING: &str = "";
/// Rows that are checked at a time.
const AT_ONCE: i64 = 10_000;

/// Appends to the log inside the transaction of what was done. `account_id` is '' when the program did it itself.
pub async fn record(
    tx: &mut Tx,
    account_id: &str,
    action: &'static str,
    subject_id: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    // As in `events::record`: the row of the counter is locked until the transaction ends.
    let (number,): (i64,) =
        tx.one(sql("UPDATE counters SET value = value + 1 WHERE name = 'audit' RETURNING value")).await?;
    let before: Option<(String,)> =
        tx.optional(sql("SELECT hash FROM audit").filter("number = ?", Some(number - 1))).await?;
    let before = before.map_or(BEGINNING.to_owned(), |(hash,)| hash);
    let row = Row {
        number,
        at: now.trunc_subsecs(6),
        account_id: account_id.to_owned(),
        action: action.to_owned(),
        subject_id: subject_id.to_owned(),
        hash: String::new(),
    };
    tx.execute(
        sql("INSERT INTO audit (number, at, account_id, action, subject_id, hash) VALUES (?, ?, ?, ?, ?, ?)")
            .bind(number)
            .bind(row.at)
            .bind(account_id)
            .bind(action)
            .bind(subject_id)
            .bind(chained(&before, &row)),
    )
    .await?;
    Ok(())
}

/// What the check of the log found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Checked {
    /// Every row is as it was written; so many.
    Whole(i64),
    /// The row of this number was changed, or one before it is missing.
    Broken(i64),
}

/// Checks the whole chain.
pub async fn check(tx: &mut Tx) -> Result<Checked> {
    let (newest,): (i64,) = tx.one(sql("SELECT value FROM counters WHERE name = 'audit'")).await?;
    let (mut seen, mut before) = (0, BEGINNING.to_owned());
    loop {
        let rows: Vec<Row> = tx
            .all(
                sql("SELECT number, at, account_id, action, subject_id, hash FROM audit WHERE number > ? ORDER BY number LIMIT ?")
                    .bind(seen)
                    .bind(AT_ONCE),
            )
            .await?;
        if rows.is_empty() {
            break;
        }
        for row in rows {
            if row.number != seen + 1 || chained(&before, &row) != row.hash {
                return Ok(Checked::Broken(row.number));
            }
            (seen, before) = (row.number, row.hash);
        }
    }
    Ok(if seen == newest { Checked::Whole(seen) } else { Checked::Broken(seen + 1) })
}

fn chained(before: &str, row: &Row) -> String {
    let at = row.at.to_rfc3339_opts(SecondsFormat::Micros, true);
    let parts = [before, &row.number.to_string(), &at, &row.account_id, &row.action, &row.subject_id];
    let mut digest = Sha256::new();
    for part in parts {
        // The length first: no part can run over into the next.
        digest.update((part.len() as u64).to_be_bytes());
        digest.update(part.as_bytes());
    }
    digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Town;

    #[tokio::test]
    async fn a_row_that_was_changed_or_taken_out_is_noticed() {
        for town in Town::on_every_engine().await {
            let now = town.app.now();
            let mut tx = town.app.db.write().await.expect("write");
            assert_eq!(check(&mut tx).await.expect("read"), Checked::Whole(0));
            for subject in ["a", "b", "c"] {
                record(&mut tx, "somebody", "activity.changed", subject, now).await.expect("written");
            }
            assert_eq!(check(&mut tx).await.expect("read"), Checked::Whole(3));
            tx.execute(sql("UPDATE audit SET subject_id = 'x' WHERE number = 2")).await.expect("forged");
            assert_eq!(check(&mut tx).await.expect("read"), Checked::Broken(2));
            tx.execute(sql("UPDATE audit SET subject_id = 'b' WHERE number = 2")).await.expect("put back");
            assert_eq!(check(&mut tx).await.expect("read"), Checked::Whole(3));
            tx.execute(sql("DELETE FROM audit WHERE number = 3")).await.expect("taken out");
            assert_eq!(check(&mut tx).await.expect("read"), Checked::Broken(3), "the last one is missed too");
        }
    }
}
