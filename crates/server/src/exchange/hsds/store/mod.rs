//! What only the open data asks of the database: terms of imported taxonomies, places by activity, ids that pass filters.

mod held;
mod package;
mod pairs;
mod terms;

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use db::{Result, Sql, Tx, sql};

pub(super) use crate::exchange::open::store::Stamp;

use super::record::{Beside, ImportedAttribute, ImportedTerm, Source};
use crate::activities::model::LinkMeaning;

pub(super) use held::{Held, held};
pub(super) use package::{organization_ids_after, place_ids_after, told_organizations};
pub(super) use pairs::{Pair, PairFilter, all_pairs, count_pairs, find_pair, pairs};
use terms::{TERM, TermRow, term};
pub(super) use terms::{
    TermFilter, count_taxonomies, count_terms, find_taxonomy, find_term, taxonomies, term_ids, terms,
};

/// Which activities a list of services holds when no words are searched for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ServiceFilter {
    pub(super) organization_id: Option<String>,
    pub(super) changed_since: Option<DateTime<Utc>>,
    pub(super) term_id: Option<String>,
    pub(super) taxonomy_id: Option<String>,
    pub(super) youngest: Option<i64>,
    pub(super) oldest: Option<i64>,
}

impl ServiceFilter {
    fn over(&self, statement: Sql) -> Sql {
        statement
            .filter("state = ?", Some("published"))
            .filter("organization_id = ?", self.organization_id.as_deref())
            .filter("changed_at >= ?", self.changed_since)
            .filter("id IN (SELECT activity_id FROM attributes WHERE term_id = ?)", self.term_id.as_deref())
            .filter(
                "id IN (SELECT attributes.activity_id FROM attributes JOIN taxonomy_terms ON taxonomy_terms.id = attributes.term_id WHERE taxonomy_terms.taxonomy_id = ?)",
                self.taxonomy_id.as_deref(),
            )
            .filter("age_min >= ?", self.youngest)
            .filter("age_max <= ?", self.oldest)
    }
}

/// Ids of published activities in the order of their names.
pub(super) async fn service_ids(tx: &mut Tx, filter: &ServiceFilter, limit: i64, offset: i64) -> Result<Vec<String>> {
    service_ids_after(tx, filter, None, limit, offset).await
}

/// Where a list of services can be entered without walking to it: what stands on every [`MARK_EVERY`]th place.
pub(super) type Marks = Vec<(String, String)>;

/// How many services stand between two marks.
pub(super) const MARK_EVERY: i64 = 500;

/// Reads the marks of a list, in one walk.
pub(super) async fn marks(tx: &mut Tx, filter: &ServiceFilter) -> Result<Marks> {
    let numbered = "SELECT sort_key, id FROM (SELECT sort_key, id, row_number() OVER (ORDER BY sort_key, id) AS place FROM activities";
    let marked = ") AS numbered WHERE place % ? = 0 ORDER BY place";
    tx.all(filter.over(sql(numbered)).and_then(marked).bind(MARK_EVERY)).await
}

/// As [`service_ids`], the offset counted from what stands after a mark.
pub(super) async fn service_ids_after(
    tx: &mut Tx,
    filter: &ServiceFilter,
    mark: Option<&(String, String)>,
    limit: i64,
    offset: i64,
) -> Result<Vec<String>> {
    let mut statement = filter.over(sql("SELECT id FROM activities"));
    if let Some((sort_key, id)) = mark {
        statement = statement.and_then("AND (sort_key, id) > (?, ?)").bind(sort_key).bind(id);
    }
    ids(tx, statement.and_then("ORDER BY sort_key, id LIMIT ? OFFSET ?").bind(limit).bind(offset)).await
}

/// How many [`service_ids`] would list.
pub(super) async fn count_services(tx: &mut Tx, filter: &ServiceFilter) -> Result<i64> {
    count(tx, filter.over(sql("SELECT count(*) FROM activities"))).await
}

