//! What each HSDS 3.1 object holds, in one table: it decides what of a source's own words may be passed on, it is what
//! the OpenAPI document tells, and the tests hold every record against it.
//!
//! The fields follow the schemas of HSDS 3.1; `tarjotin`, `translations` and `text_language` are our extension.

mod extension;
mod parts;

pub(crate) use crate::exchange::open::shape::{Entity, Kind, may, must};

pub(crate) use extension::*;
pub(crate) use parts::*;

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
