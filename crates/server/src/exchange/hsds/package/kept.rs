//! The newest data package of this instance, in its data folder, and the job that makes a new one when the tray has
//! changed. Its name tells how far the event log was and when it was made, so that renaming it into place is all there
//! is to do at once.

use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};

use crate::app::App;
use crate::exchange::hsds::export::ExportError;
use crate::exchange::open;

/// A new one is made this long after the last at the earliest.
const REST: TimeDelta = TimeDelta::hours(3);
/// How often it is looked whether one is needed.
pub(crate) const LOOK_AGAIN: TimeDelta = TimeDelta::minutes(10);
/// When somebody who came before the first package may ask again.
pub(crate) const ASK_AGAIN: TimeDelta = TimeDelta::minutes(2);

const BEGINS: &str = "hsds-";
const ENDS: &str = ".zip";

/// A package that is whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Kept {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// How far the event log was when it was begun.
    pub(crate) event: i64,
    /// When that was.
    pub(crate) made_at: DateTime<Utc>,
}

/// Where packages are kept.
fn folder(app: &App) -> PathBuf {
    app.folder.join("packages")
}

/// The newest package; none when there is none yet.
pub(crate) fn newest(app: &App) -> Option<Kept> {
    all(&folder(app)).into_iter().max_by_key(|kept| (kept.made_at, kept.event))
}

fn all(folder: &Path) -> Vec<Kept> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    entries.filter_map(|entry| read(entry.ok()?.path())).collect()
}

fn read(path: PathBuf) -> Option<Kept> {
    let name = path.file_name()?.to_str()?.strip_prefix(BEGINS)?.strip_suffix(ENDS)?;
    let (event, made_at) = name.split_once('-')?;
    let (event, made_at) = (event.parse().ok()?, DateTime::from_timestamp(made_at.parse().ok()?, 0)?);
    Some(Kept { event, made_at, path })
}

/// Makes a new package when the log has moved since the last one and that one is old enough. One that holds nothing is
/// always old enough.
///
/// # Errors
/// See [`ExportError`]; the package that was there stays.
pub(crate) async fn renew(app: &App) -> Result<(), ExportError> {
    let now = app.now();
    let stamp = open::store::stamp(&mut app.db.read().await?).await?;
    let rests = |kept: &Kept| kept.event == stamp.number || (kept.event > 0 && now < kept.made_at + REST);
    if newest(app).as_ref().is_some_and(rests) {
        return Ok(());
    }
    let folder = folder(app);
    std::fs::create_dir_all(&folder)?;
    let partial = folder.join("next.partial");
    let origin = app.public_url.clone().unwrap_or_default();
    let asked = super::Packing { file: &partial, origin: &origin, now };
    let count = super::write(&app.db, asked, |_| {}).await?;
    let path = folder.join(format!("{BEGINS}{}-{}{ENDS}", stamp.number, now.timestamp()));
    std::fs::rename(&partial, &path)?;
    // Whoever is reading an older one has it open and reads on.
    for older in all(&folder).into_iter().filter(|kept| kept.path != path) {
        std::fs::remove_file(older.path)?;
    }
    tracing::info!(count, "a new data package is ready");
    Ok(())
}
