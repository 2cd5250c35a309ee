//! The tally of returned forms (bảng tổng hợp kết quả phiếu).

use chrono::NaiveDate;

use super::composition::{Composed, Composition, Opening};
use crate::dossier::Dossier;
use crate::paper::PaperKind;

/// Composes it.
pub(super) fn compose(dossier: &Dossier, opening: Opening, today: NaiveDate) -> Composed {
    let mut paper = Composition::new(dossier, PaperKind::Tally, opening, today);
    paper.plain_head();
    paper.title("BẢNG TỔNG HỢP", "title", "{Event}");
    paper.finish("Bang tong hop phieu")
}
