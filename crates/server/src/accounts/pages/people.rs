//! Who has which role: the keeper invites, changes and takes away.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use axum::{Form, Router};
use db::Tx;
use serde::Deserialize;

use crate::accounts::model::{Actor, LONGEST_NAME, Role, Standing, email_key};
use crate::accounts::store::{self, Account};
use crate::app::App;
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::letters::model::{Kind, Letter};
use crate::organizations::model::Organization;
use crate::page::form::{self, Problems};
use crate::page::{self, Head, Ui};
use crate::{audit, letters, organizations, reference, text};

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/yllapito/kayttajat", get(list).post(invite))
        .route("/yllapito/kayttajat/{id}", get(show).post(change))
}

/// A role in words.
pub(super) struct RoleShown {
    pub(super) role: Role,
    /// Where: an organization or municipalities; '' is the whole tray.
    pub(super) place: String,
    pub(super) organization_id: String,
}

/// Roles in words, with the names of organizations.
pub(super) async fn shown(tx: &mut Tx, ui: &Ui, standings: &[Standing]) -> Result<Vec<RoleShown>> {
    let ids: Vec<String> = standings.iter().map(|standing| standing.organization_id.clone()).collect();
    let organizations = organizations::store::list(tx, &ids).await?;
    let name = |id: &str| organizations.iter().find(|one| one.id == id).map(|one| one.name(ui.language).text);
    Ok(standings
        .iter()
        .map(|standing| {
            let areas = standing.areas.iter().filter_map(|code| reference::municipality(code));
            let areas: Vec<&str> = areas.map(|area| area.name(ui.language)).collect();
            RoleShown {
                role: standing.role,
                place: name(&standing.organization_id).map_or_else(|| areas.join(", "), str::to_owned),
                organization_id: standing.organization_id.clone(),
            }
        })
        .collect())
}

#[derive(Debug, Clone, Default, Deserialize)]
struct InviteForm {
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    role: String,
    /// The name of an organization, or its id.
    #[serde(default)]
    organization: String,
    /// Municipalities by name, comma between.
    #[serde(default)]
    areas: String,
    #[serde(default)]
    language: String,
    #[serde(default)]
    key: String,
}

/// Somebody in the list.
struct Person {
    account: Account,
    roles: Vec<RoleShown>,
}

#[derive(Template)]
#[template(path = "accounts/people.html")]
struct ListPage {
    ui: Ui,
    head: Head,
    people: Vec<Person>,
    typed: InviteForm,
    problems: Problems,
    roles: [Role; 5],
    invited: bool,
    by_mail: bool,
}

impl ListPage {
    /// A role and where it is held.
    fn role(&self, one: &RoleShown) -> String {
        let name = self.ui.t(&format!("role-{}", one.role.code())).into_owned();
        if one.place.is_empty() { name } else { format!("{name}: {}", one.place) }
    }

    async fn read(ui: Ui, app: &App, typed: InviteForm, problems: Problems) -> Result<Self> {
        let mut tx = app.db.read().await?;
        let mut people = Vec::new();
        for (account, standings) in store::list(&mut tx).await? {
            people.push(Person { roles: shown(&mut tx, &ui, &standings).await?, account });
        }
        Ok(ListPage {
            head: Head { title: ui.t("people-title").into_owned(), hidden: true, ..Head::default() },
            invited: ui.query == "kutsuttu",
            by_mail: app.post.is_mail(),
            roles: Role::ALL,
            people,
            typed,
            problems,
            ui,
        })
    }
}

async fn list(ui: Ui, State(app): State<App>) -> Result<Response> {
    let typed = InviteForm {
        role: Role::Editor.code().to_owned(),
        language: ui.language.code().to_owned(),
        key: form::new_key(),
        ..InviteForm::default()
    };
    page::show_privately(&ListPage::read(ui, &app, typed, Problems::default()).await?)
}

/// What an invitation asks for.
struct Invited {
    account: Account,
    standing: Standing,
    /// What the letter says the role is in.
    place: String,
}

impl InviteForm {
    /// The organization that was meant: by its id, or the only one of that name.
    async fn organization(&self, tx: &mut Tx) -> Result<Option<Organization>> {
        let wanted = self.organization.trim();
        if let Some(found) = organizations::store::find(tx, wanted).await? {
            return Ok(Some(found));
        }
        Ok(organizations::store::named(tx, wanted).await?.pop())
    }

    async fn check(&self, tx: &mut Tx, ui: &Ui) -> Result<Result<Invited, Problems>> {
        let mut problems = Problems::default();
        let name = text::without_controls(&self.name);
        if name.is_empty() || name.chars().count() > LONGEST_NAME {
            problems.add("name", ui.t("people-problem-name"));
        }
        if text::holds_identity_code(&name) {
            problems.add("name", ui.t("problem-identity-code"));
        }
        let email = email_key(&self.email);
        if email.is_none() {
            problems.add("email", ui.t("sign-in-problem-email"));
        }
        let role = Role::of(&self.role);
        let mut standing =
            Standing { role: role.unwrap_or(Role::Editor), organization_id: String::new(), areas: Vec::new() };
        let mut place = String::new();
        match role {
            None => problems.add("role", ui.t("people-problem-role")),
            Some(role) if role.is_of_organization() => match self.organization(tx).await? {
                Some(found) => {
                    place = found.name(ui.language).text.to_owned();
                    standing.organization_id = found.id;
                }
                None => problems.add("organization", ui.t("people-problem-organization")),
            },
            Some(Role::Coordinator) => {
                for name in self.areas.split(',').map(str::trim).filter(|name| !name.is_empty()) {
                    match reference::municipality_named(name) {
                        Some(found) => standing.areas.push(found.code.to_owned()),
                        None => problems.add("areas", ui.with("people-problem-area", "name", name)),
                    }
                }
            }
            Some(_) => {}
        }
        let (true, Some(email)) = (problems.is_empty(), email) else { return Ok(Err(problems)) };
        let language = Language::named(&self.language).unwrap_or_default().code().to_owned();
        let account = Account { id: db::new_id(), name, email: Some(email), language };
        Ok(Ok(Invited { account, standing, place }))
    }
}

