//! What something costs, as people write it: `maksuton`, `2–5 €`, `10 €/kk`, `3 €, sisältää aineet`.

use super::Price;

/// More than anything on a tray costs, in cents; above it somebody has typed a phone number.
const MOST_CENTS: i64 = 10_000_000;

/// A price and what was said beside it.
pub fn read(text: &str) -> (Price, String) {
    let text = text.trim();
    if text.is_empty() {
        return (Price::Unknown, String::new());
    }
    let (first, rest) = beginning(text);
    let lower = first.to_lowercase();
    let told = |price, rest: &str| (price, rest.trim().to_owned());
    match lower.trim_end_matches('.') {
        "maksuton" | "ilmainen" | "maksutta" | "ilmaiseksi" | "0" | "0 €" | "0€" | "ei maksa mitään" => {
            told(Price::Free, rest)
        }
        "vapaaehtoinen maksu" | "vapaaehtoinen" | "oman harkinnan mukaan" => told(Price::Donation, rest),
        "maksullinen" => told(Price::Paid(None), rest),
        "ei tiedossa" | "hinta ei ole tiedossa" | "?" => told(Price::Unknown, rest),
        _ => match amount(first) {
            Some((from, to, per)) if to > 0 => {
                let note = [per.as_str(), rest.trim()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
                (Price::Paid(Some((from, to))), note.join(", "))
            }
            // Words without a sum say something to a person, and nothing to a filter.
            _ => (Price::Unknown, text.to_owned()),
        },
    }
}

/// A sum as [`read`] reads it: `5 €`, `2,50–5 €`.
pub fn sum(from: i64, to: i64) -> String {
    let number = |cents: i64| match cents % 100 {
        0 => (cents / 100).to_string(),
        rest => format!("{},{rest:02}", cents / 100),
    };
    if from == to { format!("{} €", number(from)) } else { format!("{}–{} €", number(from), number(to)) }
}

/// What stands before the first comma that is not a decimal comma, and what stands after it.
fn beginning(text: &str) -> (&str, &str) {
    let bytes = text.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
        if *byte == b',' && !(digit(at.checked_sub(1)) && digit(Some(at + 1))) {
            return (text[..at].trim(), &text[at + 1..]);
        }
    }
    (text, "")
}

/// Cents from–to and the unit after the sum (`/kk`).
fn amount(text: &str) -> Option<(i64, i64, String)> {
    let (sum, after) = match text.find('€') {
        Some(at) => (&text[..at], &text[at + '€'.len_utf8()..]),
        None => {
            let lower = text.to_lowercase();
            let at = lower.find(" e").filter(|at| *at < text.len() && text.is_char_boundary(*at))?;
            let after = text[at..].trim_start();
            let word = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
            if !matches!(word.to_lowercase().as_str(), "e" | "euro" | "euroa" | "eur") {
                return None;
            }
            (&text[..at], &after[word.len()..])
        }
    };
    let mut sums = sum.split(['–', '—', '-']).map(|part| cents(part.trim()));
    let from = sums.next()??;
    let to = match sums.next() {
        Some(to) => to?,
        None => from,
    };
    let in_order = sums.next().is_none() && from <= to && to <= MOST_CENTS;
    in_order.then(|| (from, to, after.trim().to_owned()))
}

fn cents(text: &str) -> Option<i64> {
    let text = text.replace(['\u{a0}', ' '], "");
    let (whole, part) = text.split_once([',', '.']).unwrap_or((&text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 6 || part.len() > 2 || !digits(whole) || !digits(part) {
        return None;
    }
    let part: i64 = format!("{part:0<2}").parse().ok()?;
    Some(whole.parse::<i64>().ok()? * 100 + part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_is_read_as_it_was_written() {
        for (from, to) in [(500, 500), (250, 500), (1, 120_000)] {
            assert_eq!(read(&sum(from, to)), (Price::Paid(Some((from, to))), String::new()));
        }
    }

    #[test]
    fn prices_as_people_write_them() {
        let paid = |from, to| Price::Paid(Some((from, to)));
        for (text, price, note) in [
            ("", Price::Unknown, ""),
            ("Maksuton", Price::Free, ""),
            ("maksuton, kahvi 1 €", Price::Free, "kahvi 1 €"),
            ("5 €", paid(500, 500), ""),
            ("2–5 €", paid(200, 500), ""),
            ("2,50-5 €", paid(250, 500), ""),
            ("10 €/kk", paid(1000, 1000), "/kk"),
            ("3 €, sisältää aineet", paid(300, 300), "sisältää aineet"),
            ("12,50 euroa", paid(1250, 1250), ""),
            ("1 200 €", paid(120_000, 120_000), ""),
            ("vapaaehtoinen maksu", Price::Donation, ""),
            ("tulojen mukaan", Price::Unknown, "tulojen mukaan"),
            ("5–2 €", Price::Unknown, "5–2 €"),
            ("0 €", Price::Free, ""),
            ("Eläkkeellä olevat halvemmalla", Price::Unknown, "Eläkkeellä olevat halvemmalla"),
        ] {
            assert_eq!(read(text), (price, note.to_owned()), "{text}");
        }
    }
}
