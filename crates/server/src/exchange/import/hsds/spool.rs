//! Rows of tables that point to each other, put together into whole records. The rows wait on disk; in memory is only
//! where each of them is and what it belongs to, some thirty bytes a row.

use std::collections::HashMap;
use std::fs::File;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::FileExt;

use serde_json::Value;

use super::super::json::fields::{Object, text};
use crate::exchange::hsds::package::tables::{
    EXCEPTIONS, OTHER_FIELDS, OWN, TABLES, TRANSLATIONS, Table, in_file, number_of,
};

/// The tables whose rows are records when they are part of no other: what is pointed to comes before what points.
const RECORDS: [&str; 6] = ["taxonomy", "taxonomy_term", "organization", "location", "service", "service_at_location"];

/// Columns that point to one thing, where it goes inside the record, and its table.
const POINTERS: [(&str, &str, &str, &str); 4] = [
    ("service", "program_id", "program", "program"),
    ("service_capacity", "unit_id", "unit", "unit"),
    ("attribute", "taxonomy_term_id", "taxonomy_term", "taxonomy_term"),
    ("service_at_location", "location_id", "location", "location"),
];

/// Terms kept at hand: most records share a few.
const MOST_TERMS: usize = 5_000;

/// Where a row is on disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    at: u64,
    length: u32,
}

/// A row that belongs to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Part {
    owner: u64,
    table: u16,
    place: Place,
}

/// Rows on their way into the spool.
pub(super) struct Spool {
    file: BufWriter<File>,
    end: u64,
    /// By table and id.
    rows: HashMap<u64, Place>,
    parts: Vec<Part>,
    /// By table, in their order.
    records: HashMap<usize, Vec<(usize, Place)>>,
    /// Rows of each table so far.
    counts: HashMap<usize, usize>,
}

impl Spool {
    /// An empty spool.
    pub(super) fn new() -> io::Result<Self> {
        Ok(Spool {
            file: BufWriter::new(tempfile::tempfile()?),
            end: 0,
            rows: HashMap::new(),
            parts: Vec::new(),
            records: HashMap::new(),
            counts: HashMap::new(),
        })
    }

    /// Notes that a table is there, even when it has no rows.
    pub(super) fn begin(&mut self, table: usize) {
        self.counts.entry(table).or_default();
    }

    /// Whether there is anything records could be made of.
    pub(super) fn has_records(&self) -> bool {
        RECORDS.iter().filter_map(|name| number_of(name)).any(|number| self.counts.contains_key(&number))
    }

    /// Adds a row of a table. What it may belong to must have been added before: tables come in the order of [`TABLES`].
    pub(super) fn add(&mut self, table: usize, row: &Object) -> io::Result<()> {
        let at = self.counts.entry(table).or_default();
        let position = *at;
        *at += 1;
        let bytes = serde_json::to_vec(row)?;
        let length = u32::try_from(bytes.len()).map_err(io::Error::other)?;
        self.file.write_all(&bytes)?;
        let place = Place { at: self.end, length };
        self.end += u64::from(length);
        let told = &TABLES[table];
        match self.owner(told, row) {
            Some(owner) => self.parts.push(Part { owner, table: u16::try_from(table).unwrap_or(u16::MAX), place }),
            None if RECORDS.contains(&told.name) => {
                self.records.entry(table).or_default().push((position, place));
            }
            None => {}
        }
        let id = text(row, "id");
        // Terms on records are the most numerous rows, and nothing belongs to them.
        if !id.is_empty() && !told.is_own && told.name != "attribute" {
            self.rows.insert(key(table, id), place);
        }
        Ok(())
    }

    /// The row that a row belongs to: the first of those it points to that is there.
    fn owner(&self, table: &Table, row: &Object) -> Option<u64> {
        let known = |owner: usize, id: &str| Some(key(owner, id)).filter(|key| self.rows.contains_key(key));
        // A link may tell what it points to.
        let told = [("link_entity", "link_id"), ("resource_type", "resource_id")].into_iter().find_map(|(of, id)| {
            let linked = table.owners.iter().any(|(_, column, _)| *column == id);
            known(number_of(text(row, of)).filter(|_| linked)?, text(row, id))
        });
        told.or_else(|| {
            table.owners.iter().find_map(|(owner, column, _)| {
                let id = text(row, column);
                if id.is_empty() { None } else { known(number_of(owner)?, id) }
            })
        })
    }

