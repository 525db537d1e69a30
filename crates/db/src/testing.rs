//! Databases for tests: each test has its own.

use sqlx::Connection;
use sqlx::postgres::PgConnection;

use crate::{Address, Error, Result};

/// The variable that names a PostgreSQL server on which tests may make databases.
pub const POSTGRES: &str = "TARJOTIN_TEST_POSTGRES";

/// A new, empty PostgreSQL database, when a server for tests is named; `None` (and a word about it) otherwise.
///
/// # Errors
/// When the server is named and does not answer: a test run that meant to use it must not pass without it.
pub async fn fresh_postgres() -> Result<Option<Address>> {
    let Ok(server) = std::env::var(POSTGRES) else {
        eprintln!("skipped on PostgreSQL: {POSTGRES} is not set");
        return Ok(None);
    };
    let name = format!("t_{}", uuid::Uuid::now_v7().simple());
    let mut connection = PgConnection::connect(&server).await?;
    sqlx::raw_sql(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&mut connection).await?;
    connection.close().await?;
    let (front, _) = server.rsplit_once('/').ok_or_else(|| Error::Address(server.clone()))?;
    Ok(Some(Address::Postgres(format!("{front}/{name}"))))
}
