//! The copies that the shelf keeps of a draft, by name and by itself, and what goes first in a full store.

use doi_thoai::draft::{Condition, Envelope, SaveFault, Store, StoreFault, Usage};

use crate::shelf::{Browser, TAB, TIMES, name_of, named, open};

#[test]
fn what_a_tab_could_not_save_is_kept_as_its_own() {
    let browser = Browser::default();
    let (here, there) = (browser.shelf(""), browser.shelf(""));
    here.create("k", TAB, &named("một"), 0, TIMES[0]).expect("room");
    let mut mine = here.open("k", "a").expect("a draft").token.expect("a right");
    let mut theirs = there.open("k", "b").expect("a draft").token.expect("a right");
    there.save(&mut theirs, &named("của họ"), 0, TIMES[1]).expect("room");
    assert_eq!(there.check(&theirs), Ok(()));
    for name in ["của tôi", "của tôi nữa"] {
        assert!(matches!(here.save(&mut mine, &named(name), 0, TIMES[2]), Err(SaveFault::Conflict { .. })));
    }
    let versions = here.versions("k").expect("a list");
    let of_tab: Vec<_> = versions.iter().filter(|version| version.is_of_tab).collect();
    assert_eq!(of_tab.len(), 1, "{versions:?}");
    let (_, kept) = here.version("k", &of_tab[0].key).expect("a store").expect("a copy");
    assert_eq!(kept.dossier.name, "của tôi nữa");
    assert_eq!(name_of(&here, "k"), "của họ");
}

/// Two tabs that save at the same moment count alike: it is the text that tells them apart.
#[test]
fn a_save_of_another_tab_with_the_same_revision_is_a_conflict() {
    let browser = Browser::default();
    let shelf = browser.shelf("");
    shelf.create("k", TAB, &named("một"), 0, TIMES[0]).expect("room");
    let mut token = open(&shelf, "k").0;
    shelf.save(&mut token, &named("của tôi"), 0, TIMES[1]).expect("room");
    let theirs = Envelope { rev: 2, saved_at: TIMES[1].into(), holes: 0, dossier: named("của họ") };
    browser.set(&browser.key(), &theirs.write()).expect("room");
    let conflict = Err(SaveFault::Conflict { stored: 2, opened: 2 });
    assert_eq!(shelf.check(&token), conflict);
    let (_, kept) = shelf.version("k", &shelf.versions("k").expect("a list")[1].key).expect("a store").expect("a copy");
    assert_eq!(kept.dossier.name, "của tôi", "what was acknowledged here");
    assert_eq!(shelf.save(&mut token, &named("của tôi"), 0, TIMES[2]), conflict);
}

#[test]
fn copies_are_kept_by_name_and_by_themselves() {
    let browser = Browser::default();
    let shelf = browser.shelf("");
    shelf.create("k", TAB, &named("lần 1"), 0, TIMES[0]).expect("room");
    let mut token = open(&shelf, "k").0;
    for rev in 2..=500 {
        shelf.save(&mut token, &named(&format!("lần {rev}")), 0, TIMES[1]).expect("room");
        if rev == 300 {
            shelf.keep_version(&token, " Trình\nlần 1 ").expect("room");
        }
    }
    let kept = shelf.versions("k").expect("a list");
    let told: Vec<(u32, &str)> = kept.iter().map(|version| (version.rev, version.name.as_str())).collect();
    assert_eq!(told, [(401, ""), (300, "Trình lần 1"), (201, ""), (1, "")]);
    let (_, third) = shelf.version("k", &kept[1].key).expect("a store").expect("a copy");
    assert_eq!(third.dossier.name, "lần 300");
    shelf.drop_version("k", &kept[1].key).expect("gone");
    assert_eq!(shelf.versions("k").expect("a list").len(), 3);
}

/// Of a day that is over one copy is enough; named ones stay.
#[test]
fn many_copies_are_thinned_out() {
    let shelf = Browser::default().shelf("");
    shelf.create("k", TAB, &named("một"), 0, "2026-11-01T08:00:00+07:00").expect("room");
    let mut named_ones = 0;
    for day in 2..=6 {
        for hour in ["08", "09", "10"] {
            let mut token = open(&shelf, "k").0;
            let now = format!("2026-11-{day:02}T{hour}:00:00+07:00");
            shelf.save(&mut token, &named("lại"), 0, &now).expect("room");
            if hour == "09" {
                shelf.keep_version(&token, "Tên").expect("room");
                named_ones += 1;
            }
        }
    }
    let versions = shelf.versions("k").expect("a list");
    let (with_name, automatic): (Vec<_>, Vec<_>) = versions.iter().partition(|version| !version.name.is_empty());
    assert_eq!((with_name.len(), automatic.len()), (named_ones, 6), "{versions:?}");
    let mut days: Vec<&str> = automatic.iter().skip(2).map(|version| &version.saved_at[..10]).collect();
    days.dedup();
    assert_eq!(days.len(), 4, "older days have one each: {automatic:?}");
}

