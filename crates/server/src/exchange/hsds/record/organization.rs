//! Who arranges, as HSDS tells it.

use serde_json::Value;

use super::terms::first;
use super::{Depth, Reader, Record, parts};
use crate::exchange::hsds::formats::{self, part_id};
use crate::exchange::hsds::{shape, vocabularies};
use crate::organizations::model::Organization;
use crate::vocabulary::ORGANIZATION_TYPES;

/// An organization, without the activities and places it has.
pub(crate) fn organization(organization: &Organization, reader: &Reader<'_>, depth: Depth) -> Record {
    let language = reader.language;
    let mut record = Record::of(&organization.id);
    let name = organization.name(language);
    let description = organization.description(language).or_else(|| organization.summary(language));
    record.text("name", first([name.text, &organization.slug, &organization.id]));
    record.text(
        "description",
        first([description.as_ref().map_or("", |said| said.text), name.text, &organization.slug, &organization.id]),
    );
    record.value("email", formats::email(&organization.email)).value("website", formats::uri(&organization.website));
    record.text("tax_id", &organization.business_id);
    record.text("text_language", name.language);
    if depth == Depth::Full {
        let id = organization.id.as_str();
        record.list("phones", parts::phone(id, "organization_id", &organization.phone));
        record.list("organization_identifiers", identifier(organization));
        record.list("attributes", kind(organization, reader));
        record.list(
            "translations",
            organization.texts.iter().map(|(language, text)| {
                let mut part = Record::default();
                part.text("language", language).text("name", &text.name).text("summary", &text.summary);
                part.text("description", &text.description);
                part
            }),
        );
    }
    let mut own = Record::default();
    own.text("slug", first([&organization.slug, &organization.id]))
        .value("page", parts::page(reader, &organization.address()));
    own.text("type", ORGANIZATION_TYPES.code(&organization.kind).unwrap_or("other"));
    own.value("verified_on", organization.verified_on.map(|day| day.to_string()));
    record.record("tarjotin", own);
    record.merge(organization.hsds.as_deref(), &shape::ORGANIZATION, depth);
    record
}

/// The business id; the scheme's name is that of org-id.guide for the Finnish register.
fn identifier(organization: &Organization) -> Option<Value> {
    if organization.business_id.is_empty() {
        return None;
    }
    let mut record = Record::of(&part_id(&organization.id, "business_id"));
    record.text("organization_id", &organization.id).text("identifier_scheme", "FI-PRO");
    record.text("identifier_type", "Y-tunnus").text("identifier", &organization.business_id);
    Some(record.into())
}

fn kind(organization: &Organization, reader: &Reader<'_>) -> Option<Value> {
    let term = vocabularies::term_of("organization_type", &organization.kind)?;
    Some(parts::attribute(&organization.id, "organization", term, reader))
}
