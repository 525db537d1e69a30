//! HSDS and Open Referral UK: files as strangers write them.

use serde_json::{Value, json};

use super::*;
use crate::activities::model::Price;
use crate::i18n::Language;
use crate::times::ScheduleKind;

const SERVICE: &str = "018f0000-0000-7000-8000-000000000001";
const ORGANIZATION: &str = "018f0000-0000-7000-8000-000000000002";
const LOCATION: &str = "018f0000-0000-7000-8000-000000000003";

fn service() -> Value {
    json!({
        "id": SERVICE, "name": "Neuvontapiste", "description": "Apua lomakkeisiin.", "status": "active",
        "url": "https://neuvonta.example/sivu", "email": "info@neuvonta.example", "assured_date": "2026-10-01",
        "minimum_age": 18.0, "fees_description": "Maksuton kaikille", "eligibility_description": "Kaikille",
        "text_language": "fi",
        "translations": [{"language": "ar", "name": "نقطة الإرشاد", "description": "مساعدة"},
                         {"language": "ru", "name": "Консультация"}],
        "organization": {"id": ORGANIZATION, "name": "Neuvonta ry", "description": "Neuvoo."},
        "phones": [{"id": "018f0000-0000-7000-8000-000000000004", "number": "03 000 0001", "type": "voice"}],
        "languages": [{"id": "018f0000-0000-7000-8000-000000000005", "code": "fin"},
                      {"id": "018f0000-0000-7000-8000-000000000006", "name": "Arabic"}],
        "cost_options": [{"id": "018f0000-0000-7000-8000-000000000007", "amount": 0, "currency": "EUR"}],
        "schedules": [{"id": "018f0000-0000-7000-8000-000000000008", "freq": "WEEKLY", "byday": "TU,TH",
                       "dtstart": "2026-09-01", "opens_at": "10:00:00+03:00", "closes_at": "13:00:00+03:00"}],
        "contacts": [{"id": "018f0000-0000-7000-8000-000000000009", "name": "Joku Henkilö", "email": "joku@neuvonta.example"}],
        "service_at_locations": [{"id": "018f0000-0000-7000-8000-00000000000a", "location": {
            "id": LOCATION, "location_type": "physical", "name": "Palvelutori",
            "addresses": [{"id": "018f0000-0000-7000-8000-00000000000b", "attention": "Joku Henkilö", "address_1": "Katu 1",
                           "city": "Lahti", "state_province": "Päijät-Häme", "postal_code": "15140", "country": "FI",
                           "address_type": "physical"}]}}],
        "attributes": [{"id": "018f0000-0000-7000-8000-00000000000c", "link_type": "taxonomy", "taxonomy_term":
            {"id": "018f0000-0000-7000-8000-00000000000d", "name": "Neuvonta", "description": "Neuvonta", "taxonomy": "Oma"}}],
    })
}

#[tokio::test]
async fn a_service_becomes_an_activity_without_its_persons() {
    for tray in Tray::on_every_engine().await {
        let report = tray.imports(of_hsds("service.json", &service().to_string())).await;

        assert_eq!(
            (report.activities, report.organizations, report.exit_status()),
            (counted(1, 0, 0, 0), counted(1, 0, 0, 0), 0)
        );
        assert!(report.problems.is_empty(), "{:?}", report.problems);
        assert_eq!(report.dropped_contacts, 2);
        let activity = tray.activity("Neuvontapiste").await;
        assert_eq!((activity.id.as_str(), activity.kind.as_str(), activity.step), (SERVICE, "support", None));
        assert_eq!((activity.price, activity.age_min), (Price::Free, Some(18)));
        assert_eq!(
            (activity.phone.as_str(), activity.languages.clone()),
            ("03 000 0001", vec!["fi".to_owned(), "ar".to_owned()])
        );
        assert_eq!(activity.texts.keys().collect::<Vec<_>>(), ["ar", "fi", "ru"]);
        assert_eq!(activity.schedules[0].rule, "FREQ=WEEKLY;BYDAY=TU,TH");
        assert_eq!(activity.schedules[0].kind, ScheduleKind::Hours);
        let place = &activity.places[0].place;
        assert_eq!((place.municipality.as_str(), place.precision.as_str()), ("398", "postal_area"));
        let kept = activity.hsds.clone().expect("what we have no field for");
        assert!(kept.contains("Kaikille") && !kept.contains("Henkilö") && !kept.contains("joku@"), "{kept}");
        let mut tx = tray.db.read().await.expect("a connection");
        assert_eq!(activities::store::terms(&mut tx, &[SERVICE.to_owned()]).await.expect("read").len(), 1);

        let again = tray.imports(of_hsds("service.json", &service().to_string())).await;
        assert_eq!((again.activities, again.organizations), (counted(0, 0, 1, 0), counted(0, 0, 1, 0)));
        let kept = tray
            .imports(ImportRequest { keep_contacts: true, ..of_hsds("service.json", &service().to_string()) })
            .await;
        assert_eq!((kept.activities, kept.dropped_contacts), (counted(0, 1, 0, 0), 0));
        assert!(tray.activity("Neuvontapiste").await.hsds.expect("kept").contains("Joku Henkilö"));
    }
}

