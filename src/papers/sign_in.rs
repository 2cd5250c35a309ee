//! The sign-in sheet (danh sách đại biểu dự hội nghị).

use chrono::NaiveDate;

use super::composition::{Composed, Composition, Opening};
use crate::dossier::Dossier;
use crate::paper::PaperKind;

/// Composes it.
pub(super) fn compose(dossier: &Dossier, opening: Opening, today: NaiveDate) -> Composed {
    let mut paper = Composition::new(dossier, PaperKind::SignIn, opening, today);
    paper.plain_head();
    paper.title("DANH SÁCH", "title", "{Event}");
    paper.finish("Danh sach dai bieu")
}
