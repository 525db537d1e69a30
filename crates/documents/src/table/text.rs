//! How the text of a file is encoded and what stands between its cells.

use std::io::{Read, Seek, SeekFrom};

use encoding_rs::{Decoder, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::{Limit, Limits, Reason, TableError};

/// Text in Windows-1252, the western letters of old programs; every byte is one.
pub fn western(bytes: &[u8]) -> String {
    WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()
}

/// How the text of a file was encoded.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    #[default]
    Utf8,
    /// UTF-16 with its byte order mark, least significant byte first.
    Utf16Le,
    /// UTF-16 with its byte order mark, most significant byte first.
    Utf16Be,
    /// Windows-1252, in which the Latin-1 letters are the same. A guess: whatever is not UTF-8 is read as this.
    Windows1252,
    /// A workbook, which says itself how its text is encoded.
    Workbook,
}

/// What stands between the cells of a CSV file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Delimiter {
    /// `;`, as Excel writes and expects where the decimal separator is a comma.
    #[default]
    Semicolon,
    /// `,`
    Comma,
    /// A tab.
    Tab,
}

impl Delimiter {
    /// The character itself.
    pub fn as_char(self) -> char {
        match self {
            Self::Semicolon => ';',
            Self::Comma => ',',
            Self::Tab => '\t',
        }
    }

    /// The delimiter that a character is, if it is one.
    pub fn from_char(c: char) -> Option<Self> {
        [Self::Semicolon, Self::Comma, Self::Tab].into_iter().find(|delimiter| delimiter.as_char() == c)
    }

    /// The delimiter of a text: the one that the first line with something on it has most of, outside quotes.
    pub(super) fn of(text: &str) -> Self {
        #[derive(PartialEq)]
        enum At {
            CellStart,
            Cell,
            Quoted,
            QuoteEnd,
        }
        let (mut semicolons, mut commas, mut tabs) = (0, 0, 0);
        let (mut at, mut content) = (At::CellStart, false);
        for c in text.chars() {
            at = match (at, c) {
                (At::Quoted, '"') => At::QuoteEnd,
                (At::Quoted, c) => {
                    content |= !c.is_whitespace();
                    At::Quoted
                }
                (At::CellStart | At::QuoteEnd, '"') => At::Quoted,
                (_, '\r' | '\n') if content => break,
                (_, '\r' | '\n') => {
                    (semicolons, commas, tabs) = (0, 0, 0);
                    At::CellStart
                }
                (_, c) => match Self::from_char(c) {
                    Some(delimiter) => {
                        match delimiter {
                            Self::Semicolon => semicolons += 1,
                            Self::Comma => commas += 1,
                            Self::Tab => tabs += 1,
                        }
                        At::CellStart
                    }
                    None => {
                        content |= !c.is_whitespace();
                        At::Cell
                    }
                },
            };
        }
        if semicolons >= commas && semicolons >= tabs {
            Self::Semicolon
        } else if tabs >= commas {
            Self::Tab
        } else {
            Self::Comma
        }
    }
}

const CHUNK: usize = 64 * 1024;

