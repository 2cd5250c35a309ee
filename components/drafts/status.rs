//! The status line: when and where a draft was saved, and loudly when it was not.

use leptos::prelude::*;

use crate::desk::use_desk;
use crate::locales::{fill, save_fault};
use crate::session::{SaveStatus, Session};

/// "10:42" of an RFC 3339 time.
pub fn clock_of(time: &str) -> &str {
    time.get(11..16).unwrap_or_default()
}

/// The status line of a draft.
#[component]
pub fn StatusLine(
    /// The draft.
    session: Session,
) -> impl IntoView {
    let desk = use_desk();
    let messages = desk.messages();
    let lasting = desk.with_shelf(|shelf| shelf.store().is_lasting());
    let status = session.status();
    let words = move || match status.get() {
        SaveStatus::Failed(fault) => save_fault(messages, &fault).to_owned(),
        _ if !lasting => messages.saved_session.to_owned(),
        SaveStatus::Saved(time) => fill(messages.saved_at, &[("time", clock_of(&time))]),
        SaveStatus::Unsaved => messages.saving.to_owned(),
    };
    let failed = move || matches!(status.get(), SaveStatus::Failed(_)) || !lasting;
    view! { <p class="status" class:failed=move || failed() role="status">{move || words()}</p> }
}
