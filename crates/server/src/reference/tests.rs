//! What people and other systems write, and the municipality or fact they mean.

use std::collections::{BTreeSet, HashMap};

use proptest::prelude::*;

use super::inflection;
use super::*;

fn named(name: &str) -> Option<&'static str> {
    municipality_named(name).map(|municipality| municipality.names.fi)
}

fn inflected(word: &str) -> Option<&'static str> {
    municipality_inflected(word).map(|municipality| municipality.names.fi)
}

#[test]
fn the_country_is_whole() {
    let codes: BTreeSet<&str> = municipalities().iter().map(|municipality| municipality.code).collect();
    assert_eq!((municipalities().len(), codes.len()), (308, 308));
    assert!(municipalities().is_sorted_by_key(|municipality| municipality.code));
    assert_eq!((regions().len(), welfare_counties().len(), employment_areas().len()), (19, 23, 46));
    for municipality in municipalities() {
        assert!(
            municipality.names.all().iter().all(|name| !name.is_empty() && *name == name.trim()),
            "{municipality:?}"
        );
        assert!(is_in_finland(municipality.lat, municipality.lon), "{municipality:?}");
        assert_eq!(super::municipality(municipality.code).map(|found| found.names), Some(municipality.names));
    }
}

#[test]
fn every_area_has_a_municipality() {
    let count = |of: fn(&Municipality) -> &'static str| municipalities().iter().map(of).collect::<BTreeSet<_>>().len();
    assert_eq!(count(|municipality| municipality.region.code), 19);
    assert_eq!(count(|municipality| municipality.welfare_county.code), 23);
    assert_eq!(count(|municipality| municipality.employment_area.code), 46);
}

#[test]
fn paijat_hame_has_ten_municipalities() {
    let names: Vec<&str> = municipalities()
        .iter()
        .filter(|municipality| municipality.region.code == "07")
        .map(|municipality| municipality.names.fi)
        .collect();
    let expected =
        ["Asikkala", "Hartola", "Heinola", "Hollola", "Iitti", "Kärkölä", "Lahti", "Orimattila", "Padasjoki", "Sysmä"];
    assert_eq!(names.iter().copied().collect::<BTreeSet<_>>(), expected.into_iter().collect());
    assert_eq!(region("7").map(|region| region.names.sv), Some("Päijänne-Tavastland"));
    assert_eq!(
        welfare_county("09").map(|county| county.name(Language::Finnish)),
        Some("Päijät-Hämeen hyvinvointialue")
    );
}

#[test]
fn the_former_are_parts_of_the_present() {
    assert_eq!(former_municipalities().len(), 146);
    assert!(former_municipalities().is_sorted_by_key(|former| former.code));
    for former in former_municipalities() {
        assert!(municipality(former.code).is_none(), "{former:?}");
        assert!((2001..=2026).contains(&former.year), "{former:?}");
        assert!(municipality_named(former.names.fi).is_some(), "{former:?}");
        assert_eq!(municipality_now(former.code).map(|now| now.code), Some(former.now.code));
    }
    assert_eq!(former_municipality("532").map(|former| (former.now.names.fi, former.year)), Some(("Lahti", 2016)));
    assert_eq!(municipality_now("16").map(|now| now.names.fi), Some("Asikkala"));
    assert_eq!(municipality_now("291").map(|now| now.names.fi), Some("Kuhmoinen"));
}

#[test]
fn a_municipality_is_found_by_any_of_its_names() {
    for municipality in municipalities() {
        for name in municipality.names.all() {
            assert_eq!(municipality_named(name).map(|found| found.code), Some(municipality.code), "{name}");
        }
    }
    for (written, name) in [
        ("lahti", "Lahti"),
        ("  LAHTIS ", "Lahti"),
        ("Lahden kaupunki", "Lahti"),
        ("Lahti kaupunki", "Lahti"),
        ("Hollolan kunta", "Hollola"),
        ("Lahtis stad", "Lahti"),
        ("City of Lahti", "Lahti"),
        ("Pedersöre", "Pedersören kunta"),
        ("Pedersöre kommun", "Pedersören kunta"),
        ("Kosken Tl kunta", "Koski Tl"),
        ("A\u{308}A\u{308}nekoski", "Äänekoski"),
        ("S:t  Michel", "Mikkeli"),
        ("Nastola", "Lahti"),
        ("Hämeenkoski", "Hollola"),
        ("Artjärvi", "Orimattila"),
        ("Lammi", "Hämeenlinna"),
        ("Pertunmaan kunta", "Mäntyharju"),
        ("Ekenäs", "Raasepori"),
    ] {
        assert_eq!(named(written), Some(name), "{written}");
    }
    for unknown in ["", " ", "kunta", " kaupunki", "Päijät-Häme", "Tukholma", "city of ", "Lahti, Hollola"] {
        assert_eq!(named(unknown), None, "{unknown}");
    }
}

