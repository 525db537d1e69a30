//! The OpenAPI document, made of the same tables that read the parameters and check the records.

use std::sync::LazyLock;

use serde_json::{Map, Value, json};

use super::api;
use super::parameters::{LAST_PAGE, MOST_PER_PAGE, PER_PAGE};
use super::shape::{self, Entity};
use crate::exchange::open::openapi::{headers, operation, reference, responses};
use crate::i18n::Language;

/// The document.
pub(super) static DOCUMENT: LazyLock<Value> = LazyLock::new(document);

fn document() -> Value {
    let mut schemas: Map<String, Value> =
        shape::ALL.iter().map(|entity| (entity.name.to_owned(), entity.schema())).collect();
    schemas.insert("Page".to_owned(), page_schema());
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Tarjotin open data (HSDS 3.1)",
            "version": env!("CARGO_PKG_VERSION"),
            "summary": "Activities, organizations and places as Human Services Data Specification 3.1",
            "description": ABOUT,
            "license": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
        },
        "servers": [{"url": "/"}],
        "paths": paths(),
        "components": {"schemas": schemas, "responses": responses(&shape::PROBLEM), "headers": headers()},
    })
}

const ABOUT: &str = "Read only, open to every site, no key. Fields beyond HSDS stand in `tarjotin`; \
    `translations` holds every text in every language, `text_language` tells which language the plain fields are in. \
    Places that are hidden never appear; of places whose area only is public, the municipality is all there is. \
    Lists are not cached longer than a minute: send `If-None-Match` with the `ETag` of the last answer. \
    `modified_after` lists what has changed; what is no longer listed is no longer public.";

fn paths() -> Value {
    let mut paths = Map::new();
    paths.insert(
        "/hsds".to_owned(),
        json!({"get": operation("about", "What this is", vec![lang()], one(&shape::ABOUT), false)}),
    );
    paths.insert(
        "/hsds/openapi.json".to_owned(),
        json!({"get": operation("openapi", "This document", Vec::new(), json!({"type": "object"}), false)}),
    );
    paths.insert("/hsds/datapackage.zip".to_owned(), json!({"get": package()}));
    let lists: [(&str, &str, &Entity, &[&str]); 6] = [
        ("services", "Activities", &shape::SERVICE, &api::SERVICES_HERE),
        ("organizations", "Who arranges", &shape::ORGANIZATION, &api::ORGANIZATIONS_HERE),
        ("locations", "Public places", &shape::LOCATION, &api::LOCATIONS_HERE),
        ("service_at_locations", "Activities at places", &shape::SERVICE_AT_LOCATION, &api::PAIRS_HERE),
        ("taxonomies", "Systems of terms: our own, then imported ones", &shape::TAXONOMY, &api::TAXONOMIES_HERE),
        ("taxonomy_terms", "Terms: our own, then imported ones", &shape::TERM, &api::TERMS_HERE),
    ];
    for (name, about, entity, filters) in lists {
        let mut parameters: Vec<Value> = filters.iter().map(|filter| parameter(name, filter)).collect();
        parameters.push(lang());
        let mut contents = json!({"type": "array", "items": reference(entity)});
        if name == "services" {
            contents["items"] = json!({"anyOf": [reference(entity), reference(&shape::MINIMAL)]});
        }
        let page = json!({"allOf": [
            {"$ref": "#/components/schemas/Page"},
            {"type": "object", "properties": {"contents": contents}, "required": ["contents"]},
        ]});
        let mut list = operation(&format!("list_{name}"), about, parameters, page, false);
        list["responses"]["200"]["content"]["application/x-ndjson"] = json!({"schema": {"type": "string"}});
        let first =
            json!({"operationId": format!("read_{name}"), "parameters": {"id": "$response.body#/contents/0/id"}});
        list["responses"]["200"]["links"] = json!({"first": first});
        paths.insert(format!("/hsds/{name}"), json!({"get": list}));

        let id = json!({"name": "id", "in": "path", "required": true, "schema": {"type": "string", "format": "uuid"}});
        let mut parameters = vec![id, lang()];
        if name == "organizations" {
            parameters.push(parameter(name, "full_service"));
        }
        let single = operation(&format!("read_{name}"), about, parameters, one(entity), true);
        paths.insert(format!("/hsds/{name}/{{id}}"), json!({"get": single}));
    }
    paths.into()
}

/// The tables in a zip: another kind of answer, and one that may not be there yet.
fn package() -> Value {
    let mut told =
        operation("datapackage", "Everything public as a tabular data package", Vec::new(), json!({}), false);
    told["description"] = "The tables of HSDS 3.1 and ours beside them, in a zip with `datapackage.json`. Made anew \
        some hours after something has changed."
        .into();
    told["responses"]["200"]["content"] =
        json!({"application/zip": {"schema": {"type": "string", "contentMediaType": "application/zip"}}});
    told["responses"]["503"] = json!({
        "description": "The first package is being made",
        "headers": {"Retry-After": {"description": "Seconds", "schema": {"type": "integer"}}},
        "content": {"application/problem+json": {"schema": reference(&shape::PROBLEM)}},
    });
    told
}

