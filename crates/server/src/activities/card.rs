//! An activity as a list shows it: a few facts in words, one link.

use chrono_tz::Europe::Helsinki;
use fluent_bundle::FluentValue;

use super::model::{Activity, Listed, Price};
use crate::i18n::Language;
use crate::page::Ui;
use crate::places::model::{Confidentiality, Place};
use crate::reference;
use crate::text::Said;
use crate::times::{self, Session, SessionState};
use crate::vocabulary::{KINDS, THRESHOLDS};

/// The promises that help most people over the threshold, in the order a card names them; it names two at the most.
const REASSURING: [&str; 8] =
    ["no_sign_up", "met_at_door", "easy_finnish", "companion", "anonymous", "quiet", "small_group", "drop_in"];

/// What the macro `card` of `page/parts.html` shows.
#[derive(Debug, Clone)]
pub struct Card<'a> {
    /// Its page, without the language.
    pub address: String,
    /// Its name.
    pub name: Said<'a>,
    /// The step it is on.
    pub step: Option<u8>,
    /// What kind of thing it is.
    pub kind: String,
    /// One sentence.
    pub summary: Option<Said<'a>>,
    /// When next, in words.
    pub when: String,
    /// Whether the next time is cancelled.
    pub cancelled: bool,
    /// Where.
    pub place: String,
    /// How far, '' when nobody asked.
    pub distance: String,
    /// Who arranges it.
    pub organization: Said<'a>,
    /// What it costs, '' when not told.
    pub price: String,
    /// Hours a week of a position.
    pub hours: String,
    /// At most two promises.
    pub reassurances: Vec<String>,
    /// Why it was found, '' for none.
    pub reason: String,
    /// Whether it was checked long ago.
    pub stale: bool,
}

impl Listed {
    /// The card of this activity for a reader.
    pub fn card<'a>(&'a self, ui: &Ui, distance_km: Option<f64>, reason: &str) -> Card<'a> {
        let activity = &self.activity;
        let (when, cancelled) = when(activity, ui);
        Card {
            address: activity.address(),
            name: activity.name(ui.language),
            step: activity.step,
            kind: KINDS.name(activity.known_kind(), ui.language),
            summary: activity.summary(ui.language),
            when,
            cancelled,
            place: activity.main_place().map(|place| where_in_words(place, ui.language)).unwrap_or_default(),
            distance: distance_km.map(|km| distance(km, ui.language)).unwrap_or_default(),
            organization: self.organization.name(ui.language),
            // What a job pays is not a price.
            price: if activity.is_position() { String::new() } else { price(activity, ui.language) },
            hours: if activity.is_position() { hours(activity, ui.language) } else { String::new() },
            reassurances: reassurances(activity, ui.language),
            reason: reason.to_owned(),
            stale: activity.is_stale(ui.today()),
        }
    }
}

/// The next time in words, and whether it is cancelled. Without coming times: '' (the page says how to ask).
fn when(activity: &Activity, ui: &Ui) -> (String, bool) {
    let coming = times::sessions(&activity.schedules, ui.now, ui.now + chrono::TimeDelta::days(370), 2);
    let Some(first) = coming.first() else { return (String::new(), false) };
    let said = times::tell_session(first, &activity.schedules[first.schedule], ui.language, ui.now);
    (said, first.state == SessionState::Cancelled)
}

/// "Kutomo Loimi, Kärpänen, Lahti": as much as may be said.
pub fn where_in_words(place: &Place, language: Language) -> String {
    if place.confidentiality == Confidentiality::Hidden {
        return language.t("place-hidden").into_owned();
    }
    let municipality =
        reference::municipality(&place.municipality).map_or(place.city.as_str(), |found| found.name(language));
    let mut parts: Vec<&str> = Vec::new();
    for part in [place.name.as_str(), place.neighbourhood.as_str(), municipality] {
        if !part.is_empty() && !parts.contains(&part) {
            parts.push(part);
        }
    }
    parts.join(", ")
}

