//! From answers onto the tray, and back.

use chrono::{DateTime, Utc};
use db::{Result, Tx};

use super::model::{self, Answers, Change, Field};
use super::store::{self, Changed, Proposal, Stage};
use crate::accounts::Actor;
use crate::accounts::permissions::{Action, Record};
use crate::activities::model::{Activity, ActivityPlace};
use crate::clock;
use crate::exchange::corrections;
use crate::i18n::Language;
use crate::negotiations::model::Negotiation;
use crate::organizations::model::{Organization, State};
use crate::places::model::Place;
use crate::{activities, events, negotiations, organizations, places, text};

/// Whether somebody may do this with a proposal: with what it is to become, and with what it changes. Where a thing is
/// said to happen does not open what happens elsewhere.
pub async fn is_for(tx: &mut Tx, proposal: &Proposal, actor: &Actor, action: Action) -> Result<bool> {
    let answered: Vec<&str> = proposal.municipality().into_iter().collect();
    let organization_id = proposal.organization_id.as_deref().unwrap_or_default();
    let becomes = actor.may(action, Record { organization_id, municipalities: &answered });
    let Some(activity_id) = &proposal.activity_id else { return Ok(becomes) };
    let held = places::store::municipalities_of(tx, activity_id).await?;
    let held: Vec<&str> = held.iter().map(String::as_str).collect();
    let changes = actor.may(action, Record { organization_id, municipalities: &held });
    // A correction that says nothing of the place leaves it where it is.
    Ok(changes && (becomes || answered.is_empty()))
}

/// What is written, by whom, and when.
#[derive(Debug, Clone, Copy)]
struct Publishing<'a> {
    /// The activity that is changed; none: a new one.
    pub activity_id: Option<&'a str>,
    /// The organization it belongs to; none: a new one.
    pub organization_id: Option<&'a str>,
    /// The language of the texts.
    pub language: Language,
    /// The account; '' for somebody without one.
    pub by: &'a str,
    /// When.
    pub now: DateTime<Utc>,
}

/// What the tray says of an activity and its organization, as answers.
#[derive(Debug, Clone, Default)]
pub struct Held {
    /// The activity; none when there is none.
    pub activity: Option<Activity>,
    /// Its organization.
    pub organization: Option<Organization>,
    /// Its main place, with everything in it.
    place: Option<Place>,
    /// All of it as answers.
    pub answers: Answers,
}

impl Held {
    /// Reads what is there of an activity, or of an organization alone.
    pub async fn read(
        tx: &mut Tx,
        activity_id: Option<&str>,
        organization_id: Option<&str>,
        language: Language,
    ) -> Result<Held> {
        let mut held = Held::default();
        if let Some(id) = activity_id
            && let Some(activity) = activities::store::find(tx, id).await?
        {
            if let Some(at) = activity.places.first() {
                held.place = places::store::find_whole(tx, &at.place.id).await?;
            }
            held.answers.extend(model::of_activity(&activity, held.place.as_ref(), language.code()));
            held.activity = Some(activity);
        }
        let organization_id = held
            .activity
            .as_ref()
            .map(|activity| activity.organization_id.clone())
            .or(organization_id.map(str::to_owned));
        if let Some(id) = organization_id
            && let Some(organization) = organizations::store::find(tx, &id).await?
        {
            let together = store::together(tx, &organization.id).await?;
            held.answers.extend(model::of_organization(&organization, &together, language.code()));
            held.organization = Some(organization);
        }
        Ok(held)
    }
}

/// What everybody sees of an activity, as answers: what a proposal of somebody without a role begins from.
pub fn public_answers(activity: &Activity, language: Language) -> Answers {
    model::of_activity(activity, activity.places.first().map(|at| &at.place), language.code())
}

/// What was written.
#[derive(Debug, Clone)]
pub struct Applied {
    /// The activity as it is now.
    pub activity: Activity,
    /// The number of the newest event.
    pub number: i64,
}

