//! What a region decides shows on every page.

use super::Town;
use crate::i18n::Language;
use crate::{events, region, steps};

#[tokio::test]
async fn a_region_names_itself_and_its_steps() {
    for town in Town::on_every_engine().await {
        let mut tx = town.app.db.write().await.expect("a transaction");
        region::set(&mut tx, "brand", "fi", "Sysmän tarjotin").await.expect("set");
        region::set(&mut tx, "phone", "fi", "03 000 0001").await.expect("set");
        steps::store::rename(&mut tx, 1, Language::Finnish, "Olohuone", "Tule sellaisena kuin olet.")
            .await
            .expect("named");
        events::record(&mut tx, "region.changed", "region", town.app.now()).await.expect("recorded");
        tx.commit().await.expect("committed");
        town.settles().await;

        let page = town.opens("/askeleet").await;
        page.says("Sysmän tarjotin");
        page.says("Olohuone");
        page.says("03 000 0001");
    }
}
