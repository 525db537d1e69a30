//! Why a command could not do its work, as the person at the terminal is told: what is wrong and what to do.

use std::io::ErrorKind;
use std::net::SocketAddr;
use std::path::PathBuf;

use fluent_bundle::FluentValue;

use crate::app::OpenError;
use crate::finding::follower::FollowError;
use crate::i18n::Language;
use crate::letters::PostError;

/// Why nothing was done.
#[derive(Debug)]
pub enum Failure {
    /// The data folder cannot be made or written.
    Folder(PathBuf),
    /// The database.
    Database(db::Error),
    /// The search index is open in another process, or its folder cannot be used.
    Index(search::Error),
    /// The named dictionary is not one.
    Dictionary(PathBuf),
    /// The port cannot be listened on.
    Listen(SocketAddr, ErrorKind),
    /// There are no demo files in the folder.
    DemoFiles(PathBuf),
    /// A file to import cannot be read.
    File(PathBuf, ErrorKind),
    /// The ending of an export file is not one we write.
    Ending(PathBuf),
    /// An export could not be written.
    Export(PathBuf, String),
    /// Letters cannot go out the way that was named.
    Post(PostError),
    /// The machine gives no randomness for secrets.
    Randomness(String),
    /// An import could not be done; already in the reader's language.
    Import(String),
}

impl Failure {
    /// The sentence for the terminal.
    pub fn tell(&self, language: Language) -> String {
        let path =
            |key: &str, path: &PathBuf| language.with(key, &[("path", FluentValue::from(path.display().to_string()))]);
        match self {
            Failure::Folder(folder) => path("terminal-folder", folder),
            Failure::Dictionary(folder) => path("terminal-dictionary", folder),
            Failure::DemoFiles(folder) => path("terminal-demo-files", folder),
            Failure::Ending(file) => path("terminal-ending", file),
            Failure::File(file, ErrorKind::NotFound) => path("terminal-file-missing", file),
            Failure::File(file, _) => path("terminal-file-unreadable", file),
            Failure::Listen(address, ErrorKind::AddrInUse) => {
                language.with("terminal-port-in-use", &[("port", FluentValue::from(address.port().to_string()))])
            }
            Failure::Listen(address, ErrorKind::PermissionDenied) => {
                language.with("terminal-port-forbidden", &[("port", FluentValue::from(address.port().to_string()))])
            }
            Failure::Listen(address, _) => {
                language.with("terminal-address", &[("address", FluentValue::from(address.to_string()))])
            }
            Failure::Export(file, reason) => language.with(
                "terminal-export-failed",
                &[
                    ("path", FluentValue::from(file.display().to_string())),
                    ("reason", FluentValue::from(reason.as_str())),
                ],
            ),
            Failure::Index(error) => {
                language.with("terminal-index", &[("reason", FluentValue::from(error.to_string()))])
            }
            Failure::Post(error) => language.with("terminal-post", &[("reason", FluentValue::from(error.to_string()))]),
            Failure::Randomness(reason) => {
                language.with("terminal-randomness", &[("reason", FluentValue::from(reason.as_str()))])
            }
            Failure::Database(error) => database(error, language),
            Failure::Import(sentence) => sentence.clone(),
        }
    }
}

fn database(error: &db::Error, language: Language) -> String {
    match error {
        db::Error::Newer { found, known } => language.with(
            "terminal-database-newer",
            &[("found", FluentValue::from(*found)), ("known", FluentValue::from(*known))],
        ),
        db::Error::NotWritable(_) => language.t("terminal-database-not-writable").into_owned(),
        db::Error::Unavailable(_) => language.t("terminal-database-away").into_owned(),
        db::Error::Address(_) => language.t("terminal-database-address").into_owned(),
        db::Error::Damaged(_) => language.t("terminal-database-damaged").into_owned(),
        other => language.with("terminal-database", &[("reason", FluentValue::from(other.to_string()))]),
    }
}

impl From<db::Error> for Failure {
    fn from(error: db::Error) -> Self {
        Failure::Database(error)
    }
}

impl From<OpenError> for Failure {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::Folder(folder, _) => Failure::Folder(folder),
            OpenError::Database(error) => Failure::Database(error),
            OpenError::Index(error) => Failure::Index(error),
            OpenError::Dictionary(folder, _) => Failure::Dictionary(folder),
        }
    }
}

impl From<FollowError> for Failure {
    fn from(error: FollowError) -> Self {
        match error {
            FollowError::Database(error) => Failure::Database(error),
            FollowError::Index(error) => Failure::Index(error),
            FollowError::Thread(error) => Failure::Import(error.to_string()),
        }
    }
}
