//! The papers of a dossier: values in, document tree out, one module a paper.
//!
//! Knows no HTML and no OOXML. Every paper composes from every dossier; what is missing is a visible hole.

mod address;
mod agenda;
mod banner;
mod broadcast;
mod cells;
mod composition;
mod conclusion;
mod count;
mod digest;
mod foot;
pub mod form;
mod guests;
pub mod handout;
mod head;
mod info;
mod invitation;
mod letter;
mod minutes;
mod notice;
mod place;
pub mod plan;
mod register;
mod report;
mod rules;
mod sign_in;
mod slot_names;
mod slots;
mod speaker;
mod stub;
mod tally;
mod timeline;
mod timetable;
mod told;
mod usual;

pub use composition::{Composed, Passage};
pub use foot::signature_lines;
pub use info::{Circumstance, PaperInfo, Stage};
pub use place::Place;
pub use slot_names::SlotNames;
pub use slots::{quota_words, words_of, words_without_quota};

pub use crate::paper::PaperKind;

use chrono::NaiveDate;
use composition::Opening;

use crate::document::Document;
use crate::dossier::Dossier;
use crate::form::Form;
use crate::plan::Recipients;

/// Composes a paper. `today` decides the official format of a paper that has no date yet.
pub fn compose(dossier: &Dossier, paper: PaperKind, today: NaiveDate) -> Document {
    composed(dossier, paper, today).document
}

/// Composes a paper, with the passages that the officer may word otherwise.
pub fn composed(dossier: &Dossier, paper: PaperKind, today: NaiveDate) -> Composed {
    let mut composed = one(dossier, paper, Opening::Own, today);
    if paper == PaperKind::Plan {
        composed.document.enclosures = enclosures(dossier, today);
    }
    composed
}

/// All copies of a paper that differ: one for each who is invited where the officer wants it so, else the paper alone.
pub fn copies(dossier: &Dossier, paper: PaperKind, today: NaiveDate) -> Vec<Document> {
    let each = dossier.papers.get(&paper).is_some_and(|own| own.each);
    if paper != PaperKind::Invitation || !each || dossier.proceedings.invitees.is_empty() {
        return vec![compose(dossier, paper, today)];
    }
    let guests = dossier.proceedings.invitees.iter();
    guests.map(|guest| invitation::for_guest(dossier, Some(guest), today).document).collect()
}

/// The papers that are enclosed with the plan, each once; the plan does not enclose itself.
fn enclosures(dossier: &Dossier, today: NaiveDate) -> Vec<Document> {
    let chosen = dossier.papers.get(&PaperKind::Plan).map(|own| own.enclosed.as_slice()).unwrap_or_default();
    let mut kinds: Vec<PaperKind> = Vec::new();
    for kind in chosen {
        if info::info(*kind).enclosed && !kinds.contains(kind) {
            kinds.push(*kind);
        }
    }
    // A form is a form and no Phụ lục: it says by itself what it goes with.
    let numbered = kinds.iter().filter(|kind| **kind != PaperKind::Form).count();
    let mut number = 0;
    let mut enclosed = Vec::new();
    for kind in kinds {
        number += u32::from(kind != PaperKind::Form);
        let opening = Opening::Enclosed((numbered > 1).then_some(number));
        enclosed.push(one(dossier, kind, opening, today).document);
    }
    enclosed
}

fn one(dossier: &Dossier, paper: PaperKind, opening: Opening, today: NaiveDate) -> Composed {
    let alone = |document| Composed { document, passages: Vec::new(), recipients: Recipients::default() };
    let form = || dossier.forms.first().cloned().unwrap_or_else(Form::default);
    match paper {
        PaperKind::Plan => alone(plan::compose(dossier, today)),
        PaperKind::Form => alone(form::compose(dossier, &form(), today)),
        PaperKind::Handout => alone(handout::compose(dossier, &form(), today)),
        PaperKind::Agenda => agenda::compose(dossier, opening, today),
        PaperKind::Banner => banner::compose(dossier, opening, today),
        PaperKind::Broadcast => broadcast::compose(dossier, opening, today),
        PaperKind::Conclusion => conclusion::compose(dossier, opening, today),
        PaperKind::Count => count::compose(dossier, opening, today),
        PaperKind::Digest => digest::compose(dossier, opening, today),
        PaperKind::Guests => guests::compose(dossier, opening, today),
        PaperKind::Letter => letter::compose(dossier, opening, today),
        PaperKind::Minutes => minutes::compose(dossier, opening, today),
        PaperKind::Notice => notice::compose(dossier, opening, today),
        PaperKind::Register => register::compose(dossier, opening, today),
        PaperKind::Report => report::compose(dossier, opening, today),
        PaperKind::Rules => rules::compose(dossier, opening, today),
        PaperKind::SignIn => sign_in::compose(dossier, opening, today),
        PaperKind::Speaker => speaker::compose(dossier, opening, today),
        PaperKind::Tally => tally::compose(dossier, opening, today),
        PaperKind::Timeline => timeline::compose(dossier, opening, today),
        PaperKind::Timetable => timetable::compose(dossier, opening, today),
        PaperKind::Invitation => invitation::compose(dossier, today),
    }
}

/// What there is to know of a kind of paper.
pub fn info(kind: PaperKind) -> PaperInfo {
    info::info(kind)
}
