//! The tables of a data package: those of HSDS, whose columns are the plain fields of its objects, and ours for what
//! HSDS has no field for. What writes a package and what reads one both go by this list.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde_json::{Map, Number, Value};

pub(crate) use super::list::{EXCEPTIONS, OTHER_FIELDS, OWN, TRANSLATIONS};
use super::list::{MAY_BE_EMPTY, OF_HSDS, OF_OURS};
use crate::exchange::hsds::shape::{Entity, Kind};

/// A table.
#[derive(Debug)]
pub(crate) struct Table {
    /// The resource it is in `datapackage.json`, and what links to its rows are called by.
    pub(crate) name: &'static str,
    /// Its file.
    pub(crate) file: &'static str,
    pub(super) about: &'static str,
    pub(super) entity: &'static Entity,
    /// What a row belongs to: the table, the column that points to it, and the list there whose part the row is.
    pub(crate) owners: &'static [(&'static str, &'static str, &'static str)],
    /// A row is one thing that many may point to.
    pub(super) is_shared: bool,
    /// One of ours.
    pub(crate) is_own: bool,
    /// Its columns with what they hold.
    pub(crate) columns: Vec<(String, Kind)>,
}

/// Every table, what others belong to before what belongs to it.
pub(crate) static TABLES: LazyLock<Vec<Table>> = LazyLock::new(|| {
    let of_hsds = OF_HSDS.into_iter().map(|(name, file, entity, owners)| Table {
        name,
        file,
        about: "",
        entity,
        owners,
        is_shared: matches!(name, "program" | "unit" | "taxonomy" | "taxonomy_term"),
        is_own: false,
        columns: entity
            .fields
            .iter()
            .filter(|field| is_plain(field.kind) && field.name != "text_language")
            .map(|field| (field.name.to_owned(), field.kind))
            .collect(),
    });
    let of_ours = OF_OURS.into_iter().map(|(name, file, entity, leading, owners)| Table {
        name,
        file,
        about: super::descriptor::about(name),
        entity,
        owners,
        is_shared: false,
        is_own: true,
        columns: leading
            .iter()
            .map(|name| ((*name).to_owned(), if name.ends_with("_id") { Kind::Id } else { Kind::Text }))
            .chain(folded_columns(entity))
            .collect(),
    });
    of_hsds.chain(of_ours).collect()
});

static BY_NAME: LazyLock<HashMap<&'static str, usize>> =
    LazyLock::new(|| TABLES.iter().enumerate().map(|(at, table)| (table.name, at)).collect());

/// Where a table stands in [`TABLES`].
pub(crate) fn number_of(name: &str) -> Option<usize> {
    BY_NAME.get(name).copied()
}

/// The table of an object of HSDS.
pub(super) fn of_entity(entity: &Entity) -> Option<(usize, &'static Table)> {
    TABLES.iter().enumerate().find(|(_, table)| std::ptr::eq(table.entity, entity) && !table.is_own)
}

/// The table in a file, by any name people give it: with `s` or without.
pub(crate) fn in_file(file_name: &str) -> Option<usize> {
    let plain = |name: &str| name.trim_end_matches(".csv").trim_end_matches('s').to_owned();
    let wanted = plain(file_name);
    TABLES.iter().position(|table| plain(table.file) == wanted)
}

fn is_plain(kind: Kind) -> bool {
    !matches!(kind, Kind::One(_) | Kind::Many(_) | Kind::Texts | Kind::Numbers)
}

/// The columns an object of ours becomes: an object inside it is spread out, a list of words is one text.
fn folded_columns(entity: &'static Entity) -> Vec<(String, Kind)> {
    let mut columns = Vec::new();
    for field in entity.fields {
        match field.kind {
            Kind::One(inside) => columns.extend(
                folded_columns(inside).into_iter().map(|(name, kind)| (format!("{}_{name}", field.name), kind)),
            ),
            // A table of its own.
            Kind::Many(_) => {}
            kind => columns.push((field.name.to_owned(), kind)),
        }
    }
    columns
}

/// An object of ours as cells by column.
pub(super) fn folded(object: &Map<String, Value>) -> Vec<(String, String)> {
    let mut cells = Vec::new();
    for (name, value) in object {
        match value {
            Value::Object(inside) => {
                cells.extend(folded(inside).into_iter().map(|(inner, cell)| (format!("{name}_{inner}"), cell)));
            }
            Value::Array(parts) if parts.iter().any(Value::is_object) => {}
            value => cells.push((name.clone(), cell(value))),
        }
    }
    cells
}

/// A value as it stands in a cell; lists of codes and numbers with blanks between.
pub(super) fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(parts) => parts.iter().map(cell).collect::<Vec<_>>().join(" "),
        other => other.to_string(),
    }
}

