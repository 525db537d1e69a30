//! Stories of gaps.

use std::collections::BTreeSet;

use axum::http::StatusCode;

use super::model::{Area, Counts};
use super::store;
use crate::activities::model::{Activity, ActivityPlace};
use crate::i18n::Language;
use crate::needs;
use crate::organizations::model::State;
use crate::places::model::{Confidentiality, Place};
use crate::tests::{Page, Town, activity};
use crate::vocabulary::INTERESTS;

const LAHTI: &str = "398";
const HARTOLA: &str = "081";

fn place(municipality: &str, postal_code: &str, confidentiality: Confidentiality) -> ActivityPlace {
    let place = Place {
        id: db::new_id(),
        name: "Talo".to_owned(),
        municipality: municipality.to_owned(),
        postal_code: postal_code.to_owned(),
        confidentiality,
        ..Place::default()
    };
    ActivityPlace { link_id: db::new_id(), place }
}

fn liking(mut activity: Activity, interests: &[&str]) -> Activity {
    activity.interests = interests.iter().map(|code| (*code).to_owned()).collect();
    activity
}

/// What the cells of a row say.
fn row(page: &Page, name: &str) -> String {
    let rest = page
        .text
        .split_once(&format!("<th scope=\"row\">{name}"))
        .unwrap_or_else(|| panic!("no {name}: {}", page.text))
        .1;
    let row = rest.split_once("</tr>").expect("a whole row").0;
    let row = row.split_once("</th>").expect("a heading").1;
    Page { status: StatusCode::OK, headers: page.headers.clone(), text: row.to_owned() }.words()
}

#[tokio::test]
async fn the_table_counts_each_activity_once_in_each_area() {
    for town in Town::on_every_engine().await {
        town.decides("municipalities", "398 081 781").await;
        let mut two_places = activity("Kutomo").of_kind("group", 2);
        two_places.places = vec![
            place(LAHTI, "15110", Confidentiality::Public),
            place(LAHTI, "15140", Confidentiality::Public),
            place(HARTOLA, "19600", Confidentiality::AreaOnly),
        ];
        town.has(liking(two_places, &["crafts", "company"])).await;
        town.has(liking(activity("Kahvila"), &["company"])).await;
        let mut shelter = activity("Turvatalo").of_kind("support", 2);
        shelter.places = vec![place("781", "19700", Confidentiality::Hidden)];
        town.has(shelter).await;
        town.has(activity("Etäryhmä").of_kind("group", 2).promising(&["online"])).await;
        let mut hidden = activity("Luonnos");
        hidden.state = State::Draft;
        town.has(hidden).await;

        let keeper = town.keeper().await;
        let page = keeper.opens("/yllapito/aukot").await;
        assert_eq!(row(&page, "Lahti"), "1 vähän 2 vähän 0 ei mitään 0 ei mitään 0 ei mitään 3");
        assert_eq!(row(&page, "Hartola"), "0 ei mitään 1 vähän 0 ei mitään 0 ei mitään 0 ei mitään 1");
        assert_eq!(row(&page, "Sysmä"), "0 ei mitään 0 ei mitään 0 ei mitään 0 ei mitään 0 ei mitään 0");
        assert_eq!(row(&page, "Ei paikkaa / verkossa"), "0 2 0 0 0 2");
        assert_eq!(row(&page, "Kaikki, kukin kerran"), "1 3 0 0 0 4");
        page.says("Lahti noin 120 100 asukasta");
        keeper.opens("/yllapito").await.says("12 kohdassa ei ole mitään.");

        let page = keeper.opens("/yllapito/aukot?kiinnostus=crafts").await;
        assert_eq!(row(&page, "Lahti"), "0 ei mitään 1 vähän 0 ei mitään 0 ei mitään 0 ei mitään 1");
        let page = keeper.opens("/yllapito/aukot?alue=398").await;
        assert_eq!(
            row(&page, &INTERESTS.name("company", Language::Finnish)),
            "1 vähän 1 vähän 0 ei mitään 0 ei mitään 0 ei mitään 2"
        );
        assert_eq!(row(&page, "Kaikki, kukin kerran"), "1 2 0 0 0 3");

        for path in ["?alue=091", "?alue=Lahti", "/kohta", "/kohta?alue=398", "/kohta?alue=398&askel=6", ".svg?alue=1"]
        {
            let page = keeper.opens(&format!("/yllapito/aukot{path}")).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        }
    }
}

