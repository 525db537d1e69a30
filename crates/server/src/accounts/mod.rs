//! Who keeps the tray: an account is made at the terminal, a link signs in once, a cookie keeps it for some days.
//!
//! Shows [`Keeper`], which a handler takes to be for keepers only, and the command behind `tarjotin sign-in`. Residents
//! need no account for anything.

pub mod command;
pub mod model;
pub mod pages;
pub mod store;

pub use pages::Keeper;

#[cfg(test)]
mod tests;
