//! Finnish as it is spoken, written down: "hajoo" for "hajoaa", "duunii" for "duunia".
//!
//! Only for words that the dictionary does not have as they are: "lukee" and "apu" are written Finnish. In spoken Finnish the
//! vowels at the end of a word grow together. That last vowels fall ("himas" for "himassa") is not read here: such words
//! look like the beginnings of others, which people type more often.

/// Endings of spoken Finnish and the written ones that they may stand for.
const ENDINGS: [(&str, [&str; 2]); 6] = [
    ("oo", ["oaa", "oa"]),
    ("öö", ["öää", "öä"]),
    ("uu", ["uaa", "ua"]),
    ("yy", ["yää", "yä"]),
    ("ee", ["ea", "eä"]),
    ("ii", ["ia", "iä"]),
];
/// Shorter words end like this by chance.
const LEAST_LETTERS: usize = 4;

/// How a word in lower case would be written, the likeliest first. Some of them are no words at all.
pub(super) fn written(spoken: &str) -> impl Iterator<Item = String> {
    let long_enough = spoken.chars().count() >= LEAST_LETTERS;
    let fitting = ENDINGS.iter().filter(move |_| long_enough);
    fitting
        .filter_map(move |(ending, written)| Some((spoken.strip_suffix(ending)?, written)))
        .flat_map(|(beginning, written)| written.iter().map(move |ending| format!("{beginning}{ending}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vowels_grow_together() {
        let is_written = |spoken: &str, wanted: &str| written(spoken).any(|written| written == wanted);
        assert!(is_written("hajoo", "hajoaa"));
        assert!(is_written("duunii", "duunia"));
        assert!(is_written("hirvee", "hirveä"));
        assert!(written("yöö").next().is_none() && written("oo").next().is_none());
        assert!(written("kahvila").next().is_none());
    }
}
