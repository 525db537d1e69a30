//! Taxonomies and terms that came with sources.

use db::{Result, Sql, Tx, sql};

use super::super::record::{ImportedTaxonomy, ImportedTerm};
use super::{count, ids};

/// Leaves out our own lists: they come back with data that once left here, and are told once, from the program.
fn without(statement: Sql, condition: &'static str, own: &[String]) -> Sql {
    own.iter().fold(statement, |statement, id| statement.filter(condition, Some(id)))
}

/// Which imported terms a list holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in super::super) struct TermFilter {
    pub(in super::super) taxonomy_id: Option<String>,
    pub(in super::super) parent_id: Option<String>,
    pub(in super::super) top_only: bool,
    /// Ids of taxonomies whose terms are told elsewhere.
    pub(in super::super) own: Vec<String>,
}

impl TermFilter {
    fn over(&self, statement: Sql) -> Sql {
        let statement = statement
            .filter("taxonomy_terms.taxonomy_id = ?", self.taxonomy_id.as_deref())
            .filter("taxonomy_terms.parent_id = ?", self.parent_id.as_deref())
            .filter_if(self.top_only, "taxonomy_terms.parent_id = ''");
        without(statement, "COALESCE(taxonomy_terms.taxonomy_id, '') <> ?", &self.own)
    }
}

pub(super) const TERM: &str = "SELECT taxonomy_terms.id, taxonomy_terms.taxonomy_id, taxonomies.name, taxonomy_terms.code, taxonomy_terms.name, taxonomy_terms.description, taxonomy_terms.parent_id, taxonomy_terms.term_uri FROM taxonomy_terms LEFT JOIN taxonomies ON taxonomies.id = taxonomy_terms.taxonomy_id";

pub(super) type TermRow = (String, Option<String>, Option<String>, String, String, String, String, String);

pub(super) fn term(row: TermRow) -> ImportedTerm {
    let (id, taxonomy_id, taxonomy, code, name, description, parent_id, term_uri) = row;
    ImportedTerm { id, taxonomy_id, taxonomy, code, name, description, parent_id, term_uri }
}

/// Imported terms in the order of their ids.
pub(in super::super) async fn terms(
    tx: &mut Tx,
    filter: &TermFilter,
    limit: i64,
    offset: i64,
) -> Result<Vec<ImportedTerm>> {
    let order = "ORDER BY taxonomy_terms.id LIMIT ? OFFSET ?";
    let rows: Vec<TermRow> = tx.all(filter.over(sql(TERM)).and_then(order).bind(limit).bind(offset)).await?;
    Ok(rows.into_iter().map(term).collect())
}

/// How many imported terms a filter lets through.
pub(in super::super) async fn count_terms(tx: &mut Tx, filter: &TermFilter) -> Result<i64> {
    count(tx, filter.over(sql("SELECT count(*) FROM taxonomy_terms"))).await
}

/// The imported term with an id.
pub(in super::super) async fn find_term(tx: &mut Tx, id: &str) -> Result<Option<ImportedTerm>> {
    let row: Option<TermRow> = tx.optional(sql(TERM).filter("taxonomy_terms.id = ?", Some(id))).await?;
    Ok(row.map(term))
}

/// The ids of the imported terms of a taxonomy, as the search index knows them.
pub(in super::super) async fn term_ids(tx: &mut Tx, taxonomy_id: &str) -> Result<Vec<String>> {
    ids(tx, sql("SELECT id FROM taxonomy_terms").filter("taxonomy_id = ?", Some(taxonomy_id))).await
}

const TAXONOMY: &str = "SELECT id, name, description, uri, version FROM taxonomies";

type TaxonomyRow = (String, String, String, String, String);

fn taxonomy((id, name, description, uri, version): TaxonomyRow) -> ImportedTaxonomy {
    ImportedTaxonomy { id, name, description, uri, version }
}

/// Imported taxonomies in the order of their ids.
pub(in super::super) async fn taxonomies(
    tx: &mut Tx,
    own: &[String],
    limit: i64,
    offset: i64,
) -> Result<Vec<ImportedTaxonomy>> {
    let order = "ORDER BY id LIMIT ? OFFSET ?";
    let rows: Vec<TaxonomyRow> =
        tx.all(without(sql(TAXONOMY), "id <> ?", own).and_then(order).bind(limit).bind(offset)).await?;
    Ok(rows.into_iter().map(taxonomy).collect())
}

/// How many [`taxonomies`] would list.
pub(in super::super) async fn count_taxonomies(tx: &mut Tx, own: &[String]) -> Result<i64> {
    count(tx, without(sql("SELECT count(*) FROM taxonomies"), "id <> ?", own)).await
}

/// The imported taxonomy with an id.
pub(in super::super) async fn find_taxonomy(tx: &mut Tx, id: &str) -> Result<Option<ImportedTaxonomy>> {
    let row: Option<TaxonomyRow> = tx.optional(sql(TAXONOMY).filter("id = ?", Some(id))).await?;
    Ok(row.map(taxonomy))
}
