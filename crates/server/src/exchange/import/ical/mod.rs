//! Calendars of others (RFC 5545): each thing in one is an activity, with its rule, the days it is not held and those it
//! was moved to. Who organizes and who comes stands in many calendars by name: it is never read.

mod times;

use std::collections::BTreeMap;
use std::io::Read;

use icalendar::parser::{Component, read_components, unfold};

use super::checks;
use super::html;
use super::ids::{self, Hasher};
use super::interests;
use super::json::telling::{LONGEST_NAME, LONGEST_TEXT};
use super::json::whole_file;
use super::reason::{Reason, Weight};
use super::record::{ActivityDraft, Draft, Reading, Subject};
use super::report::{Problem, Spot};
use super::request::{Content, ImportFile, ImportRequest, Limits, size};
use crate::activities::model::{Activity, ActivityPlace, ActivityText};
use crate::organizations::model::State;
use crate::places::model::known_point;
use crate::places::model::{Place, Precision};
use crate::reference;
use crate::text::slug;
use crate::times::{Schedule, is_over};

/// Bytes of a calendar that are read: years of a whole town.
const MOST_BYTES: u64 = 64_000_000;
/// Schedules of one activity.
const MOST_SCHEDULES: usize = 200;

/// An event with the line it begins on.
struct Event<'a> {
    line: usize,
    component: Component<'a>,
}

impl Event<'_> {
    /// The text of a property; '' when it is not there.
    fn text(&self, name: &str) -> String {
        self.component.find_prop(name).map_or_else(String::new, |property| checks::clean(property.val.as_str()))
    }

    fn is_cancelled(&self) -> bool {
        self.text("STATUS").eq_ignore_ascii_case("CANCELLED")
    }
}

/// Reads every file of a request and hands each thing on; stops when nobody takes it any more.
pub(super) fn read(request: &ImportRequest, source_id: &str, take: &mut dyn FnMut(Reading) -> bool) {
    let mut before = 0;
    for file in &request.files {
        before += size(file);
        let goes_on = match content(file, &request.limits) {
            Ok(text) => calendar(&text, file, before, request, source_id, take),
            Err((reason, value)) => take(whole_file(&file.name, Spot::File, reason, value, Weight::File)),
        };
        if !goes_on {
            return;
        }
    }
}

/// A calendar as text; what is not UTF-8 is taken for Windows' western letters, as old programs write them.
fn content(file: &ImportFile, limits: &Limits) -> Result<String, (Reason, String)> {
    let most = limits.file_bytes.min(MOST_BYTES);
    if size(file) > most {
        return Err((Reason::FileTooLarge, most.to_string()));
    }
    let bytes = match &file.content {
        Content::Bytes(bytes) => bytes.to_vec(),
        Content::Path(path) => {
            let mut bytes = Vec::new();
            let open = std::fs::File::open(path).and_then(|open| open.take(most).read_to_end(&mut bytes));
            open.map_err(|error| (Reason::FileUnreadable, error.to_string()))?;
            bytes
        }
    };
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => documents::table::western(error.as_bytes()),
    };
    let text = text.trim_start_matches('\u{feff}').replace('\0', "");
    if text.trim().is_empty() {
        return Err((Reason::FileEmpty, String::new()));
    }
    if !text.contains("BEGIN:VCALENDAR") {
        return Err((Reason::NotICal, text.chars().take(60).collect()));
    }
    Ok(text)
}

