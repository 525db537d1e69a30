//! What programs meet at `/hsds`, on both engines.

mod filters;
mod package;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use chrono::TimeDelta;
use db::sql;
use serde_json::Value;

use super::{shape, vocabularies};
use crate::activities::model::LinkMeaning;
use crate::places::model::Confidentiality;
use crate::tests::{Page, Town, activity, organization};
use crate::{activities, organizations};

impl Page {
    /// The answer as JSON.
    #[track_caller]
    fn data(&self) -> Value {
        assert_eq!(self.status, StatusCode::OK, "{}", self.text);
        serde_json::from_str(&self.text).expect("JSON")
    }

    /// The names of the records on the page.
    #[track_caller]
    fn names(&self) -> Vec<String> {
        let data = self.data();
        let contents = data["contents"].as_array().expect("a page").iter();
        contents.map(|record| record["name"].as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Which parameter was refused.
    #[track_caller]
    fn refused(&self) -> String {
        assert_eq!(self.status, StatusCode::BAD_REQUEST, "{}", self.text);
        assert_eq!(self.headers[header::CONTENT_TYPE], "application/problem+json");
        let problem: Value = serde_json::from_str(&self.text).expect("JSON");
        problem["parameter"].as_str().expect("a parameter").to_owned()
    }
}

#[tokio::test]
async fn a_program_reads_an_activity_with_everything_that_belongs_to_it() {
    for town in Town::on_every_engine().await {
        let after = town.has(activity("Kahvilavuoro")).await;
        let mut choir = activity("Olohuonekuoro")
            .described_as("Laulamme nuoteitta kahvilassa")
            .in_language("sv", |text| text.name = "Vardagsrumskören".to_owned())
            .promising(&["no_sign_up", "wheelchair"])
            .happening("ti 17–19");
        choir.sign_up = "https://kuoro.example/ilmoittaudu".to_owned();
        choir.group_size = Some(12);
        choir.hsds = Some(r#"{"licenses": "ei tarvita", "name": "ei tämä"}"#.to_owned());
        let choir = town.has(choir).await;
        let mut tx = town.app.db.write().await.expect("a transaction");
        activities::store::set_links(&mut tx, &choir.id, LinkMeaning::Next, std::slice::from_ref(&after.id))
            .await
            .expect("saved");
        tx.commit().await.expect("committed");

        let told = town.opens(&format!("/hsds/services/{}", choir.id)).await.data();
        assert_eq!(shape::SERVICE.fault(&told), None);
        assert_eq!(told["name"], "Olohuonekuoro");
        assert_eq!(told["licenses"], "ei tarvita");
        assert_eq!(told["schedules"][0]["byday"], "TU");
        assert_eq!(told["capacities"][0]["maximum"], 12);
        assert_eq!(told["additional_urls"][0]["url"], "https://kuoro.example/ilmoittaudu");
        assert_eq!(told["service_at_locations"][0]["location"]["addresses"][0]["state_province"], "Päijät-Häme");
        assert_eq!(
            told["service_at_locations"][0]["location"]["accessibility"][0]["description"],
            "Pääsee pyörätuolilla"
        );
        assert_eq!(told["translations"][1]["name"], "Vardagsrumskören");
        assert_eq!(told["tarjotin"]["links"]["next"][0], after.id.as_str());
        assert_eq!(told["tarjotin"]["page"], "https://tarjotin.example/toiminta/olohuonekuoro");

        let swedish = town.opens(&format!("/hsds/services/{}?lang=sv", choir.id)).await.data();
        assert_eq!((&swedish["name"], &swedish["text_language"]), (&"Vardagsrumskören".into(), &"sv".into()));

        let pair = town.opens(&format!("/hsds/service_at_locations/{}", choir.places[0].link_id)).await.data();
        assert_eq!(
            (&pair["service"]["name"], &pair["location"]["name"]),
            (&"Olohuonekuoro".into(), &"Kulmatalo".into())
        );
        let place = town.opens(&format!("/hsds/locations/{}", choir.places[0].place.id)).await.data();
        assert_eq!(place["accessibility"][0]["description"], "Pääsee pyörätuolilla");
        let arranger =
            town.opens(&format!("/hsds/organizations/{}?full_service=true", choir.organization_id)).await.data();
        assert_eq!(shape::ORGANIZATION.fault(&arranger), None);
        assert_eq!(arranger["services"][0]["name"], "Olohuonekuoro");
        assert_eq!(arranger["tarjotin"]["services_total"], 1);
    }
}

#[tokio::test]
async fn a_search_ranks_as_the_page_for_people_does() {
    for town in Town::on_every_engine().await {
        let house = organization("Kahvila Kulma");
        let house = town.has_organization(house).await;
        for name in ["Kahvilakuoro", "Ompelukerho", "Kahvila Kulma"] {
            let mut made = activity(name).described_as("Kahvila on auki kaikille");
            made.organization_id.clone_from(&house.id);
            town.has(made).await;
        }
        town.has(activity("Uimakerho")).await;

        let page = town.looks_for("kahvila").await;
        let found = town.opens("/hsds/services?search=kahvila&per_page=20").await;
        assert_eq!(found.names(), page.cards());
        let first = town.opens("/hsds/services?search=kahvila&per_page=2").await;
        let second = town.opens("/hsds/services?search=kahvila&per_page=2&page=2").await;
        assert_eq!([first.names(), second.names()].concat(), page.cards());

        let theirs = town.opens(&format!("/hsds/services?search=kahvila&organization_id={}", house.id)).await;
        assert_eq!(theirs.data()["total_items"], 3);
        let lately = town.opens("/hsds/services?search=kahvila&modified_after=2030-01-01").await;
        assert_eq!(lately.data()["empty"], true);
    }
}

#[tokio::test]
async fn lists_are_filtered_and_paged() {
    for town in Town::on_every_engine().await {
        let mut early = activity("Aamukävely").promising(&["free"]).of_kind("group", 2);
        early.age_min = Some(60);
        let early = town.has(early).await;
        if let crate::clock::Clock::Set(_) = &town.app.clock {
            town.app.clock.pass(TimeDelta::hours(1));
        }
        let late = town.has(activity("Bändipaja").at("Paja", "091", 60.17, 24.94)).await;

        let all = town.opens("/hsds/services").await;
        assert_eq!(all.names(), ["Aamukävely", "Bändipaja"]);
        assert_eq!(town.opens("/hsds/services?page=2&per_page=1").await.names(), ["Bändipaja"]);
        assert_eq!(town.opens("/hsds/services?page=3&per_page=1").await.data()["empty"], true);
        assert_eq!(
            town.opens("/hsds/services?modified_after=2026-11-24T10:30:00%2B02:00").await.names(),
            ["Bändipaja"]
        );
        assert_eq!(
            town.opens(&format!("/hsds/services?organization_id={}", late.organization_id)).await.names(),
            ["Bändipaja"]
        );
        assert_eq!(town.opens("/hsds/services?minimum_age=60").await.names(), ["Aamukävely"]);
        assert_eq!(town.opens("/hsds/services?postcode=15110&proximity=3000").await.names(), ["Aamukävely"]);
        let group = vocabularies::term_of("kind", "group").expect("a term");
        assert_eq!(town.opens(&format!("/hsds/services?taxonomy_term_id={}", group.id)).await.names(), ["Aamukävely"]);
        assert_eq!(
            town.opens(&format!("/hsds/services?taxonomy_id={}", group.taxonomy.id())).await.data()["total_items"],
            2
        );
        let minimal = town.opens("/hsds/services?minimal=true").await.data();
        assert_eq!(minimal["contents"][0]["id"], early.id.as_str());
        assert_eq!(shape::MINIMAL.fault(&minimal["contents"][1]), None);

        assert_eq!(town.opens("/hsds/locations").await.data()["total_items"], 2);
        let pairs =
            town.opens(&format!("/hsds/service_at_locations?organization_id={}&full=true", late.organization_id)).await;
        assert_eq!(pairs.data()["contents"][0]["location"]["name"], "Paja");
        assert_eq!(
            town.opens("/hsds/service_at_locations?modified_after=2026-11-24T10:30:00").await.data()["empty"],
            true
        );
        assert_eq!(town.opens("/hsds/organizations?search=asukastalo").await.data()["total_items"], 2);
        assert_eq!(town.opens("/hsds/organizations?full=true&per_page=1").await.data()["total_pages"], 2);

        for list in [
            "services?",
            "services?search=paja&",
            "services?minimal=true&",
            "organizations?",
            "locations?",
            "service_at_locations?",
            "taxonomies?",
            "taxonomy_terms?",
        ] {
            let lines = town.opens(&format!("/hsds/{list}format=ndjson")).await;
            assert_eq!(lines.headers[header::CONTENT_TYPE], "application/x-ndjson", "{list}");
            let counted = town.opens(&format!("/hsds/{list}")).await.data()["total_items"].as_u64();
            assert_eq!(Some(lines.text.lines().count() as u64), counted, "{list}");
        }
    }
}

#[tokio::test]
async fn far_pages_follow_each_other_without_a_gap() {
    for town in Town::on_every_engine().await {
        let first = town.has(activity("Ryhmä 0000")).await;
        let mut tx = town.app.db.write().await.expect("a transaction");
        for number in 1..=super::store::MARK_EVERY * 2 + 3 {
            let mut one = activity(&format!("Ryhmä {number:04}"));
            (one.id, one.slug) = (db::new_id(), format!("ryhma-{number}"));
            one.organization_id.clone_from(&first.organization_id);
            one.places.clear();
            activities::store::save(&mut tx, &one, town.app.now()).await.expect("saved");
        }
        tx.commit().await.expect("committed");

        let mut names = Vec::new();
        for page in 1.. {
            let more = town.opens(&format!("/hsds/services?per_page=90&page={page}")).await.names();
            if more.is_empty() {
                break;
            }
            names.extend(more);
        }
        let all: Vec<String> =
            (0..=super::store::MARK_EVERY * 2 + 3).map(|number| format!("Ryhmä {number:04}")).collect();
        assert_eq!(names, all);
    }
}

#[tokio::test]
async fn terms_of_sources_stand_beside_our_own() {
    for town in Town::on_every_engine().await {
        let bread = town.has(activity("Leipäjono")).await;
        let (taxonomy, food, soup) = (db::new_id(), db::new_id(), db::new_id());
        let mut tx = town.app.db.write().await.expect("a transaction");
        for statement in [
            sql("INSERT INTO taxonomies (id, name) VALUES (?, 'Open Eligibility')").bind(&taxonomy),
            sql("INSERT INTO taxonomy_terms (id, taxonomy_id, code, name) VALUES (?, ?, '1102', 'Food')")
                .bind(&food)
                .bind(&taxonomy),
            sql("INSERT INTO taxonomy_terms (id, taxonomy_id, name, parent_id) VALUES (?, ?, 'Soup', ?)")
                .bind(&soup)
                .bind(&taxonomy)
                .bind(&food),
            sql("INSERT INTO attributes (id, activity_id, term_id, link_type) VALUES (?, ?, ?, 'service')")
                .bind(db::new_id())
                .bind(&bread.id)
                .bind(&soup),
        ] {
            tx.execute(statement).await.expect("written");
        }
        tx.commit().await.expect("committed");

        let taxonomies = town.opens("/hsds/taxonomies").await.data();
        assert_eq!(taxonomies["total_items"], vocabularies::OWN.len() + 1);
        assert_eq!(town.opens(&format!("/hsds/taxonomies/{taxonomy}")).await.data()["name"], "Open Eligibility");
        assert_eq!(town.opens(&format!("/hsds/taxonomy_terms?taxonomy_id={taxonomy}")).await.names(), ["Food", "Soup"]);
        assert_eq!(town.opens(&format!("/hsds/taxonomy_terms?parent_id={food}")).await.names(), ["Soup"]);
        assert_eq!(
            town.opens(&format!("/hsds/taxonomy_terms?taxonomy_id={taxonomy}&top_only=true")).await.names(),
            ["Food"]
        );
        assert_eq!(town.opens(&format!("/hsds/taxonomy_terms/{soup}")).await.data()["taxonomy"], "Open Eligibility");
        let free = vocabularies::term_of("threshold", "free").expect("a term");
        assert_eq!(town.opens(&format!("/hsds/taxonomy_terms/{}", free.id)).await.data()["code"], "free");
        assert_eq!(
            town.opens(&format!("/hsds/taxonomies/{}", free.taxonomy.id())).await.data()["uri"],
            "urn:tarjotin:threshold"
        );

        assert_eq!(town.opens(&format!("/hsds/services?taxonomy_term_id={soup}")).await.names(), ["Leipäjono"]);
        assert_eq!(town.opens(&format!("/hsds/services?taxonomy_id={taxonomy}")).await.names(), ["Leipäjono"]);
        let none = town.opens(&format!("/hsds/services?taxonomy_id={taxonomy}&search=uinti")).await;
        assert_eq!(none.data()["empty"], true);
        let told = town.opens(&format!("/hsds/services/{}", bread.id)).await.data();
        let attributes = told["attributes"].as_array().expect("attributes");
        assert!(attributes.iter().any(|attribute| attribute["taxonomy_term"]["name"] == "Soup"));
    }
}

#[tokio::test]
async fn a_secret_place_never_leaves() {
    for town in Town::on_every_engine().await {
        let hidden = town
            .has(activity("Turvaryhmä").at("Turvatalo", "398", 60.9, 25.6).kept_secret(Confidentiality::Hidden))
            .await;
        let area = town
            .has(activity("Hiljainen piiri").at("Salatupa", "398", 60.9, 25.6).kept_secret(Confidentiality::AreaOnly))
            .await;

        for address in [
            "services?full=true",
            "services?format=ndjson&full=true",
            "locations",
            "service_at_locations?full=true",
            "organizations?full_service=true",
        ] {
            let page = town.opens(&format!("/hsds/{address}")).await;
            for secret in ["Turvatalo", "Salatupa", "Kulmakuja", "60.9,", "15110"] {
                page.does_not_say(secret);
            }
            page.does_not_say(&hidden.places[0].place.id);
        }
        let place = town.opens(&format!("/hsds/locations/{}", area.places[0].place.id)).await.data();
        assert_eq!((&place["name"], &place["tarjotin"]["confidentiality"]), (&"Lahti".into(), &"area_only".into()));
        for address in ["locations", "service_at_locations"] {
            let id = if address == "locations" { &hidden.places[0].place.id } else { &hidden.places[0].link_id };
            assert_eq!(town.opens(&format!("/hsds/{address}/{id}")).await.status, StatusCode::NOT_FOUND);
        }
    }
}

#[tokio::test]
async fn what_is_not_public_is_not_there() {
    for town in Town::on_every_engine().await {
        let made = town.has(activity("Uimakerho")).await;
        let mut tx = town.app.db.write().await.expect("a transaction");
        activities::store::set_state(&mut tx, &made.id, organizations::model::State::Paused, town.app.now())
            .await
            .expect("saved");
        tx.commit().await.expect("committed");
        town.settles().await;

        assert_eq!(town.opens(&format!("/hsds/services/{}", made.id)).await.status, StatusCode::NOT_FOUND);
        for list in ["services", "services?search=uinti", "service_at_locations"] {
            assert_eq!(town.opens(&format!("/hsds/{list}")).await.data()["total_items"], 0, "{list}");
        }
    }
}

#[tokio::test]
async fn every_site_may_ask_and_is_told_what_it_has_already() {
    for town in Town::on_every_engine().await {
        let made = town.has(activity("Uimakerho")).await;
        for address in [
            "/hsds".to_owned(),
            "/hsds/".to_owned(),
            "/hsds/services".to_owned(),
            format!("/hsds/services/{}", made.id),
            "/hsds/openapi.json".to_owned(),
        ] {
            let page = town.opens(&address).await;
            assert_eq!(page.headers[header::ACCESS_CONTROL_ALLOW_ORIGIN], "*", "{address}");
            let tag = page.headers[header::ETAG].clone();
            let again = Request::get(&address)
                .header(header::IF_NONE_MATCH, tag.clone())
                .body(Body::empty())
                .expect("a request");
            assert_eq!(town.asks(again).await.status, StatusCode::NOT_MODIFIED, "{address}");
        }
        let list = town.opens("/hsds/services").await.headers[header::ETAG].clone();
        town.has(activity("Bändipaja")).await;
        assert_ne!(town.opens("/hsds/services").await.headers[header::ETAG], list);

        let before =
            Request::builder().method(Method::OPTIONS).uri("/hsds/services").body(Body::empty()).expect("a request");
        let allowed = town.asks(before).await;
        assert_eq!(
            (allowed.status, &allowed.headers[header::ACCESS_CONTROL_ALLOW_METHODS]),
            (StatusCode::NO_CONTENT, &header::HeaderValue::from_static("GET, HEAD, OPTIONS"))
        );
        assert!(!town.opens("/haku").await.headers.contains_key(header::ACCESS_CONTROL_ALLOW_ORIGIN));
        for address in
            ["/hsds/nothing", "/hsds/services/x", "/hsds/taxonomy_terms/00000000-0000-0000-0000-000000000000"]
        {
            let missing = town.opens(address).await;
            assert_eq!(missing.status, StatusCode::NOT_FOUND, "{address}");
            assert_eq!(missing.headers[header::CONTENT_TYPE], "application/problem+json", "{address}");
            assert_eq!(missing.headers[header::ACCESS_CONTROL_ALLOW_ORIGIN], "*", "{address}");
        }
    }
}

#[tokio::test]
async fn a_wrong_value_is_refused_by_name() {
    for town in Town::on_every_engine().await {
        for (address, name) in [
            ("services?page=0", "page"),
            ("services?page=99999999999999999999", "page"),
            ("services?search=a&page=100000", "page"),
            ("services?per_page=10001", "per_page"),
            ("organizations?per_page=101", "per_page"),
            ("services?organization_id=", "organization_id"),
            ("services?postcode=", "postcode"),
            ("services?lang=", "lang"),
            ("services?full=perhaps", "full"),
            ("services?modified_after=yesterday", "modified_after"),
            ("services?taxonomy_term_id=food", "taxonomy_term_id"),
            ("services?proximity=10", "proximity"),
            ("services?postcode=SW1A", "postcode"),
            ("organizations?day=MO", "day"),
            ("organizations?lang=de", "lang"),
            ("locations?format=xml", "format"),
            ("taxonomy_terms?top_only=2", "top_only"),
            ("service_at_locations?organization_id=x", "organization_id"),
        ] {
            assert_eq!(town.opens(&format!("/hsds/{address}")).await.refused(), name, "{address}");
        }
        assert_eq!(town.opens("/hsds/services?utm_source=x&search=").await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn everything_public_goes_into_a_file() {
    for town in Town::on_every_engine().await {
        let choir = town.has(activity("Olohuonekuoro").happening("ti 17–19")).await;
        let after = town.has(activity("Kahvilavuoro")).await;
        let mut tx = town.app.db.write().await.expect("a transaction");
        activities::store::set_links(&mut tx, &choir.id, LinkMeaning::Next, std::slice::from_ref(&after.id))
            .await
            .expect("saved");
        tx.commit().await.expect("committed");

        for ending in ["ndjson", "csv", "xlsx", "zip"] {
            let file = town.folder.path().join(format!("out.{ending}"));
            let mut seen = 0;
            let count = super::export::write(&town.app.db, &file, ending, town.app.now(), |done| seen = done)
                .await
                .expect("written");
            assert_eq!((count, seen), (2, 2), "{ending}");
            let bytes = std::fs::read(&file).expect("a file");
            if ending == "zip" {
                assert!(
                    documents::package::names_in_zip(std::io::Cursor::new(bytes), ".csv")
                        .is_ok_and(|all| all.len() > 20)
                );
                continue;
            }
            if ending == "ndjson" {
                for line in String::from_utf8_lossy(&bytes).lines() {
                    let record: Value = serde_json::from_str(line).expect("JSON");
                    assert_eq!(shape::SERVICE.fault(&record), None);
                }
                continue;
            }
            let tables = documents::table::read(&bytes, "out").expect("a table");
            let at = |heading: &str| tables[0].headings.iter().position(|known| known == heading).expect("a heading");
            let row = tables[0].rows.iter().find(|row| row.cell(at("nimi")) == "Olohuonekuoro").expect("a row");
            assert_eq!((row.cell(at("mitä tämän jälkeen")), row.cell(at("hinta"))), ("kahvilavuoro", "Maksuton"));
            assert!(row.cell(at("ajat")).starts_with("ti 17–19"), "{}", row.cell(at("ajat")));
            assert_eq!(tables.len(), if ending == "xlsx" { 2 } else { 1 });
        }
        let other = town.folder.path().join("x");
        assert!(super::export::write(&town.app.db, &other, "pdf", town.app.now(), |_| ()).await.is_err());
    }
}

#[tokio::test]
async fn robots_find_every_page_in_every_language() {
    for town in Town::on_every_engine().await {
        town.has(activity("Olohuonekuoro")).await;
        let robots = town.opens("/robots.txt").await;
        robots.says("Sitemap: https://tarjotin.example/sitemap.xml");
        let map = town.opens("/sitemap.xml").await;
        for address in
            ["/toiminta/olohuonekuoro", "/sv/toiminta/olohuonekuoro", "/selko/toiminta/olohuonekuoro", "/en/haku"]
        {
            assert!(map.text.contains(&format!("<loc>https://tarjotin.example{address}</loc>")), "{address}");
        }
        assert_eq!(town.opens("/sitemaps/1.xml").await.status, StatusCode::OK);
        for address in ["/sitemaps/2.xml", "/sitemaps/0.xml", "/sitemaps/x"] {
            assert_eq!(town.opens(address).await.status, StatusCode::NOT_FOUND, "{address}");
        }
    }
}
