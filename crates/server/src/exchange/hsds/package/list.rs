//! The list of tables: of HSDS, and of ours beside them.

use crate::exchange::hsds::shape;
use crate::exchange::open::shape::{Entity, Field, Kind};

pub(super) type Owners = &'static [(&'static str, &'static str, &'static str)];

/// Name, file, object, owners.
pub(super) const OF_HSDS: [(&str, &str, &Entity, Owners); 24] = [
    ("organization", "organizations.csv", &shape::ORGANIZATION, &[]),
    ("location", "locations.csv", &shape::LOCATION, &[]),
    ("service", "services.csv", &shape::SERVICE, &[]),
    (
        "service_at_location",
        "service_at_location.csv",
        &shape::SERVICE_AT_LOCATION,
        &[("service", "service_id", "service_at_locations")],
    ),
    ("taxonomy", "taxonomies.csv", &shape::TAXONOMY, &[]),
    ("taxonomy_term", "taxonomy_terms.csv", &shape::TERM, &[]),
    ("program", "programs.csv", &shape::PROGRAM, &[("organization", "organization_id", "programs")]),
    ("unit", "units.csv", &shape::UNIT, &[]),
    (
        "contact",
        "contacts.csv",
        &shape::CONTACT,
        &[
            ("service_at_location", "service_at_location_id", "contacts"),
            ("service", "service_id", "contacts"),
            ("location", "location_id", "contacts"),
            ("organization", "organization_id", "contacts"),
        ],
    ),
    (
        "schedule",
        "schedules.csv",
        &shape::SCHEDULE,
        // A time of a service may name the place of it beside.
        &[
            ("service", "service_id", "schedules"),
            ("service_at_location", "service_at_location_id", "schedules"),
            ("location", "location_id", "schedules"),
        ],
    ),
    (
        "phone",
        "phones.csv",
        &shape::PHONE,
        // The number of a contact person is theirs, whatever else it points to.
        &[
            ("contact", "contact_id", "phones"),
            ("service_at_location", "service_at_location_id", "phones"),
            ("service", "service_id", "phones"),
            ("location", "location_id", "phones"),
            ("organization", "organization_id", "phones"),
        ],
    ),
    ("address", "addresses.csv", &shape::ADDRESS, &[("location", "location_id", "addresses")]),
    ("accessibility", "accessibility.csv", &shape::ACCESSIBILITY, &[("location", "location_id", "accessibility")]),
    (
        "language",
        "languages.csv",
        &shape::LANGUAGE,
        &[
            ("phone", "phone_id", "languages"),
            ("service", "service_id", "languages"),
            ("location", "location_id", "languages"),
        ],
    ),
    ("cost_option", "cost_options.csv", &shape::COST_OPTION, &[("service", "service_id", "cost_options")]),
    (
        "service_area",
        "service_areas.csv",
        &shape::SERVICE_AREA,
        &[
            ("service_at_location", "service_at_location_id", "service_areas"),
            ("service", "service_id", "service_areas"),
        ],
    ),
    (
        "required_document",
        "required_documents.csv",
        &shape::REQUIRED_DOCUMENT,
        &[("service", "service_id", "required_documents")],
    ),
    (
        "funding",
        "funding.csv",
        &shape::FUNDING,
        &[("service", "service_id", "funding"), ("organization", "organization_id", "funding")],
    ),
    (
        "organization_identifier",
        "organization_identifiers.csv",
        &shape::IDENTIFIER,
        &[("organization", "organization_id", "organization_identifiers")],
    ),
    ("service_capacity", "service_capacity.csv", &shape::CAPACITY, &[("service", "service_id", "capacities")]),
    (
        "url",
        "url.csv",
        &shape::URL,
        &[("service", "service_id", "additional_urls"), ("organization", "organization_id", "additional_websites")],
    ),
    ("attribute", "attributes.csv", &shape::ATTRIBUTE, LINKED_BY_ATTRIBUTE),
    ("metadata", "metadata.csv", &shape::METADATA, LINKED_BY_METADATA),
    // HSDS has a table for what its tables are written in; ours are all UTF-8, and their own list tells it.
    ("meta_table_description", "meta_table_descriptions.csv", &DESCRIPTION, &[]),
];

