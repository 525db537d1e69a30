//! What we say beyond HSDS, and the objects round the data.

use super::Kind::{Choice, Day, Email, Id, Many, Moment, Number, Numbers, One, Text, Texts, Uri};
use super::{Entity, may, must};

macro_rules! extension {
    ($($name:ident = $told:literal { $($field:expr),* $(,)? })*) => {$(
        pub(crate) static $name: Entity = Entity { name: $told, fields: &[$($field),*] };
    )*};
}

extension! {
    SERVICE_TRANSLATION = "ServiceTranslation" {
        must("language", Text), may("name", Text), may("summary", Text), may("description", Text), may("atmosphere", Text),
        may("how_to_join", Text), may("welcome", Text), may("price_note", Text), may("length", Text), may("keywords", Text),
    }
    ORGANIZATION_TRANSLATION = "OrganizationTranslation" {
        must("language", Text), may("name", Text), may("summary", Text), may("description", Text),
    }
    TERM_TRANSLATION = "TermTranslation" { must("language", Text), must("name", Text), may("description", Text) }
    OF_SERVICE = "TarjotinService" {
        must("slug", Text), may("page", Uri), must("kind", Text), may("step", Number), may("thresholds", Texts),
        may("interests", Texts), may("situations", Texts), may("target_groups", Texts), may("languages", Texts),
        must("price", One(&PRICE)), may("group_size", Number), may("hours", Numbers), may("support_form", Text),
        may("sign_up", Text), may("verified_on", Day), may("source", One(&SOURCE)), may("links", One(&LINKS)),
    }
    PRICE = "TarjotinPrice" { must("kind", Choice(&["free", "paid", "donation", "unknown"])), may("min_cents", Number), may("max_cents", Number) }
    SOURCE = "TarjotinSource" { must("name", Text), may("licence", Text), may("attribution", Text) }
    LINKS = "TarjotinLinks" { may("next", Texts), may("alternative", Texts) }
    OF_ORGANIZATION = "TarjotinOrganization" {
        must("slug", Text), may("page", Uri), must("type", Text), may("verified_on", Day), may("services_total", Number),
    }
    OF_LOCATION = "TarjotinLocation" {
        must("confidentiality", Choice(&["public", "area_only"])), may("municipality", Text), may("neighbourhood", Text),
        must("precision", Choice(&["exact", "postal_area", "municipality", "none"])), may("directions", Text),
    }
    OF_SCHEDULE = "TarjotinSchedule" {
        must("kind", Choice(&["hours", "session"])), must("zone", Text), may("rule", Text), may("last_day", Day), may("note", Text),
        may("exceptions", Many(&EXCEPTION)),
    }
    EXCEPTION = "TarjotinException" {
        must("day", Day), must("kind", Choice(&["cancelled", "closed", "moved"])), may("new_day", Day), may("new_opens", Text),
        may("new_closes", Text), may("note", Text),
    }
    MINIMAL = "MinimalService" { must("id", Id), must("last_modified", Moment), must("modified_date", Moment) }
    PROBLEM = "Problem" {
        must("type", Text), must("title", Text), must("status", Number), may("detail", Text), may("parameter", Text),
    }
    ABOUT = "About" {
        must("version", Text), must("profile", Uri), must("openapi_url", Uri), may("data_package_url", Uri), may("name", Text), may("description", Text),
        may("licence", Text), may("contact", One(&ABOUT_CONTACT)), may("languages", Texts),
    }
    ABOUT_CONTACT = "AboutContact" { may("name", Text), may("email", Email), may("phone", Text), may("url", Uri) }
}
