//! The pages about the service: what it is, privacy, the accessibility statement.

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use chrono::NaiveDate;

use crate::app::App;
use crate::error::Result;
use crate::page::{self, Head, Ui};
use crate::times;

/// The day the shipped accessibility statement was written; change it whenever its sentences change.
const STATEMENT_WRITTEN: Option<NaiveDate> = NaiveDate::from_ymd_opt(2026, 11, 22);

/// Who supervises accessibility in Finland since 2025 (Act on the Provision of Digital Services 306/2019, chapter 3),
/// unless the region names another.
const SUPERVISOR_SITE: &str = "https://www.saavutettavuusvaatimukset.fi/";
const SUPERVISOR_EMAIL: &str = "saavutettavuus@traficom.fi";
const SUPERVISOR_PHONE: &str = "029\u{a0}534\u{a0}5000";

/// The addresses of this feature.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/tietoa", get(about))
        .route("/tietosuoja", get(privacy))
        .route("/saavutettavuus", get(accessibility))
}

fn head(ui: &Ui, title: &str, description: &str) -> Head {
    Head { title: ui.t(title).into_owned(), description: ui.t(description).into_owned(), ..Head::default() }
}

#[derive(Template)]
#[template(path = "info/about.html")]
struct AboutPage {
    ui: Ui,
    head: Head,
}

/// What the service is, who keeps it, where its facts come from.
async fn about(ui: Ui) -> Result<Response> {
    let head = head(&ui, "about-h1", "about-description");
    page::show(&AboutPage { ui, head })
}

#[derive(Template)]
#[template(path = "info/privacy.html")]
struct PrivacyPage {
    ui: Ui,
    head: Head,
}

/// What the service knows of its readers.
async fn privacy(ui: Ui) -> Result<Response> {
    let head = head(&ui, "privacy-h1", "privacy-description");
    page::show(&PrivacyPage { ui, head })
}

#[derive(Template)]
#[template(path = "info/accessibility.html")]
struct AccessibilityPage {
    ui: Ui,
    head: Head,
    written: String,
    site: &'static str,
    supervisor_email: &'static str,
    supervisor_phone: &'static str,
}

/// The accessibility statement (306/2019, section 9).
async fn accessibility(ui: Ui) -> Result<Response> {
    let head = head(&ui, "accessibility-h1", "accessibility-description");
    let page = AccessibilityPage {
        written: STATEMENT_WRITTEN.map(|day| times::tell_date(day, ui.language)).unwrap_or_default(),
        site: SUPERVISOR_SITE,
        supervisor_email: SUPERVISOR_EMAIL,
        supervisor_phone: SUPERVISOR_PHONE,
        ui,
        head,
    };
    page::show(&page)
}
