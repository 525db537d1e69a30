//! Which object of HSDS a record is: files do not say, so its fields and the name of the file tell.

use super::super::json::fields::{Object, has};

/// An object of HSDS that stands on its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Service,
    Organization,
    Location,
    ServiceAtLocation,
    Taxonomy,
    Term,
    /// What an API says of itself.
    About,
}

/// What the records of a table of a parcel are (`services`, `service_at_location.csv`); none for other frames.
pub(super) fn of_table(table: &str) -> Option<Kind> {
    Some(match table.trim_end_matches(".csv") {
        "services" => Kind::Service,
        "organizations" => Kind::Organization,
        "locations" => Kind::Location,
        "service_at_locations" | "service_at_location" => Kind::ServiceAtLocation,
        "taxonomies" => Kind::Taxonomy,
        "taxonomy_terms" => Kind::Term,
        _ => return None,
    })
}

/// What a record is; none when nothing tells.
pub(super) fn of(record: &Object, file_name: &str) -> Option<Kind> {
    let any = |names: &[&str]| names.iter().any(|name| has(record, name));
    if any(&["openapi_url"]) {
        return Some(Kind::About);
    }
    if any(&["service", "service_id"]) && any(&["location", "location_id"]) && !any(&["name", "freq"]) {
        return Some(Kind::ServiceAtLocation);
    }
    if any(&["location_type", "latitude", "addresses"]) {
        return Some(Kind::Location);
    }
    if any(&SERVICE) {
        return Some(Kind::Service);
    }
    if any(&["taxonomy_terms"]) {
        return Some(Kind::Taxonomy);
    }
    if any(&ORGANIZATION) {
        return Some(Kind::Organization);
    }
    if any(&["taxonomy", "taxonomy_id", "taxonomy_detail", "term_uri", "parent_id", "term"]) {
        return Some(Kind::Term);
    }
    if any(&["version"]) && any(&["name"]) {
        return Some(Kind::Taxonomy);
    }
    if any(&["profile", "version"]) {
        return Some(Kind::About);
    }
    if any(&["id", "name"]) { by_name(file_name) } else { None }
}

const SERVICE: [&str; 17] = [
    "status",
    "organization",
    "organization_id",
    "service_at_locations",
    "application_process",
    "fees",
    "fees_description",
    "cost_options",
    "eligibility_description",
    "interpretation_services",
    "wait_time",
    "minimum_age",
    "maximum_age",
    "required_documents",
    "capacities",
    "assured_date",
    "accreditations",
];

const ORGANIZATION: [&str; 10] = [
    "services",
    "website",
    "tax_status",
    "tax_id",
    "legal_status",
    "year_incorporated",
    "logo",
    "organization_identifiers",
    "parent_organization_id",
    "locations",
];

/// What `organizations.json` or `taxonomy_term_list.json` holds.
fn by_name(file_name: &str) -> Option<Kind> {
    let name = file_name.to_lowercase();
    let names = [
        ("service_at_location", Kind::ServiceAtLocation),
        ("taxonomy_term", Kind::Term),
        ("taxonom", Kind::Taxonomy),
        ("organi", Kind::Organization),
        ("location", Kind::Location),
    ];
    names.iter().find(|(part, _)| name.contains(part)).map(|(_, kind)| *kind).or(Some(Kind::Service))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn told(record: Value, file_name: &str) -> Option<Kind> {
        of(record.as_object().expect("an object"), file_name)
    }

    #[test]
    fn fields_tell_before_the_name_of_the_file() {
        assert_eq!(told(json!({"id": "1", "status": "active"}), "organizations.json"), Some(Kind::Service));
        assert_eq!(told(json!({"id": "1", "service": {}, "location": {}}), "x"), Some(Kind::ServiceAtLocation));
        assert_eq!(told(json!({"id": "1", "location_type": "physical"}), "x"), Some(Kind::Location));
        assert_eq!(told(json!({"id": "1", "name": "a", "logo": "b"}), "x"), Some(Kind::Organization));
        assert_eq!(told(json!({"id": "1", "name": "a", "parent_id": "b"}), "x"), Some(Kind::Term));
        assert_eq!(
            told(json!({"id": "1", "name": "a", "description": "b"}), "taxonomy_list.json"),
            Some(Kind::Taxonomy)
        );
        assert_eq!(told(json!({"id": "1", "name": "a", "description": "b"}), "x.json"), Some(Kind::Service));
        assert_eq!(told(json!({"version": "3.1", "openapi_url": "x"}), "base.json"), Some(Kind::About));
        assert_eq!(told(json!({"a": 1}), "x"), None);
    }
}
