//! The report on the results (báo cáo kết quả).

use chrono::NaiveDate;

use super::composition::{Composed, Composition, Opening};
use super::head::HeadParts;
use crate::dossier::Dossier;
use crate::paper::PaperKind;

/// Composes it.
pub(super) fn compose(dossier: &Dossier, opening: Opening, today: NaiveDate) -> Composed {
    let mut paper = Composition::new(dossier, PaperKind::Report, opening, today);
    paper.head(&HeadParts { kind: "BC", ..HeadParts::default() });
    paper.title("BÁO CÁO", "title", "{Event}");
    paper.finish("Bao cao ket qua")
}
