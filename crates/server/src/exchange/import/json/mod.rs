//! Reading JSON of any source: records one at a time out of whatever frame they stand in, and what is told of each.

pub(super) mod fields;
pub(super) mod stream;
pub(super) mod telling;