/// "2 km" or "300 m": as exact as one walks.
pub fn distance(km: f64, language: Language) -> String {
    if km < 0.95 {
        let metres = ((km * 10.0).round() * 100.0).max(100.0) as i64;
        language.with("distance-metres", &[("metres", FluentValue::from(metres))])
    } else {
        language.with("distance-km", &[("km", FluentValue::from(km.round() as i64))])
    }
}

/// "Maksuton", "2–5 €", "Vapaaehtoinen maksu"; '' when not told.
pub fn price(activity: &Activity, language: Language) -> String {
    match activity.price {
        Price::Unknown => String::new(),
        Price::Paid(Some((from, to))) if from == to => euros(from, language),
        Price::Paid(Some((from, to))) => format!("{}–{}", number(from, language), euros(to, language)),
        Price::Paid(None) | Price::Free | Price::Donation => {
            language.t(&format!("price-{}", activity.price.code())).into_owned()
        }
    }
}

fn number(cents: i64, language: Language) -> String {
    let (whole, rest) = (cents / 100, cents % 100);
    let comma = if language == Language::English { '.' } else { ',' };
    if rest == 0 { whole.to_string() } else { format!("{whole}{comma}{rest:02}") }
}

fn euros(cents: i64, language: Language) -> String {
    match language {
        Language::English => format!("€{}", number(cents, language)),
        _ => format!("{}\u{a0}€", number(cents, language)),
    }
}

/// "20 tuntia viikossa", "10–20 tuntia viikossa"; '' when not told.
pub fn hours(activity: &Activity, language: Language) -> String {
    match activity.hours {
        None => String::new(),
        Some((from, to)) if from == to => {
            language.with("hours-a-week", &[("hours", FluentValue::from(from.to_string()))])
        }
        Some((from, to)) => language.with("hours-a-week", &[("hours", FluentValue::from(format!("{from}–{to}")))]),
    }
}

fn reassurances(activity: &Activity, language: Language) -> Vec<String> {
    REASSURING
        .iter()
        .filter(|code| activity.promises(code))
        .take(2)
        .map(|code| THRESHOLDS.name(code, language))
        .collect()
}

/// The next few times of an activity in words, for its own page; the zone is Finland's.
pub fn coming(activity: &Activity, ui: &Ui, most: usize) -> Vec<Coming> {
    times::sessions(&activity.schedules, ui.now, ui.now + chrono::TimeDelta::days(370), most)
        .into_iter()
        .map(|session| {
            let schedule = &activity.schedules[session.schedule];
            let day = match session.state {
                SessionState::Moved { from } => from,
                _ => session.starts.with_timezone(&schedule.zone).date_naive(),
            };
            let differs = schedule.exceptions.iter().rev().find(|exception| exception.day == day);
            let cancelled = session.state == SessionState::Cancelled;
            // What is struck through says itself that it is off.
            let shown = if cancelled { Session { state: SessionState::Planned, ..session } } else { session };
            Coming {
                words: times::tell_session(&shown, schedule, ui.language, ui.now),
                machine: times::iso_local(session.starts, Helsinki),
                note: differs.map(|exception| exception.note.clone()).unwrap_or_default(),
                cancelled,
            }
        })
        .collect()
}

/// One coming time.
#[derive(Debug, Clone)]
pub struct Coming {
    /// "ti 24.11. klo 10–13"
    pub words: String,
    /// For `<time datetime>`.
    pub machine: String,
    /// Whether it is off.
    pub cancelled: bool,
    /// Why it differs, in the organizer's words; mostly ''.
    pub note: String,
}

/// A message to send to someone: what, when, where, the number and the address, as short as it can be said.
pub fn message(listed: &Listed, ui: &Ui) -> String {
    let card = listed.card(ui, None, "");
    let activity = &listed.activity;
    let phone = if activity.phone.is_empty() { &listed.organization.phone } else { &activity.phone };
    let address = format!("{}{}", ui.origin, ui.link(activity.address()));
    [card.name.text, &card.when, &card.place, phone, &address]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(". ")
}
