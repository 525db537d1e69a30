//! What analyses say, on a small dictionary made here.
#![allow(clippy::unwrap_used, reason = "a test may fail here")]

mod vfst;

use voikko::{Analysis, Case, Dictionary, Number, WordClass};

fn dictionary() -> Dictionary {
    Dictionary::from_bytes(vfst::small().bytes()).unwrap()
}

fn only(word: &str) -> Analysis {
    let analyses = dictionary().analyse(word);
    assert_eq!(analyses.len(), 1, "{word}: {analyses:?}");
    analyses.into_iter().next().unwrap()
}

#[test]
fn an_inflected_word_has_its_base_form() {
    let analysis = only("ajan");

    assert_eq!(analysis.base, "aika");
    assert_eq!(analysis.parts, ["aika"]);
    assert!(analysis.roots.is_empty());
    assert_eq!(analysis.class, WordClass::Noun);
    assert_eq!(analysis.case, Some(Case::Genitive));
    assert_eq!(analysis.number, Some(Number::Singular));
    assert_eq!(analysis.boundaries, 0);
}

#[test]
fn a_compound_has_the_base_forms_of_its_parts() {
    let analysis = only("ajanopastalon");

    assert_eq!(analysis.base, "ajanopastalo");
    assert_eq!(analysis.parts, ["aika", "opas", "talo"]);
    assert_eq!(analysis.boundaries, 2);
    assert_eq!(analysis.case, Some(Case::Genitive));
}

#[test]
fn a_derived_word_has_its_root() {
    let analysis = only("taloopettaja");

    assert_eq!(analysis.base, "taloopettaja");
    assert_eq!(analysis.parts, ["talo", "opettaja"]);
    assert_eq!(analysis.roots, ["opettaa"]);
}

#[test]
fn a_base_form_held_whole_has_its_words_as_roots() {
    let analyses = dictionary().analyse("ajantalo");

    assert_eq!(analyses[0].parts, ["ajantalo"]);
    assert_eq!(analyses[0].roots, ["aika", "talo"]);
    assert_eq!(analyses[1].parts, ["aika", "talo"]);
    assert_eq!(analyses.len(), 2);
}

#[test]
fn a_name_is_capitalised_however_it_is_typed() {
    for typed in ["turun", "Turun", "TURUN"] {
        assert_eq!(only(typed).base, "Turku");
    }
    assert_eq!(only("turku").class, WordClass::PlaceName);
    assert_eq!(only("etelä-turku").base, "Etelä-Turku");
    assert_eq!(only("etelä-turku").parts, ["etelä", "Turku"]);
}

#[test]
fn a_hyphen_stands_between_equal_vowels() {
    assert_eq!(only("taloaika").base, "taloaika");
    assert_eq!(only("talo-opas").base, "talo-opas");
    assert_eq!(only("talo-opas").parts, ["talo", "opas"]);
}

#[test]
fn a_misspelt_hyphen_is_understood_when_nothing_else_is() {
    assert_eq!(only("talo-aika").parts, ["talo", "aika"]);
    assert_eq!(only("taloopas").parts, ["talo", "opas"]);
}

#[test]
fn numbers_with_endings_and_words() {
    assert_eq!(only("1990").base, "1990");
    assert_eq!(only("3:n").base, "3");
    assert_eq!(only("3:n").class, WordClass::Numeral);
    assert_eq!(only("3-talo").parts, ["3", "talo"]);
    assert_eq!(only("3-talo").base, "3-talo");
}

#[test]
fn letters_as_readers_type_them() {
    assert_eq!(only("etela\u{308}-turku").base, "Etelä-Turku");
    assert_eq!(only("talo\u{2011}opas").base, "talo-opas");
    assert_eq!(only("ta\u{ad}lon").base, "talo");
    assert_eq!(only("Etelä\u{2010}Turku").base, "Etelä-Turku");
}

#[test]
fn unknown_words_have_no_analyses() {
    let dictionary = dictionary();
    let long = "talo".repeat(21);
    for word in ["", "-", "hus", "talot", "talo ", "ta lo", "\u{0}", "\u{308}", "l\u{308}", "ж", "@P.Whole.on@", &long]
    {
        assert!(dictionary.analyse(word).is_empty(), "{word:?}");
    }
    assert!(!dictionary.analyse(&"talo".repeat(20)).is_empty());
}

#[test]
fn readings_are_the_transducers_own() {
    assert_eq!(dictionary().readings("ajan"), ["[Ln][Xp]aika[X]aja[Sg][Ny]n"; 2]);
}

#[test]
fn the_same_content_has_the_same_fingerprint() {
    let mut other = vfst::small();
    let aika = other.symbol("[Sg]");
    other.raw_arc(0, 0, aika, 0);
    let other = Dictionary::from_bytes(other.bytes()).unwrap();

    assert_eq!(dictionary().fingerprint(), dictionary().fingerprint());
    assert_ne!(dictionary().fingerprint(), other.fingerprint());
    assert_eq!(dictionary().fingerprint().len(), 16);
}

#[test]
fn one_dictionary_serves_every_thread() {
    let dictionary = dictionary();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| assert_eq!(dictionary.analyse("talon")[0].base, "talo"));
        }
    });
}

#[test]
fn drawn_forms_are_known() {
    let dictionary = dictionary();
    let mut seed = 7_u64;
    let mut draw = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below
    };
    let forms: Vec<String> = std::iter::repeat_with(|| dictionary.draw_form(&mut draw)).take(500).flatten().collect();

    assert!(forms.len() > 50);
    for form in forms.iter().filter(|form| form.chars().count() <= voikko::LONGEST_WORD) {
        assert!(!dictionary.analyse(form).is_empty(), "{form}");
    }
}
