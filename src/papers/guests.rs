//! The introduction of guests (giới thiệu đại biểu).

use chrono::NaiveDate;

use super::composition::{Composed, Composition, Opening};
use crate::dossier::Dossier;
use crate::paper::PaperKind;

/// Composes it.
pub(super) fn compose(dossier: &Dossier, opening: Opening, today: NaiveDate) -> Composed {
    let mut paper = Composition::new(dossier, PaperKind::Guests, opening, today);
    paper.plain_head();
    paper.title("GIỚI THIỆU ĐẠI BIỂU", "title", "{Event}");
    paper.finish("Gioi thieu dai bieu")
}
