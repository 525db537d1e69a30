//! How what is being typed could go on.

use super::vocabulary::Vocabulary;
use crate::analysis::{Level, words};
use crate::index::{Index, Snapshot, read_titles};
use crate::{Field, Query, Result, Suggestion, SuggestionKind};
use tantivy::TantivyDocument;
use tantivy::schema::Value;

/// Suggestions do not help with a letter to someone.
const MOST_CHARACTERS: usize = 100;
/// Fewer letters than this begin too many titles.
const LEAST_LETTERS: usize = 2;
/// How many words are looked at to choose from.
const MOST_LOOKED_AT: usize = 30;

pub(crate) fn suggest(index: &Index, typed: &str, language: &str, limit: usize) -> Result<Vec<Suggestion>> {
    let typed: String = typed.trim_start().chars().take(MOST_CHARACTERS).collect();
    let Some(last) = words(&typed).pop().map(|word| word.raw) else { return Ok(Vec::new()) };
    let snapshot = index.snapshot();
    let unfinished = typed.ends_with(char::is_alphanumeric);

    let mut suggestions = Vec::new();
    if unfinished {
        let before = typed.rfind(char::is_whitespace).map_or("", |at| &typed[..at]).trim();
        for word in continued(index, &snapshot, &last)?.into_iter().take(limit.div_ceil(2)) {
            let text = if before.is_empty() { word } else { format!("{before} {word}") };
            suggestions.push(Suggestion { text, kind: SuggestionKind::Word });
        }
    }
    if last.chars().count() >= LEAST_LETTERS {
        titles(index, &snapshot, &typed, language, limit, &mut suggestions)?;
    }
    suggestions.truncate(limit);
    Ok(suggestions)
}

/// Words that go on from some letters, the most frequent first: base forms, and words that the dictionary does not know as they are written.
fn continued(index: &Index, snapshot: &Snapshot, letters: &str) -> Result<Vec<String>> {
    let vocabulary = Vocabulary::new(snapshot, index.schema());
    let mut found = vocabulary.beginning_with(Level::Base, letters, MOST_LOOKED_AT)?;
    for (word, documents) in vocabulary.beginning_with(Level::Raw, letters, MOST_LOOKED_AT)? {
        if found.iter().all(|(known, _)| *known != word) && !index.analyser().finnish_word(&word).known {
            found.push((word, documents));
        }
    }
    if found.is_empty() && letters.chars().count() >= 4 {
        let known = vocabulary.find(Level::Raw, letters)?.is_some() || vocabulary.find(Level::Base, letters)?.is_some();
        if !known {
            let similar = vocabulary.beginning_almost_with(&[Level::Base, Level::Raw], letters, MOST_LOOKED_AT)?;
            found.extend(similar);
        }
    }
    found.sort_by(|one, other| (other.1, &one.0).cmp(&(one.1, &other.0)));
    Ok(found.into_iter().map(|(word, _)| word).collect())
}

/// Titles that have the words.
fn titles(
    index: &Index,
    snapshot: &Snapshot,
    typed: &str,
    language: &str,
    limit: usize,
    suggestions: &mut Vec<Suggestion>,
) -> Result<()> {
    let query = Query { words: typed, language, limit: limit * 2, last_word_is_prefix: true, ..Query::default() };
    let asked = words(typed).len();
    for (candidate, reason) in super::best(index, snapshot, &query)? {
        let in_title =
            reason.matched.iter().filter(|word| matches!(word.field, Field::Title | Field::Keywords)).count();
        if in_title < asked.min(reason.matched.len()).max(1) {
            continue;
        }
        let Some(searcher) = snapshot.searcher() else { return Ok(()) };
        let stored: TantivyDocument =
            searcher.doc(tantivy::DocAddress::new(candidate.segment as u32, candidate.document))?;
        let titles = stored.get_first(index.schema().titles).and_then(|value| value.as_str()).unwrap_or_default();
        let own = read_titles(titles).find(|(of, _)| *of == language).or_else(|| read_titles(titles).next());
        let Some((_, title)) = own else { continue };
        if suggestions.iter().all(|known| known.text != title) {
            let id = snapshot.segments[candidate.segment].columns.id(candidate.document)?;
            suggestions.push(Suggestion { text: title.to_owned(), kind: SuggestionKind::Title { id } });
        }
    }
    Ok(())
}
