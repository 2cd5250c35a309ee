//! Limits that the law sets around a conference, wherever the plan says one: its own limits, and the deadlines of tasks.

use super::context::Due;
use super::{Context, Rule};
use crate::finding::Finding;
use crate::id::Id;
use crate::papers::Place;
use crate::plan::LimitKind;
use crate::words::{When, Wording};

/// What is later than the law allows, a finding each. `concerns` says which tasks have to do with it.
pub(super) fn findings(
    context: &Context<'_>,
    rule: &Rule,
    (kind, days): (LimitKind, u32),
    concerns: impl Fn(&Due) -> bool,
    is_late: impl Fn(&When) -> bool,
) -> Vec<Finding> {
    if !context.is_bound_by_law() {
        return Vec::new();
    }
    let found = |id: Id, when: &When, fixable: bool| {
        let finding = rule.finding().at(Place::Thing(id).mark()).with("days", days);
        finding.with("when", when.wording(Wording::Full)).fixable(fixable)
    };
    let limits = context.limits(kind).filter(|limit| is_late(&limit.when));
    let mut findings: Vec<Finding> = limits.map(|limit| found(limit.id, &limit.when, true)).collect();
    let tasks = context.due.iter().filter(|due| concerns(due) && is_late(&due.when));
    findings.extend(tasks.map(|due| found(due.id, &due.when, !due.said)));
    findings
}
