//! How sources write what they have.

/// How files are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Our own table, as CSV or a spreadsheet.
    Table,
    /// Open Referral HSDS 3.0 or 3.1, also Open Referral UK: JSON or JSON lines.
    Hsds,
    /// The Finnish Service Catalogue (Palvelutietovaranto), Open API version 11: JSON.
    Ptv,
    /// Linked Events version 1: JSON.
    LinkedEvents,
    /// Activities in the shape of Lähellä.fi's interface: JSON.
    Lahella,
    /// A calendar (RFC 5545).
    ICal,
}

impl Format {
    /// All of them.
    pub const ALL: [Format; 6] =
        [Format::Table, Format::Hsds, Format::Ptv, Format::LinkedEvents, Format::Lahella, Format::ICal];

    /// The format of a code; our own table when it is none.
    pub fn of(code: &str) -> Format {
        Format::ALL.into_iter().find(|format| format.code() == code).unwrap_or(Format::Table)
    }

    /// As the database says it.
    pub fn code(&self) -> &'static str {
        match self {
            Format::Table => "table",
            Format::Hsds => "hsds",
            Format::Ptv => "ptv",
            Format::LinkedEvents => "linked-events",
            Format::Lahella => "lahella",
            Format::ICal => "ical",
        }
    }
}
