//! An old paper comes in: it is picked or pasted, shown beside what was understood of it, corrected line by line, and made a
//! draft. Nothing is saved before that.

mod lines;
mod pick;
mod told;

use std::sync::Arc;

use chrono::Datelike;
use doi_thoai::import::{self, Corrections, FileFault, Import, Source};
use doi_thoai::papers::{PaperKind, compose};
use leptos::html::H2;
use leptos::prelude::*;

use self::lines::SourceLines;
use self::pick::Pick;
use self::told::Told;
use crate::browser::focus;
use crate::designer::open_form;
use crate::desk::{Desk, View, use_desk};
use crate::kit::{Action, Look, Shape, memo, watch};
use crate::locales::{file_fault, fill, save_fault};

/// What was read, with what the user said of it.
#[derive(Clone, Copy)]
pub struct Reading {
    /// The lines of the source.
    source: RwSignal<Option<Arc<Source>>>,
    /// What the user says of them.
    corrections: RwSignal<Corrections>,
    /// What was read.
    import: Memo<Option<Arc<Import>>>,
}

/// Shows a source on the screen of imports.
pub fn show(desk: Desk, source: Source) {
    desk.importing.set(Some(Arc::new(source)));
    desk.view.set(View::Import);
}

/// Reads a file and shows it; says what is wrong with one that cannot be read.
pub fn show_file(desk: Desk, bytes: &[u8]) {
    match import::file(bytes) {
        Ok(source) => show(desk, source),
        Err(fault) => desk.tell(file_fault(desk.messages(), fault)),
    }
}

/// Makes a draft of a source at once, as a host page asks, and opens it.
///
/// # Errors
/// What is wrong with the source, in words.
pub fn make_of(desk: Desk, source: Result<Source, FileFault>) -> Result<(), String> {
    let source = source.map_err(|fault| file_fault(desk.messages(), fault).to_owned())?;
    make(desk, &source, &import::read(&source, &import::NO_CORRECTIONS, desk.today.year()))
}

/// Makes a draft of what was read and opens it: a plan, a letter, or a form.
fn make(desk: Desk, source: &Source, import: &Import) -> Result<(), String> {
    let messages = desk.messages();
    if let Some(form) = import::form(source, import) {
        desk.importing.set(None);
        open_form(desk, form);
        return Ok(());
    }
    let Some(mut dossier) = import::draft(source, import) else { return Err(messages.import_nothing.to_owned()) };
    if dossier.name.trim().is_empty() {
        messages.import_unnamed.clone_into(&mut dossier.name);
    }
    let holes = compose(&dossier, PaperKind::Plan, desk.today).holes() as u32;
    let id = desk.put_new(&dossier, holes).map_err(|fault| save_fault(messages, &fault).to_owned())?;
    desk.importing.set(None);
    desk.open(&id);
    let left = import.left_out.iter().filter(|out| out.has_words()).count();
    desk.tell_briefly(fill(messages.import_made, &[("left", &left.to_string())]));
    Ok(())
}

/// The screen.
#[component]
pub fn ImportScreen() -> impl IntoView {
    let desk = use_desk();
    let messages = desk.messages();
    let source = desk.importing;
    let corrections = RwSignal::new(Corrections::new());
    let year = desk.today.year();
    let import = memo(move || {
        let source = source.get()?;
        Some(Arc::new(corrections.with(|corrections| import::read(&source, corrections, year))))
    });
    let reading = Reading { source, corrections, import };
    let another = move |()| {
        corrections.set(Corrections::new());
        source.set(None);
    };
    let back = move |()| {
        source.set(None);
        desk.view.set(View::Home);
    };
    let finish = move |()| {
        let (Some(source), Some(import)) = (source.get_untracked(), import.get_untracked()) else { return };
        if let Err(words) = make(desk, &source, &import) {
            desk.tell(words);
        }
    };
    // What was pressed or pasted into is gone with its part of the screen: the heading takes its focus.
    let heading = NodeRef::<H2>::new();
    watch(move |first| {
        source.track();
        if !first {
            request_animation_frame(move || {
                // By then the draft may have taken the screen's place.
                if let Some(heading) = heading.try_get_untracked().flatten() {
                    focus(&heading);
                }
            });
        }
    });
    let body = move || {
        if source.with(Option::is_none) {
            view! { <Pick/> }.into_any()
        } else {
            view! {
                <div class="import-bar">
                    <Action label=messages.import_make look=Look::Main on_press=Callback::new(finish)/>
                    <Action label=messages.import_another on_press=Callback::new(another)/>
                </div>
                <p class="lead">{messages.import_check}</p>
                <div class="import-panes">
                    <Told reading/>
                    <SourceLines reading/>
                </div>
            }
            .into_any()
        }
    };
    view! {
        <main class="home importing">
            <header class="home-head">
                <Action label=messages.back icon=Shape::Back on_press=Callback::new(back)/>
                <h2 tabindex="-1" node_ref=heading>{messages.import_title}</h2>
            </header>
            {body}
        </main>
    }
}
