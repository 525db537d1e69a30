//! Stories through the true router, with a true database, on both engines.

mod bad_input;
mod every_page;
mod finding;
mod needs;
mod region;
mod town;

pub(crate) use town::{Keeping, Page, Town, activity, organization};
