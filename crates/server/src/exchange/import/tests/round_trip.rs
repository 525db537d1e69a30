//! Written in bulk, out as HSDS and in again elsewhere: nothing is lost on the way.
