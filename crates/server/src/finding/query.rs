//! What someone looks for, as the address of the search page says it: read, written back, and asked of the index.

use chrono::{DateTime, Datelike, Timelike, Utc};
use chrono_tz::Europe::Helsinki;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use search::{Filter, Near, Query, Sort};

use super::document::day_number;
use crate::i18n::Language;
use crate::reference;
use crate::vocabulary::{
    INTERESTS, KINDS, LANGUAGES, POSITION_KINDS, SITUATIONS, SUPPORT_FORMS, THRESHOLDS, Vocabulary,
};

/// Hits on a page.
pub const PAGE: usize = 20;
/// The farthest page that is served; beyond it nobody reads, but robots ask.
const LAST_PAGE: usize = 500;
/// More values than this of one filter are not read.
const MOST_VALUES: usize = 60;
/// Longer words than this are cut.
pub(super) const MOST_LETTERS: usize = 300;

/// When it should happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// Still today.
    Today,
    /// Tomorrow.
    Tomorrow,
    /// Until Sunday.
    ThisWeek,
    /// The coming or present Saturday and Sunday.
    Weekend,
    /// After five o'clock, within a week.
    Evening,
}

impl When {
    /// All of them in the order they are offered.
    pub const ALL: [When; 5] = [When::Today, When::Tomorrow, When::ThisWeek, When::Weekend, When::Evening];

    /// As addresses say it.
    pub fn code(self) -> &'static str {
        match self {
            When::Today => "tanaan",
            When::Tomorrow => "huomenna",
            When::ThisWeek => "viikko",
            When::Weekend => "viikonloppu",
            When::Evening => "ilta",
        }
    }

    /// The stretches of time it means, in the index's local minutes: a session must end within one of them.
    pub fn windows(self, now: DateTime<Utc>) -> Vec<(i64, i64)> {
        let local = now.with_timezone(&Helsinki);
        let today = i64::from(day_number(local.date_naive())) * 1440;
        let minute = today + i64::from(local.hour() * 60 + local.minute());
        let weekday = i64::from(local.weekday().num_days_from_monday());
        // A session that ends at midnight belongs to the evening before it.
        let day = |offset: i64| (today + offset * 1440 + 1, today + (offset + 1) * 1440 + 1);
        match self {
            When::Today => vec![(minute + 1, day(0).1)],
            When::Tomorrow => vec![day(1)],
            When::ThisWeek => vec![(minute + 1, day(6 - weekday).1)],
            When::Weekend => {
                let saturday = if weekday == 6 { -1 } else { 5 - weekday };
                vec![((day(saturday).0).max(minute + 1), day(saturday + 1).1)]
            }
            // What goes on past six in the evening is an evening thing, whenever it began.
            When::Evening => (0..7)
                .map(|offset| ((today + offset * 1440 + 18 * 60).max(minute + 1), day(offset).1))
                .filter(|(from, to)| from < to)
                .collect(),
        }
    }
}

/// The order of the hits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// What fits best.
    #[default]
    Best,
    /// What happens next.
    Soonest,
    /// What is nearest.
    Nearest,
    /// By name.
    Name,
}

impl Order {
    /// All of them in the order they are offered.
    pub const ALL: [Order; 4] = [Order::Best, Order::Soonest, Order::Nearest, Order::Name];

    /// As addresses say it.
    pub fn code(self) -> &'static str {
        match self {
            Order::Best => "sopivin",
            Order::Soonest => "pian",
            Order::Nearest => "lahin",
            Order::Name => "nimi",
        }
    }
}

/// A filter with a closed list of codes: its name in addresses, its dimension in the index, its list.
#[derive(Debug)]
pub struct CodeFilter {
    /// In addresses.
    pub name: &'static str,
    /// In the index.
    pub dimension: &'static str,
    /// What may stand there.
    pub list: Vocabulary,
    /// Whether all chosen values must hold, not any.
    pub all: bool,
}

