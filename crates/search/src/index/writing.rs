//! From a document to what the engine stores.

use super::schema::Schema;
use crate::analysis::{Analyser, Entry, Level};
use crate::columns::Points;
use crate::{Document, Field, Settings};
use std::hash::Hasher;
use tantivy::TantivyDocument;

/// Separates a title from its language, and from the next one.
const UNIT: char = '\u{1F}';

/// The document as the engine stores it.
pub(super) fn stored(
    document: &Document,
    schema: &Schema,
    settings: &Settings,
    analyser: &Analyser,
) -> TantivyDocument {
    let mut stored = TantivyDocument::new();
    stored.add_text(schema.id, &document.id);
    stored.add_text(schema.titles, titles(document));
    let codes = document.facets.iter().filter(|(dimension, _)| settings.telling.contains(dimension));
    let entry = Entry::new(&document.texts, codes, analyser);
    for level in Level::ALL {
        let lines = entry.lines(level);
        if !lines.is_empty() {
            stored.add_text(schema.level(level), lines);
        }
    }
    let mut facets: Vec<(usize, &str)> = document
        .facets
        .iter()
        .filter_map(|(dimension, value)| {
            let at = settings.dimensions.iter().position(|known| known == dimension)?;
            (!value.is_empty()).then_some((at, value.as_str()))
        })
        .collect();
    // A value counts once however often a document names it.
    facets.sort_unstable();
    facets.dedup();
    for (dimension, value) in facets {
        stored.add_text(schema.facets[dimension], value);
    }
    for packed in document.points.iter().filter_map(|point| Points::pack(*point)) {
        stored.add_u64(schema.point, packed);
    }
    let mut ends = document.ends.clone();
    ends.sort_unstable();
    ends.dedup();
    for end in ends {
        stored.add_i64(schema.end, end);
    }
    if let Some(day) = document.checked_day {
        stored.add_i64(schema.checked, i64::from(day).clamp(-32_000, 32_000));
    }
    if !document.provider.is_empty() {
        stored.add_u64(schema.provider, hash(&document.provider));
    }
    stored.add_bytes(schema.sort_key, &document.sort_key);
    stored.add_u64(schema.tie, hash(&document.id) >> 32);
    stored
}

/// Titles by language, for suggestions.
fn titles(document: &Document) -> String {
    let mut titles = String::new();
    for text in document.texts.iter().filter(|text| text.field == Field::Title) {
        titles.push_str(&text.language);
        titles.push(UNIT);
        titles.extend(text.text.chars().filter(|letter| !letter.is_control()));
        titles.push(UNIT);
    }
    titles
}

/// Language and title of what [`titles`] wrote.
pub(crate) fn read_titles(stored: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = stored.split(UNIT);
    std::iter::from_fn(move || Some((rest.next()?, rest.next()?)))
}

/// FNV-1a with a last stir: the same on every machine and in every version, because it is written into the index.
fn hash(text: &str) -> u64 {
    struct Fnv(u64);
    impl Hasher for Fnv {
        fn finish(&self) -> u64 {
            let stirred = (self.0 ^ self.0 >> 33).wrapping_mul(0xff51_afd7_ed55_8ccd);
            stirred ^ stirred >> 33
        }
        fn write(&mut self, bytes: &[u8]) {
            for byte in bytes {
                self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3);
            }
        }
    }
    let mut hasher = Fnv(0xcbf2_9ce4_8422_2325);
    hasher.write(text.as_bytes());
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Text;

    #[test]
    fn titles_come_back_by_language() {
        let document = Document {
            texts: vec![
                Text::new("fi", Field::Title, "Kielikahvila"),
                Text::new("sv", Field::Title, "Språkcafé\u{1F}"),
            ],
            ..Document::default()
        };
        let stored = titles(&document);
        assert_eq!(read_titles(&stored).collect::<Vec<_>>(), [("fi", "Kielikahvila"), ("sv", "Språkcafé")]);
    }
}
