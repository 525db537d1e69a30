//! A service of PTV as an activity, with its general description and its channels in it; and a service location of which
//! no service speaks.

use std::collections::BTreeSet;

use super::super::ids::{self, Hasher};
use super::super::json::fields::{Object, object, objects, text, texts};
use super::super::json::telling::Telling;
use super::super::reason::Reason;
use super::super::record::{ActivityDraft, Arranger, Attribute, Draft, Subject, Taxonomy, Term};
use super::channel::{Channel, modified, state};
use super::organization;
use super::said;
use super::spoken::Spoken;
use crate::activities::model::{Activity, ActivityPlace, Price};
use crate::places::model::Place;
use crate::places::model::known_point;
use crate::reference::{self, Term as KnownTerm};
use crate::text::slug;
use crate::times::Schedule;

/// Places and times of one activity; a service that all of Finland's libraries give is no place to go to.
const MOST_PLACES: usize = 200;
const MOST_SCHEDULES: usize = 200;
/// Municipalities a service without a place is shown in.
const MOST_MUNICIPALITIES: usize = 30;

/// What a general description lends to the services that are made of it.
#[derive(Debug, Default)]
pub(super) struct General {
    said: Spoken,
    charge: String,
    groups: Vec<String>,
    terms: Vec<&'static KnownTerm>,
    hash: String,
}

impl General {
    pub(super) fn read(telling: &mut Telling<'_>, record: &Object) -> General {
        let mut hasher = Hasher::new();
        hasher.add_object(record);
        General {
            said: Spoken::read(telling, record, "names", "descriptions"),
            charge: text(record, "serviceChargeType").to_owned(),
            groups: groups(telling, record),
            terms: known_terms(record),
            hash: hasher.done(),
        }
    }
}

/// The ids of the channels a service names.
pub(super) fn channels_of(record: &Object) -> impl Iterator<Item = &str> {
    objects(record, "serviceChannels")
        .filter_map(|(_, part)| object(part, "serviceChannel"))
        .map(|channel| text(channel, "id"))
        .filter(|id| !id.is_empty())
}

/// Reads a service.
pub(super) fn read(telling: &mut Telling<'_>, record: &Object, channels: &[&Channel], general: Option<&General>) {
    let nothing = General::default();
    let lent = general.unwrap_or(&nothing);
    let spoken = Spoken::read(telling, record, "serviceNames", "serviceDescriptions").with(&lent.said);
    if spoken.names.values().all(String::is_empty) {
        telling.reject("/serviceNames", Reason::MissingName, "");
        telling.refuse();
        telling.still_there(text(record, "id"));
        return;
    }
    let reference = text(record, "id");
    let id = ids::own_or_derived(telling.source_id, Subject::Activity.as_str(), reference);
    let mut hasher = Hasher::new();
    hasher.add_object(record);
    hasher.add(&lent.hash);
    channels.iter().for_each(|channel| hasher.add(&channel.hash));
    let mut target_groups = groups(telling, record);
    target_groups.extend(lent.groups.iter().cloned());
    let mut terms = known_terms(record);
    terms.extend(&lent.terms);
    let charge = match text(record, "serviceChargeType") {
        "" => lent.charge.as_str(),
        own => own,
    };
    let mut places = places(reference, channels);
    if places.is_empty() {
        places = areas(telling, record, reference);
    }
    let activity = Activity {
        kind: kind(&terms).to_owned(),
        target_groups: once_each(target_groups),
        languages: once_each(texts(record, "languages").filter_map(said::code_of).collect()),
        price: price(charge),
        sign_up: channels.iter().find(|channel| channel.is_form).map_or_else(String::new, |form| form.website.clone()),
        state: state(record),
        verified_on: modified(record, telling.today),
        texts: spoken.texts(),
        schedules: schedules(&id, channels),
        places,
        id: id.clone(),
        ..of_channels(channels)
    };
    let arranger = match responsible(record) {
        Some((organization, name)) => {
            let named = organization::named(telling, organization, name);
            (Arranger::Id(organization::id_of(telling, organization)), Some(Box::new(named)))
        }
        None => (Arranger::Source, None),
    };
    push(telling, reference, activity, arranger, attributes(&id, terms), hasher);
}

