//! Every address of the open API with what it may be asked and what it answers. The words about each stand in
//! `text/*/api.ftl`: `api-endpoint-…` and `api-parameter-…`; the document says them in English.

use axum::routing::{MethodRouter, get};

use super::answers::{activities, facets, organizations, places, sessions, suggestions};
use super::{answers, shape};
use crate::app::App;
use crate::exchange::open::parameters::{Kind, Parameter};
use crate::exchange::open::shape::Entity;
use crate::reference;
use crate::vocabulary::{INTERESTS, KINDS, LANGUAGES, ORGANIZATION_TYPES, SITUATIONS, SUPPORT_FORMS, THRESHOLDS};

/// One address.
pub(super) struct Endpoint {
    /// Its name in the document and in the texts.
    pub(super) id: &'static str,
    /// As the router knows it.
    pub(super) path: &'static str,
    /// What it may be asked.
    pub(super) parameters: &'static [Parameter],
    /// What comes back.
    pub(super) answer: &'static Entity,
    /// A question that shows what it is for; `{id}` is filled with a record that is there.
    pub(super) example: &'static str,
    /// What answers.
    pub(super) handler: fn() -> MethodRouter<App>,
}

impl Endpoint {
    /// Whether it tells one record of many.
    pub(super) fn is_one(&self) -> bool {
        self.path.ends_with("{id}")
    }
}

const fn row(name: &'static str, kind: Kind) -> Parameter {
    Parameter { name, kind }
}

const STEPS: [&str; 5] = ["1", "2", "3", "4", "5"];
/// The orders of a search.
pub(super) const ORDERS: [&str; 4] = ["best", "soonest", "nearest", "name"];

const Q: Parameter = row("q", Kind::Words);
const STEP: Parameter = row("step", Kind::Choices(|| STEPS.to_vec()));
const KIND: Parameter = row("kind", Kind::Choices(|| KINDS.codes.to_vec()));
const INTEREST: Parameter = row("interest", Kind::Choices(|| INTERESTS.codes.to_vec()));
const SITUATION: Parameter = row("situation", Kind::Choices(|| SITUATIONS.codes.to_vec()));
const THRESHOLD: Parameter = row("threshold", Kind::Choices(|| THRESHOLDS.codes.to_vec()));
const SUPPORT_FORM: Parameter = row("support_form", Kind::Choices(|| SUPPORT_FORMS.codes.to_vec()));
const SPOKEN: Parameter = row("spoken", Kind::Choices(|| LANGUAGES.codes.to_vec()));
const MUNICIPALITY: Parameter = row("municipality", Kind::Choices(municipalities));
const ORGANIZATION: Parameter = row("organization", Kind::Id);
const FREE: Parameter = row("free", Kind::Truth);
const LAT: Parameter = row("lat", Kind::Number(-90.0, 90.0));
const LON: Parameter = row("lon", Kind::Number(-180.0, 180.0));
const KM: Parameter = row("km", Kind::Number(0.1, 500.0));
const FROM: Parameter = row("from", Kind::Moment);
const TO: Parameter = row("to", Kind::Moment);
const ORDER: Parameter = row("order", Kind::Choice(|| ORDERS.to_vec()));
const IGNORE: Parameter = row("ignore", Kind::List);
const TYPE: Parameter = row("type", Kind::Choices(|| ORGANIZATION_TYPES.codes.to_vec()));
const LIMIT: Parameter = row("limit", Kind::Whole(1, 100, Some(20)));
const CURSOR: Parameter = row("cursor", Kind::Mark);
const LANGUAGE: Parameter = row("language", Kind::Language);

fn municipalities() -> Vec<&'static str> {
    reference::municipalities().iter().map(|municipality| municipality.code).collect()
}

