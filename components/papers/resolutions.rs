//! What was concluded, who sees to it, and by when.

use doi_thoai::id::Id;
use doi_thoai::papers::Place;
use doi_thoai::proceedings::Resolution;
use leptos::prelude::*;

use crate::desk::{use_desk, use_session};
use crate::kit::{Ask, Cards, numbered};
use crate::session::{RESOLUTIONS, fact};
use crate::wizard::{PlainField, WhenField, WordsField};

/// The list.
#[component]
pub fn Resolutions() -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let actions = session.actions(RESOLUTIONS, |id| Resolution { id, ..Resolution::default() });
    view! {
        <section data-place=Place::Resolutions.mark().0>
            <h3>{messages.resolutions}</h3>
            <Cards ids=session.ids(RESOLUTIONS) actions messages add_label=messages.add_resolution title=numbered(messages.resolution_n)
                render=Callback::new(move |id| view! { <ResolutionFields id/> }.into_any())/>
        </section>
    }
}

#[component]
fn ResolutionFields(id: Id) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let resolution = session.item(RESOLUTIONS, id);
    view! {
        <WordsField ask=Ask::new(messages.resolution_text).lines().mark(id.0) facts=true fact=fact!(resolution, text)/>
        <div class="row">
            <PlainField ask=Ask::new(messages.resolution_agency) fact=fact!(resolution, agency)/>
            <WhenField ask=Ask::new(messages.deadline) fact=fact!(resolution, deadline)/>
        </div>
    }
}
