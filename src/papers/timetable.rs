//! The assignment timetable (bảng phân công nhiệm vụ), by date.

use chrono::NaiveDate;

use super::composition::{Composed, Composition, Opening};
use crate::dossier::Dossier;
use crate::paper::PaperKind;

/// Composes it.
pub(super) fn compose(dossier: &Dossier, opening: Opening, today: NaiveDate) -> Composed {
    let mut paper = Composition::new(dossier, PaperKind::Timetable, opening, today);
    paper.plain_head();
    paper.title("BẢNG PHÂN CÔNG NHIỆM VỤ", "title", "{Event}");
    paper.finish("Bang phan cong nhiem vu")
}
