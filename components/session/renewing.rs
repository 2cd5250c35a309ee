//! A plan moved to another year as views see it: what it takes, and the one step that does it.

use doi_thoai::dossier::Dossier;
use doi_thoai::papers::Place;
use doi_thoai::renew::{self, Change};
use leptos::prelude::*;

use super::Session;
use crate::locales::fill;

/// What this step is called.
const NAME: &str = "renew";

impl Session {
    /// The year of the plan, where it is over: what there is to move on from.
    pub fn old_year(self) -> Memo<Option<i32>> {
        let now = self.desk.year();
        self.memo(move |dossier| Some(dossier.settings.year).filter(|year| *year < now && !dossier.is_form_alone()))
    }

    /// Everything that moving the plan to a year takes, as a signal.
    pub fn renewal(self, year: RwSignal<i32>) -> Memo<Vec<Change>> {
        self.memo(move |dossier| renew::changes(dossier, year.get(), self.today))
    }

    /// Moves the plan by the chosen changes, as one step, and shows it.
    pub fn renew(self, year: i32, chosen: &[String]) {
        let command = renew::command(&self.dossier_now(), year, self.today, chosen);
        self.apply(NAME, command);
        self.show_plan_at(Place::Year.mark().0);
        let words = fill(self.desk.messages().renewed, &[("year", &year.to_string())]);
        self.desk.tell_with_undo(words, move || self.undo());
    }

    /// The dossier with the chosen changes; this one stays as it is.
    pub fn renewed(self, year: i32, chosen: &[String]) -> Dossier {
        let mut dossier = Dossier::clone(&self.dossier_now());
        // A whole dossier in the place of another is never refused.
        let _ = renew::command(&dossier, year, self.today, chosen).apply(&mut dossier);
        dossier
    }
}
