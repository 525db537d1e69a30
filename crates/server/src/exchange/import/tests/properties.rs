//! Whatever stands in a file: nothing panics, and twice is the same as once.

use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::super::record::Reading;
use super::super::{hsds, ical, ids, lahella, linked_events, ptv, table};
use super::*;

/// Reads a file without a database.
fn readings(format: Format, name: &str, bytes: Vec<u8>) -> Vec<Reading> {
    let request = ImportRequest::new(format, "koe", vec![ImportFile::sent(name, bytes)], now());
    let source_id = ids::source("koe");
    let mut readings = Vec::new();
    let mut take = |reading: Reading| {
        readings.push(reading);
        true
    };
    match format {
        Format::Table => table::read(&request, &source_id, &mut take),
        Format::Hsds => hsds::read(&request, &source_id, &mut take),
        Format::Ptv => ptv::read(&request, &source_id, &mut take),
        Format::LinkedEvents => linked_events::read(&request, &source_id, &mut take),
        Format::Lahella => lahella::read(&request, &source_id, &mut take),
        Format::ICal => ical::read(&request, &source_id, &mut take),
    }
    readings
}

/// Whether everything that was rejected had been read, at each moment: what is gone through twice is read the first time
/// and may be rejected the second.
fn counts_hold(readings: &[Reading]) -> bool {
    let (mut read, mut rejected) = (0, 0);
    readings.iter().all(|reading| {
        read += reading.read;
        rejected += reading.rejected;
        rejected <= read
    })
}

#[test]
fn a_place_without_a_name_is_read_once_and_rejected_once() {
    let mut nameless = super::ptv::channel();
    nameless["serviceChannelNames"] = serde_json::json!([]);
    let readings = readings(Format::Ptv, "x.json", serde_json::json!([nameless]).to_string().into_bytes());
    let sum = |of: fn(&Reading) -> u64| readings.iter().map(of).sum::<u64>();
    assert_eq!((sum(|reading| reading.read), sum(|reading| reading.rejected)), (1, 1));
    assert!(counts_hold(&readings));
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(|number| json!(number)),
        ".{0,20}".prop_map(Value::from),
        prop::sample::select(vec![
            "2026-02-30",
            "0001-01-01",
            "9999-12-31",
            "25:00",
            "24:00",
            "-91",
            "131052-308T",
            "FREQ=DAILY;COUNT=0",
            "MO,XX",
            "1MO",
            "active",
            "defunct",
            "fi",
            "fi-x-selko",
            "2026-11-24",
            "10:00:00+02:00",
            "WEEKLY",
            "moved",
            "\u{0}",
            "018f0000-0000-7000-8000-000000000001",
            "00000000-0000-0000-0000-000000000000",
            "Name",
            "ServiceLocation",
            "Exceptional",
            "OverMidnight",
            "Monday",
            "Sunday",
            "LimitedType",
            "sub_recurring",
            "2026-12-01T16:00:00Z",
            "<p>a<",
            "6763000",
        ])
        .prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 48, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((any_name(), inner), 0..8)
                .prop_map(|fields| Value::Object(fields.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

fn any_name() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "id",
        "name",
        "status",
        "description",
        "organization",
        "organization_id",
        "service_at_locations",
        "location",
        "location_id",
        "service",
        "service_id",
        "addresses",
        "postal_code",
        "country",
        "city",
        "latitude",
        "longitude",
        "phones",
        "number",
        "schedules",
        "freq",
        "byday",
        "interval",
        "count",
        "dtstart",
        "until",
        "valid_to",
        "opens_at",
        "closes_at",
        "timezone",
        "languages",
        "code",
        "cost_options",
        "amount",
        "currency",
        "attributes",
        "taxonomy_term",
        "taxonomy",
        "translations",
        "language",
        "text_language",
        "tarjotin",
        "kind",
        "step",
        "price",
        "min_cents",
        "max_cents",
        "hours",
        "exceptions",
        "day",
        "new_day",
        "rule",
        "links",
        "next",
        "contents",
        "total_pages",
        "services",
        "contacts",
        "minimum_age",
        "maximum_age",
        "assured_date",
        "metadata",
        "updated_by",
        "location_type",
        "taxonomy_terms",
        "x/~y",
        "serviceNames",
        "serviceDescriptions",
        "serviceChannelNames",
        "serviceChannelType",
        "serviceHours",
        "serviceHourType",
        "openingHour",
        "dayFrom",
        "dayTo",
        "from",
        "to",
        "validFrom",
        "validTo",
        "isClosed",
        "isAlwaysOpen",
        "streetAddress",
        "value",
        "type",
        "itemList",
        "traits",
        "_key",
        "channels",
        "events",
        "recurrence",
        "daySpecificTimes",
        "weekday",
        "start",
        "map",
        "center",
        "start_time",
        "end_time",
        "super_event",
        "sub_event_type",
        "event_status",
        "offers",
        "position",
        "coordinates",
        "keywords",
        "in_language",
        "serviceChannels",
        "serviceChannel",
        "areas",
        "municipalities",
        "areaType",
    ])
    .prop_map(str::to_owned)
}

