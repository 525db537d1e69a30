//! One SQL text for SQLite and PostgreSQL.
//!
//! Stores write [`sql`] with `?` placeholders and run it on a [`Tx`]; which engine answers is settled once, when
//! [`Db::open`] reads the address. The crate knows no feature.
//!
//! What works on both engines, and what to stay away from, stands in `ARCHITECTURE.md` under "Data".

mod engine;
mod error;
mod migrate;
mod sql;
#[cfg(feature = "testing")]
pub mod testing;
mod tx;

pub use engine::{Address, Db, Engine};
pub use error::{Error, Result};
pub use migrate::{Applied, Migration};
pub use sql::{Sql, Value, sql};
pub use tx::{Record, Tx};

/// Makes a new row id: a UUID of version 7, so that ids sort by the time they were made.
pub fn new_id() -> String {
    uuid::Uuid::now_v7().to_string()
}
