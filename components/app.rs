//! The root of an instance: what it shows, and the sentence that it tells.

use leptos::prelude::*;

use crate::comparing::CompareScreen;
use crate::designer::{FormGallery, FormScreen};
use crate::desk::{Desk, View};
use crate::drafts::{Home, StandingBanner, TemplateGallery, VersionsScreen};
use crate::importing::ImportScreen;
use crate::kit::{Action, Look, Row, rows, watch};
use crate::papers::{PaperScreen, PapersScreen};
use crate::printing::Progress;
use crate::renewing::RenewScreen;
use crate::session::Shown;
use crate::wizard::Wizard;

/// The root.
#[component]
pub fn App(
    /// The instance.
    desk: Desk,
) -> impl IntoView {
    provide_context(desk);
    // A new screen takes focus at its heading; the first one leaves the host page's focus where it is.
    let mut before = desk.view.get_untracked();
    watch(move |first| {
        let view = desk.view.get();
        // What the element's attributes ask for is shown before this runs at all.
        if std::mem::replace(&mut before, view) != view && !first {
            desk.focus_heading();
        }
    });
    // Another draft is another wizard, and so is another language: its parts must not be taken over.
    let opened = move || {
        let session = desk.session.get()?;
        let key = format!("{} {}", session.id(), desk.lang.get().code());
        Some(match session.shown() {
            Shown::Form(form) => {
                Row::new(format!("{key} {form}"), move || view! { <FormScreen session form/> }.into_any())
            }
            Shown::Plan => Row::new(key, move || view! { <Wizard session/> }.into_any()),
            Shown::Papers => Row::new(format!("{key} papers"), move || view! { <PapersScreen session/> }.into_any()),
            Shown::Renewing => Row::new(format!("{key} renewing"), move || view! { <RenewScreen session/> }.into_any()),
            Shown::Versions => {
                Row::new(format!("{key} versions"), move || view! { <VersionsScreen session/> }.into_any())
            }
            Shown::Paper(kind) => {
                Row::new(format!("{key} {}", kind.code()), move || view! { <PaperScreen session kind/> }.into_any())
            }
        })
    };
    let screen = move || match desk.view.get() {
        View::Draft => rows(move || opened().into_iter().collect()),
        view => {
            // Another language draws everything anew.
            desk.lang.track();
            match view {
                View::Templates => view! { <TemplateGallery/> }.into_any(),
                View::Forms => view! { <FormGallery/> }.into_any(),
                View::Import => view! { <ImportScreen/> }.into_any(),
                View::Comparing => view! { <CompareScreen/> }.into_any(),
                _ => view! { <Home/> }.into_any(),
            }
        }
    };
    view! {
        <div class="app" lang=move || desk.lang.get().code().to_owned()>
            <StandingBanner desk/>
            {move || screen()}
            <Notice desk/>
            <Progress desk/>
        </div>
    }
}

/// The sentence that is told, until it is closed or another comes.
#[component]
fn Notice(desk: Desk) -> impl IntoView {
    let words = move || desk.notice.get().unwrap_or_default();
    let actions = move || {
        let draw = |_| {
            let messages = desk.messages();
            let undo = desk.can_undo_notice.get().then(
                || view! { <Action label=messages.undo_it on_press=Callback::new(move |()| desk.undo_notice())/> },
            );
            view! { {undo} <Action label=messages.close look=Look::Plain on_press=Callback::new(move |()| desk.hush())/> }.into_any()
        };
        desk.notice.get().map(draw).into_any()
    };
    view! {
        <div class="notice" class:gone=move || desk.notice.get().is_none()>
            <p role="status">{move || words()}</p>
            {move || actions()}
        </div>
    }
}
