//! Stems: what is left of a word without its endings.

use super::language::Language;
use rust_stemmers::{Algorithm, Stemmer};

/// The stem of a word in lower case, or the word itself where nothing is known of the language.
pub(crate) fn stem(word: &str, language: Language) -> String {
    let algorithm = match language {
        Language::Finnish => return finnish(word),
        Language::Swedish => Algorithm::Swedish,
        Language::English => Algorithm::English,
        Language::Russian => Algorithm::Russian,
        Language::Arabic => return arabic(word),
        Language::Ukrainian => return without_ending(word, UKRAINIAN_ENDINGS, 4),
        Language::Somali => return without_ending(word, SOMALI_ENDINGS, 4),
        Language::Other => return word.to_owned(),
    };
    Stemmer::create(algorithm).stem(word).into_owned()
}

/// Snowball leaves the "ej" of "kursseja" standing, so that it would not meet "kurssi".
fn finnish(word: &str) -> String {
    let stem = Stemmer::create(Algorithm::Finnish).stem(word);
    let Some(plural) = stem.strip_suffix('j') else { return stem.into_owned() };
    let mut short = plural.trim_end_matches(['a', 'e', 'i', 'o', 'u', 'y', 'ä', 'ö']);
    let mut letters = short.chars().rev();
    if let (Some(last), Some(before)) = (letters.next(), letters.next())
        && last == before
    {
        short = &short[..short.len() - last.len_utf8()];
    }
    if short.chars().count() < 3 { stem.into_owned() } else { short.to_owned() }
}

/// Takes off the article with what is written together with it and the commonest endings ("light stemming"); Snowball's Arabic keeps them apart in
/// too many words.
fn arabic(word: &str) -> String {
    let word = super::folded(word).unwrap_or_else(|| word.to_owned());
    let long_enough = |rest: &&str| rest.chars().count() >= 3;
    let stem = ARABIC_BEGINNINGS
        .iter()
        .filter_map(|beginning| word.strip_prefix(beginning))
        .find(long_enough)
        .unwrap_or(&word);
    without_ending(stem, ARABIC_ENDINGS, 2)
}

/// The longest first; letters as [`super::folded`] leaves them.
const ARABIC_BEGINNINGS: &[&str] = &["وال", "بال", "كال", "فال", "لل", "ال", "و"];
/// The longest first.
const ARABIC_ENDINGS: &[&str] = &["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"];

/// Snowball has no Ukrainian and no Somali; taking off the longest of the common endings joins most forms of a noun.
fn without_ending(word: &str, endings: &[&str], shortest_stem: usize) -> String {
    endings
        .iter()
        .filter_map(|ending| word.strip_suffix(ending))
        .find(|stem| stem.chars().count() >= shortest_stem)
        .unwrap_or(word)
        .to_owned()
}

/// The longest first.
const UKRAINIAN_ENDINGS: &[&str] = &[
    "ування",
    "еннями",
    "ннями",
    "ання",
    "ення",
    "ому",
    "ого",
    "ими",
    "ами",
    "ями",
    "ові",
    "еві",
    "ають",
    "ують",
    "ити",
    "ати",
    "ої",
    "ою",
    "ею",
    "єю",
    "ів",
    "їв",
    "ам",
    "ям",
    "ах",
    "ях",
    "ом",
    "ем",
    "ий",
    "ій",
    "их",
    "им",
    "ть",
    "а",
    "я",
    "у",
    "ю",
    "и",
    "і",
    "ї",
    "е",
    "є",
    "о",
    "й",
    "ь",
];

/// Articles and plurals; the longest first.
const SOMALI_ENDINGS: &[&str] = &[
    "yaasha", "yaal", "aha", "ada", "ooyin", "oyin", "iyo", "kii", "tii", "dii", "gii", "ka", "ga", "ha", "da", "ta",
    "sha", "ku", "du", "tu", "o",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_share_a_stem() {
        for (language, one, other) in [
            (Language::Finnish, "kurssi", "kurssia"),
            (Language::Finnish, "kurssi", "kursseja"),
            (Language::Swedish, "kurser", "kursen"),
            (Language::English, "swimming", "swims"),
            (Language::Russian, "пенсионерам", "пенсионеров"),
            (Language::Ukrainian, "допомога", "допомогою"),
            (Language::Arabic, "اللغة", "لغة"),
            (Language::Somali, "luqad", "luqadda"),
        ] {
            let (one, other) = (stem(one, language), stem(other, language));
            assert!(one == other || other.starts_with(&one), "{language:?}: {one} {other}");
        }
    }
}
