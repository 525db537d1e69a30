//! What search engines read in a page: schema.org data as JSON, safe inside a script element.
//!
//! Something is only said when it is whole: an event has a coming time, a job has an employer, a day and a place.

use chrono_tz::Tz;
use serde_json::{Value, json};

use super::hsds::record::Record;
use crate::activities::card;
use crate::activities::model::{Activity, Listed, Price};
use crate::organizations::model::Organization;
use crate::page::Ui;
use crate::places::model::{Confidentiality, Place};
use crate::reference;
use crate::text::Said;
use crate::times::{self, Schedule, ScheduleKind, Session, SessionState, words};

/// How far ahead a coming time is looked for.
const HORIZON: chrono::TimeDelta = chrono::TimeDelta::days(370);
/// Activities named on an organization's page.
const MOST_NAMED: usize = 50;
/// Days off named in one schedule.
const MOST_EXCEPTIONS: usize = 50;

/// An activity: an event when it has coming times, a job when it is one, else a service one may go to.
pub fn activity(listed: &Listed, ui: &Ui) -> String {
    written(described(listed, ui))
}

/// An organization, with the activities its page shows.
pub fn organization(organization: &Organization, listed: &[Listed], ui: &Ui) -> String {
    let mut record = arranger(organization, ui);
    if let Some(said) = organization.description(ui.language).or_else(|| organization.summary(ui.language)) {
        record.text("description", said.text);
    }
    record.text("email", &organization.email).text("telephone", &organization.phone);
    record.text("vatID", &organization.business_id);
    record.value("sameAs", super::open::uri(&organization.website));
    record.list(
        "makesOffer",
        listed.iter().take(MOST_NAMED).map(|listed| {
            let mut offered = typed("Service");
            offered
                .text("name", listed.activity.name(ui.language).text)
                .text("url", &page(ui, &listed.activity.address()));
            let mut offer = typed("Offer");
            offer.record("itemOffered", offered);
            offer
        }),
    );
    written(record)
}

/// The site itself, with its search.
pub fn site(ui: &Ui) -> String {
    let mut record = typed("WebSite");
    record.text("name", &ui.brand()).text("url", &page(ui, "/")).text("inLanguage", ui.language.html());
    let target = format!("{}?q={{search_term_string}}", page(ui, "/haku"));
    let action = json!({
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": target},
        "query-input": "required name=search_term_string",
    });
    record.value("potentialAction", Some(action));
    written(record)
}

/// A list of activities in the order shown; `first` is the number of the first of them.
pub fn search_list<'a>(listed: impl IntoIterator<Item = &'a Listed>, first: usize, total: usize, ui: &Ui) -> String {
    let mut record = typed("ItemList");
    record.value("numberOfItems", Some(total));
    record.list(
        "itemListElement",
        listed.into_iter().enumerate().map(|(at, listed)| {
            let mut item = typed("ListItem");
            item.value("position", Some(first + at)).text("name", listed.activity.name(ui.language).text);
            item.text("url", &page(ui, &listed.activity.address()));
            item
        }),
    );
    written(record)
}

fn described(listed: &Listed, ui: &Ui) -> Record {
    let activity = &listed.activity;
    if let Some(job) = job(listed, ui) {
        return job;
    }
    let coming = times::sessions(&activity.schedules, ui.now, ui.now + HORIZON, 1).into_iter().next();
    let meets = coming.filter(|session| activity.schedules[session.schedule].kind == ScheduleKind::Session);
    let mut record = match (&meets, activity.kind.as_str()) {
        (Some(_), "course") => typed("EducationEvent"),
        (Some(_), _) => typed("Event"),
        (None, "course") => typed("Course"),
        (None, "information") => typed("CreativeWork"),
        (None, _) => typed("Service"),
    };
    add_words(&mut record, activity, ui);
    record.value("isAccessibleForFree", (activity.price != Price::Unknown).then_some(activity.price == Price::Free));
    let tags =
        activity.languages.iter().map(|code| code.split_once('-').map_or(code.as_str(), |(language, _)| language));
    let mut languages: Vec<String> = tags.map(str::to_owned).collect();
    languages.sort_unstable();
    languages.dedup();
    record.list("inLanguage", languages);
    let offer = offer(activity, ui);
    let by = arranger(&listed.organization, ui);
    match &meets {
        Some(session) => {
            record.record("organizer", by);
            add_times(&mut record, activity, session, ui);
            record.list("location", places(activity, ui)).record("offers", offer);
            record.value("maximumAttendeeCapacity", activity.group_size).text("typicalAgeRange", &ages(activity));
        }
        None => {
            match activity.kind.as_str() {
                "information" => record.record("publisher", by),
                _ => record.record("provider", by).record("offers", offer),
            };
            if !matches!(activity.kind.as_str(), "course" | "information") {
                record.list("areaServed", areas(activity, ui));
                record.list("hoursAvailable", activity.schedules.iter().filter_map(opening));
                record.list(
                    "availableChannel",
                    places(activity, ui).into_iter().map(|place| {
                        let mut channel = typed("ServiceChannel");
                        channel.record("serviceLocation", place);
                        channel
                    }),
                );
            }
        }
    }
    record
}

