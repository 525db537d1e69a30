//! The closed lists of codes the tray is described with, and their names.
//!
//! A code is stored and exchanged; its name is looked up in `text/*/vocabulary.ftl` under `set-code`. Import files
//! use the names of any page language, so the words people read are also the words people write.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::i18n::Language;

/// One closed list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Vocabulary {
    /// What keys in the text files begin with.
    pub set: &'static str,
    /// The codes, in the order they are shown.
    pub codes: &'static [&'static str],
}

/// What an activity is (T3, P6, C7).
pub const KINDS: Vocabulary = Vocabulary {
    set: "kind",
    codes: &[
        "open_activity",
        "group",
        "course",
        "event",
        "support",
        "peer_support",
        "volunteering",
        "work_trial",
        "wage_subsidy",
        "part_time",
        "space",
        "information",
    ],
};

/// The kinds that are places to work (P6).
pub const POSITION_KINDS: [&str; 3] = ["work_trial", "wage_subsidy", "part_time"];

/// What makes coming easy: each is a fact a provider can promise.
pub const THRESHOLDS: Vocabulary = Vocabulary {
    set: "threshold",
    codes: &[
        "no_sign_up",
        "anonymous",
        "free",
        "companion",
        "met_at_door",
        "drop_in",
        "no_commitment",
        "quiet",
        "small_group",
        "easy_finnish",
        "children",
        "transport",
        "online",
        "substance_free",
        "wheelchair",
        "accessible_toilet",
        "hearing_loop",
        "interpreter",
    ],
};

/// What people like (P3).
pub const INTERESTS: Vocabulary = Vocabulary {
    set: "interest",
    codes: &[
        "animals",
        "nature",
        "gardening",
        "crafts",
        "repair",
        "cooking",
        "company",
        "music",
        "dance",
        "art",
        "theatre",
        "literature",
        "games",
        "digital",
        "exercise",
        "languages",
        "history",
        "children",
        "elderly",
        "faith",
        "learning",
        "work",
        "wellbeing",
        "recycling",
        "influence",
        "business",
    ],
};

/// How life may be now (P3).
pub const SITUATIONS: Vocabulary = Vocabulary {
    set: "situation",
    codes: &[
        "unemployed",
        "long_unemployed",
        "lonely",
        "new_in_finland",
        "debt",
        "low_income",
        "young_adult",
        "parent",
        "single_parent",
        "carer",
        "retired",
        "disability",
        "mental_health",
        "substance_recovery",
        "grief",
        "separation",
        "violence",
        "homeless",
        "released",
        "social_fear",
        "learning_difficulty",
        "no_car",
    ],
};

/// Who arranges.
pub const ORGANIZATION_TYPES: Vocabulary = Vocabulary {
    set: "organization_type",
    codes: &[
        "association",
        "parish",
        "municipality",
        "wellbeing_county",
        "school",
        "company",
        "cooperative",
        "foundation",
        "project",
        "residents",
        "state",
        "other",
    ],
};

/// The form of support of a position (P6, T3).
pub const SUPPORT_FORMS: Vocabulary = Vocabulary {
    set: "support_form",
    codes: &["work_trial", "rehabilitative_work", "wage_subsidy", "apprenticeship", "supported_employment", "none"],
};

/// What it costs.
pub const PRICES: Vocabulary = Vocabulary { set: "price", codes: &["free", "paid", "donation", "unknown"] };

/// How much of a place is shown.
pub const CONFIDENTIALITIES: Vocabulary =
    Vocabulary { set: "confidentiality", codes: &["public", "area_only", "hidden"] };

/// The languages one gets by with, and the languages of content.
pub const LANGUAGES: Vocabulary =
    Vocabulary { set: "language", codes: &["fi", "fi-x-selko", "sv", "en", "so", "ar", "ru", "uk", "et", "fa", "fse"] };

/// Every list.
pub const ALL: [Vocabulary; 9] =
    [KINDS, THRESHOLDS, INTERESTS, SITUATIONS, ORGANIZATION_TYPES, SUPPORT_FORMS, PRICES, CONFIDENTIALITIES, LANGUAGES];

impl Vocabulary {
    /// The code as the program's own constant, when there is such a code.
    pub fn code(&self, text: &str) -> Option<&'static str> {
        self.codes.iter().copied().find(|code| *code == text)
    }

    /// Its name for readers; the code itself when it is not ours.
    pub fn name(&self, code: &str, language: Language) -> String {
        match self.code(code) {
            Some(code) => language.t(&format!("{}-{code}", self.set)).into_owned(),
            None => code.to_owned(),
        }
    }

    /// The code behind a name in any page language, or behind the code itself; case does not matter.
    pub fn code_named(&self, name: &str) -> Option<&'static str> {
        let wanted = name.trim().to_lowercase();
        BY_NAME.get(self.set).and_then(|names| names.get(&wanted)).copied()
    }

    /// Reads a cell with several names, comma between them. A name may itself hold a comma: the longest that is
    /// known wins. What is not known comes back as it was written.
    pub fn codes_in(&self, cell: &str) -> (Vec<&'static str>, Vec<String>) {
        let pieces: Vec<&str> = cell.split(',').map(str::trim).collect();
        let (mut codes, mut unknown) = (Vec::new(), Vec::new());
        let mut at = 0;
        while at < pieces.len() {
            let found = (at + 1..=pieces.len()).rev().find_map(|end| {
                let code = self.code_named(&pieces[at..end].join(", "))?;
                Some((code, end))
            });
            match found {
                Some((code, end)) => {
                    if !codes.contains(&code) {
                        codes.push(code);
                    }
                    at = end;
                }
                None => {
                    if !pieces[at].is_empty() {
                        unknown.push(pieces[at].to_owned());
                    }
                    at += 1;
                }
            }
        }
        (codes, unknown)
    }
}

type Names = HashMap<String, &'static str>;

static BY_NAME: LazyLock<HashMap<&'static str, Names>> = LazyLock::new(|| {
    ALL.iter()
        .map(|list| {
            let mut names = Names::new();
            for code in list.codes {
                names.insert((*code).to_owned(), *code);
                for language in Language::ALL.into_iter().rev() {
                    names.insert(list.name(code, language).to_lowercase(), *code);
                }
            }
            (list.set, names)
        })
        .collect()
});

/// Codes as the database keeps them: a blank before and after each.
pub fn packed<T: AsRef<str>>(codes: &[T]) -> String {
    let mut text = String::from(" ");
    for code in codes {
        text.push_str(code.as_ref());
        text.push(' ');
    }
    text
}

/// The codes in a packed text.
pub fn unpacked(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_a_name_in_every_language() {
        for list in ALL {
            for code in list.codes {
                for language in Language::ALL {
                    let key = format!("{}-{code}", list.set);
                    assert!(language.has(&key), "{} lacks {key}", language.code());
                }
            }
        }
    }

    #[test]
    fn a_name_with_a_comma_is_one_name() {
        let (codes, unknown) = SITUATIONS.codes_in("työtön, Ei autoa, bussi kulkee harvoin, jotain muuta");
        assert_eq!(codes, ["unemployed", "no_car"]);
        assert_eq!(unknown, ["jotain muuta"]);
    }
}
