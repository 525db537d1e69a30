//! The step model as a map (T3): five places one may begin at, stay at and come back to.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use fluent_bundle::FluentValue;

use super::store::Step;
use crate::app::App;
use crate::error::Result;
use crate::finding::found::{self, Found};
use crate::finding::query::{Order, SearchForm};
use crate::page::{self, Head, Ui};

/// How many activities show what a step is like.
const EXAMPLES: usize = 3;

/// The addresses of this feature.
pub fn routes() -> Router<App> {
    Router::new().route("/askeleet", get(show))
}

#[derive(Template)]
#[template(path = "steps/show.html")]
struct StepsPage {
    ui: Ui,
    head: Head,
    steps: Vec<StepShown>,
}

/// A step with what happens on it next.
struct StepShown {
    step: Step,
    total: usize,
    examples: Vec<Found>,
}

impl StepShown {
    /// The search for everything on the step.
    fn address(&self) -> String {
        format!("/haku?askel={}", self.step.number)
    }

    /// "Kaikki 12: Ryhmät": says where the link leads also when it is read alone.
    fn link_text(&self, ui: &Ui) -> String {
        let values = [
            ("count", FluentValue::from(i64::try_from(self.total).unwrap_or(i64::MAX))),
            ("step", FluentValue::from(self.step.name.as_str())),
        ];
        ui.language.with("steps-all", &values)
    }
}

/// The five steps, each with what happens on it next.
async fn show(ui: Ui, State(app): State<App>) -> Result<Response> {
    let mut steps = Vec::new();
    for step in ui.region.steps.of(ui.language) {
        let form = SearchForm { steps: vec![step.number], order: Order::Soonest, page: 1, ..SearchForm::default() };
        let values = form.step_values();
        let mut query = form.query(&values, ui.language, ui.now);
        query.limit = EXAMPLES;
        query.count_facets = false;
        let answer = found::find(&app, &query).await?;
        steps.push(StepShown { step: step.clone(), total: answer.total, examples: answer.found });
    }
    let head = Head {
        title: ui.t("steps-h1").into_owned(),
        description: ui.t("steps-description").into_owned(),
        ..Head::default()
    };
    page::show(&StepsPage { ui, head, steps })
}