fn add_words(record: &mut Record, activity: &Activity, ui: &Ui) {
    let words = |said: Option<Said<'_>>| said.map(|said| said.text.to_owned());
    record.text("name", activity.name(ui.language).text).text("url", &page(ui, &activity.address()));
    record.value(
        "description",
        words(activity.description(ui.language)).or_else(|| words(activity.summary(ui.language))),
    );
}

/// A paid job (P6). Work trials are no employment and are told as a service.
fn job(listed: &Listed, ui: &Ui) -> Option<Record> {
    let activity = &listed.activity;
    if !matches!(activity.kind.as_str(), "wage_subsidy" | "part_time") {
        return None;
    }
    let place = places(activity, ui).into_iter().next()?;
    let description = activity.description(ui.language).or_else(|| activity.summary(ui.language))?;
    let mut record = typed("JobPosting");
    record.text("title", activity.name(ui.language).text).text("description", description.text);
    record.text("url", &page(ui, &activity.address()));
    record.text("datePosted", &activity.made_at.date_naive().to_string());
    record.record("hiringOrganization", arranger(&listed.organization, ui)).record("jobLocation", place);
    if activity.kind == "part_time" {
        record.text("employmentType", "PART_TIME");
    }
    record.text("workHours", &card::hours(activity, ui.language));
    Some(record)
}

fn add_times(record: &mut Record, activity: &Activity, session: &Session, ui: &Ui) {
    let schedule = &activity.schedules[session.schedule];
    record.text("startDate", &times::iso_local(session.starts, schedule.zone));
    if !words::note_and_open_end(schedule).1 {
        record.text("endDate", &times::iso_local(session.ends, schedule.zone));
    }
    let status = match session.state {
        SessionState::Planned => "EventScheduled",
        SessionState::Cancelled => "EventCancelled",
        SessionState::Moved { .. } => "EventRescheduled",
    };
    record.text("eventStatus", &format!("https://schema.org/{status}"));
    if let SessionState::Moved { from } = session.state {
        record.text("previousStartDate", &from.to_string());
    }
    let online = activity.promises("online");
    let mode = match (online, places(activity, ui).is_empty()) {
        (true, true) => "OnlineEventAttendanceMode",
        (true, false) => "MixedEventAttendanceMode",
        (false, _) => "OfflineEventAttendanceMode",
    };
    record.text("eventAttendanceMode", &format!("https://schema.org/{mode}"));
    record.list(
        "eventSchedule",
        activity
            .schedules
            .iter()
            .filter(|schedule| !schedule.rule.is_empty())
            .filter_map(|schedule| repeated(schedule, ui)),
    );
}

/// A repeating time as schema.org has it; none for a rule it has no words for.
fn repeated(schedule: &Schedule, ui: &Ui) -> Option<Record> {
    let part = |name: &str| {
        schedule
            .rule
            .split(';')
            .filter_map(|part| part.split_once('='))
            .find(|(known, _)| *known == name)
            .map(|(_, value)| value)
    };
    let interval = part("INTERVAL").unwrap_or("1");
    let unit = match part("FREQ")? {
        "DAILY" => 'D',
        "WEEKLY" => 'W',
        "MONTHLY" => 'M',
        _ => return None,
    };
    if part("BYSETPOS").is_some() || part("BYWEEKNO").is_some() {
        return None;
    }
    let numbers = |name: &str| {
        part(name)
            .into_iter()
            .flat_map(|list| list.split(','))
            .filter_map(|n| n.parse::<i64>().ok())
            .collect::<Vec<_>>()
    };
    let mut record = typed("Schedule");
    record
        .text("startDate", &schedule.first_day.to_string())
        .value("endDate", schedule.last_day.map(|day| day.to_string()));
    record
        .text("repeatFrequency", &format!("P{interval}{unit}"))
        .value("repeatCount", part("COUNT").and_then(|count| count.parse::<i64>().ok()));
    record.list("byDay", part("BYDAY").into_iter().flat_map(|days| days.split(',')).map(day_of_week));
    record.list("byMonthDay", numbers("BYMONTHDAY")).list("byMonth", numbers("BYMONTH"));
    record.text("startTime", &clock(schedule.opens)).text("scheduleTimezone", Tz::name(schedule.zone));
    if !words::note_and_open_end(schedule).1 {
        record.text("endTime", &clock(schedule.closes));
    }
    // Every kind of exception takes the day off the rule; a moved one is held on another.
    let off = schedule.exceptions.iter().filter(|exception| exception.day >= ui.today());
    record.list("exceptDate", off.take(MOST_EXCEPTIONS).map(|exception| exception.day.to_string()));
    Some(record)
}

/// `TU` by its address; `2TU` as iCalendar writes it.
fn day_of_week(code: &str) -> String {
    let name = match code {
        "MO" => "Monday",
        "TU" => "Tuesday",
        "WE" => "Wednesday",
        "TH" => "Thursday",
        "FR" => "Friday",
        "SA" => "Saturday",
        "SU" => "Sunday",
        other => return other.to_owned(),
    };
    format!("https://schema.org/{name}")
}

