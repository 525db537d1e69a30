//! Safe fetching: what people type as the address of a source is fetched into a file of the spool, and nothing else is
//! reached by it.
//!
//! Shows [`Fetcher`] (one for the whole program), what is asked of it ([`Asked`]), what it gives ([`Fetched`], removed when
//! dropped) and why not ([`FetchError`]).
//!
//! - A name is looked up once; if any of its addresses is inside the own machine or network the host is refused, else the
//!   connection goes to the very addresses that were checked, so that a second answer of the name server changes nothing.
//! - Redirects are followed here, each checked anew, and never from https to http.
//! - There are limits to bytes (as received and as unpacked), headers and every kind of waiting.
//! - A host is asked one thing at a time, with a pause between, and when it says "later" we wait or give up.
//!
//! The client is `hyper`'s connection alone, over a stream that we opened ourselves. It was in the tree already as axum's
//! server; new is only `tokio-rustls`, a thin layer over the rustls and ring that the database driver brings. `reqwest`
//! takes its own way round our resolver for addresses in figures, follows redirects and proxies by itself and brings a
//! dozen crates; `ureq` blocks, and its resolver and connector are outside its promise of stable versions. With a
//! connection of our own there is nothing that could connect elsewhere. All of these are MIT or Apache-2.0.

mod address;
mod body;
mod connection;
mod error;
mod manners;
mod names;
mod open;
mod spool;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use http_body_util::Empty;
use hyper::body::Bytes;
use hyper::{Request, StatusCode, header};
use tokio::time::{Instant, sleep};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};
use url::Url;

pub use self::error::FetchError;
use self::manners::{Manners, asked_to_wait, text};
use self::names::Names;
pub use self::open::{NotAHost, OpenHost};
pub(super) use self::spool::ENDING;
pub use self::spool::Spooled;

/// How much, and how long.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Bytes of a body, as received and as unpacked.
    pub bytes: u64,
    /// Until there is a connection, a safe one where that is asked for.
    pub connect: Duration,
    /// Until all headers are there.
    pub first_byte: Duration,
    /// Between two pieces of a body.
    pub between_bytes: Duration,
    /// For one answer, from asking to its last byte.
    pub whole: Duration,
    /// Left alone between two requests to one host.
    pub pause: Duration,
    /// Waited before asking again when a host is busy and does not say how long.
    pub busy: Duration,
    /// Waited for a busy host altogether.
    pub most_busy: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            bytes: 512_000_000,
            connect: Duration::from_secs(15),
            first_byte: Duration::from_secs(60),
            between_bytes: Duration::from_secs(30),
            whole: Duration::from_secs(30 * 60),
            pause: Duration::from_millis(250),
            busy: Duration::from_secs(5),
            most_busy: Duration::from_secs(180),
        }
    }
}

/// Redirects that are followed.
const MOST_REDIRECTS: usize = 5;
/// How often a busy host is asked.
const MOST_TRIES: u32 = 4;
/// The longest address.
const LONGEST_ADDRESS: usize = 8_000;

/// What a server says of the version it gave, to ask later whether there is another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Validators {
    /// `ETag`, '' when not told.
    pub etag: String,
    /// `Last-Modified`, '' when not told.
    pub last_modified: String,
}

/// What is to be fetched.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The address, as it was typed.
    pub address: &'a str,
    /// The media types that are wanted, as the `Accept` header has them.
    pub accept: &'a str,
    /// The version that is known already; with it the answer may be "not modified".
    pub known: Option<&'a Validators>,
    /// Where the file is put.
    pub folder: &'a Path,
    /// Bytes that are wanted at most, if that is less than the fetcher's own limit.
    pub most_bytes: Option<u64>,
}

/// What was fetched.
#[derive(Debug)]
pub struct Fetched {
    /// The body, removed when this is dropped; there is none when it was not modified.
    pub file: Spooled,
    /// The media type in small letters, without its parameters; '' when not told.
    pub content_type: String,
    /// The charset the server declares, in small letters; '' when not told.
    pub charset: String,
    /// For the next time.
    pub validators: Validators,
    /// Where it was found after all redirects.
    pub final_url: Url,
    /// The version that is known already is still the newest; there is no body.
    pub not_modified: bool,
    /// Bytes in the file.
    pub bytes: u64,
}

