//! `tarjotin import`: brings files in and tells on the terminal what happened.

use std::io::{ErrorKind, IsTerminal, Write};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use super::request::{ImportError, ImportFile, ImportRequest, Progress, Watcher};
use crate::app::{Opening, open_database};
use crate::i18n::Language;
use crate::settings::{self, Import, Store};
use crate::shell::Failure;

/// Where nobody watches a bar, a line this often says how far the run is.
const LINE_EVERY: Duration = Duration::from_secs(5);

/// Runs the command and gives the exit status: 0 all went in, 2 some records were rejected, 1 nothing was done.
///
/// # Errors
/// When a file cannot be read or the database fails; what was committed before stays.
pub async fn run(store: &Store, asked: Import, language: Language) -> Result<u8, Failure> {
    let asked = Import { files: with_tables_of_folders(&asked), ..asked };
    for file in &asked.files {
        match std::fs::File::open(file).and_then(|file| file.metadata()) {
            Ok(about) if about.is_dir() => return Err(Failure::File(file.clone(), ErrorKind::IsADirectory)),
            Ok(_) => {}
            Err(error) => return Err(Failure::File(file.clone(), error.kind())),
        }
    }
    let opening = Opening::from_settings(store, None)?;
    let db = open_database(&opening.folder, &opening.address).await?;
    let bar = bar(language);
    let request = request(asked, opening.clock.now(), watcher(&bar, language));
    let done = super::run(&db, request).await;
    bar.finish_and_clear();
    db.close().await;
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

fn request(asked: Import, now: chrono::DateTime<chrono::Utc>, watcher: Watcher) -> ImportRequest {
    let files: Vec<ImportFile> = asked.files.into_iter().map(ImportFile::at).collect();
    let first = files.first().map(|file| file.name.clone()).unwrap_or_default();
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
