//! Texts that HSDS wants in a certain format: what does not fit is left out rather than sent wrong.

use chrono::{DateTime, NaiveDate, NaiveDateTime, SecondsFormat, Utc};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use uuid::Uuid;

/// What may not stand in a URI as it is (RFC 3986); everything beyond ASCII is encoded anyway.
const NOT_IN_URI: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}')
    .add(b'[')
    .add(b']');

/// An absolute web address as RFC 3986 writes it, letters outside ASCII encoded. `None` for anything that is not one:
/// a sentence, an address without `http`, a name with a password in it.
pub(crate) fn uri(text: &str) -> Option<String> {
    let text = text.trim();
    let (scheme, rest) = text.split_once("://")?;
    if !(scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")) {
        return None;
    }
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (place, path) = rest.split_at(end);
    let (host, port) = place.split_once(':').unwrap_or((place, ""));
    let host_fits = !host.is_empty()
        && !host.starts_with(['.', '-'])
        && host.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_'));
    if !host_fits || !port.bytes().all(|byte| byte.is_ascii_digit()) || text.len() > 2000 {
        return None;
    }
    let path = with_whole_percents(path);
    // A second # would begin a second fragment, which there is not.
    let path = match path.split_once('#') {
        Some((before, fragment)) => format!("{before}#{}", fragment.replace('#', "%23")),
        None => path,
    };
    let host = utf8_percent_encode(host, NOT_IN_URI);
    let colon = if port.is_empty() { "" } else { ":" };
    Some(format!("{}://{host}{colon}{port}{}", scheme.to_ascii_lowercase(), utf8_percent_encode(&path, NOT_IN_URI)))
}

/// Whether a text is a URI already (RFC 3986), of any scheme.
pub(crate) fn is_uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let scheme_fits = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    let letters_fit = text.is_ascii() && utf8_percent_encode(text, NOT_IN_URI).to_string() == text;
    let whole = with_whole_percents(text) == text && text.matches('#').count() < 2;
    let place_fits = match rest.strip_prefix("//") {
        None => !rest.is_empty(),
        Some(rest) => {
            let place = rest.split(['/', '?', '#']).next().unwrap_or_default();
            let (host, port) = place.split_once(':').unwrap_or((place, ""));
            let host_fits = host.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '~' | '%'));
            !host.is_empty() && host_fits && port.bytes().all(|byte| byte.is_ascii_digit())
        }
    };
    scheme_fits && letters_fit && whole && place_fits
}

/// A `%` that begins no encoded letter stands for itself.
fn with_whole_percents(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    let mut rest = path;
    while let Some(at) = rest.find('%') {
        out.push_str(&rest[..at]);
        let code = rest.as_bytes().get(at + 1..at + 3).unwrap_or_default();
        out.push_str(if code.len() == 2 && code.iter().all(u8::is_ascii_hexdigit) { "%" } else { "%25" });
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
    out
}

/// A mail address. `None` when it is none.
pub(crate) fn email(text: &str) -> Option<&str> {
    let text = text.trim();
    let (name, host) = text.split_once('@')?;
    let plain = |part: &str| {
        !part.is_empty()
            && !part.starts_with('.')
            && !part.ends_with('.')
            && !part.contains("..")
            && part
                .chars()
                .all(|c| c.is_ascii_graphic() && !matches!(c, '@' | ',' | ';' | ':' | '<' | '>' | '"' | '(' | ')'))
    };
    (plain(name) && plain(host) && host.contains('.') && text.len() <= 254).then_some(text)
}

/// A moment with its offset, to the millisecond.
pub(crate) fn moment(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// A moment as programs write it: with an offset, or without one in UTC, or a day that begins in UTC.
pub(crate) fn moment_of(text: &str) -> Option<DateTime<Utc>> {
    // A plus that was not encoded arrives as a blank.
    let joined = text.replacen(' ', if text.matches(':').count() > 2 { "+" } else { "T" }, 1);
    let with_offset = DateTime::parse_from_rfc3339(&joined).map(|time| time.to_utc()).ok();
    let without = || joined.parse::<NaiveDateTime>().map(|time| time.and_utc()).ok();
    let day = || joined.parse::<NaiveDate>().ok()?.and_hms_opt(0, 0, 0).map(|time| time.and_utc());
    with_offset.or_else(without).or_else(day)
}

/// Whether a text is a moment with an offset (RFC 3339).
pub(crate) fn is_moment(text: &str) -> bool {
    DateTime::parse_from_rfc3339(text).is_ok() && text.as_bytes().get(10).is_some_and(|byte| *byte == b'T')
}

/// Whether a text is a UUID written with hyphens.
pub(crate) fn is_id(text: &str) -> bool {
    text.len() == 36 && Uuid::try_parse(text).is_ok()
}

/// The id of a part that has no row of its own: the same every time for the same part of the same record.
pub(crate) fn part_id(record_id: &str, part: &str) -> String {
    let record =
        Uuid::try_parse(record_id).unwrap_or_else(|_| Uuid::new_v5(&Uuid::NAMESPACE_URL, record_id.as_bytes()));
    Uuid::new_v5(&record, part.as_bytes()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_web_address_is_written_as_the_standard_wants_it() {
        assert_eq!(
            uri(" https://Kahvila.fi/syö hyvin?a=[1]&b=50%#ä#b ").as_deref(),
            Some("https://Kahvila.fi/sy%C3%B6%20hyvin?a=%5B1%5D&b=50%25#%C3%A4%23b")
        );
        assert_eq!(uri("http://pöytä.fi:8080").as_deref(), Some("http://p%C3%B6yt%C3%A4.fi:8080"));
        for other in [
            "",
            "www.kahvila.fi",
            "katso https://kahvila.fi",
            "https://",
            "https://a b.fi/",
            "ftp://a.fi",
            "https://u:p@a.fi/",
            "javascript://a",
            "https://a.fi:x/",
        ] {
            assert_eq!(uri(other), None, "{other}");
        }
    }

    #[test]
    fn what_was_made_a_uri_is_one() {
        for text in ["https://pöytä.fi:80/a b?c=[d]#e#f", "http://a.fi/%zz"] {
            assert!(!is_uri(text), "{text}");
            assert!(uri(text).is_some_and(|uri| is_uri(&uri)), "{text}");
        }
        assert!(is_uri("urn:tarjotin:threshold:free"));
        for other in ["", "a", "a:", "http://", "http:///a", "http://u@a.fi/", "http://a:b:c/", "1a:b"] {
            assert!(!is_uri(other), "{other}");
        }
    }

    #[test]
    fn a_mail_address_is_one_or_nothing() {
        assert_eq!(email(" info@kahvila.fi "), Some("info@kahvila.fi"));
        for other in
            ["", "info", "info@kahvila", "a b@c.fi", "a@b@c.fi", "a@.fi", "Info <info@kahvila.fi>", "a@b.fi, c@d.fi"]
        {
            assert_eq!(email(other), None, "{other}");
        }
    }
}