/// Nearly everything may have attributes and metadata; the link tells of what.
const LINKED_BY_ATTRIBUTE: Owners = &[
    ("service", "link_id", "attributes"),
    ("organization", "link_id", "attributes"),
    ("location", "link_id", "attributes"),
    ("service_at_location", "link_id", "attributes"),
    ("schedule", "link_id", "attributes"),
    ("phone", "link_id", "attributes"),
    ("contact", "link_id", "attributes"),
];
const LINKED_BY_METADATA: Owners = &[
    ("service", "resource_id", "metadata"),
    ("organization", "resource_id", "metadata"),
    ("location", "resource_id", "metadata"),
    ("service_at_location", "resource_id", "metadata"),
    ("schedule", "resource_id", "metadata"),
    ("phone", "resource_id", "metadata"),
    ("contact", "resource_id", "metadata"),
    ("taxonomy", "resource_id", "metadata"),
    ("taxonomy_term", "resource_id", "metadata"),
];

static DESCRIPTION: Entity = Entity {
    name: "MetaTableDescription",
    fields: &[
        Field { name: "id", kind: Kind::Id, required: true },
        Field { name: "name", kind: Kind::Text, required: false },
        Field { name: "language", kind: Kind::Text, required: false },
        Field { name: "character_set", kind: Kind::Text, required: false },
    ],
};

/// Name, file, what of, columns before those of the object, owners.
pub(super) const OF_OURS: [(&str, &str, &Entity, &[&str], Owners); 7] = [
    (
        "tarjotin_service",
        "tarjotin_services.csv",
        &shape::OF_SERVICE,
        &["service_id", "text_language"],
        &[("service", "service_id", OWN)],
    ),
    (
        "tarjotin_organization",
        "tarjotin_organizations.csv",
        &shape::OF_ORGANIZATION,
        &["organization_id", "text_language"],
        &[("organization", "organization_id", OWN)],
    ),
    (
        "tarjotin_location",
        "tarjotin_locations.csv",
        &shape::OF_LOCATION,
        &["location_id"],
        &[("location", "location_id", OWN)],
    ),
    (
        "tarjotin_schedule",
        "tarjotin_schedules.csv",
        &shape::OF_SCHEDULE,
        &["schedule_id"],
        &[("schedule", "schedule_id", OWN)],
    ),
    (
        "tarjotin_schedule_exception",
        "tarjotin_schedule_exceptions.csv",
        &shape::EXCEPTION,
        &["schedule_id"],
        &[("schedule", "schedule_id", EXCEPTIONS)],
    ),
    ("tarjotin_translation", "tarjotin_translations.csv", &shape::SERVICE_TRANSLATION, &LINK, LINKED_BY_TRANSLATION),
    ("tarjotin_other_field", "tarjotin_other_fields.csv", &OTHER_FIELD, &LINK, LINKED_BY_OTHER),
];

/// The field of a record that our extension stands in.
pub(crate) const OWN: &str = "tarjotin";
/// Days that differ: a list inside our extension of a schedule.
pub(crate) const EXCEPTIONS: &str = "exceptions";
/// The list of a record with its texts in every language.
pub(crate) const TRANSLATIONS: &str = "translations";
/// The rows that are fields of a record which no table has.
pub(crate) const OTHER_FIELDS: &str = "tarjotin_other_field";

const LINK: [&str; 2] = ["link_id", "link_entity"];
const LINKED_BY_TRANSLATION: Owners = &[
    ("service", "link_id", TRANSLATIONS),
    ("organization", "link_id", TRANSLATIONS),
    ("taxonomy", "link_id", TRANSLATIONS),
    ("taxonomy_term", "link_id", TRANSLATIONS),
];
const LINKED_BY_OTHER: Owners = &[
    ("service", "link_id", ""),
    ("organization", "link_id", ""),
    ("location", "link_id", ""),
    ("service_at_location", "link_id", ""),
    ("schedule", "link_id", ""),
    ("phone", "link_id", ""),
    ("contact", "link_id", ""),
    ("program", "link_id", ""),
    ("service_capacity", "link_id", ""),
];

static OTHER_FIELD: Entity = Entity {
    name: "OtherField",
    fields: &[
        Field { name: "name", kind: Kind::Text, required: true },
        Field { name: "value", kind: Kind::Text, required: true },
    ],
};

/// Texts HSDS wants to be there and which may be empty: in a table that is an empty cell.
pub(super) const MAY_BE_EMPTY: [(&str, &[&str]); 2] = [
    ("address", &["address_1", "city", "postal_code", "state_province"]),
    ("metadata", &["field_name", "previous_value", "replacement_value", "updated_by"]),
];
