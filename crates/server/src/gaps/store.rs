//! What there is, counted in the database.
//!
//! A place counts for its area when people may know of it: `hidden` places never do (as `Place::for_public` has it),
//! and of an `area_only` place only the municipality is known.

use std::collections::{BTreeMap, BTreeSet};

use db::{Result, Sql, Tx, sql};

use super::model::{Area, Counts, Overview};
use crate::reference;
use crate::vocabulary::INTERESTS;

/// A count by area and step.
type Counted = (String, Option<i64>, i64);

/// Areas by steps, of everything published or of one theme. `chosen`: the codes of the region's municipalities.
pub async fn overview(tx: &mut Tx, chosen: &[&str], theme: Option<&str>) -> Result<Overview> {
    let everything = by_municipality(tx, None).await?;
    let municipalities: BTreeSet<&str> =
        chosen.iter().copied().chain(everything.iter().map(|(code, _, _)| code.as_str())).collect();
    let mut only = municipalities.iter().copied();
    let town = only.next().filter(|_| only.next().is_none()).map(str::to_owned);

    let mut rows: BTreeMap<String, Counts> = BTreeMap::new();
    let counted = match &town {
        Some(town) => {
            let known = reference::postal_codes().iter().filter(|postal| postal.municipality.code == town);
            rows.extend(known.filter(|known| !known.is_box).map(|known| (known.code.to_owned(), Counts::default())));
            by_postal_area(tx, town, theme).await?
        }
        None => {
            rows.extend(municipalities.iter().map(|code| ((*code).to_owned(), Counts::default())));
            by_municipality(tx, theme).await?
        }
    };
    for (code, step, count) in counted {
        rows.entry(code).or_default().add(step, count);
    }
    let mut rows: Vec<(Area, Counts)> = rows
        .into_iter()
        .map(|(code, counts)| {
            let area = match (&town, code.as_str()) {
                (None, _) => Area::Municipality(code),
                (Some(_), "") => Area::Elsewhere,
                (Some(_), _) => Area::Postal(code),
            };
            (area, counts)
        })
        .collect();
    let no_place = of_theme(within(sql("SELECT step, COUNT(*) FROM activities"), &Area::NoPlace, ""), theme);
    rows.push((Area::NoPlace, by_step(tx, no_place).await?));
    rows.sort_by_cached_key(|(area, _)| area.order());
    let whole = by_step(tx, of_theme(published(sql("SELECT step, COUNT(*) FROM activities")), theme)).await?;
    Ok(Overview { town, rows, whole })
}

