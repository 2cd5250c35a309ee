//! Who does what, by when.

use doi_thoai::id::{Id, Keyed};
use doi_thoai::organ::{OrganKind, System, Tier};
use doi_thoai::plan::{Assignment, AssignmentLayout, Deadline, Stage, Task};
use doi_thoai::text::Text;
use doi_thoai::words::When;
use leptos::prelude::*;

use super::fields::{WhenField, WordsField};
use crate::desk::{use_desk, use_session};
use crate::kit::{Action, CardActions, Cards, Choice, Choices, Look, Shape, Typed};
use crate::locales::fill;
use crate::session::{ASSIGNMENTS, Session};

/// Agencies that usually have a task, by system and tier. Names as after the reform of 2025.
pub fn usual_agencies(session: Session) -> Vec<String> {
    let dossier = session.dossier_now();
    let Some(organ) = dossier.plan.organs.first() else {
        return Vec::new();
    };
    let names: &[&str] = match (organ.tier, organ.system) {
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
    };
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// The step.
#[component]
pub fn AssignmentsStep() -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let actions = CardActions {
        add: Callback::new(move |()| {
            let layout =
                session.dossier_now().plan.assignments.last().map_or(AssignmentLayout::Headed, |last| last.layout);
            let task = Task { id: session.new_id(), ..Task::default() };
            session.add(
                ASSIGNMENTS,
                Assignment { id: session.new_id(), layout, tasks: vec![task], ..Assignment::default() },
                None,
            );
        }),
        duplicate: None,
        move_to: Callback::new(move |(id, to)| session.move_to(ASSIGNMENTS, id, to)),
        remove: session.telling(move |id| session.remove(ASSIGNMENTS, id)),
    };
    view! {
        <Cards ids=session.ids(ASSIGNMENTS) actions messages add_label=messages.add_assignment
            title=Callback::new(move |n: usize| fill(messages.assignment_n, &[("n", &n.to_string())]))
            render=Callback::new(move |id| view! { <AssignmentFields id/> }.into_any())/>
    }
}

#[component]
fn AssignmentFields(id: Id) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let assignment = session.item(ASSIGNMENTS, id);
    let tasks =
        Memo::new(move |_| assignment.with(|assignment| assignment.tasks.iter().map(Keyed::id).collect::<Vec<_>>()));
    let actions = CardActions {
        add: Callback::new(move |()| {
            let task = Task { id: session.new_id(), ..Task::default() };
            session.set_item(ASSIGNMENTS, id, |assignment| assignment.tasks.push(task));
        }),
        duplicate: None,
        move_to: Callback::new(move |(task, to): (Id, usize)| {
            session.set_item(ASSIGNMENTS, id, |assignment| {
                if let Some(from) = assignment.tasks.iter().position(|other| other.id == task) {
                    let moved = assignment.tasks.remove(from);
                    assignment.tasks.insert(to.min(assignment.tasks.len()), moved);
                }
            })
        }),
        remove: session.telling(move |task| {
            session.set_item(ASSIGNMENTS, id, |assignment| assignment.tasks.retain(|other| other.id != task))
        }),
    };
    let layout = Signal::derive(move || {
        assignment.with(|assignment| {
            match assignment.layout {
                AssignmentLayout::Headed => "headed",
                AssignmentLayout::RunIn => "run-in",
                AssignmentLayout::Sentence => "sentence",
            }
            .to_owned()
        })
    });
    view! {
        <WordsField label=messages.agency line=true mark=id.0 suggestions=usual_agencies(session) value=Signal::derive(move || assignment.with(|assignment| assignment.agency.clone()))
            on_typed=Callback::new(move |(text, typed): (Text, Typed)| session.type_item(ASSIGNMENTS, id, "agency", &typed, |assignment| assignment.agency = text))/>
        <div class="row">
            <Choices label=messages.stage value=Signal::derive(move || assignment.with(|assignment| if assignment.stage == Stage::Preparation { "preparation" } else { "" }.to_owned()))
                choices=Signal::stored(vec![Choice::new("", messages.stage_execution), Choice::new("preparation", messages.stage_preparation)])
                on_choose=Callback::new(move |value: String| session.set_item(ASSIGNMENTS, id, |assignment| {
                    assignment.stage = if value.is_empty() { Stage::Execution } else { Stage::Preparation };
                }))/>
            <Choices label=messages.assignment_layout value=layout
                choices=Signal::stored(vec![Choice::new("headed", messages.layout_headed), Choice::new("run-in", messages.layout_run_in), Choice::new("sentence", messages.layout_sentence)])
                on_choose=Callback::new(move |value: String| session.set_item(ASSIGNMENTS, id, |assignment| {
                    assignment.layout = match value.as_str() {
                        "run-in" => AssignmentLayout::RunIn,
                        "sentence" => AssignmentLayout::Sentence,
                        _ => AssignmentLayout::Headed,
                    };
                }))/>
        </div>
        <Cards ids=tasks actions messages add_label=messages.add_task
            title=Callback::new(move |n: usize| fill(messages.task_n, &[("n", &n.to_string())]))
            render=Callback::new(move |task| view! { <TaskFields assignment=id task/> }.into_any())/>
    }
}

