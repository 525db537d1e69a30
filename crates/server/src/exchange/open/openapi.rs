//! The parts that the OpenAPI documents have in common.

use serde_json::{Value, json};

use super::shape::Entity;

/// Points to an object of the document.
pub(in crate::exchange) fn reference(entity: &Entity) -> Value {
    json!({"$ref": format!("#/components/schemas/{}", entity.name)})
}

/// What one address does.
pub(in crate::exchange) fn operation(
    id: &str,
    about: &str,
    parameters: Vec<Value>,
    schema: Value,
    may_be_missing: bool,
) -> Value {
    let mut answers = json!({
        "200": {
            "description": "The answer",
            "headers": {
                "ETag": {"$ref": "#/components/headers/ETag"},
                "Access-Control-Allow-Origin": {"$ref": "#/components/headers/Open"},
            },
            "content": {"application/json": {"schema": schema}},
        },
        "304": {"$ref": "#/components/responses/Unchanged"},
        "400": {"$ref": "#/components/responses/Refused"},
        "503": {"$ref": "#/components/responses/Busy"},
    });
    if may_be_missing {
        answers["404"] = json!({"$ref": "#/components/responses/Missing"});
    }
    json!({"operationId": id, "summary": about, "parameters": parameters, "responses": answers})
}

/// The answers that are the same everywhere.
pub(in crate::exchange) fn responses(problem: &Entity) -> Value {
    let told = reference(problem);
    let problem =
        |about: &str| json!({"description": about, "content": {"application/problem+json": {"schema": told}}});
    json!({
        "Unchanged": {"description": "The ETag sent along is still true", "headers": {"ETag": {"$ref": "#/components/headers/ETag"}}},
        "Refused": problem("A parameter has a value it cannot have; `parameter` names it"),
        "Missing": problem("There is nothing public with this id"),
        "Busy": problem("Please try again in a moment"),
    })
}

/// What stands round every answer.
pub(in crate::exchange) fn headers() -> Value {
    json!({
        "ETag": {"description": "The version of this answer, for If-None-Match", "schema": {"type": "string"}},
        "Open": {"description": "Pages of every site may read this", "schema": {"type": "string", "enum": ["*"]}},
    })
}

/// What a document points to and does not hold.
#[cfg(test)]
pub(in crate::exchange) fn dangling(document: &Value) -> Vec<String> {
    fn walk(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Object(object) => {
                if let Some(Value::String(target)) = object.get("$ref") {
                    found.push(target.clone());
                }
                object.values().for_each(|value| walk(value, found));
            }
            Value::Array(values) => values.iter().for_each(|value| walk(value, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(document, &mut found);
    assert!(found.len() > 50, "a document without pointers is none of ours");
    found.retain(|target| document.pointer(target.trim_start_matches('#')).is_none());
    found
}
