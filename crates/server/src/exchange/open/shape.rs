//! What records look like, as tables: they decide what is told of them in a document, and tests hold records against them.

use serde_json::{Value, json};

use super::formats;

/// What a field holds.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Kind {
    Text,
    Id,
    Uri,
    Email,
    Day,
    Moment,
    Number,
    /// A whole number.
    Whole,
    Truth,
    /// The same in several languages: texts by language tag.
    Said,
    /// Latitude and longitude in degrees (WGS 84).
    Point,
    Choice(&'static [&'static str]),
    Texts,
    Numbers,
    One(&'static Entity),
    Many(&'static Entity),
}

/// A field of an object.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) required: bool,
}

/// An object of HSDS.
#[derive(Debug)]
pub(crate) struct Entity {
    /// Its name in the OpenAPI document.
    pub(crate) name: &'static str,
    pub(crate) fields: &'static [Field],
}

/// A field that is there when there is something to say.
pub(crate) const fn may(name: &'static str, kind: Kind) -> Field {
    Field { name, kind, required: false }
}

/// A field that is always there.
pub(crate) const fn must(name: &'static str, kind: Kind) -> Field {
    Field { name, kind, required: true }
}

impl Entity {
    /// The field with a name; none for what HSDS does not know.
    pub(crate) fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// Whether a value is such an object. Fields nobody knows may hold anything.
    pub(crate) fn fits(&self, value: &Value) -> bool {
        let Value::Object(value) = value else { return false };
        self.fields.iter().all(|field| value.get(field.name).map_or(!field.required, |found| field.fits(found)))
    }

    /// What is wrong with a value as such an object, if anything is.
    #[cfg(test)]
    pub(crate) fn fault(&self, value: &Value) -> Option<String> {
        let Value::Object(object) = value else { return Some(format!("{} is no object", self.name)) };
        self.fields.iter().find_map(|field| match (object.get(field.name), field.kind) {
            (None, _) => field.required.then(|| format!("{} lacks {}", self.name, field.name)),
            (Some(found), Kind::One(entity)) => entity.fault(found),
            (Some(Value::Array(found)), Kind::Many(entity)) => found.iter().find_map(|part| entity.fault(part)),
            (Some(found), _) => (!field.fits(found)).then(|| format!("{}.{} is {found}", self.name, field.name)),
        })
    }

    /// Its JSON Schema, for the OpenAPI document.
    pub(crate) fn schema(&self) -> Value {
        let properties: serde_json::Map<String, Value> =
            self.fields.iter().map(|field| (field.name.to_owned(), field.kind.schema())).collect();
        let required: Vec<&str> = self.fields.iter().filter(|field| field.required).map(|field| field.name).collect();
        json!({"type": "object", "properties": properties, "required": required})
    }
}

impl Field {
    /// Whether a value may stand in this field.
    pub(crate) fn fits(&self, value: &Value) -> bool {
        let text = |fits: fn(&str) -> bool| value.as_str().is_some_and(fits);
        match self.kind {
            Kind::Text => value.is_string(),
            Kind::Id => text(formats::is_id),
            Kind::Uri => text(formats::is_uri),
            Kind::Email => text(|text| formats::email(text) == Some(text)),
            Kind::Day => text(|text| text.parse::<chrono::NaiveDate>().is_ok()),
            Kind::Moment => text(formats::is_moment),
            Kind::Number => value.is_number(),
            Kind::Whole => value.is_i64() || value.is_u64(),
            Kind::Truth => value.is_boolean(),
            Kind::Said => value.as_object().is_some_and(|texts| texts.values().all(Value::is_string)),
            Kind::Point => value.as_array().is_some_and(|point| point.len() == 2 && point.iter().all(Value::is_number)),
            Kind::Choice(choices) => value.as_str().is_some_and(|text| choices.contains(&text)),
            Kind::Texts => value.as_array().is_some_and(|texts| texts.iter().all(Value::is_string)),
            Kind::Numbers => value.as_array().is_some_and(|numbers| numbers.iter().all(Value::is_number)),
            Kind::One(entity) => entity.fits(value),
            Kind::Many(entity) => value.as_array().is_some_and(|parts| parts.iter().all(|part| entity.fits(part))),
        }
    }
}

impl Kind {
    pub(crate) fn schema(self) -> Value {
        let reference = |entity: &Entity| json!({"$ref": format!("#/components/schemas/{}", entity.name)});
        match self {
            Kind::Text => json!({"type": "string"}),
            Kind::Id => json!({"type": "string", "format": "uuid"}),
            Kind::Uri => json!({"type": "string", "format": "uri"}),
            Kind::Email => json!({"type": "string", "format": "email"}),
            Kind::Day => json!({"type": "string", "format": "date"}),
            Kind::Moment => json!({"type": "string", "format": "date-time"}),
            Kind::Number => json!({"type": "number"}),
            Kind::Whole => json!({"type": "integer"}),
            Kind::Truth => json!({"type": "boolean"}),
            Kind::Said => json!({"type": "object", "additionalProperties": {"type": "string"}}),
            Kind::Point => json!({"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}),
            Kind::Choice(choices) => json!({"type": "string", "enum": choices}),
            Kind::Texts => json!({"type": "array", "items": {"type": "string"}}),
            Kind::Numbers => json!({"type": "array", "items": {"type": "number"}}),
            Kind::One(entity) => reference(entity),
            Kind::Many(entity) => json!({"type": "array", "items": reference(entity)}),
        }
    }
}
