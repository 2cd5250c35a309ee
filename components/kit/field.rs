//! A text field that leaves the caret alone.
//!
//! While it has focus, nothing but the officer writes into it, except undo, redo and a draft set from outside. What is
//! typed is told at every key, so that the paper follows; a syllable being composed is told when it is whole. Cleaning
//! (NFC, control characters) waits until the field is left.

use std::sync::Arc;

use doi_thoai::words;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{CompositionEvent, HtmlElement, HtmlInputElement, HtmlTextAreaElement, InputEvent};

use super::fact::Asked;
use super::{Ask, Fact, Typed, memo, unique, watch};
use crate::browser::active_element;

/// The box that is typed into, of one line or of several.
#[derive(Clone)]
enum Box {
    Line(HtmlInputElement),
    Lines(HtmlTextAreaElement),
}

impl Box {
    fn of(event: &web_sys::Event) -> Option<Self> {
        Self::from(event.target()?.dyn_into::<web_sys::Element>().ok()?)
    }

    fn from(element: web_sys::Element) -> Option<Self> {
        match element.dyn_into::<HtmlInputElement>() {
            Ok(line) => Some(Self::Line(line)),
            Err(other) => other.dyn_into().ok().map(Self::Lines),
        }
    }

    fn text(&self) -> String {
        match self {
            Self::Line(line) => line.value(),
            Self::Lines(lines) => lines.value(),
        }
    }

    fn set(&self, text: &str) {
        match self {
            Self::Line(line) => line.set_value(text),
            Self::Lines(lines) => {
                lines.set_value(text);
                self.fit();
            }
        }
    }

    /// A box of several lines becomes as high as its text. While it is typed in it only grows, so that a key costs one
    /// layout and not two.
    fn grow(&self) {
        if let Self::Lines(lines) = self
            && lines.scroll_height() > lines.client_height()
        {
            let _ = HtmlElement::style(lines).set_property("height", &format!("{}px", lines.scroll_height() + 2));
        }
    }

    /// A box of several lines becomes as high as its text, higher or lower.
    fn fit(&self) {
        if let Self::Lines(lines) = self {
            let _ = HtmlElement::style(lines).set_property("height", "auto");
            self.grow();
        }
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

/// A field for text.
#[component]
pub fn TextField(
    /// What it asks.
    ask: Ask,
    /// What the dossier says.
    #[prop(into)]
    value: Signal<String>,
    /// Told at every key and when the field is left.
    on_typed: Callback<Typed>,
    /// The box itself, for who inserts text into it.
    #[prop(optional)]
    node: NodeRef<leptos::html::Div>,
) -> impl IntoView {
    let Asked { label, label_hidden, hint, error, mark, suggestions, lines } = ask.into_parts();
    let around = use_context::<Around>();
    let id = unique("f");
    let (hint_id, error_id, list_id) = (format!("{id}-h"), format!("{id}-e"), format!("{id}-l"));
    let composing = StoredValue::new(false);
    // A field that is taken away under the caret is left in that moment: the browser says so when all of it is gone.
    let tell = move |text: String, word_ends: bool, done: bool| {
        on_typed.try_run(Typed { text, word_ends, done });
    };

    let on_input = move |event: ev::Event| {
        let Some(field) = Box::of(&event) else { return };
        field.grow();
        let input = event.dyn_ref::<InputEvent>();
        // An input of a composition is told when the syllable is whole.
        if input.is_some_and(InputEvent::is_composing) || composing.try_get_value() == Some(true) {
            return;
        }
        let word_ends = input.is_none_or(|input| {
            input.data().is_none_or(|data| data.chars().any(char::is_whitespace))
                && input.input_type() != "deleteContentBackward"
        });
        tell(field.text(), word_ends, false);
    };
    let on_start = move |_: CompositionEvent| {
        composing.try_set_value(true);
        if let Some(around) = around {
            around.on_compose.try_run(true);
        }
    };
    let on_end = move |event: CompositionEvent| {
        composing.try_set_value(false);
        if let Some(around) = around {
            around.on_compose.try_run(false);
        }
        if let Some(field) = Box::of(&event) {
            tell(field.text(), false, false);
        }
    };
    let on_change = move |event: ev::Event| {
        let Some(field) = Box::of(&event) else { return };
        field.fit();
        let text = words::clean(&field.text(), lines);
        if text != field.text() {
            field.set(&text);
        }
        tell(text, true, true);
    };

    // Shows what the dossier says, unless the officer is typing here.
    let mut last_forced = around.map(|around| around.forced.get_untracked());
    watch(move |_| {
        let (text, forced) = (value.get(), around.map(|around| around.forced.get()));
        let Some(field) =
            node.get().and_then(|node| node.query_selector("input,textarea").ok().flatten()).and_then(Box::from)
        else {
            return;
        };
        let is_forced = last_forced != forced;
        last_forced = forced;
        let element: &web_sys::Element = match &field {
            Box::Line(line) => line,
            Box::Lines(lines) => lines,
        };
        let has_focus = active_element(element).is_some_and(|active| active == *element);
        if field.text() != text && (is_forced || !has_focus) {
            field.set(&text);
        } else if !has_focus {
            field.fit();
        }
    });

    let below = id.clone();
    let list = (!suggestions.is_empty()).then(|| list_id.clone());
    let field = if lines {
        view! {
            <textarea id=id.clone() rows="2" aria-describedby=move || described_by(&below, error, hint) aria-invalid=move || invalid(error)
                on:input=on_input on:change=on_change on:compositionstart=on_start on:compositionend=on_end></textarea>
        }
        .into_any()
    } else {
        view! {
            <input type="text" id=id.clone() autocomplete="off" list=list aria-describedby=move || described_by(&below, error, hint) aria-invalid=move || invalid(error)
                on:input=on_input on:change=on_change on:compositionstart=on_start on:compositionend=on_end/>
        }
        .into_any()
    };
    view! {
        <div class="field" data-place=mark node_ref=node>
            <label for=id class:unseen=label_hidden>{label}</label>
            {field}
            {(!suggestions.is_empty()).then(|| view! { <datalist id=list_id>{suggestions.iter().map(|text| view! { <option value=*text></option> }).collect_view()}</datalist> })}
            <p class="error" id=error_id role="alert">{move || error.get()}</p>
            <p class="hint" id=hint_id>{move || hint.get()}</p>
        </div>
    }
}

/// The lines below a box that describe it: what is wrong, what helps.
fn described_by(id: &str, error: Signal<String>, hint: Signal<String>) -> Option<String> {
    let lines = [(error, "e"), (hint, "h")].into_iter();
    let ids: Vec<String> =
        lines.filter(|(words, _)| !words.with(String::is_empty)).map(|(_, line)| format!("{id}-{line}")).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

fn invalid(error: Signal<String>) -> Option<String> {
    (!error.with(String::is_empty)).then(|| "true".to_owned())
}

/// One of several values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The value.
    pub value: String,
    /// Its words.
    pub label: String,
}

impl Choice {
    /// A value and its words.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into() }
    }
}

/// What there is to choose.
#[derive(Clone)]
pub struct Options(Arc<dyn Fn() -> Vec<Choice> + Send + Sync>);

impl Options {
    /// Choices that follow from something else, tracked.
    pub fn read(read: impl Fn() -> Vec<Choice> + Send + Sync + 'static) -> Self {
        Self(Arc::new(read))
    }

