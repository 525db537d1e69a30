//! The page with the fields to copy, in the order of Lähellä.fi's form.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::super::text_in;
use super::{TONGUES, description, pricing, reached, registration};
use crate::activities::card;
use crate::activities::model::Listed;
use crate::app::App;
use crate::error::{Error, Result};
use crate::page::{self, Head, Ui};
use crate::reference;
use crate::vocabulary::{INTERESTS, KINDS, LANGUAGES, THRESHOLDS, Vocabulary};

#[derive(Template)]
#[template(path = "exchange/export/lahella/sheet.html")]
struct SheetPage {
    ui: Ui,
    head: Head,
    listed: Arc<Listed>,
    groups: Vec<Group>,
}

/// Fields that stand together on the form.
struct Group {
    title: String,
    fields: Vec<Field>,
}

/// One field: what it is called, what to copy into it, and in which language that is.
struct Field {
    id: String,
    label: String,
    value: String,
    lang: &'static str,
    rows: usize,
}

impl Group {
    fn new(title: impl Into<String>) -> Self {
        Group { title: title.into(), fields: Vec::new() }
    }

    /// Adds a field that says something.
    fn add(&mut self, id: impl Into<String>, label: impl Into<String>, value: impl Into<String>, lang: &'static str) {
        let value: String = value.into();
        if value.trim().is_empty() {
            return;
        }
        let rows = value.lines().map(|line| 1 + line.chars().count() / 50).sum::<usize>().clamp(1, 12);
        self.fields.push(Field { id: id.into(), label: label.into(), value, lang, rows });
    }
}

/// The fields to copy, in the order of Lähellä.fi's form.
pub(in super::super) async fn sheet(ui: Ui, State(app): State<App>, Path(slug): Path<String>) -> Result<Response> {
    let listed = app.shelf.at(&mut app.db.read().await?, &slug).await?.ok_or(Error::NotFound)?;
    let name = listed.activity.name(ui.language).text.to_owned();
    let head = Head { title: ui.with("lahella-title", "name", name), hidden: true, ..Head::default() };
    let mut groups = vec![what(&listed, &ui)];
    groups.extend(texts(&listed, &ui));
    groups.extend([who(&listed, &ui), contact(&listed, &ui)]);
    groups.extend(places(&listed, &ui));
    groups.retain(|group| !group.fields.is_empty());
    page::show(&SheetPage { ui, head, groups, listed })
}

fn what(listed: &Listed, ui: &Ui) -> Group {
    let activity = &listed.activity;
    let lang = ui.language.html();
    let interests: Vec<String> = activity.interests.iter().map(|code| ui.name(&INTERESTS, code)).collect();
    let mut group = Group::new(ui.t("lahella-what"));
    group.add("laji", ui.t("column-kind"), ui.name(&KINDS, activity.known_kind()), lang);
    group.add("aiheet", ui.t("column-interests"), interests.join(", "), lang);
    group
}

fn texts(listed: &Listed, ui: &Ui) -> Vec<Group> {
    let activity = &listed.activity;
    TONGUES
        .iter()
        .filter_map(|(language, tag)| {
            let text = text_in(activity, language.code())?;
            let lang = language.html();
            let mut group = Group::new(ui.with("lahella-texts", "language", ui.name(&LANGUAGES, tag)));
            for (name, label, value) in [
                ("nimi", "column-name", text.name.clone()),
                ("lyhyesti", "column-summary", text.summary.clone()),
                ("kuvaus", "column-description", description(text)),
                ("hinta", "column-price", pricing(activity, text, *language)),
                ("mukaan", "column-join", registration(activity, text)),
            ] {
                group.add(format!("{name}-{tag}"), ui.t(label), value, lang);
            }
            Some(group)
        })
        .collect()
}

fn who(listed: &Listed, ui: &Ui) -> Group {
    let activity = &listed.activity;
    let lang = ui.language.html();
    let named = |list: &Vocabulary, codes: &[String]| {
        codes.iter().map(|code| ui.name(list, code)).collect::<Vec<_>>().join(", ")
    };
    let ages = match (activity.age_min, activity.age_max) {
        (None, None) => String::new(),
        (from, to) => format!("{}–{}", from.unwrap_or(0), to.map(|age| age.to_string()).unwrap_or_default()),
    };
    let mut areas: Vec<&str> = activity
        .places
        .iter()
        .filter_map(|at| reference::municipality(&at.place.municipality))
        .map(|found| found.name(ui.language))
        .collect();
    areas.dedup();
    let price = card::price(activity, ui.language);
    let mut group = Group::new(ui.t("lahella-who"));
    group.add("kielet", ui.t("column-languages"), named(&LANGUAGES, &activity.languages), lang);
    group.add("iat", ui.t("activity-ages"), ages, lang);
    group.add("alue", ui.t("filter-kunta"), areas.join(", "), lang);
    group.add("maksu", ui.t("column-price"), price, lang);
    group.add("helppous", ui.t("column-easy"), named(&THRESHOLDS, &activity.thresholds), lang);
    group
}

fn contact(listed: &Listed, ui: &Ui) -> Group {
    let lang = ui.language.html();
    let mut group = Group::new(ui.t("lahella-contact"));
    for (kind, value) in reached(listed) {
        let label = match kind {
            "phone" => "column-phone",
            "email" => "column-email",
            _ => "column-website",
        };
        group.add(kind, ui.t(label), value, lang);
    }
    group.add("ilmoittautuminen", ui.t("column-sign-up"), listed.activity.sign_up.as_str(), lang);
    group
}

fn places(listed: &Listed, ui: &Ui) -> Vec<Group> {
    let activity = &listed.activity;
    let lang = ui.language.html();
    let mut groups: Vec<Group> = Vec::new();
    for (at, place) in activity.places.iter().map(|at| &at.place).enumerate() {
        let mut group = Group::new(ui.t("lahella-place"));
        group.add(format!("paikka-{at}"), ui.t("column-place"), place.name.as_str(), "fi");
        group.add(format!("katu-{at}"), ui.t("column-street"), place.street.as_str(), "fi");
        group.add(format!("postinumero-{at}"), ui.t("column-postal-code"), place.postal_code.as_str(), "fi");
        group.add(format!("toimipaikka-{at}"), ui.t("column-city"), place.city.as_str(), "fi");
        groups.push(group);
    }
    let mut group = Group::new(ui.t("lahella-times"));
    for (at, schedule) in activity.schedules.iter().enumerate() {
        group.add(format!("aika-{at}"), ui.t("card-when"), crate::times::tell(schedule, ui.language), lang);
    }
    groups.push(group);
    groups
}
