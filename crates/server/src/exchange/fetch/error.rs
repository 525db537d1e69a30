//! Why something could not be fetched: a closed list, each with a sentence in every language that says what to do.

use crate::i18n::Language;

/// Why nothing was fetched.
#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    /// Not an address of the web.
    #[error("not a web address")]
    NotAnAddress,
    /// Neither http nor https.
    #[error("not http or https")]
    Scheme,
    /// A name or password stands in the address.
    #[error("a user name stands in the address")]
    UserInfo,
    /// A port that web servers do not have, on a host that is not opened.
    #[error("port {0} is not fetched from")]
    Port(u16),
    /// The host is inside this machine or its network.
    #[error("{0} is not on the open network")]
    Inside(String),
    /// Nobody knows the name.
    #[error("no such host: {0}")]
    UnknownHost(String),
    /// Nobody answers there.
    #[error("no connection to {0}")]
    Unreachable(String),
    /// No safe connection: an old, wrong or unknown certificate, or no TLS at all.
    #[error("no safe connection to {0}: {1}")]
    Tls(String, String),
    /// Connected, and nothing came.
    #[error("{0} does not answer")]
    Silent(String),
    /// It came too slowly: nothing for long, or not all of it in time.
    #[error("{0} sends too slowly")]
    Slow(String),
    /// It broke off, or was no HTTP.
    #[error("the answer of {0} is broken")]
    Broken(String),
    /// Headers beyond what is read.
    #[error("the headers of {0} are too large")]
    Headers(String),
    /// More bytes than are read.
    #[error("more than {0} bytes")]
    TooLarge(u64),
    /// A small file that unpacks to a huge one.
    #[error("unpacks to too much")]
    Bomb,
    /// Packed in a way that was not asked for.
    #[error("an unknown content encoding")]
    Encoding(String),
    /// From one address to the next without end.
    #[error("too many redirects")]
    Redirects,
    /// A redirect that leads nowhere.
    #[error("a redirect without an address")]
    BadRedirect,
    /// From a safe address to an unsafe one.
    #[error("a redirect from https to http")]
    Downgrade,
    /// There is no such page.
    #[error("not found: {0}")]
    NotFound(u16),
    /// One must sign in there.
    #[error("not allowed: {0}")]
    Denied(u16),
    /// Too many ask, or it is being mended; longer than we wait.
    #[error("busy")]
    Busy,
    /// Another answer that is no success.
    #[error("status {0}")]
    Status(u16),
    /// The spool file could not be written.
    #[error("the spool file cannot be written: {0}")]
    Disk(#[from] std::io::Error),
}

impl FetchError {
    /// The Fluent key of the sentence; it takes `$value`.
    pub fn key(&self) -> &'static str {
        match self {
            FetchError::NotAnAddress => "fetch-not-an-address",
            FetchError::Scheme => "fetch-scheme",
            FetchError::UserInfo => "fetch-user-info",
            FetchError::Port(_) => "fetch-port",
            FetchError::Inside(_) => "fetch-inside",
            FetchError::UnknownHost(_) => "fetch-unknown-host",
            FetchError::Unreachable(_) => "fetch-unreachable",
            FetchError::Tls(..) => "fetch-tls",
            FetchError::Silent(_) => "fetch-silent",
            FetchError::Slow(_) => "fetch-slow",
            FetchError::Broken(_) => "fetch-broken",
            FetchError::Headers(_) => "fetch-headers",
            FetchError::TooLarge(_) => "fetch-too-large",
            FetchError::Bomb => "fetch-bomb",
            FetchError::Encoding(_) => "fetch-encoding",
            FetchError::Redirects => "fetch-redirects",
            FetchError::BadRedirect => "fetch-bad-redirect",
            FetchError::Downgrade => "fetch-downgrade",
            FetchError::NotFound(_) => "fetch-not-found",
            FetchError::Denied(_) => "fetch-denied",
            FetchError::Busy => "fetch-busy",
            FetchError::Status(_) => "fetch-status",
            FetchError::Disk(_) => "fetch-disk",
        }
    }

    /// The keys of every sentence.
    pub const KEYS: [&'static str; 23] = [
        "fetch-not-an-address",
        "fetch-scheme",
        "fetch-user-info",
        "fetch-port",
        "fetch-inside",
        "fetch-unknown-host",
        "fetch-unreachable",
        "fetch-tls",
        "fetch-silent",
        "fetch-slow",
        "fetch-broken",
        "fetch-headers",
        "fetch-too-large",
        "fetch-bomb",
        "fetch-encoding",
        "fetch-redirects",
        "fetch-bad-redirect",
        "fetch-downgrade",
        "fetch-not-found",
        "fetch-denied",
        "fetch-busy",
        "fetch-status",
        "fetch-disk",
    ];

    /// What happened and what to do, in one or two sentences.
    pub fn tell(&self, language: Language) -> String {
        language.with(self.key(), &[("value", self.value().into())])
    }

    /// Whether it may well succeed later without anybody doing anything.
    pub fn may_pass(&self) -> bool {
        match self {
            FetchError::UnknownHost(_)
            | FetchError::Unreachable(_)
            | FetchError::Silent(_)
            | FetchError::Slow(_)
            | FetchError::Broken(_)
            | FetchError::Busy => true,
            FetchError::Status(status) => *status >= 500,
            _ => false,
        }
    }

    fn value(&self) -> String {
        match self {
            FetchError::Port(port) => port.to_string(),
            FetchError::Inside(host)
            | FetchError::UnknownHost(host)
            | FetchError::Unreachable(host)
            | FetchError::Tls(host, _)
            | FetchError::Silent(host)
            | FetchError::Slow(host)
            | FetchError::Broken(host)
            | FetchError::Headers(host) => host.clone(),
            FetchError::TooLarge(bytes) => (bytes / 1_000_000).max(1).to_string(),
            FetchError::Encoding(name) => name.clone(),
            FetchError::NotFound(status) | FetchError::Denied(status) | FetchError::Status(status) => {
                status.to_string()
            }
            FetchError::Disk(error) => error.to_string(),
            _ => String::new(),
        }
    }
}