/// Themes by steps in an area, in the order of the vocabulary, and everything there, each activity once. `town`: the
/// region's only municipality, '' when there are more.
pub async fn themes(tx: &mut Tx, area: &Area, town: &str) -> Result<(Vec<(&'static str, Counts)>, Counts)> {
    let rows: Vec<(String, Option<i64>, i64)> = tx
        .all(
            within(sql("SELECT interests, step, COUNT(*) FROM activities"), area, town)
                .and_then("GROUP BY interests, step"),
        )
        .await?;
    let mut themes: Vec<(&'static str, Counts)> =
        INTERESTS.codes.iter().map(|code| (*code, Counts::default())).collect();
    let mut whole = Counts::default();
    for (interests, step, count) in rows {
        whole.add(step, count);
        let named: BTreeSet<&str> = interests.split_whitespace().collect();
        for (code, counts) in &mut themes {
            if named.contains(*code) {
                counts.add(step, count);
            }
        }
    }
    Ok((themes, whole))
}

/// How many activities are in a cell, and the ids of the first of them by name.
pub async fn cell(
    tx: &mut Tx,
    area: &Area,
    town: &str,
    step: u8,
    theme: Option<&str>,
    limit: i64,
) -> Result<(i64, Vec<String>)> {
    let of_cell = |statement| of_theme(within(statement, area, town), theme).filter("step = ?", Some(i64::from(step)));
    let (count,): (i64,) = tx.one(of_cell(sql("SELECT COUNT(*) FROM activities"))).await?;
    let ids: Vec<(String,)> =
        tx.all(of_cell(sql("SELECT id FROM activities")).and_then("ORDER BY sort_key, id LIMIT ?").bind(limit)).await?;
    Ok((count, ids.into_iter().map(|(id,)| id).collect()))
}

/// An activity with two places in one municipality counts once there.
async fn by_municipality(tx: &mut Tx, theme: Option<&str>) -> Result<Vec<Counted>> {
    let statement = sql("SELECT area, step, COUNT(*) FROM (SELECT DISTINCT activities.id, activities.step, places.municipality AS area FROM activities JOIN activity_places ON activity_places.activity_id = activities.id JOIN places ON places.id = activity_places.place_id")
        .filter_if(true, "places.municipality <> ''")
        .filter_if(true, "places.confidentiality <> 'hidden'");
    tx.all(of_theme(published(statement), theme).and_then(") AS held GROUP BY area, step")).await
}

/// The same in one municipality by postal area; '' where that is not told.
async fn by_postal_area(tx: &mut Tx, town: &str, theme: Option<&str>) -> Result<Vec<Counted>> {
    let statement = sql("SELECT area, step, COUNT(*) FROM (SELECT DISTINCT activities.id, activities.step, CASE WHEN places.confidentiality = 'public' AND LENGTH(places.postal_code) = 5 THEN places.postal_code ELSE '' END AS area FROM activities JOIN activity_places ON activity_places.activity_id = activities.id JOIN places ON places.id = activity_places.place_id")
        .filter("places.municipality = ?", Some(town))
        .filter_if(true, "places.confidentiality <> 'hidden'");
    tx.all(of_theme(published(statement), theme).and_then(") AS held GROUP BY area, step")).await
}

async fn by_step(tx: &mut Tx, statement: Sql) -> Result<Counts> {
    let rows: Vec<(Option<i64>, i64)> = tx.all(statement.and_then("GROUP BY step")).await?;
    let mut counts = Counts::default();
    for (step, count) in rows {
        counts.add(step, count);
    }
    Ok(counts)
}

fn published(statement: Sql) -> Sql {
    statement.filter("activities.state = ?", Some("published"))
}

/// Only what has a theme. The column holds each code with a blank before and after, and codes hold what `LIKE` would
/// take for a sign of its own.
fn of_theme(statement: Sql, theme: Option<&str>) -> Sql {
    statement
        .filter("REPLACE(activities.interests, ?, '') <> activities.interests", theme.map(|theme| format!(" {theme} ")))
}

/// Only what is published in an area.
fn within(statement: Sql, area: &Area, town: &str) -> Sql {
    let statement = published(statement);
    match area {
        Area::Municipality(code) => statement.filter(
            "EXISTS (SELECT 1 FROM activity_places JOIN places ON places.id = activity_places.place_id WHERE activity_places.activity_id = activities.id AND places.confidentiality <> 'hidden' AND places.municipality = ?)",
            Some(code),
        ),
        Area::Postal(code) => statement
            .filter(
                "EXISTS (SELECT 1 FROM activity_places JOIN places ON places.id = activity_places.place_id WHERE activity_places.activity_id = activities.id AND places.confidentiality = 'public' AND places.municipality = ? AND places.postal_code = ?)",
                Some(town),
            )
            .bind(code),
        Area::Elsewhere => statement.filter(
            "EXISTS (SELECT 1 FROM activity_places JOIN places ON places.id = activity_places.place_id WHERE activity_places.activity_id = activities.id AND places.confidentiality <> 'hidden' AND places.municipality = ? AND NOT (places.confidentiality = 'public' AND LENGTH(places.postal_code) = 5))",
            Some(town),
        ),
        Area::NoPlace => statement.filter_if(
            true,
            "(REPLACE(activities.thresholds, ' online ', '') <> activities.thresholds OR NOT EXISTS (SELECT 1 FROM activity_places JOIN places ON places.id = activity_places.place_id WHERE activity_places.activity_id = activities.id AND places.confidentiality <> 'hidden' AND places.municipality <> ''))",
        ),
    }
}
