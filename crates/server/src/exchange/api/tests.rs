//! What programs meet at `/api/v1`, on both engines.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use chrono::{NaiveDate, NaiveTime};
use serde_json::Value;

use super::endpoints;
use super::openapi::DOCUMENT;
use super::shape;
use crate::activities;
use crate::activities::model::{Activity, LinkMeaning};
use crate::exchange::open::shape::Entity;
use crate::places::model::Confidentiality;
use crate::tests::{Town, activity, organization};
use crate::times::{Change, Exception};

/// The answer of an address, which must be what the document says.
async fn told(town: &Town, address: &str) -> Value {
    let page = town.opens(&format!("/api/v1{address}")).await;
    assert_eq!(page.status, StatusCode::OK, "{address}: {}", page.text);
    let told: Value = serde_json::from_str(&page.text).expect("JSON");
    let path = address.split('?').next().unwrap_or_default();
    let parts: Vec<&str> = path.split('/').collect();
    let documented = if parts.len() > 2 { format!("/api/v1/{}/{{id}}", parts[1]) } else { format!("/api/v1{path}") };
    let endpoint = endpoints::ALL.iter().find(|endpoint| endpoint.path == documented).expect("a documented address");
    fits(endpoint.answer, &told, address);
    told
}

#[track_caller]
fn fits(entity: &Entity, told: &Value, address: &str) {
    assert_eq!(entity.fault(told), None, "{address}");
    for name in told.as_object().expect("an object").keys() {
        let known = entity.field(name).is_some() || entity.name == "Document";
        assert!(known, "{address}: {name} is not in the document");
    }
}

#[track_caller]
fn names(told: &Value) -> Vec<&str> {
    told["data"].as_array().expect("a list").iter().map(|one| one["name"]["fi"].as_str().unwrap_or_default()).collect()
}

fn choir() -> Activity {
    let mut choir = activity("Olohuonekuoro")
        .described_as("Laulamme nuoteitta kahvilassa.")
        .in_language("sv", |text| text.name = "Vardagsrumskören".to_owned())
        .in_language("so", |text| text.name = "Heeso".to_owned())
        .of_kind("group", 2)
        .promising(&["no_sign_up"])
        .happening("ti 17–19");
    let day = |day| NaiveDate::from_ymd_opt(2026, 12, day).expect("a day");
    let clock = |hour| NaiveTime::from_hms_opt(hour, 0, 0).expect("a time");
    choir.schedules[0].exceptions = vec![
        Exception { day: day(1), what: Change::Cancelled, note: "Ohjaaja on sairas.".to_owned() },
        Exception {
            day: day(8),
            what: Change::Moved { day: day(9), opens: clock(16), closes: clock(18) },
            note: String::new(),
        },
    ];
    choir
}

#[tokio::test]
async fn a_search_ranks_as_the_page_does_and_says_why() {
    for town in Town::on_every_engine().await {
        for name in ["Kahvilakuoro", "Ompelukerho", "Kahvila Kulma"] {
            town.has(activity(name).described_as("Kahvila on auki kaikille")).await;
        }
        town.has(activity("Uimakerho")).await;

        let page = town.looks_for("kahvila").await;
        let found = told(&town, "/activities?q=kahvila").await;
        assert_eq!(names(&found), page.cards());
        let first = &found["data"][0]["match"]["words"][0];
        assert_eq!((&first["word"], &first["in"]), (&"kahvila".into(), &"name".into()));

        let (mut address, mut all) = ("/activities?q=kahvila&limit=2".to_owned(), Vec::new());
        loop {
            let part = told(&town, &address).await;
            all.extend(names(&part).into_iter().map(str::to_owned));
            let Some(next) = part["next"].as_str() else { break };
            address = format!("/activities?q=kahvila&limit=2&cursor={next}");
        }
        assert_eq!(all, page.cards());
        let other = address.replace("/activities", "/api/v1/organizations");
        assert_eq!(town.opens(&other).await.status, StatusCode::BAD_REQUEST, "a mark of another list");
        if town.knows_finnish() {
            let wrong = told(&town, "/activities?q=ilmaista tekemistä".replace(' ', "%20").as_str()).await;
            assert_eq!(wrong["understood"][0]["key"], "threshold.free");
        }
    }
}

