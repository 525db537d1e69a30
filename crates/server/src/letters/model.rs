//! What letters there are.

use chrono::TimeDelta;

use crate::i18n::Language;

/// What a letter is for; its words stand in `text/*/letters.ftl` as `letter-…-subject` and `letter-…-body`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A link that signs in. Only sent when there is an account; asked for all the same.
    SignIn,
    /// Somebody was given a role.
    Invitation,
    /// A proposal has come in; the link leads back to it.
    Received,
    /// The coordinator asks something about a proposal.
    Asked,
    /// A proposal is on the tray now.
    Published,
    /// A proposal does not come onto the tray, and why.
    Declined,
    /// Is what the tray says of an activity still true?
    Confirm,
}

impl Kind {
    const ALL: [Kind; 7] =
        [Kind::SignIn, Kind::Invitation, Kind::Received, Kind::Asked, Kind::Published, Kind::Declined, Kind::Confirm];

    /// As the database says it.
    pub fn code(self) -> &'static str {
        match self {
            Kind::SignIn => "sign-in",
            Kind::Invitation => "invitation",
            Kind::Received => "received",
            Kind::Asked => "asked",
            Kind::Published => "published",
            Kind::Declined => "declined",
            Kind::Confirm => "confirm",
        }
    }

    /// The kind of a code.
    pub fn of(code: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// What a link in a letter opens without signing in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opens {
    /// A proposal: to look at it, answer and change it.
    Proposal,
    /// The question whether an activity's facts are still true.
    Activity,
}

impl Opens {
    /// As the database says it.
    pub fn code(self) -> &'static str {
        match self {
            Opens::Proposal => "proposal",
            Opens::Activity => "activity",
        }
    }

    /// How long such a link waits.
    pub fn waits(self) -> TimeDelta {
        match self {
            Opens::Proposal => TimeDelta::days(90),
            Opens::Activity => TimeDelta::days(60),
        }
    }
}

/// A letter before it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// What it is for.
    pub kind: Kind,
    /// A mail address.
    pub recipient: String,
    /// The reader's language.
    pub language: Language,
    /// The id of the account, proposal or activity it is about; may be ''.
    pub subject_id: String,
    /// What somebody wrote in it, or what something is called; may be ''.
    pub note: String,
}
