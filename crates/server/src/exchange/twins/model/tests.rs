//! Which activities look like one, and which do not.

use chrono::NaiveTime;
use proptest::prelude::*;

use super::*;
use crate::activities::model::{ActivityPlace, ActivityText};
use crate::organizations::model::OrganizationText;
use crate::times::ScheduleKind;

/// An activity in words: its names, who arranges it, where and when (weekday and hour).
#[derive(Debug, Clone)]
struct Told {
    name: String,
    provider: String,
    business_id: String,
    street: String,
    municipality: String,
    point: Option<(f64, f64)>,
    times: Vec<(u32, u32, bool)>,
}

impl Told {
    fn listed(&self, id: &str) -> Listed {
        let text = ActivityText { name: self.name.clone(), ..ActivityText::default() };
        let place = Place {
            id: format!("place of {id}"),
            street: self.street.clone(),
            postal_code: "15110".to_owned(),
            municipality: self.municipality.clone(),
            point: self.point,
            ..Place::default()
        };
        let schedules = self.times.iter().map(|(weekday, hour, weekly)| {
            let day = NaiveDate::from_ymd_opt(2026, 11, 2 + weekday).expect("a day");
            let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).expect("an hour");
            let mut schedule = Schedule::once(ScheduleKind::Session, day, at(*hour), at((hour + 2) % 24));
            if *weekly {
                schedule.rule = "FREQ=WEEKLY".to_owned();
            }
            schedule
        });
        let said = OrganizationText { name: self.provider.clone(), ..OrganizationText::default() };
        Listed {
            activity: Activity {
                id: id.to_owned(),
                source_id: Some(format!("source of {id}")),
                schedules: schedules.collect(),
                texts: [("fi".to_owned(), text)].into(),
                places: vec![ActivityPlace { place, ..ActivityPlace::default() }],
                ..Activity::default()
            },
            organization: Organization {
                id: format!("provider of {id}"),
                business_id: self.business_id.clone(),
                texts: [("fi".to_owned(), said)].into(),
                ..Organization::default()
            },
        }
    }

    fn traits(&self, id: &str) -> Traits {
        Traits::of(&self.listed(id))
    }
}

fn weaving() -> Told {
    Told {
        name: "Tiistaikudonta".to_owned(),
        provider: "Kudontapiiri ry".to_owned(),
        business_id: String::new(),
        street: "Kulmakuja 3".to_owned(),
        municipality: "398".to_owned(),
        point: None,
        times: vec![(1, 10, true)],
    }
}

fn likeness(one: &Told, other: &Told) -> Likeness {
    Likeness::of(&one.traits("a"), &other.traits("b"))
}

