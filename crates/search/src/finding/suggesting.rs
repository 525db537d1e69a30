//! How what is being typed could go on.

use super::find;
use super::plan::Plan;
use super::vocabulary::Vocabulary;
use crate::analysis::{Level, words};
use crate::index::{Index, Snapshot, read_titles};
use crate::{Query, Result, Suggestion, SuggestionKind};
use tantivy::schema::Value;
use tantivy::{DocAddress, TantivyDocument};

/// Suggestions do not help with a letter to someone.
const MOST_CHARACTERS: usize = 100;
/// Fewer letters than this begin too many titles.
const LEAST_LETTERS: usize = 2;
/// How many words are looked at to choose from.
const MOST_LOOKED_AT: usize = 30;

pub(crate) fn suggest(index: &Index, typed: &str, language: &str, limit: usize) -> Result<Vec<Suggestion>> {
    let typed: String = typed.trim_start().chars().take(MOST_CHARACTERS).collect();
    let Some(last) = words(&typed).pop().map(|word| word.raw) else { return Ok(Vec::new()) };
    if limit == 0 || last.chars().count() < LEAST_LETTERS {
        return Ok(Vec::new());
    }
    let snapshot = index.snapshot();
    let vocabulary = Vocabulary::new(&snapshot, index.schema());
    let mut suggestions = Vec::new();
    if typed.ends_with(char::is_alphanumeric) {
        let before = typed.rfind(char::is_whitespace).map_or("", |at| &typed[..at]).trim();
        for word in continued(index, vocabulary, &last, limit.div_ceil(2))? {
            let text = if before.is_empty() { word } else { format!("{before} {word}") };
            suggestions.push(Suggestion { text, kind: SuggestionKind::Word });
        }
    }
    let today = index.today();
    let query = Query { words: &typed, language, limit, today, last_word_is_prefix: true, ..Query::default() };
    let plan = Plan::of_titles(&query, index.analyser(), vocabulary, snapshot.count())?;
    titles(index, &snapshot, &query, &plan, &mut suggestions)?;
    Ok(suggestions)
}

/// Words that go on from some letters, the most frequent first, those of titles and keywords before others. Of words that the dictionary knows the base
/// forms.
fn continued(index: &Index, vocabulary: Vocabulary<'_>, letters: &str, wanted: usize) -> Result<Vec<String>> {
    let mut words: Vec<String> = Vec::new();
    let mut take = |found: Vec<(String, u32)>| {
        for (word, _) in found {
            let known = index.analyser().finnish_word(&word);
            if (!known.known || known.bases.contains(&word)) && !words.contains(&word) {
                words.push(word);
            }
        }
        words.len()
    };
    let letters_typed = letters.chars().count();
    let mut count = take(vocabulary.beginning_with(Level::Title, letters, MOST_LOOKED_AT)?);
    if count < wanted && letters_typed >= 3 {
        count = take(vocabulary.beginning_with(Level::Base, letters, MOST_LOOKED_AT)?);
    }
    if count < wanted && letters_typed >= 3 {
        count = take(vocabulary.beginning_with(Level::Raw, letters, MOST_LOOKED_AT)?);
    }
    if count == 0 && letters_typed >= 4 && vocabulary.find(Level::Raw, letters)?.is_none() {
        take(vocabulary.beginning_almost_with(&[Level::Title], letters, MOST_LOOKED_AT)?);
    }
    words.truncate(wanted);
    Ok(words)
}

/// Titles that have the words.
fn titles(
    index: &Index,
    snapshot: &Snapshot,
    query: &Query<'_>,
    plan: &Plan,
    suggestions: &mut Vec<Suggestion>,
) -> Result<()> {
    let Some(searcher) = snapshot.searcher() else { return Ok(()) };
    for candidate in find(index, snapshot, query, plan)?.page {
        let stored: TantivyDocument = searcher.doc(DocAddress::new(candidate.segment as u32, candidate.document))?;
        let titles = stored.get_first(index.schema().titles).and_then(|value| value.as_str()).unwrap_or_default();
        let own = read_titles(titles).find(|(of, _)| *of == query.language).or_else(|| read_titles(titles).next());
        let Some((_, title)) = own else { continue };
        if suggestions.len() < query.limit && suggestions.iter().all(|known| known.text != title) {
            let id = snapshot.segments[candidate.segment].columns.id(candidate.document)?;
            suggestions.push(Suggestion { text: title.to_owned(), kind: SuggestionKind::Title { id } });
        }
    }
    Ok(())
}
