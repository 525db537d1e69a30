//! One provider in the book: what was said, what comes next, and changing it.

use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use chrono::NaiveDate;
use db::Tx;

use super::typed::{Reader, Typed, called, offered, stamp};
use super::{BOOK, saved};
use crate::accounts::Actor;
use crate::activities::store::ActivityFilter;
use crate::app::App;
use crate::error::{Error, Result};
use crate::negotiations::model::{LONGEST_NOTE, Negotiation, Note, Stage};
use crate::negotiations::store;
use crate::organizations::model::{Organization, State as Visibility};
use crate::page::form::{self, Problems};
use crate::page::{self, Head, Ui};
use crate::{activities, organizations, times};

/// The registration form with what was agreed behind it; the id follows.
const REGISTRATION: &str = "/ilmoita?neuvottelu=";
/// Published activities of a provider that are listed.
const SHOWN_ACTIVITIES: i64 = 20;

/// Where what is kept now is not what was typed: both.
struct Difference {
    label: String,
    kept: String,
    typed: String,
}

#[derive(Template)]
#[template(path = "negotiations/show.html")]
struct ShowPage {
    ui: Ui,
    head: Head,
    entry: Negotiation,
    organization: Option<Organization>,
    /// What of the provider is on the tray: addresses and names.
    published: Vec<(String, String)>,
    notes: Vec<Note>,
    typed: Typed,
    problems: Problems,
    stages: Vec<Stage>,
    offered: Vec<String>,
    /// Somebody else has changed the entry meanwhile.
    conflict: Option<Vec<Difference>>,
    /// The form with everything stands open.
    open: bool,
    saved: bool,
}

impl ShowPage {
    async fn new(ui: Ui, tx: &mut Tx, entry: Negotiation) -> Result<Self> {
        let organization = match &entry.organization_id {
            Some(id) => organizations::store::find(tx, id).await?,
            None => None,
        };
        let mut published = Vec::new();
        if let Some(organization) = &organization {
            let filter = ActivityFilter { organization_id: Some(organization.id.clone()), ..ActivityFilter::default() };
            for activity in activities::store::page(tx, &filter, SHOWN_ACTIVITIES, 0).await? {
                published.push((activity.address(), activity.name(ui.language).text.to_owned()));
            }
        }
        let may_be_on_tray = !published.is_empty() || entry.stage == Stage::OnTray;
        Ok(ShowPage {
            head: Head { title: entry.name.clone(), hidden: true, ..Head::default() },
            typed: Typed::of(&entry, organization.as_ref(), ui.today()),
            notes: store::notes(tx, &entry.id).await?,
            offered: offered(tx).await?,
            stages: Stage::ALL.into_iter().filter(|stage| *stage != Stage::OnTray || may_be_on_tray).collect(),
            problems: Problems::default(),
            conflict: None,
            open: false,
            saved: form::value_in(&ui.query, "tallennettu").is_some(),
            organization,
            published,
            entry,
            ui,
        })
    }

    /// The page after a note with problems: the form with everything is as the entry is.
    fn after_note(mut self, typed: Typed, problems: Problems) -> Self {
        let Typed { note, day, stage, next_step, next_day, changed_at, key, .. } = typed;
        let key = key.trim_end_matches(NOTE_KEY).to_owned();
        self.typed = Typed { note, day, stage, next_step, next_day, changed_at, key, ..self.typed };
        self.problems = problems;
        self
    }

    /// The page after a change with problems: the form for a note is empty.
    fn after_change(mut self, typed: Typed, problems: Problems) -> Self {
        let Typed { note, day, stage, next_step, next_day, .. } = self.typed;
        self.typed = Typed { note, day, stage, next_step, next_day, ..typed };
        self.problems = problems;
        self.open = true;
        self
    }

    /// The page when somebody else was faster: both texts, and the next time these win.
    fn conflicting(mut self, differences: Vec<Difference>) -> Result<Response> {
        self.typed.changed_at = stamp(self.entry.changed_at);
        self.conflict = Some(differences);
        page::answer(&self, StatusCode::CONFLICT, "no-store")
    }

    fn is_declined(&self) -> bool {
        self.entry.stage == Stage::Declined
    }

    fn registration(&self) -> String {
        self.ui.link(format!("{REGISTRATION}{}", self.entry.id))
    }

    /// Whether the organization has a page.
    fn has_page(&self) -> bool {
        self.organization.as_ref().is_some_and(|organization| organization.state == Visibility::Published)
    }

    fn day(&self, day: &NaiveDate) -> String {
        times::tell_day(*day, self.ui.language, self.ui.today())
    }

    fn date(&self, day: &NaiveDate) -> String {
        times::tell_date(*day, self.ui.language)
    }

