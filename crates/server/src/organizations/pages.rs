//! Who arranges: all providers in one list on equal terms (P1), and each one's own page.

use askama::Template;
use axum::Router;
use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use axum::routing::get;
use fluent_bundle::FluentValue;

use super::model::Organization;
use super::store::{self, OrganizationFilter};
use crate::activities;
use crate::activities::card;
use crate::activities::model::{Activity, FRESH_DAYS, Listed};
use crate::activities::store::ActivityFilter;
use crate::app::App;
use crate::error::{Error, Result};
use crate::exchange::schema_org;
use crate::page::{self, Head, Ui};
use crate::places::model::{Confidentiality, Place};
use crate::times;
use crate::vocabulary::ORGANIZATION_TYPES;

/// Organizations on a page.
const PAGE: i64 = 50;
/// The farthest page that is served.
const LAST_PAGE: i64 = 2_000;
/// The most activities an organization's own page shows; the rest are behind a search.
const MOST_ACTIVITIES: i64 = 60;

/// The addresses of this feature.
pub fn routes() -> Router<App> {
    Router::new().route("/jarjestajat", get(list)).route("/jarjestaja/{slug}", get(show))
}

/// What the address of the list asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Asked {
    kind: Option<&'static str>,
    page: i64,
}

impl Asked {
    /// Reads an address; what is not understood asks for everything.
    fn read(query: &str) -> Self {
        let mut asked = Asked { kind: None, page: 1 };
        for (name, value) in form_urlencoded::parse(query.as_bytes()).take(20) {
            match &*name {
                "tyyppi" => asked.kind = ORGANIZATION_TYPES.code(value.trim()),
                "sivu" => asked.page = value.trim().parse().unwrap_or(1).clamp(1, LAST_PAGE),
                _ => {}
            }
        }
        asked
    }

    fn address(&self) -> String {
        let kind = self.kind.map(|kind| format!("tyyppi={kind}"));
        let page = (self.page > 1).then(|| format!("sivu={}", self.page));
        let pairs: Vec<String> = kind.into_iter().chain(page).collect();
        if pairs.is_empty() { "/jarjestajat".to_owned() } else { format!("/jarjestajat?{}", pairs.join("&")) }
    }
}

/// Earlier and later pages of the list, as `page/parts.html` shows them.
struct Pager {
    asked: Asked,
    last: i64,
}

impl Pager {
    fn earlier(&self) -> Option<String> {
        (self.asked.page > 1).then(|| self.to(self.asked.page - 1))
    }

    fn later(&self) -> Option<String> {
        (self.asked.page < self.last).then(|| self.to(self.asked.page + 1))
    }

    fn to(&self, page: i64) -> String {
        Asked { page: page.min(self.last), ..self.asked.clone() }.address()
    }

    fn here(&self, ui: &Ui) -> String {
        let values = [
            ("page", FluentValue::from(self.asked.page.to_string())),
            ("last", FluentValue::from(self.last.to_string())),
        ];
        ui.language.with("pager-here", &values)
    }
}

#[derive(Template)]
#[template(path = "organizations/list.html")]
struct ListPage {
    ui: Ui,
    head: Head,
    kinds: &'static [&'static str],
    chosen: Option<&'static str>,
    organizations: Vec<Organization>,
    total: i64,
    pager: Pager,
}

impl ListPage {
    /// What kind of organization one is.
    fn kind(&self, code: &str) -> String {
        self.ui.name(&ORGANIZATION_TYPES, code)
    }

    /// What the address of a file with this list asks for.
    fn query(&self) -> String {
        self.chosen.map(|kind| format!("?tyyppi={kind}")).unwrap_or_default()
    }
}

