//! The rows of the sheet: which cell of a table stands where, and which places it takes. Knows cells, no file.

use std::ops::Range;

use super::content::{self, Content, Style};
use crate::document::{Paragraph, Row, Table};
use crate::render::xml;
use crate::style::{Format, text_width_mm};

/// The height of a line of Times New Roman of 12 pt in pt, as Excel sets it.
pub(super) const LINE_PT: f32 = 15.75;

/// The highest that a row may be, in pt.
const HIGHEST_PT: f32 = 409.0;

/// What a cell's text leaves free of its width, at both sides together, in mm.
const PADDING_MM: f32 = 2.0;

/// How much longer lines are than their letters, as they are broken between words.
const RAGGED: f32 = 1.1;

/// The sheet in the making.
pub(super) struct Sheet {
    widths_mm: Vec<f32>,
    rows: String,
    /// The number of the last row; rows are counted from 1.
    last: u32,
    merges: String,
    merged: u32,
    tables: u32,
    /// The first and the last row of the head of the first table, if it has one.
    head: Option<(u32, u32)>,
}

/// A cell of a table in the row in which it begins.
struct Placed {
    columns: Range<usize>,
    rows: u32,
    content: Content,
}

/// A cell that takes more than one place.
struct Reach {
    columns: Range<usize>,
    /// Its first row in the sheet.
    first: u32,
    /// How many rows of the table it still takes.
    rows: u32,
    /// What each of them gives it of its height, in pt.
    share_pt: f32,
}

impl Sheet {
    /// A sheet of columns, each so many mm wide.
    pub(super) fn new(widths_mm: Vec<f32>) -> Self {
        Self { widths_mm, rows: String::new(), last: 0, merges: String::new(), merged: 0, tables: 0, head: None }
    }

    /// The widths of its columns in mm.
    pub(super) fn widths_mm(&self) -> &[f32] {
        &self.widths_mm
    }

    /// Its rows as they stand in the file.
    pub(super) fn rows(&self) -> &str {
        &self.rows
    }

    /// What in it is merged, as it stands in the file.
    pub(super) fn merges(&self) -> String {
        // The list must not be there empty.
        if self.merged == 0 {
            return String::new();
        }
        format!("<mergeCells count=\"{}\">{}</mergeCells>", self.merged, self.merges)
    }

    /// The first and the last row of the head, where there is one table and it has a head.
    pub(super) fn only_head(&self) -> Option<(u32, u32)> {
        self.head.filter(|_| self.tables == 1)
    }

    /// Adds a table under its titles, an empty row below what stands there.
    pub(super) fn push_table(&mut self, titles: &[&Paragraph], table: &Table, format: &Format) {
        if self.tables > 0 {
            self.last += 1;
        }
        self.tables += 1;
        let columns = table.widths_mm.len();
        for title in titles {
            for piece in content::pieces(&content::paragraph_text(title, format)) {
                self.push_title(&piece, columns);
            }
        }
        let first = self.last + 1;
        self.push_rows(&table.head, columns, true, format);
        if self.tables == 1 && self.last >= first {
            self.head = Some((first, self.last));
        }
        self.push_rows(&table.rows, columns, false, format);
    }

    fn push_title(&mut self, text: &str, columns: usize) {
        // A row whose cells are merged does not grow with its text by itself.
        self.open_row(Some(self.height_pt(text, &(0..columns), true)), true);
        self.push_cell(0, Style::TITLE, text);
        self.rows.push_str("</row>");
        self.merge(self.last, &(0..columns));
    }

    /// Adds the head or the body of a table. A cell that reaches down takes places of the rows below in it, never beyond.
    fn push_rows(&mut self, rows: &[Row], columns: usize, head: bool, format: &Format) {
        let mut reaching = Vec::new();
        for row in rows {
            self.push_row(row, columns, head, format, &mut reaching);
        }
        for reach in reaching {
            self.merge(reach.first, &reach.columns);
        }
    }

    fn push_row(&mut self, row: &Row, columns: usize, head: bool, format: &Format, reaching: &mut Vec<Reach>) {
        let placed = place(row, columns, head, format, reaching);
        let ends = placed.iter().map(|cell| cell.columns.end).chain(reaching.iter().map(|reach| reach.columns.end));
        let width = ends.fold(columns, usize::max);
        let first = self.last + 1;
        // Every row is told its height: LibreOffice makes a row of wrapped text one line high. Fixed are those that are
        // written into by hand, or whose cells share places, which Excel does not look at.
        let fixed = row.least_mm > 0.0
            || !reaching.is_empty()
            || placed.iter().any(|cell| cell.rows > 1 || cell.columns.len() > 1);
        let shares: Vec<f32> = placed.iter().map(|cell| self.share_pt(cell, head)).collect();
        let least = shares.iter().copied().chain(reaching.iter().map(|reach| reach.share_pt));
        let mut height = Some(least.fold(row.least_mm * 72.0 / 25.4, f32::max));
        let lines = placed.iter().map(|cell| cell.content.pieces.len()).fold(1, usize::max);
        let empty = if head { Style::HEAD } else { Style::CELL };
        for line in 0..lines {
            self.open_row(height.take(), fixed);
            for column in 0..width {
                let cell = placed.iter().find(|cell| cell.columns.start == column);
                match cell.and_then(|cell| Some((cell.content.style, cell.content.pieces.get(line)?))) {
                    Some((style, piece)) => self.push_cell(column, style, piece),
                    None => self.push_cell(column, empty, ""),
                }
            }
            self.rows.push_str("</row>");
        }
        for (cell, share_pt) in placed.into_iter().zip(shares) {
            // Each piece but the last keeps to its row.
            let mut at = first;
            for _ in 1..cell.content.pieces.len() {
                self.merge_rows(at, at, &cell.columns);
                at += 1;
            }
            reaching.push(Reach { columns: cell.columns, first: at, rows: cell.rows, share_pt });
        }
        for reach in &mut *reaching {
            reach.rows -= 1;
            if reach.rows == 0 && (reach.columns.len() > 1 || reach.first < first) {
                self.merge(reach.first, &reach.columns);
            }
        }
        reaching.retain(|reach| reach.rows > 0);
    }

