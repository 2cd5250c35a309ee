//! The papers of a dossier: values in, document tree out, one module a paper.
//!
//! Knows no HTML and no OOXML. Every paper composes from every dossier; what is missing is a visible hole.

mod foot;
pub mod form;
pub mod handout;
mod head;
mod place;
pub mod plan;
mod slot_names;
mod slots;
mod stub;

pub use place::Place;
pub use slot_names::SlotNames;
pub use slots::words_of;

pub use crate::paper::PaperKind;

use chrono::NaiveDate;

use crate::document::Document;
use crate::dossier::Dossier;
use crate::form::Form;

/// Composes a paper. `today` decides the official format of a paper that has no date yet.
pub fn compose(dossier: &Dossier, paper: PaperKind, today: NaiveDate) -> Document {
    match paper {
        PaperKind::Handout => match dossier.forms.first() {
            Some(form) => handout::compose(dossier, form, today),
            None => handout::compose(dossier, &Form::default(), today),
        },
        PaperKind::Form => match dossier.forms.first() {
            Some(form) => form::compose(dossier, form, today),
            None => form::compose(dossier, &Form::default(), today),
        },
        _ => plan::compose(dossier, today),
    }
}
