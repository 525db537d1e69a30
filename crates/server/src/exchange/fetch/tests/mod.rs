//! Good, slow, broken and hostile servers: each ends in the right error and leaves nothing behind.

mod addresses;
mod safety;
pub(in crate::exchange) mod server;

use std::io::Write;

use tempfile::TempDir;

use self::server::{Plan, Request, Server, answer, good, head};
use super::*;

/// One who fetches from one server, and the folder it is fetched into.
pub(in crate::exchange) struct Reader {
    pub(in crate::exchange) fetcher: Fetcher,
    pub(in crate::exchange) folder: TempDir,
}

/// As patient as tests on a busy machine must be, and in no hurry between two requests.
pub(in crate::exchange) fn patient() -> Limits {
    Limits {
        connect: Duration::from_secs(60),
        pause: Duration::ZERO,
        busy: Duration::from_millis(1),
        ..Limits::default()
    }
}

impl Reader {
    /// Who may fetch from a server on this machine.
    pub(in crate::exchange) fn of(server: &Server, limits: Limits) -> Reader {
        let open = vec![server.address.to_string().parse().expect("a host")];
        let fetcher = Fetcher::new(open, Some("https://tarjotin.example"), limits);
        Reader { fetcher, folder: TempDir::new().expect("a folder") }
    }

    async fn fetches(&self, address: &str) -> Result<Fetched, FetchError> {
        self.fetches_unless(address, None).await
    }

    async fn fetches_unless(&self, address: &str, known: Option<&Validators>) -> Result<Fetched, FetchError> {
        let folder = self.folder.path();
        self.fetcher.fetch(Asked { address, accept: "*/*", known, folder, most_bytes: None }).await
    }

    /// Fetches what cannot be fetched, and leaves nothing.
    async fn fails(&self, address: &str) -> FetchError {
        let error = self.fetches(address).await.expect_err("nothing good comes from there");
        self.left_nothing();
        error
    }

    #[track_caller]
    pub(in crate::exchange) fn left_nothing(&self) {
        let left: Vec<_> = std::fs::read_dir(self.folder.path()).expect("a folder").flatten().collect();
        assert!(left.is_empty(), "{left:?}");
    }
}

fn text(fetched: &Fetched) -> String {
    std::fs::read_to_string(fetched.file.path()).expect("a file")
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packing = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packing.write_all(bytes).expect("packed");
    packing.finish().expect("packed")
}

#[tokio::test]
async fn a_file_is_fetched_with_what_is_told_of_it_and_removed_when_done() {
    let server = Server::answering(|_| {
        let headers = [
            ("content-type", "Text/CSV; header=present; charset=\"ISO-8859-1\""),
            ("etag", "\"a1\""),
            ("last-modified", "Tue, 24 Nov 2026 08:00:00 GMT"),
        ];
        answer(200, &headers, "nimi;laji")
    })
    .await;
    let reader = Reader::of(&server, patient());

    let fetched = reader.fetches(&server.at("/a%20b?c=d#e")).await.expect("fetched");

    assert_eq!((text(&fetched).as_str(), fetched.bytes), ("nimi;laji", 9));
    assert_eq!((fetched.content_type.as_str(), fetched.charset.as_str()), ("text/csv", "iso-8859-1"));
    assert_eq!(fetched.validators.etag, "\"a1\"");
    assert_eq!(fetched.final_url.as_str(), server.at("/a%20b?c=d"));
    assert!(!fetched.not_modified);
    let asked = server.asked().remove(0);
    assert_eq!(asked.target, "/a%20b?c=d", "what stands behind # is not sent");
    assert_eq!(asked.header("host"), server.address.to_string());
    assert!(asked.header("user-agent").starts_with("Tarjotin/"));
    assert!(asked.header("user-agent").ends_with("(+https://tarjotin.example)"));
    drop(fetched);
    reader.left_nothing();
}

#[tokio::test]
async fn what_has_not_changed_is_not_sent_again() {
    let server = Server::answering(|request: &Request| match request.header("if-none-match") {
        "\"a1\"" if request.header("if-modified-since").starts_with("Tue") => answer(304, &[("etag", "\"a1\"")], ""),
        _ => good("text/plain", "new"),
    })
    .await;
    let reader = Reader::of(&server, patient());
    let known = Validators { etag: "\"a1\"".to_owned(), last_modified: "Tue, 24 Nov 2026 08:00:00 GMT".to_owned() };

    let same = reader.fetches_unless(&server.at("/"), Some(&known)).await.expect("asked");
    assert!(same.not_modified && same.bytes == 0);
    let other = Validators { etag: "\"b\"".to_owned(), ..Validators::default() };
    let new = reader.fetches_unless(&server.at("/"), Some(&other)).await.expect("asked");
    assert!(!new.not_modified);
    assert_eq!(text(&new), "new");

    let liar = Server::answering(|_| answer(304, &[], "")).await;
    let reader = Reader::of(&liar, patient());
    assert!(matches!(reader.fails(&liar.at("/")).await, FetchError::Status(304)), "nothing was known");
}

