//! One opened draft: signals around its dossier. The only place where commands are applied, and where saving happens.

mod forms;
mod holding;
mod lists;
mod papers;
mod renewing;
mod saving;
mod thing;
mod trail;
mod versions;

pub use holding::Standing;
pub use lists::{
    AGENDA, ASSIGNMENTS, CIRCLES, CITATIONS, CONFERENCES, COUNTS, INVITEES, LIMITS, ListOf, METHODS, OPINIONS, ORGANS,
    RECIPIENTS, RESOLUTIONS, SIGNATORIES, SUBJECTS,
};
pub use saving::SaveStatus;
pub use thing::Thing;
pub(crate) use thing::fact;
pub use trail::forget as forget_trail;
pub use versions::{BackedUp, NotBack};

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use chrono::NaiveDate;
use doi_thoai::document::Document;
use doi_thoai::dossier::Dossier;
use doi_thoai::draft::{Opened, SaveFault};
use doi_thoai::edit::{Command, History, ListEdit};
use doi_thoai::id::{Id, Keyed};
use doi_thoai::papers::{PaperKind, compose, form};
use leptos::prelude::*;

use crate::desk::Desk;
use crate::kit::{Around, Typed, memo};
use crate::locales::fill;

/// What of a draft is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The plan.
    Plan,
    /// A form.
    Form(Id),
    /// All papers of the dossier.
    Papers,
    /// One of them.
    Paper(PaperKind),
    /// What moving the plan to another year takes.
    Renewing,
    /// The copies that are kept of it.
    Versions,
}

/// One opened draft. A handle: copies are the same draft.
#[derive(Clone, Copy)]
pub struct Session {
    dossier: RwSignal<Arc<Dossier>>,
    /// What is shown.
    shown: RwSignal<Shown>,
    /// The place of the plan to go to when the plan is shown next.
    sought: StoredValue<Option<u32>>,
    /// From where what is shown was gone to, where that is not the usual place.
    back: StoredValue<Option<Shown>>,
    /// The papers that the officer leaves out of what is saved and printed together, once they were asked for.
    left_out: StoredValue<Option<RwSignal<BTreeSet<PaperKind>>>>,
    /// The paper that is shown, composed once for each change: the sheet, the steps, the check page and saving all read
    /// this one.
    paper: Memo<Arc<Document>>,
    history: StoredValue<History>,
    /// Tells who shows one thing of a list that it has changed: with hundreds of cards, a key must not wake them all.
    triggers: StoredValue<HashMap<Id, ArcTrigger>>,
    /// Counts changes that fields must show even under the caret: undo, redo, a draft set from outside.
    forced: RwSignal<u32>,
    /// What was typed into a field and could not be read, by field, so that it is not lost.
    unread: StoredValue<HashMap<String, String>>,
    saving: saving::Saving,
    holding: holding::Holding,
    /// Counts backup files.
    backups: RwSignal<u32>,
    /// Whether it was said that leaving loses what is unsaved.
    warned: StoredValue<bool>,
    desk: Desk,
    /// Today, as the page was opened.
    pub today: NaiveDate,
}

impl Session {
    /// A session around an opened draft. Lives as long as the current owner.
    pub fn new(desk: Desk, opened: Opened, today: NaiveDate) -> Self {
        let Opened { id, token, envelope, from_copy } = opened;
        let history = trail::resume(&id, &envelope.dossier);
        let dossier = RwSignal::new(Arc::new(envelope.dossier));
        let alone = dossier.with_untracked(|dossier| dossier.is_form_alone().then(|| dossier.forms[0].id));
        let kept = desk.with_shelf(|shelf| shelf.screen(&id)).unwrap_or_default();
        let kept = match kept.split_whitespace().nth(1) {
            Some("papers") => Shown::Papers,
            code => code.and_then(PaperKind::from_code).map_or(Shown::Plan, Shown::Paper),
        };
        let shown = RwSignal::new(alone.map_or(kept, Shown::Form));
        // Every change counts as one of the paper: comparing would cost more than drawing, which compares anyway.
        let composer = StoredValue::new(form::Composer::default());
        let paper = Memo::new_with_compare(
            move |_| {
                let shown = shown.get();
                Arc::new(dossier.with(|dossier| match shown {
                    Shown::Form(id) => {
                        let set = |form| composer.try_update_value(|composer| composer.compose(dossier, form, today));
                        dossier.form(id).and_then(set).unwrap_or_else(|| compose(dossier, PaperKind::Plan, today))
                    }
                    Shown::Paper(kind) => compose(dossier, kind, today),
                    Shown::Plan | Shown::Papers | Shown::Renewing | Shown::Versions => {
                        compose(dossier, PaperKind::Plan, today)
                    }
                }))
            },
            |_, _| true,
        );
        let may_write = token.is_some();
        let session = Self {
            dossier,
            shown,
            sought: StoredValue::new(None),
            back: StoredValue::new(None),
            left_out: StoredValue::new(None),
            paper,
            history: StoredValue::new(history),
            triggers: StoredValue::new(HashMap::new()),
            forced: RwSignal::new(0),
            unread: StoredValue::new(HashMap::new()),
            saving: saving::Saving::new(desk, id, token, envelope.saved_at),
            holding: holding::Holding::new(may_write),
            backups: RwSignal::new(0),
            warned: StoredValue::new(false),
            desk,
            today,
        };
        let may_write = may_write && !desk.readonly.get_untracked();
        if may_write {
            session.hold();
        }
        if from_copy && may_write {
            // The copy becomes the draft; the text that cannot be read is put aside.
            session.saving.changed(session);
            session.flush();
        }
        session
    }

