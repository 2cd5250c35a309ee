//! The invitation (giấy mời), one for all or one for each.

use chrono::NaiveDate;

use super::composition::{Composed, Composition, Opening};
use super::head::HeadParts;
use crate::dossier::Dossier;
use crate::paper::PaperKind;
use crate::proceedings::Invitee;

/// Composes it as the screen shows it: for the first who is invited by name, where there is one for each.
pub(super) fn compose(dossier: &Dossier, today: NaiveDate) -> Composed {
    let each = dossier.papers.get(&PaperKind::Invitation).is_some_and(|own| own.each);
    for_guest(dossier, dossier.proceedings.invitees.first().filter(|_| each), today)
}

/// Composes it for somebody who is invited by name, or for all.
pub(super) fn for_guest(dossier: &Dossier, _guest: Option<&Invitee>, today: NaiveDate) -> Composed {
    let mut paper = Composition::new(dossier, PaperKind::Invitation, Opening::Own, today);
    paper.head(&HeadParts { kind: "GM", ..HeadParts::default() });
    paper.title("GIẤY MỜI", "title", "{Event}");
    paper.finish("Giay moi")
}
