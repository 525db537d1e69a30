//! Stories of words: what a resident types and what is found.

mod library;

use library::{Library, document, ids};
use search::{Change, Concept, Document, Field, How, Query, Text};

#[test]
fn an_inflected_word_finds_its_other_forms() {
    let Some(library) = Library::with_dictionary() else { return };
    let library = library.holding(&[
        ("Ulkoiluystävä", "Vapaaehtoinen lähtee kaveriksi kävelylle vanhuksen kanssa."),
        ("Velkaneuvonta", "Apua velkojen ja ulosoton kanssa."),
        ("Ruuanlaittoa miehille", "Keitetään yhdessä."),
    ]);
    assert_eq!(library.finds("velkoja"), ["Velkaneuvonta"]);
    assert_eq!(library.finds("vanhuksille kaveria"), ["Ulkoiluystävä"]);
    assert_eq!(library.finds("ruoanlaitto"), ["Ruuanlaittoa miehille"]);
}

#[test]
fn compounds_and_their_parts_find_each_other() {
    let Some(library) = Library::with_dictionary() else { return };
    let library = library.holding(&[
        ("Ruokakurssi aloittelijoille", "Kokataan yhdessä."),
        ("Tietokoneen käyttö", "Opastusta senioreille."),
        ("Kuoro", "Laulamme."),
    ]);
    assert_eq!(library.finds("kurssi"), ["Ruokakurssi aloittelijoille"]);
    assert_eq!(library.finds("ruoka kurssi"), ["Ruokakurssi aloittelijoille"]);
    assert_eq!(library.finds("ruoka-kurssille"), ["Ruokakurssi aloittelijoille"]);
    assert_eq!(library.finds("tietokoneopastus"), ["Tietokoneen käyttö"]);
}

#[test]
fn without_a_dictionary_stems_prefixes_and_joined_words_help() {
    let library = Library::without_dictionary().holding(&[
        ("Ruokakurssi", "Kokataan yhdessä."),
        ("Suomen kielen kurssi", "Alkeista alkaen."),
        ("Kuoro", "Laulamme lauluja."),
    ]);
    assert_eq!(library.finds("kursseja"), ["Suomen kielen kurssi", "Ruokakurssi"]);
    assert_eq!(library.finds("ruoka kurssi")[0], "Ruokakurssi");
    assert_eq!(library.finds("ruokak"), ["Ruokakurssi"]);
    assert!(!library.index.analyser().has_dictionary());
}

#[test]
fn the_word_being_typed_finds_what_it_begins() {
    let library = Library::without_dictionary().holding(&[("Kielikahvila", "Suomea rennosti."), ("Kuoro", "Laulua.")]);
    let typing = |words| ids(&library.search(&Query { words, last_word_is_prefix: true, ..Query::default() }));
    assert_eq!(typing("kie"), ["Kielikahvila"]);
    assert_eq!(typing("ku"), ["Kuoro"]);
    let finished = library.search(&Query { words: "ku", ..Query::default() });
    assert_eq!(finished.total, 0);
}

#[test]
fn slips_of_the_finger_are_put_right() {
    let library = Library::without_dictionary().holding(&[
        ("Kielikahvila", "Suomea rennosti."),
        ("Ruuanlaittoa", "Kokataan."),
        ("Masennus", "Vertaistukea."),
    ]);
    let results = library.search(&Query { words: "Kielikavila lapsille", ..Query::default() });
    assert_eq!(ids(&results), ["Kielikahvila"]);
    assert_eq!(results.did_you_mean.as_deref(), Some("kielikahvila lapsille"));
    assert_eq!(results.hits[0].reason.matched[0].how, How::Typo);
    assert_eq!(library.finds("ruuanlaitoa"), ["Ruuanlaittoa"]);
    assert_eq!(library.finds("masenuns"), ["Masennus"]);

    let right = library.search(&Query { words: "kielikahvila", ..Query::default() });
    assert_eq!(right.did_you_mean, None);
}

#[test]
fn diacritics_may_be_left_out() {
    let library = Library::without_dictionary();
    library.put([document("sv", "Språkkafé", "Öva svenska."), document("fi", "Kahvila", "Päiväkoti ja iltapäivä.")]);
    assert_eq!(library.finds_in("sv", "sprakkafe"), ["Språkkafé"]);
    assert_eq!(library.finds_in("sv", "språkcafé"), ["Språkkafé"]);
    assert_eq!(library.finds("paivakoti"), ["Kahvila"]);
}

#[test]
fn every_language_is_found_by_its_own_forms() {
    let library = Library::without_dictionary();
    library.put([
        document("sv", "Kurser för nybörjare", "Vi lagar mat."),
        document("en", "Swimming lessons", "For women."),
        document("ru", "Консультации для пенсионеров", "Помощь с заявлениями."),
        document("uk", "Група підтримки", "Допомога з пошуком роботи."),
        document("ar", "دورة اللغة", "تعلم الفنلندية."),
        document("so", "Koorsada luqadda", "Waa bilaash."),
    ]);
    assert_eq!(library.finds_in("fi", "kurs nybörjare"), ["Kurser för nybörjare"]);
    assert_eq!(library.finds_in("en", "swim lesson"), ["Swimming lessons"]);
    assert_eq!(library.finds_in("ru", "консультация пенсионерам"), ["Консультации для пенсионеров"]);
    assert_eq!(library.finds_in("uk", "допомогою"), ["Група підтримки"]);
    assert_eq!(library.finds_in("fi", "لغة"), ["دورة اللغة"]);
    assert_eq!(library.finds_in("so", "luqad"), ["Koorsada luqadda"]);
}

