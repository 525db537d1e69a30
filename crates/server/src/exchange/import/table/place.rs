//! The place of a row: address, point, and how much of it may be shown.

use super::super::reason::Reason;
use super::cells::Cells;
use crate::places::model::{Confidentiality, Place, Precision, known_point};
use crate::reference::{self, Municipality, PostalCode};
use crate::vocabulary::CONFIDENTIALITIES;

/// The place a row tells about, without an id; none when it tells nothing of a place.
pub(super) fn read(cells: &mut Cells<'_>) -> Option<Place> {
    let confidentiality = confidentiality(cells);
    let told = ["paikka", "katuosoite", "postinumero", "kunta", "kylä tai kaupunginosa", "leveysaste", "pituusaste"];
    if told.iter().all(|heading| cells.cell(heading).is_empty()) && confidentiality == Confidentiality::Public {
        return None;
    }
    let postal = postal(cells);
    let municipality = municipality(cells).or_else(|| {
        // A postal code tells the municipality, but not against what somebody wrote and we did not understand.
        postal.filter(|_| cells.cell("kunta").is_empty()).map(|postal| postal.municipality)
    });
    let (point, precision) = match exact_point(cells) {
        Some(point) => (Some(point), Precision::Exact),
        None => known_point(postal, municipality),
    };
    Some(Place {
        name: cells.line("paikka"),
        street: cells.line("katuosoite"),
        postal_code: postal.map_or("", |postal| postal.code).to_owned(),
        city: postal.map_or("", |postal| postal.place).to_owned(),
        municipality: municipality.map_or("", |municipality| municipality.code).to_owned(),
        neighbourhood: cells.line("kylä tai kaupunginosa"),
        point,
        precision,
        confidentiality,
        ..Place::default()
    })
}

/// A word that is not understood hides: a spelling fault must not open a shelter.
fn confidentiality(cells: &mut Cells<'_>) -> Confidentiality {
    let cell = cells.cell("sijainnin julkisuus");
    let code = match cell.to_lowercase().as_str() {
        "" | "julkinen" => "public",
        "vain alue" | "alue" => "area_only",
        "piilotettu" | "salainen" => "hidden",
        _ => CONFIDENTIALITIES.code_named(cell).unwrap_or_else(|| {
            cells.ask("sijainnin julkisuus", Reason::UnknownLabel, cell);
            "hidden"
        }),
    };
    Confidentiality::from_code(code)
}

fn postal(cells: &mut Cells<'_>) -> Option<&'static PostalCode> {
    let cell = cells.cell("postinumero");
    if cell.is_empty() {
        return None;
    }
    // A spreadsheet takes the zeroes from the front of a number.
    let padded = if cell.bytes().all(|byte| byte.is_ascii_digit()) { format!("{cell:0>5}") } else { cell.to_owned() };
    let found = reference::postal_code(&padded);
    if found.is_none() {
        cells.ask("postinumero", Reason::UnknownPostalCode, cell);
    }
    found
}

fn municipality(cells: &mut Cells<'_>) -> Option<&'static Municipality> {
    let cell = cells.cell("kunta");
    if cell.is_empty() {
        return None;
    }
    let is_code = cell.len() <= 3 && cell.bytes().all(|byte| byte.is_ascii_digit());
    let found = if is_code { reference::municipality_now(cell) } else { reference::municipality_named(cell) };
    let found = found.or_else(|| reference::municipality_named(cells.meant(&Reason::UnknownMunicipality, cell)?));
    if found.is_none() {
        cells.ask("kunta", Reason::UnknownMunicipality, cell);
    }
    found
}

fn exact_point(cells: &mut Cells<'_>) -> Option<(f64, f64)> {
    let (north, east) = (cells.cell("leveysaste"), cells.cell("pituusaste"));
    if north.is_empty() && east.is_empty() {
        return None;
    }
    if north.is_empty() || east.is_empty() {
        let missing = if north.is_empty() { "leveysaste" } else { "pituusaste" };
        cells.ask(missing, Reason::HalfPoint, format!("{north}{east}"));
        return None;
    }
    let latitude = degrees(north, 90.0);
    if latitude.is_none() {
        cells.ask("leveysaste", Reason::Latitude, north);
    }
    let longitude = degrees(east, 180.0);
    if longitude.is_none() {
        cells.ask("pituusaste", Reason::Longitude, east);
    }
    let (latitude, longitude) = (latitude?, longitude?);
    if !reference::is_in_finland(latitude, longitude) {
        cells.ask("leveysaste", Reason::OutsideFinland, format!("{north} {east}"));
        return None;
    }
    Some((latitude, longitude))
}

fn degrees(text: &str, most: f64) -> Option<f64> {
    text.replace(',', ".").parse::<f64>().ok().filter(|degrees| degrees.is_finite() && degrees.abs() <= most)
}