/// Ids and times of change only, oldest change first: the whole of it comes from one index.
pub(super) async fn changes(
    tx: &mut Tx,
    filter: &ServiceFilter,
    limit: i64,
    offset: i64,
) -> Result<Vec<(String, DateTime<Utc>)>> {
    let order = "ORDER BY changed_at, id LIMIT ? OFFSET ?";
    tx.all(filter.over(sql("SELECT id, changed_at FROM activities")).and_then(order).bind(limit).bind(offset)).await
}

/// The ids of everything that passes a filter.
pub(super) async fn all_service_ids(tx: &mut Tx, filter: &ServiceFilter) -> Result<HashSet<String>> {
    Ok(ids(tx, filter.over(sql("SELECT id FROM activities"))).await?.into_iter().collect())
}

/// What stands beside these activities, by activity.
pub(super) async fn beside(
    tx: &mut Tx,
    activity_ids: &[String],
    source_ids: &HashMap<String, String>,
) -> Result<HashMap<String, Beside>> {
    let mut found: HashMap<String, Beside> = HashMap::new();
    if activity_ids.is_empty() {
        return Ok(found);
    }
    for (activity_id, attribute) in attributes(tx, activity_ids).await? {
        found.entry(activity_id).or_default().terms.push(attribute);
    }
    let links: Vec<(String, String, String)> = tx
        .all(
            sql("SELECT from_id, to_id, meaning FROM activity_links")
                .filter_in("from_id", activity_ids)
                .filter("EXISTS (SELECT 1 FROM activities WHERE activities.id = activity_links.to_id AND activities.state = ?)", Some("published"))
                .and_then("ORDER BY position, to_id"),
        )
        .await?;
    for (from, to, meaning) in links {
        let beside = found.entry(from).or_default();
        if meaning == LinkMeaning::Next.as_str() { beside.next.push(to) } else { beside.alternative.push(to) }
    }
    let mut wanted: Vec<&str> = source_ids.values().map(String::as_str).collect();
    wanted.sort_unstable();
    wanted.dedup();
    if wanted.is_empty() {
        return Ok(found);
    }
    let sources: Vec<(String, String, String, String)> =
        tx.all(sql("SELECT id, name, licence, attribution FROM sources").filter_in("id", &wanted)).await?;
    let sources: HashMap<String, Source> = sources
        .into_iter()
        .map(|(id, name, licence, attribution)| (id, Source { name, licence, attribution }))
        .collect();
    for (activity_id, source_id) in source_ids {
        found.entry(activity_id.clone()).or_default().source = sources.get(source_id).cloned();
    }
    Ok(found)
}

async fn attributes(tx: &mut Tx, activity_ids: &[String]) -> Result<Vec<(String, ImportedAttribute)>> {
    let rows: Vec<(String, String, String, String, String)> = tx
        .all(
            sql("SELECT activity_id, id, term_id, link_type, value FROM attributes")
                .filter_in("activity_id", activity_ids)
                .and_then("ORDER BY id"),
        )
        .await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let mut term_ids: Vec<&str> = rows.iter().map(|(_, _, term_id, _, _)| term_id.as_str()).collect();
    term_ids.sort_unstable();
    term_ids.dedup();
    let known: Vec<TermRow> = tx.all(sql(TERM).filter_in("taxonomy_terms.id", &term_ids)).await?;
    let known: HashMap<String, ImportedTerm> =
        known.into_iter().map(term).map(|term| (term.id.clone(), term)).collect();
    Ok(rows
        .into_iter()
        .filter_map(|(activity_id, id, term_id, link_type, value)| {
            let term = known.get(&term_id)?.clone();
            Some((activity_id, ImportedAttribute { id, link_type, value, term }))
        })
        .collect())
}

/// The places of an organization.
pub(super) async fn place_ids(tx: &mut Tx, organization_id: &str) -> Result<Vec<String>> {
    ids(
        tx,
        sql("SELECT id FROM places")
            .filter("organization_id = ?", Some(organization_id))
            .and_then("ORDER BY id LIMIT 500"),
    )
    .await
}

