//! The paragraphs of a place in the outline: free words, and lists that make themselves.

use doi_thoai::dossier::Dossier;
use doi_thoai::edit::{BlockList, Command, ListEdit};
use doi_thoai::id::Id;
use doi_thoai::papers::plan;
use doi_thoai::plan::{Block, BlockContent, Bound, Layout, Marker};
use doi_thoai::text::Text;
use leptos::prelude::*;

use super::fields::{Names, WordsField};
use crate::desk::{use_desk, use_session};
use crate::kit::{Action, CardActions, Cards, Choice, Choices, Switch, Typed};
use crate::locales::{Messages, fill};

const MARKERS: [Marker; 6] = [Marker::None, Marker::Dash, Marker::Plus, Marker::Number, Marker::Paren, Marker::Letter];

fn blocks(dossier: &Dossier, list: BlockList) -> &[Block] {
    let plan = &dossier.plan;
    match list {
        BlockList::Preamble => &plan.preamble,
        BlockList::Closing => &plan.closing,
        BlockList::Part(id) => plan.part(id).map_or(&[], |part| &part.blocks),
        BlockList::PartAfter(id) => plan.part(id).map_or(&[], |part| &part.after),
    }
}

/// What a list that makes itself is called.
pub fn list_name(messages: &Messages, bound: Bound) -> &'static str {
    match bound {
        Bound::LegalBases => messages.list_bases,
        Bound::Subjects => messages.list_subjects,
        Bound::Methods => messages.list_methods,
        Bound::ConferenceAudiences => messages.list_audiences,
        Bound::ConferenceSubjects => messages.list_conference_subjects,
        Bound::ConferenceTimes => messages.list_times,
        Bound::ConferenceVenues => messages.list_venues,
        Bound::ConferenceTimesAndVenues => messages.list_times_venues,
        Bound::Circles => messages.list_circles,
        Bound::Circle(_) => messages.list_circle,
        Bound::Total => messages.list_total,
        Bound::Agenda => messages.list_agenda,
        Bound::Collecting => messages.list_collecting,
        Bound::Assignments(_) => messages.list_assignments,
    }
}

/// The paragraphs of one place.
#[component]
pub fn Blocks(
    /// The place.
    list: BlockList,
) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let ids = session.memo(move |dossier| blocks(dossier, list).iter().map(|block| block.id).collect::<Vec<_>>());
    let edit = move |edit: ListEdit<Block>| session.apply("outline", Command::Blocks(list, edit));
    let actions = CardActions {
        add: Callback::new(move |()| {
            let dossier = session.dossier_now();
            let marker = blocks(&dossier, list).last().map_or(Marker::None, |block| block.marker);
            edit(ListEdit::Insert { at: usize::MAX, item: Block::words(session.new_id(), marker, Text::default()) });
        }),
        duplicate: None,
        move_to: Callback::new(move |(id, to)| edit(ListEdit::Move { id, to })),
        remove: session.telling(move |id| edit(ListEdit::Remove { id })),
    };
    view! {
        <Cards ids actions messages add_label=messages.add_paragraph
            title=Callback::new(move |n: usize| fill(messages.paragraph, &[("n", &n.to_string())]))
            render=Callback::new(move |id| view! { <BlockFields list id/> }.into_any())/>
    }
}

