//! Broken, hostile and merely odd files: an error or an answer, soon, and never a panic.
#![allow(clippy::unwrap_used, reason = "a test may fail here")]

mod vfst;

use std::time::{Duration, Instant};

use proptest::prelude::*;
use voikko::{Dictionary, Error};

use vfst::Vfst;

const WORDS: [&str; 6] =
    ["talo", "ajantalon", "talo-opas", "etelä-turku", "3:n", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"];

fn open(file: &Vfst) -> Result<Dictionary, Error> {
    Dictionary::from_bytes(file.bytes())
}

/// Everything a dictionary can be asked.
fn ask(dictionary: &Dictionary) {
    for word in WORDS {
        dictionary.analyse(word);
        dictionary.readings(word);
    }
    let mut turn = 0;
    dictionary.draw_form(&mut |below| {
        turn += 1;
        turn % below
    });
}

fn in_time(what: &str, act: impl FnOnce()) {
    let started = Instant::now();
    act();
    assert!(started.elapsed() < Duration::from_secs(20), "{what} took {:?}", started.elapsed());
}

#[test]
fn a_file_cut_anywhere_is_an_error() {
    let bytes = vfst::small().bytes();
    for length in 0..bytes.len() {
        assert!(Dictionary::from_bytes(bytes[..length].to_vec()).is_err(), "cut to {length} of {}", bytes.len());
    }
}

#[test]
fn what_is_not_a_dictionary_says_so() {
    assert!(matches!(Dictionary::from_bytes(Vec::new()), Err(Error::NotADictionary)));
    assert!(matches!(Dictionary::from_bytes(b"PK\x03\x04 and so on".to_vec()), Err(Error::NotADictionary)));
    let mut weighted = vfst::small().bytes();
    weighted[8] = 1;
    assert!(matches!(Dictionary::from_bytes(weighted), Err(Error::Unsupported(_))));
}

#[test]
fn a_path_without_a_dictionary_says_so() {
    let nowhere = std::env::temp_dir().join("no such dictionary");
    assert!(matches!(Dictionary::open(&nowhere), Err(Error::Read(_))));
    assert!(matches!(Dictionary::open(std::path::Path::new("tests")), Err(Error::Missing(_))));
}

#[test]
fn symbols_and_targets_outside_the_file_are_errors() {
    for (input, output) in [(999, 0), (0, 999)] {
        let mut file = vfst::small();
        file.raw_arc(0, 0, input, output);
        assert!(matches!(open(&file), Err(Error::Broken(_))));
    }
    let mut file = Vfst::new(&[], "a", &[]);
    file.arc(0, 0, "a", "a");
    let mut bytes = file.bytes();
    let target = bytes.len() - 4;
    bytes[target] = 1;
    assert!(matches!(Dictionary::from_bytes(bytes), Err(Error::Broken(_))));
}

#[test]
fn long_symbols_are_errors() {
    let mut file = vfst::small();
    file.symbols.push(format!("[{}]", "x".repeat(100)));
    assert!(matches!(open(&file), Err(Error::Broken(_))));
}

#[test]
fn a_state_of_many_arcs_is_read_whole() {
    for count in [254, 255, 256, 257, 400] {
        let letters: String = ('\u{4e00}'..).take(count).collect();
        let mut file = Vfst::new(&[], &letters, &["[Ln]"]);
        let end = file.state();
        file.end(end);
        // Out of order: the reader may not lean on it.
        for letter in letters.chars().rev() {
            file.arc(0, end, &letter.to_string(), &letter.to_string());
        }
        let dictionary = open(&file).unwrap();
        for letter in letters.chars() {
            assert_eq!(dictionary.analyse(&letter.to_string()).len(), 1, "{letter} of {count}");
        }
    }
}

#[test]
fn flags_that_contradict_end_a_path() {
    let flags = ["@C.F@", "@D.F.a@", "@D.F@", "@P.F.a@", "@P.F.b@", "@R.F.a@", "@R.F@", "@U.F.a@", "@U.F.b@"];
    for (path, goes) in [
        ("@P.F.a@ @R.F.a@", true),
        ("@P.F.b@ @R.F.a@", false),
        ("@R.F@", false),
        ("@P.F.b@ @R.F@", true),
        ("@D.F@", true),
        ("@P.F.a@ @D.F@", false),
        ("@P.F.b@ @D.F.a@", true),
        ("@P.F.a@ @D.F.a@", false),
        ("@P.F.a@ @C.F@ @D.F@", true),
        ("@U.F.a@ @U.F.a@ @R.F.a@", true),
        ("@U.F.a@ @U.F.b@", false),
        ("@P.F.a@ @P.F.b@ @U.F.b@", true),
    ] {
        let mut file = Vfst::new(&flags, "x", &[]);
        let (end, middle) = (file.state(), file.state());
        file.end(end);
        file.path(0, middle, path);
        file.path(middle, end, "x");
        assert_eq!(open(&file).unwrap().analyse("x").len(), usize::from(goes), "{path}");
    }
}

#[test]
fn a_flag_tried_in_vain_is_forgotten() {
    let mut file = Vfst::new(&["@D.F@", "@P.F.a@"], "xy", &[]);
    let (vain, end) = (file.state(), file.state());
    file.end(end);
    file.path(0, vain, "@P.F.a@");
    file.path(vain, end, "y");
    file.path(0, end, "@D.F@ x");
    assert_eq!(open(&file).unwrap().analyse("x").len(), 1);
}

#[test]
fn loops_that_read_nothing_end() {
    let mut file = Vfst::new(&["@C.F@", "@P.F.a@"], "a", &["[Ln]", "[Xp]", "[X]", "[Bc]"]);
    let other = file.state();
    for (from, to) in [(0, 0), (0, other), (other, 0), (other, other)] {
        for text in ["[Ln]", "[Xp]", "[X]", "[Bc]", "a"] {
            file.arc(from, to, "", text);
        }
        file.arc(from, to, "@P.F.a@", "");
        file.arc(from, to, "@C.F@", "");
        file.arc(from, to, "a", "a");
    }
    let dictionary = open(&file).unwrap();
    in_time("a walk without an end", || ask(&dictionary));
    file.end(other);
    let dictionary = open(&file).unwrap();
    in_time("a walk of too many ends", || ask(&dictionary));
}

#[test]
fn states_that_overlap_are_no_reason_to_grow() {
    // Every record claims the 254 after it: as states they would be 254 times the file.
    let mut file = Vfst::new(&[], "a", &[]);
    for _ in 0..20_000 {
        file.state();
    }
    for state in 0..20_000 {
        file.arc(state, state + 1, "a", "a");
    }
    let mut bytes = file.bytes();
    let start = bytes.len() - 20_001 * 8;
    for record in 0..20_000 {
        bytes[start + record * 8 + 7] = 254;
    }
    in_time("overlapping states", || assert!(Dictionary::from_bytes(bytes).is_err()));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn changed_bytes_never_panic(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8)) {
        let mut bytes = vfst::small().bytes();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(dictionary) = Dictionary::from_bytes(bytes) {
            ask(&dictionary);
        }
    }

    #[test]
    fn any_bytes_never_panic(mut bytes in prop::collection::vec(any::<u8>(), 0..400), real_start in any::<bool>()) {
        if real_start && bytes.len() > 18 {
            bytes[..4].copy_from_slice(&0x0001_3A6E_u32.to_le_bytes());
            bytes[8] = 0;
            bytes[16] %= 8;
            bytes[17] = 0;
        }
        if let Ok(dictionary) = Dictionary::from_bytes(bytes) {
            ask(&dictionary);
        }
    }

    #[test]
    fn any_transducer_is_asked_in_peace(
        arcs in prop::collection::vec((0..6_usize, 0..6_usize, 0..40_u16, 0..40_u16), 1..60),
        ends in prop::collection::vec(0..6_usize, 1..3),
        word in "[aeijt:-]{0,12}",
    ) {
        let flags = ["@C.F@", "@D.F@", "@P.F.a@", "@R.F.a@", "@U.F.b@"];
        let tags = [
            "[Bc]", "[Bh]", "[De]", "[Dg]", "[Icu]", "[Isf]", "[Lee]", "[Lep]", "[Ln]", "[Lu]", "[Nm]", "[Sg]", "[X]",
            "[Xj]", "[Xp]", "[Xr]",
        ];
        let mut file = Vfst::new(&flags, "-:=AÄßaeijätŉ1", &tags);
        for _ in 0..5 {
            file.state();
        }
        let count = u16::try_from(file.symbols.len()).unwrap();
        for (from, to, input, output) in arcs {
            file.raw_arc(from, to, input % count, output % count);
        }
        for state in ends {
            file.end(state);
        }
        let dictionary = open(&file).unwrap();
        for analysis in dictionary.analyse(&word) {
            prop_assert!(!analysis.base.is_empty());
            prop_assert_eq!(analysis.boundaries + 1, analysis.parts.len());
        }
    }

    #[test]
    fn any_word_is_looked_up_in_peace(word in any::<String>()) {
        let dictionary = Dictionary::from_bytes(vfst::small().bytes()).unwrap();
        dictionary.analyse(&word);
    }
}
