//! Every page in every language: it opens, speaks one language, and has what each page must have.

use axum::http::StatusCode;

use super::town::in_language;
use super::{Town, activity};
use crate::i18n::Language;

/// Every page for people, with what stands for a name in its address.
fn pages(slug: &str, organizer: &str) -> Vec<String> {
    let mut pages: Vec<String> = [
        "/",
        "/haku",
        "/haku?q=kahvila",
        "/haku?q=zzzz&kynnys=free",
        "/tyopaikat",
        "/auta",
        "/haku/ehdotukset?q=kahv",
        "/toive",
        "/toive?lahetetty",
        "/auta?kysymys=2",
        "/auta?kysymys=3",
        "/auta?kysymys=4",
        "/auta?kysymys=tulos&kiinnostus=crafts",
        "/askeleet",
        "/kartta",
        "/jarjestajat",
        "/tietoa",
        "/rajapinta",
        "/tietosuoja",
        "/saavutettavuus",
        "/asetukset",
        "/offline",
        "/upote",
        "/upotus",
        "/upotus?q=kahvila&kunta=398&sivukieli=sv&maara=5",
        "/qr/tulosta?osoite=/haku",
    ]
    .map(str::to_owned)
    .to_vec();
    pages.extend(
        ["", "/juliste", "/virhe", "/virhe?lahetetty", "/lahella"].map(|part| format!("/toiminta/{slug}{part}")),
    );
    pages.push(format!("/jarjestaja/{organizer}"));
    pages
}

#[tokio::test]
async fn every_page_opens_in_every_language() {
    for town in Town::on_every_engine().await {
        let arranger = town.has_organization(super::organization("Kudontapiiri")).await;
        let mut cafe = activity("Kudontakahvila").happening("ti 12–14").promising(&["no_sign_up", "met_at_door"]);
        cafe.organization_id.clone_from(&arranger.id);
        let cafe = town.has(cafe).await;
        for path in pages(&cafe.slug, &arranger.slug) {
            for language in Language::ALL {
                let address = in_language(language, &path);
                let page = town.opens(&address).await;
                assert_eq!(page.status, StatusCode::OK, "{address}");
                assert!(page.text.contains(&format!("<html lang=\"{}\"", language.html())), "{address}");
                assert_eq!(page.text.matches("<h1").count(), 1, "{address} has one heading of the first level");
                for header in ["content-security-policy", "x-content-type-options", "referrer-policy"] {
                    assert!(page.headers.contains_key(header), "{address} lacks {header}");
                }
                assert!(!page.headers.contains_key("set-cookie"), "{address} sets a cookie");
            }
        }
    }
}

#[tokio::test]
async fn switching_the_language_keeps_the_page() {
    for town in Town::on_every_engine().await {
        let page = town.opens("/sv/haku?q=caf%C3%A9&kynnys=free").await;
        assert!(
            page.text.contains("href=\"/en/haku?q=caf%C3%A9&#38;kynnys=free\"")
                || page.text.contains("href=\"/en/haku?q=caf%C3%A9&amp;kynnys=free\""),
            "{}",
            page.text
        );
    }
}
