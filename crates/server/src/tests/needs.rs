//! What people did not find, what they wish for, and whom to call.

use axum::http::StatusCode;
use chrono::TimeDelta;
use db::sql;

use super::{Town, activity};
use crate::clock;
use crate::needs::store;

/// A word nobody has; as a name might be.
const RARE: &str = "kvaasilimppunen";

#[tokio::test]
async fn what_is_not_found_is_counted_once_a_day_without_who_asked() {
    for town in Town::on_every_engine().await {
        if !town.knows_finnish() {
            continue;
        }
        town.has(activity("Kutomotalkoot")).await;
        for _ in 0..3 {
            town.looks_for(&format!("sukellusta {RARE} Virtanen 040 1234567")).await.says("Juuri tätä ei löytynyt");
        }
        town.looks_for("sukellusta Sysmässä").await.lists(&[]);
        // What filters hide is not missing, and what is found is not either.
        town.opens("/haku?q=sukellusta&kynnys=free").await.lists(&[]);
        town.looks_for("kutomotalkoot").await.lists(&["Kutomotalkoot"]);
        town.app.clock.pass(TimeDelta::days(1));
        town.looks_for("sukellus").await.lists(&[]);

        let mut tx = town.app.db.read().await.expect("read");
        let since = clock::today(town.app.now()) - TimeDelta::days(7);
        let missed = store::missed(&mut tx, since, 10).await.expect("read");
        let seen: Vec<(&str, &str, i64)> =
            missed.iter().map(|one| (one.words.as_str(), one.municipality.as_str(), one.days)).collect();
        assert_eq!(seen, [("sukellus", "", 2), ("sukellus", "781", 1)]);
    }
}

#[tokio::test]
async fn a_search_is_answered_also_when_it_cannot_be_counted() {
    for town in Town::on_every_engine().await {
        let mut tx = town.app.db.write().await.expect("write");
        tx.execute(sql("DROP TABLE misses")).await.expect("dropped");
        tx.commit().await.expect("committed");
        town.looks_for("sukellusta").await.says("Juuri tätä ei löytynyt");
    }
}

