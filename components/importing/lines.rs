//! The source line by line, each with what it was read as, and a list to say otherwise.

use doi_thoai::import::As;
use leptos::prelude::*;

use super::Reading;
use crate::desk::use_desk;
use crate::kit::memo;
use crate::locales::{Messages, fill};

/// The most lines that are drawn; the rest of a longer source is read all the same.
const MOST: usize = 800;

/// What a line is read as, in words.
fn words(messages: &Messages, read: As) -> &'static str {
    match read {
        As::LeftOut => messages.as_left_out,
        As::Head => messages.as_head,
        As::Title => messages.as_title,
        As::Addressee => messages.as_addressee,
        As::Heading => messages.as_heading,
        As::Body => messages.as_body,
        As::Joined => messages.as_joined,
        As::Basis => messages.as_basis,
        As::Conference => messages.as_conference,
        As::Participant => messages.as_participant,
        As::AgendaStep => messages.as_agenda_step,
        As::Task => messages.as_task,
        As::Recipient => messages.as_recipient,
        As::Signature => messages.as_signature,
        As::Kept => messages.as_kept,
    }
}

/// What a line is read as, as the styles call it.
fn class(read: As) -> &'static str {
    match read {
        As::LeftOut => "source-line out",
        As::Body | As::Joined | As::Kept => "source-line",
        As::Heading | As::Title | As::Head => "source-line head",
        _ => "source-line known",
    }
}

/// The source.
#[component]
pub fn SourceLines(
    /// What was read.
    reading: Reading,
) -> impl IntoView {
    let messages = use_desk().messages();
    let Some(source) = reading.source.get_untracked() else { return ().into_any() };
    let more = source.lines.len().saturating_sub(MOST);
    let line = |(at, line): (usize, &doi_thoai::import::Line)| {
        let text = format!("{} {}", line.label, line.text).trim().to_owned();
        view! { <SourceLine reading at text/> }
    };
    let lines = source.lines.iter().enumerate().take(MOST).map(line).collect_view();
    let rest = (more > 0)
        .then(|| view! { <p class="hint">{fill(messages.import_more_lines, &[("n", &more.to_string())])}</p> });
    view! {
        <section class="import-source" aria-label=messages.import_source>
            <h3>{messages.import_source}</h3>
            <p class="hint">{messages.import_source_hint}</p>
            <ol class="source-lines">{lines}</ol>
            {rest}
        </section>
    }
    .into_any()
}

/// One line.
#[component]
fn SourceLine(reading: Reading, at: usize, text: String) -> impl IntoView {
    let messages = use_desk().messages();
    let read = memo(move || {
        reading
            .import
            .with(|import| import.as_ref().and_then(|import| import.lines.get(at).copied()).unwrap_or(As::Body))
    });
    let chosen = memo(move || reading.corrections.with(|corrections| corrections.get(&at).copied()));
    let choose = move |event| {
        let value = event_target_value(&event);
        let read = value.parse().ok().and_then(|at: usize| As::CHOICES.get(at).copied());
        reading.corrections.update(|corrections| {
            match read {
                Some(read) => corrections.insert(at, read),
                None => corrections.remove(&at),
            };
        });
    };
    let label = fill(messages.import_line_is, &[("n", &(at + 1).to_string())]);
    let options = move || {
        let own = chosen.get();
        let first = view! { <option value="" prop:selected=own.is_none()>{words(messages, read.get())}</option> };
        let others = As::CHOICES.into_iter().enumerate().map(move |(at, choice)| {
            view! { <option value=at.to_string() prop:selected=own == Some(choice)>"→ "{words(messages, choice)}</option> }
        });
        (first, others.collect_view())
    };
    view! {
        <li class=move || class(read.get()) class:corrected=move || chosen.get().is_some()>
            <select aria-label=label on:change=choose>{options}</select>
            <span>{text}</span>
        </li>
    }
}
