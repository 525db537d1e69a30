//! Where published activities happen, for the map.

use db::{Result, Tx, sql};

use crate::places::model::{Confidentiality, Place, Precision};

/// More pairs than this are not drawn; a region has a tenth of it.
const MOST: i64 = 50_000;

/// A published activity at a place, as much of the place as anyone may see.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Spot {
    /// The activity.
    pub(super) activity_id: String,
    /// The place.
    pub(super) place: Place,
}

#[derive(sqlx::FromRow)]
struct Row {
    activity_id: String,
    id: String,
    name: String,
    municipality: String,
    neighbourhood: String,
    latitude: Option<f64>,
    longitude: Option<f64>,
    precision: String,
    confidentiality: String,
}

impl From<Row> for Spot {
    fn from(row: Row) -> Self {
        let place = Place {
            id: row.id,
            name: row.name,
            municipality: row.municipality,
            neighbourhood: row.neighbourhood,
            point: row.latitude.zip(row.longitude),
            precision: Precision::from_code(&row.precision),
            confidentiality: Confidentiality::from_code(&row.confidentiality),
            ..Place::default()
        };
        Spot { activity_id: row.activity_id, place: place.for_public() }
    }
}

/// Every published activity of a step at each of its places in some municipalities.
pub(super) async fn spots(tx: &mut Tx, municipalities: &[&str], step: Option<u8>) -> Result<Vec<Spot>> {
    let rows: Vec<Row> = tx
        .all(
            sql("SELECT activity_places.activity_id, places.id, places.name, places.municipality, places.neighbourhood, places.latitude, places.longitude, places.precision, places.confidentiality FROM places JOIN activity_places ON activity_places.place_id = places.id JOIN activities ON activities.id = activity_places.activity_id")
                .filter_in("places.municipality", municipalities)
                .filter("activities.state = ?", Some("published"))
                .filter("activities.step = ?", step.map(i64::from))
                .filter("places.confidentiality <> ?", Some("hidden"))
                .and_then("ORDER BY places.municipality, places.id, activity_places.activity_id LIMIT ?")
                .bind(MOST),
        )
        .await?;
    Ok(rows.into_iter().map(Spot::from).collect())
}