fn anything() -> impl Strategy<Value = Told> {
    let names = prop::sample::select(vec!["Kuoro", "Kuoro aikuisille", "Tiistaikudonta", "Kudonta", "!?", "Å"]);
    let providers = prop::sample::select(vec!["Kudontapiiri ry", "KUDONTAPIIRI", "Asukastalo Oy", "ry", ""]);
    let streets = prop::sample::select(vec!["Kulmakuja 3", "Kulmakuja 3 B 12", "Toritie 8", ""]);
    let municipalities = prop::sample::select(vec!["398", "560", ""]);
    let ids = prop::sample::select(vec!["", "1234567-8"]);
    let points = prop::option::of((60.9f64..61.1, 25.5f64..25.8));
    let times = prop::collection::vec((0u32..7, 0u32..24, any::<bool>()), 0..3);
    (names, providers, streets, municipalities, ids, points, times).prop_map(
        |(name, provider, street, municipality, business_id, point, times)| Told {
            name: name.to_owned(),
            provider: provider.to_owned(),
            business_id: business_id.to_owned(),
            street: street.to_owned(),
            municipality: municipality.to_owned(),
            point,
            times,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn the_order_does_not_matter(one in anything(), other in anything()) {
        let (one, other) = (one.traits("a"), other.traits("b"));
        prop_assert_eq!(Likeness::of(&one, &other), Likeness::of(&other, &one));
    }

    #[test]
    fn a_copy_under_another_id_is_always_proposed(told in anything(), name in "\\PC*[a-zåäö]\\PC*") {
        let told = Told { provider: format!("{} {name}", told.provider), name, ..told };
        let copy = told.listed("b");
        let pairs = proposals(&[copy.clone(), told.listed("a")], &BTreeSet::new(), 10);
        prop_assert_eq!(pairs.len(), 1);
        prop_assert_eq!(&pairs[0].one.activity.id, "a");
        let groups = providers(&[copy.organization, told.listed("a").organization]);
        prop_assert_eq!(groups.len(), 1, "a copy's provider is the same provider");
    }

    #[test]
    fn another_provider_is_never_proposed(one in anything(), other in anything()) {
        let one = Told { provider: "Kudontapiiri ry".to_owned(), business_id: String::new(), ..one };
        let other = Told { provider: "Asukastalo ry".to_owned(), ..other };
        prop_assert!(!likeness(&one, &other).is_proposed());
    }

    #[test]
    fn an_unrelated_name_is_never_proposed(one in anything(), other in anything()) {
        let one = Told { name: "Tiistaikudonta".to_owned(), ..one };
        let other = Told { name: "Jalkapalloa pihalla".to_owned(), ..other };
        prop_assert!(!likeness(&one, &other).is_proposed());
    }
}

#[test]
fn a_provider_is_known_by_its_name_without_its_form_or_by_its_business_id() {
    let spelled = |provider: &str, business_id: &str| Told {
        provider: provider.to_owned(),
        business_id: business_id.to_owned(),
        ..weaving()
    };
    assert!(likeness(&weaving(), &spelled("Kudontapiiri, r.y.", "")).provider);
    assert!(!likeness(&weaving(), &spelled("Kudontaseura ry", "")).provider);
    assert!(likeness(&spelled("Lahden kaupunki", "0149669-3"), &spelled("Lahti", "01496693")).provider);
}

#[test]
fn a_place_is_a_door_a_point_or_at_least_a_municipality() {
    let at = |street: &str, point| Told { street: street.to_owned(), point, ..weaving() };
    assert!(likeness(&at("Kulmakuja 3 A 4", None), &at("kulmakuja 3b", None)).place);
    assert!(!likeness(&at("Kulmakuja 3", None), &at("Kulmakuja 5", None)).place);
    let (here, there, far) = ((60.983, 25.656), (60.9835, 25.656), (60.985, 25.656));
    assert!(likeness(&at("", Some(here)), &at("Kulmakuja 3", Some(there))).place);
    assert!(!likeness(&at("", Some(here)), &at("", Some(far))).place);
    assert!(likeness(&at("", None), &at("", None)).place);
    assert!(!likeness(&at("", None), &at("Kulmakuja 3", None)).place, "a street and a whole municipality");
}

#[test]
fn times_agree_by_weekday_and_hours() {
    let when = |times: &[(u32, u32, bool)]| Told { times: times.to_vec(), ..weaving() };
    assert_eq!(likeness(&when(&[(1, 10, true)]), &when(&[(3, 9, true), (1, 11, true)])).times, Times::Overlap);
    assert_eq!(likeness(&when(&[(1, 10, true)]), &when(&[(1, 12, true)])).times, Times::Apart);
    assert_eq!(likeness(&when(&[(1, 10, true)]), &when(&[(1, 10, false)])).times, Times::Overlap);
    assert_eq!(likeness(&when(&[]), &when(&[])).times, Times::Neither);
    assert_eq!(likeness(&when(&[]), &when(&[(1, 10, true)])).times, Times::Apart);
}

#[test]
fn names_are_similar_by_their_letters_or_by_being_a_part() {
    let named = |name: &str| Told { name: name.to_owned(), ..weaving() };
    for (one, other) in [
        ("Tiistaikudonta", "Tiistai-kudonta"),
        ("Keskiviikkokahvila", "Keskiviikkokahvilat"),
        ("Kuoro", "Kuoro aikuisille"),
    ] {
        assert!(likeness(&named(one), &named(other)).name, "{one} and {other}");
    }
    for (one, other) in [("Ompelukerho", "Opintokerho"), ("Kuoro", "Kudonta"), ("Ilo", "Ilo irti elokuvissa")] {
        assert!(!likeness(&named(one), &named(other)).name, "{one} and {other}");
    }
}

#[test]
fn two_of_one_source_and_what_was_decided_are_no_proposal() {
    let (one, mut other) = (weaving().listed("a"), weaving().listed("b"));
    let pairs = |one: &Listed, other: &Listed, decided: &BTreeSet<(String, String)>| {
        proposals(&[one.clone(), other.clone()], decided, 10).len()
    };
    assert_eq!(pairs(&one, &other, &BTreeSet::new()), 1);
    assert_eq!(pairs(&one, &other, &[("a".to_owned(), "b".to_owned())].into()), 0);
    other.activity.source_id.clone_from(&one.activity.source_id);
    assert_eq!(pairs(&one, &other, &BTreeSet::new()), 0);
}
