//! What happens, as Linked Events version 1 tells it (Helsinki, Turku, Tampere …), to read by anyone: `/v1/event/` with
//! places, keywords and languages. Programs that read those cities read a tray without being changed.
//!
//! What repeats is an event that stands for all its times (`super_event_type: "recurring"`), each time one below it. What
//! has no times is no event and is not told here. `calendar` knows what is to come, `record` tells it, `api` answers.

mod api;
mod calendar;
mod parameters;
mod record;
mod store;

use axum::Router;

use crate::app::App;

/// The addresses, all under `/v1`.
pub fn routes() -> Router<App> {
    api::routes()
}

#[cfg(test)]
mod tests;
