//! A written time cut into words, numbers and signs.

use super::TimesProblem;
use super::problem::piece;

/// A note is copied to every day it is about, so it is a remark and not a text.
const LONGEST_NOTE: usize = 300;

/// One piece of a written time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// In lower case, without a full stop at its end.
    Word(String),
    /// `10`
    Number(u32),
    /// `2.`
    Ordinal(u32),
    /// `17.30`: an hour, or in front of hours a date without its last full stop.
    Pair(u32, u32),
    /// `17:30`
    Clock(u32, u32),
    /// `24.11.` or `24.11.2026`
    Date(Written),
    /// `-`, `–`
    Dash,
    /// `,`, `ja`, `sekä`
    And,
    /// What stands in parentheses.
    Note(String),
    /// `FREQ=…`, a rule as machines write it.
    Rule(String),
}

/// A date as written, perhaps without a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) day: u32,
    pub(super) month: u32,
    pub(super) year: Option<i32>,
}

/// A token and the bytes it was written with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Placed {
    pub(super) token: Token,
    pub(super) from: usize,
    pub(super) to: usize,
}

/// Cuts one time into tokens.
pub(super) fn tokens(text: &str) -> Result<Vec<Placed>, TimesProblem> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let (token, length) = match c {
            '(' => {
                let end = rest.find(')').ok_or_else(|| TimesProblem::Unclear { piece: piece(rest) })?;
                let note = rest[1..end].trim();
                if note.len() > LONGEST_NOTE {
                    return Err(TimesProblem::LongNote { piece: piece(note) });
                }
                (Some(Token::Note(note.to_owned())), end + 1)
            }
            '-' | '–' | '—' | '−' | '‐' | '‑' => (Some(Token::Dash), c.len_utf8()),
            ',' | '&' | '+' => (Some(Token::And), 1),
            '0'..='9' => {
                let (token, length) = number(rest)?;
                (Some(token), length)
            }
            c if c.is_alphabetic() => {
                let (token, length) = word(rest);
                (Some(token), length)
            }
            c if c.is_whitespace() || matches!(c, '.' | ':' | '”' | '"') => (None, c.len_utf8()),
            _ => return Err(TimesProblem::UnknownWord { piece: piece(rest) }),
        };
        if let Some(token) = token {
            found.push(Placed { token, from: at, to: at + length });
        }
        at += length;
    }
    Ok(found)
}

fn word(text: &str) -> (Token, usize) {
    if text.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("freq=")) {
        let end = text.find(char::is_whitespace).unwrap_or(text.len());
        return (Token::Rule(text[..end].to_ascii_uppercase()), end);
    }
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let word = text[..end].to_lowercase();
    if matches!(word.as_str(), "ja" | "sekä") {
        return (Token::And, end);
    }
    (Token::Word(word), end)
}

/// A number, an hour or a date: digits with full stops or colons between, and perhaps a full stop after.
fn number(text: &str) -> Result<(Token, usize), TimesProblem> {
    if let Some(date) = iso_date(text) {
        return Ok((Token::Date(date), 10));
    }
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    while digit(end) || (matches!(bytes.get(end), Some(b'.' | b':')) && digit(end + 1)) {
        end += 1;
    }
    let written = &text[..end];
    let stop = bytes.get(end) == Some(&b'.');
    let whole = end + usize::from(stop);
    let parts: Vec<u32> = written.split(['.', ':']).filter_map(|part| part.parse().ok()).collect();
    let refused = || {
        let piece = piece(&text[..whole]);
        if written.matches('.').count() > 1 { TimesProblem::Date { piece } } else { TimesProblem::Hour { piece } }
    };
    if parts.len() != written.split(['.', ':']).count() {
        return Err(refused());
    }
    let token = match parts.as_slice() {
        [n] if stop => return Ok((Token::Ordinal(*n), whole)),
        [n] => (Token::Number(*n), end),
        [hour, minute] if written.contains(':') => (Token::Clock(*hour, *minute), end),
        [day, month] if stop => (Token::Date(Written { day: *day, month: *month, year: None }), whole),
        // An hour has two digits of minutes: 5.9 is a date.
        [day, month] if !written.ends_with(|_: char| bytes[end - 2].is_ascii_digit()) => {
            (Token::Date(Written { day: *day, month: *month, year: None }), end)
        }
        [a, b] => (Token::Pair(*a, *b), end),
        [day, month, year] if !written.contains(':') => {
            let year = i32::try_from(*year).map_err(|_| refused())?;
            let short = written.rsplit('.').next().is_some_and(|year| year.len() == 2);
            let year = if short { 2000 + year } else { year };
            (Token::Date(Written { day: *day, month: *month, year: Some(year) }), end)
        }
        [hour, minute, _] if !written.contains('.') => (Token::Clock(*hour, *minute), end),
        _ => return Err(refused()),
    };
    Ok(token)
}

fn iso_date(text: &str) -> Option<Written> {
    let date = chrono::NaiveDate::parse_from_str(text.get(..10)?, "%Y-%m-%d").ok()?;
    let longer = text[10..].starts_with(|c: char| c.is_ascii_digit());
    let fits = text.as_bytes()[..4].iter().all(u8::is_ascii_digit);
    use chrono::Datelike;
    (fits && !longer).then(|| Written { day: date.day(), month: date.month(), year: Some(date.year()) })
}
