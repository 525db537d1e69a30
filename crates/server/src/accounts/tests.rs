//! Stories of signing in, of roles, and of who may open what.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use chrono::TimeDelta;

use super::model::{LINK_WAITS, Role, Secret};
use super::permissions::{ROUTES, Who};
use super::store;
use crate::audit;
use crate::tests::{Town, organization};

#[tokio::test]
async fn a_link_signs_in_once() {
    for town in Town::on_every_engine().await {
        let link = town.sign_in_link().await;
        let offered = town.opens(&link).await;
        offered.says("Tällä linkillä kirjaudut nimellä Ylläpito");
        assert!(!offered.headers.contains_key(header::SET_COOKIE), "a look signs nobody in");

        let signed_in = town.sends(&link, &[]).await;
        assert_eq!(signed_in.status, StatusCode::SEE_OTHER);
        let cookie = signed_in.headers[header::SET_COOKIE].to_str().expect("a header").to_owned();
        assert!(cookie.starts_with("__Host-istunto=") && cookie.contains("; Secure") && cookie.contains("; HttpOnly"));

        let again = town.sends(&link, &[]).await;
        assert_eq!(again.status, StatusCode::FORBIDDEN);
        again.says("Linkki ei enää toimi.");
        town.opens(&link).await.says("Linkki ei enää toimi.");
    }
}