#[tokio::test]
async fn faults_are_told_by_pointer_and_the_record_goes_in_without_them() {
    for tray in Tray::on_every_engine().await {
        let mut odd = service();
        odd["email"] = json!(false);
        odd["url"] = json!("neuvonta");
        odd["status"] = json!("open");
        odd["minimum_age"] = json!(999);
        odd["service_at_locations"][0]["location"]["latitude"] = json!(100);
        odd["service_at_locations"][0]["location"]["longitude"] = json!(25.6);
        odd["schedules"][0]["opens_at"] = json!("10 am");
        odd["languages"][1]["name"] = json!("Klingon");
        let nameless = json!({"id": ORGANIZATION, "status": "active", "email": "x"});
        let page = json!({"total_pages": 1, "contents": [odd, nameless, 5, {"a": 1}]});

        let report = tray.imports(of_hsds("page.json", &page.to_string())).await;

        assert_eq!((report.read, report.rejected, report.exit_status()), (4, 3, 2));
        let at = |pointer: &str| format!("page.json#/contents/0{pointer}");
        assert_eq!(
            told(&report, Weight::Question),
            [
                (at("/status"), "import-not-allowed"),
                (at("/url"), "import-uri"),
                (at("/email"), "import-wrong-type"),
                (at("/schedules/0/opens_at"), "import-time"),
                (at("/service_at_locations/0/location/latitude"), "import-latitude"),
                (at("/schedules/0"), "import-schedule"),
                (at("/minimum_age"), "import-age"),
                (at("/languages/1"), "import-unknown-language"),
            ]
        );
        let rejected = |at: usize, pointer: &str| format!("page.json#/contents/{at}{pointer}");
        assert_eq!(
            told(&report, Weight::Rejected),
            [
                (rejected(1, "/email"), "import-email"),
                (rejected(1, "/name"), "import-missing-name"),
                (rejected(2, ""), "import-wrong-type"),
                (rejected(3, ""), "import-not-hsds"),
            ]
        );
        assert_eq!(tray.state_of(SERVICE).await, State::Draft, "nobody knows what an unknown status means");
    }
}

#[tokio::test]
async fn a_broken_line_does_not_stop_the_others() {
    for tray in Tray::on_every_engine().await {
        let request = || ImportRequest::new(Format::Hsds, "rivit", vec![data("palvelut.ndjson")], now());

        let report = tray.imports(request()).await;

        assert_eq!((report.read, report.rejected, report.activities), (5, 2, counted(3, 0, 0, 0)));
        assert_eq!(
            told(&report, Weight::Rejected),
            [
                ("palvelut.ndjson:2".to_owned(), "import-not-json"),
                ("palvelut.ndjson:4#/name".to_owned(), "import-missing-name")
            ]
        );
        assert_eq!(tray.imports(request()).await.activities, counted(0, 0, 3, 0));
    }
}

