//! Tarjotin: one tray of everything meaningful an area offers, and help into it one step at a time.

pub mod i18n;
pub mod times;
