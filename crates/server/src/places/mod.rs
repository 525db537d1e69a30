//! Where things happen: an address, a point, and how much of it may be shown. Shows its model to other features and
//! loads places for them; has no pages of its own.

pub mod model;
pub mod store;
