//! What was changed on the tray by whom, and taking it back.

use std::collections::HashMap;

use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::response::Response;
use db::Tx;
use serde::Deserialize;

use crate::accounts::Actor;
use crate::accounts::permissions::{Action, Record};
use crate::activities::model::Activity;
use crate::app::App;
use crate::error::{Error, Result};
use crate::page::form;
use crate::page::{self, Head, Ui};
use crate::proposals::store::Changed;
use crate::proposals::{Undone, undo};
use crate::{accounts, activities, audit, places, proposals};

/// A change with the names of what it is about.
struct Line {
    changed: Changed,
    activity: String,
    who: String,
}

#[derive(Template)]
#[template(path = "curation/changes.html")]
struct ChangesPage {
    ui: Ui,
    head: Head,
    lines: Vec<Line>,
    /// What came of taking a change back.
    told: Option<&'static str>,
}

/// Whether a coordinator answers for an activity.
async fn is_theirs(tx: &mut Tx, actor: &Actor, activity: &Activity) -> Result<bool> {
    let municipalities = places::store::municipalities_of(tx, &activity.id).await?;
    let municipalities: Vec<&str> = municipalities.iter().map(String::as_str).collect();
    let record = Record { organization_id: &activity.organization_id, municipalities: &municipalities };
    Ok(actor.may(Action::Curate, record))
}

pub(super) async fn show(ui: Ui, actor: Actor, State(app): State<App>) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let mut names: HashMap<String, String> = HashMap::new();
    let mut lines = Vec::new();
    for changed in proposals::store::changes(&mut tx, None).await? {
        let Some(activity) = activities::store::find(&mut tx, &changed.activity_id).await? else { continue };
        if !is_theirs(&mut tx, &actor, &activity).await? {
            continue;
        }
        if !changed.account_id.is_empty() && !names.contains_key(&changed.account_id) {
            let account = accounts::store::find(&mut tx, &changed.account_id).await?;
            names.insert(changed.account_id.clone(), account.map(|account| account.name).unwrap_or_default());
        }
        lines.push(Line {
            activity: activity.name(ui.language).text.to_owned(),
            who: names.get(&changed.account_id).cloned().unwrap_or_else(|| ui.t("changes-nobody").into_owned()),
            changed,
        });
    }
    let told = match ui.query.as_str() {
        "kumottu" => Some("changes-undone"),
        "muutettu" => Some("changes-since"),
        _ => None,
    };
    let head = Head { title: ui.t("changes-title").into_owned(), hidden: true, ..Head::default() };
    page::show_privately(&ChangesPage { head, lines, told, ui })
}

#[derive(Deserialize)]
pub(super) struct TakeBackForm {
    #[serde(default)]
    id: String,
}

/// Takes a change back, when nobody has changed the same since.
pub(super) async fn take_back(
    ui: Ui,
    actor: Actor,
    State(app): State<App>,
    Form(typed): Form<TakeBackForm>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let changed = proposals::store::change(&mut tx, &typed.id).await?.ok_or(Error::NotFound)?;
    let activity = activities::store::find(&mut tx, &changed.activity_id).await?.ok_or(Error::NotFound)?;
    if !is_theirs(&mut tx, &actor, &activity).await? {
        return Err(Error::Forbidden);
    }
    let told = match undo(&mut tx, &changed, &actor.id, ui.now).await? {
        Undone::Done(number) => {
            audit::record(&mut tx, &actor.id, "change.undone", &changed.activity_id, ui.now).await?;
            tx.commit().await?;
            app.wrote(number).await;
            "kumottu"
        }
        Undone::ChangedSince => "muutettu",
        Undone::Nothing => "kumottu",
    };
    Ok(form::see_other(&ui.link(format!("/yllapito/muutokset?{told}"))))
}
