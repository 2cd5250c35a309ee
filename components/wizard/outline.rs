//! The outline: naming, ordering, adding and nesting parts, and the free words of each.

use doi_thoai::edit::{BlockList, Command, ListEdit};
use doi_thoai::id::{Id, Keyed};
use doi_thoai::plan::{Part, Plan};
use leptos::prelude::*;

use super::blocks::Blocks;
use super::fields::WordsField;
use crate::desk::{use_desk, use_session};
use crate::kit::{Ask, CardActions, Cards, Switch, numbered, shown_if};
use crate::session::{Session, Thing, fact};

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
            title=numbered(messages.part_n)
            render=Callback::new(move |id| view! { <PartFields parent id depth/> }.into_any())/>
    }
}

#[component]
fn PartFields(parent: Option<Id>, id: Id, depth: usize) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let part = Thing::<Part>::new(
        id.to_string(),
        move |see| {
            if let Some(part) = session.dossier().plan.part(id) {
                see(part);
            }
        },
        move |word, change| {
            let part = session.dossier_now().plan.part(id).cloned();
            if let Some(mut part) = part {
                change(&mut part);
                session.carry_out("outline", word, Command::Parts(parent, ListEdit::Set { item: part }));
            }
        },
    );
    let has_after = session.memo(move |dossier| dossier.plan.part(id).is_some_and(|part| !part.after.is_empty()));
    view! {
        <WordsField ask=Ask::new(messages.part_heading).mark(id.0) fact=fact!(part, heading)/>
        <Switch label=messages.run_in fact=part.fact("run_in", |part| part.run_in, |part, on| part.run_in = on)/>
        <Blocks list=BlockList::Part(id)/>
        {(depth < DEEPEST).then(|| view! { <Parts parent=Some(id) depth=depth + 1/> }.into_any())}
        {shown_if(move || has_after.get(), move || view! { <Blocks list=BlockList::PartAfter(id)/> }.into_any())}
    }
}