    /// What a row of the table must give a cell in height, in pt.
    fn share_pt(&self, cell: &Placed, bold: bool) -> f32 {
        let text = cell.content.pieces.first().map_or("", String::as_str);
        self.height_pt(text, &cell.columns, bold) / cell.rows as f32
    }

    /// About the height that a text takes in these columns, in pt.
    fn height_pt(&self, text: &str, columns: &Range<usize>, bold: bool) -> f32 {
        let width: f32 = self.widths_mm.iter().take(columns.end).skip(columns.start).sum();
        // A column too narrow for a word breaks the word.
        let width = (width - PADDING_MM).max(PADDING_MM);
        let lines = text.split('\n').map(|line| (text_width_mm(line, 12.0, bold) * RAGGED / width).ceil().max(1.0));
        lines.sum::<f32>() * LINE_PT
    }

    /// Opens a row of a height; one that is not fixed grows with what is written into it.
    fn open_row(&mut self, height_pt: Option<f32>, fixed: bool) {
        self.last += 1;
        self.rows.push_str(&format!("<row r=\"{}\"", self.last));
        if let Some(height) = height_pt {
            let height = super::decimal(height.min(HIGHEST_PT));
            let fixed = if fixed { " customHeight=\"1\"" } else { "" };
            self.rows.push_str(&format!(" ht=\"{height}\"{fixed}"));
        }
        self.rows.push('>');
    }

    /// Adds a cell to the last row: letters as letters, never as a formula.
    fn push_cell(&mut self, column: usize, style: Style, text: &str) {
        let out = &mut self.rows;
        out.push_str("<c r=\"");
        push_reference(column, self.last, out);
        out.push_str(&format!("\" s=\"{}\"", style.0));
        if text.is_empty() {
            out.push_str("/>");
        } else if style.is_number() {
            out.push_str(&format!("><v>{text}</v></c>"));
        } else {
            out.push_str(" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
            push_letters(text, out);
            out.push_str("</t></is></c>");
        }
    }

    /// Merges these columns from a row to the last one.
    fn merge(&mut self, first: u32, columns: &Range<usize>) {
        self.merge_rows(first, self.last, columns);
    }

    /// Merges these columns of these rows; one place is none to merge.
    fn merge_rows(&mut self, first: u32, last: u32, columns: &Range<usize>) {
        if first >= last && columns.len() <= 1 {
            return;
        }
        self.merged += 1;
        self.merges.push_str("<mergeCell ref=\"");
        push_reference(columns.start, first, &mut self.merges);
        self.merges.push(':');
        push_reference(columns.end - 1, last, &mut self.merges);
        self.merges.push_str("\"/>");
    }
}

/// Where the cells of a row stand, beside those that reach down into it.
fn place(row: &Row, columns: usize, head: bool, format: &Format, reaching: &[Reach]) -> Vec<Placed> {
    let taken = |column: usize| reaching.iter().any(|reach| reach.columns.contains(&column));
    let mut placed = Vec::new();
    let mut at = 0;
    for cell in &row.cells {
        while taken(at) {
            at += 1;
        }
        // A cell never goes beyond the table, nor over one that reaches down.
        let mut end = at + 1;
        while end < columns && end - at < cell.columns as usize && !taken(end) {
            end += 1;
        }
        let content = if head { content::head(cell, format) } else { content::body(cell, format) };
        placed.push(Placed { columns: at..end, rows: cell.rows.max(1), content });
        at = end;
    }
    placed
}

/// The name of a place, its column counted from 0 and its row from 1: "A1", "AB12".
fn push_reference(column: usize, row: u32, out: &mut String) {
    let start = out.len();
    let mut left = column + 1;
    while left > 0 {
        out.insert(start, char::from(b'A' + ((left - 1) % 26) as u8));
        left = (left - 1) / 26;
    }
    out.push_str(&row.to_string());
}

/// Letters as a workbook writes them. "_x0041_" names a letter there, so the underscore that such a name begins with
/// is named itself.
fn push_letters(text: &str, out: &mut String) {
    let mut written = 0;
    for (at, _) in text.match_indices("_x") {
        let name = text.as_bytes().get(at + 2..at + 7);
        if name.is_some_and(|name| name[4] == b'_' && name[..4].iter().all(u8::is_ascii_hexdigit)) {
            xml::escape(&text[written..at], out);
            out.push_str("_x005F_");
            written = at + 1;
        }
    }
    xml::escape(&text[written..], out);
}
