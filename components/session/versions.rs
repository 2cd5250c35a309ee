//! The copies that are kept of a draft, and its backup files, as views see them.

use doi_thoai::draft::{Envelope, StoreFault, Version};
use doi_thoai::edit::Command;
use leptos::prelude::*;

use super::{SaveStatus, Session};
use crate::browser::clock;

/// What this step is called.
const NAME: &str = "version";

/// After so many saves without a backup file one is advised: about as many minutes of typing as are in a morning.
const SAVES_WITHOUT: u32 = 400;

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

    /// Keeps what is on the screen under a name.
    ///
    /// # Errors
    /// If the store does not take it.
    pub fn keep_version(&self, name: &str) -> Result<(), StoreFault> {
        self.flush();
        self.saving.keep_version(name)
    }

    /// Forgets a copy.
    ///
    /// # Errors
    /// If the store does not let go of it.
    pub fn drop_version(&self, key: &str) -> Result<(), StoreFault> {
        self.desk.with_shelf(|shelf| shelf.drop_version(&self.id(), key))
    }

    /// Puts a copy in the place of what is on the screen, as one step; that is kept as a copy too. False where the copy is
    /// gone.
    pub fn go_back_to(&self, key: &str, name_of_now: &str) -> bool {
        let Some(envelope) = self.version(key) else { return false };
        // A full store has what is on the screen in its undo step still.
        let _ = self.keep_version(name_of_now);
        self.apply(NAME, Command::Replace(Box::new(envelope.dossier)));
        self.force();
        self.flush();
        true
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
            self.status().with(|status| matches!(status, SaveStatus::Saved(_)));
            let noted = self.desk.with_shelf(|shelf| shelf.backed_up(&id));
            let since = noted.as_ref().map_or(0, |(rev, _)| *rev);
            BackedUp { is_due: self.saving.rev().saturating_sub(since) >= SAVES_WITHOUT, at: noted.map(|(_, at)| at) }
        })
    }
}
