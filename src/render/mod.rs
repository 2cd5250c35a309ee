//! The document tree out: as marked-up text, as plain text, as a workbook; and what such files are packed in and bear.
//! Knows no plan and no form.

mod crc;
pub mod docx;
pub mod html;
pub mod png;
pub mod qr;
pub mod text;
pub mod xlsx;
mod xml;
pub mod zip;
