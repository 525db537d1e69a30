//! A server on this machine that answers as badly as a story wants.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;

/// What somebody asked.
#[derive(Debug, Clone)]
pub(in crate::exchange) struct Request {
    /// Path and query.
    pub(in crate::exchange) target: String,
    pub(in crate::exchange) headers: HashMap<String, String>,
    /// How many asked before.
    pub(in crate::exchange) before: usize,
}

impl Request {
    /// The path alone.
    pub(in crate::exchange) fn path(&self) -> &str {
        self.target.split('?').next().unwrap_or_default()
    }

    /// A parameter as it stands in the query.
    pub(in crate::exchange) fn parameter(&self, name: &str) -> Option<&str> {
        let (_, query) = self.target.split_once('?')?;
        query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
    }

    /// A header, '' when it was not sent.
    pub(in crate::exchange) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }
}

/// What the server does.
pub(in crate::exchange) enum Plan {
    /// Sends this and closes.
    Bytes(Vec<u8>),
    /// Sends the first part, then the second again and again, with a pause before each.
    Again(Vec<u8>, Vec<u8>, Duration),
    /// Says nothing and holds on.
    Silence,
}

/// A server; ends when it is dropped.
pub(in crate::exchange) struct Server {
    pub(in crate::exchange) address: SocketAddr,
    asked: Arc<Mutex<Vec<Request>>>,
    task: JoinHandle<()>,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Server {
    pub(in crate::exchange) async fn answering(answer: impl Fn(&Request) -> Plan + Send + Sync + 'static) -> Server {
        Server::with(None, answer).await
    }

    /// A server that speaks TLS.
    pub(in crate::exchange) async fn with(
        tls: Option<TlsAcceptor>,
        answer: impl Fn(&Request) -> Plan + Send + Sync + 'static,
    ) -> Server {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let (asked, answer) = (Arc::new(Mutex::new(Vec::new())), Arc::new(answer));
        let requests = asked.clone();
        let task = tokio::spawn(async move {
            loop {
                let Ok((stream, _)) = listener.accept().await else { return };
                let (tls, answer, requests) = (tls.clone(), answer.clone(), requests.clone());
                tokio::spawn(async move {
                    match tls {
                        None => serve(stream, &*answer, &requests).await,
                        Some(tls) => {
                            if let Ok(stream) = tls.accept(stream).await {
                                serve(stream, &*answer, &requests).await;
                            }
                        }
                    }
                });
            }
        });
        Server { address, asked, task }
    }

    /// The address of something on it.
    pub(in crate::exchange) fn at(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// What was asked so far.
    pub(in crate::exchange) fn asked(&self) -> Vec<Request> {
        self.asked.lock().expect("no panic").clone()
    }

    /// Paths and queries that were asked so far.
    pub(in crate::exchange) fn targets(&self) -> Vec<String> {
        self.asked().into_iter().map(|request| request.target).collect()
    }
}

async fn serve(
    mut stream: impl AsyncRead + AsyncWrite + Unpin,
    answer: &(dyn Fn(&Request) -> Plan + Send + Sync),
    requests: &Mutex<Vec<Request>>,
) {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let Ok(byte) = stream.read_u8().await else { return };
        head.push(byte);
        // What is no HTTP, as the greeting of TLS, is answered as servers do.
        if !head[0].is_ascii_uppercase() {
            let _ = stream.write_all(&self::head(400, &[])).await;
            return;
        }
    }
    let head = String::from_utf8(head).expect("a request");
    let mut lines = head.lines();
    let target = lines.next().and_then(|line| line.split(' ').nth(1)).expect("a target").to_owned();
    let headers = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_lowercase(), value.trim().to_owned()))
        .collect();
    let request = {
        let mut requests = requests.lock().expect("no panic");
        let before = requests.len();
        requests.push(Request { target, headers, before });
        requests.last().expect("a request").clone()
    };
    match answer(&request) {
        Plan::Bytes(bytes) => {
            let _ = stream.write_all(&bytes).await;
            let _ = stream.shutdown().await;
        }
        Plan::Again(first, then, pause) => {
            let mut sent = stream.write_all(&first).await;
            while sent.is_ok() {
                tokio::time::sleep(pause).await;
                sent = stream.write_all(&then).await;
            }
        }
        Plan::Silence => {
            let _ = stream.read_u8().await;
        }
    }
}

/// An answer with a status, headers and a body of known length.
pub(in crate::exchange) fn answer(status: u16, headers: &[(&str, &str)], body: impl AsRef<[u8]>) -> Plan {
    let body = body.as_ref();
    let mut bytes = head(status, headers);
    bytes.truncate(bytes.len() - 2);
    bytes.extend(format!("content-length: {}\r\n\r\n", body.len()).as_bytes());
    bytes.extend(body);
    Plan::Bytes(bytes)
}

/// A good answer.
pub(in crate::exchange) fn good(kind: &str, body: impl AsRef<[u8]>) -> Plan {
    answer(200, &[("content-type", kind)], body)
}

/// A good answer of JSON.
pub(in crate::exchange) fn json(body: &serde_json::Value) -> Plan {
    good("application/json", body.to_string())
}

/// The head of an answer; without a length the body goes on until the connection ends.
pub(in crate::exchange) fn head(status: u16, headers: &[(&str, &str)]) -> Vec<u8> {
    let mut text = format!("HTTP/1.1 {status} x\r\n");
    for (name, value) in headers {
        text.push_str(&format!("{name}: {value}\r\n"));
    }
    text.push_str("\r\n");
    text.into_bytes()
}
