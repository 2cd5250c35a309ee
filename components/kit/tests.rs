//! Fields and cards in a real browser, inside a shadow root as they always are.

use doi_thoai::id::Id;
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{
    CompositionEvent, Element, Event, HtmlButtonElement, HtmlElement, HtmlInputElement, ShadowRootInit, ShadowRootMode,
};

use super::{Around, Ask, CardActions, Cards, Parsed, Reading, TextField, Typed, insert_at_caret};
use crate::browser::{active_element, document, focus};
use crate::locales::Lang;

/// Mounts a view into the shadow root of a new element; the view stays until the page goes.
fn show<V: IntoView + 'static>(view: impl FnOnce() -> V + 'static) -> HtmlElement {
    let host = document().create_element("div").unwrap();
    document().body().unwrap().append_child(&host).unwrap();
    let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).unwrap();
    let inner: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    root.append_child(&inner).unwrap();
    mount_to(inner.clone(), view).forget();
    inner
}

fn one<T: JsCast>(within: &Element, selector: &str) -> T {
    within.query_selector(selector).unwrap().unwrap_or_else(|| panic!("no {selector}")).unchecked_into()
}

/// Types into a box as a keyboard does: the text, then the event.
fn type_in(field: &HtmlInputElement, text: &str) {
    field.set_value(text);
    let event = web_sys::InputEvent::new("input").unwrap();
    field.dispatch_event(&event).unwrap();
}

fn send(target: &Element, event: &Event) {
    target.dispatch_event(event).unwrap();
}

/// A text field, what it says, what it shows, and the count of changes that are forced on it.
fn text_field() -> (HtmlInputElement, RwSignal<Vec<Typed>>, RwSignal<String>, RwSignal<u32>) {
    let owner = Owner::new();
    owner.set();
    let said = RwSignal::new(Vec::new());
    let value = RwSignal::new("cũ".to_owned());
    let forced = RwSignal::new(0);
    std::mem::forget(owner);
    let box_ = show(move || {
        provide_context(Around { forced, on_compose: Callback::new(|_| ()) });
        view! { <TextField ask=Ask::new("Tên") value on_typed=Callback::new(move |typed| said.update(|all| all.push(typed)))/> }
    });
    (one(&box_, "input"), said, value, forced)
}

#[wasm_bindgen_test]
async fn a_field_shows_its_value_but_never_writes_under_the_caret() {
    let (field, _, value, forced) = text_field();
    tick().await;
    assert_eq!(field.value(), "cũ");
    focus(&field);
    type_in(&field, "đang gõ");
    value.set("khác".into());
    tick().await;
    assert_eq!(field.value(), "đang gõ");
    forced.set(1);
    tick().await;
    assert_eq!(field.value(), "khác");
}

#[wasm_bindgen_test]
async fn a_syllable_is_told_when_it_is_whole() {
    let (field, said, ..) = text_field();
    tick().await;
    send(&field, &CompositionEvent::new("compositionstart").unwrap());
    type_in(&field, "d");
    type_in(&field, "đ");
    assert!(said.with_untracked(Vec::is_empty));
    send(&field, &CompositionEvent::new("compositionend").unwrap());
    let texts = said.with_untracked(|all| all.iter().map(|typed| typed.text.clone()).collect::<Vec<_>>());
    assert_eq!(texts, ["đ"]);
}

#[wasm_bindgen_test]
async fn a_field_is_cleaned_when_it_is_left() {
    let (field, said, ..) = text_field();
    tick().await;
    // Two letters that one key of a Mac makes, and a control character of a paste.
    field.set_value("Ho\u{300}a\u{7} bình");
    send(&field, &Event::new("change").unwrap());
    assert_eq!(field.value(), "Hòa bình");
    let last = said.with_untracked(|all| all.last().cloned());
    assert_eq!(last, Some(Typed { text: "Hòa bình".into(), word_ends: true, done: true }));
}

