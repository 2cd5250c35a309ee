//! The shelf of drafts over a store in memory. Whatever happens to the store, nothing acknowledged is lost.

use std::cell::RefCell;
use std::rc::Rc;

use doi_thoai::dossier::Dossier;
use doi_thoai::draft::{DraftFault, Envelope, MemoryStore, OpenFault, SCHEMA, SaveFault, Shelf, Store, StoreFault};

/// One store for several shelves, as one browser has for several tabs and elements.
#[derive(Clone, Default)]
struct Browser(Rc<RefCell<MemoryStore>>);

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
    fn shelf(&self, scope: &str) -> Shelf<Self> {
        Shelf::new(self.clone(), scope)
    }

    /// All texts that it holds.
    fn texts(&self) -> Vec<String> {
        let keys = self.keys().expect("keys");
        let text = |key: String| self.get(&key).expect("a text").expect("under its key");
        keys.into_iter().map(text).collect()
    }

    /// The key of the one draft in it.
    fn key(&self) -> String {
        let mut keys = self.keys().expect("keys");
        keys.retain(|key| key.contains("/d/"));
        assert_eq!(keys.len(), 1, "{keys:?}");
        keys.remove(0)
    }

    /// Leaves no room for anything longer than what is there.
    fn fill_up(&self) {
        let held: usize = self.texts().iter().map(String::len).sum();
        let keys: usize = self.keys().expect("keys").iter().map(String::len).sum();
        self.0.borrow_mut().limit = Some(held + keys);
    }
}

/// When things are saved: each later than the one before.
const TIMES: [&str; 4] = [
    "2026-11-22T08:00:00+07:00",
    "2026-11-22T09:00:00+07:00",
    "2026-11-22T10:00:00+07:00",
    "2026-11-22T11:00:00+07:00",
];

fn named(name: &str) -> Dossier {
    Dossier { name: name.into(), ..Dossier::empty(2026) }
}

/// A draft as a version to come writes it.
fn newer() -> String {
    Envelope { rev: 1, saved_at: TIMES[1].into(), holes: 0, dossier: named("Bản mới") }
        .write()
        .replace(&format!("\"schema\":{SCHEMA}"), &format!("\"schema\":{}", SCHEMA + 1))
}

fn name_of(shelf: &Shelf<Browser>, id: &str) -> String {
    shelf.open(id, TIMES[3]).expect("a draft").envelope.dossier.name
}

#[test]
fn a_new_draft_never_takes_the_place_of_another() {
    let shelf = Browser::default().shelf("");
    let first = shelf.create("k", &named("một"), 0, TIMES[0]).expect("room");
    let second = shelf.create("k", &named("hai"), 0, TIMES[1]).expect("room");
    let third = shelf.create("k", &named("ba"), 0, TIMES[2]).expect("room");
    assert_eq!([first.id(), second.id(), third.id()], ["k", "k-2", "k-3"]);
    assert_eq!(name_of(&shelf, "k"), "một");
    let list = shelf.list().expect("a list");
    let names: Vec<_> = list.iter().filter_map(|entry| entry.name.as_deref()).collect();
    assert_eq!(names, ["ba", "hai", "một"], "the last saved first");
}

#[test]
fn a_new_draft_does_not_take_the_place_of_one_that_cannot_be_read() {
    let browser = Browser::default();
    let shelf = browser.shelf("");
    shelf.create("k", &named("một"), 0, TIMES[0]).expect("room");
    browser.set(&browser.key(), "rách").expect("room");
    assert_eq!(shelf.create("k", &named("hai"), 0, TIMES[1]).expect("room").id(), "k-2");
    assert_eq!(shelf.raw("k"), Ok(Some("rách".into())));
}

#[test]
fn what_was_saved_is_what_is_opened() {
    let shelf = Browser::default().shelf("");
    let created = shelf.create("k", &named("một"), 3, TIMES[0]).expect("room");
    let mut opened = shelf.open("k", TIMES[1]).expect("a draft");
    assert_eq!((opened.envelope.rev, opened.envelope.holes), (1, 3));
    assert_eq!(opened.envelope.saved_at, TIMES[0]);
    assert!(!opened.from_previous);
    for rev in 2..5 {
        let dossier = named(&format!("lần {rev}"));
        shelf.save(&mut opened.token, &dossier, 1, TIMES[1]).expect("room");
        let again = shelf.open("k", TIMES[2]).expect("a draft").envelope;
        assert_eq!((again.rev, again.dossier), (rev, dossier));
    }
    assert_eq!(created.id(), "k");
    assert!(matches!(shelf.open("không có", TIMES[0]), Err(OpenFault::Gone)));
}

