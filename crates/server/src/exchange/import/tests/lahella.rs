//! Activities in the shape of Lähellä.fi's interface.

use std::path::Path;

use serde_json::{Value, json};

use super::*;
use crate::activities::model::Price;
use crate::times::Change;

fn of_lahella(file: &Value) -> ImportRequest {
    let files = vec![ImportFile::sent("toiminta.json", file.to_string().into_bytes())];
    ImportRequest::new(Format::Lahella, "koe", files, now())
}

fn activity() -> Value {
    json!({"_key": "77", "status": "published", "traits": {
        "type": "hobby", "theme": ["ht_liikunta"], "locale": ["fi-FI", "sv-FI"], "pricing": ["free"],
        "demographic": ["ageGroup/range:30-64", "ageGroup/range:18-29", "gender/gender"], "region": ["city/FI/Lahti"],
        "translations": {
            "fi": {"name": "Taiji", "summary": "<p dir=\"ltr\">Rauhallista liikettä</p>", "registration": "<p>Tule paikalle.</p>"},
            "sv": {"name": "Taiji på svenska"}},
        "photo": "kuva1", "registrationUrl": "https://taiji.example/mukaan",
        "contacts": [
            {"type": "phone", "value": "040 111 1111", "translations": {"fi": {"description": "Ohjaaja Matti Mallikas"}}},
            {"type": "phone", "value": "03 000 0000"}, {"type": "www", "value": "taiji.example"}],
        "channels": [{"id": "c1", "type": ["place"], "map": {"center": {"type": "Point", "coordinates": [25.66, 60.98]}},
            "translations": {"fi": {"address": {"street": "Testikatu 1", "postalCode": "15140", "city": "Lahti"}, "summary": "<p>Sali</p>"}},
            // Wednesday 2 December 2026; the ninth is left out.
            "events": [{"start": 1_796_169_600_000_i64, "timeZone": "Europe/Helsinki", "type": "4", "recurrence": {
                "period": "P1W", "end": 1_800_000_000_000_i64, "exclude": [1_796_810_400_000_i64],
                "daySpecificTimes": [{"weekday": 2, "startTime": "18:00", "endTime": "19:30"}]}}]}]}})
}

#[tokio::test]
async fn a_hobby_comes_in_with_its_times() {
    for tray in Tray::on_every_engine().await {
        let file = json!({"items": [activity(), {"_key": "1", "traits": {"translations": {"fi": {"name": ""}}}}, {"muuta": 1}]});
        let report = tray.imports(of_lahella(&file)).await;

        assert_eq!(
            (report.activities, report.read, report.rejected, report.dropped_contacts),
            (counted(1, 0, 0, 0), 3, 2, 1)
        );
        let activity = tray.activity("Taiji").await;
        assert_eq!(activity.texts["fi"].summary, "Rauhallista liikettä");
        assert_eq!(activity.texts["sv"].name, "Taiji på svenska");
        assert_eq!((activity.kind.as_str(), activity.price), ("group", Price::Free));
        assert_eq!((activity.age_min, activity.age_max), (Some(18), Some(64)));
        assert_eq!(
            (activity.interests.clone(), activity.languages.clone()),
            (vec!["exercise".to_owned()], vec!["fi".to_owned(), "sv".to_owned()])
        );
        assert_eq!((activity.phone.as_str(), activity.website.as_str()), ("03 000 0000", "https://taiji.example"));
        let place = &activity.places[0].place;
        assert_eq!(
            (place.name.as_str(), place.street.as_str(), place.municipality.as_str(), place.point),
            ("Sali", "Testikatu 1", "398", Some((60.98, 25.66)))
        );
        let [schedule] = activity.schedules.as_slice() else { panic!("{:?}", activity.schedules) };
        assert_eq!(
            (schedule.rule.as_str(), schedule.opens.to_string()),
            ("FREQ=WEEKLY;BYDAY=WE", "18:00:00".to_owned())
        );
        assert_eq!(schedule.place_id.as_deref(), Some(place.id.as_str()));
        assert_eq!((schedule.exceptions.len(), &schedule.exceptions[0].what), (1, &Change::Closed));
        assert_eq!(schedule.exceptions[0].day.to_string(), "2026-12-09");
        let told: Vec<&Reason> = report.problems.iter().map(|problem| &problem.reason).collect();
        assert_eq!(told, [&Reason::MissingName, &Reason::NotLahella]);
    }
}

/// The observed shape, where it is at hand.
#[tokio::test]
async fn the_observed_shape_is_read() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/samples/lahella/activity_api.json");
    if !file.is_file() {
        eprintln!("skipped: no sample at {}", file.display());
        return;
    }
    for tray in Tray::on_every_engine().await {
        let request = ImportRequest::new(Format::Lahella, "koe", vec![ImportFile::at(&file)], now());
        let report = tray.imports(request.clone()).await;
        let reasons: Vec<&Reason> = report.problems.iter().map(|problem| &problem.reason).collect();
        assert_eq!((report.read, reasons, tray.names().await.len()), (1, vec![&Reason::Over], 0));

        // In the spring it was held.
        let report =
            tray.imports(ImportRequest { now: "2025-03-01T08:00:00Z".parse().expect("a time"), ..request }).await;
        assert_eq!((report.read, report.rejected, report.problems.len()), (1, 0, 0), "{:?}", report.problems);
        let activity = tray.activity("Taiji-kurssi").await;
        assert_eq!(activity.schedules[0].rule, "FREQ=WEEKLY;BYDAY=WE");
        assert_eq!(activity.places[0].place.municipality, "091");
    }
}
