//! The rooms that name the browser's interfaces, in a real browser.

use std::collections::HashSet;

use doi_thoai::draft::{Store, StoreFault};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{ShadowRoot, ShadowRootInit, ShadowRootMode};

use super::storage::{BrowserStore, QUOTA, keep_tab_text, tab_text};
use super::{active_element, clock, document, focus, sheets, window};

/// A shadow root of a new element in the page.
fn shadow() -> ShadowRoot {
    let host = document().create_element("div").unwrap();
    document().body().unwrap().append_child(&host).unwrap();
    host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).unwrap()
}

#[wasm_bindgen_test]
fn what_is_kept_is_read_back() {
    let store = BrowserStore::open();
    assert!(store.is_lasting());
    store.set("doi-thoai/test/a", "Đối thoại").unwrap();
    assert_eq!(store.get("doi-thoai/test/a").unwrap().as_deref(), Some("Đối thoại"));
    assert!(store.keys().unwrap().contains(&"doi-thoai/test/a".to_owned()));
    store.remove("doi-thoai/test/a").unwrap();
    assert_eq!(store.get("doi-thoai/test/a").unwrap(), None);
}

#[wasm_bindgen_test]
fn a_full_store_says_so_and_keeps_the_old_text() {
    let store = BrowserStore::open();
    store.set("doi-thoai/test/full", "cũ").unwrap();
    assert_eq!(store.set("doi-thoai/test/full", &"x".repeat(QUOTA + 1)), Err(StoreFault::Full));
    assert_eq!(store.get("doi-thoai/test/full").unwrap().as_deref(), Some("cũ"));
    store.remove("doi-thoai/test/full").unwrap();
}

#[wasm_bindgen_test]
fn a_text_lives_in_the_tab_until_it_is_forgotten() {
    keep_tab_text("doi-thoai/test/tab", Some("bước"));
    assert_eq!(tab_text("doi-thoai/test/tab").as_deref(), Some("bước"));
    keep_tab_text("doi-thoai/test/tab", None);
    assert_eq!(tab_text("doi-thoai/test/tab"), None);
}

#[wasm_bindgen_test]
fn now_begins_with_today_and_ends_with_an_offset() {
    let (now, today) = (clock::now(), clock::today());
    assert!(now.starts_with(&today.to_string()), "{now} {today}");
    assert_eq!(now.len(), "2026-09-05T08:00:00+07:00".len());
}

#[wasm_bindgen_test]
fn draft_names_differ() {
    let names: HashSet<String> = (0..200).map(|_| clock::new_draft_id()).collect();
    assert_eq!(names.len(), 200);
    assert!(names.iter().all(|name| name.chars().all(|letter| letter.is_ascii_alphanumeric())));
}

#[wasm_bindgen_test]
fn a_sheet_is_adopted_beside_the_others_and_can_be_replaced() {
    let root = shadow();
    sheets::adopt(&window(), &root, "p{color:rgb(1,2,3)}").unwrap();
    let sheet = sheets::adopt(&window(), &root, "").unwrap();
    let paragraph = document().create_element("p").unwrap();
    root.append_child(&paragraph).unwrap();
    let color = || window().get_computed_style(&paragraph).unwrap().unwrap().get_property_value("color").unwrap();
    assert_eq!(color(), "rgb(1, 2, 3)");
    sheets::replace(&sheet, "p{color:rgb(4,5,6)}").unwrap();
    assert_eq!(color(), "rgb(4, 5, 6)");
}

#[wasm_bindgen_test]
fn focus_is_seen_inside_a_shadow_root() {
    let root = shadow();
    let field = document().create_element("input").unwrap();
    root.append_child(&field).unwrap();
    focus(&field);
    assert_eq!(active_element(&field).as_ref(), Some(&field));
    assert_ne!(document().active_element(), Some(field.unchecked_into()));
}
