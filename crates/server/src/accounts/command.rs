//! `tarjotin sign-in`: a link that signs a keeper in once.

use super::model::{LINK_WAITS, LONGEST_NAME, Secret};
use super::store;
use crate::app::{Opening, open_database};
use crate::i18n::Language;
use crate::settings::Store;
use crate::shell::{Failure, WELL};

/// Makes the keeper's account when it is not there, and prints a link.
///
/// # Errors
/// When the data folder or the database cannot be used, or the machine has no randomness.
pub async fn run(store: &Store, name: &str, public_url: &str, language: Language) -> Result<u8, Failure> {
    let opening = Opening::from_settings(store, None)?;
    let db = open_database(&opening.folder, &opening.address).await?;
    let now = opening.clock.now();
    let name: String = crate::text::without_controls(name).chars().take(LONGEST_NAME).collect();
    let secret = Secret::new().map_err(|error| Failure::Randomness(error.to_string()))?;
    let mut tx = db.write().await.map_err(Failure::Database)?;
    let account = store::keeper(&mut tx, &name, now).await.map_err(Failure::Database)?;
    store::add_link(&mut tx, &secret, &account.id, LINK_WAITS, now).await.map_err(Failure::Database)?;
    tx.commit().await.map_err(Failure::Database)?;
    db.close().await;
    let link = format!("{}/sisaan/{}", public_url.trim_end_matches('/'), secret.text());
    println!(
        "{}\n{link}",
        language.with("sign-in-link", &[("name", account.name.into()), ("minutes", LINK_WAITS.num_minutes().into())])
    );
    Ok(WELL)
}