impl Table {
    /// A row as an object: numbers are numbers again, and an empty cell says nothing.
    pub(crate) fn object(&self, headings: &[String], cell: impl Fn(usize) -> String) -> Map<String, Value> {
        let mut object = Map::new();
        for (at, heading) in headings.iter().enumerate() {
            let text = cell(at);
            let kind = self.columns.iter().find(|(name, _)| name == heading).map(|(_, kind)| *kind);
            if !text.trim().is_empty() {
                object.insert(heading.clone(), value(kind.unwrap_or(Kind::Text), text));
            } else if MAY_BE_EMPTY.iter().any(|(table, names)| *table == self.name && names.contains(&heading.as_str()))
            {
                object.insert(heading.clone(), Value::String(String::new()));
            }
        }
        object
    }

    /// A row of one of our tables as the object it was made of.
    pub(crate) fn unfolded(&self, row: &Map<String, Value>) -> Map<String, Value> {
        unfolded(self.entity, "", row)
    }
}

fn unfolded(entity: &'static Entity, prefix: &str, row: &Map<String, Value>) -> Map<String, Value> {
    let mut object = Map::new();
    for field in entity.fields {
        let name = format!("{prefix}{}", field.name);
        if let Kind::One(inside) = field.kind {
            let inside = unfolded(inside, &format!("{name}_"), row);
            if !inside.is_empty() {
                object.insert(field.name.to_owned(), inside.into());
            }
        } else if let Some(found) = row.get(&name) {
            object.insert(field.name.to_owned(), found.clone());
        }
    }
    object
}

fn value(kind: Kind, text: String) -> Value {
    match kind {
        Kind::Number => number(&text).map_or(Value::String(text), Value::Number),
        Kind::Texts => text.split_whitespace().map(Value::from).collect(),
        Kind::Numbers => text.split_whitespace().filter_map(number).map(Value::Number).collect(),
        _ => Value::String(text),
    }
}

fn number(text: &str) -> Option<Number> {
    let text = text.trim();
    text.parse::<i64>().map(Number::from).ok().or_else(|| Number::from_f64(text.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_beyond_hsds_is_the_same_after_a_row() {
        let Value::Object(own) = json!({
            "slug": "kahvit", "kind": "open_activity", "step": 1, "thresholds": ["free", "quiet"],
            "price": {"kind": "paid", "min_cents": 100, "max_cents": 250}, "hours": [10, 20],
            "source": {"name": "Lahti, kaupunki"}, "links": {"next": ["a", "b"]},
        }) else {
            panic!("an object")
        };
        let table = &TABLES[number_of("tarjotin_service").expect("a table")];
        let cells: HashMap<String, String> = folded(&own).into_iter().collect();
        let headings: Vec<String> = table.columns.iter().map(|(name, _)| name.clone()).collect();
        assert!(cells.keys().all(|name| headings.contains(name)), "{cells:?}");
        let row = table.object(&headings, |at| cells.get(&headings[at]).cloned().unwrap_or_default());
        assert_eq!(table.unfolded(&row), own);
    }

    #[test]
    fn owners_come_before_what_belongs_to_them() {
        for (at, table) in TABLES.iter().enumerate() {
            for (owner, column, _) in table.owners {
                assert!(number_of(owner).is_some_and(|number| number < at), "{} {owner}", table.name);
                assert!(table.columns.iter().any(|(name, _)| name == column), "{} {column}", table.name);
            }
        }
        assert_eq!(in_file("service_at_locations.csv"), number_of("service_at_location"));
        assert_eq!(in_file("url.csv"), number_of("url"));
        assert_eq!(in_file("muuta.csv"), None);
    }

    /// Against the specification's own list, where it is at hand.
    #[test]
    fn every_column_of_the_specification_is_there() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../../shared/conformance/schemas/hsds-3.1-dev/datapackage.json");
        let Ok(text) = std::fs::read_to_string(&path) else {
            eprintln!("skipped: {} is not here", path.display());
            return;
        };
        let known: Value = serde_json::from_str(&text).expect("JSON");
        for resource in known["resources"].as_array().expect("a list") {
            let name = resource["name"].as_str().expect("a name");
            let table = &TABLES[number_of(name).unwrap_or_else(|| panic!("no table {name}"))];
            assert_eq!(resource["path"], table.file);
            for field in resource["schema"]["fields"].as_array().expect("a list") {
                let field = field["name"].as_str().expect("a name");
                assert!(table.columns.iter().any(|(column, _)| column == field), "{name} lacks {field}");
            }
        }
    }
}
