//! Organizations in the database.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use db::{Result, Sql, Tx, sql};

use super::model::{Organization, OrganizationText, State};
use crate::{events, text};

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    slug: String,
    r#type: String,
    business_id: String,
    website: String,
    email: String,
    phone: String,
    state: String,
    verified_on: Option<String>,
    hsds: Option<String>,
    source_id: Option<String>,
    changed_at: DateTime<Utc>,
}

impl From<Row> for Organization {
    fn from(row: Row) -> Self {
        Organization {
            id: row.id,
            slug: row.slug,
            kind: row.r#type,
            business_id: row.business_id,
            website: row.website,
            email: row.email,
            phone: row.phone,
            state: State::from_code(&row.state),
            verified_on: row.verified_on.and_then(|day| day.parse::<NaiveDate>().ok()),
            hsds: row.hsds,
            source_id: row.source_id,
            changed_at: row.changed_at,
            texts: text::Texts::new(),
        }
    }
}

#[derive(sqlx::FromRow)]
struct TextRow {
    organization_id: String,
    language: String,
    name: String,
    summary: String,
    description: String,
}

const SELECT: &str = "SELECT id, slug, type, business_id, website, email, phone, state, verified_on, hsds, source_id, changed_at FROM organizations";

/// Which organizations [`page`] lists.
#[derive(Debug, Clone, Default)]
pub struct OrganizationFilter {
    /// Only of this type.
    pub kind: Option<String>,
}

/// The published organization at an address.
pub async fn find_by_slug(tx: &mut Tx, slug: &str) -> Result<Option<Organization>> {
    one(tx, sql(SELECT).filter("state = ?", Some("published")).filter("slug = ?", Some(slug))).await
}

/// The organization with an id, whatever its state.
pub async fn find(tx: &mut Tx, id: &str) -> Result<Option<Organization>> {
    one(tx, sql(SELECT).filter("id = ?", Some(id))).await
}

/// Organizations that are called this in some language, whatever their state; at most 20.
pub async fn named(tx: &mut Tx, name: &str) -> Result<Vec<Organization>> {
    let rows: Vec<Row> = tx
        .all(
            sql(SELECT)
                .filter("id IN (SELECT organization_id FROM organization_texts WHERE name = ?)", Some(name))
                .and_then("ORDER BY sort_key, id LIMIT 20"),
        )
        .await?;
    with_texts(tx, rows).await
}

/// Organizations on the tray that may be one and the same: with this business id, or whose address begins like this one's
/// first word (of four letters or more). At most 8.
pub async fn similar(tx: &mut Tx, slug: &str, business_id: &str) -> Result<Vec<Organization>> {
    let mut rows: Vec<Row> = Vec::new();
    if !business_id.is_empty() {
        rows = tx.all(sql(SELECT).filter("business_id = ?", Some(business_id)).and_then("ORDER BY id LIMIT 8")).await?;
    }
    let word = slug.split('-').find(|word| word.len() >= 4).unwrap_or_default();
    if !word.is_empty() && slug.starts_with(word) {
        let alike: Vec<Row> = tx
            .all(
                sql(SELECT)
                    .filter("slug >= ?", Some(word))
                    // '~' comes after every letter of an address.
                    .filter("slug < ?", Some(&format!("{word}~")))
                    .filter("state = ?", Some("published"))
                    .and_then("ORDER BY slug LIMIT 8"),
            )
            .await?;
        rows.extend(alike);
    }
    let mut seen = std::collections::HashSet::new();
    rows.retain(|row| seen.insert(row.id.clone()));
    rows.truncate(8);
    with_texts(tx, rows).await
}

async fn one(tx: &mut Tx, statement: Sql) -> Result<Option<Organization>> {
    let row: Option<Row> = tx.optional(statement).await?;
    let Some(row) = row else { return Ok(None) };
    Ok(with_texts(tx, vec![row]).await?.pop())
}

/// The organizations with these ids, in no particular order.
pub async fn list(tx: &mut Tx, ids: &[String]) -> Result<Vec<Organization>> {
    let rows: Vec<Row> = tx.all(sql(SELECT).filter_in("id", ids)).await?;
    with_texts(tx, rows).await
}

/// Published organizations in the order of their names.
pub async fn page(tx: &mut Tx, filter: &OrganizationFilter, limit: i64, offset: i64) -> Result<Vec<Organization>> {
    let rows: Vec<Row> = tx
        .all(
            sql(SELECT)
                .filter("state = ?", Some("published"))
                .filter("type = ?", filter.kind.as_deref())
                .and_then("ORDER BY sort_key, id LIMIT ? OFFSET ?")
                .bind(limit)
                .bind(offset),
        )
        .await?;
    with_texts(tx, rows).await
}

