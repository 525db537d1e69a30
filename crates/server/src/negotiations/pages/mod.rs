//! The book: whom to call, one provider's page, and the forms.

mod entry;
mod list;
mod new;
mod typed;

use axum::Router;
use axum::response::Response;
use axum::routing::{get, post};
use db::Tx;

use super::model::Negotiation;
use crate::app::App;
use crate::error::Result;
use crate::page::form;
use crate::page::{Head, Ui};

/// Where a negotiation begins; takes `?nimi=`, `?organisaatio=` (an id) and `?syy=`.
pub const NEW: &str = "/yllapito/neuvottelut/uusi";
/// The book.
const BOOK: &str = "/yllapito/neuvottelut";

/// The addresses of this feature.
pub fn routes() -> Router<App> {
    Router::new()
        .route(BOOK, get(list::list))
        .route(NEW, get(new::form).post(new::add))
        .route("/yllapito/neuvottelut/{id}", get(entry::show).post(entry::change))
        .route("/yllapito/neuvottelut/{id}/muistiinpano", get(entry::back).post(entry::add_note))
        .route("/yllapito/neuvottelut/{id}/yhteystiedot", post(entry::forget_contact))
}

fn private(ui: &Ui, title: &str) -> Head {
    Head { title: ui.t(title).into_owned(), hidden: true, ..Head::default() }
}

async fn saved(ui: Ui, app: &App, mut tx: Tx, entry: &Negotiation, key: &str, number: i64) -> Result<Response> {
    let location = ui.link(format!("{}?tallennettu=1", entry.address()));
    form::answer(&mut tx, key, &location, ui.now).await?;
    tx.commit().await?;
    app.wrote(number).await;
    Ok(form::see_other(&location))
}