#[test]
fn two_tabs_do_not_overwrite_each_other() {
    let browser = Browser::default();
    let (here, there) = (browser.shelf(""), browser.shelf(""));
    here.create("k", &named("một"), 0, TIMES[0]).expect("room");
    let mut mine = here.open("k", TIMES[0]).expect("a draft").token;
    let mut theirs = there.open("k", TIMES[0]).expect("a draft").token;
    there.save(&mut theirs, &named("của họ"), 0, TIMES[1]).expect("room");
    let told = here.save(&mut mine, &named("của tôi"), 0, TIMES[2]);
    assert_eq!(told, Err(SaveFault::Conflict { stored: 2, opened: 1 }));
    assert_eq!(name_of(&here, "k"), "của họ");
    // What was refused can still be kept, as a draft of its own.
    let copy = here.create("k", &named("của tôi"), 0, TIMES[2]).expect("room");
    assert_eq!(name_of(&here, copy.id()), "của tôi");
}

#[test]
fn a_draft_can_be_laid_beside_its_copy_from_before() {
    let shelf = Browser::default().shelf("");
    shelf.create("k", &named("một"), 0, TIMES[0]).expect("room");
    assert_eq!(shelf.previous("k"), Ok(None), "it was never changed");
    let mut token = shelf.open("k", TIMES[0]).expect("a draft").token;
    for name in ["hai", "ba"] {
        shelf.save(&mut token, &named(name), 0, TIMES[1]).expect("room");
    }
    // As it was when it was opened.
    let before = shelf.previous("k").expect("a store").map(|envelope| (envelope.dossier.name, envelope.saved_at));
    assert_eq!(before, Some(("một".to_owned(), TIMES[0].to_owned())));
    assert_eq!(shelf.list().expect("a list")[0].year, Some(2026));
}

#[test]
fn a_damaged_draft_yields_its_previous_copy_and_is_kept_aside() {
    let browser = Browser::default();
    let shelf = browser.shelf("");
    shelf.create("k", &named("một"), 0, TIMES[0]).expect("room");
    let mut token = shelf.open("k", TIMES[0]).expect("a draft").token;
    shelf.save(&mut token, &named("hai"), 0, TIMES[1]).expect("room");
    let damaged = browser.get(&browser.key()).expect("a text").expect("under its key").replace("hai", "hại");
    browser.set(&browser.key(), &damaged).expect("room");

    let mut opened = shelf.open("k", TIMES[2]).expect("the copy");
    assert!(opened.from_previous);
    assert_eq!(opened.envelope.dossier.name, "một");
    assert!(browser.texts().contains(&damaged), "the damaged text is still there");
    // Work goes on from the copy, and the damaged text stays beside it.
    shelf.save(&mut opened.token, &named("ba"), 0, TIMES[3]).expect("room");
    assert_eq!(name_of(&shelf, "k"), "ba");
    assert!(browser.texts().contains(&damaged));
}

#[test]
fn a_damaged_draft_without_a_copy_stays_where_it_is() {
    let browser = Browser::default();
    let shelf = browser.shelf("");
    shelf.create("k", &named("một"), 0, TIMES[0]).expect("room");
    browser.set(&browser.key(), "{\"app\":\"doi-tho").expect("room");
    let told = shelf.open("k", TIMES[1]);
    assert!(matches!(told, Err(OpenFault::Draft(DraftFault::NotJson(_)))), "{told:?}");
    assert_eq!(browser.texts(), ["{\"app\":\"doi-tho"]);
    let list = shelf.list().expect("a list");
    assert_eq!(list.len(), 1, "it is listed, so that it can be saved to a file");
    assert_eq!(list[0].name, None);
}

#[test]
fn a_draft_of_a_newer_version_is_not_touched() {
    let browser = Browser::default();
    let shelf = browser.shelf("");
    shelf.create("k", &named("một"), 0, TIMES[0]).expect("room");
    let mut token = shelf.open("k", TIMES[0]).expect("a draft").token;
    shelf.save(&mut token, &named("hai"), 0, TIMES[1]).expect("room");
    browser.set(&browser.key(), &newer()).expect("room");
    let before = browser.texts();
    let told = shelf.open("k", TIMES[2]);
    assert!(matches!(told, Err(OpenFault::Draft(DraftFault::Newer(schema))) if schema == SCHEMA + 1), "{told:?}");
    assert_eq!(browser.texts(), before, "no older copy takes its place");
}

