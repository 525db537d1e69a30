//! Whether a text is what it should be: a mail address, a web address, a phone number, a business id.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde_json::{Map, Value};

/// The oldest anyone gets, in years.
const OLDEST: i64 = 120;

/// Whether a text is a mail address as JSON Schema's `email` means it, read a little more strictly.
pub(super) fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.rsplit_once('@') else { return false };
    text.len() <= 254
        && !name.is_empty()
        && !name.starts_with('.')
        && !name.ends_with('.')
        && !name.contains("..")
        && name.chars().all(|c| c.is_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(c))
        && is_host(host)
}

fn is_host(host: &str) -> bool {
    host.contains('.')
        && host.split('.').all(|part| {
            !part.is_empty()
                && !part.starts_with('-')
                && !part.ends_with('-')
                && part.chars().all(|c| c.is_alphanumeric() || c == '-')
        })
}

/// Whether a text is an absolute URI (RFC 3986): what JSON Schema's `uri` means.
pub(super) fn is_uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    text.len() <= 2_000
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
        && !rest.is_empty()
        && !rest.chars().any(|c| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c))
}

/// The web address people can follow, or none: only `http` and `https`, so that no link runs a program.
pub(super) fn web_address(text: &str) -> Option<String> {
    let (scheme, rest) = text.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or("");
    let known = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    (known && !host.is_empty() && !host.contains('@') && is_uri(text)).then(|| text.to_owned())
}

/// A web address as people type it: `www.esimerkki.fi` gets its beginning.
pub(super) fn typed_web_address(text: &str) -> Option<String> {
    if text.contains("://") {
        return web_address(text);
    }
    let host = text.split(['/', '?', '#']).next().unwrap_or("");
    let host = host.split(':').next().unwrap_or("");
    if is_host(host) { web_address(&format!("https://{text}")) } else { None }
}

/// Whether a text can be rung: some digits, and not more words than an opening hour beside them.
pub(super) fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    (3..=30).contains(&digits) && text.chars().count() <= 100
}

/// Whether a text is a Finnish business id with its check digit (YTJ).
pub(super) fn is_business_id(text: &str) -> bool {
    let Some((number, check)) = text.split_once('-') else { return false };
    let digits: Vec<u32> = number.chars().filter_map(|c| c.to_digit(10)).collect();
    let Some(check) = check.parse::<u32>().ok().filter(|check| *check < 10) else { return false };
    if digits.len() != 7 || number.len() != 7 {
        return false;
    }
    let sum: u32 = digits.iter().zip([7, 9, 10, 5, 8, 4, 2]).map(|(digit, weight)| digit * weight).sum();
    match sum % 11 {
        0 => check == 0,
        1 => false,
        rest => check == 11 - rest,
    }
}

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
    fn addresses_people_can_use() {
        assert!(is_email("info@setlementti.example") && is_email("o'neil+x@a-b.fi"));
        for wrong in ["email-example_com", "", "@a.fi", "a@", "a b@c.fi", "a@b", "a@-b.fi", "a..b@c.fi"] {
            assert!(!is_email(wrong), "{wrong}");
        }
        assert!(is_uri("http://example.com") && is_uri("urn:isbn:1") && !is_uri("example_counselling"));
        assert!(!is_uri("http://a b.fi") && !is_uri("1a:b") && !is_uri("a:"));
        assert_eq!(typed_web_address("www.esimerkki.fi/sivu").as_deref(), Some("https://www.esimerkki.fi/sivu"));
        for wrong in ["javascript:alert(1)", "data://x", "https://me@example.com", "kysy meiltä", "https://"] {
            assert_eq!(typed_web_address(wrong), None, "{wrong}");
        }
    }

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
