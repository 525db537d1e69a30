//! What a program asks for, read from the address. A value that cannot be is refused by name, never guessed; names we
//! do not know are passed over, but a filter of the standard that we do not have here is refused too, because an answer
//! without it would be a wrong one.

use chrono::{DateTime, NaiveTime, Utc, Weekday};

use super::problem::{Problem, Result};
use super::{formats, held};
use crate::i18n::Language;

/// Records on a page when nothing else is asked.
pub(super) const PER_PAGE: usize = 50;
/// The most records on a page.
pub(super) const MOST_PER_PAGE: usize = 100;
/// The farthest page; beyond it `format=ndjson` gives everything.
pub(super) const LAST_PAGE: usize = 10_001;

/// Every parameter that HSDS 3.1 and Open Referral UK know.
const OF_THE_STANDARD: [&str; 20] = [
    "search",
    "page",
    "per_page",
    "format",
    "taxonomy_term_id",
    "taxonomy_id",
    "organization_id",
    "modified_after",
    "minimal",
    "full",
    "full_service",
    "postcode",
    "proximity",
    "minimum_age",
    "maximum_age",
    "start_time",
    "end_time",
    "day",
    "parent_id",
    "top_only",
];

/// The pairs after the question mark.
#[derive(Debug, Clone, Default)]
pub(super) struct Parameters(Vec<(String, String)>);

/// Which page is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Paging {
    /// From 1.
    pub(super) page: usize,
    /// Records on it.
    pub(super) per_page: usize,
}

impl Paging {
    pub(super) fn offset(self) -> usize {
        (self.page - 1) * self.per_page
    }
}

/// How lists are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Json,
    /// One record a line, all of them.
    Lines,
}

impl Parameters {
    /// Reads what stands after the question mark.
    pub(super) fn read(query: &str) -> Self {
        let pairs = form_urlencoded::parse(query.as_bytes()).take(100);
        Parameters(pairs.map(|(name, value)| (name.into_owned(), value.trim().to_owned())).collect())
    }

    /// Refuses filters of the standard that this address does not have.
    pub(super) fn only(&self, here: &[&'static str]) -> Result<()> {
        let not_here = OF_THE_STANDARD.into_iter().find(|name| self.text(name).is_some() && !here.contains(name));
        match not_here {
            Some(name) => Err(Problem::Parameter { name, wants: "this address has no such filter".to_owned() }),
            None => Ok(()),
        }
    }

    /// A text; of several the last. An empty one asks nothing.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.sent(name).filter(|value| !value.is_empty())
    }

