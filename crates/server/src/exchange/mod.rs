//! Data in and out: the open APIs, files from elsewhere, and what search engines read.

pub mod api;
pub mod hsds;
pub mod import;
pub mod linked_events;
pub mod open;
pub mod robots;
pub mod schema_org;
