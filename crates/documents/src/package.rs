//! Tables in a zip: read with a bound on what comes out, for a small archive can hold very much; and written row by row,
//! so that however many rows there are, few are in memory.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Seek, Write};
use std::path::{Path, PathBuf};

use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, ZipArchive};

use crate::table::{CsvOptions, Delimiter, write_line};

/// Why a zip cannot be read or written.
#[derive(Debug, thiserror::Error)]
pub enum PackageError {
    /// It is no zip, or damaged.
    #[error("not a readable zip: {0}")]
    Zip(#[from] zip::result::ZipError),
    /// It breaks off, or the disk is full.
    #[error("cannot be read or written: {0}")]
    Io(#[from] io::Error),
    /// More bytes come out of it than may.
    #[error("more than {0} bytes come out")]
    TooLarge(u64),
}

/// The files of a zip whose names end as told, by the last part of their names, in the order of the archive.
///
/// # Errors
/// [`PackageError`] when it is no zip.
pub fn names_in_zip(zip: impl Read + Seek, ending: &str) -> Result<Vec<String>, PackageError> {
    let mut archive = ZipArchive::new(zip)?;
    let mut names = Vec::new();
    for at in 0..archive.len() {
        names.extend(named(&archive.by_index(at)?, ending)?);
    }
    Ok(names)
}

/// Unpacks the first file of a name, as [`names_in_zip`] tells it, and gives how many bytes came out.
///
/// # Errors
/// [`PackageError`] when it is no zip, breaks off, has no such file, or more than `most` bytes come out of it.
pub fn unpack_from_zip(
    zip: impl Read + Seek,
    name: &str,
    most: u64,
    into: &mut impl Write,
) -> Result<u64, PackageError> {
    let mut archive = ZipArchive::new(zip)?;
    for at in 0..archive.len() {
        let mut file = archive.by_index(at)?;
        if named(&file, "")?.as_deref() != Some(name) {
            continue;
        }
        // What the archive says of sizes is not believed: what comes out is counted.
        let got = io::copy(&mut file.by_ref().take(most.saturating_add(1)), into)?;
        return if got > most { Err(PackageError::TooLarge(most)) } else { Ok(got) };
    }
    Err(zip::result::ZipError::FileNotFound.into())
}

/// The last part of a file's name when it ends as told.
fn named(file: &zip::read::ZipFile<'_, impl Read>, ending: &str) -> Result<Option<String>, PackageError> {
    let name = file.name()?.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
    // Other systems' notes beside the files.
    let counts = file.is_file() && name.to_lowercase().ends_with(ending) && !name.starts_with('.');
    Ok(counts.then_some(name))
}

/// Tables that are being written, each into a file of its own in a folder, before they are packed.
#[derive(Debug)]
pub struct Tables {
    folder: PathBuf,
    tables: Vec<(String, BufWriter<File>)>,
    line: String,
}

impl Tables {
    /// Tables in a folder that is there and empty.
    pub fn in_folder(folder: impl Into<PathBuf>) -> Self {
        Tables { folder: folder.into(), tables: Vec::new(), line: String::new() }
    }

    /// Begins a table with its headings and gives its number, by which rows are added.
    ///
    /// # Errors
    /// When the file cannot be made.
    pub fn begin(&mut self, file_name: &str, headings: &[impl AsRef<str>]) -> io::Result<usize> {
        let file = BufWriter::new(File::create(self.folder.join(file_name))?);
        self.tables.push((file_name.to_owned(), file));
        let number = self.tables.len() - 1;
        self.add(number, headings)?;
        Ok(number)
    }

    /// Adds a row to a table: commas between the cells, nothing guarded, because programs read it.
    ///
    /// # Errors
    /// When the disk is full.
    pub fn add(&mut self, table: usize, cells: &[impl AsRef<str>]) -> io::Result<()> {
        let options = CsvOptions { delimiter: Delimiter::Comma, byte_order_mark: false, guard_formulas: false };
        self.line.clear();
        write_line(&mut self.line, cells, &options);
        match self.tables.get_mut(table) {
            Some((_, file)) => file.write_all(self.line.as_bytes()),
            None => Err(io::Error::other("no such table")),
        }
    }

    /// Packs the tables, after a file that tells of them, and takes them out of the folder.
    ///
    /// # Errors
    /// When the disk is full.
    pub fn pack(self, zip: &Path, about: (&str, &[u8])) -> Result<(), PackageError> {
        let mut archive = ZipWriter::new(BufWriter::new(File::create(zip)?));
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).large_file(true);
        archive.start_file(about.0, options)?;
        archive.write_all(about.1)?;
        for (name, file) in self.tables {
            file.into_inner().map_err(io::IntoInnerError::into_error)?;
            let path = self.folder.join(&name);
            archive.start_file(name, options)?;
            io::copy(&mut BufReader::new(File::open(&path)?), &mut archive)?;
            std::fs::remove_file(path)?;
        }
        let file = archive.finish()?.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.sync_all()?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

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
        assert_eq!(names_in_zip(zip.clone(), ".csv").expect("a zip"), ["services.csv"]);
        let mut bytes = Vec::new();
        assert_eq!(unpack_from_zip(zip.clone(), "services.csv", 100, &mut bytes).expect("a file"), 5);
        assert_eq!(bytes, b"id\n1\n");
        assert!(matches!(unpack_from_zip(zip, "muu.csv", 100, &mut bytes), Err(PackageError::Zip(_))));
    }

    #[test]
    fn what_is_too_much_is_refused_whatever_the_archive_says() {
        let zip = zipped(&[("a.csv", &[b'0'; 100_000])]);
        assert!(zip.get_ref().len() < 1_000);
        let mut bytes = Vec::new();
        assert!(matches!(
            unpack_from_zip(zip.clone(), "a.csv", 99_999, &mut bytes),
            Err(PackageError::TooLarge(99_999))
        ));
        assert_eq!(unpack_from_zip(zip, "a.csv", 100_000, &mut io::sink()).expect("just enough"), 100_000);
        assert!(matches!(names_in_zip(Cursor::new(b"no zip".to_vec()), ".csv"), Err(PackageError::Zip(_))));
    }

    #[test]
    fn tables_are_packed_as_they_were_written() {
        let folder = tempfile::tempdir().expect("a folder");
        let inside = folder.path().join("tables");
        std::fs::create_dir(&inside).expect("a folder");
        let mut tables = Tables::in_folder(&inside);
        let table = tables.begin("services.csv", &["id", "name"]).expect("a table");
        tables.add(table, &["1", "\"Oiva\", kahvila\nja =1+1"]).expect("written");
        let zip = folder.path().join("a.zip");
        tables.pack(&zip, ("datapackage.json", b"{}")).expect("packed");
        let mut bytes = Vec::new();
        unpack_from_zip(File::open(&zip).expect("a file"), "services.csv", 1_000, &mut bytes).expect("a file");
        assert_eq!(String::from_utf8_lossy(&bytes), "id,name\r\n1,\"\"\"Oiva\"\", kahvila\nja =1+1\"\r\n");
        assert_eq!(std::fs::read_dir(&inside).expect("a folder").count(), 0);
    }
}
