//! From characters to words.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A longer "word" is a web address or noise; what comes after is cut off, so that it can still be found by its beginning.
const LONGEST_WORD: usize = 64;

/// A word as it is written, without what does not matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// Lower case, without hyphens: what is indexed.
    pub(crate) raw: String,
    /// The pieces between the hyphens when there are several: "ruoka-apu" → "ruoka", "apu".
    pub(crate) pieces: Vec<String>,
}

impl Word {
    /// With the hyphens: what a dictionary is asked.
    pub(crate) fn spelled(&self) -> String {
        if self.pieces.is_empty() { self.raw.clone() } else { self.pieces.join("-") }
    }
}

/// The words of a text: compatibility forms unified, lower case, no marks that only steer how text is shown.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let clean: String =
        text.chars().filter(|letter| !is_invisible(*letter)).nfkc().flat_map(char::to_lowercase).collect();
    clean
        .split(|letter: char| !(letter.is_alphanumeric() || is_combining_mark(letter) || is_joiner(letter)))
        .filter_map(word)
        .collect()
}

/// Letters without their diacritics: "språkkafé" → "sprakkafe". `None` when nothing changes.
pub(crate) fn folded(word: &str) -> Option<String> {
    if word.is_ascii() {
        return None;
    }
    let mut plain = String::with_capacity(word.len());
    for letter in word.chars() {
        match letter {
            'ø' => plain.push('o'),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            'ß' => plain.push_str("ss"),
            'đ' | 'ð' => plain.push('d'),
            'ł' => plain.push('l'),
            'ı' => plain.push('i'),
            'ё' => plain.push('е'),
            'أ' | 'إ' | 'آ' | 'ٱ' => plain.push('ا'),
            'ى' => plain.push('ي'),
            'ة' => plain.push('ه'),
            // й and ї are letters of their own and not и and і with something on top.
            '\u{400}'..='\u{52F}' => plain.push(letter),
            _ => plain.extend(std::iter::once(letter).nfd().filter(|part| !is_combining_mark(*part))),
        }
    }
    (plain != word).then_some(plain)
}

/// Control characters, soft hyphens, direction marks, Arabic vowel signs and the stretching of Arabic letters.
fn is_invisible(letter: char) -> bool {
    matches!(letter,
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}'
        | '\u{FEFF}' | '\u{640}' | '\u{64B}'..='\u{652}' | '\u{FE00}'..='\u{FE0F}')
        || (letter.is_control() && !letter.is_whitespace())
}

fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}' | '\u{2011}')
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '\u{2019}' | '\u{2BC}')
}

/// Characters that stay inside a word.
fn is_joiner(letter: char) -> bool {
    is_hyphen(letter) || is_apostrophe(letter) || letter == ':'
}

fn word(spelled: &str) -> Option<Word> {
    // "SPR:n", "EU:hun": the ending after the colon is not a word.
    let spelled = match spelled.split_once(':') {
        Some((stem, ending)) if !stem.is_empty() && ending.chars().count() <= 4 => stem,
        _ => spelled,
    };
    let pieces: Vec<String> = spelled
        .split(|letter| is_hyphen(letter) || letter == ':')
        .map(|piece| piece.chars().filter(|letter| !is_apostrophe(*letter)).take(LONGEST_WORD).collect::<String>())
        .filter(|piece| piece.chars().any(char::is_alphanumeric))
        .take(6)
        .collect();
    let raw: String = pieces.concat().chars().take(LONGEST_WORD).collect();
    (!raw.is_empty()).then(|| Word { raw, pieces: if pieces.len() > 1 { pieces } else { Vec::new() } })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raw(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.raw).collect()
    }

    #[test]
    fn words_are_lower_case_and_without_marks() {
        assert_eq!(raw("Kielikahvila – SUOMEA, rennosti!"), ["kielikahvila", "suomea", "rennosti"]);
        assert_eq!(raw("kieli\u{AD}kahvila \u{202B}قهوة\u{202C}"), ["kielikahvila", "قهوة"]);
        assert_eq!(raw("SPR:n 10:00 klo 9.30"), ["spr", "10", "klo", "9", "30"]);
        assert_eq!(raw("pa\u{308}iva\u{308}"), ["päivä"]);
    }

    #[test]
    fn hyphens_keep_the_whole_and_the_pieces() {
        let found = words("osa-aikatyötä -ryhmä AA-");
        assert_eq!(found[0], Word { raw: "osaaikatyötä".into(), pieces: vec!["osa".into(), "aikatyötä".into()] });
        assert_eq!(found[0].spelled(), "osa-aikatyötä");
        assert_eq!(found[1], Word { raw: "ryhmä".into(), pieces: vec![] });
        assert_eq!(found[2].raw, "aa");
    }

    #[test]
    fn folding_says_only_what_changes() {
        assert_eq!(folded("språkkafé").as_deref(), Some("sprakkafe"));
        assert_eq!(folded("kahvila"), None);
        assert_eq!(folded("йод"), None);
        assert_eq!(folded("المكتبة").as_deref(), Some("المكتبه"));
    }

    #[test]
    fn noise_is_cut_and_never_refused() {
        assert!(raw("\u{0}\u{1}--:: '' 🎉🎉 \u{202E}").is_empty());
        assert_eq!(raw(&"ä".repeat(10_000))[0].chars().count(), LONGEST_WORD);
    }
}
