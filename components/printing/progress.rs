//! How far a batch is, over the screen, with a way to stop it.

use leptos::html::Dialog;
use leptos::prelude::*;

use crate::desk::Desk;
use crate::kit::{Action, memo, unique, watch};
use crate::locales::fill;

/// A batch of copies, or of files, that is being built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Building {
    /// How many copies are made.
    pub done: usize,
    /// How many there will be.
    pub total: usize,
    /// Whether it has taken long enough to be told of.
    pub shown: bool,
    /// The sentence that says so.
    pub words: &'static str,
}

/// The dialog of an instance. It is modal: nothing else can be pressed meanwhile, and focus goes back to where it was.
#[component]
pub fn Progress(
    /// The instance.
    desk: Desk,
) -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    let building = desk.building;
    let shown = memo(move || building.with(|building| building.is_some_and(|building| building.shown)));
    watch(move |_| {
        let shown = shown.get();
        let Some(dialog) = dialog.get_untracked() else { return };
        if !shown {
            dialog.close();
        } else if !dialog.open() {
            // A browser that refuses leaves the batch without its dialog.
            let _ = dialog.show_modal();
        }
    });
    let stop = move || {
        if shown.get_untracked() {
            building.set(None);
        }
    };
    let count = move |of: fn(Building) -> usize| building.get().map(of).unwrap_or_default();
    let words = move || {
        let (done, total) = (count(|it| it.done).to_string(), count(|it| it.total).to_string());
        let words = building.get().map(|it| it.words).unwrap_or_default();
        fill(words, &[("done", &done), ("total", &total)])
    };
    let part = move || format!("{}%", 100 * count(|it| it.done) / count(|it| it.total).max(1));
    // The sentence names both the dialog and the bar in it.
    let name = unique("progress");
    let [of_dialog, of_bar] = [name.clone(), name.clone()];
    view! {
        // Escape closes a modal dialog without asking; then its batch is not wanted either.
        <dialog class="progress" node_ref=dialog aria-labelledby=of_dialog on:close=move |_| stop()>
            <p id=name>{words}</p>
            <div class="bar-of-progress" role="progressbar" aria-labelledby=of_bar aria-valuemin="0" aria-valuemax=move || count(|it| it.total).to_string() aria-valuenow=move || count(|it| it.done).to_string()>
                <div style:width=part></div>
            </div>
            {move || {
                let label = desk.lang.get().messages().cancel;
                view! { <Action label on_press=Callback::new(move |()| stop())/> }.into_any()
            }}
        </dialog>
    }
}
