//! Fields: a text, one of several values, a box that is ticked.

use std::sync::Arc;

use leptos::prelude::*;

use super::fact::Asked;
use super::{Ask, Fact, Typed, TypedBox, Typing, memo, unique};

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
    let id = unique("f");
    let (hint_id, error_id, list_id) = (format!("{id}-h"), format!("{id}-e"), format!("{id}-l"));
    let typing = Typing::new(on_typed, lines);

    // Shows what the dossier says, unless the officer is typing here.
    typing.follow(value, move || {
        node.get().and_then(|node| node.query_selector("input,textarea").ok().flatten()).and_then(TypedBox::from)
    });

    let below = id.clone();
    let list = (!suggestions.is_empty()).then(|| list_id.clone());
    let field = if lines {
        view! {
            <textarea id=id.clone() rows="2" aria-describedby=move || described_by(&below, error, hint) aria-invalid=move || invalid(error)
                on:input=move |event| typing.input(&event) on:change=move |event| typing.left(&event) on:compositionstart=move |_| typing.composing(true) on:compositionend=move |event| typing.composed(&event)></textarea>
        }
        .into_any()
    } else {
        view! {
            <input type="text" id=id.clone() autocomplete="off" list=list aria-describedby=move || described_by(&below, error, hint) aria-invalid=move || invalid(error)
                on:input=move |event| typing.input(&event) on:change=move |event| typing.left(&event) on:compositionstart=move |_| typing.composing(true) on:compositionend=move |event| typing.composed(&event)/>
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