fn calendar(
    text: &str,
    file: &ImportFile,
    bytes: u64,
    request: &ImportRequest,
    source_id: &str,
    take: &mut dyn FnMut(Reading) -> bool,
) -> bool {
    let blocks = blocks(text);
    let mut by_uid: BTreeMap<String, Vec<Event<'_>>> = BTreeMap::new();
    for (line, block) in &blocks {
        let reader = Reader { file, line: *line, request, source_id };
        let found = read_components(block).ok().and_then(|mut components| components.pop());
        let Some(component) = found else {
            if !take(reader.refused(Reason::NotICal, "")) {
                return false;
            }
            continue;
        };
        let event = Event { line: *line, component };
        let uid = event.text("UID");
        if uid.is_empty() {
            if !take(reader.refused(Reason::MissingId, "UID")) {
                return false;
            }
            continue;
        }
        by_uid.entry(uid).or_default().push(event);
    }
    for (uid, events) in by_uid {
        let line = events.first().map_or(0, |event| event.line);
        let reading = Reader { file, line, request, source_id }.thing(&uid, events);
        if !take(Reading { bytes, ..reading }) {
            return false;
        }
    }
    if !text.contains("END:VCALENDAR") {
        return take(whole_file(&file.name, Spot::File, Reason::Damaged, String::new(), Weight::File));
    }
    true
}

/// Each event as text without folds, with the line it begins on.
fn blocks(text: &str) -> Vec<(usize, String)> {
    let mut blocks = Vec::new();
    let mut open: Option<(usize, String)> = None;
    for (at, line) in text.lines().enumerate() {
        if line.trim_end().eq_ignore_ascii_case("BEGIN:VEVENT") {
            open = Some((at + 1, String::new()));
        }
        let Some((_, block)) = &mut open else { continue };
        block.push_str(line.trim_end_matches('\r'));
        block.push_str("\r\n");
        if line.trim_end().eq_ignore_ascii_case("END:VEVENT")
            && let Some((line, block)) = open.take()
        {
            blocks.push((line, unfold(&block)));
        }
    }
    blocks
}

/// What is needed to read one thing.
struct Reader<'a> {
    file: &'a ImportFile,
    line: usize,
    request: &'a ImportRequest,
    source_id: &'a str,
}

impl Reader<'_> {
    fn problem(&self, reason: Reason, value: &str, weight: Weight) -> Problem {
        Problem {
            file: self.file.name.clone(),
            spot: Spot::Line(self.line),
            field: String::new(),
            reason,
            value: checks::within(value.to_owned(), 200).0,
            weight,
        }
    }

    fn refused(&self, reason: Reason, value: &str) -> Reading {
        Reading {
            read: 1,
            rejected: 1,
            problems: vec![self.problem(reason, value, Weight::Rejected)],
            ..Reading::default()
        }
    }

    /// What was refused is still at the source: what it brought before is not gone.
    fn still_there(&self, uid: &str, reading: Reading) -> Reading {
        Reading { still_there: vec![(Subject::Activity, uid.to_owned())], ..reading }
    }

    /// An event with the single times that differ from it, which have its UID.
    fn thing(&self, uid: &str, events: Vec<Event<'_>>) -> Reading {
        let (differing, bases): (Vec<Event<'_>>, Vec<Event<'_>>) =
            events.into_iter().partition(|event| event.component.find_prop("RECURRENCE-ID").is_some());
        // Without what it differs from, a time stands for itself.
        let Some(base) = bases.last().or_else(|| differing.first()) else { return Reading::default() };
        let name = checks::within(base.text("SUMMARY"), LONGEST_NAME).0.replace('\n', " ");
        let description = checks::within(html::to_text(&base.text("DESCRIPTION")), LONGEST_TEXT).0;
        if name.is_empty() {
            return self.still_there(uid, self.refused(Reason::MissingName, "SUMMARY"));
        }
        if let Some(code) = checks::identity_code(&format!("{name} {description} {}", base.text("LOCATION"))) {
            return self.still_there(uid, self.refused(Reason::IdentityCode, &code));
        }
        let mut reading = Reading { read: 1, ..Reading::default() };
        let mut schedules = match times::read(base, &differing) {
            Ok(schedules) => schedules,
            Err((reason, value)) => {
                reading.problems.push(self.problem(reason, &value, Weight::Question));
                Vec::new()
            }
        };
        schedules.truncate(MOST_SCHEDULES);
        if is_over(&schedules, self.request.now) {
            reading.problems.push(self.problem(Reason::Over, &name, Weight::Note));
            return reading;
        }
        let activity = self.activity(uid, base, &name, description, schedules);
        let mut hasher = Hasher::new();
        hasher.add(&format!("{activity:?}"));
        let content = ActivityDraft { slug: slug(&name), activity, own_places: true, ..ActivityDraft::default() };
        let at = self.problem(Reason::Required, "", Weight::Note);
        reading.drafts.push(Draft::of_activity(at, uid, hasher.done(), content));
        reading
    }

    fn activity(
        &self,
        uid: &str,
        base: &Event<'_>,
        name: &str,
        description: String,
        schedules: Vec<Schedule>,
    ) -> Activity {
        let id = ids::derived(self.source_id, Subject::Activity.as_str(), uid);
        let categories = base.text("CATEGORIES");
        let categories: Vec<&str> = categories.split(',').map(str::trim).filter(|word| !word.is_empty()).collect();
        let repeats = schedules.iter().any(|schedule| !schedule.rule.is_empty());
        let place = place(base, self.source_id);
        let schedules = schedules
            .into_iter()
            .enumerate()
            .map(|(nth, schedule)| Schedule { id: ids::derived(&id, "schedule", &nth.to_string()), ..schedule })
            .collect();
        let text = ActivityText {
            name: name.to_owned(),
            description,
            keywords: categories.join(", "),
            ..ActivityText::default()
        };
        Activity {
            kind: if repeats { "group" } else { "event" }.to_owned(),
            interests: interests::called(categories.into_iter()),
            website: checks::web_address(&base.text("URL")).unwrap_or_default(),
            state: if base.is_cancelled() && repeats { State::Paused } else { State::Published },
            source_id: Some(self.source_id.to_owned()),
            texts: [("fi".to_owned(), text)].into(),
            places: place
                .map(|place| ActivityPlace { link_id: ids::derived(&place.id, "activity-at", uid), place })
                .into_iter()
                .collect(),
            schedules,
            id,
            ..Activity::default()
        }
    }
}

