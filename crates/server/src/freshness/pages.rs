//! The button of a letter: the facts are true, something has changed, or it has ended. Nobody signs in.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use axum::{Form, Router};
use serde::Deserialize;

use super::store;
use crate::accounts::model::Secret;
use crate::activities::card;
use crate::activities::faults;
use crate::activities::model::Listed;
use crate::app::App;
use crate::error::{Error, Result};
use crate::letters;
use crate::letters::model::Opens;
use crate::page::{self, Head, Ui, form};
use crate::{activities, events, organizations, proposals, times};

/// The addresses of this feature.
pub fn routes() -> Router<App> {
    Router::new().route("/vahvista/{secret}", get(ask).post(answer))
}

#[derive(Template)]
#[template(path = "freshness/ask.html")]
struct AskPage {
    ui: Ui,
    head: Head,
    listed: Listed,
    when: Vec<String>,
    places: Vec<String>,
    price: String,
    done: bool,
    ended: bool,
    key: String,
}

/// The activity a link of a letter is about.
async fn asked(tx: &mut db::Tx, ui: &Ui, secret: &str) -> Result<Listed> {
    let key = Secret::read(secret).ok_or(Error::NotFound)?;
    let id = letters::store::opened(tx, &key, Opens::Activity, ui.now).await?.ok_or(Error::NotFound)?;
    let activity = activities::store::find(tx, &id).await?.ok_or(Error::NotFound)?;
    let organization = organizations::store::find(tx, &activity.organization_id).await?.ok_or(Error::NotFound)?;
    Ok(Listed { activity, organization })
}

/// What the tray says, and three buttons: programs that look into letters press none.
async fn ask(ui: Ui, State(app): State<App>, Path(secret): Path<String>) -> Result<Response> {
    let listed = asked(&mut app.db.read().await?, &ui, &secret).await?;
    let activity = &listed.activity;
    let (done, ended) = (ui.query == "kiitos", ui.query == "loppui");
    let title = if done || ended { ui.t("confirm-thanks-title") } else { ui.t("confirm-title") }.into_owned();
    page::show_privately(&AskPage {
        head: Head { title, hidden: true, ..Head::default() },
        when: activity.schedules.iter().map(|schedule| times::tell(schedule, ui.language)).collect(),
        places: activity
            .places
            .iter()
            .map(|at| {
                let place = card::where_in_words(&at.place, ui.language);
                if at.place.street.is_empty() { place } else { format!("{place}, {}", at.place.street) }
            })
            .collect(),
        price: card::price(activity, ui.language),
        key: form::new_key(),
        listed,
        done,
        ended,
        ui,
    })
}

#[derive(Deserialize)]
struct Answer {
    /// `yes`, `change` or `ended`.
    #[serde(default)]
    what: String,
    #[serde(default)]
    key: String,
}

async fn answer(
    ui: Ui,
    State(app): State<App>,
    Path(secret): Path<String>,
    Form(typed): Form<Answer>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    // The address of this page is a secret: what is remembered is what comes after it, or the proposal.
    if let Some(remembered) = form::answered(&mut tx, &typed.key).await? {
        let location = match remembered.strip_prefix('?') {
            Some(thanks) => ui.link(format!("{}?{thanks}", ui.path)),
            None => proposals::again(&mut tx, &ui, &remembered).await?,
        };
        tx.commit().await?;
        return Ok(form::see_other(&location));
    }
    let listed = asked(&mut tx, &ui, &secret).await?;
    let thanks = |word: &str| (format!("?{word}"), ui.link(format!("{}?{word}", ui.path)));
    let (remembered, location) = match typed.what.as_str() {
        "yes" => {
            store::confirm(&mut tx, &listed.activity, ui.now).await?;
            thanks("kiitos")
        }
        "ended" => {
            let report = faults::Report { about: "ended".to_owned(), message: String::new(), contact: String::new() };
            faults::add(&mut tx, &listed.activity.id, &report, ui.now).await?;
            thanks("loppui")
        }
        "change" => {
            let begun = proposals::open_about(&mut tx, &ui, &listed).await?;
            (begun.remembered, begun.location)
        }
        _ => return Err(Error::BadRequest("error-bad-request")),
    };
    form::answer(&mut tx, &typed.key, &remembered, ui.now).await?;
    let number = events::newest(&mut tx).await?;
    tx.commit().await?;
    app.wrote(number).await;
    Ok(form::see_other(&location))
}
