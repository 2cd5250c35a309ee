//! Who may write a draft: one tab at a time. The browser's lock says which; a tab that comes later looks, and may ask the
//! other to let go. Where there are no locks, the stored text is compared before each write, and the browser's word of
//! another tab's write is heeded.

use std::time::Duration;

use doi_thoai::draft::{Opened, SaveFault};
use doi_thoai::edit::History;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::StorageEvent;

use super::{SaveStatus, Session, Shown};
use crate::browser::locks::{Answer, Channel, Lock};

/// How this tab stands to the stored draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It may write.
    Mine,
    /// A newer version of the product has written the draft: it is looked at.
    Newer,
    /// Another tab has it open: it is looked at.
    Elsewhere,
    /// What is stored is not what this tab opened: the officer decides.
    Apart(SaveFault),
}

impl Standing {
    /// Whether the draft can be looked at and not changed.
    pub fn is_readonly(&self) -> bool {
        matches!(self, Self::Newer | Self::Elsewhere)
    }
}

/// So long the lock of a page that was just left or closed may take to become free, in ms.
const GRACE: u64 = 400;
/// So long another tab may take to let go when it is asked, in ms; one that sleeps is not waited for.
const PATIENCE: u64 = 1500;
/// What is said to ask for the draft, and to refuse it.
const TAKE: &str = "take";
const KEEP: &str = "keep";

/// What a session holds of its draft.
#[derive(Clone, Copy)]
pub(super) struct Holding {
    pub(super) standing: RwSignal<Standing>,
    lock: StoredValue<Option<Lock>, LocalStorage>,
    channel: StoredValue<Option<Channel>, LocalStorage>,
    listener: StoredValue<Option<WindowListenerHandle>>,
    /// Whether the browser has answered at all.
    answered: StoredValue<bool>,
    /// Whether the other tab was asked to let go.
    taking: StoredValue<bool>,
}

impl Holding {
    pub(super) fn new(may_write: bool) -> Self {
        Self {
            standing: RwSignal::new(if may_write { Standing::Mine } else { Standing::Newer }),
            lock: StoredValue::new_local(None),
            channel: StoredValue::new_local(None),
            listener: StoredValue::new(None),
            answered: StoredValue::new(false),
            taking: StoredValue::new(false),
        }
    }
}

impl Session {
    /// How this tab stands to the stored draft, as a signal.
    pub fn standing(&self) -> RwSignal<Standing> {
        self.holding.standing
    }

    fn place(&self) -> String {
        self.desk.with_shelf(|shelf| shelf.place(&self.id()))
    }

    /// Asks for the right to write, and listens for what other tabs do. Until the browser has answered, the draft is taken
    /// to be this tab's: comparing before each write guards it.
    pub(super) fn hold(self) {
        let place = self.place();
        let heard = move |words: String| match words.as_str() {
            TAKE => self.give_way(),
            KEEP if self.holding.taking.get_value() => {
                self.holding.taking.set_value(false);
                self.desk.tell(self.desk.messages().take_refused);
            }
            _ => {}
        };
        self.holding.channel.set_value(Channel::join(&place, heard));
        self.ask(false);
        let late = move || {
            if self.holding.answered.try_get_value() == Some(false) {
                self.look_on();
            }
        };
        set_timeout(late, Duration::from_millis(GRACE));
        let listener = window_event_listener_untyped("storage", move |event| {
            let key = event.unchecked_into::<StorageEvent>().key();
            // No key: everything was cleared.
            if key.is_none_or(|key| key == place) {
                self.check();
            }
        });
        self.holding.listener.set_value(Some(listener));
    }

    fn ask(self, steal: bool) {
        let told = move |answer| {
            if self.holding.answered.try_set_value(true).is_some() {
                return;
            }
            match answer {
                Answer::Held if self.standing().get_untracked() == Standing::Elsewhere => self.take_in_stored(),
                Answer::Lost => {
                    self.look_on();
                    self.ask(false);
                }
                Answer::Held | Answer::Refused => {}
            }
        };
        self.holding.lock.set_value(Some(Lock::ask(&self.place(), steal, told)));
    }

    /// Another tab has the draft: what is unsaved here is kept as this tab's own.
    fn look_on(self) {
        self.saving.put_by(self);
        self.standing().set(Standing::Elsewhere);
    }

    /// Another tab asks for the draft. One that cannot save keeps it: the work is here and nowhere else.
    fn give_way(self) {
        if self.standing().get_untracked() != Standing::Mine {
            return;
        }
        self.flush();
        if matches!(self.status().get_untracked(), SaveStatus::Failed(_)) {
            self.say(KEEP);
            return;
        }
        self.standing().set(Standing::Elsewhere);
        // Asked for again at once: it comes back when the other tab is closed.
        self.ask(false);
    }

    /// Asks the other tab for the draft, and takes it from one that does not answer.
    pub fn take_over(self) {
        self.holding.taking.set_value(true);
        self.say(TAKE);
        let late = move || {
            let is_taking = self.holding.taking.try_update_value(std::mem::take) == Some(true);
            if is_taking && self.standing().get_untracked() == Standing::Elsewhere {
                self.ask(true);
            }
        };
        set_timeout(late, Duration::from_millis(PATIENCE));
    }

    fn say(self, words: &str) {
        self.holding.channel.with_value(|channel| channel.as_ref().map(|channel| channel.say(words)));
    }

    /// Lets other tabs have the draft.
    pub fn let_go(&self) {
        self.holding.lock.set_value(None);
        self.holding.channel.set_value(None);
        self.holding.answered.set_value(true);
        self.holding.taking.set_value(false);
        if let Some(listener) = self.holding.listener.try_update_value(Option::take).flatten() {
            listener.remove();
        }
    }

    /// Something was stored or cleared by another tab.
    fn check(self) {
        if self.standing().try_get_untracked() != Some(Standing::Mine) {
            return;
        }
        match self.saving.check() {
            // Cleared or torn from outside, and the work is still here: it is saved again.
            Err(SaveFault::NotReadBack) => self.saving.changed(self),
            Err(SaveFault::Store(_)) | Ok(()) => {}
            Err(fault) => self.standing().set(Standing::Apart(fault)),
        }
    }

    /// Shows what is stored in the place of what is shown, and goes on from there.
    pub fn take_in_stored(self) {
        let stored = self.desk.with_shelf(|shelf| shelf.open(&self.id(), &self.desk.tab()));
        match stored {
            Ok(opened) => self.take_in(opened),
            Err(fault) => self.desk.tell(crate::locales::open_fault(self.desk.messages(), &fault)),
        }
    }

    fn take_in(self, opened: Opened) {
        let Opened { token, envelope, .. } = opened;
        let may_write = token.is_some();
        self.saving.go_on_from(token, envelope.saved_at);
        self.history.set_value(History::default());
        let form_is_gone = |form| envelope.dossier.form(form).is_none();
        if matches!(self.shown.get_untracked(), Shown::Form(form) if form_is_gone(form)) {
            self.shown.set(Shown::Plan);
        }
        self.dossier.set(std::sync::Arc::new(envelope.dossier));
        self.tell(None);
        self.force();
        self.standing().set(if may_write { Standing::Mine } else { Standing::Newer });
    }
}
