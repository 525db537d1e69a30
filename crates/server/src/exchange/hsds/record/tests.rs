//! Whatever stands in the database, what leaves is HSDS, and what is not public stays.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use uuid::Uuid;

use super::*;
use crate::activities::model::{Activity, ActivityPlace, ActivityText, Listed, Price};
use crate::exchange::hsds::shape;
use crate::organizations::model::{Organization, OrganizationText, State};
use crate::places::model::{Confidentiality, Place, Precision};
use crate::times::{Change, Exception, Schedule, ScheduleKind};
use crate::vocabulary::{INTERESTS, KINDS, LANGUAGES, SITUATIONS, SUPPORT_FORMS, THRESHOLDS, Vocabulary};

fn id() -> impl Strategy<Value = String> {
    any::<u128>().prop_map(|number| Uuid::from_u128(number).to_string())
}

fn words() -> BoxedStrategy<String> {
    prop_oneof![Just(String::new()), ".{0,40}", Just("https://ää.fi/ö?a=[b]".to_owned()), Just("info@a.fi".to_owned())]
        .boxed()
}

fn codes(list: Vocabulary) -> impl Strategy<Value = Vec<String>> {
    vec(prop_oneof![4 => select(list.codes).prop_map(str::to_owned), 1 => "[a-zäö ]{0,8}"], 0..5)
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (0..100_000i64).prop_map(|days| NaiveDate::default() + chrono::TimeDelta::days(days - 20_000))
}

fn clock() -> impl Strategy<Value = NaiveTime> {
    (0..1440u32).prop_map(|minute| NaiveTime::default() + chrono::TimeDelta::minutes(i64::from(minute)))
}

/// What a source may have said: right, wrong, and nothing that could be read.
fn hsds() -> impl Strategy<Value = Option<String>> {
    let fields = [
        "minimum_age",
        "url",
        "email",
        "phones",
        "program",
        "metadata",
        "status",
        "last_modified",
        "capacities",
        "x_own",
        "licenses",
        "contacts",
        "addresses",
        "location_type",
        "latitude",
        "tarjotin",
        "translations",
        "name",
        "description",
        "required_documents",
        "funding",
        "additional_urls",
        "organization",
    ];
    let values = [
        json!(12),
        json!("text"),
        json!(["a"]),
        json!([{"id": 1}]),
        json!({"id": "b1f1c1de-0000-4000-8000-000000000000", "name": "n", "description": "d"}),
        json!([{"id": "b1f1c1de-0000-4000-8000-000000000000", "number": "1", "url": "https://a.fi/", "languages": [{"id": "x"}]}]),
        json!(null),
        json!("https://a.fi/"),
        json!([]),
    ];
    let object = vec((select(fields.to_vec()), select(values.to_vec())), 0..6).prop_map(|pairs| {
        Some(Value::Object(pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()).to_string())
    });
    prop_oneof![Just(None), Just(Some("not json".to_owned())), Just(Some("[1]".to_owned())), object]
}

prop_compose! {
    fn place()(id in id(), texts in vec(words(), 6), municipality in select(vec!["", "398", "999", "x"]), point in option::of((any::<f64>(), any::<f64>())),
        confidentiality in select(vec![Confidentiality::Public, Confidentiality::AreaOnly, Confidentiality::Hidden]), hsds in hsds()) -> Place {
        let mut texts = texts.into_iter();
        let mut next = || texts.next().unwrap_or_default();
        Place {
            id, organization_id: None, name: next(), street: next(), postal_code: next(), city: next(), municipality: municipality.to_owned(),
            neighbourhood: next(), point, precision: Precision::Exact, confidentiality, directions: next(), hsds,
        }
    }
}

prop_compose! {
    fn schedule_of(places: Vec<String>)(id in id(), kind in any::<bool>(), first_day in day(), opens in clock(), closes in clock(), last_day in option::of(day()), note in words(),
        rule in select(vec!["", "FREQ=WEEKLY;BYDAY=TU", "FREQ=DAILY;INTERVAL=3", "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=YEARLY;BYWEEKNO=2,4;BYDAY=MO", "FREQ=WEEKLY;COUNT=3", "FREQ=WEEKLY;UNTIL=20270101", "nonsense", "WKST=XX;FREQ=WEEKLY"]),
        zone in select(vec!["Europe/Helsinki", "Asia/Kolkata", "America/St_Johns"]), at in 0..4usize, off in vec((day(), 0..3u8, words()), 0..3)) -> Schedule {
        Schedule {
            id, kind: if kind { ScheduleKind::Hours } else { ScheduleKind::Session }, first_day, opens, closes, zone: zone.parse().expect("a zone"),
            rule: rule.to_owned(), last_day, place_id: places.get(at).cloned(), note,
            exceptions: off.into_iter().map(|(day, kind, note)| Exception { day, note, what: match kind {
                0 => Change::Cancelled,
                1 => Change::Closed,
                _ => Change::Moved { day: first_day, opens, closes },
            } }).collect(),
        }
    }
}

prop_compose! {
    fn text_of()(texts in vec(words(), 9)) -> ActivityText {
        let mut texts = texts.into_iter();
        let mut next = || texts.next().unwrap_or_default();
        ActivityText { name: next(), summary: next(), description: next(), atmosphere: next(), how_to_join: next(), welcome: next(), price_note: next(), length: next(), keywords: next() }
    }
}

prop_compose! {
    fn organization_any()(id in id(), texts in vec(words(), 8), kind in "[a-z]{0,4}|association", hsds in hsds(), language in select(LANGUAGES.codes)) -> Organization {
        let mut texts = texts.into_iter();
        let mut next = || texts.next().unwrap_or_default();
        Organization {
            id, slug: next(), kind, business_id: next(), website: next(), email: next(), phone: next(), state: State::Published, verified_on: None, hsds,
            source_id: None, changed_at: DateTime::<Utc>::UNIX_EPOCH,
            texts: [(language.to_owned(), OrganizationText { name: next(), summary: next(), description: next() })].into(),
        }
    }
}

