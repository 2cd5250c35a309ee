//! The agenda with clock times (chương trình chi tiết).

use chrono::NaiveDate;

use super::composition::{Composed, Composition, Opening};
use crate::dossier::Dossier;
use crate::paper::PaperKind;

/// Composes it.
pub(super) fn compose(dossier: &Dossier, opening: Opening, today: NaiveDate) -> Composed {
    let mut paper = Composition::new(dossier, PaperKind::Agenda, opening, today);
    paper.plain_head();
    paper.title("CHƯƠNG TRÌNH", "title", "{Event}");
    paper.finish("Chuong trinh")
}