#[component]
fn TaskFields(assignment: Id, task: Id) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let item = session.item(ASSIGNMENTS, assignment);
    let read = Memo::new(move |_| {
        item.with(|assignment| assignment.tasks.iter().find(|other| other.id == task).cloned().unwrap_or_default())
    });
    let change = move |assignment: &mut Assignment, change: &dyn Fn(&mut Task)| {
        if let Some(task) = assignment.tasks.iter_mut().find(|other| other.id == task) {
            change(task);
        }
    };
    let deadlines = Memo::new(move |_| read.with(|task| task.deadlines.iter().map(Keyed::id).collect::<Vec<_>>()));
    let deadline_field = move |id: Id| {
        let when = Signal::derive(move || {
            read.with(|task| {
                task.deadlines
                    .iter()
                    .find(|deadline| deadline.id == id)
                    .map(|deadline| deadline.when.clone())
                    .unwrap_or_default()
            })
        });
        view! {
            <div class="row with-button">
                <WhenField label=messages.deadline hint=messages.deadline_hint field=format!("{id}.when") mark=id.0 value=when
                    on_typed=Callback::new(move |(when, typed): (When, Typed)| session.type_item(ASSIGNMENTS, assignment, &format!("{id}.when"), &typed, |assignment| {
                        change(assignment, &|task| {
                            if let Some(deadline) = task.deadlines.iter_mut().find(|deadline| deadline.id == id) {
                                deadline.when = when.clone();
                            }
                        });
                    }))/>
                <Action label=messages.remove icon=Shape::Remove look=Look::Quiet on_press=Callback::new(move |()| session.set_item(ASSIGNMENTS, assignment, |assignment| {
                    change(assignment, &|task| task.deadlines.retain(|deadline| deadline.id != id));
                }))/>
            </div>
        }
    };
    view! {
        <WordsField label=messages.task_text facts=true mark=task.0 value=Signal::derive(move || read.with(|task| task.text.clone()))
            on_typed=Callback::new(move |(text, typed): (Text, Typed)| session.type_item(ASSIGNMENTS, assignment, &format!("{task}.text"), &typed, |assignment| change(assignment, &|task| task.text = text.clone())))/>
        <For each=move || deadlines.get() key=|id| *id children=deadline_field/>
        <Action label=messages.add_deadline icon=Shape::Add on_press=Callback::new(move |()| {
            let deadline = Deadline { id: session.new_id(), ..Deadline::default() };
            session.set_item(ASSIGNMENTS, assignment, |assignment| change(assignment, &|task| task.deadlines.push(deadline.clone())));
        })/>
    }
}
