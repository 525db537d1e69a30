//! The dictionary: opening it and asking it about words.

use std::io::Read;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use crate::analysis::Analysis;
use crate::error::Error;
use crate::reading::{Reading, understand};
use crate::transducer::Transducer;
use crate::walk::walk;

/// The longest word that is looked up, in letters.
pub const LONGEST_WORD: usize = 80;

/// The most readings of one word that are looked at.
const READINGS: usize = 100;
/// The format addresses 2²⁴ transitions of eight bytes; the symbols before them take little.
const LARGEST_FILE: u64 = (1 << 27) + (1 << 20);
const FILE: &str = "mor.vfst";
const PLACES: [&str; 6] = [
    "/usr/lib/voikko",
    "/usr/share/voikko",
    "/usr/local/lib/voikko",
    "/usr/local/share/voikko",
    "/opt/homebrew/lib/voikko",
    "/etc/voikko",
];

/// Voikko's Finnish dictionary, read and checked. Immutable: one serves every thread.
#[derive(Debug)]
pub struct Dictionary {
    transducer: Transducer,
    fingerprint: String,
}

impl Dictionary {
    /// Opens the dictionary in a folder that holds `mor.vfst`, or the file itself. Takes some tens of milliseconds
    /// and about as much memory as the file is long.
    ///
    /// # Errors
    /// When the file cannot be read, is no VFST transducer, or is broken anywhere a word could lead.
    pub fn open(path: &Path) -> Result<Dictionary, Error> {
        let file =
            if path.is_dir() { within(path).ok_or_else(|| Error::Missing(path.to_owned()))? } else { path.to_owned() };
        let mut bytes = Vec::new();
        std::fs::File::open(file)?.take(LARGEST_FILE + 1).read_to_end(&mut bytes)?;
        Dictionary::from_bytes(bytes)
    }

    /// Reads a dictionary from the content of a `mor.vfst`.
    ///
    /// # Errors
    /// When the content is no VFST transducer or is broken anywhere a word could lead.
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Dictionary, Error> {
        if bytes.len() as u64 > LARGEST_FILE {
            return Err(Error::TooLarge);
        }
        Ok(Dictionary { transducer: Transducer::read(&bytes)?, fingerprint: fingerprint(&bytes) })
    }

    /// Where a dictionary is: what the setting names (a `mor.vfst`, its folder, or a folder of Voikko's), then the
    /// places where systems install it, then `~/.voikko`. Gives the path of the file, which may still fail to open.
    pub fn find(setting: Option<&Path>) -> Option<PathBuf> {
        let home = std::env::var_os("HOME").map(|home| Path::new(&home).join(".voikko"));
        setting
            .map(Path::to_owned)
            .into_iter()
            .chain(PLACES.map(PathBuf::from))
            .chain(home)
            .find_map(|place| if place.is_file() { Some(place) } else { within(&place) })
    }

    /// A hash of the file's content, in hexadecimal: the same for the same dictionary on every machine and in every
    /// version of this crate. It tells versions apart; it is no protection against forgery.
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// Every way to understand a word, in any case, those with the fewest boundaries between parts of a compound
    /// first, otherwise in the dictionary's order. Nothing when the dictionary does not know the word, or when it has
    /// more than [`LONGEST_WORD`] letters. No two analyses are equal.
    ///
    /// The word is taken as a reader typed it: letters with separate accents are joined, typographic hyphens and
    /// apostrophes are the plain ones, soft hyphens are not there. A compound with a hyphen that does not belong
    /// there, or without one that does, is understood when the word cannot be understood otherwise
    /// (*asiointi-palvelu*, *suojaaika*). It is one word: what stands around it (spaces, commas, brackets) makes it
    /// unknown.
    pub fn analyse(&self, word: &str) -> Vec<Analysis> {
        let symbols = &self.transducer.symbols;
        let mut analyses: Vec<Analysis> = Vec::new();
        let mut regular = false;
        self.each_reading(word, |written| {
            let Some(mut reading) = understand(symbols, written) else { return };
            if reading.regular && !regular {
                regular = true;
                analyses.clear();
            }
            if reading.regular != regular {
                return;
            }
            for pieces in &reading.inner {
                self.add_words_within(pieces, &mut reading.analysis);
            }
            if !analyses.contains(&reading.analysis) {
                analyses.push(reading.analysis);
            }
        });
        analyses.sort_by_key(|analysis| analysis.boundaries);
        analyses
    }

