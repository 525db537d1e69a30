//! A provider that comes into the book.

use askama::Template;
use axum::Form;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use db::Tx;

use super::private;
use super::typed::{Reader, Typed, called, offered};
use crate::accounts::Actor;
use crate::app::App;
use crate::error::Result;
use crate::negotiations::model::{LONGEST_LINE, LONGEST_REASON, Negotiation, Stage};
use crate::negotiations::store;
use crate::organizations;
use crate::page::form::{self, Problems};
use crate::page::{self, Head, Ui};

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
pub(super) async fn form(ui: Ui, actor: Actor, State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response> {
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

pub(super) async fn add(ui: Ui, State(app): State<App>, Form(typed): Form<Typed>) -> Result<Response> {
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
