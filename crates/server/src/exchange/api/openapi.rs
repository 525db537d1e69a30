//! The OpenAPI document of the open API, made of the table of addresses.

use std::sync::LazyLock;

use serde_json::{Map, Value, json};

use super::endpoints::{self, Endpoint};
use super::shape;
use crate::exchange::open::openapi::{headers, operation, reference, responses};
use crate::i18n::Language;

/// The document.
pub(super) static DOCUMENT: LazyLock<Value> = LazyLock::new(document);

/// The text about an address.
pub(super) fn key_of(endpoint: &str) -> String {
    format!("api-endpoint-{}", endpoint.replace('_', "-"))
}

/// The text about a parameter.
pub(super) fn key_of_parameter(name: &str) -> String {
    format!("api-parameter-{}", name.replace('_', "-"))
}

fn document() -> Value {
    let schemas: Map<String, Value> =
        shape::ALL.iter().map(|entity| (entity.name.to_owned(), entity.schema())).collect();
    let paths: Map<String, Value> =
        endpoints::ALL.iter().map(|endpoint| (endpoint.path.to_owned(), json!({"get": read(endpoint)}))).collect();
    let about =
        ["api-lead", "api-texts", "api-paging", "api-errors", "api-caching"].map(|key| Language::English.t(key));
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Tarjotin open API",
            "version": env!("CARGO_PKG_VERSION"),
            "summary": Language::English.t("api-description"),
            "description": about.join("\n\n"),
            "license": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
        },
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {"schemas": schemas, "responses": responses(&shape::PROBLEM), "headers": headers()},
    })
}

fn read(endpoint: &Endpoint) -> Value {
    let mut parameters = Vec::new();
    if endpoint.is_one() {
        let schema = json!({"type": "string", "format": "uuid"});
        parameters.push(json!({"name": "id", "in": "path", "required": true, "schema": schema}));
    }
    let about = |key: &str| Language::English.t(key).into_owned();
    parameters.extend(endpoint.parameters.iter().map(|row| row.document(&about(&key_of_parameter(row.name)))));
    let mut told =
        operation(endpoint.id, &about(&key_of(endpoint.id)), parameters, reference(endpoint.answer), endpoint.is_one());
    let links = links(endpoint);
    if !links.is_empty() {
        told["responses"]["200"]["links"] = links.into();
    }
    told
}

/// Where an answer leads: its next page, and the first of its records.
fn links(endpoint: &Endpoint) -> Map<String, Value> {
    let mut links = Map::new();
    let to = |operation: &str, parameter: &str, pointer: &str| json!({"operationId": operation, "parameters": {parameter: format!("$response.body#{pointer}")}});
    if endpoint.parameters.iter().any(|row| row.name == "cursor") {
        links.insert("next".to_owned(), to(endpoint.id, "cursor", "/next"));
    }
    let first = match endpoint.id {
        "list_activities" => Some(("read_activity", "/data/0/id")),
        "list_organizations" => Some(("read_organization", "/data/0/id")),
        "list_places" => Some(("read_place", "/data/0/id")),
        "list_sessions" => Some(("read_activity", "/data/0/activity/id")),
        _ => None,
    };
    if let Some((operation, pointer)) = first {
        links.insert("first".to_owned(), to(operation, "id", pointer));
    }
    links
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::open::openapi::dangling;

    #[test]
    fn everything_the_document_points_to_is_in_it() {
        assert_eq!(dangling(&DOCUMENT), Vec::<String>::new());
    }

    #[test]
    fn everything_has_words_in_every_language() {
        for endpoint in &endpoints::ALL {
            let parameters = endpoint.parameters.iter().map(|row| key_of_parameter(row.name));
            for key in parameters.chain([key_of(endpoint.id)]) {
                assert!(Language::ALL.into_iter().all(|language| language.has(&key)), "{key}");
            }
        }
    }
}
