//! The desk.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;

use crate::accounts::{self, Keeper};
use crate::app::App;
use crate::error::Result;
use crate::exchange::{corrections, questions, sources, twins};
use crate::negotiations::model::DUE_WITHIN;
use crate::page::{self, Head, Ui};
use crate::{gaps, negotiations};

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
    sources: usize,
    questions: i64,
    corrections: i64,
    twins: usize,
    /// Calls to providers that are due this week.
    calls: i64,
    /// Cells of the table of gaps with nothing in them.
    empty: usize,
    sessions: i64,
}

async fn show(ui: Ui, keeper: Keeper, State(app): State<App>) -> Result<Response> {
    let mut tx = app.db.read().await?;
    page::show_privately(&DeskPage {
        head: Head { title: ui.t("desk-title").into_owned(), hidden: true, ..Head::default() },
        sources: sources::store::list(&mut tx).await?.len(),
        questions: questions::store::count(&mut tx).await?,
        corrections: corrections::store::count(&mut tx).await?,
        twins: twins::store::waiting(&mut tx, "").await?.pairs.len(),
        calls: negotiations::store::count_due(&mut tx, ui.today() + DUE_WITHIN).await?,
        empty: gaps::store::overview(&mut tx, &ui.region.municipalities(), None).await?.empty(),
        sessions: accounts::store::count_sessions(&mut tx, &keeper.account.id, ui.now).await?,
        name: keeper.account.name,
        ui,
    })
}
