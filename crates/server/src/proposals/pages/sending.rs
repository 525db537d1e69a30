//! The whole of a proposal: what is answered, what is missing, what becomes of it; and sending it.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::{Path, RawForm, State};
use axum::http::StatusCode;
use axum::response::Response;

use super::{Opened, Typed, may_publish};
use crate::accounts::gate::Visitor;
use crate::accounts::model::email_key;
use crate::app::App;
use crate::error::{Error, Result};
use crate::letters::model::{Kind, Letter};
use crate::limits::What;
use crate::organizations::model::State as RecordState;
use crate::page::form::{self, Problems};
use crate::page::{self, Head, Ui};
use crate::proposals::model::{self, Answers, Change, Part};
use crate::proposals::publishing::{Held, publish};
use crate::proposals::store::{self, Proposal, Stage};
use crate::security::Peer;
use crate::{activities, audit, clock, letters, organizations};

/// A part in the list.
struct PartLine {
    part: Part,
    begun: bool,
    /// What is wrong in it.
    wrong: Vec<String>,
}

/// A field both changed.
struct Conflict {
    change: Change,
    /// What the tray says now.
    now: String,
}

#[derive(Template)]
#[template(path = "proposals/show.html")]
struct ShowPage {
    ui: Ui,
    head: Head,
    address: String,
    proposal: Proposal,
    parts: Vec<PartLine>,
    /// What it changes; empty for something new.
    changes: Vec<Change>,
    conflicts: Vec<Conflict>,
    /// The organization on the tray it belongs to.
    organizer: String,
    /// The page on the tray, once it has one.
    page: String,
    publishes: bool,
    contact: String,
    problems: Problems,
    key: String,
    by_mail: bool,
}

impl ShowPage {
    async fn read(tx: &mut db::Tx, ui: Ui, app: &App, opened: Opened, visitor: &Visitor) -> Result<Self> {
        let Opened { proposal, address } = opened;
        let organizer = match &proposal.organization_id {
            Some(id) => organizations::store::find(tx, id).await?,
            None => None,
        };
        let activity = match &proposal.activity_id {
            Some(id) => activities::store::find(tx, id).await?,
            None => None,
        };
        let today = clock::today(ui.now);
        let parts = Part::asked(&proposal.answers, proposal.organization_id.is_some());
        let parts = parts
            .into_iter()
            .map(|part| PartLine {
                part,
                begun: part.is_begun(&proposal.answers),
                wrong: model::check(part, &proposal.answers, ui.language, today)
                    .into_iter()
                    .map(|fault| fault.sentence)
                    .collect(),
            })
            .collect();
        let title = match proposal.name() {
            "" => ui.t("propose-title").into_owned(),
            name => name.to_owned(),
        };
        Ok(ShowPage {
            head: Head { title, hidden: true, ..Head::default() },
            changes: if proposal.activity_id.is_some() {
                model::changes(&proposal.base, &proposal.answers)
            } else {
                Vec::new()
            },
            organizer: organizer.map(|one| one.name(ui.language).text.to_owned()).unwrap_or_default(),
            page: activity
                .filter(|activity| activity.state == RecordState::Published)
                .map(|activity| activity.address())
                .unwrap_or_default(),
            publishes: may_publish(tx, &proposal, visitor).await?,
            contact: proposal.contact.clone(),
            conflicts: Vec::new(),
            problems: Problems::default(),
            key: form::new_key(),
            by_mail: app.post.is_mail(),
            parts,
            address,
            proposal,
            ui,
        })
    }
}

pub(super) async fn show(
    ui: Ui,
    visitor: Visitor,
    State(app): State<App>,
    Path(secret): Path<String>,
) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let opened = Opened::read(&mut tx, &ui, &secret, &visitor).await?;
    page::show_privately(&ShowPage::read(&mut tx, ui, &app, opened, &visitor).await?)
}

