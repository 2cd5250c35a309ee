//! What was understood of an old paper: its facts, what was left out, what is worded otherwise.

use std::sync::Arc;

use doi_thoai::import::{As, Debris, Import, LeftOut, Reading as Paper, Reworded};
use doi_thoai::papers::{quota_words, words_of};
use doi_thoai::plan::Venue;
use doi_thoai::words::{When, Wording, long_date};
use leptos::prelude::*;

use super::Reading;
use crate::desk::use_desk;
use crate::kit::Action;
use crate::locales::{Messages, fill, finding_words};

/// Facts of a paper, each with what it is called.
fn facts(messages: &Messages, paper: &Paper) -> Vec<(&'static str, Vec<String>)> {
    let dossier = &paper.dossier;
    let plan = &dossier.plan;
    let words = |text| words_of(dossier, text);
    let when = |when: &When| when.is_set().then(|| when.wording(Wording::Full));
    let organs = plan.organs.iter().map(doi_thoai::organ::Organ::full_name).filter(|name| !name.is_empty());
    let number = plan.registration.number.map(|number| {
        let format = dossier.format(plan.registration.issued.unwrap_or_default()).format();
        format!("{number}{}{}", format.marks.number_kind, doi_thoai::papers::plan::symbol(dossier, &format))
    });
    let conferences = plan.conferences.iter().map(|conference| {
        let venue = match &conference.venue {
            Venue::At(venue) => Some(words(venue)),
            Venue::Announced => Some(messages.to_be_announced.to_owned()),
            Venue::Unset => None,
        };
        let parts = [Some(words(&conference.name)), Some(words(&conference.audience)), when(&conference.when), venue];
        parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
    });
    let quotas = plan.circles.iter().flat_map(|circle| {
        let own =
            circle.quota.as_ref().map(|quota| format!("{}: {}", words(&circle.heading), quota_words(quota, false)));
        let lines = circle.participants.iter().filter_map(|line| {
            Some(format!(
                "{}: {}",
                words(&line.who).trim_end_matches(['.', ';']),
                quota_words(line.quota.as_ref()?, false)
            ))
        });
        own.into_iter().chain(lines).collect::<Vec<_>>()
    });
    let total = plan.participants_total().map(|(count, _)| fill(messages.import_total, &[("n", &count.to_string())]));
    let participants: usize = plan.circles.iter().map(|circle| circle.participants.len().max(1)).sum();
    let listed = (participants > 0).then(|| fill(messages.import_lines, &[("n", &participants.to_string())]));
    let steps = (!plan.agenda.items.is_empty())
        .then(|| fill(messages.import_steps, &[("n", &plan.agenda.items.len().to_string())]));
    let assignments = plan.assignments.iter().map(|assignment| {
        let limits: Vec<String> = assignment
            .tasks
            .iter()
            .flat_map(|task| &task.deadlines)
            .filter_map(|deadline| when(&deadline.when))
            .collect();
        let tasks = fill(messages.import_tasks, &[("n", &assignment.tasks.len().to_string())]);
        let head = format!("{}: {tasks}", words(&assignment.agency));
        if limits.is_empty() { head } else { format!("{head} ({})", limits.join("; ")) }
    });
    let signatures = plan.signatories.iter().map(|one| {
        [one.power.named(), &one.position, &one.signer]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" – ")
    });
    let recipients = plan.recipients.lines.len() + usize::from(!plan.recipients.filed.is_empty());
    let one = |value: Option<String>| value.into_iter().filter(|value| !value.is_empty()).collect::<Vec<_>>();
    vec![
        (messages.told_organ, organs.collect()),
        (messages.told_number, one(number)),
        (messages.told_issued, one(plan.registration.issued.map(long_date))),
        (messages.told_title, one(Some(words(&plan.title)))),
        (messages.told_addressees, paper.addressees.clone()),
        (messages.told_citations, plan.citations.iter().map(|citation| citation.full(dossier.system())).collect()),
        (messages.told_conferences, conferences.collect()),
        (messages.told_participants, one(listed).into_iter().chain(quotas).chain(total).collect()),
        (messages.told_agenda, one(steps)),
        (messages.told_assignments, assignments.collect()),
        (messages.told_limits, plan.limits.iter().filter_map(|limit| when(&limit.when)).collect()),
        (
            messages.told_recipients,
            one((recipients > 0).then(|| fill(messages.import_lines, &[("n", &recipients.to_string())]))),
        ),
        (messages.told_signature, signatures.collect()),
    ]
}

