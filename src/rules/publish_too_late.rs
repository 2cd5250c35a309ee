//! A result that is published later than 10 days after the conference.

use chrono::Days;

use super::context::Due;
use super::repair::set_when;
use super::typed::thing_of;
use super::{Context, Rule, Source, legal_limit, seek};
use crate::edit::Command;
use crate::finding::{Finding, Severity};
use crate::id::Id;
use crate::plan::{LimitKind, PUBLISH_DAYS};
use crate::style::Confidence;
use crate::words::{Bound, Side, When};

/// Luật Tổ chức chính quyền địa phương 2025, Điều 43: the result is published within 10 days of the conference, on the
/// media, at the office and to the villages. Holds for communes since 01/7/2025. (The duty H, the number of its article M.)
pub const RULE: Rule = Rule {
    code: "publish-too-late",
    source: Source::law("Luật số 72/2025/QH15 (Tổ chức chính quyền địa phương), Điều 43", Confidence::Medium),
    severity: Severity::Error,
    run,
    fix: Some(fix),
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

/// Six working days may take ten days with two weekends between, seven always fit in eleven: six are sure.
const WORKING_DAYS: u32 = 6;

fn run(context: &Context<'_>) -> Vec<Finding> {
    let publishes = |due: &Due| {
        seek::any(&due.words, &["công bố", "niêm yết", "công khai", "đăng tải"])
            && seek::any(&due.words, &["kết quả đối thoại", "kết quả hội nghị", "kết luận"])
    };
    legal_limit::findings(context, &RULE, (LimitKind::Publish, PUBLISH_DAYS), publishes, |when| is_late(context, when))
}

/// Whether a limit still allows a day that is too late, however the conference falls.
fn is_late(context: &Context<'_>, when: &When) -> bool {
    match *when {
        When::Relative { side: Side::After, bound: Bound::AtLeast, .. } => true,
        When::Relative { side: Side::After, days, working: true, .. } => days > WORKING_DAYS,
        When::Relative { side: Side::After, days, .. } => days > PUBLISH_DAYS,
        // A day is held against the last conference: of several, each has its own result.
        _ => {
            let last = context.days().and_then(|(_, last)| last.checked_add_days(Days::new(u64::from(PUBLISH_DAYS))));
            last.zip(when.latest()).is_some_and(|(last, latest)| latest > last)
        }
    }
}

fn fix(context: &Context<'_>, finding: &Finding, _: &mut dyn FnMut() -> Id) -> Option<Command> {
    let when = When::Relative { side: Side::After, days: PUBLISH_DAYS, bound: Bound::AtMost, working: false };
    set_when(context.dossier, thing_of(finding)?, when)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{on, with};
    use super::*;
    use crate::dossier::Dossier;

    pub fn trips() -> Dossier {
        with(|dossier| {
            dossier.plan.limits[1].when =
                When::Relative { side: Side::After, days: 15, bound: Bound::AtMost, working: false };
        })
    }

    pub fn passes() -> Dossier {
        with(|dossier| dossier.plan.limits[1].when = When::By { day: on(2026, 10, 25), time: None })
    }
}
