//! What rules find in the plan, which of them are switched off, and the days of the office that they go by.

use chrono::NaiveDate;
use doi_thoai::dossier::{DayChange, Settings};
use doi_thoai::edit::Command;
use doi_thoai::finding::Finding;
use doi_thoai::rules::{Rule, check, fix};
use doi_thoai::words;
use leptos::html::{ElementType, H3, Summary};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::fields::DateField;
use super::finding::{Ways, finding_rows};
use super::view::Way;
use crate::browser::focus;
use crate::desk::{use_desk, use_session};
use crate::kit::{Action, Ask, Fact, Row, memo, rows};
use crate::locales::{fill, rule_source, rule_why};
use crate::session::Session;

/// The heading of the findings: it takes the focus of a line that goes.
#[derive(Clone, Copy)]
struct Title(NodeRef<H3>);

/// Gives focus to what stays, once what was pressed is gone: else the keys would be nobody's, and undo with them.
fn stay_at<E: ElementType<Output: JsCast + Clone + 'static> + 'static>(node: NodeRef<E>) {
    request_animation_frame(move || {
        if let Some(node) = node.try_get_untracked().flatten() {
            focus(node.unchecked_ref::<Element>());
        }
    });
}

/// What is found. The rules are read only while this is shown.
#[component]
pub fn RuleFindings() -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let Some(way) = use_context::<Way>() else {
        return ().into_any();
    };
    let title = NodeRef::<H3>::new();
    provide_context(Title(title));
    let found = memo(move || check(&session.dossier(), session.today));
    let repair = move |finding: Finding| {
        let dossier = session.dossier_now();
        let command = fix(&dossier, &finding, session.today, &mut || session.new_id());
        drop(dossier);
        if let Some(command) = command {
            session.apply("rule", command);
            stay_at(title);
        }
    };
    let ways =
        Ways { go: Callback::new(move |mark| way.to_place(session, mark)), repair: Callback::new(repair), below: why };
    let each = move || finding_rows(found.get(), messages, ways);
    let none = move || found.with(Vec::is_empty);
    view! {
        <h3 tabindex="-1" node_ref=title>{messages.rules_title}</h3>
        <p class="all-done" class:gone=move || !none() role="status">{messages.rules_none}</p>
        <ul class="missing-list">{rows(each)}</ul>
        <SwitchedOff/>
        <DaysOff/>
    }
    .into_any()
}

/// Why a rule tells what it found, what it rests on, and how to hear no more of it.
fn why(finding: &Finding) -> AnyView {
    let session = use_session();
    let messages = use_desk().messages();
    let Some(rule) = Rule::of(finding.code) else { return ().into_any() };
    let title = use_context::<Title>();
    let off = move |()| {
        set(session, |settings| settings.rules_off.push(rule.code.to_owned()));
        if let Some(Title(title)) = title {
            stay_at(title);
        }
    };
    view! {
        <details class="why">
            <summary>{messages.rule_why}</summary>
            <p>{rule_why(messages, rule.code)}</p>
            <p class="hint">{rule_source(messages, rule)}</p>
            {rule.switchable().then(|| view! { <Action label=messages.rule_off on_press=Callback::new(off)/> })}
        </details>
    }
    .into_any()
}

/// Changes the settings in one step.
fn set(session: Session, change: impl FnOnce(&mut Settings)) {
    let mut settings = session.dossier_now().settings.clone();
    change(&mut settings);
    session.apply("settings", Command::SetSettings(settings));
}

/// The rules that the officer does not want to hear of, each with the way back.
#[component]
fn SwitchedOff() -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let title = use_context::<Title>();
    // A code that this build does not know stays in the draft and is not shown.
    let off = session.memo(|dossier| dossier.settings.rules_off.clone());
    let known = move || off.get().into_iter().filter_map(|code| Rule::of(&code)).collect::<Vec<_>>();
    let each = move || {
        let row = |rule: &'static Rule| {
            let on = move |()| {
                set(session, |settings| settings.rules_off.retain(|code| code != rule.code));
                if let Some(Title(title)) = title {
                    stay_at(title);
                }
            };
            let line = move || {
                let why = rule_why(messages, rule.code);
                view! { <li class="missing advice"><p>{why}</p><span class="draft-actions"><Action label=messages.rule_on on_press=Callback::new(on)/></span></li> }.into_any()
            };
            Row::new(rule.code, line)
        };
        known().into_iter().map(row).collect()
    };
    view! {
        <details class:gone=move || known().is_empty()>
            <summary>{messages.rules_off}</summary>
            <ul class="missing-list">{rows(each)}</ul>
        </details>
    }
}

/// The days on which the office's calendar differs from the usual one.
#[component]
fn DaysOff() -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let day = RwSignal::new(None::<NaiveDate>);
    let fact = Fact::new("day-change", move || day.get(), move |value, _| day.set(value));
    let add = move |off: bool| {
        if let Some(of) = day.get_untracked() {
            set(session, |settings| {
                settings.calendar.retain(|change| change.day != of);
                settings.calendar.push(DayChange { day: of, off });
                settings.calendar.sort_by_key(|change| change.day);
            });
            day.set(None);
        }
    };
    let head = NodeRef::<Summary>::new();
    let changes = session.memo(|dossier| dossier.settings.calendar.clone());
    let each = move || {
        let row = |change: DayChange| {
            let text = if change.off { messages.days_off } else { messages.days_worked };
            let words = fill(text, &[("day", &words::short_date(change.day))]);
            let remove = move |()| {
                set(session, |settings| settings.calendar.retain(|other| *other != change));
                stay_at(head);
            };
            let key = words.clone();
            let line = move || {
                view! { <li class="missing advice"><p>{words}</p><span class="draft-actions"><Action label=messages.remove on_press=Callback::new(remove)/></span></li> }.into_any()
            };
            Row::new(key, line)
        };
        changes.get().into_iter().map(row).collect()
    };
    view! {
        <details>
            <summary node_ref=head>{messages.days_title}</summary>
            <p class="hint">{messages.days_hint}</p>
            <ul class="missing-list">{rows(each)}</ul>
            <DateField ask=Ask::new(messages.days_day) fact/>
            <span class="draft-actions">
                <Action label=messages.days_add_off on_press=Callback::new(move |()| add(true))/>
                <Action label=messages.days_add_worked on_press=Callback::new(move |()| add(false))/>
            </span>
        </details>
    }
}