/// A page of yesterday is still open while one of a newer version saves the same draft.
#[test]
fn saving_does_not_lose_what_a_newer_version_has_saved_meanwhile() {
    let browser = Browser::default();
    let shelf = browser.shelf("");
    let mut token = shelf.create("k", &named("một"), 0, TIMES[0]).expect("room");
    browser.set(&browser.key(), &newer()).expect("room");
    let told = shelf.save(&mut token, &named("hai"), 0, TIMES[2]);
    assert!(browser.texts().contains(&newer()), "overwritten: {told:?}");
}

/// What this tab cannot read any more may still be saved by hand.
#[test]
fn saving_does_not_lose_a_text_that_was_damaged_meanwhile() {
    let browser = Browser::default();
    let shelf = browser.shelf("");
    let mut token = shelf.create("k", &named("một"), 0, TIMES[0]).expect("room");
    browser.set(&browser.key(), "rách").expect("room");
    let told = shelf.save(&mut token, &named("hai"), 0, TIMES[2]);
    assert!(browser.texts().contains(&"rách".into()), "overwritten: {told:?}");
}

#[test]
fn a_full_store_keeps_the_old_text_and_says_so() {
    let browser = Browser::default();
    let shelf = browser.shelf("");
    shelf.create("k", &named("một"), 0, TIMES[0]).expect("room");
    let mut token = shelf.open("k", TIMES[0]).expect("a draft").token;
    browser.fill_up();
    let long = named(&"dài ".repeat(1000));
    let told = shelf.save(&mut token, &long, 0, TIMES[1]);
    assert_eq!(told, Err(SaveFault::Store(StoreFault::Full)));
    assert_eq!(name_of(&shelf, "k"), "một");
    assert_eq!(shelf.create("m", &long, 0, TIMES[1]), Err(SaveFault::Store(StoreFault::Full)));
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
    shelf.create("k", &named("một"), 0, TIMES[0]).expect("room");
    let mut token = shelf.open("k", TIMES[0]).expect("a draft").token;
    browser.fill_up();
    shelf.save(&mut token, &named("hai"), 0, TIMES[1]).expect("room for one");
    assert_eq!(name_of(&shelf, "k"), "hai");
}

#[test]
fn a_removed_draft_can_be_put_back_with_all_that_belongs_to_it() {
    let browser = Browser::default();
    let shelf = browser.shelf("");
    shelf.create("k", &named("một"), 0, TIMES[0]).expect("room");
    let mut token = shelf.open("k", TIMES[0]).expect("a draft").token;
    shelf.save(&mut token, &named("hai"), 0, TIMES[1]).expect("room");
    shelf.keep_screen("k", "bước 3");
    let before = browser.texts();
    let removed = shelf.remove("k").expect("removed");
    assert_eq!(removed.id, "k");
    assert_eq!(shelf.list(), Ok(Vec::new()));
    assert_eq!(browser.texts(), Vec::<String>::new());
    shelf.put_back(&removed).expect("room");
    assert_eq!(browser.texts(), before);
    assert_eq!(shelf.screen("k").as_deref(), Some("bước 3"));
}

#[test]
fn putting_a_draft_back_does_not_overwrite_one_made_since() {
    let browser = Browser::default();
    let shelf = browser.shelf("");
    shelf.create("k", &named("một"), 0, TIMES[0]).expect("room");
    let removed = shelf.remove("k").expect("removed");
    shelf.create("k", &named("hai"), 0, TIMES[1]).expect("room");
    let told = shelf.put_back(&removed);
    let texts = browser.texts();
    assert!(texts.iter().any(|text| text.contains("hai")), "overwritten: {told:?}");
}

#[test]
fn two_scopes_do_not_see_each_other() {
    let browser = Browser::default();
    let (one, other) = (browser.shelf("mot"), browser.shelf("hai"));
    one.create("k", &named("một"), 0, TIMES[0]).expect("room");
    assert_eq!(other.list(), Ok(Vec::new()));
    assert!(matches!(other.open("k", TIMES[1]), Err(OpenFault::Gone)));
    other.create("k", &named("hai"), 0, TIMES[1]).expect("room");
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
    other.create("k", &named("hai"), 0, TIMES[0]).expect("room");
    assert_eq!(one.list(), Ok(Vec::new()));
}
