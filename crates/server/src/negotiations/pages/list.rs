//! The book: whom to call this week, and everybody in it.

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use chrono::NaiveDate;

use super::private;
use crate::app::App;
use crate::error::Result;
use crate::negotiations::model::{DUE_WITHIN, Negotiation, Stage};
use crate::negotiations::store;
use crate::page::{self, Head, Ui, form};
use crate::times;

/// Entries on a page.
const SHOWN: i64 = 500;

#[derive(Template)]
#[template(path = "negotiations/list.html")]
struct ListPage {
    ui: Ui,
    head: Head,
    /// Only this stage.
    stage: Option<Stage>,
    counts: Vec<(Stage, i64)>,
    due: Vec<Negotiation>,
    entries: Vec<Negotiation>,
}

impl ListPage {
    fn count(&self, stage: Stage) -> i64 {
        self.counts.iter().find(|(known, _)| *known == stage).map_or(0, |(_, count)| *count)
    }

    fn all(&self) -> i64 {
        self.counts.iter().map(|(_, count)| count).sum()
    }

    fn has_more(&self) -> bool {
        self.stage.map_or_else(|| self.all(), |stage| self.count(stage)) > SHOWN
    }

    fn day(&self, day: &NaiveDate) -> String {
        times::tell_day(*day, self.ui.language, self.ui.today())
    }
}

/// The book, with `?vaihe=` only what is at one stage.
pub(super) async fn list(ui: Ui, State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response> {
    let stage = form::value_in(query.as_deref().unwrap_or_default(), "vaihe").and_then(|code| Stage::of(&code));
    let mut tx = app.db.read().await?;
    page::show_privately(&ListPage {
        head: private(&ui, "negotiations-title"),
        counts: store::counts(&mut tx).await?,
        due: match stage {
            None => store::due(&mut tx, ui.today() + DUE_WITHIN, SHOWN).await?,
            Some(_) => Vec::new(),
        },
        entries: store::list(&mut tx, stage, SHOWN).await?,
        stage,
        ui,
    })
}
