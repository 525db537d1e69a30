//! One connection for one request: to an address that was checked, and to no other.

use std::net::SocketAddr;
use std::sync::Arc;

use http_body_util::Empty;
use hyper::body::{Bytes, Incoming};
use hyper::client::conn::http1;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::task::JoinHandle;
use tokio::time::{Instant, timeout, timeout_at};
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};
use url::Url;

use super::error::FetchError;
use super::{Limits, host_of};

/// Headers in an answer.
const MOST_HEADERS: usize = 100;
/// Bytes of headers in an answer.
const MOST_HEADER_BYTES: usize = 32 * 1024;
/// Bytes of an answer that wait to be taken.
const BUFFER: usize = 64 * 1024;

/// How certificates are checked: by the authorities that browsers trust.
pub(super) fn tls(roots: RootCertStore) -> Arc<ClientConfig> {
    let builder = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()));
    // Both versions that the provider has are safe; it has no others.
    let builder = builder.with_safe_default_protocol_versions().expect("ring knows the versions of TLS");
    let mut config = builder.with_root_certificates(roots).with_no_client_auth();
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Arc::new(config)
}

/// An answer whose body is still to come, with the connection it comes on.
pub(super) struct Answer {
    pub(super) response: Response<Incoming>,
    driver: Driver,
}

impl Answer {
    /// The body, and what must be held until it is read.
    pub(super) fn into_body(self) -> (Incoming, Driver) {
        (self.response.into_body(), self.driver)
    }
}

/// What moves the bytes of a connection; ends with whoever holds it.
pub(super) struct Driver(JoinHandle<()>);

impl Drop for Driver {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Connects to the first of the addresses that answers, asks, and waits for the headers.
pub(super) async fn ask(
    tls: &Arc<ClientConfig>,
    url: &Url,
    addresses: &[SocketAddr],
    request: Request<Empty<Bytes>>,
    limits: &Limits,
) -> Result<Answer, FetchError> {
    let host = host_of(url);
    let until = Instant::now() + limits.connect;
    let stream = connect(addresses, until, limits).await.ok_or_else(|| FetchError::Unreachable(host.clone()))?;
    if url.scheme() != "https" {
        return exchange(stream, request, &host, limits).await;
    }
    let refused = |why: String| FetchError::Tls(host.clone(), why);
    // A host of an address stands in brackets when it is of version 6; names of servers have none.
    let name = host.trim_start_matches('[').trim_end_matches(']').to_owned();
    let name = ServerName::try_from(name).map_err(|error| refused(error.to_string()))?;
    let shaken = timeout_at(until, TlsConnector::from(tls.clone()).connect(name, stream)).await;
    let stream = shaken.map_err(|_| FetchError::Silent(host.clone()))?.map_err(|error| refused(error.to_string()))?;
    exchange(stream, request, &host, limits).await
}

/// A connection to one of the addresses; each gets its share of the time.
async fn connect(addresses: &[SocketAddr], until: Instant, limits: &Limits) -> Option<TcpStream> {
    let share = limits.connect / u32::try_from(addresses.len().clamp(1, 4)).unwrap_or(1);
    for address in addresses {
        let trying = timeout(share, TcpStream::connect(address));
        if let Ok(Ok(Ok(stream))) = timeout_at(until, trying).await {
            return Some(stream);
        }
    }
    None
}

async fn exchange(
    stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
    request: Request<Empty<Bytes>>,
    host: &str,
    limits: &Limits,
) -> Result<Answer, FetchError> {
    let mut builder = http1::Builder::new();
    builder.max_headers(MOST_HEADERS).max_header_size(MOST_HEADER_BYTES).max_buf_size(BUFFER);
    let (mut sender, connection) =
        builder.handshake(TokioIo::new(stream)).await.map_err(|_| FetchError::Broken(host.to_owned()))?;
    let driver = Driver(tokio::spawn(async move {
        // How it ends is told to the one who asks.
        let _ = connection.await;
    }));
    let response = timeout(limits.first_byte, sender.send_request(request)).await;
    let response = response.map_err(|_| FetchError::Silent(host.to_owned()))?;
    let response = response.map_err(|error| {
        if error.is_parse_too_large() {
            FetchError::Headers(host.to_owned())
        } else {
            FetchError::Broken(host.to_owned())
        }
    })?;
    Ok(Answer { response, driver })
}
