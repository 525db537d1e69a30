//! The calendar file, read back by a small reader of its own.

use super::*;
use crate::i18n::Language;
use crate::times::ical::{CalendarEvent, calendar};

/// The lines of a calendar, unfolded: name with parameters, and value.
fn lines(text: &str) -> Vec<(String, String)> {
    assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']), "every line ends with CRLF");
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "no line is over 75 octets");
    let unfolded = text.replace("\r\n ", "");
    unfolded.lines().map(|line| line.split_once(':').map(|(a, b)| (a.to_owned(), b.to_owned())).expect(line)).collect()
}

/// The events: each a list of names and values.
fn events(text: &str) -> Vec<Vec<(String, String)>> {
    let lines = lines(text);
    let mut open = Vec::new();
    let mut events = Vec::new();
    for (name, value) in &lines {
        match name.as_str() {
            "BEGIN" => {
                open.push(value.clone());
                if value == "VEVENT" {
                    events.push(Vec::new());
                }
            }
            "END" => assert_eq!(open.pop().as_ref(), Some(value), "what begins last ends first"),
            _ if open.last().is_some_and(|part| part == "VEVENT") => {
                events.last_mut().unwrap().push((name.clone(), value.clone()));
            }
            _ => {}
        }
    }
    assert!(open.is_empty());
    events
}

fn value<'a>(event: &'a [(String, String)], name: &str) -> Option<&'a str> {
    event.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
}

fn local<'a>(event: &'a [(String, String)], name: &str) -> Option<&'a str> {
    value(event, &format!("{name};TZID=Europe/Helsinki"))
}

fn now() -> DateTime<Utc> {
    helsinki(today(), 12, 0)
}

fn event(schedule: &Schedule) -> CalendarEvent<'_> {
    CalendarEvent {
        schedule,
        language: Language::Finnish,
        title: "Olohuonekuoro",
        description: "",
        location: "",
        url: "",
        point: None,
        uid_host: None,
    }
}

fn written_calendar(schedules: &[Schedule]) -> String {
    let events: Vec<CalendarEvent<'_>> = schedules.iter().map(event).collect();
    calendar(&events, "tarjotin.example", now())
}

fn with_id(mut schedules: Vec<Schedule>) -> Vec<Schedule> {
    for (index, schedule) in schedules.iter_mut().enumerate() {
        schedule.id = format!("s{index}");
    }
    schedules
}

