//! Who does what, by when.

use doi_thoai::edit::{Command, ListEdit};
use doi_thoai::id::Id;
use doi_thoai::import::{self, Rows};
use doi_thoai::organ::{OrganKind, System, Tier};
use doi_thoai::plan::{Assignment, AssignmentLayout, Deadline, Stage, Task};
use leptos::prelude::*;

use super::fields::{WhenField, WordsField};
use super::frame::ToTimeline;
use crate::desk::{use_desk, use_session};
use crate::kit::{Action, Ask, CardActions, Cards, Choices, Look, Options, Row, Shape, numbered, rows};
use crate::papers::PasteRows;
use crate::session::{ASSIGNMENTS, Session, fact};

/// Agencies that usually have a task, by system and tier. Names as after the reform of 2025.
pub fn usual_agencies(session: Session) -> &'static [&'static str] {
    let dossier = session.dossier_now();
    let Some(organ) = dossier.plan.organs.first() else {
        return &[];
    };
    match (organ.tier, organ.system) {
        (Tier::Commune, _) => &[
            "Văn phòng Đảng ủy",
            "Ban Xây dựng Đảng",
            "Ủy ban Kiểm tra Đảng ủy",
            "Văn phòng HĐND và UBND",
            "Phòng Kinh tế",
            "Phòng Văn hóa - Xã hội",
            "Trung tâm Phục vụ hành chính công",
            "Ban Thường trực Ủy ban MTTQ Việt Nam xã và các tổ chức chính trị - xã hội",
            "Công an xã",
            "Ban Chỉ huy Quân sự xã",
            "Trưởng thôn, Tổ trưởng tổ dân phố",
            "Ban công tác Mặt trận các thôn",
            "Cấp ủy chi bộ các thôn",
        ],
        (Tier::Province, System::Party) => &[
            "Văn phòng Tỉnh ủy",
            "Ban Tuyên giáo và Dân vận Tỉnh ủy",
            "Đảng ủy UBND tỉnh",
            "Đảng ủy các cơ quan Đảng tỉnh",
            "Ủy ban MTTQ Việt Nam tỉnh",
        ],
        (Tier::Province, _) => {
            &["Văn phòng UBND tỉnh", "Sở Nội vụ", "Ủy ban MTTQ Việt Nam tỉnh", "UBND các xã, phường"]
        }
        (Tier::District, _) if organ.kind == OrganKind::PartyCommittee => &[
            "Văn phòng Huyện ủy",
            "Ban Dân vận Huyện ủy",
            "Ban Tuyên giáo Huyện ủy",
            "UBND huyện",
            "Đảng ủy các xã, thị trấn",
        ],
        (Tier::District, _) => &["Văn phòng HĐND và UBND huyện", "UBND các xã, thị trấn"],
    }
}

/// The step.
#[component]
pub fn AssignmentsStep() -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let add = move |()| {
        let layout = session.dossier_now().plan.assignments.last().map_or(AssignmentLayout::Headed, |last| last.layout);
        let tasks = vec![Task { id: session.new_id(), ..Task::default() }];
        session.add(ASSIGNMENTS, Assignment { id: session.new_id(), layout, tasks, ..Assignment::default() }, None);
    };
    let take = move |rows: Rows| {
        let dossier = session.dossier_now();
        let year = dossier.settings.year;
        let layout = dossier.plan.assignments.last().map_or(AssignmentLayout::Headed, |last| last.layout);
        drop(dossier);
        let insert = |one| {
            let item = Assignment { layout, ..one };
            Command::Assignments(ListEdit::Insert { at: usize::MAX, item })
        };
        let all = import::assignments(&rows, year, || session.new_id()).into_iter().map(insert).collect();
        session.add_all(ASSIGNMENTS.name, all);
    };
    let actions = CardActions {
        add: Callback::new(add),
        ..session.actions(ASSIGNMENTS, |id| Assignment { id, ..Assignment::default() })
    };
    view! {
        <Cards ids=session.ids(ASSIGNMENTS) actions messages add_label=messages.add_assignment
            title=numbered(messages.assignment_n)
            render=Callback::new(move |id| view! { <AssignmentFields id/> }.into_any())/>
        <PasteRows hint=messages.paste_assignments take=Callback::new(take)/>
        <ToTimeline/>
    }
}