    /// Whether what it holds was ended since: it was closed.
    pub fn is_gone(&self) -> bool {
        self.forced.is_disposed()
    }

    /// The instance that it is opened in.
    pub fn desk(&self) -> Desk {
        self.desk
    }

    /// The dossier, tracked.
    pub fn dossier(&self) -> Arc<Dossier> {
        self.dossier.get()
    }

    /// The dossier, untracked.
    pub fn dossier_now(&self) -> Arc<Dossier> {
        self.dossier.get_untracked()
    }

    /// What is shown, tracked.
    pub fn shown(&self) -> Shown {
        self.shown.get()
    }

    /// Shows something else of the draft; a draft that is opened again shows it again.
    pub fn show(&self, shown: Shown) {
        self.back.set_value(None);
        let code = match shown {
            Shown::Plan | Shown::Form(_) | Shown::Renewing | Shown::Versions => "",
            Shown::Papers => "papers",
            Shown::Paper(kind) => kind.code(),
        };
        // Behind the step of the plan that was shown last.
        let id = self.id();
        self.desk.with_shelf(|shelf| {
            let kept = shelf.screen(&id).unwrap_or_default();
            let step = kept.split_whitespace().next().unwrap_or("0");
            shelf.keep_screen(&id, format!("{step} {code}").trim_end());
        });
        self.shown.set(shown);
    }

    /// Says from where what is shown was gone to.
    pub fn came_from(&self, from: Shown) {
        self.back.set_value(Some(from));
    }

    /// Where the way back leads: to the usual place, unless something else was said.
    pub fn way_back(&self, usual: Shown) -> Shown {
        self.back.get_value().unwrap_or(usual)
    }

    /// Shows the plan, and in it the question of a place.
    pub fn show_plan_at(&self, mark: u32) {
        self.sought.set_value(Some(mark));
        self.show(Shown::Plan);
    }

    /// The place to go to in the plan that is shown now; asked once.
    pub fn take_sought(&self) -> Option<u32> {
        self.sought.try_update_value(Option::take).flatten()
    }

    /// The paper that is shown, as a signal.
    pub fn paper(&self) -> Signal<Arc<Document>> {
        self.paper.into()
    }

    /// The paper that is shown, untracked.
    pub fn paper_now(&self) -> Arc<Document> {
        self.paper.get_untracked()
    }

    /// The composed plan, whatever is shown.
    pub fn plan_now(&self) -> Document {
        compose(&self.dossier_now(), PaperKind::Plan, self.today)
    }

    /// How many holes the draft has: those of its plan, or of its form where it is one alone.
    pub fn holes(&self) -> u32 {
        let alone = self.dossier.with_untracked(|dossier| dossier.is_form_alone());
        let shown = self.shown.get_untracked() == Shown::Plan || alone;
        let holes = if shown { self.paper_now().holes() } else { self.plan_now().holes() };
        holes as u32
    }

