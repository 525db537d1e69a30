//! The days of rules: the quick way, the crate and plain day-stepping agree.

use chrono::{Datelike, Days as Span, Weekday};
use proptest::prelude::*;
use rrule::RRuleSet;

use super::*;
use crate::times::days::Days;
use crate::times::{Change, Exception, SessionState, TimesProblem, next, sessions};

/// What the `rrule` crate says when it is given everything as it is.
fn by_the_crate(schedule: &Schedule, from: NaiveDate, to: NaiveDate) -> Vec<NaiveDate> {
    let text = format!("DTSTART:{}T000000Z\nRRULE:{}", schedule.first_day.format("%Y%m%d"), schedule.rule);
    let set: RRuleSet = text.parse().unwrap();
    let last = schedule.last_day.map_or(to, |last| last.min(to));
    set.into_iter().map(|found| found.date_naive()).take_while(|day| *day <= last).filter(|day| *day >= from).collect()
}

fn days(schedule: &Schedule, from: NaiveDate, to: NaiveDate) -> Vec<NaiveDate> {
    Days::of(schedule, from).take_while(|day| *day <= to).collect()
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0u64..9000).prop_map(|n| day(2012, 1, 1) + Span::new(n))
}

fn some_of(names: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::sample::subsequence(names, 1..=names.len().min(4)).prop_map(|some| some.join(","))
}

