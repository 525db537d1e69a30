//! The small objects of HSDS 3.1 that belong to a larger one. Each may carry attributes and metadata of its own.

use super::Kind::{Choice, Day, Email, Id, Many, Moment, Number, One, Text, Uri};
use super::{Entity, PLACES, TERM, may, must};

macro_rules! parts {
    ($($(#[$about:meta])* $name:ident = $told:literal { $($field:expr),* $(,)? })*) => {$(
        $(#[$about])*
        pub(crate) static $name: Entity = Entity { name: $told, fields: &[must("id", Id), $($field,)* may("attributes", Many(&ATTRIBUTE)), may("metadata", Many(&METADATA))] };
    )*};
}

parts! {
    URL = "Url" { may("label", Text), must("url", Uri), may("organization_id", Id), may("service_id", Id) }
    PHONE = "Phone" {
        may("location_id", Id), may("service_id", Id), may("organization_id", Id), may("contact_id", Id),
        may("service_at_location_id", Id), must("number", Text), may("extension", Number), may("type", Text),
        may("description", Text), may("languages", Many(&LANGUAGE)),
    }
    SERVICE_AREA = "ServiceArea" {
        may("service_id", Id), may("service_at_location_id", Id), may("name", Text), may("description", Text),
        may("extent", Text), may("extent_type", Text), may("uri", Text),
    }
    LANGUAGE = "Language" {
        may("service_id", Id), may("location_id", Id), may("phone_id", Id), may("name", Text), may("code", Text), may("note", Text),
    }
    FUNDING = "Funding" { may("organization_id", Id), may("service_id", Id), may("source", Text) }
    COST_OPTION = "CostOption" {
        may("service_id", Id), may("valid_from", Day), may("valid_to", Day), may("option", Text), may("currency", Text),
        may("amount", Number), may("amount_description", Text),
    }
    PROGRAM = "Program" { may("organization_id", Id), must("name", Text), may("alternate_name", Text), must("description", Text) }
    REQUIRED_DOCUMENT = "RequiredDocument" { may("service_id", Id), may("document", Text), may("uri", Uri) }
    CONTACT = "Contact" {
        may("organization_id", Id), may("service_id", Id), may("service_at_location_id", Id), may("location_id", Id),
        may("name", Text), may("title", Text), may("department", Text), may("email", Email), may("phones", Many(&PHONE)),
    }
    UNIT = "Unit" { must("name", Text), may("scheme", Text), may("identifier", Text), may("uri", Uri) }
    CAPACITY = "ServiceCapacity" {
        may("service_id", Id), must("unit", One(&UNIT)), may("unit_id", Id), must("available", Number), may("maximum", Number),
        may("description", Text), must("updated", Moment),
    }
    ATTRIBUTE = "Attribute" {
        may("link_id", Id), may("taxonomy_term_id", Id), may("link_type", Text), may("link_entity", Text), may("value", Text),
        may("label", Text), may("taxonomy_term", One(&TERM)),
    }
    METADATA = "Metadata" {
        may("resource_id", Id), may("resource_type", Text), must("last_action_date", Text), must("last_action_type", Text),
        must("field_name", Text), must("previous_value", Text), must("replacement_value", Text), must("updated_by", Text),
    }
    IDENTIFIER = "OrganizationIdentifier" {
        may("organization_id", Id), may("identifier_scheme", Text), must("identifier_type", Text), must("identifier", Text),
    }
    ADDRESS = "Address" {
        may("location_id", Id), may("attention", Text), must("address_1", Text), may("address_2", Text), must("city", Text),
        may("region", Text), must("state_province", Text), must("postal_code", Text), must("country", Text),
        must("address_type", Choice(PLACES)),
    }
    ACCESSIBILITY = "Accessibility" { may("location_id", Id), may("description", Text), may("details", Text), may("url", Uri) }
}
