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

    /// Reads every `.toml` file of a folder (not of its subfolders), in the order of their names.
    ///
    /// # Errors
    /// When a file cannot be read or parsed, two concepts share an id, or one points to a concept that is not there.
    pub fn read(folder: &Path) -> Result<Concepts> {
        let mut files = Vec::new();
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            if path.extension().is_some_and(|extension| extension == "toml") {
                files.push(path);
            }
        }
        files.sort();
        let mut all = Concepts::default();
        for file in files {
            let content = std::fs::read_to_string(&file)?;
            let concepts =
                Concepts::parse(&content).map_err(|problem| Error::Concepts { file: file.clone(), problem })?;
            all.concepts.extend(concepts.concepts);
        }
        all.check().map_err(|problem| Error::Concepts { file: folder.to_owned(), problem })?;
        Ok(all)
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
            if let Some(missing) = concept.broader.iter().chain(&concept.related).find(|id| !ids.contains(id.as_str()))
            {
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
    fn a_mistake_is_told() {
        assert!(Concepts::parse("[[concept]]\nid = \"Debt\"").unwrap_err().contains("a-z"));
        assert!(Concepts::parse("[[concept]]\nid = \"debt\"\nfinnish = []").unwrap_err().contains("finnish"));
        let dangling = Concepts::parse("[[concept]]\nid = \"debt\"\nbroader = [\"money\"]").unwrap();
        assert!(dangling.check().unwrap_err().contains("money"));
    }
}
