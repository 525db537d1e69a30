//! The keeper puts an activity right.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use axum::routing::get;
use axum::{Form, Router};
use search::Query;

use super::model::{Correction, Field};
use super::store;
use crate::accounts::Actor;
use crate::activities::model::Activity;
use crate::app::App;
use crate::error::{Error, Result};
use crate::finding::found::{self, Found};
use crate::finding::query::SearchForm;
use crate::i18n::Language;
use crate::page::form::{self, Problems};
use crate::page::{self, Head, Ui};
use crate::vocabulary::KINDS;
use crate::{activities, audit, text};

/// The addresses of this feature.
pub fn routes() -> Router<App> {
    Router::new().route("/yllapito/toiminta", get(look)).route("/yllapito/toiminta/{id}", get(show).post(change))
}

/// The longest text, in characters.
const LONGEST: usize = 20_000;
/// Hits of the search for something to put right.
const SHOWN: usize = 20;
/// Corrected activities that are listed.
const SHOWN_CORRECTED: i64 = 100;

#[derive(Template)]
#[template(path = "exchange/corrections/look.html")]
struct LookPage {
    ui: Ui,
    head: Head,
    words: String,
    found: Vec<Found>,
    /// What has been put right lately, shown or not: ids and names.
    corrected: Vec<(String, String)>,
}

/// Looks for the activity that is to be put right.
async fn look(ui: Ui, State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response> {
    let words = form::value_in(query.as_deref().unwrap_or_default(), "q").unwrap_or_default();
    let found = if words.trim().is_empty() {
        Vec::new()
    } else {
        let form = SearchForm { words: words.clone(), page: 1, ..SearchForm::default() };
        let query = Query { limit: SHOWN, count_facets: false, ..form.query(&[], ui.language, ui.now) };
        found::find(&app, &query).await?.found
    };
    let corrected = store::corrected(&mut app.db.read().await?, SHOWN_CORRECTED).await?;
    let head = Head { title: ui.t("corrections-title").into_owned(), hidden: true, ..Head::default() };
    page::show_privately(&LookPage { head, words, found, corrected, ui })
}

/// One line of the form.
struct Line {
    field: Field,
    /// What is typed or right.
    value: String,
    /// What the source says, when that is something else.
    source: Option<String>,
}

#[derive(Template)]
#[template(path = "exchange/corrections/show.html")]
struct ShowPage {
    ui: Ui,
    head: Head,
    activity: Activity,
    /// The language of the texts.
    language: Language,
    texts: Vec<Line>,
    plain: Vec<Line>,
    kinds: Vec<(&'static str, String)>,
    problems: Problems,
    saved: bool,
}

impl ShowPage {
    /// What the source says where that was put right.
    fn hint(&self, line: &Line) -> String {
        match &line.source {
            Some(source) if source.is_empty() => self.ui.t("corrections-source-silent").into_owned(),
            Some(source) => self.ui.with("corrections-source", "value", source),
            None => String::new(),
        }
    }
}

/// The language in the address; Finnish when there is none.
fn language_in(query: &str) -> Language {
    form::value_in(query, "kieli").and_then(|code| Language::named(&code)).unwrap_or_default()
}

impl ShowPage {
    fn new(
        ui: Ui,
        activity: Activity,
        corrections: &[Correction],
        typed: Option<&HashMap<String, String>>,
        problems: Problems,
    ) -> Self {
        let language = language_in(&ui.query);
        let line = |field: Field, language: &str| {
            let known = corrections.iter().find(|one| one.field == field && one.language == language);
            let value = typed.and_then(|typed| typed.get(field.code()).cloned());
            Line {
                field,
                value: value.unwrap_or_else(|| field.read(&activity, language)),
                source: known.map(|known| known.source_value.clone()),
            }
        };
        let kinds = KINDS.codes.iter().map(|code| (*code, ui.name(&KINDS, code))).collect();
        ShowPage {
            head: Head { title: activity.name(ui.language).text.to_owned(), hidden: true, ..Head::default() },
            texts: Field::TEXTS.map(|field| line(field, language.code())).into(),
            plain: Field::plain(&activity).map(|field| line(field, "")).collect(),
            saved: form::value_in(&ui.query, "tallennettu").is_some(),
            kinds,
            language,
            activity,
            problems,
            ui,
        }
    }
}

async fn show(ui: Ui, State(app): State<App>, Path(id): Path<String>) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let activity = activities::store::find(&mut tx, &id).await?.ok_or(Error::NotFound)?;
    let corrections = store::list(&mut tx, &[&id]).await?.remove(&id).unwrap_or_default();
    page::show_privately(&ShowPage::new(ui, activity, &corrections, None, Problems::default()))
}

/// Keeps what differs from the source as a correction; what is the source's own word again is none any more.
async fn change(
    ui: Ui,
    actor: Actor,
    State(app): State<App>,
    Path(id): Path<String>,
    Form(typed): Form<HashMap<String, String>>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let mut activity = activities::store::find(&mut tx, &id).await?.ok_or(Error::NotFound)?;
    let known = store::list(&mut tx, &[&id]).await?.remove(&id).unwrap_or_default();
    let problems = check(&typed, &ui);
    if !problems.is_empty() {
        drop(tx);
        return page::unprocessable(&ShowPage::new(ui, activity, &known, Some(&typed), problems));
    }
    let language = language_in(&ui.query).code();
    let fields = Field::TEXTS.map(|field| (field, language)).into_iter().chain(Field::PLAIN.map(|field| (field, "")));
    for (field, language) in fields {
        let Some(value) = typed.get(field.code()).map(|value| text::without_controls(&value.replace('\r', ""))) else {
            continue;
        };
        let now = field.read(&activity, language);
        let before = known.iter().find(|one| one.field == field && one.language == language);
        let source_value = before.map_or(now, |before| before.source_value.clone());
        field.write(&mut activity, language, &value);
        if activity.source_id.is_none() {
            continue;
        }
        if value == source_value {
            store::remove(&mut tx, &id, field, language).await?;
        } else {
            let correction = Correction { field, language: language.to_owned(), value, source_value };
            store::set(&mut tx, &id, &correction, ui.now).await?;
        }
    }
    activities::store::save(&mut tx, &activity, ui.now).await?;
    audit::record(&mut tx, &actor.id, "activity.corrected", &id, ui.now).await?;
    let number = crate::events::newest(&mut tx).await?;
    tx.commit().await?;
    app.wrote(number).await;
    Ok(form::see_other(&ui.link(format!("/yllapito/toiminta/{id}?kieli={language}&tallennettu=1"))))
}

fn check(typed: &HashMap<String, String>, ui: &Ui) -> Problems {
    let mut problems = Problems::default();
    let value = |field: Field| typed.get(field.code()).map(|value| value.trim()).unwrap_or_default();
    if language_in(&ui.query) == Language::Finnish && value(Field::Name).is_empty() {
        problems.add("name", ui.t("corrections-problem-name"));
    }
    for field in Field::TEXTS {
        if value(field).chars().count() > LONGEST {
            problems.add(field.code(), ui.t("corrections-problem-long"));
        }
        if text::holds_identity_code(value(field)) {
            problems.add(field.code(), ui.t("problem-identity-code"));
        }
    }
    let website = value(Field::Website);
    if !website.is_empty() && !website.starts_with("https://") && !website.starts_with("http://") {
        problems.add("website", ui.t("corrections-problem-website"));
    }
    problems
}