/// The filters with closed lists, in the order of the page.
pub const CODE_FILTERS: [CodeFilter; 6] = [
    CodeFilter { name: "kynnys", dimension: "threshold", list: THRESHOLDS, all: true },
    CodeFilter { name: "kiinnostus", dimension: "interest", list: INTERESTS, all: false },
    CodeFilter { name: "tilanne", dimension: "situation", list: SITUATIONS, all: false },
    CodeFilter { name: "laji", dimension: "kind", list: KINDS, all: false },
    CodeFilter { name: "tuki", dimension: "support_form", list: SUPPORT_FORMS, all: false },
    CodeFilter { name: "kieli", dimension: "language", list: LANGUAGES, all: false },
];

/// A place to measure distances from, as it was typed.
#[derive(Debug, Clone, PartialEq)]
pub struct From {
    /// What was typed: a postal code or a municipality.
    pub typed: String,
    /// Its point.
    pub point: (f64, f64),
}

/// What someone looks for.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SearchForm {
    /// The words.
    pub words: String,
    /// Steps 1–5.
    pub steps: Vec<u8>,
    /// Chosen codes, by the position in [`CODE_FILTERS`].
    pub codes: [Vec<&'static str>; 6],
    /// Municipality codes.
    pub municipalities: Vec<String>,
    /// One organization, by id.
    pub organization: Option<String>,
    /// When.
    pub when: Option<When>,
    /// From where.
    pub from: Option<From>,
    /// No farther than this.
    pub within_km: Option<u32>,
    /// The order.
    pub order: Order,
    /// What the words seem to ask for and the reader took off, by [`Fact::key`](super::understanding::Fact::key).
    pub ignored: Vec<String>,
    /// From 1.
    pub page: usize,
    /// Keys and values of what was asked and not understood, for a note on the page.
    pub misread: Vec<(&'static str, String)>,
}

impl SearchForm {
    /// Reads an address. What is not understood is left out and noted; nothing is ever refused.
    pub fn read(query: &str) -> Self {
        let mut form = SearchForm { page: 1, ..SearchForm::default() };
        for (name, value) in form_urlencoded::parse(query.as_bytes()).take(400) {
            let value = value.trim();
            if !value.is_empty() {
                form.take(&name, value);
            }
        }
        form
    }

    fn take(&mut self, name: &str, value: &str) {
        match name {
            "q" => self.words = value.chars().filter(|c| !c.is_control()).take(MOST_LETTERS).collect(),
            "askel" => match value.parse::<u8>() {
                Ok(step @ 1..=5) => push(&mut self.steps, step),
                _ => self.misread("search-misread-step", value),
            },
            "kunta" => match reference::municipality(value).or_else(|| reference::municipality_named(value)) {
                Some(found) => push(&mut self.municipalities, found.code.to_string()),
                None => self.misread("search-misread-area", value),
            },
            "jarjestaja" => self.organization = Some(value.chars().take(64).collect()),
            "milloin" => match When::ALL.into_iter().find(|when| when.code() == value) {
                Some(when) => self.when = Some(when),
                None => self.misread("search-misread-when", value),
            },
            "lahella" => match point_of(value) {
                Some(point) => self.from = Some(From { typed: value.chars().take(60).collect(), point }),
                None => self.misread("search-misread-place", value),
            },
            "km" => match value.parse::<u32>() {
                Ok(km @ 1..=500) => self.within_km = Some(km),
                _ => self.misread("search-misread-distance", value),
            },
            "jarjesta" => match Order::ALL.into_iter().find(|order| order.code() == value) {
                Some(order) => self.order = order,
                None => self.misread("search-misread-order", value),
            },
            "ohita" => push(&mut self.ignored, value.chars().take(80).collect()),
            "sivu" => match value.parse::<usize>() {
                Ok(page) if page >= 1 => self.page = page.min(LAST_PAGE),
                _ => self.misread("search-misread-page", value),
            },
            other => {
                if let Some(at) = CODE_FILTERS.iter().position(|filter| filter.name == other) {
                    match CODE_FILTERS[at].list.code(value) {
                        Some(code) => push(&mut self.codes[at], code),
                        None => self.misread("search-misread-filter", value),
                    }
                }
            }
        }
    }

    fn misread(&mut self, key: &'static str, value: &str) {
        if self.misread.len() < 5 {
            self.misread.push((key, value.chars().take(40).collect()));
        }
    }

    /// Whether nothing at all was asked.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && !self.has_filters()
    }

    /// Whether something narrows the list beside the words.
    pub fn has_filters(&self) -> bool {
        !self.steps.is_empty()
            || self.codes.iter().any(|codes| !codes.is_empty())
            || !self.municipalities.is_empty()
            || self.organization.is_some()
            || self.when.is_some()
            || self.within_km.is_some()
    }

    /// The address of this search on a page of the site.
    pub fn address(&self, path: &str) -> String {
        let pairs: Vec<String> = self
            .pairs()
            .into_iter()
            .map(|(name, value)| format!("{name}={}", utf8_percent_encode(&value, KEPT)))
            .collect();
        if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", pairs.join("&")) }
    }

    /// Names and values as the form sends them.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs: Vec<(&'static str, String)> = Vec::new();
        if !self.words.is_empty() {
            pairs.push(("q", self.words.clone()));
        }
        pairs.extend(self.steps.iter().map(|step| ("askel", step.to_string())));
        for (filter, codes) in CODE_FILTERS.iter().zip(&self.codes) {
            pairs.extend(codes.iter().map(|code| (filter.name, (*code).to_owned())));
        }
        pairs.extend(self.municipalities.iter().map(|code| ("kunta", code.clone())));
        pairs.extend(self.organization.iter().map(|id| ("jarjestaja", id.clone())));
        pairs.extend(self.when.map(|when| ("milloin", when.code().to_owned())));
        pairs.extend(self.from.iter().map(|from| ("lahella", from.typed.clone())));
        pairs.extend(self.within_km.map(|km| ("km", km.to_string())));
        if self.order != Order::Best {
            pairs.push(("jarjesta", self.order.code().to_owned()));
        }
        pairs.extend(self.ignored.iter().map(|key| ("ohita", key.clone())));
        if self.page > 1 {
            pairs.push(("sivu", self.page.to_string()));
        }
        pairs
    }

    /// The same search without one chosen thing: what a chip's link leads to.
    pub fn without(&self, name: &str, value: &str) -> Self {
        let mut form = SearchForm { page: 1, ..self.clone() };
        match name {
            "q" => {
                form.words.clear();
                form.ignored.clear();
            }
            "ohita" => form.ignored.retain(|key| key != value),
            "askel" => form.steps.retain(|step| step.to_string() != value),
            "kunta" => form.municipalities.retain(|code| code != value),
            "jarjestaja" => form.organization = None,
            "milloin" => form.when = None,
            "lahella" => {
                form.from = None;
                form.within_km = None;
            }
            "km" => form.within_km = None,
            other => {
                if let Some(at) = CODE_FILTERS.iter().position(|filter| filter.name == other) {
                    form.codes[at].retain(|code| *code != value);
                }
            }
        }
        form
    }

    /// The same search where something the words seem to ask for does not weigh.
    pub fn ignoring(&self, key: &str) -> Self {
        let mut form = SearchForm { page: 1, ..self.clone() };
        push(&mut form.ignored, key.to_owned());
        form
    }

    /// The same search with other words.
    pub fn asking(&self, words: &str) -> Self {
        SearchForm { words: words.to_owned(), ignored: Vec::new(), page: 1, ..self.clone() }
    }

    /// Only places to work (P6); those kinds that were chosen, or all of them.
    pub fn among_positions(mut self) -> Self {
        let kinds = CODE_FILTERS.iter().position(|filter| filter.name == "laji").unwrap_or_default();
        self.codes[kinds].retain(|code| POSITION_KINDS.contains(code));
        if self.codes[kinds].is_empty() {
            self.codes[kinds].extend(POSITION_KINDS);
        }
        self
    }

    /// Whether this time is chosen.
    pub fn is_when(&self, when: &When) -> bool {
        self.when.as_ref() == Some(when)
    }

    /// Whether this distance is chosen.
    pub fn is_within(&self, km: &u32) -> bool {
        self.within_km.as_ref() == Some(km)
    }

    /// Whether this order is chosen.
    pub fn is_in_order(&self, order: &Order) -> bool {
        self.order == *order
    }

    /// Whether a code of a filter is chosen.
    pub fn has(&self, filter: &str, code: &str) -> bool {
        CODE_FILTERS.iter().position(|known| known.name == filter).is_some_and(|at| self.codes[at].contains(&code))
    }

    /// The question to the index.
    pub fn query<'a>(&'a self, steps: &'a [String], language: Language, now: DateTime<Utc>) -> Query<'a> {
        let mut filters = vec![
            Filter::any("step", steps.iter().map(String::as_str)),
            Filter::any("municipality", self.municipalities.iter().map(String::as_str)),
            Filter::any("organization", self.organization.iter().map(String::as_str)),
        ];
        for (filter, codes) in CODE_FILTERS.iter().zip(&self.codes) {
            filters.push(Filter { dimension: filter.dimension, values: codes.clone(), all: filter.all });
        }
        filters.retain(|filter| !filter.values.is_empty());
        let local = now.with_timezone(&Helsinki);
        let today = day_number(local.date_naive());
        Query {
            words: &self.words,
            language: language.code(),
            filters,
            windows: self.when.map(|when| when.windows(now)).unwrap_or_default(),
            near: self.from.as_ref().map(|from| Near {
                lat: from.point.0,
                lon: from.point.1,
                max_km: self.within_km.map(f64::from),
            }),
            now: i64::from(today) * 1440 + i64::from(local.hour() * 60 + local.minute()),
            today,
            sort: match self.order {
                Order::Best => Sort::Relevance,
                Order::Soonest => Sort::Soonest,
                Order::Nearest => Sort::Nearest,
                Order::Name => Sort::Title,
            },
            offset: (self.page - 1) * PAGE,
            limit: PAGE,
            count_facets: true,
            ..Query::default()
        }
    }

    /// The steps as the index knows them.
    pub fn step_values(&self) -> Vec<String> {
        self.steps.iter().map(u8::to_string).collect()
    }
}

