//! The notice as it is read out on the loudspeaker (bản tin truyền thanh).

use chrono::NaiveDate;

use super::composition::{Composed, Composition, Opening};
use crate::dossier::Dossier;
use crate::paper::PaperKind;

/// Composes it.
pub(super) fn compose(dossier: &Dossier, opening: Opening, today: NaiveDate) -> Composed {
    let mut paper = Composition::new(dossier, PaperKind::Broadcast, opening, today);
    paper.plain_head();
    paper.title("BẢN TIN TRUYỀN THANH", "title", "{Event}");
    paper.finish("Ban tin truyen thanh")
}
