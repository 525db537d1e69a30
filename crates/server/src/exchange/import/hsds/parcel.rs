//! A parcel: one object with lists of records, named as HSDS names its tables. Either each record is whole, or the lists
//! are the tables themselves (`organizations.csv`) whose rows point to each other; those are put together first.

use serde_json::Value;

use super::super::json::fields::Object;
use super::spool;

/// What is pointed to comes before what points.
const RECORDS: [&str; 6] =
    ["taxonomies", "taxonomy_terms", "organizations", "locations", "services", "service_at_locations"];

/// The records of a parcel with their pointers, or the object back when it is none.
pub(super) fn open(mut object: Object) -> Result<Vec<(String, Value)>, Object> {
    if object.contains_key("id") {
        return Err(object);
    }
    if object.keys().any(|name| name == "services.csv" || name == "organizations.csv") {
        return spool::of_object(object);
    }
    if !RECORDS.iter().any(|table| object.get(*table).is_some_and(Value::is_array)) {
        return Err(object);
    }
    let mut records = Vec::new();
    for table in RECORDS {
        let Some(Value::Array(rows)) = object.remove(table) else { continue };
        records.extend(rows.into_iter().enumerate().map(|(at, row)| (format!("/{table}/{at}"), row)));
    }
    Ok(records)
}
