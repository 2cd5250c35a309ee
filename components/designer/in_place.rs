//! Text typed where it stands on the paper.
//!
//! One plain text box lies over the words that it sets, in their letters, and the words under it are not shown. So
//! typing, composing, selecting and reading aloud are the browser's own, and the paper may be set anew at every key
//! without a node under the caret being touched.

use doi_thoai::form::{Enter, FormBlock, Spot, pasted_lines};
use doi_thoai::text::{Piece, Text};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlTextAreaElement};

use super::blocks::{block_name, title_label};
use super::design::Design;
use super::geometry;
use crate::browser::{computed_style, page_has_focus};
use crate::desk::use_desk;
use crate::kit::{Typed, TypedBox, Typing, memo};
use crate::locales::fill;
use crate::session::Thing;

/// Where the caret goes.
#[derive(Clone, Copy)]
pub enum Caret {
    /// Before the first letter.
    Start,
    /// Behind the last.
    End,
    /// Behind so many UTF-16 units of its own words, what slots print not counted.
    At(u32),
    /// Around all of it: what is typed takes its place.
    All,
}

/// Begins to type in a text. At once, and not when the screen is drawn next: the next key may be on its way.
pub fn start(design: Design, spot: Spot, caret: Caret) {
    let Some(field) = design.text.get_untracked() else { return };
    let dossier = design.session.dossier_now();
    let Some(text) = dossier.form(design.form).and_then(|form| form.text_at(spot)).cloned() else { return };
    drop(dossier);
    design.typed.set(Some(spot));
    design.choose(spot.block());
    let source = design.names().source(&text);
    let _ = field.remove_attribute("hidden");
    field.set_value(&source);
    let all = source.encode_utf16().count() as u32;
    let at = match caret {
        Caret::Start => 0,
        Caret::At(own) => at_own_words(design, &text, own),
        Caret::End | Caret::All => all,
    };
    let _ = field.class_list().toggle_with_force("opaque", !is_plain(&text));
    // The sheet is scrolled by who knows where the text is; the browser would bring the box to where it was.
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = field.focus_with_options(&options);
    TypedBox::Lines(field.clone().unchecked_into()).put_caret(at);
    if matches!(caret, Caret::All) {
        field.select();
    }
    geometry::unhide(design);
    geometry::place_text(design);
}

/// Where in its source a text has so many UTF-16 units of its own words before it.
fn at_own_words(design: Design, text: &Text, own: u32) -> u32 {
    let mut left = own as usize;
    let mut before = Text::default();
    for piece in text.pieces() {
        match piece {
            Piece::Words(words) => {
                let units: Vec<u16> = words.encode_utf16().collect();
                before.push_words(&String::from_utf16_lossy(&units[..left.min(units.len())]));
                if left <= units.len() {
                    break;
                }
                left -= units.len();
            }
            Piece::Slot(slot) => before.push_slot(slot.fact, slot.form),
        }
    }
    design.names().source(&before).encode_utf16().count() as u32
}

/// Whether a text prints as it is typed.
fn is_plain(text: &Text) -> bool {
    text.pieces().iter().all(|piece| matches!(piece, Piece::Words(words) if !words.contains(['{', '}'])))
}

/// Ends the typing.
pub fn stop(design: Design) {
    if design.typed.get_untracked().is_none() {
        return;
    }
    design.typed.set(None);
    geometry::unhide(design);
    if let Some(field) = design.text.get_untracked() {
        let _ = field.set_attribute("hidden", "");
    }
}

