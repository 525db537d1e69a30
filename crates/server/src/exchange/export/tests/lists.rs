//! Tables that go out and come in again.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use documents::table;

use super::*;
use crate::activities::model::{ActivityText, Price};
use crate::exchange::import::Weight;
use crate::places::model::Confidentiality;

#[tokio::test]
async fn a_list_goes_out_as_a_table_and_comes_in_elsewhere() {
    for (town, other) in Town::on_every_engine().await.into_iter().zip(Town::on_every_engine().await) {
        let mut dangerous = choir().promising(&["no_sign_up", "children"]).in_language("sv", |text| {
            text.name = "@SUM(1+1)".to_owned();
        });
        dangerous.texts.insert(
            "fi".to_owned(),
            ActivityText {
                name: "=HYPERLINK(\"https://paha.example\")".to_owned(),
                summary: "-1+1".to_owned(),
                description: "+cmd|' /C calc'!A0\nrivi; toinen".to_owned(),
                price_note: "kahvi 1 €".to_owned(),
                ..ActivityText::default()
            },
        );
        dangerous.phone = "+358 40 123 4567".to_owned();
        town.has(dangerous).await;
        let mut position = activity("Kutojan apulainen").of_kind("work_trial", 4);
        position.hours = Some((10, 20));
        position.support_form = "work_trial".to_owned();
        position.price = Price::Unknown;
        position.places[0].place.confidentiality = Confidentiality::AreaOnly;
        town.has(position).await;
        town.has(activity("Kyläkahvila").happening("auki ma–pe 9–15 / su 12–14")).await;

        let page = town.opens("/haku.csv").await;
        assert_eq!(page.headers["x-total-count"], "3");
        assert_eq!(page.headers[header::CONTENT_DISPOSITION], "attachment; filename=\"toiminta.csv\"");
        for cell in ["'=HYPERLINK", "'@SUM", "'-1+1", "'+cmd"] {
            assert!(page.text.contains(cell), "{cell} is guarded: {}", page.text);
        }
        assert_eq!(town.opens("/haku.csv?sivu=2").await.status, StatusCode::NOT_FOUND, "there is only one part");
        let report = imports(&other.app.db, Format::Table, "toiminta.csv", page.text.into_bytes()).await;

        let told: Vec<_> = report.problems.iter().filter(|one| one.weight != Weight::Note).collect();
        assert!(told.is_empty(), "{told:?}");
        assert_eq!((report.activities.added, report.rejected), (3, 0));
        for (ours, theirs) in everything(&town).await.into_iter().zip(everything(&other).await) {
            assert_eq!((ours.texts, ours.price), (theirs.texts, theirs.price));
            assert_eq!((ours.thresholds, ours.hours, ours.phone), (theirs.thresholds, theirs.hours, theirs.phone));
            assert_eq!(ours.kind, theirs.kind);
            let times = |one: &[times::Schedule]| -> Vec<(String, usize)> {
                one.iter().map(|one| (times::words::to_words(one), one.exceptions.len())).collect()
            };
            assert_eq!(times(&ours.schedules), times(&theirs.schedules));
            assert_eq!(ours.places[0].place.municipality, theirs.places[0].place.municipality);
        }
    }
}

#[tokio::test]
async fn a_workbook_holds_texts_and_speaks_the_readers_language() {
    let town = Town::on_every_engine().await.remove(0);
    town.has(choir().in_language("sv", |text| text.name = "=1+1".to_owned())).await;
    for (address, heading, name) in [
        ("/haku.xlsx", "järjestäjä", "Olohuonekuoro"),
        ("/sv/haku.xlsx", "Arrangör", "=1+1"),
        ("/en/haku.xlsx?q=laulu", "Organizer", "Olohuonekuoro"),
        ("/sv/jarjestajat.xlsx?tyyppi=association", "FO-nummer", "Asukastalo Aalto"),
    ] {
        let answer =
            crate::router::answer(&town.app, Request::get(address).body(Body::empty()).expect("a request")).await;
        let bytes = http_body_util::BodyExt::collect(answer.into_body()).await.expect("a body").to_bytes();
        let tables = table::read(&bytes, "x.xlsx").expect("a workbook");
        assert!(tables[0].headings.iter().any(|known| known == heading), "{address}: {:?}", tables[0].headings);
        assert_eq!(tables[0].rows.len(), 1, "{address}");
        assert!(tables[0].rows[0].cells.iter().any(|cell| cell == name), "{address}: {:?}", tables[0].rows[0].cells);
    }
    let told = town.opens("/sv/haku.csv").await;
    assert!(told.text.contains("inställt") || told.text.contains("Inställt"), "{}", told.text);
}