#[tokio::test]
async fn a_page_of_many_does_not_make_the_rest_gone() {
    for tray in Tray::on_every_engine().await {
        let named = |n: u32| json!({"id": format!("018f0000-0000-7000-8000-0000000001{n:02}"), "name": format!("P{n}"), "status": "active"});
        let all = json!([named(1), named(2), named(3)]);
        tray.imports(of_hsds("all.json", &all.to_string())).await;
        assert_eq!(
            tray.organizations().await[0].texts["fi"].name,
            "koe",
            "nobody was named: the source itself arranges"
        );

        let page = json!({"total_pages": 2, "page_number": 1, "contents": [named(1), named(2)]});
        let report = tray.imports(of_hsds("page.json", &page.to_string())).await;
        assert_eq!(
            (report.held_back_because, report.exit_status(), tray.names().await.len()),
            (Some(HeldBack::Incomplete), 0, 3)
        );

        let page = json!({"total_pages": 1, "page_number": 1, "contents": [named(1), named(2)]});
        let report = tray.imports(of_hsds("page.json", &page.to_string())).await;
        assert_eq!((report.activities.gone, tray.names().await.len()), (1, 2));
    }
}

#[tokio::test]
async fn an_organization_told_whole_is_not_replaced_by_what_services_repeat_of_it() {
    for tray in Tray::on_every_engine().await {
        let whole = json!({"id": ORGANIZATION, "name": "Neuvonta ry", "description": "Koko kertomus.",
            "website": "https://neuvonta.example", "legal_status": "ry"});
        let parcel = json!({"organizations": [whole], "services": [service()]});

        let report = tray.imports(of_hsds("parcel.json", &parcel.to_string())).await;
        assert_eq!((report.read, report.organizations), (2, counted(1, 0, 0, 0)));
        let report = tray.imports(of_hsds("service.json", &service().to_string())).await;

        assert_eq!((report.organizations.changed, report.organizations.gone), (0, 0));
        assert_eq!(tray.organizations().await[0].texts["fi"].description, "Koko kertomus.");
    }
}

#[tokio::test]
async fn services_places_and_what_joins_them_may_come_apart_and_in_any_order() {
    for tray in Tray::on_every_engine().await {
        let files = [
            (
                "a_pairs.json",
                json!([{"id": "018f0000-0000-7000-8000-0000000000aa", "service_id": SERVICE, "location_id": LOCATION},
                {"id": "018f0000-0000-7000-8000-0000000000ab", "service_id": SERVICE, "location_id": ORGANIZATION}]),
            ),
            (
                "b_services.json",
                json!([{"id": SERVICE, "name": "Neuvontapiste", "status": "active", "organization_id": ORGANIZATION}]),
            ),
            (
                "c_locations.json",
                json!([{"id": LOCATION, "location_type": "physical", "name": "Tori", "latitude": 60.98, "longitude": 25.66}]),
            ),
            (
                "d_organizations.json",
                json!([{"id": ORGANIZATION, "name": "Neuvonta ry", "description": "Neuvoo.", "logo": "x"}]),
            ),
        ];
        let request = || {
            let files =
                files.iter().map(|(name, text)| ImportFile::sent(*name, text.to_string().into_bytes())).collect();
            ImportRequest::new(Format::Hsds, "osina", files, now())
        };

        let report = tray.imports(request()).await;

        assert_eq!(
            (report.activities, report.places, report.organizations),
            (counted(1, 0, 0, 0), counted(1, 0, 0, 0), counted(1, 0, 0, 0))
        );
        assert_eq!(told(&report, Weight::Question), [("a_pairs.json#/1".to_owned(), "import-unknown-place")]);
        let activity = tray.activity("Neuvontapiste").await;
        assert_eq!((activity.organization_id.as_str(), activity.places[0].place.id.as_str()), (ORGANIZATION, LOCATION));
        let events = tray.events().await;
        let again = tray.imports(request()).await;
        assert_eq!((again.total().added, again.total().changed, tray.events().await), (0, 0, events));
    }
}