#[wasm_bindgen_test]
async fn what_cannot_be_read_stays_and_is_told_when_the_field_is_left() {
    let owner = Owner::new();
    owner.set();
    std::mem::forget(owner);
    let box_ = show(move || {
        let read = |typed: Typed| match typed.text.as_str() {
            "1" => Reading::Read("một".into()),
            _ => Reading::Fault("không hiểu".into()),
        };
        view! { <Parsed ask=Ask::new("Số") value=Signal::stored(String::new()) read=Callback::new(read) unread=None calendar=None/> }
    });
    tick().await;
    let field: HtmlInputElement = one(&box_, "input");
    let error: Element = one(&box_, ".error");
    type_in(&field, "x");
    tick().await;
    assert_eq!((error.text_content().as_deref(), field.value().as_str()), (Some(""), "x"));
    send(&field, &Event::new("change").unwrap());
    tick().await;
    assert_eq!((error.text_content().as_deref(), field.value().as_str()), (Some("không hiểu"), "x"));
    type_in(&field, "1");
    tick().await;
    assert_eq!(error.text_content().as_deref(), Some(""));
    assert!(one::<Element>(&box_, ".hint").text_content().unwrap().contains("một"));
}

#[wasm_bindgen_test]
async fn a_fact_goes_in_at_the_caret_whatever_stands_before_it() {
    let (field, said, ..) = text_field();
    tick().await;
    // An emoji takes two units of a caret's count.
    field.set_value("😀 năm .");
    focus(&field);
    field.set_selection_range(7, 7).unwrap();
    let around: HtmlElement = field.closest(".field").unwrap().unwrap().unchecked_into();
    insert_at_caret(&around, "{năm}");
    assert_eq!(field.value(), "😀 năm {năm}.");
    assert_eq!(field.selection_start().unwrap(), Some(12));
    assert_eq!(said.with_untracked(|all| all.last().map(|typed| typed.text.clone())).as_deref(), Some("😀 năm {năm}."));
}

#[wasm_bindgen_test]
async fn a_card_that_is_moved_by_its_button_keeps_the_focus() {
    let owner = Owner::new();
    owner.set();
    let ids = RwSignal::new(vec![Id(1), Id(2), Id(3)]);
    std::mem::forget(owner);
    let box_ = show(move || {
        let move_to = move |(id, to): (Id, usize)| {
            ids.update(|ids| {
                ids.retain(|other| *other != id);
                ids.insert(to.min(ids.len()), id);
            });
        };
        let actions = CardActions {
            add: Callback::new(move |()| ids.update(|ids| ids.push(Id(9)))),
            duplicate: None,
            move_to: Callback::new(move_to),
            remove: Callback::new(move |id| ids.update(|ids| ids.retain(|other| *other != id))),
        };
        view! { <Cards ids title=Callback::new(|n: usize| n.to_string()) add_label="Thêm" actions render=Callback::new(|_| ().into_any()) messages=Lang::Vi.messages()/> }
    });
    tick().await;
    let arrow = |id: u32, at: u32| -> HtmlButtonElement {
        one(&box_, &format!("[data-place=\"{id}\"] button:nth-of-type({at})"))
    };
    focus(&arrow(1, 2));
    arrow(1, 2).click();
    frames().await;
    assert_eq!(ids.get_untracked(), [Id(2), Id(1), Id(3)]);
    assert_eq!(active_element(&box_), Some(arrow(1, 2).unchecked_into()));
    arrow(1, 2).click();
    frames().await;
    // The card is last now: its arrow down cannot be pressed, so the other has the focus.
    assert_eq!(active_element(&box_), Some(arrow(1, 1).unchecked_into()));
    one::<HtmlButtonElement>(&box_, "[data-place=\"2\"] button:last-of-type").click();
    tick().await;
    assert_eq!(ids.get_untracked(), [Id(3), Id(1)]);
}

/// Waits until two frames have been drawn.
async fn frames() {
    for _ in 0..2 {
        let frame = js_sys::Promise::new(&mut |done, _| {
            crate::browser::window().request_animation_frame(&done).unwrap();
        });
        wasm_bindgen_futures::JsFuture::from(frame).await.unwrap();
    }
    tick().await;
}
