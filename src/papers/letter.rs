//! The cover letter that passes the plan on (công văn).

use chrono::NaiveDate;

use super::composition::{Composed, Composition, Opening};
use super::head::HeadParts;
use crate::dossier::Dossier;
use crate::paper::PaperKind;

/// Composes it.
pub(super) fn compose(dossier: &Dossier, opening: Opening, today: NaiveDate) -> Composed {
    let mut paper = Composition::new(dossier, PaperKind::Letter, opening, today);
    paper.head(&HeadParts { kind: "CV", ..HeadParts::default() });
    paper.title("CÔNG VĂN", "title", "{Event}");
    paper.finish("Cong van")
}
