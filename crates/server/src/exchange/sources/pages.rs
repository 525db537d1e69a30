//! The keeper's pages of sources, runs and questions.

use askama::Template;
use axum::extract::{DefaultBodyLimit, Multipart, Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Form, Router};
use chrono::{DateTime, TimeDelta, Utc};
use serde::Deserialize;

use super::model::{Every, LONGEST_NAME, Reach, Run, Source};
use super::store::{self, Gone};
use super::{jobs, receiving};
use crate::app::App;
use crate::error::{Error, Result};
use crate::exchange::fetch::Fetcher;
use crate::exchange::import::{self, Format};
use crate::exchange::questions;
use crate::exchange::remote::ptv;
use crate::page::form::{self, Problems};
use crate::page::{self, Head, Ui};
use crate::{reference, text};

/// The addresses of this feature.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/yllapito/lahteet", get(list))
        .route("/yllapito/lahteet/uusi", get(new_form))
        .route("/yllapito/lahteet/{id}", get(show).post(change))
        .route("/yllapito/lahteet/{id}/haku", post(read))
        .route("/yllapito/lahteet/{id}/poistuneet", get(gone))
        .route("/yllapito/malli.csv", get(template_csv))
        .route("/yllapito/malli.xlsx", get(template_xlsx))
        .merge(
            Router::new()
                .route("/yllapito/lahteet/uusi", post(add))
                .route("/yllapito/lahteet/{id}/tiedostot", post(send))
                .layer(DefaultBodyLimit::max(receiving::MOST_BYTES)),
        )
}

/// Runs that a source's page shows.
const SHOWN_RUNS: i64 = 20;
/// Rows of a long list.
const SHOWN: i64 = 500;

/// A source with its last run.
struct Row {
    source: Source,
    last: Option<Run>,
}

#[derive(Template)]
#[template(path = "exchange/sources/list.html")]
struct ListPage {
    ui: Ui,
    head: Head,
    rows: Vec<Row>,
}

async fn list(ui: Ui, State(app): State<App>) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let mut rows = Vec::new();
    for source in store::list(&mut tx).await? {
        let last = store::runs_of(&mut tx, &source.id, 1).await?.pop();
        rows.push(Row { source, last });
    }
    page::show_privately(&ListPage { head: private(&ui, "sources-title"), rows, ui })
}

/// What was typed of a source.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct SourceForm {
    name: String,
    format: String,
    reach: String,
    address: String,
    selection: String,
    licence: String,
    attribution: String,
    every: String,
    key: String,
}

impl SourceForm {
    fn of(source: &Source) -> Self {
        SourceForm {
            name: source.name.clone(),
            format: source.format.code().to_owned(),
            reach: source.reach.code().to_owned(),
            address: source.address.clone(),
            selection: String::new(),
            licence: source.licence.clone(),
            attribution: source.attribution.clone(),
            every: source.every.hours().to_string(),
            key: form::new_key(),
        }
    }

    fn is_every(&self, every: &Every) -> bool {
        self.every == every.hours().to_string()
    }

    /// The source as typed, or what is wrong. `known`: the one that is changed; its name stays.
    fn check(&self, ui: &Ui, fetcher: &Fetcher, known: Option<&Source>, has_files: bool) -> Result<Source, Problems> {
        let mut problems = Problems::default();
        let name = known.map_or_else(|| text::without_controls(&self.name), |known| known.name.clone());
        if name.is_empty() {
            problems.add("name", ui.t("source-problem-name"));
        } else if name.chars().count() > LONGEST_NAME {
            problems.add("name", ui.t("source-problem-long"));
        }
        let format = Format::ALL.into_iter().find(|format| format.code() == self.format);
        if format.is_none() {
            problems.add("format", ui.t("source-problem-format"));
        }
        let reach = Reach::of(&self.reach).unwrap_or_default();
        let address = self.whole_address(format, reach);
        if reach != Reach::Upload
            && let Err(error) = fetcher.check(&address)
        {
            problems.add("address", error.tell(ui.language));
        }
        if known.is_none() && reach == Reach::Upload && !has_files {
            problems.add("files", ui.t("source-problem-files"));
        }
        let every = self.every.parse().ok().and_then(Every::of).unwrap_or_default();
        if every != Every::Asked && reach == Reach::Upload {
            problems.add("every", ui.t("source-problem-every"));
        }
        let bounded = |field: &str| text::without_controls(field).chars().take(LONGEST_NAME).collect::<String>();
        let Some(format) = format.filter(|_| problems.is_empty()) else { return Err(problems) };
        Ok(Source {
            id: known.map_or_else(|| import::source_id(&name), |known| known.id.clone()),
            name,
            format,
            reach,
            address: if reach == Reach::Upload { String::new() } else { address },
            licence: bounded(&self.licence),
            attribution: bounded(&self.attribution),
            every,
            next_run_at: every.next(ui.now),
            approved_at: known.and_then(|known| known.approved_at),
            good_run_at: None,
            whole_run_at: None,
            etag: String::new(),
            last_modified: String::new(),
        })
    }

