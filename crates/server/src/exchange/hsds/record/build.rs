//! A record under construction: what is empty is left out, and what a source said beyond our fields is added last.

use serde_json::{Map, Value};

use crate::exchange::hsds::shape::Entity;

/// A JSON object that is being put together.
#[derive(Debug, Clone, Default)]
pub(crate) struct Record(Map<String, Value>);

impl Record {
    /// A record with an id.
    pub(crate) fn of(id: &str) -> Self {
        let mut record = Record::default();
        record.text("id", id);
        record
    }

    /// Adds a text unless it is empty.
    pub(crate) fn text(&mut self, name: &str, text: &str) -> &mut Self {
        if !text.is_empty() {
            self.0.insert(name.to_owned(), text.into());
        }
        self
    }

    /// Adds a value if there is one.
    pub(crate) fn value(&mut self, name: &str, value: Option<impl Into<Value>>) -> &mut Self {
        if let Some(value) = value {
            self.0.insert(name.to_owned(), value.into());
        }
        self
    }

    /// Adds a list unless it is empty.
    pub(crate) fn list<T: Into<Value>>(&mut self, name: &str, values: impl IntoIterator<Item = T>) -> &mut Self {
        let values: Vec<Value> = values.into_iter().map(Into::into).collect();
        if !values.is_empty() {
            self.0.insert(name.to_owned(), values.into());
        }
        self
    }

    /// Adds an object unless nothing is in it.
    pub(crate) fn record(&mut self, name: &str, record: Record) -> &mut Self {
        if !record.0.is_empty() {
            self.0.insert(name.to_owned(), record.into());
        }
        self
    }

    /// Adds a value to an object inside it.
    pub(crate) fn within(&mut self, object: &str, name: &str, value: impl Into<Value>) -> &mut Self {
        if let Some(Value::Object(object)) = self.0.get_mut(object) {
            object.insert(name.to_owned(), value.into());
        }
        self
    }

    /// Adds what a source said beyond our fields. What we say ourselves stands; of lists, the parts we do not have are
    /// added; what does not have the shape HSDS gives it is left out, so that a fault at a source stays there.
    pub(crate) fn merge(&mut self, stored: Option<&str>, entity: &Entity, depth: Depth) -> &mut Self {
        let Some(Value::Object(stored)) = stored.and_then(|text| serde_json::from_str(text).ok()) else { return self };
        for (name, value) in stored {
            let is_nested = value.is_array() || value.is_object();
            if OURS.contains(&name.as_str()) || (depth == Depth::List && is_nested) || value.is_null() {
                continue;
            }
            if !entity.field(&name).is_none_or(|field| field.fits(&value)) {
                continue;
            }
            match (self.0.get_mut(&name), value) {
                (None, value) => {
                    self.0.insert(name, value);
                }
                (Some(Value::Array(known)), Value::Array(more)) => {
                    let new: Vec<Value> =
                        more.into_iter().filter(|part| !known.iter().any(|ours| is_same(ours, part))).collect();
                    known.extend(new);
                }
                _ => {}
            }
        }
        self
    }
}

/// How much of a record is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Depth {
    /// As lists tell it: plain fields and who arranges it.
    List,
    /// With everything that belongs to it.
    Full,
}

/// Only we say these.
const OURS: [&str; 4] = ["id", "tarjotin", "translations", "text_language"];

/// Whether two parts tell the same: by id, or in everything but their ids.
fn is_same(one: &Value, other: &Value) -> bool {
    let (Value::Object(one), Value::Object(other)) = (one, other) else { return one == other };
    if one.get("id").is_some_and(|id| Some(id) == other.get("id")) {
        return true;
    }
    let told = |part: &Map<String, Value>| -> Map<String, Value> {
        part.iter()
            .filter(|(name, _)| *name != "id" && !name.ends_with("_id"))
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect()
    };
    told(one) == told(other)
}

impl From<Record> for Value {
    fn from(record: Record) -> Value {
        Value::Object(record.0)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::exchange::hsds::shape;

    #[test]
    fn what_a_source_said_is_added_and_never_overrides() {
        let mut record = Record::of("018f0000-0000-7000-8000-000000000001");
        record
            .text("name", "Kahvila")
            .list("phones", [json!({"id": "018f0000-0000-7000-8000-000000000002", "number": "03 1234"})]);
        let stored = json!({
            "id": "other", "name": "Café", "licenses": "none needed", "minimum_age": "twelve", "x_own": [1],
            "phones": [{"id": "018f0000-0000-7000-8000-000000000003", "number": "03 1234"},
                       {"id": "018f0000-0000-7000-8000-000000000004", "number": "03 5678"}],
        });
        record.merge(Some(&stored.to_string()), &shape::SERVICE, Depth::Full);
        assert_eq!(
            Value::from(record),
            json!({
                "id": "018f0000-0000-7000-8000-000000000001", "name": "Kahvila", "licenses": "none needed", "x_own": [1],
                "phones": [{"id": "018f0000-0000-7000-8000-000000000002", "number": "03 1234"},
                           {"id": "018f0000-0000-7000-8000-000000000004", "number": "03 5678"}],
            })
        );
    }
}