/// Fetches over the open network. One for the whole program, so that it is polite as a whole; cheap to clone.
#[derive(Clone)]
pub struct Fetcher(Arc<Inner>);

struct Inner {
    open: Vec<OpenHost>,
    limits: Limits,
    user_agent: String,
    names: Names,
    manners: Manners,
    tls: Arc<ClientConfig>,
}

/// What one request came to.
enum Hop {
    Here(Box<Fetched>),
    Elsewhere(Url),
}

/// What one try of a request came to.
enum Try {
    Done(Hop),
    /// The host is busy, and for how long if it says so.
    Later(Option<Duration>),
}

impl Fetcher {
    /// A fetcher that also reaches the hosts that were opened, and names the service by its address for people.
    pub fn new(open: Vec<OpenHost>, public_url: Option<&str>, limits: Limits) -> Self {
        let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        Self::with(open, public_url, limits, Names::System, roots)
    }

    fn with(open: Vec<OpenHost>, public_url: Option<&str>, limits: Limits, names: Names, roots: RootCertStore) -> Self {
        let version = env!("CARGO_PKG_VERSION");
        let user_agent = match public_url.filter(|url| header::HeaderValue::from_str(url).is_ok()) {
            Some(url) => format!("Tarjotin/{version} (+{url})"),
            None => format!("Tarjotin/{version}"),
        };
        let (manners, tls) = (Manners::default(), connection::tls(roots));
        Fetcher(Arc::new(Inner { open, limits, user_agent, names, manners, tls }))
    }

    /// Checks an address as far as that is possible without the network: for forms, before it is saved.
    ///
    /// # Errors
    /// When it would be refused whatever answers there.
    pub fn check(&self, address: &str) -> Result<Url, FetchError> {
        let url = read(address)?;
        let is_open = open::is_open(&self.0.open, &url);
        names::check(&url, is_open)?;
        Ok(url)
    }

    /// Fetches a file into the folder.
    ///
    /// # Errors
    /// See [`FetchError`]; no file is left then.
    pub async fn fetch(&self, asked: Asked<'_>) -> Result<Fetched, FetchError> {
        let mut url = read(asked.address)?;
        for _ in 0..=MOST_REDIRECTS {
            match self.hop(&url, &asked).await? {
                Hop::Here(fetched) => return Ok(*fetched),
                Hop::Elsewhere(next) if url.scheme() == "https" && next.scheme() == "http" => {
                    return Err(FetchError::Downgrade);
                }
                Hop::Elsewhere(next) => url = next,
            }
        }
        Err(FetchError::Redirects)
    }

    /// Asks one address, again when it is busy.
    async fn hop(&self, url: &Url, asked: &Asked<'_>) -> Result<Hop, FetchError> {
        let limits = &self.0.limits;
        let is_open = open::is_open(&self.0.open, url);
        names::check(url, is_open)?;
        let _turn = self.0.manners.turn(&host_of(url), limits.pause).await;
        let mut waited = Duration::ZERO;
        for _ in 0..MOST_TRIES {
            let wait = match self.once(url, is_open, asked).await? {
                Try::Done(hop) => return Ok(hop),
                Try::Later(wait) => wait.unwrap_or(limits.busy),
            };
            waited = waited.saturating_add(wait);
            if waited > limits.most_busy {
                break;
            }
            sleep(wait).await;
        }
        Err(FetchError::Busy)
    }

