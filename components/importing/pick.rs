//! Where an old paper is picked, dropped or pasted.

use doi_thoai::import;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, File, HtmlTextAreaElement};

use super::{show, show_file};
use crate::browser::files;
use crate::desk::{Desk, use_desk};
use crate::kit::{Action, Look};
use crate::locales::file_fault;

async fn take_file(desk: Desk, file: File) {
    let bytes = files::read_bytes(&file).await;
    if desk.is_gone() {
        return;
    }
    match bytes {
        Some(bytes) => show_file(desk, &bytes),
        None => desk.tell(desk.messages().file_large),
    }
}

/// Takes a text, with its marks where the clipboard has them.
fn take_text(desk: Desk, text: &str, marked_up: Option<&str>) {
    match import::pasted(text, marked_up) {
        Ok(source) => show(desk, source),
        Err(fault) => desk.tell(file_fault(desk.messages(), fault)),
    }
}

fn first_file(data: Option<DataTransfer>) -> Option<File> {
    data?.files()?.get(0)
}

/// The place to pick, drop or paste.
#[component]
pub fn Pick() -> impl IntoView {
    let desk = use_desk();
    let messages = desk.messages();
    let file = NodeRef::<Input>::new();
    let picked = move |_| {
        let Some(input) = file.try_get_untracked().flatten() else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            spawn_local(take_file(desk, file));
        }
        input.set_value("");
    };
    let pasted = move |event: ClipboardEvent| {
        let Some(data) = event.clipboard_data() else { return };
        let get = |kind: &str| data.get_data(kind).ok().filter(|text| !text.trim().is_empty());
        if let Some(file) = first_file(Some(data.clone())) {
            event.prevent_default();
            spawn_local(take_file(desk, file));
        } else if let Some(text) = get("text/plain") {
            event.prevent_default();
            take_text(desk, &text, get("text/html").as_deref());
        }
    };
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        if let Some(file) = first_file(event.data_transfer()) {
            spawn_local(take_file(desk, file));
        }
    };
    let area = NodeRef::<leptos::html::Textarea>::new();
    let typed = move |()| {
        let Some(area) = area.get_untracked() else { return };
        let area: HtmlTextAreaElement = area.unchecked_into();
        take_text(desk, &area.value(), None);
    };
    view! {
        <div class="import-pick" on:dragover=|event: DragEvent| event.prevent_default() on:drop=dropped>
            <p class="lead">{messages.import_lead}</p>
            <p>
                <Action label=messages.import_file look=Look::Main on_press=Callback::new(move |()| if let Some(input) = file.get_untracked() { input.click() })/>
                <input type="file" class="unseen" tabindex="-1" accept=".docx,.txt,.html,.htm,text/plain,text/html" aria-label=messages.import_file node_ref=file on:change=picked/>
            </p>
            <div class="field">
                <label for="import-text">{messages.import_paste}</label>
                <textarea id="import-text" rows="12" node_ref=area on:paste=pasted></textarea>
                <p class="hint">{messages.import_paste_hint}</p>
            </div>
            <Action label=messages.import_read on_press=Callback::new(typed)/>
        </div>
    }
}