/// Genitive, in, from, to: all of Päijät-Häme and the twenty largest cities, then each kind of exception.
#[test]
fn pages_inflect_names_as_people_there_do() {
    for forms in [
        "Asikkala Asikkalan Asikkalassa Asikkalasta Asikkalaan",
        "Hartola Hartolan Hartolassa Hartolasta Hartolaan",
        "Heinola Heinolan Heinolassa Heinolasta Heinolaan",
        "Hollola Hollolan Hollolassa Hollolasta Hollolaan",
        "Iitti Iitin Iitissä Iitistä Iittiin",
        "Kärkölä Kärkölän Kärkölässä Kärkölästä Kärkölään",
        "Lahti Lahden Lahdessa Lahdesta Lahteen",
        "Orimattila Orimattilan Orimattilassa Orimattilasta Orimattilaan",
        "Padasjoki Padasjoen Padasjoella Padasjoelta Padasjoelle",
        "Sysmä Sysmän Sysmässä Sysmästä Sysmään",
        "Helsinki Helsingin Helsingissä Helsingistä Helsinkiin",
        "Espoo Espoon Espoossa Espoosta Espooseen",
        "Tampere Tampereen Tampereella Tampereelta Tampereelle",
        "Vantaa Vantaan Vantaalla Vantaalta Vantaalle",
        "Oulu Oulun Oulussa Oulusta Ouluun",
        "Turku Turun Turussa Turusta Turkuun",
        "Jyväskylä Jyväskylän Jyväskylässä Jyväskylästä Jyväskylään",
        "Kuopio Kuopion Kuopiossa Kuopiosta Kuopioon",
        "Pori Porin Porissa Porista Poriin",
        "Kouvola Kouvolan Kouvolassa Kouvolasta Kouvolaan",
        "Joensuu Joensuun Joensuussa Joensuusta Joensuuhun",
        "Lappeenranta Lappeenrannan Lappeenrannassa Lappeenrannasta Lappeenrantaan",
        "Vaasa Vaasan Vaasassa Vaasasta Vaasaan",
        "Hämeenlinna Hämeenlinnan Hämeenlinnassa Hämeenlinnasta Hämeenlinnaan",
        "Seinäjoki Seinäjoen Seinäjoella Seinäjoelta Seinäjoelle",
        "Rovaniemi Rovaniemen Rovaniemellä Rovaniemeltä Rovaniemelle",
        "Mikkeli Mikkelin Mikkelissä Mikkelistä Mikkeliin",
        "Kotka Kotkan Kotkassa Kotkasta Kotkaan",
        "Salo Salon Salossa Salosta Saloon",
        "Porvoo Porvoon Porvoossa Porvoosta Porvooseen",
        "Kokkola Kokkolan Kokkolassa Kokkolasta Kokkolaan",
        "Alavus Alavuden Alavudella Alavudelta Alavudelle",
        "Föglö Föglön Föglössä Föglöstä Föglöhön",
        "Hanko Hangon Hangossa Hangosta Hankoon",
        "Harjavalta Harjavallan Harjavallassa Harjavallasta Harjavaltaan",
        "Huittinen Huittisten Huittisissa Huittisista Huittisiin",
        "Ii Iin Iissä Iistä Iihin",
        "Iisalmi Iisalmen Iisalmessa Iisalmesta Iisalmeen",
        "Isokyrö Isonkyrön Isossakyrössä Isostakyröstä Isoonkyröön",
        "Järvenpää Järvenpään Järvenpäässä Järvenpäästä Järvenpäähän",
        "Juuka Juuan Juuassa Juuasta Juukaan",
        "Kangasala Kangasalan Kangasalla Kangasalta Kangasalle",
        "Kaustinen Kaustisen Kaustisella Kaustiselta Kaustiselle",
        "Kirkkonummi Kirkkonummen Kirkkonummella Kirkkonummelta Kirkkonummelle",
        "Korsnäs Korsnäsin Korsnäsissä Korsnäsistä Korsnäsiin",
        "Lieto Liedon Liedossa Liedosta Lietoon",
        "Loppi Lopen Lopella Lopelta Lopelle",
        "Mynämäki Mynämäen Mynämäessä Mynämäestä Mynämäkeen",
        "Mänttä-Vilppula Mänttä-Vilppulan Mänttä-Vilppulassa Mänttä-Vilppulasta Mänttä-Vilppulaan",
        "Närpiö Närpiön Närpiössä Närpiöstä Närpiöön",
        "Parainen Paraisten Paraisilla Paraisilta Paraisille",
        "Pihtipudas Pihtiputaan Pihtiputaalla Pihtiputaalta Pihtiputaalle",
        "Punkalaidun Punkalaitumen Punkalaitumella Punkalaitumelta Punkalaitumelle",
        "Raahe Raahen Raahessa Raahesta Raaheen",
        "Uusikaupunki Uudenkaupungin Uudessakaupungissa Uudestakaupungista Uuteenkaupunkiin",
        "Varkaus Varkauden Varkaudessa Varkaudesta Varkauteen",
        "Vihti Vihdin Vihdissä Vihdistä Vihtiin",
        "Virrat Virtain Virroilla Virroilta Virroille",
    ] {
        let words: Vec<&str> = forms.split(' ').collect();
        let municipality = municipality_named(words[0]).unwrap();
        let formed =
            [municipality.genitive(), municipality.inessive(), municipality.elative(), municipality.illative()];
        assert_eq!(formed[..], words[1..], "{}", words[0]);
        for word in words {
            assert_eq!(inflected(&word.to_lowercase()), Some(municipality.names.fi), "{word}");
        }
    }
    let koski = municipality("284").unwrap();
    assert_eq!((koski.genitive(), koski.inessive()), ("Kosken Tl", "Koskella Tl"));
    assert_eq!(municipality("599").unwrap().inessive(), "Pedersöressä");
}