fn listed() -> impl Strategy<Value = Listed> {
    let codes =
        (codes(KINDS), codes(THRESHOLDS), codes(INTERESTS), codes(SITUATIONS), codes(LANGUAGES), codes(SUPPORT_FORMS));
    let numbers = (
        option::of(any::<u8>()),
        vec(option::of(any::<i32>()), 4),
        select(vec![0u8, 1, 2, 3, 4]),
        (any::<i32>(), any::<i32>()),
    );
    let texts = (vec(words(), 5), vec((select(LANGUAGES.codes), text_of()), 0..4));
    (id(), codes, numbers, texts, vec((id(), place()), 0..3), hsds(), organization_any())
        .prop_flat_map(|(id, codes, numbers, texts, places, hsds, organization)| {
            let place_ids: Vec<String> = places.iter().map(|(_, place)| place.id.clone()).collect();
            let schedules = vec(schedule_of(place_ids), 0..3);
            (Just((id, codes, numbers, texts, places, hsds, organization)), schedules, day())
        })
        .prop_map(|((id, codes, numbers, texts, places, hsds, organization), schedules, checked)| {
            let (step, some, price, (from, to)) = numbers;
            let number = |at: usize| some[at].map(i64::from);
            let text = |at: usize| texts.0[at].clone();
            let activity = Activity {
                id,
                slug: text(0),
                organization_id: organization.id.clone(),
                kind: codes.0.first().cloned().unwrap_or_default(),
                step,
                thresholds: codes.1,
                interests: codes.2,
                situations: codes.3,
                target_groups: vec!["KR1.1".into(), "x".into()],
                languages: codes.4,
                price: match price {
                    0 => Price::Free,
                    1 => Price::Donation,
                    2 => Price::Paid(None),
                    3 => Price::Paid(Some((from.into(), to.into()))),
                    _ => Price::Unknown,
                },
                age_min: number(0),
                age_max: number(1),
                group_size: number(2),
                hours: number(3).map(|hours| (hours, hours)),
                support_form: codes.5.first().cloned().unwrap_or_default(),
                phone: text(1),
                email: text(2),
                website: text(3),
                sign_up: text(4),
                state: State::Published,
                verified_on: Some(checked),
                hsds,
                source_id: None,
                made_at: DateTime::UNIX_EPOCH,
                changed_at: DateTime::UNIX_EPOCH,
                texts: texts.1.into_iter().map(|(language, text)| (language.to_owned(), text)).collect(),
                places: places
                    .into_iter()
                    .map(|(link_id, place)| ActivityPlace { link_id, place: place.for_public() })
                    .collect(),
                schedules,
            };
            Listed { activity, organization }
        })
}

fn beside() -> Beside {
    let term = ImportedTerm {
        id: "b1f1c1de-0000-4000-8000-000000000001".into(),
        taxonomy_id: None,
        taxonomy: None,
        code: String::new(),
        name: String::new(),
        description: String::new(),
        parent_id: "x".into(),
        term_uri: "not one".into(),
    };
    Beside {
        terms: vec![ImportedAttribute {
            id: "b1f1c1de-0000-4000-8000-000000000002".into(),
            link_type: String::new(),
            value: String::new(),
            term,
        }],
        next: vec!["b1f1c1de-0000-4000-8000-000000000003".into()],
        alternative: Vec::new(),
        source: Some(Source::default()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_an_activity_holds_it_leaves_as_hsds(listed in listed(), language in select(Language::ALL.to_vec())) {
        let steps = Steps::default();
        let reader = Reader { language, steps: &steps, origin: "https://tarjotin.example" };
        for depth in [Depth::List, Depth::Full] {
            let told = service(&listed, &beside(), &reader, depth);
            if let Some(fault) = shape::SERVICE.fault(&told) {
                prop_assert!(false, "{fault}: {told:#}");
            }
            prop_assert_eq!(&told["id"], listed.activity.id.as_str());
            prop_assert!(told["name"].as_str().is_some_and(|name| !name.is_empty()));
            prop_assert!(told["description"].as_str().is_some_and(|text| !text.is_empty()));
            let organization: Value = organization(&listed.organization, &reader, depth).into();
            prop_assert_eq!(shape::ORGANIZATION.fault(&organization), None);
            for at in &listed.activity.places {
                let pair = service_at_location(&listed, at, &beside(), &reader, depth);
                prop_assert_eq!(pair.is_none(), at.place.confidentiality == Confidentiality::Hidden);
                prop_assert_eq!(pair.and_then(|pair| shape::SERVICE_AT_LOCATION.fault(&pair)), None);
            }
        }
    }

    #[test]
    fn a_place_shows_no_more_than_may_be_shown(mut place in place()) {
        let steps = Steps::default();
        let reader = Reader { language: Language::Finnish, steps: &steps, origin: "" };
        place.street = "Salakuja 1".into();
        place.neighbourhood = "Salakylä".into();
        place.point = Some((60.98, 25.66));
        let confidentiality = place.confidentiality;
        let told = location(&place.for_public(), &[], &reader, Depth::Full);
        match confidentiality {
            Confidentiality::Public => prop_assert!(told.is_some_and(|told| told.to_string().contains("Salakuja 1"))),
            Confidentiality::Hidden => prop_assert_eq!(told, None),
            Confidentiality::AreaOnly => {
                let told = told.expect("an area").to_string();
                prop_assert!(!told.contains("Sala") && !told.contains("latitude"), "{}", told);
            }
        }
    }
}
