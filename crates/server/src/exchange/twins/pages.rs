//! The keeper decides which activities of several sources are one.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Form, Router};
use serde::Deserialize;

use super::model::{Decision, Proposal};
use super::store::{self, Decided};
use crate::activities::card::where_in_words;
use crate::activities::model::Listed;
use crate::app::App;
use crate::error::{Error, Result};
use crate::exchange::sources;
use crate::page::{self, Head, Ui, form};
use crate::places::model::Place;
use crate::{activities, organizations, times};

const ADDRESS: &str = "/yllapito/kaksoset";
/// Decisions that are listed.
const SHOWN_DECISIONS: i64 = 100;

/// The addresses of this feature.
pub fn routes() -> Router<App> {
    Router::new().route(ADDRESS, get(show).post(decide)).route("/yllapito/kaksoset/peruutus", post(take_back))
}

/// One of the two, as the page shows it.
struct Side {
    listed: Listed,
    place: String,
    times: Vec<String>,
    source: String,
}

/// Two that may be one.
struct Pair {
    sides: [Side; 2],
    reasons: Vec<&'static str>,
    key: String,
}

#[derive(Template)]
#[template(path = "exchange/twins/show.html")]
struct ShowPage {
    ui: Ui,
    head: Head,
    pairs: Vec<Pair>,
    /// Where the list goes on.
    next: Option<String>,
    decisions: Vec<Decided>,
    key: String,
}

impl Side {
    fn new(listed: Listed, sources: &HashMap<String, String>, ui: &Ui) -> Self {
        let activity = &listed.activity;
        let source = activity.source_id.as_ref().and_then(|id| sources.get(id));
        Side {
            place: activity.main_place().map(|place| place_in_words(place, ui)).unwrap_or_default(),
            times: activity.schedules.iter().map(|one| times::tell_on(one, ui.language, ui.today())).collect(),
            source: source.map_or_else(|| ui.t("twins-made-here").into_owned(), String::clone),
            listed,
        }
    }
}

/// "Kulmakuja 3, Kulmatalo, Lahti": with the street, which tells two places of one name apart.
fn place_in_words(place: &Place, ui: &Ui) -> String {
    let area = where_in_words(place, ui.language);
    [place.street.as_str(), area.as_str()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

impl Pair {
    fn new(proposal: Proposal, sources: &HashMap<String, String>, ui: &Ui) -> Self {
        Pair {
            reasons: proposal.likeness.reasons(),
            sides: [proposal.one, proposal.other].map(|listed| Side::new(listed, sources, ui)),
            key: form::new_key(),
        }
    }
}

async fn show(ui: Ui, State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response> {
    let after = form::value_in(query.as_deref().unwrap_or_default(), "jalkeen").unwrap_or_default();
    let mut tx = app.db.read().await?;
    let waiting = store::waiting(&mut tx, &after).await?;
    let sources = sources::store::list(&mut tx).await?.into_iter().map(|source| (source.id, source.name)).collect();
    page::show_privately(&ShowPage {
        head: Head { title: ui.t("twins-title").into_owned(), hidden: true, ..Head::default() },
        pairs: waiting.pairs.into_iter().map(|pair| Pair::new(pair, &sources, &ui)).collect(),
        next: waiting.next,
        decisions: store::decisions(&mut tx, SHOWN_DECISIONS).await?,
        key: form::new_key(),
        ui,
    })
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct DecisionForm {
    one: String,
    other: String,
    /// The id of the one that stays; '' when they are different.
    keep: String,
    key: String,
}

/// Keeps what was decided about a pair. A pair of which one is no longer shown, or that somebody else has decided about
/// meanwhile, is left as it is: the list shows what is true now.
async fn decide(ui: Ui, State(app): State<App>, Form(typed): Form<DecisionForm>) -> Result<Response> {
    let location = ui.link(ADDRESS);
    let decision = match typed.keep.as_str() {
        "" => Decision::Different,
        kept if kept == typed.one || kept == typed.other => Decision::Same(kept.to_owned()),
        _ => return Err(Error::NotFound),
    };
    let mut tx = app.db.write().await?;
    if let Some(location) = form::answered(&mut tx, &typed.key).await? {
        return Ok(form::see_other(&location));
    }
    let one = activities::store::find(&mut tx, &typed.one).await?.ok_or(Error::NotFound)?;
    let other = activities::store::find(&mut tx, &typed.other).await?.ok_or(Error::NotFound)?;
    if one.id == other.id {
        return Err(Error::NotFound);
    }
    let is_shown = [&one, &other].iter().all(|one| one.state == organizations::model::State::Published);
    if !is_shown || store::find(&mut tx, &one.id, &other.id).await?.is_some() {
        return Ok(form::see_other(&location));
    }
    let number = store::decide(&mut tx, &one, &other, &decision, ui.now).await?;
    form::answer(&mut tx, &typed.key, &location, ui.now).await?;
    tx.commit().await?;
    app.wrote(number).await;
    Ok(form::see_other(&location))
}

/// Takes a decision back.
async fn take_back(ui: Ui, State(app): State<App>, Form(typed): Form<DecisionForm>) -> Result<Response> {
    let location = ui.link(ADDRESS);
    let mut tx = app.db.write().await?;
    if let Some(location) = form::answered(&mut tx, &typed.key).await? {
        return Ok(form::see_other(&location));
    }
    let Some(number) = store::take_back(&mut tx, &typed.one, &typed.other, ui.now).await? else {
        return Ok(form::see_other(&location));
    };
    form::answer(&mut tx, &typed.key, &location, ui.now).await?;
    tx.commit().await?;
    app.wrote(number).await;
    Ok(form::see_other(&location))
}
