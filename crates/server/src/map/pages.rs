//! The map page: how much there is in each municipality, as a picture and as a list that says the same.

use std::collections::BTreeMap;

use askama::Template;
use axum::Router;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use axum::routing::get;
use fluent_bundle::FluentValue;

use super::picture::{self, Dot};
use super::store::{self, Spot};
use crate::app::App;
use crate::error::Result;
use crate::finding::found::Answer;
use crate::finding::query::SearchForm;
use crate::page::{self, Head, Ui};
use crate::reference;
use crate::reference::map::{self, Map, Outline};
use crate::text::sort_key;

/// With more municipalities than this each one gets a single dot and no name: the whole country in one small page.
const MOST_WITH_PLACES: usize = 40;

/// The addresses of this feature.
pub fn routes() -> Router<App> {
    Router::new().route("/kartta", get(show))
}

#[derive(Template)]
#[template(path = "map/show.html")]
struct MapPage {
    ui: Ui,
    head: Head,
    step: Option<u8>,
    steps: Vec<StepLink>,
    map: Map,
    areas: Vec<Area>,
    dots: Vec<Dot>,
    /// The largest dot of the legend and the size of names, in the map's units.
    unit: f64,
    /// Whether municipalities carry their names on the map.
    named: bool,
    listed: Vec<Listed>,
    villages: Vec<Villages>,
    total: usize,
    online: usize,
}

/// A filter above the map.
struct StepLink {
    number: u8,
    name: String,
    count: usize,
}

/// A municipality on the map.
struct Area {
    outline: Outline,
    name: &'static str,
    count: usize,
    /// 0 nothing, 1 little, 2 some, 3 much.
    shade: usize,
}

/// A municipality in the list.
struct Listed {
    code: &'static str,
    name: &'static str,
    count: usize,
}

/// The villages and neighbourhoods of a municipality.
struct Villages {
    code: String,
    municipality: &'static str,
    names: Vec<String>,
}

impl MapPage {
    /// The search in a municipality, on the chosen step.
    fn search(&self, code: &str) -> String {
        let form = SearchForm { municipalities: vec![code.to_owned()], ..self.form() };
        self.ui.link(form.address("/haku"))
    }

    /// The search for a village.
    fn village(&self, code: &str, name: &str) -> String {
        let form = SearchForm { words: name.to_owned(), municipalities: vec![code.to_owned()], ..self.form() };
        self.ui.link(form.address("/haku"))
    }

    fn form(&self) -> SearchForm {
        SearchForm { steps: self.step.into_iter().collect(), page: 1, ..SearchForm::default() }
    }

    /// The map with only a step.
    fn here(&self, step: u8) -> String {
        self.ui.link(format!("/kartta?askel={step}"))
    }

    /// What the pointer is told about a place.
    fn told(&self, name: &str, count: usize) -> String {
        let values = [
            ("place", FluentValue::from(name)),
            ("count", FluentValue::from(i64::try_from(count).unwrap_or(i64::MAX))),
        ];
        self.ui.language.with("map-told", &values)
    }

    /// What the pointer is told about a dot: some names, and how much there is.
    fn told_of(&self, dot: &Dot) -> String {
        let mut names = dot.names.join(", ");
        if dot.more > 0 {
            names = format!("{names} {}", self.ui.count("map-more-places", dot.more));
        }
        self.told(&names, dot.count)
    }

    /// The class of the dots: the colour of the chosen step.
    fn dot_class(&self) -> String {
        self.step.map_or_else(|| "dots".to_owned(), |step| format!("dots s{step}"))
    }
}

