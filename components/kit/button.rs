//! A button with a word, and an icon where one helps.

use leptos::prelude::*;

use super::{Icon, Shape};

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// The one thing to do next.
    Main,
    /// One of several.
    #[default]
    Plain,
    /// Quiet: an icon whose word is read out and shown on hovering.
    Quiet,
}

/// A button.
#[component]
pub fn Action(
    /// Its word.
    #[prop(into)]
    label: String,
    /// What it does.
    on_press: Callback<()>,
    /// Its icon.
    #[prop(optional)]
    icon: Option<Shape>,
    /// How much it asks for attention.
    #[prop(optional)]
    look: Look,
    /// Whether it cannot be pressed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let class = match look {
        Look::Main => "button main",
        Look::Plain => "button",
        Look::Quiet => "button quiet",
    };
    let quiet = look == Look::Quiet;
    // A quiet button's word is read out and shown on hovering; any other shows it.
    let (shown, told) = if quiet { (None, Some(label)) } else { (Some(label), None) };
    view! {
        <button
            type="button"
            class=class
            title=told.clone()
            aria-label=told
            prop:disabled=disabled
            on:click=move |_| on_press.run(())
        >
            {icon.map(|shape| view! { <Icon shape/> })}
            {shown}
        </button>
    }
}
