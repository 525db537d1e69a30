//! `tarjotin import`: brings in what stands in files or at addresses and tells on the terminal what happened.

use std::io::{ErrorKind, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use indicatif::{ProgressBar, ProgressStyle};

use super::ids;
use super::request::{ImportError, ImportFile, ImportRequest, Progress, Watcher};
use crate::app::{Opening, open_database};
use crate::exchange::fetch::{Fetcher, Limits};
use crate::exchange::remote::{self, Gathering, RemoteRequest};
use crate::i18n::Language;
use crate::settings::{self, Fetching, Import, Store};
use crate::shell::Failure;

/// Where nobody watches a bar, a line this often says how far the run is.
const LINE_EVERY: Duration = Duration::from_secs(5);

/// Runs the command and gives the exit status: 0 all went in, 2 some records were rejected, 1 nothing was done.
///
/// # Errors
/// When a file cannot be read or the database fails; what was committed before stays.
pub async fn run(store: &Store, asked: Import, fetching: &Fetching, language: Language) -> Result<u8, Failure> {
    let asked = Import { files: with_tables_of_folders(&asked), ..asked };
    for file in asked.files.iter().filter(|file| address(file).is_none()) {
        match std::fs::File::open(file).and_then(|file| file.metadata()) {
            Ok(about) if about.is_dir() => return Err(Failure::File(file.clone(), ErrorKind::IsADirectory)),
            Ok(_) => {}
            Err(error) => return Err(Failure::File(file.clone(), error.kind())),
        }
    }
    let opening = Opening::from_settings(store, None)?;
    let db = open_database(&opening.folder, &opening.address).await?;
    let now = opening.clock.now();
    let (files, folders) = gathered(&asked, store, fetching, now, language).await?;
    let bar = bar(language);
    let request = request(asked, files, now, watcher(&bar, language));
    let done = super::run(&db, request).await;
    bar.finish_and_clear();
    db.close().await;
    if done.is_ok() {
        folders.iter().try_for_each(|folder| remote::forget(folder)).map_err(|error| disk(error, language))?;
    }
    match done {
        Ok(report) => {
            // Nobody may be listening any more, as behind `| head`; the import is done all the same.
            let _ = std::io::stdout().write_all(report.tell(language).as_bytes());
            Ok(report.exit_status())
        }
        Err(ImportError::Database(error)) => {
            let why = Failure::Database(error).tell(language);
            Err(Failure::Import(language.with("import-failed", &[("error", why.into())])))
        }
        Err(error) => Err(Failure::Import(language.with("import-failed", &[("error", error.to_string().into())]))),
    }
}

/// A folder stands for the tables in it, where tables belong together: those of an HSDS data package.
fn with_tables_of_folders(asked: &Import) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for file in &asked.files {
        let inside = std::fs::read_dir(file).ok().filter(|_| asked.format == settings::Format::Hsds);
        let Some(inside) = inside else {
            files.push(file.clone());
            continue;
        };
        let mut tables: Vec<PathBuf> = inside.filter_map(|entry| Some(entry.ok()?.path())).collect();
        tables.retain(|path| path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv")));
        tables.sort();
        // An empty folder is told as one.
        if tables.is_empty() {
            files.push(file.clone());
        }
        files.extend(tables);
    }
    files
}

/// The address of the web that stands in the place of a file.
fn address(file: &Path) -> Option<&str> {
    let text = file.to_str()?;
    let (scheme, _) = text.split_once("://")?;
    ["http", "https", "webcal"].iter().any(|known| scheme.eq_ignore_ascii_case(known)).then_some(text)
}

/// The files in the order they were given, with what stands at addresses fetched, and the folders that was put into.
async fn gathered(
    asked: &Import,
    store: &Store,
    fetching: &Fetching,
    now: DateTime<Utc>,
    language: Language,
) -> Result<(Vec<ImportFile>, Vec<PathBuf>), Failure> {
    let fetcher = Fetcher::new(fetching.allow_fetch_from.clone(), None, Limits::default());
    let (mut files, mut folders) = (Vec::new(), Vec::new());
    for file in &asked.files {
        let Some(address) = address(file) else {
            files.push(ImportFile::at(file.clone()));
            continue;
        };
        // The same address again goes on in the same folder.
        let folder = store.data.join("spool").join(ids::derived("terminal", "address", address));
        let request = RemoteRequest::new(address, asked.format.into(), now);
        let bar = fetching_bar(language);
        let gathered = remote::gather(&fetcher, &request, &folder, &told(&bar, language)).await;
        bar.finish_and_clear();
        let gathered = gathered.map_err(|error| Failure::Import(error.tell(language)))?;
        files.extend(gathered.files);
        folders.push(folder);
    }
    Ok((files, folders))
}

fn disk(error: std::io::Error, language: Language) -> Failure {
    Failure::Import(remote::RemoteError::from(error).tell(language))
}

fn request(asked: Import, files: Vec<ImportFile>, now: DateTime<Utc>, watcher: Watcher) -> ImportRequest {
    let first = match asked.files.first().and_then(|file| address(file)) {
        Some(address) => address.to_owned(),
        None => files.first().map(|file| file.name.clone()).unwrap_or_default(),
    };
    let source = asked.source.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).unwrap_or(first);
    ImportRequest {
        licence: asked.licence,
        attribution: asked.attribution,
        dry_run: asked.dry_run,
        partial: asked.partial,
        let_go: asked.let_go,
        keep_contacts: asked.keep_contacts,
        watcher,
        ..ImportRequest::new(asked.format.into(), source, files, now)
    }
}

