//! What a dry run says would change, field by field.

use super::report::{Difference, Fate};
use crate::activities::model::{Activity, Price};
use crate::i18n::Language;
use crate::organizations::model::Organization;
use crate::times::words::to_words;

/// A heading of our template and how a record says what stands under it.
type Column<T> = (&'static str, fn(&T) -> String);

/// The difference an activity would make.
pub(super) fn of_activity(fate: Fate, before: Option<&Activity>, after: &Activity) -> Difference {
    let name = name_of(&after.texts, |text| &text.name);
    let Some(before) = before.filter(|_| fate == Fate::Changed) else {
        return Difference { fate, name, fields: Vec::new() };
    };
    let mut fields = Vec::new();
    let mut compare = |field, before: String, after: String| {
        if before != after {
            fields.push((field, before, after));
        }
    };
    type Field = fn(&crate::activities::model::ActivityText) -> &str;
    let texts: [(&'static str, Field); 9] = [
        ("nimi", |text| &text.name),
        ("lyhyesti", |text| &text.summary),
        ("kuvaus", |text| &text.description),
        ("millaista siellä on", |text| &text.atmosphere),
        ("näin pääset mukaan", |text| &text.how_to_join),
        ("vastaanotto", |text| &text.welcome),
        ("hinta", |text| &text.price_note),
        ("kesto", |text| &text.length),
        ("hakusanat", |text| &text.keywords),
    ];
    for (field, of) in texts {
        let all = |activity: &Activity| {
            let said = activity.texts.iter().filter(|(_, text)| !of(text).is_empty());
            said.map(|(language, text)| format!("[{language}] {}", of(text))).collect::<Vec<_>>().join(" ")
        };
        compare(field, all(before), all(after));
    }
    let number = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
    let both: [Column<Activity>; 10] = [
        ("laji", |activity| activity.kind.clone()),
        ("askel", |activity| activity.step.map(|step| step.to_string()).unwrap_or_default()),
        ("kynnys", |activity| activity.thresholds.join(", ")),
        ("kiinnostukset", |activity| activity.interests.join(", ")),
        ("elämäntilanteet", |activity| activity.situations.join(", ")),
        ("kielet", |activity| activity.languages.join(", ")),
        ("puhelin", |activity| activity.phone.clone()),
        ("sähköposti", |activity| activity.email.clone()),
        ("verkkosivu", |activity| activity.website.clone()),
        ("ilmoittautuminen", |activity| activity.sign_up.clone()),
    ];
    for (field, of) in both {
        compare(field, of(before), of(after));
    }
    compare("hinta", price(before.price), price(after.price));
    compare("ikä alkaen", number(before.age_min), number(after.age_min));
    compare("ikä enintään", number(before.age_max), number(after.age_max));
    compare("ryhmän koko", number(before.group_size), number(after.group_size));
    compare("ajat", times(before), times(after));
    compare("paikka", places(before), places(after));
    compare("tila", before.state.as_str().to_owned(), after.state.as_str().to_owned());
    let day = |activity: &Activity| activity.verified_on.map(|day| day.to_string()).unwrap_or_default();
    compare("tarkistettu", day(before), day(after));
    Difference { fate, name, fields }
}

/// The difference an organization would make.
pub(super) fn of_organization(fate: Fate, before: Option<&Organization>, after: &Organization) -> Difference {
    let name = name_of(&after.texts, |text| &text.name);
    let mut fields = Vec::new();
    if let Some(before) = before.filter(|_| fate == Fate::Changed) {
        let both: [Column<Organization>; 7] = [
            ("nimi", |one| one.name(Language::Finnish).text.to_owned()),
            ("tyyppi", |one| one.kind.clone()),
            ("lyhyesti", |one| one.texts.values().map(|text| text.summary.as_str()).collect::<Vec<_>>().join(" ")),
            ("kuvaus", |one| one.texts.values().map(|text| text.description.as_str()).collect::<Vec<_>>().join(" ")),
            ("verkkosivu", |one| one.website.clone()),
            ("sähköposti", |one| one.email.clone()),
            ("puhelin", |one| one.phone.clone()),
        ];
        for (field, of) in both {
            let (was, is) = (of(before), of(after));
            if was != is {
                fields.push((field, was, is));
            }
        }
    }
    Difference { fate, name, fields }
}

fn name_of<T>(texts: &crate::text::Texts<T>, name: impl Fn(&T) -> &String) -> String {
    texts.get("fi").or_else(|| texts.values().next()).map(|text| name(text).clone()).unwrap_or_default()
}

fn price(price: Price) -> String {
    match price {
        Price::Paid(Some((from, to))) if from == to => format!("{},{:02} €", from / 100, from % 100),
        Price::Paid(Some((from, to))) => {
            format!("{},{:02}–{},{:02} €", from / 100, from % 100, to / 100, to % 100)
        }
        other => other.code().to_owned(),
    }
}

fn times(activity: &Activity) -> String {
    activity.schedules.iter().map(to_words).collect::<Vec<_>>().join(" / ")
}

/// The neighbourhood and municipality only: a report must not show what the page does not.
fn places(activity: &Activity) -> String {
    let shown = activity.places.iter().map(|at| at.place.clone().for_public());
    shown.map(|place| format!("{} {} {}", place.name, place.street, place.municipality)).collect::<Vec<_>>().join(", ")
}
