//! Stories of putting an activity right.

use axum::http::StatusCode;

use crate::exchange::import::{self, Format, ImportFile, ImportRequest};
use crate::tests::Town;

async fn reads(town: &Town, table: &str) -> String {
    let files = vec![ImportFile::sent("toiminta.csv", table.as_bytes())];
    let request = ImportRequest::new(Format::Table, "Lahden yhdistykset", files, town.app.now());
    import::run(&town.app.db, request).await.expect("the database answers");
    town.settles().await;
    let mut tx = town.app.db.read().await.expect("a connection");
    crate::activities::store::walk(&mut tx, "", 10).await.expect("read").pop().map_or(String::new(), |one| one.id)
}

#[tokio::test]
async fn what_the_keeper_puts_right_wins_over_the_source_until_it_is_taken_back() {
    for town in Town::on_every_engine().await {
        let keeper = town.keeper().await;
        let table = |name: &str, phone: &str| {
            format!("tunnus;nimi;järjestäjä;laji;kunta;puhelin\nk1;{name};Kudontapiiri;ryhmä;Lahti;{phone}\n")
        };
        let id = reads(&town, &table("Kudontta", "03 000 0001")).await;
        let address = format!("/yllapito/toiminta/{id}");
        let fields = [("name", "Kudonta"), ("phone", "03 000 0001")];
        let saved = keeper.sends(&address, &fields).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.words());
        town.looks_for("kudonta").await.lists(&["Kudonta"]);

        reads(&town, &table("Kudontta ry", "03 000 0002")).await;
        let page = keeper.opens(&address).await;
        page.says("Lähde sanoo: Kudontta ry");
        assert!(page.text.contains("value=\"Kudonta\"") && page.text.contains("03 000 0002"), "{}", page.text);

        keeper.sends(&address, &[("name", "Kudontta ry")]).await;
        reads(&town, &table("Kutojat", "03 000 0002")).await;
        town.looks_for("kutojat").await.lists(&["Kutojat"]);
    }
}

#[tokio::test]
async fn what_is_hidden_stays_hidden() {
    for town in Town::on_every_engine().await {
        let keeper = town.keeper().await;
        let table = |phone: &str| {
            format!("tunnus;nimi;järjestäjä;laji;kunta;puhelin\nk1;Kudonta;Kudontapiiri;ryhmä;Lahti;{phone}\n")
        };
        let id = reads(&town, &table("03 000 0001")).await;
        keeper.sends(&format!("/yllapito/toiminta/{id}"), &[("name", "Kudonta"), ("state", "draft")]).await;
        town.looks_for("kudonta").await.lists(&[]);
        reads(&town, &table("03 000 0002")).await;
        town.looks_for("kudonta").await.lists(&[]);
        keeper.opens("/yllapito/toiminta").await.says("Kudonta");
    }
}
