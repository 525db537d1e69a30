//! Linked Events: what repeats is one activity, and what is over is left out.

use std::path::Path;

use chrono::{Duration, NaiveDate};
use serde_json::{Value, json};

use super::*;
use crate::activities::model::Price;
use crate::times::{Change, SessionState, sessions};

fn of_events(files: &[(&str, &Value)]) -> ImportRequest {
    let files = files.iter().map(|(name, value)| ImportFile::sent(*name, value.to_string().into_bytes())).collect();
    ImportRequest::new(Format::LinkedEvents, "koe", files, now())
}

fn pointing(what: &str, id: &str) -> Value {
    json!({"@id": format!("https://api.example/v1/{what}/{id}/")})
}

fn event(id: &str, start: &str, end: &str) -> Value {
    json!({
        "@type": "Event/LinkedEvent", "id": id, "name": {"fi": "Kesäillan vesijumppa", "sv": "Vattengymnastik"},
        "short_description": {"fi": "Jumppaa vedessä."},
        "description": {"fi": "<p>Tule <b>uimaan</b>.</p><script>alert(1)</script><p>Ota pyyhe &amp; laukku.</p>"},
        "start_time": start, "end_time": end, "event_status": "EventScheduled", "publication_status": "public",
        "super_event": null, "location": pointing("place", "tprek:1"), "provider": {"fi": "Lahden liikuntapalvelut"},
        "info_url": {"fi": "https://liikunta.example"}, "in_language": [pointing("language", "fi")],
        "offers": [{"is_free": false, "price": {"fi": "<p>2,50 €</p>"}}], "keywords": [pointing("keyword", "yso:p965")],
        "images": [{"license": "event_only", "url": "https://api.example/kuva.jpg"}],
        "last_modified_time": "2026-11-01T08:00:00Z",
    })
}

fn beside() -> Value {
    json!({"meta": {"count": 2}, "data": [
        {"@type": "Place", "id": "tprek:1", "name": {"fi": "Uimahalli", "sv": "Simhallen"},
         "street_address": {"fi": "Altaantie 1"}, "postal_code": "15140", "address_locality": {"fi": "Lahti"},
         "position": {"type": "Point", "coordinates": [25.66, 60.98]}, "email": "halli@lahti.example"},
        {"@type": "Keyword", "id": "yso:p965", "name": {"fi": "liikunta", "sv": "motion"}},
        {"@type": "ImageObject", "id": "7", "url": "https://api.example/kuva.jpg"}]})
}

/// Tuesdays at 18 from 1 December 2026, in local time; no. 3 is cancelled, no. 5 is not held at all.
fn tuesdays() -> Vec<Value> {
    let first = NaiveDate::from_ymd_opt(2026, 12, 1).expect("a day");
    let each = (0..8).filter(|nth| *nth != 5).map(|nth| {
        let day = first + Duration::weeks(nth);
        let mut one = event(&format!("lahti:{nth}"), &format!("{day}T16:00:00Z"), &format!("{day}T16:45:00Z"));
        one["super_event"] = pointing("event", "lahti:sarja");
        one["sub_event_type"] = json!("sub_recurring");
        if nth == 3 {
            one["event_status"] = json!("EventCancelled");
        }
        one
    });
    each.collect()
}

