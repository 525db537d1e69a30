//! A group over the year: clocks change, days are cancelled, nights go past midnight.

use chrono::{Datelike, TimeDelta, Timelike, Weekday};
use proptest::prelude::*;

use super::*;
use crate::times::{SessionState, ends_local, local_minutes, next, sessions};

proptest! {
    #[test]
    fn a_weekly_group_stays_at_its_hour_when_the_clocks_change(year in 2015i32..2060, hour in 0u32..24, minute in 0u32..60) {
        let mut group = repeating("FREQ=WEEKLY;BYDAY=TU", day(2014, 1, 7));
        (group.opens, group.closes) = (at(hour, minute), at((hour + 2) % 24, minute));
        let held = sessions(&[group], helsinki(day(year, 1, 1), 0, 0), helsinki(day(year + 1, 1, 1), 0, 0), 100);
        prop_assert!((52..=54).contains(&held.len()));
        for session in held {
            let local = session.starts.with_timezone(&Helsinki);
            prop_assert_eq!((local.hour(), local.minute(), local.weekday()), (hour, minute, Weekday::Tue));
            prop_assert_eq!(session.ends - session.starts, TimeDelta::hours(2));
        }
    }

    #[test]
    fn a_sunday_group_survives_the_night_of_the_change(year in 2015i32..2060, hour in 0u32..24, minute in 0u32..60) {
        let mut group = repeating("FREQ=WEEKLY;BYDAY=SU", day(2014, 1, 5));
        (group.opens, group.closes) = (at(hour, minute), at((hour + 1) % 24, minute));
        let from = helsinki(day(year, 1, 10), 0, 0);
        let held = sessions(&[group], from, helsinki(day(year, 12, 20), 0, 0), 100);
        prop_assert!(held.iter().all(|session| session.ends > session.starts));
        prop_assert_eq!(held.iter().map(|s| s.starts.with_timezone(&Helsinki).date_naive()).filter(|d| d.weekday() == Weekday::Sun).count(), held.len());
    }
}

#[test]
fn the_hour_that_does_not_exist_begins_with_the_first_that_does() {
    let mut night = repeating("FREQ=WEEKLY;BYDAY=SU", day(2026, 3, 1));
    (night.opens, night.closes) = (at(3, 20), at(3, 50));
    let found = next(&[night], helsinki(day(2026, 3, 28), 12, 0)).unwrap();
    assert_eq!(found.starts, helsinki(day(2026, 3, 29), 4, 0));
    assert_eq!(found.ends - found.starts, TimeDelta::minutes(30));
}

#[test]
fn of_the_hour_that_comes_twice_it_is_the_first() {
    let mut night = repeating("FREQ=WEEKLY;BYDAY=SU", day(2026, 10, 4));
    (night.opens, night.closes) = (at(3, 30), at(5, 0));
    let found = next(&[night], helsinki(day(2026, 10, 24), 12, 0)).unwrap();
    assert_eq!(found.starts.to_rfc3339(), "2026-10-25T00:30:00+00:00");
    assert_eq!(found.ends.to_rfc3339(), "2026-10-25T03:00:00+00:00");
}

#[test]
fn a_day_that_a_zone_skipped_breaks_nothing() {
    let mut daily = repeating("FREQ=DAILY", day(2011, 12, 1));
    daily.zone = chrono_tz::Pacific::Apia;
    let from = helsinki(day(2011, 12, 28), 0, 0);
    let held = sessions(&[daily], from, from + TimeDelta::days(5), 10);
    assert!(held.len() >= 4 && held.iter().all(|session| session.ends > session.starts));
}

#[test]
fn what_is_running_now_is_the_next() {
    let group = written("ti 10–13");
    let found = next(&group, helsinki(day(2026, 11, 24), 12, 59)).unwrap();
    assert_eq!(found.starts, helsinki(day(2026, 11, 24), 10, 0));
    let found = next(&group, helsinki(day(2026, 11, 24), 13, 0)).unwrap();
    assert_eq!(found.starts, helsinki(day(2026, 12, 1), 10, 0));
}

