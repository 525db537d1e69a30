//! What a match is worth: the numbers that ranking is tuned by, all in one place.
//!
//! What counts as a word of the query adds up like independent evidence: of two matches worth a and b, both together are
//! worth 1 − (1 − a)(1 − b). So no number here may be more than 1 but those that share out importance.

use crate::analysis::Impact;

/// How much a word counts by where it stands in the document (see [`Impact`]); the first is never used.
pub(super) const PLACES: [f32; Impact::COUNT] =
    [0.0, EASE, 0.35, 0.44, 0.53, 0.40, 0.45, 0.40, 0.75, 0.80, 0.87, 0.94, 1.0];

/// What makes coming easy is promised by many and the subject of none.
const EASE: f32 = 0.2;

/// The same word in the same form.
pub(super) const EXACT: f32 = 1.0;
/// Another form of the same word; the same form is both.
pub(super) const BASE: f32 = 0.75;
/// The word is what a compound is about: "kurssi" and "ruokakurssi".
pub(super) const HEAD: f32 = 0.8;
/// The word is another part of a compound: "ruoka" and "ruokakurssi".
pub(super) const MODIFIER: f32 = 0.6;
/// A word that no dictionary knows ends with it.
pub(super) const ENDING: f32 = 0.65;
/// One is derived from the other: "työttömyys" and "työtön".
pub(super) const ROOT: f32 = 0.6;
/// Both are derived from the same.
pub(super) const SAME_ROOT: f32 = 0.45;
/// The same stem in the reader's language.
pub(super) const STEM: f32 = 0.8;
/// The same stem in another language.
pub(super) const OTHER_STEM: f32 = 0.7;
/// The same Finnish stem of a word that the dictionary knows: mostly chance.
pub(super) const STEM_OF_KNOWN: f32 = 0.4;
/// The same without diacritics.
pub(super) const FOLDED: f32 = 0.65;
/// Begins with what is being typed.
pub(super) const TYPED_PREFIX: f32 = 0.75;
/// Begins with a word that was typed to its end and is not known.
pub(super) const PREFIX: f32 = 0.6;
/// Begins with a word that is known.
pub(super) const PREFIX_OF_KNOWN: f32 = 0.3;
/// Two words of the query written as one.
pub(super) const JOINED: f32 = 0.9;
/// A compound of the query whose parts the document has separately.
pub(super) const IN_PARTS: f32 = 0.7;
/// One letter is different, two are.
pub(super) const TYPO: [f32; 3] = [1.0, 0.75, 0.55];
/// Another word for the same thing, in the reader's language.
pub(super) const CONCEPT: f32 = 0.5;
/// The same in Finnish, which most can at least recognise.
pub(super) const CONCEPT_IN_FINNISH: f32 = 0.42;
/// The same in another language.
pub(super) const CONCEPT_IN_OTHERS: f32 = 0.36;
/// Mentioned as a part of a compound, or as something narrower.
pub(super) const WEAK_CONCEPT: f32 = 0.16;
/// A word as such that is part of a phrase which means something of its own.
pub(super) const IN_PHRASE: f32 = 0.75;
/// Something wider.
pub(super) const BROADER: f32 = 0.15;
/// Something near.
pub(super) const RELATED: f32 = 0.15;

/// What helps in a situation that is told in several words: "rahat loppu".
pub(super) const HELP_WHEN_TOLD: f32 = 0.47;
/// What the next thing that helps is worth, as a share of the one before.
pub(super) const NEXT_HELP: f32 = 0.92;
/// What helps in a situation that one word names.
pub(super) const HELP: f32 = 0.22;

/// How important a word is that only holds the sentence together.
pub(super) const FUNCTION_WORD: f32 = 0.06;
/// How important a word is that says little by itself.
pub(super) const LIGHT_WORD: f32 = 0.3;
/// How important a word is that names something of the thesaurus, alone or with others.
pub(super) const IN_MENTION: f32 = 1.1;
/// The share of the query's importance that a document must have to be found.
pub(super) const LEAST_COVERAGE: f32 = 0.25;
/// What a document's words must be worth, as a share of what the best document's are: what is far below it was found by
/// chance, and nobody is helped by two hundred hits.
pub(super) const LEAST_OF_BEST: f32 = 0.15;
/// A word that is matched at least this well is had; one that is only near to something in the document is had in part.
pub(super) const WELL_MATCHED: f32 = 0.25;
/// What a match must be worth, as a share of the document's strongest, to be told as a reason.
pub(super) const LEAST_REASON: f32 = 0.4;
/// How strongly documents with all of the words are preferred.
pub(super) const COORDINATION: f32 = 1.0;

/// How rare a word is, from about .3 for one that every document has.
pub(super) fn rarity(documents: u32, all: usize) -> f32 {
    let (documents, all) = (documents as f32, all as f32);
    (1.0 + (all - documents).max(0.0) / (documents + 1.0)).ln() + 0.5
}

/// What nearness does to a score: 1 at the door, .75 at about 20 km, never below .5; without a place in between.
pub(super) fn nearness(km: Option<f64>) -> f32 {
    km.map_or(0.7, |km| 0.5 + 0.5 / (1.0 + km as f32 / 20.0))
}
