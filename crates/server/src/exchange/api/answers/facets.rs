//! `/api/v1/facets`: how much there is with each value of each filter.

use axum::response::Response;
use serde_json::{Value, json};

use super::reader;
use crate::exchange::api::endpoints;
use crate::exchange::api::record::Reader;
use crate::exchange::api::search::Search;
use crate::exchange::open::Asked;
use crate::exchange::open::problem::Result;
use crate::finding::found::Answer;
use crate::finding::query::CODE_FILTERS;
use crate::reference;
use crate::steps::store::Steps;

/// The counts.
pub(in crate::exchange::api) async fn count(asked: Asked) -> Result<Response> {
    let given = asked.given(&endpoints::OF_FACETS)?;
    let reader = reader(&asked, &given)?;
    let search = Search::read(&asked.app, &given, asked.ui.now)?;
    let (tx, stamp) = asked.begin().await?;
    drop(tx);
    let made = async {
        let answer = search.counted(&asked.app).await?;
        let mut facets = vec![steps(&answer, &asked.ui.region.steps, &reader)];
        for filter in &CODE_FILTERS {
            let name = if filter.dimension == "language" { "spoken" } else { filter.dimension };
            facets.push(facet(name, &answer, filter.dimension, |code| {
                Some(reader.name(&filter.list, filter.list.code(code)?))
            }));
        }
        facets.push(facet("municipality", &answer, "municipality", |code| {
            let municipality = reference::municipality(code)?;
            Some(reader.words(|language| municipality.name(language).to_owned()))
        }));
        Ok(json!({"total": answer.total, "facets": facets}))
    };
    asked.unless_known(asked.tag_of_now(stamp), stamp, made).await
}

fn steps(answer: &Answer, steps: &Steps, reader: &Reader<'_>) -> Value {
    facet("step", answer, "step", |code| {
        let number = code.parse().ok()?;
        Some(reader.words(|language| steps.name(number, language).to_owned()))
    })
}

/// A filter with its values, the most frequent first; values nobody can name are left out.
fn facet(parameter: &str, answer: &Answer, dimension: &str, name: impl Fn(&str) -> Option<Value>) -> Value {
    let values = answer.values(dimension).iter();
    let values: Vec<Value> =
        values.filter_map(|(code, count)| Some(json!({"value": code, "name": name(code)?, "count": count}))).collect();
    json!({"parameter": parameter, "values": values})
}
