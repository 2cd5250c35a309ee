//! The papers beside the plan as views see them: what each has of its own, and what became known around the conference.

use std::collections::BTreeSet;

use doi_thoai::edit::Command;
use doi_thoai::paper::OwnPaper;
use doi_thoai::papers::{PaperKind, Passage, composed};
use doi_thoai::proceedings::Proceedings;
use leptos::prelude::*;

use super::{Session, Thing};
use crate::kit::memo;
use crate::locales::fill;

impl Session {
    /// What a paper has of its own.
    pub fn own_paper(self, kind: PaperKind) -> Thing<OwnPaper> {
        Thing::new(
            kind.code(),
            move |see| match self.dossier().papers.get(&kind) {
                Some(own) => see(own),
                None => see(&OwnPaper::default()),
            },
            move |word, change| {
                let mut own = self.dossier_now().papers.get(&kind).cloned().unwrap_or_default();
                change(&mut own);
                self.carry_out("paper", word, Command::SetPaper(kind, Box::new(own)));
            },
        )
    }

    /// The papers that are left out of what is saved and printed together, as long as the draft is open; `first` says which
    /// before the officer did.
    pub fn left_out(self, first: impl FnOnce() -> BTreeSet<PaperKind>) -> RwSignal<BTreeSet<PaperKind>> {
        self.left_out.get_value().unwrap_or_else(|| {
            // It outlives the page that asks first.
            let made = ArcRwSignal::new(first());
            let signal = self.desk.living(|| RwSignal::from(made));
            self.left_out.set_value(Some(signal));
            signal
        })
    }

    /// Adds things that were pasted, in one step, and says how many.
    pub fn add_all(self, name: &'static str, all: Vec<Command>) {
        let words = fill(self.desk.messages().added_n, &[("n", &all.len().to_string())]);
        self.apply(name, Command::Batch(all));
        self.desk.tell_with_undo(words, move || self.undo());
    }

    /// The passages of a paper, as a signal that changes only when they do.
    pub fn passages(self, kind: PaperKind) -> Memo<Vec<Passage>> {
        memo(move || composed(&self.dossier(), kind, self.today).passages)
    }

    /// What became known around the conference, but for its lists, which have things of their own.
    pub fn proceedings(self) -> Thing<Proceedings> {
        Thing::new(
            "proceedings",
            move |see| see(&self.dossier().proceedings),
            move |word, change| {
                let dossier = self.dossier_now();
                let now = &dossier.proceedings;
                let mut proceedings = Proceedings {
                    matter: now.matter.clone(),
                    chair: now.chair.clone(),
                    secretary: now.secretary.clone(),
                    attended: now.attended,
                    held: now.held,
                    began: now.began,
                    ended: now.ended,
                    ..Proceedings::default()
                };
                drop(dossier);
                change(&mut proceedings);
                self.carry_out("proceedings", word, Command::SetProceedings(Box::new(proceedings)));
            },
        )
    }
}
