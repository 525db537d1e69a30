//! What to look for: every word of the query with its alternatives on all levels of exactness.

mod alternatives;
mod misspelled;

use super::vocabulary::{Found, Vocabulary};
use super::weights;
use crate::analysis::{
    Analyser, FinnishWord, Heard, Language, Level, Mention, Word, is_function_word, is_light, turns_meaning, words,
};
use crate::{How, Mentioned, Query, Result};
use alternatives::Alternatives;
use std::sync::Arc;

/// Words that are looked for; who writes a letter is answered by its first lines.
const MOST_WORDS: usize = 24;
/// Unknown words that are tried to be put right: it means looking at much of the vocabulary.
const MOST_CORRECTED: usize = 4;
/// Characters that are read.
const MOST_CHARACTERS: usize = 300;

/// What to look for.
#[derive(Default)]
pub(super) struct Plan {
    /// The words that some document has.
    pub(super) words: Vec<PlannedWord>,
    /// The query with misspelled words corrected.
    pub(super) corrected: Option<String>,
    /// Whether anything was typed that can be looked for.
    pub(super) asked: bool,
}

/// A word of the query.
pub(super) struct PlannedWord {
    /// As typed, lower case.
    pub(super) typed: String,
    /// Whether it only holds the sentence together.
    pub(super) function: bool,
    /// Its share of the query; all words together make 1.
    pub(super) importance: f32,
    /// What counts as this word.
    pub(super) whole: Vec<Alternative>,
    /// For a compound, what counts as each of its parts, and the part's share of the word.
    pub(super) parts: Vec<(f32, Vec<Alternative>)>,
}

/// Something in the index that counts as a word of the query.
#[derive(Debug, Clone)]
pub(super) struct Alternative {
    pub(super) level: Level,
    /// As it stands in the index, its mark included.
    pub(super) token: String,
    /// How much it counts.
    pub(super) weight: f32,
    pub(super) how: How,
    pub(super) found: Found,
}

/// A word of the query on its way into the plan.
pub(super) struct QueryWord {
    pub(super) word: Word,
    languages: Vec<Language>,
    finnish: Arc<FinnishWord>,
    /// Being typed.
    unfinished: bool,
    pub(super) function: bool,
}

impl Plan {
    pub(super) fn new(
        query: &Query<'_>,
        analyser: &Analyser,
        vocabulary: Vocabulary<'_>,
        documents: usize,
    ) -> Result<Plan> {
        let reader = Language::of(query.language);
        let query_words = query_words(query, reader, analyser);
        if query_words.is_empty() {
            return Ok(Plan { asked: !query.words.trim().is_empty(), ..Plan::default() });
        }
        let mentions = mentions(&query_words, analyser);
        let mut corrections = Vec::new();
        let mut unknown = 0;
        let mut planned = Vec::new();
        for (at, word) in query_words.iter().enumerate() {
            let mut alternatives = Alternatives::new(vocabulary, analyser);
            // "Lähtee" in "kämppä lähtee alta" is about no departure.
            let in_phrase = mentions.iter().any(|mention| mention.words.len() > 1 && mention.words.contains(&at));
            alternatives.word(word, reader, in_phrase)?;
            for pair in [at.checked_sub(1).map(|before| (before, at)), Some((at, at + 1))].into_iter().flatten() {
                if let (Some(one), Some(other)) = (query_words.get(pair.0), query_words.get(pair.1)) {
                    alternatives.joined(one, other)?;
                }
            }
            for mention in mentions.iter().filter(|mention| mention.words.contains(&at)) {
                alternatives.concept(mention.concept, reader, 1.0)?;
                let told = mention.words.len() > 1;
                alternatives.help(mention.concept, if told { weights::HELP_WHEN_TOLD } else { weights::HELP })?;
            }
            alternatives.begun(word, reader)?;
            if !alternatives.is_known() {
                alternatives.vocabulary_parts(word)?;
            }
            if unknown < MOST_CORRECTED && misspelled::may_be(word, &alternatives) {
                unknown += 1;
                if let Some(correct) = misspelled::correct(word, reader, &mut alternatives, vocabulary, analyser)? {
                    corrections.push((word.word.raw.clone(), correct));
                }
            }
            let telling = if query.light.contains(&word.word.raw.as_str()) {
                weights::LIGHT_WORD
            } else if mentions
                .iter()
                .any(|mention| mention.words.contains(&at) && (mention.words.len() > 1 || !word.is_light()))
            {
                weights::IN_MENTION
            } else if word.is_light() {
                weights::LIGHT_WORD
            } else {
                1.0
            };
            let telling = telling / named_alike(&mentions, at) as f32;
            planned.extend(PlannedWord::new(word, alternatives, telling, documents));
        }
        let corrected = (!corrections.is_empty()).then(|| misspelled::put_right(query.words, &corrections));
        Ok(Plan { words: shared_out(planned), corrected, asked: true })
    }

    /// Looks only at the words of titles and keywords, each as it is or, the last one, as the beginning of another.
    pub(super) fn of_titles(
        query: &Query<'_>,
        analyser: &Analyser,
        vocabulary: Vocabulary<'_>,
        documents: usize,
    ) -> Result<Plan> {
        let mut planned = Vec::new();
        for word in query_words(query, Language::of(query.language), analyser) {
            let mut alternatives = Alternatives::new(vocabulary, analyser);
            alternatives.in_titles(&word)?;
            planned.extend(PlannedWord::new(&word, alternatives, 1.0, documents));
        }
        Ok(Plan { words: shared_out(planned), corrected: None, asked: true })
    }
}

