//! Our records as the open API tells them. Texts stand by language; of a text that nobody wrote nothing stands.

use chrono::{DateTime, SecondsFormat, Utc};
use chrono_tz::Tz;
use serde_json::{Map, Value, json};

use crate::activities::model::{Activity, ActivityText, Listed, Price};
use crate::exchange::hsds::record::Record;
use crate::exchange::open::formats;
use crate::exchange::open::occurrence::Occurrence;
use crate::i18n::Language;
use crate::organizations::model::{Organization, OrganizationText};
use crate::places::model::{Confidentiality, Place};
use crate::reference;
use crate::text::{Texts, said};
use crate::times::{self, Schedule, ScheduleKind, SessionState};
use crate::vocabulary::Vocabulary;

/// Who a record is told to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reader<'a> {
    /// The one language that is wanted; none for all there are.
    pub(super) language: Option<Language>,
    /// The address people see.
    pub(super) origin: &'a str,
}

/// How much of a record is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    /// As lists tell it.
    List,
    /// With everything it says.
    Full,
}

impl Reader<'_> {
    /// A page for people.
    pub(super) fn page(&self, address: &str) -> String {
        format!("{}{address}", self.origin)
    }

    /// What a record says, by language: all there is, or the best for the reader.
    fn said<T>(&self, texts: &Texts<T>, field: impl Fn(&T) -> &str) -> Value {
        let mut told = Map::new();
        match self.language {
            None => {
                let spoken = texts.iter().map(|(tag, text)| (tag, field(text))).filter(|(_, text)| !text.is_empty());
                told.extend(spoken.map(|(tag, text)| (tag.clone(), text.into())));
            }
            Some(language) => {
                let best = said(texts, language, field);
                told.extend(best.map(|best| (best.language.to_owned(), best.text.into())));
            }
        }
        told.into()
    }

    /// Words of the program in every language of the pages, or in the one that is wanted.
    pub(super) fn words(&self, words: impl Fn(Language) -> String) -> Value {
        let languages = self.language.map_or(Language::ALL.to_vec(), |language| vec![language]);
        let told: Map<String, Value> =
            languages.into_iter().map(|language| (language.code().to_owned(), words(language).into())).collect();
        told.into()
    }

    /// The name of a code.
    pub(super) fn name(&self, list: &Vocabulary, code: &str) -> Value {
        self.words(|language| list.name(code, language))
    }
}

trait Filled {
    fn filled(self) -> Option<Value>;
}

impl Filled for Value {
    fn filled(self) -> Option<Value> {
        Some(self).filter(|value| value.as_object().is_some_and(|object| !object.is_empty()))
    }
}

/// An activity.
pub(super) fn activity(listed: &Listed, reader: &Reader<'_>, depth: Depth) -> Record {
    let activity = &listed.activity;
    let mut record = Record::of(&activity.id);
    record.text("page", &reader.page(&activity.address())).value("name", Some(activity_name(activity, reader)));
    let of = |field: fn(&ActivityText) -> &str| reader.said(&activity.texts, field).filled();
    record.value("summary", of(|text| &text.summary));
    if depth == Depth::Full {
        record.value("description", of(|text| &text.description)).value("atmosphere", of(|text| &text.atmosphere));
        record.value("how_to_join", of(|text| &text.how_to_join)).value("welcome", of(|text| &text.welcome));
    }
    record.text("kind", activity.known_kind()).value("step", activity.step);
    for (name, codes) in [
        ("thresholds", &activity.thresholds),
        ("interests", &activity.interests),
        ("situations", &activity.situations),
        ("target_groups", &activity.target_groups),
        ("languages", &activity.languages),
    ] {
        record.value(name, Some(codes.clone()));
    }
    record.record("price", price(activity, reader));
    record
        .value("age_min", activity.age_min)
        .value("age_max", activity.age_max)
        .value("group_size", activity.group_size);
    record.text("support_form", &activity.support_form);
    record
        .value("hours_min", activity.hours.map(|(from, _)| from))
        .value("hours_max", activity.hours.map(|(_, to)| to));
    record.value("length", of(|text| &text.length));
    record.text("phone", &activity.phone).value("email", formats::email(&activity.email));
    record.value("website", formats::uri(&activity.website)).text("sign_up", &activity.sign_up);
    record.value("verified_on", activity.verified_on.map(|day| day.to_string()));
    record.text("changed_at", &formats::moment(activity.changed_at));
    record.record("organization", arranger(&listed.organization, reader));
    let places: Vec<Value> =
        activity.places.iter().filter_map(|at| place(&at.place, reader)).map(Value::from).collect();
    record.value("places", Some(places));
    let all: Vec<Value> = activity.schedules.iter().map(|schedule| time(schedule, activity, reader)).collect();
    record.value("times", Some(all));
    record
}

fn activity_name(activity: &Activity, reader: &Reader<'_>) -> Value {
    let name = reader.said(&activity.texts, |text| &text.name);
    name.filled().unwrap_or_else(|| json!({"fi": activity.slug}))
}

fn price(activity: &Activity, reader: &Reader<'_>) -> Record {
    let mut record = Record::default();
    record.text("kind", activity.price.code());
    if let Price::Paid(Some((from, to))) = activity.price {
        record.value("min_cents", Some(from)).value("max_cents", Some(to));
    }
    record.value("note", reader.said(&activity.texts, |text| &text.price_note).filled());
    record
}