    /// Values with their words.
    pub fn of(choices: &[(&'static str, &'static str)]) -> Self {
        let choices: Vec<Choice> = choices.iter().map(|(value, words)| Choice::new(*value, *words)).collect();
        Self::read(move || choices.clone())
    }

    /// Words whose value is their number, from 0.
    pub fn numbered(words: &[&'static str]) -> Self {
        let choices: Vec<Choice> =
            words.iter().enumerate().map(|(at, words)| Choice::new(at.to_string(), *words)).collect();
        Self::read(move || choices.clone())
    }
}

/// A field that is chosen from a list.
#[component]
pub fn Choices(
    /// What it asks.
    ask: Ask,
    /// What the dossier says, and what is told when one is chosen.
    fact: Fact<String>,
    /// What there is to choose.
    options: Options,
) -> impl IntoView {
    let id = unique("c");
    let hint_id = format!("{id}-h");
    let Asked { label, label_hidden, hint, mark, .. } = ask.into_parts();
    let shown = fact.clone();
    let value = memo(move || shown.get());
    let choices = memo(move || (options.0)());
    let chosen = move |event| {
        let value = event_target_value(&event);
        fact.set(value.clone(), &Typed::whole(value));
    };
    view! {
        <div class="field" data-place=mark>
            <label for=id.clone() class:unseen=label_hidden>{label}</label>
            <select id=id aria-describedby=hint_id.clone() on:change=chosen>
                {move || {
                    let now = value.get();
                    let option = |choice: Choice| {
                        let chosen = choice.value == now;
                        view! { <option value=choice.value prop:selected=chosen>{choice.label}</option> }
                    };
                    choices.get().into_iter().map(option).collect_view().into_any()
                }}
            </select>
            <p class="hint" id=hint_id>{move || hint.get()}</p>
        </div>
    }
}

/// A box that is ticked or not.
#[component]
pub fn Switch(
    /// Its words.
    label: &'static str,
    /// What the dossier says, and what is told when it changes.
    fact: Fact<bool>,
) -> impl IntoView {
    let id = unique("s");
    let shown = fact.clone();
    let value = memo(move || shown.get());
    view! {
        <div class="field switch">
            <input type="checkbox" id=id.clone() prop:checked=move || value.get()
                on:change=move |event| fact.set(event_target_checked(&event), &Typed::whole(String::new()))/>
            <label for=id>{label}</label>
        </div>
    }
}

/// Inserts text at the caret of the box in a field, as if it were typed there.
pub fn insert_at_caret(field: &HtmlElement, text: &str) {
    let Some(found) = field.query_selector("input,textarea").ok().flatten().and_then(Box::from) else {
        return;
    };
    let caret = |at: Result<Option<u32>, _>| at.ok().flatten();
    let (start, end) = match &found {
        Box::Line(line) => (caret(line.selection_start()), caret(line.selection_end())),
        Box::Lines(lines) => (caret(lines.selection_start()), caret(lines.selection_end())),
    };
    let units: Vec<u16> = found.text().encode_utf16().collect();
    let start = (start.unwrap_or(u32::MAX) as usize).min(units.len());
    let end = (end.unwrap_or(u32::MAX) as usize).clamp(start, units.len());
    let mut whole = String::from_utf16_lossy(&units[..start]);
    whole.push_str(text);
    let after = whole.encode_utf16().count() as u32;
    whole.push_str(&String::from_utf16_lossy(&units[end..]));
    found.set(&whole);
    let _ = match &found {
        Box::Line(line) => line.set_selection_range(after, after),
        Box::Lines(lines) => lines.set_selection_range(after, after),
    };
    let element: &HtmlElement = match &found {
        Box::Line(line) => line,
        Box::Lines(lines) => lines,
    };
    let _ = element.focus();
    if let Ok(event) = web_sys::Event::new("change") {
        let _ = element.dispatch_event(&event);
    }
}