#[tokio::test]
async fn another_source_does_not_change_what_is_not_its_own() {
    for tray in Tray::on_every_engine().await {
        tray.imports(of_hsds("service.json", &service().to_string())).await;
        let mut taken = service();
        taken["name"] = json!("Kaapattu");
        taken["service_at_locations"][0]["location"]["name"] = json!("Kaapattu");

        let request = ImportRequest { source: "vieras".to_owned(), ..of_hsds("service.json", &taken.to_string()) };
        let report = tray.imports(request).await;

        assert_eq!((report.activities, report.exit_status()), (counted(0, 0, 1, 0), 0));
        assert_eq!(told(&report, Weight::Question)[0].1, "import-of-another-source");
        assert_eq!(tray.activity("Neuvontapiste").await.places[0].place.name, "Palvelutori");
        let place = json!({"id": LOCATION, "location_type": "physical", "name": "Kaapattu"});
        let request = ImportRequest { source: "vieras".to_owned(), ..of_hsds("location.json", &place.to_string()) };
        tray.imports(request).await;
        assert_eq!(tray.activity("Neuvontapiste").await.places[0].place.name, "Palvelutori");
    }
}

#[tokio::test]
async fn states_follow_the_source() {
    for (status, state) in [
        ("active", State::Published),
        ("inactive", State::Draft),
        ("defunct", State::Gone),
        ("temporarily closed", State::Paused),
    ] {
        let tray = Tray::on(None).await;
        let mut told = service();
        told["status"] = json!(status);
        tray.imports(of_hsds("service.json", &told.to_string())).await;
        assert_eq!(tray.state_of(SERVICE).await, state, "{status}");
    }
}

#[tokio::test]
async fn files_that_are_no_json_say_where_they_break() {
    for (text, reason, address) in [
        ("", "import-file-empty", "x.json"),
        ("[{\"id\": 1},\n{\"id\"", "import-not-json", "x.json:2"),
        ("{\"contents\": [\n1,\n2 3]}", "import-not-json", "x.json:3"),
        ("\u{1}", "import-not-json", "x.json:1"),
    ] {
        let tray = Tray::on(None).await;
        let report = tray.imports(of_hsds("x.json", text)).await;
        assert_eq!(told(&report, Weight::File), [(address.to_owned(), reason)], "{text}");
    }
    let tray = Tray::on(None).await;
    let deep = format!("{{\"id\": {}{}}}", "[".repeat(100_000), "]".repeat(100_000));
    let report = tray.imports(of_hsds("deep.json", &deep)).await;
    assert_eq!((told(&report, Weight::File)[0].1, report.exit_status()), ("import-too-deep", 1));
    let limits = Limits { record_bytes: 1_000, ..Limits::default() };
    let long = format!("{}\n{}\n", json!({"id": SERVICE, "name": "x".repeat(2_000)}), service_in_a_line());
    let report = tray.imports(ImportRequest { limits, ..of_hsds("long.ndjson", &long) }).await;
    assert_eq!(told(&report, Weight::Rejected)[0], ("long.ndjson:1".to_owned(), "import-record-too-large"));
    assert_eq!((report.rejected, report.activities.added), (1, 1));
}

fn service_in_a_line() -> Value {
    json!({"id": SERVICE, "name": "Lyhyt", "status": "active"})
}

#[tokio::test]
async fn the_uk_test_feed_is_one_service_told_128_times() {
    let Some(folder) = samples("oruk/mocks/V3.0-UK-Test") else { return };
    for tray in Tray::on_every_engine().await {
        for (added, unchanged) in [(1, 0), (0, 1)] {
            let files = vec![ImportFile::at(folder.join("service_list.json"))];
            let report = tray.imports(ImportRequest::new(Format::Hsds, "oruk", files, now())).await;
            assert_eq!((report.read, report.repeats, report.rejected, report.exit_status()), (128, 127, 0, 0));
            assert_eq!(report.activities, counted(added, 0, unchanged, 0));
            assert_eq!((report.organizations.added, report.organizations.changed), (added, 0));
            assert_eq!(report.count(Weight::Note), 1, "repeats are told once");
        }
    }
}