/// A service location that no service of the files speaks of.
pub(super) fn of_location(telling: &mut Telling<'_>, reference: &str, channel: &Channel) {
    let id = ids::own_or_derived(telling.source_id, Subject::Activity.as_str(), reference);
    let spoken = Spoken {
        names: channel.names.clone(),
        summaries: channel.summaries.clone(),
        descriptions: channel.descriptions.clone(),
        ..Spoken::default()
    };
    if spoken.names.values().all(String::is_empty) {
        telling.reject("/serviceChannelNames", Reason::MissingName, "");
        telling.refuse();
        telling.still_there(reference);
        return;
    }
    let activity = Activity {
        kind: "support".to_owned(),
        languages: once_each(channel.languages.clone()),
        state: channel.state,
        verified_on: channel.modified,
        texts: spoken.texts(),
        places: places(reference, &[channel]),
        schedules: schedules(&id, &[channel]),
        id,
        ..of_channels(&[channel])
    };
    let mut hasher = Hasher::new();
    hasher.add(&channel.hash);
    // The record tells only the id of whom it belongs to.
    let arranger = match channel.organization_id.as_str() {
        "" => Arranger::Source,
        organization => Arranger::Id(organization::id_of(telling, organization)),
    };
    push(telling, reference, activity, (arranger, None), Vec::new(), hasher);
}

fn push(
    telling: &mut Telling<'_>,
    reference: &str,
    activity: Activity,
    (arranger, organization): (Arranger, Option<Box<Draft>>),
    attributes: Vec<Attribute>,
    hasher: Hasher,
) {
    let name =
        activity.texts.get("fi").or_else(|| activity.texts.values().next()).map_or("", |text| text.name.as_str());
    let slug = slug(name);
    let draft = ActivityDraft {
        activity: Activity { source_id: Some(telling.source_id.to_owned()), ..activity },
        slug,
        arranger,
        organization,
        attributes: Some(attributes),
        own_places: true,
        ..ActivityDraft::default()
    };
    let at = telling.spot("");
    telling.reading.drafts.push(Draft::of_activity(at, reference, hasher.done(), draft));
}

/// What channels tell of how to reach a service, each from the first that tells it.
fn of_channels(channels: &[&Channel]) -> Activity {
    let first = |of: fn(&Channel) -> &String| {
        channels.iter().map(|channel| of(channel)).find(|text| !text.is_empty()).cloned().unwrap_or_default()
    };
    Activity {
        phone: first(|channel| &channel.phone),
        email: first(|channel| &channel.email),
        website: first(|channel| &channel.website),
        ..Activity::default()
    }
}

fn places(reference: &str, channels: &[&Channel]) -> Vec<ActivityPlace> {
    let all = channels.iter().flat_map(|channel| &channel.places).take(MOST_PLACES);
    all.map(|place| {
        let link_id = ids::derived(&place.id, "activity-at", reference);
        ActivityPlace { link_id, place: place.clone() }
    })
    .collect()
}

/// The municipalities a service without a place is for: where it can be found by.
fn areas(telling: &mut Telling<'_>, record: &Object, reference: &str) -> Vec<ActivityPlace> {
    if text(record, "areaType") != "LimitedType" {
        return Vec::new();
    }
    let mut places: Vec<ActivityPlace> = Vec::new();
    for (at, area) in objects(record, "areas") {
        for (_, part) in objects(area, "municipalities") {
            let Some(found) = reference::municipality_now(text(part, "code")) else {
                telling.ask(&format!("/areas/{at}"), Reason::UnknownMunicipality, text(part, "code"));
                continue;
            };
            let id = ids::derived(telling.source_id, "place-of", &format!("{reference}:{}", found.code));
            if places.len() < MOST_MUNICIPALITIES && places.iter().all(|known| known.place.id != id) {
                let (point, precision) = known_point(None, Some(found));
                let link_id = ids::derived(&id, "activity-at", reference);
                let place = Place { id, municipality: found.code.to_owned(), point, precision, ..Place::default() };
                places.push(ActivityPlace { link_id, place });
            }
        }
    }
    places
}

