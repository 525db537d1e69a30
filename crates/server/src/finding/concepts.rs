//! The shipped thesaurus: everyday words, official words and other languages for the same thing.

use rust_embed::RustEmbed;
use search::Concepts;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../text/concepts"]
#[include = "*.toml"]
struct Files;

/// The concepts in `text/concepts`, one list over all files.
///
/// # Errors
/// A sentence about what cannot be understood; a test keeps that from being shipped.
pub fn shipped() -> Result<Concepts, String> {
    let mut names: Vec<_> = Files::iter().collect();
    names.sort();
    let text: Vec<String> =
        names.iter().filter_map(|name| Some(String::from_utf8_lossy(&Files::get(name)?.data).into_owned())).collect();
    Concepts::parse(&text.join("\n"))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::reference;
    use crate::vocabulary::{INTERESTS, KINDS, LANGUAGES, SITUATIONS, THRESHOLDS};

    fn is_code(list: &str, code: &str) -> bool {
        match list {
            "situation" => SITUATIONS.code(code).is_some(),
            "interest" => INTERESTS.code(code).is_some(),
            "kind" => KINDS.code(code).is_some(),
            "threshold" => THRESHOLDS.code(code).is_some(),
            "language" => LANGUAGES.code(code).is_some(),
            "life_event" => reference::life_event(code).is_some(),
            "service_class" => reference::service_class(code).is_some(),
            "ptv_target_group" => reference::target_group(code).is_some(),
            _ => false,
        }
    }

    #[test]
    fn every_link_names_a_code_and_every_pointer_a_concept() {
        let concepts = shipped().expect("the concepts can be read");
        let ids: HashSet<&str> = concepts.list().iter().map(|concept| concept.id.as_str()).collect();
        assert_eq!(ids.len(), concepts.list().len(), "an id comes twice");
        assert!(ids.len() >= 350);
        for concept in concepts.list() {
            for pointer in concept.pointers() {
                assert!(ids.contains(pointer.as_str()), "{} points to {pointer}", concept.id);
            }
            for (list, codes) in &concept.links {
                for code in codes {
                    assert!(is_code(list, code), "{}: {list} {code}", concept.id);
                }
            }
        }
    }
}
