//! One time of an activity with a name that stays: the schedule's id and the day its rule names, however often that
//! time is moved.

use chrono::{DateTime, NaiveDate, Utc};

use crate::activities::model::Activity;
use crate::places::model::Place;
use crate::times::{self, Schedule, Session, SessionState};

/// One time of an activity.
#[derive(Debug, Clone, Copy)]
pub(in crate::exchange) struct Occurrence<'a> {
    /// What it is a time of.
    pub(in crate::exchange) activity: &'a Activity,
    /// What made it.
    pub(in crate::exchange) schedule: &'a Schedule,
    /// When, and whether it is held.
    pub(in crate::exchange) session: Session,
}

/// The times that end after `from` and begin before `to`, at most so many, in their order.
pub(in crate::exchange) fn occurrences(
    activity: &Activity,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
    most: usize,
) -> Vec<Occurrence<'_>> {
    let sessions = times::sessions(&activity.schedules, from, to, most).into_iter();
    sessions
        .filter_map(|session| {
            Some(Occurrence { activity, schedule: activity.schedules.get(session.schedule)?, session })
        })
        .collect()
}

impl<'a> Occurrence<'a> {
    /// The day its rule names.
    pub(in crate::exchange) fn day(&self) -> NaiveDate {
        match self.session.state {
            SessionState::Moved { from } => from,
            SessionState::Planned | SessionState::Cancelled => {
                self.session.starts.with_timezone(&self.schedule.zone).date_naive()
            }
        }
    }

    /// Its name: the same as long as the schedule is.
    pub(in crate::exchange) fn id(&self) -> String {
        format!("{}-{}", self.schedule.id, self.day().format("%Y%m%d"))
    }

    /// Where: the schedule's own place, else the activity's first.
    pub(in crate::exchange) fn place(&self) -> Option<&'a Place> {
        let own = self.schedule.place_id.as_deref();
        let mut places = self.activity.places.iter().map(|at| &at.place);
        match own.and_then(|own| self.activity.places.iter().map(|at| &at.place).find(|place| place.id == own)) {
            Some(place) => Some(place),
            None => places.next(),
        }
    }
}
