//! One proposal: what the tray says beside what it would say, and the decision.

use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

use crate::accounts::Actor;
use crate::accounts::model::{LONGEST_NAME, Role, Standing};
use crate::accounts::permissions::Action;
use crate::accounts::store::Account;
use crate::app::App;
use crate::error::{Error, Result};
use crate::letters::model::{Kind, Letter};
use crate::organizations::model::Organization;
use crate::page::form::{self, Problems};
use crate::page::{self, Head, Ui};
use crate::proposals::Held;
use crate::proposals::model::{self, Change, Field, Part};
use crate::proposals::store::{Proposal, Stage};
use crate::{accounts, audit, clock, letters, organizations, proposals, text, times};

/// The longest question or reason, in characters.
const LONGEST_NOTE: usize = 2_000;
/// Coming times that are shown.
const COMING: usize = 5;

#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct DecideForm {
    /// `publish`, `ask` or `decline`.
    #[serde(default)]
    what: String,
    #[serde(default)]
    note: String,
    /// The organization on the tray it belongs to; '' a new one.
    #[serde(default)]
    organization: String,
    /// Whether who proposed may keep the organization's pages.
    #[serde(default)]
    keeps: String,
    /// Tells what was shown from anything else.
    #[serde(default)]
    seen: String,
    #[serde(default)]
    key: String,
}

#[derive(Template)]
#[template(path = "curation/proposal.html")]
struct ProposalPage {
    ui: Ui,
    head: Head,
    proposal: Proposal,
    /// In the order of the form.
    changes: Vec<Change>,
    /// Fields that somebody else has changed meanwhile.
    conflicts: Vec<Change>,
    coming: Vec<String>,
    /// Organizations on the tray that may be the one.
    similar: Vec<Organization>,
    organizer: Option<Organization>,
    problems: Problems,
    typed: DecideForm,
    /// Tells what is shown from anything else.
    seen: String,
    /// Something has changed since it was shown last.
    has_changed: bool,
    /// What is still wrong: it cannot go onto the tray.
    wrong: Vec<String>,
}

impl ProposalPage {
    async fn read(tx: &mut db::Tx, ui: Ui, proposal: Proposal, typed: DecideForm) -> Result<Self> {
        let today = clock::today(ui.now);
        let held =
            Held::read(tx, proposal.activity_id.as_deref(), proposal.organization_id.as_deref(), proposal.language)
                .await?;
        let merged = model::merge(&proposal.base, &proposal.answers, &held.answers);
        let changes = model::changes(&held.answers, &merged.answers);
        let conflicts = changes.iter().filter(|change| merged.conflicts.contains(change.field)).cloned().collect();
        let schedules = model::times(&merged.answers, today).unwrap_or_default();
        let sessions = times::sessions(&schedules, ui.now, ui.now + chrono::TimeDelta::days(370), COMING);
        let said = |code: &str| proposal.answers.get(code).map_or("", String::as_str);
        let similar = if proposal.organization_id.is_none() {
            organizations::store::similar(tx, &text::slug(said("org_name")), said("business_id")).await?
        } else {
            Vec::new()
        };
        let title =
            if proposal.name().is_empty() { ui.t("propose-title").into_owned() } else { proposal.name().to_owned() };
        Ok(ProposalPage {
            head: Head { title, hidden: true, ..Head::default() },
            coming: sessions
                .iter()
                .map(|session| times::tell_session(session, &schedules[session.schedule], ui.language, ui.now))
                .collect(),
            wrong: wrong(&proposal, &ui),
            seen: seen(tx, &proposal).await?,
            has_changed: false,
            organizer: held.organization,
            problems: Problems::default(),
            changes,
            conflicts,
            similar,
            typed,
            proposal,
            ui,
        })
    }
}

/// Tells a proposal, what it changes and who is written to from anything else.
async fn seen(tx: &mut db::Tx, proposal: &Proposal) -> Result<String> {
    let held =
        Held::read(tx, proposal.activity_id.as_deref(), proposal.organization_id.as_deref(), proposal.language).await?;
    Ok(model::version(&[&held.answers, &proposal.answers, &[("contact".to_owned(), proposal.contact.clone())].into()]))
}

/// What keeps a proposal off the tray.
fn wrong(proposal: &Proposal, ui: &Ui) -> Vec<String> {
    Part::asked(&proposal.answers, proposal.organization_id.is_some())
        .into_iter()
        .flat_map(|part| model::check(part, &proposal.answers, ui.language, clock::today(ui.now)))
        .map(|fault| format!("{}: {}", ui.t(&format!("field-{}", fault.field)), fault.sentence))
        .collect()
}

async fn found(tx: &mut db::Tx, actor: &Actor, id: &str) -> Result<Proposal> {
    let proposal = proposals::store::find(tx, id).await?.ok_or(Error::NotFound)?;
    let is_theirs = proposals::is_for(tx, &proposal, actor, Action::Curate).await?;
    if is_theirs { Ok(proposal) } else { Err(Error::Forbidden) }
}

pub(super) async fn show(ui: Ui, actor: Actor, State(app): State<App>, Path(id): Path<String>) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let proposal = found(&mut tx, &actor, &id).await?;
    let typed = DecideForm { key: form::new_key(), keeps: "1".to_owned(), ..DecideForm::default() };
    page::show_privately(&ProposalPage::read(&mut tx, ui, proposal, typed).await?)
}

