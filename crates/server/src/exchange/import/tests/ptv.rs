//! The Finnish Service Catalogue: services with their channels, in three languages, whatever order texts stand in.

use std::path::Path;

use serde_json::{Value, json};

use super::*;
use crate::activities::model::Price;
use crate::places::model::Precision;
use crate::reference::{Point, distance_km};
use crate::times::{Change, ScheduleKind};

const SERVICE: &str = "018f0000-0000-7000-8000-000000000101";
const CHANNEL: &str = "018f0000-0000-7000-8000-000000000102";
const FORM: &str = "018f0000-0000-7000-8000-000000000103";
const GENERAL: &str = "018f0000-0000-7000-8000-000000000104";
const ORGANIZATION: &str = "018f0000-0000-7000-8000-000000000105";

fn said(language: &str, kind: &str, value: &str) -> Value {
    json!({"language": language, "type": kind, "value": value})
}

/// The name that is meant is neither the first nor the last in the list.
pub(super) fn service() -> Value {
    json!({
        "id": SERVICE, "type": "Service", "publishingStatus": "Published", "modified": "2026-10-05T10:00:00",
        "generalDescriptionId": GENERAL, "languages": ["fi", "sv", "en"], "areaType": "LimitedType",
        "serviceNames": [said("sv", "AlternativeName", "Skuldhjälp"), said("en", "Name", "Debt counselling"),
            said("fi", "AlternativeName", "Velkaneuvoja"), said("fi", "Name", "Velkaneuvonta Lahdessa"),
            said("sv", "Name", "Skuldrådgivning i Lahtis")],
        "serviceDescriptions": [said("fi", "UserInstruction", "Varaa aika puhelimella."),
            said("sv", "Summary", "Hjälp med skulder."), said("fi", "Summary", "Apua velkoihin."),
            said("fi", "Description", "Neuvoja katsoo laskut kanssasi."), {"language": "fi", "type": "DeadLine", "value": null}],
        "requirements": [{"language": "fi", "value": "Asut Lahdessa."}],
        "keywords": [{"language": "fi", "value": "velka"}, {"language": "fi", "value": "ulosotto"}],
        "targetGroups": [{"code": "KR1"}], "serviceClasses": [{"code": "P2.1", "name": []}],
        "areas": [{"type": "Municipality", "municipalities": [{"code": "398"}]}],
        "serviceChannels": [{"serviceChannel": {"id": FORM, "name": "Lomake"}}],
        "organizations": [
            {"roleType": "Producer", "organization": {"id": "018f0000-0000-7000-8000-000000000999", "name": "Tuottaja"}},
            {"roleType": "Responsible", "organization": {"id": ORGANIZATION, "name": "Lahden kaupunki"}}],
    })
}

pub(super) fn channel() -> Value {
    json!({
        "id": CHANNEL, "serviceChannelType": "ServiceLocation", "organizationId": ORGANIZATION,
        "publishingStatus": "Published", "modified": "2026-10-01T10:00:00",
        "serviceChannelNames": [said("sv", "Name", "Servicetorget"), said("fi", "Name", "Palvelutori")],
        "serviceChannelDescriptions": [said("fi", "Summary", "Neuvontaa torin laidalla.")],
        "phoneNumbers": [
            {"type": "Phone", "additionalInformation": "Velkaneuvoja Matti Mallikas", "prefixNumber": "+358", "number": "401111111", "language": "fi"},
            {"type": "Fax", "prefixNumber": "+358", "number": "32222222", "language": "fi"},
            {"type": "Phone", "additionalInformation": "Vaihde", "prefixNumber": "+358", "number": "33333333", "language": "fi"}],
        "emails": [{"language": "fi", "value": "matti.mallikas@lahti.example"}, {"language": "fi", "value": "neuvonta@lahti.example"}],
        "webPages": [{"language": "fi", "url": "https://lahti.example/velat", "value": "Sivu"}],
        "languages": ["fi"],
        "addresses": [
            {"type": "Postal", "postOfficeBoxAddress": {"postalCode": "15101"}},
            {"type": "Location", "subType": "Single", "streetAddress": {
                "street": [{"language": "sv", "value": "Torggatan"}, {"language": "fi", "value": "Torikatu"}],
                "streetNumber": "5", "postalCode": "15140", "municipality": {"code": "398"},
                "latitude": "6763000", "longitude": "427800", "coordinateState": "Ok",
                "additionalInformation": [{"language": "fi", "value": "Sisään torin puolelta."}]}}],
        "serviceHours": [
            {"serviceHourType": "DaysOfTheWeek", "isClosed": false, "openingHour": [
                {"dayFrom": "Monday", "dayTo": "Thursday", "from": "09:00:00", "to": "16:00:00"},
                {"dayFrom": "Friday", "dayTo": null, "from": "09:00:00", "to": "14:00:00"}]},
            {"serviceHourType": "Exceptional", "isClosed": true, "validFrom": "2026-12-24T00:00:00",
                "validTo": "2026-12-26T00:00:00", "additionalInformation": [{"language": "fi", "value": "Joulu"}]},
            {"serviceHourType": "Exceptional", "isClosed": false, "validFrom": "2026-12-31T00:00:00",
                "openingHour": [{"dayFrom": null, "from": "10:00:00", "to": "12:00:00"}]},
            {"serviceHourType": "OverMidnight", "openingHour": [
                {"dayFrom": "Saturday", "dayTo": "Sunday", "from": "20:00:00", "to": "02:00:00"}]}],
        "services": [{"service": {"id": SERVICE, "name": "Velkaneuvonta"}}],
    })
}

