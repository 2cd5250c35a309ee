//! Where things stand on the sheet, and what is laid over them.
//!
//! Places are counted in CSS px from the corner of the frame that holds the pages, as it is seen, so they stay right
//! while the sheet is scrolled.

use doi_thoai::id::Id;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{CssStyleDeclaration, DomRect, Element, HtmlElement, HtmlTextAreaElement, Node};

use super::design::Design;
use crate::browser::{all, computed_style};
use crate::sheet::{MARK, px, scaled, text_nodes};

/// A place on the sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Place {
    /// From the left.
    pub left: f64,
    /// From the top.
    pub top: f64,
    /// How wide.
    pub width: f64,
    /// How high.
    pub height: f64,
}

impl Place {
    /// The same with so much more at either side.
    pub fn grown_sideways(self, by: f64) -> Self {
        Self { left: self.left - by, width: self.width + 2.0 * by, ..self }
    }
}

/// The corner of what lies over the pages.
fn corner(design: Design) -> Option<DomRect> {
    Some(design.text.get_untracked()?.parent_element()?.get_bounding_client_rect())
}

fn relative(rect: &DomRect, corner: &DomRect) -> Place {
    Place {
        left: rect.left() - corner.left(),
        top: rect.top() - corner.top(),
        width: rect.width(),
        height: rect.height(),
    }
}

/// The first that a selector finds on the pages: where something was found before, if it is there, since a search
/// through a thousand questions takes longer than a key may.
fn find(design: Design, selector: &str) -> Option<Element> {
    let near = design.near.get_value().filter(|page| page.is_connected());
    let found = near.and_then(|page| page.query_selector(selector).ok().flatten());
    let pages = design.canvas.pages.get_untracked()?;
    let found = found.or_else(|| pages.query_selector(&format!(".page {selector}")).ok().flatten())?;
    design.near.set_value(found.closest(".page").ok().flatten());
    Some(found)
}

/// What stands on the paper for a block: its first part, where it goes over a page.
pub fn block(design: Design, id: Id) -> Option<Element> {
    find(design, &format!(".content > [{MARK}=\"{id}\"]"))
}

/// From which height to which each block stands, in order; a block that goes over a page has the place of its first part.
pub fn all_places(design: Design) -> Vec<(Id, f64, f64)> {
    let (Some(pages), Some(corner)) = (design.canvas.pages.get_untracked(), corner(design)) else { return Vec::new() };
    let mut places: Vec<(Id, f64, f64)> = Vec::new();
    let blocks = design.blocks.get_untracked();
    let known: std::collections::HashSet<Id> = blocks.iter().copied().collect();
    for element in all(&pages, &format!(".page > .content > [{MARK}]")) {
        let Some(id) = element.get_attribute(MARK).and_then(|mark| mark.parse().ok()).map(Id) else { continue };
        if known.contains(&id) && places.last().is_none_or(|(last, ..)| *last != id) {
            let place = relative(&element.get_bounding_client_rect(), &corner);
            places.push((id, place.top, place.top + place.height));
        }
    }
    places
}

/// Sets where an element lies.
pub fn lay(element: &HtmlElement, place: Place) {
    let style = element.style();
    for (name, value) in [("left", place.left), ("top", place.top), ("width", place.width), ("height", place.height)] {
        let _ = style.set_property(name, &px(value));
    }
}

/// Shows the words again that a text box lay over.
pub fn unhide(design: Design) {
    let Some(pages) = design.canvas.pages.get_untracked() else { return };
    for element in all(&pages, ".typed") {
        let _ = element.class_list().remove_1("typed");
    }
}