#[test]
fn a_title_says_more_than_a_description_and_all_words_more_than_some() {
    let library = Library::without_dictionary().holding(&[
        ("Kuoro", "Laulamme kahvilassa."),
        ("Kahvila", "Jossa on kuoro tiistaisin."),
        ("Kahvila ja kuoro", "Yhdessä."),
        ("Puutyöpaja", "Myös kuoro harjoittelee täällä."),
    ]);
    assert_eq!(library.finds("kuoro")[..2], ["Kuoro", "Kahvila ja kuoro"]);
    assert_eq!(library.finds("kahvila kuoro")[0], "Kahvila ja kuoro");
    assert_eq!(library.finds("kuoro").last().map(String::as_str), Some("Puutyöpaja"));
}

#[test]
fn keywords_provider_and_place_are_found_too() {
    let library = Library::without_dictionary();
    library.put([Document {
        id: "choir".into(),
        texts: vec![
            Text::new("fi", Field::Title, "Olohuonekuoro"),
            Text::new("fi", Field::Keywords, "yhteislaulu"),
            Text::new("fi", Field::Interests, "Musiikki"),
            Text::new("fi", Field::Provider, "Lahden seurakunta"),
            Text::new("fi", Field::Place, "Nastolan kirjasto"),
        ],
        ..Document::default()
    }]);
    for (words, field) in [
        ("yhteislaulu", Field::Keywords),
        ("musiikki", Field::Interests),
        ("seurakunta", Field::Provider),
        ("Nastolan", Field::Place),
    ] {
        let results = library.search(&Query { words, ..Query::default() });
        assert_eq!(results.hits[0].reason.matched[0].field, field, "{words}");
        assert_eq!(results.hits[0].reason.matched[0].how, How::Exact, "{words}");
    }
}

#[test]
fn what_makes_coming_easy_is_no_subject() {
    let library = Library::without_dictionary();
    let document = |title: &str, field: Field, text: &str| Document {
        id: title.into(),
        texts: vec![Text::new("fi", Field::Title, title), Text::new("fi", field, text)],
        ..Document::default()
    };
    library.put([
        document("Perhekerho", Field::Ease, "Lapset voivat tulla mukaan"),
        document("Lukupiiri", Field::Ease, "Lapset voivat tulla mukaan"),
        document("Muskari", Field::Body, "Lapset laulavat."),
    ]);
    let results = library.search(&Query { words: "lapset", ..Query::default() });
    let found: Vec<(&str, Field)> =
        results.hits.iter().map(|hit| (hit.id.as_str(), hit.reason.matched[0].field)).collect();
    assert_eq!(found[0], ("Muskari", Field::Body));
    assert_eq!(found[1].1, Field::Ease);
    assert_eq!(found.len(), 3);
}

#[test]
fn two_words_for_one_thing_count_as_one() {
    let concept = |id: &str, words: &[&str]| Concept {
        id: id.into(),
        fi: words.iter().map(|word| (*word).to_owned()).collect(),
        ..Concept::default()
    };
    let library = Library::with_concepts(vec![
        concept("place", &["olohuone", "mesta", "hengailu"]),
        concept("youth", &["nuori", "nuoriso"]),
    ])
    .holding(&[("Olohuone", "Kaikille avoin."), ("Nuoriso", "Nuorten oma.")]);
    assert_eq!(library.finds("mesta nuori hengailu")[0], "Nuoriso");
}

#[test]
fn function_words_decide_nothing() {
    let library = Library::without_dictionary()
        .holding(&[("Mistä on hyvät päivät tehty", "Elokuva."), ("Apua arkeen", "Kotipalvelua.")]);
    assert_eq!(library.finds("mistä apua"), ["Apua arkeen"]);
    assert_eq!(library.finds("mistä"), ["Mistä on hyvät päivät tehty"]);
}

