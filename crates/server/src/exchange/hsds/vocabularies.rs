//! Our own code lists as HSDS taxonomies: every list and every term has the same id on every installation, made of its
//! URN, so that the data of two regions can be put together.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde_json::Value;
use uuid::Uuid;

use super::record::Record;
use crate::i18n::Language;
use crate::reference::{self, Names};
use crate::steps;
use crate::steps::store::Steps;
use crate::vocabulary::{INTERESTS, KINDS, ORGANIZATION_TYPES, SITUATIONS, SUPPORT_FORMS, THRESHOLDS, Vocabulary};

/// The languages terms are named in, the plain fields' language first.
const NAMED_IN: [Language; 3] = [Language::Finnish, Language::Swedish, Language::English];

/// One of our lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct OwnTaxonomy {
    /// What attributes say as `link_type`; for activities also the dimension in the search index.
    pub(crate) set: &'static str,
    names: Names,
    terms: Terms,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Terms {
    Codes(Vocabulary),
    Steps,
    TargetGroups,
}

/// Every list of ours.
pub(crate) static OWN: [OwnTaxonomy; 8] = [
    OwnTaxonomy {
        set: "kind",
        names: Names { fi: "Toiminnan laji", sv: "Typ av verksamhet", en: "Kind of activity" },
        terms: Terms::Codes(KINDS),
    },
    OwnTaxonomy { set: "step", names: Names { fi: "Askelma", sv: "Trappsteg", en: "Step" }, terms: Terms::Steps },
    OwnTaxonomy {
        set: "threshold",
        names: Names {
            fi: "Mikä tekee tulemisesta helppoa",
            sv: "Vad som gör det lätt att komma",
            en: "What makes coming easy",
        },
        terms: Terms::Codes(THRESHOLDS),
    },
    OwnTaxonomy {
        set: "interest",
        names: Names { fi: "Mistä pidän", sv: "Det här gillar jag", en: "What I like" },
        terms: Terms::Codes(INTERESTS),
    },
    OwnTaxonomy {
        set: "situation",
        names: Names { fi: "Elämäntilanne", sv: "Livssituation", en: "Situation in life" },
        terms: Terms::Codes(SITUATIONS),
    },
    OwnTaxonomy {
        set: "target_group",
        names: Names { fi: "Kohderyhmä (PTV)", sv: "Målgrupp (SLD)", en: "Target group (Finnish Service Catalogue)" },
        terms: Terms::TargetGroups,
    },
    OwnTaxonomy {
        set: "support_form",
        names: Names {
            fi: "Työpaikan tukimuoto", sv: "Arbetsplatsens stödform", en: "Form of support of a position"
        },
        terms: Terms::Codes(SUPPORT_FORMS),
    },
    OwnTaxonomy {
        set: "organization_type",
        names: Names { fi: "Järjestäjän tyyppi", sv: "Typ av arrangör", en: "Type of organization" },
        terms: Terms::Codes(ORGANIZATION_TYPES),
    },
];

impl OwnTaxonomy {
    /// Its id on every installation.
    pub(crate) fn id(&self) -> String {
        made_of(&self.urn()).to_string()
    }

    fn urn(&self) -> String {
        format!("urn:tarjotin:{}", self.set)
    }

    fn uri(&self) -> String {
        match self.terms {
            Terms::TargetGroups => "http://uri.suomi.fi/codelist/ptv/ptvkohderyhmat".to_owned(),
            _ => self.urn(),
        }
    }

    /// Its codes, the broader before the narrower.
    pub(crate) fn codes(&self) -> Vec<&'static str> {
        match self.terms {
            Terms::Codes(list) => list.codes.to_vec(),
            Terms::Steps => STEPS.to_vec(),
            Terms::TargetGroups => reference::target_groups().all().iter().map(|term| term.code).collect(),
        }
    }

    /// As `/taxonomies` tells it.
    pub(crate) fn record(&self, language: Language) -> Value {
        let mut record = Record::of(&self.id());
        let name = self.names.name(language);
        record.text("name", name).text("description", name).text("uri", &self.uri());
        record.text("text_language", plain(language).code());
        record.list("translations", NAMED_IN.map(|language| translation(language, self.names.name(language), "")));
        record.into()
    }
}

const STEPS: [&str; steps::store::COUNT as usize] = ["1", "2", "3", "4", "5"];

fn made_of(urn: &str) -> Uuid {
    Uuid::new_v5(&Uuid::NAMESPACE_URL, urn.as_bytes())
}

/// A term of one of our lists.
#[derive(Debug, Clone)]
pub(crate) struct OwnTerm {
    /// Its list.
    pub(crate) taxonomy: &'static OwnTaxonomy,
    /// Its code.
    pub(crate) code: &'static str,
    /// Its id on every installation.
    pub(crate) id: String,
    parent_id: Option<String>,
    uri: String,
}

static TERMS: LazyLock<Vec<OwnTerm>> = LazyLock::new(|| {
    OWN.iter().flat_map(|taxonomy| taxonomy.codes().into_iter().map(move |code| term(taxonomy, code))).collect()
});

