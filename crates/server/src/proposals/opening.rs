//! How a proposal is begun: empty, about something on the tray, or by somebody who keeps an organization.

use db::Tx;

use super::model::Answers;
use super::publishing::{Held, public_answers};
use super::store::{self, Proposal, Stage};
use crate::accounts::model::Secret;
use crate::activities;
use crate::activities::model::Listed;
use crate::error::{Error, Result};
use crate::letters;
use crate::letters::model::Opens;
use crate::organizations::model::State;
use crate::page::Ui;

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
pub(super) fn about(proposal: &mut Proposal, listed: &Listed) {
    proposal.base = public_answers(&listed.activity, proposal.language);
    proposal.answers = proposal.base.clone();
    proposal.activity_id = Some(listed.activity.id.clone());
    proposal.organization_id = Some(listed.organization.id.clone());
}

/// A proposal that was begun.
#[derive(Debug, Clone)]
pub struct Begun {
    /// What a form's key remembers: the proposal and the part that follows, never the secret.
    pub remembered: String,
    /// Where the reader goes on.
    pub location: String,
}

impl Begun {
    fn new(ui: &Ui, proposal: &Proposal, address: &str, part: &str) -> Begun {
        Begun { remembered: format!("{} {part}", proposal.id), location: ui.link(format!("{address}{part}")) }
    }
}

/// Where a form leads that was sent twice: the same proposal, by a link of its own.
///
/// # Errors
/// [`Error::NotFound`] when the proposal is not there any more.
pub async fn again(tx: &mut Tx, ui: &Ui, remembered: &str) -> Result<String> {
    let (id, part) = remembered.split_once(' ').ok_or(Error::NotFound)?;
    let proposal = store::find(tx, id).await?.ok_or(Error::NotFound)?;
    let address = add_link(tx, &proposal.id, ui).await?;
    Ok(ui.link(format!("{address}{part}")))
}

/// Begins a correction of somebody who has a letter and no account.
///
/// # Errors
/// When the database cannot answer, or the machine has no randomness.
pub async fn open_about(tx: &mut Tx, ui: &Ui, listed: &Listed) -> Result<Begun> {
    let mut proposal = new(ui, None);
    about(&mut proposal, listed);
    begin(tx, &proposal, ui, "").await
}

/// Stores a proposal, and leads to a part of it (`/mita`; '' the whole).
pub(super) async fn begin(tx: &mut Tx, proposal: &Proposal, ui: &Ui, part: &str) -> Result<Begun> {
    store::save(tx, proposal, ui.now).await?;
    let address = add_link(tx, &proposal.id, ui).await?;
    Ok(Begun::new(ui, proposal, &address, part))
}

/// Gives a proposal one more address, which nobody knows but who asked for it.
pub async fn add_link(tx: &mut Tx, proposal_id: &str, ui: &Ui) -> Result<String> {
    let secret = Secret::new().map_err(Error::internal)?;
    letters::store::add_key(tx, &secret, Opens::Proposal, proposal_id, ui.now).await?;
    Ok(format!("/ilmoita/{}", secret.text()))
}

/// Begins a proposal of somebody who keeps an organization: something new of theirs, or a change of what they have.
///
/// # Errors
/// [`Error::NotFound`] for an activity that is not on the tray.
pub async fn open_for(
    tx: &mut Tx,
    ui: &Ui,
    account_id: &str,
    organization_id: &str,
    activity_id: Option<&str>,
) -> Result<Begun> {
    let mut proposal = new(ui, Some(account_id.to_owned()));
    proposal.organization_id = Some(organization_id.to_owned());
    if let Some(id) = activity_id {
        let activity = activities::store::find(tx, id).await?.ok_or(Error::NotFound)?;
        if activity.state == State::Gone {
            return Err(Error::NotFound);
        }
        proposal.base = Held::read(tx, Some(id), None, ui.language).await?.answers;
        proposal.answers = proposal.base.clone();
        proposal.activity_id = Some(id.to_owned());
    }
    begin(tx, &proposal, ui, if activity_id.is_some() { "" } else { "/mita" }).await
}
