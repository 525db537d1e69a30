//! One part of the form.

use askama::Template;
use axum::extract::{Path, RawForm, State};
use axum::response::Response;

use super::{Opened, Typed};
use crate::accounts::gate::Visitor;
use crate::app::App;
use crate::error::{Error, Result};
use crate::organizations;
use crate::organizations::model::Organization;
use crate::page::form::{self, Problems};
use crate::page::{self, Head, Ui};
use crate::proposals::model::{self, Answers, Field, Input, Part, Suggested};
use crate::proposals::store;
use crate::times;
use crate::{clock, text};

/// How many coming times are shown.
const COMING: usize = 5;
/// So far ahead they are looked for.
const AHEAD: chrono::TimeDelta = chrono::TimeDelta::days(370);

/// A field as the page shows it.
struct Line {
    field: &'static Field,
    label: String,
    hint: String,
    value: String,
}

impl Line {
    fn new(field: &'static Field, answers: &Answers, ui: &Ui) -> Line {
        let hint = format!("field-{}-hint", field.code);
        Line {
            label: ui.t(&format!("field-{}", field.code)).into_owned(),
            hint: if ui.language.has(&hint) { ui.t(&hint).into_owned() } else { String::new() },
            value: answers.get(field.code).cloned().unwrap_or_default(),
            field,
        }
    }

    /// Codes, names and whether each was chosen.
    fn options(&self, ui: &Ui) -> Vec<(&'static str, String, bool)> {
        let (Input::One(list) | Input::Many(list)) = self.field.input else { return Vec::new() };
        let chosen = |code: &str| self.value.split_whitespace().any(|one| one == code);
        list.codes.iter().map(|code| (*code, list.name(code, ui.language), chosen(code))).collect()
    }

    /// Lists that most leave alone are folded.
    fn is_long(&self) -> bool {
        matches!(self.field.input, Input::Many(list) if list.codes.len() > 18)
    }

    fn is_many(&self) -> bool {
        matches!(self.field.input, Input::Many(_))
    }

    fn is_one(&self) -> bool {
        matches!(self.field.input, Input::One(_))
    }

    fn is_lines(&self) -> bool {
        matches!(self.field.input, Input::Lines)
    }

    fn is_step(&self) -> bool {
        matches!(self.field.input, Input::Step)
    }

    fn rows(&self) -> usize {
        if self.field.most > 1_000 { 5 } else { 3 }
    }

    fn kind(&self) -> &'static str {
        match self.field.input {
            Input::Keys(kind) => kind,
            _ => "text",
        }
    }
}

#[derive(Template)]
#[template(path = "proposals/part.html")]
struct PartPage {
    ui: Ui,
    head: Head,
    address: String,
    part: Part,
    lines: Vec<Line>,
    problems: Problems,
    /// Which part of how many.
    place: (usize, usize),
    /// The coming times, when times were answered.
    coming: Vec<String>,
    /// The times in words as they were understood.
    regular: Vec<String>,
    suggested: Option<Suggested>,
    /// Organizations on the tray that may be this one.
    similar: Vec<Organization>,
}

impl PartPage {
    fn new(ui: Ui, opened: &Opened, part: Part, answers: &Answers, problems: Problems) -> Self {
        let parts = Part::asked(answers, opened.proposal.organization_id.is_some());
        let at = parts.iter().position(|one| *one == part).unwrap_or(0);
        let schedules = if part == Part::When {
            model::times(answers, clock::today(ui.now)).unwrap_or_default()
        } else {
            Vec::new()
        };
        let suggested = if part == Part::Whom { model::suggested(answers) } else { None };
        let sessions = times::sessions(&schedules, ui.now, ui.now + AHEAD, COMING);
        PartPage {
            head: Head {
                title: ui.t(&format!("propose-part-{}", part.code())).into_owned(),
                hidden: true,
                ..Head::default()
            },
            lines: part
                .fields()
                .map(|field| {
                    let line = Line::new(field, answers, &ui);
                    // The suggestion is chosen until somebody chooses otherwise.
                    match suggested.and_then(|suggested| suggested.step) {
                        Some(step) if line.is_step() && !answers.contains_key(field.code) => {
                            Line { value: step.to_string(), ..line }
                        }
                        _ => line,
                    }
                })
                .collect(),
            coming: sessions
                .iter()
                .map(|session| times::tell_session(session, &schedules[session.schedule], ui.language, ui.now))
                .collect(),
            regular: schedules.iter().map(|schedule| times::tell(schedule, ui.language)).collect(),
            suggested,
            place: (at + 1, parts.len()),
            address: opened.address.clone(),
            similar: Vec::new(),
            problems,
            part,
            ui,
        }
    }

