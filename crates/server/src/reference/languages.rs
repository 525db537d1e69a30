//! The languages activities are held in and texts are written in, by their ISO 639 codes.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Names, comparable, rows};
use crate::i18n::Language;

/// A language with a code, spoken or signed. Not to be confused with [`Language`], which the pages are in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IsoLanguage {
    /// Its tag (BCP 47): ISO 639-1 where there is one, otherwise ISO 639-3; easy Finnish is `fi-x-selko`.
    pub code: &'static str,
    /// What it is called in the three languages of names; small first letters as Finnish and Swedish write them.
    pub names: Names,
    /// What it calls itself.
    pub own_name: &'static str,
    three_letter: &'static str,
    is_rtl: bool,
}

impl IsoLanguage {
    /// What it is called on a page.
    pub fn name(&self, language: Language) -> &'static str {
        self.names.name(language)
    }

    /// Whether it is written from right to left: the `dir` of a text in it.
    pub fn is_rtl(&self) -> bool {
        self.is_rtl
    }

    /// Its ISO 639-3 code, which HSDS asks for. Easy Finnish has that of Finnish.
    pub fn three_letter(&self) -> &'static str {
        self.three_letter
    }

    /// The language called so in Finnish, Swedish, English or itself; case does not matter.
    pub fn from_name(name: &str) -> Option<&'static IsoLanguage> {
        LANGUAGES.get(*BY_NAME.get(&comparable(name))?)
    }
}

static ROWS: LazyLock<Vec<[&'static str; 8]>> =
    LazyLock::new(|| rows(include_str!("../../../../reference/languages.csv")).collect());

static LANGUAGES: LazyLock<Vec<IsoLanguage>> = LazyLock::new(|| {
    ROWS.iter()
        .map(|[code, fi, sv, en, own_name, three_letter, direction, _]| IsoLanguage {
            code,
            names: Names { fi, sv, en },
            own_name,
            three_letter,
            is_rtl: *direction == "rtl",
        })
        .collect()
});

static BY_CODE: LazyLock<HashMap<&'static str, usize>> = LazyLock::new(|| {
    let mut codes = HashMap::new();
    for (at, row) in ROWS.iter().enumerate() {
        codes.insert(row[0], at);
    }
    for (at, row) in ROWS.iter().enumerate() {
        codes.entry(row[5]).or_insert(at);
        // Other codes in use: ISO 639-2/B (`ger`), members of a macrolanguage (`cmn`), withdrawn ones (`iw`).
        for other in row[7].split_whitespace() {
            codes.entry(other).or_insert(at);
        }
    }
    codes
});

static BY_NAME: LazyLock<HashMap<String, usize>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for column in [1, 2, 3, 4] {
        for (at, row) in ROWS.iter().enumerate() {
            names.entry(comparable(row[column])).or_insert(at);
        }
    }
    for (at, row) in ROWS.iter().enumerate() {
        for other in row[7].split_whitespace().filter(|other| other.chars().count() > 3) {
            names.entry(comparable(other)).or_insert(at);
        }
    }
    names
});

/// Every language, those of Finland first.
pub fn languages() -> &'static [IsoLanguage] {
    &LANGUAGES
}

/// The language with a code of two or three letters; a country or script after it (`sv-FI`, `zh_Hans`) is read past.
pub fn language(code: &str) -> Option<&'static IsoLanguage> {
    let code = code.trim().to_ascii_lowercase().replace('_', "-");
    let found = BY_CODE.get(code.as_str()).or_else(|| BY_CODE.get(code.split('-').next()?))?;
    LANGUAGES.get(*found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_is_whole() {
        assert_eq!(ROWS.len(), include_str!("../../../../reference/languages.csv").lines().count() - 1);
        for tongue in languages() {
            assert!(tongue.names.all().iter().all(|name| !name.is_empty()), "{tongue:?}");
            assert!(!tongue.own_name.is_empty(), "{tongue:?}");
            assert_eq!(tongue.three_letter.len(), 3, "{tongue:?}");
            assert_eq!(language(tongue.code), Some(tongue));
            let named = tongue.names.all().map(|name| IsoLanguage::from_name(name).unwrap().code);
            assert_eq!(named, [tongue.code; 3]);
        }
    }

    #[test]
    fn what_activities_use_is_there() {
        for code in
            "fi sv en fi-x-selko so ar ru uk et fa ku prs ti am vi th zh es fr de pl ro bs sq tr bn hi ne ta se \
                     smn sms rom fse fss"
                .split_whitespace()
        {
            assert_eq!(language(code).map(|tongue| tongue.code), Some(code));
        }
    }

    #[test]
    fn every_page_language_is_a_language() {
        for page in Language::ALL {
            assert_eq!(language(page.code()).map(|tongue| tongue.code), Some(page.code()));
        }
    }

    #[test]
    fn codes_and_names_are_read_as_others_write_them() {
        for (written, code) in [
            ("fin", "fi"),
            ("sv-FI", "sv"),
            ("zh_Hans", "zh"),
            ("GER", "de"),
            ("fi-X-selko", "fi-x-selko"),
            ("iw", "he"),
        ] {
            assert_eq!(language(written).map(|tongue| tongue.code), Some(code), "{written}");
        }
        for (name, code) in
            [("suomi", "fi"), ("Selkosuomi", "fi-x-selko"), ("farsi", "fa"), ("ryska", "ru"), ("العربية", "ar")]
        {
            assert_eq!(IsoLanguage::from_name(name).map(|tongue| tongue.code), Some(code), "{name}");
        }
        assert!(language("xx").is_none() && language("").is_none() && IsoLanguage::from_name("").is_none());
    }

    #[test]
    fn directions() {
        let rtl: Vec<_> = languages().iter().filter(|tongue| tongue.is_rtl()).map(|tongue| tongue.code).collect();
        assert_eq!(rtl, ["ar", "fa", "prs", "ps", "ckb", "he", "ur"]);
    }
}
