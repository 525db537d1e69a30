//! An activity as HSDS tells it: a service.

use serde_json::Value;

use super::terms::first;
use super::{Depth, ImportedTerm, Reader, Record, location, organization, parts, schedule};
use crate::activities::card;
use crate::activities::model::{Activity, ActivityPlace, Listed, Price};
use crate::exchange::hsds::formats::{self, part_id};
use crate::exchange::hsds::{shape, vocabularies};
use crate::organizations::model::State;
use crate::places::model::Confidentiality;
use crate::reference;
use crate::text::Said;
use crate::vocabulary::{SITUATIONS, THRESHOLDS};

/// What stands beside an activity in the database.
#[derive(Debug, Clone, Default)]
pub(crate) struct Beside {
    /// Terms of imported taxonomies that describe it.
    pub(crate) terms: Vec<ImportedAttribute>,
    /// Ids of what one may do after it (P21).
    pub(crate) next: Vec<String>,
    /// Ids of what one may do instead.
    pub(crate) alternative: Vec<String>,
    /// Where it came from.
    pub(crate) source: Option<Source>,
}

/// A term of an imported taxonomy on an activity.
#[derive(Debug, Clone)]
pub(crate) struct ImportedAttribute {
    pub(crate) id: String,
    pub(crate) link_type: String,
    pub(crate) value: String,
    pub(crate) term: ImportedTerm,
}

/// Where a record came from.
#[derive(Debug, Clone, Default)]
pub(crate) struct Source {
    pub(crate) name: String,
    pub(crate) licence: String,
    pub(crate) attribution: String,
}

/// An activity. As lists tell it, only the plain fields and who arranges; in full, with everything that belongs to it.
pub(crate) fn service(listed: &Listed, beside: &Beside, reader: &Reader<'_>, depth: Depth) -> Value {
    let Listed { activity, organization: arranger } = listed;
    let language = reader.language;

    let mut record = Record::of(&activity.id);
    let name = activity.name(language);
    record.text("organization_id", &activity.organization_id);
    record.text("name", first([name.text, &activity.slug, &activity.id]));
    record.text(
        "description",
        first([words(activity.description(language)), words(activity.summary(language)), name.text, &activity.id]),
    );
    record.value("url", formats::uri(&activity.website)).value("email", formats::email(&activity.email));
    record.text("status", status(activity.state));
    if activity.promises("interpreter") {
        record.text("interpretation_services", &THRESHOLDS.name("interpreter", language));
    }
    record.text("application_process", &joining(words(activity.how_to_join(language)), &activity.sign_up));
    let fees = joined([card::price(activity, language).as_str(), words(activity.price_note(language))], ". ");
    // HSDS has left `fees` for `fees_description`; Open Referral UK reads only the former.
    record.text("fees_description", &fees).text("fees", &fees);
    record.text("eligibility_description", &eligibility(activity, reader));
    record.value("minimum_age", activity.age_min).value("maximum_age", activity.age_max);
    record.value("assured_date", activity.verified_on.map(|day| day.to_string()));
    record.text("last_modified", &formats::moment(activity.changed_at));
    record.text("text_language", name.language);
    if depth == Depth::Full {
        add_parts(&mut record, listed, beside, reader);
    }
    record.record("organization", organization(arranger, reader, depth));
    record.record("tarjotin", own(activity, beside, reader, depth));
    record.merge(activity.hsds.as_deref(), &shape::SERVICE, depth);
    record.into()
}

/// An activity at a place, with both. `None` when the place is hidden.
pub(crate) fn service_at_location(
    listed: &Listed,
    at: &ActivityPlace,
    beside: &Beside,
    reader: &Reader<'_>,
    depth: Depth,
) -> Option<Value> {
    let activity = &listed.activity;
    let mut record = link(activity, at, reader, depth)?;
    if depth == Depth::Full {
        let here = |place_id: &str| place_id == at.place.id;
        let times = activity.schedules.iter().filter(|time| time.place_id.as_deref().is_none_or(here));
        record.list("schedules", times.map(|time| schedule(time, &activity.id, Some(&at.link_id), reader)));
    }
    let mut told = service(listed, beside, reader, depth);
    if let Value::Object(told) = &mut told {
        // The places of a service inside one of its places would lead round and round.
        told.remove("service_at_locations");
    }
    record.value("service", Some(told));
    Some(record.into())
}

fn link(activity: &Activity, at: &ActivityPlace, reader: &Reader<'_>, depth: Depth) -> Option<Record> {
    let place = location(&at.place, &activity.thresholds, reader, depth)?;
    let mut record = Record::of(&at.link_id);
    record.text("service_id", &activity.id).text("location_id", &at.place.id).value("location", Some(place));
    Some(record)
}

fn status(state: State) -> &'static str {
    match state {
        State::Published => "active",
        State::Paused => "temporarily closed",
        State::Draft => "inactive",
        State::Gone => "defunct",
    }
}

