//! A field whose text is read as a value: a date, a time, a count. It says what it understood, complains only when the
//! field is left, and never throws away what was typed.

use leptos::html::Input;
use leptos::prelude::*;

use super::{Around, Ask, TextField, Typed, memo, watch};

/// What became of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Understood; what it was understood as, where that is worth saying.
    Read(String),
    /// Not understood; the sentence that says why.
    Fault(String),
}

/// A field whose text is read as a value.
#[component]
pub fn Parsed(
    /// What it asks.
    ask: Ask,
    /// The dossier's value, in words.
    #[prop(into)]
    value: Signal<String>,
    /// Reads a text and, if it can, changes the dossier.
    read: Callback<Typed, Reading>,
    /// What was typed before and could not be read, and why.
    unread: Option<(String, String)>,
    /// What the calendar beside the field is called; none where the field takes no day.
    calendar: Option<&'static str>,
) -> impl IntoView {
    let around = use_context::<Around>();
    let (kept_text, why) = unread.unzip();
    let error = RwSignal::new(why.unwrap_or_default());
    let echo = RwSignal::new(String::new());
    // What stands in the field while it cannot be read; the dossier then has a hole.
    let kept = RwSignal::new(kept_text);
    let shown = memo(move || {
        let dossier = value.get();
        kept.get().unwrap_or(dossier)
    });
    // A calendar that still holds the day that was picked last would say nothing when that day is picked again.
    let day = NodeRef::<Input>::new();
    let forget_picked = move || {
        if let Some(day) = day.get_untracked() {
            day.set_value("");
        }
    };
    if let Some(around) = around {
        watch(move |first| {
            around.forced.track();
            if !first {
                kept.set(None);
                error.set(String::new());
                forget_picked();
            }
        });
    }
    let on_typed = Callback::new(move |typed: Typed| {
        let (text, done) = (typed.text.clone(), typed.done);
        match read.run(typed) {
            Reading::Read(words) => {
                kept.set(None);
                error.set(String::new());
                echo.set(if words == text { String::new() } else { words });
            }
            Reading::Fault(fault) => {
                kept.set(Some(text));
                echo.set(String::new());
                // An empty complaint while typing takes back one that no longer holds.
                error.set(if done { fault } else { String::new() });
            }
        }
    });
    // The browser's own calendar, for who would rather pick a day than type it.
    let picked = move |event: leptos::ev::Event| {
        let iso = event_target_value(&event);
        let mut parts = iso.split('-').map(|part| part.trim_start_matches('0'));
        if let (Some(year), Some(month), Some(day)) = (parts.next(), parts.next(), parts.next()) {
            on_typed.try_run(Typed::whole(format!("{day}/{month}/{year}")));
        }
    };
    let hint = ask.hinted();
    let says = Signal::derive(move || {
        let echo = echo.get();
        if echo.is_empty() { hint.get() } else { format!("→ {echo}") }
    });
    view! {
        <div class="parsed">
            <TextField ask=ask.hint(says).error(error) value=shown on_typed/>
            {calendar.map(|name| view! { <input type="date" class="calendar" aria-label=name title=name node_ref=day on:change=picked on:blur=move |_| forget_picked()/> })}
        </div>
    }
}
