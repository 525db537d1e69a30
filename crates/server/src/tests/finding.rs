//! Residents look for something and find it.

use super::{Town, activity};
use crate::organizations::model::State;
use crate::{activities, organizations};

#[tokio::test]
async fn a_resident_finds_a_choir_by_an_inflected_word() {
    for town in Town::on_every_engine().await {
        if !town.knows_finnish() {
            return;
        }
        town.has(activity("Olohuonekuoro").described_as("Laulamme nuoteitta kahvilassa.")).await;
        town.has(activity("Pihatalkoot").described_as("Haravoidaan yhdessä.")).await;

        let page = town.looks_for("kahvila").await;

        assert_eq!(page.cards().first().map(String::as_str), Some("Olohuonekuoro"));
    }
}

#[tokio::test]
async fn filters_by_step_threshold_time_and_area_combine() {
    for town in Town::on_every_engine().await {
        let weekly = |name: &str| activity(name).happening("ti 12–14").promising(&["no_sign_up"]);
        town.has(weekly("Kutomotalkoot")).await;
        town.has(weekly("Ryhmä").of_kind("group", 2)).await;
        town.has(weekly("Keskiviikon talkoot").happening("ke 12–14")).await;
        town.has(weekly("Talkoot ilmoittautuneille").promising(&[])).await;
        town.has(weekly("Sysmän talkoot").at("Kylätalo", "781", 61.52, 25.66)).await;

        let page = town.opens("/haku?askel=1&kynnys=no_sign_up&milloin=tanaan&kunta=398").await;

        page.lists(&["Kutomotalkoot"]);
        page.says("Löytyi 1 vaihtoehto");
    }
}

#[tokio::test]
async fn what_is_near_comes_first_and_what_is_far_is_left_out() {
    for town in Town::on_every_engine().await {
        town.has(activity("Kaukana").at("Kylätalo", "781", 61.5237, 25.6607)).await;
        town.has(activity("Lähellä")).await;

        town.opens("/haku?lahella=15110&jarjesta=lahin").await.lists(&["Lähellä", "Kaukana"]);
        town.opens("/haku?lahella=15110&km=10").await.lists(&["Lähellä"]);
    }
}

#[tokio::test]
async fn a_typing_error_still_finds() {
    for town in Town::on_every_engine().await {
        town.has(activity("Kielikahvila")).await;

        town.looks_for("kielikavila").await.lists(&["Kielikahvila"]);
    }
}

#[tokio::test]
async fn a_hidden_place_is_found_by_no_word_and_shown_on_no_page() {
    use crate::places::model::Confidentiality;
    for town in Town::on_every_engine().await {
        let secret =
            activity("Turvallinen ryhmä").at("Hiisiholvi", "398", 60.98765, 25.61).kept_secret(Confidentiality::Hidden);
        let secret = town.has(secret).await;

        let page = town.opens(&secret.address()).await;
        page.says("kysy puhelimella");
        for address in [
            secret.address(),
            format!("{}/juliste", secret.address()),
            format!("{}/kalenteri.ics", secret.address()),
            "/haku".to_owned(),
            "/kartta".to_owned(),
            format!("/hsds/services/{}", secret.id),
            "/hsds/locations".to_owned(),
        ] {
            let page = town.opens(&address).await;
            for told in ["Hiisiholvi", "Kulmakuja", "15110", "98765"] {
                assert!(!page.text.contains(told), "{address} says {told}");
            }
        }
        town.looks_for("Hiisiholvi").await.lists(&[]);
    }
}

#[tokio::test]
async fn an_empty_list_shows_the_way_on() {
    for town in Town::on_every_engine().await {
        town.has(activity("Kutomotalkoot").happening("ke 12–14")).await;

        let page = town.opens("/haku?q=kutomotalkoot&milloin=tanaan").await;

        page.lists(&[]);
        page.says("Milloin vain (1)");
    }
}

#[tokio::test]
async fn a_text_in_another_language_is_marked() {
    for town in Town::on_every_engine().await {
        let cafe = activity("Kielikahvila")
            .in_language("sv", |text| text.name = "Språkkafé".to_owned())
            .described_as("Jutellaan.");
        let cafe = town.has(cafe).await;

        let page = town.opens(&format!("/sv{}", cafe.address())).await;

        page.says("Språkkafé");
        assert!(page.text.contains("<p lang=\"fi\">Jutellaan.</p>"), "{}", page.text);
    }
}

