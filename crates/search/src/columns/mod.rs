//! What is known of each document of a segment, laid out for filtering, counting and sorting.