fn schedules(activity_id: &str, channels: &[&Channel]) -> Vec<Schedule> {
    let all = channels.iter().flat_map(|channel| &channel.schedules).take(MOST_SCHEDULES);
    all.enumerate()
        .map(|(position, schedule)| Schedule {
            id: ids::derived(activity_id, "schedule", &position.to_string()),
            ..schedule.clone()
        })
        .collect()
}

/// Who answers for the service: its id and name.
fn responsible(record: &Object) -> Option<(&str, &str)> {
    let of_role = |role: &'static str| {
        objects(record, "organizations")
            .filter(move |(_, part)| role.is_empty() || text(part, "roleType") == role)
            .filter_map(|(_, part)| object(part, "organization"))
            .find(|organization| !text(organization, "id").is_empty())
    };
    let found = of_role("Responsible").or_else(|| of_role("OtherResponsible")).or_else(|| of_role(""))?;
    Some((text(found, "id"), text(found, "name")))
}

fn price(charge: &str) -> Price {
    match charge {
        "FreeOfCharge" => Price::Free,
        "Chargeable" => Price::Paid(None),
        _ => Price::Unknown,
    }
}

/// Services of education are courses; the rest, and what helps people to work or to live, is support.
fn kind(terms: &[&'static KnownTerm]) -> &'static str {
    let has = |class: &str| terms.iter().any(|term| term.code == class || term.code.starts_with(&format!("{class}.")));
    if has("P6") && !has("P7") && !has("P10") { "course" } else { "support" }
}

fn groups(telling: &mut Telling<'_>, record: &Object) -> Vec<String> {
    let mut codes = Vec::new();
    for (at, part) in objects(record, "targetGroups") {
        match reference::target_group(text(part, "code")) {
            Some(group) => codes.push(group.code.to_owned()),
            None => telling.ask(&format!("/targetGroups/{at}/code"), Reason::UnknownTargetGroup, text(part, "code")),
        }
    }
    codes
}

/// The service classes and life events we know.
fn known_terms(record: &Object) -> Vec<&'static KnownTerm> {
    let of = |list: &str, find: fn(&str) -> Option<&'static KnownTerm>| -> Vec<&'static KnownTerm> {
        objects(record, list).filter_map(|(_, part)| find(text(part, "code"))).collect()
    };
    [of("serviceClasses", reference::service_class), of("lifeEvents", reference::life_event)].concat()
}

/// Terms of the national lists; each has the same id wherever it came from.
fn attributes(id: &str, terms: Vec<&'static KnownTerm>) -> Vec<Attribute> {
    let mut met = BTreeSet::new();
    let new = terms.into_iter().filter(|term| met.insert(term.code));
    new.map(|known| {
        let (list, name) = if known.code.starts_with("KE") {
            ("ptvelamantilanteet", "Elämäntilanteet (PTV)")
        } else {
            ("ptvserclass", "Palveluluokat (PTV)")
        };
        let uri = format!("http://uri.suomi.fi/codelist/ptv/{list}");
        let taxonomy = Taxonomy { id: ids::of_urn(&uri), name: name.to_owned(), uri, ..Taxonomy::default() };
        let term = Term {
            id: ids::of_urn(known.uri),
            taxonomy: Some(taxonomy),
            code: known.code.to_owned(),
            name: known.name(crate::i18n::Language::Finnish).to_owned(),
            uri: known.uri.to_owned(),
            ..Term::default()
        };
        Attribute {
            id: ids::derived(id, "attribute", known.code),
            term_id: term.id.clone(),
            term: Some(term),
            ..Attribute::default()
        }
    })
    .collect()
}

fn once_each(codes: Vec<String>) -> Vec<String> {
    let mut met = BTreeSet::new();
    codes.into_iter().filter(|code| met.insert(code.clone())).collect()
}
