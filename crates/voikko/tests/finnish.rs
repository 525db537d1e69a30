//! The real dictionary, where it is installed (Debian: `voikko-fi`).
#![allow(clippy::unwrap_used, reason = "a test may fail here")]

use std::time::{Duration, Instant};

use voikko::{Case, Dictionary, Number, WordClass};

/// The dictionary, or a word to whoever reads the log.
fn dictionary() -> Option<Dictionary> {
    let Some(path) = Dictionary::find(None) else {
        eprintln!("SKIPPED: Voikko's Finnish dictionary is not installed (Debian: apt install voikko-fi)");
        return None;
    };
    Some(Dictionary::open(&path).unwrap())
}

fn bases(dictionary: &Dictionary, word: &str) -> Vec<String> {
    dictionary.analyse(word).into_iter().map(|analysis| analysis.base).collect()
}

#[test]
fn base_forms() {
    let Some(dictionary) = dictionary() else { return };
    for (word, base) in [
        ("kissat", "kissa"),
        ("Helsingissä", "Helsinki"),
        ("laulaminen", "laulaa"),
        ("nopeammin", "nopea"),
        ("uudenmaan", "Uusimaa"),
        ("kielikahvilassa", "kielikahvila"),
        ("kahdellekymmenelle", "kaksikymmentä"),
        ("90-luvulla", "90-luku"),
        ("3:n", "3"),
        ("EU:n", "EU"),
        ("osa-aikatyötä", "osa-aikatyö"),
        ("e-asioinnin", "e-asiointi"),
        ("keski-suomessa", "Keski-Suomi"),
        ("uuteen-seelantiin", "Uusi-Seelanti"),
        ("asiakaspalvelu-", "asiakaspalvelu-"),
        ("älä", "ei"),
    ] {
        assert!(bases(&dictionary, word).iter().any(|known| known == base), "{word}: {:?}", bases(&dictionary, word));
    }
}

#[test]
fn parts_and_roots() {
    let Some(dictionary) = dictionary() else { return };
    for (word, parts, root) in [
        ("työttömyyspäiväraha", &["työttömyys", "päivä", "raha"][..], "työtön"),
        ("kielikahvilassa", &["kieli", "kahvila"], ""),
        ("lastentarhoissa", &["lapsi", "tarha"], ""),
        ("osa-aikatyö", &["osa", "aika", "työ"], ""),
        ("e-asiointi", &["e", "asiointi"], "asioida"),
        ("100-vuotisjuhla", &["100", "vuotinen", "juhla"], "vuosi"),
        ("maahanmuuttajille", &["maahanmuuttaja"], "muuttaja"),
    ] {
        let analyses = dictionary.analyse(word);
        let found = analyses.iter().any(|analysis| {
            analysis.parts == parts && (root.is_empty() || analysis.roots.iter().any(|known| known == root))
        });
        assert!(found, "{word}: {analyses:?}");
        assert!(analyses.is_sorted_by_key(|analysis| analysis.boundaries));
    }
}

#[test]
fn classes_cases_and_numbers() {
    let Some(dictionary) = dictionary() else { return };
    let town = &dictionary.analyse("helsingissä")[0];
    assert_eq!((town.class, town.case), (WordClass::PlaceName, Some(Case::Inessive)));
    let cats = &dictionary.analyse("kissoille")[0];
    assert_eq!((cats.class, cats.case, cats.number), (WordClass::Noun, Some(Case::Allative), Some(Number::Plural)));
    assert_eq!(dictionary.analyse("laulaa")[0].class, WordClass::Verb);
    assert_eq!(dictionary.analyse("ja")[0].class, WordClass::Conjunction);
}

#[test]
fn hyphens_where_they_do_not_belong() {
    let Some(dictionary) = dictionary() else { return };
    assert_eq!(bases(&dictionary, "ohjaajan"), ["ohjaaja"]);
    assert_eq!(bases(&dictionary, "Euroopasta"), ["Eurooppa"]);
    assert!(bases(&dictionary, "squash-hallit").contains(&"squash-halli".to_owned()));
    assert_eq!(bases(&dictionary, "nais-talon"), ["nais-talo"]);
    assert!(bases(&dictionary, "asiointi-palvelua").contains(&"asiointi-palvelu".to_owned()));
}

#[test]
fn a_common_noun_ends_a_compound_with_a_name() {
    let Some(dictionary) = dictionary() else { return };
    assert_eq!(bases(&dictionary, "skytännotkelmanapa"), ["Skytännotkelma"]);
}

#[test]
fn words_of_other_languages_are_unknown() {
    let Some(dictionary) = dictionary() else { return };
    for word in ["språkkafé", "выборы", "thequick", "xyzzy", "", "-"] {
        assert!(dictionary.analyse(word).is_empty(), "{word}");
    }
}

#[test]
fn words_made_to_be_ambiguous_are_answered_soon() {
    let Some(dictionary) = dictionary() else { return };
    for piece in ["yö", "ala", "suo", "kuusi", "alus", "a", "aa", "-", "1", "e-", "9:"] {
        let word: String = piece.repeat(80).chars().take(voikko::LONGEST_WORD).collect();
        let started = Instant::now();
        dictionary.analyse(&word);
        assert!(started.elapsed() < Duration::from_secs(1), "{word}: {:?}", started.elapsed());
    }
}

#[test]
fn a_folder_and_its_file_are_the_same_dictionary() {
    let Some(path) = Dictionary::find(None) else { return };
    let file = Dictionary::open(&path).unwrap();
    let folder = Dictionary::open(path.parent().unwrap()).unwrap();
    assert_eq!(file.fingerprint(), folder.fingerprint());
    assert_eq!(Dictionary::find(Some(&path)), Some(path));
}
