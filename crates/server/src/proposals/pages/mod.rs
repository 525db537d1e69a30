//! The form: begun by anyone, saved page by page, sent when it is ready.

mod part;
mod sending;

use axum::Router;
use axum::extract::{RawForm, State};
use axum::response::Response;
use axum::routing::get;

use super::model::{Answers, Field, Input, Part};
use super::publishing::{Held, public_answers};
use super::store::{self, Proposal, Stage};
use crate::accounts::gate::Visitor;
use crate::accounts::model::Secret;
use crate::accounts::permissions::{Action, Record, Who};
use crate::activities::model::Listed;
use crate::app::App;
use crate::error::{Error, Result};
use crate::letters;
use crate::letters::model::Opens;
use crate::limits::What;
use crate::organizations::model::State as RecordState;
use crate::page::form;
use crate::page::{self, Head, Ui};
use crate::security::Peer;
use crate::{activities, text};
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
    /// The proposal of a secret. One that somebody with an account began opens to them and to coordinators.
    async fn read(tx: &mut db::Tx, ui: &Ui, secret: &str, visitor: &Visitor) -> Result<Opened> {
        let key = Secret::read(secret).ok_or(Error::NotFound)?;
        let id = letters::store::opened(tx, &key, Opens::Proposal, ui.now).await?.ok_or(Error::NotFound)?;
        let proposal = store::find(tx, &id).await?.ok_or(Error::NotFound)?;
        let is_theirs = proposal.account_id.as_deref().is_none_or(|account| account == visitor.id());
        if !is_theirs && !visitor.0.as_ref().is_some_and(|actor| actor.passes(Who::Coordinator)) {
            return Err(if visitor.0.is_some() { Error::Forbidden } else { Error::SignIn });
        }
        Ok(Opened { proposal, address: format!("/ilmoita/{}", key.text()) })
    }
}

/// Whether who sends may put it on the tray themselves: who keeps the organization, or answers for the area.
fn may_publish(proposal: &Proposal, visitor: &Visitor) -> bool {
    let municipality = proposal.municipality();
    let municipalities: Vec<&str> = municipality.into_iter().collect();
    let organization_id = proposal.organization_id.as_deref().unwrap_or_default();
    visitor.may(Action::Change, Record { organization_id, municipalities: &municipalities })
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
        head: Head { title, description: ui.t("propose-lead").into_owned(), hidden: about.is_some(), ..Head::default() },
        key: form::new_key(),
        negotiation: value("neuvottelu"),
        about,
        ui,
    })
}

/// Begins a proposal and leads to its first part.
async fn begin(ui: Ui, peer: Peer, visitor: Visitor, State(app): State<App>, RawForm(body): RawForm) -> Result<Response> {
    let typed = Typed::read(&body);
    if !typed.one("homepage").is_empty() {
        return Ok(form::see_other(&ui.link("/ilmoita")));
    }
    if visitor.0.is_none() && !app.limits.allows(What::ProposalsFrom, &peer.0, ui.now) {
        return Err(Error::BadRequest("problem-too-often"));
    }
    let mut tx = app.db.write().await?;
    if let Some(location) = form::answered(&mut tx, typed.one("key")).await? {
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
    let address = open(&mut tx, &proposal, &ui).await?;
    let location = match proposal.activity_id {
        Some(_) => ui.link(address),
        None => ui.link(format!("{address}/{}", first.code())),
    };
    form::answer(&mut tx, typed.one("key"), &location, ui.now).await?;
    tx.commit().await?;
    Ok(form::see_other(&location))
}

/// An empty proposal in the language of the page.
pub(super) fn new(ui: &Ui, account_id: Option<String>) -> Proposal {
    Proposal {
        id: db::new_id(),
        stage: Stage::Open,
        account_id,
        activity_id: None,
        organization_id: None,
        negotiation_id: String::new(),
        base: Answers::new(),
        answers: Answers::new(),
        language: ui.language,
        contact: String::new(),
        note: String::new(),
        made_at: ui.now,
        sent_at: None,
    }
}

/// Lets a proposal be about something on the tray, as everybody sees it.
fn about(proposal: &mut Proposal, listed: &Listed) {
    proposal.base = public_answers(&listed.activity, proposal.language);
    proposal.answers = proposal.base.clone();
    proposal.activity_id = Some(listed.activity.id.clone());
    proposal.organization_id = Some(listed.organization.id.clone());
}

/// Begins a correction of somebody who has a letter and no account, and gives its address.
///
/// # Errors
/// When the database cannot answer, or the machine has no randomness.
pub async fn open_about(tx: &mut db::Tx, ui: &Ui, listed: &Listed) -> Result<String> {
    let mut proposal = new(ui, None);
    about(&mut proposal, listed);
    open(tx, &proposal, ui).await
}

/// Stores a proposal and gives its address, which nobody knows but who began it.
pub async fn open(tx: &mut db::Tx, proposal: &Proposal, ui: &Ui) -> Result<String> {
    let secret = Secret::new().map_err(Error::internal)?;
    store::save(tx, proposal, ui.now).await?;
    letters::store::add_key(tx, &secret, Opens::Proposal, &proposal.id, ui.now).await?;
    Ok(format!("/ilmoita/{}", secret.text()))
}

/// Begins a proposal of somebody who keeps an organization: something new of theirs, or a change of what they have. Gives
/// its address.
///
/// # Errors
/// [`Error::NotFound`] for an activity that is not on the tray.
pub async fn open_for(
    tx: &mut db::Tx,
    ui: &Ui,
    account_id: &str,
    organization_id: &str,
    activity_id: Option<&str>,
) -> Result<String> {
    let mut proposal = new(ui, Some(account_id.to_owned()));
    proposal.organization_id = Some(organization_id.to_owned());
    if let Some(id) = activity_id {
        let activity = activities::store::find(tx, id).await?.ok_or(Error::NotFound)?;
        if activity.state == RecordState::Gone {
            return Err(Error::NotFound);
        }
        proposal.base = Held::read(tx, Some(id), None, ui.language).await?.answers;
        proposal.answers = proposal.base.clone();
        proposal.activity_id = Some(id.to_owned());
    }
    open(tx, &proposal, ui).await
}

/// What a form sent: names and values, some names several times.
struct Typed(Vec<(String, String)>);

impl Typed {
    fn read(body: &[u8]) -> Typed {
        Typed(form_urlencoded::parse(body).take(400).map(|(name, value)| (name.into_owned(), value.into_owned())).collect())
    }

    /// The first value of a name, '' when there is none.
    fn one(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str())
    }

    /// The answer to a field: lines as they are, codes with blanks between.
    fn answer(&self, field: &Field) -> String {
        let all = self.0.iter().filter(|(name, _)| name == field.code).map(|(_, value)| value.as_str());
        let joined = match field.input {
            Input::Many(_) => all.collect::<Vec<_>>().join(" "),
            _ => all.last().unwrap_or_default().to_owned(),
        };
        let clean = text::without_controls(&joined.replace("\r\n", "\n").replace('\r', "\n"));
        match field.input {
            Input::Lines => clean,
            _ => clean.split_whitespace().collect::<Vec<_>>().join(" "),
        }
    }
}
