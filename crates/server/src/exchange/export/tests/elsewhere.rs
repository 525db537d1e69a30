//! Frames, codes, versions, and what leaves by no way.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};

use super::*;
use crate::places::model::Confidentiality;

#[tokio::test]
async fn a_list_fits_into_the_page_of_another_site() {
    for town in Town::on_every_engine().await {
        town.has(choir()).await;
        town.has(activity("Kutomo").kept_secret(Confidentiality::Hidden)).await;
        let page = town.opens("/en/upote?kunta=398&maara=5").await;
        assert_eq!(page.status, StatusCode::OK);
        let policy = page.headers[header::CONTENT_SECURITY_POLICY].to_str().expect("text").to_owned();
        assert!(policy.contains("frame-ancestors *") && !policy.contains("script"), "{policy}");
        assert!(!page.headers.contains_key("x-frame-options") && !page.headers.contains_key(header::SET_COOKIE));
        assert!(!page.text.contains("<script") && page.text.len() < 4_000, "{} bytes", page.text.len());
        page.says("Olohuonekuoro");
        let links: Vec<&str> = page.text.split("<a ").skip(1).filter_map(|link| link.split('>').next()).collect();
        assert_eq!(links.len(), 2, "{links:?}");
        for link in links {
            assert!(link.contains("href=\"https://tarjotin.example/en/"), "{link}");
            assert!(link.contains("target=\"_blank\" rel=\"noopener\""), "{link}");
        }

        let page = town.opens("/en/upotus?q=choir&kunta=398&kiinnostus=music&sivukieli=sv&maara=20").await;
        let code = "&lt;iframe src=&quot;https://tarjotin.example/sv/upote?q=choir&amp;amp;kiinnostus=music&amp;amp;kunta=398&amp;amp;maara=20&quot;";
        let plain = page.text.replace("&#34;", "&quot;").replace("&#60;", "&lt;").replace("&#38;", "&amp;");
        assert!(plain.contains(code), "{plain}");
        assert!(page.headers[header::CONTENT_SECURITY_POLICY].to_str().expect("text").contains("frame-src 'self'"));
        let page = town.opens("/upotus?jarjestaja=abc&kynnys=free").await;
        assert!(page.text.contains("<input type=\"hidden\" name=\"jarjestaja\" value=\"abc\">"), "{}", page.text);
        for other in ["/haku", "/upotus", "/qr/tulosta?osoite=/"] {
            let policy = town.opens(other).await.headers[header::CONTENT_SECURITY_POLICY].clone();
            assert!(policy.to_str().expect("text").contains("frame-ancestors 'none'"), "{other}");
        }
    }
}

#[tokio::test]
async fn a_code_leads_to_our_own_pages_only() {
    for town in Town::on_every_engine().await {
        let page = town.opens("/qr?osoite=/toiminta/kahvit").await;
        assert_eq!(page.headers[header::CONTENT_TYPE], "image/svg+xml");
        assert!(page.text.starts_with("<svg") && page.text.contains("QR-koodi: tarjotin.example/toiminta/kahvit"));

        for foreign in ["https://paha.example/", "//paha.example", "javascript:alert(1)", ""] {
            let foreign: String = form_urlencoded::byte_serialize(foreign.as_bytes()).collect();
            for path in ["/qr", "/qr/tulosta", "/sv/qr"] {
                let page = town.opens(&format!("{path}?osoite={foreign}")).await;
                assert_eq!(page.status, StatusCode::BAD_REQUEST, "{path} {foreign}");
                assert!(!page.text.contains("<svg") && !page.text.contains("href=\"//"), "{}", page.text);
                assert!(!page.text.contains("href=\"https://paha"), "{}", page.text);
            }
        }
        town.opens("/qr?osoite=//paha.example").await.says("Teemme QR-koodin vain tämän sivuston osoitteista.");

        let page = town.opens("/sv/haku?q=kaf%C3%A9&kunta=398").await;
        let link = page.text.split("href=\"/sv/qr/tulosta").nth(1).and_then(|rest| rest.split('"').next());
        let link = format!("/sv/qr/tulosta{}", link.expect("a link in the footer").replace("&#38;", "&"));
        let sheet = town.opens(&link).await;
        sheet.says("tarjotin.example/sv/haku?q=kafé&#38;kunta=398");
        // A code of the page of a code leads nowhere new.
        sheet.does_not_say("QR-kod till den här sidan");
    }
}