    /// Everything is there: the records can be put together.
    pub(super) fn done(self) -> io::Result<Spooled> {
        let file = self.file.into_inner().map_err(io::IntoInnerError::into_error)?;
        let mut parts = self.parts;
        parts.sort_unstable();
        let has_pairs = number_of("service_at_location").is_some_and(|number| self.counts.contains_key(&number));
        Ok(Spooled { file, rows: self.rows, parts, records: self.records, has_pairs, terms: HashMap::new() })
    }
}

/// Rows that are all there.
pub(super) struct Spooled {
    file: File,
    rows: HashMap<u64, Place>,
    parts: Vec<Part>,
    records: HashMap<usize, Vec<(usize, Place)>>,
    /// The package tells which services are where, so a service that is nowhere is nowhere.
    has_pairs: bool,
    terms: HashMap<u64, Object>,
}

impl Spooled {
    /// How many records there will be.
    pub(super) fn count(&self) -> usize {
        self.records.values().map(Vec::len).sum()
    }

    /// Hands on every record with its pointer, until nobody takes more; false then.
    pub(super) fn each(mut self, take: &mut dyn FnMut(String, Value) -> bool) -> io::Result<bool> {
        for number in RECORDS.iter().filter_map(|name| number_of(name)) {
            for (position, place) in self.records.remove(&number).unwrap_or_default() {
                let record = self.whole(number, place)?;
                if !take(format!("/{}/{position}", TABLES[number].file), record.into()) {
                    return Ok(false);
                }
            }
        }
        Ok(true)
    }

    fn read(&self, place: Place) -> io::Result<Object> {
        let mut bytes = vec![0; place.length as usize];
        self.file.read_exact_at(&mut bytes, place.at)?;
        Ok(serde_json::from_slice(&bytes)?)
    }

    /// A row with everything that belongs to it.
    fn whole(&mut self, number: usize, place: Place) -> io::Result<Object> {
        let table = &TABLES[number];
        let mut record = self.read(place)?;
        let id = text(&record, "id").to_owned();
        if !id.is_empty() && table.name != "attribute" {
            let owner = key(number, &id);
            let from = self.parts.partition_point(|part| part.owner < owner);
            let to = from + self.parts[from..].partition_point(|part| part.owner == owner);
            for at in from..to {
                let part = self.parts[at];
                let row = self.whole(usize::from(part.table), part.place)?;
                give(table, &id, &mut record, &TABLES[usize::from(part.table)], row);
            }
        }
        for (_, column, field, target) in POINTERS.into_iter().filter(|(of, ..)| *of == table.name) {
            let id = text(&record, column).to_owned();
            if let Some(found) = self.pointed(target, &id)? {
                record.insert(field.to_owned(), found.into());
            }
        }
        if self.has_pairs && table.name == "service" {
            record.entry("service_at_locations").or_insert_with(|| Value::Array(Vec::new()));
        }
        Ok(record)
    }

    /// The row with an id.
    fn pointed(&mut self, table: &str, id: &str) -> io::Result<Option<Object>> {
        let Some(number) = number_of(table).filter(|_| !id.is_empty()) else { return Ok(None) };
        let key = key(number, id);
        let Some(place) = self.rows.get(&key).copied() else { return Ok(None) };
        if table != "taxonomy_term" {
            return self.whole(number, place).map(Some);
        }
        if let Some(term) = self.terms.get(&key) {
            return Ok(Some(term.clone()));
        }
        let term = self.read(place)?;
        if self.terms.len() >= MOST_TERMS {
            self.terms.clear();
        }
        self.terms.insert(key, term.clone());
        Ok(Some(term))
    }
}

/// Two ids may have one key once in a long while; whoever reads by it looks at the id itself too.
fn key(table: usize, id: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (table, id).hash(&mut hasher);
    hasher.finish()
}