#[tokio::test]
async fn filters_combine_as_on_the_page() {
    for town in Town::on_every_engine().await {
        let weekly = |name: &str| activity(name).happening("ti 12–14").promising(&["no_sign_up"]);
        town.has(weekly("Kutomotalkoot")).await;
        town.has(weekly("Ryhmä").of_kind("group", 2)).await;
        town.has(weekly("Keskiviikon talkoot").happening("ke 12–14")).await;
        town.has(weekly("Sysmän talkoot").at("Kylätalo", "781", 61.52, 25.66)).await;

        for (query, expected) in [
            (
                "step=1&threshold=no_sign_up,free&municipality=398&order=name",
                vec!["Keskiviikon talkoot", "Kutomotalkoot"],
            ),
            ("kind=group&kind=course", vec!["Ryhmä"]),
            ("municipality=781&free=true", vec!["Sysmän talkoot"]),
            ("lat=61.52&lon=25.66&km=5", vec!["Sysmän talkoot"]),
            ("from=2026-11-25T00:00:00%2B02:00&to=2026-11-25T23:00:00%2B02:00", vec!["Keskiviikon talkoot"]),
            ("from=2026-11-26T00:00:00Z&to=2026-11-25T00:00:00Z", vec![]),
            ("interest=music", vec![]),
        ] {
            assert_eq!(names(&told(&town, &format!("/activities?{query}")).await), expected, "{query}");
        }
        let near = told(&town, "/activities?lat=61.52&lon=25.66&order=nearest&limit=1").await;
        assert_eq!(near["data"][0]["match"]["distance_km"], 0.0);
        let facets = told(&town, "/facets?threshold=no_sign_up").await;
        let of = |name: &str| {
            facets["facets"]
                .as_array()
                .expect("facets")
                .iter()
                .find(|facet| facet["parameter"] == name)
                .expect("a facet")
                .clone()
        };
        assert_eq!(facets["total"], 4);
        assert_eq!(
            (&of("kind")["values"][0]["value"], &of("kind")["values"][0]["count"]),
            (&"open_activity".into(), &3.into())
        );
        assert_eq!(of("municipality")["values"][0]["name"]["sv"], "Lahtis");
        for name in ["step", "kind", "threshold", "interest", "situation", "support_form", "spoken", "municipality"] {
            of(name);
            assert!(endpoints::OF_ACTIVITIES.iter().any(|row| row.name == name), "{name} can be asked");
        }
    }
}

#[tokio::test]
async fn an_activity_is_told_in_all_its_languages_or_in_one() {
    for town in Town::on_every_engine().await {
        let choir = town.has(choir()).await;
        let after = town.has(activity("Kahvilavuoro")).await;
        let mut tx = town.app.db.write().await.expect("a transaction");
        activities::store::set_links(&mut tx, &choir.id, LinkMeaning::Next, std::slice::from_ref(&after.id))
            .await
            .expect("saved");
        tx.commit().await.expect("committed");

        let whole = told(&town, &format!("/activities/{}", choir.id)).await;
        assert_eq!(whole["name"], serde_json::json!({"fi": "Olohuonekuoro", "so": "Heeso", "sv": "Vardagsrumskören"}));
        assert_eq!(whole["leads_to"][0], after.id.as_str());
        assert_eq!(
            (&whole["times"][0]["rule"], &whole["times"][0]["opens"]),
            (&"FREQ=WEEKLY;BYDAY=TU".into(), &"17:00".into())
        );
        assert_eq!(whole["next_session"]["starts"], "2026-11-24T17:00:00+02:00");
        assert_eq!(whole["places"][0]["point"], serde_json::json!([60.983, 25.656]));
        assert_eq!(whole["page"], "https://tarjotin.example/toiminta/olohuonekuoro");
        let swedish = told(&town, &format!("/activities/{}?language=sv", choir.id)).await;
        assert_eq!(swedish["name"], serde_json::json!({"sv": "Vardagsrumskören"}));
        assert_eq!(
            swedish["description"],
            serde_json::json!({"fi": "Laulamme nuoteitta kahvilassa."}),
            "under the language it is in"
        );
        let suggested = told(&town, "/suggestions?q=oloh").await;
        let one = suggested["data"].as_array().expect("a list").iter().find(|one| one["kind"] == "activity");
        assert_eq!(one.expect("the choir")["activity"], choir.id.as_str());
    }
}

