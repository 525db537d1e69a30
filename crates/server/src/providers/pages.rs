//! A provider's own list, and one activity with its tools.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Form, Router};
use chrono::{NaiveDate, TimeDelta};
use serde::Deserialize;

use crate::accounts::Actor;
use crate::accounts::permissions::{Action, Record};
use crate::activities;
use crate::activities::model::Activity;
use crate::app::App;
use crate::error::{Error, Result};
use crate::freshness;
use crate::organizations;
use crate::organizations::model::{Organization, State as RecordState};
use crate::page::form::{self, Problems};
use crate::page::{self, Head, Ui};
use crate::proposals::store::Proposal;
use crate::times::{self, Change, Exception, SessionState};
use crate::{audit, clock, events, places, proposals, text};

/// The addresses of this feature.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/oma", get(list))
        .route("/oma/uusi", post(begin))
        .route("/oma/luonnos/{id}", post(go_on))
        .route("/oma/toiminta/{id}", get(show))
        .route("/oma/toiminta/{id}/muuta", post(change))
        .route("/oma/toiminta/{id}/vahvista", post(confirm))
        .route("/oma/toiminta/{id}/kerta", post(change_time))
        .route("/oma/toiminta/{id}/tauko", post(pause))
}

/// Activities of one organization on the list.
const MOST: i64 = 500;
/// Coming times that can be changed from the page.
const COMING: usize = 8;
/// The longest note, in characters.
const LONGEST_NOTE: usize = 200;

/// An organization and what it has on the tray.
struct Own {
    organization: Organization,
    activities: Vec<Activity>,
}

#[derive(Template)]
#[template(path = "providers/list.html")]
struct ListPage {
    ui: Ui,
    head: Head,
    name: String,
    own: Vec<Own>,
    drafts: Vec<Proposal>,
    key: String,
}

impl ListPage {
    /// What state an activity is in, in words.
    fn state(&self, activity: &Activity) -> String {
        let key = match activity.state {
            RecordState::Paused => "own-state-paused",
            RecordState::Draft => "own-state-draft",
            RecordState::Gone => "own-state-gone",
            RecordState::Published if activity.is_stale(self.ui.today()) => "own-state-stale",
            RecordState::Published => "own-state-published",
        };
        self.ui.t(key).into_owned()
    }
}

async fn list(ui: Ui, actor: Actor, State(app): State<App>) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let mut ids: Vec<String> = actor
        .standings
        .iter()
        .filter(|standing| {
            let record = Record { organization_id: &standing.organization_id, municipalities: &[] };
            standing.role.is_of_organization() && actor.may(Action::Change, record)
        })
        .map(|standing| standing.organization_id.clone())
        .collect();
    ids.sort_unstable();
    ids.dedup();
    let mut own = Vec::new();
    for organization in organizations::store::list(&mut tx, &ids).await? {
        let activities = activities::store::all_of(&mut tx, &organization.id, MOST).await?;
        own.push(Own { organization, activities });
    }
    let drafts = proposals::store::of_account(&mut tx, &actor.id).await?;
    page::show_privately(&ListPage {
        head: Head { title: ui.t("own-activities-title").into_owned(), hidden: true, ..Head::default() },
        name: actor.name,
        key: form::new_key(),
        own,
        drafts,
        ui,
    })
}

#[derive(Deserialize)]
struct BeginForm {
    #[serde(default)]
    organization: String,
    #[serde(default)]
    key: String,
}

/// Begins something new of an organization.
async fn begin(ui: Ui, actor: Actor, State(app): State<App>, Form(typed): Form<BeginForm>) -> Result<Response> {
    let mut tx = app.db.write().await?;
    if let Some(location) = sent_before(&mut tx, &ui, &typed.key).await? {
        tx.commit().await?;
        return Ok(form::see_other(&location));
    }
    let organization = organizations::store::find(&mut tx, &typed.organization).await?.ok_or(Error::NotFound)?;
    if !actor.may(Action::Change, Record { organization_id: &organization.id, municipalities: &[] }) {
        return Err(Error::Forbidden);
    }
    let begun = proposals::open_for(&mut tx, &ui, &actor.id, &organization.id, None).await?;
    form::answer(&mut tx, &typed.key, &begun.remembered, ui.now).await?;
    tx.commit().await?;
    Ok(form::see_other(&begun.location))
}

/// Where a form that begins a proposal leads when it is sent a second time.
async fn sent_before(tx: &mut db::Tx, ui: &Ui, key: &str) -> Result<Option<String>> {
    match form::answered(tx, key).await? {
        Some(remembered) => Ok(Some(proposals::again(tx, ui, &remembered).await?)),
        None => Ok(None),
    }
}

