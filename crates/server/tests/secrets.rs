//! What people type stays nowhere: a rare word is planted wherever somebody can type, with everything logged that the
//! program can log, and then looked for in all that the program has written.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Nobody's word, as a name might be.
const PLANTED: &str = "Kvaasilimppunen";

/// The program, ended when the test ends.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn a_planted_word_is_in_no_log_and_no_file() {
    let folder = tempfile::tempdir().expect("a folder");
    planted_and_looked_for(folder.path(), &[]);
}

#[tokio::test]
async fn a_planted_word_is_in_no_table_of_postgres() {
    let Some(address) = db::testing::fresh_postgres().await.expect("the server for tests answers") else {
        eprintln!("skipped: no PostgreSQL is named in TARJOTIN_TEST_POSTGRES");
        return;
    };
    let db::Address::Postgres(url) = &address else { panic!("{address} is no PostgreSQL") };
    let folder = tempfile::tempdir().expect("a folder");
    planted_and_looked_for(folder.path(), &["--database".to_owned(), url.clone()]);
    let db = db::Db::open(&address).await.expect("the database opens");
    let mut tx = db.read().await.expect("a connection");
    let tables: Vec<(String,)> = tx
        .all(db::sql("SELECT CAST(tablename AS TEXT) FROM pg_tables WHERE schemaname = 'public'"))
        .await
        .expect("the tables");
    assert!(tables.len() > 10);
    for (table,) in tables {
        let rows: Vec<(String,)> = tx
            .all(db::sql(String::leak(format!("SELECT CAST(one AS TEXT) FROM \"{table}\" AS one"))))
            .await
            .expect("the rows");
        for (row,) in rows {
            assert!(!holds(row.as_bytes()), "{table}: {row}");
        }
    }
}

/// Starts the program on a folder, types the word everywhere, and looks for it in the folder and the log.
fn planted_and_looked_for(folder: &Path, database: &[String]) {
    let address = free_address();
    let data = folder.join("data");
    let log = folder.join("log");
    let program = || {
        let mut program = Command::new(env!("CARGO_BIN_EXE_tarjotin"));
        program.env("TARJOTIN_LOG", "trace,sqlx=debug,tantivy=debug");
        program
    };
    let server = program()
        .args(["serve", "--listen", &address.to_string(), "--data"])
        .arg(&data)
        .args(database)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(std::fs::File::create(&log).expect("a log"))
        .spawn()
        .expect("the program starts");
    let server = Running(server);
    let end = Instant::now() + Duration::from_secs(60);
    while !ask(address, "GET /ready", "").is_some_and(|answer| answer.starts_with("HTTP/1.1 200")) {
        assert!(
            Instant::now() < end,
            "the program is not ready: {}",
            std::fs::read_to_string(&log).unwrap_or_default()
        );
        std::thread::sleep(Duration::from_millis(100));
    }
    for path in [
        "/haku?q=sukellusta+WORD",
        "/haku?q=WORD&kunta=398&sivu=2",
        "/haku?lahella=WORD&ohita=WORD&laji=WORD",
        "/sv/tyopaikat?q=WORD",
        "/haku/ehdotukset?q=WORD&osa=1",
        "/haku/ehdotukset?q=WORD",
        "/auta?kysymys=tulos&kiinnostus=WORD&lahella=WORD",
        "/toive?q=WORD",
        "/toiminta/WORD",
        "/jarjestaja/WORD",
        "/WORD",
        "/hsds/services?search=WORD",
        "/hsds/services/WORD",
    ] {
        let answer = ask(address, &format!("GET {}", path.replace("WORD", PLANTED)), "").expect("an answer");
        assert!(!answer.starts_with("HTTP/1.1 5"), "{path}: {}", &answer[..answer.len().min(80)]);
    }
    // What the forms refuse is not kept either.
    for (path, body) in [
        ("/toive", format!("wish={PLANTED}+131052-308T&key={PLANTED}")),
        ("/soittopyynto", format!("phone={PLANTED}&name={PLANTED}&suits={PLANTED}")),
    ] {
        let answer = ask(address, &format!("POST {path}"), &body).expect("an answer");
        assert!(answer.starts_with("HTTP/1.1 4"), "{path}: {}", &answer[..answer.len().min(80)]);
    }
    let metrics = ask(address, "GET /metrics", "").expect("an answer");
    assert!(metrics.contains("/haku") && !holds(metrics.as_bytes()), "{metrics}");
    drop(server);

    // That the log is there at all proves that it was looked into.
    let logged = std::fs::read(&log).expect("the log");
    assert!(logged.len() > 1_000, "{}", String::from_utf8_lossy(&logged));
    let mut looked_at = 0;
    for file in files(folder) {
        let content = std::fs::read(&file).expect("a file");
        assert!(!holds(&content), "{} holds the word", file.display());
        looked_at += 1;
    }
    assert!(looked_at > 5, "{looked_at} files");
}

/// Whether the word is in some bytes, in whatever case.
fn holds(content: &[u8]) -> bool {
    let word = PLANTED.as_bytes();
    content.windows(word.len()).any(|bytes| bytes.eq_ignore_ascii_case(word))
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

fn free_address() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port")
}

/// Asks over the network as any browser would; `None` when nobody answers.
fn ask(address: SocketAddr, what: &str, body: &str) -> Option<String> {
    let mut stream = TcpStream::connect(address).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(30))).ok()?;
    let length = body.len();
    write!(
        stream,
        "{what} HTTP/1.1\r\nHost: {address}\r\nUser-Agent: {PLANTED}\r\nReferer: http://{address}/haku?q={PLANTED}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    )
    .ok()?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).ok()?;
    Some(String::from_utf8_lossy(&answer).into_owned())
}
