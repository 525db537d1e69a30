//! The tray on a map of the municipalities, with the same as a list beside it. Shows nothing to other features.

pub mod pages;
mod picture;
mod store;
