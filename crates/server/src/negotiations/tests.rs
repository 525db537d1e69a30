//! Stories of the book of providers.

use axum::http::StatusCode;
use chrono::TimeDelta;
use db::sql;

use super::model::{Contact, Negotiation, Note, Stage};
use super::store;
use crate::jobs;
use crate::tests::{Keeping, Page, Town, activity, organization};

/// Words that must be met nowhere but in the book.
const SECRET: &str = "Kvaasilimppu";
const PHONE: &str = "040 765 4321";

fn fields<'a>(name: &'a str, key: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("name", name),
        ("contact_name", "Liisa Kutoja"),
        ("contact_phone", PHONE),
        ("contact_email", "liisa@kutojat.example"),
        ("reason", "Ryhmä nuorille"),
        ("keeper", "Ylläpito"),
        ("stage", "to_contact"),
        ("next_step", "soita ja kysy keväästä"),
        ("next_day", "2026-11-26"),
        ("key", key),
    ]
}

/// Begins a negotiation and gives its address.
async fn begins(keeper: &Keeping<'_>, name: &str) -> String {
    let key = db::new_id();
    let saved = keeper.sends(super::NEW, &fields(name, &key)).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.words());
    saved.location()
}

/// What a hidden field of a page holds.
fn hidden(page: &Page, name: &str) -> String {
    let before = format!("name=\"{name}\" value=\"");
    let rest = page.text.split_once(&before).unwrap_or_else(|| panic!("no {name}: {}", page.text)).1;
    rest.split_once('"').expect("a whole field").0.to_owned()
}

/// Writes a note on an entry as it stands now.
async fn notes(keeper: &Keeping<'_>, address: &str, note: &str, stage: &str) -> Page {
    let shown = keeper.opens(address).await;
    let (key, changed_at) = (hidden(&shown, "key"), hidden(&shown, "changed_at"));
    let fields = [
        ("note", note),
        ("day", "2026-11-24"),
        ("stage", stage),
        ("next_step", "lähetä kutsu"),
        ("next_day", "2027-01-10"),
        ("changed_at", changed_at.as_str()),
        ("key", key.as_str()),
    ];
    keeper.sends(&format!("{address}/muistiinpano"), &fields).await
}

#[tokio::test]
async fn a_provider_is_called_and_what_was_agreed_stands_in_the_book() {
    for town in Town::on_every_engine().await {
        let keeper = town.keeper().await;
        keeper.opens("/yllapito").await.says("Tällä viikolla ei ole soitettavia.");
        let address = begins(&keeper, "Kutomapiiri").await;
        keeper.opens("/yllapito").await.says("Tällä viikolla on 1 soitettava.");
        let book = keeper.opens("/yllapito/neuvottelut").await;
        book.says("Kenelle soitat tällä viikolla Kutomapiiri to 26.11. soita ja kysy keväästä Liisa Kutoja");
        assert!(book.text.contains("href=\"tel:0407654321\""), "{}", book.text);

        let saved = notes(&keeper, &address, "Avoin kutomo tiistaisin.\nVoisi olla myös iltaisin.", "talked").await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.words());
        notes(&keeper, &address, "Sovittiin keväästä.", "agreed").await;
        let entry = keeper.opens(&address).await;
        entry.says("Vaihe Sovittu");
        entry.says(
            "24.11.2026 Sovittiin keväästä. Ylläpito 24.11.2026 Avoin kutomo tiistaisin. Voisi olla myös iltaisin.",
        );
        let id = address.rsplit('/').next().expect("an id");
        assert!(entry.text.contains(&format!("href=\"/ilmoita?neuvottelu={id}\"")), "{}", entry.text);
        keeper.opens("/yllapito/neuvottelut").await.says("Tällä viikolla ei ole soitettavia.");
        keeper.opens("/yllapito/neuvottelut?vaihe=agreed").await.says("Kutomapiiri");
        keeper.opens("/yllapito/neuvottelut?vaihe=talked").await.says("Tässä vaiheessa ei ole nyt ketään.");

        town.app.clock.pass(TimeDelta::days(60));
        let keeper = town.keeper().await;
        keeper.opens("/yllapito/neuvottelut").await.says("myöhässä");
    }
}

