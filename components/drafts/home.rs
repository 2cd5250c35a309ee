//! The home: the doors that there are, and the drafts in progress.

use doi_thoai::draft::{Condition, Entry, Opened};
use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::backup::{open_backup, save_raw};
use super::keeping::Keeping;
use super::own_page::OwnPage;
use super::status::clock_of;
use crate::browser::{clock, locks};
use crate::desk::{Desk, View, use_desk};
use crate::kit::{Action, Ask, Look, Row, Shape, TextField, Typed, memo, rows};
use crate::locales::{Lang, Messages, fill, open_fault, save_fault};
use crate::session::{Shown, forget_trail};

/// The home.
#[component]
pub fn Home() -> impl IntoView {
    let desk = use_desk();
    let messages = desk.messages();
    let file = NodeRef::<Input>::new();
    let picked = move |_| {
        let Some(input) = file.try_get_untracked().flatten() else {
            return;
        };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            spawn_local(open_backup(desk, file));
        }
        // The same file can be picked again.
        input.set_value("");
    };
    let entries = memo(move || {
        desk.drafts.track();
        desk.with_shelf(|shelf| shelf.list().unwrap_or_default())
    });
    let drafts = move || {
        let row = |entry: Entry| {
            let key = format!("{} {} {} {:?}", entry.id, entry.saved_at, entry.name, entry.condition);
            Row::new(key, move || view! { <Draft entry/> }.into_any())
        };
        entries.get().into_iter().map(row).collect()
    };
    let lasting = desk.with_shelf(|shelf| shelf.store().is_lasting());
    view! {
        <main class="home">
            <header class="home-head">
                <h1 tabindex="-1">{messages.app}</h1>
                <span class="grow"></span>
                <OwnPage/>
                <LanguageSwitch/>
            </header>
            <p class="status failed" class:gone=lasting role="status">{messages.saved_session}</p>
            <div class="doors" class:gone=move || desk.readonly.get()>
                <button type="button" class="door" on:click=move |_| desk.view.set(View::Templates)>
                    <strong>{messages.start_plan}</strong><span>{messages.start_plan_hint}</span>
                </button>
                <button type="button" class="door" on:click=move |_| desk.view.set(View::Import)>
                    <strong>{messages.from_old}</strong><span>{messages.from_old_hint}</span>
                </button>
                <button type="button" class="door" on:click=move |_| desk.view.set(View::Forms)>
                    <strong>{messages.print_blank}</strong><span>{messages.print_blank_hint}</span>
                </button>
                <button type="button" class="door" on:click=move |_| if let Some(input) = file.get_untracked() { input.click() }>
                    <strong>{messages.from_backup}</strong><span>{messages.from_backup_hint}</span>
                </button>
                <input type="file" class="unseen" tabindex="-1" accept=".json,.docx,.zip,application/json" aria-label=messages.from_backup node_ref=file on:change=picked/>
            </div>
            <h2>{messages.in_progress}</h2>
            <p class="empty" class:gone=move || !entries.with(Vec::is_empty)>{messages.no_drafts}</p>
            <ul class="drafts">{rows(drafts)}</ul>
            <Keeping count=Signal::derive(move || entries.with(Vec::len))/>
        </main>
    }
}

/// The switch of the language.
#[component]
fn LanguageSwitch() -> impl IntoView {
    let desk = use_desk();
    let messages = desk.messages();
    let other = move |()| {
        let other = match desk.lang.get_untracked() {
            Lang::Vi => Lang::En,
            Lang::En => Lang::Vi,
        };
        desk.with_shelf(|shelf| shelf.keep_screen("lang", other.code()));
        desk.lang.set(other);
    };
    view! { <Action label=messages.other_language on_press=Callback::new(other)/> }
}

