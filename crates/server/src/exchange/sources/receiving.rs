//! Files that a keeper sends: kept beside the database until they have come in, or nobody has asked for them for a week.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use axum::extract::multipart::{Field, Multipart};
use tokio::io::AsyncWriteExt;

use crate::error::{Error, Result};

/// Bytes of all files of one form.
pub(super) const MOST_BYTES: usize = 200 * 1024 * 1024;
/// Files of one form.
const MOST_FILES: usize = 20;
/// Bytes of a field that is no file.
const MOST_OF_FIELD: usize = 10_000;
/// How long files wait to be agreed to.
const WAIT: Duration = Duration::from_secs(7 * 24 * 3600);

/// A form with files.
#[derive(Debug, Default)]
pub(super) struct Sent {
    /// The fields that are no files.
    pub(super) fields: Vec<(String, String)>,
    /// The names of the files that were kept.
    pub(super) files: Vec<String>,
}

impl Sent {
    /// The value of a field.
    pub(super) fn value(&self, name: &str) -> &str {
        self.fields.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str())
    }
}

/// The folder of a source's files.
pub(super) fn folder(data: &Path, source_id: &str) -> PathBuf {
    data.join("sent").join(source_id)
}

/// Reads a form and puts its files into a fresh folder.
///
/// # Errors
/// When the form is broken or too large, or the disk takes no more; then nothing of it stays.
pub(super) async fn receive(mut form: Multipart, folder: &Path) -> Result<Sent> {
    let mut sent = Sent::default();
    let received = take_all(&mut form, folder, &mut sent).await;
    if received.is_err() {
        forget(folder).await;
    }
    received.map(|()| sent)
}

async fn take_all(form: &mut Multipart, folder: &Path, sent: &mut Sent) -> Result<()> {
    while let Some(field) = form.next_field().await.map_err(|_| Error::BadRequest("error-bad-request"))? {
        let name = field.name().unwrap_or_default().to_owned();
        match field.file_name().map(safe_name) {
            Some(file) if file.is_empty() => {}
            Some(_) if sent.files.len() >= MOST_FILES => return Err(Error::TooLarge),
            Some(file) => {
                tokio::fs::create_dir_all(folder).await.map_err(disk)?;
                keep(field, &folder.join(&file)).await?;
                sent.files.push(file);
            }
            None => {
                let value = field.text().await.map_err(|_| Error::BadRequest("error-bad-request"))?;
                if value.len() > MOST_OF_FIELD {
                    return Err(Error::TooLarge);
                }
                sent.fields.push((name, value));
            }
        }
    }
    Ok(())
}

async fn keep(mut field: Field<'_>, path: &Path) -> Result<()> {
    let mut file = tokio::fs::File::create(path).await.map_err(disk)?;
    while let Some(piece) = field.chunk().await.map_err(|_| Error::BadRequest("error-bad-request"))? {
        file.write_all(&piece).await.map_err(disk)?;
    }
    file.sync_all().await.map_err(disk)
}

/// The disk takes no more: told like a database that cannot write.
fn disk(error: std::io::Error) -> Error {
    tracing::error!(%error, "a file that was sent could not be kept");
    Error::Busy
}

/// The last part of a name, in letters that are harmless everywhere.
fn safe_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let safe: String = last
        .chars()
        .filter(|letter| letter.is_alphanumeric() || matches!(letter, '.' | '-' | '_' | ' '))
        .take(100)
        .collect();
    safe.trim_start_matches(['.', ' ']).trim_end().to_owned()
}

/// The files of a source, by name; none when nothing was sent.
pub(super) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .map(|entries| entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_file()).collect())
        .unwrap_or_default();
    files.sort();
    files
}

/// Removes a source's files.
pub(super) async fn forget(folder: &Path) {
    if let Err(error) = tokio::fs::remove_dir_all(folder).await
        && error.kind() != std::io::ErrorKind::NotFound
    {
        tracing::warn!(%error, "files that were sent could not be removed");
    }
}

/// Removes files that have waited too long, and gives how many folders there were of them.
pub(super) fn forget_old(data: &Path, now: SystemTime) -> usize {
    let Ok(folders) = std::fs::read_dir(data.join("sent")) else { return 0 };
    let is_old = |path: &PathBuf| {
        let changed = std::fs::metadata(path).and_then(|about| about.modified());
        changed.is_ok_and(|at| now.duration_since(at).is_ok_and(|age| age > WAIT))
    };
    folders
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(is_old)
        .filter(|path| std::fs::remove_dir_all(path).is_ok())
        .count()
}

#[cfg(test)]
mod tests {
    use super::safe_name;

    #[test]
    fn a_name_leads_nowhere_else() {
        assert_eq!(safe_name("../../etc/passwd"), "passwd");
        assert_eq!(safe_name("C:\\tiedot\\Kevään ryhmät.csv"), "Kevään ryhmät.csv");
        assert_eq!(safe_name("..."), "");
        assert_eq!(safe_name("a\0b\u{202e}.csv"), "ab.csv");
    }
}
