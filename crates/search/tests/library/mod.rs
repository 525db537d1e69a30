//! An index in a temporary folder, and short ways to fill and ask it.

#![allow(dead_code, clippy::unwrap_used, reason = "each story uses a part of it; what fails here fails the story")]

use search::{Analyser, Change, Concept, Concepts, Document, Field, Index, Morphology, Query, Results, Settings, Text};
use std::sync::Arc;
use tempfile::TempDir;

pub(crate) const DIMENSIONS: [&str; 4] = ["municipality", "fact", "step", "organization"];

/// An index and the folder that it lies in.
pub(crate) struct Library {
    pub(crate) index: Index,
    pub(crate) folder: TempDir,
}

impl Library {
    pub(crate) fn without_dictionary() -> Library {
        Library::with(Analyser::new(None))
    }

    /// `None` (said aloud) where Voikko's dictionary is not installed.
    pub(crate) fn with_dictionary() -> Option<Library> {
        Some(Library::with(Analyser::new(Some(dictionary()?))))
    }

    pub(crate) fn with_concepts(concepts: Vec<Concept>) -> Library {
        Library::with(Analyser::new(dictionary()).with_concepts(Concepts::new(concepts)))
    }

    fn with(analyser: Analyser) -> Library {
        let folder = tempfile::tempdir().unwrap();
        let opened = Index::open(settings(&folder), Arc::new(analyser)).unwrap();
        assert!(opened.fresh);
        Library { index: opened.index, folder }
    }

    /// Adds documents by title (which is also their id) and text.
    pub(crate) fn holding(self, documents: &[(&str, &str)]) -> Library {
        self.put(documents.iter().map(|(title, body)| document("fi", title, body)));
        self
    }

    pub(crate) fn put(&self, documents: impl IntoIterator<Item = Document>) {
        let position = self.index.position().unwrap_or_default() + 1;
        self.index.apply(documents.into_iter().map(Change::Put).collect(), position).unwrap();
    }

    pub(crate) fn remove(&self, id: &str) {
        let position = self.index.position().unwrap_or_default() + 1;
        self.index.apply(vec![Change::Remove(id.into())], position).unwrap();
    }

    pub(crate) fn search(&self, query: &Query<'_>) -> Results {
        self.index.search(query).unwrap()
    }

    /// Ids in order.
    pub(crate) fn finds(&self, words: &str) -> Vec<String> {
        ids(&self.search(&Query { words, ..Query::default() }))
    }

    pub(crate) fn finds_in(&self, language: &str, words: &str) -> Vec<String> {
        ids(&self.search(&Query { words, language, ..Query::default() }))
    }
}

pub(crate) fn ids(results: &Results) -> Vec<String> {
    results.hits.iter().map(|hit| hit.id.clone()).collect()
}

pub(crate) fn settings(folder: &TempDir) -> Settings {
    Settings::new(folder.path().join("index"), DIMENSIONS)
}

pub(crate) fn dictionary() -> Option<Arc<dyn Morphology>> {
    let Some(path) = voikko::Dictionary::find(None) else {
        println!("skipped: Voikko's dictionary is not installed");
        return None;
    };
    Some(Arc::new(voikko::Dictionary::open(&path).unwrap()))
}

pub(crate) fn document(language: &str, title: &str, body: &str) -> Document {
    Document {
        id: title.into(),
        texts: vec![Text::new(language, Field::Title, title), Text::new(language, Field::Body, body)],
        sort_key: title.to_lowercase().into_bytes(),
        ..Document::default()
    }
}