/// Writes answers onto the tray: the organization, the place and the activity, with what changed noted. `answers` must
/// be checked; what is not answered stays as it is.
async fn apply(tx: &mut Tx, publishing: Publishing<'_>, answers: &Answers) -> Result<Applied> {
    let Publishing { activity_id, organization_id, language, by, now } = publishing;
    let today = clock::today(now);
    if let Some(id) = activity_id {
        store::hold(tx, id).await?;
    }
    let held = Held::read(tx, activity_id, organization_id, language).await?;
    let mut complete = held.answers.clone();
    complete.extend(answers.clone());
    let answers = &complete;
    let changes = model::changes(&held.answers, answers);

    let touches_organization = held.organization.is_none() || changes.iter().any(is_of_organization);
    let mut organization = match held.organization.clone() {
        Some(organization) => organization,
        None => Organization { id: db::new_id(), kind: "other".to_owned(), ..Organization::default() },
    };
    if touches_organization {
        model::read_organization(answers, language.code(), &mut organization);
        organization.verified_on = Some(today);
        if organization.slug.is_empty() {
            organization.slug = free_organization_slug(tx, organization.name(language).text).await?;
        }
        organizations::store::save(tx, &organization, now).await?;
        let said = |code: &str| answers.get(code).map_or("", String::as_str);
        store::set_together(tx, &organization.id, said("expects"), said("offers")).await?;
    }

    let is_new = held.activity.is_none();
    let mut activity = match held.activity.clone() {
        Some(activity) => activity,
        None => Activity { id: db::new_id(), state: State::Published, made_at: now, ..Activity::default() },
    };
    model::read_activity(answers, language.code(), today, &mut activity);
    activity.organization_id.clone_from(&organization.id);
    activity.verified_on = Some(today);
    if activity.slug.is_empty() {
        activity.slug = free_activity_slug(tx, activity.name(language).text).await?;
    }
    for schedule in activity.schedules.iter_mut().filter(|schedule| schedule.id.is_empty()) {
        schedule.id = db::new_id();
    }
    settle_place(tx, &mut activity, held.place.clone(), answers, now).await?;
    if !is_new {
        correct(tx, &activity, &changes, language, now).await?;
    }
    activities::store::save(tx, &activity, now).await?;
    // What is noted is what the tray says now, not how it was typed: "ti 10" says since when once it is kept.
    let after = Held::read(tx, Some(&activity.id), None, language).await?;
    let changes = model::changes(&held.answers, &after.answers);
    store::add_change(tx, &activity.id, by, language, &changes, now).await?;
    Ok(Applied { number: events::newest(tx).await?, activity })
}

fn is_of_organization(change: &Change) -> bool {
    Field::of(change.field).is_some_and(|field| field.is_of_organization())
}

/// Gives the activity the place that was answered. A place that others share is not changed under them.
async fn settle_place(
    tx: &mut Tx,
    activity: &mut Activity,
    before: Option<Place>,
    answers: &Answers,
    now: DateTime<Utc>,
) -> Result<()> {
    let after = model::read_place(answers, before.clone());
    if after == before {
        return Ok(());
    }
    let Some(mut place) = after else {
        // The form speaks of the main place only: others stay.
        activity.places.remove(0);
        return Ok(());
    };
    if place.id.is_empty() || store::count_at(tx, &place.id).await? > 1 {
        place.id = db::new_id();
    }
    places::store::save(tx, &place, now).await?;
    let link_id = activity.places.first().map_or_else(db::new_id, |at| at.link_id.clone());
    let main = ActivityPlace { link_id, place: place.for_public() };
    match activity.places.first_mut() {
        Some(first) => *first = main,
        None => activity.places.push(main),
    }
    Ok(())
}

