use proptest::prelude::*;

use super::*;
use crate::dossier::Dossier;
use crate::form::{Form, FormBlock};
use crate::id::Id;
use crate::organ::Organ;
use crate::paper::{OwnPaper, PaperKind};
use crate::plan::{Conference, Part, Recipient, Recipients};
use crate::proceedings::{Invitee, Opinion, Proceedings, Resolution, VillageCount};
use crate::text::Text;

fn conference(id: u32, audience: &str) -> Conference {
    Conference { id: Id(id), audience: audience.into(), ..Conference::default() }
}

fn form(id: u32, title: &str) -> Form {
    Form { id: Id(id), title: title.into(), ..Form::default() }
}

fn form_block(id: u32, title: &str) -> FormBlock {
    FormBlock { id: Id(id), title: title.into(), ..FormBlock::default() }
}

fn opinion(id: u32, text: &str) -> Opinion {
    Opinion { id: Id(id), text: text.into(), ..Opinion::default() }
}

fn placed(place: &str) -> OwnPaper {
    let mut own = OwnPaper::default();
    own.registration.place = place.into();
    own
}

#[test]
fn a_typed_word_is_one_step() {
    let mut dossier = Dossier::empty(2026);
    let mut history = History::default();
    for (typed, ends) in [("đ", false), ("đố", false), ("đối ", true), ("đối t", false), ("đối th", false)]
    {
        history.type_in(&mut dossier, "title", "title", ends, Command::SetTitle(typed.into())).unwrap();
    }
    assert_eq!(history.undo(&mut dossier), Some("title"));
    assert_eq!(dossier.plan.title, Text::words("đối "));
    history.undo(&mut dossier);
    assert_eq!(dossier.plan.title, Text::default());
    history.redo(&mut dossier);
    history.redo(&mut dossier);
    assert_eq!(dossier.plan.title, Text::words("đối th"));
}

#[test]
fn trails_lead_back_and_ahead_as_the_history_did() {
    let mut dossier = Dossier::empty(2026);
    let mut history = History::default();
    for name in ["Một", "Hai", "Ba", "Bốn"] {
        history.apply(&mut dossier, "name", Command::Rename(name.into())).unwrap();
    }
    history.undo(&mut dossier);
    history.undo(&mut dossier);
    let names = |trail: &[(&str, Dossier)]| trail.iter().map(|(_, state)| state.name.clone()).collect::<Vec<_>>();
    let (back, ahead) = (history.trail(&dossier, 1), history.trail_ahead(&dossier, 9));
    assert_eq!((names(&back), names(&ahead)), (vec!["Một".to_owned()], vec!["Ba".to_owned(), "Bốn".to_owned()]));
    let mut resumed = History::of_trails(back, ahead);
    resumed.redo(&mut dossier);
    resumed.redo(&mut dossier);
    assert_eq!((dossier.name.as_str(), resumed.can_redo()), ("Bốn", None));
    for name in ["Ba", "Hai", "Một"] {
        resumed.undo(&mut dossier);
        assert_eq!(dossier.name, name);
    }
    assert_eq!(resumed.can_undo(), None);
}

#[test]
fn a_refused_batch_changes_nothing() {
    let mut dossier = Dossier::empty(2026);
    let before = dossier.clone();
    let batch = Command::Batch(vec![
        Command::SetTitle("Một".into()),
        Command::Conferences(ListEdit::Insert { at: 0, item: conference(1, "a") }),
        Command::Conferences(ListEdit::Remove { id: Id(9) }),
    ]);
    assert_eq!(batch.apply(&mut dossier), Err(Refused::Gone(Id(9))));
    assert_eq!(dossier, before);
}

