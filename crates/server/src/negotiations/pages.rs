//! The book: whom to call, one provider's page, and the forms.

use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Form, Router};
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use db::Tx;
use serde::Deserialize;

use super::model::{
    self, Contact, DUE_WITHIN, LONGEST_LINE, LONGEST_NOTE, LONGEST_REASON, Negotiation, Note, Stage, is_email,
};
use super::store;
use crate::accounts::Actor;
use crate::activities::store::ActivityFilter;
use crate::app::App;
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::needs::model::is_phone;
use crate::organizations::model::{Organization, State as Visibility};
use crate::organizations::store::OrganizationFilter;
use crate::page::form::{self, Problems};
use crate::page::{self, Head, Ui};
use crate::{activities, organizations, text, times};

/// Where a negotiation begins; takes `?nimi=`, `?organisaatio=` (an id) and `?syy=`.
pub const NEW: &str = "/yllapito/neuvottelut/uusi";
/// The book.
const BOOK: &str = "/yllapito/neuvottelut";
/// The registration form with what was agreed behind it; the id follows.
const REGISTRATION: &str = "/ilmoita?neuvottelu=";
/// Entries on a page.
const SHOWN: i64 = 500;
/// Organizations a form offers while the name is typed; others are found by their whole name or address.
const OFFERED: i64 = 500;
/// Published activities of a provider that are listed.
const SHOWN_ACTIVITIES: i64 = 20;

/// The addresses of this feature.
pub fn routes() -> Router<App> {
    Router::new()
        .route(BOOK, get(list))
        .route(NEW, get(new_form).post(add))
        .route("/yllapito/neuvottelut/{id}", get(show).post(change))
        .route("/yllapito/neuvottelut/{id}/muistiinpano", get(back).post(add_note))
        .route("/yllapito/neuvottelut/{id}/yhteystiedot", post(forget_contact))
}

fn private(ui: &Ui, title: &str) -> Head {
    Head { title: ui.t(title).into_owned(), hidden: true, ..Head::default() }
}

#[derive(Template)]
#[template(path = "negotiations/list.html")]
struct ListPage {
    ui: Ui,
    head: Head,
    /// Only this stage.
    stage: Option<Stage>,
    counts: Vec<(Stage, i64)>,
    due: Vec<Negotiation>,
    entries: Vec<Negotiation>,
}

impl ListPage {
    fn count(&self, stage: Stage) -> i64 {
        self.counts.iter().find(|(known, _)| *known == stage).map_or(0, |(_, count)| *count)
    }

    fn all(&self) -> i64 {
        self.counts.iter().map(|(_, count)| count).sum()
    }

    fn has_more(&self) -> bool {
        self.stage.map_or_else(|| self.all(), |stage| self.count(stage)) > SHOWN
    }

    fn day(&self, day: &NaiveDate) -> String {
        times::tell_day(*day, self.ui.language, self.ui.today())
    }
}

/// The book, with `?vaihe=` only what is at one stage.
async fn list(ui: Ui, State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response> {
    let stage = form::value_in(query.as_deref().unwrap_or_default(), "vaihe").and_then(|code| Stage::of(&code));
    let mut tx = app.db.read().await?;
    page::show_privately(&ListPage {
        head: private(&ui, "negotiations-title"),
        counts: store::counts(&mut tx).await?,
        due: match stage {
            None => store::due(&mut tx, ui.today() + DUE_WITHIN, SHOWN).await?,
            Some(_) => Vec::new(),
        },
        entries: store::list(&mut tx, stage, SHOWN).await?,
        stage,
        ui,
    })
}

/// What was typed of an entry, in whichever of its forms.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct Typed {
    name: String,
    organization: String,
    contact_name: String,
    contact_phone: String,
    contact_email: String,
    reason: String,
    keeper: String,
    stage: String,
    next_step: String,
    next_day: String,
    note: String,
    day: String,
    /// When the entry was last changed before the form was shown.
    changed_at: String,
    key: String,
}

/// When an entry was last changed, as a form carries it.
fn stamp(changed_at: DateTime<Utc>) -> String {
    changed_at.to_rfc3339_opts(SecondsFormat::Micros, true)
}

/// The name by which a form means an organization.
fn called(organization: &Organization) -> String {
    organization.name(Language::Finnish).text.to_owned()
}

