//! The palette: all kinds of block, and the officer's own; pressed, or dragged to a place on the sheet.

use doi_thoai::form::KINDS;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::blocks::{families, kind_name};
use super::design::{Design, Load};
use super::drag;
use super::library::{self, Own};
use crate::browser::{active_element, all, focus};
use crate::desk::{Desk, use_desk};
use crate::kit::{Action, Icon, Look, Row, Shape, rows};

/// From this width of the element on there is room for the palette beside the sheet, in CSS px.
const WIDE: i32 = 900;

/// The palette.
#[component]
pub fn Palette(
    /// The designer.
    design: Design,
) -> impl IntoView {
    let desk = use_desk();
    let messages = desk.messages();
    let groups = families(messages).map(|(family, name)| {
        let entries = KINDS.iter().filter(|info| info.family == family).map(|info| {
            let kind = info.kind;
            let put = Callback::new(move |()| design.put_new(kind, None));
            entry(design, kind_name(messages, kind).to_owned(), info.icon, Load::New(kind), put)
        });
        view! { <div role="group" aria-label=name><h4>{name}</h4>{entries.collect_view()}</div> }
    });
    let own = move || {
        let row = |own: Own| Row::new(own.id.clone(), move || own_entry(design, own));
        desk.own_blocks.get().into_iter().map(row).collect()
    };
    view! {
        <details class="palette" node_ref=design.palette on:keydown=move |event| key(design, &event) class:gone=move || !design.canvas.on.get() prop:open=is_wide(desk) inert=move || desk.is_readonly()>
            <summary>{messages.palette}</summary>
            {groups.into_iter().collect_view()}
            <div role="group" aria-label=messages.own_blocks class:gone=move || desk.own_blocks.with(Vec::is_empty)><h4>{messages.own_blocks}</h4>{rows(own)}</div>
        </details>
    }
}

/// Whether there is room for the palette beside the sheet.
fn is_wide(desk: Desk) -> bool {
    desk.width() > WIDE
}

/// Gives focus to the palette, and opens it where it is closed.
pub fn focus_palette(design: Design) {
    let Some(palette) = design.palette.get_untracked() else { return };
    let _ = palette.set_attribute("open", "");
    if let Ok(Some(first)) = palette.query_selector(".palette-kind") {
        focus(&first);
    }
}

/// Arrows lead from kind to kind, Escape back to the sheet.
fn key(design: Design, event: &KeyboardEvent) {
    let Some(palette) = design.palette.get_untracked() else { return };
    let down = match event.key().as_str() {
        "ArrowDown" => true,
        "ArrowUp" => false,
        "Escape" => {
            event.prevent_default();
            drag::cancel(design);
            return design.focus_frame();
        }
        _ => return,
    };
    let kinds = all(&palette, ".palette-kind");
    let now = active_element(&palette).and_then(|active| kinds.iter().position(|kind| *kind == active));
    let Some(now) = now else { return };
    if let Some(next) = if down { kinds.get(now + 1) } else { now.checked_sub(1).and_then(|at| kinds.get(at)) } {
        event.prevent_default();
        focus(next);
    }
}

/// One thing to add.
fn entry(design: Design, label: String, icon: &'static str, load: Load, put: Callback<()>) -> AnyView {
    // A drag that ends over its own button is no press of it.
    let dragged = StoredValue::new(false);
    let press = move |_| {
        if !dragged.get_value() {
            // On a narrow screen the sheet needs its room.
            if let (Some(palette), false) = (design.palette.get_untracked(), is_wide(design.session.desk())) {
                let _ = palette.remove_attribute("open");
            }
            put.run(());
        }
        dragged.set_value(false);
    };
    view! {
        <button type="button" class="palette-kind" on:click=press
            on:pointerdown=move |event| drag::start(design, &event, load.clone()) on:pointermove=move |event| drag::over(design, &event)
            on:pointerup=move |_| dragged.set_value(drag::drop(design)) on:pointercancel=move |_| drag::cancel(design)>
            <Icon shape=Shape::Drawn(icon)/>
            <span>{label}</span>
        </button>
    }
    .into_any()
}

/// Something of the officer's own, with the way to be rid of it.
fn own_entry(design: Design, own: Own) -> AnyView {
    let desk = use_desk();
    let messages = desk.messages();
    let Own { id, name, blocks } = own;
    let icon = blocks.first().map_or("", |block| block.kind.info().icon);
    let load = Load::Own(blocks.clone());
    let put = Callback::new(move |()| design.put_copies(&blocks, None));
    view! {
        <div class="own">
            {entry(design, name, icon, load, put)}
            <Action label=messages.own_remove look=Look::Quiet icon=Shape::Remove on_press=Callback::new(move |()| library::remove(desk, &id))/>
        </div>
    }
    .into_any()
}
