//! What nobody meant to send gets a clear answer, and nothing is lost.

use axum::body::Body;
use axum::http::{Request, StatusCode};

use chrono::TimeDelta;
use db::sql;

use super::{Town, activity};

#[tokio::test]
async fn an_unknown_address_shows_the_way_on_in_the_readers_language() {
    for town in Town::on_every_engine().await {
        let page = town.opens("/ei-ole").await;
        assert_eq!(page.status, StatusCode::NOT_FOUND);
        page.says("Sivua ei löydy");
        let page = town.opens("/en/toiminta/ei-ole").await;
        assert_eq!(page.status, StatusCode::NOT_FOUND);
        assert!(page.text.contains("<html lang=\"en\""));
    }
}

#[tokio::test]
async fn wrong_filter_values_are_named_and_left_out() {
    for town in Town::on_every_engine().await {
        town.has(activity("Kutomotalkoot")).await;

        let page = town.opens("/haku?askel=7&kunta=Atlantis&milloin=eilen&sivu=-1&km=0").await;

        assert_eq!(page.status, StatusCode::OK);
        page.says("Askel ”7”: askeleet ovat 1–5.");
        page.lists(&["Kutomotalkoot"]);
    }
}

#[tokio::test]
async fn strange_words_get_an_answer() {
    for town in Town::on_every_engine().await {
        town.has(activity("Kutomotalkoot")).await;
        let long = "ä".repeat(10_000);
        let many = "kynnys=free&".repeat(5_000);
        for query in [
            format!("q={long}"),
            format!("q=kutomo&{many}"),
            "q=%00%01%02".to_owned(),
            "q=%E2%80%AE%E2%80%8F%F0%9F%A7%B6".to_owned(),
            "q='%3B%20DROP%20TABLE%20activities%3B--".to_owned(),
            "q=%22%20OR%201%3D1%20AND%20(%5B%7B*~%5E".to_owned(),
            "q=%FF%FE".to_owned(),
            "sivu=99999999999999999999".to_owned(),
            "lahella=91.0,181.0".to_owned(),
        ] {
            for path in ["/haku", "/haku/ehdotukset", "/tyopaikat", "/auta", "/toive"] {
                let page = town.opens(&format!("{path}?{query}")).await;
                assert_eq!(page.status, StatusCode::OK, "{path} {}", &query[..query.len().min(60)]);
            }
        }
    }
}

#[tokio::test]
async fn what_was_typed_is_not_markup() {
    for town in Town::on_every_engine().await {
        let page = town.looks_for("<script>alert(1)</script>").await;
        page.does_not_say("<script>alert");
    }
}

#[tokio::test]
async fn too_much_is_refused_in_words() {
    for town in Town::on_every_engine().await {
        let shown = town.has(activity("Kutomotalkoot")).await;
        let request = Request::post(format!("{}/virhe", shown.address()))
            .header("content-type", "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(vec![b'a'; 3 * 1024 * 1024]))
            .expect("a request");
        let page = town.asks(request).await;
        assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
        page.says("Lähetit liian paljon kerralla");
    }
}

#[tokio::test]
async fn another_sites_form_changes_nothing() {
    for town in Town::on_every_engine().await {
        let shown = town.has(activity("Kutomotalkoot")).await;
        let request = Request::post(format!("{}/virhe", shown.address()))
            .header("content-type", "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "cross-site")
            .body(Body::from("about=times"))
            .expect("a request");
        let page = town.asks(request).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN);
        let waiting =
            crate::activities::faults::waiting(&mut town.app.db.read().await.expect("read"), 10).await.expect("read");
        assert!(waiting.is_empty());
    }
}

#[tokio::test]
async fn a_fault_is_reported_once_even_when_the_phone_sends_twice() {
    for town in Town::on_every_engine().await {
        let shown = town.has(activity("Kutomotalkoot")).await;
        let address = format!("{}/virhe", shown.address());

        let page = town.sends(&address, &[("about", ""), ("message", "Ovi oli kiinni"), ("key", "k1")]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        page.says("Valitse, mikä on pielessä.");
        page.says("Ovi oli kiinni");

        for _ in 0..2 {
            let page = town.sends(&address, &[("about", "times"), ("message", "Ovi oli kiinni"), ("key", "k1")]).await;
            assert_eq!(page.status, StatusCode::SEE_OTHER);
        }
        let waiting =
            crate::activities::faults::waiting(&mut town.app.db.read().await.expect("read"), 10).await.expect("read");
        assert_eq!(waiting.len(), 1);
        town.opens(&format!("{address}?lahetetty")).await.says("Kiitos, tieto on perillä");
    }
}

#[tokio::test]
async fn a_handled_fault_forgets_who_told_and_an_old_one_is_deleted() {
    use crate::activities::faults;
    for town in Town::on_every_engine().await {
        let shown = town.has(activity("Kutomotalkoot")).await;
        let address = format!("{}/virhe", shown.address());
        town.sends(&address, &[("about", "place"), ("contact", "soita 03 000 0000"), ("key", "k1")]).await;
        town.sends(&address, &[("about", "ended"), ("key", "k2")]).await;

        let now = town.app.now();
        let mut tx = town.app.db.write().await.expect("a transaction");
        let told = faults::waiting(&mut tx, 10).await.expect("read");
        assert_eq!(told.iter().map(|one| one.slug.as_str()).collect::<Vec<_>>(), ["kutomotalkoot"; 2]);
        let first = told.iter().find(|one| one.report.about == "place").expect("the first report");
        assert!(faults::mark_handled(&mut tx, &first.id, now).await.expect("marked"));
        assert!(!faults::mark_handled(&mut tx, &first.id, now).await.expect("a second time"));
        assert_eq!(faults::waiting(&mut tx, 10).await.expect("read").len(), 1);
        let kept: Vec<(String,)> =
            tx.all(sql("SELECT contact FROM fault_reports WHERE contact <> ''")).await.expect("read");
        assert!(kept.is_empty());

        assert_eq!(faults::forget_old(&mut tx, now + TimeDelta::days(29)).await.expect("forgotten"), 0);
        assert_eq!(faults::forget_old(&mut tx, now + TimeDelta::days(31)).await.expect("forgotten"), 1);
        assert_eq!(faults::forget_old(&mut tx, now + TimeDelta::days(366)).await.expect("forgotten"), 1);
    }
}

#[tokio::test]
async fn an_identity_code_is_refused() {
    for town in Town::on_every_engine().await {
        let shown = town.has(activity("Kutomotalkoot")).await;
        let page = town
            .sends(&format!("{}/virhe", shown.address()), &[("about", "other"), ("message", "Olen 131052-308T")])
            .await;
        page.says("Poista henkilötunnus");
    }
}

#[tokio::test]
async fn an_empty_tray_still_has_its_pages() {
    for town in Town::on_every_engine().await {
        for address in
            ["/", "/haku", "/tyopaikat", "/askeleet", "/kartta", "/jarjestajat", "/hsds/services", "/sitemap.xml"]
        {
            assert_eq!(town.opens(address).await.status, StatusCode::OK, "{address}");
        }
    }
}
