//! Repeated items as cards: added, duplicated, moved by button or by drag, removed.

use doi_thoai::id::Id;
use leptos::ev::PointerEvent;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::{Action, Icon, Look, Row, Shape, memo, rows};
use crate::browser::focus;
use crate::locales::{Messages, fill};

/// From this many cards on, those that are not seen are not laid out.
const LONG: usize = 20;

/// What can be done with the items of a list.
#[derive(Clone, Copy)]
pub struct CardActions {
    /// Adds one at the end.
    pub add: Callback<()>,
    /// Adds a copy of one behind it.
    pub duplicate: Option<Callback<Id>>,
    /// Moves one to an index, counted without it.
    pub move_to: Callback<(Id, usize)>,
    /// Removes one.
    pub remove: Callback<Id>,
}

/// Titles that differ in their number, from 1: a text with a place for `{n}`.
pub fn numbered(text: &'static str) -> Callback<usize, String> {
    Callback::new(move |n: usize| fill(text, &[("n", &n.to_string())]))
}

/// A list of cards.
#[component]
pub fn Cards(
    /// The items, in order.
    #[prop(into)]
    ids: Signal<Vec<Id>>,
    /// What an item is called, with its number from 1.
    title: Callback<usize, String>,
    /// The words of the button that adds one.
    #[prop(into)]
    add_label: String,
    /// What can be done.
    actions: CardActions,
    /// The fields of an item.
    render: Callback<Id, AnyView>,
    /// The words of the screen.
    messages: &'static Messages,
) -> impl IntoView {
    let list = NodeRef::<Div>::new();
    let dragged = RwSignal::new(None::<(Id, usize)>);
    let position = move |id: Id| ids.with_untracked(|ids| ids.iter().position(|other| *other == id)).unwrap_or(0);
    // Moving a card takes its nodes out and puts them back, which loses focus: it is given back to the same arrow, or
    // to the other where the card has come to the end.
    let move_by = move |id: Id, down: bool| {
        let to = if down { position(id) + 1 } else { position(id).saturating_sub(1) };
        actions.move_to.run((id, to));
        request_animation_frame(move || {
            let arrow = |at: usize| {
                format!(":scope > [data-place=\"{id}\"] > header > button:nth-of-type({at}):not(:disabled)")
            };
            let found = |at| list.try_get_untracked().flatten()?.query_selector(&arrow(at)).ok().flatten();
            let (same, other) = if down { (2, 1) } else { (1, 2) };
            if let Some(button) = found(same).or_else(|| found(other)) {
                focus(&button);
            }
        });
    };
    let card = move |id: Id| {
        let index = memo(move || ids.with(|ids| ids.iter().position(|other| *other == id)).unwrap_or(0));
        let last = move || index.get() + 1 >= ids.with(Vec::len);
        let start = move |event: PointerEvent| {
            // Another button opens a menu, and a second finger is no second drag.
            if event.button() != 0 || !event.is_primary() {
                return;
            }
            let Some(grip) = event.current_target().and_then(|target| target.dyn_into::<Element>().ok()) else {
                return;
            };
            // The pointer stays with the grip wherever it goes.
            let _ = grip.set_pointer_capture(event.pointer_id());
            event.prevent_default();
            dragged.set(Some((id, position(id))));
        };
        let drag = move |event: PointerEvent| {
            if dragged.get_untracked().is_some_and(|(moved, _)| moved == id)
                && let Some(list) = list.get_untracked()
            {
                if let Ok(Some(around)) = list.closest(".questions") {
                    scroll_along(&around, f64::from(event.client_y()));
                }
                dragged.set(Some((id, target_index(&list, f64::from(event.client_y()), position(id)))));
            }
        };
        let drop = move |_: PointerEvent| {
            if let Some((moved, to)) = dragged.get_untracked() {
                dragged.set(None);
                if to != position(moved) {
                    actions.move_to.run((moved, to));
                }
            }
        };
        let is_dragged = move || dragged.get().is_some_and(|(moved, _)| moved == id);
        // A line shows where the card would go.
        let above =
            move || dragged.get().is_some_and(|(moved, to)| moved != id && to == index.get() && position(moved) > to);
        let below =
            move || dragged.get().is_some_and(|(moved, to)| moved != id && to == index.get() && position(moved) < to);
        // A form of its own for each card: at every key a browser looks through all fields of the form that is typed
        // in (to fill it in by itself), and without forms that is all of a long plan.
        view! {
            <form class="card" role="group" on:submit=|event| event.prevent_default() class:dragged=move || is_dragged() class:above=move || above() class:below=move || below() data-place=id.0 aria-label=move || title.run(index.get() + 1)>
                <header>
                    <span class="grip" aria-hidden="true" on:pointerdown=start on:pointermove=drag on:pointerup=drop on:pointercancel=move |_| dragged.set(None)>
                        <Icon shape=Shape::Grip/>
                    </span>
                    <h4>{move || title.run(index.get() + 1)}</h4>
                    <Action label=messages.move_up icon=Shape::Up look=Look::Quiet disabled=Signal::derive(move || index.get() == 0)
                        on_press=Callback::new(move |()| move_by(id, false))/>
                    <Action label=messages.move_down icon=Shape::Down look=Look::Quiet disabled=Signal::derive(last)
                        on_press=Callback::new(move |()| move_by(id, true))/>
                    {actions.duplicate.map(|duplicate| view! {
                        <Action label=messages.duplicate icon=Shape::Copy look=Look::Quiet on_press=Callback::new(move |()| duplicate.run(id))/>
                    })}
                    <Action label=messages.remove icon=Shape::Remove look=Look::Quiet on_press=Callback::new(move |()| actions.remove.run(id))/>
                </header>
                {render.run(id)}
            </form>
        }
    };
    view! {
        <div class="cards" class:long=move || { ids.with(Vec::len) > LONG } node_ref=list>
            {rows(move || ids.get().into_iter().map(|id| Row::new(id, move || card(id).into_any())).collect())}
        </div>
        <Action label=add_label icon=Shape::Add on_press=actions.add/>
    }
}

/// Scrolls an element while something is held at this height of the window near its upper or lower edge, so that every
/// place in it can be reached.
pub fn scroll_along(around: &Element, height: f64) {
    /// How near is near, and how far one move scrolls, in CSS px.
    const EDGE: f64 = 40.0;
    const STEP: i32 = 16;
    let seen = around.get_bounding_client_rect();
    if height < seen.top() + EDGE {
        around.set_scroll_top(around.scroll_top() - STEP);
    } else if height > seen.bottom() - EDGE {
        around.set_scroll_top(around.scroll_top() + STEP);
    }
}

/// The index at which a card that is held at this height would stand, counted without it.
fn target_index(list: &Element, height: f64, own: usize) -> usize {
    let children = list.children();
    let mut to = 0;
    for at in 0..children.length() {
        let Some(card) = children.item(at) else {
            continue;
        };
        let rect = card.get_bounding_client_rect();
        if at as usize != own && rect.top() + rect.height() / 2.0 < height {
            to += 1;
        }
    }
    to
}