/// Good services and channels of the Finnish Service Catalogue in which some values were replaced.
fn odd_services() -> impl Strategy<Value = Value> {
    prop::collection::vec((0..400usize, any_json()), 1..6).prop_map(|odd| {
        let mut records = json!([super::ptv::service(), super::ptv::channel()]);
        for (mut nth, value) in odd {
            replace(&mut records, &mut nth, value);
        }
        records
    })
}

/// Replaces the nth value inside, counted from the outside; gives the value back when there are not so many.
fn replace(inside: &mut Value, nth: &mut usize, mut value: Value) -> Option<Value> {
    if *nth == 0 {
        *inside = value;
        return None;
    }
    *nth -= 1;
    let parts: Vec<&mut Value> = match inside {
        Value::Array(parts) => parts.iter_mut().collect(),
        Value::Object(object) => object.values_mut().collect(),
        _ => Vec::new(),
    };
    for part in parts {
        value = replace(part, nth, value)?;
    }
    Some(value)
}

const CELLS: [&str; 24] = [
    "",
    "aalto",
    "Aalto ry",
    "Ryhmä",
    "7",
    "-1",
    "999999999999999999999",
    "ti 10–13",
    "ei 24.12.2026",
    "maksuton",
    "2–5 €",
    "€",
    "60.98",
    "25.66",
    "NaN",
    "15110",
    "Lahti",
    "piilotettu",
    "tänään",
    "31.2.2026",
    "131052-308T",
    "a, b, a",
    "\u{0}",
    "ä\u{308}",
];

fn any_table() -> impl Strategy<Value = String> {
    let headings = prop::collection::vec(
        prop::sample::select(vec![
            "tunnus",
            "järjestäjä",
            "nimi",
            "tyyppi",
            "laji",
            "askel",
            "hinta",
            "ikä alkaen",
            "ikä enintään",
            "tunteja viikossa",
            "postinumero",
            "kunta",
            "leveysaste",
            "pituusaste",
            "sijainnin julkisuus",
            "ajat",
            "poikkeukset",
            "kielet",
            "mitä tämän jälkeen",
            "tarkistettu",
            "nimi (sv)",
            "asetus",
            "arvo",
            "outo",
        ]),
        1..12,
    );
    headings.prop_flat_map(|headings| {
        let cell =
            prop_oneof![3 => prop::sample::select(CELLS.to_vec()).prop_map(str::to_owned), 1 => "[^\"\r\n;]{0,12}"];
        let rows = prop::collection::vec(prop::collection::vec(cell, headings.len()), 0..8);
        rows.prop_map(move |rows| {
            let rows = rows.iter().map(|row| row.join(";"));
            std::iter::once(headings.join(";")).chain(rows).collect::<Vec<_>>().join("\n")
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bytes_of_any_kind_are_read_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for (format, name) in [(Format::Table, "x.csv"), (Format::Hsds, "x.json"), (Format::Hsds, "x.ndjson"), (Format::ICal, "x.ics")] {
            readings(format, name, bytes.clone());
        }
    }

    #[test]
    fn json_of_any_shape_is_read_without_panic(value in any_json()) {
        for format in [Format::Hsds, Format::Ptv, Format::LinkedEvents, Format::Lahella] {
            prop_assert!(counts_hold(&readings(format, "x.json", value.to_string().into_bytes())));
        }
    }

    #[test]
    fn services_with_something_odd_in_them_are_read_without_panic(records in odd_services()) {
        prop_assert!(counts_hold(&readings(Format::Ptv, "x.json", records.to_string().into_bytes())));
    }

    #[test]
    fn tables_of_any_kind_are_read_without_panic(text in any_table()) {
        prop_assert!(counts_hold(&readings(Format::Table, "x.csv", text.into_bytes())));
    }
}

fn on_a_tray(work: impl Future<Output = Result<(), TestCaseError>>) -> Result<(), TestCaseError> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(work)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_went_in_is_the_same_the_second_time(
        text in any_table(),
        records in prop::collection::vec(any_json(), 1..5),
        odd in odd_services(),
    ) {
        on_a_tray(async {
            for tray in Tray::on_every_engine().await {
                let lines: String = records.iter().map(|record| format!("{record}\n")).collect();
                let services = super::ptv::of_ptv(&[("x.json", &odd)]);
                for request in [of_table(&text), of_hsds("x.ndjson", &lines), services] {
                    let first = tray.imports(request.clone()).await;
                    let events = tray.events().await;
                    let second = tray.imports(request).await;
                    let total = second.total();
                    prop_assert_eq!((total.added, total.changed, total.gone), (0, 0, 0));
                    prop_assert_eq!((first.read, first.rejected, first.repeats), (second.read, second.rejected, second.repeats));
                    prop_assert_eq!(tray.events().await, events);
                }
            }
            Ok(())
        })?;
    }
}