impl PlannedWord {
    /// `None` when no document has anything of the word.
    fn new(word: &QueryWord, alternatives: Alternatives<'_>, telling: f32, documents: usize) -> Option<PlannedWord> {
        let mut importance = telling * weights::rarity(alternatives.common(), documents);
        if word.function {
            importance *= weights::FUNCTION_WORD;
        }
        let (whole, parts) = alternatives.done(documents);
        (!whole.is_empty() || !parts.is_empty()).then(|| PlannedWord {
            typed: word.word.raw.clone(),
            function: word.function,
            importance,
            whole,
            parts,
        })
    }
}

/// The words that are read of what was typed.
pub(super) fn query_words(query: &Query<'_>, reader: Language, analyser: &Analyser) -> Vec<QueryWord> {
    let typed: String = query.words.chars().take(MOST_CHARACTERS).collect();
    let mut typed_words = words(&typed);
    typed_words.truncate(MOST_WORDS);
    let last = typed_words.len().wrapping_sub(1);
    let unfinished = query.last_word_is_prefix && typed.ends_with(char::is_alphanumeric);
    let query_word = |(at, word)| QueryWord::new(word, reader, unfinished && at == last, analyser);
    typed_words.into_iter().enumerate().map(query_word).collect()
}

/// How many times the query names what one of its words names: "mesta" and "hengaa" say the same, so each counts half.
fn named_alike(mentions: &[Mention], at: usize) -> usize {
    let alike = |mention: &Mention| {
        let apart = |other: &&Mention| other.words.iter().all(|word| !mention.words.contains(word));
        1 + mentions.iter().filter(|other| other.concept == mention.concept).filter(apart).count()
    };
    mentions.iter().filter(|mention| mention.words.contains(&at)).map(alike).min().unwrap_or(1)
}

/// Makes the words' importances shares of 1.
fn shared_out(mut planned: Vec<PlannedWord>) -> Vec<PlannedWord> {
    let sum: f32 = planned.iter().map(|word| word.importance).sum();
    for word in &mut planned {
        word.importance /= sum;
    }
    planned
}

impl QueryWord {
    fn new(word: Word, reader: Language, unfinished: bool, analyser: &Analyser) -> QueryWord {
        let languages = Language::of_query(&word.raw, reader);
        let finnish = if languages.contains(&Language::Finnish) {
            analyser.finnish(&word)
        } else {
            Arc::new(FinnishWord::default())
        };
        let function = !unfinished && (is_function_word(&word.raw) || finnish.function);
        QueryWord { word, languages, finnish, unfinished, function }
    }

    /// Whether it says little by itself.
    fn is_light(&self) -> bool {
        !self.unfinished && self.finnish.known && self.finnish.bases.iter().any(|base| is_light(base))
    }
}

/// The concepts that some words mention, with what they are linked to.
pub(crate) fn mentioned(analyser: &Analyser, typed: &str, language: &str) -> Vec<Mentioned> {
    let query = Query { words: typed, language, ..Query::default() };
    let words = query_words(&query, Language::of(language), analyser);
    let concepts = analyser.concepts();
    mentions(&words, analyser)
        .into_iter()
        .map(|mention| {
            let concept = &concepts[mention.concept as usize];
            let links = concept.links.iter();
            Mentioned {
                concept: concept.id.clone(),
                words: mention.words.iter().map(|at| words[*at].word.raw.clone()).collect(),
                links: links
                    .flat_map(|(list, codes)| codes.iter().map(move |code| (list.clone(), code.clone())))
                    .collect(),
            }
        })
        .collect()
}

/// The concepts that the query mentions in any of the languages it may be in.
pub(super) fn mentions(query_words: &[QueryWord], analyser: &Analyser) -> Vec<Mention> {
    if analyser.mentions().is_empty() {
        return Vec::new();
    }
    let heard: Vec<Heard> = query_words
        .iter()
        .map(|word| {
            let mut keys = vec![word.word.raw.clone()];
            keys.extend(word.languages.iter().flat_map(|language| analyser.keys(&word.word, *language)));
            keys.sort_unstable();
            keys.dedup();
            Heard { keys, passed: is_function_word(&word.word.raw) && !turns_meaning(&word.word.raw) }
        })
        .collect();
    let mut found = analyser.mentions().find(&heard);
    // "Auto koulu" is what a phone makes of "autokoulu".
    for at in 1..query_words.len() {
        let (one, other) = (&query_words[at - 1], &query_words[at]);
        if one.function || other.function || !one.languages.contains(&Language::Finnish) {
            continue;
        }
        // Between two of the same vowel a compound has a hyphen: "ruoka-apu".
        let meet = one.word.raw.chars().next_back().filter(|letter| "aeiouyäö".contains(*letter));
        let hyphen = if meet.is_some() && meet == other.word.raw.chars().next() { "-" } else { "" };
        let Some(together) = words(&format!("{}{hyphen}{}", one.word.raw, other.word.raw)).pop() else { continue };
        let heard = Heard { keys: analyser.keys(&together, Language::Finnish), passed: false };
        for mention in analyser.mentions().find(&[heard]) {
            found.retain(|other| other.words.iter().any(|word| *word != at && *word != at - 1));
            found.push(Mention { concept: mention.concept, words: vec![at - 1, at] });
        }
    }
    found
}
