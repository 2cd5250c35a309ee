//! The shelf of drafts over a store in memory. Whatever happens to the store, nothing acknowledged is lost.

use std::cell::RefCell;
use std::rc::Rc;

use doi_thoai::dossier::Dossier;
use doi_thoai::draft::{
    Condition, DraftFault, Envelope, MemoryStore, OpenFault, SCHEMA, SaveFault, Shelf, Store, StoreFault, Token,
};

/// One store for several shelves, as one browser has for several tabs and elements.
#[derive(Clone, Default)]
pub struct Browser(Rc<RefCell<MemoryStore>>);

impl Store for Browser {
    fn get(&self, key: &str) -> Result<Option<String>, StoreFault> {
        self.0.borrow().get(key)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreFault> {
        self.0.borrow().set(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), StoreFault> {
        self.0.borrow().remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, StoreFault> {
        self.0.borrow().keys()
    }
}

impl Browser {
    pub fn shelf(&self, scope: &str) -> Shelf<Self> {
        Shelf::new(self.clone(), scope)
    }

    /// All texts that it holds.
    fn texts(&self) -> Vec<String> {
        let keys = self.keys().expect("keys");
        let text = |key: String| self.get(&key).expect("a text").expect("under its key");
        keys.into_iter().map(text).collect()
    }

    /// The key of the one draft in it.
    pub fn key(&self) -> String {
        let mut keys = self.keys().expect("keys");
        keys.retain(|key| key.contains("/d/"));
        assert_eq!(keys.len(), 1, "{keys:?}");
        keys.remove(0)
    }

    /// Forgets everything, as the browser or another script may at any time.
    fn clear(&self) {
        *self.0.borrow_mut() = MemoryStore::default();
    }

    /// Leaves no room for anything longer than what is there.
    pub fn fill_up(&self) {
        let held: usize = self.texts().iter().map(String::len).sum();
        let keys: usize = self.keys().expect("keys").iter().map(String::len).sum();
        self.0.borrow_mut().limit = Some(held + keys);
    }
}

/// The tab of tests that have one.
pub const TAB: &str = "t";

/// When things are saved: each later than the one before.
pub const TIMES: [&str; 4] = [
    "2026-11-22T08:00:00+07:00",
    "2026-11-22T09:00:00+07:00",
    "2026-11-22T10:00:00+07:00",
    "2026-11-22T11:00:00+07:00",
];

pub fn named(name: &str) -> Dossier {
    Dossier { name: name.into(), ..Dossier::empty(2026) }
}

/// A draft as a version to come writes it.
fn newer() -> String {
    Envelope { rev: 1, saved_at: TIMES[1].into(), holes: 0, dossier: named("Bản mới") }
        .write()
        .replace(&format!("\"schema\":{SCHEMA}"), &format!("\"schema\":{}", SCHEMA + 1))
}

/// Opens a draft that can be saved.
pub fn open(shelf: &Shelf<Browser>, id: &str) -> (Token, Envelope) {
    let opened = shelf.open(id, TAB).expect("a draft");
    (opened.token.expect("of this version"), opened.envelope)
}

pub fn name_of(shelf: &Shelf<Browser>, id: &str) -> String {
    shelf.open(id, TAB).expect("a draft").envelope.dossier.name
}

#[test]
fn a_new_draft_never_takes_the_place_of_another() {
    let shelf = Browser::default().shelf("");
    let first = shelf.create("k", TAB, &named("một"), 0, TIMES[0]).expect("room");
    let second = shelf.create("k", TAB, &named("hai"), 0, TIMES[1]).expect("room");
    let third = shelf.create("k", TAB, &named("ba"), 0, TIMES[2]).expect("room");
    assert_eq!([first.id(), second.id(), third.id()], ["k", "k-2", "k-3"]);
    assert_eq!(name_of(&shelf, "k"), "một");
    let list = shelf.list().expect("a list");
    let names: Vec<_> = list.iter().map(|entry| entry.name.as_str()).collect();
    assert_eq!(names, ["ba", "hai", "một"], "the last saved first");
}

#[test]
fn a_new_draft_does_not_take_the_place_of_one_that_cannot_be_read() {
    let browser = Browser::default();
    let shelf = browser.shelf("");
    shelf.create("k", TAB, &named("một"), 0, TIMES[0]).expect("room");
    browser.set(&browser.key(), "rách").expect("room");
    assert_eq!(shelf.create("k", TAB, &named("hai"), 0, TIMES[1]).expect("room").id(), "k-2");
    assert_eq!(shelf.raw("k"), Ok(Some("rách".into())));
}

#[test]
fn what_was_saved_is_what_is_opened() {
    let shelf = Browser::default().shelf("");
    let created = shelf.create("k", TAB, &named("một"), 3, TIMES[0]).expect("room");
    let (mut token, envelope) = open(&shelf, "k");
    assert_eq!((envelope.rev, envelope.holes), (1, 3));
    assert_eq!(envelope.saved_at, TIMES[0]);
    assert!(!shelf.open("k", TAB).expect("a draft").from_copy);
    for rev in 2..5 {
        let dossier = named(&format!("lần {rev}"));
        shelf.save(&mut token, &dossier, 1, TIMES[1]).expect("room");
        let again = shelf.open("k", TAB).expect("a draft").envelope;
        assert_eq!((again.rev, again.dossier), (rev, dossier));
    }
    assert_eq!(created.id(), "k");
    assert!(matches!(shelf.open("không có", TAB), Err(OpenFault::Gone)));
}

#[test]
fn two_tabs_do_not_overwrite_each_other() {
    let browser = Browser::default();
    let (here, there) = (browser.shelf(""), browser.shelf(""));
    here.create("k", TAB, &named("một"), 0, TIMES[0]).expect("room");
    let mut mine = open(&here, "k").0;
    let mut theirs = open(&there, "k").0;
    there.save(&mut theirs, &named("của họ"), 0, TIMES[1]).expect("room");
    let told = here.save(&mut mine, &named("của tôi"), 0, TIMES[2]);
    assert_eq!(told, Err(SaveFault::Conflict { stored: 2, opened: 1 }));
    assert_eq!(name_of(&here, "k"), "của họ");
    // What was refused can still be kept, as a draft of its own.
    let copy = here.create("k", TAB, &named("của tôi"), 0, TIMES[2]).expect("room");
    assert_eq!(name_of(&here, copy.id()), "của tôi");
}

#[test]
fn a_draft_can_be_laid_beside_its_copy_from_before() {
    let shelf = Browser::default().shelf("");
    shelf.create("k", TAB, &named("một"), 0, TIMES[0]).expect("room");
    assert_eq!(shelf.versions("k"), Ok(Vec::new()), "it was never changed");
    let mut token = open(&shelf, "k").0;
    for name in ["hai", "ba"] {
        shelf.save(&mut token, &named(name), 0, TIMES[1]).expect("room");
    }
    // As it was when it was opened.
    let versions = shelf.versions("k").expect("a store");
    assert_eq!(versions.len(), 1, "{versions:?}");
    let (name, before) = shelf.version("k", &versions[0].key).expect("a store").expect("a copy");
    assert_eq!((name.as_str(), before.dossier.name.as_str(), before.saved_at.as_str()), ("", "một", TIMES[0]));
    assert_eq!(shelf.list().expect("a list")[0].year, Some(2026));
}

#[test]
fn a_damaged_draft_yields_its_previous_copy_and_is_kept_aside() {
    let browser = Browser::default();
    let shelf = browser.shelf("");
    shelf.create("k", TAB, &named("một"), 0, TIMES[0]).expect("room");
    let mut token = open(&shelf, "k").0;
    shelf.save(&mut token, &named("hai"), 0, TIMES[1]).expect("room");
    let damaged = browser.get(&browser.key()).expect("a text").expect("under its key").replace("hai", "hại");
    browser.set(&browser.key(), &damaged).expect("room");

    let entry = &shelf.list().expect("a list")[0];
    assert_eq!((entry.condition, entry.name.as_str()), (Condition::Copy, "một"));
    let before = browser.texts();
    let opened = shelf.open("k", TAB).expect("the copy");
    assert!(opened.from_copy);
    assert_eq!(opened.envelope.dossier.name, "một");
    assert_eq!(browser.texts(), before, "looking writes nothing");
    // Work goes on from the copy, and the damaged text stays beside it.
    shelf.save(&mut opened.token.expect("a right"), &named("ba"), 0, TIMES[3]).expect("room");
    assert_eq!(name_of(&shelf, "k"), "ba");
    assert!(browser.texts().contains(&damaged), "the damaged text is still there");
}

#[test]
fn a_damaged_draft_without_a_copy_stays_where_it_is() {
    let browser = Browser::default();
    let shelf = browser.shelf("");
    shelf.create("k", TAB, &named("một"), 0, TIMES[0]).expect("room");
    browser.set(&browser.key(), "{\"app\":\"doi-tho").expect("room");
    let told = shelf.open("k", TAB);
    assert!(matches!(told, Err(OpenFault::Draft(DraftFault::NotJson(_)))), "{told:?}");
    assert_eq!(browser.texts(), ["{\"app\":\"doi-tho"]);
    let list = shelf.list().expect("a list");
    assert_eq!(list.len(), 1, "it is listed, so that it can be saved to a file");
    assert_eq!(list[0].condition, Condition::Lost);
}

#[test]
fn a_draft_of_a_newer_version_is_not_touched() {
    let browser = Browser::default();
    let shelf = browser.shelf("");
    shelf.create("k", TAB, &named("một"), 0, TIMES[0]).expect("room");
    let mut token = open(&shelf, "k").0;
    shelf.save(&mut token, &named("hai"), 0, TIMES[1]).expect("room");
    browser.set(&browser.key(), &newer()).expect("room");
    let before = browser.texts();
    let opened = shelf.open("k", TAB).expect("to be looked at");
    assert_eq!(opened.token, None, "nobody can save over it");
    assert_eq!(opened.envelope.dossier.name, "Bản mới");
    assert_eq!(shelf.list().expect("a list")[0].condition, Condition::Newer);
    assert_eq!(browser.texts(), before, "no older copy takes its place");
}

/// What a newer version says may be unknown here, and so may its checksum.
#[test]
fn a_draft_of_a_newer_version_that_says_unknown_things_is_not_taken_for_a_damaged_one() {
    let browser = Browser::default();
    let shelf = browser.shelf("");
    shelf.create("k", TAB, &named("một"), 0, TIMES[0]).expect("room");
    let mut token = open(&shelf, "k").0;
    shelf.save(&mut token, &named("hai"), 0, TIMES[1]).expect("room");
    let strange = newer().replace("\"data\":{", "\"data\":{\"plan\":7,");
    browser.set(&browser.key(), &strange).expect("room");
    let told = shelf.open("k", TAB);
    assert!(matches!(told, Err(OpenFault::Draft(DraftFault::Newer(schema))) if schema == SCHEMA + 1), "{told:?}");
    assert_eq!(shelf.save(&mut token, &named("ba"), 0, TIMES[2]), Err(SaveFault::Newer(SCHEMA + 1)));
    assert!(browser.texts().contains(&strange));
}

/// A page of yesterday is still open while one of a newer version saves the same draft.
#[test]
fn saving_does_not_lose_what_a_newer_version_has_saved_meanwhile() {
    let browser = Browser::default();
    let shelf = browser.shelf("");
    let mut token = shelf.create("k", TAB, &named("một"), 0, TIMES[0]).expect("room");
    browser.set(&browser.key(), &newer()).expect("room");
    let told = shelf.save(&mut token, &named("hai"), 0, TIMES[2]);
    assert!(browser.texts().contains(&newer()), "overwritten: {told:?}");
}

/// What this tab cannot read any more may still be saved by hand.
#[test]
fn saving_does_not_lose_a_text_that_was_damaged_meanwhile() {
    let browser = Browser::default();
    let shelf = browser.shelf("");
    let mut token = shelf.create("k", TAB, &named("một"), 0, TIMES[0]).expect("room");
    browser.set(&browser.key(), "rách").expect("room");
    let told = shelf.save(&mut token, &named("hai"), 0, TIMES[2]);
    assert!(browser.texts().contains(&"rách".into()), "overwritten: {told:?}");
}

#[test]
fn a_full_store_keeps_the_old_text_and_says_so() {
    let browser = Browser::default();
    let shelf = browser.shelf("");
    shelf.create("k", TAB, &named("một"), 0, TIMES[0]).expect("room");
    let mut token = open(&shelf, "k").0;
    browser.fill_up();
    let long = named(&"dài ".repeat(1000));
    let told = shelf.save(&mut token, &long, 0, TIMES[1]);
    assert_eq!(told, Err(SaveFault::Store(StoreFault::Full)));
    assert_eq!(name_of(&shelf, "k"), "một");
    assert_eq!(shelf.create("m", TAB, &long, 0, TIMES[1]), Err(SaveFault::Store(StoreFault::Full)));
    // The token is still good once there is room again.
    browser.0.borrow_mut().limit = None;
    shelf.save(&mut token, &long, 0, TIMES[2]).expect("room");
    assert_eq!(name_of(&shelf, "k"), long.name);
}

/// Room for the draft alone is room enough: the second copy is a convenience.
#[test]
fn a_store_without_room_for_a_copy_still_takes_the_draft() {
    let browser = Browser::default();
    let shelf = browser.shelf("");
    shelf.create("k", TAB, &named("một"), 0, TIMES[0]).expect("room");
    let mut token = open(&shelf, "k").0;
    browser.fill_up();
    shelf.save(&mut token, &named("hai"), 0, TIMES[1]).expect("room for one");
    assert_eq!(name_of(&shelf, "k"), "hai");
}

#[test]
fn a_removed_draft_can_be_put_back_with_all_that_belongs_to_it() {
    let browser = Browser::default();
    let shelf = browser.shelf("");
    shelf.create("k", TAB, &named("một"), 0, TIMES[0]).expect("room");
    let mut token = open(&shelf, "k").0;
    shelf.save(&mut token, &named("hai"), 0, TIMES[1]).expect("room");
    shelf.keep_screen("k", "bước 3");
    let before = browser.texts();
    let removed = shelf.remove("k").expect("removed");
    assert_eq!(removed.id, "k");
    assert_eq!(shelf.list(), Ok(Vec::new()));
    assert_eq!(browser.texts(), ["1"], "only the sign that it was removed");
    shelf.put_back(&removed).expect("room");
    assert_eq!(browser.texts(), before);
    assert_eq!(shelf.screen("k").as_deref(), Some("bước 3"));
}

#[test]
fn putting_a_draft_back_does_not_overwrite_one_made_since() {
    let browser = Browser::default();
    let shelf = browser.shelf("");
    shelf.create("k", TAB, &named("một"), 0, TIMES[0]).expect("room");
    let removed = shelf.remove("k").expect("removed");
    shelf.create("k", TAB, &named("hai"), 0, TIMES[1]).expect("room");
    let told = shelf.put_back(&removed);
    let texts = browser.texts();
    assert!(texts.iter().any(|text| text.contains("hai")), "overwritten: {told:?}");
}

#[test]
fn two_scopes_do_not_see_each_other() {
    let browser = Browser::default();
    let (one, other) = (browser.shelf("mot"), browser.shelf("hai"));
    one.create("k", TAB, &named("một"), 0, TIMES[0]).expect("room");
    assert_eq!(other.list(), Ok(Vec::new()));
    assert!(matches!(other.open("k", TAB), Err(OpenFault::Gone)));
    other.create("k", TAB, &named("hai"), 0, TIMES[1]).expect("room");
    one.keep_office("cơ quan một").expect("room");
    assert_eq!(other.office(), Ok(None));
    assert_eq!(other.remove("k").expect("removed").id, "k");
    assert_eq!(name_of(&one, "k"), "một");
}

/// The page that hosts the element chooses the scope, often a path.
#[test]
fn scopes_are_apart_even_where_one_is_the_beginning_of_the_other() {
    let browser = Browser::default();
    let (one, other) = (browser.shelf("xa"), browser.shelf("xa/d"));
    other.create("k", TAB, &named("hai"), 0, TIMES[0]).expect("room");
    assert_eq!(one.list(), Ok(Vec::new()));
}

/// A tab that does not know of the removal must not bring the draft back.
#[test]
fn a_removed_draft_is_not_brought_back_by_a_tab_that_has_it_open() {
    let browser = Browser::default();
    let (here, there) = (browser.shelf(""), browser.shelf(""));
    here.create("k", TAB, &named("một"), 0, TIMES[0]).expect("room");
    let mut token = open(&here, "k").0;
    let removed = there.remove("k").expect("removed");
    assert_eq!(here.save(&mut token, &named("hai"), 0, TIMES[1]), Err(SaveFault::Removed));
    assert_eq!(here.list(), Ok(Vec::new()));
    there.put_back(&removed).expect("room");
    here.save(&mut token, &named("hai"), 0, TIMES[1]).expect("it is there again");
    // What somebody else cleared is no removal: the work is still on the screen here.
    browser.clear();
    assert_eq!(here.check(&token), Err(SaveFault::NotReadBack));
    here.save(&mut token, &named("ba"), 0, TIMES[2]).expect("room");
    assert_eq!(name_of(&here, "k"), "ba");
}

#[test]
fn everything_of_a_scope_can_be_removed_and_nothing_else_is() {
    let browser = Browser::default();
    let (here, there) = (browser.shelf(""), browser.shelf("xa"));
    there.create("k", TAB, &named("một"), 0, TIMES[0]).expect("room");
    browser.set("portal", "của cổng").expect("room");
    let before = browser.texts();
    here.create("k", TAB, &named("Trần Văn A"), 0, TIMES[0]).expect("room");
    let mut token = open(&here, "k").0;
    here.save(&mut token, &named("Trần Văn A"), 0, TIMES[1]).expect("room");
    here.keep_office("Trần Văn A").expect("room");
    here.keep_own_block("1", "Trần Văn A").expect("room");
    here.note_backup("k", 2, TIMES[1]);
    assert_eq!(here.backed_up("k"), Some((2, TIMES[1].to_owned())));
    here.remove_everything().expect("gone");
    let mut left = browser.texts();
    left.retain(|text| text != "1");
    assert_eq!(left, before);
    assert_eq!(here.save(&mut token, &named("Trần Văn A"), 0, TIMES[2]), Err(SaveFault::Removed));
}