    /// What was sent, be it empty: what is to be a number, a moment or one of a list cannot be.
    pub(super) fn sent(&self, name: &str) -> Option<&str> {
        self.0.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// A whole number within bounds.
    pub(super) fn number(&self, name: &'static str, from: i64, to: i64) -> Result<Option<i64>> {
        let Some(value) = self.sent(name) else { return Ok(None) };
        match value.parse::<i64>() {
            Ok(number) if (from..=to).contains(&number) => Ok(Some(number)),
            _ => Err(Problem::Parameter { name, wants: format!("a whole number from {from} to {to}") }),
        }
    }

    /// `true` or `false`.
    pub(super) fn yes(&self, name: &'static str) -> Result<bool> {
        match self.sent(name).map(str::to_ascii_lowercase).as_deref() {
            None | Some("false" | "0") => Ok(false),
            Some("true" | "1") => Ok(true),
            Some(_) => Err(Problem::Parameter { name, wants: "true or false".to_owned() }),
        }
    }

    /// An id, in small letters.
    pub(super) fn id(&self, name: &'static str) -> Result<Option<String>> {
        match self.sent(name) {
            None => Ok(None),
            Some(id) if formats::is_id(id) => Ok(Some(id.to_ascii_lowercase())),
            Some(_) => Err(Problem::Parameter { name, wants: "a UUID".to_owned() }),
        }
    }

    /// A moment: with an offset, or without one in UTC, or a day that begins in UTC.
    pub(super) fn moment(&self, name: &'static str) -> Result<Option<DateTime<Utc>>> {
        let Some(text) = self.sent(name) else { return Ok(None) };
        match formats::moment_of(text) {
            Some(time) => Ok(Some(time)),
            None => Err(Problem::Parameter { name, wants: "a moment such as 2026-11-24T10:00:00+02:00".to_owned() }),
        }
    }

    /// A day of the week.
    pub(super) fn weekday(&self, name: &'static str) -> Result<Option<Weekday>> {
        let Some(text) = self.sent(name) else { return Ok(None) };
        let wants = || Problem::Parameter { name, wants: "a day of the week: MO, TU, WE, TH, FR, SA or SU".to_owned() };
        held::weekday(text).map(Some).ok_or_else(wants)
    }

    /// A time of day, with seconds or without.
    pub(super) fn clock(&self, name: &'static str) -> Result<Option<NaiveTime>> {
        let Some(text) = self.sent(name) else { return Ok(None) };
        // Two digits each, as the document says.
        let read = |format| NaiveTime::parse_from_str(text, format).ok().filter(|_| matches!(text.len(), 5 | 8));
        let wants = || Problem::Parameter { name, wants: "a time of day such as 10:00".to_owned() };
        read("%H:%M").or_else(|| read("%H:%M:%S")).map(Some).ok_or_else(wants)
    }

    /// The page, within what may be asked.
    pub(super) fn paging(&self, per_page: usize, most: usize) -> Result<Paging> {
        let per_page = match self.number("per_page", 1, most as i64)? {
            Some(number) => number as usize,
            None => per_page,
        };
        let page = self.number("page", 1, LAST_PAGE as i64)?.unwrap_or(1) as usize;
        Ok(Paging { page, per_page })
    }

    /// How the list is written.
    pub(super) fn format(&self) -> Result<Format> {
        match self.sent("format").map(str::to_ascii_lowercase).as_deref() {
            None | Some("json") => Ok(Format::Json),
            Some("ndjson") => Ok(Format::Lines),
            Some(_) => Err(Problem::Parameter { name: "format", wants: "json or ndjson".to_owned() }),
        }
    }

    /// The language of the plain fields and of the words searched for.
    pub(super) fn language(&self) -> Result<Language> {
        let Some(tag) = self.sent("lang") else { return Ok(Language::Finnish) };
        Language::ALL
            .into_iter()
            .find(|language| language.code().eq_ignore_ascii_case(tag))
            .ok_or_else(|| Problem::Parameter { name: "lang", wants: Language::ALL.map(Language::code).join(", ") })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused<T: std::fmt::Debug>(read: Result<T>) -> &'static str {
        match read {
            Err(Problem::Parameter { name, .. }) => name,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_value_that_cannot_be_is_refused_by_name() {
        let asked = Parameters::read(
            "page=0&per_page=ten&full=maybe&organization_id=1&modified_after=soon&format=xml&lang=de&day=MO",
        );
        assert_eq!(refused(asked.paging(PER_PAGE, MOST_PER_PAGE)), "per_page");
        assert_eq!(refused(asked.yes("full")), "full");
        assert_eq!(refused(asked.id("organization_id")), "organization_id");
        assert_eq!(refused(asked.moment("modified_after")), "modified_after");
        assert_eq!(refused(asked.format()), "format");
        assert_eq!(refused(asked.language()), "lang");
        assert_eq!(
            refused(asked.only(&["page", "per_page", "full", "organization_id", "modified_after", "format"])),
            "day"
        );
        assert_eq!(refused(Parameters::read("page=10002").paging(50, 100)), "page");
    }

    #[test]
    fn moments_are_read_as_programs_write_them() {
        let at = |text: &str| {
            Parameters::read(&format!("t={text}")).moment("t").expect("a moment").expect("a moment").to_rfc3339()
        };
        assert_eq!(at("2026-11-24T10:00:00+02:00"), "2026-11-24T08:00:00+00:00");
        assert_eq!(at("2026-11-24T10:00:00%2B02:00"), "2026-11-24T08:00:00+00:00");
        assert_eq!(at("2026-11-24T10:00:00.123Z"), "2026-11-24T10:00:00.123+00:00");
        assert_eq!(at("2026-11-24 10:00:00"), "2026-11-24T10:00:00+00:00");
        assert_eq!(at("2026-11-24"), "2026-11-24T00:00:00+00:00");
    }
}
