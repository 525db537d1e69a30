//! An activity: the thing one does. HSDS calls it a service (T1, T3, P1).

pub mod price;

use chrono::{DateTime, NaiveDate, Utc};

use crate::i18n::Language;
use crate::organizations::model::{Organization, State};
use crate::places::model::Place;
use crate::text::{Said, Texts, said};
use crate::times::Schedule;
use crate::vocabulary::{KINDS, POSITION_KINDS};

/// After this many days without anyone saying that it is still true, the page says so and the activity sinks.
pub const FRESH_DAYS: i64 = 180;

/// What an activity says in one language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ActivityText {
    /// Its name.
    pub name: String,
    /// One sentence: what one does there.
    pub summary: String,
    /// A few sentences.
    pub description: String,
    /// What it is like there.
    pub atmosphere: String,
    /// How to join, one step a line.
    pub how_to_join: String,
    /// Who meets you: a role, never a name.
    pub welcome: String,
    /// What the price includes, or who pays less.
    pub price_note: String,
    /// How long it lasts, in words ("3 kuukautta").
    pub length: String,
    /// Other words people look for it with; searched, not shown.
    pub keywords: String,
}

/// What it costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Price {
    /// Nobody has told.
    #[default]
    Unknown,
    /// Nothing.
    Free,
    /// What one wants to give.
    Donation,
    /// From–to in cents; the same twice when there is one price.
    Paid(Option<(i64, i64)>),
}

impl Price {
    /// The code of [`crate::vocabulary::PRICES`].
    pub fn code(self) -> &'static str {
        match self {
            Price::Unknown => "unknown",
            Price::Free => "free",
            Price::Donation => "donation",
            Price::Paid(_) => "paid",
        }
    }

    /// The other way round, with the cents that stand beside the code.
    pub fn from_code(code: &str, cents: Option<(i64, i64)>) -> Self {
        match code {
            "free" => Price::Free,
            "donation" => Price::Donation,
            "paid" => Price::Paid(cents),
            _ => Price::Unknown,
        }
    }
}

/// An activity.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Activity {
    /// Its id.
    pub id: String,
    /// The last part of its address.
    pub slug: String,
    /// Who arranges it.
    pub organization_id: String,
    /// A code of [`KINDS`].
    pub kind: String,
    /// 1–5 of the step model (T3); none for what stands beside it, such as an information package.
    pub step: Option<u8>,
    /// Codes of [`crate::vocabulary::THRESHOLDS`].
    pub thresholds: Vec<String>,
    /// Codes of [`crate::vocabulary::INTERESTS`].
    pub interests: Vec<String>,
    /// Codes of [`crate::vocabulary::SITUATIONS`].
    pub situations: Vec<String>,
    /// PTV target groups.
    pub target_groups: Vec<String>,
    /// Languages one gets by with.
    pub languages: Vec<String>,
    /// What it costs.
    pub price: Price,
    /// Youngest, in years.
    pub age_min: Option<i64>,
    /// Oldest, in years.
    pub age_max: Option<i64>,
    /// The most people at a time.
    pub group_size: Option<i64>,
    /// Hours a week of a position, from–to.
    pub hours: Option<(i64, i64)>,
    /// A code of [`crate::vocabulary::SUPPORT_FORMS`], '' when it is no position.
    pub support_form: String,
    /// The number to call about it.
    pub phone: String,
    /// The shared mail box to write to.
    pub email: String,
    /// Its pages elsewhere.
    pub website: String,
    /// An address or a sentence about signing up.
    pub sign_up: String,
    /// Whether people see it.
    pub state: State,
    /// The day someone last said that this is true.
    pub verified_on: Option<NaiveDate>,
    /// What HSDS says of it that we have no field for (a JSON object).
    pub hsds: Option<String>,
    /// Where it came from.
    pub source_id: Option<String>,
    /// When it came onto the tray.
    pub made_at: DateTime<Utc>,
    /// When it last changed.
    pub changed_at: DateTime<Utc>,
    /// What it says.
    pub texts: Texts<ActivityText>,
    /// Where it happens, the main place first.
    pub places: Vec<ActivityPlace>,
    /// When it happens.
    pub schedules: Vec<Schedule>,
}

/// An activity at a place (HSDS: service_at_location).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ActivityPlace {
    /// The id of the pair, kept for round trips.
    pub link_id: String,
    /// The place.
    pub place: Place,
}

/// What a link between two activities means (P21).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkMeaning {
    /// What one may do after this.
    Next,
    /// What one may do instead.
    Alternative,
}

impl LinkMeaning {
    /// As the database says it.
    pub fn as_str(self) -> &'static str {
        match self {
            LinkMeaning::Next => "next",
            LinkMeaning::Alternative => "alternative",
        }
    }
}

impl Activity {
    /// Its page, without the language.
    pub fn address(&self) -> String {
        format!("/toiminta/{}", self.slug)
    }

    /// Its name for a reader.
    pub fn name(&self, language: Language) -> Said<'_> {
        said(&self.texts, language, |text| &text.name).unwrap_or(Said {
            text: &self.slug,
            language: "fi",
            fallback: false,
        })
    }

    /// One sentence: what one does there.
    pub fn summary(&self, language: Language) -> Option<Said<'_>> {
        said(&self.texts, language, |text| &text.summary)
    }

    /// A few sentences.
    pub fn description(&self, language: Language) -> Option<Said<'_>> {
        said(&self.texts, language, |text| &text.description)
    }

    /// What it is like there.
    pub fn atmosphere(&self, language: Language) -> Option<Said<'_>> {
        said(&self.texts, language, |text| &text.atmosphere)
    }

    /// How to join, one step a line.
    pub fn how_to_join(&self, language: Language) -> Option<Said<'_>> {
        said(&self.texts, language, |text| &text.how_to_join)
    }

    /// Who meets you.
    pub fn welcome(&self, language: Language) -> Option<Said<'_>> {
        said(&self.texts, language, |text| &text.welcome)
    }

    /// What the price includes.
    pub fn price_note(&self, language: Language) -> Option<Said<'_>> {
        said(&self.texts, language, |text| &text.price_note)
    }

    /// How long it lasts.
    pub fn length(&self, language: Language) -> Option<Said<'_>> {
        said(&self.texts, language, |text| &text.length)
    }

    /// Whether it is a place to work (P6).
    pub fn is_position(&self) -> bool {
        POSITION_KINDS.contains(&self.kind.as_str())
    }

    /// Whether a threshold fact is promised.
    pub fn promises(&self, threshold: &str) -> bool {
        self.thresholds.iter().any(|code| code == threshold)
            || (threshold == "free" && self.price == Price::Free && !self.is_position())
    }

    /// The place a card names.
    pub fn main_place(&self) -> Option<&Place> {
        self.places.first().map(|at| &at.place)
    }

    /// Whether so long has passed since someone said that this is true that a reader should know.
    pub fn is_stale(&self, today: NaiveDate) -> bool {
        self.verified_on.is_none_or(|day| (today - day).num_days() > FRESH_DAYS)
    }

    /// The kind as one of our own codes.
    pub fn known_kind(&self) -> &'static str {
        KINDS.code(&self.kind).unwrap_or("support")
    }
}

/// An activity with the organization that arranges it: what lists and pages show.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The activity.
    pub activity: Activity,
    /// Who arranges it.
    pub organization: Organization,
}