impl From<settings::Format> for super::Format {
    fn from(format: settings::Format) -> Self {
        match format {
            settings::Format::Csv | settings::Format::Xlsx => super::Format::Table,
            settings::Format::Hsds => super::Format::Hsds,
            settings::Format::Ptv => super::Format::Ptv,
            settings::Format::LinkedEvents => super::Format::LinkedEvents,
            settings::Format::Lahella => super::Format::Lahella,
            settings::Format::Ical => super::Format::ICal,
        }
    }
}

/// The bar; it draws itself only on a terminal.
fn bar(language: Language) -> ProgressBar {
    let style = ProgressStyle::with_template("{prefix} [{bar:30}] {percent} % {msg} {eta}")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    let bar = ProgressBar::new(0).with_style(style).with_prefix(language.t("import-reading").into_owned());
    if std::io::stderr().is_terminal() {
        bar.enable_steady_tick(Duration::from_millis(200));
    }
    bar
}

fn watcher(bar: &ProgressBar, language: Language) -> Watcher {
    let bar = bar.clone();
    let is_terminal = std::io::stderr().is_terminal();
    let last = Mutex::new(Instant::now());
    Arc::new(move |progress: Progress| {
        bar.set_length(progress.of_bytes.max(1));
        bar.set_position(progress.bytes);
        bar.set_message(progress.records.to_string());
        let Ok(mut last) = last.lock() else { return };
        if !is_terminal && last.elapsed() >= LINE_EVERY {
            *last = Instant::now();
            let percent = progress.bytes.saturating_mul(100) / progress.of_bytes.max(1);
            eprintln!(
                "{}",
                language.with("import-progress", &[("count", progress.records.into()), ("percent", percent.into())])
            );
        }
    })
}

/// Fetching has no end that is known beforehand.
fn fetching_bar(language: Language) -> ProgressBar {
    let style = ProgressStyle::with_template("{prefix}: {msg}").unwrap_or_else(|_| ProgressStyle::default_spinner());
    let bar = ProgressBar::no_length().with_style(style).with_prefix(language.t("remote-gathering").into_owned());
    if std::io::stderr().is_terminal() {
        bar.enable_steady_tick(Duration::from_millis(200));
    }
    bar
}

fn told(bar: &ProgressBar, language: Language) -> impl Fn(Gathering) + Send + Sync + use<> {
    let bar = bar.clone();
    let is_terminal = std::io::stderr().is_terminal();
    let last = Mutex::new(Instant::now());
    move |far: Gathering| {
        let words = language.with("remote-progress", &[("pages", far.pages.into()), ("records", far.records.into())]);
        bar.set_message(words.clone());
        let Ok(mut last) = last.lock() else { return };
        if !is_terminal && last.elapsed() >= LINE_EVERY {
            *last = Instant::now();
            eprintln!("{words}");
        }
    }
}
