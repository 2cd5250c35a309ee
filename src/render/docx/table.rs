//! Tables of a Word file, and the columns of heads and feet, which are tables without lines.

use std::fmt::Write;

use super::body::Body;
use super::{points, twips};
use crate::document::{Columns, ColumnsKind, Paragraph, Row, Table};
use crate::style::Role;

/// The space between the text of a cell and its lines in pt: above and below, left and right. As on the sheet.
const PADDING_PT: [f32; 2] = [2.0, 4.0];

/// Which rows of a table stay on the page of what follows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stay {
    /// None.
    None,
    /// The last one.
    Last,
    /// All of them.
    All,
}

/// How a table begins.
struct Begin<'a> {
    widths_mm: &'a [f32],
    lines: bool,
}

/// The columns that stand below each other: one table, a row each.
pub(super) fn columns(body: &mut Body<'_>, rows: &[&Columns]) {
    let Some(first) = rows.first() else { return };
    begin(body, &Begin { widths_mm: &first.widths_mm, lines: false });
    for columns in rows {
        body.out.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        // As on the sheet: 3 pt above the number, 12 pt above the foot.
        let above = match columns.kind {
            ColumnsKind::Head => 0.0,
            ColumnsKind::Number => 3.0,
            ColumnsKind::Foot => 12.0,
        };
        for (width, lines) in columns.widths_mm.iter().zip(&columns.columns) {
            let _ = write!(body.out, "<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/>", twips(*width));
            if above > 0.0 {
                let _ = write!(body.out, "<w:tcMar><w:top w:w=\"{}\" w:type=\"dxa\"/></w:tcMar>", points(above));
            }
            body.out.push_str("</w:tcPr>");
            let keep = columns.kind != ColumnsKind::Foot;
            body.cell_lines(lines, *width, Role::HeadOwn, keep);
            body.out.push_str("</w:tc>");
        }
        body.out.push_str("</w:tr>");
    }
    body.end_table();
}

/// A table. What must stay together with what follows says so in each of its paragraphs, as Word wants it.
pub(super) fn table(body: &mut Body<'_>, table: &Table, stay: Stay) {
    begin(body, &Begin { widths_mm: &table.widths_mm, lines: !table.bare });
    // The cells that reach down into the next rows: at which column, how wide, how many rows more.
    let mut reaching: Vec<(u32, u32, u32)> = Vec::new();
    let head = table.head.iter().map(|row| (row, true, true));
    let rows = table.rows.iter().enumerate().map(|(at, row)| (row, false, table.stays(at)));
    let last = (table.head.len() + table.rows.len()).saturating_sub(1);
    for (at, (row, is_head, stays)) in head.chain(rows).enumerate() {
        let keep = stays || stay == Stay::All || (stay == Stay::Last && at == last);
        self::row(body, table, row, is_head, keep, &mut reaching);
    }
    body.end_table();
}

fn begin(body: &mut Body<'_>, begin: &Begin<'_>) {
    let whole: i32 = begin.widths_mm.iter().map(|width| twips(*width)).sum();
    let [above, beside] = if begin.lines { PADDING_PT.map(points) } else { [0, 0] };
    let _ = write!(body.out, "<w:tbl><w:tblPr><w:tblW w:w=\"{whole}\" w:type=\"dxa\"/>");
    if begin.lines {
        body.out.push_str("<w:tblBorders>");
        for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
            // Eighths of a point: half a point.
            let _ = write!(body.out, "<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>");
        }
        body.out.push_str("</w:tblBorders>");
    }
    let _ = write!(
        body.out,
        "<w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:top w:w=\"{above}\" w:type=\"dxa\"/><w:left w:w=\"{beside}\" w:type=\"dxa\"/>\
         <w:bottom w:w=\"{above}\" w:type=\"dxa\"/><w:right w:w=\"{beside}\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>"
    );
    for width in begin.widths_mm {
        let _ = write!(body.out, "<w:gridCol w:w=\"{}\"/>", twips(*width));
    }
    body.out.push_str("</w:tblGrid>");
}

fn row(body: &mut Body<'_>, table: &Table, row: &Row, is_head: bool, keep: bool, reaching: &mut Vec<(u32, u32, u32)>) {
    body.out.push_str("<w:tr><w:trPr><w:cantSplit/>");
    if row.least_mm > 0.0 {
        let _ = write!(body.out, "<w:trHeight w:val=\"{}\"/>", twips(row.least_mm));
    }
    if is_head {
        body.out.push_str("<w:tblHeader/>");
    }
    body.out.push_str("</w:trPr>");
    let mut before = std::mem::take(reaching);
    before.sort_unstable();
    let mut cells = row.cells.iter();
    let mut column = 0;
    loop {
        // What reaches down from above has its place in each row.
        if let Some(at) = before.iter().position(|(from, ..)| *from == column) {
            let (from, columns, left) = before.remove(at);
            cell_begin(body, table, from, columns, Some("continue"));
            body.out.push_str("<w:p/></w:tc>");
            column += columns;
            if left > 1 {
                reaching.push((from, columns, left - 1));
            }
            continue;
        }
        let Some(cell) = cells.next() else { break };
        let columns = cell.columns.max(1);
        cell_begin(body, table, column, columns, (cell.rows > 1).then_some("restart"));
        let role = if is_head { Role::TableHead } else { Role::TableCell };
        let beside = if table.bare { 0.0 } else { 2.0 * PADDING_PT[1] * 25.4 / 72.0 };
        let width = width_of(table, column, columns) - beside;
        body.in_table = !table.bare;
        body.cell_lines(&cell.lines, width, role, keep);
        body.in_table = false;
        body.out.push_str("</w:tc>");
        if cell.rows > 1 {
            reaching.push((column, columns, cell.rows - 1));
        }
        column += columns;
    }
    // A cell that reaches down past the last column of a short row.
    for (from, columns, left) in before {
        cell_begin(body, table, from, columns, Some("continue"));
        body.out.push_str("<w:p/></w:tc>");
        if left > 1 {
            reaching.push((from, columns, left - 1));
        }
    }
    body.out.push_str("</w:tr>");
}

/// The width in mm of a cell that begins at a column and takes so many.
fn width_of(table: &Table, column: u32, columns: u32) -> f32 {
    table.widths_mm.iter().skip(column as usize).take(columns as usize).sum()
}

fn cell_begin(body: &mut Body<'_>, table: &Table, column: u32, columns: u32, merge: Option<&str>) {
    let _ =
        write!(body.out, "<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/>", twips(width_of(table, column, columns)));
    if columns > 1 {
        let _ = write!(body.out, "<w:gridSpan w:val=\"{columns}\"/>");
    }
    if let Some(merge) = merge {
        let _ = write!(body.out, "<w:vMerge w:val=\"{merge}\"/>");
    }
    let align = if table.bare { "top" } else { "center" };
    let _ = write!(body.out, "<w:vAlign w:val=\"{align}\"/></w:tcPr>");
}

/// Whether a paragraph of a cell has the room above it that a short cell of a table without lines has on the sheet.
pub(super) fn bare_middle_pt(paragraph: &Paragraph, in_table: bool) -> f32 {
    if paragraph.role == Role::TableMiddle && !in_table { 3.0 } else { 0.0 }
}
