//! The pages of runs.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Form, Router};
use serde::Deserialize;

use crate::app::App;
use crate::error::{Error, Result};
use crate::exchange::sources::model::{Run, RunState, Source};
use crate::exchange::sources::{jobs, store};
use crate::page::form;
use crate::page::{self, Head, Ui};

/// The addresses of this feature.
pub fn routes() -> Router<App> {
    Router::new().route("/yllapito/ajot/{id}", get(show)).route("/yllapito/ajot/{id}/hyvaksynta", post(approve))
}

#[derive(Template)]
#[template(path = "exchange/runs/show.html")]
struct RunPage {
    ui: Ui,
    head: Head,
    source: Source,
    run: Run,
    /// The run has shown what would happen, and somebody may agree.
    may_be_approved: bool,
    /// The headings of problems by weight.
    headings: [(usize, &'static str); 4],
    key: String,
}

impl RunPage {
    /// How many problems there are of a weight.
    fn weighs(&self, weight: &usize) -> u64 {
        self.run.told.weights.get(*weight).copied().unwrap_or_default()
    }
}

/// By [`ToldProblem::weight`](crate::exchange::sources::model::ToldProblem::weight).
const HEADINGS: [(usize, &str); 4] =
    [(0, "import-list-files"), (1, "import-list-rejected"), (2, "import-list-questions"), (3, "import-list-notes")];

async fn show(ui: Ui, State(app): State<App>, Path(id): Path<String>) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let run = store::find_run(&mut tx, &id).await?.ok_or(Error::NotFound)?;
    let source = store::find(&mut tx, &run.source_id).await?.ok_or(Error::NotFound)?;
    let latest = store::runs_of(&mut tx, &source.id, 1).await?;
    let is_latest = latest.first().is_some_and(|latest| latest.id == run.id);
    let has_something = run.told.all_differences > 0;
    let title = ui.with(if run.dry { "run-title-dry" } else { "run-title" }, "source", &source.name);
    page::show_privately(&RunPage {
        head: Head { title, hidden: true, ..Head::default() },
        may_be_approved: run.dry && run.state == RunState::Done && is_latest && has_something,
        headings: HEADINGS,
        key: form::new_key(),
        source,
        run,
        ui,
    })
}

#[derive(Debug, Deserialize)]
struct AgreeForm {
    #[serde(default)]
    key: String,
}

/// Agrees to what a dry run has shown, and brings it in.
async fn approve(
    ui: Ui,
    State(app): State<App>,
    Path(id): Path<String>,
    Form(typed): Form<AgreeForm>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    if let Some(location) = form::answered(&mut tx, &typed.key).await? {
        return Ok(form::see_other(&location));
    }
    let run = store::find_run(&mut tx, &id).await?.ok_or(Error::NotFound)?;
    if !run.dry || run.state != RunState::Done {
        return Err(Error::BadRequest("run-not-to-be-approved"));
    }
    let number = store::approve(&mut tx, &run.source_id, ui.now).await?;
    let run_id = jobs::ask(&mut tx, &run.source_id, false, ui.now).await?;
    let location = ui.link(format!("/yllapito/ajot/{run_id}"));
    form::answer(&mut tx, &typed.key, &location, ui.now).await?;
    tx.commit().await?;
    app.wrote(number).await;
    app.works.notify_one();
    Ok(form::see_other(&location))
}