fn term(taxonomy: &'static OwnTaxonomy, code: &'static str) -> OwnTerm {
    let id = |code: &str| made_of(&format!("{}:{code}", taxonomy.urn())).to_string();
    let from_ptv = match taxonomy.terms {
        Terms::TargetGroups => reference::target_group(code),
        _ => None,
    };
    OwnTerm {
        taxonomy,
        code,
        id: id(code),
        parent_id: from_ptv.and_then(|term| term.parent).map(id),
        uri: from_ptv.map_or_else(|| format!("{}:{code}", taxonomy.urn()), |term| term.uri.to_owned()),
    }
}

static BY_ID: LazyLock<HashMap<&'static str, &'static OwnTerm>> =
    LazyLock::new(|| TERMS.iter().map(|term| (term.id.as_str(), term)).collect());

static BY_CODE: LazyLock<HashMap<(&'static str, &'static str), &'static OwnTerm>> =
    LazyLock::new(|| TERMS.iter().map(|term| ((term.taxonomy.set, term.code), term)).collect());

/// Every term of ours, list by list.
pub(crate) fn terms() -> &'static [OwnTerm] {
    &TERMS
}

/// The term of ours with an id.
pub(crate) fn term_by_id(id: &str) -> Option<&'static OwnTerm> {
    BY_ID.get(id).copied()
}

/// The term of a list with a code.
pub(crate) fn term_of(set: &str, code: &str) -> Option<&'static OwnTerm> {
    // The keys live as long as the program; a shorter-lived pair may look them up.
    BY_CODE.get(&(set, code)).copied()
}

/// The list of ours with an id.
pub(crate) fn taxonomy_by_id(id: &str) -> Option<&'static OwnTaxonomy> {
    OWN.iter().find(|taxonomy| taxonomy.id() == id)
}

impl OwnTerm {
    /// Its name for a reader; steps are named by the region.
    pub(crate) fn name(&self, language: Language, steps: &Steps) -> String {
        match self.taxonomy.terms {
            Terms::Codes(list) => list.name(self.code, language),
            Terms::Steps => {
                steps.get(self.step(), language).map_or_else(|| self.code.to_owned(), |step| step.name.clone())
            }
            Terms::TargetGroups => reference::target_group(self.code)
                .map_or_else(|| self.code.to_owned(), |term| term.name(language).to_owned()),
        }
    }

    fn step(&self) -> u8 {
        self.code.parse().unwrap_or_default()
    }

    fn description(&self, language: Language, steps: &Steps) -> String {
        match self.taxonomy.terms {
            Terms::Steps => steps.get(self.step(), language).map(|step| step.description.clone()).unwrap_or_default(),
            _ => String::new(),
        }
    }

    /// The id of the broader term.
    pub(crate) fn parent_id(&self) -> Option<&str> {
        self.parent_id.as_deref()
    }

    /// As it stands inside an attribute.
    pub(crate) fn brief(&self, language: Language, steps: &Steps) -> Record {
        let mut record = Record::of(&self.id);
        let name = self.name(language, steps);
        let description = self.description(language, steps);
        record.text("code", self.code).text("name", &name);
        record.text("description", if description.is_empty() { &name } else { &description });
        record.value("parent_id", self.parent_id.as_deref());
        record.text("taxonomy", self.taxonomy.names.name(language)).text("taxonomy_id", &self.taxonomy.id());
        record.text("term_uri", &self.uri);
        record
    }

    /// As `/taxonomy_terms` tells it.
    pub(crate) fn record(&self, language: Language, steps: &Steps) -> Value {
        let mut record = self.brief(language, steps);
        record.value("taxonomy_detail", Some(self.taxonomy.record(language)));
        record.text("text_language", plain(language).code());
        record.list(
            "translations",
            NAMED_IN
                .map(|language| translation(language, &self.name(language, steps), &self.description(language, steps))),
        );
        record.into()
    }
}

/// Terms have no names of their own in easy Finnish that a program could tell from the Finnish ones.
fn plain(language: Language) -> Language {
    if language == Language::EasyFinnish { Language::Finnish } else { language }
}

fn translation(language: Language, name: &str, description: &str) -> Value {
    let mut record = Record::default();
    record.text("language", language.code()).text("name", name).text("description", description);
    record.into()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_term_has_an_id_of_its_own_that_stays() {
        let ids: HashSet<&str> = terms().iter().map(|term| term.id.as_str()).collect();
        assert_eq!(ids.len(), terms().len());
        let free = term_of("threshold", "free").expect("a term");
        assert_eq!(free.id, made_of("urn:tarjotin:threshold:free").to_string());
        assert_eq!(term_by_id(&free.id).map(|term| term.code), Some("free"));
        assert_eq!(taxonomy_by_id(&free.taxonomy.id()).map(|taxonomy| taxonomy.set), Some("threshold"));
    }

    #[test]
    fn target_groups_know_what_they_are_part_of() {
        let seniors = term_of("target_group", "KR1.1").expect("a term");
        assert_eq!(seniors.parent_id(), term_of("target_group", "KR1").map(|term| term.id.as_str()));
        assert!(seniors.uri.starts_with("http://uri.suomi.fi/"));
    }
}
