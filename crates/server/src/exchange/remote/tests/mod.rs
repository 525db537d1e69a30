//! Sources on the network, played by servers on this machine: what comes of them, and what becomes of a run that fails.

mod command;
mod file;
mod hsds;
mod linked_events;
mod ptv;
mod round_trip;

use std::path::PathBuf;
use std::sync::Mutex;

use serde_json::Value;

use super::*;
use crate::exchange::fetch::tests::server::{Plan, Request, Server, answer, good, json};
use crate::exchange::fetch::tests::{Reader, patient};
use crate::exchange::import::Content;
use crate::i18n::Language;

fn now() -> DateTime<Utc> {
    "2026-11-24T08:00:00Z".parse().expect("a time")
}

/// A request for something on a server.
fn of(server: &Server, path: &str, format: Format) -> RemoteRequest {
    RemoteRequest::new(server.at(path), format, now())
}

/// One who gathers from a server.
struct Gatherer {
    reader: Reader,
    told: Mutex<Vec<Gathering>>,
}

impl Gatherer {
    fn of(server: &Server) -> Gatherer {
        Gatherer { reader: Reader::of(server, patient()), told: Mutex::default() }
    }

    fn folder(&self) -> PathBuf {
        self.reader.folder.path().join("source")
    }

    async fn gathers(&self, asked: &RemoteRequest) -> Result<Gathered, RemoteError> {
        let told = |far| self.told.lock().expect("no panic").push(far);
        gather(&self.reader.fetcher, asked, &self.folder(), &told).await
    }

    /// Gathers what cannot be gathered, tells it in every language and leaves nothing.
    async fn fails(&self, asked: &RemoteRequest) -> RemoteError {
        let error = self.gathers(asked).await.expect_err("nothing good comes from there");
        for language in Language::ALL {
            let told = error.tell(language);
            assert!(!told.contains("remote-") && !told.contains(": fetch-"), "{told}");
        }
        if !error.may_pass() {
            self.reader.left_nothing();
        }
        self.has_no_halves();
        error
    }

    /// Nothing half-fetched is left in the spool.
    #[track_caller]
    fn has_no_halves(&self) {
        let Ok(left) = std::fs::read_dir(self.folder()) else { return };
        let halves: Vec<_> =
            left.flatten().filter(|entry| entry.path().extension().is_some_and(|it| it == "part")).collect();
        assert!(halves.is_empty(), "{halves:?}");
    }
}

/// The records in a file that was gathered.
fn records(gathered: &Gathered, file: &str) -> Vec<Value> {
    let Some(file) = gathered.files.iter().find(|one| one.name == file) else { return Vec::new() };
    let Content::Path(path) = &file.content else { panic!("on the disk") };
    let text = std::fs::read_to_string(path).expect("a file");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// The names of the records in a file that was gathered.
fn names(gathered: &Gathered, file: &str) -> Vec<String> {
    records(gathered, file).iter().map(|one| one["name"].as_str().unwrap_or_default().to_owned()).collect()
}

/// An id for a number.
fn id(number: u64) -> String {
    format!("018f0000-0000-7000-8000-{number:012}")
}

#[test]
fn every_error_has_a_sentence_in_every_language() {
    for key in RemoteError::KEYS {
        for language in Language::ALL {
            assert!(language.has(key), "{} lacks {key}", language.code());
        }
    }
}
