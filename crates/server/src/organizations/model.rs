//! An organization: who arranges (P1, P2).

use chrono::{DateTime, NaiveDate, Utc};

use crate::i18n::Language;
use crate::text::{Said, Texts, said};

/// What an organization says of itself in one language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OrganizationText {
    /// Its name.
    pub name: String,
    /// One sentence.
    pub summary: String,
    /// A few sentences.
    pub description: String,
}

/// Whether people see a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum State {
    /// Everyone sees it.
    #[default]
    Published,
    /// Not shown yet.
    Draft,
    /// Not shown for a while (activities only).
    Paused,
    /// The source no longer has it. Never a silent delete.
    Gone,
}

impl State {
    /// As the database says it.
    pub fn as_str(self) -> &'static str {
        match self {
            State::Published => "published",
            State::Draft => "draft",
            State::Paused => "paused",
            State::Gone => "gone",
        }
    }

    /// Reads [`State::as_str`]; anything else is not shown.
    pub fn from_code(code: &str) -> Self {
        match code {
            "published" => State::Published,
            "paused" => State::Paused,
            "gone" => State::Gone,
            _ => State::Draft,
        }
    }
}

/// An organization.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Organization {
    /// Its id.
    pub id: String,
    /// The last part of its address.
    pub slug: String,
    /// A code of [`crate::vocabulary::ORGANIZATION_TYPES`].
    pub kind: String,
    /// Y-tunnus, '' when not told.
    pub business_id: String,
    /// Its own pages.
    pub website: String,
    /// A shared mail box, never a person's.
    pub email: String,
    /// A shared phone number.
    pub phone: String,
    /// Whether people see it.
    pub state: State,
    /// The day someone last said that this is true.
    pub verified_on: Option<NaiveDate>,
    /// What HSDS says of it that we have no field for (a JSON object).
    pub hsds: Option<String>,
    /// Where it came from.
    pub source_id: Option<String>,
    /// When it last changed.
    pub changed_at: DateTime<Utc>,
    /// What it says of itself.
    pub texts: Texts<OrganizationText>,
}

impl Organization {
    /// Its page, without the language.
    pub fn address(&self) -> String {
        format!("/jarjestaja/{}", self.slug)
    }

    /// Its name for a reader.
    pub fn name(&self, language: Language) -> Said<'_> {
        said(&self.texts, language, |text| &text.name).unwrap_or(Said {
            text: &self.slug,
            language: "fi",
            fallback: false,
        })
    }

    /// One sentence of it, if it has said one.
    pub fn summary(&self, language: Language) -> Option<Said<'_>> {
        said(&self.texts, language, |text| &text.summary)
    }

    /// A few sentences of it.
    pub fn description(&self, language: Language) -> Option<Said<'_>> {
        said(&self.texts, language, |text| &text.description)
    }
}
