//! Activities that are new to the database, many in one statement.
//!
//! One at a time, as [`crate::activities::store::save`] writes them, a new activity costs a dozen statements, and a
//! file of a hundred thousand an hour. What is written here is the same to the letter; a test compares them.

use chrono::{DateTime, NaiveTime, Utc};
use db::{Result, Sql, Tx};

use super::super::record::{Attribute, Subject};
use super::Told;
use crate::activities::model::{Activity, Price};
use crate::i18n::Language;
use crate::times::{Change, ScheduleKind};
use crate::vocabulary::packed;
use crate::{events, text};

/// The statements up to the values of their rows, and what follows those.
const ACTIVITIES: (&str, &str) = (
    "INSERT INTO activities (id, slug, organization_id, kind, step, thresholds, interests, situations, target_groups, languages, price, price_min_cents, price_max_cents, age_min, age_max, group_size, hours_min, hours_max, support_form, phone, email, website, sign_up, sort_key, state, verified_on, hsds, source_id, made_at, changed_at)",
    "",
);
const TEXTS: (&str, &str) = (
    "INSERT INTO activity_texts (activity_id, language, name, summary, description, atmosphere, how_to_join, welcome, price_note, length, keywords)",
    "",
);
const PLACES: (&str, &str) = (
    "INSERT INTO activity_places (activity_id, place_id, position, link_id)",
    "ON CONFLICT (activity_id, place_id) DO NOTHING",
);
const SCHEDULES: (&str, &str) = (
    "INSERT INTO schedules (id, activity_id, position, kind, first_day, opens, closes, zone, rule, last_day, place_id, note)",
    "",
);
const EXCEPTIONS: (&str, &str) = (
    "INSERT INTO schedule_exceptions (schedule_id, day, kind, new_day, new_opens, new_closes, note)",
    "ON CONFLICT (schedule_id, day) DO NOTHING",
);
const ATTRIBUTES: (&str, &str) = (
    "INSERT INTO attributes (id, activity_id, term_id, link_type, value)",
    "ON CONFLICT (activity_id, term_id, link_type) DO NOTHING",
);
const TOLD: (&str, &str) = (
    "INSERT INTO source_records (source_id, reference, subject, subject_id, hash, last_run, gone)",
    "ON CONFLICT (source_id, subject, reference) DO UPDATE SET subject_id = excluded.subject_id, hash = excluded.hash, last_run = excluded.last_run, gone = excluded.gone",
);

async fn add<T>(
    tx: &mut Tx,
    (into, otherwise): (&'static str, &'static str),
    rows: &[T],
    bind: impl Fn(Sql, &T) -> Sql,
) -> Result<()> {
    tx.add(into, rows, otherwise, bind).await
}

/// A new activity with its terms.
pub(in super::super) struct Fresh {
    pub(in super::super) activity: Activity,
    pub(in super::super) attributes: Vec<Attribute>,
}

/// Adds activities that are not in the database, and says so in the event log. Their places and terms must be there.
pub(in super::super) async fn add_all(tx: &mut Tx, all: &[Fresh], now: DateTime<Utc>) -> Result<()> {
    if all.is_empty() {
        return Ok(());
    }
    add(tx, ACTIVITIES, all, |statement, one| bind_activity(statement, &one.activity, now)).await?;
    let texts: Vec<_> = all
        .iter()
        .flat_map(|one| one.activity.texts.iter().map(|(language, said)| (&one.activity.id, language, said)))
        .collect();
    add(tx, TEXTS, &texts, |statement, (id, language, said)| {
        let statement = statement.bind(*id).bind(*language).bind(&said.name).bind(&said.summary);
        let statement = statement.bind(&said.description).bind(&said.atmosphere).bind(&said.how_to_join);
        statement.bind(&said.welcome).bind(&said.price_note).bind(&said.length).bind(&said.keywords)
    })
    .await?;
    let places: Vec<_> = all
        .iter()
        .flat_map(|one| one.activity.places.iter().enumerate().map(|(position, at)| (&one.activity.id, position, at)))
        .collect();
    add(tx, PLACES, &places, |statement, (id, position, at)| {
        statement.bind(*id).bind(&at.place.id).bind(*position as i64).bind(&at.link_id)
    })
    .await?;
    add_schedules(tx, all).await?;
    let attributes: Vec<_> =
        all.iter().flat_map(|one| one.attributes.iter().map(|attribute| (&one.activity.id, attribute))).collect();
    add(tx, ATTRIBUTES, &attributes, |statement, (id, attribute)| {
        let statement = statement.bind(&attribute.id).bind(*id).bind(&attribute.term_id);
        statement.bind(&attribute.link_type).bind(&attribute.value)
    })
    .await?;
    let ids: Vec<&str> = all.iter().map(|one| one.activity.id.as_str()).collect();
    events::record_all(tx, "activity.changed", &ids, now).await
}

