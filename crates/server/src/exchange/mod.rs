//! Data in and out: the open API, files from elsewhere, and what search engines read.

pub mod export;
pub mod hsds;
pub mod import;
pub mod robots;
pub mod schema_org;
