//! The queue, one proposal, reports of faults, and changes.

mod changes;
mod faults;
mod proposal;

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;

use crate::accounts::Actor;
use crate::accounts::permissions::Action;
use crate::app::App;
use crate::error::Result;
use crate::page::{self, Head, Ui};
use crate::{activities, freshness, proposals};

/// The addresses of this feature.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/yllapito/jono", get(queue))
        .route("/yllapito/jono/{id}", get(proposal::show).post(proposal::decide))
        .route("/yllapito/viat", get(faults::show).post(faults::handle))
        .route("/yllapito/muutokset", get(changes::show).post(changes::take_back))
}

/// A proposal in the queue.
struct Waiting {
    id: String,
    name: String,
    organizer: String,
    is_new: bool,
    since: String,
}

#[derive(Template)]
#[template(path = "curation/queue.html")]
struct QueuePage {
    ui: Ui,
    head: Head,
    waiting: Vec<Waiting>,
    /// How many reports of faults wait.
    faults: usize,
    /// What rests because nobody answered: ids and names.
    resting: Vec<(String, String)>,
}

async fn queue(ui: Ui, actor: Actor, State(app): State<App>) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let mut waiting = Vec::new();
    for one in proposals::store::waiting(&mut tx).await? {
        if !proposals::is_for(&mut tx, &one, &actor, Action::Curate).await? {
            continue;
        }
        let organizer = match &one.organization_id {
            Some(id) => crate::organizations::store::find(&mut tx, id).await?,
            None => None,
        };
        waiting.push(Waiting {
            name: one.name().to_owned(),
            organizer: organizer.map_or_else(
                || one.answers.get("org_name").cloned().unwrap_or_default(),
                |organization| organization.name(ui.language).text.to_owned(),
            ),
            is_new: one.activity_id.is_none(),
            since: one.sent_at.map(|at| ui.moment(at)).unwrap_or_default(),
            id: one.id,
        });
    }
    let mut resting = Vec::new();
    for id in freshness::store::resting(&mut tx).await? {
        if let Some(activity) = activities::store::find(&mut tx, &id).await? {
            resting.push((id, activity.name(ui.language).text.to_owned()));
        }
    }
    page::show_privately(&QueuePage {
        head: Head { title: ui.t("queue-title").into_owned(), hidden: true, ..Head::default() },
        faults: activities::faults::waiting(&mut tx, faults::SHOWN).await?.len(),
        waiting,
        resting,
        ui,
    })
}
