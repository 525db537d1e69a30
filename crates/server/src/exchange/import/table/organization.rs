//! A row of the table of organizations, and of the table of the region's settings.

use super::super::checks;
use super::super::ids;
use super::super::reason::Reason;
use super::super::record::{Content, Draft, OrganizationDraft, Subject};
use super::activity::is_address;
use super::cells::Cells;
use super::place;
use crate::organizations::model::{Organization, OrganizationText, State};
use crate::places::model::Place;
use crate::text::{Texts, slug};
use crate::vocabulary::{LANGUAGES, ORGANIZATION_TYPES};
use crate::{reference, region};

/// The reference of a row: its own id, or its name.
pub(super) fn reference(cells: &Cells<'_>) -> String {
    match cells.cell("tunnus") {
        "" => cells.cell("nimi").to_owned(),
        own => own.to_owned(),
    }
}

/// Reads a row; what is wrong is left in `cells`.
pub(super) fn read(cells: &mut Cells<'_>, source_id: &str, hash: String) -> Option<Draft> {
    let mut texts: Texts<OrganizationText> = Texts::new();
    for language in cells.languages() {
        let mut text = |heading| cells.text(heading, language);
        let said = OrganizationText {
            name: text("nimi").split_whitespace().collect::<Vec<_>>().join(" "),
            summary: text("lyhyesti"),
            description: text("kuvaus"),
        };
        if said != OrganizationText::default() {
            texts.insert(language.clone(), said);
        }
    }
    let name = texts.get("fi").or_else(|| texts.values().next()).map_or("", |text| text.name.as_str()).to_owned();
    if name.is_empty() {
        cells.reject("nimi", Reason::MissingName, "");
        return None;
    }
    let reference = reference(cells);
    let id = ids::own_or_derived(source_id, Subject::Organization.as_str(), &reference);
    let place = place::read(cells).map(|place| Place {
        id: ids::derived(source_id, "organization-place", &reference),
        organization_id: Some(id.clone()),
        ..place
    });
    let business_id = |cell: &str| checks::is_business_id(cell).then(|| cell.to_owned());
    let organization = Organization {
        id,
        slug: String::new(),
        kind: cells.label("tyyppi", ORGANIZATION_TYPES).unwrap_or("other").to_owned(),
        business_id: cells.checked("y-tunnus", Reason::BusinessId, business_id),
        website: cells.website(),
        email: cells.email(),
        phone: cells.phone(),
        state: State::Published,
        verified_on: cells.verified_on(),
        source_id: Some(source_id.to_owned()),
        texts,
        ..Organization::default()
    };
    let own = cells.cell("tunnus");
    let slug = if is_address(own) { slug(own) } else { slug(&name) };
    let draft = OrganizationDraft { organization, slug, places: place.into_iter().collect() };
    let content = Content::Organization(Box::new(draft));
    Some(Draft { at: cells.at(), reference, hash, part: false, content })
}

/// Reads a row of the region's settings.
pub(super) fn setting(cells: &mut Cells<'_>) -> Option<Draft> {
    let name = cells.cell("asetus").to_lowercase();
    if !region::SETTINGS.contains(&name.as_str()) {
        cells.reject("asetus", Reason::UnknownSetting, name);
        return None;
    }
    let written = cells.cell("kieli");
    let language = match written.to_lowercase().as_str() {
        "" => "fi",
        "selko" => "fi-x-selko",
        _ => LANGUAGES.code_named(written).unwrap_or_else(|| {
            cells.reject("kieli", Reason::UnknownLanguage, written);
            ""
        }),
    };
    let value = match name.as_str() {
        "municipalities" => municipalities(cells),
        _ => cells.text("arvo", "fi"),
    };
    if cells.is_rejected() {
        return None;
    }
    let reference = format!("{name} {language}");
    let content = Content::Setting { name, language: language.to_owned(), value };
    Some(Draft { at: cells.at(), reference, hash: String::new(), part: false, content })
}

/// Codes as they are, names as codes; an unknown one rejects the row, for a map without a town misleads.
fn municipalities(cells: &mut Cells<'_>) -> String {
    let cell = cells.cell("arvo");
    let separators: &[char] = if cell.contains([',', ';', '\n']) { &[',', ';', '\n'] } else { &[' '] };
    let mut codes: Vec<&str> = Vec::new();
    for piece in cell.split(separators).map(str::trim).filter(|piece| !piece.is_empty()) {
        let found = if piece.bytes().all(|byte| byte.is_ascii_digit()) {
            reference::municipality_now(piece)
        } else {
            reference::municipality_named(piece)
        };
        match found {
            Some(found) => codes.push(found.code),
            None => cells.reject("arvo", Reason::UnknownMunicipality, piece),
        }
    }
    codes.join(" ")
}