/// What stays as it is in our addresses; the rest is percent-encoded.
const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

fn push<T: PartialEq>(list: &mut Vec<T>, value: T) {
    if list.len() < MOST_VALUES && !list.contains(&value) {
        list.push(value);
    }
}

/// The point of a postal code or a municipality.
fn point_of(typed: &str) -> Option<(f64, f64)> {
    if let Some(postal) = reference::postal_code(typed) {
        return Some((postal.lat, postal.lon));
    }
    let found = reference::municipality_named(typed).or_else(|| reference::municipality_inflected(typed))?;
    Some((found.lat, found.lon))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    #[test]
    fn an_address_is_read_and_written_back() {
        let address = "q=duunia%20el%C3%A4inten%20kanssa&askel=4&kynnys=free&kynnys=no_sign_up&milloin=viikko&jarjesta=pian&sivu=2";
        let form = SearchForm::read(address);
        assert_eq!(form.address("/haku"), format!("/haku?{address}"));
        assert!(form.misread.is_empty());
    }

    #[test]
    fn what_is_not_understood_is_noted_and_left_out() {
        let form =
            SearchForm::read("askel=9&milloin=joskus&km=-3&sivu=0&kynnys=ilmainen&kunta=Atlantis&lahella=00000&x=1");
        assert_eq!(form.misread.len(), 5, "at most five are told");
        assert!(!form.has_filters());
        assert_eq!(form.page, 1);
    }

    #[test]
    fn today_ends_at_midnight_and_the_weekend_is_now_on_a_sunday() {
        // Sunday 22 November 2026, 12.30 in Finland.
        let now = "2026-11-22T10:30:00Z".parse::<DateTime<Utc>>().expect("a time");
        let today = i64::from(day_number(NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day"))) * 1440;
        assert_eq!(When::Today.windows(now), [(today + 12 * 60 + 31, today + 1441)]);
        assert_eq!(When::Weekend.windows(now), [(today + 12 * 60 + 31, today + 1441)]);
        assert_eq!(When::ThisWeek.windows(now), When::Today.windows(now));
    }
}
