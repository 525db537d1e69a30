//! When something happens: the schedules of an activity, the sessions they make, and how both are written and told.
//!
//! Nothing here reads a clock, a database or the network; the present moment is always an argument.
//!
//! A [`Schedule`] repeats in local wall time: a Tuesday group at ten stays at ten when the clocks change, and becomes an
//! instant only when a session is made of it.

mod days;
mod exceptions;
pub mod ical;
mod lexicon;
mod model;
mod problem;
mod reading;
mod rule;
mod sessions;
mod shape;
pub mod tell;
mod tokens;
pub mod words;
mod writing;

pub use model::{Change, Exception, Schedule, ScheduleKind, Session, SessionState};
pub use problem::TimesProblem;
pub use sessions::{ends_local, is_over, local_minutes, next, sessions};
pub use tell::{iso_local, tell, tell_date, tell_dates, tell_day, tell_moment, tell_note, tell_on, tell_session};

#[cfg(test)]
mod tests;
