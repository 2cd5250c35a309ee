//! Typing that leaves the caret alone.
//!
//! While a box has focus, nothing but the officer writes into it, except undo, redo and a draft set from outside. What is
//! typed is told at every key, so that the paper follows; a syllable being composed is told when it is whole. Cleaning
//! (NFC, control characters) waits until the box is left.

use doi_thoai::words;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{CompositionEvent, HtmlElement, HtmlInputElement, HtmlTextAreaElement, InputEvent};

use super::{Typed, watch};
use crate::browser::{active_element, sizes_fields};

/// The box that is typed into, of one line or of several.
#[derive(Clone)]
pub enum TypedBox {
    /// Of one line.
    Line(HtmlInputElement),
    /// Of several.
    Lines(HtmlTextAreaElement),
}

impl TypedBox {
    /// The box that an event is about.
    fn of(event: &web_sys::Event) -> Option<Self> {
        Self::from(event.target()?.dyn_into::<web_sys::Element>().ok()?)
    }

    /// An element, if it is one.
    pub fn from(element: web_sys::Element) -> Option<Self> {
        match element.dyn_into::<HtmlInputElement>() {
            Ok(line) => Some(Self::Line(line)),
            Err(other) => other.dyn_into().ok().map(Self::Lines),
        }
    }

    /// What stands in it.
    pub fn text(&self) -> String {
        match self {
            Self::Line(line) => line.value(),
            Self::Lines(lines) => lines.value(),
        }
    }

    /// Writes into it.
    pub fn set(&self, text: &str) {
        match self {
            Self::Line(line) => line.set_value(text),
            Self::Lines(lines) => {
                lines.set_value(text);
                self.fit();
            }
        }
    }

    /// A box of several lines becomes as high as its text. While it is typed in it only grows, so that a key costs one
    /// layout and not two; and none where the browser does it by itself.
    fn grow(&self) {
        if let Self::Lines(lines) = self
            && !sizes_fields()
            && lines.scroll_height() > lines.client_height()
        {
            let _ = HtmlElement::style(lines).set_property("height", &format!("{}px", lines.scroll_height() + 2));
        }
    }

    /// A box of several lines becomes as high as its text, higher or lower.
    fn fit(&self) {
        if let Self::Lines(lines) = self
            && !sizes_fields()
        {
            let _ = HtmlElement::style(lines).set_property("height", "auto");
            self.grow();
        }
    }

    /// The element.
    pub fn element(&self) -> &HtmlElement {
        match self {
            Self::Line(line) => line,
            Self::Lines(lines) => lines,
        }
    }

    /// What stands before what is selected, and behind it.
    pub fn around_selection(&self) -> (String, String) {
        let caret = |at: Result<Option<u32>, _>| at.ok().flatten();
        let (start, end) = match self {
            Self::Line(line) => (caret(line.selection_start()), caret(line.selection_end())),
            Self::Lines(lines) => (caret(lines.selection_start()), caret(lines.selection_end())),
        };
        let units: Vec<u16> = self.text().encode_utf16().collect();
        let start = (start.unwrap_or(u32::MAX) as usize).min(units.len());
        let end = (end.unwrap_or(u32::MAX) as usize).clamp(start, units.len());
        (String::from_utf16_lossy(&units[..start]), String::from_utf16_lossy(&units[end..]))
    }

    /// Puts the caret behind so many UTF-16 units.
    pub fn put_caret(&self, at: u32) {
        let _ = match self {
            Self::Line(line) => line.set_selection_range(at, at),
            Self::Lines(lines) => lines.set_selection_range(at, at),
        };
    }
}

/// What the fields of a draft share; a field without it stands alone.
#[derive(Clone, Copy)]
pub struct Around {
    /// Counts the changes that must show even under the caret.
    pub forced: RwSignal<u32>,
    /// Told when a syllable is begun and when it is whole, so that saving waits.
    pub on_compose: Callback<bool>,
}

/// How one box is typed into.
#[derive(Clone, Copy)]
pub struct Typing {
    on_typed: Callback<Typed>,
    lines: bool,
    composing: StoredValue<bool>,
    around: Option<Around>,
}

impl Typing {
    /// Typing that is told to `on_typed`, of several lines or of one.
    pub fn new(on_typed: Callback<Typed>, lines: bool) -> Self {
        Self { on_typed, lines, composing: StoredValue::new(false), around: use_context::<Around>() }
    }

    /// A box that is taken away under the caret is left in that moment: the browser says so when all of it is gone.
    fn tell(self, text: String, word_ends: bool, done: bool) {
        self.on_typed.try_run(Typed { text, word_ends, done });
    }

    /// A key was typed.
    pub fn input(self, event: &ev::Event) {
        let Some(field) = TypedBox::of(event) else { return };
        field.grow();
        let input = event.dyn_ref::<InputEvent>();
        // An input of a composition is told when the syllable is whole.
        if input.is_some_and(InputEvent::is_composing) || self.composing.try_get_value() == Some(true) {
            return;
        }
        let word_ends = input.is_none_or(|input| {
            input.data().is_none_or(|data| data.chars().any(char::is_whitespace))
                && input.input_type() != "deleteContentBackward"
        });
        self.tell(field.text(), word_ends, false);
    }

    /// A syllable is begun, or is whole.
    pub fn composing(self, on: bool) {
        self.composing.try_set_value(on);
        if let Some(around) = self.around {
            around.on_compose.try_run(on);
        }
    }

    /// A syllable is whole.
    pub fn composed(self, event: &CompositionEvent) {
        self.composing(false);
        if let Some(field) = TypedBox::of(event) {
            self.tell(field.text(), false, false);
        }
    }

    /// The box was left.
    pub fn left(self, event: &ev::Event) {
        let Some(field) = TypedBox::of(event) else { return };
        field.fit();
        let text = words::clean(&field.text(), self.lines);
        if text != field.text() {
            field.set(&text);
        }
        self.tell(text, true, true);
    }

    /// Shows what the dossier says, unless the officer is typing here.
    pub fn follow(self, value: Signal<String>, find: impl Fn() -> Option<TypedBox> + 'static) {
        let mut last_forced = self.around.map(|around| around.forced.get_untracked());
        watch(move |_| {
            let (text, forced) = (value.get(), self.around.map(|around| around.forced.get()));
            let Some(field) = find() else { return };
            let is_forced = last_forced != forced;
            last_forced = forced;
            let has_focus = active_element(field.element()).is_some_and(|active| active == **field.element());
            if field.text() != text && (is_forced || !has_focus) {
                field.set(&text);
            } else if !has_focus {
                field.fit();
            }
        });
    }
}

/// Inserts text at the caret of the box in a field, as if it were typed there.
pub fn insert_at_caret(field: &HtmlElement, text: &str) {
    let Some(found) = field.query_selector("input,textarea").ok().flatten().and_then(TypedBox::from) else {
        return;
    };
    let (mut whole, behind) = found.around_selection();
    whole.push_str(text);
    let after = whole.encode_utf16().count() as u32;
    whole.push_str(&behind);
    found.set(&whole);
    found.put_caret(after);
    let element = found.element();
    let _ = element.focus();
    if let Ok(event) = web_sys::Event::new("change") {
        let _ = element.dispatch_event(&event);
    }
}