#[tokio::test]
async fn what_repeats_is_one_activity() {
    for tray in Tray::on_every_engine().await {
        let mut all = tuesdays();
        let mut parent = event("lahti:sarja", "2026-12-01T16:00:00Z", "2027-01-19T16:45:00Z");
        parent["super_event_type"] = json!("recurring");
        parent["description"]["fi"] = json!("<p>Koko sarja.</p>");
        all.push(parent);
        let page = json!({"meta": {"count": 8}, "data": all});
        let request = || of_events(&[("events.json", &page), ("beside.json", &beside())]);
        let report = tray.imports(request()).await;

        assert!(report.problems.iter().all(|problem| problem.weight == Weight::Note), "{:?}", report.problems);
        assert_eq!((report.activities, report.read, report.rejected), (counted(1, 0, 0, 0), 11, 0));
        let activity = tray.activity("Kesäillan vesijumppa").await;
        assert_eq!(activity.texts["fi"].description, "Koko sarja.", "what stands for all of them tells of them");
        assert_eq!(activity.texts["sv"].name, "Vattengymnastik");
        let [schedule] = activity.schedules.as_slice() else { panic!("{:?}", activity.schedules) };
        assert_eq!(
            (schedule.rule.as_str(), schedule.opens.to_string()),
            ("FREQ=WEEKLY;BYDAY=TU", "18:00:00".to_owned())
        );
        let differing: Vec<(String, &Change)> =
            schedule.exceptions.iter().map(|one| (one.day.to_string(), &one.what)).collect();
        assert_eq!(
            differing,
            [("2026-12-22".to_owned(), &Change::Cancelled), ("2027-01-05".to_owned(), &Change::Closed)]
        );
        let until = now() + Duration::days(365);
        let held = sessions(&activity.schedules, now(), until, 100);
        assert_eq!(held.len(), 7);
        assert_eq!(held.iter().filter(|one| one.state == SessionState::Cancelled).count(), 1);
        assert_eq!((activity.kind.as_str(), activity.price), ("group", Price::Paid(None)));
        assert_eq!(activity.interests, ["exercise"]);
        assert_eq!(activity.texts["fi"].price_note, "2,50 €");
        let place = &activity.places[0].place;
        assert_eq!(
            (place.name.as_str(), place.street.as_str(), place.municipality.as_str()),
            ("Uimahalli", "Altaantie 1", "398")
        );
        assert_eq!(place.point, Some((60.98, 25.66)));
        assert!(tray.organizations().await.iter().any(|one| one.texts["fi"].name == "Lahden liikuntapalvelut"));
        let whole = format!("{activity:?}");
        assert!(!whole.contains("kuva.jpg") && !whole.contains("alert"), "{whole}");

        let events = tray.events().await;
        tray.imports(request()).await;
        assert_eq!(tray.events().await, events, "the same is no change");
    }
}

#[tokio::test]
async fn a_parent_takes_the_times_of_a_series_and_leaves_those_of_a_festival() {
    for tray in Tray::on_every_engine().await {
        let mut quiet = event("lahti:sarja", "2026-12-01T16:00:00Z", "2026-12-01T16:45:00Z");
        quiet["name"]["fi"] = json!("Sarja");
        let mut festival = event("lahti:juhla", "2026-12-10T10:00:00Z", "2026-12-10T20:00:00Z");
        (festival["super_event_type"], festival["name"]["fi"]) = (json!("umbrella"), json!("Juhla"));
        let mut part = event("lahti:osa", "2026-12-10T12:00:00Z", "2026-12-10T13:00:00Z");
        (part["super_event"], part["name"]["fi"]) = (pointing("event", "lahti:juhla"), json!("Juhlan osa"));
        let file: Vec<Value> = [quiet, festival, part].into_iter().chain(tuesdays()).collect();
        tray.imports(of_events(&[("events.json", &Value::from(file))])).await;

        assert_eq!(tray.names().await, ["Juhla", "Juhlan osa", "Sarja"]);
        assert_eq!(tray.activity("Sarja").await.schedules[0].rule, "FREQ=WEEKLY;BYDAY=TU");
        let festival = tray.activity("Juhla").await;
        assert_eq!((festival.schedules.len(), festival.schedules[0].opens.to_string().as_str()), (1, "12:00:00"));
    }
}

#[tokio::test]
async fn times_without_what_stands_for_them_are_one_activity_too() {
    for tray in Tray::on_every_engine().await {
        let report = tray.imports(of_events(&[("events.json", &Value::from(tuesdays()))])).await;

        assert_eq!((report.activities, report.read), (counted(1, 0, 0, 0), 7));
        let activity = tray.activity("Kesäillan vesijumppa").await;
        assert_eq!(activity.texts["fi"].description, "Tule uimaan.\n\nOta pyyhe & laukku.");
        assert_eq!(activity.schedules.len(), 1);
        assert!(activity.places.is_empty(), "the place is not in the files");
    }
}

