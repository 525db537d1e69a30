//! People with accounts: a link in a letter signs in once, a cookie keeps it for some days, roles say what they may do.
//! Residents need no account for anything.
//!
//! Shows the [`gate`] before every handler, [`permissions`] with all that anyone may do, the [`Actor`] a handler takes,
//! and the command behind `tarjotin sign-in`, by which the first keeper comes in.

pub mod command;
pub mod gate;
pub mod model;
pub mod pages;
pub mod permissions;
pub mod store;

pub use model::Actor;

#[cfg(test)]
mod tests;
