//! A deadline after what it prepares.

use super::context::Due;
use super::repair::set_when;
use super::typed::thing_of;
use super::{Context, Rule, Source, seek};
use crate::edit::Command;
use crate::finding::{Finding, Severity};
use crate::id::Id;
use crate::papers::Place;
use crate::plan::Stage;
use crate::words::{Side, When, Wording};

/// What prepares the conference is done before it. That a task prepares is told by its stage, or by its words; a task
/// that looks back on the conference does not. Also the digest of opinions. Most often last year's day was left in.
pub const RULE: Rule = Rule {
    code: "deadline-too-late",
    source: Source::CUSTOM,
    severity: Severity::Error,
    run,
    fix: Some(fix),
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

/// What is done before a conference.
const PREPARES: [&str; 8] = [
    "giấy mời",
    "phát phiếu",
    "thu phiếu",
    "trang trí",
    "chuẩn bị hội trường",
    "chuẩn bị nội dung trả lời",
    "tổng hợp ý kiến",
    "danh sách đại biểu",
];

/// What is done after one.
const LOOKS_BACK: [&str; 5] = ["kết luận", "kết quả", "sau hội nghị", "sau đối thoại", "theo dõi"];

fn run(context: &Context<'_>) -> Vec<Finding> {
    let found = |place: Place, when: &When, fixable: bool| {
        RULE.finding().at(place.mark()).with("when", when.wording(Wording::Full)).fixable(fixable)
    };
    let preparing: Vec<Id> = context
        .dossier
        .plan
        .assignments
        .iter()
        .filter(|assignment| assignment.stage == Stage::Preparation)
        .flat_map(|assignment| assignment.tasks.iter().map(|task| task.id))
        .collect();
    let prepares = |due: &&Due| {
        (preparing.contains(&due.task) || seek::any(&due.words, &PREPARES)) && !seek::any(&due.words, &LOOKS_BACK)
    };
    let late = context.due.iter().filter(prepares).filter(|due| is_after(context, &due.when));
    let mut findings: Vec<Finding> = late.map(|due| found(Place::Thing(due.id), &due.when, !due.said)).collect();
    let merge_by = &context.dossier.plan.collecting.merge_by;
    if is_after(context, merge_by) {
        findings.push(found(Place::Collecting, merge_by, true));
    }
    findings
}

/// Whether it falls after the last day that all dialogues allow.
fn is_after(context: &Context<'_>, when: &When) -> bool {
    match when {
        When::Relative { side, .. } => *side == Side::After,
        _ => context.days().zip(when.latest()).is_some_and(|((_, last), latest)| latest > last),
    }
}

/// Due before the conference; where its day is not known, a day before it.
fn fix(context: &Context<'_>, finding: &Finding, _: &mut dyn FnMut() -> Id) -> Option<Command> {
    let when = match context.days() {
        Some((first, _)) => When::Before { day: first, time: None },
        None => When::Relative { side: Side::Before, days: 1, bound: crate::words::Bound::AtLeast, working: false },
    };
    match thing_of(finding) {
        Some(id) => set_when(context.dossier, id, when),
        None => {
            let collecting = context.dossier.plan.collecting.clone();
            Some(Command::SetCollecting(crate::plan::Collecting { merge_by: when, ..collecting }))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{on, with};
    use super::*;
    use crate::dossier::Dossier;
    use crate::plan::Deadline;

    pub fn trips() -> Dossier {
        with(|dossier| {
            dossier.plan.assignments[0].tasks[1].deadlines =
                vec![Deadline { id: Id(901), when: When::By { day: on(2026, 10, 20), time: None } }];
            dossier.plan.collecting.merge_by = When::By { day: on(2026, 10, 16), time: None };
        })
    }

    pub fn passes() -> Dossier {
        // The day of the conference itself is not too late.
        with(|dossier| {
            dossier.plan.assignments[0].tasks[1].deadlines =
                vec![Deadline { id: Id(901), when: When::By { day: on(2026, 10, 15), time: None } }];
        })
    }

    #[test]
    fn what_the_words_of_a_task_say_is_read() {
        let dossier = with(|dossier| {
            dossier.plan.assignments[0].tasks[1].text = "Gửi giấy mời trước ngày 20/10".into();
        });
        let found = run(&Context::of(&dossier, on(2026, 9, 1)));
        assert_eq!((found.len(), found[0].fixable), (1, false));
    }

    #[test]
    fn task_and_digest_are_both_read() {
        assert_eq!(run(&Context::of(&trips(), on(2026, 9, 1))).len(), 2);
    }
}
