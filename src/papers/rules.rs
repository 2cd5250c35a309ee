//! The rules of the conference (nội quy).

use chrono::NaiveDate;

use super::composition::{Composed, Composition, Opening};
use crate::dossier::Dossier;
use crate::paper::PaperKind;

/// Composes it.
pub(super) fn compose(dossier: &Dossier, opening: Opening, today: NaiveDate) -> Composed {
    let mut paper = Composition::new(dossier, PaperKind::Rules, opening, today);
    paper.plain_head();
    paper.title("NỘI QUY", "title", "{Event}");
    paper.finish("Noi quy hoi nghi")
}
