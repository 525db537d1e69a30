//! A word that nothing is found by, put right.

use super::QueryWord;
use super::alternatives::Alternatives;
use crate::analysis::{Analyser, Language, Level, folded, words};
use crate::finding::vocabulary::{Similar, Vocabulary};
use crate::finding::weights;
use crate::{How, Result};

/// How many spellings of the same distance are tried.
const MOST_TRIED: usize = 4;

/// Whether nothing is found by a word and it is not spelled right for certain.
pub(super) fn may_be(word: &QueryWord, alternatives: &Alternatives<'_>) -> bool {
    let raw = &word.word.raw;
    let letters = raw.chars().count();
    // A word of the dictionary that is no compound is spelled right, there is just nothing about it. Compounds may be accidents: "senoritanssi".
    let spelled_right =
        word.finnish.known && (word.finnish.heads.is_empty() || alternatives.has_parts() && letters < 8);
    let has_digits = raw.chars().any(|letter| letter.is_numeric());
    !(alternatives.is_found() || spelled_right || has_digits || letters < if word.unfinished { 5 } else { 4 })
}

/// Adds the words of the index that are spelled almost like the word; returns the likeliest.
pub(super) fn correct(
    word: &QueryWord,
    reader: Language,
    alternatives: &mut Alternatives<'_>,
    vocabulary: Vocabulary<'_>,
    analyser: &Analyser,
) -> Result<Option<String>> {
    let raw = &word.word.raw;
    let (similar, plain) = similar(raw, if raw.chars().count() >= 8 { 2 } else { 1 }, vocabulary)?;
    let Some(best) = similar.first().cloned() else { return Ok(None) };
    for other in similar.iter().take_while(|other| other.distance == best.distance).take(MOST_TRIED) {
        let factor = weights::TYPO[other.distance.min(2)];
        let finnish = analyser.finnish_word(&other.word);
        alternatives.forms(&other.word, &finnish, &word.languages, reader, factor, Some(How::Typo))?;
    }
    // Without its diacritics it is no word to show.
    Ok((!plain).then_some(best.word))
}

/// The spellings of the least distance that there are, and whether they are without diacritics.
fn similar(raw: &str, most: u8, vocabulary: Vocabulary<'_>) -> Result<(Vec<Similar>, bool)> {
    let plain = folded(raw);
    for distance in 1..=most {
        let similar = vocabulary.similar(&[Level::Raw, Level::Base], raw, distance)?;
        if !similar.is_empty() {
            return Ok((similar, false));
        }
        let similar = vocabulary.similar(&[Level::Fold], plain.as_deref().unwrap_or(raw), distance)?;
        if !similar.is_empty() {
            return Ok((similar, true));
        }
    }
    Ok((Vec::new(), false))
}

/// The query as it was typed, with the corrected words in place.
pub(super) fn put_right(typed: &str, corrections: &[(String, String)]) -> String {
    let mut right = Vec::new();
    for piece in typed.split_whitespace().take(super::MOST_WORDS) {
        let correct = words(piece).iter().find_map(|word| {
            corrections.iter().find(|(wrong, _)| *wrong == word.raw).map(|(_, correct)| correct.clone())
        });
        right.push(correct.unwrap_or_else(|| piece.to_owned()));
    }
    right.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_wrong_word_changes() {
        let right = put_right("Kielikavila,  Lahdessa", &[("kielikavila".into(), "kielikahvila".into())]);
        assert_eq!(right, "kielikahvila Lahdessa");
    }
}
