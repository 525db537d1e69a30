//! Letters by mail: what waits to be sent, how it is worded, and how it goes out. Where no mail server was named, letters
//! lie in a folder.
//!
//! Others put a letter into the post with [`post`] in the transaction of what it tells about. A letter holds no link until
//! it is written: the link is made then, and the database keeps only its hash.

pub mod jobs;
pub mod model;
mod sending;
pub mod store;

pub use sending::{Post, PostError};

use chrono::{DateTime, Utc};
use db::{Result, Tx};

use self::model::Letter;
use crate::jobs::{Kind, add};

/// Puts a letter into the post. It goes out when the transaction is committed and `app.works` is told.
pub async fn post(tx: &mut Tx, letter: &Letter, now: DateTime<Utc>) -> Result<()> {
    let id = db::new_id();
    store::add(tx, &id, letter, now).await?;
    add(tx, &format!("letter-{id}"), Kind::Letter, &id, now).await
}

#[cfg(test)]
mod tests;
