//! A list pasted from a spreadsheet: its lines are added, nothing is taken away.

use doi_thoai::import::Rows;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;

use crate::desk::use_desk;
use crate::kit::Action;

/// A box to paste into.
#[component]
pub fn PasteRows(
    /// What the columns are, in order.
    hint: &'static str,
    /// Takes the rows.
    take: Callback<Rows>,
) -> impl IntoView {
    let messages = use_desk().messages();
    let node = NodeRef::<Div>::new();
    let press = move |()| {
        let Some(field) = node.get_untracked().and_then(|node| node.query_selector("textarea").ok().flatten()) else {
            return;
        };
        let field: HtmlTextAreaElement = field.unchecked_into();
        let rows = Rows::pasted(&field.value());
        if !rows.is_empty() {
            take.run(rows);
            field.set_value("");
        }
    };
    view! {
        <details>
            <summary>{messages.paste_list}</summary>
            <div class="field" node_ref=node>
                <textarea rows="5" aria-label=messages.paste_list></textarea>
                <p class="hint">{hint}</p>
            </div>
            <Action label=messages.paste_take on_press=Callback::new(press)/>
        </details>
    }
}
