//! The handlers of the open API: read what is asked, load, answer.

pub(super) mod activities;
pub(super) mod facets;
pub(super) mod organizations;
pub(super) mod places;
pub(super) mod sessions;
pub(super) mod suggestions;

use axum::response::Response;
use serde_json::{Value, json};

use super::endpoints;
use super::openapi;
use super::record::Reader;
use crate::exchange::open::Asked;
use crate::exchange::open::parameters::Given;
use crate::exchange::open::problem::Result;
use crate::i18n::Language;

/// What one may do with the data: anything, naming where it came from. A record from elsewhere names its own licence.
const LICENCE: &str = "https://creativecommons.org/licenses/by/4.0/";

/// `/api/v1`: what this is and what there is.
pub(super) async fn about(asked: Asked) -> Result<Response> {
    let given = asked.given(&endpoints::OF_ONE)?;
    let reader = reader(&asked, &given)?;
    let addresses: Vec<Value> = endpoints::ALL
        .iter()
        .map(|endpoint| {
            let about = |language: Language| language.t(&openapi::key_of(endpoint.id)).into_owned();
            json!({"path": endpoint.path, "about": reader.words(about)})
        })
        .collect();
    let told = json!({
        "name": reader.words(|language| asked.ui.region.or_shipped("brand", language)),
        "licence": LICENCE,
        "openapi": reader.page("/api/v1/openapi.json"),
        "guide": reader.page("/rajapinta"),
        "languages": Language::ALL.map(Language::code),
        "endpoints": addresses,
    });
    Ok(asked.record(&told, None))
}

/// The OpenAPI document: the same on every installation, because its addresses are relative.
pub(super) async fn openapi(asked: Asked) -> Result<Response> {
    asked.given(&[])?;
    Ok(asked.record(&openapi::DOCUMENT, None))
}

/// Who an answer is told to.
fn reader<'a>(asked: &'a Asked, given: &Given) -> Result<Reader<'a>> {
    Ok(Reader { language: given.language("language")?, origin: &asked.ui.origin })
}

/// Adds the mark of the next page, when there is one.
fn with_next(mut told: Value, next: Option<String>) -> Value {
    if let Some(next) = next {
        told["next"] = next.into();
    }
    told
}
