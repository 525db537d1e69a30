//! A time as HSDS tells it: weeks and months only, hours with an offset. What is beyond that stands in `tarjotin`.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveTime, Offset, TimeZone};
use serde_json::Value;

use super::{Reader, Record};
use crate::times::{self, Change, Schedule, ScheduleKind};

const WEEK: &str = "MO,TU,WE,TH,FR,SA,SU";

/// A time of an activity; `link_id` is the pair of activity and place when the time has a place of its own.
pub(crate) fn schedule(schedule: &Schedule, service_id: &str, link_id: Option<&str>, reader: &Reader<'_>) -> Value {
    let mut record = Record::of(&schedule.id);
    record.text("service_id", service_id).value("service_at_location_id", link_id);
    let first = schedule.first_day.to_string();
    let rule = Rule::read(&schedule.rule);
    let last = match schedule.rule.is_empty() {
        true => Some(first.clone()),
        false => earliest(schedule.last_day, rule.until).map(|day| day.to_string()),
    };
    record.text("valid_from", &first).value("valid_to", last.clone()).text("dtstart", &first);
    let seconds = offset(schedule);
    record.value("timezone", Some(number(f64::from(seconds) / 3600.0)));
    if !schedule.rule.is_empty() {
        record.value("until", last).value("count", rule.count);
        rule.tell(&mut record);
    }
    record.text("description", &times::tell(schedule, reader.language));
    record.text("opens_at", &clock(schedule.opens, seconds)).text("closes_at", &clock(schedule.closes, seconds));
    record.text("notes", &times::tell_note(schedule, reader.language));
    record.record("tarjotin", own(schedule));
    record.into()
}

/// Everything of it, as we keep it.
fn own(schedule: &Schedule) -> Record {
    let mut own = Record::default();
    own.text(
        "kind",
        match schedule.kind {
            ScheduleKind::Hours => "hours",
            ScheduleKind::Session => "session",
        },
    );
    own.text("zone", schedule.zone.name()).text("rule", &schedule.rule);
    own.value("last_day", schedule.last_day.map(|day| day.to_string())).text("note", &schedule.note);
    own.list(
        "exceptions",
        schedule.exceptions.iter().map(|exception| {
            let mut record = Record::default();
            record.text("day", &exception.day.to_string());
            match exception.what {
                Change::Cancelled => record.text("kind", "cancelled"),
                Change::Closed => record.text("kind", "closed"),
                Change::Moved { day, opens, closes } => record
                    .text("kind", "moved")
                    .text("new_day", &day.to_string())
                    .text("new_opens", &opens.format("%H:%M").to_string())
                    .text("new_closes", &closes.format("%H:%M").to_string()),
            };
            record.text("note", &exception.note);
            record
        }),
    );
    own
}

/// The parts of a rule that HSDS has fields for.
#[derive(Debug, Default)]
struct Rule<'a> {
    parts: HashMap<&'a str, &'a str>,
    count: Option<i64>,
    until: Option<NaiveDate>,
}

impl<'a> Rule<'a> {
    fn read(rule: &'a str) -> Self {
        let parts: HashMap<&str, &str> = rule.split(';').filter_map(|part| part.split_once('=')).collect();
        Rule {
            count: parts.get("COUNT").and_then(|count| count.parse().ok()),
            until: parts
                .get("UNTIL")
                .and_then(|until| until.get(..8))
                .and_then(|day| NaiveDate::parse_from_str(day, "%Y%m%d").ok()),
            parts,
        }
    }

