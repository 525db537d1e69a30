//! Open Referral HSDS 3.0 and 3.1 and its UK profile: services, organizations, places and terms from JSON.

mod kept;
mod kind;
mod organization;
mod own;
mod package;
mod pair;
mod parcel;
mod personal;
mod place;
mod price;
mod schedule;
mod schema;
mod service;
mod spool;
mod terms;

use std::collections::HashMap;

use serde_json::Value;

use self::kind::Kind;
use self::schema::Entity;
use self::spool::Spooled;
use super::json::fields::{self, Object, has, text, whole};
use super::json::stream::{At, Shape};
use super::json::telling::Telling;
use super::json::{Files, Pages, Part, whole_file};
use super::reason::{Reason, Weight};
use super::record::{Arranger, Reading};
use super::report::Spot;
use super::request::{ImportFile, ImportRequest, size};
use crate::clock::today;

/// Pages of an API, and parcels of tables.
const SHAPE: Shape = Shape { list: "contents", open: parcel::open };

/// Reads every file of a request and hands each record on; stops when nobody takes it any more.
pub(super) fn read(request: &ImportRequest, source_id: &str, take: &mut dyn FnMut(Reading) -> bool) {
    let mut pages: HashMap<Option<Kind>, Pages<'_>> = HashMap::new();
    let mut files = Files::new(request, &SHAPE);
    let (packaged, alone): (Vec<&ImportFile>, Vec<&ImportFile>) =
        request.files.iter().partition(|file| package::is_of_one(file));
    for file in alone {
        let mut kind_of_page = None;
        let mut part = |part| match part {
            Part::Record(value, at) => {
                let (reading, kind) = record(value, at, &file.name, request, source_id);
                kind_of_page = kind.or(kind_of_page);
                reading
            }
            Part::Frame(frame) => {
                let total = whole(&frame, "total_pages").unwrap_or(0);
                pages.entry(kind_of_page).or_default().meet(1, total, &file.name);
                Reading::default()
            }
        };
        if !files.read(file, &mut part, take) {
            return;
        }
    }
    if !packages(&packaged, request, source_id, take) {
        return;
    }
    if let Some(missing) = pages.into_values().find_map(Pages::missing) {
        take(missing);
    }
}

/// Reads zips of tables, each by itself, and tables that were given one by one, together; false: nobody takes more.
fn packages(
    files: &[&ImportFile],
    request: &ImportRequest,
    source_id: &str,
    take: &mut dyn FnMut(Reading) -> bool,
) -> bool {
    let (zips, tables): (Vec<&ImportFile>, Vec<&ImportFile>) = files.iter().partition(|file| package::is_zip(file));
    let whole: u64 = request.files.iter().map(size).sum();
    let mut pass_on = |name: &str, read: Result<Result<Spooled, Vec<String>>, (Reason, String)>| {
        let fault = match read {
            Ok(Ok(spooled)) => {
                let (mut done, all) = (0, spooled.count().max(1) as u64);
                let given = spooled.each(&mut |pointer, value| {
                    let (reading, _) = record(value, At { line: None, pointer }, name, request, source_id);
                    done += 1;
                    take(Reading { bytes: whole.saturating_mul(done) / all, ..reading })
                });
                match given {
                    Ok(goes_on) => return goes_on,
                    Err(error) => (Reason::FileUnreadable, error.to_string()),
                }
            }
            Ok(Err(names)) => (Reason::NotHsds, names.join(", ")),
            Err(fault) => fault,
        };
        take(whole_file(name, Spot::File, fault.0, fault.1, Weight::File))
    };
    for zip in zips {
        if !pass_on(&zip.name, package::of_zip(zip)) {
            return false;
        }
    }
    tables.is_empty()
        || pass_on(
            tables.first().filter(|_| tables.len() == 1).map_or("*.csv", |file| &file.name),
            package::of_tables(&tables),
        )
}

fn record(value: Value, at: At, file: &str, request: &ImportRequest, source_id: &str) -> (Reading, Option<Kind>) {
    let mut telling = Telling::new(file, at, source_id, today(request.now), request);
    let Value::Object(mut record) = value else {
        telling.reading.read = 1;

        telling.reject("", Reason::WrongType, &value.to_string());
        telling.refuse();
        return (telling.reading, None);
    };
    record.values_mut().for_each(fields::drop_nul);
    let kind = kind::of_table(telling.table()).or_else(|| kind::of(&record, file));
    let Some(kind) = kind else {
        telling.reading.read = 1;

        let names: Vec<&str> = record.keys().take(5).map(String::as_str).collect();
        telling.reject("", Reason::NotHsds, &names.join(", "));
        telling.refuse();
        return (telling.reading, None);
    };
    match kind {
        // What an API says of itself stands beside the data in many parcels.
        Kind::About => {}
        Kind::Service => {
            prepare(&mut telling, &mut record, &schema::SERVICE, "");
            service::read(&mut telling, &record, "", None, false);
        }
        Kind::Organization => organization_with_services(&mut telling, record),
        Kind::Location => {
            prepare(&mut telling, &mut record, &schema::LOCATION, "");
            place::alone(&mut telling, &record);
        }
        Kind::ServiceAtLocation => {
            prepare(&mut telling, &mut record, &schema::SERVICE_AT_LOCATION, "");
            pair::alone(&mut telling, &record);
        }
        Kind::Taxonomy => {
            prepare(&mut telling, &mut record, &schema::TAXONOMY, "");
            terms::taxonomy(&mut telling, &record);
        }
        Kind::Term => {
            prepare(&mut telling, &mut record, &schema::TERM, "");
            terms::term(&mut telling, &record);
        }
    }
    (telling.reading, Some(kind))
}

/// Reports the faults of a record, empties what is faulty, and takes persons out.
fn prepare(telling: &mut Telling<'_>, record: &mut Object, entity: &'static Entity, pointer: &str) {
    telling.begin();
    let faults = schema::check(record, entity);
    for fault in faults {
        telling.ask(&format!("{pointer}{}", fault.pointer), fault.reason, &fault.value);
    }
    if !telling.keep_contacts {
        telling.reading.dropped_contacts += personal::drop_persons(record);
    }
}

/// An organization and the services inside it, each a record of its own.
fn organization_with_services(telling: &mut Telling<'_>, mut record: Object) {
    let services = match record.remove("services") {
        Some(Value::Array(services)) => services,
        _ => Vec::new(),
    };
    prepare(telling, &mut record, &schema::ORGANIZATION, "");
    let arranger = organization::alone(telling, &mut record)
        .then(|| Arranger::Id(organization::id_of(telling, text(&record, "id"))));
    for (at, service) in services.into_iter().enumerate() {
        let pointer = format!("/services/{at}");
        let Value::Object(mut service) = service else { continue };
        prepare(telling, &mut service, &schema::SERVICE, &pointer);
        // Whom it stands under is told better there than in what it repeats of it.
        if arranger.is_some() {
            service.remove("organization");
            service.remove("organization_id");
        }
        service::read(telling, &service, &pointer, arranger.clone(), false);
    }
}

/// The language of the plain fields: Finnish unless the record says otherwise.
fn language(telling: &mut Telling<'_>, record: &Object, pointer: &str) -> String {
    if !has(record, "text_language") {
        return "fi".to_owned();
    }
    language_of(telling, record, "text_language", pointer).unwrap_or_else(|| "fi".to_owned())
}

/// The language a field names, or a question.
fn language_of(telling: &mut Telling<'_>, record: &Object, name: &str, pointer: &str) -> Option<String> {
    own::language(telling, record, name, pointer)
}
