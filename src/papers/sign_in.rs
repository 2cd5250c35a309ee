//! The sign-in sheet (danh sách đại biểu dự hội nghị).

use chrono::NaiveDate;

use super::cells::{blank_row, cell, heading_row};
use super::composition::{Composed, Composition, Opening};
use super::foot::{Signing, signatures};
use super::{Place, slots};
use crate::document::{Block, Paragraph, Row, Run};
use crate::dossier::Dossier;
use crate::paper::PaperKind;
use crate::plan::Role as Part;
use crate::style::Role;
use crate::words;

/// The columns with their parts of the width.
const HEADS: [(&str, f32); 5] =
    [("TT", 12.0), ("Họ và tên", 50.0), ("Chức vụ, đơn vị", 53.0), ("Ký tên", 28.0), ("Ghi chú", 22.0)];

/// A row that is signed in, in mm.
const ROW_MM: f32 = 10.0;

/// Rows for a circle whose number is not known.
const ROWS_OF_CIRCLE: u32 = 8;

/// Rows where nothing at all is known, and at most of circles whose number is not.
const ROWS: u32 = 40;

/// Rows at most, whatever the plan says.
const MOST_ROWS: u32 = 400;

/// Rows below those who are listed, for who comes unlisted.
const SPARE: usize = 5;

/// Composes it.
pub(super) fn compose(dossier: &Dossier, opening: Opening, today: NaiveDate) -> Composed {
    let mut paper = Composition::new(dossier, PaperKind::SignIn, opening, today);
    paper.plain_head();
    paper.title("DANH SÁCH", "title", "Đại biểu dự {meeting}");
    let when = format!("(Thời gian: {}; địa điểm: {{where}})", paper.held_or_planned());
    paper.passage("when", Role::FormNote, &when);
    let rows = if dossier.proceedings.invitees.is_empty() { blank(dossier) } else { invited(dossier) };
    paper.table(&HEADS, rows);
    // Counted by hand when all have signed.
    let present = vec![Run::plain("Tổng số đại biểu có mặt: "), Run::leader(25), Run::plain(" người.")];
    paper.blocks.push(Block::Paragraph(Paragraph::new(Role::FormText, present, None)));
    let signing = [Signing::by_hand("Người lập danh sách")];
    paper.blocks.push(signatures(&signing, None, "", &paper.format));
    paper.finish("Danh sach dai bieu")
}

/// Those who are invited, under a heading for each part that they take, and rows for who comes unlisted.
fn invited(dossier: &Dossier) -> Vec<Row> {
    let invitees = &dossier.proceedings.invitees;
    let parts = [
        (Part::Chair, "Chủ trì hội nghị"),
        (Part::Guest, "Đại biểu mời"),
        (Part::Attend, "Đại biểu tham dự"),
        (Part::Dialogue, "Đại biểu tham gia đối thoại"),
    ];
    let mut groups = Vec::new();
    for (part, heading) in parts {
        let group: Vec<_> = invitees.iter().filter(|invitee| invitee.role == part).collect();
        if !group.is_empty() {
            groups.push((heading, group));
        }
    }
    let headed = groups.len() > 1;
    let mut rows = Vec::new();
    let mut number = 0;
    for (at, (heading, group)) in groups.into_iter().enumerate() {
        if headed {
            let heading = format!("{}. {heading}", words::roman(at as u32 + 1));
            rows.push(heading_row(Role::TableCell, vec![Run::plain(heading)], HEADS.len(), None));
        }
        for invitee in group {
            number += 1;
            let mark = Some(Place::Thing(invitee.id).mark());
            let name = Composition::or_hole(&invitee.name, mark);
            let cells = vec![
                cell(Role::TableMiddle, &number.to_string(), mark),
                crate::document::Cell::text(Role::TableCell, name, mark),
                cell(Role::TableCell, invitee.office.trim(), mark),
                cell(Role::TableCell, "", mark),
                cell(Role::TableCell, "", mark),
            ];
            rows.push(Row { cells, least_mm: ROW_MM, mark, ..Row::default() });
        }
    }
    rows.extend((1..=SPARE).map(|at| signed(number + at)));
    rows
}

/// Where nobody is listed: a heading for each circle, and as many rows as come of it.
fn blank(dossier: &Dossier) -> Vec<Row> {
    let circles = &dossier.plan.circles;
    if circles.is_empty() {
        return (1..=ROWS as usize).map(signed).collect();
    }
    let (mut unknown, mut left) = (ROWS, MOST_ROWS);
    let mut rows = Vec::new();
    let mut number = 0;
    for circle in circles {
        let count = match circle.total() {
            Some((count, _)) => count.min(left),
            None => {
                let count = ROWS_OF_CIRCLE.min(unknown);
                unknown -= count;
                count.min(left)
            }
        };
        left -= count;
        let mark = Some(Place::Thing(circle.id).mark());
        let heading =
            if circle.heading.is_blank() { vec![Run::hole(mark)] } else { slots::runs(dossier, &circle.heading) };
        rows.push(heading_row(Role::TableCell, heading, HEADS.len(), mark));
        for _ in 0..count {
            number += 1;
            rows.push(signed(number));
        }
    }
    rows
}

/// A row to write into.
fn signed(number: usize) -> Row {
    blank_row([Role::TableMiddle, Role::TableCell], number, HEADS.len(), ROW_MM, None)
}