/// Sends a proposal to the coordinator; who keeps the organization puts it on the tray at once.
pub(super) async fn send(
    ui: Ui,
    peer: Peer,
    visitor: Visitor,
    State(app): State<App>,
    Path(secret): Path<String>,
    RawForm(body): RawForm,
) -> Result<Response> {
    let typed = Typed::read(&body);
    let mut tx = app.db.write().await?;
    if let Some(remembered) = form::answered(&mut tx, typed.one("key")).await? {
        // The address of this page is a secret, and not remembered.
        let location = if remembered.is_empty() { ui.link(&ui.path) } else { remembered };
        return Ok(form::see_other(&location));
    }
    let mut opened = Opened::hold(&mut tx, &ui, &secret, &visitor).await?;
    let here = ui.link(&opened.address);
    if !opened.proposal.stage.is_open() {
        return Ok(form::see_other(&here));
    }
    let problems = check(&opened.proposal, typed.one("contact"), &ui);
    if !problems.is_empty() {
        let contact = typed.one("contact").to_owned();
        let page = ShowPage::read(&mut tx, ui, &app, opened, &visitor).await?;
        return page::unprocessable(&ShowPage { problems, contact, ..page });
    }
    opened.proposal.contact = email_key(typed.one("contact")).unwrap_or_default();

    if may_publish(&mut tx, &opened.proposal, &visitor).await? {
        let (answers, conflicts) = settle(&mut tx, &opened.proposal, &typed).await?;
        if !conflicts.is_empty() {
            let page = ShowPage::read(&mut tx, ui, &app, opened, &visitor).await?;
            return page::answer(&ShowPage { conflicts, ..page }, StatusCode::CONFLICT, "no-store");
        }
        let proposal = &mut opened.proposal;
        let applied = publish(&mut tx, proposal, &answers, visitor.id(), ui.now).await?;
        proposal.sent_at = Some(ui.now);
        store::save(&mut tx, proposal, ui.now).await?;
        audit::record(&mut tx, visitor.id(), "activity.changed", &applied.activity.id, ui.now).await?;
        let location = ui.link(format!("/oma/toiminta/{}?tallennettu", applied.activity.id));
        form::answer(&mut tx, typed.one("key"), &location, ui.now).await?;
        tx.commit().await?;
        app.wrote(applied.number).await;
        return Ok(form::see_other(&location));
    }

    let is_first = opened.proposal.sent_at.is_none();
    opened.proposal.stage = Stage::Sent;
    opened.proposal.sent_at = Some(ui.now);
    store::save(&mut tx, &opened.proposal, ui.now).await?;
    let contact = opened.proposal.contact.clone();
    let asks = format!("{contact} {}", peer.0);
    if is_first
        && !contact.is_empty()
        && app.limits.allows(What::LettersToFrom, &asks, ui.now)
        && app.limits.allows(What::LettersTo, &contact, ui.now)
    {
        let letter = Letter {
            kind: Kind::Received,
            recipient: contact,
            language: ui.language,
            subject_id: opened.proposal.id.clone(),
            // Nobody has looked at what was typed yet: it is sent to no stranger.
            note: String::new(),
        };
        letters::post(&mut tx, &letter, ui.now).await?;
    }
    form::answer(&mut tx, typed.one("key"), "", ui.now).await?;
    tx.commit().await?;
    app.works.notify_one();
    Ok(form::see_other(&here))
}

/// What is wrong in the whole of it.
fn check(proposal: &Proposal, contact: &str, ui: &Ui) -> Problems {
    let mut problems = Problems::default();
    let today = clock::today(ui.now);
    for part in Part::asked(&proposal.answers, proposal.organization_id.is_some()) {
        for fault in model::check(part, &proposal.answers, ui.language, today) {
            problems.add(part.code(), fault.sentence);
        }
    }
    if !contact.trim().is_empty() && email_key(contact).is_none() {
        problems.add("contact", ui.t("sign-in-problem-email"));
    }
    problems
}

/// Joins a change with what others changed meanwhile. Where both changed the same, the person is asked; `choose-…` holds
/// what was chosen. Gives what is to be published; the proposal itself keeps only what was answered in it.
async fn settle(tx: &mut db::Tx, proposal: &Proposal, typed: &Typed) -> Result<(Answers, Vec<Conflict>)> {
    let Some(activity_id) = &proposal.activity_id else { return Ok((proposal.answers.clone(), Vec::new())) };
    store::hold(tx, activity_id).await?;
    let held = Held::read(tx, Some(activity_id), None, proposal.language).await?;
    if held.activity.is_none() {
        return Err(Error::NotFound);
    }
    let mut merged = model::merge(&proposal.base, &proposal.answers, &held.answers);
    let now = |field: &str| held.answers.get(field).cloned().unwrap_or_default();
    let mut settled = BTreeSet::new();
    for field in &merged.conflicts {
        // A choice is about what was shown: a third change since is shown again.
        if typed.one(&format!("seen-{field}")).replace("\r\n", "\n") != now(field) {
            continue;
        }
        match typed.one(&format!("choose-{field}")) {
            "mine" => {
                settled.insert(*field);
            }
            "theirs" => {
                merged.answers.insert((*field).to_owned(), now(field));
                settled.insert(*field);
            }
            _ => {}
        }
    }
    let open: Vec<Conflict> = model::changes(&proposal.base, &proposal.answers)
        .into_iter()
        .filter(|change| merged.conflicts.contains(change.field) && !settled.contains(change.field))
        .map(|change| Conflict { now: now(change.field), change })
        .collect();
    Ok((merged.answers, open))
}
