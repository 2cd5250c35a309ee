//! The outline: naming, ordering, adding and nesting parts, and the free words of each.

use doi_thoai::edit::{BlockList, Command, ListEdit};
use doi_thoai::id::{Id, Keyed};
use doi_thoai::plan::{Part, Plan};
use doi_thoai::text::Text;
use leptos::prelude::*;

use super::blocks::Blocks;
use super::fields::WordsField;
use crate::desk::{use_desk, use_session};
use crate::kit::{CardActions, Cards, Switch, Typed};
use crate::locales::fill;
use crate::session::Session;

/// Parts nest this deep at the most.
const DEEPEST: usize = 4;

/// The step.
#[component]
pub fn OutlineStep() -> impl IntoView {
    let messages = use_desk().messages();
    view! {
        <p class="lead">{messages.outline_hint}</p>
        <details><summary>{messages.preamble}</summary><Blocks list=BlockList::Preamble/></details>
        <Parts parent=None depth=1/>
        <details><summary>{messages.closing}</summary><Blocks list=BlockList::Closing/></details>
    }
}

fn below(plan: &Plan, parent: Option<Id>) -> &[Part] {
    match parent {
        None => &plan.outline,
        Some(id) => plan.part(id).map_or(&[], |part| &part.parts),
    }
}

fn edit(session: Session, parent: Option<Id>, edit: ListEdit<Part>) {
    session.apply("outline", Command::Parts(parent, edit));
}

#[component]
fn Parts(parent: Option<Id>, depth: usize) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let ids = session.memo(move |dossier| below(&dossier.plan, parent).iter().map(Keyed::id).collect::<Vec<_>>());
    let actions = CardActions {
        add: Callback::new(move |()| {
            edit(
                session,
                parent,
                ListEdit::Insert { at: usize::MAX, item: Part { id: session.new_id(), ..Part::default() } },
            )
        }),
        duplicate: None,
        move_to: Callback::new(move |(id, to)| edit(session, parent, ListEdit::Move { id, to })),
        remove: session.telling(move |id| edit(session, parent, ListEdit::Remove { id })),
    };
    view! {
        <Cards ids actions messages add_label=if depth == 1 { messages.add_part } else { messages.add_subpart }
            title=Callback::new(move |n: usize| fill(messages.part_n, &[("n", &n.to_string())]))
            render=Callback::new(move |id| view! { <PartFields parent id depth/> }.into_any())/>
    }
}

#[component]
fn PartFields(parent: Option<Id>, id: Id, depth: usize) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let heading =
        session.memo(move |dossier| dossier.plan.part(id).map(|part| part.heading.clone()).unwrap_or_default());
    let run_in = session.memo(move |dossier| dossier.plan.part(id).is_some_and(|part| part.run_in));
    let has_after = session.memo(move |dossier| dossier.plan.part(id).is_some_and(|part| !part.after.is_empty()));
    let changed = move |change: &dyn Fn(&mut Part)| {
        let mut part = session.dossier_now().plan.part(id)?.clone();
        change(&mut part);
        Some(Command::Parts(parent, ListEdit::Set { item: part }))
    };
    view! {
        <WordsField label=messages.part_heading line=true mark=id.0 value=heading on_typed=Callback::new(move |(text, typed): (Text, Typed)| {
            if let Some(command) = changed(&|part| part.heading = text.clone()) {
                session.typed("outline", &format!("{id}.heading"), &typed, command);
            }
        })/>
        <Switch label=messages.run_in value=run_in on_switch=Callback::new(move |on| {
            if let Some(command) = changed(&|part| part.run_in = on) {
                session.apply("outline", command);
            }
        })/>
        <Blocks list=BlockList::Part(id)/>
        {(depth < DEEPEST).then(|| view! { <Parts parent=Some(id) depth=depth + 1/> }.into_any())}
        <Show when=move || has_after.get()><Blocks list=BlockList::PartAfter(id)/></Show>
    }
}
