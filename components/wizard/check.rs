//! The check page: what is still missing and what is wrong, with the way to each, and the answers in short.

use doi_thoai::document::{Mark, Paragraph};
use doi_thoai::papers::words_of;
use leptos::prelude::*;

use super::frame::ToTimeline;
use super::rules::RuleFindings;
use super::step::Step;
use super::view::Way;
use crate::desk::{use_desk, use_session};
use crate::kit::{Row, memo, rows};
use crate::locales::fill;

/// The most letters of a paragraph that a line of the list shows.
const SHOWN: usize = 90;

/// The step.
#[component]
pub fn CheckStep() -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let Some(way) = use_context::<Way>() else {
        return ().into_any();
    };
    let paper = session.paper();
    // One line for each question with a hole, in the order of the paper: what the paper says there, and its step.
    let line = move |mark: u32, step: &'static str, text: String| {
        view! {
            <li>
                <button type="button" class="missing" on:click=move |_| way.to_place(session, mark)>
                    <strong>{step}</strong>
                    <span>{text}</span>
                    <span class="go">{messages.go_there}</span>
                </button>
            </li>
        }
        .into_any()
    };
    let missing = move || {
        let dossier = session.dossier_now();
        let gap = |(mark, paragraph): (Mark, &Paragraph)| {
            let step = Step::of(&dossier.plan, mark).title(messages);
            let text: String = paragraph.text().chars().take(SHOWN).collect();
            Row::new(format!("{} {step} {text}", mark.0), move || line(mark.0, step, text))
        };
        paper.get().gaps().into_iter().map(gap).collect()
    };
    let count = memo(move || paper.get().gaps().len());
    let answers = move || {
        let dossier = session.dossier();
        let plan = &dossier.plan;
        let count = |n: usize| {
            if n == 0 { messages.not_provided.to_owned() } else { n.to_string() }
        };
        let or = |text: String| {
            if text.trim().is_empty() { messages.not_provided.to_owned() } else { text }
        };
        let organs = plan.organs.iter().map(doi_thoai::organ::Organ::full_name).collect::<Vec<_>>().join(", ");
        let conferences = plan
            .conferences
            .iter()
            .map(|conference| {
                let when = conference.when.wording(doi_thoai::words::Wording::Full);
                when.trim().to_owned()
            })
            .collect::<Vec<_>>()
            .join("; ");
        [
            (Step::Organ, messages.organ, or(organs)),
            (Step::Organ, messages.title_field, or(words_of(&dossier, &plan.title))),
            (Step::Bases, messages.step_bases, count(plan.citations.len())),
            (Step::Content, messages.step_content, count(plan.subjects.len())),
            (Step::Conferences, messages.when, or(conferences)),
            (Step::Participants, messages.step_participants, count(plan.circles.len())),
            (Step::Agenda, messages.step_agenda, count(plan.agenda.items.len())),
            (Step::Collecting, messages.form_title, or(words_of(&dossier, &plan.collecting.form_title))),
            (Step::Assignments, messages.step_assignments, count(plan.assignments.len())),
            (Step::Recipients, messages.recipients, count(plan.recipients.lines.len())),
            (Step::Recipients, messages.position, or(plan.signatories.iter().map(|one| one.position.clone()).collect::<Vec<_>>().join(", "))),
        ]
        .into_iter()
        .map(|(step, label, value)| view! {
            <div><dt>{label}</dt><dd><span>{value}</span>
            <button type="button" class="link" aria-label=format!("{}: {label}", messages.change) on:click=move |_| way.to_step(step)>{messages.change}</button></dd></div>
        })
        .collect_view()
        .into_any()
    };
    view! {
        <section class="summary" aria-live="polite">
            {move || match count.get() {
                0 => view! { <p class="all-done">{messages.check_none}</p> }.into_any(),
                n => view! { <h3>{fill(messages.check_count, &[("n", &n.to_string())])}</h3><p>{messages.check_hint}</p> }.into_any(),
            }}
            <ul class="missing-list">{rows(missing)}</ul>
        </section>
        <RuleFindings/>
        <ToTimeline/>
        <h3>{messages.check_summary}</h3>
        <dl class="answers">{move || answers()}</dl>
    }
    .into_any()
}
