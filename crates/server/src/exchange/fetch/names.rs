//! From a host to the addresses that may be connected to.

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use tokio::time::timeout;
use url::{Host, Url};

use super::address::is_public;
use super::error::FetchError;
use super::host_of;

/// Addresses of one host that are tried.
const MOST_ADDRESSES: usize = 8;

/// What is known of a name.
#[cfg(test)]
type Told = std::sync::Arc<dyn Fn(&str) -> Vec<IpAddr> + Send + Sync>;

/// Who tells what a name means.
pub(super) enum Names {
    /// The machine.
    System,
    /// A test.
    #[cfg(test)]
    Told(Told),
}

impl Names {
    /// The addresses of a host, each checked unless the host is opened. One that leads inside makes all of them suspect.
    pub(super) async fn checked(
        &self,
        url: &Url,
        is_open: bool,
        time: Duration,
    ) -> Result<Vec<SocketAddr>, FetchError> {
        let host = host_of(url);
        let port = url.port_or_known_default().ok_or(FetchError::NotAnAddress)?;
        let addresses = match url.host().ok_or(FetchError::NotAnAddress)? {
            Host::Ipv4(address) => vec![IpAddr::V4(address)],
            Host::Ipv6(address) => vec![IpAddr::V6(address)],
            Host::Domain(name) => {
                let found =
                    timeout(time, self.look_up(name, port)).await.map_err(|_| FetchError::Silent(host.clone()))?;
                found.map_err(|_| FetchError::UnknownHost(host.clone()))?
            }
        };
        if addresses.is_empty() {
            return Err(FetchError::UnknownHost(host));
        }
        if !is_open && !addresses.iter().all(|address| is_public(*address)) {
            return Err(FetchError::Inside(host));
        }
        Ok(addresses.into_iter().take(MOST_ADDRESSES).map(|address| SocketAddr::new(address, port)).collect())
    }

    async fn look_up(&self, name: &str, port: u16) -> io::Result<Vec<IpAddr>> {
        match self {
            Names::System => Ok(tokio::net::lookup_host((name, port)).await?.map(|address| address.ip()).collect()),
            #[cfg(test)]
            Names::Told(told) => Ok(told(name)),
        }
    }
}

/// Refuses what needs no name server to be refused: ports, and addresses in figures however they are written.
pub(super) fn check(url: &Url, is_open: bool) -> Result<(), FetchError> {
    if is_open {
        return Ok(());
    }
    let address = match url.host() {
        Some(Host::Ipv4(address)) => Some(IpAddr::V4(address)),
        Some(Host::Ipv6(address)) => Some(IpAddr::V6(address)),
        Some(Host::Domain(name)) if is_own_name(name) => return Err(FetchError::Inside(host_of(url))),
        _ => None,
    };
    if address.is_some_and(|address| !is_public(address)) {
        return Err(FetchError::Inside(host_of(url)));
    }
    match url.port_or_known_default() {
        Some(80 | 443) => Ok(()),
        Some(port) => Err(FetchError::Port(port)),
        None => Err(FetchError::NotAnAddress),
    }
}

/// Names that are never anybody's on the open network (RFC 6761, RFC 8375, RFC 9476 and what clouds use).
fn is_own_name(name: &str) -> bool {
    let name = name.trim_end_matches('.');
    let last = name.rsplit('.').next().unwrap_or_default();
    !name.contains('.')
        || matches!(last, "localhost" | "local" | "internal" | "lan" | "test" | "invalid" | "alt")
        || name.ends_with(".home.arpa")
}
