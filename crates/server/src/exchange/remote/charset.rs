//! Letters: what is text becomes UTF-8 before anybody reads it.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use encoding_rs::Encoding;

const PIECE: usize = 256 * 1024;

/// What became of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Letters {
    /// It is UTF-8, or was made so.
    Read,
    /// It is not, and what it is was not told, or told wrongly.
    Unknown,
}

/// Makes a text file UTF-8. What is UTF-8 already stays, whatever the server declares: many declare something out of habit.
pub(super) fn to_utf8(path: &Path, declared: &str) -> io::Result<Letters> {
    if is_utf8(File::open(path)?)? {
        return Ok(Letters::Read);
    }
    let Some(encoding) = Encoding::for_label(declared.as_bytes()).filter(|known| *known != encoding_rs::UTF_8) else {
        return Ok(Letters::Unknown);
    };
    let converted = path.with_extension("converted.part");
    let done = convert(path, &converted, encoding);
    match done {
        Ok(Letters::Read) => std::fs::rename(&converted, path)?,
        _ => std::fs::remove_file(&converted)?,
    }
    done
}

fn is_utf8(mut file: impl Read) -> io::Result<bool> {
    let mut held = Vec::with_capacity(PIECE + 4);
    let mut piece = vec![0; PIECE];
    loop {
        let got = file.read(&mut piece)?;
        if got == 0 {
            return Ok(held.is_empty());
        }
        held.extend_from_slice(piece.get(..got).unwrap_or_default());
        match std::str::from_utf8(&held) {
            Ok(_) => held.clear(),
            // A letter that goes on in the next piece.
            Err(error) if error.error_len().is_none() => drop(held.drain(..error.valid_up_to())),
            Err(_) => return Ok(false),
        }
    }
}

fn convert(from: &Path, to: &Path, encoding: &'static Encoding) -> io::Result<Letters> {
    let mut from = File::open(from)?;
    let mut to = File::create(to)?;
    let mut decoder = encoding.new_decoder();
    let mut piece = vec![0; PIECE];
    let mut text = String::with_capacity(PIECE * 3 + 16);
    loop {
        let got = from.read(&mut piece)?;
        text.clear();
        let read = piece.get(..got).unwrap_or_default();
        let (_, used, replaced) = decoder.decode_to_string(read, &mut text, got == 0);
        if replaced || used < got {
            return Ok(Letters::Unknown);
        }
        to.write_all(text.as_bytes())?;
        if got == 0 {
            return Ok(Letters::Read);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn read(bytes: &[u8], declared: &str) -> Option<String> {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("text.part");
        std::fs::write(&path, bytes).expect("written");
        let letters = to_utf8(&path, declared).expect("read");
        assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 1, "nothing is left beside it");
        (letters == Letters::Read).then(|| std::fs::read_to_string(&path).expect("UTF-8"))
    }

    #[test]
    fn what_is_declared_is_read_and_what_is_not_is_refused() {
        let coffee = "Sysmän ”yökahvila”";
        let (western, _, _) = encoding_rs::WINDOWS_1252.encode(coffee);
        assert_eq!(read(&western, "iso-8859-1").as_deref(), Some(coffee));
        assert_eq!(read(&western, ""), None);
        assert_eq!(read(&western, "utf-8"), None);
        assert_eq!(read(&western, "klingon"), None);
        assert_eq!(read(coffee.as_bytes(), "iso-8859-1").as_deref(), Some(coffee), "declared wrongly");
        let mut wide = vec![0xff, 0xfe];
        wide.extend(coffee.encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(read(&wide, "utf-16").as_deref(), Some(coffee));
    }

    #[test]
    fn a_letter_on_the_edge_of_two_pieces_is_one_letter() {
        for before in [PIECE - 1, PIECE] {
            let text = format!("{}{}", "a".repeat(before), "ä".repeat(PIECE));
            assert_eq!(read(text.as_bytes(), ""), Some(text));
        }
        assert_eq!(read(b"half a letter \xc3", ""), None);
    }
}
