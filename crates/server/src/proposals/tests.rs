//! Stories of the form: from an idea on a phone to an activity people find, and back again.

use std::sync::{Arc, Mutex};

use axum::http::StatusCode;

use super::store;
use crate::accounts::model::Role;
use crate::places::model::Confidentiality;
use crate::tests::{Keeping, Page, Town, activity, organization};
use crate::{activities, organizations};

const MAIL: &str = "kutojat@kylä.example";

/// Begins a proposal and gives its address.
async fn begins(town: &Town) -> String {
    let begun = town.sends("/ilmoita", &[("key", "begin")]).await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER);
    let first = begun.location();
    assert!(first.ends_with("/jarjestaja"), "{first}");
    first.trim_end_matches("/jarjestaja").to_owned()
}

/// Fills in a weekly group of weavers.
async fn fills_in(town: &Town, address: &str) {
    let part = |part: &str| format!("{address}/{part}");
    let next = town.sends(&part("jarjestaja"), &[("org_name", "Kylän kutojat"), ("org_kind", "association")]).await;
    assert!(next.location().ends_with("/mita"), "{}", next.location());
    let what = [("name", "Iltakudonta"), ("kind", "group"), ("summary", "Kudotaan yhdessä."), ("price", "free")];
    assert!(town.sends(&part("mita"), &what).await.location().ends_with("/milloin"));
    let when = [("times", "ti 17–19"), ("place_name", "Kylätalo"), ("postal_code", "15110")];
    assert!(town.sends(&part("milloin"), &when).await.location().ends_with("/kenelle"));
    let whom = [("thresholds", "free"), ("thresholds", "no_sign_up"), ("interests", "crafts"), ("step", "2")];
    assert!(town.sends(&part("kenelle"), &whom).await.location().ends_with("/yhteys"));
    assert!(town.sends(&part("yhteys"), &[("phone", "040 123 4567")]).await.location().ends_with("/yhdessa"));
    assert_eq!(town.sends(&part("yhdessa"), &[("offers", "Kangaspuut lainaan")]).await.location(), *address);
}

/// The address of the only proposal that waits.
async fn waiting(town: &Town) -> String {
    let all = store::waiting(&mut town.app.db.read().await.expect("read")).await.expect("read");
    assert_eq!(all.len(), 1);
    format!("/yllapito/jono/{}", all[0].id)
}