#[tokio::test]
async fn one_municipality_is_shown_by_its_postal_areas() {
    for town in Town::on_every_engine().await {
        town.decides("municipalities", LAHTI).await;
        let mut cafe = activity("Kahvila");
        cafe.places = vec![
            place(LAHTI, "15110", Confidentiality::Public),
            place(LAHTI, "15110", Confidentiality::Public),
            place(LAHTI, "15140", Confidentiality::AreaOnly),
        ];
        town.has(cafe).await;
        let keeper = town.keeper().await;
        let page = keeper.opens("/yllapito/aukot").await;
        assert!(row(&page, "15110 Lahti").starts_with("1 vähän 0"), "{}", page.words());
        assert!(row(&page, "15140 Lahti").starts_with("0 ei mitään 0"), "where exactly is not told");
        assert!(row(&page, "Muualla kunnassa").starts_with("1 0"));
        assert!(row(&page, "Kaikki, kukin kerran").starts_with("1 0"));
        page.does_not_say("15101");
        for (area, count) in [("15110", 1), ("15140", 0), ("muualla", 1), ("verkossa", 0)] {
            let page = keeper.opens(&format!("/yllapito/aukot/kohta?alue={area}&askel=1")).await;
            assert_eq!(page.status, StatusCode::OK, "{area}");
            assert_eq!(page.words().contains("Kahvila"), count > 0, "{area}: {}", page.words());
        }
    }
}

#[tokio::test]
async fn a_cell_leads_on() {
    for town in Town::on_every_engine().await {
        town.decides("municipalities", "398 081").await;
        town.has(liking(activity("Kutomo").of_kind("group", 2), &["crafts"])).await;
        let mut tx = town.app.db.write().await.expect("a transaction");
        for (wish, municipality) in [("Iltaryhmä aikuisille", HARTOLA), ("Uimahalli", LAHTI), ("Bussi illalla", "")] {
            let wish = needs::store::Wish {
                day: "2026-11-20".to_owned(),
                wish: wish.to_owned(),
                municipality: municipality.to_owned(),
            };
            needs::store::add_wish(&mut tx, &wish, town.app.now()).await.expect("added");
        }
        let old =
            needs::store::Wish { day: "2026-08-01".into(), wish: "Vanha toive".into(), municipality: String::new() };
        needs::store::add_wish(&mut tx, &old, town.app.now()).await.expect("added");
        needs::store::count_miss(&mut tx, crate::clock::today(town.app.now()), "sukellus", HARTOLA)
            .await
            .expect("counted");
        tx.commit().await.expect("committed");

        let keeper = town.keeper().await;
        let page = keeper.opens("/yllapito/aukot").await;
        page.says("Uimahalli Lahti");
        page.says("sukellus Hartola · haettu 1 päivänä");
        page.does_not_say("Vanha toive");
        let page = keeper.opens("/yllapito/aukot/kohta?alue=081&askel=2&kiinnostus=crafts").await;
        page.says("Tarjottimella ei ole tällaista lainkaan.");
        page.says("Toivomme uutta tekemistä Hartolassa: Ryhmät, Käsityöt.");
        page.says("Iltaryhmä aikuisille");
        page.says("Bussi illalla");
        page.does_not_say("Uimahalli");
        assert!(page.text.contains("/haku?askel=2&#38;kunta=081&#38;kiinnostus=crafts"), "{}", page.text);
        let link = page.text.split_once("href=\"/yllapito/neuvottelut/uusi?syy=").expect("a link").1;
        let link = link.split_once('"').expect("an end").0;
        let form = keeper.opens(&format!("/yllapito/neuvottelut/uusi?syy={link}")).await;
        assert!(form.text.contains(">Hartola · Askel 2 Ryhmät · "), "{}", form.text);
        keeper.opens("/yllapito/aukot/kohta?alue=398&askel=2").await.says("Kutomo");
    }
}

#[tokio::test]
async fn the_table_is_also_a_picture_and_a_file() {
    for town in Town::on_every_engine().await {
        town.decides("municipalities", "398 081").await;
        town.has(activity("Kahvila")).await;
        let keeper = town.keeper().await;
        let picture = keeper.opens("/yllapito/aukot.svg").await;
        assert_eq!(picture.headers["content-type"], "image/svg+xml");
        assert!(picture.text.starts_with("<svg ") && picture.text.contains(">Hartola</text>"), "{}", picture.text);
        let csv = keeper.opens("/yllapito/aukot.csv").await;
        assert!(csv.text.starts_with('\u{feff}') && csv.text.contains("Lahti;1;0;0;0;0;1;1"), "{}", csv.text);
        assert!(csv.headers["content-disposition"].to_str().expect("a header").contains("aukot.csv"));
        let csv = keeper.opens("/en/yllapito/aukot.csv?alue=398").await;
        assert!(csv.text.contains("Theme;"), "{}", csv.text);
        for answer in [&picture, &csv] {
            assert_eq!(answer.headers["cache-control"], "no-store");
        }
        for path in ["", ".svg", ".csv", "/kohta?alue=398&askel=1"] {
            let page = town.opens(&format!("/yllapito/aukot{path}")).await;
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{path}");
            page.does_not_say("Hartola");
        }
    }
}

