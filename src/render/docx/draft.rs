//! The draft that a copy carries, in a part of its own that Word keeps and nobody sees.

use std::fmt::Write;

use super::package::{HEAD, Relations};
use crate::render::xml::{escape, is_allowed};
use crate::render::zip::Zip;

/// The name space by which the part is known again.
pub const SPACE: &str = "urn:doi-thoai:draft";

/// The entry of the part's properties among the types of content.
pub(super) const CONTENT_TYPE: &str = "<Override PartName=\"/customXml/itemProps1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.customXmlProperties+xml\"/>";

/// What the words of a body come to, white space left out, since Word cuts words into runs as it likes: FNV-1a, 64 bits.
/// It tells that somebody wrote in the copy, and serves no secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Print(u64);

impl Default for Print {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Print {
    /// Adds the characters of a run.
    pub fn add(&mut self, text: &str) {
        for letter in text.chars().filter(|letter| !letter.is_whitespace() && is_allowed(*letter)) {
            self.0 = (self.0 ^ u64::from(letter as u32)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    /// As the part says it.
    pub fn digits(self) -> String {
        format!("{:016x}", self.0)
    }
}

/// Adds the part, its properties and their relation to a file.
pub(super) fn add(draft: &str, print: &Print, zip: &mut Zip) {
    let mut item = format!("{HEAD}<draft xmlns=\"{SPACE}\" words=\"{}\">", print.digits());
    let mut json = String::with_capacity(draft.len());
    for letter in draft.chars() {
        // What XML forbids can only stand in a string of JSON, which has its own way to write it.
        if is_allowed(letter) {
            json.push(letter);
        } else {
            let _ = write!(json, "\\u{:04x}", letter as u32);
        }
    }
    escape(&json, &mut item);
    item.push_str("</draft>");
    zip.add("customXml/item1.xml", item.as_bytes());
    let properties = format!(
        "{HEAD}<ds:datastoreItem ds:itemID=\"{{6D0C1A52-8E0B-4C5B-9C43-7C2F3B1F5D10}}\" xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\">\
         <ds:schemaRefs><ds:schemaRef ds:uri=\"{SPACE}\"/></ds:schemaRefs></ds:datastoreItem>"
    );
    zip.add("customXml/itemProps1.xml", properties.as_bytes());
    let mut relations = Relations::new();
    relations.add("rId1", "customXmlProps", "itemProps1.xml");
    zip.add("customXml/_rels/item1.xml.rels", relations.finish().as_bytes());
}