#[tokio::test]
async fn the_tray_is_a_stage_only_when_something_is_published() {
    for town in Town::on_every_engine().await {
        let keeper = town.keeper().await;
        let arranger = town.has_organization(organization("Kutomapiiri")).await;
        let address = begins(&keeper, "Kutomapiiri").await;
        let refused = notes(&keeper, &address, "", "on_tray").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("kun toimijan toiminta on julkaistu");

        // The organization is chosen by its name, and what it has published is shown.
        let shown = keeper.opens(&address).await;
        assert!(!shown.text.contains("value=\"on_tray\""), "{}", shown.text);
        let changed_at = hidden(&shown, "changed_at");
        let mut changed = fields("Kutomapiiri", "k1");
        changed.extend([("organization", "Kutomapiiri"), ("changed_at", changed_at.as_str())]);
        let saved = keeper.sends(&address, &changed).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.words());
        let mut weaving = activity("Kudontakahvila");
        weaving.organization_id.clone_from(&arranger.id);
        let weaving = town.has(weaving).await;
        let shown = keeper.opens(&address).await;
        shown.says("Tarjottimella nyt Kutomapiiri Kudontakahvila");
        assert!(shown.text.contains(&format!("href=\"{}\"", weaving.address())), "{}", shown.text);
        assert!(shown.text.contains(&format!("href=\"/jarjestaja/{}\"", arranger.slug)), "{}", shown.text);
        let saved = notes(&keeper, &address, "", "on_tray").await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.words());
        keeper.opens(&address).await.says("Vaihe Tarjottimella");
    }
}

#[tokio::test]
async fn an_organizer_is_named_so_that_it_can_be_found() {
    for town in Town::on_every_engine().await {
        let keeper = town.keeper().await;
        let first = town.has_organization(organization("Kutomapiiri")).await;
        let mut second = organization("Kutomapiiri");
        second.slug = "kutomapiiri-2".to_owned();
        let second = town.has_organization(second).await;
        let key = db::new_id();
        for (typed, told) in [("Ei ole", "Tämän nimistä järjestäjää ei ole"), ("Kutomapiiri", "kaksi samannimistä")]
        {
            let mut fields = fields("Kutomapiiri", &key);
            fields.push(("organization", typed));
            let page = keeper.sends(super::NEW, &fields).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
            page.says(told);
        }
        let mut fields = fields("Kutomapiiri", &key);
        fields.push(("organization", "https://tarjotin.example/jarjestaja/kutomapiiri-2"));
        let address = keeper.sends(super::NEW, &fields).await.location();
        let id = address.rsplit('/').next().expect("an id");
        let entry = store::find(&mut town.app.db.read().await.expect("a connection"), id).await.expect("read");
        assert_eq!(entry.and_then(|entry| entry.organization_id), Some(second.id));

        let page =
            keeper.opens(&format!("{}?organisaatio={}&syy=Lahti%20%C2%B7%20ryhm%C3%A4", super::NEW, first.id)).await;
        for filled in [
            "name=\"name\" type=\"text\" value=\"Kutomapiiri\"",
            "value=\"03 000 0000\"",
            "Lahti · ryhmä",
            "value=\"Ylläpito\"",
        ] {
            assert!(page.text.contains(filled), "{filled}: {}", page.text);
        }
        let page = keeper.opens(&format!("{}?nimi=%3Cb%3EPiiri&organisaatio=olematon", super::NEW)).await;
        assert_eq!(page.status, StatusCode::OK);
        page.does_not_say("<b>Piiri");
    }
}

