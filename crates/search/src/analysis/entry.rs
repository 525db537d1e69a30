//! What of a document's words goes into the index: per level of exactness each word once, with the strongest place that it has.

use super::language::{Language, is_arrangement, is_function_word};
use super::mentions::{Heard, Mentions};
use super::stem::stem;
use super::text::{Word, folded, words};
use super::{Analyser, FinnishWord};
use crate::{Field, Text};
use std::collections::HashMap;

/// How closely an indexed word follows the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Level {
    /// As written.
    Raw,
    /// Finnish base forms.
    Base,
    /// Parts of Finnish compounds and roots of derivations; the first character says which ([`HEAD`], [`MODIFIER`], [`ROOT`], [`BACKWARDS`]).
    Part,
    /// Stems; the first character is the language's.
    Stem,
    /// As written and base forms, both without diacritics; only where that changes something.
    Fold,
    /// Ids of mentioned concepts: once as they are and once after the language's mark in upper case, so that readers are offered first what
    /// they can read; [`WEAK`] begins those mentioned in passing.
    Concept,
    /// As written and base forms, of titles and keywords only: few enough to search while someone types.
    Title,
}

/// Begins the last part of a compound.
pub(crate) const HEAD: char = '+';
/// Begins another part of a compound.
pub(crate) const MODIFIER: char = '-';
/// Begins a word that something is derived from.
pub(crate) const ROOT: char = '~';
/// Begins the stem, written backwards, of a word that the dictionary does not know: so that compounds are found by their ends without one.
pub(crate) const BACKWARDS: char = '<';
/// Begins the id of a concept that is mentioned as a part of a compound, or that a narrower concept points to.
pub(crate) const WEAK: char = '~';

impl Level {
    pub(crate) const ALL: [Level; 7] =
        [Level::Raw, Level::Base, Level::Part, Level::Stem, Level::Fold, Level::Concept, Level::Title];
}

/// How much a word says about the document, from where and how often it stands there. Written into the index as the word's frequency, so
/// that one list of documents per word serves all fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Impact(pub(crate) u8);

impl Impact {
    /// One more than the greatest.
    pub(crate) const COUNT: usize = 13;
    const EASE: Impact = Impact(1);
    const PLACE: Impact = Impact(5);
    const PROVIDER: Impact = Impact(6);
    const INTERESTS: Impact = Impact(7);
    const KEYWORDS: Impact = Impact(8);

    /// A title of few words is about each of them.
    fn title(words: usize) -> Impact {
        match words {
            0 | 1 => Impact(12),
            2 => Impact(11),
            3..=5 => Impact(10),
            _ => Impact(9),
        }
    }

    /// A long description mentions much in passing; what it repeats is its subject.
    fn body(words: usize, times: u8) -> Impact {
        Impact(match (words, times) {
            (_, 3..) => 4,
            (..=80, 2) => 4,
            (_, 2) => 3,
            (..=80, _) => 3,
            _ => 2,
        })
    }

    /// Where the word stands.
    pub(crate) fn field(self) -> Field {
        match self.0 {
            9.. => Field::Title,
            8 => Field::Keywords,
            7 => Field::Interests,
            6 => Field::Provider,
            5 => Field::Place,
            2..=4 => Field::Body,
            _ => Field::Ease,
        }
    }
}

/// The indexed words of one document.
#[derive(Debug, Default)]
pub(crate) struct Entry {
    levels: [HashMap<String, Impact>; Level::ALL.len()],
}

impl Entry {
    /// `codes` are facet values by dimension that stand for the concepts linked to them.
    pub(crate) fn new<'a>(
        texts: &[Text],
        codes: impl Iterator<Item = &'a (&'static str, String)>,
        analyser: &Analyser,
    ) -> Entry {
        let mut entry = Entry::default();
        for text in texts {
            entry.add(text, analyser);
        }
        // What a code stands for is mentioned, though not in so many words.
        let mentions = analyser.mentions();
        for (dimension, value) in codes {
            for concept in mentions.linked(dimension, value) {
                entry.put(Level::Concept, marked(WEAK, mentions.id(*concept)), Impact::INTERESTS);
            }
        }
        entry
    }

    /// The words of a level, one a line, each after a letter that stands for its impact (a: 1, b: 2 …). The tokenizer reads this.
    pub(crate) fn lines(&self, level: Level) -> String {
        let mut lines = String::new();
        for (word, impact) in &self.levels[level as usize] {
            lines.push((b'a' + impact.0 - 1) as char);
            lines.push_str(word);
            lines.push('\n');
        }
        lines
    }

    fn add(&mut self, text: &Text, analyser: &Analyser) {
        let language = Language::of(&text.language);
        let words = words(&text.text);
        let mut counted = Counted::default();
        let mut heard = Vec::new();
        for word in &words {
            let finnish = (language == Language::Finnish).then(|| analyser.finnish(word));
            counted.word(word, language, finnish.as_deref());
            for piece in &word.pieces {
                let piece = Word { raw: piece.clone(), pieces: Vec::new() };
                let finnish = (language == Language::Finnish).then(|| analyser.finnish(&piece));
                counted.word(&piece, language, finnish.as_deref());
            }
            if !analyser.mentions().is_empty() {
                heard.push(Heard::new(word, language, analyser));
                if let Some(finnish) = finnish {
                    counted.concepts_in_parts(&finnish, analyser);
                }
            }
        }
        counted.concepts(&heard, language, analyser);

        let telling = words.iter().filter(|word| !is_function_word(&word.raw)).count();
        for ((level, token), times) in counted.times {
            let impact = match text.field {
                Field::Title => Impact::title(telling),
                Field::Keywords => Impact::KEYWORDS,
                Field::Interests => Impact::INTERESTS,
                Field::Provider => Impact::PROVIDER,
                Field::Place => Impact::PLACE,
                Field::Body => Impact::body(telling, times),
                Field::Ease => Impact::EASE,
            };
            if matches!(level, Level::Raw | Level::Base) && matches!(text.field, Field::Title | Field::Keywords) {
                self.put(Level::Title, token.clone(), impact);
            }
            self.put(level, token, impact);
        }
    }

    fn put(&mut self, level: Level, token: String, impact: Impact) {
        let known = self.levels[level as usize].entry(token).or_insert(impact);
        *known = impact.max(*known);
    }
}

