//! A parcel: one object with lists of records, named as HSDS names its tables. Either each record is whole, or the lists
//! are the tables themselves (`organizations.csv`) whose rows point to each other; those are put together first.

use std::collections::HashMap;

use serde_json::Value;

use super::super::json::fields::{Object, text};

/// What is pointed to comes before what points.
const RECORDS: [&str; 6] =
    ["taxonomies", "taxonomy_terms", "organizations", "locations", "services", "service_at_locations"];

/// Tables whose rows are parts of others: the table, the list it becomes, and the owners by the field that points.
type Part = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

const PARTS: [Part; 15] = [
    (
        "phones",
        "phones",
        &[
            ("contact_id", "contacts"),
            ("service_at_location_id", "service_at_locations"),
            ("service_id", "services"),
            ("location_id", "locations"),
            ("organization_id", "organizations"),
        ],
    ),
    (
        "contacts",
        "contacts",
        &[
            ("service_at_location_id", "service_at_locations"),
            ("service_id", "services"),
            ("location_id", "locations"),
            ("organization_id", "organizations"),
        ],
    ),
    ("addresses", "addresses", &[("location_id", "locations")]),
    ("accessibility", "accessibility", &[("location_id", "locations")]),
    (
        "schedules",
        "schedules",
        &[("service_at_location_id", "service_at_locations"), ("service_id", "services"), ("location_id", "locations")],
    ),
    ("languages", "languages", &[("service_id", "services"), ("location_id", "locations")]),
    ("cost_options", "cost_options", &[("service_id", "services")]),
    (
        "service_areas",
        "service_areas",
        &[("service_at_location_id", "service_at_locations"), ("service_id", "services")],
    ),
    ("required_documents", "required_documents", &[("service_id", "services")]),
    ("funding", "funding", &[("service_id", "services"), ("organization_id", "organizations")]),
    ("organization_identifiers", "organization_identifiers", &[("organization_id", "organizations")]),
    ("programs", "programs", &[("organization_id", "organizations")]),
    ("attributes", "attributes", &[("link_id", "services")]),
    ("service_capacity", "capacities", &[("service_id", "services")]),
    ("url", "additional_urls", &[("service_id", "services")]),
];

/// The records of a parcel with their pointers, or the object back when it is none.
pub(super) fn open(mut object: Object) -> Result<Vec<(String, Value)>, Object> {
    if object.contains_key("id") {
        return Err(object);
    }
    if object.keys().any(|name| name == "services.csv" || name == "organizations.csv") {
        return Ok(joined(object));
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

type Rows = Vec<(String, Object)>;

/// The rows of the tables as whole records.
fn joined(mut object: Object) -> Vec<(String, Value)> {
    let mut tables: HashMap<&'static str, Rows> = HashMap::new();
    for table in RECORDS.into_iter().chain(PARTS.iter().map(|(table, _, _)| *table)) {
        // The specification itself names this one in the singular.
        let names = [format!("{table}.csv"), format!("{}.csv", table.trim_end_matches('s'))];
        let found = names.iter().find_map(|name| Some((name.clone(), object.remove(name)?)));
        let Some((name, Value::Array(rows))) = found else { continue };
        let rows = rows.into_iter().enumerate().filter_map(|(at, row)| match row {
            Value::Object(row) => Some((format!("/{name}/{at}"), row)),
            _ => None,
        });
        tables.insert(table, rows.collect());
    }
    let terms = by_id(tables.get("taxonomy_terms").map_or(&[], Vec::as_slice));
    let places = places(&tables);
    for (table, list, owners) in PARTS {
        for (_, mut row) in tables.remove(table).unwrap_or_default() {
            if let Some(term) = terms.get(text(&row, "taxonomy_term_id")) {
                row.insert("taxonomy_term".to_owned(), Value::Object(term.clone()));
            }
            give(&mut tables, &places, row, list, owners);
        }
    }
    let records = RECORDS.into_iter().filter_map(|table| tables.remove(table));
    records.flatten().map(|(pointer, row)| (pointer, Value::Object(row))).collect()
}

fn by_id(rows: &[(String, Object)]) -> HashMap<String, Object> {
    rows.iter().map(|(_, row)| (text(row, "id").to_owned(), row.clone())).collect()
}

/// Where the row with an id stands in a table that others point to.
type Places = HashMap<&'static str, HashMap<String, usize>>;

fn places(tables: &HashMap<&'static str, Rows>) -> Places {
    let of = |rows: &Rows| rows.iter().enumerate().map(|(at, (_, row))| (text(row, "id").to_owned(), at)).collect();
    tables.iter().map(|(table, rows)| (*table, of(rows))).collect()
}

/// Puts a row into the list of the first owner it points to. A phone of a contact person stays with no one: it is theirs.
fn give(
    tables: &mut HashMap<&'static str, Rows>,
    places: &Places,
    row: Object,
    list: &str,
    owners: &[(&str, &'static str)],
) {
    for (field, table) in owners {
        let id = text(&row, field);
        if id.is_empty() {
            continue;
        }
        let at = places.get(table).and_then(|places| places.get(id));
        let owner = at.and_then(|at| tables.get_mut(table)?.get_mut(*at));
        if let Some((_, owner)) = owner {
            if let Value::Array(parts) = owner.entry(list).or_insert_with(|| Value::Array(Vec::new())) {
                parts.push(Value::Object(row));
            }
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn rows_that_point_to_each_other_are_put_together() {
        let Value::Object(parcel) = json!({
            "organizations.csv": [{"id": "o", "name": "Järjestö"}],
            "services.csv": [{"id": "s", "organization_id": "o", "name": "Neuvonta"}],
            "service_at_location.csv": [{"id": "p", "service_id": "s", "location_id": "l"}],
            "locations.csv": [{"id": "l", "location_type": "physical"}],
            "addresses.csv": [{"id": "a", "location_id": "l", "city": "Lahti"}],
            "phones.csv": [{"id": "n", "service_id": "s", "number": "1"}, {"id": "m", "contact_id": "c", "number": "2"}],
        }) else {
            panic!("an object")
        };
        let records = open(parcel).expect("a parcel");
        let told: Vec<(&str, String)> =
            records.iter().map(|(pointer, row)| (pointer.as_str(), row.to_string())).collect();
        assert_eq!(told.len(), 4);
        assert_eq!(told[1].0, "/locations.csv/0");
        assert!(told[1].1.contains("Lahti"));
        assert!(told[2].1.contains("\"number\":\"1\"") && !told[2].1.contains("\"number\":\"2\""));
        assert_eq!(told[3].0, "/service_at_location.csv/0");
    }
}
