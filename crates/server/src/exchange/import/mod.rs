//! Import: organizations and activities from files of others, into the tray.
//!
//! Shows [`run`] with its request and [`Report`], the files people fill in ([`template_csv`], [`template_xlsx`]) and the
//! command behind `tarjotin import`. The same source read again changes only what has changed there.

mod activities;
mod batch;
mod beside;
mod checks;
pub mod command;
mod difference;
mod ending;
mod hsds;
mod html;
mod ical;
mod ids;
mod interests;
mod json;
mod known;
mod lahella;
mod linked_events;
pub mod model;
pub(super) mod paged;
mod personal;
mod ptv;
mod reason;
mod record;
mod report;
mod request;
mod run;
pub mod store;
mod table;

pub use ids::source as source_id;
pub use model::Format;
pub use reason::{Reason, Weight};
pub use report::{Counts, Difference, Fate, HeldBack, Problem, Report, Spot};
pub use request::{Answers, Content, ImportError, ImportFile, ImportRequest, Limits, Progress, Watcher};
pub use run::run;
pub use table::template::{template_csv, template_xlsx};

#[cfg(test)]
mod tests;
