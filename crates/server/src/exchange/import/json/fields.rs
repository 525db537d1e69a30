//! Looking into JSON objects: a field that is missing, null or of another type is simply not there.

use serde_json::{Map, Value};

pub(in super::super) type Object = Map<String, Value>;

/// A text, trimmed; '' when it is not there.
pub(in super::super) fn text<'a>(object: &'a Object, name: &str) -> &'a str {
    object.get(name).and_then(Value::as_str).map_or("", str::trim)
}

/// A whole number, also when it is written as 12.0.
pub(in super::super) fn whole(object: &Object, name: &str) -> Option<i64> {
    whole_number(object.get(name)?)
}

/// A value as a whole number.
pub(in super::super) fn whole_number(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| {
        let number = value.as_f64()?;
        (number.fract() == 0.0 && number.abs() < 1e15).then_some(number as i64)
    })
}

/// A number.
pub(in super::super) fn number(object: &Object, name: &str) -> Option<f64> {
    object.get(name).and_then(Value::as_f64)
}

/// An object inside.
pub(in super::super) fn object<'a>(object: &'a Object, name: &str) -> Option<&'a Object> {
    object.get(name).and_then(Value::as_object)
}

/// The objects of a list with their places in it.
pub(in super::super) fn objects<'a>(
    object: &'a Object,
    name: &str,
) -> impl Iterator<Item = (usize, &'a Object)> + use<'a> {
    let parts = object.get(name).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    parts.iter().enumerate().filter_map(|(at, part)| Some((at, part.as_object()?)))
}

/// The texts of a list.
pub(in super::super) fn texts<'a>(object: &'a Object, name: &str) -> impl Iterator<Item = &'a str> + use<'a> {
    let parts = object.get(name).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    parts.iter().filter_map(Value::as_str)
}

/// Whether a field is there at all.
pub(in super::super) fn has(object: &Object, name: &str) -> bool {
    object.get(name).is_some_and(|value| !value.is_null())
}

/// Takes NUL out of every text: no writing has it, and PostgreSQL does not take it.
pub(in super::super) fn drop_nul(value: &mut Value) {
    match value {
        Value::String(text) if text.contains('\0') => text.retain(|c| c != '\0'),
        Value::Array(parts) => parts.iter_mut().for_each(drop_nul),
        Value::Object(object) => object.values_mut().for_each(drop_nul),
        _ => {}
    }
}