    /// Where it is reached: of the Finnish Service Catalogue a municipality or an organization's id is enough.
    fn whole_address(&self, format: Option<Format>, reach: Reach) -> String {
        let (typed, selected) = (text::without_controls(&self.address), text::without_controls(&self.selection));
        if reach != Reach::Api || format != Some(Format::Ptv) || selected.is_empty() {
            return typed;
        }
        let catalogue = if typed.is_empty() { ptv::CATALOGUE } else { &typed };
        let municipality = reference::municipality(&selected).or_else(|| reference::municipality_named(&selected));
        match municipality {
            Some(municipality) => ptv::of_municipality(catalogue, municipality.code),
            None => ptv::of_organization(catalogue, &selected),
        }
    }
}

#[derive(Template)]
#[template(path = "exchange/sources/new.html")]
struct NewPage {
    ui: Ui,
    head: Head,
    typed: SourceForm,
    problems: Problems,
    formats: [Format; 6],
    reaches: [Reach; 3],
    everies: [Every; 4],
}

impl NewPage {
    fn new(ui: Ui, typed: SourceForm, problems: Problems) -> Self {
        let head = private(&ui, "source-new-title");
        NewPage { head, typed, problems, formats: Format::ALL, reaches: Reach::ALL, everies: Every::ALL, ui }
    }
}

async fn new_form(ui: Ui) -> Result<Response> {
    let typed = SourceForm { key: form::new_key(), reach: "upload".to_owned(), ..SourceForm::default() };
    page::show_privately(&NewPage::new(ui, typed, Problems::default()))
}

/// Adds a source and tries it: what would come in is shown first.
async fn add(ui: Ui, State(app): State<App>, form: Multipart) -> Result<Response> {
    // Where files go is known when the name is: until then they wait under the form's own name.
    let waiting = receiving::folder(&app.spool, &db::new_id());
    let sent = receiving::receive(form, &waiting).await?;
    let value = |name| sent.value(name).to_owned();
    let typed = SourceForm {
        name: value("name"),
        format: value("format"),
        reach: value("reach"),
        address: value("address"),
        selection: value("selection"),
        licence: value("licence"),
        attribution: value("attribution"),
        every: value("every"),
        key: value("key"),
    };
    let checked = typed.check(&ui, &app.fetcher, None, !sent.files.is_empty());
    let mut tx = app.db.write().await?;
    if let Some(location) = form::answered(&mut tx, &typed.key).await? {
        receiving::forget(&waiting).await;
        return Ok(form::see_other(&location));
    }
    let checked = match checked {
        Ok(source) if store::find(&mut tx, &source.id).await?.is_some() => {
            Err(Problems(vec![("name", ui.t("source-problem-taken").into_owned())]))
        }
        checked => checked,
    };
    let source = match checked {
        Ok(source) => source,
        Err(problems) => {
            receiving::forget(&waiting).await;
            return page::unprocessable(&NewPage::new(ui, typed, problems));
        }
    };
    let number = store::save(&mut tx, &source, ui.now).await?;
    let run_id = jobs::ask(&mut tx, &source.id, true, ui.now).await?;
    let location = ui.link(format!("/yllapito/ajot/{run_id}"));
    form::answer(&mut tx, &typed.key, &location, ui.now).await?;
    if !sent.files.is_empty() {
        settle(&waiting, &receiving::folder(&app.spool, &source.id)).await?;
    }
    tx.commit().await?;
    app.wrote(number).await;
    app.works.notify_one();
    Ok(form::see_other(&location))
}

/// Puts files that came with a form where their source looks for them, in place of earlier ones.
async fn settle(from: &std::path::Path, to: &std::path::Path) -> Result<()> {
    receiving::forget(to).await;
    tokio::fs::rename(from, to).await.map_err(Error::internal)
}

#[derive(Template)]
#[template(path = "exchange/sources/show.html")]
struct ShowPage {
    ui: Ui,
    head: Head,
    source: Source,
    runs: Vec<Run>,
    /// A run on the way.
    on_its_way: Option<String>,
    waiting: usize,
    gone: usize,
    typed: SourceForm,
    problems: Problems,
    formats: [Format; 6],
    reaches: [Reach; 3],
    everies: [Every; 4],
}

async fn show_page(ui: Ui, app: &App, source: Source, typed: SourceForm, problems: Problems) -> Result<ShowPage> {
    let mut tx = app.db.read().await?;
    let runs = store::runs_of(&mut tx, &source.id, SHOWN_RUNS).await?;
    let head = Head { title: source.name.clone(), hidden: true, ..Head::default() };
    Ok(ShowPage {
        head,
        on_its_way: runs.iter().find(|run| goes_on(run, ui.now)).map(|run| run.id.clone()),
        waiting: questions::store::list(&mut tx, Some(&source.id), SHOWN).await?.len(),
        gone: store::gone(&mut tx, &source.id, SHOWN).await?.len(),
        runs,
        source,
        typed,
        problems,
        formats: Format::ALL,
        reaches: Reach::ALL,
        everies: Every::ALL,
        ui,
    })
}

