//! The tray: activities people can find and join (T1, P1). The model feature: a new one is made by copying this
//! folder. Shows its model, its store and its card to other features.

pub mod card;
pub mod faults;
pub mod feed;
pub mod model;
pub mod onward;
pub mod pages;
pub mod shelf;
pub mod store;