#[component]
fn AssignmentFields(id: Id) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let assignment = session.item(ASSIGNMENTS, id);
    let actions = assignment.actions(session, |assignment| &mut assignment.tasks, |id| Task { id, ..Task::default() });
    let stage = assignment.fact(
        "stage",
        |assignment| if assignment.stage == Stage::Preparation { "preparation" } else { "" }.to_owned(),
        |assignment, stage| {
            assignment.stage = if stage.is_empty() { Stage::Execution } else { Stage::Preparation };
        },
    );
    let layout = assignment.fact(
        "layout",
        |assignment| match assignment.layout {
            AssignmentLayout::Headed => "headed".to_owned(),
            AssignmentLayout::RunIn => "run-in".to_owned(),
            AssignmentLayout::Sentence => "sentence".to_owned(),
        },
        |assignment, layout| {
            assignment.layout = match layout.as_str() {
                "run-in" => AssignmentLayout::RunIn,
                "sentence" => AssignmentLayout::Sentence,
                _ => AssignmentLayout::Headed,
            };
        },
    );
    let stages = Options::of(&[("", messages.stage_execution), ("preparation", messages.stage_preparation)]);
    let layouts = Options::of(&[
        ("headed", messages.layout_headed),
        ("run-in", messages.layout_run_in),
        ("sentence", messages.layout_sentence),
    ]);
    let agency = Ask::new(messages.agency).mark(id.0).suggest(usual_agencies(session));
    view! {
        <WordsField ask=agency fact=fact!(assignment, agency)/>
        <div class="row">
            <Choices ask=Ask::new(messages.stage) options=stages fact=stage/>
            <Choices ask=Ask::new(messages.assignment_layout) options=layouts fact=layout/>
        </div>
        <Cards ids=assignment.ids(|assignment| &assignment.tasks) actions messages add_label=messages.add_task
            title=numbered(messages.task_n)
            render=Callback::new(move |task| view! { <TaskFields assignment=id task/> }.into_any())/>
    }
}

#[component]
fn TaskFields(assignment: Id, task: Id) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let ask = Ask::new(messages.task_text).lines().mark(task.0);
    let assignment = session.item(ASSIGNMENTS, assignment);
    let task = assignment.item(task, |assignment| &assignment.tasks, |assignment| &mut assignment.tasks);
    let deadlines = task.ids(|task| &task.deadlines);
    let (one, adding) = (task.clone(), task.clone());
    let add = move |()| {
        let id = session.new_id();
        adding.set(|task| task.deadlines.push(Deadline { id, ..Deadline::default() }));
    };
    let line = move |id: Id| {
        let deadline = one.item(id, |task| &task.deadlines, |task| &mut task.deadlines);
        let ask = Ask::new(messages.deadline).hint(messages.deadline_hint).mark(id.0);
        let removing = one.clone();
        let remove = move |()| removing.set(|task| task.deadlines.retain(|deadline| deadline.id != id));
        view! {
            <div class="row with-button">
                <WhenField ask fact=fact!(deadline, when)/>
                <Action label=messages.remove icon=Shape::Remove look=Look::Quiet on_press=Callback::new(remove)/>
            </div>
        }
    };
    let each = move || {
        let row = |id: Id| {
            let line = line.clone();
            Row::new(id, move || line(id).into_any())
        };
        deadlines.get().into_iter().map(row).collect()
    };
    view! {
        <WordsField ask facts=true fact=fact!(task, text)/>
        {rows(each)}
        <Action label=messages.add_deadline icon=Shape::Add on_press=Callback::new(add)/>
    }
}
