//! What can go wrong between a store and its database.

/// The result of every call in this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A fault of the database, sorted by what the caller can do about it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Two writers met; the same work may be tried again.
    #[error("another writer was at the same rows: {0}")]
    Conflict(sqlx::Error),
    /// A row with the same unique value is there already.
    #[error("a unique value exists already: {0}")]
    Duplicate(sqlx::Error),
    /// The database cannot be reached, or did not answer in time.
    #[error("the database does not answer: {0}")]
    Unavailable(sqlx::Error),
    /// The disk is full or the database may not be written.
    #[error("the database cannot be written: {0}")]
    NotWritable(sqlx::Error),
    /// The database was made by a newer version of the program.
    #[error("the database is at migration {found}, this program knows up to {known}")]
    Newer {
        /// The highest migration in the database.
        found: i64,
        /// The highest migration this program has.
        known: i64,
    },
    /// A migration that has been applied reads differently now.
    #[error("migration {0} has been changed after it was applied")]
    ChangedMigration(i64),
    /// The address of the database cannot be understood.
    #[error("not a database address: {0}")]
    Address(String),
    /// The file is no database, or is damaged.
    #[error("the file is no whole database: {0}")]
    Damaged(sqlx::Error),
    /// Anything else; a fault of the program or of the file.
    #[error("{0}")]
    Other(sqlx::Error),
}

impl Error {
    /// Whether the same transaction, run again, may well succeed.
    pub fn is_conflict(&self) -> bool {
        matches!(self, Error::Conflict(_))
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        let code = error.as_database_error().and_then(|e| e.code()).map(|code| code.into_owned());
        let unique = error.as_database_error().is_some_and(|e| e.is_unique_violation());
        match (&error, code.as_deref()) {
            _ if unique => Error::Duplicate(error),
            // PostgreSQL: serialization failure, deadlock. SQLite: SQLITE_BUSY and SQLITE_LOCKED with their variants.
            (_, Some("40001" | "40P01" | "5" | "6" | "261" | "262" | "517" | "773")) => Error::Conflict(error),
            // SQLite: READONLY, IOERR, FULL, CANTOPEN. PostgreSQL: disk full, read-only transaction.
            (_, Some("8" | "10" | "13" | "14" | "53100" | "25006" | "1032" | "778")) => Error::NotWritable(error),
            // PostgreSQL: cancelled by time limit, shutting down, starting up, too many connections.
            (_, Some("57014" | "57P01" | "57P03" | "53300")) => Error::Unavailable(error),
            // SQLite: CORRUPT, NOTADB.
            (_, Some("11" | "26")) => Error::Damaged(error),
            (
                sqlx::Error::PoolTimedOut | sqlx::Error::Io(_) | sqlx::Error::PoolClosed | sqlx::Error::WorkerCrashed,
                _,
            ) => Error::Unavailable(error),
            _ => Error::Other(error),
        }
    }
}
