//! A transaction: what every store function is given.

use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgArguments, PgRow};
use sqlx::query::{Query, QueryAs};
use sqlx::sqlite::{SqliteArguments, SqliteRow};
use sqlx::{AssertSqlSafe, FromRow, Postgres, Sqlite, Transaction};

use crate::sql::{Sql, Value, sql};
use crate::{Engine, Result};

/// A row type that either engine can fill: derive `sqlx::FromRow`, or use a tuple.
pub trait Record: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}
impl<T> Record for T where T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}

/// A transaction, or for reading a plain connection of the reading pool. Dropped without [`Tx::commit`], a
/// transaction is undone.
#[derive(Debug)]
pub struct Tx(pub(crate) Inner);

#[derive(Debug)]
pub(crate) enum Inner {
    SqliteRead(PoolConnection<Sqlite>),
    SqliteWrite(Transaction<'static, Sqlite>),
    PostgresRead(PoolConnection<Postgres>),
    PostgresWrite(Transaction<'static, Postgres>),
}

/// Rows in one statement: few different texts, so that the engine's cache of prepared statements holds them all.
const SIZES: [usize; 4] = [64, 16, 4, 1];

/// Runs one method of a bound query on whichever connection this is.
macro_rules! run {
    ($tx:expr, $sql:expr, $bind_sqlite:ident, $bind_postgres:ident, $make:path, $method:ident) => {{
        let (text, values) = $sql.into_parts($tx.engine());
        match &mut $tx.0 {
            Inner::SqliteRead(connection) => {
                $bind_sqlite($make(AssertSqlSafe(text)), values).$method(&mut **connection).await?
            }
            Inner::SqliteWrite(connection) => {
                $bind_sqlite($make(AssertSqlSafe(text)), values).$method(&mut **connection).await?
            }
            Inner::PostgresRead(connection) => {
                $bind_postgres($make(AssertSqlSafe(text)), values).$method(&mut **connection).await?
            }
            Inner::PostgresWrite(connection) => {
                $bind_postgres($make(AssertSqlSafe(text)), values).$method(&mut **connection).await?
            }
        }
    }};
}

impl Tx {
    /// Which engine answers.
    pub fn engine(&self) -> Engine {
        match self.0 {
            Inner::SqliteRead(_) | Inner::SqliteWrite(_) => Engine::Sqlite,
            Inner::PostgresRead(_) | Inner::PostgresWrite(_) => Engine::Postgres,
        }
    }

    /// Every row.
    pub async fn all<T: Record>(&mut self, sql: Sql) -> Result<Vec<T>> {
        Ok(run!(self, sql, bind_as_sqlite, bind_as_postgres, sqlx::query_as, fetch_all))
    }

    /// The first row, if any.
    pub async fn optional<T: Record>(&mut self, sql: Sql) -> Result<Option<T>> {
        Ok(run!(self, sql, bind_as_sqlite, bind_as_postgres, sqlx::query_as, fetch_optional))
    }

    /// The one row; none is an error.
    pub async fn one<T: Record>(&mut self, sql: Sql) -> Result<T> {
        Ok(run!(self, sql, bind_as_sqlite, bind_as_postgres, sqlx::query_as, fetch_one))
    }

    /// Runs a statement and returns how many rows it touched.
    pub async fn execute(&mut self, sql: Sql) -> Result<u64> {
        let (text, values) = sql.into_parts(self.engine());
        Ok(match &mut self.0 {
            Inner::SqliteRead(c) => {
                bind_sqlite(sqlx::query(AssertSqlSafe(text)), values).execute(&mut **c).await?.rows_affected()
            }
            Inner::SqliteWrite(c) => {
                bind_sqlite(sqlx::query(AssertSqlSafe(text)), values).execute(&mut **c).await?.rows_affected()
            }
            Inner::PostgresRead(c) => {
                bind_postgres(sqlx::query(AssertSqlSafe(text)), values).execute(&mut **c).await?.rows_affected()
            }
            Inner::PostgresWrite(c) => {
                bind_postgres(sqlx::query(AssertSqlSafe(text)), values).execute(&mut **c).await?.rows_affected()
            }
        })
    }

    /// Adds many rows, many in one statement: a statement of its own for each costs several times as much. `into` is
    /// the statement up to its values, `otherwise` what follows them.
    pub async fn add<T>(
        &mut self,
        into: &'static str,
        rows: &[T],
        otherwise: &'static str,
        bind: impl Fn(Sql, &T) -> Sql,
    ) -> Result<()> {
        let mut rest = rows;
        while !rest.is_empty() {
            let size = SIZES.into_iter().find(|size| *size <= rest.len()).unwrap_or(1);
            let (part, left) = rest.split_at(size);
            self.execute(sql(into).rows(part, &bind).and_then(otherwise)).await?;
            rest = left;
        }
        Ok(())
    }

    /// Makes what was written last. An error here does not mean that nothing was written: the answer may have been
    /// lost on the way, which is why forms carry a key that recognises a repeat.
    pub async fn commit(self) -> Result<()> {
        match self.0 {
            Inner::SqliteWrite(tx) => tx.commit().await?,
            Inner::PostgresWrite(tx) => tx.commit().await?,
            Inner::SqliteRead(_) | Inner::PostgresRead(_) => {}
        }
        Ok(())
    }
}

/// The four functions differ in their types only; sqlx has no trait over them that lasts a lifetime.
macro_rules! binder {
    ($name:ident, [$($parameter:ident)?], $query:ty) => {
        fn $name<'q $(, $parameter)?>(mut query: $query, values: Vec<Value>) -> $query {
            for value in values {
                query = match value {
                    Value::Text(value) => query.bind(value),
                    Value::Int(value) => query.bind(value),
                    Value::Bool(value) => query.bind(value),
                    Value::Real(value) => query.bind(value),
                    Value::Time(value) => query.bind(value),
                };
            }
            query
        }
    };
}

binder!(bind_sqlite, [], Query<'q, Sqlite, SqliteArguments>);
binder!(bind_postgres, [], Query<'q, Postgres, PgArguments>);
binder!(bind_as_sqlite, [T], QueryAs<'q, Sqlite, T, SqliteArguments>);
binder!(bind_as_postgres, [T], QueryAs<'q, Postgres, T, PgArguments>);
