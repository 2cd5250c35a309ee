//! An agenda that is longer than the time it has.

use super::{Context, Rule, Source};
use crate::finding::{Finding, Severity};
use crate::papers::Place;
use crate::words::{Clock, Sitting, TimeOfDay, When};

/// A dialogue is planned for half a day: a morning to 12:00, an afternoon to 17:30, an evening to 22:00; four hours where
/// it is not known when it begins. Where the plan says its hours or its days, they count instead. Which step is to be
/// shorter only the officer knows.
pub const RULE: Rule = Rule {
    code: "agenda-too-long",
    source: Source::CUSTOM,
    severity: Severity::Warning,
    run,
    fix: None,
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

/// Half a day, in minutes, and the working day that two of them make.
const HALF_DAY: u32 = 240;
const WHOLE_DAY: u32 = 480;

fn run(context: &Context<'_>) -> Vec<Finding> {
    let agenda = &context.dossier.plan.agenda;
    let (minutes, _) = agenda.duration();
    // The shortest time that a dialogue has.
    let times = context.dialogues().map(|conference| time_of(&conference.when));
    let most = times.map(|time| has(time, agenda.start)).min().unwrap_or_else(|| has(None, agenda.start));
    if minutes <= most {
        return Vec::new();
    }
    vec![RULE.finding().at(Place::Agenda.mark()).with("minutes", minutes).with("most", most)]
}

fn time_of(when: &When) -> Option<TimeOfDay> {
    match *when {
        When::Day { time, .. } | When::Span { time, .. } | When::MonthPart { time, .. } => time,
        _ => None,
    }
}

/// How many minutes there are.
fn has(time: Option<TimeOfDay>, start: Option<Clock>) -> u32 {
    let of_day = |clock: Clock| clock.hour * 60 + clock.minute;
    let until = |from: u32, to: u32| to.saturating_sub(from);
    match time {
        Some(TimeOfDay::Hours { from, to }) => until(of_day(from), of_day(to)),
        Some(TimeOfDay::WholeDay) => WHOLE_DAY,
        Some(TimeOfDay::Sittings { count, sitting: Sitting::Day }) => WHOLE_DAY.saturating_mul(count),
        Some(TimeOfDay::Sittings { count, .. }) if count > 1 => HALF_DAY.saturating_mul(count),
        _ => {
            let at = |time| match time {
                TimeOfDay::At(clock) => Some(of_day(clock)),
                _ => None,
            };
            match start.map(of_day).or_else(|| time.and_then(at)) {
                Some(start) if start < 11 * 60 => until(start, 12 * 60),
                Some(start) if start < 17 * 60 => until(start, 17 * 60 + 30),
                Some(start) => until(start, 22 * 60),
                None => HALF_DAY,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{on, with};
    use super::*;
    use crate::dossier::Dossier;

    pub fn trips() -> Dossier {
        with(|dossier| dossier.plan.agenda.items[0].minutes = Some(300))
    }

    pub fn passes() -> Dossier {
        with(|dossier| {
            dossier.plan.agenda.start = None;
            dossier.plan.agenda.items[0].minutes = Some(300);
            dossier.plan.conferences[0].when = When::Day { day: on(2026, 10, 15), time: Some(TimeOfDay::WholeDay) };
        })
    }

    #[test]
    fn the_time_that_there_is_follows_from_what_the_plan_says() {
        let clock = |hour, minute| Clock { hour, minute };
        assert_eq!(has(None, Some(clock(8, 0))), 240);
        assert_eq!(has(Some(TimeOfDay::At(clock(13, 30))), None), 240);
        assert_eq!(has(Some(TimeOfDay::Hours { from: clock(8, 0), to: clock(10, 0) }), Some(clock(8, 0))), 120);
        assert_eq!(has(None, None), 240);
    }
}