#[test]
fn concepts_join_everyday_words_situations_and_languages() {
    let concept = |id: &str| Concept { id: id.into(), ..Concept::default() };
    let library = Library::with_concepts(vec![
        Concept {
            fi: vec!["polkupyörä".into()],
            colloquial: vec!["fillari".into()],
            sv: vec!["cykel".into()],
            en: vec!["bicycle".into()],
            ..concept("bicycle")
        },
        Concept {
            fi: vec!["sururyhmä".into()],
            phrases: vec!["vaimo kuoli".into()],
            broader: vec!["crisis".into()],
            ..concept("grief")
        },
        Concept { fi: vec!["kriisiapu".into()], ..concept("crisis") },
        Concept { fi: vec!["vaimo".into()], ..concept("wife") },
    ])
    .holding(&[
        ("Polkupyörä kuntoon", "Huolletaan yhdessä."),
        ("Sururyhmä leskille", "Vertaistukea."),
        ("Kriisiapu", "Päivystys."),
        ("Kuoro", "Laulua."),
    ]);
    assert_eq!(library.finds("fillari"), ["Polkupyörä kuntoon"]);
    assert_eq!(library.finds_in("en", "bicycles"), ["Polkupyörä kuntoon"]);
    assert_eq!(library.finds_in("sv", "cykel"), ["Polkupyörä kuntoon"]);
    assert_eq!(library.finds("vaimo kuoli"), ["Sururyhmä leskille", "Kriisiapu"]);
    let results = library.search(&Query { words: "fillari", ..Query::default() });
    assert_eq!(
        (results.hits[0].reason.matched[0].how, results.hits[0].reason.matched[0].found.as_str()),
        (How::Concept, "bicycle")
    );
}

#[test]
fn concepts_are_found_in_inflected_words() {
    if library::dictionary().is_none() {
        return;
    }
    let library = Library::with_concepts(vec![Concept {
        id: "bicycle".into(),
        fi: vec!["polkupyörä".into()],
        colloquial: vec!["fillari".into()],
        ..Concept::default()
    }])
    .holding(&[("Korjaamo", "Korjaamme polkupyöriä."), ("Polkupyörävarasto", "Kellarissa.")]);
    let mut found = library.finds("fillareita");
    found.sort();
    assert_eq!(found, ["Korjaamo", "Polkupyörävarasto"]);
}

#[test]
fn strange_input_is_answered() {
    let library = Library::without_dictionary().holding(&[("Kuoro", "Laulua.")]);
    let long = "kuoro ja jotain ihan muuta ".repeat(400);
    let one_word = "ä".repeat(10_000);
    let bytes: String = (0..2_000).filter_map(char::from_u32).collect();
    for words in [
        long.as_str(),
        one_word.as_str(),
        bytes.as_str(),
        "",
        " ",
        "\u{0}",
        "🎉🎉",
        "\u{202E}\u{200F}",
        "---",
        "'':::",
        "a:b:c-d-e",
        "%00' OR 1=1 --",
        "\u{1F468}\u{200D}\u{1F469}",
        "ｋｕｏｒｏ",
        "+kuoro",
        "~kuoro",
        "e\u{301}\u{301}\u{301}\u{301}",
    ] {
        for last_word_is_prefix in [false, true] {
            let query = Query { words, last_word_is_prefix, count_facets: true, ..Query::default() };
            let results = library.search(&query);
            assert!(results.total <= 1);
            library.index.suggest(words, "fi", 5).unwrap();
        }
    }
    assert_eq!(library.finds(&long), ["Kuoro"]);
    assert_eq!(library.finds("ｋｕｏｒｏ"), ["Kuoro"]);
    assert!(library.finds("🎉").is_empty());
}

#[test]
fn a_document_with_strange_text_is_kept() {
    let library = Library::without_dictionary();
    let noise: String = (0..70_000).filter_map(char::from_u32).collect();
    library.put([document("fi", "Kuoro", &noise), document("xx", "Outo", "\u{0}\u{1F}\n\ta\u{1F}b")]);
    assert_eq!(library.finds("kuoro"), ["Kuoro"]);
}

#[test]
fn suggestions_are_words_and_titles() {
    let library = Library::without_dictionary();
    library.put([
        document("fi", "Kielikahvila Nastolassa", "Suomea."),
        document("fi", "Kielikurssi", "Ruotsia."),
        document("fi", "Kuoro", "Kielikuvia laulaen."),
    ]);
    let texts = |typed: &str| -> Vec<String> {
        library.index.suggest(typed, "fi", 6).unwrap().into_iter().map(|suggestion| suggestion.text).collect()
    };
    let suggested = texts("Kieli");
    assert!(suggested.contains(&"kielikahvila".to_owned()), "{suggested:?}");
    assert!(suggested.contains(&"Kielikahvila Nastolassa".to_owned()), "{suggested:?}");
    assert!(texts("hyvä kielik").contains(&"hyvä kielikurssi".to_owned()));
    assert!(texts("kielliku").iter().any(|text| text == "kielikurssi"), "{:?}", texts("kielliku"));
    assert!(texts("").is_empty() && texts("   ").is_empty());
}

#[test]
fn putting_again_replaces_and_removing_removes() {
    let library = Library::without_dictionary().holding(&[("Kuoro", "Laulua.")]);
    library.put([Document { id: "Kuoro".into(), ..document("fi", "Bändi", "Soittoa.") }]);
    assert!(library.finds("laulua").is_empty());
    assert_eq!(library.finds("soittoa"), ["Kuoro"]);
    assert_eq!(library.index.count(), 1);
    let position = library.index.position().unwrap();
    let changes = vec![Change::Remove("Kuoro".into()), Change::Remove("ei ole".into())];
    library.index.apply(changes, position + 1).unwrap();
    assert_eq!((library.index.count(), library.index.position()), (0, Some(position + 1)));
    assert!(library.finds("soittoa").is_empty());
}