/// Publishes, asks back or declines; whoever left an address gets a letter.
pub(super) async fn decide(
    ui: Ui,
    actor: Actor,
    State(app): State<App>,
    Path(id): Path<String>,
    Form(typed): Form<DecideForm>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    if let Some(location) = form::answered(&mut tx, &typed.key).await? {
        return Ok(form::see_other(&location));
    }
    proposals::store::hold_proposal(&mut tx, &id).await?;
    let mut proposal = found(&mut tx, &actor, &id).await?;
    if !matches!(proposal.stage, Stage::Sent | Stage::Asked) {
        return Ok(form::see_other(&ui.link(format!("/yllapito/jono/{id}"))));
    }
    let note = text::without_controls(&typed.note.replace('\r', ""));
    let problems = check(&typed, &note, &ui);
    if !problems.is_empty() {
        let page = ProposalPage::read(&mut tx, ui, proposal, typed).await?;
        return page::unprocessable(&ProposalPage { problems, ..page });
    }
    if let Some(activity_id) = &proposal.activity_id {
        proposals::store::hold(&mut tx, activity_id).await?;
    }
    // What is published is what was seen: neither the proposal nor the tray has changed since.
    if typed.what == "publish" && typed.seen != seen(&mut tx, &proposal).await? {
        let page = ProposalPage::read(&mut tx, ui, proposal, typed).await?;
        return page::answer(&ProposalPage { has_changed: true, ..page }, StatusCode::CONFLICT, "no-store");
    }
    let mut number = None;
    let (kind, about) = match typed.what.as_str() {
        "publish" => {
            if !wrong(&proposal, &ui).is_empty() {
                let page = ProposalPage::read(&mut tx, ui, proposal, typed).await?;
                return page::unprocessable(&page);
            }
            if let Some(chosen) = organizations::store::find(&mut tx, &typed.organization).await? {
                // It belongs to one that is there: that one's facts stay as they are.
                proposal.organization_id = Some(chosen.id);
                proposal.answers.retain(|code, _| !Field::of(code).is_some_and(Field::is_of_organization));
            }
            number = Some(publish(&mut tx, &mut proposal, &actor, &typed, &ui).await?);
            proposal.note = String::new();
            (Kind::Published, proposal.name().to_owned())
        }
        "ask" => {
            proposal.stage = Stage::Asked;
            (Kind::Asked, note.clone())
        }
        _ => {
            proposal.stage = Stage::Declined;
            (Kind::Declined, note.clone())
        }
    };
    if proposal.stage != Stage::Published {
        proposal.note = note;
    }
    proposals::store::save(&mut tx, &proposal, ui.now).await?;
    let action = match proposal.stage {
        Stage::Published => "proposal.published",
        Stage::Asked => "proposal.asked",
        _ => "proposal.declined",
    };
    audit::record(&mut tx, &actor.id, action, &proposal.id, ui.now).await?;
    if !proposal.contact.is_empty() {
        let letter = Letter {
            kind,
            recipient: proposal.contact.clone(),
            language: proposal.language,
            subject_id: proposal.id.clone(),
            note: about,
        };
        letters::post(&mut tx, &letter, ui.now).await?;
    }
    let location = ui.link("/yllapito/jono");
    form::answer(&mut tx, &typed.key, &location, ui.now).await?;
    tx.commit().await?;
    app.works.notify_one();
    if let Some(number) = number {
        app.wrote(number).await;
    }
    Ok(form::see_other(&location))
}

fn check(typed: &DecideForm, note: &str, ui: &Ui) -> Problems {
    let mut problems = Problems::default();
    match typed.what.as_str() {
        "publish" => {}
        "ask" | "decline" if note.is_empty() => problems.add("note", ui.t("queue-problem-note")),
        "ask" | "decline" => {}
        _ => problems.add("note", ui.t("queue-problem-what")),
    }
    if note.chars().count() > LONGEST_NOTE {
        problems.add("note", ui.t("corrections-problem-long"));
    }
    if text::holds_identity_code(note) {
        problems.add("note", ui.t("problem-identity-code"));
    }
    problems
}

/// Puts a proposal on the tray. Gives the newest event.
async fn publish(tx: &mut db::Tx, proposal: &mut Proposal, actor: &Actor, typed: &DecideForm, ui: &Ui) -> Result<i64> {
    let held =
        Held::read(tx, proposal.activity_id.as_deref(), proposal.organization_id.as_deref(), proposal.language).await?;
    let merged = model::merge(&proposal.base, &proposal.answers, &held.answers);
    let is_new_organization = proposal.organization_id.is_none();
    let by = proposal.account_id.clone().unwrap_or_default();
    let applied = proposals::publish(tx, proposal, &merged.answers, &by, ui.now).await?;
    if is_new_organization && !typed.keeps.is_empty() && !proposal.contact.is_empty() {
        let_keep(tx, proposal, actor, ui).await?;
    }
    Ok(applied.number)
}

/// Gives who proposed a new organization an account that keeps its pages.
async fn let_keep(tx: &mut db::Tx, proposal: &Proposal, actor: &Actor, ui: &Ui) -> Result<()> {
    let account = match accounts::store::find_by_email(tx, &proposal.contact).await? {
        Some(known) => known,
        None => {
            let name = proposal.answers.get("org_name").cloned().unwrap_or_default();
            let account = Account {
                id: db::new_id(),
                name: name.chars().take(LONGEST_NAME).collect(),
                email: Some(proposal.contact.clone()),
                language: proposal.language.code().to_owned(),
            };
            accounts::store::add(tx, &account, ui.now).await?;
            account
        }
    };
    let standing = Standing {
        role: Role::Leader,
        organization_id: proposal.organization_id.clone().unwrap_or_default(),
        areas: Vec::new(),
    };
    accounts::store::give(tx, &account.id, &standing, ui.now).await?;
    audit::record(tx, &actor.id, "role.given", &account.id, ui.now).await?;
    Ok(())
}
