//! Files in a zip, read with a bound on what comes out: a small archive can hold very much.

use std::io::{Read, Seek};

use zip::ZipArchive;

/// Why a zip cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum PackageError {
    /// It is no zip, or damaged.
    #[error("not a readable zip: {0}")]
    Zip(#[from] zip::result::ZipError),
    /// It breaks off.
    #[error("cannot be read: {0}")]
    Io(#[from] std::io::Error),
    /// More bytes come out of it than may.
    #[error("more than {0} bytes come out")]
    TooLarge(u64),
}

/// The files of a zip whose names end as told, by the last part of their names, in the order of the archive.
///
/// # Errors
/// [`PackageError`] when it is no zip, breaks off, or more than `most` bytes come out of it.
pub fn files_in_zip(zip: impl Read + Seek, ending: &str, most: u64) -> Result<Vec<(String, Vec<u8>)>, PackageError> {
    let mut archive = ZipArchive::new(zip)?;
    let (mut files, mut left) = (Vec::new(), most);
    for at in 0..archive.len() {
        let mut file = archive.by_index(at)?;
        let name = file.name()?.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
        // Other systems' notes beside the files.
        if !file.is_file() || !name.to_lowercase().ends_with(ending) || name.starts_with('.') {
            continue;
        }
        let mut bytes = Vec::new();
        // What the archive says of sizes is not believed: what comes out is counted.
        let got = file.by_ref().take(left + 1).read_to_end(&mut bytes)? as u64;
        left = left.checked_sub(got).ok_or(PackageError::TooLarge(most))?;
        files.push((name, bytes));
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use zip::write::{SimpleFileOptions, ZipWriter};

    use super::*;

    fn zipped(files: &[(&str, &[u8])]) -> Cursor<Vec<u8>> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            writer.start_file(*name, SimpleFileOptions::default()).expect("a file");
            writer.write_all(bytes).expect("written");
        }
        writer.finish().expect("a zip")
    }

    #[test]
    fn files_come_out_by_their_names() {
        let zip = zipped(&[
            ("paketti/services.csv", b"id\n1\n"),
            ("datapackage.json", b"{}"),
            ("__MACOSX/._services.csv", b"x"),
        ]);
        let files = files_in_zip(zip, ".csv", 100).expect("a zip");
        assert_eq!(files, [("services.csv".to_owned(), b"id\n1\n".to_vec())]);
    }

    #[test]
    fn what_is_too_much_is_refused_whatever_the_archive_says() {
        let zip = zipped(&[("a.csv", &[b'0'; 100_000]), ("b.csv", b"x")]);
        assert!(zip.get_ref().len() < 1_000);
        assert!(matches!(files_in_zip(zip.clone(), ".csv", 99_999), Err(PackageError::TooLarge(99_999))));
        assert_eq!(files_in_zip(zip, ".csv", 100_001).expect("just enough").len(), 2);
        assert!(matches!(files_in_zip(Cursor::new(b"no zip".to_vec()), ".csv", 10), Err(PackageError::Zip(_))));
    }
}
