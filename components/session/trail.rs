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
/// The names of steps, so that a kept name is one of them again.
const NAMES: [&str; 19] = [
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
];

fn key(id: &str) -> String {
    format!("doi-thoai/undo/{id}")
}

fn state(dossier: &Dossier) -> String {
    Envelope { rev: 0, saved_at: String::new(), holes: 0, dossier: dossier.clone() }.write()
}

/// Keeps the steps of a draft.
pub fn keep(id: &str, dossier: &Dossier, history: &History) {
    let now = state(dossier);
    let mut text = now;
    for (name, before) in history.trail(dossier, STEPS) {
        let before = state(&before);
        if text.len() + before.len() > ROOM {
            break;
        }
        text.push(BETWEEN);
        text.push_str(name);
        text.push(BETWEEN);
        text.push_str(&before);
    }
    keep_tab_text(&key(id), Some(&text));
}

/// The steps of a draft that were kept in this tab, if they lead to what the draft is now.
pub fn resume(id: &str, dossier: &Dossier) -> History {
    let read = || {
        let text = tab_text(&key(id))?;
        let mut lines = text.split(BETWEEN);
        let then = Envelope::read(lines.next()?).ok()?.dossier;
        // Another tab may have gone on with the draft: then these steps lead nowhere.
        if then != *dossier {
            return None;
        }
        let mut trail = Vec::new();
        while let (Some(name), Some(before)) = (lines.next(), lines.next()) {
            let name = NAMES.into_iter().find(|known| *known == name).unwrap_or("settings");
            trail.push((name, Envelope::read(before).ok()?.dossier));
        }
        Some(History::of_trail(trail))
    };
    let history = read().unwrap_or_default();
    keep_tab_text(&key(id), None);
    history
}