/// What came from a source is put right for good: the next run does not change it back.
async fn correct(
    tx: &mut Tx,
    activity: &Activity,
    changes: &[Change],
    language: Language,
    now: DateTime<Utc>,
) -> Result<()> {
    use corrections::model::{Correction, Field as Corrected};

    if activity.source_id.is_none() {
        return Ok(());
    }
    let known = corrections::store::list(tx, &[&activity.id]).await?.remove(&activity.id).unwrap_or_default();
    for change in changes {
        let Some(field) = Corrected::of(change.field) else { continue };
        let in_language = if Corrected::TEXTS.contains(&field) { language.code() } else { "" };
        let before = known.iter().find(|one| one.field == field && one.language == in_language);
        let correction = Correction {
            field,
            language: in_language.to_owned(),
            value: change.after.clone(),
            source_value: before.map_or_else(|| change.before.clone(), |before| before.source_value.clone()),
        };
        corrections::store::set(tx, &activity.id, &correction, now).await?;
    }
    Ok(())
}

/// Puts a whole proposal on the tray: with what is written of it, and with the negotiation it came from. Its activity and
/// organization are known afterwards.
pub async fn publish(
    tx: &mut Tx,
    proposal: &mut Proposal,
    answers: &Answers,
    by: &str,
    now: DateTime<Utc>,
) -> Result<Applied> {
    let publishing = Publishing {
        activity_id: proposal.activity_id.as_deref(),
        organization_id: proposal.organization_id.as_deref(),
        language: proposal.language,
        by,
        now,
    };
    let applied = apply(tx, publishing, answers).await?;
    proposal.activity_id = Some(applied.activity.id.clone());
    proposal.organization_id = Some(applied.activity.organization_id.clone());
    proposal.stage = Stage::Published;
    if let Some(entry) = negotiations::store::find(tx, &proposal.negotiation_id).await? {
        let entry = Negotiation {
            organization_id: proposal.organization_id.clone(),
            stage: negotiations::model::Stage::OnTray,
            ..entry
        };
        negotiations::store::change(tx, &entry, now).await?;
    }
    Ok(Applied { number: events::newest(tx).await?, ..applied })
}

/// Why a change is not taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undone {
    /// It is taken back; the number of the newest event.
    Done(i64),
    /// It was already, or there is none.
    Nothing,
    /// Somebody has changed one of its fields again since.
    ChangedSince,
}

/// Takes a change back: its fields say again what they said before. What came onto the tray by it is hidden again.
pub async fn undo(tx: &mut Tx, change: &Changed, by: &str, now: DateTime<Utc>) -> Result<Undone> {
    store::hold(tx, &change.activity_id).await?;
    let held = Held::read(tx, Some(&change.activity_id), None, change.language).await?;
    let said = |field: &str| held.answers.get(field).map_or("", String::as_str);
    if change.fields.iter().any(|one| said(one.field) != one.after) {
        return Ok(Undone::ChangedSince);
    }
    if held.activity.is_none() || !store::mark_undone(tx, &change.id, now).await? {
        return Ok(Undone::Nothing);
    }
    if change.is_new() {
        activities::store::set_state(tx, &change.activity_id, State::Draft, now).await?;
        return Ok(Undone::Done(events::newest(tx).await?));
    }
    let mut answers = held.answers.clone();
    for one in &change.fields {
        answers.insert(one.field.to_owned(), one.before.clone());
    }
    let publishing = Publishing {
        activity_id: Some(&change.activity_id),
        organization_id: None,
        language: change.language,
        by,
        now,
    };
    Ok(Undone::Done(apply(tx, publishing, &answers).await?.number))
}

async fn free_activity_slug(tx: &mut Tx, name: &str) -> Result<String> {
    for slug in slugs(name) {
        if activities::store::id_at(tx, &slug).await?.is_none() {
            return Ok(slug);
        }
    }
    Ok(db::new_id())
}

async fn free_organization_slug(tx: &mut Tx, name: &str) -> Result<String> {
    for slug in slugs(name) {
        if !organizations::store::slug_is_taken(tx, &slug, "").await? {
            return Ok(slug);
        }
    }
    Ok(db::new_id())
}

/// A name as an address, then with numbers after it; a name without letters of ours gets none.
fn slugs(name: &str) -> impl Iterator<Item = String> {
    let slug = text::slug(name);
    let numbered = (2..200).map({
        let slug = slug.clone();
        move |number| format!("{slug}-{number}")
    });
    std::iter::once(slug.clone()).chain(numbered).filter(move |_| !slug.is_empty())
}