#[tokio::test]
async fn what_was_shown_before_never_hides_what_changed() {
    for town in Town::on_every_engine().await {
        let mut choir = town.has(activity("Olohuonekuoro")).await;
        let other = town.has(activity("Kutomotalkoot")).await;
        for address in [choir.address(), other.address()] {
            assert_eq!(town.opens(&address).await.status, axum::http::StatusCode::OK);
        }

        choir.texts.get_mut("fi").expect("a text").name = "Keittiökuoro".to_owned();
        let choir = town.has(choir).await;
        town.opens(&choir.address()).await.says("Keittiökuoro");

        let mut tx = town.app.db.write().await.expect("a transaction");
        let arranger = organizations::store::find(&mut tx, &other.organization_id).await.expect("read");
        let mut arranger = arranger.expect("an organization");
        arranger.texts.get_mut("fi").expect("a text").name = "Kylän kutojat".to_owned();
        organizations::store::save(&mut tx, &arranger, town.app.now()).await.expect("saved");
        tx.commit().await.expect("committed");
        town.opens(&other.address()).await.says("Kylän kutojat");

        let mut tx = town.app.db.write().await.expect("a transaction");
        activities::store::set_state(&mut tx, &choir.id, State::Paused, town.app.now()).await.expect("saved");
        tx.commit().await.expect("committed");
        assert_eq!(town.opens(&choir.address()).await.status, axum::http::StatusCode::NOT_FOUND);
        assert_eq!(town.opens(&other.address()).await.status, axum::http::StatusCode::OK);
    }
}

#[tokio::test]
async fn four_questions_lead_to_suggestions_and_say_why() {
    for town in Town::on_every_engine().await {
        let mut stable = activity("Talliporukka").of_kind("group", 2).promising(&["met_at_door"]);
        stable.interests = vec!["animals".to_owned()];
        let mut trial = activity("Eläinpihan työkokeilu").of_kind("work_trial", 4);
        trial.interests = vec!["animals".to_owned()];
        let mut choir = activity("Olohuonekuoro").of_kind("open_activity", 1);
        choir.interests = vec!["music".to_owned()];
        for one in [stable, trial, choir] {
            town.has(one).await;
        }

        let first = town.opens("/auta").await;
        first.says("Kysymys 1 / 4");
        first.says("Mistä pidät?");
        let last = town.opens("/auta?kiinnostus=animals&kysymys=4").await;
        last.says("Mikä helpottaisi lähtemistä?");
        assert!(last.text.contains(r#"<input type="hidden" name="kiinnostus" value="animals">"#), "{}", last.text);

        let page = town.opens("/auta?kiinnostus=animals&kynnys=met_at_door&kysymys=tulos").await;
        page.lists(&["Talliporukka", "Eläinpihan työkokeilu"]);
        page.says("Sopii vastauksiisi: Eläimet, Joku ottaa sinut vastaan");

        let everything = town.opens("/auta?kysymys=tulos").await;
        assert_eq!(everything.cards().len(), 3, "who skips every question is still helped");
        let gently = town.opens("/auta?kysymys=tulos&alku=1").await;
        assert_eq!(gently.cards().first().map(String::as_str), Some("Olohuonekuoro"));
    }
}

#[tokio::test]
async fn a_place_nobody_knows_is_asked_again() {
    for town in Town::on_every_engine().await {
        let page = town.opens("/auta?kiinnostus=animals&lahella=Atlantis&kysymys=4").await;
        page.says("Minne ja milloin pääset?");
        page.says("Atlantis");
        assert!(page.text.contains(r#"name="kiinnostus" value="animals""#), "{}", page.text);
    }
}

#[tokio::test]
async fn what_words_ask_for_is_shown_and_can_be_taken_off() {
    for town in Town::on_every_engine().await {
        town.has(activity("Kutomotalkoot").promising(&["free"]).happening("ti 17–19")).await;
        town.has(activity("Olohuonekuoro").happening("ke 10–12")).await;

        let page = town.looks_for("jotain tiistai-iltana Lahdessa").await;
        for chip in ["Tiistaina", "Illalla", "Lahti"] {
            page.says(chip);
        }
        assert_eq!(page.cards().first().map(String::as_str), Some("Kutomotalkoot"));

        let without = town.opens("/haku?q=tiistai-iltana&ohita=milloin.ti&ohita=milloin.ilta").await;
        without.does_not_say("Tiistaina");
        let wrong = town.opens("/haku?q=kuoro&ohita=%00%22%3E&ohita=x").await;
        assert_eq!(wrong.status, axum::http::StatusCode::OK);
    }
}
