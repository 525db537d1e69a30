//! When two activities look like one and the same, and why.
//!
//! They must have the same provider and a similar name, and happen in the same place or at the same times. This only
//! proposes; a person decides.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Timelike, Utc, Weekday};

use crate::activities::model::{Activity, Listed};
use crate::organizations::model::Organization;
use crate::places::model::{Place, Precision};
use crate::reference::{Point, distance_km};
use crate::times::{self, Schedule};

/// Names are similar when they share this part of their trigrams (Dice).
const SIMILAR: f64 = 0.6;
/// A name this short is in too many others to say anything.
const SHORTEST_PART: usize = 4;
/// Points this near, in kilometres, are one place.
const NEAR_KM: f64 = 0.1;
/// A rule shows its weekdays within this many days of its first one.
const SHOWN_DAYS: i64 = 62;
/// Sessions of a schedule that are looked at: two months of working days.
const SHOWN_SESSIONS: usize = 45;
/// Forms of organizations that say nothing about which one it is.
const FORMS: [&str; 8] = ["ry", "rf", "oy", "ab", "oyj", "osk", "ky", "sr"];

/// What of an activity is compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Traits {
    organization_id: String,
    /// Business id and names of the provider.
    provider: BTreeSet<String>,
    names: Vec<Name>,
    spots: Vec<Spot>,
    /// The places are only said by their municipality.
    areas: BTreeSet<String>,
    slots: Vec<Slot>,
}

#[derive(Debug, Clone, PartialEq)]
struct Name {
    folded: String,
    trigrams: Vec<[char; 3]>,
}

/// A place one can go to.
#[derive(Debug, Clone, PartialEq)]
struct Spot {
    id: String,
    /// Street with its number, and the postal code.
    address: Option<(String, String)>,
    /// Name and municipality.
    called: Option<(String, String)>,
    point: Option<Point>,
}

/// When it happens in a week, on the wall clock.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Slot {
    weekday: u32,
    /// Minutes of the day; the end may be after midnight.
    from: u32,
    to: u32,
    /// The day of what happens once.
    once: Option<NaiveDate>,
    /// When what repeats begins and ends.
    first: NaiveDate,
    last: NaiveDate,
}

impl Traits {
    /// What of an activity is compared.
    pub fn of(listed: &Listed) -> Self {
        let (activity, organization) = (&listed.activity, &listed.organization);
        let (spots, areas) = places(activity);
        let mut slots: Vec<Slot> = activity.schedules.iter().flat_map(slots).collect();
        slots.sort_unstable();
        slots.dedup();
        Traits {
            organization_id: organization.id.clone(),
            provider: provider_keys(organization),
            names: activity.texts.values().filter_map(|text| Name::of(&text.name)).collect(),
            spots,
            areas,
            slots,
        }
    }
}

/// What two activities have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Likeness {
    /// The same provider.
    pub provider: bool,
    /// A similar name.
    pub name: bool,
    /// The same place.
    pub place: bool,
    /// How their times agree.
    pub times: Times,
}

/// How the times of two activities agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Times {
    /// They do not.
    Apart,
    /// Some weekday and hours in common.
    Overlap,
    /// Neither has any.
    Neither,
}

impl Likeness {
    /// Of two activities; the order does not matter.
    pub fn of(one: &Traits, other: &Traits) -> Self {
        let pairs = |one: &Traits, other: &Traits, alike: fn(&Spot, &Spot) -> bool| {
            one.spots.iter().any(|spot| other.spots.iter().any(|at| alike(spot, at)))
        };
        let only_areas = one.spots.is_empty() && other.spots.is_empty();
        Likeness {
            provider: one.organization_id == other.organization_id || !one.provider.is_disjoint(&other.provider),
            name: one.names.iter().any(|name| other.names.iter().any(|also| name.is_like(also))),
            place: pairs(one, other, Spot::is_like) || only_areas && !one.areas.is_disjoint(&other.areas),
            times: match (one.slots.is_empty(), other.slots.is_empty()) {
                (true, true) => Times::Neither,
                _ if one.slots.iter().any(|slot| other.slots.iter().any(|at| slot.meets(at))) => Times::Overlap,
                _ => Times::Apart,
            },
        }
    }

    /// Whether a person is asked.
    pub fn is_proposed(&self) -> bool {
        self.provider && self.name && (self.place || self.times != Times::Apart)
    }