#[test]
fn sub_parts_are_edited_in_their_part() {
    let mut dossier = Dossier::empty(2026);
    let part = |id| Part { id: Id(id), ..Part::default() };
    let add = |parent, id| Command::Parts(parent, ListEdit::Insert { at: 0, item: part(id) });
    for command in [add(None, 1), add(Some(Id(1)), 2), add(Some(Id(2)), 3)] {
        command.apply(&mut dossier).unwrap();
    }
    assert_eq!(dossier.plan.part(Id(3)).map(|part| part.id), Some(Id(3)));
    assert_eq!(add(Some(Id(7)), 8).apply(&mut dossier), Err(Refused::Gone(Id(7))));
}

fn any_command() -> impl Strategy<Value = Command> {
    let id = 1_u32..6;
    let words = "[a-zđ ]{0,6}";
    prop_oneof![
        words.prop_map(|words| Command::SetTitle(Text::words(words))),
        words.prop_map(Command::Rename),
        (id.clone(), 0_usize..5, words)
            .prop_map(|(id, at, words)| Command::Conferences(ListEdit::Insert { at, item: conference(id, &words) })),
        (id.clone(), words)
            .prop_map(|(id, words)| Command::Conferences(ListEdit::Set { item: conference(id, &words) })),
        id.clone().prop_map(|id| Command::Conferences(ListEdit::Remove { id: Id(id) })),
        (id.clone(), 0_usize..5).prop_map(|(id, to)| Command::Conferences(ListEdit::Move { id: Id(id), to })),
        (id.clone(), 0_usize..5).prop_map(|(id, at)| Command::Recipients(ListEdit::Insert {
            at,
            item: Recipient { id: Id(id), ..Recipient::default() }
        })),
        (prop::option::of(id.clone()), id.clone(), 0_usize..3).prop_map(|(parent, id, at)| {
            Command::Parts(parent.map(Id), ListEdit::Insert { at, item: Part { id: Id(id + 10), ..Part::default() } })
        }),
        (prop::option::of(id.clone()), id).prop_map(|(parent, id)| Command::Parts(
            parent.map(|id| Id(id + 10)),
            ListEdit::Remove { id: Id(id + 10) }
        )),
        any_form_command(),
        any_proceedings_command(),
        any_paper_command(),
    ]
}

/// Every edit of a list of few things, each as `make` makes it.
fn any_list_edit<T: Clone + std::fmt::Debug>(
    make: impl Fn(u32, &str) -> T + Clone + 'static,
) -> impl Strategy<Value = ListEdit<T>> {
    let id = 1_u32..4;
    let words = "[a-zđ ]{0,6}";
    let insert = make.clone();
    prop_oneof![
        (id.clone(), 0_usize..3, words)
            .prop_map(move |(id, at, words)| ListEdit::Insert { at, item: insert(id, &words) }),
        (id.clone(), words).prop_map(move |(id, words)| ListEdit::Set { item: make(id, &words) }),
        (id.clone(), 0_usize..3).prop_map(|(id, to)| ListEdit::Move { id: Id(id), to }),
        id.prop_map(|id| ListEdit::Remove { id: Id(id) }),
    ]
}

fn any_proceedings_command() -> impl Strategy<Value = Command> {
    let invitee = |id, name: &str| Invitee { id: Id(id), name: name.into(), ..Invitee::default() };
    let count = |id, village: &str| VillageCount { id: Id(id), village: village.into(), ..VillageCount::default() };
    let resolution = |id, text: &str| Resolution { id: Id(id), text: text.into(), ..Resolution::default() };
    prop_oneof![
        any_list_edit(invitee).prop_map(Command::Invitees),
        any_list_edit(opinion).prop_map(Command::Opinions),
        any_list_edit(count).prop_map(Command::Counts),
        any_list_edit(resolution).prop_map(Command::Resolutions),
        // With lists of its own, which it must not bring along.
        ("[a-zđ ]{0,6}", prop::option::of(0_u32..300), 1_u32..4).prop_map(|(chair, attended, id)| {
            let opinions = vec![opinion(id, &chair)];
            Command::SetProceedings(Box::new(Proceedings { chair, attended, opinions, ..Proceedings::default() }))
        }),
    ]
}

