//! Whether a text is what it should be: a mail address, a web address, a phone number, a business id.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde_json::{Map, Value};

pub(super) use crate::contacts::{is_business_id, is_email, is_phone, is_uri, typed_web_address, web_address};

/// The oldest anyone gets, in years.
const OLDEST: i64 = 120;

/// A Finnish personal identity code anywhere in a text: a day of birth, a sign of the century, a number and the right
/// check character. Given back without its end, so that it is not written down again anywhere.
pub(super) fn identity_code(text: &str) -> Option<String> {
    const SIGNS: &[u8] = b"+-ABCDEFUVWXYabcdefuvwxy";
    const CHECKS: &[u8; 31] = b"0123456789ABCDEFHJKLMNPRSTUVWXY";
    let bytes = text.as_bytes();
    if bytes.len() < 11 {
        return None;
    }
    for (at, code) in bytes.windows(11).enumerate() {
        let digits = |range: std::ops::Range<usize>| code[range].iter().all(u8::is_ascii_digit);
        if !code[0].is_ascii_digit() || !digits(0..6) || !digits(7..10) || !SIGNS.contains(&code[6]) {
            continue;
        }
        let alone = |byte: Option<&u8>| byte.is_none_or(|byte| !byte.is_ascii_alphanumeric());
        if !alone(at.checked_sub(1).and_then(|before| bytes.get(before))) || !alone(bytes.get(at + 11)) {
            continue;
        }
        let number =
            |range: std::ops::Range<usize>| code[range].iter().fold(0_u32, |n, b| n * 10 + u32::from(b - b'0'));
        let (day, month) = (number(0..2), number(2..4));
        let check = (number(0..6) * 1000 + number(7..10)) % 31;
        let right = CHECKS.get(check as usize) == Some(&code[10].to_ascii_uppercase());
        if right && (1..=31).contains(&day) && (1..=12).contains(&month) {
            return Some(format!("{:02}{:02}••-••••", day, month));
        }
    }
    None
}

/// A personal identity code anywhere in a record, made unreadable.
pub(super) fn identity_code_inside(record: &Map<String, Value>) -> Option<String> {
    fn within(value: &Value) -> Option<String> {
        match value {
            Value::String(text) => identity_code(text),
            Value::Array(parts) => parts.iter().find_map(within),
            Value::Object(object) => identity_code_inside(object),
            _ => None,
        }
    }
    record.values().find_map(within)
}

/// Text as it is kept: one kind of line break, no signs that are not writing (PostgreSQL takes no NUL), no edges.
pub(super) fn clean(text: &str) -> String {
    let strange = |c: char| (c.is_control() && c != '\n' && c != '\t') || c == '\u{feff}';
    if text.contains(strange) {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        text.chars().filter(|c| !strange(*c)).collect::<String>().trim().to_owned()
    } else {
        text.trim().to_owned()
    }
}

/// A text no longer than `most` characters, and whether it was cut; cut between words when there is a gap near.
pub(super) fn within(text: String, most: usize) -> (String, bool) {
    let Some((end, _)) = text.char_indices().nth(most) else { return (text, false) };
    let cut = text[..end].rfind(char::is_whitespace).filter(|gap| *gap > end / 2).unwrap_or(end);
    (text[..cut].trim_end().to_owned(), true)
}

/// A day as people write it (`12.3.2026`) or as machines do (`2026-03-12`, also with an hour after it).
pub(super) fn day(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    let date = text.split(['T', ' ']).next().unwrap_or(text);
    iso_day(date).or_else(|| {
        let mut parts = date.trim_end_matches('.').split('.');
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() || year.len() != 4 {
            return None;
        }
        NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    })
}

/// A day of ISO 8601, four digits of a year that can be meant.
pub(super) fn iso_day(text: &str) -> Option<NaiveDate> {
    if text.len() != 10 {
        return None;
    }
    let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?;
    (1900..=2200).contains(&chrono::Datelike::year(&day)).then_some(day)
}

/// A moment of RFC 3339.
pub(super) fn moment(text: &str) -> Option<DateTime<Utc>> {
    DateTime::parse_from_rfc3339(text).ok().map(|moment| moment.with_timezone(&Utc))
}

/// An hour of the day, also with seconds and an offset after it (`10:00`, `10:00:00`, `10:00+02:00`); the offset is
/// read past, because times of activities are local.
pub(super) fn hour(text: &str) -> Option<NaiveTime> {
    let text = text.trim().trim_end_matches('Z');
    let clock = text.split(['+', '−']).next().unwrap_or(text);
    // A negative offset: the hyphen can only stand after the minutes.
    let clock = clock.split('-').next().unwrap_or(clock);
    if clock == "24:00" || clock == "24:00:00" {
        return Some(NaiveTime::MIN);
    }
    ["%H:%M", "%H:%M:%S", "%H:%M:%S%.f"].iter().find_map(|form| NaiveTime::parse_from_str(clock, form).ok())
}

/// An age in years.
pub(super) fn age(number: i64) -> Option<i64> {
    (0..=OLDEST).contains(&number).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_personal_identity_code_is_seen_and_not_repeated() {
        assert_eq!(identity_code("Soita, 131052-308T!").as_deref(), Some("1310••-••••"));
        assert!(identity_code("010594Y9032").is_some());
        for other in ["131052-308A", "1310520308T", "Y-tunnus 1234567-1", "x131052-308T", "äää131052"] {
            assert_eq!(identity_code(other), None, "{other}");
        }
    }

    #[test]
    fn business_ids_have_a_check_digit() {
        assert!(is_business_id("0737546-2") && !is_business_id("0737546-3") && !is_business_id("737546-2"));
    }

    #[test]
    fn days_and_hours() {
        assert_eq!(day("12.3.2026"), NaiveDate::from_ymd_opt(2026, 3, 12));
        assert_eq!(day("2026-03-12 13:30"), NaiveDate::from_ymd_opt(2026, 3, 12));
        for wrong in ["31.2.2026", "0001-01-01", "12.3.26", "huomenna", ""] {
            assert_eq!(day(wrong), None, "{wrong}");
        }
        for written in ["10:30", "10:30:00", "10:30Z", "10:30+02:00", "10:30:00-05:00"] {
            assert_eq!(hour(written), NaiveTime::from_hms_opt(10, 30, 0), "{written}");
        }
        assert_eq!((hour("25:00"), hour("10"), hour("")), (None, None, None));
    }

    #[test]
    fn a_long_text_is_cut_between_words() {
        assert_eq!(within("yksi kaksi kolme".to_owned(), 12), ("yksi kaksi".to_owned(), true));
        assert_eq!(within("ääää".to_owned(), 2), ("ää".to_owned(), true));
        assert_eq!(within("ä".to_owned(), 2), ("ä".to_owned(), false));
    }
}
