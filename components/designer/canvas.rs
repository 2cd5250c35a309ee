//! What lies over the sheet that is designed: the frame around what is chosen with its handles, the line that shows where
//! something dragged would go, and the text box.

use doi_thoai::document::Mark;
use doi_thoai::form::{Form, MOST_LINES, Property, Spot};
use doi_thoai::id::Id;
use leptos::ev::{KeyboardEvent, MouseEvent, PointerEvent};
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::blocks::block_title;
use super::design::{Design, Load};
use super::drag;
use super::geometry;
use super::in_place::{self, Caret, InPlace};
use super::palette::focus_palette;
use super::view::Here;
use crate::browser::all;
use crate::desk::use_desk;
use crate::kit::{Action, Icon, Look, Shape, Typed, memo, watch};
use crate::sheet::MARK;

/// What lies over the sheet.
#[component]
pub fn Over(
    /// The designer.
    design: Design,
) -> impl IntoView {
    let messages = use_desk().messages();
    let line = NodeRef::<Div>::new();
    // Where things lie follows the sheet and the choice.
    watch(move |_| {
        design.canvas.drawn.track();
        design.chosen.track();
        let on = design.canvas.on.get();
        if let (Some(frame), true) = (design.frame.get(), on) {
            geometry::place(design, &frame);
        }
    });
    watch(move |_| {
        let dragged = design.dragged.get();
        let Some(line) = line.get() else { return };
        let place = dragged.and_then(|drag| drag::line(design, drag.gap?));
        let line: &HtmlElement = &line;
        let _ = line.class_list().toggle_with_force("gone", place.is_none());
        if let Some(place) = place {
            geometry::lay(line, place);
        }
    });
    // Texts go with their blocks, or when undo takes them away: a key takes nothing.
    let forced = design.session.around_fields().forced;
    let mut before = design.blocks.get_untracked();
    watch(move |_| {
        forced.track();
        let now = design.blocks.get();
        design.forget_gone();
        // What undo brings back where nothing is chosen any more is what was chosen.
        if design.chosen.with_untracked(Vec::is_empty) {
            let back: Vec<Id> = now.iter().copied().filter(|id| !before.contains(id)).collect();
            if !back.is_empty() {
                design.chosen.set(back);
            }
        }
        before = now;
    });
    // Told when another is chosen, when it has moved, is another kind, or was typed in: not at every key.
    let title = memo(move || {
        design.blocks.track();
        design.kind.track();
        design.typed.track();
        Some(block_title(messages, &design.session.dossier_now(), design.form, design.last()?))
    });
    let several = move || design.chosen.with(|chosen| chosen.len() > 1);
    let end = move |down: bool| {
        let at = design.last().and_then(|id| design.blocks.with(|blocks| blocks.iter().position(|one| *one == id)));
        at.is_none_or(|at| if down { at + 1 >= design.blocks.with(Vec::len) } else { at == 0 })
    };
    let shift = move |down: bool| {
        design.shift(down);
        design.focus_frame();
    };
    view! {
        <div class="over" class:gone=move || !design.canvas.on.get()>
            <p class="unseen" aria-live="polite">{title}</p>
            <div class="drop-line gone" node_ref=line></div>
            <div class="chosen" class:several=several role="group" tabindex="0" node_ref=design.frame
                aria-label=move || title.get().unwrap_or_else(|| messages.design_none.to_owned())
                on:keydown=move |event| key(design, &event)>
                <div class="handles">
                    <span class="grip" aria-hidden="true" title=messages.drag_here
                        on:pointerdown=move |event| drag::start(design, &event, Load::Chosen) on:pointermove=move |event| drag::over(design, &event)
                        on:pointerup=move |_| { drag::drop(design); } on:pointercancel=move |_| drag::cancel(design)>
                        <Icon shape=Shape::Grip/>
                    </span>
                    <Action label=messages.move_up icon=Shape::Up look=Look::Quiet disabled=Signal::derive(move || end(false)) on_press=Callback::new(move |()| shift(false))/>
                    <Action label=messages.move_down icon=Shape::Down look=Look::Quiet disabled=Signal::derive(move || end(true)) on_press=Callback::new(move |()| shift(true))/>
                </div>
                <LinesHandle design/>
            </div>
            <InPlace design/>
        </div>
    }
}