/// Weekly opening hours; others are told in words on the page.
fn opening(schedule: &Schedule) -> Option<Record> {
    let days = schedule
        .rule
        .strip_prefix("FREQ=WEEKLY;BYDAY=")
        .or((schedule.rule == "FREQ=DAILY").then_some("MO,TU,WE,TH,FR,SA,SU"))?;
    if schedule.kind != ScheduleKind::Hours || days.contains(';') {
        return None;
    }
    let mut record = typed("OpeningHoursSpecification");
    record.list("dayOfWeek", days.split(',').map(day_of_week));
    record.text("opens", &clock(schedule.opens)).text("closes", &clock(schedule.closes));
    record
        .text("validFrom", &schedule.first_day.to_string())
        .value("validThrough", schedule.last_day.map(|day| day.to_string()));
    Some(record)
}

fn clock(time: chrono::NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// Where, as much as may be said; a place that is hidden is not there at all.
fn places(activity: &Activity, ui: &Ui) -> Vec<Record> {
    activity.places.iter().filter_map(|at| place(&at.place, ui)).collect()
}

fn place(place: &Place, ui: &Ui) -> Option<Record> {
    let municipality = reference::municipality(&place.municipality);
    let area = municipality.map_or(place.city.as_str(), |found| found.name(ui.language));
    if place.confidentiality == Confidentiality::Hidden || (area.is_empty() && place.street.is_empty()) {
        return None;
    }
    let mut address = typed("PostalAddress");
    address.text("streetAddress", &place.street).text("postalCode", &place.postal_code);
    address.text("addressLocality", if place.city.is_empty() { area } else { &place.city });
    address
        .value("addressRegion", municipality.map(|found| found.region.name(ui.language)))
        .text("addressCountry", "FI");
    let mut record = typed("Place");
    record.text("name", if place.name.is_empty() { area } else { &place.name }).record("address", address);
    if let Some((lat, lon)) = place.point {
        let mut point = typed("GeoCoordinates");
        point.value("latitude", Some(lat)).value("longitude", Some(lon));
        record.record("geo", point);
    }
    Some(record)
}

fn areas(activity: &Activity, ui: &Ui) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for found in activity.places.iter().filter_map(|at| reference::municipality(&at.place.municipality)) {
        let name = found.name(ui.language).to_owned();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// What it costs; nothing said when nobody has told.
fn offer(activity: &Activity, ui: &Ui) -> Record {
    let cents = match activity.price {
        Price::Free => (0, 0),
        Price::Paid(Some(cents)) => cents,
        Price::Paid(None) | Price::Donation | Price::Unknown => return Record::default(),
    };
    let euros = |cents: i64| format!("{}.{:02}", cents / 100, cents % 100);
    let mut offer = if cents.0 == cents.1 { typed("Offer") } else { typed("AggregateOffer") };
    if cents.0 == cents.1 {
        offer.text("price", &euros(cents.0)).text("availability", "https://schema.org/InStock");
    } else {
        offer.text("lowPrice", &euros(cents.0)).text("highPrice", &euros(cents.1));
    }
    offer.text("priceCurrency", "EUR").text("url", &page(ui, &activity.address()));
    offer
}

fn ages(activity: &Activity) -> String {
    match (activity.age_min, activity.age_max) {
        (None, None) => String::new(),
        (from, to) => format!("{}-{}", from.unwrap_or(0), to.map(|age| age.to_string()).unwrap_or_default()),
    }
}

/// Who arranges, in short.
fn arranger(organization: &Organization, ui: &Ui) -> Record {
    let mut record = typed(match organization.kind.as_str() {
        "association" | "foundation" => "NGO",
        "municipality" | "wellbeing_county" | "state" => "GovernmentOrganization",
        "school" => "EducationalOrganization",
        _ => "Organization",
    });
    record.text("name", organization.name(ui.language).text).text("url", &page(ui, &organization.address()));
    record
}

fn typed(kind: &str) -> Record {
    let mut record = Record::default();
    record.text("@type", kind);
    record
}

/// The address of a page in the reader's language.
fn page(ui: &Ui, path: &str) -> String {
    format!("{}{}", ui.origin, ui.link(path))
}

/// The JSON of a page. No sign is left that could end the script element it stands in.
fn written(mut record: Record) -> String {
    record.text("@context", "https://schema.org");
    safe(&Value::from(record).to_string())
}

fn safe(json: &str) -> String {
    let mut text = String::with_capacity(json.len() + 16);
    for letter in json.chars() {
        match letter {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => text.push_str(&format!("\\u{:04x}", u32::from(letter))),
            letter => text.push(letter),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_the_script_it_stands_in() {
        let text = safe(&json!({"name": "</script><!-- & \u{2028}"}).to_string());
        assert!(!text.contains(['<', '>', '&', '\u{2028}']));
        let read: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(read["name"], "</script><!-- & \u{2028}");
    }

    #[test]
    fn weekly_hours_are_told_by_weekdays() {
        assert_eq!(day_of_week("TU"), "https://schema.org/Tuesday");
        assert_eq!(day_of_week("-1FR"), "-1FR");
    }
}
