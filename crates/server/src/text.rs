//! Texts that exist in several languages, and which of them a reader is shown.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;

use crate::i18n::Language;

/// What one record says in each language it has words in; keys are language tags (`fi`, `fi-x-selko`, `sv`, `so` …).
pub type Texts<T> = BTreeMap<String, T>;

/// A text as a reader gets it, with the language it is really in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said<'a> {
    /// The words.
    pub text: &'a str,
    /// The tag of the language they are in.
    pub language: &'a str,
    /// Whether they are in another language than the reader's: the page then says so.
    pub fallback: bool,
}

impl Said<'_> {
    /// What the `lang` attribute says; easy Finnish is Finnish to a screen reader.
    pub fn html_language(&self) -> &str {
        if self.language == Language::EasyFinnish.code() { "fi" } else { self.language }
    }

    /// `rtl` for languages written from right to left.
    pub fn direction(&self) -> &'static str {
        if matches!(self.language, "ar" | "fa" | "ps" | "ur" | "he" | "ku-arab" | "ckb") { "rtl" } else { "ltr" }
    }

    /// The lines of a text that has one thing a line.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.text.lines().map(str::trim).filter(|line| !line.is_empty())
    }
}

/// The best text for a reader: the own language, then the fallbacks, then whatever there is. `None` when no language
/// has any words for it.
pub fn said<'a, T>(texts: &'a Texts<T>, language: Language, field: impl Fn(&'a T) -> &'a str) -> Option<Said<'a>> {
    let known = language.fallbacks().iter().filter_map(|tag| texts.get_key_value(*tag));
    let found =
        known.chain(texts.iter()).map(|(tag, text)| (tag.as_str(), field(text))).find(|(_, text)| !text.is_empty())?;
    Some(Said { text: found.1, language: found.0, fallback: is_fallback(language, found.0) })
}

/// Ordinary Finnish on an easy Finnish page is still Finnish: it is marked, but so is every other language.
fn is_fallback(reader: Language, tag: &str) -> bool {
    match reader {
        Language::Finnish => tag != "fi" && tag != "fi-x-selko",
        other => tag != other.code(),
    }
}

static COLLATOR: LazyLock<Option<CollatorBorrowed<'static>>> =
    LazyLock::new(|| Collator::try_new(locale!("fi").into(), CollatorOptions::default()).ok());

/// A text that sorts byte by byte as Finnish sorts words (å ä ö last): what databases are given to order by.
pub fn sort_key(name: &str) -> String {
    let mut key = Vec::new();
    match COLLATOR.as_ref() {
        Some(collator) => {
            let Ok(()) = collator.write_sort_key_to(name, &mut key);
        }
        None => key.extend(name.to_lowercase().bytes()),
    }
    // Sixteen letters decide nearly every order; the id settles the rest.
    key.iter().take(32).map(|byte| format!("{byte:02x}")).collect()
}

/// The part of an address that a name gives: small letters a–z, digits and hyphens, at most 60.
pub fn slug(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for character in name.chars().flat_map(char::to_lowercase) {
        match character {
            'a'..='z' | '0'..='9' => out.push(character),
            'å' | 'ä' | 'á' | 'à' | 'â' => out.push('a'),
            'ö' | 'ø' | 'ó' | 'õ' => out.push('o'),
            'é' | 'è' | 'ë' => out.push('e'),
            'ü' => out.push('u'),
            'š' => out.push('s'),
            'ž' => out.push('z'),
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            '\'' | '’' | '´' => {}
            _ if out.ends_with('-') || out.is_empty() => {}
            _ => out.push('-'),
        }
        if out.len() >= 60 {
            break;
        }
    }
    out.trim_end_matches('-').to_owned()
}

/// What somebody typed, trimmed and without control characters; new lines stay.
pub fn without_controls(typed: &str) -> String {
    let kept = |letter: &char| *letter == '\n' || !letter.is_control();
    typed.trim().chars().filter(kept).collect()
}

/// Whether a text holds what looks like a Finnish personal identity code (`131052-308T`): there is no field for one
/// anywhere, and free text with one is refused (guidance plan, "Five levels of being known"). The check character must
/// be right, so that ordinary numbers pass.
pub fn holds_identity_code(text: &str) -> bool {
    const CHECK: &[u8; 31] = b"0123456789ABCDEFHJKLMNPRSTUVWXY";
    let letters: Vec<u8> = text.bytes().collect();
    letters.windows(11).enumerate().any(|(at, code)| {
        let digits = |range: std::ops::Range<usize>| code[range].iter().all(u8::is_ascii_digit);
        let alone = |byte: Option<&u8>| !byte.is_some_and(u8::is_ascii_alphanumeric);
        if !(digits(0..6) && digits(7..10) && matches!(code[6], b'+' | b'-' | b'U'..=b'Y' | b'A'..=b'F')) {
            return false;
        }
        let number =
            code[0..6].iter().chain(&code[7..10]).fold(0usize, |sum, digit| sum * 10 + usize::from(digit - b'0'));
        let (day, month) = (number / 10_000_000, number / 100_000 % 100);
        (1..=31).contains(&day)
            && (1..=12).contains(&month)
            && CHECK[number % 31] == code[10].to_ascii_uppercase()
            && alone(at.checked_sub(1).and_then(|before| letters.get(before)))
            && alone(letters.get(at + 11))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finnish_letters_sort_last_and_case_does_not_matter() {
        let mut names = ["Äijäpiiri", "Zumba", "aamukahvi", "Öljymaalaus", "Åboavdelningen", "Bingo"];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(names, ["aamukahvi", "Bingo", "Zumba", "Åboavdelningen", "Äijäpiiri", "Öljymaalaus"]);
    }

    #[test]
    fn a_name_becomes_an_address() {
        assert_eq!(slug("Kahvila & olohuone – Sysmä (ti)"), "kahvila-olohuone-sysma-ti");
        assert_eq!(slug("Кафе"), "");
    }

    #[test]
    fn an_identity_code_is_seen_and_a_phone_number_is_not() {
        assert!(holds_identity_code("Olen 131052-308T ja soitan."));
        assert!(!holds_identity_code("131052-308X"), "the check character is wrong");
        assert!(!holds_identity_code("Puh. 044 131052-308, tili FI21 1234 5600 0007 85"));
        assert!(!holds_identity_code("äö131052"));
    }

    #[test]
    fn a_missing_translation_is_said() {
        let texts: Texts<String> = [("fi".to_owned(), "Kudonta".to_owned()), ("sv".to_owned(), String::new())].into();
        let said = said(&texts, Language::Swedish, |text| text).expect("there is Finnish");
        assert_eq!((said.text, said.language, said.fallback), ("Kudonta", "fi", true));
    }
}
