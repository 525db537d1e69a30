//! Leaving a wish, and asking to be called.

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use axum::routing::get;
use axum::{Form, Router};
use serde::Deserialize;

use super::model::{self, LONGEST_NAME, LONGEST_WISH, SUITS};
use super::store::{self, Asked, CallRequest, Wish};
use crate::app::App;
use crate::clock;
use crate::error::{Error, Result};
use crate::page::form::{self, Problems};
use crate::page::{self, Head, Ui};
use crate::{reference, text};

/// The addresses of this feature.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/toive", get(wish_form).post(leave_wish))
        .route("/soittopyynto", get(call_form).post(ask_for_call))
}

/// What the address says when the form was sent.
const SENT: &str = "lahetetty";

/// What was typed into the wish.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct WishForm {
    #[serde(default)]
    wish: String,
    /// Where it is for, from the search it began with.
    #[serde(default)]
    kunta: String,
    #[serde(default)]
    key: String,
    /// People do not see this field; what fills it is not a person.
    #[serde(default)]
    homepage: String,
}

#[derive(Template)]
#[template(path = "needs/wish.html")]
struct WishPage {
    ui: Ui,
    head: Head,
    typed: WishForm,
    problems: Problems,
    sent: bool,
}

impl WishPage {
    fn new(ui: Ui, typed: WishForm, problems: Problems, sent: bool) -> Self {
        let title = ui.t(if sent { "wish-sent-title" } else { "wish-title" }).into_owned();
        let head = Head { title, description: ui.t("wish-lead").into_owned(), hidden: sent, ..Head::default() };
        WishPage { ui, head, typed, problems, sent }
    }
}

/// The form; `?q=` brings along what was searched for.
async fn wish_form(ui: Ui, RawQuery(query): RawQuery) -> Result<Response> {
    let query = query.unwrap_or_default();
    let value = |wanted| form::value_in(&query, wanted).unwrap_or_default();
    let wish = value("q").chars().take(LONGEST_WISH).collect();
    let typed = WishForm { wish, kunta: value("kunta"), key: form::new_key(), ..WishForm::default() };
    page::show(&WishPage::new(ui, typed, Problems::default(), query == SENT))
}

async fn leave_wish(ui: Ui, State(app): State<App>, Form(typed): Form<WishForm>) -> Result<Response> {
    let thanks = ui.link(format!("/toive?{SENT}"));
    if !typed.homepage.is_empty() {
        return Ok(form::see_other(&thanks));
    }
    let wish = match typed.check(&ui) {
        Ok(wish) => wish,
        Err(problems) => return page::unprocessable(&WishPage::new(ui, typed, problems, false)),
    };
    let mut tx = app.db.write().await?;
    if let Some(location) = form::answered(&mut tx, &typed.key).await? {
        return Ok(form::see_other(&location));
    }
    let number = store::add_wish(&mut tx, &wish, ui.now).await?;
    form::answer(&mut tx, &typed.key, &thanks, ui.now).await?;
    tx.commit().await?;
    app.wrote(number).await;
    Ok(form::see_other(&thanks))
}

impl WishForm {
    fn check(&self, ui: &Ui) -> Result<Wish, Problems> {
        let mut problems = Problems::default();
        let wish = text::without_controls(&self.wish);
        if wish.is_empty() {
            problems.add("wish", ui.t("wish-problem-empty"));
        }
        if wish.chars().count() > LONGEST_WISH {
            problems.add("wish", ui.t("wish-problem-long"));
        }
        if text::holds_identity_code(&wish) {
            problems.add("wish", ui.t("problem-identity-code"));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let municipality = reference::municipality(&self.kunta).map_or("", |found| found.code);
        Ok(Wish { day: clock::today(ui.now).to_string(), wish, municipality: municipality.to_owned() })
    }
}

/// What was typed into the request for a call.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct CallForm {
    #[serde(default)]
    name: String,
    #[serde(default)]
    phone: String,
    #[serde(default)]
    suits: String,
    #[serde(default)]
    key: String,
    /// People do not see this field; what fills it is not a person.
    #[serde(default)]
    homepage: String,
}

#[derive(Template)]
#[template(path = "needs/call.html")]
struct CallPage {
    ui: Ui,
    head: Head,
    typed: CallForm,
    problems: Problems,
    suits: [&'static str; 4],
    sent: bool,
}

impl CallPage {
    fn new(ui: Ui, typed: CallForm, problems: Problems, sent: bool) -> Self {
        let title = ui.t(if sent { "call-sent-title" } else { "call-title" }).into_owned();
        let head = Head { title, description: ui.t("call-lead").into_owned(), hidden: sent, ..Head::default() };
        CallPage { ui, head, typed, problems, suits: SUITS, sent }
    }
}

/// The form. Where nobody answers the phone nobody calls either, and there is no such page.
async fn call_form(ui: Ui) -> Result<Response> {
    if ui.phone().is_empty() {
        return Err(Error::NotFound);
    }
    let sent = ui.query == SENT;
    let typed = CallForm { suits: SUITS[0].to_owned(), key: form::new_key(), ..CallForm::default() };
    page::show(&CallPage::new(ui, typed, Problems::default(), sent))
}

async fn ask_for_call(ui: Ui, State(app): State<App>, Form(typed): Form<CallForm>) -> Result<Response> {
    if ui.phone().is_empty() {
        return Err(Error::NotFound);
    }
    let thanks = ui.link(format!("/soittopyynto?{SENT}"));
    if !typed.homepage.is_empty() {
        return Ok(form::see_other(&thanks));
    }
    let request = match typed.check(&ui) {
        Ok(request) => request,
        Err(problems) => return page::unprocessable(&CallPage::new(ui, typed, problems, false)),
    };
    let mut tx = app.db.write().await?;
    if let Some(location) = form::answered(&mut tx, &typed.key).await? {
        return Ok(form::see_other(&location));
    }
    match store::ask_for_call(&mut tx, &request, ui.now).await? {
        Asked::Waits(number) => {
            form::answer(&mut tx, &typed.key, &thanks, ui.now).await?;
            tx.commit().await?;
            app.wrote(number).await;
            Ok(form::see_other(&thanks))
        }
        Asked::TooMany => {
            let mut problems = Problems::default();
            problems.add("phone", ui.with("call-problem-many", "phone", ui.phone()));
            page::unprocessable(&CallPage::new(ui, typed, problems, false))
        }
    }
}

impl CallForm {
    fn suits(&self, code: &str) -> bool {
        self.suits == code
    }

    fn check(&self, ui: &Ui) -> Result<CallRequest, Problems> {
        let mut problems = Problems::default();
        if !model::is_phone(&self.phone) {
            problems.add("phone", ui.t("call-problem-phone"));
        }
        let name = text::without_controls(&self.name);
        if name.chars().count() > LONGEST_NAME {
            problems.add("name", ui.t("call-problem-name"));
        }
        if text::holds_identity_code(&name) || text::holds_identity_code(&self.phone) {
            problems.add("name", ui.t("problem-identity-code"));
        }
        if !SUITS.contains(&self.suits.as_str()) {
            problems.add("suits", ui.t("call-problem-when"));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(CallRequest {
            name,
            phone: self.phone.trim().to_owned(),
            suits: self.suits.clone(),
            language: ui.language.code().to_owned(),
        })
    }
}
