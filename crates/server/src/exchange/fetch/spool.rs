//! A file of the spool: what was fetched, until it is kept or forgotten.

use std::io;
use std::path::{Path, PathBuf};

/// A file that is removed when nobody holds it any more.
#[derive(Debug)]
pub struct Spooled(PathBuf);

/// How files that are not whole yet are named.
pub(in crate::exchange) const ENDING: &str = "part";

impl Spooled {
    /// A name for a new file in a folder.
    pub(in crate::exchange) fn new_in(folder: &Path) -> Self {
        Spooled(folder.join(format!("{}.{ENDING}", db::new_id())))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Keeps it under another name.
    ///
    /// # Errors
    /// When it cannot be renamed; it is removed then.
    pub fn keep_as(self, path: &Path) -> io::Result<()> {
        std::fs::rename(&self.0, path)
    }
}

impl Drop for Spooled {
    fn drop(&mut self) {
        // After a rename, or when nothing was written, there is nothing to remove.
        let _ = std::fs::remove_file(&self.0);
    }
}