#[tokio::test]
async fn the_pages_speak_every_language() {
    for town in Town::on_every_engine().await {
        town.decides("municipalities", "398 081").await;
        town.has(activity("Kahvila")).await;
        let keeper = town.keeper().await;
        for path in
            ["/aukot", "/aukot?alue=398", "/aukot/kohta?alue=398&askel=1", "/neuvottelut", "/neuvottelut/uusi", ""]
        {
            for language in Language::ALL {
                let address = crate::page::ui::link(language, &format!("/yllapito{path}"));
                let page = keeper.opens(&address).await;
                assert_eq!(page.status, StatusCode::OK, "{address}");
                assert!(page.text.contains(&format!("<html lang=\"{}\"", language.html())), "{address}");
                assert_eq!(page.text.matches("<h1").count(), 1, "{address} has one heading of the first level");
            }
        }
    }
}

/// Numbers that look random and are the same every time.
fn dice(seed: &mut u64, sides: u64) -> usize {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    usize::try_from((*seed >> 33) % sides).expect("small")
}

#[tokio::test]
async fn counting_in_the_database_is_counting_by_hand() {
    let mut seed = 7;
    for town in Town::on_every_engine().await {
        let codes = [LAHTI, HARTOLA, ""];
        let themes = ["crafts", "animals", "elderly"];
        let hides =
            [Confidentiality::Public, Confidentiality::Public, Confidentiality::AreaOnly, Confidentiality::Hidden];
        let mut all = Vec::new();
        for number in 0..40 {
            let mut one = activity(&format!("Toiminta {number}"));
            one.step = [None, Some(1), Some(2), Some(5)][dice(&mut seed, 4)];
            one.state = [State::Published, State::Published, State::Published, State::Draft][dice(&mut seed, 4)];
            one.interests = themes.iter().filter(|_| dice(&mut seed, 2) == 0).map(|one| (*one).to_owned()).collect();
            if dice(&mut seed, 5) == 0 {
                one.thresholds = vec!["online".to_owned()];
            }
            one.places = (0..dice(&mut seed, 4))
                .map(|_| {
                    place(
                        codes[dice(&mut seed, 3)],
                        ["15110", "15140", ""][dice(&mut seed, 3)],
                        hides[dice(&mut seed, 4)],
                    )
                })
                .collect();
            all.push(town.has(one).await);
        }
        let of_theme = |one: &Activity, theme: Option<&str>| {
            theme.is_none_or(|theme| one.interests.iter().any(|own| own == theme))
        };
        let municipalities = |one: &Activity| -> BTreeSet<String> {
            let known = one.places.iter().map(|at| at.place.clone().for_public().municipality);
            known.filter(|code| !code.is_empty()).collect()
        };
        let in_area = |one: &Activity, area: &Area| match area {
            Area::Municipality(code) => municipalities(one).contains(code),
            Area::NoPlace => municipalities(one).is_empty() || one.promises("online"),
            _ => false,
        };
        let by_hand = |fits: &dyn Fn(&Activity) -> bool| {
            let mut counts = Counts::default();
            for one in all.iter().filter(|one| one.state == State::Published && fits(one)) {
                counts.add(one.step.map(i64::from), 1);
            }
            counts
        };
        let mut tx = town.app.db.read().await.expect("a connection");
        for theme in [None, Some("crafts"), Some("elderly")] {
            let counted = store::overview(&mut tx, &[], theme).await.expect("counted");
            assert_eq!(counted.rows.len(), 3);
            assert_eq!(counted.whole, by_hand(&|one| of_theme(one, theme)));
            for (area, counts) in &counted.rows {
                assert_eq!(*counts, by_hand(&|one| of_theme(one, theme) && in_area(one, area)), "{area:?} {theme:?}");
                for step in [1, 2] {
                    let (count, ids) = store::cell(&mut tx, area, "", step, theme, 100).await.expect("counted");
                    assert_eq!((count, ids.len()), (counts.on(step), usize::try_from(count).expect("small")));
                }
            }
        }
        for area in [Area::Municipality(LAHTI.to_owned()), Area::NoPlace] {
            let (counted, whole) = store::themes(&mut tx, &area, "").await.expect("counted");
            assert_eq!(whole, by_hand(&|one| in_area(one, &area)));
            for (theme, counts) in counted {
                assert_eq!(counts, by_hand(&|one| of_theme(one, Some(theme)) && in_area(one, &area)), "{theme}");
            }
        }
    }
}