#[test]
fn a_group_is_an_event_with_its_rule() {
    let text = written_calendar(&with_id(written("ti 10–13 alkaen 8.9.2026 asti 30.4.2027")));
    let events = events(&text);
    assert_eq!(events.len(), 1);
    assert_eq!(value(&events[0], "UID"), Some("s0@tarjotin.example"));
    assert_eq!(value(&events[0], "DTSTAMP"), Some("20261122T100000Z"));
    assert_eq!(local(&events[0], "DTSTART"), Some("20260908T100000"));
    assert_eq!(local(&events[0], "DTEND"), Some("20260908T130000"));
    // The last Tuesday is in summer time.
    assert_eq!(value(&events[0], "RRULE"), Some("FREQ=WEEKLY;BYDAY=TU;UNTIL=20270430T070000Z"));
    assert_eq!(value(&events[0], "TRANSP"), Some("OPAQUE"));
    assert!(text.contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Helsinki\r\n"));
}

#[test]
fn days_that_differ_are_told_as_calendars_understand() {
    let exceptions = "peruttu 1.12.2026 (ohjaaja on sairaana) / ei 29.12.2026 / 8.12.2026 siirtyy 9.12.2026 22–1";
    let events = events(&written_calendar(&with_id(written_with("ti 10–13", exceptions))));
    assert_eq!(events.len(), 3);
    assert_eq!(local(&events[0], "EXDATE"), Some("20261229T100000"));
    assert_eq!(events[0].iter().filter(|(name, _)| name.starts_with("EXDATE")).count(), 1);

    assert_eq!(local(&events[1], "RECURRENCE-ID"), Some("20261201T100000"));
    assert_eq!(value(&events[1], "STATUS"), Some("CANCELLED"));
    assert_eq!(value(&events[1], "SUMMARY"), Some("peruttu: Olohuonekuoro"));
    assert_eq!(value(&events[1], "DESCRIPTION"), Some("ohjaaja on sairaana"));

    assert_eq!(local(&events[2], "RECURRENCE-ID"), Some("20261208T100000"));
    assert_eq!(local(&events[2], "DTSTART"), Some("20261209T220000"));
    assert_eq!(local(&events[2], "DTEND"), Some("20261210T010000"));
    assert_eq!(value(&events[2], "STATUS"), None);
    assert!(events.iter().all(|event| value(event, "UID") == Some("s0@tarjotin.example")));
}

#[test]
fn a_start_is_always_a_day_of_the_rule() {
    let mut schedule = repeating("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", day(2026, 11, 25));
    schedule.last_day = Some(day(2027, 6, 1));
    let events = events(&written_calendar(&[schedule]));
    assert_eq!(local(&events[0], "DTSTART"), Some("20261207T100000"));
}

#[test]
fn single_times_cancelled_moved_and_closed() {
    let all = with_id(written_with(
        "24.11.2026 10–13 / 25.11.2026 10–13 / 26.11.2026 10–13 / 27.11.2026 22–2",
        "peruttu 24.11.2026 / 25.11.2026 siirtyy 2.12.2026 / ei 26.11.2026",
    ));
    let events = events(&written_calendar(&all));
    assert_eq!(events.len(), 3, "the closed one is not there");
    assert_eq!(value(&events[0], "STATUS"), Some("CANCELLED"));
    assert_eq!(local(&events[1], "DTSTART"), Some("20261202T100000"));
    assert_eq!(local(&events[2], "DTEND"), Some("20261128T020000"));
    assert!(events.iter().all(|event| local(event, "RECURRENCE-ID").is_none() && value(event, "RRULE").is_none()));
}

#[test]
fn opening_hours_do_not_make_anyone_busy() {
    let events = events(&written_calendar(&with_id(written("auki ma–pe 9–15"))));
    assert_eq!(value(&events[0], "TRANSP"), Some("TRANSPARENT"));
}

#[test]
fn a_count_stays_unless_the_last_day_cuts_it() {
    let schedules =
        with_id(written("ti 17–19 alkaen 1.12.2026, 10 kertaa / ti 17–19 alkaen 1.12.2026 asti 31.12.2026, 10 kertaa"));
    let events = events(&written_calendar(&schedules));
    assert_eq!(value(&events[0], "RRULE"), Some("FREQ=WEEKLY;BYDAY=TU;COUNT=10"));
    assert_eq!(value(&events[1], "RRULE"), Some("FREQ=WEEKLY;BYDAY=TU;UNTIL=20261229T150000Z"));
}

#[test]
fn text_is_escaped_and_folded_between_letters() {
    let schedule = &with_id(written("ti 10–13"))[0];
    let description =
        "Tule; ota \\ mukaan, kiitos.\nToinen rivi 🌲 äöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöå\u{7}";
    let event = CalendarEvent {
        description,
        location: "Kirjasto, Raitti 5",
        url: "https://tarjotin.example/kuoro?a=1;b=2,3",
        point: Some((61.55, 21.75)),
        uid_host: Some("muualla.example"),
        ..event(schedule)
    };
    let text = calendar(&[event], "tarjotin.example", now());
    let events = events(&text);
    let read = value(&events[0], "DESCRIPTION")
        .unwrap()
        .replace("\\n", "\n")
        .replace("\\;", ";")
        .replace("\\,", ",")
        .replace("\\\\", "\\");
    assert_eq!(read, description.trim_end_matches('\u{7}'));
    assert_eq!(value(&events[0], "LOCATION"), Some("Kirjasto\\, Raitti 5"));
    assert_eq!(value(&events[0], "URL"), Some("https://tarjotin.example/kuoro?a=1;b=2,3"));
    assert_eq!(value(&events[0], "GEO"), Some("61.550000;21.750000"));
    assert_eq!(value(&events[0], "UID"), Some("s0@muualla.example"));
}

#[test]
fn nothing_in_a_text_begins_a_line_of_its_own() {
    let schedule = &with_id(written("ti 10–13"))[0];
    let event =
        CalendarEvent { title: "a\r\nEND:VEVENT\rb\nc", url: "https://x.example/\r\nEND:VEVENT", ..event(schedule) };
    let events = events(&calendar(&[event], "tarjotin.example", now()));
    assert_eq!(events.len(), 1);
    assert_eq!(value(&events[0], "SUMMARY"), Some("a\\nEND:VEVENT\\nb\\nc"));
    assert_eq!(value(&events[0], "URL"), None);
}

#[test]
fn another_zone_is_written_out_in_utc() {
    let mut schedules = with_id(written_with("ti 10–13", "peruttu 1.12.2026"));
    schedules[0].zone = chrono_tz::Europe::Stockholm;
    let text = written_calendar(&schedules);
    let events = events(&text);
    assert!(!text.contains("VTIMEZONE") && events.len() > 50);
    assert_eq!(value(&events[0], "DTSTART"), Some("20261124T090000Z"));
    assert_eq!(value(&events[0], "UID"), Some("20261124-s0@tarjotin.example"));
    assert_eq!(value(&events[1], "STATUS"), Some("CANCELLED"));
}

#[test]
fn what_cannot_be_kept_is_left_out() {
    let schedules = [repeating("FREQ=HOURLY", day(2026, 1, 1)), repeating("FREQ=DAILY", day(1, 1, 1))];
    assert!(events(&written_calendar(&schedules)).is_empty());
}
