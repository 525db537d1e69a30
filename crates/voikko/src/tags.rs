//! What the tags in the transducer's output mean.

use crate::analysis::{Case, Number, WordClass};

/// A symbol, as the reader of an output sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tag {
    /// Not a tag: letters of the word.
    Letters,
    /// `[Xp]`: the base form of a part follows, up to [`Tag::End`].
    Base,
    /// `[Xj]`: the base of a derivational ending follows, up to [`Tag::End`].
    Derivation,
    /// `[Xr]`: how the letters of the part are written follows (`j` = in capitals), up to [`Tag::End`].
    Shape,
    /// `[X]`
    End,
    /// `[Bc]`: between two parts of a compound.
    Boundary,
    /// `[Bh]`: at the boundary a hyphen stands between two equal vowels or after a digit, and only there.
    Hyphen,
    /// `[Isf]`: a foreign word, which may have a hyphen after it anyway (*rock-musiikki*).
    Foreign,
    /// `[Ica]`: a common noun that ends a compound when it follows a name (*Olavin|linna*).
    Last,
    /// `[De]`: the part is capitalised before a place name (Etelä-Suomi).
    Direction,
    /// `[L…]`
    Class(WordClass),
    /// `[S…]`
    Case(Case),
    /// `[Ny]`, `[Nm]`
    Number(Number),
    /// `[Dg]`: derived from a place name, so no longer a name.
    Inhabitant,
    /// Anything else: tense, person, possessive, hints for spelling.
    Other,
}

impl Tag {
    /// The tag that a symbol's text names.
    pub(crate) fn of(text: &str) -> Tag {
        let Some(name) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) else {
            let flag = text.len() > 1 && text.starts_with('@') && text.ends_with('@');
            return if text.is_empty() || flag { Tag::Other } else { Tag::Letters };
        };
        match name {
            "X" => Tag::End,
            "Xp" => Tag::Base,
            "Xj" => Tag::Derivation,
            "Xr" => Tag::Shape,
            "Bc" => Tag::Boundary,
            "Bh" => Tag::Hyphen,
            "Isf" => Tag::Foreign,
            "Ica" => Tag::Last,
            "De" => Tag::Direction,
            "Dg" => Tag::Inhabitant,
            "Ny" => Tag::Number(Number::Singular),
            "Nm" => Tag::Number(Number::Plural),
            _ => match name.split_at_checked(1) {
                Some(("L", class)) => class_of(class).map_or(Tag::Other, Tag::Class),
                Some(("S", case)) => case_of(case).map_or(Tag::Other, Tag::Case),
                _ => Tag::Other,
            },
        }
    }
}

fn class_of(name: &str) -> Option<WordClass> {
    Some(match name {
        "n" => WordClass::Noun,
        "l" => WordClass::Adjective,
        "nl" => WordClass::NounOrAdjective,
        "t" => WordClass::Verb,
        "s" => WordClass::Adverb,
        "r" => WordClass::Pronoun,
        "u" | "ur" => WordClass::Numeral,
        "c" => WordClass::Conjunction,
        "d" => WordClass::Adposition,
        "h" => WordClass::Interjection,
        "k" => WordClass::Negation,
        "p" => WordClass::Prefix,
        "a" => WordClass::Abbreviation,
        "ee" => WordClass::FirstName,
        "es" => WordClass::Surname,
        "ep" => WordClass::PlaceName,
        "em" => WordClass::OtherName,
        _ => return None,
    })
}

fn case_of(name: &str) -> Option<Case> {
    Some(match name {
        "n" => Case::Nominative,
        "g" => Case::Genitive,
        "p" => Case::Partitive,
        "ak" => Case::Accusative,
        "es" => Case::Essive,
        "tr" => Case::Translative,
        "ine" => Case::Inessive,
        "ela" => Case::Elative,
        "ill" => Case::Illative,
        "ade" => Case::Adessive,
        "abl" => Case::Ablative,
        "all" => Case::Allative,
        "ab" => Case::Abessive,
        "ko" => Case::Comitative,
        "in" => Case::Instructive,
        "sti" => Case::Adverbial,
        _ => return None,
    })
}
