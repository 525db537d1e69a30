//! voikko
