//! The form on which a speaker registers (phiếu đăng ký phát biểu).

use chrono::NaiveDate;

use super::composition::{Composed, Composition, Opening};
use crate::dossier::Dossier;
use crate::paper::PaperKind;

/// Composes it.
pub(super) fn compose(dossier: &Dossier, opening: Opening, today: NaiveDate) -> Composed {
    let mut paper = Composition::new(dossier, PaperKind::Speaker, opening, today);
    paper.plain_head();
    paper.title("PHIẾU ĐĂNG KÝ PHÁT BIỂU", "title", "{Event}");
    paper.finish("Phieu dang ky phat bieu")
}
