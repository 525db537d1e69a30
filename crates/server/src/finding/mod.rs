//! Finding: the front page, the search page, and the index behind them. Shows [`follower`] to the shell, and
//! [`found`] and [`query`] to other lists, so that all of them rank alike.

pub mod concepts;
pub mod document;
mod facets;
pub mod follower;
pub mod found;
pub mod pager;
pub mod pages;
pub mod query;
pub mod suggestions;
pub mod understanding;