/// Gives a role to whoever has this mail address, and writes a letter with a link.
async fn invite(ui: Ui, actor: Actor, State(app): State<App>, Form(typed): Form<InviteForm>) -> Result<Response> {
    let done = ui.link("/yllapito/kayttajat?kutsuttu");
    let mut tx = app.db.write().await?;
    if let Some(location) = form::answered(&mut tx, &typed.key).await? {
        return Ok(form::see_other(&location));
    }
    let invited = match typed.check(&mut tx, &ui).await? {
        Ok(invited) => invited,
        Err(problems) => {
            drop(tx);
            return page::unprocessable(&ListPage::read(ui, &app, typed, problems).await?);
        }
    };
    give(&mut tx, &actor.id, &invited.account, &invited.standing, &invited.place, &ui).await?;
    form::answer(&mut tx, &typed.key, &done, ui.now).await?;
    tx.commit().await?;
    app.works.notify_one();
    Ok(form::see_other(&done))
}

/// Gives a role and writes the letter; the account of the mail address is made when it is not there.
async fn give(tx: &mut Tx, by: &str, account: &Account, standing: &Standing, place: &str, ui: &Ui) -> Result<()> {
    let email = account.email.clone().unwrap_or_default();
    let account = match store::find_by_email(tx, &email).await? {
        Some(known) => known,
        None => {
            store::add(tx, account, ui.now).await?;
            account.clone()
        }
    };
    store::give(tx, &account.id, standing, ui.now).await?;
    audit::record(tx, by, "role.given", &account.id, ui.now).await?;
    let letter = Letter {
        kind: Kind::Invitation,
        recipient: email,
        language: Language::named(&account.language).unwrap_or_default(),
        subject_id: account.id,
        note: if place.is_empty() { ui.brand() } else { place.to_owned() },
    };
    letters::post(tx, &letter, ui.now).await?;
    Ok(())
}

#[derive(Template)]
#[template(path = "accounts/person.html")]
struct PersonPage {
    ui: Ui,
    head: Head,
    person: Person,
    sessions: usize,
}

async fn show(ui: Ui, State(app): State<App>, Path(id): Path<String>) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let account = store::find(&mut tx, &id).await?.ok_or(Error::NotFound)?;
    let standings = store::standings(&mut tx, &[&id]).await?.remove(&id).unwrap_or_default();
    let roles = shown(&mut tx, &ui, &standings).await?;
    let sessions = store::sign_ins(&mut tx, &id, ui.now).await?.len();
    let head = Head { title: account.name.clone(), hidden: true, ..Head::default() };
    page::show_privately(&PersonPage { person: Person { account, roles }, head, sessions, ui })
}

#[derive(Deserialize)]
struct ChangeForm {
    #[serde(default)]
    role: String,
    #[serde(default)]
    organization_id: String,
    #[serde(default)]
    everywhere: String,
    #[serde(default)]
    remove: String,
}

/// Takes a role away, ends every session, or removes the account. The last keeper stays.
async fn change(
    ui: Ui,
    actor: Actor,
    State(app): State<App>,
    Path(id): Path<String>,
    Form(typed): Form<ChangeForm>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    store::find(&mut tx, &id).await?.ok_or(Error::NotFound)?;
    // Of two who take a keeper away at once the second sees what the first did.
    store::hold_keepers(&mut tx).await?;
    let location = ui.link(format!("/yllapito/kayttajat/{id}"));
    let takes_keeper = !typed.remove.is_empty() || Role::of(&typed.role) == Some(Role::Keeper);
    if takes_keeper && store::is_last_keeper(&mut tx, &id).await? {
        return Err(Error::BadRequest("people-problem-last"));
    }
    if !typed.remove.is_empty() {
        store::remove(&mut tx, &id).await?;
        audit::record(&mut tx, &actor.id, "account.removed", &id, ui.now).await?;
        tx.commit().await?;
        return Ok(form::see_other(&ui.link("/yllapito/kayttajat")));
    }
    if !typed.everywhere.is_empty() {
        store::sign_out_everywhere(&mut tx, &id).await?;
        audit::record(&mut tx, &actor.id, "sessions.ended", &id, ui.now).await?;
    } else if let Some(role) = Role::of(&typed.role)
        && store::take_away(&mut tx, &id, role, &typed.organization_id).await?
    {
        letters::store::end_keys_of(&mut tx, &typed.organization_id).await?;
        audit::record(&mut tx, &actor.id, "role.taken", &id, ui.now).await?;
    }
    tx.commit().await?;
    Ok(form::see_other(&location))
}
