//! Days of another year than the plan's.

use chrono::{Datelike, Months, NaiveDate};

use super::repair::set_when;
use super::typed::thing_of;
use super::{Context, Rule, Source};
use crate::edit::{Command, ListEdit};
use crate::finding::{Finding, Severity};
use crate::id::Id;
use crate::papers::Place;
use crate::plan::Collecting;
use crate::words::{When, Wording};

/// A plan of a year holds its conferences in it, and sets no deadline in a year before. Deadlines after its end are borne:
/// results are followed into the next. Most often last year's day was left in; the repair is the same day of the plan's
/// year.
pub const RULE: Rule = Rule {
    code: "other-year",
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
    let plan = &context.dossier.plan;
    let year = context.dossier.settings.year;
    let found = |place: Place, when: &When| {
        let finding = RULE.finding().at(place.mark()).with("when", when.wording(Wording::Full)).with("year", year);
        finding.fixable(moved(when, year).is_some())
    };
    let held = plan.conferences.iter().filter(|conference| {
        let days = [conference.when.earliest(), conference.when.latest()];
        days.into_iter().flatten().any(|day| day.year() != year)
    });
    let mut findings: Vec<Finding> =
        held.map(|conference| found(Place::Thing(conference.id), &conference.when)).collect();
    let due = context.due.iter().filter(|due| !due.said && is_past(context, &due.when));
    findings.extend(due.map(|due| found(Place::Thing(due.id), &due.when)));
    findings.extend(
        plan.limits
            .iter()
            .filter(|limit| is_past(context, &limit.when))
            .map(|limit| found(Place::Thing(limit.id), &limit.when)),
    );
    let collecting = [&plan.collecting.return_by, &plan.collecting.merge_by];
    findings
        .extend(collecting.into_iter().find(|when| is_past(context, when)).map(|when| found(Place::Collecting, when)));
    findings
}

/// Whether a limit lies in an earlier year than the plan's, and is over.
fn is_past(context: &Context<'_>, when: &When) -> bool {
    let year = context.dossier.settings.year;
    when.latest().is_some_and(|day| day.year() < year && day < context.day)
}

/// The same time of another year.
fn moved(when: &When, year: i32) -> Option<When> {
    // In months, so that 29 February has a day to go to.
    let day = |day: NaiveDate| {
        let years = year - day.year();
        let months = Months::new(years.unsigned_abs().checked_mul(12)?);
        if years < 0 { day.checked_sub_months(months) } else { day.checked_add_months(months) }
    };
    Some(match *when {
        When::Day { day: of, time } => When::Day { day: day(of)?, time },
        When::Span { from, to, time } if from.year() == to.year() => {
            When::Span { from: day(from)?, to: day(to)?, time }
        }
        When::MonthPart { month, part, time, .. } => When::MonthPart { year, month, part, time },
        When::Quarter { quarter, .. } => When::Quarter { year, quarter },
        When::Before { day: of, time } => When::Before { day: day(of)?, time },
        When::By { day: of, time } => When::By { day: day(of)?, time },
        _ => return None,
    })
}

fn fix(context: &Context<'_>, finding: &Finding, _: &mut dyn FnMut() -> Id) -> Option<Command> {
    let plan = &context.dossier.plan;
    let year = context.dossier.settings.year;
    let Some(id) = thing_of(finding) else {
        let collecting = plan.collecting.clone();
        let to = |when: When| {
            if is_past(context, &when) { moved(&when, year).unwrap_or(when) } else { when }
        };
        let (return_by, merge_by) = (to(collecting.return_by), to(collecting.merge_by));
        return Some(Command::SetCollecting(Collecting { return_by, merge_by, ..plan.collecting.clone() }));
    };
    if let Some(conference) = plan.conferences.iter().find(|conference| conference.id == id) {
        let mut item = conference.clone();
        item.when = moved(&item.when, year)?;
        return Some(Command::Conferences(ListEdit::Set { item }));
    }
    let limit = plan.limits.iter().find(|limit| limit.id == id).map(|limit| &limit.when);
    let when = limit.or_else(|| context.due.iter().find(|due| !due.said && due.id == id).map(|due| &due.when))?;
    set_when(context.dossier, id, moved(when, year)?)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{on, with};
    use super::*;
    use crate::dossier::Dossier;

    pub fn trips() -> Dossier {
        with(|dossier| {
            dossier.plan.conferences[0].when = When::Day { day: on(2025, 10, 15), time: None };
            dossier.plan.assignments[0].tasks[0].deadlines[0].when = When::By { day: on(2025, 10, 7), time: None };
            dossier.plan.collecting.return_by = When::By { day: on(2025, 9, 25), time: None };
        })
    }

    pub fn passes() -> Dossier {
        with(|dossier| dossier.plan.limits[1].when = When::By { day: on(2026, 10, 20), time: None })
    }

    #[test]
    fn conference_deadline_and_forms_are_read() {
        assert_eq!(run(&Context::of(&trips(), on(2026, 9, 1))).len(), 3);
        let leap = When::Day { day: on(2024, 2, 29), time: None };
        assert_eq!(moved(&leap, 2026), Some(When::Day { day: on(2026, 2, 28), time: None }));
    }
}
