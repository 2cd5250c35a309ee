//! The paragraphs of a place in the outline: free words, and lists that make themselves.

use doi_thoai::dossier::Dossier;
use doi_thoai::edit::{BlockList, Command, ListEdit};
use doi_thoai::id::Id;
use doi_thoai::papers::plan;
use doi_thoai::plan::{Block, BlockContent, Bound, Layout, Marker};
use doi_thoai::text::Text;
use leptos::prelude::*;

use super::fields::{Names, WordsField, number_of, numbered_as};
use crate::desk::{use_desk, use_session};
use crate::kit::{
    Action, Ask, CardActions, Cards, Choices, Options, Row, Switch, Typed, memo, numbered, rows, shown_if,
};
use crate::locales::{Messages, fill};
use crate::session::{Session, Thing};

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
            title=numbered(messages.paragraph)
            render=Callback::new(move |id| view! { <BlockFields list id/> }.into_any())/>
    }
}

#[component]
fn BlockFields(list: BlockList, id: Id) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let block = block(session, list, id);
    let marker = block.fact(
        "marker",
        |block| number_of(&MARKERS, &block.marker),
        |block, at| block.marker = numbered_as(&MARKERS, &at).unwrap_or(block.marker),
    );
    let options = Options::numbered(&[
        messages.marker_none,
        messages.marker_dash,
        messages.marker_plus,
        messages.marker_number,
        messages.marker_paren,
        messages.marker_letter,
    ]);
    let marker = view! { <Choices ask=Ask::new(messages.marker) options fact=marker/> };
    let bound = untrack(|| block.with(Block::bound_kind));
    if let Some(bound) = bound {
        let as_table = block.fact(
            "layout",
            |block| matches!(block.content, BlockContent::Bound { layout: Layout::Table, .. }),
            |block, on| {
                if let BlockContent::Bound { layout, .. } = &mut block.content {
                    *layout = if on { Layout::Table } else { Layout::Items };
                }
            },
        );
        let shown = as_table.clone();
        let is_table = memo(move || shown.get());
        return view! {
            <p class="preview">{fill(messages.list_is, &[("list", list_name(messages, bound))])}</p>
            <div class:gone=move || is_table.get()>{marker}</div>
            {(bound == Bound::ConferenceTimesAndVenues).then(|| view! { <Switch label=messages.as_table fact=as_table/> })}
            <Wordings list id bound/>
        }
        .into_any();
    }
    let text = block.fact(
        "words",
        |block| match &block.content {
            BlockContent::Words(text) => text.clone(),
            BlockContent::Bound { .. } => Text::default(),
        },
        |block, text| block.content = BlockContent::Words(text),
    );
    let names = use_context::<Names>();
    let written = move |words: Text, typed: &Typed| {
        if !(typed.done && typed.text.trim().contains('\n')) {
            return Some(words);
        }
        // Several lines, once the field is left, are several paragraphs.
        let names = names.map(|names| names.0.get_untracked()).unwrap_or_default();
        let lines = typed.text.lines().filter(|line| !line.trim().is_empty());
        split(session, list, id, lines.map(|line| names.text(line.trim())).collect());
        None
    };
    let fact = text.through(|words| words, written);
    view! {
        <WordsField ask=Ask::new(messages.part_text).lines().mark(id.0) facts=true fact/>
        {marker}
    }
    .into_any()
}

/// One paragraph of a place.
fn block(session: Session, list: BlockList, id: Id) -> Thing<Block> {
    Thing::new(
        id.to_string(),
        move |see| {
            if let Some(block) = blocks(&session.dossier(), list).iter().find(|block| block.id == id) {
                see(block);
            }
        },
        move |word, change| {
            let block = blocks(&session.dossier_now(), list).iter().find(|block| block.id == id).cloned();
            if let Some(mut block) = block {
                change(&mut block);
                session.carry_out("outline", word, Command::Blocks(list, ListEdit::Set { item: block }));
            }
        },
    )
}

/// The sentences that a list makes, each as the officer may word it: the facts in it stay slots.
#[component]
fn Wordings(list: BlockList, id: Id, bound: Bound) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let block = block(session, list, id);
    let line = move |of: Id, name: &str, usual: Text| {
        // The officer's own wording, where there is one.
        let given = block.part(
            format!("{id}.{of}"),
            |block| match &block.content {
                BlockContent::Bound { wordings, .. } => Some(wordings),
                BlockContent::Words(_) => None,
            },
            |block| match &mut block.content {
                BlockContent::Bound { wordings, .. } => Some(wordings),
                BlockContent::Words(_) => None,
            },
        );
        let own = move |all: &Vec<(Id, Text)>| all.iter().find(|(other, _)| *other == of).map(|(_, text)| text.clone());
        let wording = given.fact("wording", Vec::clone, |all, new| {
            all.retain(|(other, _)| new.iter().all(|(of, _)| of != other));
            all.extend(new);
        });
        let wording = wording
            .through(move |all| own(&all).unwrap_or_else(|| usual.clone()), move |text, _| Some(vec![(of, text)]));
        let shown = given.clone();
        let has_own = move || shown.with(own).is_some();
        let reset = move || {
            let given = given.clone();
            let forget = move |()| given.set(|all| all.retain(|(other, _)| *other != of));
            view! { <Action label=messages.wording_default on_press=Callback::new(forget)/> }.into_any()
        };
        let ask = Ask::new(fill(messages.wording_of, &[("name", name)])).lines().mark(of.0);
        view! {
            <WordsField ask fact=wording facts=true/>
            {shown_if(has_own, reset)}
        }
        .into_any()
    };
    // A sentence whose fact is called otherwise is another field.
    rows(move || {
        let lines = plan::wordings(&session.dossier(), bound).into_iter();
        let row = |(of, name, usual): (Id, String, Text)| {
            let line = line.clone();
            Row::new(format!("{of} {name}"), move || line(of, &name, usual))
        };
        lines.map(row).collect()
    })
}

/// Puts several paragraphs in the place of one, alike but for their words.
fn split(session: Session, list: BlockList, id: Id, texts: Vec<Text>) {
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
