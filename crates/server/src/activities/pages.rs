//! An activity's own page, its poster, and the form that tells the coordinator about a fault.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::{Form, Router};
use serde::Deserialize;

use super::card::{self, Coming};
use super::model::{Activity, LinkMeaning, Listed};
use super::{faults, onward};
use crate::app::App;
use crate::error::{Error, Result};
use crate::exchange::schema_org;
use crate::page::form::{self, Problems};
use crate::page::{self, Head, Ui};
use crate::places::model::{Confidentiality, Place};
use crate::reference;
use crate::times;
use crate::vocabulary::{INTERESTS, KINDS, LANGUAGES, SUPPORT_FORMS, THRESHOLDS};

/// The addresses of this feature.
pub fn routes() -> Router<App> {
    use axum::routing::get;
    Router::new()
        .route("/toiminta/{slug}", get(show))
        .route("/toiminta/{slug}/juliste", get(poster))
        .route("/toiminta/{slug}/virhe", get(fault_form).post(report_fault))
        .route("/toiminta/{slug}/kalenteri.ics", get(super::feed::calendar))
}

/// How many coming times the page names.
const COMING: usize = 6;

#[derive(Template)]
#[template(path = "activities/show.html")]
struct ShowPage {
    ui: Ui,
    head: Head,
    listed: Arc<Listed>,
    kind: String,
    price: String,
    hours: String,
    support: String,
    regular: Vec<String>,
    coming: Vec<Coming>,
    places: Vec<Place>,
    promises: Vec<String>,
    languages: Vec<String>,
    interests: Vec<(String, String)>,
    ages: String,
    next: Vec<onward::Onward>,
    instead: Vec<onward::Onward>,
    other_languages: Vec<OtherText>,
    sms: String,
    checked: String,
    source: Option<SourceShown>,
}

/// What the activity says in a language the pages do not speak.
struct OtherText {
    language: String,
    own_name: &'static str,
    rtl: bool,
    name: String,
    summary: String,
}

/// Where the facts came from, with the licence.
struct SourceShown {
    name: String,
    licence: String,
}

/// An activity's own page.
async fn show(ui: Ui, State(app): State<App>, Path(slug): Path<String>) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let listed = app.shelf.at(&mut tx, &slug).await?.ok_or(Error::NotFound)?;
    let activity = &listed.activity;
    let next = onward::after(&mut tx, &app, activity, LinkMeaning::Next, &ui).await?;
    let instead = onward::after(&mut tx, &app, activity, LinkMeaning::Alternative, &ui).await?;
    let source = match &activity.source_id {
        Some(id) => crate::exchange::import::store::source(&mut tx, id).await?,
        None => None,
    };
    drop(tx);

    let name = activity.name(ui.language);
    let head = Head {
        title: name.text.to_owned(),
        description: activity.summary(ui.language).map(|said| said.text.to_owned()).unwrap_or_default(),
        json_ld: schema_org::activity(&listed, &ui),
        hidden: false,
    };
    let named =
        |list: &crate::vocabulary::Vocabulary, codes: &[String]| codes.iter().map(|code| ui.name(list, code)).collect();
    let page = ShowPage {
        kind: ui.name(&KINDS, activity.known_kind()),
        price: if activity.is_position() { String::new() } else { card::price(activity, ui.language) },
        hours: card::hours(activity, ui.language),
        support: if activity.support_form.is_empty() {
            String::new()
        } else {
            ui.name(&SUPPORT_FORMS, &activity.support_form)
        },
        regular: activity.schedules.iter().map(|schedule| times::tell(schedule, ui.language)).collect(),
        coming: card::coming(activity, &ui, COMING),
        places: activity.places.iter().map(|at| at.place.clone()).collect(),
        promises: named(&THRESHOLDS, &activity.thresholds),
        languages: named(&LANGUAGES, &activity.languages),
        interests: activity.interests.iter().map(|code| (code.clone(), ui.name(&INTERESTS, code))).collect(),
        ages: ages(activity, &ui),
        next,
        instead,
        other_languages: other_languages(activity),
        sms: card::message(&listed, &ui),
        checked: activity.verified_on.map(|day| times::tell_date(day, ui.language)).unwrap_or_default(),
        source: source.map(|(name, licence)| SourceShown { name, licence }),
        listed,
        head,
        ui,
    };
    page::show(&page)
}