    async fn once(&self, url: &Url, is_open: bool, asked: &Asked<'_>) -> Result<Try, FetchError> {
        let own = &self.0.limits;
        let limits = Limits { bytes: asked.most_bytes.unwrap_or(own.bytes).min(own.bytes), ..*own };
        let until = Instant::now() + limits.whole;
        let host = host_of(url);
        let addresses = self.0.names.checked(url, is_open, limits.connect).await?;
        let request = self.request(url, asked)?;
        let answer = connection::ask(&self.0.tls, url, &addresses, request, &limits).await?;
        let (status, headers) = (answer.response.status(), answer.response.headers().clone());
        match status {
            StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => {
                return Ok(Try::Later(asked_to_wait(&headers)));
            }
            StatusCode::MOVED_PERMANENTLY
            | StatusCode::FOUND
            | StatusCode::SEE_OTHER
            | StatusCode::TEMPORARY_REDIRECT
            | StatusCode::PERMANENT_REDIRECT => {
                let next = text(&headers, header::LOCATION).and_then(|to| url.join(to).ok());
                let mut next = next.filter(|next| next.has_host()).ok_or(FetchError::BadRedirect)?;
                next.set_fragment(None);
                return Ok(Try::Done(Hop::Elsewhere(read(next.as_str())?)));
            }
            StatusCode::OK | StatusCode::NON_AUTHORITATIVE_INFORMATION => {}
            StatusCode::NOT_MODIFIED if asked.known.is_some() => {}
            StatusCode::NOT_FOUND | StatusCode::GONE => return Err(FetchError::NotFound(status.as_u16())),
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => return Err(FetchError::Denied(status.as_u16())),
            other => return Err(FetchError::Status(other.as_u16())),
        }
        let (content_type, charset) = media_type(text(&headers, header::CONTENT_TYPE).unwrap_or_default());
        let told = |name| text(&headers, name).unwrap_or_default().to_owned();
        let mut fetched = Fetched {
            file: Spooled::new_in(asked.folder),
            content_type,
            charset,
            validators: Validators { etag: told(header::ETAG), last_modified: told(header::LAST_MODIFIED) },
            final_url: url.clone(),
            not_modified: status == StatusCode::NOT_MODIFIED,
            bytes: 0,
        };
        if fetched.not_modified {
            return Ok(Try::Done(Hop::Here(Box::new(fetched))));
        }
        let packed = match told(header::CONTENT_ENCODING).to_ascii_lowercase().as_str() {
            "" | "identity" => false,
            "gzip" | "x-gzip" => true,
            other => return Err(FetchError::Encoding(other.to_owned())),
        };
        let told_length = text(&headers, header::CONTENT_LENGTH).and_then(|length| length.parse::<u64>().ok());
        if told_length.is_some_and(|length| length > limits.bytes) {
            return Err(FetchError::TooLarge(limits.bytes));
        }
        let (body, _driver) = answer.into_body();
        let received = body::save(body, packed, fetched.file.path(), &host, &limits, until).await?;
        fetched.bytes = received.unpacked;
        Ok(Try::Done(Hop::Here(Box::new(fetched))))
    }

    fn request(&self, url: &Url, asked: &Asked<'_>) -> Result<Request<Empty<Bytes>>, FetchError> {
        let target = &url[url::Position::BeforePath..url::Position::AfterQuery];
        let host = &url[url::Position::BeforeHost..url::Position::AfterPort];
        let mut request = Request::get(target)
            .header(header::HOST, host)
            .header(header::USER_AGENT, &self.0.user_agent)
            .header(header::ACCEPT, asked.accept)
            .header(header::ACCEPT_ENCODING, "gzip")
            .header(header::CONNECTION, "close");
        if let Some(known) = asked.known {
            for (name, value) in
                [(header::IF_NONE_MATCH, &known.etag), (header::IF_MODIFIED_SINCE, &known.last_modified)]
            {
                if !value.is_empty() {
                    request = request.header(name, value);
                }
            }
        }
        request.body(Empty::new()).map_err(|_| FetchError::NotAnAddress)
    }
}

/// Reads an address: http or https, nobody's name in it.
fn read(address: &str) -> Result<Url, FetchError> {
    let address = address.trim();
    if address.len() > LONGEST_ADDRESS {
        return Err(FetchError::NotAnAddress);
    }
    let mut url = Url::parse(address).map_err(|_| FetchError::NotAnAddress)?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(FetchError::Scheme);
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(FetchError::UserInfo);
    }
    if !url.has_host() {
        return Err(FetchError::NotAnAddress);
    }
    url.set_fragment(None);
    Ok(url)
}

/// The host as it stands in an address.
fn host_of(url: &Url) -> String {
    url.host_str().unwrap_or_default().to_owned()
}

/// A media type and its charset, in small letters.
fn media_type(told: &str) -> (String, String) {
    let told = told.to_ascii_lowercase();
    let mut parts = told.split(';').map(str::trim);
    let kind = parts.next().unwrap_or_default().to_owned();
    let charset = parts.find_map(|part| part.strip_prefix("charset=")).unwrap_or_default();
    (kind, charset.trim_matches(['"', '\'']).to_owned())
}

#[cfg(test)]
pub(super) mod tests;