/// The box.
#[component]
pub fn InPlace(
    /// The designer.
    design: Design,
) -> impl IntoView {
    let messages = use_desk().messages();
    let typing = Typing::new(Callback::new(move |typed: Typed| type_in(design, &typed)), true);
    let source = memo(move || {
        let spot = design.typed.get()?;
        let dossier = design.session.dossier();
        let text = dossier.form(design.form)?.text_at(spot)?;
        Some(design.names().source(text))
    });
    typing.follow(Signal::derive(move || source.get().unwrap_or_default()), move || {
        design.typed.get_untracked()?;
        design.text.get_untracked().map(|field| TypedBox::Lines(field.unchecked_into()))
    });
    let label = move || {
        let spot = design.typed.get();
        let dossier = design.session.dossier_now();
        let form = dossier.form(design.form);
        let block = spot.and_then(Spot::block).and_then(|id| form?.block(id));
        let (Some(form), Some(spot), Some(block)) = (form, spot, block) else { return messages.form_name.to_owned() };
        let what = match spot {
            Spot::Help(_) => messages.block_help.to_owned(),
            Spot::Item(..) => {
                let among = |spot: &Spot| matches!(spot, Spot::Item(..));
                let at = block.spots().into_iter().filter(among).position(|one| one == spot).unwrap_or(0);
                fill(messages.in_place_item, &[("n", &(at + 1).to_string())])
            }
            _ => title_label(messages, block.kind).to_owned(),
        };
        format!("{}: {what}", block_name(messages, form, block.id))
    };
    // Left for good, and not only because another window is before it.
    let on_blur = move |_| {
        if page_has_focus() {
            stop(design);
        }
    };
    view! {
        <textarea class="in-place" rows="1" spellcheck="false" autocomplete="off" hidden node_ref=design.text aria-label=label
            on:input=move |event| typing.input(&event) on:change=move |event| typing.left(&event)
            on:compositionstart=move |_| typing.composing(true) on:compositionend=move |event| typing.composed(&event)
            on:keydown=move |event| key(design, &event) on:paste=move |event| paste(design, &event) on:blur=on_blur></textarea>
    }
}

/// The thing whose text is typed in.
fn block_of(design: Design, spot: Spot) -> Option<Thing<FormBlock>> {
    Some(design.session.form_block(design.form, spot.block()?))
}

fn type_in(design: Design, typed: &Typed) {
    let Some(spot) = design.typed.get_untracked() else { return };
    let text = design.names().text(&typed.text);
    if let Some(field) = design.text.get_untracked() {
        let _ = field.class_list().toggle_with_force("opaque", !is_plain(&text));
    }
    let same = |now: &Text| *now == text;
    let dossier = design.session.dossier_now();
    let is_same = dossier.form(design.form).and_then(|form| form.text_at(spot)).is_none_or(same);
    drop(dossier);
    // A box that is left tells what it told before.
    if is_same && !typed.done {
        return;
    }
    let field = format!("{spot:?}");
    match block_of(design, spot) {
        Some(block) => block.type_in(&field, typed, |block| {
            if let Some(now) = block.text_mut(spot) {
                now.clone_from(&text);
            }
        }),
        None => design.session.form(design.form).type_in(&field, typed, |form| match spot {
            Spot::FormSubtitle => form.subtitle.clone_from(&text),
            _ => form.title.clone_from(&text),
        }),
    }
}

/// What stands before what is selected, and behind it.
fn around_caret(design: Design, field: &HtmlTextAreaElement) -> (Text, Text) {
    let (before, after) = TypedBox::Lines(field.clone()).around_selection();
    (design.names().text(&before), design.names().text(&after))
}

fn key(design: Design, event: &KeyboardEvent) {
    let (Some(spot), Some(field)) = (design.typed.get_untracked(), design.text.get_untracked()) else { return };
    // A key that belongs to a syllable being composed is not ours.
    if event.is_composing() || event.key_code() == 229 {
        return;
    }
    let field: HtmlTextAreaElement = field.unchecked_into();
    let start = field.selection_start().ok().flatten().unwrap_or(0);
    let end = field.selection_end().ok().flatten().unwrap_or(0);
    let length = field.value().encode_utf16().count() as u32;
    let (command, shift, alt) = (event.ctrl_key() || event.meta_key(), event.shift_key(), event.alt_key());
    let done = match event.key().as_str() {
        "Escape" => {
            stop(design);
            design.focus_frame();
            true
        }
        "Enter" if command => spot.block().is_some_and(|id| same_again(design, id)),
        "Enter" if !shift && !alt => enter(design, spot, &field),
        "Backspace" if start == 0 && end == 0 && !command => join(design, spot),
        "Delete" if start == length && end == length && !command => {
            let dossier = design.session.dossier_now();
            let next = dossier.form(design.form).and_then(|form| form.next_spot(spot, false));
            drop(dossier);
            // Only what is listed in the same place joins.
            matches!((spot, next), (Spot::Item(a, _), Some(Spot::Item(b, _))) if a == b)
                && next.is_some_and(|next| join(design, next))
        }
        "ArrowUp" | "ArrowDown" if alt && !shift && !command => {
            design.shift(event.key() == "ArrowDown");
            true
        }
        "ArrowUp" if !shift && !command && (start == 0 || is_one_line(&field)) => go(design, spot, true),
        "ArrowDown" if !shift && !command && (end == length || is_one_line(&field)) => go(design, spot, false),
        _ => false,
    };
    if done {
        event.prevent_default();
        event.stop_propagation();
    }
}

