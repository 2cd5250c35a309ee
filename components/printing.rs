//! Printing a paper of a draft, from a frame of its own.

use doi_thoai::id::Id;
use doi_thoai::papers;
use leptos::task::spawn_local;

use crate::browser::frame::{self, Job};
use crate::desk::Desk;
use crate::host;
use crate::session::Session;

/// The most copies of one print job: a printer that jams is begun again with one batch, not with all.
pub const BATCH: u32 = 500;

/// Prints the plan. What is unsaved is saved first: a print dialog may be the last thing a page sees.
pub fn print_plan(desk: Desk, session: Session) {
    session.flush();
    run(desk, Job::once(session.plan_now()));
}

/// Prints the copies of a form from `from` (counted from 0) on, a batch of them.
pub fn print_form(desk: Desk, session: Session, form: Id, from: u32) {
    session.flush();
    let dossier = session.dossier_now();
    let Some(form) = dossier.form(form) else { return };
    if form.copies.total() == 0 {
        return desk.tell(desk.messages().no_copies);
    }
    let paper = papers::form::compose(&dossier, form, session.today);
    let told_apart = form.copies.are_told_apart();
    let copies = if told_apart { form.copies(from, BATCH) } else { Vec::new() };
    run(
        desk,
        Job {
            paper,
            copies: copies.iter().map(papers::form::strip).collect(),
            two_up: form.paper.two_up && form.paper.can_be_two_up(),
            two_sided: form.paper.two_sided,
        },
    );
}

/// Prints the sheet on which villages sign for the copies of a form.
pub fn print_handout(desk: Desk, session: Session, form: Id) {
    session.flush();
    let dossier = session.dossier_now();
    if let Some(form) = dossier.form(form) {
        run(desk, Job::once(papers::handout::compose(&dossier, form, session.today)));
    }
}

fn run(desk: Desk, job: Job) {
    let fonts = desk.fonts();
    desk.tell(desk.messages().print_hint);
    spawn_local(async move {
        if let Err(fault) = frame::print(&job, &fonts).await {
            host::emit(desk, "error", &[("code", "print"), ("hint", &format!("{fault:?}"))]);
        }
    });
}