#[tokio::test]
async fn what_happens_is_told_in_order_with_what_was_called_off_and_moved() {
    for town in Town::on_every_engine().await {
        let choir = town.has(choir()).await;
        town.has(activity("Avoin talo").happening("auki ma–pe 9–15")).await;
        town.has(activity("Yökahvila").happening("pe 22–2")).await;

        let group = told(&town, "/sessions?kind=group&to=2026-12-20T00:00:00Z").await;
        let states: Vec<(&str, &str)> = group["data"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|one| (one["starts"].as_str().unwrap_or_default(), one["state"].as_str().unwrap_or_default()))
            .collect();
        assert_eq!(
            states,
            [
                ("2026-11-24T17:00:00+02:00", "planned"),
                ("2026-12-01T17:00:00+02:00", "cancelled"),
                ("2026-12-09T16:00:00+02:00", "moved"),
                ("2026-12-15T17:00:00+02:00", "planned"),
            ]
        );
        let off = &group["data"][1];
        assert_eq!(
            (&off["note"], &off["activity"]["name"]["fi"]),
            (&"Ohjaaja on sairas.".into(), &"Olohuonekuoro".into())
        );
        assert_eq!(
            (&group["data"][2]["day"], &group["data"][2]["id"]),
            (&"2026-12-08".into(), &format!("{}-20261208", choir.schedules[0].id).into())
        );

        let (mut address, mut all) = ("/sessions?limit=3".to_owned(), Vec::new());
        loop {
            let part = told(&town, &address).await;
            all.extend(
                part["data"]
                    .as_array()
                    .expect("a list")
                    .iter()
                    .map(|one| one["starts"].as_str().unwrap_or_default().to_owned()),
            );
            let Some(next) = part["next"].as_str() else { break };
            address = format!("/sessions?limit=3&cursor={next}");
        }
        // A week from Tuesday at ten: the house is open already, five days of it, one choir, one night.
        assert_eq!(all.len(), 8, "{all:?}");
        assert_eq!(all[0], "2026-11-24T09:00:00+02:00", "what goes on now is told");
        assert!(all.is_sorted());
        let narrow = told(&town, "/sessions?from=2026-11-28T00:30:00%2B02:00&to=2026-11-28T01:00:00%2B02:00").await;
        assert_eq!(narrow["data"][0]["activity"]["name"]["fi"], "Yökahvila");
        assert_eq!(narrow["data"].as_array().map(Vec::len), Some(1));
        let long = told(&town, "/sessions?from=2026-11-01T00:00:00Z&to=2036-01-01T00:00:00Z&limit=1").await;
        assert_eq!(
            (&long["from"], &long["to"]),
            (&"2026-11-24T08:00:00.000Z".into(), &"2027-01-25T08:00:00.000Z".into())
        );
    }
}

