//! What leaves the tray for people and their tools: calendars, news, tables, a list for other sites' pages, QR codes, and
//! the fields of other catalogues to copy over (T1, P2). One entry here reaches everything else.
//!
//! What is open to everyone (files) is open to pages of every site too; each answer has a version, so that those who ask
//! again get nothing new sent. A list that is too long says how much of it is there.

mod asked;
mod atom;
pub mod calendars;
mod embed;
mod lahella;
mod lists;
mod ptv;
mod qr;
mod searched;

pub use lists::MOST as MOST_ROWS;

use axum::routing::get;
use axum::{Router, middleware};

use super::open::answer;
use crate::activities::model::{Activity, ActivityText};
use crate::app::App;
use crate::i18n::Language;

/// The addresses for taking things along.
pub fn routes() -> Router<App> {
    let open = Router::new()
        .route("/haku.ics", get(calendars::of_search))
        .route("/jarjestaja/{slug}/kalenteri.ics", get(calendars::of_organization))
        .route("/uutta.atom", get(atom::news))
        .route("/haku.atom", get(atom::of_search))
        .route("/haku.csv", get(lists::activities_csv))
        .route("/haku.xlsx", get(lists::activities_xlsx))
        .route("/jarjestajat.csv", get(lists::organizations_csv))
        .route("/jarjestajat.xlsx", get(lists::organizations_xlsx))
        .route("/qr", get(qr::code))
        .route("/toiminta/{slug}/ptv.json", get(ptv::document))
        .route("/toiminta/{slug}/lahella.json", get(lahella::document))
        .layer(middleware::from_fn(answer::to_everyone));
    Router::new()
        .merge(open)
        .route("/upote", get(embed::list))
        .route("/upotus", get(embed::choose))
        .route("/qr/tulosta", get(qr::sheet))
        .route("/toiminta/{slug}/lahella", get(lahella::sheet))
}

/// What an activity says in a language of another catalogue; for want of Finnish the easy Finnish.
fn text_in<'a>(activity: &'a Activity, language: &str) -> Option<&'a ActivityText> {
    let own = activity.texts.get(language).filter(|text| !text.name.is_empty());
    own.or_else(|| activity.texts.get(Language::EasyFinnish.code()).filter(|_| language == "fi"))
}

#[cfg(test)]
mod tests;