#[tokio::test]
async fn every_fault_of_the_uk_fail_feed_is_told() {
    let Some(folder) = samples("oruk/mocks/V3.0-UK-Fail") else { return };
    // What a validator of JSON Schema says of these files against the profile, with formats checked.
    let faults = [
        "service_full.json#/url",
        "service_full.json#/email",
        "service_list.json#/contents/0/url",
        "service_list.json#/contents/0/email",
        "service_list.json#/contents/0/name",
        "service_list.json#/contents/1/url",
        "service_list.json#/contents/1/email",
        "service_list.json#/contents/1/name",
        "service_list.json#/contents/2/url",
        "service_list.json#/contents/2/email",
        "service_list.json#/contents/2/name",
        "service_list.json#/contents/3/email",
        "service_list.json#/contents/3/name",
        "taxonomy_term.json#/term_uri",
        "taxonomy_term.json#/description",
    ];
    for tray in Tray::on_every_engine().await {
        for (added, unchanged) in [(1, 0), (0, 1)] {
            let report = tray.imports(ImportRequest::new(Format::Hsds, "oruk", json_files(&folder), now())).await;
            let told: Vec<String> = report.problems.iter().map(Problem::address).collect();
            for fault in faults {
                assert!(told.iter().any(|address| address == fault), "{fault} is not told: {told:#?}");
            }
            assert_eq!((report.rejected, report.exit_status()), (4, 2));
            assert_eq!(report.activities, counted(added, 0, unchanged, 0));
        }
    }
}

#[tokio::test]
async fn the_other_samples_are_accepted_and_the_second_time_nothing_changes() {
    for folder in ["oruk/mocks/V3.0-UK-Default", "oruk/mocks/V3.0-UK-Warn", "oruk/profile-examples", "hsds31"] {
        let Some(path) = samples(folder) else { return };
        for tray in Tray::on_every_engine().await {
            let request = || ImportRequest::new(Format::Hsds, folder, json_files(&path), now());
            let first = tray.imports(request()).await;
            assert_eq!((first.rejected, first.exit_status()), (0, 0), "{}", first.tell(Language::Finnish));
            let second = tray.imports(request()).await.total();
            assert_eq!((second.added, second.changed, second.gone), (0, 0, 0), "{folder}");
            for one in tray.activities().await {
                assert!(!one.hsds.unwrap_or_default().contains("Ann Persona"));
            }
        }
    }
}

#[tokio::test]
async fn ids_that_are_no_uuids_hold_records_together_all_the_same() {
    for tray in Tray::on_every_engine().await {
        let parcel = json!({
            "organizations": [{"id": "jarj-1", "name": "Neuvonta ry", "description": "Neuvoo."}],
            "locations": [{"id": "paikka-1", "location_type": "physical", "name": "Tori", "organization_id": "jarj-1"}],
            "services": [{"id": "palvelu-1", "name": "Neuvonta", "status": "active", "organization_id": "jarj-1",
                "service_at_locations": [{"id": "pari-1", "location_id": "paikka-1"}]}],
        });

        let report = tray.imports(of_hsds("parcel.json", &parcel.to_string())).await;

        assert_eq!(
            (report.activities, report.organizations, report.exit_status()),
            (counted(1, 0, 0, 0), counted(1, 0, 0, 0), 0)
        );
        assert!(told(&report, Weight::Question).contains(&("parcel.json#/services/0/id".to_owned(), "import-uuid")));
        let activity = tray.activity("Neuvonta").await;
        assert_eq!(activity.organization_id, tray.organizations().await[0].id);
        assert_eq!(activity.places[0].place.organization_id.as_deref(), Some(activity.organization_id.as_str()));
        let again = tray.imports(of_hsds("parcel.json", &parcel.to_string())).await.total();
        assert_eq!((again.added, again.changed), (0, 0));
    }
}

#[tokio::test]
async fn ids_as_long_as_a_page_are_ids_all_the_same() {
    for tray in Tray::on_every_engine().await {
        let long = |end: &str| json!({"id": format!("{}{end}", "ä".repeat(20_000)), "name": end, "status": "active"});
        let both = json!([long("a"), long("b")]).to_string();
        assert_eq!(tray.imports(of_hsds("long.json", &both)).await.activities, counted(2, 0, 0, 0));
        assert_eq!(tray.imports(of_hsds("long.json", &both)).await.activities, counted(0, 0, 2, 0));
    }
}
