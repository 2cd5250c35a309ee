//! The register of speakers (danh sách đăng ký phát biểu).

use chrono::NaiveDate;

use super::cells::blank_row;
use super::composition::{Composed, Composition, Opening};
use crate::dossier::Dossier;
use crate::paper::PaperKind;
use crate::style::Role;

/// The columns with their parts of the width: seven to write into by hand, so the page is turned.
const HEADS: [(&str, f32); 7] = [
    ("TT", 10.0),
    ("Họ và tên", 46.0),
    ("Đơn vị, thôn", 42.0),
    ("Điện thoại", 28.0),
    ("Nội dung đăng ký", 79.0),
    ("Thời gian đăng ký", 26.0),
    ("Ghi chú", 26.0),
];

/// How many rows there are to write into: two pages.
const ROWS: usize = 20;

/// A row that is written into, in mm.
const ROW_MM: f32 = 11.0;

/// Composes it.
pub(super) fn compose(dossier: &Dossier, opening: Opening, today: NaiveDate) -> Composed {
    let mut paper = Composition::new(dossier, PaperKind::Register, opening, today);
    paper.landscape();
    paper.plain_head();
    paper.title("DANH SÁCH", "title", "Đăng ký phát biểu tại {meeting}");
    let when = format!("(Thời gian: {}; địa điểm: {{where}})", paper.held_or_planned());
    paper.passage("when", Role::FormNote, &when);
    let row = |at| blank_row([Role::TableMiddle, Role::TableCell], at, HEADS.len(), ROW_MM, None);
    paper.table(&HEADS, (1..=ROWS).map(row).collect());
    paper.finish("Danh sach dang ky phat bieu")
}
