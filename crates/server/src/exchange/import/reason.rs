//! What can be wrong in a file that is brought in: a closed list, each with a sentence in every language.

use crate::i18n::Language;
use crate::times::TimesProblem;

/// What a problem did to the record it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Weight {
    /// Only good to know.
    Note,
    /// Something waits for a person: the record went in without what could not be understood.
    Question,
    /// The record did not go in.
    Rejected,
    /// A whole file, or the rest of one, could not be read.
    File,
}

macro_rules! reasons {
    ($($(#[$doc:meta])* $name:ident = $key:literal,)*) => {
        /// Why something in a file did not go in as it stood.
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        pub enum Reason {
            $($(#[$doc])* $name,)*
            /// A time that is not understood; the key is one of [`TimesProblem::KEYS`].
            Times(&'static str),
        }

        impl Reason {
            /// The Fluent key of the sentence; it takes `$value`, or `$piece` when it is about times.
            pub fn key(&self) -> &'static str {
                match self {
                    $(Reason::$name => $key,)*
                    Reason::Times(key) => key,
                }
            }

            /// The keys of every reason of our own.
            pub const KEYS: &'static [&'static str] = &[$($key,)*];
        }
    };
}

reasons! {
    /// A file that is not there or cannot be opened.
    FileUnreadable = "import-file-unreadable",
    /// More bytes than are read.
    FileTooLarge = "import-file-too-large",
    /// Nothing in it.
    FileEmpty = "import-file-empty",
    /// Neither a table nor a spreadsheet.
    NotATable = "import-not-a-table",
    /// A spreadsheet of another kind.
    OtherSpreadsheet = "import-other-spreadsheet",
    /// A spreadsheet with a password.
    Protected = "import-protected",
    /// No row with headings.
    NoHeadings = "import-no-headings",
    /// More rows, columns or characters than are read.
    TableTooLarge = "import-table-too-large",
    /// Damaged from some place on.
    Damaged = "import-damaged",
    /// Headings that are none of ours.
    UnknownTable = "import-unknown-table",
    /// A column every such table has.
    MissingColumn = "import-missing-column",
    /// A column nobody reads.
    UnknownColumn = "import-unknown-column",
    /// A column that is there twice.
    ColumnTwice = "import-column-twice",
    /// More cells than headings.
    ExtraCells = "import-extra-cells",
    /// Not JSON from some place on.
    NotJson = "import-not-json",
    /// Lists in lists in lists.
    TooDeep = "import-too-deep",
    /// One record of many megabytes.
    RecordTooLarge = "import-record-too-large",
    /// Reading took longer than it may.
    TimeOver = "import-time-over",
    /// JSON that holds nothing of HSDS.
    NotHsds = "import-not-hsds",
    /// JSON that holds nothing of the Finnish Service Catalogue.
    NotPtv = "import-not-ptv",
    /// JSON that holds nothing of Linked Events.
    NotLinkedEvents = "import-not-linked-events",
    /// JSON that is no activity of Lähellä.fi.
    NotLahella = "import-not-lahella",
    /// No calendar, or an event that cannot be read.
    NotICal = "import-not-ical",
    /// Something that is over already.
    Over = "import-over",
    /// Fewer pages than the source says there are.
    PagesMissing = "import-pages-missing",

    /// A record that was there before in the same run.
    Repeat = "import-repeat",
    /// A record another source has brought, or someone has made here.
    OfAnotherSource = "import-of-another-source",
    /// An organization was made because a row named it.
    OrganizationMade = "import-organization-made",
    /// No name.
    MissingName = "import-missing-name",
    /// No id.
    MissingId = "import-missing-id",
    /// No arranger.
    MissingOrganization = "import-missing-organization",
    /// Several organizations of one name.
    AmbiguousOrganization = "import-ambiguous-organization",
    /// An id of an organization that is nowhere.
    UnknownOrganization = "import-unknown-organization",
    /// A Finnish personal identity code.
    IdentityCode = "import-identity-code",
    /// Something every such record has.
    Required = "import-required",
    /// A number where text should be, and the like.
    WrongType = "import-wrong-type",
    /// A text that is longer than there is room for; cut.
    TooLong = "import-too-long",
    /// A list that is longer than there is room for; cut.
    TooMany = "import-too-many",

    /// A label that is not in the list.
    UnknownLabel = "import-unknown-label",
    /// The kind of the activity was not told.
    MissingKind = "import-missing-kind",
    /// A language that is not known.
    UnknownLanguage = "import-unknown-language",
    /// A target group that is not in the list.
    UnknownTargetGroup = "import-unknown-target-group",
    /// A municipality that is not known.
    UnknownMunicipality = "import-unknown-municipality",
    /// A postal code that is not known.
    UnknownPostalCode = "import-unknown-postal-code",
    /// A place by id that is nowhere.
    UnknownPlace = "import-unknown-place",
    /// An activity by id that is nowhere.
    UnknownActivity = "import-unknown-activity",
    /// A term of a taxonomy that is nowhere.
    UnknownTerm = "import-unknown-term",
    /// A setting that is not in the list.
    UnknownSetting = "import-unknown-setting",
    /// A point that is not in Finland.
    OutsideFinland = "import-outside-finland",
    /// Half a point.
    HalfPoint = "import-half-point",
    /// Not a latitude.
    Latitude = "import-latitude",
    /// Not a longitude.
    Longitude = "import-longitude",
    /// Not a UUID.
    Uuid = "import-uuid",
    /// Not a mail address.
    Email = "import-email",
    /// Not a web address.
    Uri = "import-uri",
    /// Not a phone number.
    Phone = "import-phone",
    /// Not a day.
    Date = "import-date",
    /// A day that is to come, where only a past one has sense.
    FutureDate = "import-future-date",
    /// Not a moment.
    DateTime = "import-date-time",
    /// Not an hour of the day.
    Time = "import-time",
    /// Not a whole number in the range.
    Number = "import-number",
    /// Not an age.
    Age = "import-age",
    /// The youngest is older than the oldest.
    AgeOrder = "import-age-order",
    /// Not hours a week.
    Hours = "import-hours",
    /// Not 1–5.
    Step = "import-step",
    /// Not a business id.
    BusinessId = "import-business-id",
    /// A code that is none of those allowed.
    NotAllowed = "import-not-allowed",
    /// A schedule that does not say when.
    Schedule = "import-schedule",
}

impl Reason {
    /// The reason as a sentence; `value` is what stood in the file.
    pub fn tell(&self, value: &str, language: Language) -> String {
        match self {
            Reason::Times(key) => language.with(key, &[("piece", value.to_owned().into())]),
            _ => language.with(self.key(), &[("value", value.to_owned().into())]),
        }
    }
}

impl From<&TimesProblem> for Reason {
    fn from(problem: &TimesProblem) -> Self {
        Reason::Times(problem.key())
    }
}
