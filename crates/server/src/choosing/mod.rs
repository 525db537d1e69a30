//! Help me choose (P3): four short questions and what fits the answers. Shows its addresses to the router.

pub mod pages;
