//! Undo steps across a reload: kept in the tab, beside the draft that they belong to.
//!
//! They are kept as whole states, and only when the page goes away, so that nothing of it costs while typing.

use doi_thoai::dossier::Dossier;
use doi_thoai::draft::Envelope;
use doi_thoai::edit::History;

use crate::browser::storage::{keep_tab_text, tab_text};

/// The most steps that are kept.
const STEPS: usize = 40;
/// The most that they may take, in bytes: a tab's storage holds about twice this.
const ROOM: usize = 2_000_000;
/// Stands between the states: no JSON text has a bare line break.
const BETWEEN: char = '\n';
/// In which direction a step leads.
const BACK: &str = "back";
const AHEAD: &str = "ahead";
/// The names of steps, so that a kept name is one of them again.
const NAMES: [&str; 29] = [
    "settings",
    "title",
    "event",
    "registration",
    "organ",
    "citation",
    "subject",
    "method",
    "conference",
    "circle",
    "agenda",
    "limit",
    "assignment",
    "recipient",
    "signatory",
    "collecting",
    "outline",
    "name",
    "filed",
    "form",
    "paper",
    "proceedings",
    "invitee",
    "opinion",
    "count",
    "resolution",
    "rule",
    "renew",
    "version",
];

fn key(id: &str) -> String {
    format!("doi-thoai/undo/{id}")
}

fn state(dossier: &Dossier) -> String {
    Envelope { rev: 0, saved_at: String::new(), holes: 0, dossier: dossier.clone() }.write()
}

/// Keeps the steps of a draft: its state now, and the states that its steps lead back and ahead to.
pub fn keep(id: &str, dossier: &Dossier, history: &History) {
    let mut text = state(dossier);
    let back = history.trail(dossier, STEPS).into_iter().map(|step| (BACK, step));
    let ahead = history.trail_ahead(dossier, STEPS).into_iter().map(|step| (AHEAD, step));
    for (way, (name, after)) in back.chain(ahead) {
        let after = state(&after);
        // A step that is left out would break the trail: none further in its direction is kept either.
        if text.len() + after.len() > ROOM {
            break;
        }
        for part in [way, name, &after] {
            text.push(BETWEEN);
            text.push_str(part);
        }
    }
    keep_tab_text(&key(id), Some(&text));
}

/// Forgets the steps of a draft: they hold what it said.
pub fn forget(id: &str) {
    keep_tab_text(&key(id), None);
}

/// The steps of a draft that were kept in this tab, if they lead from what the draft is now.
pub fn resume(id: &str, dossier: &Dossier) -> History {
    let read = || {
        let text = tab_text(&key(id))?;
        let mut parts = text.split(BETWEEN);
        let then = Envelope::read(parts.next()?).ok()?.dossier;
        // Another tab may have gone on with the draft: then these steps lead nowhere.
        if then != *dossier {
            return None;
        }
        let (mut back, mut ahead) = (Vec::new(), Vec::new());
        while let (Some(way), Some(name), Some(state)) = (parts.next(), parts.next(), parts.next()) {
            let name = NAMES.into_iter().find(|known| *known == name).unwrap_or("settings");
            let step = (name, Envelope::read(state).ok()?.dossier);
            if way == BACK { back.push(step) } else { ahead.push(step) }
        }
        Some(History::of_trails(back, ahead))
    };
    let history = read().unwrap_or_default();
    keep_tab_text(&key(id), None);
    history
}