    /// Something of the dossier, as a signal that changes only when it does.
    pub fn memo<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&Dossier) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        memo(move || read(&self.dossier()))
    }

    /// What the fields of the draft share.
    pub fn around_fields(self) -> Around {
        Around { forced: self.forced, on_compose: Callback::new(move |on| self.saving.composing.set_value(on)) }
    }

    /// Where and when it was saved.
    pub fn status(&self) -> RwSignal<SaveStatus> {
        self.saving.status
    }

    /// Changes the dossier; `touched` is the one thing that changes, none where others may.
    fn change(&self, touched: Option<Id>, change: impl FnOnce(&mut History, &mut Dossier) -> bool) -> bool {
        if untrack(|| self.desk.is_readonly()) {
            return false;
        }
        let mut changed = false;
        self.dossier.maybe_update(|dossier| {
            // No other handle is alive here as a rule, so nothing is copied.
            self.history.update_value(|history| changed = change(history, Arc::make_mut(dossier)));
            changed
        });
        if changed {
            // A way back that is offered leads back from the last change, and from no other.
            if self.desk.can_undo_notice.get_untracked() {
                self.desk.hush();
            }
            self.tell(touched);
            self.saving.changed(*self);
        }
        changed
    }

    fn tell(&self, touched: Option<Id>) {
        let told: Vec<ArcTrigger> = self.triggers.with_value(|triggers| match touched {
            Some(id) => triggers.get(&id).cloned().into_iter().collect(),
            None => triggers.values().cloned().collect(),
        });
        told.iter().for_each(ArcTrigger::notify);
    }

    /// Carries out a command as a step of its own. One that is about something gone does nothing.
    pub fn apply(&self, name: &'static str, command: Command) {
        self.change(command.touches(), |history, dossier| history.apply(dossier, name, command).is_ok());
    }

    /// Carries out a command that comes from typing in a field.
    pub fn typed(&self, name: &'static str, field: &str, typed: &Typed, command: Command) {
        self.change(command.touches(), |history, dossier| {
            history.type_in(dossier, name, field, typed.word_ends, command).is_ok()
        });
        if typed.done {
            self.history.update_value(History::end_word);
        }
    }

    /// A new identity, outside of any command: an identity that is never used does no harm.
    pub fn new_id(&self) -> Id {
        self.dossier.try_update_untracked(|dossier| Arc::make_mut(dossier).new_id()).unwrap_or_default()
    }

    /// Takes the last step back.
    pub fn undo(&self) {
        if self.change(None, |history, dossier| history.undo(dossier).is_some()) {
            self.force();
        }
    }

    /// Does the last undone step again.
    pub fn redo(&self) {
        if self.change(None, |history, dossier| history.redo(dossier).is_some()) {
            self.force();
        }
    }

    /// Puts a dossier in the place of what was opened, as what is unsaved here: no step, for there is no way back.
    pub fn go_on_with(&self, unsaved: Dossier) {
        self.change(None, |history, dossier| {
            *history = History::default();
            *dossier = unsaved;
            true
        });
        self.force();
    }

    fn force(&self) {
        self.unread.update_value(HashMap::clear);
        self.forced.update(|count| *count = count.wrapping_add(1));
    }

    /// The names of the steps that undo and redo would take, tracked with the dossier.
    pub fn can_undo_redo(&self) -> (Option<&'static str>, Option<&'static str>) {
        self.dossier.track();
        self.can_undo_redo_now()
    }

    fn can_undo_redo_now(&self) -> (Option<&'static str>, Option<&'static str>) {
        self.history.with_value(|history| (history.can_undo(), history.can_redo()))
    }

    /// The page goes away: saves, and keeps the undo steps for a reload in this tab.
    pub fn leave(&self) {
        self.flush();
        if self.standing().get_untracked() == Standing::Apart(SaveFault::Removed) {
            return;
        }
        let dossier = self.dossier_now();
        self.history.with_value(|history| trail::keep(&self.saving.id(), &dossier, history));
    }

    /// Whether anything is unsaved.
    pub fn is_unsaved(&self) -> bool {
        self.saving.is_unsaved()
    }

    /// What is unsaved is kept as another draft.
    pub fn forget_unsaved(&self) {
        self.saving.forget_unsaved();
    }

    /// Notes that it was said that leaving loses what is unsaved; whether it was said before.
    pub fn warn(&self) -> bool {
        self.warned.try_update_value(|warned| std::mem::replace(warned, true)).unwrap_or(true)
    }

    /// The draft's identity on the shelf.
    pub fn id(&self) -> String {
        self.saving.id()
    }

    /// What was typed into a field and could not be read.
    pub fn unread(&self, field: &str) -> Option<String> {
        self.unread.with_value(|unread| unread.get(field).cloned())
    }

    /// Keeps what cannot be read, or forgets it.
    pub fn keep_unread(&self, field: &str, text: Option<String>) {
        self.unread.update_value(|unread| {
            match text {
                Some(text) => unread.insert(field.to_owned(), text),
                None => unread.remove(field),
            };
        });
    }

    /// Saves now, if anything is unsaved.
    pub fn flush(&self) {
        self.saving.flush(*self);
    }

    /// The identities of a list, as a signal that changes with their order alone.
    pub fn ids<T: Keyed>(self, list: ListOf<T>) -> Memo<Vec<Id>> {
        self.memo(move |dossier| (list.get)(dossier).iter().map(Keyed::id).collect())
    }

    /// A removal that is told, with the way back.
    pub fn telling(self, remove: impl Fn(Id) + Send + Sync + 'static) -> Callback<Id> {
        Callback::new(move |id| {
            remove(id);
            self.tell_removed();
        })
    }

    /// Says that something was taken away, with the way back.
    fn tell_removed(self) {
        let messages = self.desk.messages();
        if let Some(name) = self.can_undo_redo_now().0 {
            let words = fill(messages.removed_named, &[("step", messages.step_name(name))]);
            self.desk.tell_with_undo(words, move || self.undo());
        }
    }

    /// Adds a thing at the end of a list, or behind another.
    pub fn add<T: Keyed + Clone>(&self, list: ListOf<T>, item: T, behind: Option<Id>) {
        let dossier = self.dossier_now();
        let all = (list.get)(&dossier);
        let at = behind.and_then(|id| all.iter().position(|item| item.id() == id)).map_or(all.len(), |at| at + 1);
        self.apply(list.name, (list.command)(ListEdit::Insert { at, item }));
    }
}
