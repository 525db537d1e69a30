//! The code lists of the Finnish Service Catalogue (PTV): target groups, life events and service classes.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Names, comparable, rows};
use crate::i18n::Language;

/// One entry of a code list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// Its code in the list: `KR1.2`, `KE5`, `P27.1`.
    pub code: &'static str,
    /// The code of the broader entry, if there is one.
    pub parent: Option<&'static str>,
    /// Its address in the national code service.
    pub uri: &'static str,
    /// What it is called.
    pub names: Names,
}

impl Term {
    /// What it is called on a page.
    pub fn name(&self, language: Language) -> &'static str {
        self.names.name(language)
    }
}

/// A code list.
#[derive(Debug)]
pub struct Terms {
    all: Vec<Term>,
    by_code: HashMap<&'static str, usize>,
    by_name: HashMap<String, usize>,
}

impl Terms {
    fn read(text: &'static str) -> Terms {
        let all: Vec<Term> = rows(text)
            .map(|[code, parent, uri, fi, sv, en]| Term {
                code,
                parent: Some(parent).filter(|parent| !parent.is_empty()),
                uri,
                names: Names { fi, sv, en },
            })
            .collect();
        let by_code = all.iter().enumerate().map(|(at, term)| (term.code, at)).collect();
        let mut by_name = HashMap::new();
        // Finnish names first; of entries with the same name the first in the file.
        for language in [Language::Finnish, Language::Swedish, Language::English] {
            for (at, term) in all.iter().enumerate() {
                by_name.entry(comparable(term.name(language))).or_insert(at);
            }
        }
        Terms { all, by_code, by_name }
    }

    /// Every entry, the broader before its narrower ones.
    pub fn all(&self) -> &[Term] {
        &self.all
    }

    /// The entry with a code, or with an address that ends in the code: PTV has written the addresses of one list
    /// in several ways over the years.
    pub fn find(&self, code: &str) -> Option<&Term> {
        let code = code.trim();
        let code = code.rsplit_once('/').map_or(code, |(_, last)| last);
        self.all.get(*self.by_code.get(code)?)
    }

    /// The entry called so in Finnish, Swedish or English; case does not matter.
    pub fn named(&self, name: &str) -> Option<&Term> {
        self.all.get(*self.by_name.get(&comparable(name))?)
    }

    /// The entries right below one.
    pub fn narrower<'a>(&'a self, code: &'a str) -> impl Iterator<Item = &'a Term> {
        self.all.iter().filter(move |term| term.parent == Some(code))
    }
}

static TARGET_GROUPS: LazyLock<Terms> =
    LazyLock::new(|| Terms::read(include_str!("../../../../reference/target-groups.csv")));
static LIFE_EVENTS: LazyLock<Terms> =
    LazyLock::new(|| Terms::read(include_str!("../../../../reference/life-events.csv")));
static SERVICE_CLASSES: LazyLock<Terms> =
    LazyLock::new(|| Terms::read(include_str!("../../../../reference/service-classes.csv")));

/// Whom a service is for (`KR…`).
pub fn target_groups() -> &'static Terms {
    &TARGET_GROUPS
}

/// The moment in life a service is for (`KE…`).
pub fn life_events() -> &'static Terms {
    &LIFE_EVENTS
}

/// What a service is about (`P…`).
pub fn service_classes() -> &'static Terms {
    &SERVICE_CLASSES
}

/// The target group with a code or address.
pub fn target_group(code: &str) -> Option<&'static Term> {
    TARGET_GROUPS.find(code)
}

/// The target group called so in Finnish, Swedish or English.
pub fn target_group_named(name: &str) -> Option<&'static Term> {
    TARGET_GROUPS.named(name)
}

/// The life event with a code or address.
pub fn life_event(code: &str) -> Option<&'static Term> {
    LIFE_EVENTS.find(code)
}

/// The life event called so in Finnish, Swedish or English.
pub fn life_event_named(name: &str) -> Option<&'static Term> {
    LIFE_EVENTS.named(name)
}

/// The service class with a code or address.
pub fn service_class(code: &str) -> Option<&'static Term> {
    SERVICE_CLASSES.find(code)
}

/// The service class called so in Finnish, Swedish or English.
pub fn service_class_named(name: &str) -> Option<&'static Term> {
    SERVICE_CLASSES.named(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_whole() {
        for (list, count) in [(target_groups(), 17), (life_events(), 19), (service_classes(), 229)] {
            assert_eq!(list.all().len(), count);
            assert_eq!(list.by_code.len(), count);
            for term in list.all() {
                assert!(term.names.all().iter().all(|name| !name.is_empty()), "{term:?}");
                assert!(term.uri.ends_with(&format!("/{}", term.code)), "{term:?}");
                assert_eq!(list.find(term.uri), Some(term));
                assert!(list.named(term.names.fi).is_some());
            }
        }
    }

    #[test]
    fn every_parent_exists_and_comes_first() {
        for list in [target_groups(), life_events(), service_classes()] {
            for term in list.all() {
                if let Some(parent) = term.parent {
                    assert!(list.by_code[parent] < list.by_code[term.code], "{term:?}");
                    assert!(list.narrower(parent).any(|child| child == term));
                }
            }
        }
    }

    #[test]
    fn a_term_is_found_by_its_name() {
        assert_eq!(target_group_named("ikäihmiset").unwrap().code, "KR1.1");
        assert_eq!(life_event_named("Immigrating to Finland").unwrap().code, "KE5");
        assert_eq!(service_class_named("socialtjänster").unwrap().code, "P4");
        assert_eq!(service_class("http://uri.suomi.fi/codelist/ptv/ptvserclass/code/P7").unwrap().code, "P7");
        assert!(service_class("P999").is_none());
        assert!(service_class("").is_none());
    }
}
