//! Other catalogues: what they would read is what we have.

use axum::http::StatusCode;
use chrono::TimeDelta;
use serde_json::Value;

use super::*;
use crate::activities::model::Price;
use crate::reference::{Point, distance_km};
use crate::times::{Change, ScheduleKind};

/// What one town says of an activity at an address, brought into another.
async fn passed_on(town: &Town, other: &Town, address: &str, format: Format) -> Activity {
    let page = town.opens(address).await;
    assert_eq!(page.status, StatusCode::OK, "{address}");
    serde_json::from_str::<Value>(&page.text).expect("JSON");
    let report = imports(&other.app.db, format, "yksi.json", page.text.into_bytes()).await;
    assert!(report.problems.is_empty(), "{:?}", report.problems);
    assert_eq!(report.activities.added, 1);
    everything(other).await.remove(0)
}

fn metres_apart(ours: &Activity, theirs: &Activity) -> f64 {
    let of = |one: &Activity| one.places[0].place.point.map(|(lat, lon)| Point { lat, lon }).expect("a point");
    distance_km(of(ours), of(theirs)) * 1_000.0
}

#[tokio::test]
async fn the_service_catalogue_can_take_an_activity_over() {
    for (town, other) in Town::on_every_engine().await.into_iter().zip(Town::on_every_engine().await) {
        let mut choir = choir().in_language("sv", |text| text.name = "Vardagsrumskören".to_owned());
        choir.phone = "03 000 0000".to_owned();
        choir.target_groups = vec!["KR1.1".to_owned()];
        choir.languages = vec!["fi".to_owned(), "fi-x-selko".to_owned(), "sv".to_owned()];
        let choir = town.has(choir).await;

        let theirs = passed_on(&town, &other, &format!("{}/ptv.json", choir.address()), Format::Ptv).await;

        assert_eq!(theirs.id, choir.id);
        let of = |one: &Activity, tag: &str| (one.texts[tag].name.clone(), one.texts[tag].summary.clone());
        assert_eq!(of(&theirs, "fi"), of(&choir, "fi"));
        assert_eq!(of(&theirs, "sv").0, "Vardagsrumskören");
        assert_eq!(theirs.texts["fi"].description, choir.texts["fi"].description);
        assert_eq!((theirs.price, theirs.phone.as_str()), (Price::Free, "+358 30000000"));
        assert_eq!(
            (theirs.target_groups, theirs.languages),
            (choir.target_groups.clone(), vec!["fi".to_owned(), "sv".to_owned()])
        );
        assert!(metres_apart(&choir, &everything(&other).await[0]) < 1.0);
        let place = &everything(&other).await[0].places[0].place;
        assert_eq!((place.street.as_str(), place.postal_code.as_str()), ("Kulmakuja 3", "15110"));
        let [weekly, moved] = theirs.schedules.as_slice() else { panic!("{:?}", theirs.schedules) };
        assert_eq!((weekly.rule.as_str(), weekly.first_day), ("FREQ=WEEKLY;BYDAY=TU", choir.schedules[0].first_day));
        assert_eq!((weekly.opens, weekly.closes), (choir.schedules[0].opens, choir.schedules[0].closes));
        let closed: Vec<String> = weekly
            .exceptions
            .iter()
            .filter(|one| one.what == Change::Closed && one.day.to_string() != "2026-12-09")
            .map(|one| one.day.to_string())
            .collect();
        assert_eq!(closed, ["2026-12-01", "2026-12-08", "2026-12-22"]);
        assert_eq!((moved.first_day.to_string(), moved.rule.as_str()), ("2026-12-09".to_owned(), ""));
    }
}

/// Every field of a value, with those of what is in it.
fn fields(value: &Value, into: &mut std::collections::BTreeSet<String>) {
    match value {
        Value::Object(object) => object.iter().for_each(|(name, part)| {
            into.insert(name.clone());
            fields(part, into);
        }),
        Value::Array(parts) => parts.iter().for_each(|part| fields(part, into)),
        _ => {}
    }
}

