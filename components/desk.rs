//! One instance of the element: its shelf of drafts, its language, and what it shows.

use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use chrono::{Datelike, NaiveDate};
use doi_thoai::dossier::Dossier;
use doi_thoai::draft::{Opened, SaveFault, Shelf, StoreFault, read_office, write_office};
use doi_thoai::id::Id;
use doi_thoai::import::{Source, organ_named};
use doi_thoai::office::{OfficeProfile, Village};
use doi_thoai::organ::{Organ, System};
use leptos::prelude::*;
use web_sys::HtmlElement;

use crate::browser::storage::{BrowserStore, forget_tab_texts, keep_tab_text, tab_text};
use crate::browser::{clock, focus, has_focus_elsewhere};
use crate::designer::Own;
use crate::locales::{Lang, Messages, open_fault, save_fault};
use crate::printing::Building;
use crate::session::{Session, Standing, forget_trail};

/// What an instance shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// The list of drafts.
    Home,
    /// The templates to choose from.
    Templates,
    /// The forms to choose from.
    Forms,
    /// An old paper that comes in.
    Import,
    /// Two drafts side by side.
    Comparing,
    /// The opened draft.
    Draft,
}

/// What the element's attributes say of the office, for one that has said nothing itself yet.
#[derive(Clone, Debug, Default)]
pub struct Preset {
    /// `party`, `state` or `front`.
    pub system: Option<String>,
    /// The organ, or its territory: "UBND xã Cẩm Bình", "xã Cẩm Bình".
    pub organ: Option<String>,
    /// The territory above, sort and name: "tỉnh Hà Tĩnh".
    pub place: Option<String>,
}

impl Preset {
    /// The office that the attributes name; none where they name no territory.
    fn office(&self) -> Option<OfficeProfile> {
        let system = match self.system.as_deref() {
            Some("party") => System::Party,
            Some("front") => System::Front,
            _ => System::State,
        };
        let said = |attribute: &Option<String>| attribute.clone().unwrap_or_default();
        let organ = organ_named(system, &said(&self.organ), &said(&self.place))?;
        Some(OfficeProfile { organ: Organ { id: Id(1), ..organ }, ..OfficeProfile::default() })
    }
}

/// One instance. A handle: copies are the same instance.
#[derive(Clone, Copy)]
pub struct Desk {
    shelf: StoredValue<Rc<Shelf<BrowserStore>>, LocalStorage>,
    scope: StoredValue<String>,
    /// Tells this instance from those of other tabs.
    tab: StoredValue<String>,
    /// The address of the product's own page; none where this instance is on it.
    pub page: StoredValue<Option<String>>,
    host: StoredValue<HtmlElement, LocalStorage>,
    fonts: StoredValue<js_sys::Array, LocalStorage>,
    /// What it shows.
    pub view: RwSignal<View>,
    /// Its language.
    pub lang: RwSignal<Lang>,
    /// The draft that is laid beside another.
    pub compared: StoredValue<String>,
    /// The opened draft.
    pub session: RwSignal<Option<Session>>,
    /// Counts changes of the shelf, so that the list is read again.
    pub drafts: RwSignal<u32>,
    /// A sentence to be told.
    pub notice: RwSignal<Option<String>>,
    /// The officer's own blocks of forms.
    pub own_blocks: RwSignal<Vec<Own>>,
    /// What takes back what the sentence tells of.
    undo: StoredValue<Option<Box<dyn FnOnce()>>, LocalStorage>,
    /// Whether the sentence can be taken back.
    pub can_undo_notice: RwSignal<bool>,
    /// The batch of copies that is being built for the printer; taken away when it is no longer wanted.
    pub building: RwSignal<Option<Building>>,
    /// The lines of an old paper that comes in.
    pub importing: RwSignal<Option<Arc<Source>>>,
    /// Owns what lives as long as the instance.
    owner: StoredValue<Owner>,
    /// Owns what lives as long as the opened draft.
    of_session: StoredValue<Option<Owner>>,
    /// What the element's attributes say of the office.
    pub preset: StoredValue<Preset>,
    /// Whether the host page wants drafts to be read and printed but not changed.
    pub readonly: RwSignal<bool>,
    /// Today, as the page was opened.
    pub today: NaiveDate,
}

