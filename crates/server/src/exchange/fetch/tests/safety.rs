//! Where a fetch may lead: redirects, names that change, certificates.

use std::net::IpAddr;
use std::sync::atomic::{AtomicUsize, Ordering};

use rcgen::{CertifiedKey, generate_simple_self_signed};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};

use super::*;

fn leads_to(to: &str) -> Plan {
    answer(302, &[("location", to)], "")
}

#[tokio::test]
async fn a_redirect_is_followed_and_checked_like_any_address() {
    let inside = Server::answering(|_| good("text/plain", "secret")).await;
    let secret = inside.at("/secret");
    let server = Server::answering(move |request: &Request| match request.path() {
        "/here" => good("text/plain", "here"),
        "/relative" => leads_to("here"),
        "/inside" => leads_to(&secret),
        "/loopback" => leads_to("http://127.0.0.1/"),
        "/decimal" => leads_to("http://2130706433/"),
        "/metadata" => leads_to("http://169.254.169.254/latest/meta-data/"),
        "/metadata6" => leads_to("http://[fd00:ec2::254]/"),
        "/name" => leads_to("http://localhost/"),
        "/port" => leads_to("http://esimerkki.fi:22/"),
        "/file" => leads_to("file:///etc/passwd"),
        "/gopher" => leads_to("gopher://127.0.0.1/"),
        "/user" => leads_to("http://a:b@esimerkki.fi/"),
        "/nowhere" => answer(302, &[], ""),
        "/loop" => leads_to("/loop"),
        path => match path.trim_start_matches('/').parse::<u32>() {
            Ok(0) => leads_to("/here"),
            Ok(more) => leads_to(&format!("/{}", more - 1)),
            Err(_) => answer(404, &[], ""),
        },
    })
    .await;
    let reader = Reader::of(&server, patient());
    for (path, found) in [("/relative", true), ("/4", true), ("/5", false), ("/loop", false)] {
        let fetched = reader.fetches(&server.at(path)).await;
        match fetched {
            Ok(fetched) => {
                assert!(found, "{path}");
                assert_eq!((text(&fetched).as_str(), fetched.final_url.path()), ("here", "/here"));
            }
            Err(error) => assert!(!found && matches!(error, FetchError::Redirects), "{path}: {error}"),
        }
    }
    for (path, key) in [
        ("/inside", "fetch-inside"),
        ("/loopback", "fetch-inside"),
        ("/decimal", "fetch-inside"),
        ("/metadata", "fetch-inside"),
        ("/metadata6", "fetch-inside"),
        ("/name", "fetch-inside"),
        ("/port", "fetch-port"),
        ("/file", "fetch-bad-redirect"),
        ("/gopher", "fetch-scheme"),
        ("/user", "fetch-user-info"),
        ("/nowhere", "fetch-bad-redirect"),
    ] {
        let error = reader.fails(&server.at(path)).await;
        assert_eq!(error.key(), key, "{path}");
        assert!(!error.may_pass());
    }
    assert!(inside.asked().is_empty(), "another port of the same machine is not open");
}

#[tokio::test]
async fn a_name_is_looked_up_once_and_what_was_checked_is_connected_to() {
    let server = Server::answering(|_| good("text/plain", "here")).await;
    let asked = Arc::new(AtomicUsize::new(0));
    let counting = asked.clone();
    // The first answer is the server, every later one is nobody.
    let names = Names::Told(Arc::new(move |_| match counting.fetch_add(1, Ordering::SeqCst) {
        0 => vec![IpAddr::from([127, 0, 0, 1])],
        _ => vec![IpAddr::from([127, 0, 0, 99])],
    }));
    let port = server.address.port();
    let open = vec![format!("naapuri.fi:{port}").parse().expect("a host")];
    let fetcher = Fetcher::with(open, None, patient(), names, RootCertStore::empty());
    let reader = Reader { fetcher, folder: TempDir::new().expect("a folder") };
    let fetched = reader.fetches(&format!("http://naapuri.fi:{port}/")).await.expect("fetched");
    assert_eq!(text(&fetched), "here");
    assert_eq!(asked.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_name_that_leads_inside_is_refused_even_when_it_also_leads_outside() {
    let names = Names::Told(Arc::new(|name| match name {
        "sisalla.fi" => vec![IpAddr::from([10, 0, 0, 1])],
        "molemmat.fi" => vec![IpAddr::from([193, 166, 0, 1]), IpAddr::from([127, 0, 0, 1])],
        _ => vec!["::ffff:169.254.169.254".parse().expect("an address")],
    }));
    let fetcher = Fetcher::with(Vec::new(), None, patient(), names, RootCertStore::empty());
    let reader = Reader { fetcher, folder: TempDir::new().expect("a folder") };
    for name in ["sisalla.fi", "molemmat.fi", "kartoitettu.fi"] {
        let error = reader.fails(&format!("https://{name}/")).await;
        assert!(matches!(&error, FetchError::Inside(host) if host == name), "{error}");
    }
}

/// A certificate for a name, that nobody knows, and a server's half of TLS with it.
fn certificate(name: &str) -> (CertificateDer<'static>, TlsAcceptor) {
    let CertifiedKey { cert, signing_key } = generate_simple_self_signed(vec![name.to_owned()]).expect("a certificate");
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(signing_key.serialize_der()));
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(vec![cert.der().clone()], key)
        .expect("a configuration");
    (cert.der().clone(), TlsAcceptor::from(Arc::new(config)))
}

#[tokio::test]
async fn a_certificate_must_be_known_and_be_for_the_name() {
    let (certificate, acceptor) = certificate("naapuri.fi");
    let server = Server::with(Some(acceptor), |request: &Request| match request.path() {
        "/down" => leads_to(&format!("http://{}/", request.header("host"))),
        _ => good("text/plain", "safe"),
    })
    .await;
    let port = server.address.port();
    let reader = |trusted: bool| {
        let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        if trusted {
            roots.add(certificate.clone()).expect("a root");
        }
        let open = ["naapuri.fi", "toinen.fi", "127.0.0.1"];
        let open = open.iter().map(|host| format!("{host}:{port}").parse().expect("a host")).collect();
        let names = Names::Told(Arc::new(|_| vec![IpAddr::from([127, 0, 0, 1])]));
        let fetcher = Fetcher::with(open, None, patient(), names, roots);
        Reader { fetcher, folder: TempDir::new().expect("a folder") }
    };
    let fetched = reader(true).fetches(&format!("https://naapuri.fi:{port}/")).await.expect("fetched");
    assert_eq!(fetched.content_type, "text/plain");
    for (trusted, host) in [(false, "naapuri.fi"), (true, "toinen.fi"), (true, "127.0.0.1")] {
        let error = reader(trusted).fails(&format!("https://{host}:{port}/")).await;
        assert!(matches!(error, FetchError::Tls(..)), "{host}: {error}");
    }
    let error = reader(true).fails(&format!("https://naapuri.fi:{port}/down")).await;
    assert!(matches!(error, FetchError::Downgrade), "{error}");
    assert_eq!(server.asked().len(), 2, "nothing was asked without a safe connection");
}

#[tokio::test]
async fn a_server_that_speaks_no_tls_is_no_safe_one() {
    let server = Server::answering(|_| good("text/plain", "plain")).await;
    let reader = Reader::of(&server, patient());
    let error = reader.fails(&format!("https://{}/", server.address)).await;
    assert!(matches!(error, FetchError::Tls(..)), "{error}");
}
