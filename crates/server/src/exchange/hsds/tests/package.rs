//! The data package: when it is made, and what is in it.

use std::collections::BTreeMap;
use std::io::Cursor;

use documents::package::{names_in_zip, unpack_from_zip};
use http_body_util::BodyExt;

use super::*;
use crate::exchange::hsds::package::renew;
use crate::{jobs, router};

/// The files of the package at its address.
async fn unpacked(town: &Town) -> BTreeMap<String, String> {
    let request = Request::get("/hsds/datapackage.zip").body(Body::empty()).expect("a request");
    let answer = router::answer(&town.app, request).await;
    assert_eq!(answer.status(), StatusCode::OK);
    let length: usize = answer.headers()[header::CONTENT_LENGTH].to_str().expect("a number").parse().expect("a number");
    let bytes = answer.into_body().collect().await.expect("a body").to_bytes();
    assert_eq!(bytes.len(), length);
    let mut files = BTreeMap::new();
    for name in names_in_zip(Cursor::new(&bytes), "").expect("a zip") {
        let mut text = Vec::new();
        unpack_from_zip(Cursor::new(&bytes), &name, 10_000_000, &mut text).expect("a file");
        files.insert(name, String::from_utf8(text).expect("UTF-8"));
    }
    files
}

#[tokio::test]
async fn everything_public_is_packed_when_the_tray_has_changed() {
    for town in Town::on_every_engine().await {
        let early = town.opens("/hsds/datapackage.zip").await;
        assert_eq!(early.status, StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(early.headers[header::CONTENT_TYPE], "application/problem+json");
        assert_eq!(early.headers[header::ACCESS_CONTROL_ALLOW_ORIGIN], "*");
        assert!(early.headers.contains_key(header::RETRY_AFTER) && early.text.contains("for the first time"));

        town.has(activity("Kahvila").happening("ti 10–12")).await;
        town.has(activity("Turvatalo").at("Piilopaikka", "398", 60.9, 25.6).kept_secret(Confidentiality::Hidden)).await;
        renew(&town.app).await.expect("packed");

        let files = unpacked(&town).await;
        assert!(files["services.csv"].contains("Kahvila") && files["services.csv"].contains("Turvatalo"));
        assert_eq!(files["locations.csv"].lines().count(), 2, "a secret place never leaves");
        assert_eq!(files["service_at_location.csv"].lines().count(), 2);
        assert_eq!(files["schedules.csv"].lines().count(), 2);
        assert!(files["tarjotin_services.csv"].contains("https://tarjotin.example/toiminta/kahvila"));
        let told: Value = serde_json::from_str(&files["datapackage.json"]).expect("JSON");
        assert_eq!(told["resources"].as_array().map(Vec::len), Some(files.len() - 1));

        let first = town.opens("/hsds/datapackage.zip").await;
        let tag = first.headers[header::ETAG].clone();
        let asked = Request::get("/hsds/datapackage.zip").header(header::IF_NONE_MATCH, &tag);
        let known = town.asks(asked.header(header::ACCEPT_ENCODING, "gzip").body(Body::empty()).expect("asked")).await;
        assert_eq!(known.status, StatusCode::NOT_MODIFIED);
        let asked = Request::get("/hsds/datapackage.zip").header(header::ACCEPT_ENCODING, "gzip, br");
        let whole = town.asks(asked.body(Body::empty()).expect("asked")).await;
        assert!(!whole.headers.contains_key(header::CONTENT_ENCODING), "a zip is not compressed again");

        // A change is packed, but not at once after the last.
        town.has(activity("Kuoro")).await;
        renew(&town.app).await.expect("packed");
        assert_eq!(town.opens("/hsds/datapackage.zip").await.headers[header::ETAG], tag);
        town.app.clock.pass(TimeDelta::hours(4));
        renew(&town.app).await.expect("packed");
        assert_ne!(town.opens("/hsds/datapackage.zip").await.headers[header::ETAG], tag);
        assert!(unpacked(&town).await["services.csv"].contains("Kuoro"));
        assert_eq!(std::fs::read_dir(town.folder.path().join("packages")).expect("a folder").count(), 1);
    }
}

#[tokio::test]
async fn the_job_packs() {
    for town in Town::on_every_engine().await {
        let mut tx = town.app.db.write().await.expect("a transaction");
        jobs::add(&mut tx, "package", jobs::Kind::Package, "", town.app.now()).await.expect("added");
        tx.commit().await.expect("committed");
        assert!(jobs::work(&town.app).await.expect("the list is read"));
        assert!(unpacked(&town).await["services.csv"].starts_with("id,"), "an empty tray is a package too");
        assert!(!jobs::work(&town.app).await.expect("the list is read"), "and it comes again later");
    }
}
