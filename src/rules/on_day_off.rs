//! A conference on a public holiday, in Tết, or on a weekend.

use chrono::NaiveDate;

use super::holidays::DayOff;
use super::typed::thing_of;
use super::{Context, Rule, Source};
use crate::edit::{Command, ListEdit};
use crate::finding::{Finding, Severity};
use crate::id::Id;
use crate::papers::Place;
use crate::plan::Conference;
use crate::style::Confidence;
use crate::words::When;

/// On a public holiday, in Tết or on a day off in lieu the office is closed, and its people are not on duty. Bộ luật Lao
/// động 2019, Điều 112 says which days; it forbids no conference, so it is no error.
pub const HOLIDAY: Rule = Rule {
    code: "conference-on-holiday",
    source: Source {
        text: "Bộ luật Lao động 2019, Điều 112", confidence: Confidence::High, ..Source::CUSTOM
    },
    severity: Severity::Warning,
    run: |context| run(context, &HOLIDAY, |off| off != DayOff::Weekend),
    fix: Some(fix),
    #[cfg(test)]
    trips: tests::holiday,
    #[cfg(test)]
    passes: tests::after_holiday,
};

/// On a Saturday or a Sunday. Many communes choose one on purpose, so that people are free: advice. A Saturday that is
/// worked in lieu is a working day.
pub const WEEKEND: Rule = Rule {
    code: "conference-on-weekend",
    source: Source::CUSTOM,
    severity: Severity::Advice,
    run: |context| run(context, &WEEKEND, |off| off == DayOff::Weekend),
    fix: Some(fix),
    #[cfg(test)]
    trips: tests::weekend,
    #[cfg(test)]
    passes: tests::worked_saturday,
};

fn run(context: &Context<'_>, rule: &Rule, meant: fn(DayOff) -> bool) -> Vec<Finding> {
    let found = |conference: &Conference| {
        let (day, off) = closed(context, &conference.when)?;
        let why = match off {
            DayOff::Weekend => "weekend",
            DayOff::Holiday(code) => code,
            DayOff::NewYear => "tet",
            DayOff::Entered => "entered",
        };
        meant(off).then(|| {
            let finding = rule.finding().at(Place::Thing(conference.id).mark());
            finding.with("day", day).with("holiday", why).fixable(moved(context, &conference.when).is_some())
        })
    };
    context.dialogues().filter_map(found).collect()
}

/// The first day of a conference none of whose days is a working one, and why. A part of a month leaves a choice.
fn closed(context: &Context<'_>, when: &When) -> Option<(NaiveDate, DayOff)> {
    let (from, to) = match *when {
        When::Day { day, .. } => (day, day),
        When::Span { from, to, .. } => (from, to),
        _ => return None,
    };
    let off = context.calendar.off(from)?;
    let working = context.calendar.working_from(from)?;
    (working > to).then_some((from, off))
}

/// The same on the next working day.
fn moved(context: &Context<'_>, when: &When) -> Option<When> {
    match *when {
        When::Day { day, time } => Some(When::Day { day: context.calendar.working_from(day)?, time }),
        _ => None,
    }
}

fn fix(context: &Context<'_>, finding: &Finding, _: &mut dyn FnMut() -> Id) -> Option<Command> {
    let id = thing_of(finding)?;
    let mut item = context.dossier.plan.conferences.iter().find(|conference| conference.id == id)?.clone();
    item.when = moved(context, &item.when)?;
    Some(Command::Conferences(ListEdit::Set { item }))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{on, with};
    use super::*;
    use crate::dossier::{DayChange, Dossier};

    fn held(month: u32, day: u32) -> Dossier {
        with(|dossier| dossier.plan.conferences[0].when = When::Day { day: on(2026, month, day), time: None })
    }

    pub fn holiday() -> Dossier {
        held(9, 2)
    }

    pub fn after_holiday() -> Dossier {
        held(9, 3)
    }

    pub fn weekend() -> Dossier {
        held(10, 17)
    }

    pub fn worked_saturday() -> Dossier {
        let mut dossier = weekend();
        dossier.settings.calendar.push(DayChange { day: on(2026, 10, 17), off: false });
        dossier
    }

    #[test]
    fn a_span_with_a_working_day_leaves_a_choice() {
        let mut dossier = held(2, 15);
        let found = |dossier: &Dossier| (HOLIDAY.run)(&Context::of(dossier, on(2026, 1, 5))).len();
        dossier.plan.conferences[0].when = When::Span { from: on(2026, 2, 15), to: on(2026, 2, 22), time: None };
        assert_eq!(found(&dossier), 1);
        dossier.plan.conferences[0].when = When::Span { from: on(2026, 2, 15), to: on(2026, 2, 23), time: None };
        assert_eq!(found(&dossier), 0);
    }
}
