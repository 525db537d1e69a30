//! Stories through the true router, with a true database, on both engines.

mod bad_input;
mod every_page;
mod finding;
mod needs;
mod region;
mod town;

pub(crate) use town::{Keeping, Page, Town, activity, organization};

/// The moment stories stand at.
pub(crate) fn town_now() -> chrono::DateTime<chrono::Utc> {
    town::NOW.parse().expect("a time")
}
