//! What a provider keeps: its activities with the few things that must be one tap away: still true, cancelled, moved,
//! paused, changed.

mod pages;

pub use pages::routes;