#[tokio::test]
async fn a_form_that_is_sent_twice_counts_once() {
    for town in Town::on_every_engine().await {
        let keeper = town.keeper().await;
        let key = db::new_id();
        let first = keeper.sends(super::NEW, &fields("Kutomapiiri", &key)).await.location();
        let second = keeper.sends(super::NEW, &fields("Kutomapiiri", &key)).await.location();
        assert_eq!(first, second);
        let shown = keeper.opens(&first).await;
        let (key, changed_at) = (hidden(&shown, "key"), hidden(&shown, "changed_at"));
        let note = [("note", "Soitettu."), ("stage", "talked"), ("changed_at", changed_at.as_str()), ("key", &key)];
        for _ in 0..2 {
            town.app.clock.pass(TimeDelta::seconds(5));
            let saved = keeper.sends(&format!("{first}/muistiinpano"), &note).await;
            assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.words());
        }
        assert_eq!(keeper.opens(&first).await.words().matches("Soitettu.").count(), 1);
        // The other form of the same page has a key of its own.
        assert!(shown.text.contains(&format!("value=\"{}\"", key.trim_end_matches("-n"))) && key.ends_with("-n"));
        let mut tx = town.app.db.read().await.expect("a connection");
        assert_eq!(store::list(&mut tx, None, 10).await.expect("read").len(), 1);
    }
}

#[tokio::test]
async fn of_two_who_change_the_same_entry_the_second_sees_both_texts() {
    for town in Town::on_every_engine().await {
        let keeper = town.keeper().await;
        let address = begins(&keeper, "Kutomapiiri").await;
        let seen_by_both = hidden(&keeper.opens(&address).await, "changed_at");
        town.app.clock.pass(TimeDelta::seconds(30));
        let change = |name: &'static str, reason: &'static str, key: &'static str| {
            let mut fields = fields(name, key);
            fields.retain(|(field, _)| *field != "reason");
            fields.push(("reason", reason));
            fields
        };
        let mut first = change("Kutomapiiri ry", "Iltaryhmä", "k1");
        first.push(("changed_at", &seen_by_both));
        assert_eq!(keeper.sends(&address, &first).await.status, StatusCode::SEE_OTHER);

        let mut second = change("Kutomapiiri", "Ryhmä lapsille", "k2");
        second.push(("changed_at", &seen_by_both));
        let both = keeper.sends(&address, &second).await;
        assert_eq!(both.status, StatusCode::CONFLICT);
        both.says("Joku muu muutti tätä samaan aikaan");
        both.says("Mitä etsimme Tallessa nyt: Iltaryhmä Sinä kirjoitit: Ryhmä lapsille");
        both.says("Toimijan nimi Tallessa nyt: Kutomapiiri ry Sinä kirjoitit: Kutomapiiri");
        assert!(both.text.contains(">Ryhmä lapsille</textarea>"), "{}", both.text);
        // Sent again, knowing what the other wrote, it stands.
        let mut again = change("Kutomapiiri ry", "Ryhmä lapsille, myös illalla", "k2");
        let changed_at = hidden(&both, "changed_at");
        again.push(("changed_at", &changed_at));
        assert_eq!(keeper.sends(&address, &again).await.status, StatusCode::SEE_OTHER);
        keeper.opens(&address).await.says("Ryhmä lapsille, myös illalla");

        // A note that changes nothing else is never in the way; one that does is.
        let note = |key: &'static str, stage: &'static str| {
            [
                ("note", "Soitin."),
                ("stage", stage),
                ("next_step", "soita ja kysy keväästä"),
                ("next_day", "2026-11-26"),
                ("changed_at", seen_by_both.as_str()),
                ("key", key),
            ]
        };
        let to = format!("{address}/muistiinpano");
        assert_eq!(keeper.sends(&to, &note("n1", "to_contact")).await.status, StatusCode::SEE_OTHER);
        let both = keeper.sends(&to, &note("n2", "talked")).await;
        assert_eq!(both.status, StatusCode::CONFLICT);
        both.says("Vaihe Tallessa nyt: Soitetaan Sinä kirjoitit: Puhuttu");
        assert!(both.text.contains(">Soitin.</textarea>"), "{}", both.text);
    }
}