/// The stretches of the text that is typed in; of one that a slot prints whole, the paragraph.
fn stretches(design: Design) -> Option<(Element, Vec<Element>)> {
    let mark = design.typed.get_untracked()?.mark(design.form).0;
    let first =
        find(design, &format!("span[{MARK}=\"{mark}\"]")).or_else(|| find(design, &format!("p[{MARK}=\"{mark}\"]")))?;
    let around = first.closest(".content > *").ok().flatten()?;
    let mut spans = all(&around, &format!("span[{MARK}=\"{mark}\"]"));
    if around == first || spans.is_empty() {
        spans.push(first.clone());
    }
    Some((first, spans))
}

/// How far the frame stands off what it frames, in CSS px.
const FRAME_PX: f64 = 5.0;
/// How much of the room above a block is left outside the frame, in CSS px.
const ROOM_PX: f64 = 3.0;

/// Lays the frame around the block that was chosen last, and the text box over the words that it sets. All is looked up
/// before anything is moved, so that the browser lays the page out once.
pub fn place(design: Design, frame: &HtmlElement) {
    let Some(corner) = corner(design) else { return };
    let block = design.last_now().and_then(|id| block(design, id));
    let is_first = block.as_ref().is_some_and(|block| block.class_list().contains("first"));
    let framed = block.map(|block| {
        let place = relative(&block.get_bounding_client_rect(), &corner);
        // The room above a block is part of it: the frame stands in that, so as not to cut the line above.
        // The first of a page has none.
        let room = if is_first { -FRAME_PX } else { ROOM_PX };
        let height = place.height + FRAME_PX - room;
        Place { top: place.top + room, height, ..place.grown_sideways(FRAME_PX) }
    });
    let typed = words(design, &corner);
    // A question that grows over the end of its page takes the words that are typed with it.
    let strayed = typed.as_ref().is_some_and(|words| {
        let Some(desk) = design.canvas.desk.get_untracked() else { return false };
        let (seen, top) = (desk.get_bounding_client_rect(), corner.top() + words.place.top);
        top < seen.top() || top + words.place.height * design.canvas.scale.get_untracked() > seen.bottom()
    });
    let _ = frame.class_list().toggle_with_force("away", framed.is_none());
    if let Some(place) = framed {
        lay(frame, place);
    }
    if let (Some(words), Some(field)) = (typed, design.text.get_untracked()) {
        lay_text(design, &field, &words);
    }
    if strayed {
        bring_into_view(design);
    }
}

/// Lays the text box over the words that it sets, in their letters.
pub fn place_text(design: Design) {
    let (Some(corner), Some(field)) = (corner(design), design.text.get_untracked()) else { return };
    let Some(words) = words(design, &corner) else { return };
    for name in ["font-family", "font-size", "font-weight", "font-style", "line-height", "text-align", "text-transform"]
    {
        let _ =
            HtmlElement::style(&field).set_property(name, &words.style.get_property_value(name).unwrap_or_default());
    }
    lay_text(design, &field, &words);
}

/// Words on the paper, as a text box over them must be set.
struct Words {
    place: Place,
    /// How far the first line is indented, in CSS px of the paper.
    indent: f64,
    style: CssStyleDeclaration,
    spans: Vec<Element>,
}

fn words(design: Design, corner: &DomRect) -> Option<Words> {
    let (first, spans) = stretches(design)?;
    let paragraph = first.closest("p").ok().flatten()?;
    let (set, style) = (computed_style(&paragraph)?, computed_style(&first)?);
    let length = |style: &CssStyleDeclaration, name: &str| -> f64 {
        let value = style.get_property_value(name).unwrap_or_default();
        value.trim_end_matches("px").parse().unwrap_or(0.0)
    };
    let scale = design.canvas.scale.get_untracked();
    // A slot that the text begins with belongs to it, though it bears the mark of its fact.
    let mut begin = first.clone();
    while let Some(before) = begin.previous_sibling().and_then(|node| node.dyn_into::<Element>().ok()) {
        if !before.has_attribute(MARK) || begin == paragraph {
            break;
        }
        begin = before;
    }
    let top = begin.get_client_rects().get(0)?;
    let bottom = spans.last().map_or_else(|| top.bottom(), |last| last.get_bounding_client_rect().bottom());
    let line = length(&style, "line-height");
    let around = paragraph.get_bounding_client_rect();
    let padding = length(&set, "padding-left");
    let left = around.left() + padding * scale;
    let width = around.width() / scale - padding - length(&set, "padding-right");
    let align = set.get_property_value("text-align").unwrap_or_default();
    let is_left = align != "center" && align != "right" && align != "end";
    let indent = if is_left && begin != paragraph { (top.left() - left) / scale } else { 0.0 };
    // The letters' box is lower than the line that they stand on.
    let lift = (line - top.height() / scale) / 2.0;
    let height = ((bottom - top.top()) / scale + 2.0 * lift).max(line);
    let place = Place { left: left - corner.left(), top: top.top() - lift * scale - corner.top(), width, height };
    Some(Words { place, indent, style, spans })
}