#[tokio::test]
async fn what_is_known_is_not_sent_again_until_something_changes() {
    for town in Town::on_every_engine().await {
        let choir = town.has(choir()).await;
        for path in ["/haku.ics?q=kuoro", "/uutta.atom", "/haku.csv", "/jarjestajat.xlsx", "/upote?kunta=398"] {
            let first = town.opens(path).await;
            assert_eq!(first.status, StatusCode::OK, "{path}");
            let tag = first.headers[header::ETAG].clone();
            let ask = || {
                Request::get(path).header(header::IF_NONE_MATCH, tag.clone()).body(Body::empty()).expect("a request")
            };
            let again = town.asks(ask()).await;
            assert_eq!((again.status, again.text.as_str()), (StatusCode::NOT_MODIFIED, ""), "{path}");
            town.has(choir.clone()).await;
            assert_eq!(town.asks(ask()).await.status, StatusCode::OK, "{path}");
        }
    }
}

#[tokio::test]
async fn a_place_that_is_not_for_everyone_leaves_by_no_way() {
    for town in Town::on_every_engine().await {
        for (name, how) in [("Turvaryhmä", Confidentiality::Hidden), ("Alueryhmä", Confidentiality::AreaOnly)] {
            let secret = choir().in_language("fi", |text| text.name = name.to_owned());
            let mut secret = secret.at("Hiisiholvi", "398", 60.98765, 25.61).kept_secret(how);
            secret.slug = crate::text::slug(name);
            let secret = town.has(secret).await;
            for path in ["ptv.json", "lahella.json", "lahella", "kalenteri.ics"] {
                tells_nothing(&town, &format!("{}/{path}", secret.address())).await;
            }
        }
        for address in ["/haku.ics", "/haku.atom", "/uutta.atom", "/haku.csv", "/en/haku.csv", "/upote"] {
            let page = tells_nothing(&town, address).await;
            assert!(page.text.contains("Turvaryhmä"), "{address}");
        }
    }
}

async fn tells_nothing(town: &Town, address: &str) -> Page {
    let page = town.opens(address).await;
    assert_eq!(page.status, StatusCode::OK, "{address}");
    for told in ["Hiisiholvi", "Kulmakuja", "15110", "98765", "67654"] {
        assert!(!page.text.contains(told), "{address} says {told}: {}", page.text);
    }
    page
}

#[tokio::test]
async fn strange_addresses_get_an_answer() {
    let town = Town::on_every_engine().await.remove(0);
    town.has(choir()).await;
    let long = "%C3%A4".repeat(2_000);
    for path in ["/haku.ics", "/haku.atom", "/haku.csv", "/haku.xlsx", "/upote", "/upotus", "/jarjestajat.csv"] {
        for query in ["q=%00%01%FF", "sivu=eka", "maara=-1&kunta=Atlantis", "q=%3C%2Fscript%3E", &format!("q={long}")] {
            let page = town.opens(&format!("{path}?{query}")).await;
            assert_eq!(page.status, StatusCode::OK, "{path}?{}", &query[..query.len().min(40)]);
            assert!(!page.text.contains("</script><"), "{path}");
        }
    }
    for path in ["/toiminta/ei-ole/ptv.json", "/toiminta/ei-ole/lahella", "/jarjestaja/ei-ole/kalenteri.ics"] {
        assert_eq!(town.opens(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}
