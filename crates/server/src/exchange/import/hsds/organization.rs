//! An organization of HSDS.

use serde_json::Value;

use super::super::checks;
use super::super::ids::{self, Hasher};
use super::super::json::fields::{Object, has, object, objects, text};
use super::super::json::telling::{LONGEST_NAME, LONGEST_TEXT, Telling};
use super::super::reason::Reason;
use super::super::record::{Content, Draft, OrganizationDraft, Subject};
use super::kept;
use super::place;
use crate::organizations::model::{Organization, OrganizationText, State};
use crate::places::model::Place;
use crate::text::{Texts, slug};
use crate::vocabulary::ORGANIZATION_TYPES;

/// What our own columns keep of an organization.
const OURS: [&str; 11] = [
    "id",
    "name",
    "description",
    "email",
    "website",
    "locations",
    "services",
    "text_language",
    "translations",
    "tarjotin",
    "last_modified",
];

/// The id an organization has here.
pub(super) fn id_of(telling: &Telling<'_>, reference: &str) -> String {
    ids::own_or_derived(telling.source_id, Subject::Organization.as_str(), reference)
}

/// What the source calls an organization: its id, or its name when it has none.
pub(super) fn reference_of(record: &Object) -> &str {
    match text(record, "id") {
        "" => text(record, "name"),
        id => id,
    }
}

/// Reads an organization that stands on its own; false when it was rejected.
pub(super) fn alone(telling: &mut Telling<'_>, record: &mut Object) -> bool {
    telling.reading.read += 1;
    let mut is_whole = true;
    for (name, reason) in [("id", Reason::MissingId), ("name", Reason::MissingName)] {
        if text(record, name).is_empty() {
            telling.reject(&format!("/{name}"), reason, "");
            is_whole = false;
        }
    }
    if is_whole && let Some(code) = checks::identity_code_inside(record) {
        telling.reject("", Reason::IdentityCode, &code);
        is_whole = false;
    }
    if !is_whole {
        telling.refuse();
        telling.reading.still_there.push((Subject::Organization, text(record, "id").to_owned()));
        return false;
    }
    telling.reading.whole_organizations = true;
    let draft = read(telling, record, "", false);
    telling.reading.drafts.push(draft);
    true
}

/// The organization a record tells of. Persons have been taken out, and it has a name.
pub(super) fn read(telling: &mut Telling<'_>, record: &Object, pointer: &str, part: bool) -> Draft {
    let mut hasher = Hasher::new();
    hasher.add(if telling.keep_contacts { "contacts" } else { "" });
    for (name, value) in sorted(record).into_iter().filter(|(name, _)| name.as_str() != "services") {
        hasher.add(name);
        hasher.add_json(value);
    }
    let nothing = Object::new();
    let is_own = has(record, "tarjotin");
    let own = object(record, "tarjotin").unwrap_or(&nothing);
    let reference = reference_of(record).to_owned();
    let id = id_of(telling, &reference);
    let texts = texts(telling, record, pointer);
    let business_id = business_id(record);
    let (phone, rest_of_phone) = phone(record);
    let keep = |list: &str, part: &Value| {
        let is_derived = is_own && kept::is_derived(&id, list, part);
        let is_told = match (list, part.as_object()) {
            ("phones", Some(part)) => {
                rest_of_phone && text(part, "number") == phone && kept::says_only(part, &["number", "type"])
            }
            ("tax_id", _) => part.as_str() == Some(&business_id),
            ("organization_identifiers", Some(part)) => {
                !business_id.is_empty() && text(part, "identifier") == business_id
            }
            _ => false,
        };
        !is_derived && !is_told
    };
    let website = checks::web_address(text(record, "website")).unwrap_or_default();
    let places: Vec<Place> = objects(record, "locations")
        .filter(|(_, location)| has(location, "id"))
        .map(|(at, location)| {
            let place = place::read(telling, location, &format!("{pointer}/locations/{at}"));
            Place { organization_id: Some(id.clone()), ..place }
        })
        .collect();
    let name = texts.get("fi").or_else(|| texts.values().next()).map_or("", |text| text.name.as_str());
    let wanted = if text(own, "slug").is_empty() { slug(name) } else { slug(text(own, "slug")) };
    let organization = Organization {
        kind: ORGANIZATION_TYPES.code(text(own, "type")).unwrap_or("other").to_owned(),
        website,
        email: text(record, "email").to_owned(),
        phone: phone.to_owned(),
        state: State::Published,
        verified_on: checks::iso_day(text(own, "verified_on")).filter(|day| *day <= telling.today),
        hsds: kept::rest(record, &OURS, keep),
        source_id: Some(telling.source_id.to_owned()),
        business_id,
        texts,
        id,
        ..Organization::default()
    };
    let at = telling.spot(pointer);
    let content = Content::Organization(Box::new(OrganizationDraft { organization, slug: wanted, places }));
    Draft { at, reference, hash: hasher.done(), part, content }
}

fn sorted(record: &Object) -> Vec<(&String, &Value)> {
    let mut fields: Vec<(&String, &Value)> = record.iter().collect();
    fields.sort_unstable_by_key(|(name, _)| *name);
    fields
}

fn texts(telling: &mut Telling<'_>, record: &Object, pointer: &str) -> Texts<OrganizationText> {
    let plain = super::language(telling, record, pointer);
    let mut texts = Texts::new();
    let mut said = OrganizationText {
        name: telling.clean(&format!("{pointer}/name"), text(record, "name"), LONGEST_NAME),
        summary: String::new(),
        description: telling.clean(&format!("{pointer}/description"), text(record, "description"), LONGEST_TEXT),
    };
    // Our own export repeats the name where HSDS wants a description and nobody has written one.
    if has(record, "tarjotin") && said.description == said.name {
        said.description.clear();
    }
    texts.insert(plain, said);
    for (at, part) in objects(record, "translations") {
        let Some(language) = super::language_of(telling, part, "language", &format!("{pointer}/translations/{at}"))
        else {
            continue;
        };
        let clean = |name: &str, most| checks::within(checks::clean(text(part, name)), most).0;
        let said = OrganizationText {
            name: clean("name", LONGEST_NAME),
            summary: clean("summary", LONGEST_TEXT),
            description: clean("description", LONGEST_TEXT),
        };
        if said != OrganizationText::default() {
            texts.insert(language, said);
        }
    }
    texts
}

/// Y-tunnus, where a Finnish source writes it.
fn business_id(record: &Object) -> String {
    let identifiers = objects(record, "organization_identifiers").map(|(_, part)| text(part, "identifier"));
    let mut candidates = identifiers.chain(std::iter::once(text(record, "tax_id")));
    candidates.find(|text| checks::is_business_id(text)).unwrap_or("").to_owned()
}

/// The first number that is not a fax, and whether it was told at all.
pub(super) fn phone(record: &Object) -> (&str, bool) {
    let is_voice = |part: &&Object| !text(part, "type").eq_ignore_ascii_case("fax");
    let mut numbers = objects(record, "phones").map(|(_, part)| part).filter(is_voice).map(|part| text(part, "number"));
    let number = numbers.find(|number| checks::is_phone(number)).unwrap_or("");
    (number, !number.is_empty())
}
