//! The table, its picture and its file, and the page of one cell.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderName, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use chrono::{NaiveDate, TimeDelta};
use db::Tx;
use documents::table::{Delimiter, Table, write_csv};
use fluent_bundle::FluentValue;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::model::{Amount, Area, Counts, LITTLE, Overview, STEPS};
use super::picture::Picture;
use super::store;
use crate::app::App;
use crate::error::{Error, Result};
use crate::page::form;
use crate::page::{self, Head, Ui};
use crate::vocabulary::INTERESTS;
use crate::{activities, needs, negotiations, reference, times};

/// Wishes and searches of so long are shown beside the table.
const NEEDS_OF: TimeDelta = TimeDelta::days(90);
/// So many of them are read, and so many shown.
const READ: i64 = 1_000;
const SHOWN: usize = 20;
/// Activities of a cell that are named.
const NAMED: i64 = 20;
/// How far from the middle of a postal area the search looks, in kilometres.
const NEAR_KM: u32 = 3;

/// The addresses of this feature.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/yllapito/aukot", get(show))
        .route("/yllapito/aukot/kohta", get(cell))
        .route("/yllapito/aukot.svg", get(picture))
        .route("/yllapito/aukot.csv", get(table_csv))
}

/// What the address asks for.
struct Asked {
    /// Rows are themes in this area; else areas.
    area: Option<Area>,
    /// Only this theme.
    theme: Option<&'static str>,
    step: Option<u8>,
}

impl Asked {
    fn read(query: &str) -> Result<Self> {
        let value = |name: &str| form::value_in(query, name).filter(|value| !value.is_empty());
        let area = match value("alue") {
            Some(code) => Some(Area::of(&code).ok_or(Error::NotFound)?),
            None => None,
        };
        Ok(Asked {
            area,
            theme: value("kiinnostus").and_then(|code| INTERESTS.code(&code)),
            step: value("askel").and_then(|step| step.parse().ok()).filter(|step| STEPS.contains(step)),
        })
    }
}

/// A row as it is shown.
struct Line {
    name: String,
    /// How many people live there, in words; '' when nobody knows.
    people: String,
    counts: Counts,
    area: Area,
    theme: Option<&'static str>,
}

impl Line {
    /// The page of a cell.
    fn address(&self, step: &u8) -> String {
        let theme = self.theme.map(|theme| format!("&kiinnostus={theme}")).unwrap_or_default();
        format!("/yllapito/aukot/kohta?alue={}&askel={step}{theme}", self.area.code())
    }

    fn class(&self, step: &u8) -> &'static str {
        self.amount(self.counts.on(*step)).class()
    }

    /// How much a number is. Of what has no place nobody can say that it is missing.
    fn amount(&self, count: i64) -> Amount {
        if self.area.can_lack() { Amount::of(count) } else { Amount::Enough }
    }
}

/// A table before it is a page, a picture or a file.
struct Sheet {
    title: String,
    /// What the rows are.
    corner: &'static str,
    lines: Vec<Line>,
    whole: Counts,
    overview: Overview,
}

async fn sheet(tx: &mut Tx, ui: &Ui, asked: &Asked) -> Result<Sheet> {
    let theme = if asked.area.is_some() { None } else { asked.theme };
    let overview = store::overview(tx, &ui.region.municipalities(), theme).await?;
    let Some(area) = &asked.area else {
        let lines = overview.rows.iter().map(|(area, counts)| Line {
            name: area.name(ui.language),
            people: area.population().map(|people| people_in_words(ui, people)).unwrap_or_default(),
            counts: *counts,
            area: area.clone(),
            theme,
        });
        let title = match theme {
            Some(theme) => ui.with("gaps-caption-theme", "theme", ui.name(&INTERESTS, theme)),
            None => ui.t("gaps-caption").into_owned(),
        };
        return Ok(Sheet { title, corner: "gaps-area", lines: lines.collect(), whole: overview.whole, overview });
    };
    if !overview.rows.iter().any(|(known, _)| known == area) {
        return Err(Error::NotFound);
    }
    let (themes, whole) = store::themes(tx, area, town(&overview)).await?;
    let lines = themes.into_iter().map(|(theme, counts)| Line {
        name: ui.name(&INTERESTS, theme),
        people: String::new(),
        counts,
        area: area.clone(),
        theme: Some(theme),
    });
    Ok(Sheet {
        title: ui.with("gaps-caption-area", "area", area.name(ui.language)),
        corner: "gaps-theme",
        lines: lines.collect(),
        whole,
        overview,
    })
}

