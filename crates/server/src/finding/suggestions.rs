//! How what is being typed could go on: words, and activities by name. The same list as a page of its own, for who
//! browses without script, and as a fragment for the field of the search.

use std::sync::Arc;

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use search::SuggestionKind;

use crate::activities::model::Listed;
use crate::app::App;
use crate::error::Result;
use crate::i18n::Language;
use crate::page::{self, Head, Ui, form};

/// How many are suggested: a phone's screen shows no more beside its keyboard.
const SHOWN: usize = 8;

/// One way to go on.
struct Suggestion {
    text: String,
    address: String,
    /// Whether it is an activity; otherwise words to search for.
    activity: bool,
}

/// The list alone: what the script puts under the field.
#[derive(Template)]
#[template(path = "finding/suggestions-list.html")]
struct List<'a> {
    ui: &'a Ui,
    suggestions: &'a [Suggestion],
}

#[derive(Template)]
#[template(path = "finding/suggestions.html")]
struct SuggestionsPage {
    ui: Ui,
    head: Head,
    typed: String,
    suggestions: Vec<Suggestion>,
}

/// `?q=` is what was typed; with `osa` only the list is sent.
pub async fn suggest(ui: Ui, State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response> {
    let query = query.unwrap_or_default();
    let typed = form::value_in(&query, "q").unwrap_or_default();
    let typed: String = typed.chars().filter(|letter| !letter.is_control()).take(super::query::MOST_LETTERS).collect();
    let suggestions = suggestions(&app, &typed, &ui).await?;
    if form::value_in(&query, "osa").is_some() {
        return page::show(&List { ui: &ui, suggestions: &suggestions });
    }
    let head = Head { title: ui.t("suggest-title").into_owned(), hidden: true, ..Head::default() };
    page::show(&SuggestionsPage { ui, head, typed, suggestions })
}

async fn suggestions(app: &App, typed: &str, ui: &Ui) -> Result<Vec<Suggestion>> {
    let suggestion = |way: Way| match way.listed {
        None => {
            let query = form_urlencoded::Serializer::new(String::new()).append_pair("q", &way.text).finish();
            Suggestion { text: way.text, address: format!("/haku?{query}"), activity: false }
        }
        Some(listed) => Suggestion { text: way.text, address: listed.activity.address(), activity: true },
    };
    Ok(ways(app, typed, ui.language, SHOWN).await?.into_iter().map(suggestion).collect())
}

/// A way to go on.
#[derive(Debug, Clone)]
pub struct Way {
    /// What to put into the search field.
    pub text: String,
    /// The activity it names; none for words to search for.
    pub listed: Option<Arc<Listed>>,
}

/// How what is being typed could go on, best first. Activities are loaded by id, so what was hidden a moment ago drops
/// out.
pub async fn ways(app: &App, typed: &str, language: Language, most: usize) -> Result<Vec<Way>> {
    let found = app.index.suggest(typed, language.code(), most)?;
    let ids: Vec<String> = found
        .iter()
        .filter_map(|one| match &one.kind {
            SuggestionKind::Title { id } => Some(id.clone()),
            SuggestionKind::Word => None,
        })
        .collect();
    let listed = app.shelf.list(&mut app.db.read().await?, &ids).await?;
    let way = |one: search::Suggestion| match one.kind {
        SuggestionKind::Word => Some(Way { text: one.text, listed: None }),
        SuggestionKind::Title { id } => {
            let shown = listed.iter().find(|listed| listed.activity.id == id)?;
            Some(Way { text: one.text, listed: Some(shown.clone()) })
        }
    };
    Ok(found.into_iter().filter_map(way).collect())
}