#[test]
fn a_night_cafe_is_open_past_midnight() {
    let cafe = written("auki pe 22–2");
    let found = next(&cafe, helsinki(day(2026, 11, 28), 1, 0)).unwrap();
    assert_eq!((found.starts, found.ends), (helsinki(day(2026, 11, 27), 22, 0), helsinki(day(2026, 11, 28), 2, 0)));
}

#[test]
fn round_the_clock_is_a_whole_day() {
    let phone = written("auki joka päivä ympäri vuorokauden");
    let found = next(&phone, helsinki(day(2026, 11, 28), 13, 0)).unwrap();
    assert_eq!((found.starts, found.ends), (helsinki(day(2026, 11, 28), 0, 0), helsinki(day(2026, 11, 29), 0, 0)));
}

#[test]
fn a_cancelled_time_is_listed_but_is_not_next() {
    let group = written_with("ti 10–13", "peruttu 24.11.2026 / ei 1.12.2026 / 8.12.2026 siirtyy 9.12.2026 11–12");
    let from = helsinki(today(), 12, 0);
    let listed = sessions(&group, from, from + TimeDelta::days(24), 10);
    assert_eq!(listed[0].state, SessionState::Cancelled);
    assert_eq!(listed[1].starts, helsinki(day(2026, 12, 9), 11, 0));
    assert_eq!(listed[1].state, SessionState::Moved { from: day(2026, 12, 8) });
    assert_eq!(listed[2].starts, helsinki(day(2026, 12, 15), 10, 0));
    assert_eq!(listed.len(), 3, "the closed day is not there");
    assert_eq!(next(&group, from), Some(listed[1]));
}

#[test]
fn a_time_moved_from_far_away_is_found_on_its_new_day() {
    let group = written_with("ti 10–13 alkaen 1.9.2026 asti 8.9.2026", "8.9.2026 siirtyy 1.12.2026 10–13");
    let found = next(&group, helsinki(today(), 12, 0)).unwrap();
    assert_eq!(found.starts, helsinki(day(2026, 12, 1), 10, 0));
}

#[test]
fn a_move_of_a_day_that_is_no_more_moves_nothing() {
    let mut group = written_with("ti 10–13", "1.12.2026 siirtyy 2.12.2026 10–13");
    group[0].rule = "FREQ=WEEKLY;BYDAY=TH".into();
    let from = helsinki(today(), 12, 0);
    let days: Vec<_> = sessions(&group, from, from + TimeDelta::days(14), 10).iter().map(|s| s.starts).collect();
    assert_eq!(days, [helsinki(day(2026, 11, 26), 10, 0), helsinki(day(2026, 12, 3), 10, 0)]);
}

#[test]
fn schedules_are_told_apart_and_come_in_order() {
    let all = written("ke 17–19 / ti 10–13 / 24.11.2026 9–10");
    let from = helsinki(today(), 12, 0);
    let order: Vec<usize> = sessions(&all, from, from + TimeDelta::days(7), 10).iter().map(|s| s.schedule).collect();
    assert_eq!(order, [2, 1, 0]);
}

#[test]
fn the_index_counts_minutes_of_the_wall_clock() {
    assert_eq!(local_minutes(helsinki(day(2000, 1, 1), 0, 0), Helsinki), 0);
    assert_eq!(local_minutes(helsinki(day(2000, 7, 1), 12, 30), Helsinki), 182 * 1440 + 750);
    let group = written_with("ti 10–13", "peruttu 24.11.2026");
    let ends = ends_local(&group, helsinki(today(), 12, 0), 30, 2);
    let expected = [day(2026, 12, 1), day(2026, 12, 8)].map(|day| local_minutes(helsinki(day, 13, 0), Helsinki));
    assert_eq!(ends, expected);
    assert_eq!(ends_local(&group, helsinki(today(), 12, 0), u32::MAX, 3).len(), 3);
}

#[test]
fn nothing_comes_of_nothing() {
    let now = helsinki(today(), 12, 0);
    assert_eq!(next(&[], now), None);
    assert!(sessions(&written("ti 10–13"), now, now, 10).is_empty());
    assert!(sessions(&written("ti 10–13"), now, now + TimeDelta::days(30), 0).is_empty());
    assert_eq!(next(&written("1.12.2026 10–13"), helsinki(day(2026, 12, 1), 13, 0)), None);
}
