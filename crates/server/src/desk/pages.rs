//! The desk.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;

use crate::accounts::Actor;
use crate::accounts::model::Role;
use crate::app::App;
use crate::error::Result;
use crate::exchange::{corrections, questions, sources, twins};
use crate::negotiations::model::DUE_WITHIN;
use crate::page::{self, Head, Ui};
use crate::{gaps, negotiations, proposals};

/// The addresses of this feature.
pub fn routes() -> Router<App> {
    Router::new().route("/yllapito", get(show))
}

#[derive(Template)]
#[template(path = "desk/show.html")]
struct DeskPage {
    ui: Ui,
    head: Head,
    name: String,
    is_keeper: bool,
    sources: usize,
    questions: i64,
    corrections: i64,
    twins: usize,
    /// Calls to providers that are due this week.
    calls: i64,
    /// Cells of the table of gaps with nothing in them.
    empty: usize,
    /// Proposals that wait.
    waiting: i64,
}

async fn show(ui: Ui, actor: Actor, State(app): State<App>) -> Result<Response> {
    let mut tx = app.db.read().await?;
    page::show_privately(&DeskPage {
        head: Head { title: ui.t("desk-title").into_owned(), hidden: true, ..Head::default() },
        sources: sources::store::list(&mut tx).await?.len(),
        questions: questions::store::count(&mut tx).await?,
        corrections: corrections::store::count(&mut tx).await?,
        twins: twins::store::waiting(&mut tx, "").await?.pairs.len(),
        calls: negotiations::store::count_due(&mut tx, ui.today() + DUE_WITHIN).await?,
        empty: gaps::store::overview(&mut tx, &ui.region.municipalities(), None).await?.empty(),
        waiting: proposals::store::count_waiting(&mut tx).await?,
        is_keeper: actor.has(Role::Keeper),
        name: actor.name,
        ui,
    })
}