fn one(entity: &Entity) -> Value {
    reference(entity)
}

fn lang() -> Value {
    json!({
        "name": "lang", "in": "query",
        "description": "Language of the plain fields and of the words searched for; what has no words in it is in the next best language.",
        "schema": {"type": "string", "enum": Language::ALL.map(Language::code), "default": "fi"},
    })
}

fn parameter(list: &str, name: &str) -> Value {
    let most = i64::try_from(MOST_PER_PAGE).unwrap_or(i64::MAX);
    let uuid = json!({"type": "string", "format": "uuid"});
    let truth = json!({"type": "boolean", "default": false});
    let time = json!({"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$"});
    let (about, schema) = match name {
        "search" if list == "services" => (
            "Words, ranked exactly as on the search page; at most the first 10,000 hits are counted and paged to.",
            json!({"type": "string"}),
        ),
        "search" if list == "service_at_locations" => {
            ("Words, as in the list of services; at most the first 10,000 hits.", json!({"type": "string"}))
        }
        "search" if list == "organizations" => {
            ("Words that all stand in the name or the summary.", json!({"type": "string"}))
        }
        "search" => ("Words that all stand in the code, the name or the description.", json!({"type": "string"})),
        "day" => (
            "Only what is held on this day of the week; English names do as well.",
            json!({"type": "string", "enum": ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]}),
        ),
        "start_time" => ("Only what begins at this time of day or later.", time.clone()),
        "end_time" => ("Only what ends at this time of day or earlier.", time.clone()),
        "page" => ("Number of the page.", json!({"type": "integer", "minimum": 1, "maximum": LAST_PAGE, "default": 1})),
        "per_page" => (
            "Records on a page. Of services at most 100 come, with `minimal` up to 10,000; `size` tells how many there are.",
            json!({"type": "integer", "minimum": 1, "maximum": if list == "services" { 10_000 } else { most }, "default": PER_PAGE}),
        ),
        "format" => (
            "`ndjson` sends everything the filters let through, one record a line.",
            json!({"type": "string", "enum": ["json", "ndjson"], "default": "json"}),
        ),
        "taxonomy_term_id" => ("Only what this term describes.", uuid),
        "taxonomy_id" => {
            ("Only what some term of this taxonomy describes; of terms: only those of this taxonomy.", uuid)
        }
        "organization_id" => ("Only what this organization arranges.", uuid),
        "modified_after" => {
            ("Only what has changed at or after this moment.", json!({"type": "string", "format": "date-time"}))
        }
        "minimal" => ("Only ids and times of change.", truth),
        "full" => ("Each record with everything that belongs to it.", truth),
        "full_service" => (
            "Organizations with all they arrange, in full; at most 10 organizations on a page, 200 activities in each.",
            truth,
        ),
        "postcode" => {
            ("Only what is near the middle of this postal code.", json!({"type": "string", "pattern": "^[0-9]{5}$"}))
        }
        "proximity" => (
            "How near, in metres; needs `postcode`. Without it 10,000.",
            json!({"type": "integer", "minimum": 1, "maximum": 1_000_000}),
        ),
        "minimum_age" => {
            ("Only what has a youngest age of at least this.", json!({"type": "integer", "minimum": 0, "maximum": 150}))
        }
        "maximum_age" => {
            ("Only what has an oldest age of at most this.", json!({"type": "integer", "minimum": 0, "maximum": 150}))
        }
        "parent_id" => ("Only the terms right below this one.", uuid),
        "top_only" => ("Only terms that are below no other.", truth),
        _ => ("", json!({"type": "string"})),
    };
    json!({"name": name, "in": "query", "description": about, "schema": schema})
}

fn page_schema() -> Value {
    let number = json!({"type": "integer", "minimum": 0});
    let truth = json!({"type": "boolean"});
    let names = ["total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty"];
    json!({
        "type": "object",
        "properties": {
            "total_items": number, "total_pages": number, "page_number": number, "size": number,
            "first_page": truth, "last_page": truth, "empty": truth,
        },
        "required": names,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::open::openapi::dangling;

    #[test]
    fn everything_the_document_points_to_is_in_it() {
        assert_eq!(dangling(&DOCUMENT), Vec::<String>::new());
    }

    /// Both ways: what is routed is told, and what is told is routed.
    #[test]
    fn the_document_tells_every_address() {
        let code = include_str!("api/mod.rs");
        let mut routed: Vec<&str> = code
            .split(".route(\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .filter(|path| *path != "/hsds/")
            .collect();
        let mut told: Vec<&str> = DOCUMENT["paths"].as_object().expect("paths").keys().map(String::as_str).collect();
        routed.sort_unstable();
        told.sort_unstable();
        assert_eq!(routed, told);
    }
}
