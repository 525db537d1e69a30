//! Stories of importing, with a database of its own for each on every engine.

mod hsds;
mod ical;
mod lahella;
mod linked_events;
mod package;
mod properties;
mod ptv;
mod round_trip;
mod table;

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use db::{Address, Db};
use tempfile::TempDir;

use super::*;
use crate::activities::model::Activity;
use crate::app::migrations;
use crate::organizations::model::{Organization, State};
use crate::organizations::store::OrganizationFilter;
use crate::{activities, organizations};

/// Tuesday 24 November 2026.
const NOW: &str = "2026-11-24T08:00:00Z";

/// An empty tray.
struct Tray {
    db: Db,
    _folder: TempDir,
}

impl Tray {
    /// One on SQLite, and one on PostgreSQL when a server for tests is named.
    async fn on_every_engine() -> Vec<Tray> {
        let mut trays = vec![Tray::on(None).await];
        if let Some(address) = db::testing::fresh_postgres().await.expect("the server for tests answers") {
            trays.push(Tray::on(Some(address)).await);
        }
        trays
    }

    async fn on(address: Option<Address>) -> Tray {
        let folder = TempDir::new().expect("a folder");
        let address = address.unwrap_or_else(|| Address::in_folder(folder.path()));
        let db = Db::open(&address).await.expect("the database opens");
        db.migrate(&migrations()).await.expect("migrated");
        Tray { db, _folder: folder }
    }

    /// Brings files in.
    async fn imports(&self, request: ImportRequest) -> Report {
        run(&self.db, request).await.expect("the database answers")
    }

    /// Everything published, by id, whole.
    async fn activities(&self) -> Vec<Activity> {
        let mut tx = self.db.read().await.expect("a connection");
        let (mut all, mut after) = (Vec::new(), String::new());
        loop {
            let part = activities::store::walk(&mut tx, &after, 500).await.expect("read");
            let Some(last) = part.last() else { return all };
            after.clone_from(&last.id);
            all.extend(part);
        }
    }

    async fn organizations(&self) -> Vec<Organization> {
        let mut tx = self.db.read().await.expect("a connection");
        organizations::store::page(&mut tx, &OrganizationFilter::default(), 1_000, 0).await.expect("read")
    }

    /// The published activity with a Finnish name.
    async fn activity(&self, name: &str) -> Activity {
        let found = self.activities().await.into_iter().find(|one| one.texts["fi"].name == name);
        found.unwrap_or_else(|| panic!("no activity called {name}"))
    }

    async fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = self.activities().await.iter().map(|one| one.texts["fi"].name.clone()).collect();
        names.sort();
        names
    }

    async fn state_of(&self, id: &str) -> State {
        let mut tx = self.db.read().await.expect("a connection");
        activities::store::find(&mut tx, id).await.expect("read").expect("an activity").state
    }

    /// How many events there have been: nothing written is nothing told.
    async fn events(&self) -> i64 {
        crate::events::newest(&mut self.db.read().await.expect("a connection")).await.expect("read")
    }

    /// What waits for a person: pointer, reason, whether the record stayed out.
    async fn questions(&self) -> Vec<(String, String, bool)> {
        let mut tx = self.db.read().await.expect("a connection");
        super::store::questions(&mut tx).await.expect("read")
    }
}

fn now() -> DateTime<Utc> {
    NOW.parse().expect("a time")
}

/// A request for one table.
fn of_table(text: &str) -> ImportRequest {
    of_tables(&[("toiminta.csv", text)])
}

fn of_tables(files: &[(&str, &str)]) -> ImportRequest {
    let files = files.iter().map(|(name, text)| ImportFile::sent(*name, text.as_bytes())).collect();
    ImportRequest::new(Format::Table, "koe", files, now())
}

/// A request for one file of HSDS.
fn of_hsds(name: &str, text: &str) -> ImportRequest {
    ImportRequest::new(Format::Hsds, "koe", vec![ImportFile::sent(name, text.as_bytes())], now())
}

/// A file of ours beside the tests.
fn data(name: &str) -> ImportFile {
    ImportFile::at(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/import").join(name))
}

/// Samples that are not a part of the repository; a story that needs them says so when it skips.
fn samples(folder: &str) -> Option<PathBuf> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/samples").join(folder);
    if !path.exists() {
        eprintln!("skipped: the samples in shared/samples/{folder} are not here");
        return None;
    }
    Some(path)
}

/// The demo region's files, against the order of their names: activities name organizations that come later.
fn demo_region() -> Option<Vec<ImportFile>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../demo-region");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        eprintln!("skipped: the demo region's files are not here");
        return None;
    };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "csv"));
    paths.sort();
    Some(paths.into_iter().rev().map(ImportFile::at).collect())
}

/// The JSON files of a folder in the order of their names.
fn json_files(folder: &std::path::Path) -> Vec<ImportFile> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .collect();
    paths.sort();
    paths.into_iter().map(ImportFile::at).collect()
}

/// Where a report says something is wrong, and why: `toiminta.csv:3 kunta` with the Fluent key.
fn told(report: &Report, weight: Weight) -> Vec<(String, &'static str)> {
    let of_weight = report.problems.iter().filter(|problem| problem.weight == weight);
    of_weight.map(|problem| (problem.address(), problem.reason.key())).collect()
}

fn counted(added: u64, changed: u64, unchanged: u64, gone: u64) -> Counts {
    Counts { added, changed, unchanged, gone }
}

#[test]
fn every_reason_has_a_sentence_in_every_language() {
    for key in Reason::KEYS {
        for language in crate::i18n::Language::ALL {
            assert!(language.has(key), "{} lacks {key}", language.code());
        }
    }
}
