//! The manifest, the service worker, the page it shows without a connection, and the icons devices ask for.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::app::App;
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::page::assets;
use crate::page::ui::{Looks, link};
use crate::page::{self, Head, Ui};

/// Icons have fixed addresses where devices look for them, so they are asked for again after a day.
const ICON_CACHE: &str = "public, max-age=86400";
/// The colours of the manifest: those of the light theme's frame and paper.
const THEME_COLOUR: &str = "#0A5C5A";
const PAPER_COLOUR: &str = "#FFFFFF";
/// What a launcher has room for under an icon.
const SHORT: usize = 14;

/// The addresses of this feature.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/offline", get(offline))
        .route("/sw.js", get(worker))
        .route("/manifest.webmanifest", get(manifest))
        .route("/favicon.ico", get(favicon))
        .route("/apple-touch-icon.png", get(touch_icon))
}

#[derive(Template)]
#[template(path = "offline/offline.html")]
struct OfflinePage {
    ui: Ui,
    head: Head,
}

impl OfflinePage {
    fn new(ui: Ui) -> Self {
        let head = Head { title: ui.t("offline-h1").into_owned(), hidden: true, ..Head::default() };
        OfflinePage { ui, head }
    }
}

/// What the reader sees without a connection: whom to call.
async fn offline(ui: Ui) -> Result<Response> {
    page::show(&OfflinePage::new(ui))
}

#[derive(Template)]
#[template(path = "offline/sw.js", escape = "none")]
struct Worker {
    version: String,
    files: String,
    prefixes: String,
}

/// The service worker. Its text changes when a file or an offline page changes, and browsers then fetch both anew.
async fn worker(ui: Ui, State(app): State<App>) -> Result<Response> {
    let style = app.assets.address("app.css");
    // The style sheet asks for the icon beside itself.
    let icon = style.replace("app.css", "icon.svg");
    let mut files = vec![style, icon, app.assets.address("enhance.js")];
    let mut hash = Sha256::new();
    for language in Language::ALL {
        let mut reader = ui.clone();
        reader.language = language;
        reader.looks = Looks::default();
        reader.path = "/offline".to_owned();
        reader.query = String::new();
        hash.update(OfflinePage::new(reader).render()?);
        files.push(link(language, "/offline"));
    }
    let prefixes: Vec<&str> =
        Language::ALL.into_iter().map(Language::prefix).filter(|prefix| !prefix.is_empty()).collect();
    let worker = Worker {
        version: hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect(),
        files: serde_json::to_string(&files).map_err(Error::internal)?,
        prefixes: serde_json::to_string(&prefixes).map_err(Error::internal)?,
    };
    Ok(typed(worker.render()?, "text/javascript; charset=utf-8", "no-cache"))
}

/// What a device needs to put the tray on its home screen, in the reader's language.
async fn manifest(ui: Ui, State(app): State<App>) -> Result<Response> {
    let brand = ui.brand();
    let short_name =
        if brand.chars().count() <= SHORT { brand.clone() } else { ui.t("offline-short-name").into_owned() };
    let icon = |name, sizes, kind, purpose| {
        let address = app.assets.address(name);
        json!({"src": address, "sizes": sizes, "type": kind, "purpose": purpose})
    };
    let manifest = json!({
        "id": ui.link("/"),
        "name": brand,
        "short_name": short_name,
        "description": ui.t("offline-description"),
        "lang": ui.language.html(),
        "dir": "ltr",
        "start_url": ui.link("/"),
        "scope": "/",
        "display": "standalone",
        "background_color": PAPER_COLOUR,
        "theme_color": THEME_COLOUR,
        "icons": [
            icon("icon.svg", "any", "image/svg+xml", "any"),
            icon("icon-192.png", "192x192", "image/png", "any"),
            icon("icon-512.png", "512x512", "image/png", "any"),
            icon("icon-maskable-512.png", "512x512", "image/png", "maskable"),
        ],
        "shortcuts": [
            {"name": ui.t("offline-today"), "url": ui.link("/haku?milloin=tanaan")},
            {"name": ui.t("offline-map"), "url": ui.link("/kartta")},
        ],
    });
    Ok(typed(manifest.to_string(), "application/manifest+json", "public, max-age=3600"))
}

fn typed(body: String, kind: &'static str, cache: &'static str) -> Response {
    let mut response = body.into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    response
}

/// Browsers and feed readers ask for it without having read a page.
async fn favicon() -> Result<Response> {
    assets::file("favicon.png", ICON_CACHE)
}

/// What iOS puts on the home screen; it rounds the corners itself.
async fn touch_icon() -> Result<Response> {
    assets::file("icon-touch.png", ICON_CACHE)
}
