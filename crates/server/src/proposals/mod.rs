//! Proposals: one common form (P2) by which anyone, with an account or without, brings something onto the tray or puts it
//! right; saved as one goes, looked at by the coordinator, published with its history.
//!
//! What a form says are [`model::Answers`]: one text a field. Activities are read into answers and answers into
//! activities, so that the form, the difference a coordinator sees, conflicts and undoing all speak of the same fields.

pub mod model;
mod opening;
pub mod pages;
mod publishing;
pub mod store;

pub use opening::{add_link, again, open_about, open_for};
pub use publishing::{Applied, Held, Undone, is_for, public_answers, publish, undo};

#[cfg(test)]
mod tests;
