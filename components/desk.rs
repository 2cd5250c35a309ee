//! One instance of the element: its shelf of drafts, its language, and what it shows.

use std::rc::Rc;
use std::sync::Arc;

use chrono::NaiveDate;
use doi_thoai::draft::Shelf;
use leptos::prelude::*;
use web_sys::HtmlElement;

use crate::browser::clock;
use crate::browser::storage::BrowserStore;
use crate::locales::{Lang, Messages, open_fault};
use crate::session::Session;

/// What an instance shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// The list of drafts.
    Home,
    /// The templates to choose from.
    Templates,
    /// The opened draft.
    Draft,
}

/// One instance. A handle: copies are the same instance.
#[derive(Clone, Copy)]
pub struct Desk {
    shelf: StoredValue<Rc<Shelf<BrowserStore>>, LocalStorage>,
    host: StoredValue<HtmlElement, LocalStorage>,
    fonts: StoredValue<js_sys::Array, LocalStorage>,
    /// What it shows.
    pub view: RwSignal<View>,
    /// Its language.
    pub lang: RwSignal<Lang>,
    /// The opened draft.
    pub session: RwSignal<Option<Session>>,
    /// Counts changes of the shelf, so that the list is read again.
    pub drafts: RwSignal<u32>,
    /// A sentence to be told.
    pub notice: RwSignal<Option<Arc<str>>>,
    /// What takes back what the sentence tells of.
    undo: StoredValue<Option<Box<dyn FnOnce()>>, LocalStorage>,
    /// Whether the sentence can be taken back.
    pub can_undo_notice: RwSignal<bool>,
    /// Owns what lives as long as the instance.
    owner: StoredValue<Owner>,
    /// Today, as the page was opened.
    pub today: NaiveDate,
}

impl Desk {
    /// A new instance over the browser's store.
    pub fn new(host: HtmlElement, fonts: js_sys::Array, scope: &str, lang: Lang) -> Self {
        Self {
            shelf: StoredValue::new_local(Rc::new(Shelf::new(BrowserStore::open(), scope))),
            host: StoredValue::new_local(host),
            fonts: StoredValue::new_local(fonts),
            view: RwSignal::new(View::Home),
            lang: RwSignal::new(lang),
            session: RwSignal::new(None),
            drafts: RwSignal::new(0),
            notice: RwSignal::new(None),
            undo: StoredValue::new_local(None),
            can_undo_notice: RwSignal::new(false),
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
            today: clock::today(),
        }
    }

    /// Does something with the shelf.
    pub fn with_shelf<T>(&self, use_it: impl FnOnce(&Shelf<BrowserStore>) -> T) -> T {
        let shelf = self.shelf.get_value();
        use_it(&shelf)
    }

    /// Does something with the host element.
    pub fn with_host(&self, use_it: impl FnOnce(&HtmlElement)) {
        use_it(&self.host.get_value());
    }

    /// The fonts that the loader holds in memory.
    pub fn fonts(&self) -> js_sys::Array {
        self.fonts.get_value()
    }

    /// The words of its language, untracked: a change of language draws everything anew.
    pub fn messages(&self) -> &'static Messages {
        self.lang.get_untracked().messages()
    }

    /// Tells a sentence.
    pub fn tell(&self, sentence: impl Into<Arc<str>>) {
        self.undo.set_value(None);
        self.can_undo_notice.set(false);
        self.notice.set(Some(sentence.into()));
    }

    /// Tells a sentence of something that can be taken back.
    pub fn tell_with_undo(&self, sentence: impl Into<Arc<str>>, undo: impl FnOnce() + 'static) {
        self.tell(sentence);
        self.undo.set_value(Some(Box::new(undo)));
        self.can_undo_notice.set(true);
    }

    /// Takes back what the sentence tells of.
    pub fn undo_notice(&self) {
        let undo = self.undo.try_update_value(Option::take).flatten();
        self.notice.set(None);
        if let Some(undo) = undo {
            undo();
        }
    }

    /// Has the list of drafts read again.
    pub fn drafts_changed(&self) {
        self.drafts.update(|count| *count = count.wrapping_add(1));
    }

    /// Opens a draft and shows it; says why where it cannot be opened.
    pub fn open(&self, id: &str) {
        let messages = self.messages();
        match self.with_shelf(|shelf| shelf.open(id, &clock::now())) {
            Ok(opened) => {
                if opened.from_previous {
                    self.tell(messages.from_previous);
                } else {
                    self.notice.set(None);
                }
                let desk = *self;
                // The draft outlives the button that opened it.
                let session = self.owner.get_value().with(|| Session::new(desk, opened, desk.today));
                self.session.set(Some(session));
                self.view.set(View::Draft);
            }
            Err(fault) => self.tell(open_fault(messages, &fault)),
        }
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
