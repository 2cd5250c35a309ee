//! How opinions are collected before the conference.

use doi_thoai::edit::Command;
use doi_thoai::papers::Place;
use leptos::prelude::*;

use super::fields::{WhenField, WordsField};
use crate::designer::plan_form;
use crate::desk::{use_desk, use_session};
use crate::kit::{Action, Ask};
use crate::session::fact;

/// The step.
#[component]
pub fn CollectingStep() -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let collecting = session.single("collecting", |dossier| &dossier.plan.collecting, Command::SetCollecting);
    let mark = Place::Collecting.mark().0;
    let ask = |label: &'static str| Ask::new(label).mark(mark);
    view! {
        <p class="lead">{messages.collecting_hint}</p>
        <WordsField ask=ask(messages.form_title).hint(messages.form_title_hint) fact=fact!(collecting, form_title)/>
        <Action label=messages.design_form on_press=Callback::new(move |()| plan_form(session))/>
        <WordsField ask=ask(messages.handed_out_by) fact=fact!(collecting, handed_out_by)/>
        <WordsField ask=ask(messages.handed_out_to) fact=fact!(collecting, handed_out_to)/>
        <WhenField ask=ask(messages.return_by).hint(messages.deadline_hint) fact=fact!(collecting, return_by)/>
        <WordsField ask=ask(messages.merged_by) fact=fact!(collecting, merged_by)/>
        <WhenField ask=ask(messages.merge_by).hint(messages.deadline_hint) fact=fact!(collecting, merge_by)/>
    }
}