fn town(overview: &Overview) -> &str {
    overview.town.as_deref().unwrap_or_default()
}

fn people_in_words(ui: &Ui, people: u32) -> String {
    let digits = people.to_string();
    let (before, after) = digits.split_at(digits.len().saturating_sub(3));
    let grouped = if before.is_empty() { digits.clone() } else { format!("{before}\u{a0}{after}") };
    ui.with("gaps-people", "count", grouped)
}

/// What people have missed in an area, or anywhere.
struct Missing {
    /// The words, and where and when.
    wishes: Vec<(String, String)>,
    searches: Vec<(String, String)>,
}

/// What was wished for and not found lately; of one municipality with what was said of no place.
async fn missing(tx: &mut Tx, ui: &Ui, municipality: Option<&str>) -> Result<Missing> {
    let since = (ui.now - NEEDS_OF).date_naive();
    let is_here = |code: &str| municipality.is_none_or(|here| code.is_empty() || code == here);
    let place = |code: &str| match reference::municipality(code) {
        Some(found) => found.name(ui.language).to_owned(),
        None => ui.t("gaps-anywhere").into_owned(),
    };
    let day = |day: &str| day.parse::<NaiveDate>().map_or(String::new(), |day| times::tell_date(day, ui.language));
    let wishes = needs::store::wishes(tx, since, READ).await?;
    let searches = needs::store::missed(tx, since, READ).await?;
    Ok(Missing {
        wishes: wishes
            .into_iter()
            .filter(|wish| is_here(&wish.municipality))
            .take(SHOWN)
            .map(|wish| (wish.wish, format!("{} · {}", place(&wish.municipality), day(&wish.day))))
            .collect(),
        searches: searches
            .into_iter()
            .filter(|missed| is_here(&missed.municipality))
            .take(SHOWN)
            .map(|missed| {
                let days = ui.count("gaps-days", missed.days);
                (missed.words, format!("{} · {days}", place(&missed.municipality)))
            })
            .collect(),
    })
}

/// The municipality whose needs are those of an area: none for what is nowhere.
fn municipality_of<'a>(area: &'a Area, overview: &'a Overview) -> Option<&'a str> {
    match area {
        Area::Municipality(code) => Some(code),
        Area::Postal(_) | Area::Elsewhere => overview.town.as_deref(),
        Area::NoPlace => None,
    }
}

#[derive(Template)]
#[template(path = "gaps/show.html")]
struct ShowPage {
    ui: Ui,
    head: Head,
    sheet: Sheet,
    /// The chosen theme and area.
    theme: Option<&'static str>,
    area: Option<Area>,
    themes: Vec<(&'static str, String)>,
    missing: Missing,
}

impl ShowPage {
    /// This table as something else: `.svg`, `.csv`.
    fn also(&self, ending: &str) -> String {
        let chosen = match (&self.area, self.theme) {
            (Some(area), _) => format!("?alue={}", area.code()),
            (None, Some(theme)) => format!("?kiinnostus={theme}"),
            (None, None) => String::new(),
        };
        self.ui.link(format!("/yllapito/aukot{ending}{chosen}"))
    }

    /// The first area: what the table of themes begins with.
    fn first(&self) -> &str {
        self.sheet.overview.rows.first().map_or("", |(area, _)| area.code())
    }