#[tokio::test]
async fn what_is_packed_is_unpacked() {
    let server = Server::answering(|request: &Request| {
        let coding = request.path().trim_start_matches('/').to_owned();
        answer(200, &[("content-encoding", &coding)], packed("kahvila ".repeat(1000).as_bytes()))
    })
    .await;
    let reader = Reader::of(&server, patient());
    let fetched = reader.fetches(&server.at("/gzip")).await.expect("fetched");
    assert_eq!((fetched.bytes, text(&fetched).len()), (8000, 8000));
    drop(fetched);
    assert!(matches!(reader.fails(&server.at("/br")).await, FetchError::Encoding(name) if name == "br"));
}

#[tokio::test]
async fn a_bomb_is_refused_by_how_well_it_is_packed_and_by_what_comes_of_it() {
    // Zeros pack a thousand to one: 60 megabytes in 60 kilobytes.
    let bomb = packed(&vec![0; 60_000_000]);
    // What packs as lists of records do is no bomb, only more than is wanted.
    let large: String = (0..400_000).map(|number| format!("{{\"id\": \"{number:x}\"}}\n")).collect();
    let large = packed(large.as_bytes());
    let server = Server::answering(move |request: &Request| {
        let body = if request.path() == "/bomb" { &bomb } else { &large };
        answer(200, &[("content-encoding", "gzip")], body)
    })
    .await;
    let reader = Reader::of(&server, Limits { bytes: 400_000_000, ..patient() });
    assert!(matches!(reader.fails(&server.at("/bomb")).await, FetchError::Bomb));
    let reader = Reader::of(&server, Limits { bytes: 4_000_000, ..patient() });
    assert!(matches!(reader.fails(&server.at("/large")).await, FetchError::TooLarge(4_000_000)));
    let reader = Reader::of(&server, patient());
    assert!(reader.fetches(&server.at("/large")).await.is_ok());
}

#[tokio::test]
async fn a_body_without_end_is_cut_off_at_the_limit() {
    let server = Server::answering(|request: &Request| match request.path() {
        "/told" => Plan::Bytes(head(200, &[("content-length", "10000000000")])),
        _ => Plan::Again(head(200, &[]), vec![b'x'; 100_000], Duration::ZERO),
    })
    .await;
    let reader = Reader::of(&server, Limits { bytes: 1_000_000, ..patient() });
    assert!(matches!(reader.fails(&server.at("/")).await, FetchError::TooLarge(1_000_000)));
    assert!(matches!(reader.fails(&server.at("/told")).await, FetchError::TooLarge(1_000_000)));
}

#[tokio::test]
async fn who_sends_slowly_or_nothing_is_not_waited_for() {
    let server = Server::answering(|request: &Request| match request.path() {
        "/drip" => Plan::Again(head(200, &[]), b"x".to_vec(), Duration::from_millis(20)),
        "/stuck" => Plan::Again(head(200, &[("content-length", "9")]), b"x".to_vec(), Duration::from_secs(600)),
        "/headers" => Plan::Again(b"HTTP/1.1 200 OK\r\n".to_vec(), b"x: y\r\n".to_vec(), Duration::from_millis(20)),
        _ => Plan::Silence,
    })
    .await;
    let short = Duration::from_millis(300);
    let reader = Reader::of(&server, Limits { whole: short, ..patient() });
    assert!(matches!(reader.fails(&server.at("/drip")).await, FetchError::Slow(_)), "in all");
    let reader = Reader::of(&server, Limits { between_bytes: short, ..patient() });
    assert!(matches!(reader.fails(&server.at("/stuck")).await, FetchError::Slow(_)), "between two pieces");
    let reader = Reader::of(&server, Limits { first_byte: short, ..patient() });
    assert!(matches!(reader.fails(&server.at("/silence")).await, FetchError::Silent(_)));
    assert!(matches!(reader.fails(&server.at("/headers")).await, FetchError::Silent(_)), "headers one by one");
}

