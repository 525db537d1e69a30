//! What only the addresses of Linked Events ask of the database.

use db::{Result, Tx, sql};

/// The ids of public places whose name or street holds these words, in the order of the ids.
pub(super) async fn place_ids(tx: &mut Tx, words: &str) -> Result<Vec<String>> {
    let all: Vec<(String, String, String)> = tx
        .all(
            sql("SELECT id, name, street FROM places")
                .filter("confidentiality = ?", Some("public"))
                .and_then("ORDER BY id"),
        )
        .await?;
    let words = words.to_lowercase();
    let holds = |text: &str| words.is_empty() || text.to_lowercase().contains(&words);
    Ok(all.into_iter().filter(|(_, name, street)| holds(name) || holds(street)).map(|(id, _, _)| id).collect())
}
