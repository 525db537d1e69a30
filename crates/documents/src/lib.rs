//! Spreadsheets in and out, and QR codes. Knows no feature of the product.

pub mod qr;
pub mod table;
