//! Stories of signing in.

use axum::http::{StatusCode, header};
use chrono::TimeDelta;

use super::model::Secret;
use super::store;
use crate::tests::Town;

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
            page.says("Tämä sivu on ylläpitäjälle");
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
        store::add_link(&mut tx, &link, &account.id, now).await.expect("added");
        let rows: Vec<(String,)> = tx.all(db::sql("SELECT hash FROM sign_in_links")).await.expect("read");
        assert!(rows.iter().all(|(hash,)| *hash != link.text()));
        store::sign_in(&mut tx, &link, &session, now).await.expect("read").expect("signed in");
        let rows: Vec<(String,)> = tx.all(db::sql("SELECT hash FROM sign_ins")).await.expect("read");
        assert!(rows.iter().all(|(hash,)| *hash != session.text()));
        let stolen = Secret::read(&rows[0].0).expect("a hash looks like a secret");
        assert!(store::session(&mut tx, &stolen, now).await.expect("read").is_none());
        assert_eq!(store::count_sessions(&mut tx, &account.id, now).await.expect("read"), 1);
        assert_eq!(store::forget_old(&mut tx, now + TimeDelta::days(15)).await.expect("forgotten"), 1);
    }
}
