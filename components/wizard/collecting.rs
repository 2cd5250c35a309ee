//! How opinions are collected before the conference.

use doi_thoai::edit::Command;
use doi_thoai::papers::Place;
use doi_thoai::plan::Collecting;
use doi_thoai::text::Text;
use doi_thoai::words::When;
use leptos::prelude::*;

use super::fields::{WhenField, WordsField};
use crate::desk::{use_desk, use_session};
use crate::kit::Typed;

/// The step.
#[component]
pub fn CollectingStep() -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let collecting = session.memo(|dossier| dossier.plan.collecting.clone());
    let change = move |field: &str, typed: &Typed, change: &dyn Fn(&mut Collecting)| {
        let mut collecting = session.dossier_now().plan.collecting.clone();
        change(&mut collecting);
        session.typed("collecting", field, typed, Command::SetCollecting(collecting));
    };
    let text = move |read: fn(&Collecting) -> &Text| {
        Signal::derive(move || collecting.with(|collecting| read(collecting).clone()))
    };
    let typed = move |field: &'static str, write: fn(&mut Collecting) -> &mut Text| {
        Callback::new(move |(text, typed): (Text, Typed)| {
            change(field, &typed, &|collecting| *write(collecting) = text.clone())
        })
    };
    let when = move |read: fn(&Collecting) -> &When| {
        Signal::derive(move || collecting.with(|collecting| read(collecting).clone()))
    };
    let when_typed = move |field: &'static str, write: fn(&mut Collecting) -> &mut When| {
        Callback::new(move |(when, typed): (When, Typed)| {
            change(field, &typed, &|collecting| *write(collecting) = when.clone())
        })
    };
    let mark = Place::Collecting.mark().0;
    view! {
        <p class="lead">{messages.collecting_hint}</p>
        <WordsField label=messages.form_title hint=messages.form_title_hint line=true mark=mark value=text(|collecting| &collecting.form_title) on_typed=typed("form", |collecting| &mut collecting.form_title)/>
        <WordsField label=messages.handed_out_by line=true mark=mark value=text(|collecting| &collecting.handed_out_by) on_typed=typed("by", |collecting| &mut collecting.handed_out_by)/>
        <WordsField label=messages.handed_out_to line=true mark=mark value=text(|collecting| &collecting.handed_out_to) on_typed=typed("to", |collecting| &mut collecting.handed_out_to)/>
        <WhenField label=messages.return_by hint=messages.deadline_hint field="return-by" mark=mark value=when(|collecting| &collecting.return_by) on_typed=when_typed("return-by", |collecting| &mut collecting.return_by)/>
        <WordsField label=messages.merged_by line=true mark=mark value=text(|collecting| &collecting.merged_by) on_typed=typed("merged-by", |collecting| &mut collecting.merged_by)/>
        <WhenField label=messages.merge_by hint=messages.deadline_hint field="merge-by" mark=mark value=when(|collecting| &collecting.merge_by) on_typed=when_typed("merge-by", |collecting| &mut collecting.merge_by)/>
    }
}
