//! The document half of Đối Thoại: values in, papers out.
//!
//! Pure Rust without I/O, clock, random numbers or a browser: today's date and new identifiers are passed in,
//! so every paper can be made again, byte for byte. The modules stand in reading order.

pub mod json;
pub mod words;

pub mod id;
pub mod text;

pub mod organ;
pub mod plan;

pub mod paper;
pub mod proceedings;

pub mod office;

pub mod style;

pub mod document;
pub mod finding;
pub mod form;

pub mod dossier;
pub mod edit;
pub mod timeline;

pub mod compare;
pub mod papers;
pub mod render;
pub mod renew;

pub mod rules;

pub mod import;

pub mod draft;
pub mod facts;
pub mod templates;
