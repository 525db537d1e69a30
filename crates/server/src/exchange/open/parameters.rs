//! Parameters as tables: one row says what a parameter is called and what it may hold. The same row reads
//! what a program sends and is told in the document, so neither can say what the other does not.
//!
//! What cannot be is refused by name, never guessed; so is a parameter nobody knows, because an answer without it would
//! be a wrong one.

use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::formats;
use super::problem::{Problem, Result};
use crate::i18n::Language;

/// The longest text a parameter may hold, in letters.
pub(in crate::exchange) const MOST_LETTERS: usize = 300;
/// The most codes one parameter may name.
const MOST_CHOICES: usize = 50;
/// More pairs than this in one address are refused.
const MOST_PAIRS: usize = 200;

/// A parameter in the query of an address.
#[derive(Debug, Clone, Copy)]
pub(in crate::exchange) struct Parameter {
    /// What it is called.
    pub(in crate::exchange) name: &'static str,
    /// What it may hold.
    pub(in crate::exchange) kind: Kind,
}

/// What a parameter may hold.
#[derive(Debug, Clone, Copy)]
pub(in crate::exchange) enum Kind {
    /// Words, at most [`MOST_LETTERS`].
    Words,
    /// A whole number within bounds, and what it is when nothing is said.
    Whole(i64, i64, Option<i64>),
    /// A number within bounds.
    Number(f64, f64),
    /// `true` or `false`.
    Truth,
    /// A UUID.
    Id,
    /// A moment.
    Moment,
    /// One of these.
    Choice(fn() -> Vec<&'static str>),
    /// Any of these, each in a pair of its own or with commas between.
    Choices(fn() -> Vec<&'static str>),
    /// Texts with commas between.
    List,
    /// One of the languages of the pages.
    Language,
    /// A mark that an answer before this one gave.
    Mark,
}

impl Parameter {
    /// As the OpenAPI document tells it.
    pub(in crate::exchange) fn document(&self, about: &str) -> Value {
        let mut told = json!({"name": self.name, "in": "query", "description": about, "schema": self.schema()});
        if let Kind::Choices(_) = self.kind {
            told["style"] = "form".into();
            told["explode"] = true.into();
        }
        told
    }

    fn schema(&self) -> Value {
        match &self.kind {
            Kind::Words | Kind::List => {
                json!({"type": "string", "maxLength": MOST_LETTERS, "pattern": "^[^\\u0000-\\u001F\\u007F-\\u009F]*$"})
            }
            Kind::Whole(from, to, otherwise) => {
                let mut schema = json!({"type": "integer", "minimum": from, "maximum": to});
                if let Some(otherwise) = otherwise {
                    schema["default"] = (*otherwise).into();
                }
                schema
            }
            Kind::Number(from, to) => json!({"type": "number", "minimum": from, "maximum": to}),
            Kind::Truth => json!({"type": "boolean", "default": false}),
            Kind::Id => json!({"type": "string", "format": "uuid"}),
            Kind::Moment => json!({"type": "string", "format": "date-time"}),
            Kind::Choice(choices) => json!({"type": "string", "enum": choices()}),
            Kind::Choices(choices) => {
                json!({"type": "array", "items": {"type": "string", "enum": choices()}, "minItems": 1, "maxItems": MOST_CHOICES})
            }
            Kind::Language => json!({"type": "string", "enum": Language::ALL.map(Language::code)}),
            Kind::Mark => json!({"type": "string", "pattern": "^[0-9a-f]{16,400}$"}),
        }
    }

    fn refused(&self, wants: impl Into<Cow<'static, str>>) -> Problem {
        Problem::Parameter { name: self.name, wants: wants.into().into_owned() }
    }
}

/// What is asked, each value within its parameter's bounds.
#[derive(Debug, Clone)]
pub(in crate::exchange) struct Given {
    known: &'static [Parameter],
    values: Vec<(&'static str, String)>,
}

impl Given {
    /// Reads what stands after the question mark.
    ///
    /// # Errors
    /// A parameter that is not among these, one that comes twice, or a value it cannot have.
    pub(in crate::exchange) fn read(query: &str, known: &'static [Parameter]) -> Result<Self> {
        let mut given = Given { known, values: Vec::new() };
        for (at, (name, value)) in form_urlencoded::parse(query.as_bytes()).enumerate() {
            let Some(parameter) = known.iter().find(|parameter| parameter.name == name) else {
                let known = known.iter().map(|parameter| parameter.name).collect::<Vec<_>>().join(", ");
                return Err(Problem::Unknown { name: name.into_owned(), known });
            };
            let is_list = matches!(parameter.kind, Kind::Choices(_));
            if at >= MOST_PAIRS || !is_list && given.values.iter().any(|(known, _)| *known == parameter.name) {
                return Err(parameter.refused("once only"));
            }
            given.values.push((parameter.name, value.trim().to_owned()));
        }
        given.check()?;
        Ok(given)
    }

    /// Reads every value once, so that none is passed over because nobody asked for it.
    fn check(&self) -> Result<()> {
        for parameter in self.known {
            let name = parameter.name;
            match parameter.kind {
                Kind::Words | Kind::List => self.words(name).map(drop)?,
                Kind::Whole(..) => self.whole(name).map(drop)?,
                Kind::Number(..) => self.number(name).map(drop)?,
                Kind::Truth => self.yes(name).map(drop)?,
                Kind::Id => self.id(name).map(drop)?,
                Kind::Moment => self.moment(name).map(drop)?,
                Kind::Choice(_) | Kind::Choices(_) => self.choices(name).map(drop)?,
                Kind::Language => self.language(name).map(drop)?,
                Kind::Mark => self.mark(name).map(drop)?,
            }
        }
        Ok(())
    }

    /// The row of a parameter and what was sent for it.
    fn sent(&self, name: &str) -> Option<(&'static Parameter, &str)> {
        let value = self.values.iter().find(|(known, _)| *known == name)?.1.as_str();
        Some((self.known.iter().find(|parameter| parameter.name == name)?, value))
    }

    /// Words; none when nothing was typed.
    pub(in crate::exchange) fn words(&self, name: &str) -> Result<Option<&str>> {
        let Some((parameter, text)) = self.sent(name) else { return Ok(None) };
        if text.chars().count() > MOST_LETTERS {
            return Err(parameter.refused(format!("at most {MOST_LETTERS} letters")));
        }
        if text.chars().any(char::is_control) {
            return Err(parameter.refused("words without control characters"));
        }
        Ok(Some(text).filter(|text| !text.is_empty()))
    }

    /// Texts with commas between.
    pub(in crate::exchange) fn list(&self, name: &str) -> Result<Vec<&str>> {
        let words = self.words(name)?.unwrap_or_default();
        Ok(words.split(',').map(str::trim).filter(|part| !part.is_empty()).take(50).collect())
    }

    /// A whole number, or what it is when nothing is said.
    pub(in crate::exchange) fn whole(&self, name: &str) -> Result<Option<i64>> {
        let otherwise = self.known.iter().find(|parameter| parameter.name == name).and_then(|row| match row.kind {
            Kind::Whole(_, _, otherwise) => otherwise,
            _ => None,
        });
        let Some((parameter, text)) = self.sent(name) else { return Ok(otherwise) };
        let Kind::Whole(from, to, _) = parameter.kind else { return Ok(otherwise) };
        match text.parse::<i64>() {
            Ok(number) if (from..=to).contains(&number) => Ok(Some(number)),
            _ => Err(parameter.refused(format!("a whole number from {from} to {to}"))),
        }
    }

    /// The same as a size; what is negative cannot be asked for.
    pub(in crate::exchange) fn size(&self, name: &str) -> Result<usize> {
        Ok(usize::try_from(self.whole(name)?.unwrap_or_default()).unwrap_or_default())
    }

    /// A number.
    pub(in crate::exchange) fn number(&self, name: &str) -> Result<Option<f64>> {
        let Some((parameter, text)) = self.sent(name) else { return Ok(None) };
        let Kind::Number(from, to) = parameter.kind else { return Ok(None) };
        match text.parse::<f64>() {
            Ok(number) if (from..=to).contains(&number) => Ok(Some(number)),
            _ => Err(parameter.refused(format!("a number from {from} to {to}"))),
        }
    }

    /// `true` or `false`.
    pub(in crate::exchange) fn yes(&self, name: &str) -> Result<bool> {
        match self.sent(name) {
            None | Some((_, "false")) => Ok(false),
            Some((_, "true")) => Ok(true),
            Some((parameter, _)) => Err(parameter.refused("true or false")),
        }
    }

    /// An id, in small letters.
    pub(in crate::exchange) fn id(&self, name: &str) -> Result<Option<String>> {
        match self.sent(name) {
            None => Ok(None),
            Some((_, id)) if formats::is_id(id) => Ok(Some(id.to_ascii_lowercase())),
            Some((parameter, _)) => Err(parameter.refused("a UUID")),
        }
    }

    /// A moment.
    pub(in crate::exchange) fn moment(&self, name: &str) -> Result<Option<DateTime<Utc>>> {
        let Some((parameter, text)) = self.sent(name) else { return Ok(None) };
        let moment = formats::moment_of(text);
        moment.map(Some).ok_or_else(|| parameter.refused("a moment such as 2026-11-24T10:00:00+02:00"))
    }

    /// What was chosen of a list of codes.
    pub(in crate::exchange) fn choices(&self, name: &str) -> Result<Vec<&'static str>> {
        let Some((parameter, _)) = self.sent(name) else { return Ok(Vec::new()) };
        let (choices, many) = match parameter.kind {
            Kind::Choice(choices) => (choices(), false),
            Kind::Choices(choices) => (choices(), true),
            _ => return Ok(Vec::new()),
        };
        let sent = self.values.iter().filter(|(known, _)| *known == name).map(|(_, value)| value.as_str());
        let parts: Vec<&str> = if many { sent.flat_map(|value| value.split(',')).collect() } else { sent.collect() };
        if parts.len() > MOST_CHOICES {
            return Err(parameter.refused(format!("at most {MOST_CHOICES} codes")));
        }
        let known = |part: &&str| choices.iter().copied().find(|choice| choice == part);
        let refused = || {
            parameter.refused(if choices.len() > 60 {
                "one of the codes in the document".to_owned()
            } else {
                choices.join(", ")
            })
        };
        parts.iter().map(|part| known(part).ok_or_else(refused)).collect()
    }

    /// The one that was chosen.
    pub(in crate::exchange) fn choice(&self, name: &str) -> Result<Option<&'static str>> {
        Ok(self.choices(name)?.into_iter().next())
    }

    /// A language of the pages.
    pub(in crate::exchange) fn language(&self, name: &str) -> Result<Option<Language>> {
        let Some((parameter, tag)) = self.sent(name) else { return Ok(None) };
        let found = Language::ALL.into_iter().find(|language| language.code() == tag);
        found.map(Some).ok_or_else(|| parameter.refused(Language::ALL.map(Language::code).join(", ")))
    }

    /// A mark, as it was given.
    pub(in crate::exchange) fn mark(&self, name: &str) -> Result<Option<&str>> {
        match self.sent(name) {
            None => Ok(None),
            Some((_, mark))
                if (16..=400).contains(&mark.len()) && mark.bytes().all(|byte| byte.is_ascii_hexdigit()) =>
            {
                Ok(Some(mark))
            }
            Some((parameter, _)) => Err(parameter.refused("`next` of the answer before this one")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [Parameter; 6] = [
        Parameter { name: "q", kind: Kind::Words },
        Parameter { name: "limit", kind: Kind::Whole(1, 100, Some(20)) },
        Parameter { name: "lat", kind: Kind::Number(-90.0, 90.0) },
        Parameter { name: "kind", kind: Kind::Choices(|| vec!["group", "course"]) },
        Parameter { name: "free", kind: Kind::Truth },
        Parameter { name: "from", kind: Kind::Moment },
    ];

    fn refused(query: &str) -> String {
        match Given::read(query, &KNOWN) {
            Err(Problem::Parameter { name, .. }) => name.to_owned(),
            Err(Problem::Unknown { name, .. }) => name,
            other => panic!("{query}: {other:?}"),
        }
    }

    #[test]
    fn what_cannot_be_is_refused_by_name() {
        for (query, name) in [
            ("limit=0", "limit"),
            ("limit=-1", "limit"),
            ("limit=", "limit"),
            ("limit=5&limit=6", "limit"),
            ("lat=NaN", "lat"),
            ("lat=91", "lat"),
            ("kind=group,festival", "kind"),
            ("kind=", "kind"),
            ("free=1", "free"),
            ("from=soon", "from"),
            ("q=%00", "q"),
            ("sivu=2", "sivu"),
        ] {
            assert_eq!(refused(query), name, "{query}");
        }
        assert_eq!(refused(&format!("q={}", "ä".repeat(10_000))), "q");
    }

    #[test]
    fn what_can_be_is_read() {
        let given = Given::read("q=+kahvila+&kind=group&kind=course&free=true&lat=60.9", &KNOWN).expect("read");
        assert_eq!(given.words("q").expect("read"), Some("kahvila"));
        assert_eq!(given.choices("kind").expect("read"), ["group", "course"]);
        assert_eq!((given.size("limit").expect("read"), given.yes("free").expect("read")), (20, true));
    }
}
