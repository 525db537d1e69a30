//! Hosts that the keeper has opened: what is fetched from them may be inside the own network and on any port.

use std::str::FromStr;

use url::{Host, Url};

/// A host, with or without a port: `localhost:8081`, `10.0.0.7`, `[::1]:8080`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenHost {
    host: String,
    /// `None`: every port.
    port: Option<u16>,
}

/// Not a host.
#[derive(Debug, thiserror::Error)]
#[error("not HOST or HOST:PORT")]
pub struct NotAHost;

impl FromStr for OpenHost {
    type Err = NotAHost;

    fn from_str(text: &str) -> Result<Self, NotAHost> {
        let text = text.trim();
        let (host, port) = match text.rsplit_once(':') {
            // The last colon of a bare address of version 6 is no sign of a port.
            Some((host, port)) if !host.contains(':') || host.ends_with(']') => {
                (host, Some(port.parse().map_err(|_| NotAHost)?))
            }
            _ => (text, None),
        };
        let host = if host.contains(':') && !host.starts_with('[') { format!("[{host}]") } else { host.to_owned() };
        let host = Host::parse(&host).map_err(|_| NotAHost)?;
        Ok(OpenHost { host: without_dot(&host.to_string()), port })
    }
}

/// Whether an address is on a host that was opened.
pub(super) fn is_open(hosts: &[OpenHost], url: &Url) -> bool {
    let Some(host) = url.host_str().map(without_dot) else { return false };
    let port = url.port_or_known_default();
    hosts.iter().any(|open| open.host == host && (open.port.is_none() || open.port == port))
}

fn without_dot(host: &str) -> String {
    host.trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opens(host: &str, address: &str) -> bool {
        is_open(&[host.parse().expect("a host")], &Url::parse(address).expect("an address"))
    }

    #[test]
    fn a_host_is_open_with_its_port_or_with_every_port() {
        assert!(opens("localhost:8081", "http://localhost:8081/x"));
        assert!(opens("LOCALHOST", "http://localhost.:1/"));
        assert!(opens("localhost:80", "http://localhost/"));
        assert!(!opens("localhost:8081", "http://localhost:8082/"));
        assert!(!opens("localhost", "http://127.0.0.1/"));
        assert!(opens("127.0.0.1:8080", "http://2130706433:8080/"), "the same address, written otherwise");
        for written in ["::1", "[::1]", "[::1]:9"] {
            assert!(opens(written, "http://[0:0:0:0:0:0:0:1]:9/"), "{written}");
        }
        for written in ["", "localhost:", "localhost:x", "local host", "[::1"] {
            assert!(written.parse::<OpenHost>().is_err(), "{written}");
        }
    }
}