#[tokio::test]
async fn an_association_registers_and_a_resident_finds_it() {
    for town in Town::on_every_engine().await {
        town.opens("/ilmoita").await.says("Aikaa menee noin viisi minuuttia");
        let address = begins(&town).await;
        fills_in(&town, &address).await;
        let times = [("times", "ti 17–19"), ("postal_code", "15110"), ("preview", "1")];
        let preview = town.sends(&format!("{address}/milloin"), &times).await;
        preview.says("Seuraavat kerrat: tänään klo 17–19");
        town.opens(&format!("{address}/kenelle")).await.says("Ehdotamme askelta Askel 2");
        let refused = town.sends(&address, &[("contact", "kutojat")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("Kirjoita sähköpostiosoite näin");
        for _ in 0..2 {
            let sent = town.sends(&address, &[("contact", "Kutojat@Kylä.example"), ("key", "send")]).await;
            assert_eq!(sent.location(), address);
        }
        town.opens(&address).await.says("Kiitos! Ilmoitus on lähetetty.");
        let letters = town.letters_to(MAIL).await;
        assert_eq!(letters.len(), 1, "sent twice, one letter");
        town.opens(&town.link_to(MAIL).await).await.says("Iltakudonta");
        town.settles().await;
        town.looks_for("iltakudonta").await.lists(&[]);

        // The coordinator asks, the weavers answer, the coordinator publishes.
        let ville = town.signed_in_as(Role::Coordinator, "", &["398"]).await;
        ville.opens("/yllapito/jono").await.says("Iltakudonta");
        let one = waiting(&town).await;
        ville.opens(&one).await.says("Toiminnan nimi (tyhjä) Iltakudonta");
        ville.sends(&one, &[("what", "ask"), ("note", "Mistä ovesta?"), ("key", "ask")]).await;
        assert!(town.letters_to(MAIL).await.last().expect("a letter").contains("Mistä ovesta?"));
        let link = town.link_to(MAIL).await;
        town.opens(&link).await.says("Mistä ovesta?");
        let when =
            [("times", "ti 17–19"), ("place_name", "Kylätalo"), ("postal_code", "15110"), ("directions", "Sivuovi")];
        town.sends(&format!("{link}/milloin"), &when).await;
        town.sends(&link, &[("contact", MAIL), ("key", "again")]).await;
        let unseen = ville.sends(&one, &[("what", "publish"), ("seen", "something else")]).await;
        assert_eq!(unseen.status, StatusCode::CONFLICT, "what changed since it was looked at is looked at again");
        let published = decides(&ville, &one, &[("what", "publish"), ("keeps", "1"), ("key", "publish")]).await;
        assert_eq!(published.status, StatusCode::SEE_OTHER, "{}", published.words());
        town.settles().await;
        town.looks_for("kudontaa").await.lists(&["Iltakudonta"]);
        let page = town.opens("/toiminta/iltakudonta").await;
        page.says("Sivuovi");
        page.does_not_say("Kangaspuut lainaan");
        town.opens("/jarjestaja/kylan-kutojat").await.says("Iltakudonta");

        // Who proposed keeps it now: signs in by letter, cancels the next time with a reason.
        assert!(town.letters_to(MAIL).await.last().expect("a letter").contains("Nyt tarjottimella: Iltakudonta"));
        town.sends("/sisaan", &[("email", MAIL)]).await;
        let weavers = town.follows(&town.link_to(MAIL).await).await;
        let own = own_page(&weavers).await;
        let times = weavers.opens(&own).await;
        let time = value_of(&times, "time");
        let cancelled = [("time", time.as_str()), ("what", "cancel"), ("note", "Ohjaaja on sairaana")];
        assert_eq!(weavers.sends(&format!("{own}/kerta"), &cancelled).await.status, StatusCode::SEE_OTHER);
        let page = town.opens("/toiminta/iltakudonta").await;
        page.says("Peruttu Ohjaaja on sairaana");
        let moved = [("time", time.as_str()), ("what", "move"), ("instead", "ke 25.11.2026 klo 18–20")];
        assert_eq!(weavers.sends(&format!("{own}/kerta"), &moved).await.status, StatusCode::SEE_OTHER);
        town.opens("/toiminta/iltakudonta").await.says("huomenna klo 18–20");
        let wrong =
            weavers.sends(&format!("{own}/kerta"), &[("time", &time), ("what", "move"), ("instead", "joskus")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text.contains("joskus"), "what was typed stays");

        // A break for the summer, and back.
        weavers.sends(&format!("{own}/tauko"), &[]).await;
        town.settles().await;
        town.looks_for("iltakudonta").await.lists(&[]);
        weavers.sends(&format!("{own}/tauko"), &[]).await;
        town.settles().await;
        town.looks_for("iltakudonta").await.lists(&["Iltakudonta"]);
    }
}

async fn own_page(person: &Keeping<'_>) -> String {
    let list = person.opens("/oma").await;
    let at = list.text.find("/oma/toiminta/").unwrap_or_else(|| panic!("no activity of one's own: {}", list.words()));
    list.text[at..].split('"').next().expect("an address").to_owned()
}

/// Looks at a proposal and decides.
async fn decides(person: &Keeping<'_>, address: &str, fields: &[(&str, &str)]) -> Page {
    let seen = value_of(&person.opens(address).await, "seen");
    let mut fields = fields.to_vec();
    fields.push(("seen", &seen));
    person.sends(address, &fields).await
}

/// The first value of a field on a page.
fn value_of(page: &Page, name: &str) -> String {
    let input = page.text.split(&format!("name=\"{name}\" value=\"")).nth(1).expect("the field is there");
    input.split('"').next().expect("a value").to_owned()
}

#[tokio::test]
async fn bad_answers_are_told_at_once_and_nothing_is_lost() {
    for town in Town::on_every_engine().await {
        let address = begins(&town).await;
        let part = |part: &str| format!("{address}/{part}");
        let long = "ä".repeat(201);
        for (page, field, answer, says) in [
            ("jarjestaja", "business_id", "1234567-8", "Tarkista Y-tunnus"),
            ("jarjestaja", "org_email", "info", "Kirjoita sähköpostiosoite näin"),
            ("mita", "name", long.as_str(), "enintään 200 merkkiä"),
            ("mita", "kind", "sauna", "Valitse jokin annetuista"),
            ("mita", "description", "Soita 131052-308T", "Poista henkilötunnus"),
            ("milloin", "times", "joskus illalla", "joskus"),
            ("milloin", "postal_code", "1511", "Tarkista postinumero"),
            ("milloin", "municipality", "Ankkalinna", "Kirjoita kunnan nimi"),
            ("kenelle", "age_min", "-5", "Kirjoita ikä numeroina"),
            ("yhteys", "website", "javascript:alert(1)", "Kirjoita verkkosivun osoite"),
        ] {
            let answered = town.sends(&part(page), &[(field, answer)]).await;
            assert_eq!(answered.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
            answered.says(says);
            // A list to choose from cannot show what is not in it.
            assert!(field == "kind" || answered.text.contains(answer), "{field} shows what was typed");
        }
        town.sends(&part("milloin"), &[("times", "joskus illalla")]).await;
        assert!(town.opens(&part("milloin")).await.text.contains("joskus illalla"), "kept though it is not right yet");
        assert!(!town.opens(&part("mita")).await.text.contains("131052-308T"), "an identity code is not kept");
        let sent = town.sends(&address, &[]).await;
        assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
        sent.says("Kirjoita, mikä toiminnan nimi on.");
        assert_eq!(town.opens("/ilmoita/ei-ole").await.status, StatusCode::NOT_FOUND);
        assert_eq!(town.opens(&part("tyo")).await.status, StatusCode::NOT_FOUND, "asked of places to work only");
        let robot = town.sends("/ilmoita", &[("homepage", "http://x")]).await;
        assert_eq!(robot.location(), "/ilmoita");
    }
}

#[tokio::test]
async fn an_organization_that_is_there_is_found_while_registering() {
    for town in Town::on_every_engine().await {
        let weavers = town.has_organization(organization("Kutojat ry")).await;
        let address = begins(&town).await;
        let asked = town.sends(&format!("{address}/jarjestaja"), &[("org_name", "Kutojat")]).await;
        asked.says("Onko järjestäjä jo tarjottimella?");
        asked.says("Kutojat ry");
        let next = town.sends(&format!("{address}/jarjestaja"), &[("org_name", "Kutojat"), ("is", &weavers.id)]).await;
        assert!(next.location().ends_with("/mita"), "{}", next.location());
        town.opens(&address).await.says("Järjestäjä: Kutojat ry");
        town.sends(&format!("{address}/mita"), &[("name", "Kutomo"), ("kind", "open_activity")]).await;
        town.sends(&address, &[("key", "s")]).await;
        let keeper = town.keeper().await;
        let decided = decides(&keeper, &waiting(&town).await, &[("what", "publish"), ("key", "p")]).await;
        assert_eq!(decided.status, StatusCode::SEE_OTHER);
        let mut tx = town.app.db.read().await.expect("read");
        let id = activities::store::id_at(&mut tx, "kutomo").await.expect("read").expect("published");
        let kutomo = activities::store::find(&mut tx, &id).await.expect("read").expect("there");
        assert_eq!(kutomo.organization_id, weavers.id);
        let after = organizations::store::find(&mut tx, &weavers.id).await.expect("read").expect("there");
        assert_eq!((after.texts, after.phone), (weavers.texts, weavers.phone), "its own facts are as they were");
    }
}

#[tokio::test]
async fn anyone_may_put_something_right_and_sees_no_more_than_everybody() {
    for town in Town::on_every_engine().await {
        let shelter = town
            .has(activity("Turvakahvila").at("Salakoti", "398", 60.98, 25.66).kept_secret(Confidentiality::AreaOnly))
            .await;
        // The municipality of a hidden or half hidden place is known to whoever decides: elsewhere is elsewhere.
        let hartola = town.signed_in_as(Role::Coordinator, "", &["081"]).await;
        let own = format!("/oma/toiminta/{}", shelter.id);
        assert_eq!(hartola.opens(&own).await.status, StatusCode::FORBIDDEN);
        assert_eq!(hartola.sends(&format!("{own}/muuta"), &[]).await.status, StatusCode::FORBIDDEN);
        let theirs = hartola.sends("/ilmoita", &[("activity", &shelter.slug), ("key", "h")]).await.location();
        let moved = [("municipality", "Hartola"), ("confidentiality", "public")];
        hartola.sends(&format!("{theirs}/milloin"), &moved).await;
        hartola.sends(&theirs, &[("key", "h2")]).await;
        town.opens("/toiminta/turvakahvila").await.does_not_say("Hartola");
        hartola.opens("/yllapito/jono").await.does_not_say("Turvakahvila");
        let mut tx = town.app.db.write().await.expect("write");
        tx.execute(db::sql("DELETE FROM proposals")).await.expect("put away");
        tx.commit().await.expect("committed");
        let begun = town.sends("/ilmoita", &[("activity", &shelter.slug), ("key", "c2")]).await;
        let address = begun.location();
        let when = town.opens(&format!("{address}/milloin")).await;
        when.does_not_say("Salakoti");
        when.does_not_say("Kulmakuja");
        assert_eq!(town.opens(&format!("{address}/jarjestaja")).await.status, StatusCode::NOT_FOUND);
        town.sends(&format!("{address}/yhteys"), &[("phone", "03 111 1111")]).await;
        town.opens(&address).await.says("Puhelin (tyhjä) 03 111 1111");
        town.sends(&address, &[("key", "s")]).await;
        town.opens("/toiminta/turvakahvila").await.does_not_say("03 111 1111");
        let keeper = town.keeper().await;
        decides(&keeper, &waiting(&town).await, &[("what", "publish"), ("key", "p")]).await;
        town.opens("/toiminta/turvakahvila").await.says("03 111 1111");
        let mut tx = town.app.db.read().await.expect("read");
        let place = crate::places::store::find_whole(&mut tx, &shelter.places[0].place.id).await.expect("read");
        assert_eq!(place.expect("there").name, "Salakoti", "the secret place is as it was");
        drop(tx);

        // What was published can be taken back, once.
        let changes = keeper.opens("/yllapito/muutokset").await;
        changes.says("Turvakahvila");
        let id = value_of(&changes, "id");
        assert!(keeper.sends("/yllapito/muutokset", &[("id", &id)]).await.location().ends_with("?kumottu"));
        town.opens("/toiminta/turvakahvila").await.does_not_say("03 111 1111");
        keeper.opens("/yllapito/muutokset").await.says("kumottu");
    }
}

#[tokio::test]
async fn an_editor_changes_what_is_theirs_at_once_and_two_who_meet_are_asked() {
    for town in Town::on_every_engine().await {
        let cafe = town.has(activity("Kahvila")).await;
        let organization_id = cafe.organization_id.as_str();
        let aino = town.signed_in_as(Role::Editor, organization_id, &[]).await;
        let pekka = town.signed_in_as(Role::Leader, organization_id, &[]).await;
        let other = town.signed_in_as(Role::Leader, &town.has_organization(organization("Muut")).await.id, &[]).await;
        let own = format!("/oma/toiminta/{}", cafe.id);
        assert_eq!(other.opens(&own).await.status, StatusCode::FORBIDDEN);
        for action in ["muuta", "vahvista", "tauko", "kerta"] {
            assert_eq!(other.sends(&format!("{own}/{action}"), &[]).await.status, StatusCode::FORBIDDEN, "{action}");
        }

        let aino_form = aino.sends(&format!("{own}/muuta"), &[("key", "a")]).await.location();
        let pekka_form = pekka.sends(&format!("{own}/muuta"), &[("key", "p")]).await.location();
        assert_eq!(other.opens(&aino_form).await.status, StatusCode::FORBIDDEN, "a form with an account is its own");
        assert_eq!(town.opens(&aino_form).await.status, StatusCode::FORBIDDEN);
        aino.sends(&format!("{aino_form}/yhteys"), &[("phone", "03 1111"), ("sign_up", "Soita")]).await;
        pekka.sends(&format!("{pekka_form}/yhteys"), &[("phone", "03 2222")]).await;
        let saved = aino.sends(&aino_form, &[("key", "a2")]).await;
        assert!(saved.location().contains(&own), "{}", saved.words());
        town.opens("/toiminta/kahvila").await.says("03 1111");

        let met = pekka.sends(&pekka_form, &[("key", "p2")]).await;
        assert_eq!(met.status, StatusCode::CONFLICT);
        met.says("Joku muu on muuttanut samaa kohtaa");
        met.says("Nyt tarjottimella: 03 1111");
        met.says("Sinun muutoksesi: 03 2222");
        town.opens("/toiminta/kahvila").await.says("03 1111");
        let chosen = [("choose-phone", "mine"), ("seen-phone", "03 1111"), ("key", "p3")];
        let saved = pekka.sends(&pekka_form, &chosen).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.words());
        let page = town.opens("/toiminta/kahvila").await;
        page.says("03 2222");
        page.says("Soita");
        pekka.opens(&own).await.says("Muutokset");
    }
}

#[tokio::test]
async fn a_new_activity_of_an_organization_needs_no_coordinator() {
    for town in Town::on_every_engine().await {
        let weavers = town.has_organization(organization("Kutojat")).await;
        let aino = town.signed_in_as(Role::Editor, &weavers.id, &[]).await;
        let begun = aino.sends("/oma/uusi", &[("organization", &weavers.id), ("key", "n")]).await;
        let address = begun.location().trim_end_matches("/mita").to_owned();
        let work = [("name", "Kutojan työkokeilu"), ("kind", "work_trial"), ("price", "unknown")];
        aino.sends(&format!("{address}/mita"), &work).await;
        let hours = [("hours", "10–20"), ("support_form", "work_trial"), ("length", "3 kuukautta")];
        aino.sends(&format!("{address}/tyo"), &hours).await;
        aino.opens("/oma").await.says("Kutojan työkokeilu");
        let published = aino.sends(&address, &[("key", "n2")]).await;
        assert_eq!(published.status, StatusCode::SEE_OTHER, "{}", published.words());
        town.settles().await;
        town.opens("/tyopaikat").await.lists(&["Kutojan työkokeilu"]);
        let keeper = town.keeper().await;
        let id = value_of(&keeper.opens("/yllapito/muutokset").await, "id");
        keeper.sends("/yllapito/muutokset", &[("id", &id)]).await;
        town.settles().await;
        town.opens("/tyopaikat").await.lists(&[]);
        let counsellor = town.signed_in_as(Role::Counsellor, &weavers.id, &[]).await;
        let refused = counsellor.sends("/oma/uusi", &[("organization", &weavers.id)]).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        let elsewhere = town.signed_in_as(Role::Coordinator, "", &["781"]).await;
        elsewhere.opens("/yllapito/jono").await.says("Yhtään ehdotusta ei odota");
    }
}

#[tokio::test]
async fn what_was_agreed_in_a_call_goes_onto_the_tray_in_one_flow() {
    for town in Town::on_every_engine().await {
        let ville = town.signed_in_as(Role::Coordinator, "", &[]).await;
        let fields = [("name", "Kylän kutojat"), ("stage", "agreed"), ("key", "n")];
        let entry = ville.sends("/yllapito/neuvottelut/uusi", &fields).await.location();
        let entry = entry.split('?').next().expect("an address").to_owned();
        let id = entry.rsplit('/').next().expect("an id").to_owned();
        ville.opens(&entry).await.says("Täytä ilmoitus");
        let begun = ville.sends("/ilmoita", &[("negotiation", &id), ("key", "b")]).await.location();
        let address = begun.trim_end_matches("/jarjestaja").to_owned();
        ville.sends(&format!("{address}/jarjestaja"), &[("org_name", "Kylän kutojat")]).await;
        ville.sends(&format!("{address}/mita"), &[("name", "Iltakudonta"), ("kind", "group")]).await;
        let published = ville.sends(&address, &[("key", "p")]).await;
        assert_eq!(published.status, StatusCode::SEE_OTHER, "{}", published.words());
        town.settles().await;
        town.looks_for("iltakudonta").await.lists(&["Iltakudonta"]);
        let mut tx = town.app.db.read().await.expect("read");
        let entry = crate::negotiations::store::find(&mut tx, &id).await.expect("read").expect("there");
        assert_eq!(entry.stage, crate::negotiations::model::Stage::OnTray);
        assert!(entry.organization_id.is_some());
    }
}

/// What the service says to its log.
struct Heard(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Heard {
    fn write(&mut self, said: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("the log").extend_from_slice(said);
        Ok(said.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn no_log_names_anybody_or_opens_anything() {
    const WHO: &str = "varjomaa@kyla.example";
    for town in Town::on_every_engine().await {
        let log = Arc::new(Mutex::new(Vec::new()));
        let subscriber = tracing_subscriber::fmt()
            .with_max_level(tracing::Level::DEBUG)
            .with_ansi(false)
            .with_writer({
                let log = log.clone();
                move || Heard(log.clone())
            })
            .finish();
        // Stories run on one thread: everything the service says lands here.
        let listening = tracing::subscriber::set_default(subscriber);
        tracing::info!("the log is heard");
        let address = begins(&town).await;
        fills_in(&town, &address).await;
        town.sends(&address, &[("contact", WHO), ("key", "s")]).await;
        let keeper = town.keeper().await;
        let note = [("what", "decline"), ("note", "Varjomaan Kerttu soitti"), ("key", "d")];
        decides(&keeper, &waiting(&town).await, &note).await;
        let people = [("name", "Kerttu Varjomaa"), ("email", WHO), ("role", "coordinator"), ("key", "i")];
        keeper.sends("/yllapito/kayttajat", &people).await;
        let link = town.link_to(WHO).await;
        let kerttu = town.follows(&link).await;
        assert!(kerttu.opens("/tili").await.text.contains("Kerttu Varjomaa"));
        town.sends("/sisaan", &[("email", WHO)]).await;
        town.works().await;
        town.opens(&format!("{address}/ei-ole")).await;
        drop(listening);
        let log = String::from_utf8_lossy(&log.lock().expect("the log")).into_owned();
        assert!(log.contains("the log is heard"), "{log}");
        let session = kerttu.cookie().rsplit('=').next().expect("a value").to_owned();
        let secrets = [address.rsplit('/').next(), link.rsplit('/').next(), Some(&session)];
        for planted in ["varjomaa", "Varjomaa", "Kerttu"].into_iter().chain(secrets.into_iter().flatten()) {
            assert!(!log.contains(planted), "the log says {planted}: {log}");
        }
    }
}

#[tokio::test]
async fn old_drafts_and_addresses_are_forgotten() {
    for town in Town::on_every_engine().await {
        let address = begins(&town).await;
        fills_in(&town, &address).await;
        town.sends(&address, &[("contact", MAIL), ("key", "s")]).await;
        let keeper = town.keeper().await;
        let decided =
            decides(&keeper, &waiting(&town).await, &[("what", "decline"), ("note", "Ei julkinen"), ("key", "d")])
                .await;
        assert_eq!(decided.status, StatusCode::SEE_OTHER);
        assert!(town.letters_to(MAIL).await.last().expect("a letter").contains("Ei julkinen"));
        let again = town.sends("/ilmoita", &[("key", "begin")]).await.location();
        assert!(again.ends_with("/jarjestaja") && !again.starts_with(&address), "a repeat gets a link of its own");
        town.opens(again.trim_end_matches("/jarjestaja")).await.says("Iltakudonta");
        let now = town.app.now();
        let mut tx = town.app.db.write().await.expect("write");
        let remembered: Vec<(String,)> = tx.all(db::sql("SELECT location FROM answered_posts")).await.expect("read");
        let secret = address.rsplit('/').next().expect("a secret");
        assert!(remembered.len() > 2 && remembered.iter().all(|(location,)| !location.contains(secret)));
        store::forget_old(&mut tx, now + chrono::TimeDelta::days(31)).await.expect("forgotten");
        let left: Vec<(String,)> = tx.all(db::sql("SELECT contact FROM proposals")).await.expect("read");
        assert_eq!(left, [(String::new(),)]);
        assert_eq!(store::forget_old(&mut tx, now + chrono::TimeDelta::days(366)).await.expect("forgotten"), 1);
    }
}
