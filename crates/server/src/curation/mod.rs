//! Curation: the coordinator's queue of what is proposed, reported and changed, each with what it was beside what it is to
//! be. Nothing comes onto the tray or leaves it unseen, and every change can be taken back. Its stories stand with the proposals.

mod pages;

pub use pages::routes;
