//! Autosave: soon after a pause, at the latest a few seconds after a change, at once when the page goes away.

use std::time::Duration;

use doi_thoai::draft::{SaveFault, StoreFault, Stored, Token};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::{Session, Standing};
use crate::browser::clock;
use crate::desk::Desk;
use crate::host;

/// Where and when a draft was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveStatus {
    /// Saved at this time (RFC 3339).
    Saved(String),
    /// Changed since; saving is due.
    Unsaved,
    /// The last try failed; it is tried again with the next change, and by itself where the store did not take it.
    Failed(SaveFault),
}

/// A pause of this length in ms saves: longer than from key to key of who types slowly, since saving a long draft costs
/// more than a key.
const PAUSE: u64 = 700;
/// While typing goes on without a pause, saving waits at most this long in ms.
const LONGEST: f64 = 3000.0;
/// After this long in ms a save that the store did not take is tried again.
const RETRY: u64 = 5000;
/// What is unsaved for less than this, in ms, is not worth a word: it would come and go at every pause.
const WORTH_A_WORD: f64 = 1000.0;

#[derive(Clone, Copy)]
pub(super) struct Saving {
    desk: Desk,
    id: StoredValue<String>,
    /// None where the draft may only be looked at.
    token: StoredValue<Option<Token>>,
    pub(super) status: RwSignal<SaveStatus>,
    timer: StoredValue<Option<TimeoutHandle>>,
    /// When the oldest unsaved change was made, in ms.
    since: StoredValue<Option<f64>>,
    /// Whether a syllable is being composed: then saving waits.
    pub(super) composing: StoredValue<bool>,
}

impl Saving {
    pub(super) fn new(desk: Desk, id: String, token: Option<Token>, saved_at: String) -> Self {
        Self {
            desk,
            id: StoredValue::new(id),
            token: StoredValue::new(token),
            status: RwSignal::new(SaveStatus::Saved(saved_at)),
            timer: StoredValue::new(None),
            since: StoredValue::new(None),
            composing: StoredValue::new(false),
        }
    }

    /// Goes on from what is stored now.
    pub(super) fn go_on_from(&self, token: Option<Token>, saved_at: String) {
        self.token.set_value(token);
        self.since.set_value(None);
        self.status.set(SaveStatus::Saved(saved_at));
    }

    /// The draft's identity on the shelf.
    pub(super) fn id(&self) -> String {
        self.id.get_value()
    }

    /// How many times the draft was saved.
    pub(super) fn rev(&self) -> u32 {
        self.token.with_value(|token| token.as_ref().map_or(0, Token::rev))
    }

    /// Whether what is stored is what this tab wrote last.
    pub(super) fn check(&self) -> Result<(), SaveFault> {
        self.token
            .with_value(|token| token.as_ref().map_or(Ok(()), |token| self.desk.with_shelf(|shelf| shelf.check(token))))
    }

    /// Whose text is stored.
    pub(super) fn stored(&self) -> Result<Stored, StoreFault> {
        self.token.with_value(|token| match token {
            Some(token) => self.desk.with_shelf(|shelf| shelf.stored(token)),
            None => Ok(Stored::Other),
        })
    }

    /// Whether this tab has saved anything since it opened the draft.
    pub(super) fn wrote(&self) -> bool {
        self.token.with_value(|token| token.as_ref().is_some_and(Token::wrote))
    }

    /// Whether what was saved last is kept under a name.
    pub(super) fn is_named(&self) -> bool {
        self.token
            .with_value(|token| token.as_ref().is_some_and(|token| self.desk.with_shelf(|shelf| shelf.is_named(token))))
    }

    /// Keeps what was saved last under a name.
    pub(super) fn keep_version(&self, name: &str) -> Result<(), StoreFault> {
        self.token.with_value(|token| {
            token.as_ref().map_or(Ok(()), |token| self.desk.with_shelf(|shelf| shelf.keep_version(token, name)))
        })
    }

