//! The data package: everything public as the tables of HSDS 3.1 in a zip, for those who work with spreadsheets and
//! databases. Written record by record, so that it may be larger than the memory; [`kept`] holds the newest one for the
//! service, [`tables`] is also what the importer reads packages by.

mod descriptor;
pub(crate) mod kept;
mod list;
mod rows;
pub(crate) mod tables;

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use db::Db;
use documents::package::{PackageError, Tables};
use serde_json::Value;

pub(crate) use self::kept::{LOOK_AGAIN, renew};
use self::rows::Rows;
use super::export::{ExportError, Walk};
use super::lines::BATCH;
use super::record::{self, Depth, Reader};
use super::vocabularies::{self, OWN, OwnTaxonomy};
use super::{load, shape, store};
use crate::i18n::Language;
use crate::{places, region};

/// How a package is written.
#[derive(Debug, Clone)]
pub struct Packing<'a> {
    /// The file to write.
    pub file: &'a Path,
    /// The address people see; '' when nobody knows.
    pub origin: &'a str,
    /// The present moment.
    pub now: DateTime<Utc>,
}

/// Writes the package and gives how many activities are in it; `progress` is told how many are done. The tables stand
/// beside the file until they are packed.
///
/// # Errors
/// See [`ExportError`]; what stands in the file then is not whole.
pub async fn write(db: &Db, asked: Packing<'_>, progress: impl FnMut(u64) + Send) -> Result<u64, ExportError> {
    let folder = Folder::beside(asked.file)?;
    let mut rows = Rows::begin(Tables::in_folder(&folder.0))?;
    let region = region::load(&mut db.read().await?).await?;
    let reader = Reader { language: Language::Finnish, steps: &region.steps, origin: asked.origin };
    terms(db, &reader, &mut rows).await?;
    let count = services(db, &reader, &mut rows, progress).await?;
    locations(db, &reader, &mut rows).await?;
    organizations(db, &reader, &mut rows).await?;
    let about = descriptor::descriptor(asked.origin, count, asked.now);
    let about = serde_json::to_vec_pretty(&about).map_err(std::io::Error::other)?;
    let file = asked.file.to_owned();
    // Packing keeps a processor busy for long, and would keep others from being answered.
    let packed = tokio::task::spawn_blocking(move || {
        let packed = rows.done().pack(&file, ("datapackage.json", &about));
        drop(folder);
        packed
    });
    packed.await.map_err(std::io::Error::other)??;
    Ok(count)
}

/// The folder of the tables; gone with everything in it when it is no longer needed.
struct Folder(PathBuf);

impl Folder {
    fn beside(file: &Path) -> std::io::Result<Self> {
        let folder = file.with_extension("tables");
        // What a process left that was ended half-way.
        if folder.exists() {
            std::fs::remove_dir_all(&folder)?;
        }
        std::fs::create_dir_all(&folder)?;
        Ok(Folder(folder))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // Nothing hangs on it: the next writing takes away what is left.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Our own lists first, then those that came with sources: everything that attributes point to.
async fn terms(db: &Db, reader: &Reader<'_>, rows: &mut Rows) -> Result<(), ExportError> {
    for taxonomy in &OWN {
        rows.add(&shape::TAXONOMY, taxonomy.record(reader.language))?;
    }
    for term in vocabularies::terms() {
        rows.add(&shape::TERM, term.record(reader.language, reader.steps))?;
    }
    let own: Vec<String> = OWN.iter().map(OwnTaxonomy::id).collect();
    let mut done = 0;
    loop {
        let some = store::taxonomies(&mut db.read().await?, &own, BATCH as i64, done).await?;
        done += some.len() as i64;
        if some.is_empty() {
            break;
        }
        for taxonomy in &some {
            rows.add(&shape::TAXONOMY, taxonomy.record())?;
        }
    }
    let filter = store::TermFilter { own, ..store::TermFilter::default() };
    let mut done = 0;
    loop {
        let some = store::terms(&mut db.read().await?, &filter, BATCH as i64, done).await?;
        done += some.len() as i64;
        if some.is_empty() {
            return Ok(());
        }
        for term in &some {
            rows.add(&shape::TERM, Value::from(term.record()))?;
        }
    }
}

async fn services(
    db: &Db,
    reader: &Reader<'_>,
    rows: &mut Rows,
    mut progress: impl FnMut(u64) + Send,
) -> Result<u64, ExportError> {
    let mut walk = Walk::default();
    while let Some(listed) = walk.next(db).await? {
        for record in load::told(&mut db.read().await?, &listed, reader, Depth::Full).await? {
            rows.add(&shape::SERVICE, record)?;
        }
        progress(walk.done);
    }
    Ok(walk.done)
}

/// Public places, and of the others what is public where something public happens.
async fn locations(db: &Db, reader: &Reader<'_>, rows: &mut Rows) -> Result<(), ExportError> {
    let mut after = String::new();
    loop {
        let mut tx = db.read().await?;
        let ids = store::place_ids_after(&mut tx, &after, BATCH as i64).await?;
        let Some(last) = ids.last() else { return Ok(()) };
        after.clone_from(last);
        let mut some = places::store::list(&mut tx, &ids).await?;
        some.sort_unstable_by(|one, other| one.id.cmp(&other.id));
        let owners: Vec<String> = some.iter().filter_map(|place| place.organization_id.clone()).collect();
        let told = store::told_organizations(&mut tx, &owners).await?;
        for place in &mut some {
            place.organization_id = place.organization_id.take().filter(|id| told.contains(id));
        }
        for record in load::locations(&mut tx, &some, reader).await? {
            rows.add(&shape::LOCATION, record)?;
        }
    }
}

async fn organizations(db: &Db, reader: &Reader<'_>, rows: &mut Rows) -> Result<(), ExportError> {
    let mut after = String::new();
    loop {
        let mut tx = db.read().await?;
        let ids = store::organization_ids_after(&mut tx, &after, BATCH as i64).await?;
        let Some(last) = ids.last() else { return Ok(()) };
        after.clone_from(last);
        let mut some = crate::organizations::store::list(&mut tx, &ids).await?;
        some.sort_unstable_by(|one, other| one.id.cmp(&other.id));
        for organization in &some {
            rows.add(&shape::ORGANIZATION, record::organization(organization, reader, Depth::Full).into())?;
        }
    }
}

impl From<PackageError> for ExportError {
    fn from(error: PackageError) -> Self {
        match error {
            PackageError::Io(error) => ExportError::File(error),
            other => ExportError::File(std::io::Error::other(other)),
        }
    }
}
