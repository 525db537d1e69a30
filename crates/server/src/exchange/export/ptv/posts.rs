//! A place as PTV takes it in: the body of a new service location, made of the channel as PTV tells it.

use serde_json::{Map, Value, json};

/// What PTV tells of a channel and does not take.
const TOLD_ONLY: [&str; 4] = ["id", "modified", "serviceChannelType", "services"];

/// The bodies for the channels among these records that are places.
pub(super) fn of(records: &[Value]) -> Value {
    let places = records.iter().filter(|record| record["serviceChannelType"] == "ServiceLocation");
    places.filter_map(Value::as_object).map(body).collect()
}

fn body(record: &Map<String, Value>) -> Value {
    let mut body = record.clone();
    body.retain(|name, _| !TOLD_ONLY.contains(&name.as_str()));
    let services: Value = list(record, "services").map(|part| part["service"]["id"].clone()).collect();
    body.insert("services".to_owned(), services);
    body.insert("isVisibleForAll".to_owned(), json!(true));
    // Who copies it looks at it before everyone does.
    body.insert("publishingStatus".to_owned(), json!("Draft"));
    for address in list_mut(&mut body, "addresses") {
        let door = &mut address["streetAddress"];
        door["municipality"] = door["municipality"]["code"].clone();
        without(door, &["postOffice", "coordinateState"]);
        without(address, &["country"]);
    }
    for phone in list_mut(&mut body, "phoneNumbers") {
        without(phone, &["type"]);
    }
    Value::Object(body)
}

fn list<'a>(record: &'a Map<String, Value>, name: &str) -> impl Iterator<Item = &'a Value> {
    record.get(name).and_then(Value::as_array).into_iter().flatten()
}

fn list_mut<'a>(record: &'a mut Map<String, Value>, name: &str) -> impl Iterator<Item = &'a mut Value> {
    record.get_mut(name).and_then(Value::as_array_mut).into_iter().flatten()
}

fn without(value: &mut Value, names: &[&str]) {
    if let Some(object) = value.as_object_mut() {
        object.retain(|name, _| !names.contains(&name.as_str()));
    }
}
