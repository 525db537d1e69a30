//! Stories of sources: tried, agreed to, read again.

use axum::http::StatusCode;
use chrono::TimeDelta;

use super::store;
use crate::tests::{Keeping, Town};

const TABLE: &str = "nimi;järjestäjä;laji;kunta;ajat\nTiistaikudonta;Kudontapiiri;ryhmä;Lahti;ti 10–13\nKeskiviikkokahvila;Asukastalo;avoin toiminta;Lahti;ke 12–14\n";

/// Adds a source with one file, and gives the page of its trial.
async fn tries(keeper: &Keeping<'_>, name: &str, table: &str) -> String {
    let fields = [("name", name), ("format", "table"), ("reach", "upload"), ("every", "0"), ("key", name)];
    let sent = keeper.sends_files("/yllapito/lahteet/uusi", &fields, &[("toiminta.csv", table)]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.words());
    sent.location()
}

/// The address of the source that a page of a run leads back to.
fn source_of(text: &str) -> String {
    let at = text.find("/yllapito/lahteet/").expect("a link to the source");
    text[at..].chars().take_while(|letter| *letter != '"').collect()
}

#[tokio::test]
async fn what_a_source_would_bring_is_shown_before_it_comes_in() {
    for town in Town::on_every_engine().await {
        let keeper = town.keeper().await;
        let trial = tries(&keeper, "Lahden yhdistykset", TABLE).await;
        keeper.opens(&trial).await.says("odottaa vuoroaan");
        town.works().await;

        let shown = keeper.opens(&trial).await;
        shown.says("Näin kävisi, jos hyväksyt.");
        shown.says("Tiistaikudonta");
        town.settles().await;
        town.looks_for("tiistaikudonta").await.lists(&[]);

        let agreed = keeper.sends(&format!("{trial}/hyvaksynta"), &[("key", "agree")]).await;
        let again = keeper.sends(&format!("{trial}/hyvaksynta"), &[("key", "agree")]).await;
        assert_eq!(agreed.location(), again.location(), "sent twice is one run");
        town.works().await;
        keeper.opens(&agreed.location()).await.says("valmis");
        town.settles().await;
        town.looks_for("tiistaikudonta").await.lists(&["Tiistaikudonta"]);
    }
}

#[tokio::test]
async fn what_the_source_no_longer_has_is_listed_as_gone() {
    for town in Town::on_every_engine().await {
        let keeper = town.keeper().await;
        let table = format!("{TABLE}Kuoro;Kudontapiiri;ryhmä;Lahti;to 18–20\n");
        let trial = tries(&keeper, "Lahden yhdistykset", &table).await;
        town.works().await;
        keeper.sends(&format!("{trial}/hyvaksynta"), &[]).await;
        town.works().await;
        let source = source_of(&keeper.opens(&trial).await.text);

        let sent = keeper.sends_files(&format!("{source}/tiedostot"), &[], &[("toiminta.csv", TABLE)]).await;
        town.works().await;
        let shown = keeper.opens(&sent.location()).await;
        shown.says("Kuoro");
        keeper.opens(&format!("{source}/poistuneet")).await.says("Mitään ei ole poistunut");
        keeper.sends(&format!("{}/hyvaksynta", sent.location()), &[]).await;
        town.works().await;
        keeper.opens(&format!("{source}/poistuneet")).await.says("Kuoro toiminta");
    }
}

#[tokio::test]
async fn an_answer_is_followed_by_the_next_run_and_asked_no_more() {
    for town in Town::on_every_engine().await {
        let keeper = town.keeper().await;
        let table = TABLE.replace("Lahti;ke", "Lahen seutu;ke");
        let trial = tries(&keeper, "Lahden yhdistykset", &table).await;
        town.works().await;
        keeper.sends(&format!("{trial}/hyvaksynta"), &[]).await;
        town.works().await;

        let asked = keeper.opens("/yllapito/kysymykset").await;
        asked.says("Mitä ”Lahen seutu” tarkoittaa?");
        let source = source_of(&keeper.opens(&trial).await.text);
        let id = source.rsplit('/').next().expect("an id").to_owned();
        let fields = [
            ("source", id.as_str()),
            ("reason", "import-unknown-municipality"),
            ("value", "Lahen seutu"),
            ("answer", "Lahti"),
        ];
        keeper.sends("/yllapito/kysymykset", &fields).await;
        keeper.opens("/yllapito/kysymykset").await.says("Mikään ei odota vastausta.");

        let sent = keeper.sends_files(&format!("{source}/tiedostot"), &[], &[("toiminta.csv", &table)]).await;
        town.works().await;
        keeper.sends(&format!("{}/hyvaksynta", sent.location()), &[]).await;
        town.works().await;
        keeper.opens("/yllapito/kysymykset").await.says("Mikään ei odota vastausta.");
        town.settles().await;
        town.opens("/haku?q=keskiviikkokahvila&kunta=398").await.lists(&["Keskiviikkokahvila"]);
    }
}