fn rest() -> Value {
    json!([
        {"id": FORM, "serviceChannelType": "EChannel", "organizationId": ORGANIZATION,
         "serviceChannelNames": [said("fi", "Name", "Ajanvarauslomake")],
         "webPages": [{"language": "fi", "url": "https://lahti.example/varaa"}]},
        {"id": GENERAL, "names": [said("fi", "Name", "Talous- ja velkaneuvonta"), said("en", "Name", "Financial advice")],
         "descriptions": [said("fi", "Description", "Neuvonta on maksutonta."), said("en", "Summary", "Help with debts.")],
         "serviceChargeType": "FreeOfCharge", "targetGroups": [{"code": "KR1.4"}], "lifeEvents": [{"code": "KE9"}]},
        {"id": ORGANIZATION, "organizationType": "Municipality", "businessCode": "0149669-3",
         "organizationNames": [said("sv", "Name", "Lahtis stad"), said("fi", "Name", "Lahden kaupunki")],
         "organizationDescriptions": [said("fi", "Summary", "Kaupunki järven rannalla.")],
         "emails": [{"language": "fi", "value": "kirjaamo@lahti.example"}]},
    ])
}

pub(super) fn of_ptv(files: &[(&str, &Value)]) -> ImportRequest {
    let files = files.iter().map(|(name, value)| ImportFile::sent(*name, value.to_string().into_bytes())).collect();
    ImportRequest::new(Format::Ptv, "koe", files, now())
}