/// Puts a row into the record it belongs to.
fn give(owner: &Table, id: &str, record: &mut Object, table: &Table, mut row: Object) {
    let found = table.owners.iter().find(|(name, column, _)| *name == owner.name && text(&row, column) == id);
    let linked = ["link_id", "resource_id"].into_iter().any(|column| text(&row, column) == id);
    let list = match (found, linked) {
        (Some((_, _, list)), _) => *list,
        (None, true) => table.owners.first().map_or("", |(_, _, list)| *list),
        (None, false) => return,
    };
    if table.name == OTHER_FIELDS {
        if let Ok(value) = serde_json::from_str(text(&row, "value")) {
            record.insert(text(&row, "name").to_owned(), value);
        }
        return;
    }
    let push = |record: &mut Object, list: &str, part: Object| {
        if let Value::Array(parts) = record.entry(list).or_insert_with(|| Value::Array(Vec::new())) {
            parts.push(part.into());
        }
    };
    match list {
        OWN => {
            if let Some(language) = row.remove("text_language") {
                record.insert("text_language".to_owned(), language);
            }
            record.insert(OWN.to_owned(), table.unfolded(&row).into());
        }
        EXCEPTIONS => {
            if let Value::Object(own) = record.entry(OWN).or_insert_with(|| Object::new().into()) {
                push(own, EXCEPTIONS, table.unfolded(&row));
            }
        }
        TRANSLATIONS => push(record, TRANSLATIONS, table.unfolded(&row)),
        list => push(record, list, row),
    }
}

/// Puts together the rows of tables that stand in one object of JSON, by the names of their files; gives the object back
/// when there is none among them.
pub(super) fn of_object(mut object: Object) -> Result<Vec<(String, Value)>, Object> {
    let mut names: Vec<(usize, String)> =
        object.keys().filter_map(|name| Some((in_file(&name.to_lowercase())?, name.clone()))).collect();
    names.sort_unstable();
    let put_together = || -> io::Result<Vec<(String, Value)>> {
        let mut spool = Spool::new()?;
        for (number, name) in &names {
            spool.begin(*number);
            if let Some(Value::Array(rows)) = object.get(name) {
                for row in rows.iter().filter_map(Value::as_object) {
                    spool.add(*number, row)?;
                }
            }
        }
        let mut records = Vec::new();
        spool.done()?.each(&mut |pointer, record| {
            records.push((pointer, record));
            true
        })?;
        Ok(records)
    };
    match put_together() {
        Ok(records) => Ok(records),
        Err(error) => {
            // The object then stands for itself and is told as what nobody knows.
            tracing::error!(%error, "tables could not be put together");
            object.retain(|name, _| !name.ends_with(".csv"));
            Err(object)
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn rows_that_point_to_each_other_are_put_together() {
        let Value::Object(tables) = json!({
            "organizations.csv": [{"id": "o", "name": "Järjestö"}],
            "services.csv": [{"id": "s", "organization_id": "o", "name": "Neuvonta"}, {"id": "t", "name": "Toinen"}],
            "service_at_location.csv": [
                {"id": "p", "service_id": "s", "location_id": "l"}, {"id": "q", "service_id": "muu", "location_id": "l"}],
            "locations.csv": [{"id": "l", "location_type": "physical"}],
            "addresses.csv": [{"id": "a", "location_id": "l", "city": "Lahti"}],
            "phones.csv": [{"id": "n", "service_id": "s", "number": "1"}, {"id": "m", "contact_id": "c", "number": "2"}],
            "taxonomy_terms.csv": [{"id": "x", "name": "Termi"}],
            "attributes.csv": [{"id": "b", "link_id": "s", "link_entity": "service", "taxonomy_term_id": "x"}],
            "tarjotin_services.csv": [{"service_id": "s", "text_language": "sv", "step": 2, "price_kind": "free"}],
            "tarjotin_other_fields.csv": [{"link_id": "s", "link_entity": "service", "name": "x_own", "value": "[1]"}],
        }) else {
            panic!("an object")
        };
        let records = of_object(tables).expect("tables");
        let pointers: Vec<&str> = records.iter().map(|(pointer, _)| pointer.as_str()).collect();
        assert_eq!(
            pointers,
            [
                "/taxonomy_terms.csv/0",
                "/organizations.csv/0",
                "/locations.csv/0",
                "/services.csv/0",
                "/services.csv/1",
                "/service_at_location.csv/1"
            ]
        );
        assert_eq!(records[2].1["addresses"][0]["city"], "Lahti");
        let service = &records[3].1;
        assert_eq!(service["phones"].as_array().map(Vec::len), Some(1), "a number of nobody stays with nobody");
        assert_eq!(service["service_at_locations"][0]["location"]["addresses"][0]["city"], "Lahti");
        assert_eq!(service["attributes"][0]["taxonomy_term"]["name"], "Termi");
        assert_eq!(service["tarjotin"], json!({"step": 2, "price": {"kind": "free"}}));
        assert_eq!((&service["text_language"], &service["x_own"]), (&json!("sv"), &json!([1])));
        assert_eq!(records[4].1["service_at_locations"], json!([]));
    }
}