#[tokio::test]
async fn what_cannot_be_saved_is_told_and_nothing_typed_is_lost() {
    for town in Town::on_every_engine().await {
        let keeper = town.keeper().await;
        let long = "ä".repeat(201);
        let typed = [
            ("name", "  "),
            ("organization", "Olematon"),
            ("contact_name", long.as_str()),
            ("contact_phone", "soita"),
            ("contact_email", "liisa"),
            ("reason", "Asiakas 131052-308T"),
            ("stage", "jotain"),
            ("next_step", "soita\u{7}"),
            ("next_day", "ylihuomenna"),
            ("key", "k"),
        ];
        let page = keeper.sends(super::NEW, &typed).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        for told in [
            "Kirjoita toimijan nimi.",
            "Tämän nimistä järjestäjää ei ole",
            "enintään 200 merkkiä",
            "Tarkista puhelinnumero.",
            "Kirjoita sähköposti näin",
            "Poista henkilötunnus.",
            "Valitse vaihe.",
            "Kirjoita päivä näin",
        ] {
            page.says(told);
        }
        for (_, value) in typed.iter().filter(|(field, _)| *field != "name" && *field != "stage") {
            assert!(page.text.contains(value), "{value} is lost: {}", page.text);
        }
        for field in ["name", "organization", "contact_phone", "next_day"] {
            assert!(page.text.contains(&format!("href=\"#{field}\"")), "{field}");
        }

        let address = begins(&keeper, "Kutomapiiri").await;
        let shown = keeper.opens(&address).await;
        let changed_at = hidden(&shown, "changed_at");
        let same = [
            ("stage", "to_contact"),
            ("next_step", "soita ja kysy keväästä"),
            ("next_day", "2026-11-26"),
            ("changed_at", changed_at.as_str()),
        ];
        let page = keeper.sends(&format!("{address}/muistiinpano"), &same).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        page.says("Kirjoita, mitä puhuitte");
        let mut with_code = same.to_vec();
        with_code.push(("note", "Hänen tunnuksensa on 131052-308T."));
        let page = keeper.sends(&format!("{address}/muistiinpano"), &with_code).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text.contains("Hänen tunnuksensa on"), "{}", page.text);
        // The other form on the page is as the entry is.
        assert!(page.text.contains("value=\"Liisa Kutoja\""), "{}", page.text);
    }
}

#[tokio::test]
async fn nobody_else_ever_sees_the_book() {
    for town in Town::on_every_engine().await {
        let keeper = town.keeper().await;
        let cafe = town.has(activity("Kudontakahvila")).await;
        let organizer = town.opens("/jarjestajat").await;
        organizer.says("Asukastalo Aalto");
        let mut secret = fields(SECRET, "k1");
        secret.push(("organization", "Asukastalo Aalto"));
        let address = keeper.sends(super::NEW, &secret).await.location();
        notes(&keeper, &address, &format!("{SECRET} sanoi asian."), "talked").await;
        town.settles().await;
        keeper.opens(&address).await.says(SECRET);

        for path in ["/yllapito/neuvottelut", super::NEW, &address, &format!("{address}/muistiinpano")] {
            for language in ["", "/sv"] {
                let page = town.opens(&format!("{language}{path}")).await;
                assert_eq!(page.status, StatusCode::FORBIDDEN, "{path}");
                page.does_not_say(SECRET);
            }
        }
        for path in [super::NEW, &address, &format!("{address}/muistiinpano"), &format!("{address}/yhteystiedot")] {
            let page = town.sends(path, &secret).await;
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{path}");
        }
        let public = [
            "/",
            "/haku",
            &format!("/haku?q={SECRET}"),
            "/haku.csv",
            "/haku.atom",
            "/haku.ics",
            "/jarjestajat",
            "/jarjestajat.csv",
            "/kartta",
            "/askeleet",
            "/tietoa",
            "/sitemap.xml",
            "/hsds/services",
            "/hsds/organizations",
            "/api/v1/activities",
            "/api/v1/organizations",
            &cafe.address(),
            "/metrics",
        ];
        for path in public {
            let page = town.opens(path).await;
            for secret in ["sanoi asian", "Liisa Kutoja", "765 4321", "7654321", "liisa@kutojat", "Ryhmä nuorille"] {
                page.does_not_say(secret);
            }
            // The search repeats what was typed; that is all it knows of it.
            if !path.contains(SECRET) {
                page.does_not_say(SECRET);
            }
        }
        town.looks_for(SECRET).await.lists(&[]);
        assert_eq!(keeper.opens(&address).await.headers["cache-control"], "no-store");
    }
}