    fn little(&self) -> String {
        self.ui.count("gaps-legend", LITTLE)
    }
}

async fn show(ui: Ui, State(app): State<App>) -> Result<Response> {
    let asked = Asked::read(&ui.query)?;
    let mut tx = app.db.read().await?;
    let sheet = sheet(&mut tx, &ui, &asked).await?;
    let municipality = asked.area.as_ref().and_then(|area| municipality_of(area, &sheet.overview));
    page::show_privately(&ShowPage {
        head: Head { title: ui.t("gaps-title").into_owned(), hidden: true, ..Head::default() },
        missing: missing(&mut tx, &ui, municipality).await?,
        themes: INTERESTS.codes.iter().map(|code| (*code, ui.name(&INTERESTS, code))).collect(),
        theme: asked.theme,
        area: asked.area,
        sheet,
        ui,
    })
}

async fn picture(ui: Ui, State(app): State<App>) -> Result<Response> {
    let sheet = sheet(&mut app.db.read().await?, &ui, &Asked::read(&ui.query)?).await?;
    let rows =
        sheet.lines.iter().map(|line| (line.name.as_str(), line.counts.steps.map(|count| (count, line.amount(count)))));
    let drawn = Picture::new(sheet.title.clone(), ui.t("step-word").into_owned(), rows).render()?;
    Ok(private("image/svg+xml", "aukot.svg", false, drawn.into_bytes()))
}

async fn table_csv(ui: Ui, State(app): State<App>) -> Result<Response> {
    let asked = Asked::read(&ui.query)?;
    let sheet = sheet(&mut app.db.read().await?, &ui, &asked).await?;
    let mut headings = vec![ui.t(sheet.corner).into_owned()];
    headings.extend(STEPS.iter().map(|step| format!("{step} {}", ui.step(step))));
    headings.extend([ui.t("gaps-all").into_owned(), ui.t("gaps-population").into_owned()]);
    let mut table = Table::new("aukot", headings);
    let cells = |name: &str, counts: &Counts, people: Option<u32>| {
        let figures = counts.steps.iter().chain([&counts.all]).map(i64::to_string);
        let people = people.map(|people| people.to_string()).unwrap_or_default();
        [name.to_owned()].into_iter().chain(figures).chain([people]).collect::<Vec<_>>()
    };
    for line in &sheet.lines {
        let people = if asked.area.is_none() { line.area.population() } else { None };
        table.push(cells(&line.name, &line.counts, people));
    }
    table.push(cells(&ui.t("gaps-whole"), &sheet.whole, None));
    Ok(private("text/csv; charset=utf-8", "aukot.csv", true, write_csv(&table, Delimiter::Semicolon)))
}

/// A file for one signed-in person: nobody keeps it.
fn private(kind: &'static str, name: &'static str, saved: bool, bytes: Vec<u8>) -> Response {
    let disposition = if saved { format!("attachment; filename=\"{name}\"") } else { "inline".to_owned() };
    let headers: [(HeaderName, String); 3] = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, bytes).into_response()
}

#[derive(Template)]
#[template(path = "gaps/cell.html")]
struct CellPage {
    ui: Ui,
    head: Head,
    count: i64,
    amount: Amount,
    /// Addresses and names of some of the activities.
    named: Vec<(String, String)>,
    /// Where the search for the same leads, and where a negotiation begins.
    search: String,
    negotiation: String,
    /// Whether the search looks round the middle of an area, not in it.
    is_near: bool,
    /// What can be sent to those who might arrange something.
    call: String,
    back: String,
    missing: Missing,
}

