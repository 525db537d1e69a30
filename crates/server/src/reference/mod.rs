//! The facts that ship with the tray: municipalities, postal codes, shared code lists, languages and a map of Finland.
//!
//! The files are in `reference/` at the root of the repository; `reference/SOURCES.md` says where each comes from
//! and under which licence. They are compiled in and read once, at first use. Every lookup takes any text and gives
//! `None` for what it does not know.

mod earth;
mod inflection;
mod languages;
pub mod map;
mod municipalities;
mod postal;
mod terms;
#[cfg(test)]
mod tests;

use crate::i18n::Language;

pub use earth::{Bounds, Point, bounding_box_of_finland, distance_km, is_in_finland, of_tm35fin, to_tm35fin};
pub use inflection::inflected;
pub use languages::{IsoLanguage, language, languages};
pub use municipalities::{
    Area, FormerMunicipality, Municipality, employment_area, employment_areas, former_municipalities,
    former_municipality, municipalities, municipality, municipality_inflected, municipality_named, municipality_now,
    region, regions, welfare_counties, welfare_county,
};
pub use postal::{PostalCode, postal_code, postal_codes};
pub use terms::{
    Term, Terms, life_event, life_event_named, life_events, service_class, service_class_named, service_classes,
    target_group, target_group_named, target_groups,
};

/// A name in the three languages the sources are published in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Names {
    /// In Finnish.
    pub fi: &'static str,
    /// In Swedish.
    pub sv: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Names {
    /// The name for a page; easy Finnish uses the Finnish one.
    pub fn name(&self, language: Language) -> &'static str {
        match language {
            Language::Finnish | Language::EasyFinnish => self.fi,
            Language::Swedish => self.sv,
            Language::English => self.en,
        }
    }

    /// All three, Finnish first.
    pub fn all(&self) -> [&'static str; 3] {
        [self.fi, self.sv, self.en]
    }
}

/// The rows of one of the shipped files after its heading. A row that has not exactly `N` cells is left out; the
/// counts in the tests would show it.
fn rows<const N: usize>(text: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    text.lines().skip(1).filter_map(|line| {
        let mut cells = line.split(';');
        let mut row = [""; N];
        for cell in &mut row {
            *cell = cells.next()?;
        }
        cells.next().is_none().then_some(row)
    })
}

/// A text as it is compared: one blank between words, small letters, and the Nordic letters as one sign each, as
/// some systems (macOS file names, old exports) write them as a letter and a separate accent.
fn comparable(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !result.is_empty() {
            result.push(' ');
        }
        for letter in word.chars().flat_map(char::to_lowercase) {
            let joined = match (letter, result.chars().next_back()) {
                ('\u{308}', Some('a')) => 'ä',
                ('\u{308}', Some('o')) => 'ö',
                ('\u{30a}', Some('a')) => 'å',
                _ => {
                    result.push(letter);
                    continue;
                }
            };
            result.pop();
            result.push(joined);
        }
    }
    result
}