    /// Where the entry as it is kept differs from what is wanted.
    async fn differences(&self, tx: &mut Tx, wanted: &Negotiation) -> Result<Vec<Difference>> {
        let kept = &self.entry;
        let named = match &wanted.organization_id {
            Some(id) => organizations::store::find(tx, id).await?.as_ref().map(called).unwrap_or_default(),
            None => String::new(),
        };
        let day = |day: &Option<NaiveDate>| day.as_ref().map(|day| self.date(day)).unwrap_or_default();
        let stage = |stage: Stage| self.ui.t(&stage.key()).into_owned();
        let pairs = [
            ("negotiations-name", kept.name.clone(), wanted.name.clone()),
            ("negotiations-organization", self.organization.as_ref().map(called).unwrap_or_default(), named),
            ("negotiations-contact-name", kept.contact.name.clone(), wanted.contact.name.clone()),
            ("negotiations-contact-phone", kept.contact.phone.clone(), wanted.contact.phone.clone()),
            ("negotiations-contact-email", kept.contact.email.clone(), wanted.contact.email.clone()),
            ("negotiations-reason", kept.reason.clone(), wanted.reason.clone()),
            ("negotiations-keeper", kept.keeper_name.clone(), wanted.keeper_name.clone()),
            ("negotiations-stage", stage(kept.stage), stage(wanted.stage)),
            ("negotiations-next-step", kept.next_step.clone(), wanted.next_step.clone()),
            ("negotiations-next-day", day(&kept.next_day), day(&wanted.next_day)),
        ];
        Ok(pairs
            .into_iter()
            .filter(|(_, kept, typed)| kept != typed)
            .map(|(key, kept, typed)| Difference { label: self.ui.t(key).into_owned(), kept, typed })
            .collect())
    }
}

pub(super) async fn show(ui: Ui, State(app): State<App>, Path(id): Path<String>) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let entry = store::find(&mut tx, &id).await?.ok_or(Error::NotFound)?;
    page::show_privately(&ShowPage::new(ui, &mut tx, entry).await?)
}

/// Who changes the language of a page that came after a note gets to the entry.
pub(super) async fn back(ui: Ui, Path(id): Path<String>) -> Response {
    form::see_other(&ui.link(format!("{BOOK}/{id}")))
}

/// What the key of a note's form ends with: both forms of a page are sent, each once.
const NOTE_KEY: &str = "-n";

pub(super) async fn change(
    ui: Ui,
    State(app): State<App>,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    if let Some(location) = form::answered(&mut tx, &typed.key).await? {
        return Ok(form::see_other(&location));
    }
    let entry = store::find(&mut tx, &id).await?.ok_or(Error::NotFound)?;
    let mut reader = Reader::new(&ui);
    let wanted = reader.provider(&mut tx, &typed, &entry).await?;
    let problems = reader.problems;
    if !problems.is_empty() {
        return page::unprocessable(&ShowPage::new(ui, &mut tx, entry).await?.after_change(typed, problems));
    }
    if typed.changed_at != stamp(entry.changed_at) {
        let page = ShowPage::new(ui, &mut tx, entry).await?;
        let differences = page.differences(&mut tx, &wanted).await?;
        return page.after_change(typed, problems).conflicting(differences);
    }
    let number = store::change(&mut tx, &wanted, ui.now).await?.ok_or(Error::Conflict)?;
    saved(ui, &app, tx, &wanted, &typed.key, number).await
}

pub(super) async fn add_note(
    ui: Ui,
    actor: Actor,
    State(app): State<App>,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    if let Some(location) = form::answered(&mut tx, &typed.key).await? {
        return Ok(form::see_other(&location));
    }
    let entry = store::find(&mut tx, &id).await?.ok_or(Error::NotFound)?;
    let mut reader = Reader::new(&ui);
    let note = reader.text("note", &typed.note, LONGEST_NOTE);
    let day = reader.day("day", &typed.day).unwrap_or_else(|| ui.today());
    let wanted = reader.onward(&mut tx, &typed, entry.clone()).await?;
    if note.is_empty() && wanted == entry && reader.problems.is_empty() {
        reader.problems.add("note", ui.t("negotiations-problem-note"));
    }
    let problems = reader.problems;
    if !problems.is_empty() {
        return page::unprocessable(&ShowPage::new(ui, &mut tx, entry).await?.after_note(typed, problems));
    }
    if typed.changed_at != stamp(entry.changed_at) && wanted != entry {
        let page = ShowPage::new(ui, &mut tx, entry).await?;
        let differences = page.differences(&mut tx, &wanted).await?;
        return page.after_note(typed, problems).conflicting(differences);
    }
    let number = store::change(&mut tx, &wanted, ui.now).await?.ok_or(Error::Conflict)?;
    if !note.is_empty() {
        store::add_note(&mut tx, &id, &Note { day, note, author: actor.name }, ui.now).await?;
    }
    saved(ui, &app, tx, &wanted, &typed.key, number).await
}

/// Removes whom to call. Doing it twice changes nothing more.
pub(super) async fn forget_contact(ui: Ui, State(app): State<App>, Path(id): Path<String>) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let number = store::forget_contact(&mut tx, &id, ui.now).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    app.wrote(number).await;
    Ok(form::see_other(&ui.link(format!("{BOOK}/{id}?tallennettu=1"))))
}
