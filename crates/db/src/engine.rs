//! Opening a database of either engine, and handing out transactions.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

use sqlx::AssertSqlSafe;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};

use crate::tx::Inner;
use crate::{Error, Result, Tx};

/// "Tarj" in ASCII: marks an SQLite file as ours (`file`(1) and `PRAGMA application_id` show it).
const APPLICATION_ID: i64 = 0x5461_726A;
/// How long a statement or a wait for a connection may take before the reader gets an answer instead.
const PATIENCE: Duration = Duration::from_secs(5);

/// Which database engine answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// One file on this machine.
    Sqlite,
    /// A server, or a cluster behind one address.
    Postgres,
}

/// Where a database is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// A file; made when it is not there.
    Sqlite(PathBuf),
    /// A `postgres://` address.
    Postgres(String),
}

impl Address {
    /// The file that a data folder keeps by default.
    pub fn in_folder(folder: &Path) -> Self {
        Address::Sqlite(folder.join("tarjotin.sqlite"))
    }
}

impl FromStr for Address {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            PgConnectOptions::from_str(text).map_err(|error| Error::Address(error.to_string()))?;
            return Ok(Address::Postgres(text.to_owned()));
        }
        match text.strip_prefix("sqlite:") {
            Some(path) if !path.is_empty() => Ok(Address::Sqlite(PathBuf::from(path.trim_start_matches("//")))),
            _ => Err(Error::Address("it begins with postgres:// or sqlite:".to_owned())),
        }
    }
}

impl fmt::Display for Address {
    /// Without the password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Address::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            Address::Postgres(url) => {
                let shown = url.split_once('@').map_or(url.as_str(), |(_, rest)| rest);
                write!(f, "postgres://{}", shown.trim_start_matches("postgres://").trim_start_matches("postgresql://"))
            }
        }
    }
}

/// A database: pools of connections, cheap to clone.
#[derive(Debug, Clone)]
pub struct Db(Pools);

#[derive(Debug, Clone)]
enum Pools {
    /// SQLite lets one connection write at a time; a pool of one makes the others wait in order instead of failing.
    Sqlite {
        writing: SqlitePool,
        reading: SqlitePool,
    },
    Postgres(PgPool),
}

/// What reading connections have beside the rest: pages are checked when they are written, and four connections with
/// a larger cache still take less than 130 MB.
const READING: [(&str, &str); 3] = [("query_only", "ON"), ("cell_size_check", "OFF"), ("cache_size", "-32000")];

/// What the writing connection has, usually and while very much is written. Ids of others are scattered: a small cache
/// reads each page of an index again and again, and a short log copies it into the file after every transaction.
const WRITING: [(&str, &str, &str); 2] = [("cache_size", "-16000", "-64000"), ("wal_autocheckpoint", "1000", "64000")];

impl Db {
    /// Opens the database, making the file when it is missing. Tables come with [`Db::migrate`].
    ///
    /// # Errors
    /// [`Error::NotWritable`] when the folder cannot be written, [`Error::Unavailable`] when no server answers.
    pub async fn open(address: &Address) -> Result<Db> {
        match address {
            Address::Sqlite(path) => {
                let options = SqliteConnectOptions::new()
                    .filename(path)
                    .create_if_missing(true)
                    .journal_mode(SqliteJournalMode::Wal)
                    // NORMAL loses acknowledged commits in a power cut; FULL does not (operations plan, "Engines").
                    .synchronous(SqliteSynchronous::Full)
                    .foreign_keys(true)
                    .busy_timeout(PATIENCE)
                    .pragma("trusted_schema", "OFF")
                    .pragma("cell_size_check", "ON")
                    .pragma("application_id", APPLICATION_ID.to_string());
                let options = WRITING.iter().fold(options, |options, (name, value, _)| options.pragma(*name, *value));
                let writing = SqlitePoolOptions::new()
                    .max_connections(1)
                    .acquire_timeout(PATIENCE * 2)
                    .test_before_acquire(false)
                    .connect_with(options.clone())
                    .await?;
                let reading = SqlitePoolOptions::new()
                    .max_connections(4)
                    .acquire_timeout(PATIENCE)
                    .test_before_acquire(false)
                    .connect_lazy_with(
                        READING.iter().fold(options, |options, (name, value)| options.pragma(*name, *value)),
                    );
                Ok(Db(Pools::Sqlite { writing, reading }))
            }
            Address::Postgres(url) => {
                let options = PgConnectOptions::from_str(url)
                    .map_err(|error| Error::Address(error.to_string()))?
                    .application_name("tarjotin")
                    .options([("statement_timeout", "15000"), ("timezone", "UTC")]);
                let pool =
                    PgPoolOptions::new().max_connections(12).acquire_timeout(PATIENCE).connect_with(options).await?;
                Ok(Db(Pools::Postgres(pool)))
            }
        }
    }

    /// Which engine this is.
    pub fn engine(&self) -> Engine {
        match self.0 {
            Pools::Sqlite { .. } => Engine::Sqlite,
            Pools::Postgres(_) => Engine::Postgres,
        }
    }

    /// A connection for reading. Each statement sees what was committed before it.
    pub async fn read(&self) -> Result<Tx> {
        Ok(Tx(match &self.0 {
            Pools::Sqlite { reading, .. } => Inner::SqliteRead(reading.acquire().await?),
            Pools::Postgres(pool) => Inner::PostgresRead(pool.acquire().await?),
        }))
    }

    /// A transaction for writing; dropped without `commit` it leaves nothing behind.
    pub async fn write(&self) -> Result<Tx> {
        Ok(Tx(match &self.0 {
            // IMMEDIATE takes the writer's place at once: a lock that is asked for half-way can only fail.
            Pools::Sqlite { writing, .. } => Inner::SqliteWrite(writing.begin_with("BEGIN IMMEDIATE").await?),
            Pools::Postgres(pool) => Inner::PostgresWrite(pool.begin().await?),
        }))
    }

    /// Tells the engine that very much is about to be written, or that it is over. Only a matter of speed: SQLite then
    /// takes 48 MB more of memory and up to 260 MB more of disk.
    pub async fn expects_much(&self, much: bool) -> Result<()> {
        if let Pools::Sqlite { writing, .. } = &self.0 {
            let mut connection = writing.acquire().await?;
            for (name, usual, more) in WRITING {
                let value = if much { more } else { usual };
                sqlx::query(AssertSqlSafe(format!("PRAGMA {name} = {value}"))).execute(&mut *connection).await?;
            }
        }
        Ok(())
    }

    /// Whether the database answers.
    pub async fn is_alive(&self) -> bool {
        match self.read().await {
            Ok(mut tx) => tx.one::<(i64,)>(crate::sql("SELECT CAST(1 AS BIGINT)")).await.is_ok(),
            Err(_) => false,
        }
    }

    /// Closes every connection; SQLite folds its log into the file.
    pub async fn close(&self) {
        match &self.0 {
            Pools::Sqlite { writing, reading } => {
                reading.close().await;
                writing.close().await;
            }
            Pools::Postgres(pool) => pool.close().await,
        }
    }
}
