//! A paper as a Word file (.docx, ISO/IEC 29500): a zip of parts in WordprocessingML.
//!
//! Written by hand in the order of the schema, since Word refuses what stands out of order. What a clerk goes on with is
//! real: a style for each role, numbers that Word counts itself, table heads that repeat, boxes that can be ticked. The
//! file holds the paper and nothing else: no author, no date of writing, no name of a file. Knows no plan and no form.

mod body;
mod draft;
mod image;
mod numbering;
mod package;
mod section;
mod styles;
mod table;

pub use draft::{Print, SPACE};

use crate::document::Document;

/// What the file is called among types of media.
pub const MIME: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// The paper, and what is enclosed with it, as a Word file.
pub fn file(document: &Document) -> Vec<u8> {
    package::package(&[document], None)
}

/// Several papers as one Word file, each beginning on a page of its own, such as one invitation for each guest. They are
/// set alike: the styles are those of the first.
pub fn files(documents: &[Document]) -> Vec<u8> {
    package::package(&documents.iter().collect::<Vec<_>>(), None)
}

/// The paper with its draft inside, which the product opens again. Only for whoever asks for it: the draft holds more than
/// the paper prints.
pub fn with_draft(document: &Document, draft: &str) -> Vec<u8> {
    package::package(&[document], Some(draft))
}

/// Twentieths of a point in a millimetre, in which Word measures.
const TWIPS_PER_MM: f32 = 1440.0 / 25.4;

/// A length in mm in twentieths of a point.
fn twips(mm: f32) -> i32 {
    (mm * TWIPS_PER_MM).round() as i32
}

/// A length in pt in twentieths of a point.
fn points(pt: f32) -> i32 {
    (pt * 20.0).round() as i32
}

/// A length in mm in the unit of drawings (EMU, 914,400 to the inch).
fn emu(mm: f32) -> i32 {
    (mm * 36_000.0).round() as i32
}

#[cfg(test)]
mod tests;
