//! The foot of the list of drafts: how much room they take, one file with all of them, and taking everything away.

use leptos::prelude::*;

use super::backup::save_all;
use crate::browser::storage::{self, QUOTA};
use crate::desk::use_desk;
use crate::kit::{Action, Look, Shape, memo};
use crate::locales::fill;

/// Above this share of the browser's room a warning is shown.
const HIGH: usize = QUOTA / 10 * 6;

/// The foot.
#[component]
pub fn Keeping(
    /// How many drafts there are.
    #[prop(into)]
    count: Signal<usize>,
) -> impl IntoView {
    let desk = use_desk();
    let messages = desk.messages();
    let usage = memo(move || {
        desk.drafts.track();
        desk.with_shelf(|shelf| shelf.usage().unwrap_or_default())
    });
    // What would go by itself is room; what others keep on this site is none.
    let is_high = memo(move || usage.with(|usage| usage.own + usage.others - usage.spare > HIGH));
    let sure = RwSignal::new(false);
    let remove = move |()| {
        sure.set(false);
        desk.focus_heading();
        match desk.remove_everything() {
            Ok(()) => desk.tell(messages.everything_removed),
            Err(_) => desk.tell(messages.failed_refused),
        }
    };
    let cancel = move |()| {
        sure.set(false);
        desk.focus_heading();
    };
    let ask = move || {
        if !sure.get() {
            return ().into_any();
        }
        let words = fill(messages.remove_everything_sure, &[("n", &count.get_untracked().to_string())]);
        view! {
            <div class="banner wrong">
                <p role="alert">{words}</p>
                <Action label=messages.backup_all icon=Shape::Save on_press=Callback::new(move |()| save_all(desk))/>
                <Action label=messages.remove_everything_now on_press=Callback::new(remove)/>
                <Action label=messages.cancel on_press=Callback::new(cancel)/>
            </div>
        }
        .into_any()
    };
    let none = Signal::derive(move || count.get() == 0);
    let lasting = desk.with_shelf(|shelf| shelf.store().is_lasting());
    let used = move || fill(messages.used_space, &[("used", &size(usage.with(|usage| usage.own + usage.others)))]);
    view! {
        <section class="keeping" class:gone=move || desk.readonly.get()>
            {(!lasting).then(|| view! { <p class="used failed">{messages.saved_session}</p> })}
            <div class:gone=!lasting>
                <p class="used" class:failed=move || is_high.get()>
                    {messages.saved_here}" · "{move || used()}
                    {move || if is_high.get() { format!(". {}", messages.used_space_high) } else { String::new() }}
                </p>
                <p class="used">{messages.kept_where}</p>
                {storage::is_file().then(|| view! { <p class="used">{messages.kept_file}</p> })}
            </div>
            <div class="papers-all">
                <Action label=messages.backup_all icon=Shape::Save disabled=none on_press=Callback::new(move |()| save_all(desk))/>
                <Action label=messages.remove_everything look=Look::Plain on_press=Callback::new(move |()| sure.set(true))/>
            </div>
            {move || ask()}
        </section>
    }
}

/// A size in UTF-16 units as people read it.
fn size(units: usize) -> String {
    if units < 1024 * 1024 {
        format!("{} kB", units.div_ceil(1024))
    } else {
        format!("{},{} MB", units / (1024 * 1024), units % (1024 * 1024) * 10 / (1024 * 1024))
    }
}