#[tokio::test]
async fn half_an_answer_is_no_answer() {
    let server = Server::answering(|request: &Request| match request.path() {
        "/length" => Plan::Bytes([head(200, &[("content-length", "100")]), b"half".to_vec()].concat()),
        "/chunks" => Plan::Bytes([head(200, &[("transfer-encoding", "chunked")]), b"a\r\n01234".to_vec()].concat()),
        "/packed" => {
            let mut half = packed("kahvila ".repeat(1000).as_bytes());
            half.truncate(half.len() / 2);
            answer(200, &[("content-encoding", "gzip")], half)
        }
        "/not-packed" => answer(200, &[("content-encoding", "gzip")], "plain"),
        "/no-http" => Plan::Bytes(b"SSH-2.0-OpenSSH\r\n".to_vec()),
        "/large-headers" => Plan::Bytes(head(200, &[("x", &"y".repeat(100_000))])),
        "/many-headers" => Plan::Bytes(head(200, &vec![("x", "y"); 500])),
        _ => Plan::Bytes(Vec::new()),
    })
    .await;
    let reader = Reader::of(&server, patient());
    for path in ["/length", "/chunks", "/packed", "/not-packed", "/no-http", "/nothing"] {
        let error = reader.fails(&server.at(path)).await;
        assert!(matches!(error, FetchError::Broken(_)), "{path}: {error}");
        assert!(error.may_pass());
    }
    for path in ["/large-headers", "/many-headers"] {
        let error = reader.fails(&server.at(path)).await;
        assert!(matches!(error, FetchError::Headers(_)), "{path}: {error}");
    }
}

#[tokio::test]
async fn a_busy_server_is_asked_again_when_it_says_so_and_not_for_ever() {
    let server = Server::answering(|request: &Request| match (request.path(), request.before) {
        ("/soon", 0) => answer(429, &[("retry-after", "0")], ""),
        ("/soon", 1) => answer(503, &[], "being mended"),
        ("/soon", _) => good("text/plain", "here"),
        ("/late", _) => answer(429, &[("retry-after", "86400")], ""),
        ("/in-ages", 0..5) => answer(429, &[("retry-after", "0")], ""),
        ("/in-ages", _) => answer(429, &[("retry-after", "18446744073709551615")], ""),
        _ => answer(503, &[("retry-after", "0")], ""),
    })
    .await;
    let reader = Reader::of(&server, patient());
    assert_eq!(text(&reader.fetches(&server.at("/soon")).await.expect("at last")), "here");
    assert!(matches!(reader.fails(&server.at("/late")).await, FetchError::Busy));
    assert!(matches!(reader.fails(&server.at("/in-ages")).await, FetchError::Busy));
    assert!(matches!(reader.fails(&server.at("/never")).await, FetchError::Busy));
    let of = |path: &str| server.asked().iter().filter(|asked| asked.path() == path).count();
    assert_eq!((of("/soon"), of("/late"), of("/never")), (3, 1, 4));
}

#[tokio::test]
async fn errors_of_a_server_are_told_apart() {
    let server = Server::answering(|request: &Request| {
        answer(request.path().trim_start_matches('/').parse().expect("a status"), &[], "")
    })
    .await;
    let reader = Reader::of(&server, patient());
    for (status, key, passes) in [
        (500, "fetch-status", true),
        (502, "fetch-status", true),
        (404, "fetch-not-found", false),
        (410, "fetch-not-found", false),
        (401, "fetch-denied", false),
        (403, "fetch-denied", false),
        (400, "fetch-status", false),
        (204, "fetch-status", false),
        (206, "fetch-status", false),
        (300, "fetch-status", false),
    ] {
        let error = reader.fails(&server.at(&format!("/{status}"))).await;
        assert_eq!((error.key(), error.may_pass()), (key, passes), "{status}");
    }
}

#[tokio::test]
async fn nobody_there_and_no_such_name_are_told() {
    let closed = {
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
        listener.local_addr().expect("an address")
    };
    let folder = TempDir::new().expect("a folder");
    let names = Names::Told(Arc::new(|_| Vec::new()));
    let open = vec![closed.to_string().parse().expect("a host")];
    let fetcher = Fetcher::with(open, None, patient(), names, RootCertStore::empty());
    let reader = Reader { fetcher, folder };
    assert!(matches!(reader.fails(&format!("http://{closed}/")).await, FetchError::Unreachable(_)));
    assert!(matches!(reader.fails("http://ei.ole.fi/").await, FetchError::UnknownHost(host) if host == "ei.ole.fi"));
}

#[test]
fn every_error_has_a_sentence_in_every_language() {
    for key in FetchError::KEYS {
        for language in crate::i18n::Language::ALL {
            assert!(language.has(key), "{} lacks {key}", language.code());
        }
    }
}
