//! What people need and the tray does not have: searches that found nothing, wishes, and requests for a call (C6, P21).
//! Shows its model and store to the search page, which counts what was not found.

pub mod command;
pub mod model;
pub mod pages;
pub mod store;
