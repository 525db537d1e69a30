//! Places in the database.

use chrono::{DateTime, Utc};
use db::{Result, Sql, Tx, sql};

use super::model::{Confidentiality, Place, Precision};

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    organization_id: Option<String>,
    name: String,
    street: String,
    postal_code: String,
    city: String,
    municipality: String,
    neighbourhood: String,
    latitude: Option<f64>,
    longitude: Option<f64>,
    precision: String,
    confidentiality: String,
    directions: String,
    hsds: Option<String>,
}

impl From<Row> for Place {
    fn from(row: Row) -> Self {
        Place {
            id: row.id,
            organization_id: row.organization_id,
            name: row.name,
            street: row.street,
            postal_code: row.postal_code,
            city: row.city,
            municipality: row.municipality,
            neighbourhood: row.neighbourhood,
            point: row.latitude.zip(row.longitude),
            precision: Precision::from_code(&row.precision),
            confidentiality: Confidentiality::from_code(&row.confidentiality),
            directions: row.directions,
            hsds: row.hsds,
        }
    }
}

const SELECT: &str = "SELECT id, organization_id, name, street, postal_code, city, municipality, neighbourhood, latitude, longitude, precision, confidentiality, directions, hsds FROM places";

fn select() -> Sql {
    sql(SELECT)
}

/// The places with these ids, as anyone may see them.
pub async fn list(tx: &mut Tx, ids: &[String]) -> Result<Vec<Place>> {
    let rows: Vec<Row> = tx.all(select().filter_in("id", ids)).await?;
    Ok(rows.into_iter().map(|row| Place::from(row).for_public()).collect())
}

/// A place of an activity.
#[derive(sqlx::FromRow)]
struct Held {
    activity_id: String,
    link_id: String,
    #[sqlx(flatten)]
    place: Row,
}

/// The places of these activities as anyone may see them, each with its activity's id and the link's, in the order
/// they were given.
pub async fn of_activities(tx: &mut Tx, activity_ids: &[String]) -> Result<Vec<(String, String, Place)>> {
    let rows: Vec<Held> = tx
        .all(
            sql("SELECT activity_places.activity_id, activity_places.link_id, places.id, organization_id, name, street, postal_code, city, municipality, neighbourhood, latitude, longitude, precision, confidentiality, directions, hsds FROM activity_places JOIN places ON places.id = activity_places.place_id")
                .filter_in("activity_places.activity_id", activity_ids)
                .and_then("ORDER BY activity_places.position, activity_places.place_id"),
        )
        .await?;
    Ok(rows.into_iter().map(|row| (row.activity_id, row.link_id, Place::from(row.place).for_public())).collect())
}

/// Codes of the municipalities where an activity happens, hidden places too: for who may do what, never for pages.
pub async fn municipalities_of(tx: &mut Tx, activity_id: &str) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = tx
        .all(
            sql("SELECT DISTINCT municipality FROM places WHERE municipality <> '' AND id IN (SELECT place_id FROM activity_places WHERE activity_id = ?)")
                .bind(activity_id),
        )
        .await?;
    Ok(rows.into_iter().map(|(code,)| code).collect())
}

/// A place as anyone may see it.
pub async fn find(tx: &mut Tx, id: &str) -> Result<Option<Place>> {
    Ok(find_whole(tx, id).await?.map(Place::for_public))
}

/// A place with everything in it, also what the public must not see. For those who keep it.
pub async fn find_whole(tx: &mut Tx, id: &str) -> Result<Option<Place>> {
    let row: Option<Row> = tx.optional(select().filter("id = ?", Some(id))).await?;
    Ok(row.map(Place::from))
}

/// Public places in id order after an id: what the open API pages through.
pub async fn page(tx: &mut Tx, limit: i64, offset: i64) -> Result<Vec<Place>> {
    let rows: Vec<Row> = tx
        .all(
            select()
                .filter("confidentiality = ?", Some("public"))
                .and_then("ORDER BY id LIMIT ? OFFSET ?")
                .bind(limit)
                .bind(offset),
        )
        .await?;
    Ok(rows.into_iter().map(Place::from).collect())
}

/// How many places are public.
pub async fn count_public(tx: &mut Tx) -> Result<i64> {
    let (count,): (i64,) =
        tx.one(sql("SELECT count(*) FROM places").filter("confidentiality = ?", Some("public"))).await?;
    Ok(count)
}

/// Adds the place or replaces the one with its id.
pub async fn save(tx: &mut Tx, place: &Place, now: DateTime<Utc>) -> Result<()> {
    save_all(tx, std::slice::from_ref(place), now).await
}

/// Adds places or replaces those with their ids. None may be among them twice.
pub async fn save_all(tx: &mut Tx, places: &[Place], now: DateTime<Utc>) -> Result<()> {
    tx.add(
        "INSERT INTO places (id, organization_id, name, street, postal_code, city, municipality, neighbourhood, latitude, longitude, precision, confidentiality, directions, hsds, changed_at)",
        places,
        "ON CONFLICT (id) DO UPDATE SET organization_id = excluded.organization_id, name = excluded.name, street = excluded.street, postal_code = excluded.postal_code, city = excluded.city, municipality = excluded.municipality, neighbourhood = excluded.neighbourhood, latitude = excluded.latitude, longitude = excluded.longitude, precision = excluded.precision, confidentiality = excluded.confidentiality, directions = excluded.directions, hsds = excluded.hsds, changed_at = excluded.changed_at",
        |statement, place| bind(statement, place, now),
    )
    .await
}

fn bind(statement: Sql, place: &Place, now: DateTime<Utc>) -> Sql {
    let (latitude, longitude) = place.point.unzip();
    statement
        .bind(&place.id)
        .bind(place.organization_id.clone())
        .bind(&place.name)
        .bind(&place.street)
        .bind(&place.postal_code)
        .bind(&place.city)
        .bind(&place.municipality)
        .bind(&place.neighbourhood)
        .bind(latitude)
        .bind(longitude)
        .bind(place.precision.as_str())
        .bind(place.confidentiality.as_str())
        .bind(&place.directions)
        .bind(place.hsds.clone())
        .bind(now)
}
