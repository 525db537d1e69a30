//! Of what was typed, the words that everybody has.

use super::plan::{mentions, query_words};
use crate::Query;
use crate::analysis::{Analyser, Language};
use std::collections::BTreeSet;

/// Words that are kept of one line.
const MOST: usize = 8;

/// Base forms of the words that are in the dictionary and not as a name, and of those that the thesaurus knows; each
/// once, in alphabetical order. What is left out may tell who typed it: names, numbers, addresses, words that nobody knows.
pub(crate) fn ordinary_words(analyser: &Analyser, typed: &str, language: &str) -> Vec<String> {
    let query = Query { words: typed, language, ..Query::default() };
    let words = query_words(&query, Language::of(language), analyser);
    let mentions = mentions(&words, analyser);
    let mut kept = BTreeSet::new();
    for (at, word) in words.iter().enumerate() {
        let raw = &word.word.raw;
        if word.function || raw.chars().any(char::is_numeric) {
            continue;
        }
        if let Some(base) = analyser.base_of_no_name(raw) {
            kept.insert(base);
        } else if mentions.iter().any(|mention| mention.words.contains(&at)) {
            kept.insert(raw.clone());
        }
    }
    kept.into_iter().take(MOST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Concept, Concepts, Morphology, Reading};
    use std::sync::Arc;

    /// Knows a few words, as the dictionary does: names have a capital.
    struct Few;

    impl Morphology for Few {
        fn read(&self, word: &str) -> Vec<Reading> {
            let base = match word {
                "kudontaa" | "kudonta" => "kudonta",
                "virtasen" => "Virtanen",
                "lahden" => "Lahti",
                "ja" => return vec![Reading { base: "ja".into(), function: true, ..Reading::default() }],
                _ => return Vec::new(),
            };
            vec![Reading { base: base.into(), ..Reading::default() }]
        }

        fn fingerprint(&self) -> String {
            "few".into()
        }
    }

    #[test]
    fn names_numbers_and_unknown_words_are_left_out() {
        let analyser = Analyser::new(Some(Arc::new(Few)));
        let typed = "Kudontaa ja Virtasen Kvaasilimppu 0401234567 Lahden kudonta matti@esimerkki.fi";
        assert_eq!(ordinary_words(&analyser, typed, "fi"), ["kudonta"]);
    }

    #[test]
    fn words_of_the_thesaurus_are_kept_in_every_language() {
        let concept = Concept { id: "padel".into(), sv: vec!["padel".to_owned()], ..Concept::default() };
        let analyser = Analyser::new(None).with_concepts(Concepts::new(vec![concept]));
        assert_eq!(ordinary_words(&analyser, "spela padel", "sv"), ["padel"]);
    }
}
