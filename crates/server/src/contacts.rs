//! Whether a text is what one reaches somebody by: a mail address, a web address, a phone number; and business ids.

/// Whether a text is a mail address as JSON Schema's `email` means it, read a little more strictly.
pub fn is_email(text: &str) -> bool {
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
pub fn is_uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    text.len() <= 2_000
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
        && !rest.is_empty()
        && !rest.chars().any(|c| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c))
}

/// The web address people can follow, or none: only `http` and `https`, so that no link runs a program.
pub fn web_address(text: &str) -> Option<String> {
    let (scheme, rest) = text.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or("");
    let known = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    (known && !host.is_empty() && !host.contains('@') && is_uri(text)).then(|| text.to_owned())
}

/// A web address as people type it: `www.esimerkki.fi` gets its beginning.
pub fn typed_web_address(text: &str) -> Option<String> {
    if text.contains("://") {
        return web_address(text);
    }
    let host = text.split(['/', '?', '#']).next().unwrap_or("");
    let host = host.split(':').next().unwrap_or("");
    if is_host(host) { web_address(&format!("https://{text}")) } else { None }
}

/// Whether a text can be rung: some digits, and not more words than an opening hour beside them.
pub fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    (3..=30).contains(&digits) && text.chars().count() <= 100
}

/// Whether a text is a Finnish business id with its check digit (YTJ).
pub fn is_business_id(text: &str) -> bool {
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
}
