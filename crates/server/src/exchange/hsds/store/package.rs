//! What the data package walks through, by id, so that what changes meanwhile is neither missed nor met twice.

use std::collections::HashSet;

use db::{Result, Tx, sql};

use super::ids;

/// Ids of places in their order: those that are public, and those of which the area is, where something published is.
pub(in super::super) async fn place_ids_after(tx: &mut Tx, after: &str, limit: i64) -> Result<Vec<String>> {
    ids(
        tx,
        sql("SELECT id FROM places")
            .filter("id > ?", Some(after))
            .filter("confidentiality <> ?", Some("hidden"))
            .filter("(confidentiality = 'public' OR EXISTS (SELECT 1 FROM activity_places JOIN activities ON activities.id = activity_places.activity_id WHERE activity_places.place_id = places.id AND activities.state = ?))", Some("published"))
            .and_then("ORDER BY id LIMIT ?")
            .bind(limit),
    )
    .await
}

const TOLD: &str = "(state = 'published' OR EXISTS (SELECT 1 FROM activities WHERE activities.organization_id = organizations.id AND activities.state = ?))";

/// Ids of organizations in their order: those that are published, and those of what is.
pub(in super::super) async fn organization_ids_after(tx: &mut Tx, after: &str, limit: i64) -> Result<Vec<String>> {
    ids(
        tx,
        sql("SELECT id FROM organizations")
            .filter("id > ?", Some(after))
            .filter(TOLD, Some("published"))
            .and_then("ORDER BY id LIMIT ?")
            .bind(limit),
    )
    .await
}

/// Which of these organizations [`organization_ids_after`] tells.
pub(in super::super) async fn told_organizations(tx: &mut Tx, some: &[String]) -> Result<HashSet<String>> {
    let found = sql("SELECT id FROM organizations").filter(TOLD, Some("published")).filter_in("id", some);
    Ok(ids(tx, found).await?.into_iter().collect())
}
