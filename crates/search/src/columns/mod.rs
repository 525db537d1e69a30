//! What is known of each document of a segment, laid out in memory for filtering, counting and sorting.
//!
//! A segment never changes but for deletions, so its columns are made once when it appears and shared by every search until it is merged away.

mod bits;
mod days;
mod facets;
mod frequent;
mod points;
mod segment;
mod values;

pub(crate) use bits::Bits;
pub(crate) use days::Days;
pub(crate) use points::{Circle, Origin, Points, ROUGHNESS};
pub(crate) use segment::{BEST_MERIT, Columns, Today};
pub(crate) use values::Values;