/// What every record may be asked.
pub(super) static OF_ONE: [Parameter; 1] = [LANGUAGE];
/// What a search for activities may be asked.
pub(super) static OF_ACTIVITIES: [Parameter; 21] = [
    Q,
    STEP,
    KIND,
    INTEREST,
    SITUATION,
    THRESHOLD,
    SUPPORT_FORM,
    SPOKEN,
    MUNICIPALITY,
    ORGANIZATION,
    FREE,
    LAT,
    LON,
    KM,
    FROM,
    TO,
    ORDER,
    IGNORE,
    LIMIT,
    CURSOR,
    LANGUAGE,
];
/// The same for how many there are.
pub(super) static OF_FACETS: [Parameter; 18] = [
    Q,
    STEP,
    KIND,
    INTEREST,
    SITUATION,
    THRESHOLD,
    SUPPORT_FORM,
    SPOKEN,
    MUNICIPALITY,
    ORGANIZATION,
    FREE,
    LAT,
    LON,
    KM,
    FROM,
    TO,
    IGNORE,
    LANGUAGE,
];
/// The same for when they happen.
pub(super) static OF_SESSIONS: [Parameter; 20] = [
    FROM,
    TO,
    Q,
    STEP,
    KIND,
    INTEREST,
    SITUATION,
    THRESHOLD,
    SUPPORT_FORM,
    SPOKEN,
    MUNICIPALITY,
    ORGANIZATION,
    FREE,
    LAT,
    LON,
    KM,
    IGNORE,
    LIMIT,
    CURSOR,
    LANGUAGE,
];
/// What a list of organizations may be asked.
pub(super) static OF_ORGANIZATIONS: [Parameter; 5] = [Q, TYPE, LIMIT, CURSOR, LANGUAGE];
/// What a list of places may be asked.
pub(super) static OF_PLACES: [Parameter; 4] = [MUNICIPALITY, LIMIT, CURSOR, LANGUAGE];
/// What suggestions may be asked.
pub(super) static OF_SUGGESTIONS: [Parameter; 3] = [Q, row("limit", Kind::Whole(1, 20, Some(8))), LANGUAGE];

/// Every address, in the order they are told.
pub(super) static ALL: [Endpoint; 11] = [
    Endpoint {
        id: "about",
        path: "/api/v1",
        parameters: &OF_ONE,
        answer: &shape::ABOUT,
        example: "",
        handler: || get(answers::about),
    },
    Endpoint {
        id: "list_activities",
        path: "/api/v1/activities",
        parameters: &OF_ACTIVITIES,
        answer: &shape::ACTIVITIES,
        example: "?q=kahvila&free=true&limit=1&language=fi",
        handler: || get(activities::list),
    },
    Endpoint {
        id: "read_activity",
        path: "/api/v1/activities/{id}",
        parameters: &OF_ONE,
        answer: &shape::ACTIVITY,
        example: "?language=fi",
        handler: || get(activities::one),
    },
    Endpoint {
        id: "list_organizations",
        path: "/api/v1/organizations",
        parameters: &OF_ORGANIZATIONS,
        answer: &shape::ORGANIZATIONS,
        example: "?type=association&limit=1&language=fi",
        handler: || get(organizations::list),
    },
    Endpoint {
        id: "read_organization",
        path: "/api/v1/organizations/{id}",
        parameters: &OF_ONE,
        answer: &shape::ORGANIZATION,
        example: "",
        handler: || get(organizations::one),
    },
    Endpoint {
        id: "list_places",
        path: "/api/v1/places",
        parameters: &OF_PLACES,
        answer: &shape::PLACES,
        example: "?limit=1&language=fi",
        handler: || get(places::list),
    },
    Endpoint {
        id: "read_place",
        path: "/api/v1/places/{id}",
        parameters: &OF_ONE,
        answer: &shape::PLACE,
        example: "",
        handler: || get(places::one),
    },
    Endpoint {
        id: "list_sessions",
        path: "/api/v1/sessions",
        parameters: &OF_SESSIONS,
        answer: &shape::SESSIONS,
        example: "?kind=open_activity&limit=2&language=fi",
        handler: || get(sessions::list),
    },
    Endpoint {
        id: "count_facets",
        path: "/api/v1/facets",
        parameters: &OF_FACETS,
        answer: &shape::FACETS,
        example: "?threshold=no_sign_up&language=fi",
        handler: || get(facets::count),
    },
    Endpoint {
        id: "suggest",
        path: "/api/v1/suggestions",
        parameters: &OF_SUGGESTIONS,
        answer: &shape::SUGGESTIONS,
        example: "?q=kahv&limit=3",
        handler: || get(suggestions::list),
    },
    Endpoint {
        id: "openapi",
        path: "/api/v1/openapi.json",
        parameters: &[],
        answer: &shape::DOCUMENT,
        example: "",
        handler: || get(answers::openapi),
    },
];