    /// Why, as the keys of sentences.
    pub fn reasons(&self) -> Vec<&'static str> {
        let times = match self.times {
            Times::Apart => None,
            Times::Overlap => Some("twins-reason-times"),
            Times::Neither => Some("twins-reason-no-times"),
        };
        let said = |said: bool, key: &'static str| said.then_some(key);
        [
            said(self.provider, "twins-reason-provider"),
            said(self.place, "twins-reason-place"),
            said(self.name, "twins-reason-name"),
            times,
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// What a person may decide about two activities.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// They are one; the one with this id stays.
    Same(String),
    /// They are two.
    Different,
}

/// A pair of ids in the order in which it is remembered.
pub fn ordered<'a>(one: &'a str, other: &'a str) -> (&'a str, &'a str) {
    if one <= other { (one, other) } else { (other, one) }
}

/// Two activities that a person is asked about.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// The one with the smaller id.
    pub one: Listed,
    /// The other.
    pub other: Listed,
    /// What they have in common.
    pub likeness: Likeness,
}

/// The pairs among activities of one provider that a person is to be asked about, at most `most`. Two of one source are
/// no pair: a source does not say the same thing twice. Pairs of `decided` ids are left out.
pub fn proposals(listed: &[Listed], decided: &BTreeSet<(String, String)>, most: usize) -> Vec<Proposal> {
    let mut sorted: Vec<(&Listed, Traits)> = listed.iter().map(|one| (one, Traits::of(one))).collect();
    sorted.sort_by(|(one, _), (other, _)| one.activity.id.cmp(&other.activity.id));
    let mut found = Vec::new();
    for (at, (one, traits)) in sorted.iter().enumerate() {
        for (other, others) in &sorted[at + 1..] {
            if found.len() >= most {
                return found;
            }
            if one.activity.source_id == other.activity.source_id {
                continue;
            }
            let likeness = Likeness::of(traits, others);
            let pair = (one.activity.id.clone(), other.activity.id.clone());
            if likeness.is_proposed() && !decided.contains(&pair) {
                found.push(Proposal { one: (*one).clone(), other: (*other).clone(), likeness });
            }
        }
    }
    found
}

/// Organizations that are one provider under several ids, as groups of ids; each group and the list are in order.
pub fn providers(organizations: &[Organization]) -> Vec<Vec<String>> {
    let mut group_of: Vec<usize> = (0..organizations.len()).collect();
    let mut first_with: BTreeMap<String, usize> = BTreeMap::new();
    for (at, organization) in organizations.iter().enumerate() {
        for key in provider_keys(organization) {
            let with = *first_with.entry(key).or_insert(at);
            let (one, other) = (root(&group_of, with), root(&group_of, at));
            group_of[one.max(other)] = one.min(other);
        }
    }
    let mut groups: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for (at, organization) in organizations.iter().enumerate() {
        groups.entry(root(&group_of, at)).or_default().push(organization.id.clone());
    }
    let mut groups: Vec<Vec<String>> = groups.into_values().collect();
    groups.iter_mut().for_each(|ids| ids.sort_unstable());
    groups.sort_unstable();
    groups
}

fn root(group_of: &[usize], mut at: usize) -> usize {
    while group_of[at] != at {
        at = group_of[at];
    }
    at
}

/// What tells a provider from others: its business id and its names, folded.
fn provider_keys(organization: &Organization) -> BTreeSet<String> {
    let digits: String = organization.business_id.chars().filter(char::is_ascii_digit).collect();
    let business_id = (!digits.is_empty()).then(|| format!("id {digits}"));
    let names = organization.texts.values().filter_map(|text| {
        let words = words(&text.name.replace('.', ""));
        let telling: Vec<&String> = words.iter().filter(|word| !FORMS.contains(&word.as_str())).collect();
        let telling = if telling.is_empty() { words.iter().collect() } else { telling };
        let folded = telling.into_iter().map(String::as_str).collect::<Vec<_>>().join(" ");
        (!folded.is_empty()).then(|| format!("name {folded}"))
    });
    business_id.into_iter().chain(names).collect()
}