#[tokio::test]
async fn a_service_goes_in_with_its_channels() {
    for tray in Tray::on_every_engine().await {
        // A page of the API, an object of records by their ids, a list: the channel comes after the service.
        let (page, keyed) = (json!({"pageNumber": 1, "itemList": [service()]}), json!({CHANNEL: channel()}));
        let request = || of_ptv(&[("services.json", &page), ("channels.json", &keyed), ("rest.json", &rest())]);
        let report = tray.imports(request()).await;

        assert!(report.problems.is_empty(), "{:?}", report.problems);
        assert_eq!((report.read, report.activities, report.organizations.added), (5, counted(1, 0, 0, 0), 1));
        assert_eq!(report.dropped_contacts, 2, "a counsellor's number and address");
        let activity = tray.activity("Velkaneuvonta Lahdessa").await;
        assert_eq!(activity.id, SERVICE);
        let names: Vec<(&str, &str)> =
            activity.texts.iter().map(|(language, text)| (language.as_str(), text.name.as_str())).collect();
        assert_eq!(
            names,
            [("en", "Debt counselling"), ("fi", "Velkaneuvonta Lahdessa"), ("sv", "Skuldrådgivning i Lahtis")]
        );
        let finnish = &activity.texts["fi"];
        assert_eq!(finnish.summary, "Apua velkoihin.");
        assert_eq!(finnish.description, "Neuvonta on maksutonta.\n\nNeuvoja katsoo laskut kanssasi.");
        assert_eq!(finnish.how_to_join, "Asut Lahdessa.\n\nVaraa aika puhelimella.");
        assert_eq!(finnish.keywords, "velka, ulosotto, Velkaneuvoja");
        assert_eq!(activity.texts["en"].summary, "Help with debts.", "of the general description");
        assert_eq!((activity.price, activity.kind.as_str()), (Price::Free, "support"));
        assert_eq!(activity.target_groups, ["KR1", "KR1.4"]);
        assert_eq!((activity.phone.as_str(), activity.email.as_str()), ("+358 33333333", "neuvonta@lahti.example"));
        assert_eq!(activity.sign_up, "https://lahti.example/varaa");
        assert_eq!(activity.verified_on.map(|day| day.to_string()).as_deref(), Some("2026-10-05"));
        let organization = tray.organizations().await.into_iter().find(|one| one.id == ORGANIZATION).expect("the city");
        assert_eq!((organization.kind.as_str(), organization.business_id.as_str()), ("municipality", "0149669-3"));
        assert_eq!(organization.texts["sv"].name, "Lahtis stad");

        let events = tray.events().await;
        let again = tray.imports(request()).await;
        assert_eq!((again.activities, tray.events().await), (counted(0, 0, 1, 0), events), "the same is no change");
        let mut moved = channel();
        moved["addresses"][1]["streetAddress"]["streetNumber"] = json!("7");
        let changed = tray
            .imports(of_ptv(&[("services.json", &page), ("channels.json", &json!([moved])), ("rest.json", &rest())]))
            .await;
        assert_eq!(changed.activities, counted(0, 1, 0, 0), "a channel changes the service it is in");
        assert_eq!(tray.activity("Velkaneuvonta Lahdessa").await.places[0].place.street, "Torikatu 7");
    }
}

