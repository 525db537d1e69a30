//! What after this (P21): the links someone chose, and where there are none, what step, interests and place suggest.

use std::sync::Arc;

use db::Tx;
use search::{Filter, Near, Query, Soft};

use super::model::{Activity, LinkMeaning, Listed};
use super::store;
use crate::app::App;
use crate::clock::today;
use crate::error::Result;
use crate::finding::document::day_number;
use crate::page::Ui;

/// How many ways onward a page shows.
const MOST: usize = 3;

/// A way onward and why it is shown.
#[derive(Debug, Clone)]
pub struct Onward {
    /// The activity.
    pub listed: Arc<Listed>,
    /// Why, in the reader's language; '' when someone chose it.
    pub why: String,
}

/// The ways onward from an activity.
///
/// What someone chose comes first and alone. Otherwise the next step up or the same one, sharing an interest, near by;
/// as an alternative, the same step and interest.
pub async fn after(tx: &mut Tx, app: &App, activity: &Activity, meaning: LinkMeaning, ui: &Ui) -> Result<Vec<Onward>> {
    let chosen = store::linked(tx, &activity.id, meaning).await?;
    let listed = app.shelf.list(tx, &chosen).await?;
    if !listed.is_empty() {
        return Ok(listed.into_iter().take(MOST + 1).map(|listed| Onward { listed, why: String::new() }).collect());
    }
    let Some(step) = activity.step else { return Ok(Vec::new()) };
    if activity.interests.is_empty() {
        return Ok(Vec::new());
    }
    let steps: Vec<String> = match meaning {
        LinkMeaning::Next => vec![(step + 1).min(5).to_string()],
        LinkMeaning::Alternative => vec![step.to_string()],
    };
    let mut query = Query {
        language: ui.language.code(),
        filters: vec![
            Filter::any("step", steps.iter().map(String::as_str)),
            Filter::any("interest", activity.interests.iter().map(String::as_str)),
        ],
        soft: activity
            .situations
            .iter()
            .map(|code| Soft { dimension: "situation", value: code, weight: 1.2 })
            .collect(),
        near: activity.main_place().and_then(|place| place.point).map(|(lat, lon)| Near {
            lat,
            lon,
            max_km: Some(30.0),
        }),
        today: day_number(today(ui.now)),
        limit: MOST + 1,
        ..Query::default()
    };
    query.now = i64::from(query.today) * 1440;
    let ids: Vec<String> =
        app.index.search(&query)?.hits.into_iter().map(|hit| hit.id).filter(|id| *id != activity.id).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let listed = app.shelf.list(tx, &ids).await?;
    let why = match meaning {
        LinkMeaning::Next => ui.t("onward-why-next"),
        LinkMeaning::Alternative => ui.t("onward-why-instead"),
    };
    Ok(listed.into_iter().take(MOST).map(|listed| Onward { listed, why: why.clone().into_owned() }).collect())
}