#[component]
fn Draft(entry: Entry) -> impl IntoView {
    let desk = use_desk();
    let messages = desk.messages();
    let id = StoredValue::new(entry.id.clone());
    let renaming = RwSignal::new(false);
    if entry.condition == Condition::Lost {
        return view! { <li class="draft unread"><strong>{messages.unreadable}</strong>
        <Action label=messages.raw_file on_press=Callback::new(move |()| save_raw(desk, &id.get_value()))/></li> }
        .into_any();
    }
    let name = entry.name.clone();
    let unusual = match entry.condition {
        Condition::Newer => messages.is_newer,
        Condition::Copy => messages.is_copy,
        Condition::Good | Condition::Lost => "",
    };
    let shown = if name.trim().is_empty() { messages.untitled.to_owned() } else { name.clone() };
    let lacks = if entry.holes == 0 {
        messages.complete.to_owned()
    } else {
        fill(messages.lacks, &[("n", &entry.holes.to_string())])
    };
    let saved = saved_words(&entry.saved_at);
    let named = StoredValue::new(name.clone());
    let rename = move |typed: Typed| {
        if typed.done {
            renaming.set(false);
            let (id, name) = (id.get_value(), typed.text.trim().to_owned());
            spawn_local(async move {
                let is_open = locks::is_held(&desk.with_shelf(|shelf| shelf.place(&id))).await;
                if desk.is_gone() {
                    return;
                }
                // It would be a conflict there.
                if is_open {
                    desk.tell(desk.messages().rename_elsewhere);
                } else {
                    change_name(desk, &id, &name);
                }
            });
        }
    };
    let field = move || {
        let value = Signal::derive(move || named.get_value());
        view! { <TextField ask=Ask::new(messages.name).unlabelled() value on_typed=Callback::new(rename)/> }.into_any()
    };
    let button = move || {
        let open = move |_| desk.open(&id.get_value());
        view! { <button type="button" class="draft-name" on:click=open>{shown.clone()}</button> }.into_any()
    };
    // A plan of a year that is over is where this year's comes from.
    let renew = entry.year.is_some_and(|year| year < desk.year()).then(|| {
        let press = move |()| {
            desk.open(&id.get_value());
            if let Some(session) = desk.session.get_untracked() {
                session.show(Shown::Renewing);
            }
        };
        let label = fill(messages.renew_to, &[("year", &desk.year().to_string())]);
        view! { <Action label on_press=Callback::new(press)/> }
    });
    let compare = move |()| {
        desk.compared.set_value(id.get_value());
        desk.view.set(View::Comparing);
    };
    let changing = move || desk.readonly.get();
    view! {
        <li class="draft">
            {move || if renaming.get() { field() } else { button() }}
            <span class="lacks" class:some=move || { entry.holes > 0 }>{lacks}</span>
            <span class="time">{saved}</span>
            {(!unusual.is_empty()).then(|| view! { <span class="lacks some">{unusual}</span> })}
            <span class="draft-actions" class:gone=changing>
                <Action label=messages.open on_press=Callback::new(move |()| desk.open(&id.get_value()))/>
                <Action label=messages.rename on_press=Callback::new(move |()| renaming.update(|on| *on = !*on))/>
                {renew}
                <Action label=messages.compare on_press=Callback::new(compare)/>
                <Action label=messages.duplicate icon=Shape::Copy look=Look::Quiet on_press=Callback::new(move |()| duplicate(desk, messages, &id.get_value()))/>
                <Action label=messages.delete icon=Shape::Remove look=Look::Quiet on_press=Callback::new(move |()| delete(desk, messages, &id.get_value(), &named.get_value()))/>
            </span>
        </li>
    }
    .into_any()
}

/// When a draft was saved: "08:30 05/9/2026".
pub fn saved_words(saved_at: &str) -> String {
    format!("{} {}", clock_of(saved_at), day(saved_at))
}

/// "2026-09-05" as "05/9/2026".
pub(super) fn day(iso: &str) -> String {
    doi_thoai::words::parse_date(iso.get(..10).unwrap_or(iso), 2026)
        .map(doi_thoai::words::short_date)
        .unwrap_or_default()
}

fn change_name(desk: Desk, id: &str, name: &str) {
    let opened = desk.with_shelf(|shelf| shelf.open(id, &desk.tab()));
    let saved = match opened {
        Ok(Opened { token: Some(mut token), mut envelope, .. }) => {
            envelope.dossier.name = name.to_owned();
            let saved =
                desk.with_shelf(|shelf| shelf.save(&mut token, &envelope.dossier, envelope.holes, &clock::now()));
            saved.map_err(|fault| save_fault(desk.messages(), &fault).to_owned())
        }
        Ok(_) => Err(desk.messages().newer.to_owned()),
        Err(fault) => Err(open_fault(desk.messages(), &fault)),
    };
    if let Err(words) = saved {
        desk.tell(words);
    }
    desk.drafts_changed();
}

fn duplicate(desk: Desk, messages: &'static Messages, id: &str) {
    let made = match desk.with_shelf(|shelf| shelf.open(id, &desk.tab())) {
        // What a newer version says and this one does not know would be lost.
        Ok(Opened { token: None, .. }) => Err(messages.newer.to_owned()),
        Ok(Opened { mut envelope, .. }) => {
            envelope.dossier.name = fill(messages.copy_of, &[("name", &envelope.dossier.name)]);
            let made = desk.put_new(&envelope.dossier, envelope.holes);
            made.map_err(|fault| save_fault(messages, &fault).to_owned())
        }
        Err(fault) => Err(open_fault(messages, &fault)),
    };
    if let Err(words) = made {
        desk.tell(words);
    }
    desk.drafts_changed();
}

fn delete(desk: Desk, messages: &'static Messages, id: &str, name: &str) {
    match desk.with_shelf(|shelf| shelf.remove(id)) {
        Ok(removed) => {
            forget_trail(id);
            desk.tell_with_way_back(fill(messages.deleted, &[("name", name)]), move || {
                let back = desk.with_shelf(|shelf| shelf.put_back(&removed));
                desk.drafts_changed();
                back.is_ok()
            });
        }
        Err(_) => desk.tell(messages.failed_refused),
    }
    desk.drafts_changed();
}
