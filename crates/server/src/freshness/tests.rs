//! Stories of keeping the tray true.

use axum::http::StatusCode;
use chrono::TimeDelta;

use super::jobs;
use crate::activities;
use crate::organizations::model::Organization;
use crate::organizations::model::State;
use crate::tests::{Town, activity, organization};

const MAIL: &str = "kutojat@kyla.example";

#[tokio::test]
async fn a_letter_with_one_button_keeps_an_activity_fresh() {
    for town in Town::on_every_engine().await {
        let weavers = town.has_organization(Organization { email: MAIL.to_owned(), ..organization("Kutojat") }).await;
        let mut cafe = activity("Kutomokahvila").happening("ti 10–13");
        cafe.organization_id.clone_from(&weavers.id);
        let cafe = town.has(cafe).await;
        jobs::perform(&town.app).await.expect("asked");
        assert!(town.letters_to(MAIL).await.is_empty(), "it was checked a few days ago");

        town.app.clock.pass(TimeDelta::days(170));
        for _ in 0..2 {
            jobs::perform(&town.app).await.expect("asked");
        }
        assert_eq!(town.letters_to(MAIL).await.len(), 1, "one letter, however often the job runs");
        let link = town.link_to(MAIL).await;
        let asked = town.opens(&link).await;
        asked.says("Pitävätkö tiedot paikkansa?");
        asked.says("tiistaisin klo 10–13");
        town.app.clock.pass(TimeDelta::days(15));
        town.opens("/toiminta/kutomokahvila").await.says("Soita, ennen kuin lähdet");
        jobs::perform(&town.app).await.expect("asked");
        assert_eq!(town.letters_to(MAIL).await.len(), 2, "a reminder");
        for _ in 0..2 {
            let done = town.sends(&link, &[("what", "yes"), ("key", "yes")]).await;
            assert_eq!(done.status, StatusCode::SEE_OTHER);
        }
        town.opens(&format!("{link}?kiitos")).await.says("Tiedot on vahvistettu");
        let mut tx = town.app.db.read().await.expect("read");
        let after = activities::store::find(&mut tx, &cafe.id).await.expect("read").expect("there");
        assert_eq!(after.verified_on, Some(crate::clock::today(town.app.now())));
        drop(tx);
        town.opens("/toiminta/kutomokahvila").await.does_not_say("Soita, ennen kuin lähdet");
    }
}

#[tokio::test]
async fn what_nobody_answers_for_rests_and_can_be_woken() {
    for town in Town::on_every_engine().await {
        let weavers = town.has_organization(Organization { email: MAIL.to_owned(), ..organization("Kutojat") }).await;
        let mut cafe = activity("Kutomokahvila");
        cafe.organization_id.clone_from(&weavers.id);
        let cafe = town.has(cafe).await;
        for _ in 0..27 {
            town.app.clock.pass(TimeDelta::days(14));
            jobs::perform(&town.app).await.expect("asked");
        }
        assert_eq!(town.letters_to(MAIL).await.len(), 3, "three letters and no more");
        town.settles().await;
        town.looks_for("kutomokahvila").await.lists(&[]);
        let keeper = town.keeper().await;
        keeper.opens("/yllapito/jono").await.says("Kutomokahvila");
        keeper.sends(&format!("/oma/toiminta/{}/vahvista", cafe.id), &[]).await;
        town.settles().await;
        town.looks_for("kutomokahvila").await.lists(&["Kutomokahvila"]);
        let mut tx = town.app.db.read().await.expect("read");
        let after = activities::store::find(&mut tx, &cafe.id).await.expect("read").expect("there");
        assert_eq!(after.state, State::Published);
    }
}

#[tokio::test]
async fn a_letter_also_leads_to_a_change_and_tells_that_something_ended() {
    for town in Town::on_every_engine().await {
        let weavers = town.has_organization(Organization { email: MAIL.to_owned(), ..organization("Kutojat") }).await;
        let mut cafe = activity("Kutomokahvila");
        cafe.organization_id.clone_from(&weavers.id);
        town.has(cafe).await;
        town.app.clock.pass(TimeDelta::days(170));
        jobs::perform(&town.app).await.expect("asked");
        let link = town.link_to(MAIL).await;
        let form = town.sends(&link, &[("what", "change"), ("key", "c")]).await.location();
        town.sends(&format!("{form}/yhteys"), &[("phone", "03 9999")]).await;
        town.sends(&form, &[("key", "s")]).await;
        let keeper = town.keeper().await;
        keeper.opens("/yllapito/jono").await.says("Kutomokahvila");

        town.sends(&link, &[("what", "ended"), ("key", "e")]).await;
        town.opens(&format!("{link}?loppui")).await.says("Otamme toiminnan pois");
        let faults = keeper.opens("/yllapito/viat").await;
        faults.says("kutomokahvila");
        let id = faults.text.split("name=\"id\" value=\"").nth(1).expect("a report").split('"').next().expect("an id");
        keeper.sends("/yllapito/viat", &[("id", id)]).await;
        keeper.opens("/yllapito/viat").await.says("Virheilmoituksia ei ole");
        assert_eq!(town.sends(&link, &[("what", "nonsense")]).await.status, StatusCode::BAD_REQUEST);
        town.app.clock.pass(TimeDelta::days(61));
        assert_eq!(town.opens(&link).await.status, StatusCode::NOT_FOUND, "a link does not open for ever");
    }
}

#[tokio::test]
async fn an_organization_with_much_is_not_flooded() {
    for town in Town::on_every_engine().await {
        let weavers = town.has_organization(Organization { email: MAIL.to_owned(), ..organization("Kutojat") }).await;
        for name in ["A", "B", "C", "D", "E"] {
            let mut one = activity(&format!("Kutomo {name}"));
            one.organization_id.clone_from(&weavers.id);
            town.has(one).await;
        }
        town.app.clock.pass(TimeDelta::days(170));
        jobs::perform(&town.app).await.expect("asked");
        assert_eq!(town.letters_to(MAIL).await.len(), 3);
        town.app.clock.pass(TimeDelta::days(1));
        jobs::perform(&town.app).await.expect("asked");
        assert_eq!(town.letters_to(MAIL).await.len(), 5, "the others a day later");
    }
}