fn add_parts(record: &mut Record, listed: &Listed, beside: &Beside, reader: &Reader<'_>) {
    let activity = &listed.activity;
    let id = activity.id.as_str();
    record.list(
        "additional_urls",
        formats::uri(&activity.sign_up).map(|url| {
            let mut part = Record::of(&part_id(id, "sign_up"));
            part.text("service_id", id).text("url", &url);
            part
        }),
    );
    record.list("phones", parts::phone(id, "service_id", &activity.phone));
    record.list(
        "schedules",
        activity.schedules.iter().map(|time| {
            let at = activity.places.iter().find(|at| Some(&at.place.id) == time.place_id.as_ref());
            let shown = at.filter(|at| at.place.confidentiality != Confidentiality::Hidden);
            schedule(time, id, shown.map(|at| at.link_id.as_str()), reader)
        }),
    );
    record.list("service_areas", areas(activity, reader));
    record
        .list("service_at_locations", activity.places.iter().filter_map(|at| link(activity, at, reader, Depth::Full)));
    record.list("languages", activity.languages.iter().map(|code| tongue(id, code, reader)));
    record.list("cost_options", costs(activity, reader));
    record.list("contacts", contact(listed, reader));
    record.list("capacities", capacity(activity));
    record.list("attributes", attributes(activity, beside, reader));
    record.list("metadata", metadata(activity, beside));
    record.list("translations", translations(activity));
}

/// What we keep that HSDS has no field for.
fn own(activity: &Activity, beside: &Beside, reader: &Reader<'_>, depth: Depth) -> Record {
    let mut own = Record::default();
    own.text("slug", first([&activity.slug, &activity.id])).value("page", parts::page(reader, &activity.address()));
    own.text("kind", activity.known_kind()).value("step", activity.step);
    own.list("thresholds", activity.thresholds.iter().cloned()).list("interests", activity.interests.iter().cloned());
    own.list("situations", activity.situations.iter().cloned())
        .list("target_groups", activity.target_groups.iter().cloned());
    own.list("languages", activity.languages.iter().cloned());
    let mut price = Record::default();
    price.text("kind", activity.price.code());
    if let Price::Paid(Some((from, to))) = activity.price {
        price.value("min_cents", Some(from)).value("max_cents", Some(to));
    }
    own.record("price", price);
    own.value("group_size", activity.group_size).value("hours", activity.hours.map(|(from, to)| vec![from, to]));
    own.text("support_form", &activity.support_form).text("sign_up", &activity.sign_up);
    own.value("verified_on", activity.verified_on.map(|day| day.to_string()));
    if depth == Depth::Full {
        if let Some(source) = &beside.source {
            let mut from = Record::default();
            from.text("name", first([&source.name, "?"]))
                .text("licence", &source.licence)
                .text("attribution", &source.attribution);
            own.record("source", from);
        }
        let mut links = Record::default();
        links.list("next", beside.next.iter().cloned()).list("alternative", beside.alternative.iter().cloned());
        own.record("links", links);
    }
    own
}

fn words(said: Option<Said<'_>>) -> &str {
    said.map_or("", |said| said.text)
}

/// How to join, and the sentence about signing up when it is one; an address stands under `additional_urls`.
fn joining(how: &str, sign_up: &str) -> String {
    let sentence = if formats::uri(sign_up).is_some() { "" } else { sign_up };
    joined([how, sentence], "\n")
}

fn joined<const N: usize>(texts: [&str; N], between: &str) -> String {
    texts.into_iter().map(str::trim).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(between)
}

/// Whom it is for, in words.
fn eligibility(activity: &Activity, reader: &Reader<'_>) -> String {
    let groups = activity.target_groups.iter().filter_map(|code| reference::target_group(code));
    let situations = activity.situations.iter().map(|code| SITUATIONS.name(code, reader.language));
    let names: Vec<String> = groups.map(|term| term.name(reader.language).to_owned()).chain(situations).collect();
    names.join(", ")
}

