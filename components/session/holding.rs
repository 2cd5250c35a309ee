//! Who may write a draft: one tab at a time. The browser's lock says which; a tab that comes later looks, and may ask the
//! other to let go. Where there are no locks, the stored text is compared before each write, and the browser's word of
//! another tab's write is heeded.

use std::sync::Arc;
use std::time::Duration;

use doi_thoai::draft::{OpenFault, Opened, SaveFault, Stored};
use doi_thoai::edit::History;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::StorageEvent;

use super::{Session, Shown, trail};
use crate::browser::is_hidden;
use crate::browser::locks::{self, Answer, Channel, Lock};
use crate::locales::open_fault;

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

/// So long the lock of a page that was just left or closed may take to become free, in ms; then it is asked who has it.
const GRACE: u64 = 400;
/// So long another tab may take to let go when it is asked, in ms; one that sleeps is not waited for.
const PATIENCE: u64 = 1500;
/// What is said to ask for the draft, to refuse it, and, before its revision, to give it.
const TAKE: &str = "take";
const KEEP: &str = "keep";
const GAVE: &str = "gave ";

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
    /// The revision that the other tab gave the draft at; 0 for none.
    expected: StoredValue<u32>,
    /// Whether something was put by when another tab took the draft.
    put_by: StoredValue<bool>,
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
            expected: StoredValue::new(0),
            put_by: StoredValue::new(false),
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

    /// Takes a standing; one that it has already wakes nobody.
    pub(super) fn stand(self, standing: Standing) {
        let is_told = self.standing().with_untracked(|stands| match (stands, &standing) {
            // Every save of the other window counts on: the conflict is the same.
            (Standing::Apart(SaveFault::Conflict { .. }), Standing::Apart(SaveFault::Conflict { .. })) => true,
            (stands, standing) => stands == standing,
        });
        if !is_told {
            if standing == Standing::Apart(SaveFault::Removed) {
                trail::forget(&self.id());
            }
            self.standing().set(standing);
        }
    }

    /// Asks for the right to write, and listens for what other tabs do. Until the browser has answered, the draft is taken
    /// to be this tab's: comparing before each write guards it. Asked once, until it is let go.
    pub fn hold(self) {
        if self.holding.listener.with_value(Option::is_some) || self.standing().get_untracked() == Standing::Newer {
            return;
        }
        let place = self.place();
        self.holding.answered.set_value(false);
        self.holding.channel.set_value(Channel::join(&place, move |words| self.hear(&words)));
        self.ask(false);
        let late = move || {
            if self.holding.answered.try_get_value() != Some(false) {
                return;
            }
            let place = self.place();
            spawn_local(async move {
                // A browser that is busy answers late; that alone is no other tab.
                let held = locks::is_held(&place).await;
                if held && self.holding.answered.try_get_value() == Some(false) {
                    self.look_on();
                }
            });
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
        // It may have been looked at for long, under `readonly`.
        self.follow();
    }

    fn ask(self, steal: bool) {
        let told = move |answer| {
            if self.holding.answered.try_set_value(true).is_some() {
                return;
            }
            match answer {
                Answer::Held if self.standing().get_untracked() == Standing::Elsewhere => self.come_back(0),
                Answer::Lost => {
                    if self.standing().get_untracked() == Standing::Mine {
                        self.look_on();
                    }
                    self.ask(false);
                }
                Answer::Held | Answer::Refused => {}
            }
        };
        self.holding.lock.set_value(Some(Lock::ask(&self.place(), steal, told)));
    }

    /// Shows what is stored where another tab has saved; what could not be saved here is kept, and that is told.
    fn follow(self) {
        if self.saving.is_unsaved() || is_hidden() || self.saving.stored() != Ok(Stored::Other) {
            return;
        }
        if let Ok(opened) = self.stored() {
            self.take_in(opened);
            if self.holding.put_by.try_update_value(std::mem::take) == Some(true) {
                self.desk.tell(self.desk.messages().mine_is_kept);
            }
        }
    }

    /// Another tab has the draft: what is unsaved here is kept as this tab's own, or stays on the screen.
    fn look_on(self) {
        // What could not be kept is told when the draft comes back.
        let kept = self.saving.put_by(self);
        self.holding.put_by.set_value(kept == Ok(true));
        self.stand(Standing::Elsewhere);
    }

    /// The draft comes back to this tab. What the other has saved last may take a moment to be seen here.
    fn come_back(self, tried: u32) {
        const MOST: u32 = 20;
        const PAUSE: Duration = Duration::from_millis(50);
        let stored = || self.desk.with_shelf(|shelf| shelf.read(&self.id())).ok().flatten();
        let expected = self.holding.expected.try_get_value().unwrap_or_default();
        if expected > 0 && tried < MOST && stored().is_none_or(|stored| stored.rev < expected) {
            set_timeout(
                move || {
                    if self.holding.listener.try_with_value(Option::is_some) == Some(true) {
                        self.come_back(tried + 1);
                    }
                },
                PAUSE,
            );
            return;
        }
        self.holding.expected.set_value(0);
        self.holding.taking.set_value(false);
        if self.saving.stored() == Ok(Stored::Own) {
            // Nobody has saved meanwhile: the browser answered late, or the other only looked.
            self.stand(Standing::Mine);
            if self.holding.put_by.try_update_value(std::mem::take) == Some(true) || self.saving.is_unsaved() {
                self.saving.changed(self);
            }
            return;
        }
        if self.saving.is_unsaved() {
            // It could not be kept: the officer decides.
            let stored = stored().map_or(0, |stored| stored.rev);
            return self.stand(Standing::Apart(SaveFault::Conflict { stored, opened: self.saving.rev() }));
        }
        if self.take_in_stored() && self.holding.put_by.try_update_value(std::mem::take) == Some(true) {
            self.desk.tell(self.desk.messages().mine_is_kept);
        }
    }

    /// Another tab says something about the draft.
    fn hear(self, words: &str) {
        match words {
            TAKE => self.give_way(),
            KEEP if self.holding.taking.get_value() => {
                self.holding.taking.set_value(false);
                self.desk.tell(self.desk.messages().take_refused);
            }
            _ => {
                let rev = words.strip_prefix(GAVE).and_then(|rev| rev.parse().ok());
                self.holding.expected.set_value(rev.unwrap_or_default());
            }
        }
    }

    /// Another tab asks for the draft. One that cannot save keeps it: the work is here and nowhere else.
    fn give_way(self) {
        if !matches!(self.standing().get_untracked(), Standing::Mine | Standing::Apart(_)) {
            return;
        }
        self.flush();
        if self.saving.is_unsaved() {
            self.say(KEEP);
            return;
        }
        self.say(&format!("{GAVE}{}", self.saving.rev()));
        self.stand(Standing::Elsewhere);
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
        // Whoever has waited for it may be given the lock before what was saved last is seen there.
        if self.saving.wrote() {
            self.say(&format!("{GAVE}{}", self.saving.rev()));
        }
        self.holding.lock.set_value(None);
        self.holding.channel.set_value(None);
        self.holding.answered.set_value(true);
        self.holding.taking.set_value(false);
        if let Some(listener) = self.holding.listener.try_update_value(Option::take).flatten() {
            listener.remove();
        }
    }

    /// Something was stored or cleared by another tab, or may have been while this one was not seen.
    pub fn check(self) {
        match self.standing().try_get_untracked() {
            Some(Standing::Mine) if self.desk.readonly.get_untracked() => self.follow(),
            Some(Standing::Mine) => match self.saving.check() {
                // Cleared or torn from outside, and the work is still here: it is saved again.
                Err(SaveFault::NotReadBack) => self.saving.changed(self),
                Err(SaveFault::Store(_)) | Ok(()) => {}
                Err(fault) => self.stand(Standing::Apart(fault)),
            },
            // What is to be kept was kept when it came apart: looking again costs little, however often the other saves.
            Some(Standing::Apart(_)) => match self.saving.stored() {
                Ok(Stored::Own) => {
                    self.stand(Standing::Mine);
                    if self.is_unsaved() {
                        self.saving.changed(self);
                    }
                }
                Ok(Stored::Removed) => self.stand(Standing::Apart(SaveFault::Removed)),
                Ok(Stored::Other) | Err(_) => {}
            },
            // Who looks on sees what is saved.
            Some(Standing::Elsewhere) => self.follow(),
            Some(Standing::Newer) | None => {}
        }
    }

    fn stored(self) -> Result<Opened, OpenFault> {
        self.desk.with_shelf(|shelf| shelf.open(&self.id(), &self.desk.tab()))
    }

    /// Keeps what is unsaved as this tab's own. False where the store does not take it.
    pub fn put_by(self) -> bool {
        self.saving.put_by(self).is_ok()
    }

    /// Shows what the other window has saved in the place of what is shown, which is kept. False where it cannot be kept.
    pub fn take_theirs(self) -> bool {
        let Ok(kept) = self.saving.put_by(self) else { return false };
        // What was saved here and is stored no more was kept when that was seen.
        let is_kept = kept || self.saving.wrote();
        if self.take_in_stored() && is_kept {
            self.desk.tell(self.desk.messages().mine_is_kept);
        }
        true
    }

    /// Shows what is stored in the place of what is shown, and goes on from there. False where it cannot be opened.
    pub fn take_in_stored(self) -> bool {
        match self.stored() {
            Ok(opened) => {
                let may_write = opened.token.is_some();
                self.take_in(opened);
                self.stand(if may_write { Standing::Mine } else { Standing::Newer });
                return true;
            }
            Err(OpenFault::Gone) => self.stand(Standing::Apart(SaveFault::Removed)),
            Err(fault) => self.desk.tell(open_fault(self.desk.messages(), &fault)),
        }
        false
    }

    fn take_in(self, opened: Opened) {
        let Opened { token, envelope, .. } = opened;
        self.saving.go_on_from(token, envelope.saved_at);
        // Where nothing has changed, undo steps and fields stay as they are.
        if *self.dossier_now() != envelope.dossier {
            self.history.set_value(History::default());
            let form_is_gone = |form| envelope.dossier.form(form).is_none();
            if matches!(self.shown.get_untracked(), Shown::Form(form) if form_is_gone(form)) {
                self.shown.set(Shown::Plan);
            }
            self.dossier.set(Arc::new(envelope.dossier));
            self.tell(None);
            self.force();
        }
    }
}
