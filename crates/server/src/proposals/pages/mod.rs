//! The form: begun by anyone, saved page by page, sent when it is ready.

mod part;
mod sending;

use axum::Router;
use axum::extract::{RawForm, State};
use axum::response::Response;
use axum::routing::get;

use super::model::{Field, Input, Part};
use super::opening::{self, about, again, new};
use super::publishing;
use super::store::{self, Proposal};
use crate::accounts::gate::Visitor;
use crate::accounts::model::Secret;
use crate::accounts::permissions::{Action, Who};
use crate::app::App;
use crate::error::{Error, Result};
use crate::letters;
use crate::letters::model::Opens;
use crate::limits::What;
use crate::page::form;
use crate::page::{self, Head, Ui};
use crate::security::Peer;
use crate::text;
use askama::Template;

/// The addresses of this feature.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/ilmoita", get(invite).post(begin))
        .route("/ilmoita/{secret}", get(sending::show).post(sending::send))
        .route("/ilmoita/{secret}/{part}", get(part::show).post(part::save))
}

/// A proposal that somebody opened with its secret.
struct Opened {
    proposal: Proposal,
    /// Its address, without the language.
    address: String,
}

impl Opened {
    /// The proposal of a secret, held until the transaction ends: for who writes on it.
    async fn hold(tx: &mut db::Tx, ui: &Ui, secret: &str, visitor: &Visitor) -> Result<Opened> {
        let key = Secret::read(secret).ok_or(Error::NotFound)?;
        let id = letters::store::opened(tx, &key, Opens::Proposal, ui.now).await?.ok_or(Error::NotFound)?;
        store::hold_proposal(tx, &id).await?;
        Opened::read(tx, ui, secret, visitor).await
    }

    /// The proposal of a secret. One that somebody with an account began opens to them and to who answers for it.
    async fn read(tx: &mut db::Tx, ui: &Ui, secret: &str, visitor: &Visitor) -> Result<Opened> {
        let key = Secret::read(secret).ok_or(Error::NotFound)?;
        let id = letters::store::opened(tx, &key, Opens::Proposal, ui.now).await?.ok_or(Error::NotFound)?;
        let proposal = store::find(tx, &id).await?.ok_or(Error::NotFound)?;
        if let Some(account) = &proposal.account_id {
            let actor = visitor.0.as_ref().ok_or(Error::SignIn)?;
            let opens = if *account == actor.id {
                // What was begun with a role may hold what not everybody sees: without the role it stays shut.
                !proposal.base.contains_key("org_name")
                    || publishing::is_for(tx, &proposal, actor, Action::Change).await?
            } else {
                actor.passes(Who::Coordinator) && publishing::is_for(tx, &proposal, actor, Action::Curate).await?
            };
            if !opens {
                return Err(Error::Forbidden);
            }
        }
        Ok(Opened { proposal, address: format!("/ilmoita/{}", key.text()) })
    }
}

/// Whether who sends may put it on the tray themselves: who keeps the organization, or answers for the area.
async fn may_publish(tx: &mut db::Tx, proposal: &Proposal, visitor: &Visitor) -> Result<bool> {
    match &visitor.0 {
        Some(actor) => Ok(publishing::is_for(tx, proposal, actor, Action::Change).await?),
        None => Ok(false),
    }
}

#[derive(Template)]
#[template(path = "proposals/invite.html")]
struct InvitePage {
    ui: Ui,
    head: Head,
    key: String,
    /// The activity that is to be put right: its address and its name.
    about: Option<(String, String)>,
    negotiation: String,
}

/// What the form is, and a button that begins it.
async fn invite(ui: Ui, State(app): State<App>) -> Result<Response> {
    let value = |wanted| form::value_in(&ui.query, wanted).unwrap_or_default();
    let slug = value("toiminta");
    let about = if slug.is_empty() {
        None
    } else {
        let listed = app.shelf.at(&mut app.db.read().await?, &slug).await?.ok_or(Error::NotFound)?;
        Some((slug, listed.activity.name(ui.language).text.to_owned()))
    };
    let title = ui.t(if about.is_some() { "propose-change-title" } else { "propose-title" }).into_owned();
    page::show(&InvitePage {
        head: Head {
            title,
            description: ui.t("propose-lead").into_owned(),
            hidden: about.is_some(),
            ..Head::default()
        },
        key: form::new_key(),
        negotiation: value("neuvottelu"),
        about,
        ui,
    })
}

/// Begins a proposal and leads to its first part.
async fn begin(
    ui: Ui,
    peer: Peer,
    visitor: Visitor,
    State(app): State<App>,
    RawForm(body): RawForm,
) -> Result<Response> {
    let typed = Typed::read(&body);
    if !typed.one("homepage").is_empty() {
        return Ok(form::see_other(&ui.link("/ilmoita")));
    }
    if visitor.0.is_none() && !app.limits.allows(What::ProposalsFrom, &peer.0, ui.now) {
        return Err(Error::BadRequest("problem-too-often"));
    }
    let mut tx = app.db.write().await?;
    if let Some(remembered) = form::answered(&mut tx, typed.one("key")).await? {
        let location = again(&mut tx, &ui, &remembered).await?;
        tx.commit().await?;
        return Ok(form::see_other(&location));
    }
    let mut proposal = new(&ui, visitor.0.as_ref().map(|actor| actor.id.clone()));
    if visitor.0.as_ref().is_some_and(|actor| actor.passes(Who::Coordinator)) {
        proposal.negotiation_id = text::without_controls(typed.one("negotiation")).chars().take(64).collect();
    }
    if !typed.one("activity").is_empty() {
        let listed = app.shelf.at(&mut tx, typed.one("activity")).await?.ok_or(Error::NotFound)?;
        about(&mut proposal, &listed);
    }
    let first = Part::asked(&proposal.answers, proposal.organization_id.is_some())[0];
    let part = if proposal.activity_id.is_some() { String::new() } else { format!("/{}", first.code()) };
    let begun = opening::begin(&mut tx, &proposal, &ui, &part).await?;
    form::answer(&mut tx, typed.one("key"), &begun.remembered, ui.now).await?;
    tx.commit().await?;
    Ok(form::see_other(&begun.location))
}

/// What a form sent: names and values, some names several times.
struct Typed(Vec<(String, String)>);

impl Typed {
    fn read(body: &[u8]) -> Typed {
        Typed(
            form_urlencoded::parse(body)
                .take(400)
                .map(|(name, value)| (name.into_owned(), value.into_owned()))
                .collect(),
        )
    }

    /// The first value of a name, '' when there is none.
    fn one(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str())
    }

    /// The answer to a field: lines as they are, codes with blanks between.
    fn answer(&self, field: &Field) -> String {
        let mut all = self.0.iter().filter(|(name, _)| name == field.code).map(|(_, value)| value.as_str());
        let joined = match field.input {
            Input::Many(_) => all.collect::<Vec<_>>().join(" "),
            _ => all.next_back().unwrap_or_default().to_owned(),
        };
        let clean = text::without_controls(&joined.replace("\r\n", "\n").replace('\r', "\n"));
        match field.input {
            Input::Lines => clean,
            _ => clean.split_whitespace().collect::<Vec<_>>().join(" "),
        }
    }
}