fn any_paper_command() -> impl Strategy<Value = Command> {
    let kind = prop::sample::select(vec![PaperKind::Plan, PaperKind::Letter, PaperKind::Minutes]);
    let own = prop_oneof![
        "[a-zđ]{0,2}".prop_map(|place| placed(&place)),
        (1_u32..4).prop_map(|id| OwnPaper {
            organ: Some(Organ { id: Id(id), ..Organ::default() }),
            recipients: Some(Recipients::default()),
            passages: vec![("a".into(), "một".into()), ("b".into(), Text::default())],
            each: true,
            enclosed: vec![PaperKind::Form],
            ..OwnPaper::default()
        }),
        Just(OwnPaper::default()),
    ];
    (kind, own).prop_map(|(kind, own)| Command::SetPaper(kind, Box::new(own)))
}

/// Few identities, so that many a command meets a form or a block that is there.
fn any_form_command() -> impl Strategy<Value = Command> {
    let id = 1_u32..4;
    let words = "[a-zđ ]{0,6}";
    prop_oneof![
        (id.clone(), 0_usize..3, words)
            .prop_map(|(id, at, words)| Command::Forms(ListEdit::Insert { at, item: form(id, &words) })),
        id.clone().prop_map(|id| Command::Forms(ListEdit::Remove { id: Id(id) })),
        (id.clone(), 0_usize..3).prop_map(|(id, to)| Command::Forms(ListEdit::Move { id: Id(id), to })),
        (id.clone(), words).prop_map(|(id, words)| Command::SetForm(Box::new(form(id, &words)))),
        (id.clone(), id.clone(), 0_usize..3, words).prop_map(|(form, id, at, words)| {
            Command::FormBlocks(Id(form), ListEdit::Insert { at, item: form_block(id, &words) })
        }),
        (id.clone(), id.clone(), words).prop_map(|(form, id, words)| {
            Command::FormBlocks(Id(form), ListEdit::Set { item: form_block(id, &words) })
        }),
        (id.clone(), id.clone(), 0_usize..3)
            .prop_map(|(form, id, to)| Command::FormBlocks(Id(form), ListEdit::Move { id: Id(id), to })),
        (id.clone(), id).prop_map(|(form, id)| Command::FormBlocks(Id(form), ListEdit::Remove { id: Id(id) })),
    ]
}

#[test]
fn gathered_things_stand_together_in_their_order() {
    let list: Vec<FormBlock> = (1..=5).map(|id| form_block(id, "")).collect();
    let gathered = |ids: &[u32], gap: usize| {
        let mut now = list.clone();
        let ids: Vec<Id> = ids.iter().map(|id| Id(*id)).collect();
        for edit in ListEdit::gather(&list, &ids, gap) {
            edit.apply(&mut now).unwrap();
        }
        now.iter().map(|block| block.id.0).collect::<Vec<_>>()
    };
    assert_eq!(gathered(&[4, 2], 0), [2, 4, 1, 3, 5]);
    assert_eq!(gathered(&[1, 2], 5), [3, 4, 5, 1, 2]);
    assert_eq!(gathered(&[2, 4], 3), [1, 3, 2, 4, 5]);
    assert_eq!(gathered(&[3], 5), [1, 2, 4, 5, 3]);
    assert_eq!(gathered(&[9], 1), [1, 2, 3, 4, 5]);
    for still in [&[2, 3][..], &[2], &[3]] {
        assert!(ListEdit::gather(&list, &still.iter().map(|id| Id(*id)).collect::<Vec<_>>(), 2).is_empty());
    }
}

