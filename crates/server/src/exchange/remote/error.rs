//! Why a source could not be gathered: a closed list, each with a sentence in every language.

use crate::exchange::fetch::FetchError;
use crate::i18n::Language;

/// Why nothing is there to import.
#[derive(Debug, thiserror::Error)]
pub enum RemoteError {
    /// An address could not be fetched.
    #[error("{address}: {error}")]
    Fetch {
        /// Which.
        address: String,
        /// Why.
        error: FetchError,
    },
    /// What came is no JSON, or breaks off.
    #[error("{0}: not JSON")]
    NotJson(String),
    /// A page for people where data was expected.
    #[error("{0}: a web page")]
    WebPage(String),
    /// Letters that cannot be read: not UTF-8, and nobody says what else.
    #[error("{0}: an unknown charset")]
    Charset(String),
    /// JSON that is no list of records.
    #[error("{0}: no list of records")]
    NoList(String),
    /// Pages without end: the same again, or more than anybody has.
    #[error("{0}: pages without end")]
    Endless(String),
    /// More bytes on all pages together than are read.
    #[error("{0}: too much")]
    TooMuch(String),
    /// The next page is on another host.
    #[error("{0}: the next page is elsewhere")]
    Elsewhere(String),
    /// The whole country's service catalogue: a municipality or an organization must be chosen.
    #[error("{0}: neither a municipality nor an organization")]
    WholeCountry(String),
    /// The spool.
    #[error("the spool cannot be used: {0}")]
    Disk(#[from] std::io::Error),
    /// The thread that reads stopped: a fault of ours.
    #[error("the thread that reads stopped: {0}")]
    Thread(#[from] tokio::task::JoinError),
}

impl RemoteError {
    /// The Fluent key of the sentence; it takes `$address` and `$value`.
    pub fn key(&self) -> &'static str {
        match self {
            RemoteError::Fetch { .. } => "remote-fetch",
            RemoteError::NotJson(_) => "remote-not-json",
            RemoteError::WebPage(_) => "remote-web-page",
            RemoteError::Charset(_) => "remote-charset",
            RemoteError::NoList(_) => "remote-no-list",
            RemoteError::Endless(_) => "remote-endless",
            RemoteError::TooMuch(_) => "remote-too-much",
            RemoteError::Elsewhere(_) => "remote-elsewhere",
            RemoteError::WholeCountry(_) => "remote-whole-country",
            RemoteError::Disk(_) => "remote-disk",
            RemoteError::Thread(_) => "remote-thread",
        }
    }

    /// The keys of every sentence.
    pub const KEYS: [&'static str; 11] = [
        "remote-fetch",
        "remote-not-json",
        "remote-web-page",
        "remote-charset",
        "remote-no-list",
        "remote-endless",
        "remote-too-much",
        "remote-elsewhere",
        "remote-whole-country",
        "remote-disk",
        "remote-thread",
    ];

    /// What happened, where, and what to do.
    pub fn tell(&self, language: Language) -> String {
        let (address, value) = match self {
            RemoteError::Fetch { address, error } => (address.clone(), error.tell(language)),
            RemoteError::NotJson(address)
            | RemoteError::WebPage(address)
            | RemoteError::Charset(address)
            | RemoteError::NoList(address)
            | RemoteError::Endless(address)
            | RemoteError::TooMuch(address)
            | RemoteError::Elsewhere(address)
            | RemoteError::WholeCountry(address) => (address.clone(), String::new()),
            RemoteError::Disk(error) => (String::new(), error.to_string()),
            RemoteError::Thread(error) => (String::new(), error.to_string()),
        };
        language.with(self.key(), &[("address", address.into()), ("value", value.into())])
    }

    /// Whether it may well succeed later without anybody doing anything; what was gathered so far is kept for that.
    pub fn may_pass(&self) -> bool {
        matches!(self, RemoteError::Fetch { error, .. } if error.may_pass())
    }
}
