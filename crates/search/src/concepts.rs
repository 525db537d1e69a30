//! Concepts: what things are called in everyday words, official words and other languages; plain data handed in by the caller.

use crate::{Error, Result};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// One thing and what it is called. Labels are written in their base form; inflected ones are found by it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Concept {
    /// Names the concept; written `[a-z0-9-]`.
    pub id: String,
    /// What it is called in Finnish (standard language, base forms).
    pub fi: Vec<String>,
    /// Everyday and slang words, brand names.
    pub colloquial: Vec<String>,
    /// How people tell of a situation, in several words: "rahat loppu".
    pub phrases: Vec<String>,
    /// Easy Finnish.
    pub selko: Vec<String>,
    /// Swedish.
    pub sv: Vec<String>,
    /// English.
    pub en: Vec<String>,
    /// Russian.
    pub ru: Vec<String>,
    /// Ukrainian.
    pub uk: Vec<String>,
    /// Arabic.
    pub ar: Vec<String>,
    /// Somali.
    pub so: Vec<String>,
    /// Ids of wider concepts: who looks for them is helped by this too, and the other way round a little.
    pub broader: Vec<String>,
    /// Ids of neighbouring concepts, still less.
    pub related: Vec<String>,
    /// Ids of what helps in this situation, the most helpful first: who tells it looks for them.
    pub helped_by: Vec<String>,
    /// Codes that say the same thing elsewhere, by list: facet values of documents, classes of other registers.
    pub links: BTreeMap<String, Vec<String>>,
}

/// All concepts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Concepts {
    concepts: Vec<Concept>,
}

/// A file of concepts: `[[concept]]` again and again.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    concept: Vec<Concept>,
}

impl Concept {
    /// The ids of all concepts that it points to.
    pub fn pointers(&self) -> impl Iterator<Item = &String> {
        self.broader.iter().chain(&self.related).chain(&self.helped_by)
    }

    /// Takes in what another says of the same thing.
    fn join(&mut self, other: Concept) {
        let add = |own: &mut Vec<String>, more: Vec<String>| {
            for one in more {
                if !own.contains(&one) {
                    own.push(one);
                }
            }
        };
        add(&mut self.fi, other.fi);
        add(&mut self.colloquial, other.colloquial);
        add(&mut self.phrases, other.phrases);
        add(&mut self.selko, other.selko);
        add(&mut self.sv, other.sv);
        add(&mut self.en, other.en);
        add(&mut self.ru, other.ru);
        add(&mut self.uk, other.uk);
        add(&mut self.ar, other.ar);
        add(&mut self.so, other.so);
        add(&mut self.broader, other.broader);
        add(&mut self.related, other.related);
        add(&mut self.helped_by, other.helped_by);
        for (list, codes) in other.links {
            add(self.links.entry(list).or_default(), codes);
        }
    }
}

impl Concepts {
    /// Concepts made by the caller.
    pub fn new(concepts: Vec<Concept>) -> Concepts {
        Concepts { concepts }
    }

    /// Reads one file's content.
    ///
    /// # Errors
    /// A sentence about what is wrong, with its line: broken TOML, an unknown key, an id that is missing or badly written.
    pub fn parse(toml: &str) -> Result<Concepts, String> {
        let file: File = toml::from_str(toml).map_err(|problem| problem.to_string())?;
        for concept in &file.concept {
            let well_written = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
            if concept.id.is_empty() || !concept.id.chars().all(well_written) {
                return Err(format!("the id {:?} must be written with a-z, 0-9 and hyphens", concept.id));
            }
        }
        Ok(Concepts::new(file.concept))
    }

    /// These and what every `.toml` file of a folder (not of its subfolders) adds, in the order of their names: a concept
    /// with a known id adds to what that is called and points to, any other is new. So what a region grows stays apart
    /// from what is shipped.
    ///
    /// # Errors
    /// When a file cannot be read or parsed, or a concept points to one that is not there.
    pub fn joined_by(mut self, folder: &Path) -> Result<Concepts> {
        let mut files = Vec::new();
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            if path.extension().is_some_and(|extension| extension == "toml") {
                files.push(path);
            }
        }
        files.sort();
        for file in files {
            let content = std::fs::read_to_string(&file)?;
            let concepts =
                Concepts::parse(&content).map_err(|problem| Error::Concepts { file: file.clone(), problem })?;
            for concept in concepts.concepts {
                match self.concepts.iter_mut().find(|known| known.id == concept.id) {
                    Some(known) => known.join(concept),
                    None => self.concepts.push(concept),
                }
            }
        }
        self.check().map_err(|problem| Error::Concepts { file: folder.to_owned(), problem })?;
        Ok(self)
    }

    /// The concepts.
    pub fn list(&self) -> &[Concept] {
        &self.concepts
    }

    fn check(&self) -> Result<(), String> {
        let mut ids = std::collections::HashSet::new();
        for concept in &self.concepts {
            if !ids.insert(concept.id.as_str()) {
                return Err(format!("two concepts are called {:?}", concept.id));
            }
        }
        for concept in &self.concepts {
            if let Some(missing) = concept.pointers().find(|id| !ids.contains(id.as_str())) {
                return Err(format!("{:?} points to {missing:?}, which is not there", concept.id));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read() {
        let concepts = Concepts::parse(
            r#"
            [[concept]]
            id = "debt"
            fi = ["velka", "velkaantuminen"]
            phrases = ["rahat loppu"]
            broader = ["money"]

            [[concept]]
            id = "money"
            sv = ["pengar"]
            "#,
        )
        .unwrap();
        assert_eq!(concepts.list()[0].fi, ["velka", "velkaantuminen"]);
        assert_eq!(concepts.list()[1].sv, ["pengar"]);
        assert_eq!(concepts.check(), Ok(()));
    }

    #[test]
    fn what_a_region_grows_joins_what_is_shipped() {
        let shipped = || Concepts::parse("[[concept]]\nid = \"money\"\nfi = [\"raha\"]").unwrap();
        let folder = tempfile::tempdir().unwrap();
        let own = folder.path().join("own.toml");
        std::fs::write(
            &own,
            "[[concept]]\nid = \"money\"\nfi = [\"raha\"]\ncolloquial = [\"massi\"]\n\n[[concept]]\nid = \"fish-market\"\nrelated = [\"money\"]",
        )
        .unwrap();
        let all = shipped().joined_by(folder.path()).unwrap();
        assert_eq!((all.list()[0].fi.len(), &all.list()[0].colloquial[..]), (1, &["massi".to_owned()][..]));
        assert_eq!(all.list()[1].id, "fish-market");

        std::fs::write(&own, "[[concept]]\nid = \"money\"\nhelped_by = [\"luck\"]").unwrap();
        assert!(shipped().joined_by(folder.path()).unwrap_err().to_string().contains("luck"));
    }

    #[test]
    fn a_mistake_is_told() {
        assert!(Concepts::parse("[[concept]]\nid = \"Debt\"").unwrap_err().contains("a-z"));
        assert!(Concepts::parse("[[concept]]\nid = \"debt\"\nfinnish = []").unwrap_err().contains("finnish"));
        let dangling = Concepts::parse("[[concept]]\nid = \"debt\"\nbroader = [\"money\"]").unwrap();
        assert!(dangling.check().unwrap_err().contains("money"));
    }
}
