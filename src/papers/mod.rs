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

use chrono::NaiveDate;

use crate::document::Document;
use crate::dossier::Dossier;
use crate::form::Form;

/// The kinds of paper that a dossier yields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PaperKind {
    /// The plan (Kế hoạch).
    Plan,
    /// The opinion form (phiếu lấy ý kiến): the first of the dossier's forms.
    Form,
}

impl PaperKind {
    /// All kinds.
    pub const ALL: [Self; 2] = [Self::Plan, Self::Form];

    /// The name by which commands and attributes call it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Form => "form",
        }
    }

    /// Reads [`PaperKind::code`] back.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Composes a paper. `today` decides the official format of a paper that has no date yet.
pub fn compose(dossier: &Dossier, paper: PaperKind, today: NaiveDate) -> Document {
    match paper {
        PaperKind::Plan => plan::compose(dossier, today),
        PaperKind::Form => match dossier.forms.first() {
            Some(form) => form::compose(dossier, form, today),
            None => form::compose(dossier, &Form::default(), today),
        },
    }
}