fn why(messages: &Messages, why: Debris) -> &'static str {
    match why {
        Debris::PageNumber => messages.debris_page,
        Debris::Stamp => messages.debris_stamp,
        Debris::Foreign => messages.debris_foreign,
        Debris::Initials => messages.debris_initials,
        Debris::Rule => messages.debris_rule,
        Debris::Around => messages.debris_around,
        Debris::Frame => messages.debris_frame,
        Debris::OtherPaper => messages.debris_other,
        Debris::Chosen => messages.debris_chosen,
    }
}

/// What was understood.
#[component]
pub fn Told(
    /// What was read.
    reading: Reading,
) -> impl IntoView {
    let messages = use_desk().messages();
    let import = move || reading.import.get();
    let papers = move || import().map(|import| papers(messages, &import));
    let left = move || import().map(|import| left_out(messages, reading, &import));
    let other = move || import().map(|import| reworded(messages, &import.reworded));
    let free = move || {
        let free = import().map_or(0, |import| import.lines.iter().filter(|read| **read == As::Body).count());
        fill(messages.import_free, &[("n", &free.to_string())])
    };
    view! {
        <section class="import-told" aria-label=messages.import_told>
            <h3>{messages.import_told}</h3>
            {papers}
            <p class="hint">{free}</p>
            {left}
            {other}
        </section>
    }
}

fn papers(messages: &'static Messages, import: &Arc<Import>) -> AnyView {
    let paper = |paper: &Paper| {
        let rows = facts(messages, paper).into_iter().filter(|(_, values)| !values.is_empty()).map(|(name, values)| {
            let values = values.into_iter().map(|value| view! { <dd>{value}</dd> }).collect_view();
            view! { <dt>{name}</dt>{values} }
        });
        let findings = paper.findings.iter().map(|finding| {
            view! { <li>{finding_words(messages, finding)}</li> }
        });
        let findings = findings.collect_view();
        let has_findings = !paper.findings.is_empty();
        view! {
            <h4>{paper.kind.clone()}</h4>
            <dl class="facts">{rows.collect_view()}</dl>
            {has_findings.then(|| view! { <ul class="findings-of-source">{findings}</ul> })}
        }
    };
    import.readings.iter().map(paper).collect_view().into_any()
}

fn left_out(messages: &'static Messages, reading: Reading, import: &Import) -> AnyView {
    let shown: Vec<LeftOut> = import.left_out.iter().filter(|out| out.has_words()).cloned().collect();
    let count = shown.len();
    if count == 0 {
        return ().into_any();
    }
    let line = move |out: LeftOut| {
        let at = out.line;
        // Head and foot are printed by the product, and another paper is another draft's.
        let can_stay = !matches!(out.why, Debris::Frame | Debris::OtherPaper);
        let keep = move |()| {
            reading.corrections.update(|corrections| {
                corrections.insert(at, As::Kept);
            });
        };
        view! {
            <li>
                <span class="why">{why(messages, out.why)}": "</span>
                <q>{out.words}</q>
                {can_stay.then(|| view! { <Action label=messages.import_keep on_press=Callback::new(keep)/> })}
            </li>
        }
    };
    view! {
        <details class="left-out">
            <summary>{fill(messages.import_left_out, &[("n", &count.to_string())])}</summary>
            <ul>{shown.into_iter().map(line).collect_view()}</ul>
        </details>
    }
    .into_any()
}

fn reworded(messages: &'static Messages, all: &[Reworded]) -> AnyView {
    if all.is_empty() {
        return ().into_any();
    }
    let line = |reworded: &Reworded| {
        view! { <li><q>{reworded.before.clone()}</q>" → "<q>{reworded.after.clone()}</q></li> }
    };
    view! {
        <details class="reworded">
            <summary>{fill(messages.import_reworded, &[("n", &all.len().to_string())])}</summary>
            <ul>{all.iter().map(line).collect_view()}</ul>
        </details>
    }
    .into_any()
}