/// A run at the terminal that was ended half-way says nothing any more.
fn goes_on(run: &Run, now: DateTime<Utc>) -> bool {
    run.state.goes_on() && now - run.started_at < TimeDelta::days(1)
}

async fn show(ui: Ui, State(app): State<App>, Path(id): Path<String>) -> Result<Response> {
    let source = store::find(&mut app.db.read().await?, &id).await?.ok_or(Error::NotFound)?;
    let typed = SourceForm::of(&source);
    page::show_privately(&show_page(ui, &app, source, typed, Problems::default()).await?)
}

async fn change(
    ui: Ui,
    State(app): State<App>,
    Path(id): Path<String>,
    Form(typed): Form<SourceForm>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let known = store::find(&mut tx, &id).await?.ok_or(Error::NotFound)?;
    let source = match typed.check(&ui, &app.fetcher, Some(&known), true) {
        Ok(source) => source,
        Err(problems) => {
            drop(tx);
            return page::unprocessable(&show_page(ui, &app, known, typed, problems).await?);
        }
    };
    let number = store::save(&mut tx, &source, ui.now).await?;
    tx.commit().await?;
    app.wrote(number).await;
    Ok(form::see_other(&ui.link(format!("/yllapito/lahteet/{id}"))))
}

#[derive(Debug, Deserialize)]
struct ReadForm {
    /// `kokeile`: only say what would happen.
    #[serde(default)]
    tapa: String,
    #[serde(default)]
    key: String,
}

/// Reads a source now. What nobody has agreed to yet is only tried.
async fn read(ui: Ui, State(app): State<App>, Path(id): Path<String>, Form(typed): Form<ReadForm>) -> Result<Response> {
    let mut tx = app.db.write().await?;
    if let Some(location) = form::answered(&mut tx, &typed.key).await? {
        return Ok(form::see_other(&location));
    }
    let source = store::find(&mut tx, &id).await?.ok_or(Error::NotFound)?;
    let dry = typed.tapa == "kokeile" || source.approved_at.is_none();
    let on_its_way = store::runs_of(&mut tx, &id, 1).await?.pop().filter(|run| goes_on(run, ui.now));
    let run_id = match on_its_way {
        Some(run) => run.id,
        None => jobs::ask(&mut tx, &id, dry, ui.now).await?,
    };
    let location = ui.link(format!("/yllapito/ajot/{run_id}"));
    form::answer(&mut tx, &typed.key, &location, ui.now).await?;
    tx.commit().await?;
    app.works.notify_one();
    Ok(form::see_other(&location))
}

/// Takes new files of a source and tries them.
async fn send(ui: Ui, State(app): State<App>, Path(id): Path<String>, form: Multipart) -> Result<Response> {
    let source = store::find(&mut app.db.read().await?, &id).await?.ok_or(Error::NotFound)?;
    let waiting = receiving::folder(&app.spool, &db::new_id());
    let sent = receiving::receive(form, &waiting).await?;
    if sent.files.is_empty() {
        let typed = SourceForm::of(&source);
        let problems = Problems(vec![("files", ui.t("source-problem-files").into_owned())]);
        return page::unprocessable(&show_page(ui, &app, source, typed, problems).await?);
    }
    let mut tx = app.db.write().await?;
    let run_id = jobs::ask(&mut tx, &id, true, ui.now).await?;
    settle(&waiting, &receiving::folder(&app.spool, &id)).await?;
    tx.commit().await?;
    app.works.notify_one();
    Ok(form::see_other(&ui.link(format!("/yllapito/ajot/{run_id}"))))
}

#[derive(Template)]
#[template(path = "exchange/sources/gone.html")]
struct GonePage {
    ui: Ui,
    head: Head,
    source: Source,
    gone: Vec<Gone>,
}

async fn gone(ui: Ui, State(app): State<App>, Path(id): Path<String>) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let source = store::find(&mut tx, &id).await?.ok_or(Error::NotFound)?;
    let gone = store::gone(&mut tx, &id, SHOWN).await?;
    let title = ui.with("gone-title", "source", &source.name);
    page::show_privately(&GonePage { head: Head { title, hidden: true, ..Head::default() }, source, gone, ui })
}

async fn template_csv() -> Response {
    file("text/csv; charset=utf-8", "malli.csv", import::template_csv())
}

async fn template_xlsx(ui: Ui) -> Result<Response> {
    let bytes = import::template_xlsx(ui.language).map_err(Error::internal)?;
    Ok(file("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "malli.xlsx", bytes))
}

fn file(kind: &'static str, name: &str, bytes: impl IntoResponse) -> Response {
    let mut response = bytes.into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    if let Ok(disposition) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, disposition);
    }
    response
}

fn private(ui: &Ui, title: &str) -> Head {
    Head { title: ui.t(title).into_owned(), hidden: true, ..Head::default() }
}
