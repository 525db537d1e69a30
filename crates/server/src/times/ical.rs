//! Schedules as a calendar that phones and offices subscribe to (RFC 5545).
//!
//! A schedule on Helsinki's clock is written with its local hours and a VTIMEZONE, so it stays at its hour in every
//! calendar and the rule goes out as it is. A schedule on another clock is written out session by session in UTC for
//! [`HORIZON`] days: the time zone rules of the whole world are not something to write by hand, and the people served
//! are in one zone.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};

use crate::i18n::Language;

use super::days::Days;
use super::model::{Change, Exception, Schedule, ScheduleKind, SessionState, length};
use super::rule::Rule;
use super::sessions::{held, sessions};
use super::words::ZONE;

/// How many days ahead a schedule outside Helsinki's zone is written out.
pub const HORIZON: i64 = 400;
/// How many sessions of it at most.
const MOST_INSTANCES: usize = 500;

/// What a calendar shows of a schedule.
#[derive(Debug, Clone)]
pub struct CalendarEvent<'a> {
    /// When; its id makes the UID, so it must be stable and not empty.
    pub schedule: &'a Schedule,
    /// The language of the texts.
    pub language: Language,
    /// The name of the activity.
    pub title: &'a str,
    /// Plain text, lines separated by `\n`; may be empty.
    pub description: &'a str,
    /// The place in one line; may be empty.
    pub location: &'a str,
    /// The address of the page; may be empty.
    pub url: &'a str,
    /// Latitude and longitude in WGS84 degrees, when the place is public.
    pub point: Option<(f64, f64)>,
    /// The host after the @ of the UID, when it is not the host of the calendar: an event that came from elsewhere
    /// keeps its name.
    pub uid_host: Option<&'a str>,
}

/// A whole calendar file. `host` is the name of this service (`tarjotin.example`), `now` is told as the time of writing.
///
/// A schedule that [`Schedule::check`] refuses is left out. Closed days are taken out of the rule. A cancelled or moved
/// day is an instance of its own; a cancelled one says so in its title as well, because some calendars show it as any
/// other.
pub fn calendar(events: &[CalendarEvent<'_>], host: &str, now: DateTime<Utc>) -> String {
    covered(&Cover::default(), events, host, now)
}

/// What a calendar says of itself.
#[derive(Debug, Clone, Copy, Default)]
pub struct Cover<'a> {
    /// Its name in the list of calendars; may be empty.
    pub name: &'a str,
    /// What is in it, and what is not; may be empty.
    pub description: &'a str,
}

/// A [`calendar`] with a name, as those who subscribe to it see it in their list. The name is written twice: RFC 7986
/// gave it a property, most programs read the older one.
pub fn covered(cover: &Cover<'_>, events: &[CalendarEvent<'_>], host: &str, now: DateTime<Utc>) -> String {
    let mut lines = Lines::default();
    lines.add("BEGIN", "VCALENDAR");
    lines.add("VERSION", "2.0");
    lines.add("PRODID", "-//Tarjotin//Tarjotin//FI");
    lines.add("CALSCALE", "GREGORIAN");
    lines.add("METHOD", "PUBLISH");
    for (own, older, text) in [("NAME", "X-WR-CALNAME", cover.name), ("DESCRIPTION", "X-WR-CALDESC", cover.description)]
    {
        if !text.trim().is_empty() {
            lines.text(own, text);
            lines.text(older, text);
        }
    }
    // Twice a day is often enough for those who ask again.
    lines.add("REFRESH-INTERVAL;VALUE=DURATION", "PT12H");
    lines.add("X-PUBLISHED-TTL", "PT12H");
    if events.iter().any(|event| event.schedule.zone == ZONE) {
        lines.0.push_str(HELSINKI);
    }
    for event in events.iter().filter(|event| event.schedule.check().is_ok()) {
        let uid = format!("{}@{}", event.schedule.id, event.uid_host.unwrap_or(host));
        let writer = Writer { event, uid, now };
        if event.schedule.zone == ZONE { writer.local(&mut lines) } else { writer.instances(&mut lines) }
    }
    lines.add("END", "VCALENDAR");
    lines.0
}

