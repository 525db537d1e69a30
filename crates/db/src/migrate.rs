//! Bringing a database to the shape this program knows.

use sqlx::AssertSqlSafe;

use crate::tx::Inner;
use crate::{Db, Engine, Error, Result, Tx, sql};

/// One step of the shape of the database, written once with PostgreSQL's type names.
#[derive(Debug, Clone)]
pub struct Migration {
    /// Its place in the order, from 1.
    pub number: i64,
    /// What it does, for people.
    pub name: String,
    /// The one engine it is for, when the two must differ.
    pub engine: Option<Engine>,
    /// The statements.
    pub text: String,
}

/// What [`Db::migrate`] did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Applied {
    /// The number the database stood at before (0: it was empty).
    pub from: i64,
    /// The number it stands at now.
    pub to: i64,
}

impl Db {
    /// Applies what is missing, each migration in a transaction of its own.
    ///
    /// # Errors
    /// [`Error::Newer`] when the database knows a migration this program does not: nothing is touched then.
    /// [`Error::ChangedMigration`] when one that was applied has another text now.
    pub async fn migrate(&self, migrations: &[Migration]) -> Result<Applied> {
        let mut mine: Vec<&Migration> =
            migrations.iter().filter(|m| m.engine.is_none_or(|engine| engine == self.engine())).collect();
        mine.sort_by_key(|migration| migration.number);
        let known = mine.last().map_or(0, |migration| migration.number);

        let mut tx = self.write().await?;
        run_script(
            &mut tx,
            "CREATE TABLE IF NOT EXISTS schema_migrations (number BIGINT PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL)",
        )
        .await?;
        tx.commit().await?;

        let mut tx = self.read().await?;
        let done: Vec<(i64, String)> =
            tx.all(sql("SELECT number, hash FROM schema_migrations ORDER BY number")).await?;
        drop(tx);
        let from = done.last().map_or(0, |(number, _)| *number);
        if from > known {
            return Err(Error::Newer { found: from, known });
        }
        for migration in mine {
            match done.iter().find(|(number, _)| *number == migration.number) {
                Some((number, hash)) if *hash != fingerprint(&migration.text) => {
                    return Err(Error::ChangedMigration(*number));
                }
                Some(_) => {}
                None => self.apply(migration).await?,
            }
        }
        Ok(Applied { from, to: known })
    }

    async fn apply(&self, migration: &Migration) -> Result<()> {
        let mut tx = self.write().await?;
        tx.execute(
            sql("INSERT INTO schema_migrations (number, name, hash) VALUES (?, ?, ?)")
                .bind(migration.number)
                .bind(&migration.name)
                .bind(fingerprint(&migration.text)),
        )
        .await?;
        run_script(&mut tx, &migration.text).await?;
        if tx.engine() == Engine::Sqlite {
            run_script(&mut tx, &format!("PRAGMA user_version = {}", migration.number)).await?;
        }
        tx.commit().await
    }
}

async fn run_script(tx: &mut Tx, text: &str) -> Result<()> {
    match &mut tx.0 {
        Inner::SqliteRead(c) => sqlx::raw_sql(AssertSqlSafe(for_sqlite(text))).execute(&mut **c).await.map(drop)?,
        Inner::SqliteWrite(c) => sqlx::raw_sql(AssertSqlSafe(for_sqlite(text))).execute(&mut **c).await.map(drop)?,
        Inner::PostgresRead(c) => sqlx::raw_sql(AssertSqlSafe(text.to_owned())).execute(&mut **c).await.map(drop)?,
        Inner::PostgresWrite(c) => sqlx::raw_sql(AssertSqlSafe(text.to_owned())).execute(&mut **c).await.map(drop)?,
    }
    Ok(())
}

/// SQLite's strict tables know five type names; ours are said in PostgreSQL's words and translated here, so that a
/// wrong type is refused on both engines.
fn for_sqlite(text: &str) -> String {
    text.replace("TIMESTAMPTZ", "TEXT")
        .replace("BIGINT", "INTEGER")
        .replace("BOOLEAN", "INTEGER")
        .replace("DOUBLE PRECISION", "REAL")
        .replace("\n);", "\n) STRICT;")
}

/// FNV-1a over the text: enough to notice an edit.
fn fingerprint(text: &str) -> String {
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    format!("{hash:016x}")
}
