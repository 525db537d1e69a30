//! Everything public in a file: one service a line, a table of activities, or the tables of HSDS.

use std::path::Path;

use chrono::{DateTime, Utc};
use db::{Db, Tx};
use documents::table::{self, Delimiter, Table};
use tokio::io::{AsyncWrite, AsyncWriteExt, BufWriter};

use super::lines::{BATCH, written};
use super::package::Packing;
use super::record::{Depth, Reader};
use super::store::ToldIn;
use super::{load, package, store, tables};
use crate::activities::model::Listed;
use crate::i18n::Language;
use crate::organizations::model::Organization;
use crate::organizations::store::OrganizationFilter;
use crate::{activities, organizations, region};

/// Why a file could not be written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The database could not be read.
    #[error(transparent)]
    Database(#[from] db::Error),
    /// The file could not be written.
    #[error(transparent)]
    File(#[from] std::io::Error),
    /// What there is does not fit into a workbook.
    #[error(transparent)]
    Table(#[from] table::WriteError),
    /// No such kind of file.
    #[error("the ending must be .ndjson, .csv, .xlsx or .zip, not {0:?}")]
    Ending(String),
}

/// Writes everything public into a file, in the way its ending says (`ndjson`, `csv`, `xlsx`, `zip`), and gives how many
/// activities there were. `progress` is told how many are done.
///
/// # Errors
/// See [`ExportError`]; what stands in the file then is not whole.
pub async fn write(
    db: &Db,
    file: &Path,
    ending: &str,
    now: DateTime<Utc>,
    progress: impl FnMut(u64) + Send,
) -> Result<u64, ExportError> {
    let kind = match ending {
        "ndjson" => {
            let mut file = BufWriter::new(tokio::fs::File::create(file).await?);
            let count = export_ndjson(db, &mut file, progress).await?;
            file.flush().await?;
            file.get_ref().sync_all().await?;
            return Ok(count);
        }
        "zip" => return package::write(db, Packing { file, origin: "", now }, progress).await,
        "csv" => TableKind::Csv,
        "xlsx" => TableKind::Xlsx,
        other => return Err(ExportError::Ending(other.to_owned())),
    };
    let (bytes, count) = export_table(db, kind, progress).await?;
    tokio::fs::write(file, bytes).await?;
    Ok(count)
}

/// Writes every public activity as a service of HSDS 3.1 in full, one a line, and gives how many there were.
///
/// # Errors
/// When the database cannot be read or the writer refuses.
pub async fn export_ndjson(
    db: &Db,
    writer: &mut (impl AsyncWrite + Unpin + Send),
    mut progress: impl FnMut(u64) + Send,
) -> Result<u64, ExportError> {
    let region = region::load(&mut db.read().await?).await?;
    let reader = Reader { language: Language::Finnish, steps: &region.steps, origin: "" };
    let mut walk = Walk::default();
    while let Some(listed) = walk.next(db).await? {
        let records = load::told(&mut db.read().await?, &listed, &reader, Depth::Full).await?;
        writer.write_all(written(&records).as_bytes()).await?;
        progress(walk.done);
    }
    Ok(walk.done)
}

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableKind {
    /// Activities only, semicolons between the cells, as Finnish spreadsheets want it.
    Csv,
    /// A workbook with activities and organizations.
    Xlsx,
}

/// What is public as the table that the importer reads, with how many activities there were. A workbook is one piece,
/// so all of it is held in memory: about two kilobytes for each activity.
///
/// # Errors
/// When the database cannot be read, or a text does not fit into a cell of a workbook.
pub async fn export_table(
    db: &Db,
    kind: TableKind,
    mut progress: impl FnMut(u64) + Send,
) -> Result<(Vec<u8>, u64), ExportError> {
    let columns = store::told_in(&mut db.read().await?).await?;
    let mut activities = tables::activities(&columns);
    let mut walk = Walk::default();
    while let Some(listed) = walk.next(db).await? {
        add(&mut db.read().await?, &mut activities, &listed, &columns).await?;
        progress(walk.done);
    }
    let bytes = match kind {
        TableKind::Csv => table::write_csv(&activities, Delimiter::Semicolon),
        TableKind::Xlsx => table::write_xlsx(&[activities, organizations(db).await?])?,
    };
    Ok((bytes, walk.done))
}

/// The same table of these activities only, in their order.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn table_of(tx: &mut Tx, listed: &[Listed]) -> Result<Table, db::Error> {
    let columns = store::told_in(tx).await?;
    let mut table = tables::activities(&columns);
    for part in listed.chunks(BATCH) {
        add(tx, &mut table, part, &columns).await?;
    }
    Ok(table)
}

/// The table of these organizations, in their order.
pub(crate) fn table_of_organizations(found: &[Organization]) -> Table {
    let mut table = tables::organizations();
    for organization in found {
        table.push(tables::organization(organization));
    }
    table
}

async fn add(tx: &mut Tx, table: &mut Table, listed: &[Listed], columns: &[ToldIn]) -> Result<(), db::Error> {
    let beside = load::beside(tx, listed, Depth::Full).await?;
    let linked: Vec<&str> =
        beside.values().flat_map(|beside| beside.next.iter().chain(&beside.alternative)).map(String::as_str).collect();
    let slugs = store::slugs(tx, &linked).await?;
    for listed in listed {
        table.push(tables::activity(listed, beside.get(&listed.activity.id), &slugs, columns));
    }
    Ok(())
}

async fn organizations(db: &Db) -> Result<Table, db::Error> {
    let mut table = tables::organizations();
    let mut tx = db.read().await?;
    let filter = OrganizationFilter::default();
    loop {
        let found = organizations::store::page(&mut tx, &filter, BATCH as i64, table.rows.len() as i64).await?;
        if found.is_empty() {
            return Ok(table);
        }
        for organization in &found {
            table.push(tables::organization(organization));
        }
    }
}

/// A walk through everything public, by id, so that what changes meanwhile is neither missed nor met twice.
#[derive(Debug, Default)]
pub(super) struct Walk {
    after: String,
    /// How many were met.
    pub(super) done: u64,
}

impl Walk {
    /// The next of them; none at the end.
    pub(super) async fn next(&mut self, db: &Db) -> Result<Option<Vec<Listed>>, db::Error> {
        let mut tx = db.read().await?;
        let found = activities::store::walk(&mut tx, &self.after, BATCH as i64).await?;
        let Some(last) = found.last() else { return Ok(None) };
        self.after = last.id.clone();
        let listed = activities::store::with_organizations(&mut tx, found).await?;
        self.done += listed.len() as u64;
        Ok(Some(listed))
    }
}
