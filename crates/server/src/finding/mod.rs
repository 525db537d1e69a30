//! Finding: the search page, the front page, and the index behind them. Shows [`follower`] to the shell and
//! [`query`] to the open data, so that both rank alike.

pub mod concepts;
pub mod document;
pub mod follower;
