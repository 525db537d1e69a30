//! What of a record our tables have no field for, kept as JSON so that it is passed on.

use serde_json::Value;

use super::super::ids;
use super::super::json::fields::{Object, text};

/// What is left of a record without the fields we keep ourselves; none when nothing is left.
pub(super) fn rest(record: &Object, ours: &[&str], keep: impl Fn(&str, &Value) -> bool) -> Option<String> {
    let mut left = Object::new();
    for (name, value) in record {
        if ours.contains(&name.as_str()) || is_nothing(value) {
            continue;
        }
        match value {
            Value::Array(parts) => {
                let parts: Vec<Value> =
                    parts.iter().filter(|part| !is_nothing(part) && keep(name, part)).map(without_nulls).collect();
                if !parts.is_empty() {
                    left.insert(name.clone(), Value::Array(parts));
                }
            }
            value if keep(name, value) => {
                left.insert(name.clone(), without_nulls(value));
            }
            _ => {}
        }
    }
    if left.is_empty() { None } else { Some(Value::Object(left).to_string()) }
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(parts) => parts.is_empty(),
        Value::Object(object) => object.is_empty(),
        _ => false,
    }
}

fn without_nulls(value: &Value) -> Value {
    match value {
        Value::Object(object) => Value::Object(
            object
                .iter()
                .filter(|(_, value)| !value.is_null())
                .map(|(name, value)| (name.clone(), without_nulls(value)))
                .collect(),
        ),
        Value::Array(parts) => Value::Array(parts.iter().filter(|part| !part.is_null()).map(without_nulls).collect()),
        other => other.clone(),
    }
}

/// Whether a part was made by our own export out of what we keep elsewhere, by the id it then has.
pub(super) fn is_derived(record_id: &str, list: &str, part: &Value) -> bool {
    let Some(part) = part.as_object() else { return false };
    let id = text(part, "id");
    let is = |name: &str| ids::derived_part(record_id, name) == id;
    match list {
        "phones" => is("phone"),
        "contacts" => is("contact"),
        "capacities" => is("group_size"),
        "metadata" => is("source"),
        "additional_urls" => is("sign_up"),
        "cost_options" => is("price") || is("price:most"),
        "addresses" => is("address"),
        "organization_identifiers" => is("business_id"),
        "service_areas" => is(&format!("area:{}", text(part, "extent"))),
        "accessibility" => {
            ["wheelchair", "accessible_toilet", "hearing_loop"].iter().any(|code| is(&format!("accessibility:{code}")))
        }
        "languages" => {
            let code = text(part, "code");
            let two = crate::reference::language(code).map_or(code, |language| language.code);
            [text(part, "note"), two, code, text(part, "name")].iter().any(|code| is(&format!("language:{code}")))
        }
        "attributes" => {
            let term = text(part, "taxonomy_term_id");
            is(&format!("attribute:{term}"))
        }
        _ => false,
    }
}

/// Whether a part says nothing but these.
pub(super) fn says_only(part: &Object, fields: &[&str]) -> bool {
    part.iter().all(|(name, value)| {
        is_nothing(value) || name == "id" || name.ends_with("_id") || fields.contains(&name.as_str())
    })
}
