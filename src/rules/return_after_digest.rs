//! Forms that come back when their digest is due already.

use chrono::NaiveDate;

use super::{Context, Rule, Source};
use crate::edit::Command;
use crate::finding::{Finding, Severity};
use crate::id::Id;
use crate::papers::Place;
use crate::plan::Collecting;
use crate::words::{Side, When, Wording};

/// Who merges the answers needs them first. On the same day is borne: many plans ask for both "before" one day. Two
/// distances from the conference are held against each other as they are.
pub const RULE: Rule = Rule {
    code: "return-after-digest",
    source: Source::CUSTOM,
    severity: Severity::Error,
    run,
    fix: Some(fix),
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

fn run(context: &Context<'_>) -> Vec<Finding> {
    let collecting = &context.dossier.plan.collecting;
    let is_late = match (&collecting.return_by, &collecting.merge_by) {
        (
            When::Relative { side: Side::Before, days: back, working, .. },
            When::Relative { side: Side::Before, days: merged, working: of_merge, .. },
        ) if working == of_merge => back < merged,
        (back, merged) => {
            latest(context, back).zip(latest(context, merged)).is_some_and(|(back, merged)| back > merged)
        }
    };
    if !is_late {
        return Vec::new();
    }
    vec![
        RULE.finding()
            .at(Place::Collecting.mark())
            .with("return", collecting.return_by.wording(Wording::Full))
            .with("merge", collecting.merge_by.wording(Wording::Full))
            .fixable(true),
    ]
}

fn latest(context: &Context<'_>, when: &When) -> Option<NaiveDate> {
    match context.days() {
        Some((first, last)) => when.latest_from(first, last),
        None => when.latest(),
    }
}

/// The forms are back by the day of the digest: that hangs on the conference, they do not.
fn fix(context: &Context<'_>, _: &Finding, _: &mut dyn FnMut() -> Id) -> Option<Command> {
    let collecting = context.dossier.plan.collecting.clone();
    Some(Command::SetCollecting(Collecting { return_by: collecting.merge_by.clone(), ..collecting }))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{on, with};
    use super::*;
    use crate::dossier::Dossier;
    use crate::words::Bound;

    pub fn trips() -> Dossier {
        with(|dossier| dossier.plan.collecting.return_by = When::By { day: on(2026, 10, 2), time: None })
    }

    pub fn passes() -> Dossier {
        with(|dossier| dossier.plan.collecting.return_by = When::By { day: on(2026, 10, 1), time: None })
    }

    #[test]
    fn distances_are_held_against_each_other_without_a_conference() {
        let before = |days| When::Relative { side: Side::Before, days, bound: Bound::AtLeast, working: false };
        let dossier = with(|dossier| {
            dossier.plan.conferences[0].when = When::Unset;
            dossier.plan.collecting.return_by = before(5);
            dossier.plan.collecting.merge_by = before(10);
        });
        assert_eq!(run(&Context::of(&dossier, on(2026, 9, 1))).len(), 1);
    }
}
