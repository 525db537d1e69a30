//! What HSDS says an object holds, and the check of a record against it: every fault is reported by its JSON Pointer,
//! and what is faulty is emptied, so that the rest of the record can go in.
//!
//! The union of HSDS 3.0, 3.1 and the Open Referral UK profile; fields nobody knows may hold anything.

use serde_json::{Map, Value};

use super::super::checks;
use super::super::ids;
use super::super::reason::Reason;

/// Faults told of one record; a record with more has the same ones over and over.
const MOST_FAULTS: usize = 100;

/// What a field holds.
#[derive(Clone, Copy)]
enum Kind {
    Text,
    Id,
    Uri,
    Email,
    Day,
    Moment,
    Clock,
    Number,
    Within(f64, Reasoned),
    OneOf(&'static [&'static str]),
    One(&'static Entity),
    Many(&'static Entity),
}

/// Which reason a number out of its range has.
#[derive(Clone, Copy)]
enum Reasoned {
    Latitude,
    Longitude,
}

/// An object of HSDS.
pub(super) struct Entity {
    fields: &'static [(&'static str, Kind)],
    required: &'static [&'static str],
}

use Kind::{Clock, Day, Email, Id, Many, Moment, Number, One, OneOf, Text, Uri, Within};

const PLACES: Kind = OneOf(&["physical", "postal", "virtual"]);

/// A fault of a record.
#[derive(Debug, PartialEq)]
pub(super) struct Fault {
    /// Under the record: `/email`.
    pub(super) pointer: String,
    pub(super) reason: Reason,
    pub(super) value: String,
}

/// Checks a record and empties what is faulty. `id` and `name` are for the caller: without them there is no record.
pub(super) fn check(record: &mut Map<String, Value>, entity: &Entity) -> Vec<Fault> {
    let mut checking = Checking { pointer: String::new(), faults: Vec::new() };
    checking.object(record, entity, true);
    checking.faults
}

struct Checking {
    pointer: String,
    faults: Vec<Fault>,
}

impl Checking {
    fn object(&mut self, object: &mut Map<String, Value>, entity: &Entity, is_record: bool) {
        for required in entity.required {
            let is_missing = object.get(*required).is_none_or(Value::is_null);
            if is_missing && !(is_record && matches!(*required, "id" | "name")) {
                self.within(required, |checking| checking.fault(Reason::Required, ""));
            }
        }
        for (name, value) in object.iter_mut() {
            if let Some((_, kind)) = entity.fields.iter().find(|(known, _)| known == name) {
                self.within(name, |checking| checking.value(value, *kind));
            }
        }
    }