#[test]
fn a_full_store_lets_go_of_spare_copies_first() {
    let browser = Browser::default();
    let shelf = browser.shelf("");
    for id in ["k", "m"] {
        shelf.create(id, TAB, &named(&"một ".repeat(500)), 0, TIMES[0]).expect("room");
        let mut token = open(&shelf, id).0;
        shelf.save(&mut token, &named("hai"), 0, TIMES[1]).expect("room");
        shelf.keep_version(&token, "Tên").expect("room");
    }
    let copies = |id: &str| shelf.versions(id).expect("a list").into_iter().map(|it| it.name).collect::<Vec<_>>();
    let all = [["Tên", ""], ["Tên", ""]];
    assert_eq!([copies("k"), copies("m")], all);
    let Usage { own, spare, others } = shelf.usage().expect("usage");
    assert!(own > spare && spare > 2 * 2000 && others == 0, "{own} {spare} {others}");
    browser.fill_up();
    let mut token = open(&shelf, "k").0;
    let told = shelf.save(&mut token, &named(&"dài ".repeat(3000)), 0, TIMES[2]);
    assert_eq!(told, Err(SaveFault::Store(StoreFault::Full)), "named copies stay");
    assert_eq!([copies("k"), copies("m")], all, "nothing goes in vain");
    shelf.save(&mut token, &named(&"dài ".repeat(400)), 0, TIMES[2]).expect("the other's copy makes room");
    assert_eq!([copies("k"), copies("m")], [vec!["Tên", ""], vec!["Tên"]]);
    shelf.save(&mut token, &named(&"dài ".repeat(800)), 0, TIMES[2]).expect("its own copy makes room");
    assert_eq!([copies("k"), copies("m")], [["Tên"], ["Tên"]]);
    let told = shelf.save(&mut token, &named(&"dài ".repeat(2000)), 0, TIMES[2]);
    assert_eq!(told, Err(SaveFault::Store(StoreFault::Full)), "named copies stay");
    assert_eq!([copies("k"), copies("m")], [["Tên"], ["Tên"]]);
}

/// Another draft that cannot be read has nothing but its copies.
#[test]
fn a_full_store_keeps_the_copies_of_a_draft_that_cannot_be_read() {
    let browser = Browser::default();
    let shelf = browser.shelf("");
    for id in ["k", "m"] {
        shelf.create(id, TAB, &named(&"một ".repeat(500)), 0, TIMES[0]).expect("room");
    }
    let mut token = open(&shelf, "m").0;
    shelf.save(&mut token, &named("hai"), 0, TIMES[1]).expect("room");
    browser.set("doi-thoai/1/-/d/m", "rách").expect("room");
    browser.fill_up();
    let mut token = open(&shelf, "k").0;
    let told = shelf.save(&mut token, &named(&"dài ".repeat(1200)), 0, TIMES[2]);
    assert_eq!(told, Err(SaveFault::Store(StoreFault::Full)));
    assert_eq!(name_of(&shelf, "m"), "một ".repeat(500));
}

/// The store of an older version of the product has one copy a draft, under a key of its own.
#[test]
fn a_copy_that_an_older_version_kept_is_one_of_the_copies() {
    let browser = Browser::default();
    let shelf = browser.shelf("");
    shelf.create("k", TAB, &named("một"), 0, TIMES[0]).expect("room");
    let text = browser.get(&browser.key()).expect("a store").expect("a text");
    browser.set("doi-thoai/1/-/p/k", &text).expect("room");
    browser.remove("doi-thoai/1/-/d/k").expect("gone");
    assert_eq!(shelf.list().expect("a list")[0].condition, Condition::Copy);
    assert_eq!(name_of(&shelf, "k"), "một");
}

/// A copy that the officer has named stays as it is called.
#[test]
fn one_state_may_have_two_names() {
    let shelf = Browser::default().shelf("");
    let token = shelf.create("k", TAB, &named("một"), 0, TIMES[0]).expect("room");
    assert!(!shelf.is_named(&token));
    for name in ["", "Trình", "Đã duyệt", "Trình"] {
        shelf.keep_version(&token, name).expect("room");
    }
    assert!(shelf.is_named(&token));
    let names: Vec<String> = shelf.versions("k").expect("a list").into_iter().map(|it| it.name).collect();
    assert_eq!(names, ["Đã duyệt", "Trình"]);
}

#[test]
fn what_could_not_be_saved_and_then_was_is_no_copy_any_more() {
    let shelf = Browser::default().shelf("");
    let mut token = shelf.create("k", TAB, &named("một"), 0, TIMES[0]).expect("room");
    shelf.put_by(&mut token, &named("hai"), 0, TIMES[1]).expect("room");
    assert_eq!(shelf.versions("k").expect("a list").len(), 1);
    // Who opens the draft again has not got it on the screen.
    let mut again = open(&shelf, "k").0;
    shelf.save(&mut again, &named("ba"), 0, TIMES[2]).expect("room");
    assert!(shelf.versions("k").expect("a list").iter().any(|version| version.is_unsaved));
    let mut other = shelf.create("m", TAB, &named("một"), 0, TIMES[0]).expect("room");
    shelf.put_by(&mut other, &named("hai"), 0, TIMES[1]).expect("room");
    shelf.save(&mut other, &named("hai"), 0, TIMES[2]).expect("room");
    assert_eq!(shelf.versions("m").expect("a list"), []);
}

/// A tab that has only looked has nothing of its own to keep.
#[test]
fn what_was_only_opened_is_not_kept() {
    let browser = Browser::default();
    let (here, there) = (browser.shelf(""), browser.shelf(""));
    let mut theirs = there.create("k", "b", &named("một"), 0, TIMES[0]).expect("room");
    let mine = here.open("k", "a").expect("a draft").token.expect("a right");
    there.save(&mut theirs, &named("hai"), 0, TIMES[1]).expect("room");
    assert!(matches!(here.check(&mine), Err(SaveFault::Conflict { .. })));
    assert_eq!(here.versions("k").expect("a list"), []);
}