    /// Adds the words that a base form is put together from to the roots, if it is: its last piece is a word then.
    fn add_words_within(&self, pieces: &[String], analysis: &mut Analysis) {
        // What is cut for hyphenation leaves pieces that look like words by accident, mostly short ones.
        let words = pieces.iter().map(|piece| self.simple_base(piece).filter(|_| piece.chars().count() > 2));
        let words: Vec<Option<String>> = words.collect();
        if words.last().is_none_or(|word| word.as_ref() != pieces.last()) {
            return;
        }
        for word in words.into_iter().flatten() {
            if !analysis.parts.contains(&word) && !analysis.roots.contains(&word) {
                analysis.roots.push(word);
            }
        }
    }

    /// The base form of a word that is neither a compound nor a name: the word itself if it can be.
    fn simple_base(&self, word: &str) -> Option<String> {
        let symbols = &self.transducer.symbols;
        let mut base: Option<String> = None;
        self.each_reading(word, |written| {
            if let Some(Reading { analysis, .. }) = understand(symbols, written)
                && analysis.boundaries == 0
                && !analysis.class.is_name()
                && (base.is_none() || analysis.base == word)
            {
                base = Some(analysis.base);
            }
        });
        base
    }

    /// What the transducer itself writes for a word, letters and tags together, in the dictionary's order:
    /// `[Ln][Xp]kissa[X]kiss[Sn][Ny]a`. For looking into the dictionary and for tests.
    pub fn readings(&self, word: &str) -> Vec<String> {
        let symbols = &self.transducer.symbols;
        let mut readings = Vec::new();
        self.each_reading(word, |written| {
            readings.push(written.iter().map(|symbol| symbols.text(*symbol)).collect());
        });
        readings
    }

    pub(crate) fn transducer(&self) -> &Transducer {
        &self.transducer
    }

    fn each_reading(&self, word: &str, mut reading: impl FnMut(&[u16])) {
        let Some(word) = self.spell(word) else { return };
        let mut left = READINGS;
        walk(&self.transducer, &word, |written| {
            reading(written);
            left -= 1;
            if left == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
    }

    /// The symbols of a word's letters, or nothing when one is not in the dictionary or the word is too long.
    fn spell(&self, word: &str) -> Option<Vec<u16>> {
        // Four bytes a letter, and as many again for separate accents.
        if word.is_empty() || word.len() > 8 * LONGEST_WORD {
            return None;
        }
        let mut spelt: Vec<u16> = Vec::with_capacity(word.len().min(LONGEST_WORD));
        let mut last = ' ';
        for letter in word.chars().flat_map(char::to_lowercase) {
            let letter = match letter {
                '\u{ad}' => continue,
                '\u{2010}' | '\u{2011}' => '-',
                '\u{2019}' | '\u{2bc}' => '\'',
                '\u{300}'..='\u{36f}' => {
                    spelt.pop()?;
                    joined(last, letter)?
                }
                letter => letter,
            };
            if spelt.len() == LONGEST_WORD {
                return None;
            }
            spelt.push(self.transducer.symbols.letter(letter)?);
            last = letter;
        }
        (!spelt.is_empty()).then_some(spelt)
    }
}

/// The dictionary's file in a folder of Voikko's, for the format (5) that this crate reads.
fn within(folder: &Path) -> Option<PathBuf> {
    ["", "mor-standard", "5/mor-standard"].iter().map(|inner| folder.join(inner).join(FILE)).find(|file| file.is_file())
}

/// FNV-1a, 64 bits.
fn fingerprint(bytes: &[u8]) -> String {
    let hash = bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3));
    format!("{hash:016x}")
}

/// The letter that a letter and a separate accent make, of those that Finnish text has.
fn joined(letter: char, accent: char) -> Option<char> {
    Some(match (letter, accent) {
        ('a', '\u{308}') => 'ä',
        ('o', '\u{308}') => 'ö',
        ('u', '\u{308}') => 'ü',
        ('a', '\u{30a}') => 'å',
        ('s', '\u{30c}') => 'š',
        ('z', '\u{30c}') => 'ž',
        ('e', '\u{301}') => 'é',
        ('a', '\u{301}') => 'á',
        ('e', '\u{300}') => 'è',
        ('a', '\u{300}') => 'à',
        ('o', '\u{303}') => 'õ',
        ('n', '\u{303}') => 'ñ',
        _ => return None,
    })
}