#[tokio::test]
async fn whom_to_call_is_removed_and_what_was_said_stays() {
    for town in Town::on_every_engine().await {
        let keeper = town.keeper().await;
        let address = begins(&keeper, "Kutomapiiri").await;
        notes(&keeper, &address, "Ei nyt, ehkä syksyllä.", "declined").await;
        let shown = keeper.opens(&address).await;
        shown.says("Poista yhteystiedot, jos et enää tarvitse niitä.");
        let gone = keeper.sends(&format!("{address}/yhteystiedot"), &[]).await;
        assert_eq!(gone.status, StatusCode::SEE_OTHER);
        let shown = keeper.opens(&address).await;
        for gone in ["Liisa", "765 4321", "liisa@", "Poista yhteystiedot"] {
            shown.does_not_say(gone);
        }
        shown.says("Ei nyt, ehkä syksyllä.");
        let gone = keeper.sends("/yllapito/neuvottelut/olematon/yhteystiedot", &[]).await;
        assert_eq!(gone.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn whom_to_call_is_forgotten_after_two_years() {
    for town in Town::on_every_engine().await {
        let contact = || Contact { name: "Liisa".to_owned(), phone: PHONE.to_owned(), email: String::new() };
        let mut ids = Vec::new();
        let mut tx = town.app.db.write().await.expect("a transaction");
        for (name, stage) in
            [("Kieltäytynyt", Stage::Declined), ("Unohtunut", Stage::Talked), ("Puheissa", Stage::Talked)]
        {
            let entry = Negotiation {
                id: db::new_id(),
                name: name.to_owned(),
                contact: contact(),
                stage,
                ..Negotiation::default()
            };
            store::add(&mut tx, &entry, town.app.now()).await.expect("added");
            let note = Note { day: crate::clock::today(town.app.now()), note: name.to_owned(), author: String::new() };
            store::add_note(&mut tx, &entry.id, &note, town.app.now()).await.expect("noted");
            ids.push(entry.id);
        }
        tx.commit().await.expect("committed");
        let kept = async || {
            let mut tx = town.app.db.read().await.expect("a connection");
            let all = store::list(&mut tx, None, 10).await.expect("read");
            all.into_iter().filter(|entry| !entry.contact.is_empty()).map(|entry| entry.name).collect::<Vec<_>>()
        };
        let tidies = async || {
            let mut tx = town.app.db.write().await.expect("a transaction");
            tx.execute(sql("DELETE FROM jobs")).await.expect("removed");
            jobs::add(&mut tx, "tidy", jobs::Kind::Tidy, "", town.app.now()).await.expect("added");
            tx.commit().await.expect("committed");
            assert!(jobs::work(&town.app).await.expect("done"));
        };
        // A year later two are dealt with again; only one of them has not declined.
        town.app.clock.pass(TimeDelta::days(365));
        for id in [&ids[0], &ids[2]] {
            let mut tx = town.app.db.write().await.expect("a transaction");
            let entry = store::find(&mut tx, id).await.expect("read").expect("there");
            assert!(store::change(&mut tx, &entry, town.app.now()).await.expect("changed").is_some());
            assert_eq!(store::change(&mut tx, &entry, town.app.now()).await.expect("read"), None, "changed meanwhile");
            tx.commit().await.expect("committed");
        }
        town.app.clock.pass(TimeDelta::days(364));
        tidies().await;
        assert_eq!(kept().await.len(), 3);
        town.app.clock.pass(TimeDelta::days(2));
        tidies().await;
        assert_eq!(kept().await, ["Puheissa"]);
        let mut tx = town.app.db.read().await.expect("a connection");
        assert_eq!(store::notes(&mut tx, &ids[0]).await.expect("read").len(), 1);
    }
}
