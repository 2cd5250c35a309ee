//! The papers of a dossier: values in, document tree out, one module a paper.
//!
//! Knows no HTML and no OOXML. Every paper composes from every dossier; what is missing is a visible hole.

mod foot;
mod head;
mod place;
pub mod plan;
mod slot_names;
mod slots;

pub use place::Place;
pub use slot_names::SlotNames;
pub use slots::words_of;

use chrono::NaiveDate;

use crate::document::Document;
use crate::dossier::Dossier;

/// The kinds of paper that a dossier yields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PaperKind {
    /// The plan (Kế hoạch).
    Plan,
}

impl PaperKind {
    /// All kinds.
    pub const ALL: [Self; 1] = [Self::Plan];

    /// The name by which commands and attributes call it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Plan => "plan",
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
    }
}