    /// Whether anything is unsaved.
    pub(super) fn is_unsaved(&self) -> bool {
        self.since.try_get_value().flatten().is_some()
    }

    /// What is unsaved is kept elsewhere.
    pub(super) fn forget_unsaved(&self) {
        self.since.set_value(None);
    }

    /// Keeps what is unsaved as this tab's own: it may not be saved now. Says whether there was anything.
    pub(super) fn put_by(&self, session: Session) -> Result<bool, StoreFault> {
        if !self.is_unsaved() {
            return Ok(false);
        }
        let dossier = session.dossier_now();
        let holes = session.holes();
        let put_by = |token: &mut Option<Token>| match token {
            Some(token) => self.desk.with_shelf(|shelf| shelf.put_by(token, &dossier, holes, &clock::now())),
            None => Ok(()),
        };
        self.token.try_update_value(put_by).unwrap_or(Ok(()))?;
        self.since.set_value(None);
        Ok(true)
    }

    /// Notes a change and sets the clock for saving it.
    pub(super) fn changed(&self, session: Session) {
        let now = clock::millis();
        let since = self.since.get_value().unwrap_or(now);
        self.since.set_value(Some(since));
        if now - since > WORTH_A_WORD && matches!(self.status.get_untracked(), SaveStatus::Saved(_)) {
            self.status.set(SaveStatus::Unsaved);
        }
        // What was told to be lost on leaving is not this.
        session.warned.set_value(false);
        self.arm(session, if now - since >= LONGEST { 0 } else { PAUSE });
        // Last: the host page may ask for saving now.
        host::emit(self.desk, "change", &[]);
    }

    /// Sets the clock; a syllable that is being composed when it rings gets another pause.
    fn arm(&self, session: Session, wait: u64) {
        if let Some(timer) = self.timer.get_value() {
            timer.clear();
        }
        let due = move || {
            if session.saving.composing.try_get_value() == Some(true) {
                session.saving.arm(session, PAUSE);
            } else {
                session.flush();
            }
        };
        self.timer.set_value(set_timeout_with_handle(due, Duration::from_millis(wait)).ok());
    }

    /// Saves if anything is unsaved.
    pub(super) fn flush(&self, session: Session) {
        // A timer may fire after the draft was closed: closing has saved it.
        if self.since.try_get_value().flatten().is_none() {
            return;
        }
        // Another tab has the draft: what could not be put by waits for it to come back.
        if session.standing().with_untracked(Standing::is_readonly) {
            return;
        }
        if let Some(timer) = self.timer.get_value() {
            timer.clear();
        }
        let dossier = session.dossier_now();
        let holes = session.holes();
        let now = clock::now();
        let saved = self.token.try_update_value(|token| {
            let token = token.as_mut()?;
            Some(self.desk.with_shelf(|shelf| shelf.save(token, &dossier, holes, &now)))
        });
        match saved.flatten() {
            Some(Ok(())) => {
                self.since.set_value(None);
                self.status.set(SaveStatus::Saved(now));
                session.stand(Standing::Mine);
                self.desk.remember_office(&dossier);
                host::emit(self.desk, "saved", &[]);
            }
            Some(Err(fault)) => {
                let told = SaveStatus::Failed(fault.clone());
                let is_news = self.status.with_untracked(|status| *status != told);
                self.status.set(told);
                if matches!(fault, SaveFault::Conflict { .. } | SaveFault::Removed | SaveFault::Newer(_)) {
                    session.stand(Standing::Apart(fault.clone()));
                }
                // Room may appear, and a store come to itself, without a key being pressed here.
                if matches!(fault, SaveFault::Store(_) | SaveFault::NotReadBack) {
                    self.arm(session, RETRY);
                }
                if is_news {
                    host::emit(self.desk, "error", &[("code", "save"), ("hint", &fault.to_string())]);
                }
            }
            None => {}
        }
    }
}
