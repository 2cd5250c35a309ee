//! The agenda: steps with durations, and the clock times that follow.

use doi_thoai::edit::Command;
use doi_thoai::id::Id;
use doi_thoai::papers::Place;
use doi_thoai::plan::{AgendaItem, ConferenceKind};
use doi_thoai::words::Clock;
use leptos::prelude::*;

use super::fields::{ClockField, CountField, WordsField};
use crate::desk::{use_desk, use_session};
use crate::kit::{Ask, Cards, numbered};
use crate::locales::fill;
use crate::session::{AGENDA, fact};

/// The step.
#[component]
pub fn AgendaStep() -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let sum = session.memo(move |dossier| {
        let ((minutes, open), items) = (dossier.plan.agenda.duration(), dossier.plan.agenda.items.len());
        let mut text = String::new();
        if minutes > 0 {
            text = fill(messages.agenda_sum, &[("n", &minutes.to_string())]);
        }
        if open > 0 && open < items {
            text.push(' ');
            text.push_str(&fill(messages.agenda_open, &[("n", &open.to_string())]));
        }
        text
    });
    let clash = session.memo(move |dossier| {
        let agenda = &dossier.plan.agenda;
        let clock = |clock: Clock| format!("{:02}h{:02}", clock.hour, clock.minute);
        let mains = dossier.plan.conferences.iter().filter(|one| one.kind == ConferenceKind::Main);
        let clash = mains.take(1).find_map(|one| agenda.clashes_with(&one.when)).zip(agenda.start);
        clash.map_or(String::new(), |(conference, start)| {
            fill(messages.agenda_clash, &[("conference", &clock(conference)), ("agenda", &clock(start))])
        })
    });
    view! {
        <StartField/>
        <p class="error" role="status">{move || clash.get()}</p>
        <Cards ids=session.ids(AGENDA) actions=session.actions(AGENDA, |id| AgendaItem { id, ..AgendaItem::default() }) messages add_label=messages.add_agenda
            title=numbered(messages.agenda_n)
            render=Callback::new(move |id| view! { <ItemFields id/> }.into_any())/>
        <p class="preview">{move || sum.get()}</p>
    }
}

/// When the conference begins.
#[component]
fn StartField() -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let start = session.single("agenda", |dossier| &dossier.plan.agenda.start, Command::SetAgendaStart);
    let start = start.fact("start", |start| *start, |start, clock| *start = clock);
    let ask = Ask::new(messages.agenda_start).hint(messages.agenda_start_hint);
    view! { <ClockField ask=ask.mark(Place::Agenda.mark().0) fact=start/> }
}

#[component]
fn ItemFields(id: Id) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let item = session.item(AGENDA, id);
    view! {
        <WordsField ask=Ask::new(messages.agenda_text).lines().mark(id.0) facts=true fact=fact!(item, text)/>
        <CountField ask=Ask::new(messages.agenda_minutes) max=600 fact=fact!(item, minutes)/>
    }
}
