//! How pages look to one reader: light or dark, the size of text, the language. Kept in one cookie, and only when
//! something was chosen.

pub mod pages;
