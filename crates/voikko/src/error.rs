//! What can go wrong when a dictionary is opened.

/// Why a dictionary could not be opened.
///
/// Only opening can fail. A dictionary that is open analyses every word without an error: a word it does not
/// know has no analyses.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The file or folder cannot be read.
    #[error("the dictionary cannot be read: {0}")]
    Read(#[from] std::io::Error),
    /// The folder holds no `mor.vfst`.
    #[error("there is no mor.vfst in {0}")]
    Missing(std::path::PathBuf),
    /// The file is larger than the format can address, so it is something else.
    #[error("the file is too large for a dictionary")]
    TooLarge,
    /// The file does not begin as a VFST file does.
    #[error("the file is not a VFST transducer")]
    NotADictionary,
    /// The file is a VFST transducer of a kind this crate does not read.
    #[error("this kind of VFST transducer is not supported: {0}")]
    Unsupported(&'static str),
    /// The file begins as a VFST transducer but its content is broken or cut short.
    #[error("the dictionary is broken: {0}")]
    Broken(&'static str),
}