/// What published activities promise at these places: pairs of place and packed threshold codes.
pub(super) async fn promises(tx: &mut Tx, place_ids: &[String]) -> Result<Vec<(String, String)>> {
    tx.all(
        sql("SELECT DISTINCT activity_places.place_id, activities.thresholds FROM activity_places JOIN activities ON activities.id = activity_places.activity_id")
            // An expression, so that the search begins with the places and not with everything that is published.
            .filter("activities.state || '' = ?", Some("published"))
            .filter_in("activity_places.place_id", place_ids),
    )
    .await
}

/// What sources said of published organizations beyond our fields, where terms are among it, by id.
pub(super) async fn organizations_with_terms(tx: &mut Tx) -> Result<Vec<(String, String)>> {
    tx.all(
        sql("SELECT id, hsds FROM organizations")
            .filter("state = ?", Some("published"))
            .filter("hsds LIKE ?", Some("%\"attributes\"%"))
            .and_then("ORDER BY sort_key, id"),
    )
    .await
}

/// Ids of published organizations of a type, in the order of their names; of every type when none is given.
pub(super) async fn organization_ids(tx: &mut Tx, kind: Option<&str>) -> Result<Vec<String>> {
    ids(
        tx,
        sql("SELECT id FROM organizations")
            .filter("state = ?", Some("published"))
            .filter("type = ?", kind)
            .and_then("ORDER BY sort_key, id"),
    )
    .await
}

/// What published organizations call themselves and say of themselves, in every language, in the order of their names.
pub(super) async fn organization_names(tx: &mut Tx) -> Result<Vec<(String, String)>> {
    tx.all(
        sql("SELECT organizations.id, organization_texts.name || ' ' || organization_texts.summary FROM organizations JOIN organization_texts ON organization_texts.organization_id = organizations.id")
            .filter("organizations.state = ?", Some("published"))
            .and_then("ORDER BY organizations.sort_key, organizations.id"),
    )
    .await
}

/// How many published activities say each thing in a language: which columns a table needs.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(super) struct ToldIn {
    pub(super) language: String,
    pub(super) names: i64,
    pub(super) summaries: i64,
    pub(super) descriptions: i64,
    pub(super) atmospheres: i64,
    pub(super) joinings: i64,
    pub(super) welcomes: i64,
    pub(super) price_notes: i64,
    pub(super) lengths: i64,
    pub(super) keywords: i64,
}

/// What is told in which language.
pub(super) async fn told_in(tx: &mut Tx) -> Result<Vec<ToldIn>> {
    tx.all(sql(
        "SELECT language, count(*) FILTER (WHERE name <> '') AS names, count(*) FILTER (WHERE summary <> '') AS summaries, count(*) FILTER (WHERE description <> '') AS descriptions, count(*) FILTER (WHERE atmosphere <> '') AS atmospheres, count(*) FILTER (WHERE how_to_join <> '') AS joinings, count(*) FILTER (WHERE welcome <> '') AS welcomes, count(*) FILTER (WHERE price_note <> '') AS price_notes, count(*) FILTER (WHERE length <> '') AS lengths, count(*) FILTER (WHERE keywords <> '') AS keywords FROM activity_texts GROUP BY language ORDER BY language",
    ))
    .await
}

/// The addresses of these activities.
pub(super) async fn slugs(tx: &mut Tx, activity_ids: &[&str]) -> Result<HashMap<String, String>> {
    if activity_ids.is_empty() {
        return Ok(HashMap::new());
    }
    let mut found = HashMap::new();
    for some in activity_ids.chunks(500) {
        let rows: Vec<(String, String)> = tx.all(sql("SELECT id, slug FROM activities").filter_in("id", some)).await?;
        found.extend(rows);
    }
    Ok(found)
}

async fn ids(tx: &mut Tx, statement: Sql) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = tx.all(statement).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

async fn count(tx: &mut Tx, statement: Sql) -> Result<i64> {
    let (count,): (i64,) = tx.one(statement).await?;
    Ok(count)
}