#[tokio::test]
async fn what_is_over_or_not_for_the_public_is_left_out() {
    for tray in Tray::on_every_engine().await {
        let over = event("lahti:1", "2026-11-20T16:00:00Z", "2026-11-20T18:00:00Z");
        let mut draft = event("lahti:2", "2026-12-20T16:00:00Z", "2026-12-20T18:00:00Z");
        draft["publication_status"] = json!("draft");
        let mut deleted = draft.clone();
        (deleted["id"], deleted["deleted"], deleted["publication_status"]) =
            (json!("lahti:3"), json!(true), json!("public"));
        let mut nameless = event("lahti:4", "2026-12-20T16:00:00Z", "2026-12-20T18:00:00Z");
        nameless["name"] = json!({"fi": " "});
        nameless["short_description"] = json!({});
        let mut exhibition = event("lahti:5", "2026-11-01", "2026-12-31");
        exhibition["name"] = json!({"fi": "Näyttely"});
        exhibition["offers"] = json!([{"is_free": true}]);
        let mut postponed = event("lahti:6", "", "");
        (postponed["event_status"], postponed["name"]) = (json!("EventPostponed"), json!({"fi": "Siirtyy"}));
        let file = json!([over, draft, deleted, nameless, exhibition, postponed, {"id": "x", "tieto": 1}]);
        let report = tray.imports(of_events(&[("events.json", &file), ("beside.json", &beside())])).await;

        assert_eq!((report.read, report.rejected), (10, 2));
        assert_eq!(tray.names().await, ["Näyttely"], "what was put off is not shown until it has a time");
        let exhibition = tray.activity("Näyttely").await;
        assert_eq!((exhibition.price, exhibition.kind.as_str()), (Price::Free, "event"));
        assert!(exhibition.schedules.is_empty(), "it lasts for weeks, and its hours are not told");
        let told: Vec<(String, &Reason)> =
            report.problems.iter().map(|problem| (problem.address(), &problem.reason)).collect();
        for (address, reason) in [
            ("events.json#/0/end_time", Reason::Over),
            ("events.json#/3/name", Reason::MissingName),
            ("events.json#/4/end_time", Reason::Schedule),
            ("events.json#/6", Reason::NotLinkedEvents),
        ] {
            assert!(told.contains(&(address.to_owned(), &reason)), "{address} {reason:?} in {told:?}");
        }
    }
}

#[tokio::test]
async fn what_a_source_still_has_is_not_gone() {
    for tray in Tray::on_every_engine().await {
        let coming = |id: &str| event(id, "2026-12-20T16:00:00Z", "2026-12-20T18:00:00Z");
        let both = json!({"meta": {"count": 2, "next": null}, "data": [coming("lahti:1"), coming("lahti:2")]});
        tray.imports(of_events(&[("events.json", &both)])).await;
        assert_eq!(tray.names().await.len(), 2);

        // A page of many: the others may be on those that were not given.
        let page =
            json!({"meta": {"count": 2, "next": "https://api.example/v1/event/?page=2"}, "data": [coming("lahti:1")]});
        let report = tray.imports(of_events(&[("events.json", &page)])).await;
        assert_eq!((report.activities.gone, tray.names().await.len()), (0, 2));
        assert!(report.problems.iter().any(|problem| problem.reason == Reason::PagesMissing), "{:?}", report.problems);

        // One that can no longer be read, and one that is no longer there.
        let mut spoilt = coming("lahti:1");
        (spoilt["name"], spoilt["short_description"]) = (json!({}), json!({}));
        let whole = json!({"meta": {"count": 2, "next": null}, "data": [spoilt, coming("lahti:3")]});
        let report = tray.imports(of_events(&[("events.json", &whole)])).await;
        assert_eq!((report.rejected, report.activities), (1, counted(1, 0, 0, 1)));
    }
}

/// Real answers, where they are at hand: all are of years ago.
#[tokio::test]
async fn real_answers_are_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/samples/linkedevents");
    let Ok(names) = std::fs::read_dir(&folder) else {
        eprintln!("skipped: no real answers in {}", folder.display());
        return;
    };
    let mut files: Vec<PathBuf> = names.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "json"));
    for tray in Tray::on_every_engine().await {
        for path in &files {
            let mut request = ImportRequest::new(Format::LinkedEvents, "koe", vec![ImportFile::at(path)], now());
            // The year they were written in.
            request.now = "2020-04-20T08:00:00Z".parse().expect("a time");
            request.partial = true;
            let report = tray.imports(request).await;
            assert!(report.read > 0 && report.rejected == 0, "{}: {:?}", path.display(), report.problems);
        }
        assert!(tray.names().await.contains(&"Kesäillan vesijumppa".to_owned()));
    }
}
