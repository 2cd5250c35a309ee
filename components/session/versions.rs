//! The copies that are kept of a draft, and its backup files, as views see them.

use doi_thoai::draft::{Envelope, Version};
use doi_thoai::edit::Command;
use leptos::prelude::*;

use super::Session;
use crate::browser::clock;

/// What this step is called.
const NAME: &str = "version";

/// After so many saves without a backup file one is advised: a morning of typing with pauses, or two.
const SAVES_WITHOUT: u32 = 400;

/// Why a copy was not put in the place of what is on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotBack {
    /// The copy is gone.
    Gone,
    /// What is on the screen cannot be saved now: it would be nowhere.
    Unsaved,
}

/// How a draft stands to its backup file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackedUp {
    /// When the last one was saved; none where there is none.
    pub at: Option<String>,
    /// Whether another is advised.
    pub is_due: bool,
}

impl Session {
    /// The copies of the draft, the newest first.
    pub fn versions(&self) -> Vec<Version> {
        self.desk.with_shelf(|shelf| shelf.versions(&self.id())).unwrap_or_default()
    }

    /// A copy; none where it is gone.
    pub fn version(&self, key: &str) -> Option<Envelope> {
        let found = self.desk.with_shelf(|shelf| shelf.version(&self.id(), key)).ok().flatten();
        found.map(|(_, envelope)| envelope)
    }

    /// Keeps what is on the screen under a name. False where it could not be saved, or the copy not be kept.
    pub fn keep_version(&self, name: &str) -> bool {
        self.flush();
        !self.is_unsaved() && self.saving.keep_version(name).is_ok()
    }

    /// Forgets a copy; what is returned brings it back, and says whether it did. None where the store does not let go.
    pub fn drop_version(self, key: &str) -> Option<impl Fn() -> bool + 'static> {
        let (id, key) = (self.id(), key.to_owned());
        let text = self.desk.with_shelf(|shelf| shelf.drop_version(&id, &key)).ok()?.unwrap_or_default();
        Some(move || self.desk.with_shelf(|shelf| shelf.put_version_back(&id, &key, &text)).is_ok())
    }

    /// Puts a copy in the place of what is on the screen, as one step; that is kept as a copy too.
    ///
    /// # Errors
    /// See [`NotBack`]; nothing has changed then.
    pub fn go_back_to(&self, key: &str, name_of_now: &str) -> Result<(), NotBack> {
        let envelope = self.version(key).ok_or(NotBack::Gone)?;
        self.flush();
        if self.is_unsaved() {
            return Err(NotBack::Unsaved);
        }
        // Where there is no room for a copy, the step that is undone still has it.
        if !self.saving.is_named() {
            self.keep_version(name_of_now);
        }
        self.apply(NAME, Command::Replace(Box::new(envelope.dossier)));
        self.force();
        self.flush();
        Ok(())
    }

    /// Notes that the draft was saved as a file.
    pub fn note_backup(&self) {
        let (id, rev) = (self.id(), self.saving.rev());
        self.desk.with_shelf(|shelf| shelf.note_backup(&id, rev, &clock::now()));
        self.backups.update(|count| *count = count.wrapping_add(1));
    }

    /// How the draft stands to its backup file, as a signal.
    pub fn backed_up(self) -> Memo<BackedUp> {
        let id = self.id();
        crate::kit::memo(move || {
            self.backups.track();
            self.status().track();
            let noted = self.desk.with_shelf(|shelf| shelf.backed_up(&id));
            let since = noted.as_ref().map_or(0, |(rev, _)| *rev);
            BackedUp { is_due: self.saving.rev().saturating_sub(since) >= SAVES_WITHOUT, at: noted.map(|(_, at)| at) }
        })
    }
}