#[tokio::test]
async fn a_source_inside_the_own_network_is_refused_where_it_is_typed() {
    for town in Town::on_every_engine().await {
        let keeper = town.keeper().await;
        let fields = [
            ("name", "Sisäverkko"),
            ("format", "hsds"),
            ("reach", "api"),
            ("address", "http://127.0.0.1:5432/hsds"),
            ("every", "24"),
        ];
        let refused = keeper.sends_files("/yllapito/lahteet/uusi", &fields, &[]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains("value=\"http://127.0.0.1:5432/hsds\""), "what was typed is still there");
    }
}

#[tokio::test]
async fn a_source_that_does_not_answer_says_so_and_is_asked_again_in_time() {
    for town in Town::on_every_engine().await {
        let keeper = town.keeper().await;
        // A name that nobody has (RFC 2606).
        let fields = [
            ("name", "Hiljainen"),
            ("format", "ical"),
            ("reach", "file"),
            ("address", "https://kalenteri.example/k.ics"),
            ("every", "24"),
        ];
        let sent = keeper.sends_files("/yllapito/lahteet/uusi", &fields, &[]).await;
        town.works().await;
        let shown = keeper.opens(&sent.location()).await;
        shown.says("ei onnistunut");
        shown.says("Mitään ei muutettu.");
        shown.does_not_say("Hyväksy ja tuo");

        // Nobody has agreed to it: it is not read by itself.
        town.app.clock.pass(TimeDelta::days(2));
        super::jobs::ask_for_due(&town.app).await.expect("asked");
        assert!(!crate::jobs::work(&town.app).await.expect("looked"), "no run is on the list");
    }
}

#[tokio::test]
async fn a_run_that_was_cut_off_holds_nobody_up() {
    for town in Town::on_every_engine().await {
        let keeper = town.keeper().await;
        let trial = tries(&keeper, "Lahden yhdistykset", TABLE).await;
        town.works().await;
        keeper.sends(&format!("{trial}/hyvaksynta"), &[]).await;
        town.works().await;
        let now = town.app.now();
        let mut tx = town.app.db.write().await.expect("a transaction");
        let mut source = store::list(&mut tx).await.expect("read").pop().expect("a source");
        source.next_run_at = Some(now);
        store::note_read(&mut tx, &source).await.expect("noted");
        assert_eq!(store::due(&mut tx, now).await.expect("read").len(), 1);
        // A run at the terminal, whose machine was turned off.
        store::ask_for_run(&mut tx, "cut-off", &source.id, false, now).await.expect("asked");
        assert!(store::due(&mut tx, now).await.expect("read").is_empty());
        let later = now + TimeDelta::days(1);
        assert_eq!(store::due(&mut tx, later).await.expect("read").len(), 1);
    }
}

#[tokio::test]
async fn another_address_is_agreed_to_anew() {
    for town in Town::on_every_engine().await {
        let keeper = town.keeper().await;
        tries(&keeper, "Lahden yhdistykset", TABLE).await;
        let now = town.app.now();
        let mut tx = town.app.db.write().await.expect("a transaction");
        let mut source = store::list(&mut tx).await.expect("read").pop().expect("a source");
        store::approve(&mut tx, &source.id, now).await.expect("agreed");
        "CC BY 4.0".clone_into(&mut source.licence);
        store::save(&mut tx, &source, now).await.expect("saved");
        let kept = store::find(&mut tx, &source.id).await.expect("read").expect("a source");
        assert_eq!(kept.approved_at, Some(now), "a licence changes nothing of it");
        source.address = "https://muualla.example/k.ics".to_owned();
        store::save(&mut tx, &source, now).await.expect("saved");
        let moved = store::find(&mut tx, &source.id).await.expect("read").expect("a source");
        assert_eq!(moved.approved_at, None);
    }
}
