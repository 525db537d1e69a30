//! Records taken apart into rows: each part into the table of its kind, what no table has into a row of its own.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;

use documents::package::Tables;
use serde_json::{Map, Value};

use super::tables::{self, EXCEPTIONS, OTHER_FIELDS, OWN, TABLES, TRANSLATIONS, Table};
use crate::exchange::hsds::formats::part_id;
use crate::exchange::hsds::shape::{self, Entity, Kind};

type Object = Map<String, Value>;

/// The tables of a package while they are filled.
pub(super) struct Rows {
    tables: Tables,
    /// Ids of parts and of what is pointed to, by table, as hashes: no table has one twice, and a million fit.
    seen: HashSet<u64>,
}

/// What a part belongs to.
#[derive(Clone, Copy)]
struct Owner<'a> {
    table: &'static Table,
    id: &'a str,
}

/// Columns of a part that point to what it belongs to.
const POINTERS: [&str; 6] =
    ["service_id", "organization_id", "location_id", "service_at_location_id", "contact_id", "phone_id"];

/// Objects inside a record that are rows of their own, written when their turn comes.
fn is_written_elsewhere(entity: &Entity) -> bool {
    [&shape::ORGANIZATION, &shape::LOCATION, &shape::SERVICE].into_iter().any(|other| std::ptr::eq(other, entity))
}

impl Rows {
    /// Begins every table with its headings.
    pub(super) fn begin(mut tables: Tables) -> io::Result<Self> {
        for table in TABLES.iter() {
            let headings: Vec<&str> = table.columns.iter().map(|(name, _)| name.as_str()).collect();
            tables.begin(table.file, &headings)?;
        }
        Ok(Rows { tables, seen: HashSet::new() })
    }

    /// The tables with everything in them.
    pub(super) fn done(self) -> Tables {
        self.tables
    }

    /// Adds a record that stands on its own.
    pub(super) fn add(&mut self, entity: &'static Entity, record: Value) -> io::Result<()> {
        if let (Some((number, table)), Value::Object(record)) = (tables::of_entity(entity), record) {
            self.put(number, table, record, None)?;
        }
        Ok(())
    }

    /// Adds a row with everything inside it and gives its id; none for a thing that is there already.
    fn put(
        &mut self,
        number: usize,
        table: &'static Table,
        mut record: Object,
        owner: Option<Owner<'_>>,
    ) -> io::Result<Option<String>> {
        let given = record.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
        let Some(id) = self.id(number, table, &given, owner) else { return Ok(Some(given)) };
        record.insert("id".to_owned(), Value::String(id.clone()));
        if let Some(owner) = owner {
            point(table, &mut record, owner);
        }
        let me = Owner { table, id: &id };
        let mut cells = vec![String::new(); table.columns.len()];
        let (mut own, mut text_language) = (None, String::new());
        let mut pointed: Vec<(&str, String)> = Vec::new();
        for (name, value) in record {
            let kind = table.entity.field(&name).map(|field| field.kind);
            match (name.as_str(), kind, value) {
                (_, _, Value::Null) => {}
                (OWN, _, Value::Object(object)) => own = Some(object),
                ("text_language", _, value) if has_own(table) => text_language = tables::cell(&value),
                ("text_language", _, _) => {}
                (TRANSLATIONS, _, Value::Array(parts)) => self.translations(me, parts)?,
                (_, Some(Kind::One(inside)), _) if is_written_elsewhere(inside) => {}
                (_, Some(Kind::One(inside)), Value::Object(object)) => {
                    pointed.extend(self.shared(me, inside, object)?);
                }
                (_, Some(Kind::Many(inside)), Value::Array(parts)) => self.parts(me, &name, inside, parts)?,
                (_, Some(_), value) if !value.is_object() && !value.is_array() => {
                    if let Some(at) = table.columns.iter().position(|(column, _)| *column == name) {
                        cells[at] = tables::cell(&value);
                    }
                }
                (_, _, value) => self.other(me, &name, &value)?,
            }
        }
        for (column, id) in pointed {
            if let Some(at) = table.columns.iter().position(|(name, _)| name == column) {
                cells[at] = id;
            }
        }
        if own.is_some() || !text_language.is_empty() {
            self.own(me, own.unwrap_or_default(), &text_language)?;
        }
        self.tables.add(number, &cells)?;
        Ok(Some(id))
    }

    /// The id of a row: its own, or one made for it when another thing has it. None: it is there already.
    fn id(&mut self, number: usize, table: &Table, given: &str, owner: Option<Owner<'_>>) -> Option<String> {
        let hash = |id: &str| {
            let mut hasher = DefaultHasher::new();
            (number, id).hash(&mut hasher);
            hasher.finish()
        };
        if (!given.is_empty() && self.seen.insert(hash(given))) || (owner.is_none() && !table.is_shared) {
            return Some(given.to_owned());
        }
        let owner = owner.filter(|_| !table.is_shared)?;
        let made = part_id(owner.id, &format!("{}:{given}", table.name));
        self.seen.insert(hash(&made)).then_some(made)
    }

