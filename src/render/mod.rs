//! The document tree out: as marked-up text, as plain text. Knows no plan and no form.

pub mod html;
pub mod qr;
pub mod text;