/// The words of a text in small letters, without punctuation.
fn words(text: &str) -> Vec<String> {
    text.to_lowercase()
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

impl Name {
    fn of(name: &str) -> Option<Self> {
        let mut folded = words(name).join(" ");
        if folded.is_empty() {
            folded = name.trim().to_lowercase();
        }
        if folded.is_empty() {
            return None;
        }
        let letters: Vec<char> = format!(" {folded} ").chars().collect();
        let mut trigrams: Vec<[char; 3]> =
            letters.windows(3).filter_map(|three| <[char; 3]>::try_from(three).ok()).collect();
        trigrams.sort_unstable();
        trigrams.dedup();
        Some(Name { folded, trigrams })
    }

    fn is_like(&self, other: &Name) -> bool {
        let is_part = |short: &Name, long: &Name| {
            short.folded.chars().count() >= SHORTEST_PART
                && format!(" {} ", long.folded).contains(&format!(" {} ", short.folded))
        };
        self.folded == other.folded || self.dice(other) >= SIMILAR || is_part(self, other) || is_part(other, self)
    }

    fn dice(&self, other: &Name) -> f64 {
        let shared = self.trigrams.iter().filter(|three| other.trigrams.binary_search(three).is_ok()).count();
        let all = self.trigrams.len() + other.trigrams.len();
        if all == 0 { 0.0 } else { 2.0 * shared as f64 / all as f64 }
    }
}

/// Where one can go, and the municipalities of what is only said by its area.
fn places(activity: &Activity) -> (Vec<Spot>, BTreeSet<String>) {
    let (mut spots, mut areas) = (Vec::new(), BTreeSet::new());
    for place in activity.places.iter().map(|at| &at.place) {
        match Spot::of(place) {
            Some(spot) => spots.push(spot),
            None if !place.municipality.is_empty() => {
                areas.insert(place.municipality.clone());
            }
            None => {}
        }
    }
    (spots, areas)
}

impl Spot {
    /// None for a place that is no more than a municipality.
    fn of(place: &Place) -> Option<Self> {
        let exact = place.point.filter(|_| place.precision == Precision::Exact);
        let name = words(&place.name).join(" ");
        let street = street(&place.street);
        if street.is_empty() && name.is_empty() && exact.is_none() {
            return None;
        }
        let both = |what: String, whose: &str| {
            (!what.is_empty() && !whose.trim().is_empty()).then(|| (what, whose.trim().to_owned()))
        };
        Some(Spot {
            id: place.id.clone(),
            address: both(street, &place.postal_code),
            called: both(name, &place.municipality),
            point: exact.map(|(lat, lon)| Point { lat, lon }),
        })
    }

    fn is_like(&self, other: &Spot) -> bool {
        let same = |one: &Option<(String, String)>, other: &Option<(String, String)>| one.is_some() && one == other;
        let near = self.point.zip(other.point).is_some_and(|(here, there)| distance_km(here, there) <= NEAR_KM);
        self.id == other.id || same(&self.address, &other.address) || same(&self.called, &other.called) || near
    }
}

/// A street up to its number: "Vesijärvenkatu 11 A 3" and "vesijärvenkatu 11a" are one door to us.
fn street(street: &str) -> String {
    let mut told = Vec::new();
    for word in words(street) {
        let number: String = word.chars().take_while(char::is_ascii_digit).collect();
        if !number.is_empty() && !told.is_empty() {
            told.push(number);
            break;
        }
        told.push(word);
    }
    told.join(" ")
}

/// The weekdays and hours of a schedule.
fn slots(schedule: &Schedule) -> Vec<Slot> {
    let Some(from) = schedule.first_day.pred_opt().map(|day| day.and_hms_opt(0, 0, 0).unwrap_or_default().and_utc())
    else {
        return Vec::new();
    };
    let once = schedule.rule.is_empty();
    let to = from.checked_add_signed(TimeDelta::days(SHOWN_DAYS)).unwrap_or(DateTime::<Utc>::MAX_UTC);
    times::sessions(std::slice::from_ref(schedule), from, to, SHOWN_SESSIONS)
        .iter()
        .map(|session| {
            let starts = session.starts.with_timezone(&schedule.zone).naive_local();
            let begins = starts.hour() * 60 + starts.minute();
            let minutes = u32::try_from((session.ends - session.starts).num_minutes()).unwrap_or_default();
            Slot {
                weekday: number(starts.weekday()),
                from: begins,
                to: begins + minutes.max(1),
                once: once.then(|| starts.date()),
                first: schedule.first_day.min(starts.date()),
                last: if once { starts.date() } else { schedule.last_day.unwrap_or(NaiveDate::MAX) },
            }
        })
        .collect()
}

fn number(weekday: Weekday) -> u32 {
    weekday.num_days_from_monday()
}

impl Slot {
    fn meets(&self, other: &Slot) -> bool {
        let same_day = match (self.once, other.once) {
            (Some(day), Some(also)) => day == also,
            _ => self.weekday == other.weekday && self.first <= other.last && other.first <= self.last,
        };
        same_day && self.from < other.to && other.from < self.to
    }
}

#[cfg(test)]
mod tests;