/// The map, with `?askel=1…5` only what is on one step.
async fn show(ui: Ui, State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response> {
    let asked = SearchForm::read(query.as_deref().unwrap_or_default());
    let step = asked.steps.first().copied();
    let form = SearchForm { steps: step.into_iter().collect(), page: 1, ..SearchForm::default() };
    let values = form.step_values();
    let mut query = form.query(&values, ui.language, ui.now);
    query.limit = 0;
    let results = app.index.search(&query)?;
    let answer = Answer { total: results.total, facets: results.facets, ..Answer::default() };

    let region = ui.region.clone();
    let codes: Vec<&str> = match region.municipalities() {
        none if none.is_empty() => reference::municipalities().iter().map(|municipality| municipality.code).collect(),
        chosen => chosen,
    };
    let map = map::outlines(&codes);
    let named = map.paths.len() <= MOST_WITH_PLACES;
    let spots = if named { store::spots(&mut app.db.read().await?, &codes, step).await? } else { Vec::new() };
    let areas = areas(&map, &answer, &ui);
    let dots = if named { picture::dots(&map, &spots) } else { picture::dots(&map, &middles(&answer)) };
    let title = match step {
        Some(number) => format!("{} {}", ui.t("map-h1"), ui.step(&number)),
        None => ui.t("map-h1").into_owned(),
    };
    let head =
        Head { title, description: ui.t("map-description").into_owned(), hidden: step.is_some(), ..Head::default() };
    let page = MapPage {
        steps: ui
            .region
            .steps
            .of(ui.language)
            .map(|shown| StepLink {
                number: shown.number,
                name: shown.name.clone(),
                count: answer.count("step", &shown.number.to_string()),
            })
            .collect(),
        listed: listed(&areas, named),
        villages: villages(&spots, &ui),
        unit: picture::side(&map),
        total: answer.total,
        online: answer.count("threshold", "online"),
        ui,
        head,
        step,
        map,
        areas,
        dots,
        named,
    };
    page::show(&page)
}

fn areas(map: &Map, answer: &Answer, ui: &Ui) -> Vec<Area> {
    let counts: Vec<usize> = map.paths.iter().map(|outline| answer.count("municipality", outline.code)).collect();
    let most = counts.iter().copied().max().unwrap_or(0);
    map.paths
        .iter()
        .zip(counts)
        .map(|(outline, count)| Area {
            outline: *outline,
            name: reference::municipality(outline.code).map_or("", |municipality| municipality.name(ui.language)),
            count,
            shade: (count * 3).div_ceil(most.max(1)),
        })
        .collect()
}

/// The municipalities by name; of the whole country only those with something in them.
fn listed(areas: &[Area], all: bool) -> Vec<Listed> {
    let mut listed: Vec<Listed> = areas
        .iter()
        .filter(|area| all || area.count > 0)
        .map(|area| Listed { code: area.outline.code, name: area.name, count: area.count })
        .collect();
    listed.sort_by_cached_key(|area| sort_key(area.name));
    listed
}

/// One spot for each activity of a municipality at its central locality: the country's dots need no database.
fn middles(answer: &Answer) -> Vec<Spot> {
    let mut spots = Vec::new();
    for (code, count) in answer.values("municipality") {
        let Some(municipality) = reference::municipality(code) else { continue };
        let place = crate::places::model::Place {
            id: code.clone(),
            name: municipality.names.fi.to_owned(),
            municipality: code.clone(),
            point: Some((municipality.lat, municipality.lon)),
            ..Default::default()
        };
        spots.extend((0..*count).map(|at| Spot { activity_id: format!("{code}-{at}"), place: place.clone() }));
    }
    spots
}

fn villages(spots: &[Spot], ui: &Ui) -> Vec<Villages> {
    let mut by_municipality: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for spot in spots.iter().filter(|spot| !spot.place.neighbourhood.is_empty()) {
        let names = by_municipality.entry(&spot.place.municipality).or_default();
        if !names.contains(&spot.place.neighbourhood.as_str()) {
            names.push(&spot.place.neighbourhood);
        }
    }
    let mut villages: Vec<Villages> = by_municipality
        .into_iter()
        .filter_map(|(code, mut names)| {
            names.sort_by_cached_key(|name| sort_key(name));
            Some(Villages {
                code: code.to_owned(),
                municipality: reference::municipality(code)?.name(ui.language),
                names: names.into_iter().map(str::to_owned).collect(),
            })
        })
        .collect();
    villages.sort_by_cached_key(|village| sort_key(village.municipality));
    villages
}
