//! One's own account: what one is called, which roles one has, where one is signed in.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Form, Router};
use serde::Deserialize;

use super::people::{self, RoleShown};
use crate::accounts::gate::Session;
use crate::accounts::model::{Actor, LONGEST_NAME};
use crate::accounts::store::{self, Account, SignIn};
use crate::app::App;
use crate::audit;
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::page::form::{self, Problems};
use crate::page::{self, Head, Ui};
use crate::text;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/tili", get(show).post(change))
        .route("/tili/istunnot", post(end))
        .route("/tili/poisto", post(remove))
}

/// A session and whether it is the one that asks.
struct Line {
    sign_in: SignIn,
    here: bool,
}

#[derive(Debug, Clone, Default, Deserialize)]
struct OwnForm {
    #[serde(default)]
    name: String,
    #[serde(default)]
    language: String,
}

#[derive(Template)]
#[template(path = "accounts/own.html")]
struct OwnPage {
    ui: Ui,
    head: Head,
    account: Account,
    roles: Vec<RoleShown>,
    sessions: Vec<Line>,
    typed: OwnForm,
    problems: Problems,
    saved: bool,
}

impl OwnPage {
    async fn read(ui: Ui, app: &App, actor: &Actor, session: &Session, typed: Option<OwnForm>) -> Result<Self> {
        let mut tx = app.db.read().await?;
        let account = store::find(&mut tx, &actor.id).await?.ok_or(Error::SignIn)?;
        let roles = people::shown(&mut tx, &ui, &actor.standings).await?;
        let sessions = store::sign_ins(&mut tx, &actor.id, ui.now).await?;
        let typed = typed.unwrap_or_else(|| OwnForm { name: account.name.clone(), language: account.language.clone() });
        Ok(OwnPage {
            head: Head { title: ui.t("own-title").into_owned(), hidden: true, ..Head::default() },
            sessions: sessions.into_iter().map(|sign_in| Line { here: sign_in.is(&session.0), sign_in }).collect(),
            saved: ui.query == "tallennettu",
            problems: Problems::default(),
            account,
            roles,
            typed,
            ui,
        })
    }
}

async fn show(ui: Ui, actor: Actor, session: Session, State(app): State<App>) -> Result<Response> {
    page::show_privately(&OwnPage::read(ui, &app, &actor, &session, None).await?)
}

async fn change(
    ui: Ui,
    actor: Actor,
    session: Session,
    State(app): State<App>,
    Form(typed): Form<OwnForm>,
) -> Result<Response> {
    let name = text::without_controls(&typed.name);
    let mut problems = Problems::default();
    if name.is_empty() || name.chars().count() > LONGEST_NAME {
        problems.add("name", ui.t("people-problem-name"));
    }
    if text::holds_identity_code(&name) {
        problems.add("name", ui.t("problem-identity-code"));
    }
    if !problems.is_empty() {
        let page = OwnPage::read(ui, &app, &actor, &session, Some(typed)).await?;
        return page::unprocessable(&OwnPage { problems, ..page });
    }
    let language = Language::named(&typed.language).unwrap_or_default();
    let mut tx = app.db.write().await?;
    store::rename(&mut tx, &actor.id, &name, language.code()).await?;
    tx.commit().await?;
    Ok(form::see_other(&ui.link("/tili?tallennettu")))
}

/// Removes one's own account; the last keeper's stays.
async fn remove(ui: Ui, actor: Actor, State(app): State<App>) -> Result<Response> {
    let mut tx = app.db.write().await?;
    store::hold_keepers(&mut tx).await?;
    if store::is_last_keeper(&mut tx, &actor.id).await? {
        return Err(Error::BadRequest("people-problem-last"));
    }
    store::remove(&mut tx, &actor.id).await?;
    audit::record(&mut tx, &actor.id, "account.removed", &actor.id, ui.now).await?;
    tx.commit().await?;
    Ok(form::see_other(&ui.link("/")))
}

#[derive(Deserialize)]
struct EndForm {
    #[serde(default)]
    id: String,
}

/// Ends one of one's own sessions.
async fn end(ui: Ui, actor: Actor, State(app): State<App>, Form(typed): Form<EndForm>) -> Result<Response> {
    let mut tx = app.db.write().await?;
    store::end_session(&mut tx, &actor.id, &typed.id).await?;
    audit::record(&mut tx, &actor.id, "session.ended", &actor.id, ui.now).await?;
    tx.commit().await?;
    Ok(form::see_other(&ui.link("/tili")))
}