impl ShowPage {
    /// The number to call: the activity's, else the organization's.
    fn phone(&self) -> &str {
        first_said(&self.listed.activity.phone, &self.listed.organization.phone)
    }

    /// The shared mail box: the activity's, else the organization's.
    fn email(&self) -> &str {
        first_said(&self.listed.activity.email, &self.listed.organization.email)
    }

    /// A page elsewhere, only when it is an ordinary web address.
    fn website(&self) -> &str {
        let website = first_said(&self.listed.activity.website, &self.listed.organization.website);
        if website.starts_with("https://") || website.starts_with("http://") { website } else { "" }
    }
}

fn first_said<'a>(own: &'a str, other: &'a str) -> &'a str {
    if own.is_empty() { other } else { own }
}

fn ages(activity: &Activity, ui: &Ui) -> String {
    use fluent_bundle::FluentValue;
    let (from, to) = (activity.age_min, activity.age_max);
    let values =
        [("from", FluentValue::from(from.unwrap_or_default())), ("to", FluentValue::from(to.unwrap_or_default()))];
    match (from, to) {
        (None, None) => String::new(),
        (Some(_), None) => ui.language.with("age-from", &values),
        (None, Some(_)) => ui.language.with("age-to", &values),
        (Some(_), Some(_)) => ui.language.with("age-between", &values),
    }
}

/// Name and summary in the languages of content that the pages themselves do not speak.
fn other_languages(activity: &Activity) -> Vec<OtherText> {
    activity
        .texts
        .iter()
        .filter(|(tag, text)| !matches!(tag.as_str(), "fi" | "sv" | "en" | "fi-x-selko") && !text.name.is_empty())
        .map(|(tag, text)| {
            let known = reference::language(tag);
            OtherText {
                language: tag.clone(),
                own_name: known.map_or("", |language| language.own_name),
                rtl: known.is_some_and(|language| language.is_rtl()),
                name: text.name.clone(),
                summary: text.summary.clone(),
            }
        })
        .collect()
}

#[derive(Template)]
#[template(path = "activities/poster.html")]
struct PosterPage {
    ui: Ui,
    head: Head,
    listed: Arc<Listed>,
    regular: Vec<String>,
    next: Vec<Coming>,
    place: String,
    street: String,
    price: String,
    promises: Vec<String>,
    phone: String,
    address: String,
    qr: String,
    strips: usize,
}

/// An A4 poster with a QR code and strips with the phone number to tear off.
async fn poster(ui: Ui, State(app): State<App>, Path(slug): Path<String>) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let listed = app.shelf.at(&mut tx, &slug).await?.ok_or(Error::NotFound)?;
    drop(tx);
    let activity = &listed.activity;
    let address = format!("{}{}", ui.origin, ui.link(activity.address()));
    let qr = documents::qr::svg(&address, 34.0, &ui.t("poster-qr")).map_err(Error::internal)?;
    let place = activity.main_place();
    let page = PosterPage {
        head: Head {
            title: ui.with("poster-title", "name", activity.name(ui.language).text),
            hidden: true,
            ..Head::default()
        },
        regular: activity.schedules.iter().map(|schedule| times::tell(schedule, ui.language)).take(4).collect(),
        next: card::coming(activity, &ui, 3),
        place: place.map(|place| card::where_in_words(place, ui.language)).unwrap_or_default(),
        street: place
            .filter(|place| place.confidentiality == Confidentiality::Public)
            .map(|place| place.street.clone())
            .unwrap_or_default(),
        price: card::price(activity, ui.language),
        promises: activity.thresholds.iter().take(6).map(|code| ui.name(&THRESHOLDS, code)).collect(),
        phone: if activity.phone.is_empty() { listed.organization.phone.clone() } else { activity.phone.clone() },
        address,
        qr,
        strips: 8,
        listed,
        ui,
    };
    page::show(&page)
}

