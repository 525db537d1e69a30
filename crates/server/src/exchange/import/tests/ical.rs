//! Calendars: rules, days that are not held, days that were moved, whole days, other zones and other people's faults.

use std::path::Path;

use chrono::NaiveDate;

use super::*;
use crate::times::Change;

fn of_calendar(events: &str) -> ImportRequest {
    let text = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//koe//FI\r\n{}END:VCALENDAR\r\n",
        events.replace('\n', "\r\n")
    );
    ImportRequest::new(Format::ICal, "koe", vec![ImportFile::sent("kalenteri.ics", text.into_bytes())], now())
}

const GROUP: &str = "BEGIN:VEVENT
UID:ryhma@example.fi
DTSTART;TZID=Europe/Helsinki:20260902T120000
DTEND;TZID=Europe/Helsinki:20260902T150000
RRULE:FREQ=WEEKLY;BYDAY=WE;UNTIL=20270526T130000Z
EXDATE;TZID=Europe/Helsinki:20261223T120000,20261230T120000
SUMMARY:Pitstoppi\\, matala kynnys
DESCRIPTION:Avoin ryhmä\\nEi ennakk
 oilmoittautumista.
LOCATION:Asukastalo\\, Esimerkkikatu 1\\, 15140 Lahti
GEO:60.98;25.66
CATEGORIES:liikunta,Vertaisryhmä
ORGANIZER;CN=Matti Mallikas:mailto:matti.mallikas@example.fi
ATTENDEE;CN=Joku Toinen:mailto:joku.toinen@example.fi
URL:https://example.fi/pitstoppi
END:VEVENT
BEGIN:VEVENT
UID:ryhma@example.fi
RECURRENCE-ID;TZID=Europe/Helsinki:20261209T120000
DTSTART;TZID=Europe/Helsinki:20261210T130000
DTEND;TZID=Europe/Helsinki:20261210T150000
SUMMARY:Pitstoppi\\, matala kynnys
END:VEVENT
BEGIN:VEVENT
UID:ryhma@example.fi
RECURRENCE-ID;TZID=Europe/Helsinki:20261216T120000
DTSTART;TZID=Europe/Helsinki:20261216T120000
STATUS:CANCELLED
SUMMARY:Pitstoppi\\, matala kynnys
END:VEVENT
";

#[tokio::test]
async fn a_group_keeps_its_rule_and_the_days_that_differ() {
    for tray in Tray::on_every_engine().await {
        let report = tray.imports(of_calendar(GROUP)).await;

        assert_eq!(
            (report.activities, report.read, report.problems.len()),
            (counted(1, 0, 0, 0), 1, 0),
            "{:?}",
            report.problems
        );
        let activity = tray.activity("Pitstoppi, matala kynnys").await;
        assert_eq!(activity.texts["fi"].description, "Avoin ryhmä\nEi ennakkoilmoittautumista.");
        assert_eq!((activity.kind.as_str(), activity.interests.clone()), ("group", vec!["exercise".to_owned()]));
        let [schedule] = activity.schedules.as_slice() else { panic!("{:?}", activity.schedules) };
        assert_eq!(
            (schedule.opens.to_string(), schedule.closes.to_string()),
            ("12:00:00".to_owned(), "15:00:00".to_owned())
        );
        let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).expect("a day");
        let hour = |hour| chrono::NaiveTime::from_hms_opt(hour, 0, 0).expect("an hour");
        let differing: Vec<(NaiveDate, Change)> =
            schedule.exceptions.iter().map(|one| (one.day, one.what.clone())).collect();
        assert_eq!(
            differing,
            [
                (day(12, 9), Change::Moved { day: day(12, 10), opens: hour(13), closes: hour(15) }),
                (day(12, 16), Change::Cancelled),
                (day(12, 23), Change::Closed),
                (day(12, 30), Change::Closed),
            ]
        );
        let place = &activity.places[0].place;
        assert_eq!(
            (place.name.as_str(), place.street.as_str(), place.city.as_str(), place.point),
            ("Asukastalo", "Esimerkkikatu 1", "Lahti", Some((60.98, 25.66)))
        );
        let whole = format!("{activity:?}");
        assert!(!whole.contains("Mallikas") && !whole.contains("Toinen"), "{whole}");

        let events = tray.events().await;
        tray.imports(of_calendar(GROUP)).await;
        assert_eq!(tray.events().await, events, "the same is no change");
    }
}

