//! A service channel of PTV: a place, a phone, a page or a form through which a service is given.

use chrono::NaiveDate;

use super::super::checks;
use super::super::ids::Hasher;
use super::super::json::fields::{Object, object, objects, text, texts};
use super::super::json::telling::Telling;
use super::super::personal;
use super::said::{self, LONGEST_NAME, LONGEST_TEXT, Said};
use super::{hours, place};
use crate::organizations::model::State;
use crate::places::model::Place;
use crate::times::Schedule;

/// What of a channel a service takes into itself.
#[derive(Debug, Default)]
pub(super) struct Channel {
    /// A place one can go to.
    pub(super) is_location: bool,
    /// A form to fill in, on paper or in the web.
    pub(super) is_form: bool,
    pub(super) organization_id: String,
    pub(super) names: Said,
    pub(super) summaries: Said,
    pub(super) descriptions: Said,
    pub(super) phone: String,
    pub(super) email: String,
    pub(super) website: String,
    pub(super) languages: Vec<String>,
    pub(super) places: Vec<Place>,
    /// When, at the first of the places; without ids.
    pub(super) schedules: Vec<Schedule>,
    /// The services it says it is for.
    pub(super) services: Vec<String>,
    pub(super) state: State,
    pub(super) modified: Option<NaiveDate>,
    /// Tells whether it reads the same as last time.
    pub(super) hash: String,
}

/// Reads a channel.
pub(super) fn read(telling: &mut Telling<'_>, record: &Object) -> Channel {
    let kind = text(record, "serviceChannelType");
    let names = said::of_type(telling, record, "serviceChannelNames", "Name", LONGEST_NAME);
    let is_location = kind == "ServiceLocation";
    let places = if is_location { place::of_channel(telling, record, &names) } else { Vec::new() };
    let modified = modified(record, telling.today);
    let mut schedules = hours::read(telling, record, modified);
    for schedule in &mut schedules {
        schedule.place_id = places.first().map(|place| place.id.clone());
    }
    let mut hasher = Hasher::new();
    hasher.add(if telling.keep_contacts { "contacts" } else { "" });
    hasher.add_object(record);
    let page = objects(record, "webPages").find_map(|(_, page)| checks::web_address(text(page, "url")));
    Channel {
        is_location,
        is_form: matches!(kind, "EChannel" | "PrintableForm"),
        organization_id: text(record, "organizationId").to_owned(),
        summaries: said::of_type(telling, record, "serviceChannelDescriptions", "Summary", LONGEST_TEXT),
        descriptions: said::of_type(telling, record, "serviceChannelDescriptions", "Description", LONGEST_TEXT),
        phone: phone(telling, record),
        email: email(telling, record),
        website: page.unwrap_or_default(),
        languages: texts(record, "languages").filter_map(said::code_of).collect(),
        services: objects(record, "services")
            .filter_map(|(_, part)| object(part, "service"))
            .map(|service| text(service, "id").to_owned())
            .filter(|id| !id.is_empty())
            .collect(),
        state: state(record),
        hash: hasher.done(),
        names,
        places,
        schedules,
        modified,
    }
}

/// Whether people see a record: only what is published.
pub(super) fn state(record: &Object) -> State {
    match text(record, "publishingStatus") {
        "Published" | "" => State::Published,
        "Deleted" | "OldPublished" => State::Gone,
        _ => State::Draft,
    }
}

/// The day somebody last touched it at the source.
pub(super) fn modified(record: &Object, today: NaiveDate) -> Option<NaiveDate> {
    checks::iso_day(text(record, "modified").split('T').next().unwrap_or("")).filter(|day| *day <= today)
}

/// A number to call, as it is dialled; those of one person and fax numbers are left out and counted.
pub(super) fn phone(telling: &mut Telling<'_>, record: &Object) -> String {
    let mut found = String::new();
    for (_, part) in objects(record, "phoneNumbers").filter(|(_, part)| text(part, "type") != "Fax") {
        if !telling.keep_contacts && personal::names_somebody(text(part, "additionalInformation")) {
            telling.reading.dropped_contacts += 1;
            continue;
        }
        let number = format!("{} {}", text(part, "prefixNumber"), text(part, "number"));
        if found.is_empty() && checks::is_phone(&number) {
            number.trim().clone_into(&mut found);
        }
    }
    found
}

/// A shared mail box; addresses of one person are left out and counted.
pub(super) fn email(telling: &mut Telling<'_>, record: &Object) -> String {
    let mut found = String::new();
    for list in ["emails", "emailAddresses", "supportEmails"] {
        for (_, part) in objects(record, list) {
            let address = text(part, "value");
            if !telling.keep_contacts && personal::is_somebodys(address) {
                telling.reading.dropped_contacts += 1;
            } else if found.is_empty() && checks::is_email(address) {
                address.clone_into(&mut found);
            }
        }
    }
    found
}
