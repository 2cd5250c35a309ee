//! Who gets how many copies: villages, their heads, serial numbers, and the print in batches.

use doi_thoai::form::{Form, Lot, MOST_COPIES, read_lots};
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;

use super::blocks::copies_in_words;
use super::view::Here;
use crate::desk::{use_desk, use_session};
use crate::kit::{Action, Ask, Cards, Look, Row, Shape, Switch, numbered, rows};
use crate::locales::fill;
use crate::printing;
use crate::session::{Thing, fact};
use crate::wizard::{CountField, PlainField};

/// The step.
#[component]
pub fn LotsStep() -> impl IntoView {
    let desk = use_desk();
    let session = use_session();
    let messages = desk.messages();
    let Some(Here { form: id, pages, .. }) = use_context::<Here>() else { return ().into_any() };
    let form = session.form(id);
    let serial = form.fact("first", |form| form.copies.first, |form, first| form.copies.first = first);
    let actions =
        form.actions(session, |form: &mut Form| &mut form.copies.lots, |id| Lot { id, copies: 1, ..Lot::default() });
    let ids = form.ids(|form| &form.copies.lots);
    let lots = form.clone();
    let fields = move |lot| {
        let lot = lots.item(lot, |form| &form.copies.lots, |form| &mut form.copies.lots);
        view! { <LotFields lot/> }.into_any()
    };
    let counted = form.clone();
    let total = move || counted.with(|form| Some((form.copies.total(), form.paper.two_up, form.paper.two_sided)));
    let sheets = {
        let total = total.clone();
        move || {
            let Some((copies, two_up, two_sided)) = total() else { return String::new() };
            // A two-up sheet takes a page of two copies; two sides halve the sheets of one copy.
            let sides = copies.div_ceil(if two_up { 2 } else { 1 }) as usize;
            let sheets = sides * if two_sided { pages.get().0.div_ceil(2) } else { pages.get().0 };
            fill(
                messages.sheets_needed,
                &[("copies", &copies_in_words(messages, copies)), ("n", &doi_thoai::words::thousands(sheets as u64))],
            )
        }
    };
    // One button for each batch: a printer that jams is begun again with one batch, not with all.
    let batches = move || {
        let copies = total().map_or(0, |(copies, _, _)| copies);
        let batch = move |from: u32| {
            let to = (from + printing::BATCH).min(copies);
            let label = if copies <= printing::BATCH {
                messages.print_copies.to_owned()
            } else {
                fill(messages.print_batch, &[("from", &(from + 1).to_string()), ("to", &to.to_string())])
            };
            let key = format!("{from} {to} {copies}");
            Row::new(key, move || {
                // Made with the row, and not with the list: it lives as long as the row does.
                let press = Callback::new(move |()| printing::print_form(desk, session, id, from));
                view! { <Action label icon=Shape::Print look=Look::Main on_press=press/> }.into_any()
            })
        };
        (0..copies).step_by(printing::BATCH as usize).map(batch).collect()
    };
    view! {
        <p class="lead">{messages.lots_hint}</p>
        <Cards ids actions messages add_label=messages.add_lot title=numbered(messages.lot_n) render=Callback::new(fields)/>
        <Paste form=form.clone()/>
        <h3>{messages.serials}</h3>
        <CountField ask=Ask::new(messages.first_serial).hint(messages.first_serial_hint.to_owned()) max=999_999 fact=serial/>
        <Switch label=messages.form_stub fact=fact!(form, copies.stub)/>
        <Switch label=messages.form_secret fact=fact!(form, secret)/>
        <p class="preview">{sheets}</p>
        <div class="batches">
            {rows(batches)}
            <Action label=messages.print_handout icon=Shape::Print on_press=Callback::new(move |()| printing::print_handout(desk, session, id))/>
        </div>
    }
    .into_any()
}

/// The fields of one lot.
#[component]
fn LotFields(lot: Thing<Lot>) -> impl IntoView {
    let messages = use_desk().messages();
    let copies = lot.fact("copies", |lot| Some(lot.copies), |lot, copies| lot.copies = copies.unwrap_or(0));
    view! {
        <div class="row">
            <PlainField ask=Ask::new(messages.lot_name) fact=fact!(lot, name)/>
            <PlainField ask=Ask::new(messages.lot_head) fact=fact!(lot, head)/>
            <CountField ask=Ask::new(messages.lot_copies) max=MOST_COPIES fact=copies/>
        </div>
    }
}

/// A list pasted from a spreadsheet. It takes the place of nothing: its lines are added.
#[component]
fn Paste(form: Thing<Form>) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let node = NodeRef::<Div>::new();
    let take = move |()| {
        let Some(field) = node.get_untracked().and_then(|node| node.query_selector("textarea").ok().flatten()) else {
            return;
        };
        let field: HtmlTextAreaElement = field.unchecked_into();
        let read = read_lots(&field.value());
        if read.is_empty() {
            return;
        }
        form.set(|form| {
            for (name, head, copies) in &read {
                let id = session.new_id();
                form.copies.lots.push(Lot { id, name: name.clone(), head: head.clone(), copies: *copies });
            }
        });
        field.set_value("");
    };
    view! {
        <details>
            <summary>{messages.paste_list}</summary>
            <div class="field" node_ref=node>
                <textarea rows="5" aria-label=messages.paste_list></textarea>
                <p class="hint">{messages.paste_list_hint}</p>
            </div>
            <Action label=messages.paste_take on_press=Callback::new(take)/>
        </details>
    }
}
