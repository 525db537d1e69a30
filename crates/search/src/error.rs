//! What can go wrong with the index; never what someone typed.

/// A failure of the index itself: the disk, another process, a lost file.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The engine failed.
    #[error("the search index failed: {0}")]
    Engine(#[from] tantivy::TantivyError),
    /// The folder could not be read or written.
    #[error("the folder of the search index cannot be used: {0}")]
    Folder(#[from] std::io::Error),
    /// The folder holds something that is not a search index; it is left alone.
    #[error("the folder {0} is not empty and holds no search index; choose another one")]
    NotAnIndex(std::path::PathBuf),
    /// The documents of a rebuild ended before they were all there; the old index remains.
    #[error("the documents ended half-way; the old index remains")]
    Interrupted,
    /// The settings do not fit.
    #[error("{0}")]
    Settings(String),
    /// A concept file cannot be read.
    #[error("the concepts in {file} cannot be read: {problem}")]
    Concepts {
        /// The file.
        file: std::path::PathBuf,
        /// What is wrong and where.
        problem: String,
    },
}

/// A result of the index.
pub type Result<T, E = Error> = std::result::Result<T, E>;
