//! `/rajapinta`: the open API for people who write programs, made of the same table as its document, with a true answer
//! to each example.

use askama::Template;
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::response::Response;
use axum::routing::get;
use http_body_util::BodyExt;
use serde_json::Value;
use tower::ServiceExt;

use super::endpoints::{self, Endpoint};
use super::openapi::{DOCUMENT, key_of, key_of_parameter};
use super::store;
use crate::app::App;
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::page::{self, Head, Ui};

/// Lines of an answer that are shown.
const MOST_LINES: usize = 36;
/// More values than this are not all written out.
const MOST_VALUES: usize = 30;

/// The address of the page.
pub(super) fn routes() -> Router<App> {
    Router::new().route("/rajapinta", get(show))
}

#[derive(Template)]
#[template(path = "exchange/api/guide.html")]
struct GuidePage {
    ui: Ui,
    head: Head,
    addresses: Vec<Address>,
}

/// An address with all that can be said about it.
struct Address {
    id: &'static str,
    path: &'static str,
    about: String,
    parameters: Vec<Row>,
    /// What can be opened, and what came back; none when the tray is empty.
    example: Option<(String, String)>,
}

/// A parameter.
struct Row {
    name: String,
    about: String,
    /// What it may hold.
    holds: String,
    /// Values that are codes: written as code.
    codes: Vec<String>,
}

/// The page.
async fn show(ui: Ui, State(app): State<App>) -> Result<Response> {
    let mut addresses = Vec::new();
    for endpoint in &endpoints::ALL {
        let parameters = &DOCUMENT["paths"][endpoint.path]["get"]["parameters"];
        addresses.push(Address {
            id: endpoint.id,
            path: endpoint.path,
            about: ui.t(&key_of(endpoint.id)).into_owned(),
            parameters: parameters.as_array().into_iter().flatten().map(|told| row(told, &ui)).collect(),
            example: example(endpoint, &app, &ui).await?,
        });
    }
    let head = Head {
        title: ui.t("api-title").into_owned(),
        description: ui.t("api-description").into_owned(),
        ..Head::default()
    };
    page::show(&GuidePage { ui, head, addresses })
}

/// A parameter as the document tells it, in the reader's language.
fn row(told: &Value, ui: &Ui) -> Row {
    let name = told["name"].as_str().unwrap_or_default().to_owned();
    let key = if told["in"] == "path" { "api-parameter-id".to_owned() } else { key_of_parameter(&name) };
    let schema = &told["schema"];
    let of = |schema: &Value| -> Vec<String> {
        let codes = schema["enum"].as_array().into_iter().flatten();
        codes.filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let (one, many) = (of(schema), of(&schema["items"]));
    let holds = match (schema["type"].as_str(), schema["format"].as_str()) {
        (_, Some("uuid")) => ui.t("api-holds-id").into_owned(),
        (_, Some("date-time")) => ui.t("api-holds-moment").into_owned(),
        (Some("boolean"), _) => ui.t("api-holds-truth").into_owned(),
        (Some("integer" | "number"), _) => {
            ui.with("api-holds-number", "range", format!("{}–{}", schema["minimum"], schema["maximum"]))
        }
        (Some("array"), _) if many.len() > MOST_VALUES => ui.t("api-holds-municipalities").into_owned(),
        (Some("array"), _) => ui.t("api-holds-any-of").into_owned(),
        _ if !one.is_empty() => ui.t("api-holds-one-of").into_owned(),
        _ if name == "cursor" => ui.t("api-holds-mark").into_owned(),
        _ => ui.t("api-holds-words").into_owned(),
    };
    let codes = if many.len() > MOST_VALUES { Vec::new() } else { [one, many].concat() };
    Row { about: ui.t(&key).into_owned(), name, holds, codes }
}

/// Asks the address itself; what the page shows is what a program gets.
async fn example(endpoint: &Endpoint, app: &App, ui: &Ui) -> Result<Option<(String, String)>> {
    let mut path = endpoint.path.to_owned();
    if endpoint.is_one() {
        let Some(id) = store::an_id(&mut app.db.read().await?, endpoint.id).await? else { return Ok(None) };
        path = path.replace("{id}", &id);
    }
    let asked = format!("{path}{}", endpoint.example);
    let host = ui.origin.split_once("://").map_or("", |(_, host)| host);
    let request = Request::get(&asked).header("host", host).body(Body::empty()).map_err(Error::internal)?;
    let address = Router::new().route(endpoint.path, (endpoint.handler)()).with_state(app.clone());
    let Ok(answer) = address.oneshot(request).await;
    let bytes = answer.into_body().collect().await.map_err(Error::internal)?.to_bytes();
    let value: Value = serde_json::from_slice(&bytes).map_err(Error::internal)?;
    let whole = serde_json::to_string_pretty(&value).map_err(Error::internal)?;
    Ok(Some((asked, shortened(&whole))))
}

/// The beginning of an answer, so that the page stays readable.
fn shortened(text: &str) -> String {
    let mut lines: Vec<&str> = text.lines().take(MOST_LINES).collect();
    if text.lines().nth(MOST_LINES).is_some() {
        lines.push("…");
    }
    lines.join("\n")
}

impl GuidePage {
    fn languages(&self) -> String {
        Language::ALL.map(Language::code).join(", ")
    }
}
