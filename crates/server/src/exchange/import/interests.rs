//! What keywords and themes of others mean in our list of interests: the thesaurus knows.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::finding::concepts;
use crate::vocabulary::INTERESTS;

/// Interests of one activity.
const MOST: usize = 5;

/// The interests that a concept called so in Finnish is linked to.
pub(super) fn called<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    static BY_LABEL: LazyLock<HashMap<String, Vec<&'static str>>> = LazyLock::new(|| {
        let mut by_label: HashMap<String, Vec<&'static str>> = HashMap::new();
        for concept in concepts::shipped().unwrap_or_default().list() {
            let codes: Vec<&'static str> =
                concept.links.get("interest").into_iter().flatten().filter_map(|code| INTERESTS.code(code)).collect();
            for label in concept.fi.iter().filter(|_| !codes.is_empty()) {
                by_label.entry(label.to_lowercase()).or_default().extend(&codes);
            }
        }
        by_label
    });
    let mut found: Vec<String> = Vec::new();
    for name in names {
        // "lapset (ikäryhmät)": the national ontology tells in brackets which is meant.
        let bare = name.split(" (").next().unwrap_or(name).trim().to_lowercase();
        // Our own names first: what once left a tray comes back as it was.
        let own = INTERESTS.code_named(&bare);
        for code in own.iter().chain(BY_LABEL.get(&bare).filter(|_| own.is_none()).into_iter().flatten()) {
            if found.len() < MOST && found.iter().all(|known| known != code) {
                found.push((*code).to_owned());
            }
        }
    }
    found
}
