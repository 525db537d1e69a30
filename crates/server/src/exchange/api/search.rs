//! What a program looks for, asked of the index as the search page asks it, so that both rank alike.

use chrono::{DateTime, Utc};
use chrono_tz::Europe::Helsinki;
use search::{Field, Hit, How, Near, Query};
use serde_json::{Value, json};

use super::endpoints::ORDERS;
use super::record::{Depth, Reader, activity};
use crate::app::App;
use crate::error::Error;
use crate::exchange::hsds::record::Record;
use crate::exchange::open::parameters::Given;
use crate::exchange::open::problem::{Problem, Result};
use crate::finding::found::{self, Answer};
use crate::finding::query::{CODE_FILTERS, Order, SearchForm};
use crate::finding::understanding::{self, Fact, Understood};
use crate::i18n::Language;
use crate::times;

/// The most hits of the index that are looked through.
pub(super) const MOST_HITS: usize = 10_000;
/// How far from now a window of time may lie, in days; the index knows less.
const FARTHEST: i64 = 400;

/// A question to the index.
pub(super) struct Search {
    form: SearchForm,
    steps: Vec<String>,
    near: Option<Near>,
    from: Option<DateTime<Utc>>,
    to: Option<DateTime<Utc>>,
    understood: Understood,
    language: Language,
    now: DateTime<Utc>,
}

impl Search {
    /// Reads what is asked and understands its words.
    pub(super) fn read(app: &App, given: &Given, now: DateTime<Utc>) -> Result<Self> {
        let mut form = SearchForm {
            words: given.words("q")?.unwrap_or_default().to_owned(),
            steps: given.choices("step")?.iter().filter_map(|step| step.parse().ok()).collect(),
            municipalities: given.choices("municipality")?.into_iter().map(str::to_owned).collect(),
            organization: given.id("organization")?,
            order: order(given.choice("order")?),
            ignored: given.list("ignore")?.into_iter().map(str::to_owned).collect(),
            page: 1,
            ..SearchForm::default()
        };
        for (filter, codes) in CODE_FILTERS.iter().zip(&mut form.codes) {
            *codes = given.choices(if filter.dimension == "language" { "spoken" } else { filter.dimension })?;
            if filter.dimension == "threshold" && given.yes("free")? && !codes.contains(&"free") {
                codes.push("free");
            }
        }
        let language = given.language("language")?.unwrap_or_default();
        let understood = understanding::understand(app, &form, language, now)?;
        let (from, to) = (given.moment("from")?, given.moment("to")?);
        Ok(Search { steps: form.step_values(), near: near(given)?, from, to, understood, language, now, form })
    }

    /// The question, with the times the asker named.
    fn query(&self) -> Query<'_> {
        let mut query = self.form.query(&self.steps, self.language, self.now);
        self.understood.weigh(&mut query);
        if let Some(near) = self.near {
            query.near = Some(near);
        }
        if self.from.is_some() || self.to.is_some() {
            let farthest = |days: i64| self.now + chrono::TimeDelta::days(days);
            let within = |time: DateTime<Utc>| time.clamp(self.now, farthest(FARTHEST));
            let (from, to) = (self.from.map_or(self.now, within), self.to.map_or(farthest(FARTHEST), within));
            query.windows = vec![window(from, to)];
        }
        query
    }

    /// A page of what is found.
    pub(super) async fn page(
        &self,
        app: &App,
        offset: usize,
        limit: usize,
        reader: &Reader<'_>,
    ) -> Result<(usize, Value)> {
        let mut query = self.query();
        (query.offset, query.limit, query.count_facets) = (offset, limit, false);
        let answer = if offset < MOST_HITS { found::find(app, &query).await? } else { Answer::default() };
        let data: Vec<Value> = answer
            .found
            .iter()
            .map(|found| {
                let mut told = activity(&found.listed, reader, Depth::List);
                told.value("match", Some(reasons(&found.hit)));
                told.into()
            })
            .collect();
        let mut told = json!({"data": data, "total": answer.total});
        if let Some(words) = answer.did_you_mean {
            told["did_you_mean"] = words.into();
        }
        told["understood"] = self.understood.facts.iter().map(fact).collect::<Vec<_>>().into();
        Ok((answer.total, told))
    }

    /// How much there is in all, and with each value of each filter.
    pub(super) async fn counted(&self, app: &App) -> Result<Answer> {
        let mut query = self.query();
        (query.limit, query.count_facets) = (0, true);
        Ok(found::find(app, &query).await?)
    }

    /// The ids of what passes the filters, the words and, when it is named, a window of time that something ends in.
    pub(super) fn ids(&self, app: &App, ends_within: Option<(DateTime<Utc>, DateTime<Utc>)>) -> Result<Vec<String>> {
        let mut query = self.query();
        query.windows = ends_within.map(|(from, to)| window(from, to)).into_iter().collect();
        (query.offset, query.limit, query.count_facets) = (0, MOST_HITS, false);
        let results = app.index.search(&query).map_err(Error::from)?;
        Ok(results.hits.into_iter().map(|hit| hit.id).collect())
    }
}

/// The index's local minutes of a window: what ends after its beginning and no later than its end.
fn window(from: DateTime<Utc>, to: DateTime<Utc>) -> (i64, i64) {
    (times::local_minutes(from, Helsinki) + 1, times::local_minutes(to, Helsinki) + 1)
}

fn order(code: Option<&str>) -> Order {
    let at = code.and_then(|code| ORDERS.iter().position(|known| *known == code)).unwrap_or_default();
    Order::ALL[at]
}

fn near(given: &Given) -> Result<Option<Near>> {
    let needs = |name: &'static str, other: &str| Err(Problem::Parameter { name, wants: format!("{other} beside it") });
    match (given.number("lat")?, given.number("lon")?, given.number("km")?) {
        (Some(lat), Some(lon), max_km) => Ok(Some(Near { lat, lon, max_km })),
        (Some(_), None, _) => needs("lat", "lon"),
        (None, Some(_), _) => needs("lon", "lat"),
        (None, None, Some(_)) => needs("km", "lat and lon"),
        (None, None, None) => Ok(None),
    }
}

fn fact(fact: &Fact) -> Value {
    let key = fact.key();
    match fact {
        Fact::Code { dimension, value } => json!({"key": key, "filter": dimension, "value": value}),
        Fact::When(_) | Fact::Near(..) => json!({"key": key}),
    }
}

/// Why a hit was found: the words of the question with where and how they stand in it.
fn reasons(hit: &Hit) -> Value {
    let words = hit.reason.matched.iter().map(|word| {
        let place = match word.field {
            Field::Title => "name",
            Field::Keywords => "keywords",
            Field::Interests => "interests",
            Field::Provider => "organization",
            Field::Place => "place",
            Field::Body => "text",
            Field::Ease => "thresholds",
        };
        let how = match word.how {
            How::Exact => "exact",
            How::Base => "base",
            How::CompoundPart => "compound_part",
            How::Stem => "stem",
            How::Concept => "concept",
            How::Prefix => "prefix",
            How::Folded => "folded",
            How::Typo => "typo",
        };
        json!({"word": word.word, "found": word.found, "in": place, "how": how})
    });
    let mut record = Record::default();
    record.value("words", Some(words.collect::<Vec<_>>()));
    record.value("distance_km", hit.distance_km.map(|km| (km * 1000.0).round() / 1000.0));
    record.into()
}
