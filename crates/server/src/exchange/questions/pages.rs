//! The page of questions.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use axum::{Form, Router};
use serde::Deserialize;

use super::store::{self, Question};
use crate::app::App;
use crate::error::{Error, Result};
use crate::exchange::sources;
use crate::exchange::sources::model::{LONGEST_NAME, tell_reason};
use crate::page::form;
use crate::page::{self, Head, Ui};
use crate::text;

/// The addresses of this feature.
pub fn routes() -> Router<App> {
    Router::new().route("/yllapito/kysymykset", get(show).post(answer))
}

/// Questions on the page.
const SHOWN: i64 = 500;

#[derive(Template)]
#[template(path = "exchange/questions/show.html")]
struct QuestionsPage {
    ui: Ui,
    head: Head,
    questions: Vec<Question>,
}

impl QuestionsPage {
    /// The sentence of a question.
    fn tell(&self, question: &Question) -> String {
        tell_reason(&question.reason, &question.value, self.ui.language)
    }
}

async fn show(ui: Ui, State(app): State<App>) -> Result<Response> {
    let questions = store::list(&mut app.db.read().await?, None, SHOWN).await?;
    page::show_privately(&QuestionsPage {
        head: Head { title: ui.t("questions-title").into_owned(), hidden: true, ..Head::default() },
        questions,
        ui,
    })
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct AnswerForm {
    source: String,
    reason: String,
    value: String,
    answer: String,
}

/// Keeps what a word means; the next run reads the source anew.
async fn answer(ui: Ui, State(app): State<App>, Form(typed): Form<AnswerForm>) -> Result<Response> {
    let mut tx = app.db.write().await?;
    sources::store::find(&mut tx, &typed.source).await?.ok_or(Error::NotFound)?;
    let meaning: String = text::without_controls(&typed.answer).chars().take(LONGEST_NAME).collect();
    let number = store::answer(&mut tx, &typed.source, &typed.reason, &typed.value, &meaning, ui.now).await?;
    tx.commit().await?;
    app.wrote(number).await;
    Ok(form::see_other(&ui.link("/yllapito/kysymykset")))
}