#[tokio::test]
async fn organizations_and_places_are_listed() {
    for town in Town::on_every_engine().await {
        let mut parish = organization("Seurakunta");
        parish.kind = "parish".to_owned();
        town.has_organization(parish).await;
        let choir = town.has(choir()).await;
        town.has(activity("Sysmän talkoot").at("Kylätalo", "781", 61.52, 25.66)).await;

        let all = told(&town, "/organizations").await;
        assert_eq!((all["total"].as_u64(), names(&all).len()), (Some(3), 3));
        assert_eq!(names(&told(&town, "/organizations?type=parish,school").await), ["Seurakunta"]);
        assert_eq!(names(&told(&town, "/organizations?q=asukas%20aalto").await).len(), 2);
        let first = told(&town, "/organizations?limit=2").await;
        let rest =
            told(&town, &format!("/organizations?limit=2&cursor={}", first["next"].as_str().expect("a mark"))).await;
        assert_eq!([names(&first), names(&rest)].concat(), names(&all));
        let one = told(&town, &format!("/organizations/{}", choir.organization_id)).await;
        assert_eq!(one["activities_total"], 1);

        let places = told(&town, "/places?limit=1").await;
        let rest = told(&town, &format!("/places?limit=1&cursor={}", places["next"].as_str().expect("a mark"))).await;
        assert!(places["data"][0]["id"] != rest["data"][0]["id"] && rest["next"].is_null());
        let sysma = told(&town, "/places?municipality=781").await;
        assert_eq!(sysma["data"][0]["municipality"]["name"]["fi"], "Sysmä");
        let place = told(&town, &format!("/places/{}", choir.places[0].place.id)).await;
        assert_eq!((&place["name"], &place["activities"][0]), (&"Kulmatalo".into(), &choir.id.into()));
    }
}

