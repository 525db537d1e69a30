//! The demo region: filled once from the files a user could have written, then served.

use std::path::{Path, PathBuf};

use super::{Failure, Reach, WELL, open, serve};
use crate::app::{Opening, open_database};
use crate::exchange::import::command;
use crate::i18n::Language;
use crate::organizations;
use crate::settings::{Format, Import, Store};

/// Fills the folder when it is empty, and serves it.
pub(super) async fn run(
    data: &Path,
    files: &Path,
    fill_only: bool,
    reach: &Reach,
    language: Language,
) -> Result<u8, Failure> {
    let store = Store { data: data.to_owned(), database: None, dictionary: None, no_dictionary: false };
    if is_empty(&store).await? {
        let tables = tables(files)?;
        let asked = Import {
            files: tables,
            format: Format::Csv,
            source: Some("demo".to_owned()),
            licence: String::new(),
            attribution: String::new(),
            dry_run: false,
            partial: false,
            let_go: false,
            keep_contacts: false,
        };
        command::run(&store, asked, &reach.fetching, language).await?;
    }
    if fill_only {
        return Ok(WELL);
    }
    let app = open(&store, reach).await?;
    serve::serve(app, &reach.network, language).await
}

async fn is_empty(store: &Store) -> Result<bool, Failure> {
    let opening = Opening::from_settings(store, None)?;
    let db = open_database(&opening.folder, &opening.address).await?;
    let filter = organizations::store::OrganizationFilter::default();
    let count = organizations::store::count(&mut db.read().await?, &filter).await?;
    db.close().await;
    Ok(count == 0)
}

/// The region's tables: settings and organizations come before what refers to them, which is the order of the names.
fn tables(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let entries = std::fs::read_dir(folder).map_err(|_| Failure::DemoFiles(folder.to_owned()))?;
    let mut found: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "csv"))
        .collect();
    found.sort();
    if found.is_empty() { Err(Failure::DemoFiles(folder.to_owned())) } else { Ok(found) }
}