    fn value(&mut self, value: &mut Value, kind: Kind) {
        // Many sources write null where HSDS wants nothing at all; it means the same.
        if value.is_null() {
            return;
        }
        match (kind, &mut *value) {
            (One(entity), Value::Object(object)) => return self.object(object, entity, false),
            (Many(entity), Value::Array(parts)) => {
                for (at, part) in parts.iter_mut().enumerate() {
                    self.within(&at.to_string(), |checking| checking.value(part, One(entity)));
                }
                return;
            }
            _ => {}
        }
        if let Some(reason) = fault(value, kind) {
            let told = match &*value {
                Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            self.fault(reason, &told);
            // An id that is no UUID still tells one record from another, and an id is made of it.
            if !(matches!(kind, Id) && value.is_string()) {
                *value = Value::Null;
            }
        }
    }

    fn within(&mut self, step: &str, work: impl FnOnce(&mut Self)) {
        let before = self.pointer.len();
        push(&mut self.pointer, step);
        work(self);
        self.pointer.truncate(before);
    }

    fn fault(&mut self, reason: Reason, value: &str) {
        if self.faults.len() < MOST_FAULTS {
            let value = checks::within(value.to_owned(), 200).0;
            self.faults.push(Fault { pointer: self.pointer.clone(), reason, value });
        }
    }
}

/// Adds a step to a JSON Pointer (RFC 6901).
fn push(pointer: &mut String, step: &str) {
    pointer.push('/');
    if step.contains(['~', '/']) {
        pointer.push_str(&step.replace('~', "~0").replace('/', "~1"));
    } else {
        pointer.push_str(step);
    }
}

/// What is wrong with a value, if anything.
fn fault(value: &Value, kind: Kind) -> Option<Reason> {
    let text = |right: fn(&str) -> bool, reason: Reason| match value.as_str() {
        Some(text) if right(text) => None,
        Some(_) => Some(reason),
        None => Some(Reason::WrongType),
    };
    match kind {
        Text => text(|_| true, Reason::WrongType),
        Id => text(ids::is_uuid, Reason::Uuid),
        Uri => text(checks::is_uri, Reason::Uri),
        Email => text(checks::is_email, Reason::Email),
        Day => text(|text| checks::iso_day(text.split('T').next().unwrap_or(text)).is_some(), Reason::Date),
        Moment => text(|text| checks::moment(text).is_some(), Reason::DateTime),
        Clock => text(|text| checks::hour(text).is_some(), Reason::Time),
        Number => (!value.is_number()).then_some(Reason::WrongType),
        Within(most, reasoned) => match value.as_f64() {
            Some(number) if number.abs() <= most => None,
            Some(_) => Some(match reasoned {
                Reasoned::Latitude => Reason::Latitude,
                Reasoned::Longitude => Reason::Longitude,
            }),
            None => Some(Reason::WrongType),
        },
        OneOf(allowed) => match value.as_str() {
            Some(text) if allowed.contains(&text) => None,
            Some(_) => Some(Reason::NotAllowed),
            None => Some(Reason::WrongType),
        },
        One(_) | Many(_) => Some(Reason::WrongType),
    }
}

macro_rules! entities {
    ($($(#[$about:meta])* $name:ident ($($required:literal)*) { $($field:literal: $kind:expr),* $(,)? })*) => {$(
        $(#[$about])*
        pub(super) static $name: Entity = Entity { fields: &[$(($field, $kind)),*], required: &[$($required),*] };
    )*};
}

entities! {
    SERVICE ("id" "name" "status") {
        "id": Id, "organization_id": Id, "program_id": Id, "name": Text, "alternate_name": Text, "description": Text,
        "url": Uri, "additional_urls": Many(&URL), "email": Email,
        "status": OneOf(&["active", "inactive", "defunct", "temporarily closed"]), "interpretation_services": Text,
        "application_process": Text, "fees_description": Text, "wait_time": Text, "fees": Text, "accreditations": Text,
        "eligibility_description": Text, "minimum_age": Number, "maximum_age": Number, "assured_date": Day,
        "assurer_email": Email, "licenses": Text, "alert": Text, "last_modified": Moment, "phones": Many(&PHONE),
        "schedules": Many(&SCHEDULE), "service_areas": Many(&SERVICE_AREA),
        "service_at_locations": Many(&SERVICE_AT_LOCATION), "languages": Many(&LANGUAGE),
        "organization": One(&ORGANIZATION), "funding": Many(&FUNDING), "cost_options": Many(&COST_OPTION),
        "program": One(&PROGRAM), "required_documents": Many(&REQUIRED_DOCUMENT), "contacts": Many(&CONTACT),
        "capacities": Many(&CAPACITY), "attributes": Many(&ATTRIBUTE), "metadata": Many(&METADATA),
        "text_language": Text, "translations": Many(&TRANSLATION),
    }
    ORGANIZATION ("id" "name" "description") {
        "id": Id, "name": Text, "alternate_name": Text, "description": Text, "email": Email, "website": Uri,
        "additional_websites": Many(&URL), "tax_status": Text, "tax_id": Text, "year_incorporated": Number,
        "legal_status": Text, "logo": Text, "uri": Uri, "parent_organization_id": Id, "funding": Many(&FUNDING),
        "contacts": Many(&CONTACT), "phones": Many(&PHONE), "locations": Many(&LOCATION), "programs": Many(&PROGRAM),
        "organization_identifiers": Many(&IDENTIFIER), "attributes": Many(&ATTRIBUTE), "metadata": Many(&METADATA),
        "text_language": Text, "translations": Many(&TRANSLATION),
    }
    LOCATION ("id" "location_type") {
        "id": Id, "location_type": PLACES, "url": Uri, "organization_id": Id, "name": Text, "alternate_name": Text,
        "description": Text, "transportation": Text, "latitude": Within(90.0, Reasoned::Latitude),
        "longitude": Within(180.0, Reasoned::Longitude), "external_identifier": Text, "external_identifier_type": Text,
        "languages": Many(&LANGUAGE), "addresses": Many(&ADDRESS), "contacts": Many(&CONTACT),
        "accessibility": Many(&ACCESSIBILITY), "phones": Many(&PHONE), "schedules": Many(&SCHEDULE),
        "attributes": Many(&ATTRIBUTE), "metadata": Many(&METADATA),
    }
    SERVICE_AT_LOCATION ("id") {
        "id": Id, "service_id": Id, "location_id": Id, "description": Text, "service_areas": Many(&SERVICE_AREA),
        "contacts": Many(&CONTACT), "phones": Many(&PHONE), "schedules": Many(&SCHEDULE), "location": One(&LOCATION),
        "attributes": Many(&ATTRIBUTE), "metadata": Many(&METADATA), "service": One(&SERVICE),
    }
    SCHEDULE ("id") {
        "id": Id, "service_id": Id, "location_id": Id, "service_at_location_id": Id, "valid_from": Day, "valid_to": Day,
        "dtstart": Day, "timezone": Number, "until": Day, "count": Number,
        "wkst": OneOf(&["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), "freq": OneOf(&["WEEKLY", "MONTHLY"]),
        "interval": Number, "byday": Text, "byweekno": Text, "bymonthday": Text, "byyearday": Text,
        "description": Text, "opens_at": Clock, "closes_at": Clock, "schedule_link": Uri, "attending_type": Text,
        "notes": Text, "attributes": Many(&ATTRIBUTE), "metadata": Many(&METADATA),
    }
    TAXONOMY ("id" "name" "description") {
        "id": Id, "name": Text, "description": Text, "uri": Uri, "version": Text, "taxonomy_terms": Many(&TERM),
        "metadata": Many(&METADATA),
    }
    TERM ("id" "name" "description") {
        "id": Id, "code": Text, "name": Text, "description": Text, "parent_id": Id, "taxonomy": Text,
        "taxonomy_detail": One(&TAXONOMY), "language": Text, "taxonomy_id": Id, "term_uri": Uri, "term": Text,
        "metadata": Many(&METADATA),
    }
    URL ("id" "url") { "id": Id, "label": Text, "url": Uri, "organization_id": Id, "service_id": Id }
    PHONE ("id" "number") {
        "id": Id, "location_id": Id, "service_id": Id, "organization_id": Id, "contact_id": Id,
        "service_at_location_id": Id, "number": Text, "extension": Number, "type": Text, "description": Text,
        "languages": Many(&LANGUAGE),
    }
    SERVICE_AREA ("id") {
        "id": Id, "service_id": Id, "service_at_location_id": Id, "name": Text, "description": Text, "extent": Text,
        "extent_type": Text, "uri": Text,
    }
    LANGUAGE ("id") {
        "id": Id, "service_id": Id, "location_id": Id, "phone_id": Id, "name": Text, "code": Text, "note": Text,
    }
    FUNDING ("id") { "id": Id, "organization_id": Id, "service_id": Id, "source": Text }
    COST_OPTION ("id") {
        "id": Id, "service_id": Id, "valid_from": Day, "valid_to": Day, "option": Text, "currency": Text,
        "amount": Number, "amount_description": Text,
    }
    PROGRAM ("id" "name" "description") {
        "id": Id, "organization_id": Id, "name": Text, "alternate_name": Text, "description": Text,
    }
    REQUIRED_DOCUMENT ("id") { "id": Id, "service_id": Id, "document": Text, "uri": Uri }
    CONTACT ("id") {
        "id": Id, "organization_id": Id, "service_id": Id, "service_at_location_id": Id, "location_id": Id, "name": Text,
        "title": Text, "department": Text, "email": Email, "phones": Many(&PHONE),
    }
    UNIT ("id" "name") { "id": Id, "name": Text, "scheme": Text, "identifier": Text, "uri": Uri }
    CAPACITY ("id" "available" "updated") {
        "id": Id, "service_id": Id, "unit": One(&UNIT), "unit_id": Id, "available": Number, "maximum": Number,
        "description": Text, "updated": Moment,
    }
    ATTRIBUTE ("id") {
        "id": Id, "link_id": Id, "taxonomy_term_id": Id, "link_type": Text, "link_entity": Text, "value": Text,
        "label": Text, "taxonomy_term": One(&TERM),
    }
    METADATA ("id") {
        "id": Id, "resource_id": Id, "resource_type": Text, "last_action_date": Text, "last_action_type": Text,
        "field_name": Text, "previous_value": Text, "replacement_value": Text, "updated_by": Text,
    }
    IDENTIFIER ("id" "identifier_type" "identifier") {
        "id": Id, "organization_id": Id, "identifier_scheme": Text, "identifier_type": Text, "identifier": Text,
    }
    ADDRESS ("id" "address_1" "city" "state_province" "postal_code" "country" "address_type") {
        "id": Id, "location_id": Id, "attention": Text, "address_1": Text, "address_2": Text, "city": Text,
        "region": Text, "state_province": Text, "postal_code": Text, "country": Text, "address_type": PLACES,
    }
    ACCESSIBILITY ("id") { "id": Id, "location_id": Id, "description": Text, "details": Text, "url": Uri }
    TRANSLATION ("language") {
        "language": Text, "name": Text, "summary": Text, "description": Text, "atmosphere": Text, "how_to_join": Text,
        "welcome": Text, "price_note": Text, "length": Text, "keywords": Text,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn faults_have_pointers_and_the_rest_stays() {
        let Value::Object(mut record) = json!({
            "id": "018f0000-0000-7000-8000-000000000001", "name": "Kahvila", "email": 12345, "url": "example_com",
            "description": null,
            "service_at_locations": [{"id": "x", "location": {"id": "018f0000-0000-7000-8000-000000000002",
                "location_type": "physical", "latitude": 100, "longitude": 25.6}}],
            "x/y": {"anything": []},
        }) else {
            panic!("an object")
        };
        let faults = check(&mut record, &SERVICE);
        let told: Vec<(&str, &Reason)> = faults.iter().map(|fault| (fault.pointer.as_str(), &fault.reason)).collect();
        assert_eq!(
            told,
            [
                ("/status", &Reason::Required),
                ("/email", &Reason::WrongType),
                ("/url", &Reason::Uri),
                ("/service_at_locations/0/id", &Reason::Uuid),
                ("/service_at_locations/0/location/latitude", &Reason::Latitude),
            ]
        );
        assert_eq!(record["email"], Value::Null);
        assert_eq!(record["service_at_locations"][0]["location"]["longitude"], 25.6);
    }

    #[test]
    fn steps_of_a_pointer_are_escaped() {
        let mut pointer = String::from("/a");
        push(&mut pointer, "x/~y");
        assert_eq!(pointer, "/a/x~1~0y");
    }
}
