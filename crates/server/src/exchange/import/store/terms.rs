//! Taxonomies, their terms, and terms on activities, in the database.

use db::{Result, Tx, sql};

use super::super::record::{Attribute, Taxonomy, Term};

/// Adds a taxonomy or brings it up to date; whether anything changed.
pub(in super::super) async fn save_taxonomy(tx: &mut Tx, taxonomy: &Taxonomy) -> Result<bool> {
    let touched = tx
        .execute(
            sql("INSERT INTO taxonomies (id, name, description, uri, version) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name, description = excluded.description, uri = excluded.uri, version = excluded.version WHERE taxonomies.name <> excluded.name OR taxonomies.description <> excluded.description OR taxonomies.uri <> excluded.uri OR taxonomies.version <> excluded.version")
                .bind(&taxonomy.id)
                .bind(&taxonomy.name)
                .bind(&taxonomy.description)
                .bind(&taxonomy.uri)
                .bind(&taxonomy.version),
        )
        .await?;
    Ok(touched > 0)
}

/// Adds a taxonomy that was only named, when it is not there.
pub(in super::super) async fn name_taxonomy(tx: &mut Tx, taxonomy: &Taxonomy) -> Result<()> {
    tx.execute(
        sql("INSERT INTO taxonomies (id, name, description, uri, version) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING")
            .bind(&taxonomy.id)
            .bind(&taxonomy.name)
            .bind(&taxonomy.description)
            .bind(&taxonomy.uri)
            .bind(&taxonomy.version),
    )
    .await?;
    Ok(())
}

/// Adds a term or brings it up to date; whether anything changed.
pub(in super::super) async fn save_term(tx: &mut Tx, term: &Term) -> Result<bool> {
    let taxonomy_id = taxonomy_of(tx, term).await?;
    let touched = tx
        .execute(
            sql("INSERT INTO taxonomy_terms (id, taxonomy_id, code, name, description, parent_id, term_uri) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET taxonomy_id = coalesce(excluded.taxonomy_id, taxonomy_terms.taxonomy_id), code = excluded.code, name = excluded.name, description = excluded.description, parent_id = excluded.parent_id, term_uri = excluded.term_uri WHERE coalesce(taxonomy_terms.taxonomy_id, '') <> coalesce(excluded.taxonomy_id, taxonomy_terms.taxonomy_id, '') OR taxonomy_terms.code <> excluded.code OR taxonomy_terms.name <> excluded.name OR taxonomy_terms.description <> excluded.description OR taxonomy_terms.parent_id <> excluded.parent_id OR taxonomy_terms.term_uri <> excluded.term_uri")
                .bind(&term.id)
                .bind(taxonomy_id)
                .bind(&term.code)
                .bind(&term.name)
                .bind(&term.description)
                .bind(&term.parent_id)
                .bind(&term.uri),
        )
        .await?;
    Ok(touched > 0)
}

/// Adds a term that came along with a record, when it is not there: a term that came on its own tells more.
pub(in super::super) async fn name_term(tx: &mut Tx, term: &Term) -> Result<()> {
    let taxonomy_id = taxonomy_of(tx, term).await?;
    tx.execute(
        sql("INSERT INTO taxonomy_terms (id, taxonomy_id, code, name, description, parent_id, term_uri) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING")
            .bind(&term.id)
            .bind(taxonomy_id)
            .bind(&term.code)
            .bind(&term.name)
            .bind(&term.description)
            .bind(&term.parent_id)
            .bind(&term.uri),
    )
    .await?;
    Ok(())
}

async fn taxonomy_of(tx: &mut Tx, term: &Term) -> Result<Option<String>> {
    let Some(taxonomy) = &term.taxonomy else { return Ok(None) };
    name_taxonomy(tx, taxonomy).await?;
    Ok(Some(taxonomy.id.clone()))
}

/// Replaces the terms on an activity. Their terms must be there.
pub(in super::super) async fn set_attributes(tx: &mut Tx, activity_id: &str, attributes: &[Attribute]) -> Result<()> {
    tx.execute(sql("DELETE FROM attributes").filter("activity_id = ?", Some(activity_id))).await?;
    for attribute in attributes {
        tx.execute(
            sql("INSERT INTO attributes (id, activity_id, term_id, link_type, value) VALUES (?, ?, ?, ?, ?) ON CONFLICT (activity_id, term_id, link_type) DO NOTHING")
                .bind(&attribute.id)
                .bind(activity_id)
                .bind(&attribute.term_id)
                .bind(&attribute.link_type)
                .bind(&attribute.value),
        )
        .await?;
    }
    Ok(())
}
