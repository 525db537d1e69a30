//! Data in and out: the open APIs, files from elsewhere and what others offer at an address, and what search engines read.

pub mod api;
pub mod corrections;
pub mod export;
pub mod fetch;
pub mod hsds;
pub mod import;
pub mod linked_events;
pub mod open;
pub mod questions;
pub mod remote;
pub mod robots;
pub mod runs;
pub mod schema_org;
pub mod sources;
pub mod twins;
