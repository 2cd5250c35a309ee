//! The copies that are kept of a draft: kept under a name, looked at beside what is on the screen, gone back to.

use std::sync::Arc;

use doi_thoai::draft::Version;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, KeyboardEvent};

use super::home::saved_words;
use crate::browser::storage;
use crate::comparing::{Both, Result};
use crate::desk::use_desk;
use crate::kit::{Action, Ask, Look, Row, Shape, TextField, Typed, memo, rows};
use crate::locales::fill;
use crate::session::{NotBack, Session, Shown};
use crate::wizard::{Bar, save_when_leaving, shortcut};

/// The screen.
#[component]
pub fn VersionsScreen(
    /// The draft.
    session: Session,
) -> impl IntoView {
    let desk = use_desk();
    let messages = desk.messages();
    // Counts changes of the list.
    let changed = RwSignal::new(0_u32);
    let looked_at = RwSignal::new(None::<String>);
    let name = RwSignal::new(String::new());
    let keep = move |()| {
        let given = name.get_untracked();
        let given = if given.trim().is_empty() { messages.version_unnamed } else { given.trim() };
        if session.keep_version(given) {
            storage::ask_to_persist();
            desk.tell_briefly(fill(messages.version_kept, &[("name", given)]));
            name.set(String::new());
        } else {
            desk.tell(messages.version_not_kept);
        }
        count(changed);
    };
    let on_enter = move |event: KeyboardEvent| {
        let in_field = event.target().is_some_and(|it| it.has_type::<HtmlInputElement>());
        if event.key() == "Enter" && !event.is_composing() && in_field {
            keep(());
        }
    };
    let listed = memo(move || {
        changed.track();
        session.versions()
    });
    let list = move || {
        let row = |version: Version| {
            let key = format!("{} {}", version.key, version.name);
            Row::new(key, move || view! { <Copy session version looked_at changed/> }.into_any())
        };
        listed.get().into_iter().map(row).collect()
    };
    desk.focus_heading();
    save_when_leaving(session);
    let typed = move |typed: Typed| name.set(typed.text);
    let alone = session.dossier_now().is_form_alone().then(|| session.dossier_now().forms[0].id);
    view! {
        <div class="wizard of-papers" tabindex="-1" on:keydown=move |event| shortcut(session, &event, &|| {})>
            <main class="questions papers-page versions" tabindex="-1">
                <h2 tabindex="-1">{messages.versions}</h2>
                <p class="lead">{messages.versions_lead}</p>
                <div class="row with-button" on:keydown=on_enter inert=move || desk.is_readonly()>
                    <TextField ask=Ask::new(messages.version_name) value=name on_typed=Callback::new(typed)/>
                    <Action label=messages.version_keep icon=Shape::Add on_press=Callback::new(keep)/>
                </div>
                <p class="empty" class:gone=move || listed.with(|all| !all.is_empty())>{messages.versions_none}</p>
                <ul class="drafts">{rows(list)}</ul>
            </main>
            <Bar session back=Some(session.way_back(alone.map_or(Shown::Plan, Shown::Form)))/>
        </div>
    }
}

/// Notes a change of the list. The way back that a notice offers may be taken when the row, or the screen, is gone.
fn count(changed: RwSignal<u32>) {
    changed.try_update(|count| *count = count.wrapping_add(1));
}

/// One copy.
#[component]
fn Copy(
    session: Session,
    version: Version,
    looked_at: RwSignal<Option<String>>,
    changed: RwSignal<u32>,
) -> impl IntoView {
    let desk = use_desk();
    let messages = desk.messages();
    let saved = saved_words(&version.saved_at);
    let name = match version.name.as_str() {
        _ if version.is_unsaved => messages.version_of_tab.to_owned(),
        _ if version.is_of_tab => messages.version_of_tab_saved.to_owned(),
        "" => messages.version_automatic.to_owned(),
        given => given.to_owned(),
    };
    let key = StoredValue::new(version.key);
    let is_looked_at = memo(move || looked_at.with(|looked_at| looked_at.as_deref() == Some(&key.get_value())));
    let look = move |()| looked_at.set((!is_looked_at.get_untracked()).then(|| key.get_value()));
    let of_now = fill(messages.version_before, &[("time", &saved)]);
    let told = fill(messages.version_taken, &[("time", &saved)]);
    let back = move |()| {
        match session.go_back_to(&key.get_value(), &of_now) {
            Ok(()) => desk.tell_with_undo(told.clone(), move || session.undo()),
            Err(NotBack::Gone) => desk.tell(messages.gone),
            Err(NotBack::Unsaved) => desk.tell(messages.version_not_taken),
        }
        count(changed);
    };
    let of_copy = StoredValue::new(name.clone());
    let forget = move |()| {
        match session.drop_version(&key.get_value()) {
            Some(bring_back) => {
                let words = fill(messages.deleted, &[("name", &of_copy.get_value())]);
                let bring_back = move || {
                    let is_back = bring_back();
                    count(changed);
                    is_back
                };
                desk.tell_with_way_back(words, bring_back);
            }
            None => desk.tell(messages.failed_refused),
        }
        desk.focus_heading();
        count(changed);
    };
    let difference = move || {
        let then = session.version(&key.get_value())?;
        let both = Both { before: then.dossier, after: (*session.dossier_now()).clone() };
        Some(view! { <div class="difference"><Result both=Arc::new(both)/></div> }.into_any())
    };
    let label = memo(move || if is_looked_at.get() { messages.hide_difference } else { messages.see_difference });
    view! {
        <li class="draft">
            <strong class="version-name">{name}</strong>
            <span class="time">{saved.clone()}</span>
            <span class="draft-actions">
                {move || view! { <Action label=label.get() on_press=Callback::new(look)/> }}
                <Action label=messages.version_take disabled=Signal::derive(move || desk.is_readonly()) on_press=Callback::new(back)/>
                <Action label=messages.delete icon=Shape::Remove look=Look::Quiet disabled=Signal::derive(move || desk.is_readonly()) on_press=Callback::new(forget)/>
            </span>
            {move || if is_looked_at.get() { difference() } else { None }}
        </li>
    }
}