impl Desk {
    /// A new instance over the browser's store.
    pub fn new(host: HtmlElement, fonts: js_sys::Array, scope: &str, lang: Lang) -> Self {
        Self {
            shelf: StoredValue::new_local(Rc::new(Shelf::new(BrowserStore::open(), scope))),
            scope: StoredValue::new(scope.to_owned()),
            tab: StoredValue::new(clock::new_draft_id()),
            page: StoredValue::new(None),
            host: StoredValue::new_local(host),
            fonts: StoredValue::new_local(fonts),
            view: RwSignal::new(View::Home),
            lang: RwSignal::new(lang),
            compared: StoredValue::new(String::new()),
            session: RwSignal::new(None),
            drafts: RwSignal::new(0),
            notice: RwSignal::new(None),
            own_blocks: RwSignal::new(Vec::new()),
            undo: StoredValue::new_local(None),
            can_undo_notice: RwSignal::new(false),
            building: RwSignal::new(None),
            importing: RwSignal::new(None),
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
            of_session: StoredValue::new(None),
            preset: StoredValue::new(Preset::default()),
            readonly: RwSignal::new(false),
            today: clock::today(),
        }
    }

    /// This year.
    pub fn year(&self) -> i32 {
        self.today.year()
    }

    /// Whether what is open can be read and printed but not changed, tracked.
    pub fn is_readonly(&self) -> bool {
        let looked_at = |session: Session| session.standing().with(Standing::is_readonly);
        self.readonly.get() || self.session.get().is_some_and(looked_at)
    }

    /// What tells this instance from those of other tabs.
    pub fn tab(&self) -> String {
        self.tab.get_value()
    }

    /// Does something with the shelf.
    pub fn with_shelf<T>(&self, use_it: impl FnOnce(&Shelf<BrowserStore>) -> T) -> T {
        let shelf = self.shelf.get_value();
        use_it(&shelf)
    }

    /// Gives focus to the heading of what is shown: whatever was pressed is gone. Where something of the host page has focus,
    /// it was not pressed here.
    pub fn focus_heading(&self) {
        let host = self.host.get_value();
        request_animation_frame(move || {
            if has_focus_elsewhere(&host) {
                return;
            }
            let root = host.shadow_root();
            let heading = root.and_then(|root| root.query_selector("h1[tabindex],h2[tabindex]").ok().flatten());
            if let Some(heading) = heading {
                focus(&heading);
            }
        });
    }

    /// Does something with the host element; nothing where the instance is gone.
    pub fn with_host(&self, use_it: impl FnOnce(&HtmlElement)) {
        if let Some(host) = self.host.try_get_value() {
            use_it(&host);
        }
    }

    /// Whether the element was taken out of its page: what was waited for comes too late.
    pub fn is_gone(&self) -> bool {
        self.host.try_get_value().is_none()
    }

    /// Ends what the draft before has held, some time after its last view is gone; `next` owns what the next one holds.
    fn end_session(&self, next: Option<Owner>) {
        const LATER: Duration = Duration::from_secs(2);
        let before = self.of_session.try_update_value(|owner| std::mem::replace(owner, next)).flatten();
        if let Some(before) = before {
            set_timeout(move || before.cleanup(), LATER);
        }
    }

    /// Ends all that lives as long as the instance.
    pub fn end(&self) {
        if let Some(owner) = self.owner.try_get_value() {
            owner.cleanup();
        }
    }

    /// How wide the screen is, in CSS px. The element itself may be an inline box of the host page, which has no width.
    pub fn width(&self) -> i32 {
        let root = self.host.get_value().shadow_root().and_then(|root| root.last_element_child());
        root.map_or(0, |root| root.client_width())
    }

    /// The fonts that the loader holds in memory.
    pub fn fonts(&self) -> js_sys::Array {
        self.fonts.get_value()
    }

    /// Makes something that lives as long as the instance.
    pub fn living<T>(&self, make: impl FnOnce() -> T) -> T {
        self.owner.get_value().with(make)
    }

