//! The sessions that schedules make, as instants.

use chrono::{DateTime, Days as Span, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

use super::days::Days;
use super::model::{Change, Schedule, Session, SessionState, check_year, length};

/// The sessions that end after `from` and start before `to`, by start, at most `limit`. Cancelled ones are there with
/// their state so that a page can say so; closed days are not.
pub fn sessions(schedules: &[Schedule], from: DateTime<Utc>, to: DateTime<Utc>, limit: usize) -> Vec<Session> {
    gather(schedules, from, to, limit, true)
}

/// The next session that is held. One that is running now is the next.
pub fn next(schedules: &[Schedule], now: DateTime<Utc>) -> Option<Session> {
    schedules
        .iter()
        .enumerate()
        .filter_map(|(index, schedule)| {
            let planned = planned(schedule, index, now).find(|session| session.state != SessionState::Cancelled);
            moved(schedule, index).filter(|session| session.ends > now).chain(planned).min_by_key(|found| found.starts)
        })
        .min_by_key(|session| session.starts)
}

/// Whether nothing is to come any more, not even something that was called off. What has no times is not over.
pub fn is_over(schedules: &[Schedule], now: DateTime<Utc>) -> bool {
    let is_past = |(index, schedule): (usize, &Schedule)| {
        let mut moved = moved(schedule, index).filter(|session| session.ends > now);
        moved.next().is_none() && planned(schedule, index, now).next().is_none()
    };
    !schedules.is_empty() && schedules.iter().enumerate().all(is_past)
}

/// Minutes from 2000-01-01 00:00 to the local wall time of an instant: what the search index compares.
pub fn local_minutes(instant: DateTime<Utc>, zone: Tz) -> i64 {
    const EPOCH: NaiveDateTime = NaiveDate::from_ymd_opt(2000, 1, 1).expect("a day").and_time(NaiveTime::MIN);
    (instant.with_timezone(&zone).naive_local() - EPOCH).num_minutes()
}

/// When the coming sessions that are held end, in [`local_minutes`], ascending: those of the next `days` days.
pub fn ends_local(schedules: &[Schedule], from: DateTime<Utc>, days: u32, limit: usize) -> Vec<i64> {
    let to = from.checked_add_signed(TimeDelta::days(i64::from(days))).unwrap_or(DateTime::<Utc>::MAX_UTC);
    let mut ends: Vec<i64> = gather(schedules, from, to, limit, false)
        .iter()
        .filter_map(|session| Some(local_minutes(session.ends, schedules.get(session.schedule)?.zone)))
        .collect();
    ends.sort_unstable();
    ends.dedup();
    ends
}

/// The instant a wall clock shows `local`. An hour skipped in spring begins with the first minute that exists after it;
/// of an hour lived twice in autumn it is the first.
pub(super) fn instant(local: NaiveDateTime, zone: Tz) -> DateTime<Utc> {
    // Samoa once skipped a whole day; no gap has been longer.
    const LONGEST_GAP: i64 = 25 * 60;
    (0..=LONGEST_GAP)
        .find_map(|minutes| zone.from_local_datetime(&(local + TimeDelta::minutes(minutes))).earliest())
        .map_or_else(|| Utc.from_utc_datetime(&local), |found| found.with_timezone(&Utc))
}

/// The instants of a session on a local day. The end is always after the start, even when both fall in a skipped hour.
pub(super) fn held(day: NaiveDate, opens: NaiveTime, closes: NaiveTime, zone: Tz) -> (DateTime<Utc>, DateTime<Utc>) {
    let length = length(opens, closes);
    let starts = day.and_time(opens);
    let (from, to) = (instant(starts, zone), instant(starts + length, zone));
    (from, if to > from { to } else { from + length })
}

fn gather(
    schedules: &[Schedule],
    from: DateTime<Utc>,
    to: DateTime<Utc>,
    limit: usize,
    cancelled_too: bool,
) -> Vec<Session> {
    let wanted = |session: &Session| cancelled_too || session.state != SessionState::Cancelled;
    let mut found = Vec::new();
    for (index, schedule) in schedules.iter().enumerate() {
        found.extend(
            planned(schedule, index, from).take_while(|session| session.starts < to).filter(wanted).take(limit),
        );
        found.extend(moved(schedule, index).filter(|session| session.ends > from && session.starts < to));
    }
    found.sort_by_key(|session| (session.starts, session.ends, session.schedule));
    found.truncate(limit);
    found
}

/// The sessions that are on the day their rule says and end after `from`, held or cancelled, in order.
fn planned(schedule: &Schedule, index: usize, from: DateTime<Utc>) -> impl Iterator<Item = Session> + '_ {
    // Nothing lasts over a day, so what is running now started yesterday at the earliest.
    let today = from.with_timezone(&schedule.zone).date_naive();
    let yesterday = today.checked_sub_days(Span::new(1)).unwrap_or(today);
    Days::of(schedule, yesterday)
        .filter_map(move |day| {
            let state = match exception(schedule, day) {
                None => SessionState::Planned,
                Some(Change::Cancelled) => SessionState::Cancelled,
                Some(Change::Closed | Change::Moved { .. }) => return None,
            };
            let (starts, ends) = held(day, schedule.opens, schedule.closes, schedule.zone);
            Some(Session { starts, ends, schedule: index, state })
        })
        .skip_while(move |session| session.ends <= from)
}

/// The sessions moved off their day. A move of a day that the rule does not name any more moves nothing.
fn moved(schedule: &Schedule, index: usize) -> impl Iterator<Item = Session> + '_ {
    schedule.exceptions.iter().filter_map(move |moving| {
        let Change::Moved { day, opens, closes } = moving.what else { return None };
        let holds = check_year(day).is_ok()
            && exception(schedule, moving.day) == Some(&moving.what)
            && Days::of(schedule, moving.day).next() == Some(moving.day);
        let (starts, ends) = held(day, opens, closes, schedule.zone);
        holds.then_some(Session { starts, ends, schedule: index, state: SessionState::Moved { from: moving.day } })
    })
}

fn exception(schedule: &Schedule, day: NaiveDate) -> Option<&Change> {
    schedule.exceptions.iter().rev().find(|exception| exception.day == day).map(|exception| &exception.what)
}