/// The rules of the European Union since 1996, which Finland has kept.
const HELSINKI: &str = "BEGIN:VTIMEZONE\r\nTZID:Europe/Helsinki\r\nX-LIC-LOCATION:Europe/Helsinki\r\n\
BEGIN:DAYLIGHT\r\nTZNAME:EEST\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0300\r\nDTSTART:19960331T030000\r\n\
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n\
BEGIN:STANDARD\r\nTZNAME:EET\r\nTZOFFSETFROM:+0300\r\nTZOFFSETTO:+0200\r\nDTSTART:19961027T040000\r\n\
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

struct Writer<'a> {
    event: &'a CalendarEvent<'a>,
    uid: String,
    now: DateTime<Utc>,
}

impl Writer<'_> {
    /// The schedule with its rule, and one more event for each day that differs.
    fn local(&self, lines: &mut Lines) {
        let schedule = self.event.schedule;
        // A calendar counts DTSTART as a session whether or not the rule names it.
        let Some(first) = Days::of(schedule, schedule.first_day).next() else { return };
        let differing = self.differing();
        if schedule.rule.is_empty() {
            self.instance(lines, first, differing.first().copied(), false);
            return;
        }
        lines.add("BEGIN", "VEVENT");
        self.head(lines, &self.uid);
        lines.local("DTSTART", first.and_time(schedule.opens));
        lines.local("DTEND", first.and_time(schedule.opens) + schedule.length());
        lines.add("RRULE", &rule_until(schedule, first));
        for closed in differing.iter().filter(|exception| exception.what == Change::Closed) {
            lines.local("EXDATE", closed.day.and_time(schedule.opens));
        }
        self.body(lines, false, "");
        lines.add("END", "VEVENT");
        for exception in differing {
            self.instance(lines, exception.day, Some(exception), true);
        }
    }

    /// The days that differ and are named by the rule, in order, of each the one that holds.
    fn differing(&self) -> Vec<&Exception> {
        let schedule = self.event.schedule;
        let by_day: BTreeMap<NaiveDate, &Exception> =
            schedule.exceptions.iter().map(|exception| (exception.day, exception)).collect();
        by_day
            .into_values()
            .filter(|exception| Days::of(schedule, exception.day).next() == Some(exception.day))
            .collect()
    }

    /// One session on the clock of its zone, as an instance of a rule or alone. A closed day has none.
    fn instance(&self, lines: &mut Lines, day: NaiveDate, exception: Option<&Exception>, of_rule: bool) {
        let schedule = self.event.schedule;
        let planned = day.and_time(schedule.opens);
        let (starts, length) = match exception.map(|exception| &exception.what) {
            Some(Change::Closed) => return,
            Some(Change::Moved { day, opens, closes }) => (day.and_time(*opens), length(*opens, *closes)),
            Some(Change::Cancelled) | None => (planned, schedule.length()),
        };
        lines.add("BEGIN", "VEVENT");
        self.head(lines, &self.uid);
        if of_rule {
            lines.local("RECURRENCE-ID", planned);
        }
        lines.local("DTSTART", starts);
        lines.local("DTEND", starts + length);
        let cancelled = exception.is_some_and(|exception| exception.what == Change::Cancelled);
        self.body(lines, cancelled, exception.map_or("", |exception| &exception.note));
        lines.add("END", "VEVENT");
    }

    /// The coming sessions as events of their own, in UTC.
    fn instances(&self, lines: &mut Lines) {
        let schedule = self.event.schedule;
        let until = self.now.checked_add_signed(TimeDelta::days(HORIZON)).unwrap_or(self.now);
        for session in sessions(std::slice::from_ref(schedule), self.now, until, MOST_INSTANCES) {
            let planned = match session.state {
                SessionState::Moved { from } => from,
                _ => session.starts.with_timezone(&schedule.zone).date_naive(),
            };
            let note = schedule.exceptions.iter().rev().find(|exception| exception.day == planned);
            lines.add("BEGIN", "VEVENT");
            if schedule.rule.is_empty() {
                self.head(lines, &self.uid);
            } else {
                self.head(lines, &format!("{}-{}", planned.format("%Y%m%d"), self.uid));
            }
            lines.add("DTSTART", &utc(session.starts));
            lines.add("DTEND", &utc(session.ends));
            self.body(lines, session.state == SessionState::Cancelled, note.map_or("", |exception| &exception.note));
            lines.add("END", "VEVENT");
        }
    }

    fn head(&self, lines: &mut Lines, uid: &str) {
        lines.text("UID", uid);
        lines.add("DTSTAMP", &utc(self.now));
    }

    fn body(&self, lines: &mut Lines, cancelled: bool, note: &str) {
        let event = self.event;
        if cancelled {
            lines.text("SUMMARY", &event.language.with("times-cancelled", &[("when", event.title.into())]));
        } else {
            lines.text("SUMMARY", event.title);
        }
        let description = [note, event.description].map(str::trim);
        let description: Vec<&str> = description.into_iter().filter(|part| !part.is_empty()).collect();
        if !description.is_empty() {
            lines.text("DESCRIPTION", &description.join("\n\n"));
        }
        if !event.location.trim().is_empty() {
            lines.text("LOCATION", event.location);
        }
        // An address is not text: nothing in it is escaped, and what would end the line is no address.
        if !event.url.is_empty() && !event.url.contains(char::is_control) {
            lines.add("URL", event.url);
        }
        if let Some((latitude, longitude)) = event.point {
            lines.add("GEO", &format!("{latitude:.6};{longitude:.6}"));
        }
        if cancelled {
            lines.add("STATUS", "CANCELLED");
        }
        // Opening hours are a possibility, not an engagement: they must not show a person as busy all day.
        let free = event.schedule.kind == ScheduleKind::Hours || cancelled;
        lines.add("TRANSP", if free { "TRANSPARENT" } else { "OPAQUE" });
    }
}