/// One cell: what there is, and what can be done about it.
async fn cell(ui: Ui, State(app): State<App>) -> Result<Response> {
    let asked = Asked::read(&ui.query)?;
    let (Some(area), Some(step)) = (&asked.area, asked.step) else { return Err(Error::NotFound) };
    let mut tx = app.db.read().await?;
    let overview = store::overview(&mut tx, &ui.region.municipalities(), None).await?;
    if !overview.rows.iter().any(|(known, _)| known == area) {
        return Err(Error::NotFound);
    }
    let (count, ids) = store::cell(&mut tx, area, town(&overview), step, asked.theme, NAMED).await?;
    let mut found = activities::store::list(&mut tx, &ids).await?;
    found.sort_by_key(|activity| ids.iter().position(|id| *id == activity.id));
    let named = found.iter().map(|one| (one.address(), one.name(ui.language).text.to_owned())).collect();
    let what = what(&ui, step, asked.theme);
    let reason = format!("{} · {what}", area.name(ui.language));
    let reason = utf8_percent_encode(&reason, NON_ALPHANUMERIC).to_string();
    let back = match asked.theme {
        Some(_) => format!("/yllapito/aukot?alue={}", area.code()),
        None => "/yllapito/aukot".to_owned(),
    };
    page::show_privately(&CellPage {
        head: Head { title: format!("{}: {what}", area.name(ui.language)), hidden: true, ..Head::default() },
        amount: Amount::of(count),
        search: ui.link(search(area, town(&overview), step, asked.theme)),
        negotiation: ui.link(format!("{}?syy={reason}", negotiations::NEW)),
        is_near: matches!(area, Area::Postal(_)),
        call: call(&ui, area, town(&overview), step, asked.theme),
        back: ui.link(back),
        missing: missing(&mut tx, &ui, municipality_of(area, &overview)).await?,
        count,
        named,
        ui,
    })
}

/// "Askel 2 Ryhmät · Käsityöt"
fn what(ui: &Ui, step: u8, theme: Option<&str>) -> String {
    let step = format!("{} {step} {}", ui.t("step-word"), ui.step(&step));
    match theme {
        Some(theme) => format!("{step} · {}", ui.name(&INTERESTS, theme)),
        None => step,
    }
}

/// The ordinary search for the same. It knows no postal areas, but what is near.
fn search(area: &Area, town: &str, step: u8, theme: Option<&str>) -> String {
    let place = match area {
        Area::Municipality(code) => format!("kunta={code}"),
        Area::Postal(code) => format!("lahella={code}&km={NEAR_KM}"),
        Area::Elsewhere => format!("kunta={town}"),
        Area::NoPlace => "kynnys=online".to_owned(),
    };
    let theme = theme.map(|theme| format!("&kiinnostus={theme}")).unwrap_or_default();
    format!("/haku?askel={step}&{place}{theme}")
}

/// A call for somebody to arrange something, for letters and notice boards.
fn call(ui: &Ui, area: &Area, town: &str, step: u8, theme: Option<&str>) -> String {
    let in_municipality = |code: &str| reference::municipality(code).map(|found| found.in_it(ui.language));
    let place = match area {
        Area::Municipality(code) => in_municipality(code),
        Area::Elsewhere => in_municipality(town),
        Area::Postal(_) => Some(ui.with("gaps-in-area", "area", area.name(ui.language))),
        Area::NoPlace => Some(ui.t("gaps-online").into_owned()),
    };
    let theme = theme.map(|theme| format!(", {}", ui.name(&INTERESTS, theme))).unwrap_or_default();
    let what = format!("{}{theme}", ui.step(&step));
    let contact = [ui.phone(), ui.setting("email").to_owned()].into_iter().filter(|one| !one.is_empty());
    let contact = contact.collect::<Vec<_>>().join(", ");
    let contact = if contact.is_empty() { ui.origin.clone() } else { contact };
    let values = [
        ("place", FluentValue::from(place.unwrap_or_else(|| area.name(ui.language)))),
        ("what", FluentValue::from(what)),
        ("contact", FluentValue::from(contact)),
    ];
    ui.language.with("gaps-call-text", &values)
}