fn lay_text(design: Design, field: &HtmlTextAreaElement, words: &Words) {
    lay(field, words.place);
    let own = HtmlElement::style(field);
    let _ = own.set_property("text-indent", &px(words.indent));
    let _ = own.set_property("transform", &scaled(design.canvas.scale.get_untracked()));
    for span in &words.spans {
        let _ = span.class_list().add_1("typed");
    }
    // Where a slot's name is longer than what it prints, the box is higher than the words.
    if field.class_list().contains("opaque") && field.scroll_height() > field.client_height() {
        let _ = own.set_property("height", &px(f64::from(field.scroll_height())));
    }
}

/// How many letters (UTF-16 units) of a text's own words stand before a point of the window, which is in one of its
/// stretches.
pub fn letters_before(span: &Element, x: f64, y: f64) -> u32 {
    // Slots between them bear marks of their own.
    let mark = span.get_attribute(MARK).unwrap_or_default();
    let mut before = 0;
    let mut other = span.previous_element_sibling();
    while let Some(element) = other {
        if element.get_attribute(MARK).as_deref() == Some(&mark) {
            before += element.text_content().map_or(0, |words| words.encode_utf16().count() as u32);
        }
        other = element.previous_element_sibling();
    }
    before + letters_in(span, x, y)
}

/// The same of one stretch alone.
fn letters_in(span: &Element, x: f64, y: f64) -> u32 {
    let Some(document) = span.owner_document() else { return 0 };
    let (nodes, length) = text_nodes(&document, span);
    let Ok(range) = document.create_range() else { return length };
    let mut best = 0;
    for (node, start) in nodes {
        for at in 0..node.length() {
            let inside: &Node = &node;
            if range.set_start(inside, at).is_err() || range.set_end(inside, at + 1).is_err() {
                return best;
            }
            let rect = range.get_bounding_client_rect();
            if rect.top() > y {
                return best;
            }
            if rect.bottom() < y || x > rect.left() + rect.width() / 2.0 {
                best = start + at + 1;
            }
        }
    }
    best
}

/// Scrolls the sheet just so far that what is worked on can be seen.
pub fn bring_into_view(design: Design) {
    let Some(desk) = design.canvas.desk.try_get_untracked().flatten() else { return };
    let found = match design.typed.get_untracked() {
        Some(_) => design.text.get_untracked().map(|field| field.unchecked_into::<Element>()),
        None => design.last_now().and_then(|id| block(design, id)),
    };
    let Some(found) = found else { return };
    let (seen, target) = (desk.get_bounding_client_rect(), found.get_bounding_client_rect());
    const EDGE: f64 = 24.0;
    let by = if target.top() < seen.top() + EDGE {
        target.top() - seen.top() - EDGE
    } else if target.bottom() > seen.bottom() - EDGE {
        // What is higher than the desk is shown from its top.
        (target.bottom() - seen.bottom() + EDGE).min(target.top() - seen.top() - EDGE)
    } else {
        return;
    };
    desk.set_scroll_top(desk.scroll_top() + by as i32);
}
