//! A recurrence rule (RFC 5545 §3.3.10), read strictly: only what names days, and only within bounds that keep it cheap.

use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeZone, Utc, Weekday};

use super::TimesProblem;
use super::problem::piece;

/// Longer than any rule that says something: all 53 week numbers and all weekdays fit.
const LONGEST: usize = 400;
/// Ten years of weeks, two of days; a course is told in tens.
const MOST_TIMES: u32 = 1000;

/// How often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Every {
    Day,
    Week,
    Month,
    Year,
}

/// A rule taken apart. Empty lists and masks mean the part is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rule {
    pub(super) every: Every,
    pub(super) interval: u16,
    pub(super) count: Option<u32>,
    pub(super) until: Option<Until>,
    pub(super) week_start: Weekday,
    /// BYDAY: 0 is every such weekday, 1 the first, -1 the last.
    pub(super) weekdays: Vec<(i8, Weekday)>,
    pub(super) months: Vec<u8>,
    pub(super) month_days: Vec<i8>,
    /// BYWEEKNO: ISO weeks, only positive ones and only with plain weekdays.
    pub(super) weeks: Vec<u8>,
    pub(super) positions: Vec<i16>,
}

/// The end of a rule: a day, local hours, or an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Until {
    Day(NaiveDate),
    Local(NaiveDateTime),
    Instant(NaiveDateTime),
}

impl Until {
    /// The last local day something that starts at `opens` may start on.
    pub(super) fn last_day(self, opens: chrono::NaiveTime, zone: chrono_tz::Tz) -> NaiveDate {
        let local = match self {
            Until::Day(day) => return day,
            Until::Local(local) => local,
            Until::Instant(utc) => Utc.from_utc_datetime(&utc).with_timezone(&zone).naive_local(),
        };
        if opens <= local.time() { local.date() } else { local.date().pred_opt().unwrap_or(local.date()) }
    }
}

impl Rule {
    /// Reads a rule value, without `RRULE:` and without DTSTART.
    pub(super) fn parse(text: &str) -> Result<Rule, TimesProblem> {
        let refused = |part: &str| TimesProblem::Rule { piece: piece(part) };
        if text.len() > LONGEST {
            return Err(refused(text));
        }
        let mut every = None;
        let mut rule = Rule {
            every: Every::Day,
            interval: 1,
            count: None,
            until: None,
            week_start: Weekday::Mon,
            weekdays: Vec::new(),
            months: Vec::new(),
            month_days: Vec::new(),
            weeks: Vec::new(),
            positions: Vec::new(),
        };
        for part in text.split(';') {
            let read = part.split_once('=').and_then(|(name, value)| match name {
                "FREQ" if every.is_none() => {
                    every = Some(match value {
                        "DAILY" => Every::Day,
                        "WEEKLY" => Every::Week,
                        "MONTHLY" => Every::Month,
                        "YEARLY" => Every::Year,
                        _ => return None,
                    });
                    Some(())
                }
                "INTERVAL" => value.parse().ok().map(|interval| rule.interval = interval),
                "COUNT" => value.parse().ok().map(|count| rule.count = Some(count)),
                "UNTIL" => until(value).map(|until| rule.until = Some(until)),
                "WKST" => weekday(value).map(|day| rule.week_start = day),
                "BYDAY" => list(value, numbered_weekday).map(|days| rule.weekdays = days),
                "BYMONTH" => list(value, |n| number(n, 1, 12)).map(|months| rule.months = months),
                "BYMONTHDAY" => list(value, |n| signed(n, 31)).map(|days| rule.month_days = days),
                "BYWEEKNO" => list(value, |n| number(n, 1, 53)).map(|weeks| rule.weeks = weeks),
                "BYSETPOS" => list(value, |n| signed(n, 366)).map(|positions| rule.positions = positions),
                _ => None,
            });
            if read.is_none() {
                return Err(refused(part));
            }
        }
        rule.every = every.ok_or_else(|| refused(text))?;
        if rule.is_bounded() { Ok(rule) } else { Err(refused(text)) }
    }

    /// Whether the parts go together (RFC 5545 forbids some, people need fewer) and stay within what is quick to evaluate.
    fn is_bounded(&self) -> bool {
        let longest_interval = match self.every {
            Every::Day => 366,
            Every::Week => 106,
            Every::Month => 48,
            Every::Year => 20,
        };
        let most_numbered = match self.every {
            Every::Day | Every::Week => 0,
            Every::Month => 5,
            Every::Year => 53,
        };
        (1..=longest_interval).contains(&self.interval)
            && self.count.is_none_or(|count| (1..=MOST_TIMES).contains(&count) && self.until.is_none())
            && self.weekdays.iter().all(|(n, _)| n.unsigned_abs() <= most_numbered)
            && (self.month_days.is_empty() || matches!(self.every, Every::Month | Every::Year))
            && (self.weeks.is_empty() || self.names_weeks())
            && (self.positions.is_empty() || !(self.weekdays.is_empty() && self.month_days.is_empty()))
    }

    /// BYWEEKNO has one shape that calendars agree on: given weekdays of given ISO weeks of every year.
    fn names_weeks(&self) -> bool {
        self.every == Every::Year
            && self.interval == 1
            && self.week_start == Weekday::Mon
            && self.positions.is_empty()
            && self.month_days.is_empty()
            && !self.weekdays.is_empty()
            && self.weekdays.iter().all(|(n, _)| *n == 0)
    }
}

/// A comma list of at most as many parts as there are days in a year, each valid and none twice.
fn list<T: PartialEq>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    let mut found = Vec::new();
    for part in text.split(',') {
        let part = read(part)?;
        if !found.contains(&part) {
            found.push(part);
        }
    }
    Some(found)
}

fn number(text: &str, least: u8, most: u8) -> Option<u8> {
    text.parse().ok().filter(|n| (least..=most).contains(n))
}

fn signed<T: TryFrom<i32>>(text: &str, most: i32) -> Option<T> {
    let n: i32 = text.parse().ok()?;
    if n == 0 || n.abs() > most { None } else { T::try_from(n).ok() }
}

fn weekday(text: &str) -> Option<Weekday> {
    Some(match text {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    })
}

fn numbered_weekday(text: &str) -> Option<(i8, Weekday)> {
    let (n, day) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let n = if n.is_empty() { 0 } else { signed(n, 53)? };
    Some((n, weekday(day)?))
}

fn until(text: &str) -> Option<Until> {
    let until = if text.len() == 8 {
        Until::Day(NaiveDate::parse_from_str(text, "%Y%m%d").ok()?)
    } else if let Some(utc) = text.strip_suffix('Z') {
        Until::Instant(NaiveDateTime::parse_from_str(utc, "%Y%m%dT%H%M%S").ok()?)
    } else {
        Until::Local(NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%S").ok()?)
    };
    let year = match until {
        Until::Day(day) => day.year(),
        Until::Local(time) | Until::Instant(time) => time.year(),
    };
    (super::model::FIRST_YEAR..=super::model::LAST_YEAR).contains(&year).then_some(until)
}
