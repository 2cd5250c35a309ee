//! Plain text: a paragraph a line, columns one after the other.

use crate::document::{Block, Document};
use crate::style::Format;

/// The paper as plain text. Drawn lines are left out; every paragraph is one line.
pub fn text(document: &Document) -> String {
    let mut out = String::new();
    for block in document.sections.iter().flat_map(|section| &section.blocks) {
        push_block(block, &document.format, &mut out);
    }
    out
}

fn push_block(block: &Block, format: &Format, out: &mut String) {
    if matches!(block, Block::Columns(_)) && !out.is_empty() {
        out.push('\n');
    }
    block.paragraphs(&mut |paragraph| {
        let text = paragraph.text().replace('\n', " ");
        out.push_str(&if format.role(paragraph.role).caps { crate::words::upper(&text) } else { text });
        out.push('\n');
    });
    if matches!(block, Block::Columns(_)) {
        out.push('\n');
    }
}
