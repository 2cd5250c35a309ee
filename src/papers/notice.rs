//! The public notice (thông báo), posted and on the portal.

use chrono::NaiveDate;

use super::composition::{Composed, Composition, Opening};
use super::head::HeadParts;
use crate::dossier::Dossier;
use crate::paper::PaperKind;

/// Composes it.
pub(super) fn compose(dossier: &Dossier, opening: Opening, today: NaiveDate) -> Composed {
    let mut paper = Composition::new(dossier, PaperKind::Notice, opening, today);
    paper.head(&HeadParts { kind: "TB", ..HeadParts::default() });
    paper.title("THÔNG BÁO", "title", "{Event}");
    paper.finish("Thong bao")
}
