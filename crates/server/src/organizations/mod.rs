//! Providers: who arranges what is on the tray. Shows its model and store to other features.

pub mod model;
pub mod pages;
pub mod store;