/// Whether all of a box stands on one line: then up and down lead out of it.
fn is_one_line(field: &HtmlTextAreaElement) -> bool {
    let line = computed_style(field).and_then(|style| style.get_property_value("line-height").ok());
    let line = line.and_then(|line| line.trim_end_matches("px").parse::<f64>().ok()).unwrap_or(20.0);
    f64::from(field.scroll_height()) < line * 1.6
}

/// Goes on in the next text, or in the one before.
fn go(design: Design, spot: Spot, back: bool) -> bool {
    let dossier = design.session.dossier_now();
    let next = dossier.form(design.form).and_then(|form| form.next_spot(spot, back));
    drop(dossier);
    if let Some(next) = next {
        start(design, next, if back { Caret::End } else { Caret::Start });
        geometry::bring_into_view(design);
    }
    next.is_some()
}

/// Another block of the same kind behind this one.
fn same_again(design: Design, id: doi_thoai::id::Id) -> bool {
    let dossier = design.session.dossier_now();
    let kind = dossier.form(design.form).and_then(|form| form.block(id)).map(|block| block.kind);
    drop(dossier);
    if let Some(kind) = kind {
        design.choose(Some(id));
        design.put_new(kind, None);
    }
    kind.is_some()
}

fn enter(design: Design, spot: Spot, field: &HtmlTextAreaElement) -> bool {
    let Some(block) = block_of(design, spot) else {
        // The title of a form is one paragraph.
        return go(design, spot, false);
    };
    let (before, after) = around_caret(design, field);
    let next = changed(&block, |block| block.enter(spot, before.clone(), after.clone(), || design.session.new_id()));
    match next {
        Enter::Line => false,
        Enter::To(next) => {
            // What a new block has ready gives way to what is typed; what was cut in two goes on at its beginning.
            start(design, next, if is_ready(design, next) { Caret::All } else { Caret::Start });
            true
        }
        Enter::Done => {
            stop(design);
            design.focus_frame();
            true
        }
    }
}

/// Whether a text is one that the kind of its block begins with.
fn is_ready(design: Design, spot: Spot) -> bool {
    let dossier = design.session.dossier_now();
    let Some(form) = dossier.form(design.form) else { return false };
    let block = spot.block().and_then(|id| form.block(id));
    let (Some(block), Some(text)) = (block, form.text_at(spot)) else { return false };
    let info = block.kind.info();
    info.options.iter().chain(info.rows).any(|ready| *text == Text::words(*ready))
}

/// Backspace at the beginning of an item.
fn join(design: Design, spot: Spot) -> bool {
    let Some(block) = block_of(design, spot) else { return false };
    let Some((to, before)) = changed(&block, |block| block.join_back(spot)) else { return false };
    let own = |piece: &Piece| match piece {
        Piece::Words(words) => words.encode_utf16().count(),
        Piece::Slot(_) => 0,
    };
    let own: usize = before.pieces().iter().map(own).sum();
    start(design, to, Caret::At(own as u32));
    true
}

fn paste(design: Design, event: &ClipboardEvent) {
    let pasted = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default();
    let lines: Vec<Text> = pasted_lines(&pasted).iter().map(|line| design.names().text(line)).collect();
    let (Some(spot), Some(field)) = (design.typed.get_untracked(), design.text.get_untracked()) else { return };
    let (Some(block), true) = (block_of(design, spot), lines.len() > 1) else { return };
    let (before, after) = around_caret(design, &field.unchecked_into());
    let last = changed(&block, |block| block.paste(spot, before.clone(), &lines, &after, || design.session.new_id()));
    if let Some(last) = last {
        event.prevent_default();
        let behind = design.names().source(&after).encode_utf16().count() as u32;
        start(design, last, Caret::End);
        if let Some(field) = design.text.get_untracked() {
            let all = field.value().encode_utf16().count() as u32;
            TypedBox::Lines(field.unchecked_into()).put_caret(all.saturating_sub(behind));
        }
    }
}

/// Changes a block in a step of its own, if anything changes, and tells what came of it.
fn changed<R>(thing: &Thing<FormBlock>, change: impl Fn(&mut FormBlock) -> R) -> R {
    let mut copy = thing.with(FormBlock::clone);
    let before = copy.clone();
    let result = change(&mut copy);
    if copy != before {
        thing.set(|block| block.clone_from(&copy));
    }
    result
}
