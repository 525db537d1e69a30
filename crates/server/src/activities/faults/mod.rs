//! Faults that readers report on an activity; the coordinator reads them.

pub mod command;
mod store;

pub use store::{Report, Waiting, add, forget_old, mark_handled, waiting};

/// What a fault may be about; named in `text/*/activities.ftl` as `fault-about-…`.
pub const ABOUTS: [&str; 5] = ["times", "place", "ended", "contact", "other"];