#[tokio::test]
async fn times_of_all_kinds_are_read() {
    for tray in Tray::on_every_engine().await {
        let event = |uid: &str, lines: &str| format!("BEGIN:VEVENT\nUID:{uid}\nSUMMARY:{uid}\n{lines}END:VEVENT\n");
        let calendar = [
            event("maailmanaika", "DTSTART:20261201T160000Z\nDURATION:PT1H30M\n"),
            event("paiva", "DTSTART;VALUE=DATE:20261201\n"),
            event("leiri", "DTSTART;VALUE=DATE:20261201\nDTEND;VALUE=DATE:20261204\n"),
            event("peruttu", "DTSTART:20261201T100000\nDTEND:20261201T110000\nSTATUS:CANCELLED\n"),
            event("mennyt", "DTSTART:20261101T100000\nDTEND:20261101T110000\n"),
            event(
                "mennyt sarja",
                "DTSTART:20260901T100000\nDTEND:20260901T110000\nRRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20261020T210000Z\n",
            ),
            event("ajaton", "DTSTART:joskus\n"),
            event("outo", "DTSTART:20261201T100000\nRRULE:FREQ=SECONDLY\n"),
            event("hetu", "DTSTART:20261201T100000\nDESCRIPTION:131052-308T\n"),
            "BEGIN:VEVENT\nSUMMARY:Nimetön\nDTSTART:20261201T100000\nEND:VEVENT\n".to_owned(),
        ];
        let report = tray.imports(of_calendar(&calendar.concat())).await;

        assert_eq!((report.read, report.rejected), (10, 2));
        let names = ["ajaton", "leiri", "maailmanaika", "outo", "paiva", "peruttu"];
        assert_eq!(tray.names().await, names, "without a time it can still be found");
        let told = |activity: &Activity| {
            let one = &activity.schedules[0];
            format!("{} {}–{} {}", one.first_day, one.opens.format("%H.%M"), one.closes.format("%H.%M"), one.rule)
        };
        assert_eq!(told(&tray.activity("maailmanaika").await), "2026-12-01 18.00–19.30 ");
        assert_eq!(told(&tray.activity("paiva").await), "2026-12-01 00.00–00.00 ");
        let camp = tray.activity("leiri").await;
        assert_eq!(told(&camp), "2026-12-01 00.00–00.00 FREQ=DAILY");
        assert_eq!(camp.schedules[0].last_day.map(|day| day.to_string()).as_deref(), Some("2026-12-03"));
        assert_eq!(tray.activity("peruttu").await.schedules[0].exceptions[0].what, Change::Cancelled);
        assert!(tray.activity("outo").await.schedules.is_empty());
        let reasons: Vec<&Reason> = report.problems.iter().map(|problem| &problem.reason).collect();
        for reason in [Reason::MissingId, Reason::IdentityCode, Reason::Over, Reason::Schedule] {
            assert!(reasons.contains(&&reason), "{reason:?} in {reasons:?}");
        }
    }
}

#[tokio::test]
async fn what_is_no_calendar_is_told() {
    for tray in Tray::on_every_engine().await {
        for (bytes, reason) in [
            (&b"nimi;laji\n"[..], Reason::NotICal),
            (b" \n", Reason::FileEmpty),
            (b"BEGIN:VCALENDAR\r\n", Reason::Damaged),
        ] {
            let request = ImportRequest::new(Format::ICal, "koe", vec![ImportFile::sent("x.ics", bytes)], now());
            let report = tray.imports(request).await;
            assert_eq!(report.problems.iter().map(|problem| &problem.reason).collect::<Vec<_>>(), [&reason]);
        }
        let latin = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:P\xe4iv\xe4\r\nDTSTART;VALUE=DATE:20261201\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        tray.imports(ImportRequest::new(Format::ICal, "koe", vec![ImportFile::sent("x.ics", &latin[..])], now())).await;
        assert_eq!(tray.names().await, ["Päivä"]);
    }
}

/// A calendar of all kinds, where it is at hand.
#[tokio::test]
async fn a_sample_goes_in() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/samples/ical/synthetic_recurring.ics");
    if !file.is_file() {
        eprintln!("skipped: no sample at {}", file.display());
        return;
    }
    for tray in Tray::on_every_engine().await {
        let mut request = ImportRequest::new(Format::ICal, "koe", vec![ImportFile::at(&file)], now());
        request.now = "2026-09-15T08:00:00Z".parse().expect("a time");
        let report = tray.imports(request).await;

        assert_eq!((report.read, report.activities.added, report.rejected), (2, 2, 0), "{:?}", report.problems);
        let group = tray.activity("Pitstoppi PopUp -ryhmä (matala kynnys)").await;
        assert_eq!(group.schedules[0].exceptions.len(), 2);
        assert_eq!(group.places[0].place.municipality, "905");
        let doors = tray.activity("Avoimet ovet (koko päivä)").await;
        assert_eq!(doors.schedules[0].exceptions[0].what, Change::Cancelled);
    }
}