/// Goes on with one's own proposal: its earlier address is known to nobody any more.
async fn go_on(ui: Ui, actor: Actor, State(app): State<App>, Path(id): Path<String>) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let proposal = proposals::store::find(&mut tx, &id).await?.ok_or(Error::NotFound)?;
    if proposal.account_id.as_deref() != Some(&actor.id) {
        return Err(Error::Forbidden);
    }
    let address = proposals::add_link(&mut tx, &proposal.id, &ui).await?;
    tx.commit().await?;
    Ok(form::see_other(&ui.link(address)))
}

/// The activity of an id, when it is the actor's to change.
async fn theirs(tx: &mut db::Tx, actor: &Actor, id: &str) -> Result<Activity> {
    let activity = activities::store::find(tx, id).await?.ok_or(Error::NotFound)?;
    let municipalities = places::store::municipalities_of(tx, id).await?;
    let municipalities: Vec<&str> = municipalities.iter().map(String::as_str).collect();
    let record = Record { organization_id: &activity.organization_id, municipalities: &municipalities };
    if actor.may(Action::Change, record) { Ok(activity) } else { Err(Error::Forbidden) }
}

/// A coming time that can be cancelled or moved.
struct Time {
    /// The schedule and the day, as the form says it.
    code: String,
    words: String,
}

#[derive(Template)]
#[template(path = "providers/show.html")]
struct ShowPage {
    ui: Ui,
    head: Head,
    activity: Arc<Activity>,
    times: Vec<Time>,
    changes: Vec<proposals::store::Changed>,
    checked: String,
    problems: Problems,
    typed: TimeForm,
    saved: bool,
    key: String,
    embed: String,
}

impl ShowPage {
    async fn read(tx: &mut db::Tx, ui: Ui, activity: Activity) -> Result<Self> {
        let sessions = times::sessions(&activity.schedules, ui.now, ui.now + TimeDelta::days(370), COMING);
        let times: Vec<Time> = sessions
            .iter()
            .map(|session| {
                let schedule = &activity.schedules[session.schedule];
                let held = session.starts.with_timezone(&schedule.zone).date_naive();
                let day = if let SessionState::Moved { from } = session.state { from } else { held };
                Time {
                    code: format!("{} {day}", schedule.id),
                    words: times::tell_session(session, schedule, ui.language, ui.now),
                }
            })
            .collect();
        let held = sessions.iter().position(|session| session.state != SessionState::Cancelled);
        let typed = TimeForm {
            time: held.and_then(|at| times.get(at)).map(|time| time.code.clone()).unwrap_or_default(),
            ..TimeForm::default()
        };
        Ok(ShowPage {
            head: Head { title: activity.name(ui.language).text.to_owned(), hidden: true, ..Head::default() },
            changes: proposals::store::changes(tx, Some(&activity.id)).await?,
            checked: activity.verified_on.map(|day| times::tell_date(day, ui.language)).unwrap_or_default(),
            saved: ui.query == "tallennettu",
            embed: format!("/upotus?jarjestaja={}", activity.organization_id),
            key: form::new_key(),
            problems: Problems::default(),
            typed,
            activity: Arc::new(activity),
            times,
            ui,
        })
    }

    /// The fields of a change in words.
    fn fields(&self, changed: &proposals::store::Changed) -> String {
        if changed.is_new() {
            return self.ui.t("queue-new").into_owned();
        }
        changed.fields.iter().map(|change| change.label(self.ui.language)).collect::<Vec<_>>().join(", ")
    }
}

async fn show(ui: Ui, actor: Actor, State(app): State<App>, Path(id): Path<String>) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let activity = theirs(&mut tx, &actor, &id).await?;
    page::show_privately(&ShowPage::read(&mut tx, ui, activity).await?)
}

#[derive(Deserialize)]
struct KeyForm {
    #[serde(default)]
    key: String,
}

/// Opens the form with what the tray says now.
async fn change(
    ui: Ui,
    actor: Actor,
    State(app): State<App>,
    Path(id): Path<String>,
    Form(typed): Form<KeyForm>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    if let Some(location) = sent_before(&mut tx, &ui, &typed.key).await? {
        tx.commit().await?;
        return Ok(form::see_other(&location));
    }
    let activity = theirs(&mut tx, &actor, &id).await?;
    let begun = proposals::open_for(&mut tx, &ui, &actor.id, &activity.organization_id, Some(&activity.id)).await?;
    form::answer(&mut tx, &typed.key, &begun.remembered, ui.now).await?;
    tx.commit().await?;
    Ok(form::see_other(&begun.location))
}

/// "The facts are right."
async fn confirm(ui: Ui, actor: Actor, State(app): State<App>, Path(id): Path<String>) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let activity = theirs(&mut tx, &actor, &id).await?;
    freshness::confirm(&mut tx, &activity, ui.now).await?;
    audit::record(&mut tx, &actor.id, "activity.confirmed", &id, ui.now).await?;
    let number = events::newest(&mut tx).await?;
    tx.commit().await?;
    app.wrote(number).await;
    Ok(form::see_other(&ui.link(format!("/oma/toiminta/{id}?tallennettu"))))
}