    fn progress(&self) -> String {
        let values = [("part", self.place.0.into()), ("parts", self.place.1.into())];
        self.ui.language.with("propose-progress", &values)
    }
}

/// Organizations that may be the one that is typed: the same business id, or a name that begins alike.
async fn similar(tx: &mut db::Tx, answers: &Answers) -> Result<Vec<Organization>> {
    let said = |code: &str| answers.get(code).map_or("", String::as_str);
    let slug = text::slug(said("org_name"));
    Ok(organizations::store::similar(tx, &slug, said("business_id")).await?)
}

fn named(opened: &Opened, code: &str) -> Result<Part> {
    let part = Part::of(code).ok_or(Error::NotFound)?;
    let asked = Part::asked(&opened.proposal.answers, opened.proposal.organization_id.is_some());
    if asked.contains(&part) { Ok(part) } else { Err(Error::NotFound) }
}

pub(super) async fn show(
    ui: Ui,
    visitor: Visitor,
    State(app): State<App>,
    Path((secret, part)): Path<(String, String)>,
) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let opened = Opened::read(&mut tx, &ui, &secret, &visitor).await?;
    let part = named(&opened, &part)?;
    if !opened.proposal.stage.is_open() {
        return Ok(form::see_other(&ui.link(&opened.address)));
    }
    let answers = opened.proposal.answers.clone();
    let mut page = PartPage::new(ui, &opened, part, &answers, Problems::default());
    if part == Part::Organizer && opened.proposal.organization_id.is_none() {
        page.similar = similar(&mut tx, &answers).await?;
    }
    page::show_privately(&page)
}

/// Keeps what was typed, also what is not right yet, and leads on; what is wrong is told at once.
pub(super) async fn save(
    ui: Ui,
    visitor: Visitor,
    State(app): State<App>,
    Path((secret, part)): Path<(String, String)>,
    RawForm(body): RawForm,
) -> Result<Response> {
    let typed = Typed::read(&body);
    let mut tx = app.db.write().await?;
    let mut opened = Opened::hold(&mut tx, &ui, &secret, &visitor).await?;
    let part = named(&opened, &part)?;
    if !opened.proposal.stage.is_open() {
        return Ok(form::see_other(&ui.link(&opened.address)));
    }
    let mut answers = opened.proposal.answers.clone();
    for field in part.fields() {
        answers.insert(field.code.to_owned(), typed.answer(field));
    }
    let mut problems = Problems::default();
    for fault in model::check(part, &answers, ui.language, clock::today(ui.now)) {
        problems.add(fault.field, fault.sentence);
    }
    // What is far too long, or a personal identity code, is shown again but not stored.
    for (code, answer) in &answers {
        let fits = Field::of(code).is_some_and(|field| answer.chars().count() <= field.most);
        if fits && !text::holds_identity_code(answer) {
            opened.proposal.answers.insert(code.clone(), answer.clone());
        }
    }
    if part == Part::Organizer
        && opened.proposal.organization_id.is_none()
        && let Some(chosen) = organizations::store::find(&mut tx, typed.one("is")).await?
    {
        // It is on the tray already: nothing more is asked about it.
        opened.proposal.organization_id = Some(chosen.id);
        opened.proposal.answers.retain(|code, _| !Field::of(code).is_some_and(Field::is_of_organization));
        problems = Problems::default();
    }
    let similar = if part == Part::Organizer && opened.proposal.organization_id.is_none() {
        similar(&mut tx, &answers).await?
    } else {
        Vec::new()
    };
    store::save(&mut tx, &opened.proposal, ui.now).await?;
    tx.commit().await?;
    let asks_same = !similar.is_empty() && typed.one("is") != "new";
    if !problems.is_empty() || !typed.one("preview").is_empty() || asks_same {
        let is_wrong = !problems.is_empty();
        let mut page = PartPage::new(ui, &opened, part, &answers, problems);
        page.similar = similar;
        return if is_wrong { page::unprocessable(&page) } else { page::show_privately(&page) };
    }
    let parts = Part::asked(&opened.proposal.answers, opened.proposal.organization_id.is_some());
    let next = parts.iter().skip_while(|one| **one != part).nth(1).filter(|_| opened.proposal.activity_id.is_none());
    let next = match next {
        Some(next) => format!("{}/{}", opened.address, next.code()),
        // The part that was left is not asked any more: the first one that is.
        None if !parts.contains(&part) => format!("{}/{}", opened.address, parts[0].code()),
        None => opened.address.clone(),
    };
    Ok(form::see_other(&ui.link(next)))
}