#[tokio::test]
async fn a_secret_place_never_leaves() {
    for town in Town::on_every_engine().await {
        let hidden = town
            .has(
                activity("Turvaryhmä")
                    .happening("to 12–13")
                    .at("Turvatalo", "398", 60.9, 25.6)
                    .kept_secret(Confidentiality::Hidden),
            )
            .await;
        let area = town
            .has(
                activity("Piiri")
                    .happening("to 12–13")
                    .at("Salatupa", "398", 60.9, 25.6)
                    .kept_secret(Confidentiality::AreaOnly),
            )
            .await;
        let mut addresses: Vec<String> = ["activities", "sessions", "places", "organizations", "facets"]
            .map(|list| format!("/api/v1/{list}"))
            .to_vec();
        for id in [&hidden.id, &area.id] {
            addresses.push(format!("/api/v1/activities/{id}"));
        }
        for address in addresses {
            let page = town.opens(&address).await;
            assert_eq!(page.status, StatusCode::OK, "{address}");
            for secret in ["Turvatalo", "Salatupa", "Kulmakuja", "60.9,", "15110"] {
                page.does_not_say(secret);
            }
            page.does_not_say(&hidden.places[0].place.id);
        }
        let place = told(&town, &format!("/places/{}", area.places[0].place.id)).await;
        assert_eq!((&place["area_only"], &place["name"]), (&true.into(), &Value::Null));
        let missing = town.opens(&format!("/api/v1/places/{}", hidden.places[0].place.id)).await;
        assert_eq!(missing.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn what_cannot_be_is_refused_by_name() {
    for town in Town::on_every_engine().await {
        let long = "a".repeat(10_000);
        for (address, name) in [
            ("activities?limit=0", "limit"),
            ("activities?limit=-5", "limit"),
            ("activities?limit=", "limit"),
            ("activities?page=2", "page"),
            ("activities?q=%00", "q"),
            (&format!("activities?q={long}"), "q"),
            (&format!("activities?{long}=1"), &long[..60]),
            ("activities?lat=60.9", "lat"),
            ("activities?lon=25.6", "lon"),
            ("activities?km=5", "km"),
            ("activities?kind=festival", "kind"),
            ("activities?step=6", "step"),
            ("activities?municipality=999", "municipality"),
            ("activities?organization=x", "organization"),
            ("activities?order=random", "order"),
            ("activities?language=de", "language"),
            ("activities?cursor=0123456789abcdef", "cursor"),
            ("activities?free=1", "free"),
            ("sessions?from=soon", "from"),
            ("sessions?limit=1&limit=2", "limit"),
            ("organizations?type=club", "type"),
            ("places?cursor=zz", "cursor"),
            ("facets?limit=5", "limit"),
            ("suggestions?limit=21", "limit"),
            ("openapi.json?x=1", "x"),
            ("?x=1", "x"),
        ] {
            let page =
                town.opens(&format!("/api/v1{}{address}", if address.starts_with('?') { "" } else { "/" })).await;
            assert_eq!(page.status, StatusCode::BAD_REQUEST, "{address}");
            assert_eq!(page.headers[header::CONTENT_TYPE], "application/problem+json", "{address}");
            let problem: Value = serde_json::from_str(&page.text).expect("JSON");
            assert_eq!(shape::PROBLEM.fault(&problem), None);
            assert_eq!(problem["parameter"], name, "{address}");
        }
        for address in ["nothing", "activities/x", "activities/00000000-0000-0000-0000-000000000000", "../v1/x"] {
            let page = town.opens(&format!("/api/v1/{address}")).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{address}");
            assert_eq!(page.headers[header::ACCESS_CONTROL_ALLOW_ORIGIN], "*", "{address}");
        }
        let wrong = Request::delete("/api/v1/activities").body(Body::empty()).expect("a request");
        let wrong = town.asks(wrong).await;
        assert_eq!(wrong.status, StatusCode::METHOD_NOT_ALLOWED);
        assert_eq!(wrong.headers[header::ALLOW], "GET,HEAD");
    }
}

#[tokio::test]
async fn every_site_may_ask_and_is_told_what_it_has_already() {
    for town in Town::on_every_engine().await {
        let choir = town.has(choir()).await;
        let id = [
            ("activities", &choir.id),
            ("organizations", &choir.organization_id),
            ("places", &choir.places[0].place.id),
        ];
        for endpoint in &endpoints::ALL {
            let record = id.iter().find(|(list, _)| endpoint.path.contains(list)).map_or("", |(_, id)| id.as_str());
            let address = endpoint.path.replace("{id}", record);
            let page = town.opens(&address).await;
            assert_eq!(page.status, StatusCode::OK, "{address}");
            assert_eq!(page.headers[header::ACCESS_CONTROL_ALLOW_ORIGIN], "*", "{address}");
            assert_eq!(page.headers[header::CACHE_CONTROL], "public, max-age=60", "{address}");
            let again = Request::get(&address).header(header::IF_NONE_MATCH, page.headers[header::ETAG].clone());
            let again = town.asks(again.body(Body::empty()).expect("a request")).await;
            assert_eq!((again.status, again.text.as_str()), (StatusCode::NOT_MODIFIED, ""), "{address}");
            let before =
                Request::builder().method(Method::OPTIONS).uri(&address).body(Body::empty()).expect("a request");
            assert_eq!(town.asks(before).await.status, StatusCode::NO_CONTENT, "{address}");
        }
        let before = town.opens("/api/v1/activities").await.headers[header::ETAG].clone();
        town.has(activity("Bändipaja")).await;
        assert_ne!(town.opens("/api/v1/activities").await.headers[header::ETAG], before);
    }
}

#[tokio::test]
async fn the_document_and_the_page_tell_every_address_and_parameter() {
    for town in Town::on_every_engine().await {
        town.has(choir()).await;
        let page = town.opens("/en/rajapinta").await;
        assert_eq!(page.status, StatusCode::OK);
        page.says("Olohuonekuoro");
        let paths = DOCUMENT["paths"].as_object().expect("paths");
        assert_eq!(paths.len(), endpoints::ALL.len());
        for endpoint in &endpoints::ALL {
            page.says(endpoint.path);
            let told = &paths[endpoint.path]["get"]["parameters"];
            let of_query: Vec<&str> = told
                .as_array()
                .expect("parameters")
                .iter()
                .filter(|one| one["in"] == "query")
                .map(|one| one["name"].as_str().unwrap_or_default())
                .collect();
            let read: Vec<&str> = endpoint.parameters.iter().map(|row| row.name).collect();
            assert_eq!(of_query, read, "{}", endpoint.path);
        }
        page.does_not_say("api-endpoint");
        page.does_not_say("api-parameter");
        town.opens("/tietoa").await.says("Avoin rajapinta");
    }
}
