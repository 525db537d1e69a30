//! `/hsds` itself: what this is, and its OpenAPI document.

use axum::response::Response;
use serde_json::Value;

use super::Asked;
use crate::exchange::hsds::answer::{self, Tag};
use crate::exchange::hsds::problem::Result;
use crate::exchange::hsds::record::Record;
use crate::exchange::hsds::{formats, openapi};
use crate::i18n::Language;

/// The data model this follows.
const PROFILE: &str = "https://docs.openreferral.org/en/v3.1.0/";
/// What one may do with the data: anything, naming where it came from. A record from elsewhere names its own licence.
const LICENCE: &str = "https://creativecommons.org/licenses/by/4.0/";

/// What this is.
pub(super) async fn about(asked: Asked) -> Result<Response> {
    let told = asked.told()?;
    let mut record = Record::default();
    record.text("version", "3.1").text("profile", PROFILE);
    record.value("openapi_url", formats::uri(&format!("{}/hsds/openapi.json", asked.ui.origin)));
    record.value("data_package_url", formats::uri(&format!("{}/hsds/datapackage.zip", asked.ui.origin)));
    record.text("name", &told.region.or_shipped("brand", told.language)).text("licence", LICENCE);
    record.list("languages", Language::ALL.map(Language::code));
    let mut contact = Record::default();
    let setting = |name: &str| told.region.get(name, told.language);
    contact.text("name", setting("keeper")).value("email", formats::email(setting("email")));
    contact.text("phone", setting("phone")).value("url", formats::uri(&asked.ui.origin));
    record.record("contact", contact);
    Ok(asked.record(&record.into(), None))
}

/// The OpenAPI document: the same on every installation, because its addresses are relative.
pub(super) async fn openapi(asked: Asked) -> Result<Response> {
    let document: &Value = &openapi::DOCUMENT;
    let body = document.to_string();
    let tag = Tag::of(&[body.as_bytes()]);
    if tag.is_known(&asked.headers) {
        return Ok(answer::unchanged(&tag, None));
    }
    Ok(answer::kept(answer::text("application/json", body), &tag, None))
}