/// The lower edge of a block with lines to write on: dragged, or moved by keys.
#[component]
fn LinesHandle(
    /// The designer.
    design: Design,
) -> impl IntoView {
    let messages = use_desk().messages();
    let lines = memo(move || {
        let id = design.last()?;
        let block = design.session.form_block(design.form, id);
        block.with(|block| block.kind.info().has(Property::Lines).then_some(block.lines))
    });
    // The height at which the drag began, and how many lines there were.
    let held = StoredValue::new(None::<(f64, u32)>);
    let set = move |lines: u32, done: bool| {
        if let Some(id) = design.last_now() {
            let typed = Typed { text: String::new(), word_ends: false, done };
            let lines = lines.clamp(1, MOST_LINES);
            design
                .session
                .form_block(design.form, id)
                .type_in(&format!("{id}.edge"), &typed, |block| block.lines = lines);
        }
    };
    let start = move |event: PointerEvent| {
        if event.button() != 0 || !event.is_primary() {
            return;
        }
        if let Some(edge) = event.current_target().and_then(|target| target.dyn_into::<Element>().ok()) {
            let _ = edge.set_pointer_capture(event.pointer_id());
        }
        held.set_value(lines.get_untracked().map(|lines| (f64::from(event.client_y()), lines)));
    };
    let drag = move |event: PointerEvent| {
        let Some((from, before)) = held.get_value() else { return };
        let pitch = f64::from(doi_thoai::form::LINE_MM) * 96.0 / 25.4 * design.canvas.scale.get_untracked();
        let more = ((f64::from(event.client_y()) - from) / pitch).round() as i64;
        let now = (i64::from(before) + more).clamp(1, i64::from(MOST_LINES)) as u32;
        if lines.get_untracked() != Some(now) {
            set(now, false);
        }
    };
    let drop = move |_: PointerEvent| {
        if held.get_value().is_some() {
            held.set_value(None);
            set(lines.get_untracked().unwrap_or(1), true);
        }
    };
    let key = move |event: KeyboardEvent| {
        let Some(now) = lines.get_untracked() else { return };
        let next = match event.key().as_str() {
            "ArrowDown" | "ArrowRight" => now + 1,
            "PageDown" => now + 10,
            "PageUp" => now.saturating_sub(10),
            "Home" => 1,
            "End" => MOST_LINES,
            "ArrowUp" | "ArrowLeft" => now.saturating_sub(1),
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        set(next, true);
    };
    view! {
        <div class="edge" class:gone=move || lines.get().is_none() role="slider" tabindex="0" title=messages.lines_edge aria-label=messages.lines_edge
            aria-orientation="vertical" aria-valuemin="1" aria-valuemax=MOST_LINES aria-valuenow=move || lines.get().unwrap_or(1)
            on:pointerdown=start on:pointermove=drag on:pointerup=drop on:pointercancel=move |_| held.set_value(None) on:keydown=key></div>
    }
}

/// A press on the pages: on words, typing begins there; elsewhere the block is chosen.
pub fn press(design: Design, here: Here, event: &MouseEvent) {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let dossier = design.session.dossier_now();
    let Some(form) = dossier.form(design.form) else { return };
    let found = words_at(form, &target);
    let block = match &found {
        Some((spot, _)) if spot.block().is_some() => spot.block(),
        _ => block_at(form, &target),
    };
    if let (Some(id), true) = (block, event.shift_key()) {
        in_place::stop(design);
        design.choose_up_to(id);
        return design.focus_frame();
    }
    if let (Some(id), true) = (block, event.ctrl_key() || event.meta_key()) {
        in_place::stop(design);
        design.toggle(id);
        return design.focus_frame();
    }
    // A finger that chooses a block shall not bring up the keyboard at once: the second tap types.
    let by_finger = js_sys::Reflect::get(event, &"pointerType".into()).is_ok_and(|kind| kind == "touch");
    let types = !by_finger || block.is_none() || design.last_now() == block;
    match (found, block) {
        (Some((spot, span)), _) if types => {
            let at = span
                .map(|span| geometry::letters_before(&span, f64::from(event.client_x()), f64::from(event.client_y())));
            drop(dossier);
            in_place::start(design, spot, at.map_or(Caret::End, Caret::At));
        }
        (_, Some(id)) => {
            in_place::stop(design);
            design.choose(Some(id));
            design.focus_frame();
        }
        _ => {
            // The head of the organ, the day of issue: other steps ask for them.
            if let Some(mark) = marks(&target).next() {
                here.to_place(design.session, mark.0);
            }
        }
    }
}

/// The marks around an element, the nearest first.
fn marks(target: &Element) -> impl Iterator<Item = Mark> {
    let near = |element: &Element| element.closest(&format!("[{MARK}]")).ok().flatten();
    let first = near(target);
    let elements =
        std::iter::successors(first, move |element| element.parent_element().and_then(|around| near(&around)));
    elements.filter_map(|element| element.get_attribute(MARK)?.parse().ok().map(Mark))
}

fn block_at(form: &Form, target: &Element) -> Option<Id> {
    marks(target).find_map(|mark| Some(form.block_of(mark)?.id))
}

/// The text at an element of the paper, with its stretch: the words themselves, or those of the same paragraph.
fn words_at(form: &Form, target: &Element) -> Option<(Spot, Option<Element>)> {
    let spot_of = |element: &Element| form.spot(Mark(element.get_attribute(MARK)?.parse().ok()?));
    if target.tag_name().eq_ignore_ascii_case("span")
        && let Some(spot) = spot_of(target)
    {
        return Some((spot, Some(target.clone())));
    }
    let paragraph = target.closest("p").ok().flatten()?;
    let spans = all(&paragraph, &format!("span[{MARK}]")).into_iter();
    let mut own = spans.filter_map(|span| Some((spot_of(&span)?, Some(span))));
    own.next().or_else(|| Some((spot_of(&paragraph)?, None)))
}

/// What keys do while a block is chosen and no text is typed in.
fn key(design: Design, event: &KeyboardEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let own = design.frame.get_untracked().is_some_and(|frame| target.as_ref().is_some_and(|it| **it == ***frame));
    if !own || event.is_composing() {
        return;
    }
    let (command, shift, alt) = (event.ctrl_key() || event.meta_key(), event.shift_key(), event.alt_key());
    match (event.key().as_str(), command, alt) {
        ("ArrowUp", false, true) => design.shift(false),
        ("ArrowDown", false, true) => design.shift(true),
        ("ArrowUp", false, false) => design.step(-1, shift),
        ("ArrowDown", false, false) => design.step(1, shift),
        ("Home", false, false) => design.step(isize::MIN, shift),
        ("End", false, false) => design.step(isize::MAX, shift),
        ("Enter" | "F2", false, false) => {
            if let Some(id) = design.last_now() {
                design.type_in_block(id);
            }
        }
        ("Insert", false, false) => {
            event.prevent_default();
            return focus_palette(design);
        }
        ("Delete", false, false) => design.remove(),
        // Who has just ended a list goes back into its last words.
        ("Backspace", false, false) => {
            if let Some(last) = design.last_spot() {
                in_place::start(design, last, Caret::End);
            }
        }
        ("Escape", false, false) if design.dragged.with_untracked(Option::is_some) => drag::cancel(design),
        ("Escape", false, false) => design.choose(design.last_now()),
        ("a" | "A", true, false) => design.choose_all(),
        ("d" | "D", true, false) => design.duplicate(),
        ("g" | "G", true, false) => design.group(),
        _ => return,
    }
    event.prevent_default();
    event.stop_propagation();
    geometry::bring_into_view(design);
}
