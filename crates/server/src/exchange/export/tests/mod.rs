//! Stories of what is taken along: by a calendar, a reader of feeds, a spreadsheet, another site, a phone, another catalogue.

mod calendars;
mod catalogues;
mod elsewhere;
mod lists;
mod news;

use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use db::Db;

use crate::activities::model::Activity;
use crate::exchange::import::{self, Format, ImportFile, ImportRequest, Report};
use crate::i18n::Language;
use crate::tests::{Page, Town, activity, organization, town_now};
use crate::times;
use crate::{activities, clock};

/// A weekly group with a day off, a cancelled and a moved time.
fn choir() -> Activity {
    let mut choir = activity("Olohuonekuoro").described_as("Laulamme nuoteitta.").in_language("fi", |text| {
        text.summary = "Laula mukana, \"nuoteitta\"; kaikki käy.".to_owned();
    });
    let today = clock::today(town_now());
    let differing = "ei 22.12.2026 / peruttu 1.12.2026 / 8.12.2026 siirtyy 9.12.2026 17–19";
    choir.schedules = times::words::parse("ti 17–19 alkaen 8.9.2026", differing, today).expect("times");
    choir.schedules[0].id = db::new_id();
    choir
}

/// The lines of a calendar, unfolded.
fn unfolded(page: &Page) -> Vec<String> {
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])), "{}", page.text);
    page.text.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
}

fn named<'a>(lines: &'a [String], name: &str) -> Vec<&'a str> {
    lines.iter().filter_map(|line| line.strip_prefix(name)?.strip_prefix(':')).collect()
}

/// Brings a table into another town.
async fn imports(db: &Db, format: Format, name: &str, bytes: Vec<u8>) -> Report {
    let files = vec![ImportFile::sent(name, bytes)];
    import::run(db, ImportRequest::new(format, "naapuri", files, town_now())).await.expect("imported")
}

/// Everything published in a town, by name.
async fn everything(town: &Town) -> Vec<Activity> {
    let mut tx = town.app.db.read().await.expect("a connection");
    let mut all = activities::store::walk(&mut tx, "", 500).await.expect("read");
    all.sort_by_key(|one| one.name(Language::Finnish).text.to_owned());
    all
}
