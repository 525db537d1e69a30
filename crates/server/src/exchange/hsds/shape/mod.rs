//! What each HSDS 3.1 object holds, in one table: it decides what of a source's own words may be passed on, it is what
//! the OpenAPI document tells, and the tests hold every record against it.
//!
//! The fields follow the schemas of HSDS 3.1; `tarjotin`, `translations` and `text_language` are our extension.

mod extension;
mod parts;

use serde_json::{Value, json};

use super::formats;

pub(crate) use extension::*;
pub(crate) use parts::*;

/// What a field holds.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Kind {
    Text,
    Id,
    Uri,
    Email,
    Day,
    Moment,
    Number,
    Choice(&'static [&'static str]),
    Texts,
    Numbers,
    One(&'static Entity),
    Many(&'static Entity),
}

/// A field of an object.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) required: bool,
}

/// An object of HSDS.
#[derive(Debug)]
pub(crate) struct Entity {
    /// Its name in the OpenAPI document.
    pub(crate) name: &'static str,
    pub(crate) fields: &'static [Field],
}

const fn may(name: &'static str, kind: Kind) -> Field {
    Field { name, kind, required: false }
}

const fn must(name: &'static str, kind: Kind) -> Field {
    Field { name, kind, required: true }
}

impl Entity {
    /// The field with a name; none for what HSDS does not know.
    pub(crate) fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// Whether a value is such an object. Fields nobody knows may hold anything.
    pub(crate) fn fits(&self, value: &Value) -> bool {
        let Value::Object(value) = value else { return false };
        self.fields.iter().all(|field| value.get(field.name).map_or(!field.required, |found| field.fits(found)))
    }

    /// What is wrong with a value as such an object, if anything is.
    #[cfg(test)]
    pub(crate) fn fault(&self, value: &Value) -> Option<String> {
        let Value::Object(object) = value else { return Some(format!("{} is no object", self.name)) };
        self.fields.iter().find_map(|field| match (object.get(field.name), field.kind) {
            (None, _) => field.required.then(|| format!("{} lacks {}", self.name, field.name)),
            (Some(found), Kind::One(entity)) => entity.fault(found),
            (Some(Value::Array(found)), Kind::Many(entity)) => found.iter().find_map(|part| entity.fault(part)),
            (Some(found), _) => (!field.fits(found)).then(|| format!("{}.{} is {found}", self.name, field.name)),
        })
    }

    /// Its JSON Schema, for the OpenAPI document.
    pub(crate) fn schema(&self) -> Value {
        let properties: serde_json::Map<String, Value> =
            self.fields.iter().map(|field| (field.name.to_owned(), field.kind.schema())).collect();
        let required: Vec<&str> = self.fields.iter().filter(|field| field.required).map(|field| field.name).collect();
        json!({"type": "object", "properties": properties, "required": required})
    }
}

impl Field {
    /// Whether a value may stand in this field.
    pub(crate) fn fits(&self, value: &Value) -> bool {
        let text = |fits: fn(&str) -> bool| value.as_str().is_some_and(fits);
        match self.kind {
            Kind::Text => value.is_string(),
            Kind::Id => text(formats::is_id),
            Kind::Uri => text(formats::is_uri),
            Kind::Email => text(|text| formats::email(text) == Some(text)),
            Kind::Day => text(|text| text.parse::<chrono::NaiveDate>().is_ok()),
            Kind::Moment => text(formats::is_moment),
            Kind::Number => value.is_number(),
            Kind::Choice(choices) => value.as_str().is_some_and(|text| choices.contains(&text)),
            Kind::Texts => value.as_array().is_some_and(|texts| texts.iter().all(Value::is_string)),
            Kind::Numbers => value.as_array().is_some_and(|numbers| numbers.iter().all(Value::is_number)),
            Kind::One(entity) => entity.fits(value),
            Kind::Many(entity) => value.as_array().is_some_and(|parts| parts.iter().all(|part| entity.fits(part))),
        }
    }
}

