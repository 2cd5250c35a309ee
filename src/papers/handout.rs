//! The sheet on which villages sign for the forms that they receive (danh sách giao nhận phiếu).

use chrono::NaiveDate;

use super::{head, slots};
use crate::document::{Block, Cell, Document, Mark, Paragraph, Row, Run, Table};
use crate::dossier::Dossier;
use crate::form::{Form, FormPaper};
use crate::style::Role;
use crate::words;

/// A row that is signed in, in mm.
const ROW_MM: f32 = 12.0;

/// Composes the sheet for a form of the dossier: who gets how many copies, from which number to which, and room to sign.
pub fn compose(dossier: &Dossier, form: &Form, today: NaiveDate) -> Document {
    let mut format = dossier.format(today).format();
    format.page = FormPaper::default().page();
    let mark = Some(Mark(form.id.0));
    let paragraph = |role, runs| Block::Paragraph(Paragraph::new(role, runs, mark));
    let mut blocks = vec![head::form_head(head::Issue::of_plan(dossier), &format, false)];
    blocks.push(paragraph(Role::Kind, vec![Run::plain("Danh sách giao, nhận phiếu")]));
    let title = if form.title.is_blank() { vec![Run::hole(mark)] } else { slots::runs(dossier, &form.title) };
    blocks.push(paragraph(Role::Title, title));
    blocks.push(Block::Table(table(form, format.page.text_width())));
    let total = format!("Tổng cộng: {} phiếu.", words::thousands(u64::from(form.copies.total())));
    blocks.push(paragraph(Role::FormText, vec![Run::plain(total)]));
    Document::new("Danh sach giao nhan phieu", format, blocks)
}

fn table(form: &Form, width_mm: f32) -> Table {
    let numbered = form.first_serial();
    let mut heads = vec![("TT", 10.0), ("Thôn, tổ dân phố", 0.0), ("Người nhận", 0.0), ("Số phiếu", 18.0)];
    if numbered.is_some() {
        heads.push(("Từ số – đến số", 30.0));
    }
    heads.extend([("Ngày nhận", 24.0), ("Ký nhận", 26.0)]);
    // What the narrow columns leave is shared by the two that hold names.
    let narrow: f32 = heads.iter().map(|(_, width)| width).sum();
    let widths_mm =
        heads.iter().map(|(_, width)| if *width > 0.0 { *width } else { (width_mm - narrow) / 2.0 }).collect();
    let head = heads.iter().map(|(words, _)| Cell::text(Role::TableHead, vec![Run::plain(*words)], None)).collect();
    let mut next = numbered;
    let rows = form
        .copies
        .lots
        .iter()
        .enumerate()
        .map(|(at, lot)| {
            let mark = Some(Mark(lot.id.0));
            let named = |words: &str| {
                let words = words.trim();
                let runs = if words.is_empty() { Vec::new() } else { vec![Run::plain(words)] };
                Cell::text(Role::TableCell, runs, mark)
            };
            let middle = |words: String| Cell::text(Role::TableMiddle, vec![Run::plain(words)], mark);
            let mut cells = vec![
                middle((at + 1).to_string()),
                named(&lot.name),
                named(&lot.head),
                middle(words::thousands(u64::from(lot.copies))),
            ];
            if let Some(first) = next {
                let end = first.saturating_add(lot.copies);
                cells.push(middle(if lot.copies == 0 {
                    String::new()
                } else {
                    format!("{first:04} – {:04}", end - 1)
                }));
                next = Some(end);
            }
            cells.extend([named(""), named("")]);
            Row { cells, least_mm: ROW_MM, mark, ..Row::default() }
        })
        .collect();
    Table { widths_mm, head: vec![Row { cells: head, ..Row::default() }], rows, ..Table::default() }
}