impl Typed {
    fn of(entry: &Negotiation, organization: Option<&Organization>, today: NaiveDate) -> Self {
        Typed {
            name: entry.name.clone(),
            organization: organization.map(called).unwrap_or_default(),
            contact_name: entry.contact.name.clone(),
            contact_phone: entry.contact.phone.clone(),
            contact_email: entry.contact.email.clone(),
            reason: entry.reason.clone(),
            keeper: entry.keeper_name.clone(),
            stage: entry.stage.code().to_owned(),
            next_step: entry.next_step.clone(),
            next_day: entry.next_day.map(|day| day.to_string()).unwrap_or_default(),
            note: String::new(),
            day: today.to_string(),
            changed_at: stamp(entry.changed_at),
            key: form::new_key(),
        }
    }
}

/// Reads what was typed, field by field, and gathers what is wrong with it.
struct Reader<'a> {
    ui: &'a Ui,
    problems: Problems,
}

impl<'a> Reader<'a> {
    fn new(ui: &'a Ui) -> Self {
        Reader { ui, problems: Problems::default() }
    }

    /// A text of at most so many characters.
    fn text(&mut self, field: &'static str, typed: &str, longest: usize) -> String {
        let value = text::without_controls(&typed.replace('\r', ""));
        if value.chars().count() > longest {
            self.problems.add(field, self.ui.count("negotiations-problem-long", longest));
        }
        if text::holds_identity_code(&value) {
            self.problems.add(field, self.ui.t("problem-identity-code"));
        }
        value
    }

    /// A text in one line.
    fn line(&mut self, field: &'static str, typed: &str) -> String {
        self.text(field, &typed.replace('\n', " "), LONGEST_LINE)
    }

    fn day(&mut self, field: &'static str, typed: &str) -> Option<NaiveDate> {
        let found = model::day(typed);
        if found.is_none() && !typed.trim().is_empty() {
            self.problems.add(field, self.ui.t("negotiations-problem-day"));
        }
        found
    }

    /// What an entry's form says of the provider.
    async fn provider(&mut self, tx: &mut Tx, typed: &Typed, known: &Negotiation) -> Result<Negotiation> {
        let name = self.line("name", &typed.name);
        if name.is_empty() {
            self.problems.add("name", self.ui.t("negotiations-problem-name"));
        }
        let organization_id = self.organization(tx, &typed.organization, known).await?;
        let contact_name = self.line("contact_name", &typed.contact_name);
        let phone = self.line("contact_phone", &typed.contact_phone);
        if !phone.is_empty() && !is_phone(&phone) {
            self.problems.add("contact_phone", self.ui.t("call-problem-phone"));
        }
        let email = self.line("contact_email", &typed.contact_email);
        if !email.is_empty() && !is_email(&email) {
            self.problems.add("contact_email", self.ui.t("negotiations-problem-email"));
        }
        Ok(Negotiation {
            name,
            organization_id,
            contact: Contact { name: contact_name, phone, email },
            reason: self.text("reason", &typed.reason, LONGEST_REASON),
            keeper_name: self.line("keeper", &typed.keeper),
            ..known.clone()
        })
    }

    async fn organization(&mut self, tx: &mut Tx, typed: &str, known: &Negotiation) -> Result<Option<String>> {
        let typed = self.line("organization", typed);
        if typed.is_empty() {
            return Ok(None);
        }
        let found = store::organizations_called(tx, &typed).await?;
        // Of two with one name the one that was chosen before is meant again.
        if let Some(same) = known.organization_id.as_ref().filter(|id| found.contains(id)) {
            return Ok(Some(same.clone()));
        }
        match found.as_slice() {
            [one] => return Ok(Some(one.clone())),
            [] => self.problems.add("organization", self.ui.t("negotiations-problem-organization")),
            _ => self.problems.add("organization", self.ui.t("negotiations-problem-two")),
        }
        Ok(None)
    }

    /// How far it is and what happens next.
    async fn onward(&mut self, tx: &mut Tx, typed: &Typed, known: Negotiation) -> Result<Negotiation> {
        let stage = Stage::of(&typed.stage);
        match stage {
            None => self.problems.add("stage", self.ui.t("negotiations-problem-stage")),
            Some(Stage::OnTray) if known.stage != Stage::OnTray && !is_on_tray(tx, &known).await? => {
                self.problems.add("stage", self.ui.t("negotiations-problem-on-tray"));
            }
            Some(_) => {}
        }
        Ok(Negotiation {
            stage: stage.unwrap_or_default(),
            next_step: self.line("next_step", &typed.next_step),
            next_day: self.day("next_day", &typed.next_day),
            ..known
        })
    }
}

/// Whether something of the provider can be found on the tray.
async fn is_on_tray(tx: &mut Tx, entry: &Negotiation) -> Result<bool> {
    let Some(id) = &entry.organization_id else { return Ok(false) };
    let filter = ActivityFilter { organization_id: Some(id.clone()), ..ActivityFilter::default() };
    Ok(activities::store::count(tx, &filter).await? > 0)
}

