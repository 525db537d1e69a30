//! A Finnish word seen through the dictionary, remembered for the next time.

use super::language::Language;
use super::morphology::{Morphology, Reading};
use super::spoken;
use super::stem::stem;
use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::{Arc, Mutex, PoisonError};

/// What is known of a Finnish word. Everything in lower case and without hyphens.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct FinnishWord {
    /// Whether the dictionary has it.
    pub(crate) known: bool,
    /// Whether every reading only holds a sentence together.
    pub(crate) function: bool,
    /// Base forms.
    pub(crate) bases: Vec<String>,
    /// Last parts of compounds, what the thing is: "kahvila" of "kielikahvila".
    pub(crate) heads: Vec<String>,
    /// The other parts: "kieli" of "kielikahvila".
    pub(crate) modifiers: Vec<String>,
    /// Words that it is derived from.
    pub(crate) roots: Vec<String>,
    /// Its Snowball stem.
    pub(crate) stem: String,
}

/// A dictionary with a memory. A text of a service has few different words, so most are remembered.
pub(crate) struct Finnish {
    morphology: Option<Arc<dyn Morphology>>,
    // Several, so that threads that rebuild the index seldom wait for each other.
    remembered: Vec<Mutex<HashMap<Box<str>, Arc<FinnishWord>>>>,
    hasher: RandomState,
}

const SHARDS: usize = 16;
/// In all shards about 130,000 words, some 40 MB; a full shard starts over.
const WORDS_IN_SHARD: usize = 8_192;

impl Finnish {
    pub(crate) fn new(morphology: Option<Arc<dyn Morphology>>) -> Finnish {
        Finnish { morphology, remembered: (0..SHARDS).map(|_| Mutex::default()).collect(), hasher: RandomState::new() }
    }

    pub(crate) fn morphology(&self) -> Option<&dyn Morphology> {
        self.morphology.as_deref()
    }

    /// What is known of a word as it is spelled, in lower case, with its hyphens.
    pub(crate) fn word(&self, spelled: &str) -> Arc<FinnishWord> {
        let shard = &self.remembered[self.hasher.hash_one(spelled) as usize % SHARDS];
        // A thread that panicked while inserting leaves a map that is whole.
        if let Some(word) = shard.lock().unwrap_or_else(PoisonError::into_inner).get(spelled) {
            return Arc::clone(word);
        }
        let word = Arc::new(self.understand(spelled));
        let mut remembered = shard.lock().unwrap_or_else(PoisonError::into_inner);
        if remembered.len() >= WORDS_IN_SHARD {
            remembered.clear();
        }
        remembered.insert(spelled.into(), Arc::clone(&word));
        word
    }

    fn understand(&self, spelled: &str) -> FinnishWord {
        let mut word = FinnishWord { stem: stem(&plain(spelled), Language::Finnish), ..FinnishWord::default() };
        let readings = self.readings(spelled);
        word.known = !readings.is_empty();
        word.function = word.known && readings.iter().all(|reading| reading.function);
        for reading in &readings {
            push(&mut word.bases, &reading.base);
            for root in &reading.roots {
                push(&mut word.roots, root);
            }
            if let [modifiers @ .., head] = reading.parts.as_slice()
                && !modifiers.is_empty()
            {
                push(&mut word.heads, head);
                for modifier in modifiers {
                    push(&mut word.modifiers, modifier);
                }
                if modifiers.len() > 1 {
                    self.inner_compounds(reading, &mut word);
                }
            }
        }
        word
    }

    /// As it is written, or as it would be written when it is only spoken like this.
    fn readings(&self, spelled: &str) -> Vec<Reading> {
        let Some(morphology) = &self.morphology else { return Vec::new() };
        let readings = morphology.read(spelled);
        if !readings.is_empty() {
            return readings;
        }
        let written = spoken::written(spelled).map(|written| morphology.read(&written));
        written.into_iter().find(|readings| !readings.is_empty()).unwrap_or_default()
    }

    /// "pitkäaikaistyötön" is about "pitkäaikainen", and "lähihoitajaopiskelija" about "lähihoitaja", not only about "lähi" and "hoitaja".
    fn inner_compounds(&self, reading: &Reading, word: &mut FinnishWord) {
        let (Some(morphology), [first, .., last]) = (&self.morphology, reading.parts.as_slice()) else { return };
        let base = plain(&reading.base);
        if let Some(beginning) = base.strip_suffix(plain(last).as_str()) {
            for inner in morphology.read(beginning) {
                push(&mut word.modifiers, &inner.base);
            }
        }
        if let Some(end) = base.strip_prefix(plain(first).as_str()) {
            for inner in morphology.read(end) {
                push(&mut word.heads, &inner.base);
            }
        }
    }
}

/// Base forms of names are capitalised and those of some compounds hyphenated; words in the index are neither.
fn plain(word: &str) -> String {
    word.chars().filter(|letter| *letter != '-').flat_map(char::to_lowercase).collect()
}

fn push(words: &mut Vec<String>, word: &str) {
    let word = plain(word);
    if !word.is_empty() && !words.contains(&word) {
        words.push(word);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Small;
    impl Morphology for Small {
        fn read(&self, word: &str) -> Vec<Reading> {
            let reading = |base: &str, parts: &[&str]| Reading {
                base: base.into(),
                parts: parts.iter().map(|part| (*part).to_owned()).collect(),
                ..Reading::default()
            };
            match word {
                "ruoka-avun" => vec![reading("ruoka-apu", &["ruoka", "apu"])],
                "helsingissä" => vec![reading("Helsinki", &["Helsinki"])],
                "tietokoneopastus" => vec![reading("tietokoneopastus", &["tieto", "kone", "opastus"])],
                "tietokone" => vec![reading("tietokone", &["tieto", "kone"])],
                "koneopastus" => vec![reading("koneopastus", &["kone", "opastus"])],
                _ => Vec::new(),
            }
        }

        fn fingerprint(&self) -> String {
            "small".into()
        }
    }

    #[test]
    fn compounds_have_a_head_and_modifiers() {
        let finnish = Finnish::new(Some(Arc::new(Small)));
        let help = finnish.word("ruoka-avun");
        assert_eq!(
            (help.bases[0].as_str(), &help.heads[..], &help.modifiers[..]),
            ("ruokaapu", &["apu".into()][..], &["ruoka".into()][..])
        );
        let town = finnish.word("helsingissä");
        assert!(town.known && town.bases == ["helsinki"] && town.heads.is_empty());
    }

    #[test]
    fn a_compound_within_a_compound_is_a_word_too() {
        let guidance = Finnish::new(Some(Arc::new(Small))).word("tietokoneopastus");
        assert_eq!(guidance.modifiers, ["tieto", "kone", "tietokone"]);
        assert_eq!(guidance.heads, ["opastus", "koneopastus"]);
    }

    #[test]
    fn without_a_dictionary_there_is_the_stem() {
        let word = Finnish::new(None).word("kursseja");
        assert!(!word.known && word.bases.is_empty());
        assert_eq!(word.stem, "kurs");
    }
}
