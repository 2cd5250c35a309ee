//! What is wrong with a form, or could be better: each with the way to it, and with a repair where there is one.

use doi_thoai::dossier::Dossier;
use doi_thoai::edit::Command;
use doi_thoai::edit::ListEdit;
use doi_thoai::finding::{Finding, Severity};
use doi_thoai::form::check::{Facts, check, fix, nearly_empty_last_page};
use doi_thoai::id::Id;
use leptos::prelude::*;

use super::view::Here;
use crate::desk::{use_desk, use_session};
use crate::kit::{Action, Row, memo, rows};
use crate::locales::{Messages, finding_words};
use crate::session::Session;

/// What the plan around a form says of its days.
fn facts(dossier: &Dossier) -> Facts {
    let plan = &dossier.plan;
    let first = plan.conferences.iter().filter_map(|conference| conference.when.earliest()).min();
    Facts { conference: first, issued: plan.registration.issued, return_by: plan.collecting.return_by.latest() }
}

/// The findings of a form.
fn findings(dossier: &Dossier, form: Id, pages: usize, last_lines: usize) -> Vec<Finding> {
    let Some(form) = dossier.form(form) else { return Vec::new() };
    let mut findings = check(form, &facts(dossier));
    findings.extend(nearly_empty_last_page(last_lines, pages));
    findings
}

/// The step.
#[component]
pub fn CheckStep() -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let Some(here) = use_context::<Here>() else { return ().into_any() };
    let form = here.form;
    let found = memo(move || {
        let (pages, lines) = here.pages.get();
        findings(&session.dossier(), form, pages, lines)
    });
    let each = move || {
        let row = |(at, finding): (usize, Finding)| {
            let place = finding.place.map(|mark| mark.0);
            let words = finding_words(messages, &finding);
            let key = format!("{at} {} {place:?} {words}", finding.code);
            Row::new(key, move || line(session, here, messages, words, finding))
        };
        found.get().into_iter().enumerate().map(row).collect()
    };
    let none = move || found.with(Vec::is_empty);
    view! {
        <p class="lead">{messages.form_check_hint}</p>
        <p class="preview" class:gone=move || !none() role="status">{messages.form_check_none}</p>
        <ul class="missing-list">{rows(each)}</ul>
    }
    .into_any()
}

/// One finding: its weight, its words, the way to its place, its repair.
fn line(session: Session, here: Here, messages: &'static Messages, words: String, finding: Finding) -> AnyView {
    let (class, weight) = match finding.severity {
        Severity::Error => ("missing wrong", messages.finding_error),
        Severity::Warning => ("missing", messages.finding_warning),
        Severity::Advice => ("missing advice", messages.finding_advice),
    };
    let go = finding.place.map(|mark| {
        view! { <Action label=messages.go_there on_press=Callback::new(move |()| here.to_place(session, mark.0))/> }
    });
    let fixable = finding.fixable;
    let repair = move |()| repair(session, here.form, &finding);
    view! {
        <li class=class>
            <p><strong>{weight}": "</strong>{words}</p>
            <span class="draft-actions">
                {go}
                {fixable.then(|| view! { <Action label=messages.fix_it on_press=Callback::new(repair)/> })}
            </span>
        </li>
    }
    .into_any()
}

/// Repairs a finding in one step.
fn repair(session: Session, form: Id, finding: &Finding) {
    let dossier = session.dossier_now();
    let Some(repaired) = dossier.form(form).and_then(|form| fix(form, finding, &mut || session.new_id())) else {
        return;
    };
    drop(dossier);
    session.apply("form", Command::Forms(ListEdit::Set { item: repaired }));
}
