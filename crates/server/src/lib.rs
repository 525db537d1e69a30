//! Tarjotin: one tray of everything meaningful an area offers, and help into it one step at a time.
//!
//! One folder is one feature, with the same file names in each: `model` (rules), `store` (SQL), `pages` (handlers and
//! page structs), `feed` (for programs), `*.html`. `activities` is the one to copy. `ARCHITECTURE.md` has the rest.

pub mod accounts;
pub mod activities;
pub mod app;
pub mod audit;
pub mod choosing;
pub mod clock;
pub mod contacts;
pub mod curation;
pub mod desk;
pub mod error;
pub mod events;
pub mod exchange;
pub mod finding;
pub mod freshness;
pub mod gaps;
pub mod health;
pub mod i18n;
pub mod info;
pub mod jobs;
pub mod letters;
pub mod limits;
pub mod looks;
pub mod map;
pub mod metrics;
pub mod needs;
pub mod negotiations;
pub mod offline;
pub mod organizations;
pub mod page;
pub mod places;
pub mod proposals;
pub mod providers;
pub mod reference;
pub mod region;
pub mod router;
pub mod security;
pub mod settings;
pub mod shell;
pub mod steps;
pub mod text;
pub mod times;
pub mod vocabulary;

#[cfg(test)]
mod tests;