    /// A rule with a part HSDS cannot say is not told by halves: the words and `tarjotin.rule` tell it.
    fn tell(&self, record: &mut Record) {
        let part = |name: &str| self.parts.get(name).copied().unwrap_or_default();
        let interval: Option<i64> = part("INTERVAL").parse().ok();
        let beyond = ["BYMONTH", "BYSETPOS"].iter().any(|name| self.parts.contains_key(name));
        match part("FREQ") {
            "DAILY" if interval.is_none_or(|days| days == 1) && !beyond => {
                let days = part("BYDAY");
                record.text("freq", "WEEKLY").value("interval", Some(1));
                record.text("byday", if days.is_empty() { WEEK } else { days });
            }
            freq @ ("WEEKLY" | "MONTHLY") if !beyond => {
                record.text("freq", freq).value("interval", Some(interval.unwrap_or(1)));
                record.text("byday", part("BYDAY")).text("bymonthday", part("BYMONTHDAY"));
                record.value("wkst", Some(part("WKST")).filter(|day| WEEK.split(',').any(|known| known == *day)));
            }
            "YEARLY" if self.parts.contains_key("BYWEEKNO") && !beyond => {
                record.text("freq", "WEEKLY").value("interval", Some(1));
                record.text("byday", part("BYDAY")).text("byweekno", part("BYWEEKNO"));
            }
            _ => {}
        }
    }
}

fn earliest(one: Option<NaiveDate>, other: Option<NaiveDate>) -> Option<NaiveDate> {
    one.into_iter().chain(other).min()
}

/// Seconds east of Greenwich on the first day; daylight saving is told by `tarjotin.zone`.
fn offset(schedule: &Schedule) -> i32 {
    let local = schedule.first_day.and_time(schedule.opens);
    schedule
        .zone
        .offset_from_local_datetime(&local)
        .earliest()
        .unwrap_or_else(|| schedule.zone.offset_from_utc_datetime(&local))
        .fix()
        .local_minus_utc()
}

/// `10:00:00+02:00`: with seconds, because JSON Schema's `time` wants them.
fn clock(time: NaiveTime, offset: i32) -> String {
    let (sign, offset) = if offset < 0 { ('-', -offset) } else { ('+', offset) };
    format!("{}{sign}{:02}:{:02}", time.format("%H:%M:%S"), offset / 3600, offset / 60 % 60)
}

/// A whole number is written without a fraction.
fn number(value: f64) -> Value {
    if value.fract() == 0.0 { (value as i64).into() } else { value.into() }
}

#[cfg(test)]
mod tests {
    use chrono_tz::Europe::Helsinki;
    use serde_json::json;

    use super::*;
    use crate::i18n::Language;
    use crate::steps::store::Steps;

    fn told(rule: &str) -> Value {
        let steps = Steps::default();
        let reader = Reader { language: Language::Finnish, steps: &steps, origin: "" };
        let tuesday = Schedule {
            id: "018f0000-0000-7000-8000-000000000001".into(),
            kind: ScheduleKind::Session,
            first_day: "2026-11-24".parse().expect("a day"),
            opens: "10:00:00".parse().expect("a time"),
            closes: "13:00:00".parse().expect("a time"),
            zone: Helsinki,
            rule: rule.into(),
            last_day: None,
            place_id: None,
            note: String::new(),
            exceptions: Vec::new(),
        };
        schedule(&tuesday, "018f0000-0000-7000-8000-000000000002", None, &reader)
    }

    #[test]
    fn a_weekly_group_is_told_in_fields() {
        let told = told("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH");
        assert_eq!((&told["freq"], &told["interval"], &told["byday"]), (&json!("WEEKLY"), &json!(2), &json!("TU,TH")));
        assert_eq!((&told["opens_at"], &told["timezone"]), (&json!("10:00:00+02:00"), &json!(2)));
        assert_eq!(told["tarjotin"]["zone"], "Europe/Helsinki");
    }

    #[test]
    fn a_single_time_ends_on_its_day_and_what_hsds_cannot_say_is_not_said_by_halves() {
        let once = told("");
        assert_eq!((&once["valid_to"], once.get("freq")), (&json!("2026-11-24"), None));
        let winter = told("FREQ=WEEKLY;BYDAY=TU;BYMONTH=12,1,2");
        assert_eq!(
            (winter.get("freq"), &winter["tarjotin"]["rule"]),
            (None, &json!("FREQ=WEEKLY;BYDAY=TU;BYMONTH=12,1,2"))
        );
        assert_eq!(told("FREQ=DAILY")["byday"], WEEK);
    }
}
