//! Printing a paper of a draft, from a frame of its own; and how far a batch of copies is.

mod progress;

pub use progress::{Building, Progress};

use std::cell::Cell;

use doi_thoai::document::Document;
use doi_thoai::id::Id;
use doi_thoai::papers::{self, PaperKind};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::frame::{self, Job};
use crate::browser::{active_element, clock, focus};
use crate::desk::Desk;
use crate::host;
use crate::session::Session;

/// The most copies of one print job: a printer that jams is begun again with one batch, not with all.
pub const BATCH: u32 = 500;

/// Prints the plan. What is unsaved is saved first: a print dialog may be the last thing a page sees.
pub fn print_plan(desk: Desk, session: Session) {
    print_paper(desk, session, PaperKind::Plan);
}

/// Prints a paper, in all its copies.
pub fn print_paper(desk: Desk, session: Session, kind: PaperKind) {
    session.flush();
    run(desk, Job::all(papers::copies(&session.dossier_now(), kind, session.today)));
}

/// A size of paper, as a printer asks for it: the width of its short side in mm.
pub fn paper_size(document: &Document) -> u32 {
    let page = document.format.page;
    // Two A5 pages make an A4 sheet.
    if document.two_up { 210 } else { page.width.min(page.height) as u32 }
}

/// Prints papers as one job, those of one size of paper alone where one is given.
pub fn print_all(desk: Desk, session: Session, kinds: &[PaperKind], size: Option<u32>) {
    session.flush();
    let dossier = session.dossier_now();
    let all = kinds.iter().flat_map(|kind| papers::copies(&dossier, *kind, session.today));
    let papers: Vec<Document> = all.filter(|paper| size.is_none_or(|size| paper_size(paper) == size)).collect();
    if !papers.is_empty() {
        run(desk, Job { two_sided: dossier.settings.two_sided, ..Job::all(papers) });
    }
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
            papers: vec![paper],
            copies: copies.iter().map(papers::form::strip).collect(),
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

/// A batch that takes longer than this says how far it is, in ms: less is a flicker.
pub const SILENT_MS: f64 = 300.0;

fn run(desk: Desk, job: Job) {
    // One batch at a time: the frame is one.
    if desk.building.get_untracked().is_some() {
        return;
    }
    let fonts = desk.fonts();
    let messages = desk.messages();
    desk.tell_briefly(messages.print_hint);
    let told = telling(desk, if job.papers.len() > 1 { messages.building_papers } else { messages.building_copies });
    // The printed frame takes the focus; the officer goes on where they were.
    let mut pressed = None;
    desk.with_host(|host| pressed = host.shadow_root().and_then(|root| active_element(&root.first_element_child()?)));
    spawn_local(async move {
        let outcome = frame::print(&job, &fonts, &told).await;
        if let Some(pressed) = pressed.filter(|element| element.is_connected()) {
            focus(&pressed);
        }
        let gone = desk.building.try_set(None).is_some();
        match outcome {
            Ok(true) => {}
            Ok(false) if gone => {}
            Ok(false) => desk.tell(messages.print_cancelled),
            Err(fault) => {
                host::emit(desk, "error", &[("code", "print"), ("hint", &format!("{fault:?}"))]);
                if !gone {
                    desk.tell(messages.print_refused);
                }
            }
        }
    });
}

/// Tells the screen how many copies are made, and the frame whether they are still wanted: whoever no longer wants them
/// takes [`Desk::building`] away, as an element does that is gone.
fn telling(desk: Desk, words: &'static str) -> impl Fn(usize, usize) -> bool {
    let begun = clock::millis();
    let told_before = Cell::new(false);
    move |done, total| {
        let building = desk.building.try_get_untracked();
        let wanted = if told_before.replace(true) { matches!(building, Some(Some(_))) } else { building.is_some() };
        if wanted {
            let shown = clock::millis() - begun > SILENT_MS;
            desk.building.try_set((done < total).then_some(Building { done, total, shown, words }));
        }
        wanted
    }
}