#[tokio::test]
async fn a_channel_tells_where_and_when() {
    for tray in Tray::on_every_engine().await {
        tray.imports(of_ptv(&[("all.json", &json!([service(), channel()]))])).await;

        let activity = tray.activity("Velkaneuvonta Lahdessa").await;
        let [at] = activity.places.as_slice() else { panic!("{:?}", activity.places) };
        let place = &at.place;
        assert_eq!(
            (place.name.as_str(), place.street.as_str(), place.city.as_str()),
            ("Palvelutori", "Torikatu 5", "Lahti")
        );
        assert_eq!((place.municipality.as_str(), place.precision), ("398", Precision::Exact));
        assert_eq!(place.directions, "Sisään torin puolelta.");
        let (lat, lon) = place.point.expect("a point");
        // Worked out with PROJ 9 from EPSG:3067.
        let right = Point { lat: 60.995_305_3, lon: 25.665_217_9 };
        assert!(distance_km(Point { lat, lon }, right) < 0.05, "{lat} {lon}");
        let told: Vec<(&str, String)> = activity
            .schedules
            .iter()
            .map(|one| {
                (
                    one.rule.as_str(),
                    format!("{} {}–{}", one.first_day, one.opens.format("%H.%M"), one.closes.format("%H.%M")),
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH", "2026-10-01 09.00–16.00".to_owned()),
                ("FREQ=WEEKLY;BYDAY=FR", "2026-10-01 09.00–14.00".to_owned()),
                ("", "2026-12-31 10.00–12.00".to_owned()),
                ("FREQ=WEEKLY;BYDAY=SA", "2026-10-01 20.00–02.00".to_owned()),
            ]
        );
        let week = &activity.schedules[0];
        assert_eq!((week.kind, week.place_id.as_deref()), (ScheduleKind::Hours, Some(place.id.as_str())));
        let closed: Vec<String> = week
            .exceptions
            .iter()
            .filter(|one| one.what == Change::Closed)
            .map(|one| format!("{} {}", one.day, one.note))
            .collect();
        assert_eq!(closed, ["2026-12-24 Joulu", "2026-12-25 Joulu", "2026-12-26 Joulu", "2026-12-31 "]);
    }
}

#[tokio::test]
async fn a_place_no_service_speaks_of_stands_for_itself() {
    for tray in Tray::on_every_engine().await {
        let report = tray.imports(of_ptv(&[("channel.json", &channel())])).await;

        assert_eq!((report.read, report.activities), (1, counted(1, 0, 0, 0)));
        assert_eq!(report.dropped_contacts, 2);
        let activity = tray.activity("Palvelutori").await;
        assert_eq!(activity.texts["sv"].name, "Servicetorget");
        assert_eq!(activity.schedules.len(), 4);
        let reasons: Vec<&Reason> = report.problems.iter().map(|problem| &problem.reason).collect();
        assert_eq!(reasons, [&Reason::UnknownOrganization], "only its id is told");

        // When the service comes, the place is in it and no longer beside it.
        tray.imports(of_ptv(&[("all.json", &json!([service(), channel()]))])).await;
        assert_eq!(tray.names().await, ["Velkaneuvonta Lahdessa"]);
    }
}

#[tokio::test]
async fn what_cannot_go_in_is_named_and_the_rest_goes_in() {
    for tray in Tray::on_every_engine().await {
        let mut nameless = service();
        nameless["id"] = json!("018f0000-0000-7000-8000-000000000201");
        nameless["serviceNames"] = json!([said("fi", "AlternativeName", "Vain toinen nimi"), said("fi", "Name", "")]);
        let mut personal = service();
        personal["id"] = json!("018f0000-0000-7000-8000-000000000202");
        personal["keywords"] = json!([{"language": "fi", "value": "131052-308T"}]);
        let mut odd = channel();
        odd["addresses"][1]["streetAddress"]["latitude"] = json!("427800");
        odd["addresses"][1]["streetAddress"]["municipality"]["code"] = json!("999");
        odd["serviceHours"][0]["openingHour"][0]["from"] = json!("25:00");
        odd["serviceHours"][1]["validTo"] = json!("2030-01-01");
        let file = json!([{"id": "x", "name": "Ei palvelua"}, 7, nameless, personal, service(), odd]);
        let report = tray.imports(of_ptv(&[("all.json", &file)])).await;

        assert_eq!((report.read, report.rejected, report.activities.added), (6, 4, 1));
        let told: Vec<(String, &Reason)> =
            report.problems.iter().map(|problem| (problem.address(), &problem.reason)).collect();
        for (address, reason) in [
            ("all.json#/0", Reason::NotPtv),
            ("all.json#/1", Reason::WrongType),
            ("all.json#/2/serviceNames", Reason::MissingName),
            ("all.json#/3", Reason::IdentityCode),
            ("all.json#/5/addresses/1/municipality/code", Reason::UnknownMunicipality),
            ("all.json#/5/addresses/1/latitude", Reason::OutsideFinland),
            ("all.json#/5/serviceHours/0", Reason::Schedule),
            ("all.json#/5/serviceHours/1", Reason::Schedule),
        ] {
            assert!(told.contains(&(address.to_owned(), &reason)), "{address} {reason:?} in {told:?}");
        }
        let place = tray.activity("Velkaneuvonta Lahdessa").await.places.remove(0).place;
        assert_eq!(
            (place.precision, place.municipality.as_str()),
            (Precision::PostalArea, "398"),
            "of the postal code"
        );
        let all = format!("{:?}", report.problems);
        assert!(!all.contains("308T"), "{all}");
    }
}

/// Real answers of the catalogue, where they are at hand.
#[tokio::test]
async fn real_answers_go_in() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/samples/ptv/v11-responses");
    if !folder.is_dir() {
        eprintln!("skipped: no real answers in {}", folder.display());
        return;
    }
    let files = || {
        ["etalukio_service.json", "otava_service_channel.json", "services.json"]
            .map(|name| ImportFile::at(folder.join(name)))
    };
    for tray in Tray::on_every_engine().await {
        let report = tray.imports(ImportRequest::new(Format::Ptv, "koe", files().to_vec(), now())).await;

        assert_eq!((report.read, report.rejected, report.activities.added), (3, 0, 2));
        assert_eq!(report.dropped_contacts, 1);
        assert_eq!(tray.names().await, ["Nettilukio aikuisille", "Yksilöllistetty oppimäärä"]);
        let school = tray.activity("Nettilukio aikuisille").await;
        assert_eq!((school.kind.as_str(), school.price), ("course", Price::Free));
        let (lat, lon) = school.places[0].place.point.expect("a point");
        let right = Point { lat: 61.645_466_8, lon: 27.073_209_5 };
        assert!(distance_km(Point { lat, lon }, right) < 0.05, "{lat} {lon}");
        assert_eq!(school.schedules[0].rule, "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR");
        assert_eq!(school.phone, "+358 447943565", "not the one of a study adviser");
    }
}