/// Everyone who arranges something, by name.
async fn list(ui: Ui, State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response> {
    let mut asked = Asked::read(query.as_deref().unwrap_or_default());
    let filter = OrganizationFilter { kind: asked.kind.map(str::to_owned) };
    let mut tx = app.db.read().await?;
    let total = store::count(&mut tx, &filter).await?;
    let last = ((total + PAGE - 1) / PAGE).max(1);
    asked.page = asked.page.min(last);
    let organizations = store::page(&mut tx, &filter, PAGE, (asked.page - 1) * PAGE).await?;
    drop(tx);
    let head = Head {
        title: ui.t("organizations-h1").into_owned(),
        description: ui.t("organizations-description").into_owned(),
        hidden: asked.kind.is_some(),
        ..Head::default()
    };
    let page = ListPage {
        kinds: ORGANIZATION_TYPES.codes,
        chosen: asked.kind,
        pager: Pager { asked, last },
        ui,
        head,
        organizations,
        total,
    };
    page::show(&page)
}

#[derive(Template)]
#[template(path = "organizations/show.html")]
struct ShowPage {
    ui: Ui,
    head: Head,
    organization: Organization,
    kind: String,
    /// Its own pages, when the address is one a browser should open.
    website: String,
    places: Vec<PlaceShown>,
    groups: Vec<Group>,
    /// How many activities there are, shown or not.
    total: i64,
    all: String,
    checked: String,
    stale: bool,
}

/// A place the organization uses, in words.
struct PlaceShown {
    name: String,
    address: String,
    directions: String,
}

/// What the organization offers on one step.
struct Group {
    step: Option<u8>,
    listed: Vec<Listed>,
}

/// An organization's own page.
async fn show(ui: Ui, State(app): State<App>, Path(slug): Path<String>) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let organization = store::find_by_slug(&mut tx, &slug).await?.ok_or(Error::NotFound)?;
    let filter = ActivityFilter { organization_id: Some(organization.id.clone()), ..ActivityFilter::default() };
    let total = activities::store::count(&mut tx, &filter).await?;
    let activities = activities::store::page(&mut tx, &filter, MOST_ACTIVITIES, 0).await?;
    drop(tx);

    let places = places(&activities, &ui);
    let listed: Vec<Listed> =
        activities.into_iter().map(|activity| Listed { activity, organization: organization.clone() }).collect();
    let head = Head {
        title: organization.name(ui.language).text.to_owned(),
        description: organization.summary(ui.language).map(|said| said.text.to_owned()).unwrap_or_default(),
        json_ld: schema_org::organization(&organization, &listed, &ui),
        hidden: false,
    };
    let page = ShowPage {
        kind: ui.name(&ORGANIZATION_TYPES, &organization.kind),
        website: if opens(&organization.website) { organization.website.clone() } else { String::new() },
        places,
        groups: by_step(listed),
        total,
        all: format!("/haku?jarjestaja={}", organization.id),
        checked: organization.verified_on.map(|day| times::tell_date(day, ui.language)).unwrap_or_default(),
        stale: organization.verified_on.is_some_and(|day| (ui.today() - day).num_days() > FRESH_DAYS),
        organization,
        head,
        ui,
    };
    page::show(&page)
}

/// Whether an address leads to web pages; anything else (`javascript:`, `mailto:`) is not made into a link.
fn opens(address: &str) -> bool {
    let scheme = address.split(':').next().unwrap_or_default().to_ascii_lowercase();
    matches!(scheme.as_str(), "http" | "https") && address.contains("://")
}

/// The steps in order, then what stands beside them.
fn by_step(listed: Vec<Listed>) -> Vec<Group> {
    let mut groups: Vec<Group> = (1..=crate::steps::store::COUNT)
        .map(Some)
        .chain([None])
        .map(|step| Group { step, listed: Vec::new() })
        .collect();
    for one in listed {
        if let Some(group) = groups.iter_mut().find(|group| group.step == one.activity.step) {
            group.listed.push(one);
        }
    }
    groups.retain(|group| !group.listed.is_empty());
    groups
}

/// Every place where something of it happens, once, as much as may be said.
fn places(activities: &[Activity], ui: &Ui) -> Vec<PlaceShown> {
    let mut seen: Vec<&str> = Vec::new();
    let mut shown = Vec::new();
    for place in activities.iter().flat_map(|activity| &activity.places).map(|at| &at.place) {
        if place.confidentiality == Confidentiality::Hidden || seen.contains(&place.id.as_str()) {
            continue;
        }
        seen.push(&place.id);
        shown.push(PlaceShown {
            name: card::where_in_words(place, ui.language),
            address: street(place),
            directions: place.directions.clone(),
        });
    }
    shown.sort_by_cached_key(|place| crate::text::sort_key(&place.name));
    shown
}

fn street(place: &Place) -> String {
    let post = format!("{} {}", place.postal_code, place.city);
    [place.street.as_str(), post.trim()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_the_list_is_read_and_written_back() {
        let asked = Asked::read("tyyppi=parish&sivu=3&muu=x");
        assert_eq!((asked.kind, asked.page), (Some("parish"), 3));
        assert_eq!(asked.address(), "/jarjestajat?tyyppi=parish&sivu=3");
        assert_eq!(Asked::read("tyyppi=kissa&sivu=-4").address(), "/jarjestajat");
    }

    #[test]
    fn only_web_pages_are_opened() {
        assert!(opens("https://yhdistys.example"));
        assert!(opens("HTTP://yhdistys.example"));
        assert!(!opens("javascript:alert(1)"));
        assert!(!opens("yhdistys.example"));
    }
}
