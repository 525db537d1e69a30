//! What is to come of every activity, kept in memory and as true as the database: each use asks which activities changed
//! since the last and reads those again. Once a day all of it is read anew, because the days known go on.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use db::{Result, Tx};
use tokio::sync::Mutex;

use crate::activities::model::Activity;
use crate::exchange::open::occurrence::{Occurrence, occurrences};
use crate::i18n::Language;
use crate::places::model::Confidentiality;
use crate::times::SessionState;
use crate::vocabulary::{INTERESTS, KINDS, SITUATIONS, Vocabulary};
use crate::{activities, clock, events, text};

/// How far ahead times are told.
pub(super) const HORIZON: TimeDelta = TimeDelta::days(120);
/// Times of one activity.
const MOST_TIMES: usize = 300;
/// Activities read at a time.
const BATCH: i64 = 500;
/// After more changes than this all of it is read anew.
const MOST_CHANGES: i64 = 2_000;

/// The lists whose codes are keywords, and what their ids begin with.
pub(super) const KEYWORDS: [Vocabulary; 3] = [KINDS, INTERESTS, SITUATIONS];

/// The id of a keyword.
pub(super) fn keyword_id(list: &Vocabulary, code: &str) -> String {
    format!("{}-{code}", list.set)
}

/// An activity with times to come.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) id: String,
    pub(super) organization_id: String,
    pub(super) sort_key: String,
    pub(super) changed_at: DateTime<Utc>,
    /// Its places that are not hidden.
    pub(super) places: Vec<String>,
    pub(super) municipalities: Vec<String>,
    pub(super) keywords: Vec<String>,
    pub(super) languages: Vec<String>,
    /// Whether it stands for several times.
    pub(super) is_series: bool,
    /// What is to come, in order.
    pub(super) times: Vec<Time>,
}

/// One time.
#[derive(Debug)]
pub(super) struct Time {
    pub(super) id: String,
    pub(super) starts: DateTime<Utc>,
    pub(super) ends: DateTime<Utc>,
    pub(super) is_cancelled: bool,
}

/// All of them by id.
pub(super) type Entries = BTreeMap<String, Arc<Entry>>;

/// What is kept.
#[derive(Clone, Default)]
pub(super) struct Calendar(Arc<Mutex<Kept>>);

#[derive(Default)]
struct Kept {
    /// The newest event that is accounted for, and the day it was read on.
    seen: Option<(i64, NaiveDate)>,
    entries: Arc<Entries>,
}

impl Calendar {
    /// Everything that is to come. `newest` is the number of the newest event.
    pub(super) async fn entries(&self, tx: &mut Tx, newest: i64, now: DateTime<Utc>) -> Result<Arc<Entries>> {
        let mut kept = self.0.lock().await;
        let today = clock::today(now);
        match kept.seen {
            Some((seen, day)) if day == today && seen >= newest => return Ok(kept.entries.clone()),
            Some((seen, day)) if day == today && newest - seen <= MOST_CHANGES => {
                let changes = events::after(tx, seen, newest - seen).await?;
                let ids: HashSet<String> = changes
                    .into_iter()
                    .filter(|event| event.kind == "activity.changed")
                    .map(|event| event.subject_id)
                    .collect();
                let ids: Vec<String> = ids.into_iter().collect();
                let mut found = Vec::new();
                for batch in ids.chunks(BATCH as usize) {
                    found.extend(activities::store::list(tx, batch).await?);
                }
                let entries = Arc::make_mut(&mut kept.entries);
                ids.iter().for_each(|id| drop(entries.remove(id)));
                entries.extend(
                    found.iter().filter_map(|activity| of(activity, now)).map(|one| (one.id.clone(), Arc::new(one))),
                );
            }
            _ => kept.entries = Arc::new(all(tx, now).await?),
        }
        kept.seen = Some((newest, today));
        Ok(kept.entries.clone())
    }
}

async fn all(tx: &mut Tx, now: DateTime<Utc>) -> Result<Entries> {
    let (mut entries, mut after) = (Entries::new(), String::new());
    loop {
        let part = activities::store::walk(tx, &after, BATCH).await?;
        let Some(last) = part.last() else { return Ok(entries) };
        after.clone_from(&last.id);
        entries.extend(part.iter().filter_map(|activity| of(activity, now)).map(|one| (one.id.clone(), Arc::new(one))));
    }
}

/// None for what has no times to come.
fn of(activity: &Activity, now: DateTime<Utc>) -> Option<Entry> {
    let times: Vec<Time> = occurrences(activity, now, now + HORIZON, MOST_TIMES).iter().map(time).collect();
    if times.is_empty() {
        return None;
    }
    let shown =
        activity.places.iter().map(|at| &at.place).filter(|place| place.confidentiality != Confidentiality::Hidden);
    let of = |list: &Vocabulary, codes: &[String]| codes.iter().map(|code| keyword_id(list, code)).collect::<Vec<_>>();
    let kind = [activity.known_kind().to_owned()];
    Some(Entry {
        id: activity.id.clone(),
        organization_id: activity.organization_id.clone(),
        sort_key: text::sort_key(activity.name(Language::Finnish).text),
        changed_at: activity.changed_at,
        places: shown.clone().map(|place| place.id.clone()).collect(),
        municipalities: shown.map(|place| place.municipality.clone()).collect(),
        keywords: [of(&KINDS, &kind), of(&INTERESTS, &activity.interests), of(&SITUATIONS, &activity.situations)]
            .concat(),
        languages: activity.languages.clone(),
        is_series: is_series(activity),
        times,
    })
}

/// Whether an activity stands for several times, however many of them are still to come.
pub(super) fn is_series(activity: &Activity) -> bool {
    activity.schedules.len() > 1 || activity.schedules.iter().any(|schedule| !schedule.rule.is_empty())
}

fn time(one: &Occurrence<'_>) -> Time {
    Time {
        id: one.id(),
        starts: one.session.starts,
        ends: one.session.ends,
        is_cancelled: one.session.state == SessionState::Cancelled,
    }
}