const WEEKDAYS: &[&str] = &["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const NUMBERED: &[&str] = &["1MO", "2TU", "3WE", "4TH", "5FR", "-1SA", "-2SU", "1SU", "-1MO", "2FR"];
const MONTHS: &[&str] = &["1", "2", "3", "5", "6", "8", "9", "12"];
const MONTH_DAYS: &[&str] = &["1", "6", "13", "15", "28", "29", "31", "-1", "-3"];

fn simple_rule() -> impl Strategy<Value = String> {
    let every = prop_oneof![Just("DAILY"), Just("WEEKLY")];
    let end = prop_oneof![2 => Just(String::new()), 1 => (1u32..60).prop_map(|n| format!(";COUNT={n}"))];
    let days = prop::option::weighted(0.8, some_of(WEEKDAYS));
    let months = prop::option::weighted(0.2, some_of(MONTHS));
    let week = prop::sample::select(vec!["", ";WKST=SU", ";WKST=WE"]);
    (every, 1u16..6, days, months, end, week).prop_map(|(every, interval, days, months, end, week)| {
        let days = days.map(|days| format!(";BYDAY={days}")).unwrap_or_default();
        let months = months.map(|months| format!(";BYMONTH={months}")).unwrap_or_default();
        format!("FREQ={every};INTERVAL={interval}{days}{months}{end}{week}")
    })
}

fn rarer_rule() -> impl Strategy<Value = String> {
    let every = prop_oneof![2 => Just("MONTHLY"), 1 => Just("YEARLY")];
    let days = prop_oneof![
        some_of(NUMBERED).prop_map(|days| format!(";BYDAY={days}")),
        some_of(MONTH_DAYS).prop_map(|days| format!(";BYMONTHDAY={days}")),
        some_of(WEEKDAYS).prop_map(|days| format!(";BYDAY={days};BYSETPOS=1")),
        some_of(WEEKDAYS).prop_map(|days| format!(";BYDAY={days};BYSETPOS=-1,2")),
        Just(String::new()),
    ];
    let months = prop::option::weighted(0.3, some_of(MONTHS));
    let end = prop_oneof![2 => Just(String::new()), 1 => (1u32..20).prop_map(|n| format!(";COUNT={n}"))];
    (every, 1u16..4, days, months, end).prop_map(|(every, interval, days, months, end)| {
        let months = months.map(|months| format!(";BYMONTH={months}")).unwrap_or_default();
        format!("FREQ={every};INTERVAL={interval}{days}{months}{end}")
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn weekly_and_daily_rules_agree_with_the_crate(rule in simple_rule(), first in any_day(), later in 0u64..3000) {
        let schedule = repeating(&rule, first);
        let (from, to) = (first + Span::new(later), first + Span::new(later + 400));
        prop_assert_eq!(days(&schedule, from, to), by_the_crate(&schedule, from, to));
    }

    #[test]
    fn rarer_rules_start_late_without_changing(rule in rarer_rule(), first in any_day(), later in 0u64..3000) {
        let schedule = repeating(&rule, first);
        let (from, to) = (first + Span::new(later), first + Span::new(later + 1500));
        prop_assert_eq!(days(&schedule, from, to), by_the_crate(&schedule, from, to));
    }

    #[test]
    fn numbered_weeks_are_those_of_the_calendar(first in any_day(), even in any::<bool>(), weekday in 0u8..7) {
        let numbers: Vec<String> = (1..=53).filter(|n| (n % 2 == 0) == even).map(|n: u32| n.to_string()).collect();
        let code = WEEKDAYS[usize::from(weekday)];
        let schedule = repeating(&format!("FREQ=YEARLY;BYWEEKNO={};BYDAY={code}", numbers.join(",")), first);
        let expected: Vec<NaiveDate> = first.iter_days().take(1000)
            .filter(|day| day.weekday().num_days_from_monday() == u32::from(weekday) && (day.iso_week().week() % 2 == 0) == even)
            .collect();
        prop_assert_eq!(days(&schedule, first, first + Span::new(999)), expected);
    }

    #[test]
    fn sessions_agree_with_stepping_through_the_days(
        mask in 1u8..128, interval in 1u16..4, first in any_day(), now in 0i64..200_000, open in 0u32..1440, close in 0u32..1440,
        changes in prop::collection::vec((0u64..60, 0u8..3, 0u64..20), 0..6), length in prop::option::of(0u64..120),
    ) {
        let codes: Vec<&str> = (0..7).filter(|n| mask & (1 << n) != 0).map(|n| WEEKDAYS[n]).collect();
        let mut schedule = repeating(&format!("FREQ=WEEKLY;INTERVAL={interval};BYDAY={}", codes.join(",")), first);
        (schedule.opens, schedule.closes) = (at(open / 60, open % 60), at(close / 60, close % 60));
        schedule.last_day = length.map(|days| first + Span::new(days));
        schedule.exceptions = changes.iter().map(|(on, what, to)| Exception {
            day: first + Span::new(*on),
            what: match what {
                0 => Change::Cancelled,
                1 => Change::Closed,
                _ => Change::Moved { day: first + Span::new(on + to), opens: at(8, 0), closes: at(9, 30) },
            },
            note: String::new(),
        }).collect();
        let from = helsinki(first, 0, 0) + chrono::TimeDelta::minutes(now);
        let to = from + chrono::TimeDelta::days(40);

        let monday = first - Span::new(u64::from(first.weekday().num_days_from_monday()));
        let mut expected = Vec::new();
        for day in first.iter_days().take(300) {
            let weeks = (day - monday).num_days() / 7;
            let held = weeks % i64::from(interval) == 0
                && mask & (1 << day.weekday().num_days_from_monday()) != 0
                && schedule.last_day.is_none_or(|last| day <= last);
            if !held {
                continue;
            }
            let change = schedule.exceptions.iter().rev().find(|change| change.day == day).map(|change| change.what.clone());
            let (on, opens, closes, state) = match change {
                Some(Change::Closed) => continue,
                Some(Change::Cancelled) => (day, schedule.opens, schedule.closes, SessionState::Cancelled),
                Some(Change::Moved { day: to, opens, closes }) => (to, opens, closes, SessionState::Moved { from: day }),
                None => (day, schedule.opens, schedule.closes, SessionState::Planned),
            };
            let (starts, ends) = crate::times::sessions::held(on, opens, closes, Helsinki);
            if ends > from && starts < to {
                expected.push((starts, ends, state));
            }
        }
        expected.sort_by_key(|found| (found.0, found.1));
        let schedules = [schedule];
        let found: Vec<_> = sessions(&schedules, from, to, 1000).iter().map(|s| (s.starts, s.ends, s.state)).collect();
        prop_assert_eq!(&found.iter().map(|f| (f.0, f.1)).collect::<Vec<_>>(), &expected.iter().map(|f| (f.0, f.1)).collect::<Vec<_>>());
        prop_assert!(expected.iter().all(|one| found.contains(one)));
        let first_held = expected.iter().find(|(.., state)| *state != SessionState::Cancelled).map(|found| found.0);
        if first_held.is_some() {
            prop_assert_eq!(next(&schedules, from).map(|found| found.starts), first_held);
        }
        let few: Vec<_> = sessions(&schedules, from, to, 3).iter().map(|s| s.starts).collect();
        prop_assert_eq!(few, expected.iter().take(3).map(|found| found.0).collect::<Vec<_>>());
    }

    #[test]
    fn no_rule_breaks_evaluation(rule in "(FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY|HOURLY))(;(INTERVAL|COUNT|BYDAY|BYMONTH|BYMONTHDAY|BYSETPOS|BYWEEKNO|UNTIL|WKST)=[0-9MOTUWEHFRSA,-]{1,6}){0,3}", year in -10_000i32..10_000) {
        let schedule = repeating(&rule, NaiveDate::from_ymd_opt(year, 1, 31).unwrap());
        let _ = schedule.check();
        let schedules = [schedule];
        let _ = next(&schedules, helsinki(today(), 0, 0));
        let _ = sessions(&schedules, helsinki(today(), 0, 0), helsinki(day(2027, 1, 1), 0, 0), 10);
    }
}

#[test]
fn what_a_rule_may_not_say_is_refused() {
    let refused = [
        "",
        "FREQ",
        "FREQ=",
        "freq=DAILY",
        "FREQ=HOURLY",
        "FREQ=SECONDLY;INTERVAL=1",
        "FREQ=DAILY;FREQ=WEEKLY",
        "INTERVAL=2",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=-1",
        "FREQ=DAILY;INTERVAL=99999",
        "FREQ=DAILY;INTERVAL=400",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;COUNT=1001",
        "FREQ=DAILY;COUNT=4294967296",
        "FREQ=DAILY;COUNT=3;UNTIL=20270101",
        "FREQ=WEEKLY;BYDAY=1MO",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;BYDAY=",
        "FREQ=MONTHLY;BYDAY=6MO",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=YEARLY;BYMONTH=13",
        "FREQ=YEARLY;BYWEEKNO=54;BYDAY=MO",
        "FREQ=YEARLY;BYWEEKNO=2",
        "FREQ=MONTHLY;BYSETPOS=1",
        "FREQ=DAILY;BYHOUR=10",
        "FREQ=YEARLY;BYEASTER=0",
        "FREQ=DAILY;UNTIL=00010101",
        "FREQ=DAILY;UNTIL=2026",
        "FREQ=DAILY;UNTIL=20261301",
        "FREQ=DAILY\nRRULE:FREQ=DAILY",
        "FREQ=DAILY;;",
        "FREQ=WEEKLY;BYDAY=ä",
    ];
    for rule in refused.into_iter().skip(1) {
        let problem = repeating(rule, day(2026, 1, 1)).check().expect_err(rule);
        assert!(matches!(problem, TimesProblem::Rule { .. }), "{rule}: {problem}");
        assert_eq!(next(&[repeating(rule, day(2026, 1, 1))], helsinki(today(), 0, 0)), None, "{rule}");
    }
    let long = format!("FREQ=DAILY;BYMONTH={}", "1,".repeat(500));
    assert!(matches!(repeating(&long, day(2026, 1, 1)).check(), Err(TimesProblem::Rule { .. })));
}

#[test]
fn years_out_of_bounds_are_told() {
    for first in [day(1, 1, 1), day(1899, 12, 31), day(2201, 1, 1), NaiveDate::MAX, NaiveDate::MIN] {
        assert!(matches!(repeating("FREQ=DAILY", first).check(), Err(TimesProblem::Year { .. })), "{first}");
    }
    assert_eq!(repeating("", day(1, 1, 1)).check().unwrap_err().piece(), "1.1.1");
    assert_eq!(repeating("FREQ=DAILY", day(1900, 1, 1)).check(), Ok(()));
}

#[test]
fn an_end_is_a_day_an_hour_or_an_instant() {
    let last = |rule: &str| days(&repeating(rule, day(2026, 12, 1)), day(2026, 12, 1), day(2030, 1, 1)).last().copied();
    assert_eq!(last("FREQ=DAILY;UNTIL=20261210"), Some(day(2026, 12, 10)));
    // It starts at ten in Helsinki, which is eight in UTC.
    assert_eq!(last("FREQ=DAILY;UNTIL=20261210T100000"), Some(day(2026, 12, 10)));
    assert_eq!(last("FREQ=DAILY;UNTIL=20261210T095959"), Some(day(2026, 12, 9)));
    assert_eq!(last("FREQ=DAILY;UNTIL=20261210T080000Z"), Some(day(2026, 12, 10)));
    assert_eq!(last("FREQ=DAILY;UNTIL=20261210T075959Z"), Some(day(2026, 12, 9)));
}

#[test]
fn the_year_of_53_weeks_does_not_move_the_even_weeks() {
    let even = &written("parillisina viikkoina ti 10–12 alkaen 15.12.2026")[0];
    let weeks: Vec<u32> = Days::of(even, today()).take(5).map(|day| day.iso_week().week()).collect();
    assert_eq!(weeks, [52, 2, 4, 6, 8]);
    assert_eq!(even.first_day.weekday(), Weekday::Tue);
}
