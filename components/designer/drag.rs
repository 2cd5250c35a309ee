//! Dragging over the sheet, by the mouse and by a finger: pointer events with capture, so that nothing outside the
//! element is listened to.

use doi_thoai::id::Id;
use leptos::ev::PointerEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::design::{Design, Drag, Load};
use super::geometry::{self, Place};
use crate::kit::scroll_along;

/// How far a pointer moves before a press is a drag, in CSS px.
const SLACK: f64 = 6.0;

/// Begins to drag.
pub fn start(design: Design, event: &PointerEvent, what: Load) {
    // Another button opens a menu, and a second finger is no second drag.
    if event.button() != 0 || !event.is_primary() {
        return;
    }
    if let Some(grip) = event.current_target().and_then(|target| target.dyn_into::<Element>().ok()) {
        // The pointer stays with the grip wherever it goes.
        let _ = grip.set_pointer_capture(event.pointer_id());
    }
    if what == Load::Chosen {
        event.prevent_default();
    }
    design.held.set_value(Some((what, f64::from(event.client_x()), f64::from(event.client_y()))));
}

/// The pointer moved: shows where what is held would go.
pub fn over(design: Design, event: &PointerEvent) {
    let Some((what, x, y)) = design.held.get_value() else { return };
    let (now_x, now_y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    if design.dragged.with_untracked(Option::is_none) {
        if (now_x - x).abs().max((now_y - y).abs()) < SLACK {
            return;
        }
        // The sheet stands still while something is dragged over it.
        design.places.set_value(geometry::all_places(design));
    }
    if let Some(desk) = design.canvas.desk.get_untracked() {
        let seen = desk.get_bounding_client_rect();
        if (seen.left()..=seen.right()).contains(&now_x) {
            scroll_along(&desk, now_y);
        }
    }
    let gap = gap_at(design, now_x, now_y);
    design.dragged.set(Some(Drag { what, gap }));
}

/// Lets go: puts it where the line shows. Says whether anything was dragged at all.
pub fn drop(design: Design) -> bool {
    design.held.set_value(None);
    let Some(Drag { what, gap }) = design.dragged.get_untracked() else { return false };
    design.dragged.set(None);
    if let Some(gap) = gap {
        match what {
            Load::Chosen => {
                design.session.move_form_blocks(design.form, &design.chosen_in_order(), gap);
                design.focus_frame();
            }
            Load::New(kind) => design.put_new(kind, Some(gap)),
            Load::Own(blocks) => design.put_copies(&blocks, Some(gap)),
        }
    }
    true
}

/// The browser takes the pointer for something else, or the officer thinks better of it.
pub fn cancel(design: Design) {
    design.held.set_value(None);
    design.dragged.set(None);
}

/// The gap at a point of the window: before which block, counted from 0.
fn gap_at(design: Design, x: f64, y: f64) -> Option<usize> {
    let desk = design.canvas.desk.get_untracked()?.get_bounding_client_rect();
    if x < desk.left() || x > desk.right() || y < desk.top() || y > desk.bottom() {
        return None;
    }
    let top = design.text.get_untracked()?.parent_element()?.get_bounding_client_rect().top();
    let above = |(_, from, to): &&(Id, f64, f64)| (from + to) / 2.0 < y - top;
    let last = design.places.with_value(|places| places.iter().rfind(above).map(|place| place.0));
    let blocks = design.blocks.get_untracked();
    Some(last.and_then(|id| blocks.iter().position(|one| *one == id)).map_or(0, |at| at + 1))
}

/// Where the line lies that shows a gap.
pub fn line(design: Design, gap: usize) -> Option<Place> {
    const HIGH: f64 = 4.0;
    let blocks = design.blocks.get_untracked();
    let place = |at: usize| {
        let id = *blocks.get(at)?;
        design.places.with_value(|places| places.iter().find(|place| place.0 == id).copied())
    };
    let pages = design.canvas.pages.get_untracked()?;
    let content = pages.query_selector(".content").ok().flatten()?.get_bounding_client_rect();
    let left = content.left() - design.text.get_untracked()?.parent_element()?.get_bounding_client_rect().left();
    let before = gap.checked_sub(1).and_then(place).map(|(_, _, to)| to);
    let top = before.or_else(|| place(gap).map(|(_, from, _)| from)).unwrap_or(0.0);
    Some(Place { left, top: top - HIGH / 2.0, width: content.width(), height: HIGH })
}
