//! Printing a paper of a draft, from a frame of its own.

use leptos::task::spawn_local;

use crate::browser::frame::{self, Job};
use crate::desk::Desk;
use crate::host;
use crate::session::Session;

/// Prints the plan. What is unsaved is saved first: a print dialog may be the last thing a page sees.
pub fn print_plan(desk: Desk, session: Session) {
    session.flush();
    let paper = session.paper_now();
    let fonts = desk.fonts();
    desk.tell(desk.messages().print_hint);
    spawn_local(async move {
        if let Err(fault) = frame::print(&Job::once((*paper).clone()), &fonts).await {
            host::emit(desk, "error", &[("code", "print"), ("hint", &format!("{fault:?}"))]);
        }
    });
}
