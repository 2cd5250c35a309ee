//! Plain text: a paragraph a line, columns one after the other, a row of a table a line with tabs between its cells.
//! Of a picture its words, each on a line.

use crate::document::{Block, Cell, Document, Line, Paragraph};
use crate::style::Format;

/// The paper as plain text. Drawn lines are left out; every paragraph is one line. What every page bears above and below
/// stands once, at either end.
pub fn text(document: &Document) -> String {
    let mut out = String::new();
    let margin = |line: &str, out: &mut String| {
        if !line.is_empty() {
            out.push_str(line);
            out.push('\n');
        }
    };
    for (at, part) in document.parts().enumerate() {
        if at > 0 {
            out.push('\n');
        }
        margin(&part.header, &mut out);
        part.blocks.iter().for_each(|block| push_block(block, &part.format, &mut out));
        margin(&part.footer, &mut out);
    }
    out
}

fn push_block(block: &Block, format: &Format, out: &mut String) {
    match block {
        Block::Table(table) => {
            for row in table.head.iter().chain(&table.rows) {
                let cells: Vec<String> =
                    row.cells.iter().enumerate().map(|(at, cell)| cell_text(cell, at, format)).collect();
                out.push_str(&cells.join("\t"));
                out.push('\n');
            }
        }
        Block::Lines(lines) => {
            for _ in 0..lines.count {
                out.push_str(&".".repeat(80));
                out.push('\n');
            }
        }
        Block::Group(group) => group.blocks.iter().for_each(|block| push_block(block, format, out)),
        _ => {
            let columns = matches!(block, Block::Columns(_));
            if columns && !out.is_empty() {
                out.push('\n');
            }
            block.paragraphs(&mut |paragraph| {
                out.push_str(&line(paragraph, format));
                out.push('\n');
            });
            if columns {
                out.push('\n');
            }
        }
    }
}

/// The words of a cell that has so many before it.
fn cell_text(cell: &Cell, column: usize, format: &Format) -> String {
    let mut lines = Vec::new();
    for found in &cell.lines {
        // What a picture says is no running text: each on a line of its own, in the column of the cell.
        if let Line::Drawing(drawing) = found {
            let told: Vec<String> = drawing.told().map(|told| line(told, format)).collect();
            lines.push(told.join(&format!("\n{}", "\t".repeat(column))));
            continue;
        }
        found.paragraph(&mut |paragraph| lines.push(line(paragraph, format)));
    }
    lines.join(" ")
}

/// A paragraph as one line.
fn line(paragraph: &Paragraph, format: &Format) -> String {
    let text = paragraph.text().replace('\n', " ");
    if format.role(paragraph.role).caps { crate::words::upper(&text) } else { text }
}
