//! The status line: when and where a draft was saved, and loudly when it was not.

use leptos::prelude::*;

use super::home::day;
use crate::desk::use_desk;
use crate::kit::memo;
use crate::locales::{fill, save_fault};
use crate::session::{BackedUp, SaveStatus, Session, Shown, Standing};

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
        // The sentence above the draft says why, and what to do.
        SaveStatus::Failed(_) if matches!(session.standing().get(), Standing::Apart(_)) => {
            messages.not_saved_here.to_owned()
        }
        SaveStatus::Failed(fault) => save_fault(messages, &fault).to_owned(),
        _ if !lasting => messages.saved_session.to_owned(),
        SaveStatus::Saved(time) => fill(messages.saved_at, &[("time", clock_of(&time))]),
        SaveStatus::Unsaved => messages.saving.to_owned(),
    };
    let failed = move || matches!(status.get(), SaveStatus::Failed(_)) || !lasting;
    let backed_up = session.backed_up();
    let file = move || match backed_up.get() {
        BackedUp { at: Some(at), is_due } => {
            fill(if is_due { messages.backup_old } else { messages.backup_at }, &[("day", &day(&at))])
        }
        BackedUp { at: None, is_due: true } => messages.backup_due.to_owned(),
        BackedUp { at: None, is_due: false } => String::new(),
    };
    let due = memo(move || backed_up.with(|backed_up| backed_up.is_due));
    view! {
        <p class="status" class:failed=move || failed() role="status">{move || words()}</p>
        <p class="status of-file" class:lacks=move || due.get() class:some=move || due.get()>{move || file()}</p>
        <button type="button" class="link" class:gone=move || session.shown() == Shown::Versions on:click=move |_| session.show(Shown::Versions)>{messages.versions}</button>
    }
}