/// What was typed into the fault form.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct FaultForm {
    #[serde(default)]
    about: String,
    #[serde(default)]
    message: String,
    #[serde(default)]
    contact: String,
    #[serde(default)]
    key: String,
    /// People do not see this field; what fills it is not a person.
    #[serde(default)]
    homepage: String,
}

#[derive(Template)]
#[template(path = "activities/fault.html")]
struct FaultPage {
    ui: Ui,
    head: Head,
    listed: Arc<Listed>,
    typed: FaultForm,
    problems: Problems,
    abouts: [&'static str; 5],
    sent: bool,
}

impl FaultPage {
    fn new(ui: Ui, listed: Arc<Listed>, typed: FaultForm, problems: Problems, sent: bool) -> Self {
        let title = ui.t(if sent { "fault-sent-title" } else { "fault-title" }).into_owned();
        let head = Head { title, hidden: true, ..Head::default() };
        FaultPage { ui, head, listed, typed, problems, abouts: faults::ABOUTS, sent }
    }
}

/// The form that tells about a fault; with `?lahetetty` the thanks.
async fn fault_form(ui: Ui, State(app): State<App>, Path(slug): Path<String>) -> Result<Response> {
    let listed = app.shelf.at(&mut app.db.read().await?, &slug).await?.ok_or(Error::NotFound)?;
    let sent = ui.query == "lahetetty";
    let typed = FaultForm { key: form::new_key(), ..FaultForm::default() };
    page::show(&FaultPage::new(ui, listed, typed, Problems::default(), sent))
}

/// Stores a report for the coordinator.
async fn report_fault(
    ui: Ui,
    State(app): State<App>,
    Path(slug): Path<String>,
    Form(typed): Form<FaultForm>,
) -> Result<Response> {
    let listed = app.shelf.at(&mut app.db.read().await?, &slug).await?.ok_or(Error::NotFound)?;
    let mut tx = app.db.write().await?;
    let thanks = ui.link(format!("{}/virhe?lahetetty", listed.activity.address()));
    if !typed.homepage.is_empty() {
        return Ok(form::see_other(&thanks));
    }
    if let Some(location) = form::answered(&mut tx, &typed.key).await? {
        return Ok(form::see_other(&location));
    }
    let report = match typed.check(&ui) {
        Ok(report) => report,
        Err(problems) => return page::unprocessable(&FaultPage::new(ui, listed, typed, problems, false)),
    };
    let number = faults::add(&mut tx, &listed.activity.id, &report, ui.now).await?;
    form::answer(&mut tx, &typed.key, &thanks, ui.now).await?;
    tx.commit().await?;
    app.wrote(number).await;
    Ok(form::see_other(&thanks))
}

impl FaultForm {
    fn is_about(&self, about: &str) -> bool {
        self.about == about
    }

    fn check(&self, ui: &Ui) -> Result<faults::Report, Problems> {
        let mut problems = Problems::default();
        if !faults::ABOUTS.contains(&self.about.as_str()) {
            problems.add("about", ui.t("fault-problem-about"));
        }
        if self.message.chars().count() > 2000 {
            problems.add("message", ui.t("fault-problem-long"));
        }
        if crate::text::holds_identity_code(&self.message) || crate::text::holds_identity_code(&self.contact) {
            problems.add("message", ui.t("problem-identity-code"));
        }
        if self.contact.chars().count() > 200 {
            problems.add("contact", ui.t("fault-problem-contact"));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(faults::Report {
            about: self.about.clone(),
            message: self.message.trim().to_owned(),
            contact: self.contact.trim().to_owned(),
        })
    }
}
