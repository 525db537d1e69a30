//! The keeper's desk: what waits for somebody, and where the work is done.

pub mod pages;
