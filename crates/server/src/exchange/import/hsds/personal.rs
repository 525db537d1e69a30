//! Taking persons out of records: contact persons, the name on an envelope, who vouched, who edited.

use serde_json::Value;

use super::super::ids;
use super::super::json::fields::{Object, has, text};

/// Takes persons out of a record, wherever in it they are, and counts them. What our own export says as a contact is
/// the shared number under the organization's name: no person, and not counted.
pub(super) fn drop_persons(record: &mut Object) -> u64 {
    let mut dropped = 0;
    let own_contact = ids::derived_part(text(record, "id"), "contact");
    if let Some(contacts) = record.remove("contacts") {
        let contacts = contacts.as_array().map_or(&[][..], Vec::as_slice);
        let is_own = |contact: &&Value| contact.get("id").and_then(Value::as_str) == Some(&own_contact);
        dropped += contacts.iter().filter(|contact| !contact.is_null() && !is_own(contact)).count() as u64;
    }
    for name in ["attention", "assurer_email"] {
        if record.remove(name).is_some_and(|value| value.as_str().is_some_and(|text| !text.trim().is_empty())) {
            dropped += 1;
        }
    }
    if let Some(Value::String(editor)) = record.get_mut("updated_by") {
        // HSDS wants the field; nobody has to stand in it.
        editor.clear();
    }
    if let Some(Value::Array(phones)) = record.get_mut("phones") {
        let before = phones.len();
        phones.retain(|phone| !phone.as_object().is_some_and(|phone| has(phone, "contact_id")));
        dropped += (before - phones.len()) as u64;
    }
    if let Some(Value::Array(entries)) = record.get_mut("metadata") {
        // What was changed of a person would tell of the person.
        let personal = ["contact", "contacts"];
        entries.retain(|entry| {
            entry.as_object().is_none_or(|entry| {
                let field = text(entry, "field_name");
                !personal.contains(&text(entry, "resource_type")) && !["attention", "assurer_email"].contains(&field)
            })
        });
    }
    for (_, value) in record.iter_mut() {
        dropped += drop_inside(value);
    }
    dropped
}

fn drop_inside(value: &mut Value) -> u64 {
    match value {
        Value::Object(object) => drop_persons(object),
        Value::Array(parts) => parts.iter_mut().map(drop_inside).sum(),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn persons_go_and_the_shared_number_stays() {
        let Value::Object(mut record) = json!({
            "name": "Neuvonta",
            "contacts": [{"name": "Joku Henkilö", "phones": [{"number": "1"}]}, {"name": "Toinen"}],
            "phones": [{"number": "03 1"}, {"number": "040 2", "contact_id": "x"}],
            "service_at_locations": [{"location": {"addresses": [{"attention": "J. Henkilö", "city": "Lahti"}]}}],
            "metadata": [{"field_name": "name", "updated_by": "Joku"}, {"resource_type": "contact", "previous_value": "J"}],
        }) else {
            panic!("an object")
        };
        assert_eq!(drop_persons(&mut record), 4);
        let left = Value::Object(record).to_string();
        assert!(!left.contains("Henkilö") && !left.contains("040") && !left.contains("Joku"), "{left}");
        assert!(left.contains("03 1") && left.contains("Lahti"));
    }
}