#[component]
fn BlockFields(list: BlockList, id: Id) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let block = session.memo(move |dossier| blocks(dossier, list).iter().find(|block| block.id == id).cloned());
    let set = move |change: &dyn Fn(&mut Block)| {
        let dossier = session.dossier_now();
        let mut block = blocks(&dossier, list).iter().find(|block| block.id == id)?.clone();
        change(&mut block);
        Some(Command::Blocks(list, ListEdit::Set { item: block }))
    };
    let words = [
        messages.marker_none,
        messages.marker_dash,
        messages.marker_plus,
        messages.marker_number,
        messages.marker_paren,
        messages.marker_letter,
    ];
    let choose = move |value: String| {
        let chosen = value.parse().ok().and_then(|at: usize| MARKERS.get(at));
        if let Some(command) = chosen.and_then(|marker| set(&|block| block.marker = *marker)) {
            session.apply("outline", command);
        }
    };
    let marker = view! {
        <Choices label=messages.marker value=Signal::derive(move || block.with(|block| MARKERS.iter().position(|marker| block.as_ref().is_some_and(|block| block.marker == *marker)).unwrap_or(0).to_string()))
            choices=Signal::stored(words.iter().enumerate().map(|(at, words)| Choice::new(at.to_string(), *words)).collect::<Vec<_>>())
            on_choose=Callback::new(choose)/>
    };
    let bound = block.with_untracked(|block| block.as_ref().and_then(Block::bound_kind));
    if let Some(bound) = bound {
        let as_table = Signal::derive(move || {
            block.with(|block| {
                matches!(
                    block.as_ref().map(|block| &block.content),
                    Some(BlockContent::Bound { layout: Layout::Table, .. })
                )
            })
        });
        let switch = Callback::new(move |on: bool| {
            let change = set(&|block| {
                if let BlockContent::Bound { layout, .. } = &mut block.content {
                    *layout = if on { Layout::Table } else { Layout::Items };
                }
            });
            if let Some(command) = change {
                session.apply("outline", command);
            }
        });
        return view! {
            <p class="preview">{fill(messages.list_is, &[("list", list_name(messages, bound))])}</p>
            <div class:gone=move || as_table.get()>{marker}</div>
            {(bound == Bound::ConferenceTimesAndVenues).then(|| view! { <Switch label=messages.as_table value=as_table on_switch=switch/> })}
            <Wordings list id bound/>
        }
        .into_any();
    }
    let text = Signal::derive(move || {
        block.with(|block| match block.as_ref().map(|block| &block.content) {
            Some(BlockContent::Words(text)) => text.clone(),
            _ => Text::default(),
        })
    });
    let names = use_context::<Names>();
    let typed = move |(text, typed): (Text, Typed)| {
        // Several lines, once the field is left, are several paragraphs.
        if typed.done && typed.text.trim().contains('\n') {
            let names = names.map(|names| names.0.get_untracked()).unwrap_or_default();
            split(
                session,
                list,
                id,
                typed.text.lines().filter(|line| !line.trim().is_empty()).map(|line| names.text(line.trim())).collect(),
            );
        } else if let Some(command) = set(&|block| block.content = BlockContent::Words(text.clone())) {
            session.typed("outline", &format!("{id}.words"), &typed, command);
        }
    };
    view! {
        <WordsField label=messages.part_text value=text facts=true mark=id.0 on_typed=Callback::new(typed)/>
        {marker}
    }
    .into_any()
}

/// The sentences that a list makes, each as the officer may word it: the facts in it stay slots.
#[component]
fn Wordings(list: BlockList, id: Id, bound: Bound) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let lines = session.memo(move |dossier| plan::wordings(dossier, bound));
    let given = session.memo(move |dossier| match blocks(dossier, list).iter().find(|block| block.id == id) {
        Some(Block { content: BlockContent::Bound { wordings, .. }, .. }) => wordings.clone(),
        _ => Vec::new(),
    });
    let set = move |of: Id, wording: Option<Text>| {
        let mut block = blocks(&session.dossier_now(), list).iter().find(|block| block.id == id)?.clone();
        if let BlockContent::Bound { wordings, .. } = &mut block.content {
            wordings.retain(|(other, _)| *other != of);
            wordings.extend(wording.map(|wording| (of, wording)));
        }
        Some(Command::Blocks(list, ListEdit::Set { item: block }))
    };
    let line = move |(of, name, usual): (Id, String, Text)| {
        let own = move || {
            given.with(|given| given.iter().find(|(other, _)| *other == of).map(|(_, wording)| wording.clone()))
        };
        let shown = Signal::derive(move || own().unwrap_or_else(|| usual.clone()));
        view! {
            <WordsField label=fill(messages.wording_of, &[("name", &name)]) value=shown facts=true mark=of.0
                on_typed=Callback::new(move |(text, typed): (Text, Typed)| if let Some(command) = set(of, Some(text)) {
                    session.typed("outline", &format!("{id}.{of}.wording"), &typed, command);
                })/>
            <Show when=move || own().is_some()>
                <Action label=messages.wording_default on_press=Callback::new(move |()| if let Some(command) = set(of, None) {
                    session.apply("outline", command);
                })/>
            </Show>
        }
    };
    view! { <For each=move || lines.get() key=|(id, name, _)| (*id, name.clone()) children=line/> }
}

/// Puts several paragraphs in the place of one, alike but for their words.
fn split(session: crate::session::Session, list: BlockList, id: Id, texts: Vec<Text>) {
    let dossier = session.dossier_now();
    let Some(at) = blocks(&dossier, list).iter().position(|block| block.id == id) else {
        return;
    };
    let marker = blocks(&dossier, list)[at].marker;
    let commands = texts
        .into_iter()
        .enumerate()
        .map(|(offset, text)| {
            let edit = if offset == 0 {
                ListEdit::Set { item: Block::words(id, marker, text) }
            } else {
                ListEdit::Insert { at: at + offset, item: Block::words(session.new_id(), marker, text) }
            };
            Command::Blocks(list, edit)
        })
        .collect();
    session.apply("outline", Command::Batch(commands));
}