#[tokio::test]
async fn a_link_that_waited_too_long_opens_nothing() {
    for town in Town::on_every_engine().await {
        let link = town.sign_in_link().await;
        town.app.clock.pass(TimeDelta::minutes(31));
        assert_eq!(town.sends(&link, &[]).await.status, StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn pages_of_the_keeper_are_for_the_keeper() {
    for town in Town::on_every_engine().await {
        for path in
            ["/yllapito", "/yllapito/lahteet", "/yllapito/kysymykset", "/yllapito/toiminta", "/yllapito/malli.csv"]
        {
            let page = town.opens(path).await;
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{path}");
            page.says("Kirjaudu ensin sisään");
        }
        let keeper = town.keeper().await;
        let desk = keeper.opens("/yllapito").await;
        assert_eq!(desk.status, StatusCode::OK);
        assert_eq!(desk.headers[header::CACHE_CONTROL], "no-store");

        keeper.sends("/ulos", &[]).await;
        assert_eq!(
            keeper.opens("/yllapito").await.status,
            StatusCode::FORBIDDEN,
            "the session has ended at the server"
        );
    }
}

#[tokio::test]
async fn a_session_ends_when_nobody_uses_it() {
    for town in Town::on_every_engine().await {
        let keeper = town.keeper().await;
        town.app.clock.pass(TimeDelta::hours(23));
        assert_eq!(keeper.opens("/yllapito").await.status, StatusCode::OK);
        town.app.clock.pass(TimeDelta::hours(23));
        assert_eq!(keeper.opens("/yllapito").await.status, StatusCode::OK, "its use was noted");
        town.app.clock.pass(TimeDelta::hours(25));
        assert_eq!(keeper.opens("/yllapito").await.status, StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn a_stolen_database_opens_no_door() {
    for town in Town::on_every_engine().await {
        let (link, session) = (Secret::new().expect("randomness"), Secret::new().expect("randomness"));
        let now = town.app.now();
        let mut tx = town.app.db.write().await.expect("a transaction");
        let account = store::keeper(&mut tx, "Ylläpito", now).await.expect("made");
        store::add_link(&mut tx, &link, &account.id, LINK_WAITS, now).await.expect("added");
        let rows: Vec<(String,)> = tx.all(db::sql("SELECT hash FROM sign_in_links")).await.expect("read");
        assert!(rows.iter().all(|(hash,)| *hash != link.text()));
        store::sign_in(&mut tx, &link, &session, "", now).await.expect("read").expect("signed in");
        let rows: Vec<(String,)> = tx.all(db::sql("SELECT hash FROM sign_ins")).await.expect("read");
        assert!(rows.iter().all(|(hash,)| *hash != session.text()));
        let stolen = Secret::read(&rows[0].0).expect("a hash looks like a secret");
        assert!(store::session(&mut tx, &stolen, now).await.expect("read").is_none());
        assert_eq!(store::sign_ins(&mut tx, &account.id, now).await.expect("read").len(), 1);
        assert_eq!(store::forget_old(&mut tx, now + TimeDelta::days(15)).await.expect("forgotten"), 1);
    }
}

#[tokio::test]
async fn an_invited_editor_signs_in_by_letter_and_nobody_learns_who_has_an_account() {
    for town in Town::on_every_engine().await {
        let weavers = town.has_organization(organization("Kutojat")).await;
        let keeper = town.keeper().await;
        let fields = [("name", "Aino"), ("email", "Aino@Kutojat.Example"), ("role", "editor"), ("language", "fi")];
        let refused = keeper.sends("/yllapito/kayttajat", &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("Tämän nimistä järjestäjää ei löydy");
        assert!(refused.text.contains("Aino@Kutojat.Example"), "what was typed stays");
        for _ in 0..2 {
            let mut fields = fields.to_vec();
            fields.extend([("organization", "Kutojat"), ("key", "k1")]);
            assert_eq!(keeper.sends("/yllapito/kayttajat", &fields).await.status, StatusCode::SEE_OTHER);
        }
        let letters = town.letters_to("aino@kutojat.example").await;
        assert_eq!(letters.len(), 1, "the form was sent twice, the letter once");
        assert!(letters[0].contains("Subject: Sinut on kutsuttu: Kutojat"), "{}", letters[0]);
        let aino = town.follows(&town.link_to("aino@kutojat.example").await).await;
        aino.opens("/tili").await.says("Muokkaaja: Kutojat");
        assert_eq!(aino.opens("/yllapito").await.status, StatusCode::FORBIDDEN);
        assert_eq!(aino.opens("/yllapito/kayttajat").await.status, StatusCode::FORBIDDEN);

        // Asking for a link says the same to somebody nobody knows, who gets no letter.
        let known = town.sends("/sisaan", &[("email", "aino@kutojat.example")]).await;
        let unknown = town.sends("/sisaan", &[("email", "kuka@kutojat.example")]).await;
        assert_eq!((known.status, known.text.len()), (unknown.status, unknown.text.len()));
        assert_eq!(known.location(), unknown.location());
        assert_eq!(town.letters_to("aino@kutojat.example").await.len(), 2);
        assert!(town.letters_to("kuka@kutojat.example").await.is_empty());
        town.opens("/sisaan?lahetetty").await.says("Jos osoitteella on tili");
        let wrong = town.sends("/sisaan", &[("email", "aino")]).await;
        wrong.says("Kirjoita sähköpostiosoite näin");

        let phone = town.follows(&town.link_to("aino@kutojat.example").await).await;
        let own = phone.opens("/tili").await;
        own.says("(tämä laite)");
        assert_eq!(own.text.matches("<li>\n<p>").count(), 2, "two sessions: {}", own.words());
        phone.sends("/ulos", &[("everywhere", "1")]).await;
        assert_eq!(aino.opens("/tili").await.status, StatusCode::FORBIDDEN, "signed out everywhere");

        // Nothing is left that leads to Aino but her account.
        let mut tx = town.app.db.read().await.expect("read");
        let waiting: Vec<(String,)> = tx.all(db::sql("SELECT recipient FROM letters")).await.expect("read");
        assert!(waiting.is_empty(), "letters that went out are forgotten");
        assert_eq!(weavers.id, store::list(&mut tx).await.expect("read")[0].1[0].organization_id);
    }
}

#[tokio::test]
async fn a_mail_box_is_not_filled_and_a_library_gets_by() {
    for town in Town::on_every_engine().await {
        town.has_organization(organization("Kutojat")).await;
        let keeper = town.keeper().await;
        let fields = [("name", "A"), ("email", "a@b.example"), ("role", "coordinator"), ("areas", "Lahti")];
        keeper.sends("/yllapito/kayttajat", &fields).await;
        for _ in 0..10 {
            assert_eq!(town.sends("/sisaan", &[("email", "a@b.example")]).await.status, StatusCode::SEE_OTHER);
        }
        assert_eq!(town.letters_to("a@b.example").await.len(), 1 + 5, "the invitation and five of ten");
        keeper.sends("/ulos", &[]).await;
        for at in 0..50 {
            let other = format!("a{at}@b.example");
            assert_eq!(town.sends("/sisaan", &[("email", &other)]).await.status, StatusCode::SEE_OTHER);
        }
        let page = town.sends("/sisaan", &[("email", "x@b.example")]).await;
        assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
        town.app.clock.pass(TimeDelta::hours(1));
        assert_eq!(town.sends("/sisaan", &[("email", "x@b.example")]).await.status, StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn a_role_that_was_taken_away_is_gone_at_once_and_the_last_keeper_stays() {
    for town in Town::on_every_engine().await {
        let keeper = town.keeper().await;
        let fields = [("name", "Ville"), ("email", "ville@lahti.example"), ("role", "coordinator")];
        keeper.sends("/yllapito/kayttajat", &fields).await;
        let ville = town.follows(&town.link_to("ville@lahti.example").await).await;
        assert_eq!(ville.opens("/yllapito/lahteet").await.status, StatusCode::OK);
        let people = {
            let mut tx = town.app.db.read().await.expect("read");
            store::list(&mut tx).await.expect("read")
        };
        let id = |name: &str| people.iter().find(|(one, _)| one.name == name).expect("there").0.id.clone();
        let person = format!("/yllapito/kayttajat/{}", id("Ville"));
        keeper.opens(&person).await.says("Koordinaattori");
        keeper.sends(&person, &[("role", "coordinator"), ("organization_id", "")]).await;
        assert_eq!(ville.opens("/yllapito/lahteet").await.status, StatusCode::FORBIDDEN);
        keeper.sends(&person, &[("everywhere", "1")]).await;
        assert_eq!(ville.opens("/tili").await.status, StatusCode::FORBIDDEN);

        let own = format!("/yllapito/kayttajat/{}", id("Ylläpito"));
        let page = keeper.sends(&own, &[("role", "keeper"), ("organization_id", "")]).await;
        assert_eq!(page.status, StatusCode::BAD_REQUEST);
        page.says("Ainoaa ylläpitäjää ei voi poistaa");

        let mut tx = town.app.db.read().await.expect("read");
        assert!(matches!(audit::check(&mut tx).await.expect("read"), audit::Checked::Whole(rows) if rows >= 4));
    }
}

/// Every address × every role: nobody gets in where the table lets nobody in, and everybody where it lets them.
#[tokio::test]
async fn every_address_opens_to_whom_the_table_says() {
    for town in Town::on_every_engine().await {
        let own = town.has_organization(organization("Omat")).await;
        let keeper = town.keeper().await;
        let coordinator = town.signed_in_as(Role::Coordinator, "", &[]).await;
        let elsewhere = town.signed_in_as(Role::Coordinator, "", &["781"]).await;
        let leader = town.signed_in_as(Role::Leader, &own.id, &[]).await;
        let editor = town.signed_in_as(Role::Editor, &own.id, &[]).await;
        let counsellor = town.signed_in_as(Role::Counsellor, &own.id, &[]).await;
        let people = [
            ("keeper", Some(&keeper), 4),
            ("coordinator", Some(&coordinator), 3),
            ("coordinator elsewhere", Some(&elsewhere), 2),
            ("leader", Some(&leader), 1),
            ("editor", Some(&editor), 1),
            ("counsellor", Some(&counsellor), 1),
            ("nobody", None, 0),
        ];
        let needed = |who: Who| match who {
            Who::Everyone => Some(0),
            Who::SignedIn => Some(1),
            Who::Coordinator => Some(2),
            Who::Region => Some(3),
            Who::Keeper => Some(4),
            Who::Nobody => None,
        };
        for (path, opens, sends) in ROUTES {
            // Signing out would end the walk.
            if path.ends_with('*') || ["/ulos", "/tili/poisto"].contains(path) {
                continue;
            }
            let address = ["{slug}", "{id}", "{secret}", "{hash}", "{name}", "{part}"]
                .iter()
                .fold((*path).to_owned(), |address, part| address.replace(part, "ei-ole"));
            for (method, who) in [(Method::GET, opens), (Method::POST, sends)] {
                for (name, person, rank) in people {
                    let mut request = Request::builder()
                        .method(&method)
                        .uri(&address)
                        .header("sec-fetch-site", "same-origin")
                        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
                    if let Some(person) = person {
                        request = request.header(header::COOKIE, person.cookie());
                    }
                    let page = town.asks(request.body(Body::empty()).expect("a request")).await;
                    let what = format!("{method} {path} by {name}: {}", page.status);
                    match needed(*who) {
                        None => assert_eq!(page.status, StatusCode::METHOD_NOT_ALLOWED, "{what}"),
                        Some(needed) if rank < needed => assert_eq!(page.status, StatusCode::FORBIDDEN, "{what}"),
                        // What a secret opens answers 403 to a wrong one.
                        Some(_) if path.contains("{secret}") => {}
                        Some(_) => {
                            assert_ne!(page.status, StatusCode::FORBIDDEN, "{what}");
                            assert_ne!(page.status, StatusCode::METHOD_NOT_ALLOWED, "{what}");
                            assert_ne!(page.status, StatusCode::INTERNAL_SERVER_ERROR, "{what}");
                        }
                    }
                }
            }
        }
    }
}
