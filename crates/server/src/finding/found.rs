//! Asking the index and loading what it found: one way for pages and for open data, so that both rank alike.

use std::collections::HashMap;
use std::sync::Arc;

use search::{FacetCounts, Field, Hit, How, MatchedWord, Query};

use crate::activities::card::Card;
use crate::activities::model::Listed;
use crate::app::App;
use crate::error::Result;
use crate::page::Ui;

/// A hit with its activity.
#[derive(Debug, Clone)]
pub struct Found {
    /// The activity and who arranges it.
    pub listed: Arc<Listed>,
    /// What the index said of it.
    pub hit: Hit,
}

/// What a search found.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    /// The hits of the page.
    pub found: Vec<Found>,
    /// How many there are in all.
    pub total: usize,
    /// How many there would be with each value of each dimension.
    pub facets: Vec<FacetCounts>,
    /// The words as they were probably meant.
    pub did_you_mean: Option<String>,
}

impl Answer {
    /// How many of what was found have a value.
    pub fn count(&self, dimension: &str, value: &str) -> usize {
        self.facets
            .iter()
            .filter(|facet| facet.dimension == dimension)
            .flat_map(|facet| &facet.values)
            .find(|(known, _)| known == value)
            .map_or(0, |(_, count)| *count)
    }

    /// The values of a dimension that something found has.
    pub fn values(&self, dimension: &str) -> &[(String, usize)] {
        self.facets.iter().find(|facet| facet.dimension == dimension).map_or(&[], |facet| facet.values.as_slice())
    }
}

/// Asks the index and loads the hits. The database is asked by id, so what was hidden a moment ago drops out.
pub async fn find(app: &App, query: &Query<'_>) -> Result<Answer> {
    // The index answers from memory within milliseconds: handing it to another thread would cost more than it gives.
    let results = app.index.search(query)?;
    let ids: Vec<String> = results.hits.iter().map(|hit| hit.id.clone()).collect();
    let mut hits: HashMap<String, Hit> = results.hits.into_iter().map(|hit| (hit.id.clone(), hit)).collect();
    let mut tx = app.db.read().await?;
    let listed = app.shelf.list(&mut tx, &ids).await?;
    let found = listed
        .into_iter()
        .filter_map(|listed| {
            let hit = hits.remove(&listed.activity.id)?;
            Some(Found { listed, hit })
        })
        .collect();
    Ok(Answer { found, total: results.total, facets: results.facets, did_you_mean: results.did_you_mean })
}

impl Found {
    /// The card of the hit, with how far it is and why it was found.
    pub fn card<'a>(&'a self, ui: &Ui) -> Card<'a> {
        self.listed.card(ui, self.hit.distance_km, &self.reason(ui))
    }

    /// Why this was found, in one short phrase; '' when the name says it.
    pub fn reason(&self, ui: &Ui) -> String {
        let matched = &self.hit.reason.matched;
        if matched.is_empty() || matched.iter().all(|word| word.field == Field::Title && word.how <= How::Base) {
            return String::new();
        }
        let said = |word: &MatchedWord| if word.how == How::Typo { word.found.clone() } else { word.word.clone() };
        let words: Vec<String> = matched.iter().map(said).collect();
        let by_meaning = matched.iter().all(|word| word.how == How::Concept);
        let key = if by_meaning { "why-meaning" } else { "why-words" };
        ui.with(key, "words", words.join(", "))
    }
}
