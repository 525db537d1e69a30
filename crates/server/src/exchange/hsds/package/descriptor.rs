//! `datapackage.json`: what is in the package, table by table, as Frictionless Data describes tables.

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Map, Value, json};

use super::list::MAY_BE_EMPTY;
use super::tables::{TABLES, Table};
use crate::exchange::hsds::shape::Kind;

/// What our tables hold.
pub(super) fn about(name: &str) -> &'static str {
    match name {
        "tarjotin_service" => {
            "What we know of a service beyond HSDS: its step, what makes coming easy, prices in cents, where it came from. Codes are separated by blanks; each is a term in taxonomy_terms.csv."
        }
        "tarjotin_organization" => "What we know of an organization beyond HSDS.",
        "tarjotin_location" => {
            "How much of a place is public, and how good its point is. Places that are hidden are not in the package; of those whose area only is public, the municipality is all there is."
        }
        "tarjotin_schedule" => {
            "A time with its whole rule and its time zone: HSDS says neither all rules nor daylight saving."
        }
        "tarjotin_schedule_exception" => "Days on which a time does not hold, or is moved.",
        "tarjotin_translation" => {
            "Every text in every language it is told in. The plain fields are Finnish unless text_language says otherwise."
        }
        "tarjotin_other_field" => {
            "Fields that a source told beyond HSDS, as JSON: name is the field of the record that link_id points to."
        }
        _ => "",
    }
}

/// What a column of ours holds, where its name does not say it.
fn about_column(column: &str) -> Option<&'static str> {
    Some(match column {
        "text_language" => "The language of the plain fields (BCP 47); empty: fi.",
        "language" => "BCP 47; fi-x-selko is easy Finnish.",
        "slug" => "The last part of the address of its page.",
        "kind" => "A code of ours; the taxonomy urn:tarjotin:kind names those of services.",
        "step" => "1 the easiest to come to, 5 the most like work.",
        "thresholds" => "What makes coming easy: codes of urn:tarjotin:threshold.",
        "interests" => "Codes of urn:tarjotin:interest.",
        "situations" => "Codes of urn:tarjotin:situation.",
        "target_groups" => "Codes of the Finnish Service Catalogue (PTV).",
        "languages" => "Languages one gets by with (BCP 47).",
        "price_kind" => "free, paid, donation or unknown.",
        "group_size" => "The most people at a time.",
        "hours" => "Hours a week of a position: from and to.",
        "support_form" => "Code of urn:tarjotin:support_form.",
        "sign_up" => "Where or how to sign up.",
        "verified_on" => "The day somebody last checked that it is true.",
        "source_name" => "Who told it.",
        "source_licence" => "Under which licence.",
        "links_next" => "Ids of services one may go on to.",
        "links_alternative" => "Ids of services to go to instead.",
        "confidentiality" => "public or area_only.",
        "municipality" => "Code of Statistics Finland.",
        "precision" => "How good the point is: exact, postal_area, municipality or none.",
        "zone" => "IANA time zone; opens_at is true in it all year round.",
        "rule" => "RFC 5545 without DTSTART; empty: once.",
        "last_day" => "The last day the rule holds.",
        "link_entity" => "The table link_id points to.",
        _ => return None,
    })
}

/// The description of a package.
pub(super) fn descriptor(homepage: &str, services: u64, created: DateTime<Utc>) -> Value {
    let mut told = json!({
        "name": "human_services_data",
        "title": "Open data of Tarjotin",
        "description": "Activities, organizations and places as Human Services Data Specification 3.1, with what we say beyond it in the tables whose names begin with tarjotin_. Texts are Finnish; tarjotin_translations.csv has them in every language.",
        "profile": "tabular-data-package",
        "version": "3.1.0",
        "created": created.to_rfc3339_opts(SecondsFormat::Secs, true),
        "licenses": [{
            "name": "CC-BY-4.0",
            "path": "https://creativecommons.org/licenses/by/4.0/",
            "title": "Creative Commons Attribution 4.0. What came from elsewhere names its own licence in tarjotin_services.csv.",
        }],
        "services": services,
        "resources": TABLES.iter().map(resource).collect::<Vec<_>>(),
    });
    if let (false, Value::Object(told)) = (homepage.is_empty(), &mut told) {
        told.insert("homepage".to_owned(), homepage.into());
    }
    told
}

fn resource(table: &Table) -> Value {
    let fields: Vec<Value> = table.columns.iter().map(|(name, kind)| field(table, name, *kind)).collect();
    let mut schema = Map::new();
    schema.insert("fields".to_owned(), fields.into());
    if table.columns.iter().any(|(name, _)| name == "id") {
        schema.insert("primaryKey".to_owned(), "id".into());
    }
    let keys = foreign_keys(table);
    if !keys.is_empty() {
        schema.insert("foreignKeys".to_owned(), keys.into());
    }
    let mut told = json!({
        "name": table.name,
        "path": table.file,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    });
    if let (false, Value::Object(told)) = (table.about.is_empty(), &mut told) {
        told.insert("description".to_owned(), table.about.into());
    }
    told
}

fn field(table: &Table, name: &str, kind: Kind) -> Value {
    let (of_type, format) = match kind {
        Kind::Id => ("string", Some("uuid")),
        Kind::Uri => ("string", Some("uri")),
        Kind::Email => ("string", Some("email")),
        Kind::Day => ("date", None),
        Kind::Moment => ("datetime", Some("any")),
        Kind::Number => ("number", None),
        _ => ("string", None),
    };
    let may_be_empty = MAY_BE_EMPTY.iter().any(|(of, names)| *of == table.name && names.contains(&name));
    let is_required = table.entity.field(name).is_some_and(|field| field.required) && !may_be_empty;
    let mut constraints = json!({"required": is_required, "unique": name == "id"});
    if let (Kind::Choice(choices), Value::Object(constraints)) = (kind, &mut constraints) {
        constraints.insert("enum".to_owned(), choices.iter().copied().map(Value::from).collect());
    }
    let mut told = json!({"name": name, "type": of_type, "constraints": constraints});
    if let Value::Object(told) = &mut told {
        told.extend(format.map(|format| ("format".to_owned(), format.into())));
        let about = about_column(name).filter(|_| table.is_own);
        told.extend(about.map(|about| ("description".to_owned(), about.into())));
    }
    told
}

/// Columns that point to one table; links that may point to several have none.
fn foreign_keys(table: &Table) -> Vec<Value> {
    let of_records: &[(&str, &str)] = match table.name {
        "service" => &[("organization", "organization_id"), ("program", "program_id")],
        "service_at_location" => &[("location", "location_id")],
        "location" => &[("organization", "organization_id")],
        "attribute" => &[("taxonomy_term", "taxonomy_term_id")],
        "taxonomy_term" => &[("taxonomy", "taxonomy_id")],
        "service_capacity" => &[("unit", "unit_id")],
        _ => &[],
    };
    let of_parts = table.owners.iter().filter(|(_, column, _)| !matches!(*column, "link_id" | "resource_id"));
    of_parts
        .map(|(owner, column, _)| (*owner, *column))
        .chain(of_records.iter().copied())
        .map(|(owner, column)| json!({"fields": column, "reference": {"resource": owner, "fields": "id"}}))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_of_ours_is_explained() {
        let told = descriptor("", 0, DateTime::UNIX_EPOCH);
        let resources = told["resources"].as_array().expect("a list");
        assert_eq!(resources.len(), TABLES.len());
        for resource in resources {
            let name = resource["name"].as_str().expect("a name");
            assert_eq!(name.starts_with("tarjotin_"), resource["description"].is_string(), "{name}");
        }
    }
}