impl Kind {
    fn schema(self) -> Value {
        let reference = |entity: &Entity| json!({"$ref": format!("#/components/schemas/{}", entity.name)});
        match self {
            Kind::Text => json!({"type": "string"}),
            Kind::Id => json!({"type": "string", "format": "uuid"}),
            Kind::Uri => json!({"type": "string", "format": "uri"}),
            Kind::Email => json!({"type": "string", "format": "email"}),
            Kind::Day => json!({"type": "string", "format": "date"}),
            Kind::Moment => json!({"type": "string", "format": "date-time"}),
            Kind::Number => json!({"type": "number"}),
            Kind::Choice(choices) => json!({"type": "string", "enum": choices}),
            Kind::Texts => json!({"type": "array", "items": {"type": "string"}}),
            Kind::Numbers => json!({"type": "array", "items": {"type": "number"}}),
            Kind::One(entity) => reference(entity),
            Kind::Many(entity) => json!({"type": "array", "items": reference(entity)}),
        }
    }
}

use Kind::{Choice, Day, Email, Id, Many, Moment, Number, One, Text, Uri};

const PLACES: &[&str] = &["physical", "postal", "virtual"];

/// An activity.
pub(crate) static SERVICE: Entity = Entity {
    name: "Service",
    fields: &[
        must("id", Id),
        may("organization_id", Id),
        may("program_id", Id),
        must("name", Text),
        may("alternate_name", Text),
        may("description", Text),
        may("url", Uri),
        may("additional_urls", Many(&URL)),
        may("email", Email),
        must("status", Choice(&["active", "inactive", "defunct", "temporarily closed"])),
        may("interpretation_services", Text),
        may("application_process", Text),
        may("fees_description", Text),
        may("wait_time", Text),
        may("fees", Text),
        may("accreditations", Text),
        may("eligibility_description", Text),
        may("minimum_age", Number),
        may("maximum_age", Number),
        may("assured_date", Day),
        may("assurer_email", Email),
        may("licenses", Text),
        may("alert", Text),
        may("last_modified", Moment),
        may("phones", Many(&PHONE)),
        may("schedules", Many(&SCHEDULE)),
        may("service_areas", Many(&SERVICE_AREA)),
        may("service_at_locations", Many(&SERVICE_AT_LOCATION)),
        may("languages", Many(&LANGUAGE)),
        may("organization", One(&ORGANIZATION)),
        may("funding", Many(&FUNDING)),
        may("cost_options", Many(&COST_OPTION)),
        may("program", One(&PROGRAM)),
        may("required_documents", Many(&REQUIRED_DOCUMENT)),
        may("contacts", Many(&CONTACT)),
        may("capacities", Many(&CAPACITY)),
        may("attributes", Many(&ATTRIBUTE)),
        may("metadata", Many(&METADATA)),
        may("text_language", Text),
        may("translations", Many(&SERVICE_TRANSLATION)),
        may("tarjotin", One(&OF_SERVICE)),
    ],
};

/// Who arranges.
pub(crate) static ORGANIZATION: Entity = Entity {
    name: "Organization",
    fields: &[
        must("id", Id),
        must("name", Text),
        may("alternate_name", Text),
        must("description", Text),
        may("email", Email),
        may("website", Uri),
        may("additional_websites", Many(&URL)),
        may("tax_status", Text),
        may("tax_id", Text),
        may("year_incorporated", Number),
        may("legal_status", Text),
        may("logo", Text),
        may("uri", Uri),
        may("parent_organization_id", Id),
        may("funding", Many(&FUNDING)),
        may("contacts", Many(&CONTACT)),
        may("phones", Many(&PHONE)),
        may("locations", Many(&LOCATION)),
        may("programs", Many(&PROGRAM)),
        may("organization_identifiers", Many(&IDENTIFIER)),
        may("attributes", Many(&ATTRIBUTE)),
        may("metadata", Many(&METADATA)),
        may("services", Many(&SERVICE)),
        may("text_language", Text),
        may("translations", Many(&ORGANIZATION_TRANSLATION)),
        may("tarjotin", One(&OF_ORGANIZATION)),
    ],
};

/// Where.
pub(crate) static LOCATION: Entity = Entity {
    name: "Location",
    fields: &[
        must("id", Id),
        must("location_type", Choice(PLACES)),
        may("url", Uri),
        may("organization_id", Id),
        may("name", Text),
        may("alternate_name", Text),
        may("description", Text),
        may("transportation", Text),
        may("latitude", Number),
        may("longitude", Number),
        may("external_identifier", Text),
        may("external_identifier_type", Text),
        may("languages", Many(&LANGUAGE)),
        may("addresses", Many(&ADDRESS)),
        may("contacts", Many(&CONTACT)),
        may("accessibility", Many(&ACCESSIBILITY)),
        may("phones", Many(&PHONE)),
        may("schedules", Many(&SCHEDULE)),
        may("attributes", Many(&ATTRIBUTE)),
        may("metadata", Many(&METADATA)),
        may("tarjotin", One(&OF_LOCATION)),
    ],
};