fn bind_activity(statement: Sql, activity: &Activity, now: DateTime<Utc>) -> Sql {
    let cents = if let Price::Paid(cents) = activity.price { cents } else { None };
    statement
        .bind(&activity.id)
        .bind(&activity.slug)
        .bind(&activity.organization_id)
        .bind(&activity.kind)
        .bind(activity.step.map(i64::from))
        .bind(packed(&activity.thresholds))
        .bind(packed(&activity.interests))
        .bind(packed(&activity.situations))
        .bind(packed(&activity.target_groups))
        .bind(packed(&activity.languages))
        .bind(activity.price.code())
        .bind(cents.map(|(from, _)| from))
        .bind(cents.map(|(_, to)| to))
        .bind(activity.age_min)
        .bind(activity.age_max)
        .bind(activity.group_size)
        .bind(activity.hours.map(|(from, _)| from))
        .bind(activity.hours.map(|(_, to)| to))
        .bind(&activity.support_form)
        .bind(&activity.phone)
        .bind(&activity.email)
        .bind(&activity.website)
        .bind(&activity.sign_up)
        .bind(text::sort_key(activity.name(Language::Finnish).text))
        .bind(activity.state.as_str())
        .bind(activity.verified_on.map(|day| day.to_string()))
        .bind(activity.hsds.clone())
        .bind(activity.source_id.clone())
        .bind(activity.made_at)
        .bind(now)
}

async fn add_schedules(tx: &mut Tx, all: &[Fresh]) -> Result<()> {
    let schedules: Vec<_> = all
        .iter()
        .flat_map(|one| {
            one.activity.schedules.iter().enumerate().map(|(position, time)| (&one.activity.id, position, time))
        })
        .collect();
    add(tx, SCHEDULES, &schedules, |statement, (id, position, time)| {
        let kind = match time.kind {
            ScheduleKind::Hours => "hours",
            ScheduleKind::Session => "session",
        };
        let statement = statement.bind(&time.id).bind(*id).bind(*position as i64).bind(kind);
        let statement = statement.bind(time.first_day.to_string()).bind(clock(time.opens)).bind(clock(time.closes));
        let statement =
            statement.bind(time.zone.name()).bind(&time.rule).bind(time.last_day.map(|day| day.to_string()));
        statement.bind(time.place_id.clone()).bind(&time.note)
    })
    .await?;
    let exceptions: Vec<_> = schedules
        .iter()
        .flat_map(|(_, _, time)| time.exceptions.iter().map(|exception| (&time.id, exception)))
        .collect();
    add(tx, EXCEPTIONS, &exceptions, |statement, (id, exception)| {
        let (kind, moved) = match &exception.what {
            Change::Cancelled => ("cancelled", None),
            Change::Closed => ("closed", None),
            Change::Moved { day, opens, closes } => ("moved", Some((day, opens, closes))),
        };
        let statement = statement.bind(*id).bind(exception.day.to_string()).bind(kind);
        let statement = statement.bind(moved.map(|(day, _, _)| day.to_string()));
        let statement = statement.bind(moved.map(|(_, opens, _)| clock(*opens)));
        statement.bind(moved.map(|(_, _, closes)| clock(*closes))).bind(&exception.note)
    })
    .await
}

fn clock(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// Notes what a source tells of many records now. No record may be among them twice.
pub(in super::super) async fn note_all(
    tx: &mut Tx,
    source_id: &str,
    notes: &[(Subject, Told)],
    run_id: &str,
) -> Result<()> {
    add(tx, TOLD, notes, |statement, (subject, told)| {
        let statement = statement.bind(source_id).bind(&told.reference).bind(subject.as_str());
        statement.bind(&told.subject_id).bind(&told.hash).bind(run_id).bind(told.gone)
    })
    .await
}