#[tokio::test]
async fn what_is_sent_to_the_service_catalogue_has_only_its_fields() {
    let sample = "../../../shared/samples/ptv/posts/ServiceLocationV11Put.json";
    let sample = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(sample);
    let Ok(sample) = std::fs::read_to_string(&sample) else {
        eprintln!("skipped: no sample at {}", sample.display());
        return;
    };
    let sample: Value = serde_json::from_str(sample.trim_start_matches('\u{feff}')).expect("JSON");
    let town = Town::on_every_engine().await.remove(0);
    let choir = town.has(Activity { phone: "03 000 0000".to_owned(), ..choir() }).await;
    let page = town.opens(&format!("{}/ptv.json?muoto=post", choir.address())).await;
    let posts: Value = serde_json::from_str(&page.text).expect("JSON");
    assert_eq!(posts.as_array().map(Vec::len), Some(1));
    assert_eq!(posts[0]["addresses"][0]["streetAddress"]["municipality"], "398");
    let (mut known, mut ours) = Default::default();
    fields(&sample, &mut known);
    fields(&posts, &mut ours);
    assert_eq!(ours.difference(&known).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[tokio::test]
async fn hours_past_midnight_and_odd_rules_reach_the_service_catalogue() {
    let (town, other) = (Town::on_every_engine().await.remove(0), Town::on_every_engine().await.remove(0));
    let night = activity("Yökahvila").happening("auki pe–la 22–2 / kuukauden 1. ke 17–19");
    let night = town.has(night).await;

    let theirs = passed_on(&town, &other, &format!("{}/ptv.json", night.address()), Format::Ptv).await;

    let now = town_now();
    let held = |one: &Activity| -> Vec<DateTime<Utc>> {
        times::sessions(&one.schedules, now, now + TimeDelta::days(100), 200).iter().map(|one| one.starts).collect()
    };
    assert_eq!(held(&theirs), held(&night));
}

#[tokio::test]
async fn lahella_can_take_an_activity_over() {
    for (town, other) in Town::on_every_engine().await.into_iter().zip(Town::on_every_engine().await) {
        let mut choir = Activity { kind: "group".to_owned(), age_min: Some(18), ..choir() };
        choir.interests = vec!["exercise".to_owned(), "music".to_owned()];
        choir.languages = vec!["fi".to_owned(), "sv".to_owned()];
        choir.website = "https://kuoro.example".to_owned();
        let choir = town.has(choir).await;

        let theirs = passed_on(&town, &other, &format!("{}/lahella.json", choir.address()), Format::Lahella).await;

        assert_eq!((theirs.id.as_str(), theirs.kind.as_str()), (choir.id.as_str(), "group"));
        assert_eq!(theirs.texts["fi"].name, choir.texts["fi"].name);
        assert_eq!(theirs.texts["fi"].summary, choir.texts["fi"].summary);
        assert_eq!((theirs.price, theirs.age_min, theirs.age_max), (Price::Free, Some(18), None));
        assert_eq!(
            (theirs.interests.clone(), theirs.languages.clone()),
            (vec!["exercise".to_owned()], choir.languages.clone())
        );
        assert_eq!(theirs.website, "https://kuoro.example");
        assert!(metres_apart(&choir, &theirs) < 1.0);
        let now = town_now();
        let held = |one: &Activity| -> Vec<(DateTime<Utc>, DateTime<Utc>)> {
            times::sessions(&one.schedules, now, now + TimeDelta::days(100), 200)
                .iter()
                .filter(|one| one.state != times::SessionState::Cancelled)
                .map(|one| (one.starts, one.ends))
                .collect()
        };
        assert_eq!(held(&theirs), held(&choir));
        assert!(theirs.schedules.iter().all(|one| one.kind == ScheduleKind::Session));

        let sheet = town.opens(&format!("/sv{}/lahella", choir.address())).await;
        sheet.says("Kopiera till Lähellä.fi");
        assert!(sheet.text.contains("readonly") && sheet.text.contains("https://kuoro.example"));
    }
}

#[tokio::test]
async fn what_is_told_in_easy_finnish_only_goes_over_as_finnish() {
    let town = Town::on_every_engine().await.remove(0);
    let mut easy = activity("Selkokerho");
    let text = easy.texts.remove("fi").expect("a text");
    easy.texts.insert("fi-x-selko".to_owned(), text);
    let easy = town.has(easy).await;
    for (file, format) in [("ptv.json", Format::Ptv), ("lahella.json", Format::Lahella)] {
        let other = Town::on_every_engine().await.remove(0);
        let theirs = passed_on(&town, &other, &format!("{}/{file}", easy.address()), format).await;
        assert_eq!(theirs.texts["fi"].name, "Selkokerho", "{file}");
    }
}