/// An activity at a place.
pub(crate) static SERVICE_AT_LOCATION: Entity = Entity {
    name: "ServiceAtLocation",
    fields: &[
        must("id", Id),
        may("service_id", Id),
        may("location_id", Id),
        may("description", Text),
        may("service_areas", Many(&SERVICE_AREA)),
        may("contacts", Many(&CONTACT)),
        may("phones", Many(&PHONE)),
        may("schedules", Many(&SCHEDULE)),
        may("location", One(&LOCATION)),
        may("attributes", Many(&ATTRIBUTE)),
        may("metadata", Many(&METADATA)),
        may("service", One(&SERVICE)),
    ],
};

/// When.
pub(crate) static SCHEDULE: Entity = Entity {
    name: "Schedule",
    fields: &[
        must("id", Id),
        may("service_id", Id),
        may("location_id", Id),
        may("service_at_location_id", Id),
        may("valid_from", Day),
        may("valid_to", Day),
        may("dtstart", Day),
        may("timezone", Number),
        may("until", Day),
        may("count", Number),
        may("wkst", Choice(&["MO", "TU", "WE", "TH", "FR", "SA", "SU"])),
        may("freq", Choice(&["WEEKLY", "MONTHLY"])),
        may("interval", Number),
        may("byday", Text),
        may("byweekno", Text),
        may("bymonthday", Text),
        may("byyearday", Text),
        may("description", Text),
        may("opens_at", Text),
        may("closes_at", Text),
        may("schedule_link", Uri),
        may("attending_type", Text),
        may("notes", Text),
        may("attributes", Many(&ATTRIBUTE)),
        may("metadata", Many(&METADATA)),
        may("tarjotin", One(&OF_SCHEDULE)),
    ],
};

/// A system of terms.
pub(crate) static TAXONOMY: Entity = Entity {
    name: "Taxonomy",
    fields: &[
        must("id", Id),
        must("name", Text),
        must("description", Text),
        may("uri", Uri),
        may("version", Text),
        may("metadata", Many(&METADATA)),
        may("text_language", Text),
        may("translations", Many(&TERM_TRANSLATION)),
    ],
};

/// A term.
pub(crate) static TERM: Entity = Entity {
    name: "TaxonomyTerm",
    fields: &[
        must("id", Id),
        may("code", Text),
        must("name", Text),
        must("description", Text),
        may("parent_id", Id),
        may("taxonomy", Text),
        may("taxonomy_detail", One(&TAXONOMY)),
        may("language", Text),
        may("taxonomy_id", Id),
        may("term_uri", Uri),
        may("metadata", Many(&METADATA)),
        may("text_language", Text),
        may("translations", Many(&TERM_TRANSLATION)),
    ],
};

/// Every object, for the OpenAPI document.
pub(crate) static ALL: [&Entity; 38] = [
    &SERVICE,
    &ORGANIZATION,
    &LOCATION,
    &SERVICE_AT_LOCATION,
    &SCHEDULE,
    &TAXONOMY,
    &TERM,
    &URL,
    &PHONE,
    &SERVICE_AREA,
    &LANGUAGE,
    &FUNDING,
    &COST_OPTION,
    &PROGRAM,
    &REQUIRED_DOCUMENT,
    &CONTACT,
    &UNIT,
    &CAPACITY,
    &ATTRIBUTE,
    &METADATA,
    &IDENTIFIER,
    &ADDRESS,
    &ACCESSIBILITY,
    &SERVICE_TRANSLATION,
    &ORGANIZATION_TRANSLATION,
    &TERM_TRANSLATION,
    &OF_SERVICE,
    &PRICE,
    &SOURCE,
    &LINKS,
    &OF_ORGANIZATION,
    &OF_LOCATION,
    &OF_SCHEDULE,
    &EXCEPTION,
    &MINIMAL,
    &PROBLEM,
    &ABOUT,
    &ABOUT_CONTACT,
];
