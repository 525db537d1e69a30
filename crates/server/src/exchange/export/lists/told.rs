//! Tables for those who read another language than Finnish: headings and words in theirs, nothing to bring back.

use documents::table::Table;

use crate::activities::card;
use crate::activities::model::{Activity, Listed};
use crate::organizations::model::Organization;
use crate::page::Ui;
use crate::reference;
use crate::text::Said;
use crate::times::{self, SessionState};
use crate::vocabulary::{INTERESTS, KINDS, LANGUAGES, ORGANIZATION_TYPES, SITUATIONS, THRESHOLDS, Vocabulary};

/// Sessions that differ from what is usual, of one activity.
const MOST_DIFFERING: usize = 20;
/// How far ahead they are looked for.
const HORIZON: chrono::TimeDelta = chrono::TimeDelta::days(370);
/// Signs of one cell: a workbook holds no more than 32,767.
const LONGEST: usize = 30_000;

/// What a row of activities says, by the key of its heading.
type Cell = (&'static str, fn(&Listed, &Ui) -> String);

const ACTIVITY: [Cell; 26] = [
    ("column-name", |listed, ui| listed.activity.name(ui.language).text.to_owned()),
    ("column-organizer", |listed, ui| listed.organization.name(ui.language).text.to_owned()),
    ("column-kind", |listed, ui| ui.name(&KINDS, listed.activity.known_kind())),
    ("column-step", |listed, ui| {
        listed.activity.step.map(|step| format!("{step} {}", ui.step(&step))).unwrap_or_default()
    }),
    ("column-summary", |listed, ui| text(listed.activity.summary(ui.language))),
    ("column-description", |listed, ui| text(listed.activity.description(ui.language))),
    ("column-join", |listed, ui| text(listed.activity.how_to_join(ui.language))),
    ("column-times", times),
    ("column-changes", changes),
    ("column-place", |listed, ui| {
        listed.activity.main_place().map(|place| card::where_in_words(place, ui.language)).unwrap_or_default()
    }),
    ("column-street", |listed, _| listed.activity.main_place().map(|place| place.street.clone()).unwrap_or_default()),
    ("column-postal-code", |listed, _| {
        listed.activity.main_place().map(|place| place.postal_code.clone()).unwrap_or_default()
    }),
    ("column-municipality", |listed, ui| {
        let code = listed.activity.main_place().map_or("", |place| place.municipality.as_str());
        reference::municipality(code).map(|found| found.name(ui.language).to_owned()).unwrap_or_default()
    }),
    ("column-latitude", |listed, _| point(&listed.activity).map(|point| point.0.to_string()).unwrap_or_default()),
    ("column-longitude", |listed, _| point(&listed.activity).map(|point| point.1.to_string()).unwrap_or_default()),
    ("column-price", |listed, ui| {
        let (price, note) = (card::price(&listed.activity, ui.language), text(listed.activity.price_note(ui.language)));
        [price, note].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }),
    ("column-easy", |listed, ui| names(&THRESHOLDS, &listed.activity.thresholds, ui)),
    ("column-interests", |listed, ui| names(&INTERESTS, &listed.activity.interests, ui)),
    ("column-situations", |listed, ui| names(&SITUATIONS, &listed.activity.situations, ui)),
    ("column-languages", |listed, ui| names(&LANGUAGES, &listed.activity.languages, ui)),
    ("column-phone", |listed, _| first_said(&listed.activity.phone, &listed.organization.phone)),
    ("column-email", |listed, _| first_said(&listed.activity.email, &listed.organization.email)),
    ("column-website", |listed, _| first_said(&listed.activity.website, &listed.organization.website)),
    ("column-sign-up", |listed, _| listed.activity.sign_up.clone()),
    ("column-checked", |listed, _| listed.activity.verified_on.map(|day| day.to_string()).unwrap_or_default()),
    ("column-page", |listed, ui| format!("{}{}", ui.origin, ui.link(listed.activity.address()))),
];

/// The table of these activities.
pub(super) fn activities(listed: &[Listed], ui: &Ui) -> Table {
    let mut table =
        Table::new(ui.t("export-table-activities").into_owned(), ACTIVITY.map(|(key, _)| ui.t(key).into_owned()));
    for one in listed {
        table.push(ACTIVITY.map(|(_, cell)| within(cell(one, ui))));
    }
    table
}

/// The table of these organizations.
pub(super) fn organizations(organizations: &[Organization], ui: &Ui) -> Table {
    let headings = [
        "column-name",
        "column-kind",
        "column-summary",
        "column-description",
        "column-business-id",
        "column-website",
        "column-email",
        "column-phone",
        "column-checked",
        "column-page",
    ];
    let mut table =
        Table::new(ui.t("export-table-organizations").into_owned(), headings.map(|key| ui.t(key).into_owned()));
    for one in organizations {
        let cells = [
            one.name(ui.language).text.to_owned(),
            ui.name(&ORGANIZATION_TYPES, &one.kind),
            text(one.summary(ui.language)),
            text(one.description(ui.language)),
            one.business_id.clone(),
            one.website.clone(),
            one.email.clone(),
            one.phone.clone(),
            one.verified_on.map(|day| day.to_string()).unwrap_or_default(),
            format!("{}{}", ui.origin, ui.link(one.address())),
        ];
        table.push(cells.map(within));
    }
    table
}

fn text(said: Option<Said<'_>>) -> String {
    said.map(|said| said.text.to_owned()).unwrap_or_default()
}

fn names(list: &Vocabulary, codes: &[String], ui: &Ui) -> String {
    codes.iter().map(|code| ui.name(list, code)).collect::<Vec<_>>().join(", ")
}

fn first_said(own: &str, other: &str) -> String {
    if own.is_empty() { other.to_owned() } else { own.to_owned() }
}

fn point(activity: &Activity) -> Option<(f64, f64)> {
    activity.main_place()?.point
}

fn times(listed: &Listed, ui: &Ui) -> String {
    let schedules = &listed.activity.schedules;
    schedules.iter().map(|schedule| times::tell(schedule, ui.language)).collect::<Vec<_>>().join(" / ")
}

/// The coming sessions that are not as usual.
fn changes(listed: &Listed, ui: &Ui) -> String {
    let schedules = &listed.activity.schedules;
    times::sessions(schedules, ui.now, ui.now + HORIZON, 1_000)
        .iter()
        .filter(|session| session.state != SessionState::Planned)
        .take(MOST_DIFFERING)
        .map(|session| times::tell_session(session, &schedules[session.schedule], ui.language, ui.now))
        .collect::<Vec<_>>()
        .join(" / ")
}

fn within(text: String) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