#[test]
fn a_search_finds_the_place_behind_a_form() {
    for (word, name) in [
        ("lahdelta", "Lahti"),
        ("Lahtea", "Lahti"),
        ("padasjoessa", "Padasjoki"),
        ("espoohon", "Espoo"),
        ("espoota", "Espoo"),
        ("tamperetta", "Tampere"),
        ("tampereeseen", "Tampere"),
        ("haapavettä", "Haapavesi"),
        ("mustasaarta", "Mustasaari"),
        ("ikaalista", "Ikaalinen"),
        ("kuhmoisia", "Kuhmoinen"),
        ("uusikaupungissa", "Uusikaupunki"),
        ("virtoihin", "Virrat"),
        ("helsingfors", "Helsinki"),
        ("nastolassa", "Lahti"),
        ("nastolaan", "Lahti"),
        ("artjärvellä", "Orimattila"),
        ("rengossa", "Hämeenlinna"),
        ("tuuloksessa", "Hämeenlinna"),
    ] {
        assert_eq!(inflected(word), Some(name), "{word}");
    }
    for word in ["", "kahvila", "pohjalla", "saaressa", "enon", "lapissa", "kunta", "lahtinen"] {
        assert_eq!(inflected(word), None, "{word}");
    }
}

#[test]
fn no_form_belongs_to_two_municipalities() {
    let mut owners: HashMap<String, &str> = HashMap::new();
    for municipality in municipalities() {
        for form in inflection::of(municipality.names.fi).all {
            let owner = owners.insert(form.clone(), municipality.names.fi).unwrap_or(municipality.names.fi);
            assert_eq!(owner, municipality.names.fi, "{form}");
        }
    }
}

#[test]
fn pages_say_where_in_every_language() {
    let lahti = municipality("398").unwrap();
    assert_eq!(
        Language::ALL.map(|language| lahti.in_it(language)),
        ["Lahdessa", "Lahdessa", "i Lahtis", "in Lahti"].map(str::to_owned)
    );
    assert_eq!(Language::ALL.map(|language| lahti.name(language)), ["Lahti", "Lahti", "Lahtis", "Lahti"]);
    assert_eq!(municipality("322").unwrap().in_it(Language::Swedish), "på Kimitoön");
}

proptest! {
    #[test]
    fn no_text_is_too_strange_to_look_up(text in any::<String>(), lat in any::<f64>(), lon in any::<f64>()) {
        let _ = (municipality(&text), municipality_now(&text), former_municipality(&text));
        let _ = (region(&text), welfare_county(&text), employment_area(&text));
        let _ = (postal_code(&text), language(&text), IsoLanguage::from_name(&text));
        let _ = (target_group(&text), life_event(&text), service_class(&text));
        let _ = (target_group_named(&text), life_event_named(&text), service_class_named(&text));
        let _ = (municipality_named(&text), municipality_inflected(&text));
        let _ = (is_in_finland(lat, lon), map::project(lat, lon), map::outlines(&[&text]));
        let _ = distance_km(Point { lat, lon }, Point { lat: lon, lon: lat });
    }

    #[test]
    fn a_name_that_looks_like_one_is_no_trouble(
        text in "(fi|FI)?[ -]?[0-9ääöåÄÖÅ\u{308}\u{30a}a-c .:/-]{0,8}( kunta| tl|nen|city of )?",
    ) {
        let _ = (municipality_named(&text), postal_code(&text), language(&text), municipality_now(&text));
        let _ = inflection::of(&text);
    }

    #[test]
    fn distances_on_earth_are_at_most_half_round_it(
        from in (-90.0..=90.0, -180.0..=180.0), to in (-90.0..=90.0, -180.0..=180.0),
    ) {
        let distance = distance_km(Point { lat: from.0, lon: from.1 }, Point { lat: to.0, lon: to.1 });
        prop_assert!((0.0..=20_016.0).contains(&distance));
    }
}
