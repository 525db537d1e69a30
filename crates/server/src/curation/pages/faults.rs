//! Faults that readers have reported.

use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;

use crate::accounts::Actor;
use crate::activities::faults::{self, Waiting};
use crate::app::App;
use crate::audit;
use crate::error::Result;
use crate::page::form;
use crate::page::{self, Head, Ui};

/// Reports that are shown at once.
pub(super) const SHOWN: i64 = 200;

#[derive(Template)]
#[template(path = "curation/faults.html")]
struct FaultsPage {
    ui: Ui,
    head: Head,
    waiting: Vec<Waiting>,
}

pub(super) async fn show(ui: Ui, State(app): State<App>) -> Result<Response> {
    let waiting = faults::waiting(&mut app.db.read().await?, SHOWN).await?;
    let head = Head { title: ui.t("faults-title").into_owned(), hidden: true, ..Head::default() };
    page::show_privately(&FaultsPage { head, waiting, ui })
}

#[derive(Deserialize)]
pub(super) struct HandleForm {
    #[serde(default)]
    id: String,
}

/// Marks a report handled; how to answer is forgotten at once.
pub(super) async fn handle(
    ui: Ui,
    actor: Actor,
    State(app): State<App>,
    Form(typed): Form<HandleForm>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    if faults::mark_handled(&mut tx, &typed.id, ui.now).await? {
        audit::record(&mut tx, &actor.id, "fault.handled", &typed.id, ui.now).await?;
    }
    tx.commit().await?;
    Ok(form::see_other(&ui.link("/yllapito/viat")))
}