fn arranger(organization: &Organization, reader: &Reader<'_>) -> Record {
    let mut record = Record::of(&organization.id);
    record.value("name", Some(organization_name(organization, reader)));
    record.text("page", &reader.page(&organization.address()));
    record
}

fn organization_name(organization: &Organization, reader: &Reader<'_>) -> Value {
    let name = reader.said(&organization.texts, |text| &text.name);
    name.filled().unwrap_or_else(|| json!({"fi": organization.slug}))
}

/// Who arranges.
pub(super) fn organization(organization: &Organization, reader: &Reader<'_>) -> Record {
    let mut record = Record::of(&organization.id);
    record
        .text("page", &reader.page(&organization.address()))
        .value("name", Some(organization_name(organization, reader)));
    let of = |field: fn(&OrganizationText) -> &str| reader.said(&organization.texts, field).filled();
    record.value("summary", of(|text| &text.summary)).value("description", of(|text| &text.description));
    record.value("type", Some(organization.kind.as_str())).text("business_id", &organization.business_id);
    record.text("phone", &organization.phone).value("email", formats::email(&organization.email));
    record.value("website", formats::uri(&organization.website));
    record.value("verified_on", organization.verified_on.map(|day| day.to_string()));
    record.text("changed_at", &formats::moment(organization.changed_at));
    record
}

/// A place, as much of it as anyone may see; none for one that is hidden.
pub(super) fn place(place: &Place, reader: &Reader<'_>) -> Option<Record> {
    if place.confidentiality == Confidentiality::Hidden {
        return None;
    }
    let mut record = Record::of(&place.id);
    record.text("name", &place.name).text("street", &place.street);
    record.text("postal_code", &place.postal_code).text("city", &place.city);
    let municipality = reference::municipality(&place.municipality)
        .map(|found| json!({"code": found.code, "name": reader.words(|language| found.name(language).to_owned())}));
    record.value("municipality", municipality).text("neighbourhood", &place.neighbourhood);
    record.value("point", place.point.map(|(lat, lon)| vec![lat, lon]));
    record.text("precision", place.precision.as_str());
    record.value("area_only", Some(place.confidentiality == Confidentiality::AreaOnly));
    record.text("directions", &place.directions);
    record.value("organization", place.organization_id.clone());
    Some(record)
}

fn time(schedule: &Schedule, activity: &Activity, reader: &Reader<'_>) -> Value {
    let mut record = Record::of(&schedule.id);
    record.text("kind", if schedule.kind == ScheduleKind::Hours { "hours" } else { "session" });
    record.text("first_day", &schedule.first_day.to_string());
    record.value("last_day", schedule.last_day.map(|day| day.to_string()));
    let clock = |time: chrono::NaiveTime| time.format("%H:%M").to_string();
    record.text("opens", &clock(schedule.opens)).text("closes", &clock(schedule.closes));
    record.text("zone", Tz::name(schedule.zone)).text("rule", &schedule.rule).text("note", &schedule.note);
    record.value("in_words", Some(reader.words(|language| times::tell(schedule, language))));
    record.value("place", schedule.place_id.clone().filter(|id| is_shown(activity, id)));
    record.into()
}

fn is_shown(activity: &Activity, place_id: &str) -> bool {
    let shown = |place: &Place| place.id == place_id && place.confidentiality != Confidentiality::Hidden;
    activity.places.iter().any(|at| shown(&at.place))
}

/// One time.
pub(super) fn session(one: &Occurrence<'_>) -> Record {
    let mut record = Record::of(&one.id());
    let local =
        |time: DateTime<Utc>| time.with_timezone(&one.schedule.zone).to_rfc3339_opts(SecondsFormat::Secs, false);
    record.text("starts", &local(one.session.starts)).text("ends", &local(one.session.ends));
    record.text("day", &one.day().to_string());
    let state = match one.session.state {
        SessionState::Planned => "planned",
        SessionState::Moved { .. } => "moved",
        SessionState::Cancelled => "cancelled",
    };
    record.text("state", state).text("zone", Tz::name(one.schedule.zone)).text("note", &why(one));
    record.value("place", one.place().map(|place| place.id.clone()).filter(|id| is_shown(one.activity, id)));
    record
}

/// What is said of this day, else of the whole schedule.
fn why(one: &Occurrence<'_>) -> String {
    let day = one.day();
    let of_day = one.schedule.exceptions.iter().rev().find(|exception| exception.day == day);
    of_day
        .map(|exception| exception.note.clone())
        .filter(|note| !note.is_empty())
        .unwrap_or_else(|| one.schedule.note.clone())
}

/// One time with what it is a time of.
pub(super) fn happening(one: &Occurrence<'_>, listed: &Listed, reader: &Reader<'_>) -> Value {
    let activity = &listed.activity;
    let mut told = Record::of(&activity.id);
    told.text("page", &reader.page(&activity.address())).value("name", Some(activity_name(activity, reader)));
    told.text("kind", activity.known_kind()).value("step", activity.step);
    told.record("organization", arranger(&listed.organization, reader));
    if let Some(place) = one.place().and_then(|at| place(at, reader)) {
        told.record("place", place);
    }
    let mut record = session(one);
    record.record("activity", told);
    record.into()
}
