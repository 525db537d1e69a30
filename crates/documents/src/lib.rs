//! Spreadsheets in and out, files in a zip, and QR codes. Knows no feature of the product.

pub mod package;
pub mod qr;
pub mod table;