/// The rule with its end in UTC, as a local start asks for; a rule that is counted keeps its count unless the last day
/// cuts it short.
fn rule_until(schedule: &Schedule, first: NaiveDate) -> String {
    let Ok(rule) = Rule::parse(&schedule.rule) else { return String::new() };
    let mut parts: Vec<&str> = schedule.rule.split(';').filter(|part| !part.starts_with("UNTIL=")).collect();
    let last = match (rule.count, schedule.last_day) {
        (Some(_), None) => None,
        (Some(_), Some(_)) => {
            parts.retain(|part| !part.starts_with("COUNT="));
            Days::of(schedule, first).last()
        }
        (None, last) => {
            let until = rule.until.map(|until| until.last_day(schedule.opens, schedule.zone));
            last.into_iter().chain(until).min()
        }
    };
    let mut written = parts.join(";");
    if let Some(last) = last {
        let until = held(last, schedule.opens, schedule.closes, schedule.zone).0;
        written.push_str(&format!(";UNTIL={}", utc(until)));
    }
    written
}

fn utc(instant: DateTime<Utc>) -> String {
    instant.format("%Y%m%dT%H%M%SZ").to_string()
}

#[derive(Default)]
struct Lines(String);

impl Lines {
    /// A property with a value that needs no escaping.
    fn add(&mut self, name: &str, value: &str) {
        self.fold(&format!("{name}:{value}"));
    }

    fn text(&mut self, name: &str, value: &str) {
        self.add(name, &escaped(value));
    }

    /// A local time with its zone.
    fn local(&mut self, name: &str, time: NaiveDateTime) {
        self.add(&format!("{name};TZID=Europe/Helsinki"), &time.format("%Y%m%dT%H%M%S").to_string());
    }

    /// Folds at 75 octets, never inside a letter.
    fn fold(&mut self, line: &str) {
        const MOST: usize = 75;
        let mut room = MOST;
        for c in line.chars() {
            if c.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = MOST - 1;
            }
            self.0.push(c);
            room -= c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// TEXT values (RFC 5545 §3.3.11).
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => {
                escaped.push('\\');
                escaped.push(c);
            }
            '\n' | '\r' => escaped.push_str("\\n"),
            '\t' => escaped.push(' '),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}