#[tokio::test]
async fn an_empty_result_leads_to_a_wish_that_says_nothing_of_who_left_it() {
    for town in Town::on_every_engine().await {
        let page = town.opens("/haku?q=zzzz&kunta=398").await;
        page.says("Kerro, mitä toivoisit tänne");
        assert!(page.text.contains("/toive?q=zzzz&amp;kunta=398") || page.text.contains("/toive?q=zzzz&#38;kunta=398"));
        assert!(town.opens("/toive?q=zzzz&kunta=398").await.text.contains(">zzzz</textarea>"));

        let page = town.sends("/toive", &[("wish", " "), ("key", "k1")]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        page.says("Kirjoita, mitä toivoisit.");
        let page = town.sends("/toive", &[("wish", "Sauna 131052-308T"), ("key", "k1")]).await;
        page.says("Poista henkilötunnus");
        page.says("Sauna 131052-308T");
        let long = "ä".repeat(501);
        let page = town.sends("/toive", &[("wish", &long), ("key", "k1")]).await;
        page.says("enintään 500 merkkiä");
        assert!(page.text.contains(&long));

        for _ in 0..2 {
            let page =
                town.sends("/toive", &[("wish", "Yleinen\u{7} sauna\nrantaan"), ("kunta", "398"), ("key", "k1")]).await;
            assert_eq!(page.status, StatusCode::SEE_OTHER);
        }
        town.sends("/toive", &[("wish", "Osta halvalla"), ("homepage", "http://x"), ("key", "k2")]).await;
        town.opens("/toive?lahetetty").await.says("toiveesi on perillä");

        let mut tx = town.app.db.read().await.expect("read");
        let today = clock::today(town.app.now());
        let wishes = store::wishes(&mut tx, today, 10).await.expect("read");
        let seen: Vec<_> = wishes.iter().map(|one| (one.wish.as_str(), one.municipality.as_str())).collect();
        assert_eq!(seen, [("Yleinen sauna\nrantaan", "398")]);
        assert_eq!(wishes[0].day, today.to_string());
    }
}

#[tokio::test]
async fn who_asks_for_a_call_waits_once_and_is_forgotten_when_called() {
    for town in Town::on_every_engine().await {
        // Where nobody answers, nobody calls.
        assert_eq!(town.opens("/soittopyynto").await.status, StatusCode::NOT_FOUND);
        assert_eq!(town.sends("/soittopyynto", &[("phone", "040 1234567")]).await.status, StatusCode::NOT_FOUND);
        town.decides("phone", "03 000 0000").await;
        town.opens("/").await.says("Pyydä soittoa");

        let page = town.sends("/soittopyynto", &[("phone", "soita pian"), ("name", "Aino"), ("suits", "any")]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        page.says("Tarkista puhelinnumero");
        assert!(page.text.contains("soita pian") && page.text.contains("Aino"));
        let page = town.sends("/soittopyynto", &[("phone", "040 1234567"), ("suits", "at night")]).await;
        page.says("Valitse, milloin voimme soittaa.");

        for (key, phone, name) in
            [("k1", "040 1234567", "Aino"), ("k1", "040 1234567", "Aino"), ("k2", "040-123 4567", "")]
        {
            let fields = [("phone", phone), ("name", name), ("suits", "evening"), ("key", key)];
            assert_eq!(town.sends("/sv/soittopyynto", &fields).await.status, StatusCode::SEE_OTHER);
        }
        town.opens("/sv/soittopyynto?lahetetty").await.says("vi ringer dig");

        let now = town.app.now();
        let mut tx = town.app.db.write().await.expect("write");
        let waiting = store::waiting_calls(&mut tx).await.expect("read");
        assert_eq!(waiting.len(), 1, "the same number waits once");
        assert_eq!(waiting[0].request.phone, "040-123 4567");
        assert_eq!((waiting[0].request.suits.as_str(), waiting[0].request.language.as_str()), ("evening", "sv"));
        assert!(store::mark_called(&mut tx, &waiting[0].id, now).await.expect("marked"));
        assert!(!store::mark_called(&mut tx, &waiting[0].id, now).await.expect("a second time"));
        let left: Vec<(String,)> = tx.all(sql("SELECT phone FROM call_requests")).await.expect("read");
        assert!(left.is_empty());
    }
}

#[tokio::test]
async fn needs_are_forgotten_in_time() {
    for town in Town::on_every_engine().await {
        let now = town.app.now();
        let day = clock::today(now);
        let mut tx = town.app.db.write().await.expect("write");
        store::count_miss(&mut tx, day, "sukellus", "").await.expect("counted");
        store::count_miss(&mut tx, day, "sukellus", "").await.expect("counted once");
        let wish = store::Wish { day: day.to_string(), wish: "Sauna".into(), municipality: String::new() };
        store::add_wish(&mut tx, &wish, now).await.expect("left");
        let request = store::CallRequest {
            name: String::new(),
            phone: "0401234567".into(),
            suits: "any".into(),
            language: "fi".into(),
        };
        store::ask_for_call(&mut tx, &request, now).await.expect("asked");
        assert_eq!(store::forget_old(&mut tx, now + TimeDelta::days(29)).await.expect("forgotten"), 0);
        assert_eq!(store::forget_old(&mut tx, now + TimeDelta::days(31)).await.expect("forgotten"), 1);
        assert_eq!(store::forget_old(&mut tx, now + TimeDelta::days(732)).await.expect("forgotten"), 2);
    }
}

#[tokio::test]
async fn what_is_typed_goes_on_the_same_with_and_without_script() {
    for town in Town::on_every_engine().await {
        let shown = town.has(activity("Kutomotalkoot")).await;
        for address in ["/haku/ehdotukset?q=kutom", "/haku/ehdotukset?q=kutom&osa=1"] {
            let page = town.opens(address).await;
            page.says("Kutomotalkoot");
            assert!(page.text.contains(&format!("href=\"{}\"", shown.address())), "{}", page.text);
        }
        let part = town.opens("/sv/haku/ehdotukset?q=kutom&osa=1").await;
        assert!(!part.text.contains("<html") && part.text.contains("href=\"/sv/toiminta/"));
        town.opens("/haku/ehdotukset?q=zzzz").await.says("Ei ehdotuksia");
        town.opens("/haku/ehdotukset?q=").await.says("Ei ehdotuksia");
    }
}