/// How many [`page`] would list.
pub async fn count(tx: &mut Tx, filter: &OrganizationFilter) -> Result<i64> {
    let (count,): (i64,) = tx
        .one(
            sql("SELECT count(*) FROM organizations")
                .filter("state = ?", Some("published"))
                .filter("type = ?", filter.kind.as_deref()),
        )
        .await?;
    Ok(count)
}

/// Addresses and times of change of everything published: for the site map.
pub async fn addresses(tx: &mut Tx) -> Result<Vec<(String, DateTime<Utc>)>> {
    tx.all(
        sql("SELECT slug, changed_at FROM organizations")
            .filter("state = ?", Some("published"))
            .and_then("ORDER BY slug"),
    )
    .await
}

/// Whether an address is taken by another record.
pub async fn slug_is_taken(tx: &mut Tx, slug: &str, except: &str) -> Result<bool> {
    let row: Option<(String,)> = tx
        .optional(sql("SELECT id FROM organizations").filter("slug = ?", Some(slug)).filter("id <> ?", Some(except)))
        .await?;
    Ok(row.is_some())
}

/// Adds the organization or replaces the one with its id, and says so in the event log.
pub async fn save(tx: &mut Tx, organization: &Organization, now: DateTime<Utc>) -> Result<()> {
    save_all(tx, std::slice::from_ref(organization), now).await
}

/// As [`save`], many in one statement. None may be among them twice.
pub async fn save_all(tx: &mut Tx, organizations: &[Organization], now: DateTime<Utc>) -> Result<()> {
    if organizations.is_empty() {
        return Ok(());
    }
    tx.add(
        "INSERT INTO organizations (id, slug, type, business_id, website, email, phone, sort_key, state, verified_on, hsds, source_id, changed_at)",
        organizations,
        "ON CONFLICT (id) DO UPDATE SET slug = excluded.slug, type = excluded.type, business_id = excluded.business_id, website = excluded.website, email = excluded.email, phone = excluded.phone, sort_key = excluded.sort_key, state = excluded.state, verified_on = excluded.verified_on, hsds = excluded.hsds, source_id = excluded.source_id, changed_at = excluded.changed_at",
        |statement, organization| bind(statement, organization, now),
    )
    .await?;
    let ids: Vec<&str> = organizations.iter().map(|organization| organization.id.as_str()).collect();
    tx.execute(sql("DELETE FROM organization_texts").filter_in("organization_id", &ids)).await?;
    let texts: Vec<_> = organizations
        .iter()
        .flat_map(|organization| organization.texts.iter().map(|(language, said)| (&organization.id, language, said)))
        .collect();
    tx.add(
        "INSERT INTO organization_texts (organization_id, language, name, summary, description)",
        &texts,
        "",
        |statement, (id, language, said)| {
            statement.bind(*id).bind(*language).bind(&said.name).bind(&said.summary).bind(&said.description)
        },
    )
    .await?;
    events::record_all(tx, "organization.changed", &ids, now).await
}

fn bind(statement: Sql, organization: &Organization, now: DateTime<Utc>) -> Sql {
    statement
        .bind(&organization.id)
        .bind(&organization.slug)
        .bind(&organization.kind)
        .bind(&organization.business_id)
        .bind(&organization.website)
        .bind(&organization.email)
        .bind(&organization.phone)
        .bind(text::sort_key(organization.name(crate::i18n::Language::Finnish).text))
        .bind(organization.state.as_str())
        .bind(organization.verified_on.map(|day| day.to_string()))
        .bind(organization.hsds.clone())
        .bind(organization.source_id.clone())
        .bind(now)
}

async fn with_texts(tx: &mut Tx, rows: Vec<Row>) -> Result<Vec<Organization>> {
    let mut organizations: Vec<Organization> = rows.into_iter().map(Organization::from).collect();
    let ids: Vec<&str> = organizations.iter().map(|organization| organization.id.as_str()).collect();
    if ids.is_empty() {
        return Ok(organizations);
    }
    let texts: Vec<TextRow> = tx
        .all(
            sql("SELECT organization_id, language, name, summary, description FROM organization_texts")
                .filter_in("organization_id", &ids),
        )
        .await?;
    let places: HashMap<String, usize> =
        organizations.iter().enumerate().map(|(at, organization)| (organization.id.clone(), at)).collect();
    for row in texts {
        if let Some(at) = places.get(&row.organization_id) {
            organizations[*at].texts.insert(
                row.language,
                OrganizationText { name: row.name, summary: row.summary, description: row.description },
            );
        }
    }
    Ok(organizations)
}