    /// The words of its language, untracked: a change of language draws everything anew.
    pub fn messages(&self) -> &'static Messages {
        self.lang.get_untracked().messages()
    }

    /// Tells a sentence.
    pub fn tell(&self, sentence: impl Into<String>) {
        self.undo.set_value(None);
        self.can_undo_notice.set(false);
        self.notice.set(Some(sentence.into()));
    }

    /// Tells nothing any more, and takes nothing back.
    pub fn hush(&self) {
        self.undo.set_value(None);
        self.can_undo_notice.set(false);
        self.notice.set(None);
    }

    /// Tells a sentence that helps and can be missed: it goes by itself.
    pub fn tell_briefly(&self, sentence: impl Into<String>) {
        const SHOWN: Duration = Duration::from_secs(15);
        let sentence = sentence.into();
        self.tell(sentence.clone());
        let notice = self.notice;
        set_timeout(
            move || {
                if notice.try_get_untracked().flatten().is_some_and(|shown| shown == sentence) {
                    notice.set(None);
                }
            },
            SHOWN,
        );
    }

    /// Tells a sentence of something that can be taken back.
    pub fn tell_with_undo(&self, sentence: impl Into<String>, undo: impl FnOnce() + 'static) {
        self.tell(sentence);
        self.undo.set_value(Some(Box::new(undo)));
        self.can_undo_notice.set(true);
    }

    /// Tells a sentence of something that was taken away and that `bring_back` brings back; where it does not, now, it is
    /// offered again.
    pub fn tell_with_way_back(&self, sentence: impl Into<String>, bring_back: impl Fn() -> bool + 'static) {
        let desk = *self;
        self.tell_with_undo(sentence, move || {
            if bring_back() {
                desk.tell(desk.messages().restored);
            } else {
                desk.tell_with_way_back(desk.messages().failed_full, bring_back);
            }
        });
    }

    /// Closes the opened draft and shows the list.
    pub fn close(&self) {
        let session = self.session.get_untracked();
        if !self.leave() && session.is_some_and(|session| !session.warn()) {
            return self.tell(self.messages().leave_unsaved);
        }
        if let Some(session) = session {
            session.let_go();
            session.forget_unsaved();
            forget_trail(&session.id());
        }
        keep_tab_text(&self.open_key(), None);
        // What it offers to take back is of the draft that is closed.
        self.hush();
        self.session.set(None);
        self.end_session(None);
        self.view.set(View::Home);
        self.drafts_changed();
    }

    /// Saves what is unsaved of the opened draft, or keeps it as this tab's own, and lets other tabs have it. False where
    /// neither works: then it is nowhere but on the screen, and stays this tab's.
    pub fn leave(&self) -> bool {
        let Some(session) = self.session.get_untracked() else { return true };
        session.flush();
        let safe = session.put_by();
        if safe {
            session.let_go();
        }
        safe
    }

    /// Opens the draft that was open in this tab before it was loaded again, unless it is `taken`.
    pub fn reopen(&self, taken: &[String]) {
        let Some(id) = tab_text(&self.open_key()).filter(|id| !taken.contains(id)) else { return };
        // One that is gone is no news.
        if let Ok(opened) = self.with_shelf(|shelf| shelf.open(&id, &self.tab())) {
            self.show_opened(opened);
        }
    }

    fn open_key(&self) -> String {
        format!("doi-thoai/open/{}", self.scope.get_value())
    }

    /// Takes everything of this scope away from the browser, and closes what is open.
    ///
    /// # Errors
    /// If the store is refused.
    pub fn remove_everything(&self) -> Result<(), StoreFault> {
        if let Some(session) = self.session.get_untracked() {
            session.let_go();
        }
        self.session.set(None);
        self.end_session(None);
        forget_tab_texts();
        let done = self.with_shelf(Shelf::remove_everything);
        self.own_blocks.set(Vec::new());
        self.drafts_changed();
        done
    }

    /// Takes back what the sentence tells of.
    pub fn undo_notice(&self) {
        let undo = self.undo.try_update_value(Option::take).flatten();
        self.notice.set(None);
        if let Some(undo) = undo {
            undo();
        }
    }

    /// Keeps what a dossier says of the office, so that the next draft starts from it. An office without a name is
    /// none yet.
    pub fn remember_office(&self, dossier: &Dossier) {
        let Some(organ) = dossier.plan.organs.first().filter(|organ| !organ.unit.is_unnamed()) else { return };
        let stored = self.office();
        // The villages are those that forms were last handed out to.
        let lots = dossier.forms.iter().map(|form| &form.copies.lots).find(|lots| !lots.is_empty());
        let mut villages: Vec<Village> = match lots {
            Some(lots) => lots
                .iter()
                .map(|lot| Village { name: lot.name.clone(), head: lot.head.clone(), copies: lot.copies, id: lot.id })
                .collect(),
            None => stored.as_ref().map(|office| office.villages.clone()).unwrap_or_default(),
        };
        // Villages of another draft have identities of their own: above all that this draft has.
        for (village, id) in villages.iter_mut().zip(dossier.next_id..) {
            village.id = Id(id);
        }
        let office = OfficeProfile {
            organ: organ.clone(),
            place: dossier.plan.registration.place.clone(),
            signatories: dossier.plan.signatories.clone(),
            recipients: dossier.plan.recipients.lines.clone(),
            villages,
        };
        if stored.as_ref() != Some(&office) {
            // The draft itself is saved; the profile only spares typing next time.
            let _ = self.with_shelf(|shelf| shelf.keep_office(&write_office(&office)));
        }
    }

    /// What the office said of itself before, else what the element's attributes say of it.
    pub fn office(&self) -> Option<OfficeProfile> {
        let kept = self.with_shelf(|shelf| shelf.office().ok().flatten()).and_then(|text| read_office(&text).ok());
        kept.or_else(|| self.preset.with_value(Preset::office))
    }

    /// Has the list of drafts read again.
    pub fn drafts_changed(&self) {
        self.drafts.update(|count| *count = count.wrapping_add(1));
    }

    /// Puts a new draft on the shelf; gives its identity.
    ///
    /// # Errors
    /// If the store does not take it.
    pub fn put_new(&self, dossier: &Dossier, holes: u32) -> Result<String, SaveFault> {
        let (id, tab) = (clock::new_draft_id(), self.tab());
        self.with_shelf(|shelf| shelf.create(&id, &tab, dossier, holes, &clock::now()))
            .map(|token| token.id().to_owned())
    }

    /// Puts a new draft on the shelf and opens it; says why where it is not taken.
    pub fn open_new(&self, dossier: &Dossier, holes: u32) {
        match self.put_new(dossier, holes) {
            Ok(id) => self.open(&id),
            Err(fault) => self.tell(save_fault(self.messages(), &fault)),
        }
    }

    /// Opens a draft and shows it; says why where it cannot be opened.
    pub fn open(&self, id: &str) {
        // It may be the one that is open.
        if let Some(session) = self.session.get_untracked() {
            session.flush();
        }
        match self.with_shelf(|shelf| shelf.open(id, &self.tab())) {
            Ok(_) if !self.leave() => self.tell(self.messages().leave_unsaved),
            Ok(opened) => self.show_opened(opened),
            Err(fault) => self.tell(open_fault(self.messages(), &fault)),
        }
    }

    fn show_opened(&self, opened: Opened) {
        self.hush();
        if opened.from_copy {
            self.tell(self.messages().from_previous);
        }
        let desk = *self;
        let id = opened.id.clone();
        // The draft outlives the button that opened it.
        let owner = self.owner.get_value().child();
        let session = owner.with(|| Session::new(desk, opened, desk.today));
        self.session.set(Some(session));
        self.end_session(Some(owner));
        self.view.set(View::Draft);
        keep_tab_text(&self.open_key(), Some(&id));
    }
}

/// The instance that a view belongs to.
#[expect(clippy::expect_used, reason = "the root of every view provides it")]
pub fn use_desk() -> Desk {
    use_context::<Desk>().expect("a desk above every view")
}

/// The opened draft that a view belongs to.
#[expect(clippy::expect_used, reason = "the draft's view provides it")]
pub fn use_session() -> Session {
    use_context::<Session>().expect("a session above every view of a draft")
}
