//! Activities at places.

use chrono::{DateTime, Utc};
use db::{Result, Sql, Tx, sql};

use super::count;

/// Which pairs of activity and place a list holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in super::super) struct PairFilter {
    pub(in super::super) organization_id: Option<String>,
    pub(in super::super) changed_since: Option<DateTime<Utc>>,
}

/// A published activity at a place that is not hidden.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(in super::super) struct Pair {
    pub(in super::super) link_id: String,
    pub(in super::super) activity_id: String,
    pub(in super::super) place_id: String,
}

const PAIRS: &str = "FROM activity_places";

impl PairFilter {
    /// What is asked of each pair by itself, so that a page is found by walking the index of ids a little way. Joined,
    /// an engine without statistics begins with everything that is published.
    fn over(&self, statement: Sql) -> Sql {
        let statement = statement
            .and_then(PAIRS)
            .filter("EXISTS (SELECT 1 FROM activities WHERE activities.id = activity_places.activity_id AND activities.state = ?)", Some("published"))
            .filter("NOT EXISTS (SELECT 1 FROM places WHERE places.id = activity_places.place_id AND places.confidentiality = ?)", Some("hidden"));
        self.narrowed(statement)
    }

    /// The same, asked of all pairs at once.
    fn over_all(&self, statement: Sql) -> Sql {
        let statement = statement
            .and_then(PAIRS)
            .filter(
                "activity_id NOT IN (SELECT id FROM activities WHERE state < ? OR state > 'published')",
                Some("published"),
            )
            .filter("place_id NOT IN (SELECT id FROM places WHERE confidentiality = ?)", Some("hidden"));
        self.narrowed(statement)
    }

    fn narrowed(&self, statement: Sql) -> Sql {
        statement
            .filter(
                "activity_id IN (SELECT id FROM activities WHERE organization_id = ?)",
                self.organization_id.as_deref(),
            )
            .filter(
                "activity_id IN (SELECT id FROM activities WHERE state = 'published' AND changed_at >= ?)",
                self.changed_since,
            )
    }
}

/// Pairs in the order of their ids.
pub(in super::super) async fn pairs(tx: &mut Tx, filter: &PairFilter, limit: i64, offset: i64) -> Result<Vec<Pair>> {
    let order = "ORDER BY link_id LIMIT ? OFFSET ?";
    tx.all(filter.over(sql("SELECT link_id, activity_id, place_id")).and_then(order).bind(limit).bind(offset)).await
}

/// Every pair in the order of their ids.
pub(in super::super) async fn all_pairs(tx: &mut Tx, filter: &PairFilter) -> Result<Vec<Pair>> {
    tx.all(filter.over_all(sql("SELECT link_id, activity_id, place_id")).and_then("ORDER BY link_id")).await
}

/// How many [`pairs`] would list.
pub(in super::super) async fn count_pairs(tx: &mut Tx, filter: &PairFilter) -> Result<i64> {
    count(tx, filter.over_all(sql("SELECT count(*)"))).await
}

/// The pair with an id.
pub(in super::super) async fn find_pair(tx: &mut Tx, link_id: &str) -> Result<Option<Pair>> {
    let select = sql("SELECT link_id, activity_id, place_id");
    tx.optional(PairFilter::default().over(select).filter("link_id = ?", Some(link_id))).await
}