/// Looks through the whole of a file for its encoding and the length of its byte order mark, without keeping it.
pub(super) fn survey(reader: &mut (impl Read + Seek), limits: &Limits) -> Result<(Encoding, u64), TableError> {
    reader.seek(SeekFrom::Start(0))?;
    let mut chunk = vec![0; CHUNK];
    let mut length = fill(reader, &mut chunk)?;
    let start = &chunk[..length];
    if looks_like_something_else(start) {
        return Err(TableError::NotATable);
    }
    let (marked, mark) = match start {
        [0xef, 0xbb, 0xbf, ..] => (Some(Encoding::Utf8), 3),
        [0xff, 0xfe, ..] => (Some(Encoding::Utf16Le), 2),
        [0xfe, 0xff, ..] => (Some(Encoding::Utf16Be), 2),
        _ => (None, 0),
    };
    let wide = matches!(marked, Some(Encoding::Utf16Le | Encoding::Utf16Be));
    let mut total = 0;
    let mut lines = 1;
    let mut bad_line = None;
    let mut controls = false;
    let mut utf8 = UTF_8.new_decoder_without_bom_handling();
    let mut ignored = String::new();
    loop {
        total += length as u64;
        if total > limits.bytes {
            return Err(TableError::too_large(Limit::FileBytes, limits.bytes, None));
        }
        let last = length == 0;
        if !wide {
            let read = &chunk[..length];
            if read.contains(&0) {
                return Err(TableError::NotATable);
            }
            controls |= read.iter().any(|byte| *byte < b' ' && !b"\t\n\x0b\x0c\r\x1a".contains(byte));
            if bad_line.is_none() {
                ignored.clear();
                // With the rest of a letter from the last piece, which takes room too.
                ignored.reserve(utf8.max_utf8_buffer_length_without_replacement(length).unwrap_or(CHUNK * 3));
                let (result, good) = utf8.decode_to_string_without_replacement(read, &mut ignored, last);
                lines += read[..good].iter().filter(|byte| **byte == b'\n').count();
                if matches!(result, encoding_rs::DecoderResult::Malformed(..)) {
                    bad_line = Some(lines);
                }
            }
        }
        if last {
            break;
        }
        length = fill(reader, &mut chunk)?;
    }
    match (marked, bad_line) {
        (Some(Encoding::Utf8), Some(line)) => {
            Err(TableError::Unreadable { line: Some(line), reason: Reason::BadCharacters })
        }
        (Some(encoding), _) => Ok((encoding, mark)),
        (None, None) => Ok((Encoding::Utf8, 0)),
        (None, Some(_)) if controls => Err(TableError::NotATable),
        (None, Some(_)) => Ok((Encoding::Windows1252, 0)),
    }
}

/// Files that have no null byte to give them away and are never a table.
fn looks_like_something_else(start: &[u8]) -> bool {
    const BEGINNINGS: [&[u8]; 8] =
        [b"%pdf-", b"{\\rtf", b"<!doctype", b"<html", b"<?xml", b"<table", b"<head", b"<meta"];
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start).trim_ascii_start();
    BEGINNINGS.iter().any(|known| start.get(..known.len()).is_some_and(|it| it.eq_ignore_ascii_case(known)))
}

/// The characters of a file, decoded a piece at a time.
pub(super) struct Chars<R> {
    reader: R,
    decoder: Decoder,
    raw: Vec<u8>,
    text: String,
    at: usize,
    done: bool,
}

impl<R: Read + Seek> Chars<R> {
    /// From the start of the file, past a byte order mark of `mark` bytes.
    pub(super) fn new(mut reader: R, encoding: Encoding, mark: u64) -> Result<Self, TableError> {
        reader.seek(SeekFrom::Start(mark))?;
        let decoder = match encoding {
            Encoding::Utf8 | Encoding::Workbook => UTF_8,
            Encoding::Utf16Le => UTF_16LE,
            Encoding::Utf16Be => UTF_16BE,
            Encoding::Windows1252 => WINDOWS_1252,
        }
        .new_decoder_without_bom_handling();
        Ok(Self { reader, decoder, raw: vec![0; CHUNK], text: String::new(), at: 0, done: false })
    }
}

impl<R: Read> Chars<R> {
    /// As much of the text as is at hand: at the start of a file its first lines.
    pub(super) fn at_hand(&mut self) -> Result<&str, TableError> {
        while self.at >= self.text.len() && !self.done {
            let length = fill(&mut self.reader, &mut self.raw)?;
            self.done = length == 0;
            self.text.clear();
            self.at = 0;
            self.text.reserve(self.decoder.max_utf8_buffer_length(length).unwrap_or(CHUNK * 3));
            // The room reserved above is always enough, so that one call takes all of it.
            let _ = self.decoder.decode_to_string(&self.raw[..length], &mut self.text, self.done);
        }
        Ok(&self.text[self.at..])
    }

    pub(super) fn peek(&mut self) -> Result<Option<char>, TableError> {
        Ok(self.at_hand()?.chars().next())
    }

    pub(super) fn next(&mut self) -> Result<Option<char>, TableError> {
        let next = self.peek()?;
        self.at += next.map_or(0, char::len_utf8);
        Ok(next)
    }
}

/// Reads until the buffer is full or the file ends; how many bytes were read.
fn fill(reader: &mut impl Read, buffer: &mut [u8]) -> std::io::Result<usize> {
    let mut length = 0;
    while length < buffer.len() {
        match reader.read(&mut buffer[length..]) {
            Ok(0) => break,
            Ok(read) => length += read,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(length)
}