/// The names of organizations that a form offers.
async fn offered(tx: &mut Tx) -> Result<Vec<String>> {
    let page = organizations::store::page(tx, &OrganizationFilter::default(), OFFERED, 0).await?;
    Ok(page.iter().map(called).collect())
}

#[derive(Template)]
#[template(path = "negotiations/new.html")]
struct NewPage {
    ui: Ui,
    head: Head,
    typed: Typed,
    problems: Problems,
    stages: Vec<Stage>,
    offered: Vec<String>,
}

impl NewPage {
    async fn new(ui: Ui, tx: &mut Tx, typed: Typed, problems: Problems) -> Result<Self> {
        let head = private(&ui, "negotiations-new");
        Ok(NewPage { head, typed, problems, stages: Stage::ALL.to_vec(), offered: offered(tx).await?, ui })
    }
}

/// The form, with what the address says filled in.
async fn new_form(ui: Ui, actor: Actor, State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response> {
    let query = query.unwrap_or_default();
    let value = |name: &str, longest: usize| {
        form::value_in(&query, name).unwrap_or_default().chars().take(longest).collect::<String>()
    };
    let mut tx = app.db.read().await?;
    let id = value("organisaatio", LONGEST_LINE);
    let organization = if id.is_empty() { None } else { organizations::store::find(&mut tx, &id).await? };
    let mut entry = Negotiation {
        name: value("nimi", LONGEST_LINE),
        reason: value("syy", LONGEST_REASON),
        keeper_name: actor.name,
        ..Negotiation::default()
    };
    if let Some(organization) = &organization {
        if entry.name.is_empty() {
            entry.name = called(organization);
        }
        entry.contact.phone.clone_from(&organization.phone);
        entry.contact.email.clone_from(&organization.email);
    }
    let typed = Typed::of(&entry, organization.as_ref(), ui.today());
    page::show_privately(&NewPage::new(ui, &mut tx, typed, Problems::default()).await?)
}

async fn add(ui: Ui, State(app): State<App>, Form(typed): Form<Typed>) -> Result<Response> {
    let mut tx = app.db.write().await?;
    if let Some(location) = form::answered(&mut tx, &typed.key).await? {
        return Ok(form::see_other(&location));
    }
    let mut reader = Reader::new(&ui);
    let entry = reader.provider(&mut tx, &typed, &Negotiation::default()).await?;
    let entry = reader.onward(&mut tx, &typed, entry).await?;
    let problems = reader.problems;
    if !problems.is_empty() {
        return page::unprocessable(&NewPage::new(ui, &mut tx, typed, problems).await?);
    }
    let entry = Negotiation { id: db::new_id(), ..entry };
    let location = ui.link(entry.address());
    let number = store::add(&mut tx, &entry, ui.now).await?;
    form::answer(&mut tx, &typed.key, &location, ui.now).await?;
    tx.commit().await?;
    app.wrote(number).await;
    Ok(form::see_other(&location))
}

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

async fn show(ui: Ui, State(app): State<App>, Path(id): Path<String>) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let entry = store::find(&mut tx, &id).await?.ok_or(Error::NotFound)?;
    page::show_privately(&ShowPage::new(ui, &mut tx, entry).await?)
}

/// Who changes the language of a page that came after a note gets to the entry.
async fn back(ui: Ui, Path(id): Path<String>) -> Response {
    form::see_other(&ui.link(format!("{BOOK}/{id}")))
}

/// What the key of a note's form ends with: both forms of a page are sent, each once.
const NOTE_KEY: &str = "-n";

async fn change(ui: Ui, State(app): State<App>, Path(id): Path<String>, Form(typed): Form<Typed>) -> Result<Response> {
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

async fn add_note(
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

async fn saved(ui: Ui, app: &App, mut tx: Tx, entry: &Negotiation, key: &str, number: i64) -> Result<Response> {
    let location = ui.link(format!("{}?tallennettu=1", entry.address()));
    form::answer(&mut tx, key, &location, ui.now).await?;
    tx.commit().await?;
    app.wrote(number).await;
    Ok(form::see_other(&location))
}

/// Removes whom to call. Doing it twice changes nothing more.
async fn forget_contact(ui: Ui, State(app): State<App>, Path(id): Path<String>) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let number = store::forget_contact(&mut tx, &id, ui.now).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    app.wrote(number).await;
    Ok(form::see_other(&ui.link(format!("{BOOK}/{id}?tallennettu=1"))))
}
