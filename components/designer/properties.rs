//! What is chosen on the sheet: its fields, and what can be done with it.

use doi_thoai::form::{FormBlock, Kind, pasted_lines};
use doi_thoai::papers;
use leptos::html::Textarea;
use leptos::prelude::*;

use super::blocks::{BlockFields, block_name, kind_name};
use super::design::Design;
use super::library;
use crate::desk::use_desk;
use crate::kit::{Action, Look, Row, Shape, memo, rows, shown_if};
use crate::locales::fill;

/// The step: the properties of what is chosen.
#[component]
pub fn Properties(
    /// The designer.
    design: Design,
) -> impl IntoView {
    let desk = use_desk();
    let messages = desk.messages();
    let count = memo(move || design.chosen.with(Vec::len));
    let title = memo(move || {
        design.blocks.track();
        design.kind.track();
        let dossier = design.session.dossier_now();
        match (count.get(), design.last(), dossier.form(design.form)) {
            (1, Some(id), Some(form)) => block_name(messages, form, id),
            (0, ..) => String::new(),
            (several, ..) => fill(messages.chosen_n, &[("n", &several.to_string())]),
        }
    });
    let keep = move |()| {
        let blocks = design.session.form_blocks_now(design.form, &design.chosen.get_untracked());
        let Some(first) = blocks.first() else { return };
        let words = papers::words_of(&design.session.dossier_now(), &first.title);
        let name = if words.trim().is_empty() { kind_name(messages, first.kind).to_owned() } else { words };
        library::keep(desk, design.session.new_id(), &name.chars().take(60).collect::<String>(), blocks);
    };
    let fields = move || {
        let one = (count.get() == 1).then(|| design.last()).flatten();
        let form = design.form;
        one.into_iter().map(|id| Row::new(id, move || view! { <form class="block-fields" data-place=id.0 on:submit=|event| event.prevent_default()><BlockFields form id/></form> }.into_any())).collect()
    };
    let actions = move || {
        view! {
            <div class="chosen-actions">
                <Action label=messages.duplicate icon=Shape::Copy on_press=Callback::new(move |()| design.duplicate())/>
                <Action label=messages.remove icon=Shape::Remove on_press=Callback::new(move |()| design.remove())/>
                <Action label=messages.group_section on_press=Callback::new(move |()| design.group())/>
                {shown_if(move || design.kind.get() == Some(Kind::Section), move || view! { <Action label=messages.choose_section on_press=Callback::new(move |()| design.choose_section())/> }.into_any())}
                <Action label=messages.own_keep on_press=Callback::new(keep)/>
            </div>
        }
        .into_any()
    };
    view! {
        <p class="lead" class:gone=move || { count.get() > 0 }>{messages.design_none}</p>
        <h3 class="chosen-title" class:gone=move || count.get() == 0>{title}</h3>
        {shown_if(move || count.get() > 0, actions)}
        {rows(fields)}
        <Many design/>
        <details class="keys">
            <summary>{messages.design_keys_title}</summary>
            <p class="hint">{messages.design_keys}</p>
        </details>
        <Action label=messages.choose_all look=Look::Plain on_press=Callback::new(move |()| { design.choose_all(); design.focus_frame(); })/>
    }
}

/// Many questions at once: a list pasted from the plan or from last year's form, each line an open question.
#[component]
fn Many(
    /// The designer.
    design: Design,
) -> impl IntoView {
    let messages = use_desk().messages();
    let node = NodeRef::<Textarea>::new();
    let take = move |()| {
        let Some(field) = node.get_untracked() else { return };
        let question = |line: &String| {
            let title = design.names().text(line);
            FormBlock { title, ..FormBlock::new(Kind::Open, || design.session.new_id()) }
        };
        let blocks: Vec<FormBlock> = pasted_lines(&field.value()).iter().map(question).collect();
        if !blocks.is_empty() {
            field.set_value("");
            design.put(blocks, None);
        }
    };
    view! {
        <details>
            <summary>{messages.many_questions}</summary>
            <div class="field">
                <textarea rows="4" aria-label=messages.many_questions node_ref=node></textarea>
                <p class="hint">{messages.many_questions_hint}</p>
            </div>
            <Action label=messages.many_questions_take on_press=Callback::new(take)/>
        </details>
    }
}