/// How often each token of a text occurs.
#[derive(Default)]
struct Counted {
    times: HashMap<(Level, String), u8>,
}

impl Counted {
    fn word(&mut self, word: &Word, language: Language, finnish: Option<&FinnishWord>) {
        self.add(Level::Raw, word.raw.clone());
        if let Some(plain) = folded(&word.raw) {
            self.add(Level::Fold, plain);
        }
        if language != Language::Other && finnish.is_none() {
            self.add(Level::Stem, marked(language.mark(), &stem(&word.raw, language)));
        }
        let Some(finnish) = finnish else { return };
        self.add(Level::Stem, marked(language.mark(), &finnish.stem));
        if !finnish.known && finnish.stem.chars().count() > SHORTEST_END {
            self.add(Level::Part, marked(BACKWARDS, &backwards(&finnish.stem)));
        }
        for base in &finnish.bases {
            self.add(Level::Base, base.clone());
            if let Some(plain) = folded(base).filter(|_| *base != word.raw) {
                self.add(Level::Fold, plain);
            }
        }
        for (mark, parts) in [(HEAD, &finnish.heads), (MODIFIER, &finnish.modifiers), (ROOT, &finnish.roots)] {
            for part in parts {
                self.add(Level::Part, marked(mark, part));
            }
        }
    }

    fn concepts(&mut self, heard: &[Heard], language: Language, analyser: &Analyser) {
        let mentions = analyser.mentions();
        for mention in mentions.find(heard) {
            self.concept(mention.concept, language, mentions);
        }
    }

    fn concept(&mut self, concept: u32, language: Language, mentions: &Mentions) {
        let id = mentions.id(concept);
        self.add(Level::Concept, id.to_owned());
        self.add(Level::Concept, marked(language.mark().to_ascii_uppercase(), id));
        for broader in mentions.broader(concept) {
            self.add(Level::Concept, marked(WEAK, mentions.id(*broader)));
        }
    }

    /// A Finnish compound mentions what its parts name, weakly; but a "vertaisryhmätoiminta" is about peer groups as much as
    /// a "vertaisryhmä" is.
    fn concepts_in_parts(&mut self, word: &FinnishWord, analyser: &Analyser) {
        let mentions = analyser.mentions();
        let named = |part: &String| mentions.find(&[Heard { keys: vec![part.clone()], passed: false }]);
        let about_the_rest = word.heads.iter().any(|head| is_arrangement(head));
        for mention in word.heads.iter().flat_map(named) {
            self.add(Level::Concept, marked(WEAK, mentions.id(mention.concept)));
        }
        for mention in word.modifiers.iter().flat_map(named) {
            if about_the_rest {
                self.concept(mention.concept, Language::Finnish, mentions);
            } else {
                self.add(Level::Concept, marked(WEAK, mentions.id(mention.concept)));
            }
        }
    }

    fn add(&mut self, level: Level, token: String) {
        let times = self.times.entry((level, token)).or_default();
        *times = times.saturating_add(1);
    }
}

/// Letters that the end of a compound must have to be told from an ending.
pub(crate) const SHORTEST_END: usize = 4;

/// The letters of a word from the last to the first.
pub(crate) fn backwards(word: &str) -> String {
    word.chars().rev().collect()
}

/// A token that begins with a mark.
pub(crate) fn marked(mark: char, word: &str) -> String {
    let mut token = String::with_capacity(word.len() + 1);
    token.push(mark);
    token.push_str(word);
    token
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(texts: &[Text]) -> Entry {
        Entry::new(texts, std::iter::empty(), &Analyser::new(None))
    }

    #[test]
    fn the_strongest_place_counts() {
        let entry = entry(&[
            Text::new("fi", Field::Body, "kahvila kirjastossa"),
            Text::new("fi", Field::Title, "Kahvila"),
            Text::new("sv", Field::Keywords, "kaffe"),
        ]);
        let raw = &entry.levels[Level::Raw as usize];
        assert_eq!(raw["kahvila"].field(), Field::Title);
        assert_eq!(raw["kirjastossa"].field(), Field::Body);
        assert_eq!(raw["kaffe"].field(), Field::Keywords);
        assert!(entry.levels[Level::Stem as usize].contains_key("skaff"));
    }

    #[test]
    fn what_a_text_repeats_weighs_more() {
        let entry = entry(&[Text::new("fi", Field::Body, "kuoro laulaa, kuoro juo kahvia")]);
        let raw = &entry.levels[Level::Raw as usize];
        assert!(raw["kuoro"] > raw["kahvia"]);
    }

    #[test]
    fn lines_carry_the_impact() {
        let lines = entry(&[Text::new("en", Field::Title, "Choir")]).lines(Level::Raw);
        assert_eq!(lines, "lchoir\n");
    }
}
