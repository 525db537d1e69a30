//! Signing in and out, one's own account, and who has which role.

mod own;
mod people;
mod signing_in;

use axum::Router;

use crate::app::App;

/// The addresses of this feature.
pub fn routes() -> Router<App> {
    signing_in::routes().merge(own::routes()).merge(people::routes())
}