    /// A thing many may point to; gives the columns of what points.
    fn shared(
        &mut self,
        me: Owner<'_>,
        inside: &'static Entity,
        mut object: Object,
    ) -> io::Result<Option<(&'static str, String)>> {
        let Some((number, table)) = tables::of_entity(inside) else { return Ok(None) };
        let column = match table.name {
            "program" => "program_id",
            "unit" => "unit_id",
            "taxonomy_term" => "taxonomy_term_id",
            "taxonomy" => "taxonomy_id",
            _ => return Ok(None),
        };
        object.entry("id").or_insert_with(|| part_id(me.id, table.name).into());
        Ok(self.put(number, table, object, None)?.map(|id| (column, id)))
    }

    /// The parts in a list of a record.
    fn parts(&mut self, me: Owner<'_>, name: &str, inside: &'static Entity, parts: Vec<Value>) -> io::Result<()> {
        let place = tables::of_entity(inside)
            .filter(|(_, table)| table.owners.iter().any(|(owner, _, list)| *owner == me.table.name && *list == name));
        let Some((number, table)) = place else { return self.other(me, name, &Value::Array(parts)) };
        for part in parts {
            if let Value::Object(part) = part {
                self.put(number, table, part, Some(me))?;
            }
        }
        Ok(())
    }

    fn translations(&mut self, me: Owner<'_>, parts: Vec<Value>) -> io::Result<()> {
        for part in parts {
            if let Value::Object(part) = part {
                let mut cells = tables::folded(&part);
                cells.push(("link_id".to_owned(), me.id.to_owned()));
                cells.push(("link_entity".to_owned(), me.table.name.to_owned()));
                self.row("tarjotin_translation", &cells)?;
            }
        }
        Ok(())
    }

    /// What we say of a record beyond HSDS.
    fn own(&mut self, me: Owner<'_>, object: Object, text_language: &str) -> io::Result<()> {
        let name = format!("tarjotin_{}", me.table.name);
        let id_column = format!("{}_id", me.table.name);
        let mut cells = tables::folded(&object);
        cells.push((id_column.clone(), me.id.to_owned()));
        cells.push(("text_language".to_owned(), text_language.to_owned()));
        self.row(&name, &cells)?;
        if let Some(Value::Array(exceptions)) = object.get(EXCEPTIONS) {
            for exception in exceptions.iter().filter_map(Value::as_object) {
                let mut cells = tables::folded(exception);
                cells.push((id_column.clone(), me.id.to_owned()));
                self.row("tarjotin_schedule_exception", &cells)?;
            }
        }
        Ok(())
    }

    /// What no table has a column for.
    fn other(&mut self, me: Owner<'_>, name: &str, value: &Value) -> io::Result<()> {
        let cells = [("link_id", me.id), ("link_entity", me.table.name), ("name", name), ("value", &value.to_string())]
            .map(|(name, cell)| (name.to_owned(), cell.to_owned()));
        self.row(OTHER_FIELDS, &cells)
    }

    fn row(&mut self, table: &str, told: &[(String, String)]) -> io::Result<()> {
        let Some(number) = tables::number_of(table) else { return Ok(()) };
        let cell = |column: &str| told.iter().find(|(name, _)| name == column).map_or("", |(_, cell)| cell.as_str());
        let cells: Vec<&str> = TABLES[number].columns.iter().map(|(column, _)| cell(column)).collect();
        self.tables.add(number, &cells)
    }
}

/// Whether one of our tables stands beside this one.
fn has_own(table: &Table) -> bool {
    tables::number_of(&format!("tarjotin_{}", table.name)).is_some()
}

/// Sets what a part belongs to. Where it was found is what is true; a time may name the place beside its service.
fn point(table: &Table, part: &mut Object, owner: Owner<'_>) {
    let Some((_, column, _)) = table.owners.iter().find(|(name, _, _)| *name == owner.table.name) else { return };
    let beside = if table.name == "schedule" && owner.table.name == "service" { "service_at_location_id" } else { "" };
    if table.name != "service_at_location" {
        part.retain(|name, _| !POINTERS.contains(&name.as_str()) || name == beside);
    }
    part.insert((*column).to_owned(), owner.id.into());
    let entity = match *column {
        "link_id" => "link_entity",
        "resource_id" => "resource_type",
        _ => return,
    };
    part.insert(entity.to_owned(), owner.table.name.into());
}
