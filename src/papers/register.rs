//! The register of speakers (danh sách đăng ký phát biểu).

use chrono::NaiveDate;

use super::composition::{Composed, Composition, Opening};
use crate::dossier::Dossier;
use crate::paper::PaperKind;

/// Composes it.
pub(super) fn compose(dossier: &Dossier, opening: Opening, today: NaiveDate) -> Composed {
    let mut paper = Composition::new(dossier, PaperKind::Register, opening, today);
    paper.plain_head();
    paper.title("DANH SÁCH", "title", "{Event}");
    paper.finish("Danh sach dang ky phat bieu")
}