/// "Asukastalo, Esimerkkikatu 1, 65100 Vaasa": a name, a street with a number, a postal code. Things at one place share it.
fn place(base: &Event<'_>, source_id: &str) -> Option<Place> {
    let told = base.text("LOCATION").replace('\n', ", ");
    let geo = base.text("GEO");
    if told.is_empty() && geo.is_empty() {
        return None;
    }
    let parts: Vec<&str> = told.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
    let postal = parts.iter().find_map(|part| part.split_whitespace().find_map(reference::postal_code));
    let with_code = |part: &&&str| part.split_whitespace().any(|word| reference::postal_code(word).is_some());
    let town = parts.iter().find_map(|part| reference::municipality_named(part));
    let municipality = postal.map(|postal| postal.municipality).or(town);
    let street = parts.iter().skip(1).find(|part| part.chars().any(|c| c.is_ascii_digit()) && !with_code(part));
    let name = parts.first().filter(|part| !with_code(part)).copied().unwrap_or("");
    let point = geo.split_once([';', ',']).and_then(|(lat, lon)| {
        let (lat, lon) = (lat.trim().parse::<f64>().ok()?, lon.trim().parse::<f64>().ok()?);
        reference::is_in_finland(lat, lon).then_some((lat, lon))
    });
    let (point, precision) = match point {
        Some(point) => (Some(point), Precision::Exact),
        None => known_point(postal, municipality),
    };
    Some(Place {
        id: ids::derived(source_id, "place", &format!("{told}|{geo}").to_lowercase()),
        name: checks::within(name.to_owned(), LONGEST_NAME).0,
        street: checks::within(street.copied().unwrap_or("").to_owned(), LONGEST_NAME).0,
        postal_code: postal.map_or("", |postal| postal.code).to_owned(),
        city: postal.map_or("", |postal| postal.place).to_owned(),
        municipality: municipality.map_or("", |found| found.code).to_owned(),
        point,
        precision,
        ..Place::default()
    })
}
