//! What only the open API asks of the database.

use chrono::NaiveDate;
use db::{Result, Sql, Tx, sql};

/// The ids of published organizations of some types (of any when none is named) that have every word in what they are
/// called or say of themselves, in the order of their names.
pub(super) async fn organizations(tx: &mut Tx, types: &[&str], words: &str) -> Result<Vec<String>> {
    let mut statement = sql("SELECT organizations.id, organization_texts.name || ' ' || organization_texts.summary FROM organizations LEFT JOIN organization_texts ON organization_texts.organization_id = organizations.id")
        .filter("organizations.state = ?", Some("published"));
    if !types.is_empty() {
        statement = statement.filter_in("organizations.type", types);
    }
    let order = "ORDER BY organizations.sort_key, organizations.id, organization_texts.language";
    let all: Vec<(String, Option<String>)> = tx.all(statement.and_then(order)).await?;
    let words: Vec<String> = words.split_whitespace().take(20).map(str::to_lowercase).collect();
    let mut found: Vec<String> = Vec::new();
    for (id, text) in all {
        let text = text.unwrap_or_default().to_lowercase();
        if found.last() != Some(&id) && words.iter().all(|word| text.contains(word)) {
            found.push(id);
        }
    }
    Ok(found)
}

/// The ids of public places after one, in their order; of some municipalities when they are named.
pub(super) async fn place_ids_after(
    tx: &mut Tx,
    after: &str,
    municipalities: &[&str],
    limit: i64,
) -> Result<Vec<String>> {
    let mut statement =
        sql("SELECT id FROM places").filter("confidentiality = ?", Some("public")).filter("id > ?", Some(after));
    if !municipalities.is_empty() {
        statement = statement.filter_in("municipality", municipalities);
    }
    ids(tx, statement.and_then("ORDER BY id LIMIT ?").bind(limit)).await
}

/// The ids of published activities at a place.
pub(super) async fn activity_ids_at(tx: &mut Tx, place_id: &str) -> Result<Vec<String>> {
    ids(
        tx,
        sql("SELECT activities.id FROM activities JOIN activity_places ON activity_places.activity_id = activities.id")
            .filter("activity_places.place_id = ?", Some(place_id))
            .filter("activities.state = ?", Some("published"))
            .and_then("ORDER BY activities.sort_key, activities.id LIMIT 500"),
    )
    .await
}

/// The ids of an organization's places.
pub(super) async fn place_ids_of(tx: &mut Tx, organization_id: &str) -> Result<Vec<String>> {
    ids(
        tx,
        sql("SELECT id FROM places")
            .filter("organization_id = ?", Some(organization_id))
            .and_then("ORDER BY id LIMIT 500"),
    )
    .await
}

/// The ids of activities that have a time called off between two days. The search index knows only what is held.
pub(super) async fn cancelled_between(tx: &mut Tx, from: NaiveDate, to: NaiveDate) -> Result<Vec<String>> {
    ids(
        tx,
        sql("SELECT DISTINCT schedules.activity_id FROM schedule_exceptions JOIN schedules ON schedules.id = schedule_exceptions.schedule_id")
            .filter("schedule_exceptions.kind = ?", Some("cancelled"))
            .filter("schedule_exceptions.day >= ?", Some(from.to_string()))
            .filter("schedule_exceptions.day <= ?", Some(to.to_string())),
    )
    .await
}

/// The name, licence and attribution of a source.
pub(super) async fn source(tx: &mut Tx, id: &str) -> Result<Option<(String, String, String)>> {
    tx.optional(sql("SELECT name, licence, attribution FROM sources").filter("id = ?", Some(id))).await
}

/// Some record that is there, for an example of the address that reads one.
pub(super) async fn an_id(tx: &mut Tx, endpoint: &str) -> Result<Option<String>> {
    let (statement, shown) = match endpoint {
        "read_activity" => {
            (sql("SELECT id FROM activities").filter("state = ?", Some("published")), "ORDER BY sort_key, id LIMIT 1")
        }
        "read_organization" => (
            sql("SELECT id FROM organizations").filter("state = ?", Some("published")),
            "ORDER BY sort_key, id LIMIT 1",
        ),
        _ => (sql("SELECT id FROM places").filter("confidentiality = ?", Some("public")), "ORDER BY id LIMIT 1"),
    };
    Ok(ids(tx, statement.and_then(shown)).await?.pop())
}

async fn ids(tx: &mut Tx, statement: Sql) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = tx.all(statement).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}
