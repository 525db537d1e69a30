//! What the records of the open API hold.

use crate::exchange::open::shape::Kind::{
    Choice, Day, Email, Id, Many, Moment, Number, One, Point, Said, Text, Texts, Truth, Uri, Whole,
};
use crate::exchange::open::shape::{Entity, may, must};

macro_rules! shapes {
    ($($(#[$about:meta])* $name:ident = $told:literal { $($field:expr),* $(,)? })*) => {
        $($(#[$about])* pub(super) static $name: Entity = Entity { name: $told, fields: &[$($field),*] };)*

        /// All of them, for the document.
        pub(super) static ALL: &[&Entity] = &[$(&$name),*];
    };
}

shapes! {
    /// What `/api/v1` itself tells.
    ABOUT = "About" {
        must("name", Said), must("licence", Uri), must("openapi", Uri), must("guide", Uri), must("languages", Texts),
        must("endpoints", Many(&ADDRESS)),
    }
    /// An address.
    ADDRESS = "Address" { must("path", Text), must("about", Said) }
    /// The OpenAPI document.
    DOCUMENT = "Document" { must("openapi", Text) }
    /// A page of activities.
    ACTIVITIES = "Activities" {
        must("data", Many(&ACTIVITY)), must("total", Whole), may("next", Text), may("did_you_mean", Text),
        must("understood", Many(&FACT)),
    }
    /// What the words ask for.
    FACT = "Understood" { must("key", Text), may("filter", Text), may("value", Text) }
    /// An activity.
    ACTIVITY = "Activity" {
        must("id", Id), must("page", Uri), must("name", Said), may("summary", Said), may("description", Said),
        may("atmosphere", Said), may("how_to_join", Said), may("welcome", Said), must("kind", Text), may("step", Whole),
        must("thresholds", Texts), must("interests", Texts), must("situations", Texts), must("target_groups", Texts),
        must("languages", Texts), must("price", One(&PRICE)), may("age_min", Whole), may("age_max", Whole),
        may("group_size", Whole), may("support_form", Text), may("hours_min", Whole), may("hours_max", Whole),
        may("length", Said), may("phone", Text), may("email", Email), may("website", Uri), may("sign_up", Text),
        may("verified_on", Day), must("changed_at", Moment), must("organization", One(&ARRANGER)),
        must("places", Many(&PLACE)), must("times", Many(&TIME)), may("next_session", One(&SESSION)),
        may("match", One(&MATCH)), may("leads_to", Texts), may("alternatives", Texts), may("source", One(&SOURCE)),
    }
    /// What it costs.
    PRICE = "Price" {
        must("kind", Choice(&["free", "paid", "donation", "unknown"])), may("min_cents", Whole), may("max_cents", Whole),
        may("note", Said),
    }
    /// Who arranges it, in short.
    ARRANGER = "Arranger" { must("id", Id), must("name", Said), must("page", Uri) }
    /// When it happens, as a rule.
    TIME = "Time" {
        must("id", Text), must("kind", Choice(&["hours", "session"])), must("first_day", Day), may("last_day", Day),
        must("opens", Text), must("closes", Text), must("zone", Text), may("rule", Text), may("note", Text),
        must("in_words", Said), may("place", Id),
    }
    /// One time.
    SESSION = "Session" {
        must("id", Text), must("starts", Moment), must("ends", Moment), must("day", Day),
        must("state", Choice(&["planned", "moved", "cancelled"])), must("zone", Text), may("note", Text), may("place", Id),
        may("activity", One(&HAPPENING)),
    }
    /// What a session is a time of, in short.
    HAPPENING = "SessionActivity" {
        must("id", Id), must("page", Uri), must("name", Said), must("kind", Text), may("step", Whole),
        must("organization", One(&ARRANGER)), may("place", One(&PLACE)),
    }
    /// Why something was found.
    MATCH = "Match" { must("words", Many(&WORD)), may("distance_km", Number) }
    /// A word that was looked for and where it was found.
    WORD = "MatchedWord" {
        must("word", Text), must("found", Text),
        must("in", Choice(&["name", "keywords", "interests", "thresholds", "text", "organization", "place"])),
        must("how", Choice(&["exact", "base", "compound_part", "stem", "concept", "prefix", "folded", "typo"])),
    }
    /// Where a record came from.
    SOURCE = "Source" { must("name", Text), may("licence", Text), may("attribution", Text) }
    /// A page of organizations.
    ORGANIZATIONS = "Organizations" { must("data", Many(&ORGANIZATION)), must("total", Whole), may("next", Text) }
    /// Who arranges.
    ORGANIZATION = "Organization" {
        must("id", Id), must("page", Uri), must("name", Said), may("summary", Said), may("description", Said),
        must("type", Text), may("business_id", Text), may("phone", Text), may("email", Email), may("website", Uri),
        may("verified_on", Day), must("changed_at", Moment), may("places", Many(&PLACE)), may("activities_total", Whole),
    }
    /// A page of places.
    PLACES = "Places" { must("data", Many(&PLACE)), may("next", Text) }
    /// Where.
    PLACE = "Place" {
        must("id", Id), may("name", Text), may("street", Text), may("postal_code", Text), may("city", Text),
        may("municipality", One(&MUNICIPALITY)), may("neighbourhood", Text), may("point", Point),
        must("precision", Choice(&["exact", "postal_area", "municipality", "none"])),
        must("area_only", Truth), may("directions", Text), may("organization", Id), may("activities", Texts),
    }
    /// A municipality.
    MUNICIPALITY = "Municipality" { must("code", Text), must("name", Said) }
    /// A page of what happens.
    SESSIONS = "Sessions" { must("from", Moment), must("to", Moment), must("data", Many(&SESSION)), may("next", Text) }
    /// How much there is with each value of each filter.
    FACETS = "Facets" { must("total", Whole), must("facets", Many(&FACET)) }
    /// A filter.
    FACET = "Facet" { must("parameter", Text), must("values", Many(&VALUE)) }
    /// A value of a filter.
    VALUE = "FacetValue" { must("value", Text), must("name", Said), must("count", Whole) }
    /// How what was typed could go on.
    SUGGESTIONS = "Suggestions" { must("data", Many(&SUGGESTION)) }
    /// One way to go on.
    SUGGESTION = "Suggestion" {
        must("text", Text), must("kind", Choice(&["words", "activity"])), may("activity", Id), may("page", Uri),
    }
    /// Why there is no answer.
    PROBLEM = "Problem" {
        must("type", Text), must("title", Text), must("status", Whole), may("detail", Text), may("parameter", Text),
    }
}
