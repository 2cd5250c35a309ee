//! The minutes of the count (biên bản kiểm phiếu).

use chrono::NaiveDate;

use super::composition::{Composed, Composition, Opening};
use super::head::HeadParts;
use crate::dossier::Dossier;
use crate::paper::PaperKind;

/// Composes it.
pub(super) fn compose(dossier: &Dossier, opening: Opening, today: NaiveDate) -> Composed {
    let mut paper = Composition::new(dossier, PaperKind::Count, opening, today);
    paper.head(&HeadParts { kind: "BB", ..HeadParts::default() });
    paper.title("BIÊN BẢN", "title", "{Event}");
    paper.finish("Bien ban kiem phieu")
}
