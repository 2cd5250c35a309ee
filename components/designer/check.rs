//! What is wrong with a form, or could be better: each with the way to it, and with a repair where there is one.

use doi_thoai::dossier::Dossier;
use doi_thoai::edit::Command;
use doi_thoai::edit::ListEdit;
use doi_thoai::finding::Finding;
use doi_thoai::form::check::{Facts, check, fix, nearly_empty_last_page};
use doi_thoai::id::Id;
use leptos::prelude::*;

use super::view::Here;
use crate::desk::{use_desk, use_session};
use crate::kit::{memo, rows};
use crate::session::Session;
use crate::wizard::{Ways, finding_rows};

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
    let ways = Ways {
        go: Callback::new(move |mark| here.to_place(session, mark)),
        repair: Callback::new(move |finding| repair(session, form, &finding)),
        below: |_| ().into_any(),
    };
    let each = move || finding_rows(found.get(), messages, ways);
    let none = move || found.with(Vec::is_empty);
    view! {
        <p class="lead">{messages.form_check_hint}</p>
        <p class="preview" class:gone=move || !none() role="status">{messages.form_check_none}</p>
        <ul class="missing-list">{rows(each)}</ul>
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