/// What was typed to cancel or move one time.
#[derive(Debug, Clone, Default, Deserialize)]
struct TimeForm {
    /// The schedule and the day.
    #[serde(default)]
    time: String,
    /// `cancel`, `move` or `keep`.
    #[serde(default)]
    what: String,
    /// When instead: "ke 10–12" or "2.12.2026 10–12".
    #[serde(default)]
    instead: String,
    #[serde(default)]
    note: String,
}

/// Cancels one time, moves it, or takes that back: told on the page, in calendars and in search at once.
async fn change_time(
    ui: Ui,
    actor: Actor,
    State(app): State<App>,
    Path(id): Path<String>,
    Form(typed): Form<TimeForm>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    // Somebody may be changing its texts at the same moment: the one who comes second sees what the first wrote.
    proposals::store::hold(&mut tx, &id).await?;
    let mut activity = theirs(&mut tx, &actor, &id).await?;
    let before = proposals::public_answers(&activity, ui.language);
    let mut problems = Problems::default();
    let note = text::without_controls(&typed.note);
    if note.chars().count() > LONGEST_NOTE {
        problems.add("note", ui.t("own-problem-note"));
    }
    if text::holds_identity_code(&note) {
        problems.add("note", ui.t("problem-identity-code"));
    }
    let (schedule_id, day) = typed.time.split_once(' ').unwrap_or_default();
    let day: Option<NaiveDate> = day.parse().ok();
    let schedule = activity.schedules.iter_mut().find(|schedule| schedule.id == schedule_id);
    match (schedule, day) {
        (Some(schedule), Some(day)) => {
            let what = match typed.what.as_str() {
                "cancel" => Some(Change::Cancelled),
                "move" => match moved(&typed.instead, clock::today(ui.now)) {
                    Ok(moved) => Some(moved),
                    Err(problem) => {
                        problems.add(
                            "instead",
                            problem.map_or_else(
                                || ui.t("own-problem-instead").into_owned(),
                                |problem| problem.tell(ui.language),
                            ),
                        );
                        None
                    }
                },
                _ => None,
            };
            schedule.exceptions.retain(|exception| exception.day != day);
            schedule.exceptions.extend(what.map(|what| Exception { day, what, note }));
            if let Err(problem) = schedule.check() {
                problems.add("time", problem.tell(ui.language));
            }
        }
        _ => problems.add("time", ui.t("own-problem-time")),
    }
    if !problems.is_empty() {
        let activity = theirs(&mut tx, &actor, &id).await?;
        let page = ShowPage::read(&mut tx, ui, activity).await?;
        return page::unprocessable(&ShowPage { problems, typed, ..page });
    }
    activities::store::save(&mut tx, &activity, ui.now).await?;
    let changes = proposals::model::changes(&before, &proposals::public_answers(&activity, ui.language));
    proposals::store::add_change(&mut tx, &id, &actor.id, ui.language, &changes, ui.now).await?;
    audit::record(&mut tx, &actor.id, "activity.time-changed", &id, ui.now).await?;
    let number = events::newest(&mut tx).await?;
    tx.commit().await?;
    app.wrote(number).await;
    Ok(form::see_other(&ui.link(format!("/oma/toiminta/{id}?tallennettu"))))
}

/// Another time, as people write it: one day with its hours.
fn moved(written: &str, today: NaiveDate) -> Result<Change, Option<times::TimesProblem>> {
    let schedules = times::words::parse(written, "", today).map_err(Some)?;
    match schedules.as_slice() {
        [one] if one.rule.is_empty() => Ok(Change::Moved { day: one.first_day, opens: one.opens, closes: one.closes }),
        _ => Err(None),
    }
}

/// Hides an activity for a while, or shows it again.
async fn pause(ui: Ui, actor: Actor, State(app): State<App>, Path(id): Path<String>) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let activity = theirs(&mut tx, &actor, &id).await?;
    let state = match activity.state {
        RecordState::Published => RecordState::Paused,
        RecordState::Paused => RecordState::Published,
        RecordState::Draft | RecordState::Gone => return Err(Error::BadRequest("own-problem-hidden")),
    };
    activities::store::set_state(&mut tx, &id, state, ui.now).await?;
    if state == RecordState::Published {
        freshness::confirm(&mut tx, &Activity { state, ..activity }, ui.now).await?;
    }
    audit::record(&mut tx, &actor.id, "activity.paused-or-shown", &id, ui.now).await?;
    let number = events::newest(&mut tx).await?;
    tx.commit().await?;
    app.wrote(number).await;
    Ok(form::see_other(&ui.link(format!("/oma/toiminta/{id}?tallennettu"))))
}
