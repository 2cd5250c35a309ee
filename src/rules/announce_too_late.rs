//! A conference that is announced later than 7 days before it.

use chrono::Days;

use super::context::Due;
use super::repair::set_when;
use super::typed::thing_of;
use super::{Context, Rule, Source, legal_limit, seek};
use crate::edit::Command;
use crate::finding::{Finding, Severity};
use crate::id::Id;
use crate::plan::{ANNOUNCE_DAYS, LimitKind};
use crate::style::Confidence;
use crate::words::{Bound, Side, When};

/// Luật Tổ chức chính quyền địa phương 2025, Điều 43: time, place, content and way to take part are announced at least 7
/// days before. Read are the plan's own limit and the deadlines of tasks that announce the conference. Holds for communes
/// since 01/7/2025. (The duty H, the number of its article M.)
pub const RULE: Rule = Rule {
    code: "announce-too-late",
    source: Source::law("Luật số 72/2025/QH15 (Tổ chức chính quyền địa phương), Điều 43", Confidence::Medium),
    severity: Severity::Error,
    run,
    fix: Some(fix),
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

/// Five working days take a week.
const WORKING_DAYS: u32 = 5;

fn run(context: &Context<'_>) -> Vec<Finding> {
    let announces = |due: &Due| {
        let words = seek::any(&due.words, &["thông báo", "niêm yết", "phát tin", "loa truyền thanh"])
            && seek::any(&due.words, &["hội nghị", "đối thoại", "thời gian, địa điểm"])
            && !seek::any(&due.words, &["kết luận", "kết quả"]);
        // After the conference nobody announces it: that deadline is another task's.
        words && is_before(context, &due.when)
    };
    legal_limit::findings(context, &RULE, (LimitKind::Announce, ANNOUNCE_DAYS), announces, |when| {
        is_late(context, when)
    })
}

fn is_before(context: &Context<'_>, when: &When) -> bool {
    match when {
        When::Relative { side, .. } => *side == Side::Before,
        _ => context.days().zip(when.latest()).is_some_and(|((_, last), latest)| latest <= last),
    }
}

/// Whether a limit still allows a day that is too late, however the conference falls.
fn is_late(context: &Context<'_>, when: &When) -> bool {
    match *when {
        When::Relative { side: Side::After, .. } | When::Relative { bound: Bound::AtMost, .. } => true,
        When::Relative { days, working: true, .. } => days < WORKING_DAYS,
        When::Relative { days, .. } => days < ANNOUNCE_DAYS,
        _ => {
            let first = context.dialogues().filter_map(|conference| conference.when.latest()).min();
            let last_day = first.and_then(|first| first.checked_sub_days(Days::new(u64::from(ANNOUNCE_DAYS))));
            last_day.zip(when.latest()).is_some_and(|(last_day, latest)| latest > last_day)
        }
    }
}

fn fix(context: &Context<'_>, finding: &Finding, _: &mut dyn FnMut() -> Id) -> Option<Command> {
    let when = When::Relative { side: Side::Before, days: ANNOUNCE_DAYS, bound: Bound::AtLeast, working: false };
    set_when(context.dossier, thing_of(finding)?, when)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{on, with};
    use super::*;
    use crate::dossier::Dossier;

    pub fn trips() -> Dossier {
        with(|dossier| {
            dossier.plan.limits[0].when =
                When::Relative { side: Side::Before, days: 5, bound: Bound::AtLeast, working: false };
            // The conference is on 15/10.
            dossier.plan.assignments[0].tasks[0].deadlines[0].when = When::By { day: on(2026, 10, 9), time: None };
        })
    }

    pub fn passes() -> Dossier {
        with(|dossier| dossier.plan.limits[0].when = When::By { day: on(2026, 10, 8), time: None })
    }

    #[test]
    fn limit_and_task_are_both_read() {
        assert_eq!(run(&Context::of(&trips(), on(2026, 9, 1))).len(), 2);
        // Before the law there was no such duty.
        let mut old = trips();
        old.plan.registration.issued = Some(on(2025, 6, 30));
        assert_eq!(run(&Context::of(&old, on(2026, 9, 1))), []);
    }
}
