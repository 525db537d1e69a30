//! What this is, what it knows of its readers, and how accessible it is. Shows nothing to other features.

pub mod pages;