#[test]
fn a_form_set_anew_keeps_its_blocks() {
    let mut dossier = Dossier::empty(2026);
    let mut history = History::default();
    let with_block = Form { blocks: vec![form_block(2, "a")], ..form(1, "cũ") };
    history.apply(&mut dossier, "form", Command::Forms(ListEdit::Insert { at: 0, item: with_block })).unwrap();
    history.apply(&mut dossier, "title", Command::SetForm(Box::new(form(1, "mới")))).unwrap();
    let block = ListEdit::Insert { at: 1, item: form_block(3, "b") };
    history.apply(&mut dossier, "block", Command::FormBlocks(Id(1), block)).unwrap();
    assert_eq!((dossier.forms[0].title.clone(), dossier.forms[0].blocks.len()), (Text::words("mới"), 2));
    history.undo(&mut dossier);
    history.undo(&mut dossier);
    assert_eq!((dossier.forms[0].title.clone(), dossier.forms[0].blocks.len()), (Text::words("cũ"), 1));
}

#[test]
fn a_paper_with_nothing_of_its_own_is_not_kept() {
    let mut dossier = Dossier::empty(2026);
    let mut history = History::default();
    for own in [placed("An Bình"), placed("Thôn 3"), OwnPaper::default(), OwnPaper::default()] {
        history.apply(&mut dossier, "paper", Command::SetPaper(PaperKind::Letter, Box::new(own))).unwrap();
    }
    assert!(dossier.papers.is_empty());
    for before in [None, Some(placed("Thôn 3")), Some(placed("An Bình")), None] {
        history.undo(&mut dossier);
        assert_eq!(dossier.papers.get(&PaperKind::Letter), before.as_ref());
    }
    assert!(dossier.papers.is_empty() && history.can_undo().is_none());
}

#[test]
fn proceedings_set_anew_keep_their_lists() {
    let mut dossier = Dossier::empty(2026);
    let mut history = History::default();
    let insert = |at, id| Command::Opinions(ListEdit::Insert { at, item: opinion(id, "a") });
    let chaired =
        |chair: &str| Command::SetProceedings(Box::new(Proceedings { chair: chair.into(), ..Proceedings::default() }));
    for command in [insert(0, 1), chaired("Nguyễn Văn A"), insert(1, 2), chaired("Trần Thị B")] {
        history.apply(&mut dossier, "proceedings", command).unwrap();
    }
    let said = |dossier: &Dossier| (dossier.proceedings.chair.clone(), dossier.proceedings.opinions.len());
    assert_eq!(said(&dossier), ("Trần Thị B".into(), 2));
    for (chair, opinions) in [("Nguyễn Văn A", 2), ("Nguyễn Văn A", 1), ("", 1), ("", 0)] {
        history.undo(&mut dossier);
        assert_eq!(said(&dossier), (chair.into(), opinions));
    }
}

#[test]
fn a_set_of_one_thing_touches_it_alone() {
    let set = Command::Opinions(ListEdit::Set { item: opinion(3, "a") });
    assert_eq!(set.touches(), Some(Id(3)));
    for other in [
        Command::Opinions(ListEdit::Insert { at: 0, item: opinion(3, "a") }),
        Command::SetProceedings(Box::default()),
        Command::SetPaper(PaperKind::Plan, Box::default()),
    ] {
        assert_eq!(other.touches(), None);
    }
}

proptest! {
    #[test]
    fn any_sequence_undone_is_the_start_and_redone_the_end(commands in prop::collection::vec((any_command(), prop::bool::ANY), 0..40)) {
        let mut dossier = Dossier::empty(2026);
        let start = dossier.clone();
        let mut history = History::default();
        for (command, typed) in commands {
            let before = dossier.clone();
            let done = match &command {
                Command::SetTitle(_) if typed => history.type_in(&mut dossier, "title", "title", false, command),
                _ => history.apply(&mut dossier, "step", command),
            };
            if done.is_err() {
                prop_assert_eq!(&dossier, &before);
            }
        }
        let end = dossier.clone();
        while history.undo(&mut dossier).is_some() {}
        prop_assert_eq!(&dossier, &start);
        while history.redo(&mut dossier).is_some() {}
        prop_assert_eq!(dossier, end);
    }
}
