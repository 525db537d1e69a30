//! What the importer asks of the tray's own tables: who owns a row, which addresses and ids are taken, what hangs
//! together.

use chrono::{DateTime, Utc};
use db::{Result, Sql, Tx, sql};

use super::super::record::{Attachment, Subject};

/// A row of the tray, as far as the importer must know it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(in super::super) struct Row {
    pub(in super::super) id: String,
    pub(in super::super) slug: String,
    pub(in super::super) source_id: Option<String>,
    pub(in super::super) made_at: DateTime<Utc>,
}

/// The rows with these ids.
pub(in super::super) async fn rows(tx: &mut Tx, subject: Subject, ids: &[&str]) -> Result<Vec<Row>> {
    let select = match subject {
        Subject::Activity => "SELECT id, slug, source_id, made_at FROM activities",
        Subject::Organization => "SELECT id, slug, source_id, changed_at AS made_at FROM organizations",
    };
    tx.all(sql(select).filter_in("id", ids)).await
}

/// Which of these addresses are taken.
pub(in super::super) async fn taken(tx: &mut Tx, subject: Subject, slugs: &[String]) -> Result<Vec<String>> {
    let select = match subject {
        Subject::Activity => "SELECT slug FROM activities",
        Subject::Organization => "SELECT slug FROM organizations",
    };
    firsts(tx, sql(select).filter_in("slug", slugs)).await
}

/// Which of these ids exist.
pub(in super::super) async fn existing(tx: &mut Tx, table: Table, ids: &[&str]) -> Result<Vec<String>> {
    let select = match table {
        Table::Activities => "SELECT id FROM activities",
        Table::Organizations => "SELECT id FROM organizations",
        Table::Places => "SELECT id FROM places",
        Table::Terms => "SELECT id FROM taxonomy_terms",
        Table::Taxonomies => "SELECT id FROM taxonomies",
    };
    firsts(tx, sql(select).filter_in("id", ids)).await
}

/// Whether an id exists.
pub(in super::super) async fn exists(tx: &mut Tx, table: Table, id: &str) -> Result<bool> {
    Ok(!existing(tx, table, &[id]).await?.is_empty())
}

/// A table ids can be looked for in.
#[derive(Debug, Clone, Copy)]
pub(in super::super) enum Table {
    Activities,
    Organizations,
    Places,
    Terms,
    Taxonomies,
}

/// The owners of ids that must be unique over all activities: pairs of id and activity.
pub(in super::super) async fn owners(tx: &mut Tx, owned: Owned, ids: &[&str]) -> Result<Vec<(String, String)>> {
    let (select, column) = match owned {
        Owned::Schedule => ("SELECT id, activity_id FROM schedules", "id"),
        Owned::Link => ("SELECT link_id, activity_id FROM activity_places", "link_id"),
        Owned::Attribute => ("SELECT id, activity_id FROM attributes", "id"),
    };
    tx.all(sql(select).filter_in(column, ids)).await
}

/// What has an id of its own and belongs to one activity.
#[derive(Debug, Clone, Copy)]
pub(in super::super) enum Owned {
    Schedule,
    Link,
    Attribute,
}

/// Organizations by address: pairs of address and id.
pub(in super::super) async fn organizations_at(tx: &mut Tx, slugs: &[String]) -> Result<Vec<(String, String)>> {
    tx.all(sql("SELECT slug, id FROM organizations").filter_in("slug", slugs)).await
}

/// Organizations by name in any language: name, id and source.
pub(in super::super) async fn organizations_named(
    tx: &mut Tx,
    names: &[&str],
) -> Result<Vec<(String, String, Option<String>)>> {
    tx.all(
        sql("SELECT DISTINCT t.name, o.id, o.source_id FROM organization_texts t JOIN organizations o ON o.id = t.organization_id")
            .filter_in("t.name", names)
            .filter_if(true, "o.state <> 'gone'"),
    )
    .await
}

/// Activities by address: pairs of address and id.
pub(in super::super) async fn activities_at(tx: &mut Tx, slugs: &[&str]) -> Result<Vec<(String, String)>> {
    tx.all(sql("SELECT slug, id FROM activities").filter_in("slug", slugs)).await
}

/// Where an activity happens: pairs of place and link.
pub(in super::super) async fn places_of(tx: &mut Tx, activity_id: &str) -> Result<Vec<(String, String)>> {
    tx.all(
        sql("SELECT place_id, link_id FROM activity_places")
            .filter("activity_id = ?", Some(activity_id))
            .and_then("ORDER BY position, place_id"),
    )
    .await
}

/// The activities that happen at a place.
pub(in super::super) async fn activities_in(tx: &mut Tx, place_id: &str) -> Result<Vec<String>> {
    firsts(tx, sql("SELECT activity_id FROM activity_places").filter("place_id = ?", Some(place_id))).await
}

/// Which of these places are used by activities that another source, or nobody's file, has brought.
pub(in super::super) async fn places_of_others(tx: &mut Tx, source_id: &str, ids: &[&str]) -> Result<Vec<String>> {
    firsts(
        tx,
        sql("SELECT DISTINCT p.place_id FROM activity_places p JOIN activities a ON a.id = p.activity_id")
            .filter_in("p.place_id", ids)
            .filter("coalesce(a.source_id, '') <> ?", Some(source_id)),
    )
    .await
}

/// Puts an activity at a place; false when it was there.
pub(in super::super) async fn attach(tx: &mut Tx, at: &Attachment) -> Result<bool> {
    let added = tx
        .execute(
            sql("INSERT INTO activity_places (activity_id, place_id, position, link_id) VALUES (?, ?, (SELECT count(*) FROM activity_places WHERE activity_id = ?), ?) ON CONFLICT (activity_id, place_id) DO NOTHING")
                .bind(&at.activity_id)
                .bind(&at.place_id)
                .bind(&at.activity_id)
                .bind(&at.link_id),
        )
        .await?;
    Ok(added > 0)
}

/// Removes places of our making that nothing points to any more: an address that was corrected, or hidden.
pub(in super::super) async fn remove_unused_places(tx: &mut Tx, ids: &[&str]) -> Result<()> {
    tx.execute(
        sql("DELETE FROM places")
            .filter_in("id", ids)
            .filter_if(true, "NOT EXISTS (SELECT 1 FROM activity_places WHERE place_id = places.id)")
            .filter_if(true, "NOT EXISTS (SELECT 1 FROM schedules WHERE place_id = places.id)"),
    )
    .await?;
    Ok(())
}

/// What is linked from an activity: pairs of meaning and activity, in order.
pub(in super::super) async fn links_of(tx: &mut Tx, activity_id: &str) -> Result<Vec<(String, String)>> {
    tx.all(
        sql("SELECT meaning, to_id FROM activity_links")
            .filter("from_id = ?", Some(activity_id))
            .and_then("ORDER BY meaning, position, to_id"),
    )
    .await
}

/// Which of these organizations have an activity that is not gone.
pub(in super::super) async fn arranging(tx: &mut Tx, organization_ids: &[&str]) -> Result<Vec<(String, String)>> {
    tx.all(
        sql("SELECT organization_id, id FROM activities")
            .filter_in("organization_id", organization_ids)
            .filter_if(true, "state <> 'gone'"),
    )
    .await
}

async fn firsts(tx: &mut Tx, statement: Sql) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = tx.all(statement).await?;
    Ok(rows.into_iter().map(|(first,)| first).collect())
}