/// The municipalities of its places: hidden places have none left.
fn areas(activity: &Activity, reader: &Reader<'_>) -> Vec<Value> {
    let mut codes: Vec<&str> = activity.places.iter().map(|at| at.place.municipality.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    let told = codes.into_iter().filter_map(reference::municipality).map(|municipality| {
        let mut record = Record::of(&part_id(&activity.id, &format!("area:{}", municipality.code)));
        record.text("service_id", &activity.id).text("name", municipality.name(reader.language));
        record.text("extent", municipality.code).text("extent_type", "text");
        record.into()
    });
    told.collect()
}

/// A language one gets by with; easy Finnish is Finnish with a note.
fn tongue(service_id: &str, code: &str, reader: &Reader<'_>) -> Record {
    let mut record = Record::of(&part_id(service_id, &format!("language:{code}")));
    record.text("service_id", service_id);
    match reference::language(code) {
        Some(known) => {
            record.text("name", known.name(reader.language)).text("code", known.three_letter());
            if code.contains("-x-") {
                record.text("note", code);
            }
        }
        None => {
            record.text("name", code);
        }
    }
    record
}

fn costs(activity: &Activity, reader: &Reader<'_>) -> Vec<Value> {
    let told = card::price(activity, reader.language);
    let note = words(activity.price_note(reader.language));
    let option = |part: &str, cents: i64| {
        let mut record = Record::of(&part_id(&activity.id, part));
        record.text("service_id", &activity.id).text("option", &told).text("currency", "EUR");
        record.value(
            "amount",
            Some(if cents % 100 == 0 { Value::from(cents / 100) } else { Value::from(cents as f64 / 100.0) }),
        );
        record.text("amount_description", note);
        record.into()
    };
    match activity.price {
        Price::Free => vec![option("price", 0)],
        Price::Paid(Some((from, to))) if from == to => vec![option("price", from)],
        Price::Paid(Some((from, to))) => vec![option("price", from), option("price:most", to)],
        Price::Paid(None) | Price::Donation | Price::Unknown => Vec::new(),
    }
}

/// The shared number and mail box under the organization's name: never a person.
fn contact(listed: &Listed, reader: &Reader<'_>) -> Option<Value> {
    let Listed { activity, organization } = listed;
    let email = formats::email(&activity.email);
    let phone = parts::phone(&activity.id, "service_id", &activity.phone);
    if email.is_none() && phone.is_none() {
        return None;
    }
    let mut record = Record::of(&part_id(&activity.id, "contact"));
    record.text("service_id", &activity.id).text("name", organization.name(reader.language).text);
    record.value("email", email).list("phones", phone);
    Some(record.into())
}

/// The most people at a time. HSDS wants the number of free places; nobody counts them here, so it is the same number.
fn capacity(activity: &Activity) -> Option<Value> {
    let size = activity.group_size?;
    let mut unit = Record::of(&part_id("urn:tarjotin:unit:person", "unit"));
    unit.text("name", "person");
    let mut record = Record::of(&part_id(&activity.id, "group_size"));
    record
        .text("service_id", &activity.id)
        .record("unit", unit)
        .value("available", Some(size))
        .value("maximum", Some(size));
    record.text("updated", &formats::moment(activity.changed_at));
    Some(record.into())
}

fn attributes(activity: &Activity, beside: &Beside, reader: &Reader<'_>) -> Vec<Value> {
    let step = activity.step.map(|step| step.to_string());
    let codes = |set: &'static str, codes: &[String]| -> Vec<&'static vocabularies::OwnTerm> {
        codes.iter().filter_map(|code| vocabularies::term_of(set, code)).collect()
    };
    let own = [
        codes("kind", std::slice::from_ref(&activity.kind)),
        codes("step", step.as_slice()),
        codes("threshold", &activity.thresholds),
        codes("interest", &activity.interests),
        codes("situation", &activity.situations),
        codes("target_group", &activity.target_groups),
        codes("support_form", std::slice::from_ref(&activity.support_form)),
    ];
    let own: Vec<_> = own.into_iter().flatten().collect();
    let known = |id: &str| own.iter().any(|term| term.id == id);
    let imported = beside.terms.iter().filter(|attribute| !known(&attribute.term.id)).map(|attribute| {
        let mut record = Record::of(&attribute.id);
        record.text("link_id", &activity.id).text("taxonomy_term_id", &attribute.term.id);
        record.text("link_type", &attribute.link_type).text("link_entity", "service").text("value", &attribute.value);
        record.record("taxonomy_term", attribute.term.record());
        record.into()
    });
    own.iter().map(|term| parts::attribute(&activity.id, "service", term, reader)).chain(imported).collect()
}

/// Who told it, for what came from elsewhere.
fn metadata(activity: &Activity, beside: &Beside) -> Option<Value> {
    let source = beside.source.as_ref()?;
    let mut record = Record::of(&part_id(&activity.id, "source"));
    record.text("resource_id", &activity.id).text("resource_type", "service");
    record.text("last_action_date", &activity.changed_at.date_naive().to_string()).text("last_action_type", "update");
    // HSDS wants these to say something.
    for unknown in ["field_name", "previous_value", "replacement_value"] {
        record.text(unknown, "unknown");
    }
    record.text("updated_by", first([&source.name, "?"]));
    Some(record.into())
}

/// Everything it says, in every language, the plain fields' one too.
fn translations(activity: &Activity) -> Vec<Value> {
    let told = activity.texts.iter().map(|(language, text)| {
        let mut record = Record::default();
        record.text("language", language).text("name", &text.name).text("summary", &text.summary);
        record.text("description", &text.description).text("atmosphere", &text.atmosphere);
        record.text("how_to_join", &text.how_to_join).text("welcome", &text.welcome);
        record.text("price_note", &text.price_note).text("length", &text.length).text("keywords", &text.keywords);
        record.into()
    });
    told.collect()
}
