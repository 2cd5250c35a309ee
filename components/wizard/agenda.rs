//! The agenda: steps with durations, and the clock times that follow.

use doi_thoai::edit::Command;
use doi_thoai::id::Id;
use doi_thoai::papers::Place;
use doi_thoai::plan::AgendaItem;
use doi_thoai::text::Text;
use doi_thoai::words::{TimeOfDay, When};
use leptos::prelude::*;

use super::fields::{CountField, PlainField, WordsField};
use crate::desk::{use_desk, use_session};
use crate::kit::{CardActions, Cards, Typed};
use crate::locales::fill;
use crate::session::AGENDA;

/// The step.
#[component]
pub fn AgendaStep() -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let actions = CardActions {
        add: Callback::new(move |()| {
            session.add(AGENDA, AgendaItem { id: session.new_id(), ..AgendaItem::default() }, None)
        }),
        duplicate: None,
        move_to: Callback::new(move |(id, to)| session.move_to(AGENDA, id, to)),
        remove: session.telling(move |id| session.remove(AGENDA, id)),
    };
    let sum = session.memo(|dossier| (dossier.plan.agenda.duration(), dossier.plan.agenda.items.len()));
    view! {
        <StartField/>
        <Cards ids=session.ids(AGENDA) actions messages add_label=messages.add_agenda
            title=Callback::new(move |n: usize| fill(messages.agenda_n, &[("n", &n.to_string())]))
            render=Callback::new(move |id| view! { <ItemFields id/> }.into_any())/>
        <p class="preview">{move || {
            let ((minutes, open), items) = sum.get();
            let mut text = if minutes > 0 { fill(messages.agenda_sum, &[("n", &minutes.to_string())]) } else { String::new() };
            if open > 0 && open < items {
                text.push(' ');
                text.push_str(&fill(messages.agenda_open, &[("n", &open.to_string())]));
            }
            text
        }}</p>
    }
}

/// When the conference begins. The clock time is read by the reader of times, with any day before it.
#[component]
fn StartField() -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let start = session.memo(|dossier| dossier.plan.agenda.start);
    let shown = Memo::new(move |_| {
        start.get().map(|clock| format!("{:02}h{:02}", clock.hour, clock.minute)).unwrap_or_default()
    });
    let error = RwSignal::new(String::new());
    let typed = move |typed: Typed| {
        let read = When::parse(&format!("{} ngày 01/01/2026", typed.text.trim()), 2026);
        let clock = match read {
            Ok(When::Day { time: Some(TimeOfDay::At(clock)), .. }) => Some(clock),
            _ => None,
        };
        let wrong = clock.is_none() && !typed.text.trim().is_empty();
        error.set(if wrong && typed.done { messages.fault_time.into() } else { String::new() });
        session.typed("agenda", "start", &typed, Command::SetAgendaStart(clock));
    };
    view! {
        <PlainField label=messages.agenda_start hint=messages.agenda_start_hint error value=shown mark=Place::Agenda.mark().0 on_typed=Callback::new(typed)/>
    }
}

#[component]
fn ItemFields(id: Id) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let item = session.item(AGENDA, id);
    view! {
        <WordsField label=messages.agenda_text facts=true mark=id.0 value=Signal::derive(move || item.with(|item| item.text.clone()))
            on_typed=Callback::new(move |(text, typed): (Text, Typed)| session.type_item(AGENDA, id, "text", &typed, |item| item.text = text))/>
        <CountField label=messages.agenda_minutes field=format!("{id}.minutes") max=600 value=Signal::derive(move || item.with(|item| item.minutes))
            on_typed=Callback::new(move |(minutes, typed): (Option<u32>, Typed)| session.type_item(AGENDA, id, "minutes", &typed, |item| item.minutes = minutes))/>
    }
}
